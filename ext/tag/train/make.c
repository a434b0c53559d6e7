/* tag/train/make.c: learnt weights become a model: scaled to whole numbers, pruned, laid
 * out as tag/model.h says.
 *
 * The scale lets the largest weight into a byte. None is cut: the few large ones are
 * those of the most frequent words, and parts of speech were three points worse with one
 * weight in two thousand cut. Blocks whose weights all round to less than `keep` are left
 * out. */
#include "tag/train/numbered.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 127, STEP_MOST = 3000 };

static double largest_weight(const struct means *m)
{
    size_t cells = (size_t)m->numbered->feature_count * m->lanes;
    double largest = 1.0;
    for (size_t i = 0; i < cells; i++) {
        double size = fabs((double)m->weights[i]);
        largest = size > largest ? size : largest;
    }
    return largest;
}

static int32_t whole(double weight, double scale, int32_t most)
{
    double scaled = weight * scale + 0.5;
    if (scaled >= most || scaled <= -most) {
        return scaled > 0 ? most : -most;
    }
    int32_t down = (int32_t)scaled;
    return down > scaled ? down - 1 : down;
}

/* Rounds a feature's weights; false: all too small to keep. */
static bool round_feature(const struct means *m, uint32_t f, double scale, int8_t *row)
{
    bool kept = false;
    for (uint32_t y = 0; y < m->label_count; y++) {
        int32_t weight = whole((double)m->weights[(size_t)f * m->lanes + y], scale, MOST);
        row[y] = (int8_t)weight;
        kept = kept || abs(weight) >= m->keep;
    }
    return kept;
}

/* Keys are sorted by attribute, then offset: an attribute's features lie side by side. */
static void write_blocks(const struct means *m, double scale, struct model_entries *to)
{
    const struct numbered *n = m->numbered;
    int8_t row[NR_TAG_LABELS];
    for (uint32_t f = 0; f < n->feature_count;) {
        uint32_t attribute = (uint32_t)(n->keys[f] >> 3);
        size_t begin = to->block_bytes;
        uint8_t offsets = 0;
        to->block_bytes++;
        for (; f < n->feature_count && n->keys[f] >> 3 == attribute; f++) {
            if (round_feature(m, f, scale, row)) {
                offsets |= (uint8_t)(1u << (n->keys[f] & 7));
                memcpy(to->blocks + to->block_bytes, row, m->label_count);
                to->block_bytes += m->label_count;
            }
        }
        if (offsets == 0) {
            to->block_bytes = begin;
            continue;
        }
        to->blocks[begin] = (int8_t)offsets;
        to->items[to->count++] = (struct nr_model_slot){attribute, (uint32_t)begin};
    }
}

static void make_steps(struct nr_model *model, const struct means *m, double scale)
{
    size_t rows = (size_t)m->turn_count * (m->label_count + 1);
    int16_t *steps = need((rows + 1) * m->label_count, sizeof *steps); /* and the ends */
    for (size_t r = 0; r <= rows; r++) {
        for (uint32_t y = 0; y < m->label_count; y++) {
            double weight = (double)m->follow[r * m->lanes + y];
            bool never = weight < -1e7;
            int32_t step = never ? NR_STEP_NEVER : whole(weight, scale, STEP_MOST);
            steps[r * m->label_count + y] = (int16_t)step;
        }
    }
    model_lay_steps(model, steps);
    free(steps);
}

struct nr_model *model_make(const struct means *m)
{
    const struct numbered *n = m->numbered;
    struct nr_model *model = need(1, sizeof *model);
    struct model_entries entries = {0};
    double scale = MOST / largest_weight(m);
    entries.blocks = need((size_t)n->feature_count * (m->label_count + 1) + 1, 1);
    entries.items = need(n->feature_count, sizeof *entries.items);
    write_blocks(m, scale, &entries);
    model->label_count = m->label_count;
    model->turn_count = m->turn_count;
    model_lay_out(model, &entries);
    make_steps(model, m, scale);
    model_entries_free(&entries);
    return model;
}
