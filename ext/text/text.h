/* text/text.h: bytes -> blocks -> sentences -> tokens: what every later room reads.
 *
 * All offsets are bytes into bytes[0..length). length ends at the first U+0000, or at the
 * end. Invalid UTF-8 is legal everywhere (see text/utf8.h for what a character is).
 * Blocks, sentences and tokens are each in reading order and do not overlap; every
 * sentence lies in one block, every token in one sentence; every byte of a block that is
 * not white space is in a token. What is in no block is white space, the bullets and
 * numbers of lists, and signs of Markdown and HTML.
 */
#ifndef NR_TEXT_TEXT_H
#define NR_TEXT_TEXT_H

#include "base/arena.h"
#include "base/map.h"
#include "lexicon/lexicon.h"

#include <string.h>

#define NR_TEXT_LIMIT (100u * 1000u * 1000u) /* bytes; past it SQLITE_TOOBIG */

enum nr_block_kind {
    NR_BLOCK_HEADLINE,
    NR_BLOCK_STANDFIRST,
    NR_BLOCK_BYLINE,
    NR_BLOCK_DATELINE,
    NR_BLOCK_SUBHEAD,
    NR_BLOCK_CAPTION,
    NR_BLOCK_CREDIT,
    NR_BLOCK_LIST_ITEM,
    NR_BLOCK_PULL_QUOTE,
    NR_BLOCK_CORRECTION,
    NR_BLOCK_PARAGRAPH,
    NR_BLOCK_BOILERPLATE,
    NR_BLOCK_KIND_COUNT
};
extern const char *const nr_block_names[NR_BLOCK_KIND_COUNT]; /* "list_item" */

struct nr_block {
    struct nr_span span; /* no white space at its ends, no list number or bullet */
    uint32_t first_sentence;
    uint32_t end_sentence;
    uint8_t kind;     /* enum nr_block_kind */
    uint8_t language; /* enum nr_language */
};

struct nr_sentence {
    struct nr_span span;
    uint32_t first_token;
    uint32_t end_token;
    uint32_t block;
};

enum nr_shape {
    NR_SHAPE_LOWER,   /* minister */
    NR_SHAPE_CAPITAL, /* Minister, A */
    NR_SHAPE_UPPER,   /* US, U.S., AFP: two letters or more, all capital */
    NR_SHAPE_MIXED,   /* McCain, iPhone, ByteDance */
    NR_SHAPE_NUMBER,  /* 1,000 3.5 10th 1990s */
    NR_SHAPE_MARK, /* a quotation mark: " “ ” „ ‟ « » ‹ › ‘ ’ ' `` '' ` (not an
                      apostrophe) */
    NR_SHAPE_PUNCT, /* . , ; : ! ? ( ) - – — … */
    NR_SHAPE_OTHER, /* $ % & symbols, bytes that are not UTF-8, scripts without case */
};

enum nr_token_flag {
    NR_TOKEN_SPACE = 1 << 0,    /* white space stands before it */
    NR_TOKEN_LINE = 1 << 1,     /* a line break stands before it */
    NR_TOKEN_SENTENCE = 1 << 2, /* first of its sentence */
    NR_TOKEN_STOP = 1 << 3,     /* ends with . ! ? or is punctuation beyond ASCII */
    NR_TOKEN_PHRASE = 1 << 4,   /* a listed phrase begins here: ask nr_phrase_at() */
};

/* Cut as Universal Dependencies does for English: don't = do + n't, Xi's = Xi + 's,
 * cannot = can + not, well-known = well + - + known (but non-lexical is one, see
 * joined_prefix), $ 5, 5 %, U.S., Mr., e-mail addresses and URLs whole. */
struct nr_token {
    uint32_t begin;
    uint32_t end;
    uint32_t word;     /* index into words */
    uint32_t sentence; /* index into sentences */
    uint8_t shape;     /* enum nr_shape */
    uint8_t casing;    /* enum nr_casing: the most that this shape answers of what a list
                          may ask for */
    uint8_t flags;     /* enum nr_token_flag */
};

/* A word type of this article: one folded form, looked up once. */
struct nr_word {
    const char *folded; /* lower case, curly apostrophes straight; not ended by 0 */
    uint32_t length;
    uint32_t count;                  /* tokens of this type */
    uint32_t lower_count;            /* of these, written all in lower case */
    uint32_t hash;                   /* nr_hash() of folded */
    const struct nr_lexeme *lexeme;  /* NULL: in no list */
    uint64_t lists[NR_CASING_COUNT]; /* that it is in when written so: each holds the one
                                        before */
    uint16_t phrase_tokens;          /* of its lexeme; 0: begins no phrase */
    bool plain;                      /* ASCII letters only */
};

/* A listed phrase where the article writes it. */
struct nr_phrase_here {
    const struct nr_lexeme *lexeme;
    uint32_t first_token;
    uint8_t tokens;
    uint8_t casing; /* enum nr_casing, as a whole */
};

struct nr_text_options {
    struct nr_chars title;          /* the headline, where it is known; length 0: not */
    enum nr_language language;      /* NR_LANGUAGE_NONE: find out */
    const struct nr_own_words *own; /* may be NULL */
};

struct nr_text {
    const char *bytes;
    uint32_t length;
    enum nr_language language; /* of the article as a whole */
    const struct nr_own_words *own;
    NR_LIST(struct nr_block) blocks;
    NR_LIST(struct nr_sentence) sentences;
    NR_LIST(struct nr_token) tokens;
    NR_LIST(struct nr_word) words;
    NR_LIST(struct nr_phrase_here) phrases; /* the longest that begins at a token first */
    uint32_t *word_slots; /* [word_slot_count] a hash table: index into words + 1 */
    uint32_t word_slot_count;
};

/* Two stages, in this order. patterns: compiled once a connection (see text/block.h). */
struct nr_block_patterns;
enum nr_status nr_blocks_find(struct nr_arena *arena,
                              const struct nr_block_patterns *patterns, const char *bytes,
                              uint32_t length, const struct nr_text_options *options,
                              struct nr_text *text);
enum nr_status nr_sentences_find(struct nr_arena *arena, struct nr_text *text);

/* ---- Asking about tokens. t must be < tokens.count. ---- */

static inline const struct nr_word *nr_word_of(const struct nr_text *text, uint32_t t)
{
    return &text->words.items[text->tokens.items[t].word];
}

static inline struct nr_span nr_token_span(const struct nr_text *text, uint32_t t)
{
    return nr_span_of(text->tokens.items[t].begin, text->tokens.items[t].end);
}

/* The most that a word of this shape answers of what a list may ask for. */
static inline enum nr_casing nr_casing_of(enum nr_shape shape)
{
    if (shape == NR_SHAPE_UPPER) {
        return NR_CASING_UPPER;
    }
    bool capital = shape == NR_SHAPE_CAPITAL || shape == NR_SHAPE_MIXED;
    return capital ? NR_CASING_CAPITAL : NR_CASING_ANY;
}

/* The block of a token: an index into blocks. */
static inline uint32_t nr_block_of(const struct nr_text *text, uint32_t t)
{
    return text->sentences.items[text->tokens.items[t].sentence].block;
}

/* The lists that this token is in, as it is written: a bit set, NR_IN(...). */
static inline uint64_t nr_token_lists(const struct nr_text *text, uint32_t t)
{
    const struct nr_token *token = &text->tokens.items[t];
    return text->words.items[token->word].lists[token->casing];
}

static inline bool nr_token_in(const struct nr_text *text, uint32_t t, uint64_t lists)
{
    return (nr_token_lists(text, t) & lists) != 0;
}

/* Is the token this word, given folded ("according")? Inline: the length of a literal is
 * known. */
static inline bool nr_token_is(const struct nr_text *text, uint32_t t, const char *folded)
{
    const struct nr_word *word = nr_word_of(text, t);
    return folded[0] == word->folded[0] && strlen(folded) == word->length &&
           memcmp(folded, word->folded, word->length) == 0;
}

/* Written with a capital first letter (or all capitals, or mixed). */
static inline bool nr_token_capital(const struct nr_text *text, uint32_t t)
{
    uint8_t shape = text->tokens.items[t].shape;
    return shape == NR_SHAPE_CAPITAL || shape == NR_SHAPE_UPPER ||
           shape == NR_SHAPE_MIXED;
}

/* The word type of a folded form, an index into words; NR_NONE: not in the article. */
uint32_t nr_word_find(const struct nr_text *text, struct nr_chars folded);

/* The first token that begins at or after a byte; tokens.count when there is none. */
uint32_t nr_token_from(const struct nr_text *text, uint32_t byte);

/* - -- – — and the quotation dash: what breaks a sentence, or signs a quote. */
bool nr_token_is_dash(const struct nr_text *text, uint32_t t);

/* The first fact of one token in one of the lists, or NULL. */
const struct nr_fact *nr_token_fact_in(const struct nr_text *text, uint32_t t,
                                       uint64_t lists);
const struct nr_fact *nr_phrase_find(const struct nr_text *text, uint32_t t,
                                     uint64_t lists, uint32_t *end);

/* May anything in these lists start at t? Most tokens are turned away by it. */
static inline bool nr_phrase_may_start(const struct nr_text *text, uint32_t t,
                                       uint64_t lists)
{
    return (text->tokens.items[t].flags & NR_TOKEN_PHRASE) != 0 ||
           nr_token_in(text, t, lists);
}

/* The longest listed phrase or word that starts at t, inside its sentence, and is in one
 * of the lists (case as written counts). end: the token after it. NULL when there is
 * none. */
static inline const struct nr_fact *nr_phrase_at(const struct nr_text *text, uint32_t t,
                                                 uint64_t lists, uint32_t *end)
{
    return nr_phrase_may_start(text, t, lists) ? nr_phrase_find(text, t, lists, end)
                                               : NULL;
}

/* The fact of one token in one list, or NULL. */
static inline const struct nr_fact *nr_token_fact(const struct nr_text *text, uint32_t t,
                                                  enum nr_list list)
{
    uint64_t lists = UINT64_C(1) << list;
    return nr_token_in(text, t, lists) ? nr_token_fact_in(text, t, lists) : NULL;
}

#endif
