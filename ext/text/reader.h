/* text/reader.h: a walk over the characters of one block, and the token that it puts
 * down. For the tokeniser's own files (token.c, word_cut.c). */
#ifndef NR_TEXT_READER_H
#define NR_TEXT_READER_H

#include "text/fold.h"
#include "text/token.h"

/* Where the walk stands. All looks ahead end with the block. */
struct nr_reader {
    struct nr_arena *arena;
    struct nr_text *text;
    const char *bytes;
    uint32_t begin; /* of the block */
    uint32_t end;
    uint32_t next_at; /* the next '@', or end */
    uint32_t no_host; /* up to here no host name begins: looked in vain */
    uint8_t language; /* enum nr_language */
    uint8_t flags;    /* of the next token */
};

/* Puts down a token; false: reader->arena->status says why. */
bool nr_token_emit(struct nr_reader *reader, uint32_t begin, uint32_t end,
                   enum nr_shape shape);

/* The same for a plain word (see nr_word_intern_plain()). */
bool nr_token_emit_plain(struct nr_reader *reader, uint32_t begin, uint32_t end,
                         enum nr_shape shape, uint32_t hash);

/* Puts down the token or tokens that begin with the letter at a byte; where the walk goes
 * on, or 0 on failure (word_cut.c). */
uint32_t nr_word_cut(struct nr_reader *reader, uint32_t begin);

static inline char nr_byte_at(const struct nr_reader *reader, uint32_t at)
{
    return at < reader->end ? reader->bytes[at] : ' ';
}

/* The sort of the character that begins at a byte; its width. Past the end: space. */
static inline enum nr_sort nr_sort_at(const struct nr_reader *reader, uint32_t at,
                                      uint32_t *width)
{
    if (at >= reader->end) {
        *width = 0;
        return NR_SORT_SPACE;
    }
    unsigned char byte = (unsigned char)reader->bytes[at];
    if (byte < 0x80) {
        *width = 1;
        return (enum nr_sort)nr_sort_of_ascii[byte];
    }
    struct nr_char c = nr_char_at(reader->bytes, at, reader->end);
    *width = c.width;
    return nr_sort_of_code(c.code);
}

static inline bool nr_letter_at(const struct nr_reader *reader, uint32_t at)
{
    uint32_t width = 0;
    return nr_sort_is_letter(nr_sort_at(reader, at, &width));
}

static inline bool nr_digit_at(const struct nr_reader *reader, uint32_t at)
{
    char byte = nr_byte_at(reader, at);
    return byte >= '0' && byte <= '9';
}

static inline bool nr_letter_or_digit_at(const struct nr_reader *reader, uint32_t at)
{
    uint32_t width = 0;
    enum nr_sort sort = nr_sort_at(reader, at, &width);
    return nr_sort_is_letter(sort) || sort == NR_SORT_DIGIT;
}

/* What stands right before a byte of this block: space at its beginning. */
static inline enum nr_sort nr_sort_before(const struct nr_reader *reader, uint32_t at)
{
    if (at == reader->begin) {
        return NR_SORT_SPACE;
    }
    uint32_t width = 0;
    return nr_sort_at(reader, nr_char_before(reader->bytes, reader->begin, at), &width);
}

/* ' ’ ʼ ´ and wrongly turned ‘: how wide, or 0. */
static inline uint32_t nr_apostrophe_at(const struct nr_reader *reader, uint32_t at)
{
    if (at >= reader->end) {
        return 0;
    }
    unsigned char byte = (unsigned char)reader->bytes[at];
    if (byte < 0x80) {
        return byte == '\'';
    }
    struct nr_char c = nr_char_at(reader->bytes, at, reader->end);
    return c.code == 0x2019 || c.code == 0x2018 || c.code == 0x02BC || c.code == 0xB4
               ? c.width
               : 0;
}

/* What a word's letters are, gathered while it is read. */
struct nr_letters {
    uint32_t upper;
    uint32_t lower;
    uint32_t other;
    uint32_t digits;
    bool first_upper;
};

/* Reads letters and digits, adding to what is known of them; where they end. */
uint32_t nr_letters_read(const struct nr_reader *reader, uint32_t at,
                         struct nr_letters *letters);
enum nr_shape nr_letters_shape(const struct nr_letters *letters);
/* The shape of a stretch, whatever stands between its letters. */
enum nr_shape nr_shape_between(const struct nr_reader *reader, uint32_t begin,
                               uint32_t end);

/* The end of the clitic that begins with the apostrophe at a byte, or 0: 's 'm 'd 're 've
 * 'll. */
uint32_t nr_clitic_end(const struct nr_reader *reader, uint32_t at);

/* The next '@' from a byte on, or the end of the block. */
uint32_t nr_at_sign_from(const struct nr_reader *reader, uint32_t from);

#endif
