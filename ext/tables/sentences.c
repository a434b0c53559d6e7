/* tables/sentences.c: article_sentences(body). */
#include "tables/table.h"

static uint32_t rows(const struct nr_reading *reading)
{
    return reading->article.text.sentences.count;
}

static const struct nr_sentence *sentence_at(const struct nr_reading *reading,
                                             uint32_t row)
{
    return &reading->article.text.sentences.items[row];
}

static struct nr_cell sentence(const struct nr_reading *reading, uint32_t row)
{
    return nr_cell_span(reading, sentence_at(reading, row)->span);
}

static struct nr_cell sentence_no(const struct nr_reading *reading, uint32_t row)
{
    (void)reading;
    return nr_cell_no(row);
}

static struct nr_cell block_no(const struct nr_reading *reading, uint32_t row)
{
    return nr_cell_no(sentence_at(reading, row)->block);
}

static struct nr_cell start(const struct nr_reading *reading, uint32_t row)
{
    return nr_cell_start(reading, sentence_at(reading, row)->span);
}

static struct nr_cell length(const struct nr_reading *reading, uint32_t row)
{
    return nr_cell_length(reading, sentence_at(reading, row)->span);
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
