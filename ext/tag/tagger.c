/* tag/tagger.c: which row of labels fits a sequence best?
 *
 *     Ms   Diaz  said  nobody   was      hurt
 *     B-S  I-S   B-Q   B-C      I-C      I-C        source, cue, content
 *
 * Each position gets a score for each label: the sum of its attributes' weights. What a
 * kind of word weighs at each offset is summed once a text (a kind's `sums`) and added to
 * the positions around it as one row; only what a position alone shows is looked up
 * there. Then Viterbi: for each position and label the best way to come to it, from left
 * to right.
 *
 * Scores are 16-bit numbers, so that one instruction adds or compares eight labels; a
 * position's scores are kept near 0 by taking off their maximum, which changes no
 * decision. Rows are padded to `lanes`, a multiple of 8; what stands in the padding is
 * never asked for.
 *
 * A model is larger than the processor's cache, and waiting for memory would take most of
 * the time: so the slots of many attributes are asked for ahead, then their weights, and
 * only then is anything summed. */
#include "tag/model.h"

#include <string.h>

enum {
    LANES = 8,           /* labels handled at once */
    SCORE_LIMIT = 8000,  /* a position's score is held within +- this */
    LOST = -12000,       /* as bad as it gets: further behind the best is all the same */
    AHEAD = 16,          /* attributes whose slots are asked for before they are read */
    AT_ONCE = 64,        /* attributes of a kind found together */
    WORK_A_POSITION = 24 /* in units of nr_arena_tick() */
};

/* A channel's sums: what a kind gives each label at each offset. */
struct sums {
    int16_t *rows; /* [kind_count][NR_TAG_OFFSETS][lanes] */
    uint8_t *has;  /* [kind_count] bits of the offsets that are not all 0 */
    bool *known;   /* [kind_count] summed already */
};

/* One text being tagged. */
struct tagging {
    struct nr_arena *arena;
    const struct nr_model *model;
    const struct nr_description *description;
    uint32_t lanes;
    struct sums sums[NR_TAG_CHANNELS];
    int16_t *steps;  /* [turn_count][label_count + 1][lanes] the model's, padded */
    uint32_t *own;   /* [longest][own_width] */
    uint8_t *turns;  /* [longest] */
    int16_t *scores; /* [longest][lanes] */
    int16_t *ahead;  /* [longest][lanes] best row up to here that ends with the label */
    uint8_t *from;   /* [longest][lanes] the label before, in that row */
    int16_t *behind; /* [longest][lanes] best row from here on; only for margins */
};

/* ---- Getting ready ---- */

static uint32_t longest(const struct nr_description *d)
{
    uint32_t most = 0;
    for (uint32_t s = 0; s < d->sequences.count; s++) {
        most = d->sequences.items[s].count > most ? d->sequences.items[s].count : most;
    }
    return most;
}

static void open_sums(struct tagging *g)
{
    for (uint32_t c = 0; c < g->description->channel_count; c++) {
        size_t kinds = g->description->channels[c].kind_count;
        size_t row = (size_t)NR_TAG_OFFSETS * g->lanes;
        g->sums[c].rows = nr_arena_take_array(g->arena, kinds * row, sizeof(int16_t));
        g->sums[c].has = nr_arena_take(g->arena, kinds);
        g->sums[c].known = nr_arena_take(g->arena, kinds);
    }
}

/* The model's steps, with rows as long as the scores'. */
static void pad_steps(struct tagging *g)
{
    uint32_t labels = g->model->label_count;
    uint32_t rows = g->model->turn_count * (labels + 1);
    g->steps = nr_arena_take_array(g->arena, (size_t)rows * g->lanes, sizeof *g->steps);
    for (uint32_t r = 0; g->steps != NULL && r < rows; r++) {
        memcpy(g->steps + (size_t)r * g->lanes, g->model->steps + (size_t)r * labels,
               labels * sizeof *g->steps);
    }
}

static bool tagging_open(struct tagging *g, bool margins)
{
    size_t most = longest(g->description);
    size_t cells = most * g->lanes;
    open_sums(g);
    pad_steps(g);
    g->own =
        nr_arena_take_array(g->arena, most * g->description->own_width, sizeof *g->own);
    g->turns = nr_arena_take(g->arena, most);
    g->scores = nr_arena_take_array(g->arena, cells, sizeof *g->scores);
    g->ahead = nr_arena_take_array(g->arena, cells, sizeof *g->ahead);
    g->from = nr_arena_take(g->arena, cells);
    if (margins) {
        g->behind = nr_arena_take_array(g->arena, cells, sizeof *g->behind);
    }
    return g->arena->status == NR_OK;
}

/* ---- Scores ---- */

/* Adds a row of weights to a row of scores, eight labels at a time. */
static inline void add_weights(int16_t *restrict to, const int8_t *restrict weights,
                               uint32_t lanes)
{
    for (uint32_t i = 0; i < lanes; i += LANES) {
        for (uint32_t k = 0; k < LANES; k++) {
            to[i + k] = (int16_t)(to[i + k] + weights[i + k]);
        }
    }
}

static inline void add_scores(int16_t *restrict to, const int16_t *restrict row,
                              uint32_t lanes)
{
    for (uint32_t i = 0; i < lanes; i += LANES) {
        for (uint32_t k = 0; k < LANES; k++) {
            to[i + k] = (int16_t)(to[i + k] + row[i + k]);
        }
    }
}

/* Asks for memory that is read soon. */
static inline void ask_for(const void *memory)
{
#if defined(__GNUC__)
    __builtin_prefetch(memory);
#else
    (void)memory;
#endif
}

/* Attributes become where their blocks begin, and 1; 0: the model knows nothing of it. */
static void find_blocks(const struct nr_model *model, const uint32_t *attributes,
                        size_t count, uint32_t *blocks)
{
    for (size_t i = 0; i < count && i < AHEAD; i++) {
        ask_for(&model->slots[nr_model_slot_of(attributes[i], model->slot_count)]);
    }
    for (size_t i = 0; i < count; i++) {
        if (i + AHEAD < count) {
            uint32_t later = attributes[i + AHEAD];
            ask_for(&model->slots[nr_model_slot_of(later, model->slot_count)]);
        }
        if (attributes[i] == 0) {
            blocks[i] = 0;
            continue;
        }
        const struct nr_model_slot *slot = nr_model_find(model, attributes[i]);
        blocks[i] = slot != NULL ? slot->block + 1 : 0;
        if (slot != NULL) {
            ask_for(model->blocks + slot->block);
        }
    }
}

/* What one attribute gives at all offsets. */
static void sum_block(const struct tagging *g, const int8_t *block, uint8_t offsets,
                      int16_t *rows, uint8_t *has)
{
    uint8_t there = (uint8_t)block[0];
    const int8_t *weights = block + 1;
    for (uint32_t o = 0; o < NR_TAG_OFFSETS; o++) {
        if ((there >> o & 1) == 0) {
            continue;
        }
        if ((offsets >> o & 1) != 0) {
            add_weights(rows + (size_t)o * g->lanes, weights, g->lanes);
            *has |= (uint8_t)(1u << o);
        }
        weights += g->model->label_count;
    }
}

static void sum_kind(const struct tagging *g, uint32_t c, uint32_t kind)
{
    const struct nr_channel *channel = &g->description->channels[c];
    const struct sums *sums = &g->sums[c];
    const uint32_t *attributes = channel->attributes + (size_t)kind * channel->width;
    int16_t *rows = sums->rows + (size_t)kind * NR_TAG_OFFSETS * g->lanes;
    uint32_t blocks[AT_ONCE];
    for (uint32_t done = 0; done < channel->width; done += AT_ONCE) {
        uint32_t left = channel->width - done;
        uint32_t count = left < AT_ONCE ? left : AT_ONCE;
        find_blocks(g->model, attributes + done, count, blocks);
        for (uint32_t i = 0; i < count; i++) {
            if (blocks[i] != 0) {
                sum_block(g, g->model->blocks + blocks[i] - 1, channel->offsets, rows,
                          &sums->has[kind]);
            }
        }
    }
    sums->known[kind] = true;
}

/* Adds what a channel shows around each position. A kind at t is seen from t - offset. */
static void score_channel(const struct tagging *g, uint32_t c,
                          struct nr_sequence sequence)
{
    const uint32_t *kinds = g->description->channels[c].kinds + sequence.first;
    const struct sums *sums = &g->sums[c];
    for (uint32_t t = 0; t < sequence.count; t++) {
        uint32_t kind = kinds[t];
        if (kind == NR_NONE || sums->known == NULL) {
            continue;
        }
        if (!sums->known[kind]) {
            sum_kind(g, c, kind);
        }
        const int16_t *rows = sums->rows + (size_t)kind * NR_TAG_OFFSETS * g->lanes;
        for (uint32_t o = 0; o < NR_TAG_OFFSETS; o++) {
            uint32_t at = t + NR_TAG_REACH - o; /* wraps below 0: past the end too */
            if ((sums->has[kind] >> o & 1) != 0 && at < sequence.count) {
                add_scores(g->scores + (size_t)at * g->lanes, rows + (size_t)o * g->lanes,
                           g->lanes);
            }
        }
    }
}

static void score_own(const struct tagging *g, uint32_t count)
{
    uint32_t width = g->description->own_width;
    find_blocks(g->model, g->own, (size_t)count * width, g->own);
    for (uint32_t t = 0; t < count; t++) {
        int16_t *scores = g->scores + (size_t)t * g->lanes;
        const uint32_t *blocks = g->own + (size_t)t * width;
        for (uint32_t i = 0; i < width; i++) {
            if (blocks[i] != 0) {
                add_weights(scores, g->model->blocks + blocks[i], g->lanes);
            }
        }
    }
}

static void score(const struct tagging *g, struct nr_sequence sequence)
{
    const struct nr_description *d = g->description;
    memset(g->scores, 0, (size_t)sequence.count * g->lanes * sizeof *g->scores);
    memset(g->turns, 0, sequence.count);
    if (d->describe != NULL) {
        d->describe(d->context, sequence.first, sequence.count, g->own, g->turns);
        score_own(g, sequence.count);
    }
    for (uint32_t c = 0; c < d->channel_count; c++) {
        score_channel(g, c, sequence);
    }
}

/* ---- The best row ---- */

static int16_t held(int32_t score, int32_t least, int32_t most)
{
    return (int16_t)(score < least ? least : score > most ? most : score);
}

static const int16_t *steps_of(const struct tagging *g, uint32_t turn, uint32_t label)
{
    uint32_t table = turn < g->model->turn_count ? turn : 0;
    return g->steps + ((size_t)table * (g->model->label_count + 1) + label) * g->lanes;
}

/* Adds the position's own scores, then takes the best off all. */
static void settle(const struct tagging *g, const int16_t *scores, int16_t *row)
{
    int32_t sums[NR_TAG_LABELS];
    int32_t best = INT32_MIN;
    for (uint32_t y = 0; y < g->model->label_count; y++) {
        sums[y] = row[y] + held(scores[y], -SCORE_LIMIT, SCORE_LIMIT);
        best = sums[y] > best ? sums[y] : best;
    }
    for (uint32_t y = 0; y < g->model->label_count; y++) {
        row[y] = held(sums[y] - best, LOST, 0);
    }
}

/* From each label before to each label here: the best way, and from where. */
static inline void come(const int16_t *restrict before, const int16_t *restrict steps,
                        uint32_t labels, uint32_t lanes, int16_t *restrict best,
                        int16_t *restrict from)
{
    for (uint32_t i = 0; i < lanes; i++) {
        best[i] = INT16_MIN;
        from[i] = 0;
    }
    for (uint32_t a = 0; a < labels; a++) {
        const int16_t base = before[a];
        const int16_t *step = steps + (size_t)a * lanes;
        for (uint32_t i = 0; i < lanes; i += LANES) {
            for (uint32_t k = i; k < i + LANES; k++) {
                int16_t way = (int16_t)(base + step[k]);
                from[k] = way > best[k] ? (int16_t)a : from[k];
                best[k] = way > best[k] ? way : best[k];
            }
        }
    }
}

static void go_ahead(const struct tagging *g, uint32_t count)
{
    uint32_t labels = g->model->label_count;
    int16_t from[NR_TAG_LABELS] = {0};
    memcpy(g->ahead, steps_of(g, g->turns[0], labels), g->lanes * sizeof *g->ahead);
    settle(g, g->scores, g->ahead);
    for (uint32_t t = 1; t < count; t++) {
        int16_t *row = g->ahead + (size_t)t * g->lanes;
        uint8_t *origins = g->from + (size_t)t * g->lanes;
        come(row - g->lanes, steps_of(g, g->turns[t], 0), labels, g->lanes, row, from);
        for (uint32_t y = 0; y < labels; y++) {
            origins[y] = (uint8_t)from[y];
        }
        settle(g, g->scores + (size_t)t * g->lanes, row);
    }
}

static void read_labels(const struct tagging *g, uint32_t count, uint8_t *labels)
{
    const int16_t *last = g->ahead + (size_t)(count - 1) * g->lanes;
    uint32_t label = 0;
    for (uint32_t y = 1; y < g->model->label_count; y++) {
        if (last[y] + g->model->ends[y] > last[label] + g->model->ends[label]) {
            label = y;
        }
    }
    for (uint32_t t = count; t-- > 0;) {
        labels[t] = (uint8_t)label;
        label = g->from[(size_t)t * g->lanes + label];
    }
}

/* ---- How sure it is ---- */

/* The best row from position t + 1 on, for each label at t. */
static void come_back(const struct tagging *g, uint32_t t, int16_t *row)
{
    const int16_t *scores = g->scores + (size_t)(t + 1) * g->lanes;
    const int16_t *next = g->behind + (size_t)(t + 1) * g->lanes;
    for (uint32_t a = 0; a < g->model->label_count; a++) {
        const int16_t *step = steps_of(g, g->turns[t + 1], a);
        int32_t best = INT32_MIN;
        for (uint32_t y = 0; y < g->model->label_count; y++) {
            int32_t way = step[y] + next[y] + held(scores[y], -SCORE_LIMIT, SCORE_LIMIT);
            best = way > best ? way : best;
        }
        row[a] = held(best, LOST - SCORE_LIMIT, INT16_MAX);
    }
}

static void go_back(const struct tagging *g, uint32_t count)
{
    static const int16_t none[NR_TAG_LABELS] = {0};
    memcpy(g->behind + (size_t)(count - 1) * g->lanes, g->model->ends,
           g->model->label_count * sizeof *g->behind);
    for (uint32_t t = count - 1; t-- > 0;) {
        int16_t *row = g->behind + (size_t)t * g->lanes;
        come_back(g, t, row);
        settle(g, none, row);
    }
}

static void weigh(const struct tagging *g, uint32_t count, const uint8_t *labels,
                  int16_t *margins)
{
    go_back(g, count);
    for (uint32_t t = 0; t < count; t++) {
        const int16_t *ahead = g->ahead + (size_t)t * g->lanes;
        const int16_t *behind = g->behind + (size_t)t * g->lanes;
        int32_t other = INT32_MIN;
        for (uint32_t y = 0; y < g->model->label_count; y++) {
            int32_t row = ahead[y] + behind[y];
            other = y != labels[t] && row > other ? row : other;
        }
        margins[t] = held(ahead[labels[t]] + behind[labels[t]] - other, 0, INT16_MAX);
    }
}

bool nr_tag(struct nr_arena *arena, const struct nr_model *model,
            const struct nr_description *description, uint8_t *labels, int16_t *margins)
{
    struct tagging g = {.arena = arena, .model = model, .description = description};
    g.lanes = (model->label_count + LANES - 1) / LANES * LANES;
    if (!tagging_open(&g, margins != NULL)) {
        return false;
    }
    for (uint32_t s = 0; s < description->sequences.count; s++) {
        struct nr_sequence sequence = description->sequences.items[s];
        if (sequence.count == 0) {
            continue;
        }
        score(&g, sequence);
        go_ahead(&g, sequence.count);
        read_labels(&g, sequence.count, labels + sequence.first);
        if (margins != NULL) {
            weigh(&g, sequence.count, labels + sequence.first, margins + sequence.first);
        }
        if (!nr_arena_tick(arena, sequence.count * WORK_A_POSITION)) {
            return false;
        }
    }
    return true;
}
