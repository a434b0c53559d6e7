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
 * decision. Rows are padded to lanes, with what is too bad to be the best. Where the
 * number of labels is known to the compiler, a row stays in registers from position to
 * position, and nothing branches. */
#include "tag/lanes.h"
#include "tag/score.h"

enum {
    SCORE_LIMIT = 8000,  /* a position's score is held within +- this */
    OPEN = 255,          /* no label yet */
    LOST = -12000,       /* as bad as it gets: further behind the best is all the same */
    WORK_A_POSITION = 24 /* in units of nr_arena_tick() */
};

/* Something for each label, in registers. */
struct row {
    nr_lanes of[NR_TAG_LABELS / NR_MODEL_LANES + 1];
};

/* One text being tagged. */
struct tagging {
    struct nr_scoring scoring;
    int16_t *ahead;  /* [longest][lanes] best row up to here that ends with the label */
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

static bool tagging_open(struct tagging *g, struct nr_arena *arena,
                         const struct nr_model *model,
                         const struct nr_description *description, bool margins)
{
    uint32_t most = longest(description);
    if (!nr_scoring_open(&g->scoring, arena, model, description, most)) {
        return false;
    }
    size_t size = (size_t)most * g->scoring.lanes * sizeof *g->ahead;
    g->ahead = nr_arena_take_raw(arena, size);
    if (margins) {
        g->behind = nr_arena_take_raw(arena, size);
    }
    return arena->status == NR_OK;
}

/* ---- Rows: `labels` and `lanes` are known where these are inlined ---- */

NR_INLINED void read_row(const int16_t *from, uint32_t lanes, struct row *row)
{
    for (uint32_t i = 0; i < lanes / NR_MODEL_LANES; i++) {
        row->of[i] = nr_lanes_read(from + (size_t)i * NR_MODEL_LANES);
    }
}

NR_INLINED void write_row(const struct row *row, uint32_t lanes, int16_t *to)
{
    for (uint32_t i = 0; i < lanes / NR_MODEL_LANES; i++) {
        nr_lanes_write(to + (size_t)i * NR_MODEL_LANES, row->of[i]);
    }
}

NR_INLINED void add_rows(const int16_t *a, const int16_t *b, uint32_t lanes,
                         struct row *row)
{
    row->of[0] = nr_lanes_add(nr_lanes_read(a), nr_lanes_read(b));
    for (uint32_t i = 1; i < lanes / NR_MODEL_LANES; i++) {
        size_t at = (size_t)i * NR_MODEL_LANES;
        row->of[i] = nr_lanes_add(nr_lanes_read(a + at), nr_lanes_read(b + at));
    }
}

/* Nothing is further behind than LOST. */
NR_INLINED void hold_row(struct row *row, uint32_t lanes)
{
    for (uint32_t i = 0; i < lanes / NR_MODEL_LANES; i++) {
        row->of[i] = nr_lanes_most(row->of[i], nr_lanes_all(LOST));
    }
}

/* The best of a row, eight times. */
NR_INLINED nr_lanes best_of(const struct row *row, uint32_t lanes)
{
    nr_lanes best = row->of[0];
    for (uint32_t i = 1; i < lanes / NR_MODEL_LANES; i++) {
        best = nr_lanes_most(best, row->of[i]);
    }
    return nr_lanes_greatest(best);
}

/* Adds a position's scores to a row, then takes the best off all. The best is at least
 * LOST + 1000: some way here had 0, a step costs 3000 at most, a score SCORE_LIMIT; what
 * pads the row is never the best, and 16 bits suffice. */
NR_INLINED void settle(const int16_t *scores, uint32_t lanes, struct row *row)
{
    for (uint32_t i = 0; i < lanes / NR_MODEL_LANES; i++) {
        nr_lanes score = nr_lanes_read(scores + (size_t)i * NR_MODEL_LANES);
        score = nr_lanes_most(score, nr_lanes_all(-SCORE_LIMIT));
        score = nr_lanes_least(score, nr_lanes_all(SCORE_LIMIT));
        row->of[i] = nr_lanes_add(row->of[i], score);
    }
    nr_lanes best = best_of(row, lanes);
    for (uint32_t i = 0; i < lanes / NR_MODEL_LANES; i++) {
        row->of[i] = nr_lanes_less(row->of[i], best);
    }
    hold_row(row, lanes);
}

/* The ways from one label before to each label here, where they are better than those
 * from labels before it. */
NR_INLINED void come_from(uint32_t a, const struct row *before, const int16_t *steps,
                          uint32_t labels, struct row *row)
{
    uint32_t lanes = nr_model_lanes(labels);
    if (a >= labels) {
        return;
    }
    nr_lanes from = nr_lanes_spread(before->of[a / NR_MODEL_LANES], a % NR_MODEL_LANES);
    for (uint32_t i = 0; i < lanes / NR_MODEL_LANES; i++) {
        const int16_t *step = steps + (size_t)a * lanes + (size_t)i * NR_MODEL_LANES;
        nr_lanes way = nr_lanes_add(from, nr_lanes_read_aligned(step));
        row->of[i] = a == 0 ? way : nr_lanes_most(row->of[i], way);
    }
}

NR_INLINED void come_from_eight(uint32_t a, const struct row *before,
                                const int16_t *steps, uint32_t labels, struct row *row)
{
    come_from(a, before, steps, labels, row);
    come_from(a + 1, before, steps, labels, row);
    come_from(a + 2, before, steps, labels, row);
    come_from(a + 3, before, steps, labels, row);
    come_from(a + 4, before, steps, labels, row);
    come_from(a + 5, before, steps, labels, row);
    come_from(a + 6, before, steps, labels, row);
    come_from(a + 7, before, steps, labels, row);
}

/* The best way from one of the labels before to each label here. Written out: a compiler
 * would make loops of it, at twice the time. */
NR_INLINED void come(const struct row *before, const int16_t *steps, uint32_t labels,
                     struct row *row)
{
    come_from_eight(0, before, steps, labels, row);
    come_from_eight(8, before, steps, labels, row);
    come_from_eight(16, before, steps, labels, row);
    come_from_eight(24, before, steps, labels, row);
}

/* The first label of a row that has the best; best: eight times. */
NR_INLINED uint32_t first_best(const struct row *row, nr_lanes best, uint32_t lanes)
{
    uint32_t labels = 0; /* bits; NR_TAG_LABELS are as many */
    for (uint32_t y = 0; y < lanes && y < NR_TAG_LABELS; y += NR_MODEL_LANES) {
        labels |= nr_lanes_same(row->of[y / NR_MODEL_LANES], best) << y;
    }
    return nr_lowest_bit(labels);
}

/* The label that is best in the sum of two rows. */
NR_INLINED uint32_t best_label(const int16_t *a, const int16_t *b, uint32_t lanes)
{
    struct row sums;
    add_rows(a, b, lanes, &sums);
    return first_best(&sums, best_of(&sums, lanes), lanes);
}

/* Is no label of a row better than in another? */
NR_INLINED bool is_below(const struct row *row, const int16_t *most, uint32_t lanes)
{
    nr_lanes above = nr_lanes_all(0);
    for (uint32_t i = 0; i < lanes / NR_MODEL_LANES; i++) {
        nr_lanes there = nr_lanes_read_aligned(most + (size_t)i * NR_MODEL_LANES);
        above = nr_lanes_most(above, nr_lanes_less(row->of[i], there));
    }
    return nr_lanes_same(above, nr_lanes_all(0)) == 0xFF;
}

/* ---- The best row of labels ---- */

/* A model's tables of steps, one a turn. */
struct tables {
    const int16_t *steps;
    const uint8_t *turns; /* [count] of positions */
    uint32_t count;
    uint32_t size; /* numbers in a table */
};

static inline struct tables tables_of(const struct tagging *g, const int16_t *steps,
                                      uint32_t size)
{
    return (struct tables){steps, g->scoring.turns, g->scoring.model->turn_count, size};
}

/* That by which a position is come to. */
NR_INLINED const int16_t *table_at(const struct tables *tables, size_t t)
{
    if (tables->count == 1) {
        return tables->steps;
    }
    uint32_t turn = tables->turns[t];
    return tables->steps + (size_t)(turn < tables->count ? turn : 0) * tables->size;
}

/* Where the label that is best at t - 1 is so whatever follows, the ways to t are its
 * steps: returns it. Else OPEN. */
NR_INLINED uint8_t come_alone(size_t t, const struct row *before,
                              const struct tables *steps, const struct tables *alone,
                              uint32_t lanes, struct row *row)
{
    uint32_t best = first_best(before, nr_lanes_all(0), lanes);
    if (!is_below(before, table_at(alone, t) + (size_t)best * lanes, lanes)) {
        return OPEN;
    }
    read_row(table_at(steps, t) + (size_t)best * lanes, lanes, row);
    return (uint8_t)best;
}

/* Fills ahead; early: also those of `to` that are sure before what follows is known. */
NR_INLINED void go_ahead(const struct tagging *g, uint32_t count, uint32_t labels,
                         bool early, uint8_t *to)
{
    uint32_t lanes = nr_model_lanes(labels);
    const int16_t *scores = g->scoring.scores;
    int16_t *ahead = g->ahead;
    struct tables tables = tables_of(g, g->scoring.model->steps, (labels + 1) * lanes);
    struct tables alone = tables_of(g, g->scoring.model->alone, labels * lanes);
    struct row row;
    read_row(table_at(&tables, 0) + (size_t)labels * lanes, lanes, &row);
    settle(scores, lanes, &row);
    write_row(&row, lanes, ahead);
    for (size_t t = 1; t < count; t++) {
        struct row before = row;
        if (early) {
            to[t - 1] = come_alone(t, &before, &tables, &alone, lanes, &row);
        }
        if (!early || to[t - 1] == OPEN) {
            come(&before, table_at(&tables, t), labels, &row);
        }
        settle(scores + t * lanes, lanes, &row);
        write_row(&row, lanes, ahead + t * lanes);
    }
}

/* Fills `to`; early: what is OPEN there. */
NR_INLINED void read_labels(const struct tagging *g, uint32_t count, uint32_t labels,
                            bool early, uint8_t *to)
{
    uint32_t lanes = nr_model_lanes(labels);
    const struct nr_model *model = g->scoring.model;
    const int16_t *ahead = g->ahead + (size_t)(count - 1) * lanes;
    struct tables tables = tables_of(g, model->back, labels * lanes);
    uint32_t label = best_label(model->ends, ahead, lanes);
    to[count - 1] = (uint8_t)label;
    for (size_t t = count - 1; t > 0; t--) {
        ahead -= lanes;
        if (!early || to[t - 1] == OPEN) {
            const int16_t *steps = table_at(&tables, t) + (size_t)label * lanes;
            to[t - 1] = (uint8_t)best_label(steps, ahead, lanes);
        }
        label = to[t - 1];
    }
}

/* ---- How sure it is ---- */

/* The best row behind each position, for each label there, up to what all share. */
NR_INLINED void go_back(const struct tagging *g, uint32_t count, uint32_t labels)
{
    uint32_t lanes = nr_model_lanes(labels);
    const struct nr_model *model = g->scoring.model;
    const int16_t *scores = g->scoring.scores;
    int16_t *behind = g->behind;
    struct tables tables = tables_of(g, model->back, labels * lanes);
    struct row row;
    read_row(model->ends, lanes, &row);
    write_row(&row, lanes, behind + (size_t)(count - 1) * lanes);
    for (size_t t = count - 1; t > 0; t--) {
        struct row next = row;
        settle(scores + t * lanes, lanes, &next);
        come(&next, table_at(&tables, t), labels, &row);
        hold_row(&row, lanes);
        write_row(&row, lanes, behind + (t - 1) * lanes);
    }
}

/* Where a row begins that hides a label: that many numbers before the hidden one. */
enum { HIDDEN = NR_TAG_LABELS };
#define EIGHT                                                                            \
    INT16_MAX, INT16_MAX, INT16_MAX, INT16_MAX, INT16_MAX, INT16_MAX, INT16_MAX, INT16_MAX
static const int16_t hides_one[] = {EIGHT, EIGHT, EIGHT, EIGHT, INT16_MIN,
                                    EIGHT, EIGHT, EIGHT, EIGHT, EIGHT};
#undef EIGHT

/* By how much the best row with this label beats the best one with another. No row is
 * worse than twice LOST, and none better than one step: 16 bits suffice. */
NR_INLINED int16_t margin(const int16_t *ahead, const int16_t *behind, uint32_t label,
                          uint32_t lanes)
{
    struct row row;
    add_rows(ahead, behind, lanes, &row);
    for (uint32_t i = 0; i < lanes / NR_MODEL_LANES; i++) {
        const int16_t *hiding = hides_one + HIDDEN - label + (size_t)i * NR_MODEL_LANES;
        row.of[i] = nr_lanes_least(row.of[i], nr_lanes_read(hiding));
    }
    int32_t by = ahead[label] + behind[label] - nr_lanes_one(best_of(&row, lanes));
    return (int16_t)(by > 0 ? by : 0);
}

NR_INLINED void weigh(const struct tagging *g, uint32_t count, uint32_t labels,
                      const uint8_t *best, int16_t *margins)
{
    uint32_t lanes = nr_model_lanes(labels);
    go_back(g, count, labels);
    for (uint32_t t = 0; t < count; t++) {
        size_t at = (size_t)t * lanes;
        margins[t] = margin(g->ahead + at, g->behind + at, best[t], lanes);
    }
}

/* ---- A sequence ---- */

/* early: look for labels that are sure at once. It changes nothing but the time. */
NR_INLINED void tag_by(const struct tagging *g, uint32_t count, uint32_t label_count,
                       bool early, uint8_t *labels, int16_t *margins)
{
    go_ahead(g, count, label_count, early, labels);
    read_labels(g, count, label_count, early, labels);
    if (margins != NULL) {
        weigh(g, count, label_count, labels, margins);
    }
}

/* So many labels have the models in use: of speech, names, parts of speech. Of the last,
 * five in six are sure at once; of the others few, as what goes on must have begun. */
static void tag_sequence(const struct tagging *g, uint32_t count, uint8_t *labels,
                         int16_t *margins)
{
    switch (g->scoring.model->label_count) {
    case 7:
        tag_by(g, count, 7, false, labels, margins);
        break;
    case 13:
        tag_by(g, count, 13, false, labels, margins);
        break;
    case 17:
        tag_by(g, count, 17, true, labels, margins);
        break;
    default:
        tag_by(g, count, g->scoring.model->label_count, true, labels, margins);
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
        tag_sequence(g, sequence.count, labels + sequence.first,
                     margins != NULL ? margins + sequence.first : NULL);
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
