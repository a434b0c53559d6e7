/* tag/train/pronouns.h: how often is he the right man? */
#ifndef NR_TAG_TRAIN_PRONOUNS_H
#define NR_TAG_TRAIN_PRONOUNS_H

#include "tag/train/trainer.h"

/* Of the sources he, she and the like that were given a name. */
struct pronouns {
    uint32_t named;
    uint32_t right;
};

/* Counts them in GUM, whose mentions are linked: right where the name's last word stands
 * in a mention of the pronoun's cluster. Both its parts, since nothing of speaker/ was
 * learnt from either. False: it is not there. */
bool pronouns_count(struct trainer *trainer, struct pronouns *pronouns);

/* Is the token a name's last word? */
bool name_ends_in(struct nr_chars name, const struct nr_text *text, uint32_t t);

#endif
