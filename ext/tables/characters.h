/* tables/characters.h: from bytes of an article to characters, as SQLite's substr()
 * counts them. */
#ifndef NR_TABLES_CHARACTERS_H
#define NR_TABLES_CHARACTERS_H

#include "base/arena.h"

/* A character is a byte >= 0xC0 with all continuation bytes (0x80 to 0xBF) after it, or
 * any other single byte. */
struct nr_characters {
    const char *bytes;
    uint32_t length;
    const uint32_t
        *marks; /* [length / NR_CHARACTERS_STEP + 1], NULL: one byte each, all of it */
};

enum { NR_CHARACTERS_STEP = 256 };

enum nr_status nr_characters_index(struct nr_arena *arena, const char *bytes,
                                   uint32_t length, struct nr_characters *characters);

/* How many characters begin before this byte: at most NR_CHARACTERS_STEP bytes are looked
 * at. */
uint32_t nr_characters_before(const struct nr_characters *characters, uint32_t byte);

#endif
