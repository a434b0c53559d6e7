/* tables/tokens.c: article_tokens(body): words, numbers and signs. A lemma is found when
 * the column is read, and only where the language is English, as far as is known. */
#include "tables/table.h"
#include "tag/lemma.h"

static uint32_t rows(const struct nr_clipping *clipping)
{
    return clipping->article.text.tokens.count;
}

static struct nr_span span_at(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_token_span(&clipping->article.text, row);
}

static struct nr_cell token(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_span(clipping, span_at(clipping, row));
}

static struct nr_cell tag(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_word(nr_pos_names[clipping->article.tags.items[row]]);
}

static bool is_english(const struct nr_text *text, uint32_t t)
{
    uint32_t block = nr_block_of(text, t);
    uint8_t language = text->blocks.items[block].language;
    return language == NR_LANGUAGE_EN || language == NR_LANGUAGE_NONE;
}

static struct nr_cell lemma(const struct nr_clipping *clipping, uint32_t row)
{
    const struct nr_article *article = &clipping->article;
    if (!is_english(&article->text, row)) {
        return nr_cell_null();
    }
    struct nr_lemma found =
        nr_lemma_of(&nr_lemma_rules, &article->text, &article->tags, row);
    return nr_cell_joined(found.kept, found.added);
}

static struct nr_cell token_no(const struct nr_clipping *clipping, uint32_t row)
{
    (void)clipping;
    return nr_cell_no(row);
}

static struct nr_cell sentence_no(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_no(clipping->article.text.tokens.items[row].sentence);
}

static struct nr_cell start(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_start(clipping, span_at(clipping, row));
}

static struct nr_cell length(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_length(clipping, span_at(clipping, row));
}

static const struct nr_column columns[] = {
    {"token", "TEXT", token, NR_LOOKUP_NONE},
    {"tag", "TEXT", tag, NR_LOOKUP_NONE},
    {"lemma", "TEXT", lemma, NR_LOOKUP_NONE},
    {"token_no", "INTEGER", token_no, NR_LOOKUP_ROW},
    {"sentence_no", "INTEGER", sentence_no, NR_LOOKUP_INDEX},
    {"start", "INTEGER", start, NR_LOOKUP_NONE},
    {"length", "INTEGER", length, NR_LOOKUP_NONE},
};

const struct nr_table nr_table_tokens = {
    .name = "article_tokens",
    NR_COLUMNS(columns),
    .stage = NR_STAGE_TAGS,
    .rows = rows,
    .typical = 1000.0,
};
