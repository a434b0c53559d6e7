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

#include "tag/model2c/layout.h"

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

/* FNV-1a, 64 bits: the checksum of what was summed before and of these bytes. */
#define MODEL_CHECKSUM_BEGIN UINT64_C(14695981039346656037)
uint64_t model_checksum(uint64_t sum, const void *bytes, size_t length);

#endif
