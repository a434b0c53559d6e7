/* tag/score.c: what speaks for each label, at each position?
 *
 * A position's score for a label is the sum of its attributes' weights. What a kind of
 * word weighs at each offset is summed once a text (a kind's rows), and a position adds
 * the rows of what stands around it; only what it alone shows is looked up there.
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
    WORK_A_POSITION = 8,                          /* in units of nr_arena_tick() */
    WORDS = (NR_TAG_LABELS / NR_MODEL_LANES + 1), /* of eight bytes, in the longest row */
};

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

/* Kinds that are summed together: what one waits for, the others wait for as well. */
struct batch {
    uint32_t count;
    uint32_t kinds[KINDS_AT_ONCE];
    uint32_t found[KINDS_AT_ONCE]; /* attributes, then those that the model knows */
    uint32_t at[KINDS_AT_ONCE][NR_TAG_KIND]; /* their slots, then their blocks */
};

static const uint32_t *attributes_of(const struct nr_channel *channel, uint32_t kind)
{
    return channel->attributes + (size_t)kind * channel->width;
}

/* One more kind: asks for the slots of its attributes. */
static void put_kind(const struct nr_model *model, const struct nr_channel *channel,
                     uint32_t kind, struct batch *batch)
{
    const uint32_t *attributes = attributes_of(channel, kind);
    uint32_t *slots = batch->at[batch->count];
    uint32_t i = 0;
    for (; i < channel->width && attributes[i] != 0; i++) {
        slots[i] = nr_place_of(&model->kinds, attributes[i]);
        ask_for(&model->slots[slots[i]]);
    }
    batch->kinds[batch->count] = kind;
    batch->found[batch->count++] = i;
}

/* Asks for the blocks of those attributes that the model knows. Without a branch: which
 * they are cannot be foreseen. */
static void find_blocks(const struct nr_model *model, const struct nr_channel *channel,
                        struct batch *batch)
{
    for (uint32_t k = 0; k < batch->count; k++) {
        const uint32_t *attributes = attributes_of(channel, batch->kinds[k]);
        uint32_t *at = batch->at[k];
        uint32_t found = 0;
        for (uint32_t i = 0; i < batch->found[k]; i++) {
            const struct nr_model_slot *slot = &model->slots[at[i]];
            at[found] = slot->block;
            found += slot->attribute == attributes[i];
        }
        for (uint32_t i = 0; i < found; i++) {
            ask_for(model->blocks + at[i]);
        }
        batch->found[k] = found;
    }
}

/* Adds a row of weights to a row of scores. Reads up to seven bytes behind the row, which
 * land behind label_count: there are NR_MODEL_PADDING. */
NR_INLINED void add_weights(int16_t *to, const int8_t *weights, uint32_t lanes)
{
    for (uint32_t i = 0; i < lanes; i += NR_MODEL_LANES) {
        nr_lanes sum =
            nr_lanes_add(nr_lanes_read(to + i), nr_lanes_of_bytes(weights + i));
        nr_lanes_write(to + i, sum);
    }
}

/* What one attribute gives, at the offsets where it gives anything. Another channel's may
 * have the same hash and give something where this one has no rows. */
NR_INLINED void add_block(const struct nr_model *model, const int8_t *block,
                          const struct nr_rows *to, uint32_t lanes, int16_t *rows)
{
    const int8_t *weights = block + 1;
    for (uint32_t there = (uint8_t)block[0]; there != 0; there &= there - 1) {
        uint32_t row =
            nr_lowest_bit(there) - to->first; /* wraps below: past the end too */
        if (row < to->count) {
            add_weights(rows + (size_t)row * lanes, weights, lanes);
        }
        weights += model->label_count;
    }
}

/* The rows of a kind, from the first offset that it is seen from. */
NR_INLINED int16_t *rows_of(const struct nr_scoring *s, uint32_t c, uint32_t kind,
                            uint32_t lanes)
{
    const struct nr_rows *rows = &s->rows[c];
    return rows->items + (size_t)kind * rows->count * lanes;
}

NR_INLINED void sum_batch(const struct nr_scoring *s, uint32_t c, uint32_t lanes,
                          struct batch *batch)
{
    const struct nr_model *model = s->model;
    find_blocks(model, &s->description->channels[c], batch);
    for (uint32_t k = 0; k < batch->count; k++) {
        int16_t *rows = rows_of(s, c, batch->kinds[k], lanes);
        for (uint32_t i = 0; i < batch->found[k]; i++) {
            add_block(model, model->blocks + batch->at[k][i], &s->rows[c], lanes, rows);
        }
    }
    batch->count = 0;
}

/* Sums each kind that stands in any sequence. */
NR_INLINED bool sum_channel(const struct nr_scoring *s, struct nr_arena *arena,
                            uint32_t c, uint32_t lanes)
{
    const struct nr_description *d = s->description;
    const struct nr_channel *channel = &d->channels[c];
    bool *known = nr_arena_take(arena, channel->kind_count);
    struct batch batch;
    batch.count = 0;
    for (uint32_t q = 0; known != NULL && q < d->sequences.count; q++) {
        struct nr_sequence sequence = d->sequences.items[q];
        const uint32_t *kinds = channel->kinds + sequence.first;
        for (uint32_t t = 0; t < sequence.count; t++) {
            if (kinds[t] == NR_NONE || known[kinds[t]]) {
                continue;
            }
            known[kinds[t]] = true;
            put_kind(s->model, channel, kinds[t], &batch);
            if (batch.count == KINDS_AT_ONCE) {
                sum_batch(s, c, lanes, &batch);
            }
        }
        if (!nr_arena_tick(arena, sequence.count * WORK_A_POSITION)) {
            return false;
        }
    }
    sum_batch(s, c, lanes, &batch);
    return known != NULL;
}

NR_INLINED bool sum_channels(const struct nr_scoring *s, struct nr_arena *arena,
                             uint32_t lanes)
{
    for (uint32_t c = 0; c < s->description->channel_count; c++) {
        if (!sum_channel(s, arena, c, lanes)) {
            return false;
        }
    }
    return true;
}

/* The rows of what is seen at each position of a sequence, and NR_TAG_REACH times nothing
 * on both sides. */
NR_INLINED void see_rows(const struct nr_scoring *s, uint32_t c,
                         struct nr_sequence sequence, uint32_t lanes)
{
    static const int16_t nothing[NR_TAG_OFFSETS * (NR_TAG_LABELS + NR_MODEL_LANES)];
    const uint32_t *kinds = s->description->channels[c].kinds + sequence.first;
    const int16_t **seen = s->seen;
    for (uint32_t i = 0; i < NR_TAG_REACH; i++) {
        seen[i] = nothing;
        seen[sequence.count + NR_TAG_REACH + i] = nothing;
    }
    for (uint32_t t = 0; t < sequence.count; t++) {
        seen[t + NR_TAG_REACH] =
            kinds[t] == NR_NONE ? nothing : rows_of(s, c, kinds[t], lanes);
    }
}

/* Adds what is seen around each position: of what is at offset first + o - 2, row o. */
NR_INLINED void add_rows(const struct nr_scoring *s, uint32_t positions, uint32_t first,
                         uint32_t count, uint32_t lanes)
{
    for (uint32_t t = 0; t < positions; t++) {
        const int16_t **seen = s->seen + t + first;
        int16_t *scores = s->scores + (size_t)t * lanes;
        for (uint32_t i = 0; i < lanes; i += NR_MODEL_LANES) {
            nr_lanes sum = nr_lanes_read(scores + i);
            for (uint32_t o = 0; o < count; o++) {
                const int16_t *row = seen[o] + (size_t)o * lanes;
                sum = nr_lanes_add(sum, nr_lanes_read(row + i));
            }
            nr_lanes_write(scores + i, sum);
        }
    }
}

/* With what is known where this is inlined, add_rows() has no inner loop. */
NR_INLINED void score_channel(const struct nr_scoring *s, uint32_t c,
                              struct nr_sequence sequence, uint32_t lanes)
{
    const struct nr_rows *rows = &s->rows[c];
    see_rows(s, c, sequence, lanes);
    switch (rows->count) {
    case 1:
        add_rows(s, sequence.count, rows->first, 1, lanes);
        break;
    case 3:
        add_rows(s, sequence.count, rows->first, 3, lanes);
        break;
    case NR_TAG_OFFSETS:
        add_rows(s, sequence.count, 0, NR_TAG_OFFSETS, lanes);
        break;
    default:
        add_rows(s, sequence.count, rows->first, rows->count, lanes);
    }
}

/* ---- What a position alone shows ---- */

/* Eight bytes as one number, the first lowest: one instruction on most machines. */
NR_INLINED uint64_t word_at(const uint8_t *bytes)
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
NR_INLINED void add_row(const uint8_t *row, uint64_t mark, uint32_t mark_at,
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

NR_INLINED void write_total(const struct total *total, uint32_t lanes, int16_t *scores)
{
    nr_lanes zero = nr_lanes_all((int16_t)(total->rows * NR_MODEL_ZERO));
    for (uint32_t w = 0; w < lanes / NR_MODEL_LANES; w++) {
        nr_lanes sums = nr_lanes_interleave(total->even[w], total->odd[w]);
        nr_lanes_write(scores + (size_t)w * NR_MODEL_LANES, nr_lanes_less(sums, zero));
    }
}

/* Finds the rows of a position's attributes, and asks for them. */
NR_INLINED void find_rows(const struct nr_model *model, const uint32_t *own,
                          uint32_t width, uint32_t lanes, uint32_t *rows)
{
    for (uint32_t i = 0; i < width; i++) {
        rows[i] = nr_place_of(&model->own, own[i]) * lanes;
        ask_for(model->rows + rows[i]);
    }
}

NR_INLINED void score_own(const struct nr_scoring *s, uint32_t count, uint32_t lanes)
{
    const struct nr_model *model = s->model;
    uint32_t width = s->description->own_width;
    uint32_t marks = nr_model_marks(model->label_count);
    uint32_t mark_at = model->label_count % 8 * 8; /* bits of the last eight bytes */
    uint32_t rows[AHEAD][NR_TAG_OWN];
    for (uint32_t t = 0; t < count + AHEAD - 1; t++) {
        if (t < count && s->own[(size_t)t * width] != 0) {
            find_rows(model, s->own + (size_t)t * width, width, lanes, rows[t % AHEAD]);
        }
        if (t + 1 < AHEAD) {
            continue;
        }
        uint32_t now = t + 1 - AHEAD;
        const uint32_t *own = s->own + (size_t)now * width;
        struct total total = {0};
        uint32_t shown = own[0] != 0 ? width : 0; /* nothing, or all at once */
        for (uint32_t i = 0; i < shown; i++) {
            add_row(model->rows + rows[now % AHEAD][i], own[i] & marks, mark_at, lanes,
                    &total);
        }
        write_total(&total, lanes, s->scores + (size_t)now * lanes);
    }
}

/* ---- Both ---- */

NR_INLINED void score_rows(const struct nr_scoring *s, struct nr_sequence sequence,
                           uint32_t lanes)
{
    const struct nr_description *d = s->description;
    if (d->describe != NULL) {
        score_own(s, sequence.count, lanes);
    } else {
        memset(s->scores, 0, (size_t)sequence.count * lanes * sizeof *s->scores);
    }
    for (uint32_t c = 0; c < d->channel_count; c++) {
        if (!s->rows[c].shared) {
            score_channel(s, c, sequence, lanes);
        }
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

/* ---- Getting ready ---- */

/* The first offset of a set of them, and how many there are up to the last. */
static void span_offsets(uint8_t offsets, struct nr_rows *rows)
{
    rows->first = nr_lowest_bit(offsets | 1u << NR_TAG_OFFSETS);
    for (uint32_t o = rows->first; o < NR_TAG_OFFSETS; o++) {
        rows->count = (offsets >> o & 1) != 0 ? o - rows->first + 1 : rows->count;
    }
}

/* Channels of the same kinds, one behind the other, share the rows of the first. */
static void take_rows(struct nr_scoring *s, struct nr_arena *arena)
{
    const struct nr_channel *channels = s->description->channels;
    uint32_t count = s->description->channel_count;
    for (uint32_t c = 0, next; c < count; c = next) {
        struct nr_rows *rows = &s->rows[c];
        uint8_t offsets = channels[c].offsets;
        for (next = c + 1; next < count && channels[next].kinds == channels[c].kinds;
             next++) {
            offsets |= channels[next].offsets;
        }
        span_offsets(offsets, rows);
        size_t row_count = (size_t)channels[c].kind_count * rows->count;
        rows->items =
            nr_arena_take_array(arena, row_count, s->lanes * sizeof *rows->items);
        for (uint32_t i = c + 1; i < next; i++) {
            s->rows[i] = *rows;
            s->rows[i].shared = true;
        }
    }
}

bool nr_scoring_open(struct nr_scoring *s, struct nr_arena *arena,
                     const struct nr_model *model,
                     const struct nr_description *description, uint32_t longest)
{
    uint32_t lanes = nr_model_lanes(model->label_count);
    *s = (struct nr_scoring){.model = model, .description = description, .lanes = lanes};
    take_rows(s, arena);
    s->seen =
        nr_arena_take_array(arena, (size_t)longest + 2 * NR_TAG_REACH, sizeof *s->seen);
    s->own = nr_arena_take_array(arena, (size_t)longest * description->own_width,
                                 sizeof *s->own);
    s->turns = nr_arena_take(arena, longest);
    s->scores = nr_arena_take_array(arena, (size_t)longest * lanes, sizeof *s->scores);
    if (arena->status != NR_OK) {
        return false;
    }
    switch (lanes) {
    case 8:
        return sum_channels(s, arena, 8);
    case 16:
        return sum_channels(s, arena, 16);
    case 24:
        return sum_channels(s, arena, 24);
    default:
        return sum_channels(s, arena, lanes);
    }
}
