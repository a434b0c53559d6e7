/* tables/characters.c: see characters.h.
 *
 * One pass notes, every 256 bytes, how many characters began before, and whether a
 * continuation byte here still belongs to a character: after a byte >= 0xC0 it does,
 * however many there are, after anything else it is a character of its own. So a run of
 * stray continuation bytes never has to be walked back. */
#include "tables/characters.h"

/* Counts characters from byte to end; *inside: does a continuation byte belong to one? */
static uint32_t count_characters(const char *bytes, uint32_t begin, uint32_t end,
                                 bool *inside)
{
    uint32_t count = 0;
    bool in = *inside;
    for (uint32_t i = begin; i < end; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        bool continuation = (byte & 0xC0) == 0x80;
        count += !(continuation && in);
        in = byte >= 0xC0 || (continuation && in);
    }
    *inside = in;
    return count;
}

static bool all_ascii(const char *bytes, uint32_t length)
{
    unsigned char bits = 0;
    for (uint32_t i = 0; i < length; i++) {
        bits |= (unsigned char)bytes[i];
    }
    return bits < 0x80;
}

enum nr_status nr_characters_index(struct nr_arena *arena, const char *bytes,
                                   uint32_t length, struct nr_characters *characters)
{
    *characters = (struct nr_characters){bytes, length, NULL};
    if (all_ascii(bytes, length)) {
        return NR_OK;
    }
    uint32_t steps = length / NR_CHARACTERS_STEP + 1;
    uint32_t *marks = nr_arena_take_array(arena, steps, sizeof *marks);
    if (marks == NULL) {
        return arena->status;
    }
    uint32_t count = 0;
    bool inside = false;
    for (uint32_t step = 0; step < steps; step++) {
        uint32_t begin = step * NR_CHARACTERS_STEP;
        uint32_t end =
            length - begin < NR_CHARACTERS_STEP ? length : begin + NR_CHARACTERS_STEP;
        marks[step] = count << 1 | inside;
        count += count_characters(bytes, begin, end, &inside);
    }
    characters->marks = marks;
    return NR_OK;
}

uint32_t nr_characters_before(const struct nr_characters *characters, uint32_t byte)
{
    if (characters->marks == NULL) {
        return byte;
    }
    uint32_t step = byte / NR_CHARACTERS_STEP;
    bool inside = characters->marks[step] & 1;
    return (characters->marks[step] >> 1) +
           count_characters(characters->bytes, step * NR_CHARACTERS_STEP, byte, &inside);
}
