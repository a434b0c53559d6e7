/* tag/model2c/layout.h: a model's tables, made of its attributes and their weights. For
 * programs. */
#ifndef NR_TAG_MODEL2C_LAYOUT_H
#define NR_TAG_MODEL2C_LAYOUT_H

#include "tag/model.h"

#include <stddef.h>

/* Attributes with their weights as a file has them: one block each, with NR_MODEL_OWN for
 * own ones. */
struct model_entries {
    struct nr_model_slot *items; /* in order of attribute */
    uint32_t count;
    int8_t *blocks;
    size_t block_bytes;
};

/* Makes the model's tables of its attributes. label_count is there. */
void model_lay_out(struct nr_model *model, const struct model_entries *entries);
/* And back, to be freed by model_entries_free(). */
struct model_entries model_entries_of(const struct nr_model *model);
void model_entries_free(struct model_entries *entries);
/* Bytes of a block, its own first byte included. */
size_t model_block_size(const struct nr_model *model, const int8_t *block);
/* Steps as a file has them: [turn_count][label_count + 1][label_count], then the ends. */
size_t model_step_count(const struct nr_model *model);
int16_t model_step(const struct nr_model *model, size_t i);
/* Makes the model's tables of them. label_count and turn_count are there. */
void model_lay_steps(struct nr_model *model, const int16_t *steps);
/* Bytes of all blocks that channels' attributes have. */
size_t model_block_bytes(const struct nr_model *model);

#endif
