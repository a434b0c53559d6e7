/* tag/train/field.c: raises the chance of what is right: a conditional random field.
 *
 * The perceptron (learn.c) moves weights by as much for a fault that nobody could have
 * avoided as for any other. Where people disagree about what is right, as they do about
 * where a content ends, that is most of what it learns in the end. Here all rows of
 * labels of a sequence have chances, which add up to one; what speaks for a label is
 * moved by what its chance at a position lacks (forward-backward, stochastic descent),
 * and every weight is drawn to 0. What is kept is the mean of the weights as they stood
 * at many times.
 *
 * The model that comes of it is one as any other: the best row is found in whole numbers.
 * Sums and products alone, in a fixed order, so the same corpora give the same bytes. */
#include "tag/train/field.h"
#include "tag/train/numbered.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    LANES = 8,
    UNITS = 100, /* of a written weight to one of the field: make.c rounds them */
    LOOKS = 50,  /* times an epoch at which weights enter the mean, */
    WARM_UP = 5  /* epochs before the first of them */
};

/* Measured on a quarter of polnear-train, learning from the rest. */
static const float stride = 0.008F; /* of the first steps; */
static const float slower = 0.3F;   /* 1 / (1 + this) of it after an epoch, and so on */
static const float pull = 30.0F;    /* to 0, in an epoch, times the stride */
static const float never = -1e8F;   /* of a step that may not be */
static const float least = 1e-20F;  /* chance of a row that may be */

struct field {
    const struct course *course;
    struct numbered numbered;
    uint32_t lanes;
    float scale;    /* the weights are these times */
    float *weights; /* [features][lanes] */
    float *means;   /* [features][lanes] */
    float *steps;   /* [turns][labels + 1][lanes], then [lanes]: ends */
    float *step_means;
    float *odds; /* e to the power of steps; 0: may not be */
    size_t step_count;
    uint32_t looks;  /* that the means are of */
    float *scores;   /* [longest][lanes] e to the power of what speaks for a label */
    float *ahead;    /* [longest][lanes] chances of all rows up to here, to a factor */
    float *behind;   /* [longest][lanes] and of those from here on */
    uint32_t *order; /* [sequences] */
    double short_of; /* chances that were lacking, in this epoch */
};

static size_t step_at(const struct field *f, uint32_t turn, uint32_t before)
{
    return ((size_t)turn * (f->course->label_count + 1) + before) * f->lanes;
}

static size_t ends_at(const struct field *f)
{
    return step_at(f, f->course->turn_count, 0);
}

static void forbid_row(const struct field *f, uint32_t before, float *row)
{
    const struct course *c = f->course;
    for (uint32_t y = 0; y < f->lanes; y++) {
        bool may =
            y < c->label_count && (c->may_follow == NULL || c->may_follow(before, y));
        row[y] = may ? 0 : never;
    }
}

static void forbid(struct field *f)
{
    const struct course *c = f->course;
    for (uint32_t turn = 0; turn < c->turn_count; turn++) {
        for (uint32_t a = 0; a <= c->label_count; a++) {
            forbid_row(f, a, f->steps + step_at(f, turn, a));
        }
    }
    for (uint32_t y = 0; y < f->lanes; y++) {
        bool may = y < c->label_count &&
                   (c->may_follow == NULL || c->may_follow(y, c->label_count));
        f->steps[ends_at(f) + y] = may ? 0 : never;
    }
}

static void field_open(struct field *f, const struct course *course)
{
    *f = (struct field){.course = course, .scale = 1};
    number_lessons(&f->numbered, course);
    f->lanes = (course->label_count + LANES - 1) / LANES * LANES;
    size_t cells = (size_t)f->numbered.feature_count * f->lanes;
    size_t room = (size_t)f->numbered.longest * f->lanes;
    f->weights = need(cells, sizeof *f->weights);
    f->means = need(cells, sizeof *f->means);
    f->step_count = ends_at(f) + f->lanes;
    f->steps = need(f->step_count, sizeof *f->steps);
    f->step_means = need(f->step_count, sizeof *f->step_means);
    f->odds = need(f->step_count, sizeof *f->odds);
    f->scores = need(room, sizeof *f->scores);
    f->ahead = need(room, sizeof *f->ahead);
    f->behind = need(room, sizeof *f->behind);
    f->order = need(f->numbered.sequence_count, sizeof *f->order);
    for (uint32_t i = 0; i < f->numbered.sequence_count; i++) {
        f->order[i] = i;
    }
    forbid(f);
}

static void field_close(struct field *f)
{
    numbered_free(&f->numbered);
    free(f->weights);
    free(f->means);
    free(f->steps);
    free(f->step_means);
    free(f->odds);
    free(f->scores);
    free(f->ahead);
    free(f->behind);
    free(f->order);
}

/* ---- Chances ---- */

/* e to the power of x: 2 to a whole power, times a series. The machine's own may differ
 * in the last digit from another's. */
static float power(float x)
{
    enum { MANTISSA = 23, BIAS = 127 };
    float twos = (x < -60 ? -60 : x > 60 ? 60 : x) * 1.44269504F;
    int32_t whole = (int32_t)(twos < 0 ? twos - 0.5F : twos + 0.5F);
    float r = (twos - (float)whole) * 0.693147181F;
    float series =
        1 + r * (1 + r / 2 * (1 + r / 3 * (1 + r / 4 * (1 + r / 5 * (1 + r / 6)))));
    uint32_t bits = (uint32_t)(whole + BIAS) << MANTISSA;
    float factor;
    memcpy(&factor, &bits, sizeof factor);
    return series * factor;
}

static void score(const struct field *f, uint32_t position, float *row)
{
    const struct numbered *n = &f->numbered;
    const struct course *c = f->course;
    uint8_t right = n->labels[position];
    float most = never;
    memset(row, 0, f->lanes * sizeof *row);
    for (uint64_t i = n->begins[position]; i < n->begins[position + 1]; i++) {
        const float *weights = f->weights + (size_t)n->features[i] * f->lanes;
        for (uint32_t y = 0; y < f->lanes; y++) {
            row[y] += weights[y];
        }
    }
    for (uint32_t y = 0; y < c->label_count; y++) {
        float cost = c->cost != NULL ? (float)c->cost(right, y) / UNITS : 0;
        row[y] = row[y] * f->scale + cost;
        most = row[y] > most ? row[y] : most;
    }
    for (uint32_t y = 0; y < f->lanes; y++) {
        float behind = row[y] - most < -40 ? -40 : row[y] - most;
        row[y] = y < c->label_count ? power(behind) : 0;
    }
}

/* Makes a row add up to 1; what may be stays above 0. */
static void even_out(const struct field *f, float *row)
{
    float sum = 0;
    for (uint32_t y = 0; y < f->lanes; y++) {
        sum += row[y];
    }
    for (uint32_t y = 0; y < f->lanes; y++) {
        row[y] = row[y] / sum + (row[y] > 0 ? least : 0);
    }
}

static void go_ahead(const struct field *f, const uint8_t *turns, uint32_t count)
{
    for (uint32_t t = 0; t < count; t++) {
        float *row = f->ahead + (size_t)t * f->lanes;
        const float *scores = f->scores + (size_t)t * f->lanes;
        uint32_t labels = f->course->label_count;
        memset(row, 0, f->lanes * sizeof *row);
        for (uint32_t a = t == 0 ? labels : 0; a < (t == 0 ? labels + 1 : labels); a++) {
            const float *odds = f->odds + step_at(f, turns[t], a);
            float before = t == 0 ? 1 : (row - f->lanes)[a];
            for (uint32_t y = 0; y < f->lanes; y++) {
                row[y] += before * odds[y];
            }
        }
        for (uint32_t y = 0; y < f->lanes; y++) {
            row[y] *= scores[y];
        }
        even_out(f, row);
    }
}

static void go_back(const struct field *f, const uint8_t *turns, uint32_t count)
{
    float *row = f->behind + (size_t)(count - 1) * f->lanes;
    memcpy(row, f->odds + ends_at(f), f->lanes * sizeof *row);
    for (uint32_t t = count - 1; t-- > 0;) {
        const float *next = row;
        const float *scores = f->scores + (size_t)(t + 1) * f->lanes;
        row -= f->lanes;
        memset(row, 0, f->lanes * sizeof *row);
        for (uint32_t a = 0; a < f->course->label_count; a++) {
            const float *odds = f->odds + step_at(f, turns[t + 1], a);
            for (uint32_t y = 0; y < f->lanes; y++) {
                row[a] += odds[y] * scores[y] * next[y];
            }
        }
        even_out(f, row);
    }
}

/* ---- Learning ---- */

/* By what the label at a position is too unlikely, the others too likely. */
static void read_lacks(const struct field *f, size_t t, uint8_t right, float *lacks)
{
    const float *ahead = f->ahead + t * f->lanes;
    const float *behind = f->behind + t * f->lanes;
    float sum = 0;
    for (uint32_t y = 0; y < f->lanes; y++) {
        lacks[y] = ahead[y] * behind[y];
        sum += lacks[y];
    }
    for (uint32_t y = 0; y < f->lanes; y++) {
        lacks[y] = (float)(y == right) - lacks[y] / sum;
    }
}

static void move_weights(struct field *f, uint32_t position, const float *lacks, float by)
{
    const struct numbered *n = &f->numbered;
    for (uint64_t i = n->begins[position]; i < n->begins[position + 1]; i++) {
        float *weights = f->weights + (size_t)n->features[i] * f->lanes;
        for (uint32_t y = 0; y < f->lanes; y++) {
            weights[y] += by * lacks[y];
        }
    }
}

static void move_row(struct field *f, size_t row, const float *lacks, float by)
{
    for (uint32_t y = 0; y < f->course->label_count; y++) {
        f->steps[row + y] += by * lacks[y];
    }
}

/* The steps from position t - 1 to t. */
static void move_steps(struct field *f, size_t t, uint32_t turn, const uint8_t *right,
                       float by)
{
    float chances[NR_TAG_LABELS][NR_TAG_LABELS];
    float lacks[NR_TAG_LABELS];
    uint32_t labels = f->course->label_count;
    const float *scores = f->scores + t * f->lanes;
    const float *ahead = f->ahead + (t - 1) * f->lanes;
    const float *behind = f->behind + t * f->lanes;
    float sum = 0;
    for (uint32_t a = 0; a < labels; a++) {
        const float *odds = f->odds + step_at(f, turn, a);
        for (uint32_t y = 0; y < labels; y++) {
            chances[a][y] = ahead[a] * odds[y] * scores[y] * behind[y];
            sum += chances[a][y];
        }
    }
    for (uint32_t a = 0; a < labels; a++) {
        for (uint32_t y = 0; y < labels; y++) {
            bool both = a == right[t - 1] && y == right[t];
            lacks[y] = (float)both - chances[a][y] / sum;
        }
        move_row(f, step_at(f, turn, a), lacks, by);
    }
}

static void learn_sequence(struct field *f, const struct numbered_sequence *sequence,
                           float by)
{
    const uint8_t *right = f->numbered.labels + sequence->first;
    const uint8_t *turns = f->numbered.turns + sequence->first;
    float lacks[NR_TAG_LABELS] = {0};
    for (size_t i = 0; i < f->step_count; i++) {
        f->odds[i] = f->steps[i] < never / 2 ? 0 : power(f->steps[i]);
    }
    for (uint32_t t = 0; t < sequence->count; t++) {
        score(f, sequence->first + t, f->scores + (size_t)t * f->lanes);
    }
    go_ahead(f, turns, sequence->count);
    go_back(f, turns, sequence->count);
    for (uint32_t t = 0; t < sequence->count; t++) {
        read_lacks(f, t, right[t], lacks);
        f->short_of += (double)lacks[right[t]];
        move_weights(f, sequence->first + t, lacks, by / f->scale);
        if (t == 0) {
            move_row(f, step_at(f, turns[0], f->course->label_count), lacks, by);
        } else {
            move_steps(f, t, turns[t], right, by);
        }
    }
    move_row(f, ends_at(f), lacks, by);
    f->scale *= 1 - by * pull / (float)f->numbered.sequence_count;
}

/* The scale becomes 1 before numbers grow too large for it. */
static void settle(struct field *f)
{
    size_t cells = (size_t)f->numbered.feature_count * f->lanes;
    for (size_t i = 0; i < cells; i++) {
        f->weights[i] *= f->scale;
    }
    f->scale = 1;
}

static void take_mean(struct field *f)
{
    size_t cells = (size_t)f->numbered.feature_count * f->lanes;
    float share = 1 / (float)++f->looks;
    for (size_t i = 0; i < cells; i++) {
        f->means[i] += (f->weights[i] - f->means[i]) * share;
    }
    for (size_t i = 0; i < f->step_count; i++) {
        f->step_means[i] += (f->steps[i] - f->step_means[i]) * share;
    }
}

static void learn_epoch(struct field *f, uint32_t epoch, uint64_t *state)
{
    uint32_t count = f->numbered.sequence_count;
    f->short_of = 0;
    shuffle(f->order, count, state);
    for (uint32_t i = 0; i < count; i++) {
        float gone = (float)epoch - 1 + (float)i / (float)count;
        learn_sequence(f, &f->numbered.sequences[f->order[i]],
                       stride / (1 + slower * gone));
        if (i % (count / LOOKS + 1) != 0) {
            continue;
        }
        settle(f);
        if (epoch > WARM_UP) {
            take_mean(f);
        }
    }
    fprintf(stderr, "  %-14s epoch %2u of %u: %5.2f %% short of sure while learning\n",
            f->course->name, epoch, f->course->epochs,
            100.0 * f->short_of / (double)f->numbered.position_count);
}

static struct nr_model *model_now(const struct field *f)
{
    const struct course *c = f->course;
    size_t cells = (size_t)f->numbered.feature_count * f->lanes;
    struct means means = {.numbered = &f->numbered,
                          .label_count = c->label_count,
                          .turn_count = c->turn_count,
                          .lanes = f->lanes,
                          .keep = c->keep > 0 ? c->keep : 1};
    means.weights = need(cells, sizeof *means.weights);
    means.follow = need(f->step_count, sizeof *means.follow);
    for (size_t i = 0; i < cells; i++) {
        means.weights[i] = f->means[i] * UNITS;
    }
    for (size_t i = 0; i < f->step_count; i++) {
        bool may = f->step_means[i] > never / 2;
        means.follow[i] = may ? f->step_means[i] * UNITS : never;
    }
    struct nr_model *model = model_make(&means);
    free(means.weights);
    free(means.follow);
    return model;
}

struct nr_model *learn_field(const struct course *course)
{
    struct field f;
    uint64_t state = course->seed;
    field_open(&f, course);
    for (uint32_t epoch = 1; epoch <= course->epochs; epoch++) {
        learn_epoch(&f, epoch, &state);
        if (course->examine != NULL && f.looks > 0) {
            struct nr_model *model = model_now(&f);
            course->examine(course, epoch, model);
            model_free(model);
        }
    }
    struct nr_model *model = model_now(&f);
    field_close(&f);
    return model;
}
