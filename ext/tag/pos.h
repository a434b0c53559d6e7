/* tag/pos.h: which part of speech is each token? Universal POS, as Universal Dependencies
 * tags English. */
#ifndef NR_TAG_POS_H
#define NR_TAG_POS_H

#include "tag/tagger.h"
#include "text/text.h"

enum nr_pos {
    NR_POS_ADJ,
    NR_POS_ADP,
    NR_POS_ADV,
    NR_POS_AUX,
    NR_POS_CCONJ,
    NR_POS_DET,
    NR_POS_INTJ,
    NR_POS_NOUN,
    NR_POS_NUM,
    NR_POS_PART,
    NR_POS_PRON,
    NR_POS_PROPN,
    NR_POS_PUNCT,
    NR_POS_SCONJ,
    NR_POS_SYM,
    NR_POS_VERB,
    NR_POS_X,
    NR_POS_COUNT
};
extern const char *const nr_pos_names[NR_POS_COUNT]; /* "ADJ" */

struct nr_tags {
    uint8_t *items; /* [count] enum nr_pos of each token */
    uint32_t count;
};

/* Fills tags, one a token. model: NULL where there is none; tags are then guessed from
 * how words are written. Linear. */
enum nr_status nr_tags_find(struct nr_arena *arena, const struct nr_text *text,
                            const struct nr_model *model, struct nr_tags *tags);

/* What the model is told of a text: for nr_tags_find() and for training. False:
 * arena->status. */
bool nr_pos_describe(struct nr_arena *arena, const struct nr_text *text,
                     struct nr_description *description);

#endif
