/* tables/marks.c: article_marks(body): every pair of quotation marks and what became of
 * it, so that what extract_quotes leaves out can be seen too. */
#include "tables/table.h"

static uint32_t rows(const struct nr_clipping *clipping)
{
    return clipping->article.quotes.marks.count;
}

static const struct nr_mark *mark_at(const struct nr_clipping *clipping, uint32_t row)
{
    return &clipping->article.quotes.marks.items[row];
}

static struct nr_cell passage(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_span(clipping, mark_at(clipping, row)->inner);
}

static struct nr_cell verdict(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_word(nr_verdict_names[mark_at(clipping, row)->verdict]);
}

static struct nr_cell quote_no(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_no(mark_at(clipping, row)->utterance);
}

static struct nr_cell mark_no(const struct nr_clipping *clipping, uint32_t row)
{
    (void)clipping;
    return nr_cell_no(row);
}

static struct nr_cell block(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_block(clipping, mark_at(clipping, row)->block);
}

static struct nr_cell block_no(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_no(mark_at(clipping, row)->block);
}

static struct nr_cell start(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_start(clipping, mark_at(clipping, row)->inner);
}

static struct nr_cell length(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_length(clipping, mark_at(clipping, row)->inner);
}

static const struct nr_column columns[] = {
    {"passage", "TEXT", passage, NR_LOOKUP_NONE},
    {"verdict", "TEXT", verdict, NR_LOOKUP_NONE},
    {"quote_no", "INTEGER", quote_no, NR_LOOKUP_INDEX},
    {"mark_no", "INTEGER", mark_no, NR_LOOKUP_ROW},
    {"block", "TEXT", block, NR_LOOKUP_NONE},
    {"block_no", "INTEGER", block_no, NR_LOOKUP_INDEX},
    {"start", "INTEGER", start, NR_LOOKUP_NONE},
    {"length", "INTEGER", length, NR_LOOKUP_NONE},
};

const struct nr_table nr_table_marks = {
    .name = "article_marks",
    NR_COLUMNS(columns),
    .stage = NR_STAGE_QUOTES,
    .rows = rows,
    .typical = 15.0,
};
