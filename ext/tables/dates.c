/* tables/dates.c: article_dates(body, published): one row for each expression of time,
 * and which days it means. quote_no alone asks what was quoted: without it a query does
 * no more than dates need. */
#include "tables/table.h"

#include <string.h>

static uint32_t rows(const struct nr_clipping *clipping)
{
    return clipping->article.dates.items.count;
}

static const struct nr_date *date_at(const struct nr_clipping *clipping, uint32_t row)
{
    return &clipping->article.dates.items.items[row];
}

static struct nr_cell expression(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_span(clipping, date_at(clipping, row)->span);
}

static struct nr_cell type(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_word(nr_date_type_names[date_at(clipping, row)->type]);
}

static struct nr_cell value(const struct nr_clipping *clipping, uint32_t row)
{
    const char *text = date_at(clipping, row)->value;
    return nr_cell_chars((struct nr_chars){text, (uint32_t)strlen(text)});
}

static struct nr_cell day_start(const struct nr_clipping *clipping, uint32_t row)
{
    const struct nr_date *date = date_at(clipping, row);
    return nr_days_are(date->days) ? nr_cell_day(date->days.first) : nr_cell_null();
}

static struct nr_cell day_end(const struct nr_clipping *clipping, uint32_t row)
{
    const struct nr_date *date = date_at(clipping, row);
    return nr_days_are(date->days) ? nr_cell_day(date->days.last) : nr_cell_null();
}

static struct nr_cell quote_no(const struct nr_clipping *clipping, uint32_t row)
{
    uint32_t quote = nr_clipping_quote(clipping, date_at(clipping, row)->span);
    return quote == NR_NONE
               ? nr_cell_null()
               : nr_cell_no(clipping->article.quotes.quotes.items[quote].utterance);
}

static struct nr_cell date_no(const struct nr_clipping *clipping, uint32_t row)
{
    (void)clipping;
    return nr_cell_no(row);
}

static uint32_t block_at(const struct nr_clipping *clipping, uint32_t row)
{
    uint32_t sentence = date_at(clipping, row)->sentence;
    return clipping->article.text.sentences.items[sentence].block;
}

static struct nr_cell block(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_block(clipping, block_at(clipping, row));
}

static struct nr_cell block_no(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_no(block_at(clipping, row));
}

static struct nr_cell sentence_no(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_no(date_at(clipping, row)->sentence);
}

static struct nr_cell start(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_start(clipping, date_at(clipping, row)->span);
}

static struct nr_cell length(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_length(clipping, date_at(clipping, row)->span);
}

enum { QUOTE_NO = 5 }; /* ORDER columns */

static const struct nr_column columns[] = {
    {"expression", "TEXT", expression, NR_LOOKUP_NONE},
    {"type", "TEXT", type, NR_LOOKUP_NONE},
    {"value", "TEXT", value, NR_LOOKUP_NONE},
    {"day_start", "TEXT", day_start, NR_LOOKUP_NONE},
    {"day_end", "TEXT", day_end, NR_LOOKUP_NONE},
    {"quote_no", "INTEGER", quote_no, NR_LOOKUP_INDEX},
    {"date_no", "INTEGER", date_no, NR_LOOKUP_ROW},
    {"block", "TEXT", block, NR_LOOKUP_NONE},
    {"block_no", "INTEGER", block_no, NR_LOOKUP_INDEX},
    {"sentence_no", "INTEGER", sentence_no, NR_LOOKUP_INDEX},
    {"start", "INTEGER", start, NR_LOOKUP_NONE},
    {"length", "INTEGER", length, NR_LOOKUP_NONE},
};

const struct nr_table nr_table_dates = {
    .name = "article_dates",
    NR_COLUMNS(columns),
    .stage = NR_STAGE_DATES,
    .further = UINT64_C(1) << QUOTE_NO,
    .further_stage = NR_STAGE_QUOTES,
    .rows = rows,
    .typical = 10.0,
};
