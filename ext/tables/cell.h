/* tables/cell.h: the value of one column in one row, before it is SQL's or JSON's. */
#ifndef NR_TABLES_CELL_H
#define NR_TABLES_CELL_H

#include "tables/clipping.h"

struct nr_json;

enum nr_cell_kind {
    NR_CELL_NULL,
    NR_CELL_NUMBER,
    NR_CELL_HUNDREDTHS, /* a number of them: 97 is 0.97 */
    NR_CELL_DAY,        /* a number of the calendar: "2024-04-26" */
    NR_CELL_WORD,       /* text for ever: a name from one of our tables */
    NR_CELL_TEXT,       /* text that lives as long as the article */
    NR_CELL_JOINED,     /* such text, and a word of our tables behind it */
    NR_CELL_JSON,       /* an array or object, written when it is wanted */
};

struct nr_cell {
    enum nr_cell_kind kind;
    uint32_t length;
    union {
        int64_t number;
        const char *bytes;
        void (*write)(struct nr_json *json, const struct nr_clipping *clipping,
                      uint32_t row);
    } as;
    const char *tail; /* of NR_CELL_JOINED */
};

static inline struct nr_cell nr_cell_null(void)
{
    return (struct nr_cell){.kind = NR_CELL_NULL};
}

static inline struct nr_cell nr_cell_number(int64_t number)
{
    return (struct nr_cell){.kind = NR_CELL_NUMBER, .as.number = number};
}

static inline struct nr_cell nr_cell_hundredths(uint32_t number)
{
    return (struct nr_cell){.kind = NR_CELL_HUNDREDTHS, .as.number = number};
}

static inline struct nr_cell nr_cell_day(int32_t day)
{
    return (struct nr_cell){.kind = NR_CELL_DAY, .as.number = day};
}

/* An index, as users count: from 1; NR_NONE is NULL. */
static inline struct nr_cell nr_cell_no(uint32_t index)
{
    return index != NR_NONE ? nr_cell_number((int64_t)index + 1) : nr_cell_null();
}

/* NULL is NULL. */
static inline struct nr_cell nr_cell_word(const char *word)
{
    return word != NULL ? (struct nr_cell){.kind = NR_CELL_WORD, .as.bytes = word}
                        : nr_cell_null();
}

/* Empty is NULL. */
static inline struct nr_cell nr_cell_chars(struct nr_chars chars)
{
    return chars.length > 0 ? (struct nr_cell){.kind = NR_CELL_TEXT,
                                               .length = chars.length,
                                               .as.bytes = chars.bytes}
                            : nr_cell_null();
}

/* Text with a word of our tables behind it: "cit", "y". */
static inline struct nr_cell nr_cell_joined(struct nr_chars chars, const char *tail)
{
    struct nr_cell cell = nr_cell_chars(chars);
    if (tail[0] != 0) {
        cell = (struct nr_cell){.kind = NR_CELL_JOINED,
                                .length = chars.length,
                                .as.bytes = chars.bytes,
                                .tail = tail};
    }
    return cell;
}

/* Its text, to be freed by sqlite3_free(); NULL: out of memory. */
char *nr_cell_join(const struct nr_cell *cell);

/* Words of the article, where they start and how long they are, in characters from 1; an
 * empty span is NULL in all three. */
static inline struct nr_cell nr_cell_span(const struct nr_clipping *clipping,
                                          struct nr_span span)
{
    if (nr_span_empty(span)) {
        return nr_cell_null();
    }
    return nr_cell_chars(
        (struct nr_chars){clipping->article.bytes + span.begin, nr_span_length(span)});
}

static inline struct nr_cell nr_cell_start(const struct nr_clipping *clipping,
                                           struct nr_span span)
{
    if (nr_span_empty(span)) {
        return nr_cell_null();
    }
    return nr_cell_no(nr_chars_at(&clipping->characters, span.begin));
}

static inline struct nr_cell nr_cell_length(const struct nr_clipping *clipping,
                                            struct nr_span span)
{
    if (nr_span_empty(span)) {
        return nr_cell_null();
    }
    return nr_cell_number((int64_t)nr_chars_at(&clipping->characters, span.end) -
                          nr_chars_at(&clipping->characters, span.begin));
}

/* What kind of block it is, by number. */
static inline struct nr_cell nr_cell_block(const struct nr_clipping *clipping,
                                           uint32_t block)
{
    return nr_cell_word(nr_block_names[clipping->article.text.blocks.items[block].kind]);
}

static inline struct nr_cell nr_cell_json(
    void (*write)(struct nr_json *json, const struct nr_clipping *clipping, uint32_t row))
{
    return (struct nr_cell){.kind = NR_CELL_JSON, .as.write = write};
}

#endif
