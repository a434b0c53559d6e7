/* tag/train/numbered.h: lessons as plain arrays of numbers, and learnt weights as a
 * model. Inside of learn.c and field.c. */
#ifndef NR_TAG_TRAIN_NUMBERED_H
#define NR_TAG_TRAIN_NUMBERED_H

#include "tag/train/learn.h"

struct numbered_sequence {
    uint32_t first; /* position, counted over all lessons */
    uint32_t count;
};

/* A feature is an attribute at an offset; those seen often enough have numbers. */
struct numbered {
    uint64_t *begins;   /* [position_count + 1] into features */
    uint32_t *features; /* numbers of the features at each position */
    uint8_t *labels;    /* [position_count] what is right */
    uint8_t *turns;     /* [position_count] */
    struct numbered_sequence *sequences;
    uint64_t *keys; /* [feature_count] attribute << 3 | offset, or NR_MODEL_OWN */
    uint32_t position_count;
    uint32_t sequence_count;
    uint32_t feature_count;
    uint32_t longest; /* sequence */
};

void number_lessons(struct numbered *numbered, const struct course *course);
void numbered_free(struct numbered *numbered);

/* Puts numbers into an order drawn from state, the same on every machine. */
void shuffle(uint32_t *order, uint32_t count, uint64_t *state);

/* Weights as they were learnt. */
struct means {
    const struct numbered *numbered;
    uint32_t label_count;
    uint32_t turn_count;
    uint32_t lanes;
    int32_t keep;
    float *weights; /* [features][lanes] */
    float *follow;  /* [turns][labels + 1][lanes], then [lanes]: ends; -1e8: never */
};

/* Scales to whole numbers, prunes, and lays out the tables. */
struct nr_model *model_make(const struct means *means);

#endif
