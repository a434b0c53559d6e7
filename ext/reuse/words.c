/* reuse/words.c: which words are these, whatever marks stand between them?
 *
 *     “We don’t – we CAN’T – re-open\nthe [old] mine (…) for $1,500.”
 *      we dont we cant re open the mine for $1500
 *
 * Letters and figures make words; all else ends one and is left out, with these
 * exceptions: an apostrophe, a soft hyphen and an accent set apart stand inside a word
 * without cutting it; a point between figures belongs to them, and so does a comma,
 * unless three figures follow, as in 1,500; $, £, € and ¥ count as letters. What somebody
 * put between brackets is left out whole, [sic] and (laughs) as well as (...), unless it
 * is part of a word: [W]e, work[ed].
 *
 * The hash of all letters runs on over the words, so that re-open, reopen and re-\nopen
 * are one; two figures that only a space keeps apart stay apart.
 *
 * What it knowingly gets wrong: a decimal comma with three figures behind it, a bracket
 * left open, U.S. and us. */
#include "reuse/words.h"

#include "reuse/plain.h"
#include "text/fold.h"

#include <string.h>

enum {
    INSERTION = 120,   /* bytes between brackets, at most */
    INSERTED_PART = 12 /* letters of a word between brackets */
};

enum what { BREAK, LETTER, FIGURE, APOSTROPHE, POINT, OPENING, CLOSING, NOTHING };

struct sign {
    enum what what;
    uint32_t code;
    uint32_t width;
};

#define b BREAK
#define L LETTER
#define F FIGURE
#define A APOSTROPHE
#define P POINT
#define O OPENING
#define C CLOSING
static const uint8_t what_is_ascii[128] = {
    /*       0  1  2  3  4  5  6  7  8  9  A  B  C  D  E  F */
    /* 00 */ b, b, b, b, b, b, b, b, b, b, b, b, b, b, b, b,
    /* 10 */ b, b, b, b, b, b, b, b, b, b, b, b, b, b, b, b,
    /*  ! */ b, b, b, b, L, b, b, A, O, C, b, b, P, b, P, b,
    /* 30 */ F, F, F, F, F, F, F, F, F, F, b, b, b, b, b, b,
    /* @A */ b, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    /* PQ */ L, L, L, L, L, L, L, L, L, L, L, O, b, C, b, b,
    /* `a */ A, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    /* pq */ L, L, L, L, L, L, L, L, L, L, L, b, b, b, b, b,
};
#undef b
#undef L
#undef F
#undef A
#undef P
#undef O
#undef C

static bool is_apostrophe(uint32_t code)
{
    return code == 0x2019 || code == 0x2018 || code == 0x02BC || code == 0xFF07 ||
           code == 0xB4;
}

static bool is_currency(uint32_t code)
{
    return code == 0xA3 || code == 0x20AC || code == 0xA5;
}

static enum what what_is(uint32_t code)
{
    enum nr_sort sort = nr_sort_of(code);
    if (sort == NR_SORT_LOWER || sort == NR_SORT_UPPER) {
        return LETTER;
    }
    if (sort == NR_SORT_DIGIT) {
        return FIGURE;
    }
    if (is_apostrophe(code)) {
        return APOSTROPHE;
    }
    if (nr_plain_of(code).count == 0) {
        return NOTHING;
    }
    return is_currency(code) || sort == NR_SORT_LETTER ? LETTER : BREAK;
}

static struct sign sign_at(const struct nr_plain_reader *reader, uint32_t at)
{
    if (at >= reader->end) {
        return (struct sign){BREAK, 0, 0};
    }
    unsigned char byte = (unsigned char)reader->bytes[at];
    if (byte < 0x80) {
        return (struct sign){(enum what)what_is_ascii[byte], byte, 1};
    }
    struct nr_char c = nr_char_at(reader->bytes, at, reader->end);
    return (struct sign){what_is(c.code), c.code, c.width};
}

static bool is_wordly(struct sign sign)
{
    return sign.what == LETTER || sign.what == FIGURE;
}

/* Where the bracket that opens at `at` is closed, or NR_NONE. */
static uint32_t closing_of(const struct nr_plain_reader *reader, uint32_t at)
{
    char closing = reader->bytes[at] == '(' ? ')' : ']';
    uint32_t left = reader->end - at;
    const char *found = memchr(reader->bytes + at, closing,
                               left < INSERTION ? left : (uint32_t)INSERTION);
    return found != NULL ? (uint32_t)(found - reader->bytes) : NR_NONE;
}

/* Between the brackets are a few letters and nothing else. */
static bool holds_part_of_word(const struct nr_plain_reader *reader, uint32_t at,
                               uint32_t closing)
{
    if (closing == NR_NONE || closing - at > INSERTED_PART + 1 || closing == at + 1) {
        return false;
    }
    for (at++; at < closing;) {
        struct sign sign = sign_at(reader, at);
        if (sign.what != LETTER) {
            return false;
        }
        at += sign.width;
    }
    return true;
}

/* 1,500 but not 1,5: three figures, and no more. */
static bool parts_thousands(const struct nr_plain_reader *reader, uint32_t at)
{
    uint32_t figures = 0;
    while (figures < 4 && sign_at(reader, at + 1 + figures).what == FIGURE) {
        figures++;
    }
    return reader->bytes[at] == ',' && figures == 3;
}

static void step(uint64_t *hash, uint32_t code)
{
    *hash = (*hash ^ code) * UINT64_C(0x100000001B3);
}

static void take_code(struct nr_plain_reader *reader, struct nr_plain_word *word,
                      uint32_t code)
{
    step(&reader->letters_hash, code);
    step(&word->hash, code);
    if (word->letters < NR_WORD_FORM && code < 0x80 &&
        word->form_length == word->letters) {
        word->form[word->form_length++] = (char)code;
    }
    word->letters++;
}

/* The word has one sign more. */
static void take(struct nr_plain_reader *reader, struct nr_plain_word *word,
                 struct sign sign)
{
    bool figure = sign.what == FIGURE;
    if (figure && reader->after_figure && word->letters == 0) {
        step(&reader->letters_hash, ' ');
    }
    if (sign.code < 0x80) {
        bool capital = sign.code >= 'A' && sign.code <= 'Z';
        take_code(reader, word, capital ? sign.code + 32 : sign.code);
    } else {
        struct nr_plain plain = nr_plain_of(sign.code);
        for (uint32_t i = 0; i < plain.count; i++) {
            take_code(reader, word, plain.codes[i]);
        }
    }
    word->number = word->number || figure;
    reader->after_figure = figure;
}

/* The letters of ASCII that come next, which most are. */
static void take_ascii(struct nr_plain_reader *reader, struct nr_plain_word *word)
{
    uint32_t at = reader->at;
    while (at < reader->end) {
        unsigned char byte = (unsigned char)reader->bytes[at];
        if (byte >= 0x80 || what_is_ascii[byte] != LETTER) {
            break;
        }
        bool capital = byte >= 'A' && byte <= 'Z';
        take_code(reader, word, capital ? byte + 32u : byte);
        at++;
    }
    reader->after_figure = reader->after_figure && at == reader->at;
    reader->at = at;
}

/* don't: the apostrophe before the t, which is the last letter. */
static bool shortens_not(const struct nr_plain_reader *reader,
                         const struct nr_plain_word *word, struct sign next)
{
    uint32_t length = word->form_length;
    return length > 1 && length == word->letters && word->form[length - 1] == 'n' &&
           (next.code == 't' || next.code == 'T') &&
           !is_wordly(sign_at(reader, reader->at + next.width));
}

/* Whether the word goes on behind a sign that is no letter; moves over the sign then. */
static bool goes_on(struct nr_plain_reader *reader, struct nr_plain_word *word,
                    struct sign sign)
{
    uint32_t at = reader->at;
    struct sign next = sign_at(reader, at + sign.width);
    bool on = false;
    switch (sign.what) {
    case APOSTROPHE:
    case CLOSING:
        on = is_wordly(next);
        break;
    case OPENING:
        on = holds_part_of_word(reader, at, closing_of(reader, at));
        break;
    case POINT:
        on = reader->after_figure && next.what == FIGURE;
        break;
    case NOTHING:
        on = true;
        break;
    default:
        break;
    }
    if (!on) {
        return false;
    }
    if (sign.what == POINT && !parts_thousands(reader, at)) {
        take_code(reader, word, '.');
    }
    reader->at = at + sign.width;
    word->not_at_its_end = sign.what == APOSTROPHE && shortens_not(reader, word, next);
    return true;
}

/* Moves to the next letter or figure. */
static bool find_word(struct nr_plain_reader *reader)
{
    while (reader->at < reader->end) {
        unsigned char byte = (unsigned char)reader->bytes[reader->at];
        if (byte < 0x80 && what_is_ascii[byte] == BREAK) {
            reader->at++;
            continue;
        }
        struct sign sign = sign_at(reader, reader->at);
        if (is_wordly(sign)) {
            return true;
        }
        uint32_t closing =
            sign.what == OPENING ? closing_of(reader, reader->at) : NR_NONE;
        bool part = holds_part_of_word(reader, reader->at, closing) &&
                    is_wordly(sign_at(reader, closing + 1));
        reader->at = closing != NR_NONE && !part ? closing + 1 : reader->at + sign.width;
    }
    return false;
}

struct nr_plain_reader nr_plain_read(const char *bytes, size_t size)
{
    const char *end = size > 0 ? memchr(bytes, 0, size) : NULL;
    return (struct nr_plain_reader){
        .bytes = bytes,
        .end = (uint32_t)(end != NULL ? (size_t)(end - bytes) : size),
        .letters_hash = UINT64_C(0xCBF29CE484222325),
    };
}

/* As MurmurHash3 ends: each bit of the hash has its share in each bit of the result. */
uint64_t nr_plain_mixed(uint64_t hash)
{
    hash = (hash ^ hash >> 33) * UINT64_C(0xFF51AFD7ED558CCD);
    hash = (hash ^ hash >> 33) * UINT64_C(0xC4CEB9FE1A85EC53);
    return hash ^ hash >> 33;
}

bool nr_plain_next(struct nr_plain_reader *reader, struct nr_plain_word *word)
{
    if (!find_word(reader)) {
        return false;
    }
    *word = (struct nr_plain_word){.hash = UINT64_C(0xCBF29CE484222325)};
    for (;;) {
        take_ascii(reader, word);
        struct sign sign = sign_at(reader, reader->at);
        if (is_wordly(sign)) {
            take(reader, word, sign);
            reader->at += sign.width;
        } else if (!goes_on(reader, word, sign)) {
            break;
        }
    }
    if (word->form_length != word->letters) {
        word->form_length = 0;
    }
    word->hash = nr_plain_mixed(word->hash);
    return true;
}
