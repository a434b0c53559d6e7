/* text/utf8.h: characters, as SQLite's substr() counts them.
 *
 * A character is a byte >= 0x80 with all continuation bytes (0x80 to 0xBF) after it, or
 * one ASCII byte. So every byte belongs to exactly one character, valid UTF-8 or not.
 * Inside the library all offsets are bytes; characters exist only at the SQL edge.
 *
 * Before 3.54 SQLite counts stray continuation bytes, those that no byte >= 0xC0 leads,
 * one by one. A stretch of text that begins and ends with characters as above can be told
 * in either way of counting; an index is made for the host's.
 */
#ifndef NR_TEXT_UTF8_H
#define NR_TEXT_UTF8_H

#include "base/arena.h"

/* What nr_char_at() says of a character that is not valid UTF-8. */
#define NR_CHAR_INVALID 0xFFFDu

struct nr_char {
    uint32_t code;  /* code point, or NR_CHAR_INVALID */
    uint32_t width; /* bytes; at least 1 */
};

/* The character that begins at a byte. at < end. */
struct nr_char nr_char_at(const char *bytes, uint32_t at, uint32_t end);

/* Where the character before at begins; at > begin. */
uint32_t nr_char_before(const char *bytes, uint32_t begin, uint32_t at);

/* How stray continuation bytes are counted. */
enum nr_strays { NR_STRAYS_TOGETHER, NR_STRAYS_SINGLY };

/* Where count characters after a byte end; end when there are fewer. */
uint32_t nr_chars_skip(const char *bytes, uint32_t at, uint32_t end, uint64_t count,
                       enum nr_strays strays);

/* A sample every NR_CHARS_STEP bytes, so that any offset is converted at once. */
#define NR_CHARS_STEP 128u

struct nr_chars_index {
    const char *bytes;
    uint32_t length;
    enum nr_strays strays;
    uint32_t chars;          /* in the whole text */
    uint32_t count;          /* of samples */
    const uint32_t *samples; /* [count] characters begun before byte i * step, << 1; bit
                                0: the byte there would continue a character */
};

/* bytes must live as long as the index. False: arena->status says why. */
bool nr_chars_index_make(struct nr_arena *arena, struct nr_chars_index *index,
                         const char *bytes, uint32_t length, enum nr_strays strays);
/* How many characters begin before a byte: its offset in characters from 0. */
uint32_t nr_chars_at(const struct nr_chars_index *index, uint32_t byte);
/* The byte where a character (from 0) begins; length when there are fewer. */
uint32_t nr_chars_byte(const struct nr_chars_index *index, uint32_t character);

#endif
