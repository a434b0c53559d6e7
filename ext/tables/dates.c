/* tables/dates.c: article_dates(body, published). Its columns are the contract's, so that
 * views over it can be written; there is no reader of dates yet, so it has no rows. */
#include "tables/table.h"

static uint32_t rows(const struct nr_clipping *clipping)
{
    (void)clipping;
    return 0;
}

static const struct nr_column columns[] = {
    {"expression", "TEXT", nr_cell_later, NR_LOOKUP_NONE},
    {"type", "TEXT", nr_cell_later, NR_LOOKUP_NONE},
    {"value", "TEXT", nr_cell_later, NR_LOOKUP_NONE},
    {"day_start", "TEXT", nr_cell_later, NR_LOOKUP_NONE},
    {"day_end", "TEXT", nr_cell_later, NR_LOOKUP_NONE},
    {"quote_no", "INTEGER", nr_cell_later, NR_LOOKUP_INDEX},
    {"date_no", "INTEGER", nr_cell_later, NR_LOOKUP_ROW},
    {"block", "TEXT", nr_cell_later, NR_LOOKUP_NONE},
    {"block_no", "INTEGER", nr_cell_later, NR_LOOKUP_INDEX},
    {"sentence_no", "INTEGER", nr_cell_later, NR_LOOKUP_INDEX},
    {"start", "INTEGER", nr_cell_later, NR_LOOKUP_NONE},
    {"length", "INTEGER", nr_cell_later, NR_LOOKUP_NONE},
};

const struct nr_table nr_table_dates = {
    .name = "article_dates",
    NR_COLUMNS(columns),
    .stage = NR_STAGE_BLOCKS,
    .rows = rows,
    .typical = 10.0,
};
