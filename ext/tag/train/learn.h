/* tag/train/learn.h: learns a model from described texts with known labels. */
#ifndef NR_TAG_TRAIN_LEARN_H
#define NR_TAG_TRAIN_LEARN_H

#include "tag/tagger.h"

/* One text and what is right. All memory belongs to the caller's arena. */
struct lesson {
    struct nr_description description;
    const uint8_t *labels; /* [description.count] */
};

struct course {
    const char *name; /* of the model: "names" */
    const char *const *label_names;
    uint32_t label_count;
    uint32_t turn_count; /* tables of label after label, 1 at least */
    /* May label b come after a (a == label_count: b begins a sequence; b == label_count:
     * a ends one)? NULL: all may. */
    bool (*may_follow)(uint32_t a, uint32_t b);
    /* What it costs in training to say b where a is right: 0 when a == b. Added while
     * learning, so that costly faults are kept further away. NULL: all 0. */
    int32_t (*cost)(uint32_t a, uint32_t b);
    uint32_t epochs;
    uint32_t seed;
    uint32_t least; /* features seen less often in training are dropped; 2 */
    int32_t keep;   /* weights smaller than this (quantised, 1..127) are pruned */
    /* Called after each epoch with the labels it would give to dev lessons; prints. */
    void (*examine)(void *context, uint32_t epoch, uint8_t *const *labels);
    void *context;
};

/* What was learnt, before it is written: see write_model(). Usable at once through
 * learnt_model(). */
struct learnt;

/* Teaches from lessons; dev may be empty. NULL: out of memory. */
struct learnt *learn(const struct course *course, const struct lesson *lessons,
                     uint32_t count, const struct lesson *dev, uint32_t dev_count);
/* The same quantised, pruned model that the library will hold. */
const struct nr_model *learnt_model(const struct learnt *learnt);
void learnt_free(struct learnt *learnt);

#endif
