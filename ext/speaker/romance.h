/* speaker/romance.h: who "la ministra", "él", "elle" is, in Spanish and French. */
#ifndef NR_SPEAKER_ROMANCE_H
#define NR_SPEAKER_ROMANCE_H

#include "speaker/pronoun.h"

/* The person whom a pronoun, or an article with the noun of an office or trade, stands
 * for: an index into entities; NR_NONE: it is none of these, or nobody fits. */
uint32_t nr_romance_resolve(const struct nr_cast *cast, struct nr_phrase phrase);

#endif
