/* tables/blocks.c: article_blocks(body): headline, caption, paragraph ... as they stand
 * on the page. */
#include "tables/table.h"

static uint32_t rows(const struct nr_clipping *clipping)
{
    return clipping->article.text.blocks.count;
}

static const struct nr_block *block_at(const struct nr_clipping *clipping, uint32_t row)
{
    return &clipping->article.text.blocks.items[row];
}

static struct nr_cell block(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_word(nr_block_names[block_at(clipping, row)->kind]);
}

static struct nr_cell language(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_word(nr_language_names[block_at(clipping, row)->language]);
}

static struct nr_cell passage(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_span(clipping, block_at(clipping, row)->span);
}

static struct nr_cell block_no(const struct nr_clipping *clipping, uint32_t row)
{
    (void)clipping;
    return nr_cell_no(row);
}

static struct nr_cell start(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_start(clipping, block_at(clipping, row)->span);
}

static struct nr_cell length(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_length(clipping, block_at(clipping, row)->span);
}

static const struct nr_column columns[] = {
    {"block", "TEXT", block, NR_LOOKUP_NONE},
    {"language", "TEXT", language, NR_LOOKUP_NONE},
    {"passage", "TEXT", passage, NR_LOOKUP_NONE},
    {"block_no", "INTEGER", block_no, NR_LOOKUP_ROW},
    {"start", "INTEGER", start, NR_LOOKUP_NONE},
    {"length", "INTEGER", length, NR_LOOKUP_NONE},
};

const struct nr_table nr_table_blocks = {
    .name = "article_blocks",
    NR_COLUMNS(columns),
    .stage = NR_STAGE_BLOCKS,
    .rows = rows,
    .typical = 20.0,
};
