/* value/word.h: what each word may be in an amount.
 *
 * "million" is a scale, "$" a sign, "5" a figure, "5th" an ordinal, "second" an ordinal
 * and a unit. Words come from the lists value_en, value_es, value_fr
 * (lexicon/lists/values.txt) by the block's language; signs and figures are the same in
 * all. Looked up once a word type, when first asked for. */
#ifndef NR_VALUE_WORD_H
#define NR_VALUE_WORD_H

#include "text/text.h"

/* The names that the lists use, then what figures and signs are. */
#define NR_VALUE_PARTS(X)                                                                \
    X(small) /* two */                                                                   \
    X(one)                                                                               \
    X(teen)  /* twelve */                                                                \
    X(tens)  /* twenty: a small number may follow */                                     \
    X(scale) /* thousand */                                                              \
    X(dozen)                                                                             \
    X(short) /* m: right behind a figure */                                              \
    X(many)  /* thousands */                                                             \
    X(vague) /* several: before a scale */                                               \
    X(half)                                                                              \
    X(share)  /* a quarter */                                                            \
    X(shares) /* three quarters */                                                       \
    X(ordinal)                                                                           \
    X(clock) /* second: an ordinal, or a unit of time */                                 \
    X(code)  /* EUR */                                                                   \
    X(currency)                                                                          \
    X(pound) /* money or weight */                                                       \
    X(pence) /* p: right behind a figure */                                              \
    X(percent)                                                                           \
    X(per)                                                                               \
    X(cent)                                                                              \
    X(por)                                                                               \
    X(pour)                                                                              \
    X(percentage)                                                                        \
    X(points)                                                                            \
    X(measure) /* miles */                                                               \
    X(degree)                                                                            \
    X(centigrade)                                                                        \
    X(square)                                                                            \
    X(hour) /* what a speed is measured by */                                            \
    X(about)                                                                             \
    X(more)                                                                              \
    X(than)                                                                              \
    X(at)                                                                                \
    X(least)                                                                             \
    X(up)                                                                                \
    X(to)                                                                                \
    X(range) /* to, or: from one number to the next */                                   \
    X(as)                                                                                \
    X(much)                                                                              \
    X(no)                                                                                \
    X(and)                                                                               \
    X(of)                                                                                \
    X(a)                                                                                 \
    X(the)                                                                               \
    X(old)                                                                               \
    X(age)    /* year, month */                                                          \
    X(number) /* No. */                                                                  \
    X(figure) /* 1,000 */                                                                \
    X(group)  /* 000: three figures, which may go on with others before them */          \
    X(fraction)                                                                          \
    X(sign)                                                                              \
    X(hyphen)

enum nr_value_part {
    NR_VALUE_NONE, /* ends a rule's parts */
#define NR_VALUE_ENUM(name) NR_VALUE_##name,
    NR_VALUE_PARTS(NR_VALUE_ENUM)
#undef NR_VALUE_ENUM
    /* read by functions, several tokens long */
    NR_VALUE_AMOUNT, /* two and a half million */
    NR_VALUE_HEDGE,  /* more than */
    NR_VALUE_COUNT
};

/* A set of parts: NR_VALUE_IS(figure) | NR_VALUE_IS(small). */
#define NR_VALUE_IS(name) (UINT64_C(1) << NR_VALUE_##name)

/* The words of one text for one language. */
struct nr_value_words {
    uint64_t *parts;   /* [2 * text words] sets of parts, those of words written with a
                          capital behind the others; bit 0: looked up */
    enum nr_list list; /* NR_LIST_COUNT: figures and signs alone */
};

/* NULL: memory ran out. */
struct nr_value_words *nr_value_words_make(struct nr_arena *arena,
                                           const struct nr_text *text,
                                           enum nr_language language);

/* What a token may be, a set of parts. */
uint64_t nr_value_parts_find(const struct nr_value_words *words,
                             const struct nr_text *text, uint32_t t);

static inline uint64_t nr_value_parts_at(const struct nr_value_words *words,
                                         const struct nr_text *text, uint32_t t)
{
    const struct nr_token *token = &text->tokens.items[t];
    bool capital = token->casing != NR_CASING_ANY;
    uint64_t parts = words->parts[token->word + (capital ? text->words.count : 0)];
    return (parts & 1) != 0 ? parts : nr_value_parts_find(words, text, t);
}

#endif
