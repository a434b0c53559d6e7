/* tag/train/learn.c: averaged structured perceptron.
 *
 * Each sequence is labelled with the weights as they stand; where that is wrong, the
 * right row's features gain one and the wrong row's lose one. What is kept in the end is
 * each weight's mean over all steps: w - u / steps, with u the sum of changes times the
 * step of each. Whole numbers throughout, and an order of lessons drawn from the seed:
 * the same corpora give the same model, bit by bit.
 *
 * A feature is an attribute at an offset. Features are numbered first (lesson.c), so that
 * learning works on plain arrays. */
#include "tag/train/learn.h"
#include "tag/train/field.h"
#include "tag/train/numbered.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LANES = 8, NEVER = -100000000, ROUND_SEED = 1000 };

struct learning {
    const struct course *course;
    struct numbered numbered;
    uint32_t lanes;
    uint64_t step;    /* sequences seen so far, and 1 */
    int32_t *weights; /* [features][lanes] */
    int64_t *sums;    /* [features][lanes] */
    int32_t *follow;  /* [turns][labels + 1][lanes], then [lanes]: ends */
    int64_t *follow_sums;
    size_t follow_count;
    int32_t *scores; /* [longest][lanes] */
    int32_t *ahead;  /* [longest][lanes] */
    uint8_t *from;   /* [longest][lanes] */
    uint8_t *said;   /* [longest] */
    uint32_t *order; /* [sequences] */
    uint64_t wrong;  /* positions, in this epoch */
};

static size_t follow_at(const struct learning *l, uint32_t turn, uint32_t a, uint32_t b)
{
    return ((size_t)turn * (l->course->label_count + 1) + a) * l->lanes + b;
}

static size_t end_at(const struct learning *l, uint32_t a)
{
    return follow_at(l, l->course->turn_count, 0, a);
}

static void forbid(struct learning *l)
{
    const struct course *c = l->course;
    for (uint32_t a = 0; a <= c->label_count && c->may_follow != NULL; a++) {
        for (uint32_t b = 0; b < c->label_count; b++) {
            for (uint32_t turn = 0; turn < c->turn_count && !c->may_follow(a, b);
                 turn++) {
                l->follow[follow_at(l, turn, a, b)] = NEVER;
            }
        }
        if (a < c->label_count && !c->may_follow(a, c->label_count)) {
            l->follow[end_at(l, a)] = NEVER;
        }
    }
}

static void number_sequences(struct learning *l)
{
    for (uint32_t i = 0; i < l->numbered.sequence_count; i++) {
        l->order[i] = i;
    }
}

static void learning_open(struct learning *l, const struct course *course)
{
    *l = (struct learning){.course = course, .step = 1};
    number_lessons(&l->numbered, course);
    l->lanes = (course->label_count + LANES - 1) / LANES * LANES;
    size_t cells = (size_t)l->numbered.feature_count * l->lanes;
    size_t longest = l->numbered.longest;
    l->weights = need(cells, sizeof *l->weights);
    l->sums = need(cells, sizeof *l->sums);
    l->follow_count = end_at(l, 0) + l->lanes;
    l->follow = need(l->follow_count, sizeof *l->follow);
    l->follow_sums = need(l->follow_count, sizeof *l->follow_sums);
    l->scores = need(longest * l->lanes, sizeof *l->scores);
    l->ahead = need(longest * l->lanes, sizeof *l->ahead);
    l->from = need(longest * l->lanes, 1);
    l->said = need(longest, 1);
    l->order = need(l->numbered.sequence_count, sizeof *l->order);
    number_sequences(l);
    forbid(l);
}

/* As it was opened. */
static void forget(struct learning *l)
{
    size_t cells = (size_t)l->numbered.feature_count * l->lanes;
    memset(l->weights, 0, cells * sizeof *l->weights);
    memset(l->sums, 0, cells * sizeof *l->sums);
    memset(l->follow, 0, l->follow_count * sizeof *l->follow);
    memset(l->follow_sums, 0, l->follow_count * sizeof *l->follow_sums);
    l->step = 1;
    number_sequences(l);
    forbid(l);
}

static void learning_close(struct learning *l)
{
    numbered_free(&l->numbered);
    free(l->weights);
    free(l->sums);
    free(l->follow);
    free(l->follow_sums);
    free(l->scores);
    free(l->ahead);
    free(l->from);
    free(l->said);
    free(l->order);
}

/* ---- Labelling with the weights as they stand ---- */

static void add_row(int32_t *restrict to, const int32_t *restrict row, uint32_t lanes)
{
    for (uint32_t i = 0; i < lanes; i += LANES) {
        for (uint32_t k = i; k < i + LANES; k++) {
            to[k] += row[k];
        }
    }
}

static void score(struct learning *l, const struct numbered_sequence *sequence)
{
    const struct numbered *n = &l->numbered;
    const struct course *c = l->course;
    for (uint32_t t = 0; t < sequence->count; t++) {
        uint32_t position = sequence->first + t;
        int32_t *row = l->scores + (size_t)t * l->lanes;
        memset(row, 0, l->lanes * sizeof *row);
        for (uint64_t f = n->begins[position]; f < n->begins[position + 1]; f++) {
            add_row(row, l->weights + (size_t)n->features[f] * l->lanes, l->lanes);
        }
        for (uint32_t y = 0; y < c->label_count && c->cost != NULL; y++) {
            row[y] += c->cost(n->labels[position], y);
        }
    }
}

static void come(const struct learning *l, const int32_t *before, uint32_t turn,
                 int32_t *restrict best, uint8_t *from)
{
    int32_t origin[NR_TAG_LABELS] = {0};
    for (uint32_t i = 0; i < l->lanes; i++) {
        best[i] = INT32_MIN;
    }
    for (uint32_t a = 0; a < l->course->label_count; a++) {
        const int32_t *step = l->follow + follow_at(l, turn, a, 0);
        for (uint32_t i = 0; i < l->lanes; i += LANES) {
            for (uint32_t k = i; k < i + LANES; k++) {
                int32_t way = before[a] + step[k];
                origin[k] = way > best[k] ? (int32_t)a : origin[k];
                best[k] = way > best[k] ? way : best[k];
            }
        }
    }
    for (uint32_t y = 0; y < l->course->label_count; y++) {
        from[y] = (uint8_t)origin[y];
    }
}

static int32_t floor_at(int32_t value)
{
    return value < NEVER ? NEVER : value;
}

static void decode(struct learning *l, const struct numbered_sequence *sequence)
{
    const uint8_t *turns = l->numbered.turns + sequence->first;
    uint32_t labels = l->course->label_count;
    score(l, sequence);
    memcpy(l->ahead, l->follow + follow_at(l, turns[0], labels, 0),
           l->lanes * sizeof *l->ahead);
    add_row(l->ahead, l->scores, l->lanes);
    for (uint32_t t = 1; t < sequence->count; t++) {
        int32_t *row = l->ahead + (size_t)t * l->lanes;
        come(l, row - l->lanes, turns[t], row, l->from + (size_t)t * l->lanes);
        for (uint32_t y = 0; y < labels; y++) {
            row[y] = floor_at(row[y] + l->scores[(size_t)t * l->lanes + y]);
        }
    }
    const int32_t *last = l->ahead + (size_t)(sequence->count - 1) * l->lanes;
    uint32_t label = 0;
    for (uint32_t y = 1; y < labels; y++) {
        bool better =
            last[y] + l->follow[end_at(l, y)] > last[label] + l->follow[end_at(l, label)];
        label = better ? y : label;
    }
    for (uint32_t t = sequence->count; t-- > 0;) {
        l->said[t] = (uint8_t)label;
        label = l->from[(size_t)t * l->lanes + label];
    }
}

/* ---- Learning from faults ---- */

static void change(int32_t *weight, int64_t *sum, int32_t by, uint64_t step)
{
    *weight += by;
    *sum += (int64_t)step * by;
}

static void change_follow(struct learning *l, size_t at, int32_t by)
{
    change(&l->follow[at], &l->follow_sums[at], by, l->step);
}

/* The steps of a row of labels gain `by`. */
static void change_row(struct learning *l, const struct numbered_sequence *sequence,
                       const uint8_t *labels, int32_t by)
{
    const uint8_t *turns = l->numbered.turns + sequence->first;
    uint32_t before = l->course->label_count;
    for (uint32_t t = 0; t < sequence->count; t++) {
        change_follow(l, follow_at(l, turns[t], before, labels[t]), by);
        before = labels[t];
    }
    change_follow(l, end_at(l, before), by);
}

static void learn_from(struct learning *l, const struct numbered_sequence *sequence)
{
    const struct numbered *n = &l->numbered;
    const uint8_t *right = n->labels + sequence->first;
    decode(l, sequence);
    if (memcmp(right, l->said, sequence->count) == 0) {
        return;
    }
    for (uint32_t t = 0; t < sequence->count; t++) {
        uint32_t position = sequence->first + t;
        if (right[t] == l->said[t]) {
            continue;
        }
        l->wrong++;
        for (uint64_t f = n->begins[position]; f < n->begins[position + 1]; f++) {
            size_t row = (size_t)n->features[f] * l->lanes;
            change(&l->weights[row + right[t]], &l->sums[row + right[t]], 1, l->step);
            change(&l->weights[row + l->said[t]], &l->sums[row + l->said[t]], -1,
                   l->step);
        }
    }
    change_row(l, sequence, right, 1);
    change_row(l, sequence, l->said, -1);
}

/* ---- What was learnt ---- */

/* Means of weights times steps: exact, before they are scaled down. */
static struct means means_of(const struct learning *l)
{
    const struct course *c = l->course;
    struct means means = {.numbered = &l->numbered,
                          .label_count = c->label_count,
                          .turn_count = c->turn_count,
                          .lanes = l->lanes,
                          .keep = c->keep > 0 ? c->keep : 1};
    size_t cells = (size_t)l->numbered.feature_count * l->lanes;
    means.weights = need(cells, sizeof *means.weights);
    means.follow = need(l->follow_count, sizeof *means.follow);
    for (size_t i = 0; i < cells; i++) {
        means.weights[i] = (float)(l->weights[i] - (double)l->sums[i] / (double)l->step);
    }
    for (size_t i = 0; i < l->follow_count; i++) {
        bool never = l->follow[i] <= NEVER / 2;
        means.follow[i] =
            never ? (float)NEVER
                  : (float)(l->follow[i] - (double)l->follow_sums[i] / (double)l->step);
    }
    return means;
}

static void means_add(const struct learning *l, struct means *all)
{
    struct means means = means_of(l);
    size_t cells = (size_t)l->numbered.feature_count * l->lanes;
    for (size_t i = 0; i < cells; i++) {
        all->weights[i] += means.weights[i];
    }
    for (size_t i = 0; i < l->follow_count; i++) {
        all->follow[i] += means.follow[i];
    }
    free(means.weights);
    free(means.follow);
}

static struct nr_model *model_now(const struct learning *l)
{
    struct means means = means_of(l);
    struct nr_model *model = model_make(&means);
    free(means.weights);
    free(means.follow);
    return model;
}

static void learn_epoch(struct learning *l, uint32_t epoch, uint64_t *state)
{
    const struct course *course = l->course;
    l->wrong = 0;
    shuffle(l->order, l->numbered.sequence_count, state);
    for (uint32_t i = 0; i < l->numbered.sequence_count; i++) {
        learn_from(l, &l->numbered.sequences[l->order[i]]);
        l->step++;
    }
    fprintf(stderr, "  %-14s epoch %2u of %u: %5.2f %% wrong while learning\n",
            course->name, epoch, course->epochs,
            100.0 * (double)l->wrong / (double)l->numbered.position_count);
    if (course->examine != NULL) {
        struct nr_model *model = model_now(l);
        course->examine(course, epoch, model);
        model_free(model);
    }
}

static void learn_round(struct learning *l, uint64_t seed)
{
    uint64_t state = seed;
    for (uint32_t epoch = 1; epoch <= l->course->epochs; epoch++) {
        learn_epoch(l, epoch, &state);
    }
}

/* Orders of lessons differ by luck: the sum of several rounds has less of it. Its scale
 * does not matter. */
struct nr_model *learn(const struct course *course)
{
    struct learning l;
    if (course->by_chance) {
        return learn_field(course);
    }
    learning_open(&l, course);
    learn_round(&l, course->seed);
    struct means all = means_of(&l);
    for (uint32_t round = 1; round < course->rounds; round++) {
        forget(&l);
        learn_round(&l, course->seed + round * ROUND_SEED);
        means_add(&l, &all);
    }
    struct nr_model *model = model_make(&all);
    free(all.weights);
    free(all.follow);
    learning_close(&l);
    return model;
}
