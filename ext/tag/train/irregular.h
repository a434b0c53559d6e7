/* tag/train/irregular.h: English words whose forms no rule gives. */
#ifndef NR_TAG_TRAIN_IRREGULAR_H
#define NR_TAG_TRAIN_IRREGULAR_H

#include "tag/pos.h"

struct irregular {
    enum nr_pos tag;
    const char *lemma;
    const char *forms; /* a space between */
};
extern const struct irregular irregular_words[]; /* [irregular_word_count] */
extern const uint32_t irregular_word_count;

#endif
