/* tag/score.c: what speaks for each label, at each position?
 *
 * A position's score for a label is the sum of its attributes' weights. What a kind of
 * word weighs at each offset is summed once a text (a kind's sums) and added to the
 * positions around it as one row; only what a position alone shows is looked up there.
 *
 * A model is larger than the processor's fastest memory, and waiting would take most of
 * the time: so nothing here branches on what was read, and many reads are under way at
 * once. Rows of own attributes are added eight bytes at a time in ordinary 64-bit
 * numbers, as two rows of four 16-bit sums. */
#include "tag/score.h"
#include "tag/lanes.h"

enum {
    AHEAD = 4, /* positions whose rows are asked for before they are read, and 1 */
    KINDS_AT_ONCE = 32,
    WORDS = (NR_TAG_LABELS / NR_MODEL_LANES + 1), /* of eight bytes, in the longest row */
};

/* ---- Getting ready ---- */

bool nr_scoring_open(struct nr_scoring *s, struct nr_arena *arena,
                     const struct nr_model *model,
                     const struct nr_description *description, uint32_t longest)
{
    uint32_t lanes = nr_model_lanes(model->label_count);
    *s = (struct nr_scoring){.model = model, .description = description, .lanes = lanes};
    for (uint32_t c = 0; c < description->channel_count; c++) {
        size_t kinds = description->channels[c].kind_count;
        size_t row = (size_t)NR_TAG_OFFSETS * lanes;
        s->sums[c].rows = nr_arena_take_array(arena, kinds * row, sizeof(int16_t));
        s->sums[c].has = nr_arena_take(arena, kinds);
        s->sums[c].known = nr_arena_take(arena, kinds);
    }
    s->own = nr_arena_take_array(arena, (size_t)longest * description->own_width,
                                 sizeof *s->own);
    s->turns = nr_arena_take(arena, longest);
    s->scores = nr_arena_take_array(arena, (size_t)longest * lanes, sizeof *s->scores);
    return arena->status == NR_OK;
}

/* ---- What all positions of a kind share ---- */

/* Asks for memory that is read soon. */
static inline void ask_for(const void *memory)
{
#if defined(__GNUC__)
    __builtin_prefetch(memory);
#else
    (void)memory;
#endif
}

/* Adds a row of weights to a row of scores. Reads up to seven bytes behind the row, which
 * land behind label_count: there are NR_MODEL_PADDING. */
static inline void add_weights(int16_t *to, const int8_t *weights, uint32_t lanes)
{
    for (uint32_t i = 0; i < lanes; i += NR_MODEL_LANES) {
        nr_lanes sum =
            nr_lanes_add(nr_lanes_read(to + i), nr_lanes_of_bytes(weights + i));
        nr_lanes_write(to + i, sum);
    }
}

/* Where the blocks of those attributes begin that the model knows; returns how many.
 * Without a branch: which they are cannot be foreseen. */
static inline uint32_t find_blocks(const struct nr_model *model,
                                   const uint32_t *attributes, uint32_t count,
                                   uint32_t *blocks)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i < count && attributes[i] != 0; i++) {
        const struct nr_model_slot *slot =
            &model->slots[nr_place_of(&model->kinds, attributes[i])];
        blocks[found] = slot->block;
        found += slot->attribute == attributes[i];
    }
    return found;
}

/* What one attribute gives at all offsets. */
static void sum_block(const struct nr_scoring *s, const int8_t *block, uint8_t offsets,
                      int16_t *rows, uint8_t *has)
{
    uint8_t there = (uint8_t)block[0];
    const int8_t *weights = block + 1;
    for (uint32_t o = 0; o < NR_TAG_OFFSETS; o++) {
        if ((there >> o & 1) == 0) {
            continue;
        }
        if ((offsets >> o & 1) != 0) {
            add_weights(rows + (size_t)o * s->lanes, weights, s->lanes);
            *has |= (uint8_t)(1u << o);
        }
        weights += s->model->label_count;
    }
}

/* Kinds that are summed together: what one waits for, the others wait for as well. */
struct batch {
    uint32_t kinds[KINDS_AT_ONCE];
    uint32_t found[KINDS_AT_ONCE]; /* attributes the model knows */
    uint32_t blocks[KINDS_AT_ONCE][NR_TAG_KIND];
    uint32_t count;
};

static void find_batch(const struct nr_scoring *s, const struct nr_channel *channel,
                       struct batch *batch)
{
    for (uint32_t k = 0; k < batch->count; k++) {
        const uint32_t *attributes =
            channel->attributes + (size_t)batch->kinds[k] * channel->width;
        batch->found[k] =
            find_blocks(s->model, attributes, channel->width, batch->blocks[k]);
        for (uint32_t i = 0; i < batch->found[k]; i++) {
            ask_for(s->model->blocks + batch->blocks[k][i]);
        }
    }
}

static void sum_batch(const struct nr_scoring *s, uint32_t c, struct batch *batch)
{
    const struct nr_channel *channel = &s->description->channels[c];
    const struct nr_sums *sums = &s->sums[c];
    find_batch(s, channel, batch);
    for (uint32_t k = 0; k < batch->count; k++) {
        uint32_t kind = batch->kinds[k];
        int16_t *rows = sums->rows + (size_t)kind * NR_TAG_OFFSETS * s->lanes;
        for (uint32_t i = 0; i < batch->found[k]; i++) {
            sum_block(s, s->model->blocks + batch->blocks[k][i], channel->offsets, rows,
                      &sums->has[kind]);
        }
    }
    batch->count = 0;
}

/* Asks for the slots of a kind's attributes. */
static void ask_for_slots(const struct nr_scoring *s, const struct nr_channel *channel,
                          uint32_t kind)
{
    const uint32_t *attributes = channel->attributes + (size_t)kind * channel->width;
    for (uint32_t i = 0; i < channel->width && attributes[i] != 0; i++) {
        ask_for(&s->model->slots[nr_place_of(&s->model->kinds, attributes[i])]);
    }
}

/* Sums the kinds of a sequence that are new. */
static void sum_kinds(const struct nr_scoring *s, uint32_t c, struct nr_sequence sequence)
{
    const struct nr_channel *channel = &s->description->channels[c];
    const uint32_t *kinds = channel->kinds + sequence.first;
    const struct nr_sums *sums = &s->sums[c];
    struct batch batch;
    batch.count = 0;
    for (uint32_t t = 0; t < sequence.count; t++) {
        if (kinds[t] == NR_NONE || sums->known[kinds[t]]) {
            continue;
        }
        sums->known[kinds[t]] = true;
        ask_for_slots(s, channel, kinds[t]);
        batch.kinds[batch.count++] = kinds[t];
        if (batch.count == KINDS_AT_ONCE) {
            sum_batch(s, c, &batch);
        }
    }
    sum_batch(s, c, &batch);
}

static inline void add_scores(int16_t *to, const int16_t *row, uint32_t lanes)
{
    for (uint32_t i = 0; i < lanes; i += NR_MODEL_LANES) {
        nr_lanes sum = nr_lanes_add(nr_lanes_read(to + i), nr_lanes_read(row + i));
        nr_lanes_write(to + i, sum);
    }
}

/* Adds what a channel shows around each position. A kind at t is seen from t - offset. */
static inline void score_channel(const struct nr_scoring *s, uint32_t c,
                                 struct nr_sequence sequence, uint32_t lanes)
{
    const uint32_t *kinds = s->description->channels[c].kinds + sequence.first;
    const struct nr_sums *sums = &s->sums[c];
    sum_kinds(s, c, sequence);
    for (uint32_t t = 0; t < sequence.count; t++) {
        uint32_t kind = kinds[t];
        if (kind == NR_NONE) {
            continue;
        }
        const int16_t *rows = sums->rows + (size_t)kind * NR_TAG_OFFSETS * lanes;
        for (uint32_t o = 0; o < NR_TAG_OFFSETS; o++) {
            uint32_t at = t + NR_TAG_REACH - o; /* wraps below 0: past the end too */
            if ((sums->has[kind] >> o & 1) != 0 && at < sequence.count) {
                add_scores(s->scores + (size_t)at * lanes, rows + (size_t)o * lanes,
                           lanes);
            }
        }
    }
}

/* ---- What a position alone shows ---- */

/* Eight bytes as one number, the first lowest: one instruction on most machines. */
static inline uint64_t word_at(const uint8_t *bytes)
{
    uint64_t word = 0;
    for (uint32_t i = 0; i < 8; i++) {
        word |= (uint64_t)bytes[i] << 8 * i;
    }
    return word;
}

/* Sums of rows: of each eight bytes the even ones and the odd ones, in 16 bits each,
 * which hold 256 rows and more. A weight stands as weight + NR_MODEL_ZERO. */
struct total {
    uint64_t even[WORDS];
    uint64_t odd[WORDS];
    uint32_t rows;
};

/* Without a branch: whether the model knows an attribute cannot be foreseen. */
static inline void add_row(const uint8_t *row, uint64_t mark, uint32_t mark_at,
                           uint32_t lanes, struct total *total)
{
    const uint64_t halves = 0x00FF00FF00FF00FFu;
    uint64_t strange = word_at(row + lanes - 8) >> mark_at ^ mark;
    uint64_t known = (strange - 1) >> 63; /* 1, or 0 */
    for (uint32_t w = 0; w < lanes / 8; w++) {
        uint64_t word = word_at(row + (size_t)w * 8) & -known;
        total->even[w] += word & halves;
        total->odd[w] += word >> 8 & halves;
    }
    total->rows += (uint32_t)known;
}

static inline void write_total(const struct total *total, uint32_t lanes, int16_t *scores)
{
    int32_t zero = (int32_t)total->rows * NR_MODEL_ZERO;
    for (uint32_t i = 0; i < lanes; i++) {
        uint64_t word = i % 2 == 0 ? total->even[i / 8] : total->odd[i / 8];
        int32_t sum = (int32_t)(word >> i % 8 / 2 * 16 & 0xFFFF);
        scores[i] = (int16_t)(sum - zero);
    }
}

/* Finds the rows of a position's attributes, and asks for them. */
static inline void find_rows(const struct nr_model *model, const uint32_t *own,
                             uint32_t width, uint32_t lanes, uint32_t *rows)
{
    for (uint32_t i = 0; i < width; i++) {
        rows[i] = nr_place_of(&model->own, own[i]) * lanes;
        ask_for(model->rows + rows[i]);
    }
}

static inline void score_own(const struct nr_scoring *s, uint32_t count, uint32_t lanes)
{
    const struct nr_model *model = s->model;
    uint32_t width = s->description->own_width;
    uint32_t marks = nr_model_marks(model->label_count);
    uint32_t mark_at = model->label_count % 8 * 8; /* bits of the last eight bytes */
    uint32_t rows[AHEAD][NR_TAG_OWN];
    for (uint32_t t = 0; t < count + AHEAD - 1; t++) {
        if (t < count) {
            find_rows(model, s->own + (size_t)t * width, width, lanes, rows[t % AHEAD]);
        }
        if (t + 1 < AHEAD) {
            continue;
        }
        uint32_t now = t + 1 - AHEAD;
        const uint32_t *own = s->own + (size_t)now * width;
        struct total total = {0};
        for (uint32_t i = 0; i < width; i++) {
            add_row(model->rows + rows[now % AHEAD][i], own[i] & marks, mark_at, lanes,
                    &total);
        }
        write_total(&total, lanes, s->scores + (size_t)now * lanes);
    }
}

/* ---- Both ---- */

/* `lanes` is known where this is inlined, so that sums stay in registers. */
static inline void score_rows(const struct nr_scoring *s, struct nr_sequence sequence,
                              uint32_t lanes)
{
    const struct nr_description *d = s->description;
    if (d->describe != NULL) {
        score_own(s, sequence.count, lanes);
    } else {
        memset(s->scores, 0, (size_t)sequence.count * lanes * sizeof *s->scores);
    }
    for (uint32_t c = 0; c < d->channel_count; c++) {
        score_channel(s, c, sequence, lanes);
    }
    for (uint32_t t = 0; t < sequence.count; t++) {
        for (uint32_t i = s->model->label_count; i < lanes; i++) {
            s->scores[(size_t)t * lanes + i] = 0;
        }
    }
}

void nr_score(const struct nr_scoring *s, struct nr_sequence sequence)
{
    const struct nr_description *d = s->description;
    memset(s->turns, 0, sequence.count);
    if (d->describe != NULL) {
        d->describe(d->context, sequence.first, sequence.count, s->own, s->turns);
    }
    switch (s->lanes) {
    case 8:
        score_rows(s, sequence, 8);
        break;
    case 16:
        score_rows(s, sequence, 16);
        break;
    case 24:
        score_rows(s, sequence, 24);
        break;
    default:
        score_rows(s, sequence, s->lanes);
    }
}
