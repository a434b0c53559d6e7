/* tag/train/learn.h: learns a model from described texts with known labels. */
#ifndef NR_TAG_TRAIN_LEARN_H
#define NR_TAG_TRAIN_LEARN_H

#include "tag/model2c/file.h"
#include "tag/model2c/memory.h"
#include "tag/train/host.h"

#include <stddef.h>

/* One text and what is right. All of it belongs to the caller and must live as long as
 * what is learnt from it. */
struct lesson {
    struct nr_description description;
    const uint8_t *labels; /* by position of the text */
};

struct course {
    const char *name; /* what progress is printed under */
    const struct lesson *lessons;
    uint32_t lesson_count;
    uint32_t label_count;
    uint32_t turn_count; /* tables of label after label, 1 at least */
    uint32_t rounds;     /* how often all is learnt anew, in other orders; 0: 1 */
    /* How. false: from faults (a perceptron, learn.c); true: by raising the chance of
     * what is right (field.c), which takes three times as long and bears texts better on
     * which people disagree. It has one round. */
    bool by_chance;
    /* May b come after a? a == label_count: may b begin a sequence; b == label_count: may
     * a end one. NULL: all may. */
    bool (*may_follow)(uint32_t a, uint32_t b);
    /* What it costs in training to say b where a is right, in units of one update, by
     * chance in hundredths of its logarithm; 0 when a == b. Costly faults are kept
     * further away. NULL: nothing. */
    int32_t (*cost)(uint32_t a, uint32_t b);
    uint32_t epochs;
    uint32_t seed;
    uint32_t least; /* what is seen less often in training is dropped; 0: 2 */
    int32_t keep;   /* blocks whose weights all stay below this are pruned, 1..127 */
    /* NULL, or called after each epoch with the model as it would be written now. */
    void (*examine)(const struct course *course, uint32_t epoch,
                    const struct nr_model *model);
    void *context; /* for examine */
};

/* A model in memory of its own, to be freed by model_free() (model2c/file.h). */
struct nr_model *learn(const struct course *course);

/* Labels for one lesson by a model; labels: by position. */
bool answer(const struct nr_model *model, const struct nr_description *description,
            uint8_t *labels);

#endif
