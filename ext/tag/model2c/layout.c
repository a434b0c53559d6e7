/* tag/model2c/layout.c: attributes and their weights become a model's tables, and back.
 */
#include "tag/model2c/layout.h"
#include "tag/model2c/memory.h"
#include "tag/model2c/places.h"

#include <stdlib.h>
#include <string.h>

static bool is_own(const struct model_entries *entries, uint32_t i)
{
    return (entries->blocks[entries->items[i].block] >> NR_MODEL_OWN & 1) != 0;
}

size_t model_block_size(const struct nr_model *model, const int8_t *block)
{
    size_t offsets = 0;
    for (uint8_t bits = (uint8_t)block[0]; bits != 0; bits >>= 1) {
        offsets += bits & 1u;
    }
    return 1 + offsets * model->label_count;
}

size_t model_block_bytes(const struct nr_model *model)
{
    size_t length = 0;
    for (uint32_t i = 0; i < model->kinds.count; i++) {
        const struct nr_model_slot *slot = &model->slots[i];
        size_t end = slot->block + model_block_size(model, model->blocks + slot->block);
        length = slot->attribute != 0 && end > length ? end : length;
    }
    return length;
}

/* The own attributes, or those of channels; *count of them. */
static uint32_t *pick(const struct model_entries *entries, bool own, uint32_t *count)
{
    uint32_t *attributes = need(entries->count, sizeof *attributes);
    *count = 0;
    for (uint32_t i = 0; i < entries->count; i++) {
        if (is_own(entries, i) == own) {
            attributes[(*count)++] = entries->items[i].attribute;
        }
    }
    return attributes;
}

/* ---- Attributes of channels ---- */

static void fill_slots(struct nr_model *model, const struct model_entries *entries)
{
    uint32_t count;
    uint32_t *attributes = pick(entries, false, &count);
    free(model_places(&model->kinds, attributes, count));
    free(attributes);
    struct nr_model_slot *slots = need(model->kinds.count, sizeof *slots);
    int8_t *blocks = need(entries->block_bytes + NR_MODEL_PADDING, 1);
    size_t length = 0;
    for (uint32_t i = 0; i < entries->count; i++) {
        if (!is_own(entries, i)) {
            const struct nr_model_slot *entry = &entries->items[i];
            const int8_t *block = entries->blocks + entry->block;
            slots[nr_place_of(&model->kinds, entry->attribute)] =
                (struct nr_model_slot){entry->attribute, (uint32_t)length};
            memcpy(blocks + length, block, model_block_size(model, block));
            length += model_block_size(model, block);
        }
    }
    model->slots = slots;
    model->blocks = blocks;
}

/* ---- Own attributes ---- */

static void write_row(const struct nr_model *model, const int8_t *block,
                      uint32_t attribute, uint8_t *row)
{
    for (uint32_t y = 0; y < model->label_count; y++) {
        row[y] = (uint8_t)(block[1 + y] + NR_MODEL_ZERO);
    }
    uint32_t mark = attribute & nr_model_marks(model->label_count);
    for (uint32_t i = model->label_count; i < nr_model_lanes(model->label_count); i++) {
        row[i] = (uint8_t)mark;
        mark >>= 8;
    }
}

static void fill_rows(struct nr_model *model, const struct model_entries *entries)
{
    uint32_t count;
    uint32_t *attributes = pick(entries, true, &count);
    model->row_attributes = model_places(&model->own, attributes, count);
    free(attributes);
    size_t lanes = nr_model_lanes(model->label_count);
    uint8_t *rows = need(model->own.count, lanes);
    memset(rows, NR_MODEL_ZERO, model->own.count * lanes); /* what is nobody's */
    for (uint32_t i = 0; i < entries->count; i++) {
        const struct nr_model_slot *entry = &entries->items[i];
        if (is_own(entries, i)) {
            uint32_t place = nr_place_of(&model->own, entry->attribute);
            write_row(model, entries->blocks + entry->block, entry->attribute,
                      rows + place * lanes);
        }
    }
    model->rows = rows;
}

void model_lay_out(struct nr_model *model, const struct model_entries *entries)
{
    fill_slots(model, entries);
    fill_rows(model, entries);
}

/* ---- Steps ---- */

static size_t step_rows(const struct nr_model *model)
{
    return (size_t)model->turn_count * (model->label_count + 1);
}

size_t model_step_count(const struct nr_model *model)
{
    return (step_rows(model) + 1) * model->label_count;
}

int16_t model_step(const struct nr_model *model, size_t i)
{
    size_t row = i / model->label_count;
    size_t y = i % model->label_count;
    return row < step_rows(model)
               ? model->steps[row * nr_model_lanes(model->label_count) + y]
               : model->ends[y];
}

/* Room for rows of steps, none of which may be taken. */
static int16_t *need_rows(size_t rows, size_t lanes)
{
    int16_t *steps = need(rows * lanes, sizeof *steps);
    for (size_t i = 0; i < rows * lanes; i++) {
        steps[i] = NR_STEP_NEVER;
    }
    return steps;
}

/* How much less one label is worth than another at most, whichever follows. */
static int16_t least_gain(const int16_t *one, const int16_t *other, size_t labels)
{
    int32_t least = INT16_MAX;
    for (size_t y = 0; y < labels; y++) {
        least = one[y] - other[y] < least ? one[y] - other[y] : least;
    }
    return (int16_t)least;
}

/* Writes how good other labels may be where one is sure; itself, and what pads the row,
 * may be anything. table: steps of one turn. */
static void lay_row_alone(const int16_t *table, size_t label, size_t labels, int16_t *row)
{
    for (size_t a = 0; a < labels; a++) {
        int16_t gain = least_gain(table + label * labels, table + a * labels, labels);
        row[a] = (int16_t)(a == label ? 0 : gain - 1);
    }
}

static int16_t *lay_alone(const struct nr_model *model, const int16_t *steps)
{
    size_t labels = model->label_count;
    size_t lanes = nr_model_lanes(model->label_count);
    int16_t *alone = need(model->turn_count * labels * lanes, sizeof *alone);
    int16_t *row = alone;
    for (size_t turn = 0; turn < model->turn_count; turn++) {
        const int16_t *table = steps + turn * (labels + 1) * labels;
        for (size_t y = 0; y < labels; y++, row += lanes) {
            lay_row_alone(table, y, labels, row);
        }
    }
    return alone;
}

void model_lay_steps(struct nr_model *model, const int16_t *steps)
{
    size_t labels = model->label_count;
    size_t lanes = nr_model_lanes(model->label_count);
    size_t rows = step_rows(model);
    int16_t *onward = need_rows(rows, lanes);
    int16_t *back = need_rows(model->turn_count * labels, lanes);
    int16_t *ends = need_rows(1, lanes);
    for (size_t r = 0; r < rows; r++) {
        size_t turn = r / (labels + 1);
        size_t a = r % (labels + 1);
        memcpy(onward + r * lanes, steps + r * labels, labels * sizeof *steps);
        for (size_t y = 0; y < labels && a < labels; y++) {
            back[(turn * labels + y) * lanes + a] = steps[r * labels + y];
        }
    }
    memcpy(ends, steps + rows * labels, labels * sizeof *steps);
    model->steps = onward;
    model->back = back;
    model->ends = ends;
    model->alone = lay_alone(model, steps);
}

/* ---- And back ---- */

struct listed {
    uint32_t attribute;
    const int8_t *block; /* a channel's; NULL: an own attribute's row */
    const uint8_t *row;
};

static int by_attribute(const void *a, const void *b)
{
    uint32_t x = ((const struct listed *)a)->attribute;
    uint32_t y = ((const struct listed *)b)->attribute;
    return (x > y) - (x < y);
}

/* All attributes of a model in order; *count of them. */
static struct listed *list_attributes(const struct nr_model *model, uint32_t *count)
{
    size_t lanes = nr_model_lanes(model->label_count);
    struct listed *list =
        need((size_t)model->kinds.count + model->own.count, sizeof *list);
    *count = 0;
    for (uint32_t i = 0; i < model->kinds.count; i++) {
        const int8_t *block = model->blocks + model->slots[i].block;
        if (model->slots[i].attribute != 0) {
            list[(*count)++] = (struct listed){model->slots[i].attribute, block, NULL};
        }
    }
    for (uint32_t r = 0; r < model->own.count; r++) {
        if (model->row_attributes[r] != 0) {
            list[(*count)++] =
                (struct listed){model->row_attributes[r], NULL, model->rows + r * lanes};
        }
    }
    qsort(list, *count, sizeof *list, by_attribute);
    return list;
}

/* Writes the block that an attribute has in a file; returns its size. */
static size_t write_block(const struct nr_model *model, const struct listed *from,
                          int8_t *block)
{
    if (from->block != NULL) {
        size_t size = model_block_size(model, from->block);
        memcpy(block, from->block, size);
        return size;
    }
    block[0] = 1 << NR_MODEL_OWN;
    for (uint32_t y = 0; y < model->label_count; y++) {
        block[1 + y] = (int8_t)(from->row[y] - NR_MODEL_ZERO);
    }
    return 1 + (size_t)model->label_count;
}

struct model_entries model_entries_of(const struct nr_model *model)
{
    struct model_entries entries = {0};
    struct listed *list = list_attributes(model, &entries.count);
    size_t most = (size_t)entries.count * (1 + NR_TAG_OFFSETS * model->label_count);
    entries.items = need(entries.count, sizeof *entries.items);
    entries.blocks = need(most, 1);
    for (uint32_t i = 0; i < entries.count; i++) {
        entries.items[i].attribute = list[i].attribute;
        entries.items[i].block = (uint32_t)entries.block_bytes;
        entries.block_bytes +=
            write_block(model, &list[i], entries.blocks + entries.block_bytes);
    }
    free(list);
    return entries;
}

void model_entries_free(struct model_entries *entries)
{
    free(entries->items);
    free(entries->blocks);
    *entries = (struct model_entries){0};
}
