/* speaker/head.h: what is a source's core, and whom does "who" stand for? */
#ifndef NR_SPEAKER_HEAD_H
#define NR_SPEAKER_HEAD_H

#include "quote/grammar.h"

/* Whom the who, which or that at t stands for: the noun phrase before it, or the person
 * whom that phrase explains; none when there is none. */
struct nr_phrase nr_source_related(const struct nr_reading *reading, uint32_t t);

/* The source up to where its core ends: before ", who left in May", "(D)", "who left". */
struct nr_span nr_source_core(const struct nr_reading *reading, struct nr_phrase source);

#endif
