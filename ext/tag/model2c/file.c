/* tag/model2c/file.c: writes a model down, and reads it only if it is whole.
 *
 * The checksum (FNV-1a, 64 bits) covers every number of the file and the line of counts,
 * so a flipped bit anywhere that matters is found; the text for people may be edited. */
#include "tag/model2c/file.h"
#include "tag/model2c/memory.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Frees what a const pointer of a model points to: programs made it. */
static void release(const void *block)
{
    void *made;
    memcpy(&made, &block, sizeof made);
    free(made);
}

void model_free(struct nr_model *model)
{
    if (model == NULL) {
        return;
    }
    release(model->slots);
    release(model->blocks);
    release(model->kinds.shifts);
    release(model->own.shifts);
    release(model->rows);
    release(model->row_attributes);
    release(model->steps);
    release(model->back);
    release(model->ends);
    release(model->alone);
    free(model);
}

/* ---- Bytes ---- */

struct payload {
    unsigned char *bytes;
    size_t length;
};

static void put(struct payload *p, uint32_t value, uint32_t bytes)
{
    for (uint32_t i = 0; i < bytes; i++) {
        p->bytes[p->length++] = (unsigned char)(value >> 8 * i & 0xFF);
    }
}

static uint32_t get(const unsigned char *bytes, uint32_t count)
{
    uint32_t value = 0;
    for (uint32_t i = 0; i < count; i++) {
        value |= (uint32_t)bytes[i] << 8 * i;
    }
    return value;
}

uint64_t model_checksum(uint64_t sum, const void *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        sum = (sum ^ ((const unsigned char *)bytes)[i]) * 1099511628211u;
    }
    return sum;
}

static uint64_t checksum(const char *counts, const struct payload *p)
{
    uint64_t sum = model_checksum(MODEL_CHECKSUM_BEGIN, counts, strlen(counts));
    return model_checksum(sum, p->bytes, p->length);
}

/* ---- Writing ---- */

static struct payload payload_of(const struct nr_model *model,
                                 const struct model_entries *entries)
{
    size_t steps = model_step_count(model);
    size_t most = (size_t)entries->count * 4 + entries->block_bytes + steps * 2;
    struct payload p = {need(most, 1), 0};
    for (uint32_t i = 0; i < entries->count; i++) {
        put(&p, entries->items[i].attribute, 4);
    }
    memcpy(p.bytes + p.length, entries->blocks, entries->block_bytes);
    p.length += entries->block_bytes;
    for (size_t i = 0; i < steps; i++) {
        put(&p, (uint16_t)model_step(model, i), 2);
    }
    return p;
}

void model_write(const char *path, const struct nr_model *model,
                 const struct model_story *story)
{
    char counts[160];
    struct model_entries entries = model_entries_of(model);
    struct payload p = payload_of(model, &entries);
    FILE *file = fopen(path, "wb");
    snprintf(counts, sizeof counts, "labels %u turns %u attributes %u blocks %zu",
             model->label_count, model->turn_count, entries.count, entries.block_bytes);
    if (file == NULL ||
        fprintf(file,
                "newsroom model %d\nname %s\ncorpora %s\noptions %s\nfigures %s\n%s\n"
                "checksum %016" PRIx64 "\n\n",
                NR_MODEL_VERSION, story->name, story->corpora, story->options,
                story->figures, counts, checksum(counts, &p)) < 0 ||
        fwrite(p.bytes, 1, p.length, file) != p.length || fclose(file) != 0) {
        fprintf(stderr, "%s cannot be written\n", path);
        exit(EXIT_FAILURE);
    }
    free(p.bytes);
    model_entries_free(&entries);
}

/* ---- Reading ---- */

struct counts {
    uint32_t labels;
    uint32_t turns;
    uint32_t attributes;
    size_t blocks;
};

static size_t expected_bytes(struct counts c)
{
    return (size_t)c.attributes * 4 + c.blocks +
           ((size_t)c.turns * (c.labels + 1) * c.labels + c.labels) * 2;
}

/* Attributes and their blocks; false: they do not fit each other. */
static bool unpack_entries(const struct nr_model *model, struct counts c,
                           const unsigned char *bytes, struct model_entries *entries)
{
    size_t at = 0;
    *entries = (struct model_entries){need(c.attributes, sizeof *entries->items),
                                      c.attributes, need(c.blocks + 1, 1), c.blocks};
    memcpy(entries->blocks, bytes + (size_t)c.attributes * 4, c.blocks);
    for (uint32_t i = 0; i < c.attributes; i++) {
        entries->items[i] =
            (struct nr_model_slot){get(bytes + (size_t)i * 4, 4), (uint32_t)at};
        at += at < c.blocks ? model_block_size(model, entries->blocks + at) : 1;
    }
    return at == c.blocks;
}

static struct nr_model *unpack(struct counts c, const struct payload *p,
                               const char **fault)
{
    struct nr_model *model = need(1, sizeof *model);
    struct model_entries entries;
    const unsigned char *from = p->bytes + (size_t)c.attributes * 4;
    model->label_count = c.labels;
    model->turn_count = c.turns;
    if (unpack_entries(model, c, p->bytes, &entries)) {
        model_lay_out(model, &entries);
    } else {
        *fault = "its blocks do not fit its attributes";
    }
    model_entries_free(&entries);
    from += c.blocks;
    int16_t *steps = need(model_step_count(model), sizeof *steps);
    for (size_t i = 0; i < model_step_count(model); i++) {
        steps[i] = (int16_t)get(from + i * 2, 2);
    }
    model_lay_steps(model, steps);
    free(steps);
    return model;
}

/* The line that begins with a word; text behind it. NULL: another line. */
static const char *read_line(FILE *file, char *line, size_t room, const char *word)
{
    size_t length = strlen(word);
    if (fgets(line, (int)room, file) == NULL || strncmp(line, word, length) != 0) {
        return NULL;
    }
    line[strcspn(line, "\n")] = 0;
    return line + length;
}

/* "labels 7 turns 2": the number behind a word; *at moves past it. False: not there. */
static bool read_number(const char **at, const char *word, size_t *number)
{
    size_t length = strlen(word);
    char *end = NULL;
    if (strncmp(*at, word, length) != 0) {
        return false;
    }
    *number = strtoul(*at + length, &end, 10);
    bool read = end > *at + length;
    *at = end;
    return read;
}

static bool read_counts(const char *line, struct counts *c)
{
    size_t labels = 0;
    size_t turns = 0;
    size_t attributes = 0;
    bool read = read_number(&line, "labels ", &labels) &&
                read_number(&line, " turns ", &turns) &&
                read_number(&line, " attributes ", &attributes) &&
                read_number(&line, " blocks ", &c->blocks);
    c->labels = (uint32_t)labels;
    c->turns = (uint32_t)turns;
    c->attributes = (uint32_t)attributes;
    return read;
}

static const char *read_head(FILE *file, struct counts *c, char *counts, size_t room,
                             uint64_t *sum)
{
    char line[4096];
    const char *version = read_line(file, line, sizeof line, "newsroom model ");
    if (version == NULL) {
        return "it is no model file";
    }
    if (strtol(version, NULL, 10) != NR_MODEL_VERSION) {
        return "it is of another version: train it again (make train)";
    }
    bool told = read_line(file, line, sizeof line, "name ") != NULL &&
                read_line(file, line, sizeof line, "corpora ") != NULL &&
                read_line(file, line, sizeof line, "options ") != NULL &&
                read_line(file, line, sizeof line, "figures ") != NULL &&
                read_line(file, line, sizeof line, "labels ") != NULL;
    snprintf(counts, room, "%.150s", told ? line : "");
    if (!told || !read_counts(counts, c)) {
        return "its head is damaged";
    }
    const char *given = read_line(file, line, sizeof line, "checksum ");
    *sum = given != NULL ? strtoull(given, NULL, 16) : 0;
    if (given == NULL || read_line(file, line, sizeof line, "") == NULL || line[0] != 0) {
        return "its head is damaged";
    }
    bool sane = c->labels > 0 && c->labels <= NR_TAG_LABELS && c->turns > 0 &&
                c->turns <= NR_TAG_TURNS && c->attributes < 1u << 26 &&
                c->blocks < 1u << 30;
    return sane ? NULL : "its head is damaged";
}

struct nr_model *model_read(const char *path, const char **fault)
{
    struct counts c = {0};
    char counts[160];
    uint64_t sum = 0;
    struct nr_model *model = NULL;
    FILE *file = fopen(path, "rb");
    *fault = file == NULL ? "it cannot be opened"
                          : read_head(file, &c, counts, sizeof counts, &sum);
    if (*fault == NULL) {
        struct payload p = {need(expected_bytes(c) + 1, 1), 0};
        p.length = fread(p.bytes, 1, expected_bytes(c) + 1, file);
        if (p.length != expected_bytes(c)) {
            *fault = "it is cut short, or too long";
        } else if (checksum(counts, &p) != sum) {
            *fault = "its checksum is wrong: it was changed";
        } else {
            model = unpack(c, &p, fault);
        }
        free(p.bytes);
    }
    if (file != NULL) {
        fclose(file);
    }
    if (*fault != NULL) {
        model_free(model);
        return NULL;
    }
    return model;
}
