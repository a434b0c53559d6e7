/* tag/tagger.c: which row of labels fits a sequence best?
 *
 *     Ms   Diaz  said  nobody   was      hurt
 *     B-S  I-S   B-Q   B-C      I-C      I-C        source, cue, content
 *
 * Each position has a score for each label (score.c). Viterbi: for each position and
 * label the best way to come to it, from left to right.
 *
 * Scores are 16-bit numbers, so that one instruction adds or compares eight labels; a
 * position's scores are kept near 0 by taking off their maximum, which changes no
 * decision. Rows are padded to `lanes`, with what is too bad to be the best. */
#include "tag/lanes.h"
#include "tag/score.h"

enum {
    SCORE_LIMIT = 8000,  /* a position's score is held within +- this */
    LOST = -12000,       /* as bad as it gets: further behind the best is all the same */
    WORK_A_POSITION = 24 /* in units of nr_arena_tick() */
};

/* One text being tagged. */
struct tagging {
    struct nr_scoring scoring;
    uint32_t labels;
    uint32_t lanes;
    int16_t hopeless; /* a label this far behind the best is on no best row */
    int16_t *steps;   /* [turn_count][label_count + 1][lanes] the model's, padded */
    int16_t *ahead;   /* [longest][lanes] best row up to here that ends with the label */
    int16_t *from;    /* [longest][lanes] the label before, in that row */
    int16_t *back;    /* as steps, from the label behind */
    int16_t *behind;  /* [longest][lanes] best row from here on; only for margins */
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

/* The model's steps, with rows as long as the scores'. back: from the label behind. */
static int16_t *pad_steps(const struct tagging *g, struct nr_arena *arena, bool back)
{
    const struct nr_model *model = g->scoring.model;
    uint32_t table = g->labels + 1;
    uint32_t rows = model->turn_count * table;
    int16_t *steps = nr_arena_take_array(arena, (size_t)rows * g->lanes, sizeof *steps);
    for (uint32_t r = 0; steps != NULL && r < rows; r++) {
        for (uint32_t y = 0; y < g->lanes; y++) {
            bool here = y < g->labels && !(back && r % table == g->labels);
            size_t from = back ? (size_t)(r / table * table + y) * g->labels + r % table
                               : (size_t)r * g->labels + y;
            steps[(size_t)r * g->lanes + y] = here ? model->steps[from] : LOST;
        }
    }
    return steps;
}

/* What the steps can make good at most, where each label may follow each. */
static int16_t hopeless(const struct nr_model *model)
{
    uint32_t count = model->turn_count * (model->label_count + 1) * model->label_count;
    int32_t least = 0;
    int32_t most = 0;
    for (uint32_t i = 0; i < count; i++) {
        least = model->steps[i] < least ? model->steps[i] : least;
        most = model->steps[i] > most ? model->steps[i] : most;
    }
    return (int16_t)(least <= NR_STEP_NEVER ? INT16_MIN : least - most);
}

static bool tagging_open(struct tagging *g, struct nr_arena *arena,
                         const struct nr_model *model,
                         const struct nr_description *description, bool margins)
{
    uint32_t most = longest(description);
    if (!nr_scoring_open(&g->scoring, arena, model, description, most)) {
        return false;
    }
    g->labels = model->label_count;
    g->lanes = g->scoring.lanes;
    size_t cells = (size_t)most * g->lanes;
    g->hopeless = hopeless(model);
    g->steps = pad_steps(g, arena, false);
    g->ahead = nr_arena_take_array(arena, cells, sizeof *g->ahead);
    g->back = pad_steps(g, arena, true);
    if (margins) {
        g->behind = nr_arena_take_array(arena, cells, sizeof *g->behind);
    }
    return arena->status == NR_OK;
}

/* ---- The best row ---- */

static inline int16_t held(int32_t score, int32_t least, int32_t most)
{
    return (int16_t)(score < least ? least : score > most ? most : score);
}

static const int16_t *steps_of(const struct tagging *g, const int16_t *steps,
                               uint32_t turn)
{
    size_t table = turn < g->scoring.model->turn_count ? turn : 0;
    return steps + table * (g->labels + 1) * g->lanes;
}

/* Adds a position's scores to a row, then takes the best off all. The best is at least
 * LOST + 1000: some way here had 0, a step costs 3000 at most, a score SCORE_LIMIT; what
 * pads the row is never the best, and 16 bits suffice. */
NR_INLINED void settle(const int16_t *scores, uint32_t lanes, int16_t *row)
{
    nr_lanes best = nr_lanes_all(INT16_MIN);
    for (uint32_t i = 0; i < lanes; i += NR_MODEL_LANES) {
        nr_lanes score = nr_lanes_read(scores + i);
        score = nr_lanes_most(score, nr_lanes_all(-SCORE_LIMIT));
        score = nr_lanes_least(score, nr_lanes_all(SCORE_LIMIT));
        nr_lanes sum = nr_lanes_add(nr_lanes_read(row + i), score);
        best = nr_lanes_most(best, sum);
        nr_lanes_write(row + i, sum);
    }
    best = nr_lanes_greatest(best);
    for (uint32_t i = 0; i < lanes; i += NR_MODEL_LANES) {
        nr_lanes below = nr_lanes_less(nr_lanes_read(row + i), best);
        nr_lanes_write(row + i, nr_lanes_most(below, nr_lanes_all(LOST)));
    }
}

/* The best way from the labels before to each label here. Labels that are further behind
 * than `hopeless` are passed over. */
NR_INLINED void come(const int16_t *before, const int16_t *steps, uint32_t labels,
                     int16_t hopeless, uint32_t lanes, int16_t *row)
{
    nr_lanes best[NR_TAG_LABELS / NR_MODEL_LANES + 1];
    for (uint32_t i = 0; i < lanes / NR_MODEL_LANES; i++) {
        best[i] = nr_lanes_all(INT16_MIN);
    }
    for (uint32_t a = 0; a < labels; a++) {
        if (before[a] < hopeless) {
            continue;
        }
        const int16_t *step = steps + (size_t)a * lanes;
        for (uint32_t i = 0; i < lanes / NR_MODEL_LANES; i++) {
            nr_lanes way = nr_lanes_add(nr_lanes_all(before[a]),
                                        nr_lanes_read(step + (size_t)i * NR_MODEL_LANES));
            best[i] = nr_lanes_most(best[i], way);
        }
    }
    for (uint32_t i = 0; i < lanes / NR_MODEL_LANES; i++) {
        nr_lanes_write(row + (size_t)i * NR_MODEL_LANES, best[i]);
    }
}

/* `lanes` is known where this is inlined. */
NR_INLINED void walk(const struct tagging *g, uint32_t count, uint32_t lanes)
{
    const uint8_t *turns = g->scoring.turns;
    const int16_t *scores = g->scoring.scores;
    memcpy(g->ahead, steps_of(g, g->steps, turns[0]) + g->labels * lanes,
           lanes * sizeof *g->ahead);
    settle(scores, lanes, g->ahead);
    for (size_t t = 1; t < count; t++) {
        int16_t *row = g->ahead + t * lanes;
        come(row - lanes, steps_of(g, g->steps, turns[t]), g->labels, g->hopeless, lanes,
             row);
        settle(scores + t * lanes, lanes, row);
    }
}

static void go_ahead(const struct tagging *g, uint32_t count)
{
    switch (g->lanes) {
    case 8:
        walk(g, count, 8);
        break;
    case 16:
        walk(g, count, 16);
        break;
    case 24:
        walk(g, count, 24);
        break;
    default:
        walk(g, count, g->lanes);
    }
}

/* The label before `label` on the best row: the first of the best ways. */
static uint32_t label_before(const struct tagging *g, size_t t, uint32_t label)
{
    const int16_t *before = g->ahead + (t - 1) * g->lanes;
    const int16_t *steps =
        steps_of(g, g->back, g->scoring.turns[t]) + (size_t)label * g->lanes;
    nr_lanes ways[NR_TAG_LABELS / NR_MODEL_LANES + 1];
    nr_lanes best = nr_lanes_all(INT16_MIN);
    for (uint32_t i = 0; i < g->lanes / NR_MODEL_LANES; i++) {
        size_t at = (size_t)i * NR_MODEL_LANES;
        ways[i] = nr_lanes_add(nr_lanes_read(before + at), nr_lanes_read(steps + at));
        best = nr_lanes_most(best, ways[i]);
    }
    best = nr_lanes_greatest(best);
    uint32_t from = 0;
    for (uint32_t i = g->lanes / NR_MODEL_LANES; i-- > 0;) {
        uint32_t first = nr_lanes_first_same(ways[i], best);
        from = first < NR_MODEL_LANES ? i * NR_MODEL_LANES + first : from;
    }
    return from;
}

static void read_labels(const struct tagging *g, uint32_t count, uint8_t *labels)
{
    const int16_t *last = g->ahead + (size_t)(count - 1) * g->lanes;
    const int16_t *ends = g->scoring.model->ends;
    uint32_t label = 0;
    for (uint32_t y = 1; y < g->labels; y++) {
        if (last[y] + ends[y] > last[label] + ends[label]) {
            label = y;
        }
    }
    labels[count - 1] = (uint8_t)label;
    for (uint32_t t = count - 1; t > 0; t--) {
        label = label_before(g, t, label);
        labels[t - 1] = (uint8_t)label;
    }
}

/* ---- How sure it is ---- */

/* The best row behind each position, for each label there, up to what all share. */
NR_INLINED void walk_back(const struct tagging *g, uint32_t count, uint32_t lanes)
{
    int16_t next[NR_TAG_LABELS + NR_MODEL_LANES];
    int16_t *row = g->behind + (size_t)(count - 1) * lanes;
    for (uint32_t y = 0; y < lanes; y++) {
        row[y] = y < g->labels ? g->scoring.model->ends[y] : LOST;
    }
    for (size_t t = count - 1; t > 0; t--, row -= lanes) {
        memcpy(next, row, lanes * sizeof *next);
        settle(g->scoring.scores + t * lanes, lanes, next);
        come(next, steps_of(g, g->back, g->scoring.turns[t]), g->labels, g->hopeless,
             lanes, row - lanes);
        for (uint32_t i = 0; i < lanes; i += NR_MODEL_LANES) {
            nr_lanes held = nr_lanes_read(row - lanes + i);
            nr_lanes_write(row - lanes + i, nr_lanes_most(held, nr_lanes_all(LOST)));
        }
    }
}

static void go_back(const struct tagging *g, uint32_t count)
{
    switch (g->lanes) {
    case 8:
        walk_back(g, count, 8);
        break;
    default:
        walk_back(g, count, g->lanes);
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
        for (uint32_t y = 0; y < g->labels; y++) {
            int32_t row = ahead[y] + behind[y];
            other = y != labels[t] && row > other ? row : other;
        }
        margins[t] = held(ahead[labels[t]] + behind[labels[t]] - other, 0, INT16_MAX);
    }
}

static bool tag_all(struct tagging *g, struct nr_arena *arena, uint8_t *labels,
                    int16_t *margins)
{
    const struct nr_description *d = g->scoring.description;
    for (uint32_t s = 0; s < d->sequences.count; s++) {
        struct nr_sequence sequence = d->sequences.items[s];
        if (sequence.count == 0) {
            continue;
        }
        nr_score(&g->scoring, sequence);
        go_ahead(g, sequence.count);
        read_labels(g, sequence.count, labels + sequence.first);
        if (margins != NULL) {
            weigh(g, sequence.count, labels + sequence.first, margins + sequence.first);
        }
        if (!nr_arena_tick(arena, sequence.count * WORK_A_POSITION)) {
            return false;
        }
    }
    return true;
}

/* Sums are a hundred times the labels: they live in memory of their own. */
bool nr_tag(struct nr_arena *arena, const struct nr_model *model,
            const struct nr_description *description, uint8_t *labels, int16_t *margins)
{
    struct nr_arena work;
    struct tagging g = {0};
    nr_arena_open(&work, &arena->host);
    work.until_poll = arena->until_poll;
    bool done = tagging_open(&g, &work, model, description, margins != NULL) &&
                tag_all(&g, &work, labels, margins);
    arena->status = work.status;
    arena->until_poll = work.until_poll;
    nr_arena_close(&work);
    return done;
}
