/* tag/train/fit.h: a table of chances (quote/sure.h) fitted to rows that are known to be
 * right or wrong. */
#ifndef NR_TAG_TRAIN_FIT_H
#define NR_TAG_TRAIN_FIT_H

#include "quote/sure.h"

/* One row, and whether it is right: 1, 0, or NOT_ASKED. */
enum { NOT_ASKED = 2 };
struct fit_row {
    struct nr_quotes of; /* the quotes that the row is one of */
    uint32_t row;
    uint32_t article;
    uint8_t right[NR_SURE_COUNT];
};

struct fit_rows {
    struct fit_row *items;
    uint32_t count;
};

/* Logistic regression on the rows of those articles whose number is not `without` modulo
 * two (2: on all rows); a margin's weights never fall. rules: room for one for each of
 * nr_rules. */
void fit_table(const struct fit_rows *rows, uint32_t without, struct nr_sure_table *table,
               struct nr_sure_rule *rules);

#endif
