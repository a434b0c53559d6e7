/* tag/train/fit.c: logistic regression, small enough to be done the plain way: each step
 * goes down the slope of all rows, by AdaGrad, drawn to 0 by the square of the weights,
 * then lifts what falls within a margin's bins to the mean of its neighbours. */
#include "tag/train/fit.h"

#include "tag/model2c/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    STEPS = 400,
    KINDS_AT = 1 + NR_MARGIN_COUNT * NR_SURE_BINS, /* numbers: base, bins, kinds, rules */
    RULES_AT = KINDS_AT + 3,
    RULES_MOST = 64,
    NUMBERS = RULES_AT + RULES_MOST,
    SEEN = 1 + NR_MARGIN_COUNT + 2 /* numbers of one row */
};

static const double pull = 1.0; /* to 0: as much as one row pulls */
static const double stride = 0.3;

/* The numbers that one row adds up. */
struct seen {
    uint32_t numbers[SEEN];
    uint8_t right;
};

static uint32_t bin_at(uint32_t margin, uint32_t bin)
{
    return 1 + margin * NR_SURE_BINS + bin;
}

static uint32_t rule_number(const char *name)
{
    uint32_t r = 0;
    while (r < nr_rule_count && strcmp(nr_rules[r].name, name) != 0) {
        r++;
    }
    return RULES_AT + r;
}

/* ---- Cuts: each bin holds as many rows as another ---- */

static int ascending(const void *a, const void *b)
{
    return *(const int16_t *)a - *(const int16_t *)b;
}

static void cut_margin(const struct fit_rows *rows, uint32_t margin, int16_t *cuts)
{
    int16_t *values = need(rows->count + 1, sizeof *values);
    uint32_t count = 0;
    for (uint32_t i = 0; i < rows->count; i++) {
        const struct fit_row *row = &rows->items[i];
        int16_t value = row->of.quotes.items[row->row].evidence.margins[margin];
        if (value != NR_NO_MARGIN) {
            values[count++] = value;
        }
    }
    qsort(values, count, sizeof *values, ascending);
    for (uint32_t c = 0; c < NR_SURE_CUTS; c++) {
        cuts[c] = values[(size_t)count * (c + 1) / (NR_SURE_CUTS + 1)];
    }
    free(values);
}

/* ---- The slope, and down it ---- */

static struct seen see_row(const struct fit_row *row, enum nr_surety surety,
                           const struct nr_sure_table *table)
{
    const struct nr_quote *quote = &row->of.quotes.items[row->row];
    const char *rule = row->of.utterances.items[quote->utterance].rule;
    struct seen seen = {.numbers = {0}, .right = row->right[surety]};
    for (uint32_t m = 0; m < NR_MARGIN_COUNT; m++) {
        uint32_t bin = nr_sure_bin(table->cuts[m], quote->evidence.margins[m]);
        seen.numbers[1 + m] = bin_at(m, bin);
    }
    seen.numbers[SEEN - 2] = KINDS_AT + quote->kind;
    seen.numbers[SEEN - 1] = rule_number(rule);
    return seen;
}

/* Where a bin's weight is below the one before it, both become their mean. */
static void level(double *bins)
{
    double means[NR_SURE_BINS];
    uint32_t sizes[NR_SURE_BINS];
    uint32_t count = 0;
    for (uint32_t b = 0; b + 1 < NR_SURE_BINS; b++) {
        means[count] = bins[b];
        sizes[count++] = 1;
        for (; count > 1 && means[count - 1] < means[count - 2]; count--) {
            uint32_t size = sizes[count - 2] + sizes[count - 1];
            means[count - 2] = (means[count - 2] * sizes[count - 2] +
                                means[count - 1] * sizes[count - 1]) /
                               size;
            sizes[count - 2] = size;
        }
    }
    for (uint32_t g = 0, b = 0; g < count; g++) {
        for (uint32_t i = 0; i < sizes[g]; i++) {
            bins[b++] = means[g];
        }
    }
}

static void add_slope(const struct seen *seen, const double *weights, double *slope)
{
    double sum = 0;
    for (uint32_t i = 0; i < SEEN; i++) {
        sum += weights[seen->numbers[i]];
    }
    double short_of = seen->right - 1 / (1 + exp(-sum));
    for (uint32_t i = 0; i < SEEN; i++) {
        slope[seen->numbers[i]] += short_of;
    }
}

static void step_down(const struct seen *seen, uint32_t count, double *weights,
                      double *gone)
{
    double slope[NUMBERS] = {0};
    for (uint32_t i = 0; i < count; i++) {
        add_slope(&seen[i], weights, slope);
    }
    for (uint32_t n = 0; n < NUMBERS; n++) {
        double down = slope[n] - (n > 0 ? pull * weights[n] : 0);
        gone[n] += down * down;
        weights[n] += stride * down / (sqrt(gone[n]) + 1e-9);
    }
    for (uint32_t m = 0; m < NR_MARGIN_COUNT; m++) {
        level(weights + bin_at(m, 0));
    }
}

static void fit_surety(const struct fit_rows *rows, uint32_t without,
                       enum nr_surety surety, const struct nr_sure_table *table,
                       double *weights)
{
    struct seen *seen = need(rows->count + 1, sizeof *seen);
    double gone[NUMBERS] = {0};
    uint32_t count = 0;
    for (uint32_t i = 0; i < rows->count; i++) {
        const struct fit_row *row = &rows->items[i];
        if (row->right[surety] != NOT_ASKED && row->article % 2 != without) {
            seen[count++] = see_row(row, surety, table);
        }
    }
    for (uint32_t i = 0; i < STEPS; i++) {
        step_down(seen, count, weights, gone);
    }
    free(seen);
}

/* ---- As whole numbers ---- */

static int16_t whole(double weight)
{
    return (int16_t)lround(weight * NR_SURE_UNIT);
}

void fit_table(const struct fit_rows *rows, uint32_t without, struct nr_sure_table *table,
               struct nr_sure_rule *rules)
{
    *table = (struct nr_sure_table){
        .pronoun = 100, .rules = rules, .rule_count = nr_rule_count};
    for (uint32_t m = 0; m < NR_MARGIN_COUNT; m++) {
        cut_margin(rows, m, table->cuts[m]);
    }
    for (uint32_t s = 0; s < NR_SURE_COUNT; s++) {
        double weights[NUMBERS] = {0};
        fit_surety(rows, without, (enum nr_surety)s, table, weights);
        table->base[s] = whole(weights[0]);
        for (uint32_t m = 0; m < NR_MARGIN_COUNT; m++) {
            for (uint32_t b = 0; b < NR_SURE_BINS; b++) {
                table->margins[s][m][b] = whole(weights[bin_at(m, b)]);
            }
        }
        for (uint32_t k = 0; k < 3; k++) {
            table->kinds[s][k] = whole(weights[KINDS_AT + k]);
        }
        for (uint32_t r = 0; r < nr_rule_count; r++) {
            rules[r].name = nr_rules[r].name;
            rules[r].weights[s] = whole(weights[RULES_AT + r]);
        }
    }
}
