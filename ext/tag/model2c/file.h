/* tag/model2c/file.h: a model as a file: lines of text that say what it is, an empty
 * line, then its numbers, little endian:
 *
 *     newsroom model 2
 *     name speech
 *     corpora polnear-train.db
 *     options epochs 10, seed 1
 *     figures dev: content 62.0
 *     labels 7 turns 2 attributes 120000 blocks 1234567
 *     checksum 0123456789abcdef
 *
 *     attributes (4 bytes each, ascending), blocks, steps and ends (2 bytes each)
 *
 * For programs (the trainer, model2c), not for the library: what fails ends the program.
 */
#ifndef NR_TAG_MODEL2C_FILE_H
#define NR_TAG_MODEL2C_FILE_H

#include "tag/model.h"

#include <stddef.h>

/* What the head of a file says for people. One line each. */
struct model_story {
    const char *name;
    const char *corpora;
    const char *options;
    const char *figures;
};

void model_write(const char *path, const struct nr_model *model,
                 const struct model_story *story);
/* NULL, and what is wrong in fault: cut short, of another version, changed. */
struct nr_model *model_read(const char *path, const char **fault);
void model_free(struct nr_model *model);

/* Attributes with their weights as a file has them: one block each, with NR_MODEL_OWN for
 * own ones. */
struct model_entries {
    struct nr_model_slot *items; /* in order of attribute */
    uint32_t count;
    int8_t *blocks;
    size_t block_bytes;
};

/* Finds places for attributes, all different and not 0 (places.c). Returns whose place
 * each is, 0: nobody's; to be freed, as places->shifts. */
uint32_t *model_places(struct nr_places *places, const uint32_t *attributes,
                       uint32_t count);

/* Makes the model's tables of its attributes (layout.c). label_count is there. */
void model_lay_out(struct nr_model *model, const struct model_entries *entries);
/* And back, to be freed by model_entries_free(). */
struct model_entries model_entries_of(const struct nr_model *model);
void model_entries_free(struct model_entries *entries);
/* Bytes of a block, its own first byte included. */
size_t model_block_size(const struct nr_model *model, const int8_t *block);
size_t model_step_count(const struct nr_model *model);
/* Bytes of all blocks that channels' attributes have. */
size_t model_block_bytes(const struct nr_model *model);

/* FNV-1a, 64 bits: the checksum of what was summed before and of these bytes. */
#define MODEL_CHECKSUM_BEGIN UINT64_C(14695981039346656037)
uint64_t model_checksum(uint64_t sum, const void *bytes, size_t length);

/* malloc that ends the program when there is none. Zeroed. */
void *need(size_t count, size_t size);

#endif
