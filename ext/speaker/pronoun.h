/* speaker/pronoun.h: who "he" or "she" is, among the persons named before. */
#ifndef NR_SPEAKER_PRONOUN_H
#define NR_SPEAKER_PRONOUN_H

#include "quote/grammar.h"
#include "quote/quote.h"

/* What resolving needs to know of the article so far. */
struct nr_cast {
    struct nr_reading reading;
    const bool *quoted;    /* [mentions.count] inside somebody's quoted words */
    uint32_t last_speaker; /* entity that spoke last, or NR_NONE */
};

/* The person that a pronoun of this gender at this token stands for: an index into
 * entities, or NR_NONE. Looks back over a bounded number of mentions. */
uint32_t nr_pronoun_resolve(const struct nr_cast *cast, uint32_t token,
                            enum nr_gender gender);

#endif
