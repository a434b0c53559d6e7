/* tables/mentions.c: article_mentions(body): each place where the article names somebody
 * or something, or means them by a noun or a pronoun, and each value. rule and confidence
 * are those of nouns and pronouns; of names and values they are NULL. */
#include "quote/sure.h"
#include "tables/table.h"

static uint32_t rows(const struct nr_clipping *clipping)
{
    return clipping->article.roll.items.count;
}

static const struct nr_appearance *mention_at(const struct nr_clipping *clipping,
                                              uint32_t row)
{
    return &clipping->article.roll.items.items[row];
}

static uint32_t sentence_at(const struct nr_clipping *clipping, uint32_t row)
{
    return clipping->article.text.tokens.items[mention_at(clipping, row)->token].sentence;
}

static uint32_t block_at(const struct nr_clipping *clipping, uint32_t row)
{
    return clipping->article.text.sentences.items[sentence_at(clipping, row)].block;
}

static struct nr_cell mention(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_span(clipping, mention_at(clipping, row)->span);
}

static struct nr_cell name(const struct nr_clipping *clipping, uint32_t row)
{
    uint32_t entity = mention_at(clipping, row)->entity;
    return entity != NR_NONE
               ? nr_cell_chars(clipping->article.entities.entities.items[entity].name)
               : nr_cell_null();
}

static struct nr_cell type(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_word(nr_type_names[mention_at(clipping, row)->type]);
}

static struct nr_cell kind(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_word(nr_mention_names[mention_at(clipping, row)->kind]);
}

static struct nr_cell entity_no(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_no(mention_at(clipping, row)->entity);
}

static struct nr_cell quote_no(const struct nr_clipping *clipping, uint32_t row)
{
    uint32_t quote = nr_clipping_quote(clipping, mention_at(clipping, row)->span);
    return quote != NR_NONE
               ? nr_cell_no(clipping->article.quotes.quotes.items[quote].utterance)
               : nr_cell_null();
}

static struct nr_cell mention_no(const struct nr_clipping *clipping, uint32_t row)
{
    (void)clipping;
    return nr_cell_no(row);
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
    return nr_cell_no(sentence_at(clipping, row));
}

static struct nr_cell rule(const struct nr_clipping *clipping, uint32_t row)
{
    const struct nr_appearance *seen = mention_at(clipping, row);
    bool decided = seen->kind == NR_MENTION_NOMINAL || seen->kind == NR_MENTION_PRONOUN;
    uint8_t by = seen->entity != NR_NONE ? seen->rule : (uint8_t)NR_STAND_IN_NOBODY;
    return decided ? nr_cell_word(nr_stand_in_rules[by].name) : nr_cell_null();
}

/* "I" is as sure as the speaker of the words around it. */
static struct nr_cell confidence_of_i(const struct nr_clipping *clipping, uint32_t row)
{
    uint32_t quote = nr_clipping_quote(clipping, mention_at(clipping, row)->span);
    uint8_t sure = quote != NR_NONE
                       ? nr_sure(NR_SURE_SPEAKER, &clipping->article.quotes, quote)
                       : (uint8_t)NR_UNSURE;
    return sure != NR_UNSURE ? nr_cell_hundredths(sure) : nr_cell_null();
}

static struct nr_cell confidence(const struct nr_clipping *clipping, uint32_t row)
{
    const struct nr_appearance *seen = mention_at(clipping, row);
    if (seen->rule == NR_STAND_IN_SPEAKER) {
        return confidence_of_i(clipping, row);
    }
    return seen->sure > 0 ? nr_cell_hundredths(seen->sure) : nr_cell_null();
}

static struct nr_cell start(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_start(clipping, mention_at(clipping, row)->span);
}

static struct nr_cell length(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_length(clipping, mention_at(clipping, row)->span);
}

static const struct nr_column columns[] = {
    {"mention", "TEXT", mention, NR_LOOKUP_NONE},
    {"name", "TEXT", name, NR_LOOKUP_NONE},
    {"type", "TEXT", type, NR_LOOKUP_NONE},
    {"kind", "TEXT", kind, NR_LOOKUP_NONE},
    {"entity_no", "INTEGER", entity_no, NR_LOOKUP_INDEX},
    {"quote_no", "INTEGER", quote_no, NR_LOOKUP_INDEX},
    {"mention_no", "INTEGER", mention_no, NR_LOOKUP_ROW},
    {"block", "TEXT", block, NR_LOOKUP_NONE},
    {"block_no", "INTEGER", block_no, NR_LOOKUP_INDEX},
    {"sentence_no", "INTEGER", sentence_no, NR_LOOKUP_INDEX},
    {"rule", "TEXT", rule, NR_LOOKUP_NONE},
    {"confidence", "REAL", confidence, NR_LOOKUP_NONE},
    {"start", "INTEGER", start, NR_LOOKUP_NONE},
    {"length", "INTEGER", length, NR_LOOKUP_NONE},
};

const struct nr_table nr_table_mentions = {
    .name = "article_mentions",
    NR_COLUMNS(columns),
    .stage = NR_STAGE_ROLL,
    .rows = rows,
    .typical = 80.0,
};
