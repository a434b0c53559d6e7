/* speaker/roll.h: every mention of the article: names, nouns, pronouns, and values among
 * them. What article_mentions() lists. */
#ifndef NR_SPEAKER_ROLL_H
#define NR_SPEAKER_ROLL_H

#include "speaker/presence.h"
#include "value/value.h"

struct nr_roll {
    NR_LIST(struct nr_appearance)
    items; /* by begin; of two that begin together the longer one first */
};

/* Linear. */
enum nr_status nr_roll_call(struct nr_arena *arena, const struct nr_presence *presence,
                            const struct nr_values *values, struct nr_roll *roll);

#endif
