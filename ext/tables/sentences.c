/* tables/sentences.c: article_sentences(body). */
#include "tables/table.h"

static uint32_t rows(const struct nr_clipping *clipping)
{
    return clipping->article.text.sentences.count;
}

static const struct nr_sentence *sentence_at(const struct nr_clipping *clipping,
                                             uint32_t row)
{
    return &clipping->article.text.sentences.items[row];
}

static struct nr_cell sentence(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_span(clipping, sentence_at(clipping, row)->span);
}

static struct nr_cell sentence_no(const struct nr_clipping *clipping, uint32_t row)
{
    (void)clipping;
    return nr_cell_no(row);
}

static struct nr_cell block_no(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_no(sentence_at(clipping, row)->block);
}

static struct nr_cell start(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_start(clipping, sentence_at(clipping, row)->span);
}

static struct nr_cell length(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_length(clipping, sentence_at(clipping, row)->span);
}

static const struct nr_column columns[] = {
    {"sentence", "TEXT", sentence, NR_LOOKUP_NONE},
    {"sentence_no", "INTEGER", sentence_no, NR_LOOKUP_ROW},
    {"block_no", "INTEGER", block_no, NR_LOOKUP_INDEX},
    {"start", "INTEGER", start, NR_LOOKUP_NONE},
    {"length", "INTEGER", length, NR_LOOKUP_NONE},
};

const struct nr_table nr_table_sentences = {
    .name = "article_sentences",
    NR_COLUMNS(columns),
    .stage = NR_STAGE_SENTENCES,
    .rows = rows,
    .typical = 40.0,
};
