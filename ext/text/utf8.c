/* text/utf8.c: see utf8.h.
 *
 * Counting is a walk with one bit of memory: is a character open that continuation bytes
 * would continue? Eight ASCII bytes at a time close it; the rest goes byte by byte
 * without a branch. */
#include "text/utf8.h"

#include <string.h>

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* A count of characters begun, and whether the last one may still go on. */
struct walk {
    uint32_t chars;
    uint32_t open; /* 0 or 1 */
    unsigned lead; /* the lowest byte that continuation bytes go with */
};

static unsigned lowest_lead(enum nr_strays strays)
{
    return strays == NR_STRAYS_SINGLY ? 0xC0 : 0x80;
}

static void walk_over(struct walk *walk, const char *bytes, uint32_t begin, uint32_t end)
{
    uint32_t at = begin;
    while (at < end) {
        uint64_t eight = 0;
        if (end - at >= sizeof eight) {
            memcpy(&eight, bytes + at, sizeof eight);
            if ((eight & UINT64_C(0x8080808080808080)) == 0) {
                walk->chars += 8;
                walk->open = 0;
                at += 8;
                continue;
            }
        }
        uint32_t stop = end - at > 8 ? at + 8 : end;
        for (; at < stop; at++) {
            unsigned char byte = (unsigned char)bytes[at];
            uint32_t continues = (byte & 0xC0) == 0x80;
            walk->chars += 1 - (continues & walk->open);
            walk->open = (continues & walk->open) | (byte >= walk->lead);
        }
    }
}

uint32_t nr_chars_skip(const char *bytes, uint32_t at, uint32_t end, uint64_t count,
                       enum nr_strays strays)
{
    for (; count > 0 && at < end; count--) {
        at += strays == NR_STRAYS_SINGLY && is_continuation(bytes[at])
                  ? 1
                  : nr_char_at(bytes, at, end).width;
    }
    return at;
}

/* The code point of a whole character of 2 to 4 bytes, NR_CHAR_INVALID for overlong
 * forms, surrogates, what is past U+10FFFF and wrong widths. */
static uint32_t decode(const unsigned char *byte, uint32_t width)
{
    static const uint32_t smallest[5] = {0, 0, 0x80, 0x800, 0x10000};
    static const unsigned char lead_mask[5] = {0, 0, 0x1F, 0x0F, 0x07};
    static const unsigned char lead_bits[5] = {0, 0, 0xC0, 0xE0, 0xF0};
    if (width < 2 || width > 4 ||
        (byte[0] & (unsigned char)~lead_mask[width]) != lead_bits[width]) {
        return NR_CHAR_INVALID;
    }
    uint32_t code = byte[0] & lead_mask[width];
    for (uint32_t i = 1; i < width; i++) {
        code = code << 6 | (byte[i] & 0x3Fu);
    }
    bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    return code < smallest[width] || code > 0x10FFFF || surrogate ? NR_CHAR_INVALID
                                                                  : code;
}

struct nr_char nr_char_at(const char *bytes, uint32_t at, uint32_t end)
{
    unsigned char lead = (unsigned char)bytes[at];
    if (lead < 0x80) {
        return (struct nr_char){lead, 1};
    }
    uint32_t after = at + 1;
    while (after < end && is_continuation(bytes[after])) {
        after++;
    }
    return (struct nr_char){decode((const unsigned char *)bytes + at, after - at),
                            after - at};
}

uint32_t nr_char_before(const char *bytes, uint32_t begin, uint32_t at)
{
    uint32_t lead = at - 1;
    while (lead > begin && is_continuation(bytes[lead])) {
        lead--;
    }
    bool alone = lead < at - 1 && (unsigned char)bytes[lead] < 0x80;
    return alone ? lead + 1 : lead;
}

bool nr_chars_index_make(struct nr_arena *arena, struct nr_chars_index *index,
                         const char *bytes, uint32_t length, enum nr_strays strays)
{
    uint32_t count = length / NR_CHARS_STEP + 1;
    uint32_t *samples = nr_arena_take_array(arena, count, sizeof *samples);
    if (samples == NULL) {
        return false;
    }
    struct walk walk = {0, 0, lowest_lead(strays)};
    for (uint32_t i = 0; i < count; i++) {
        samples[i] = walk.chars << 1 | walk.open;
        uint32_t begin = i * NR_CHARS_STEP;
        uint32_t end = i + 1 < count ? begin + NR_CHARS_STEP : length;
        walk_over(&walk, bytes, begin, end);
        if (!nr_arena_tick(arena, NR_CHARS_STEP)) {
            return false;
        }
    }
    *index = (struct nr_chars_index){bytes, length, strays, walk.chars, count, samples};
    return true;
}

static uint32_t bytes_in_step(const struct nr_chars_index *index, uint32_t sample)
{
    uint32_t left = index->length - sample * NR_CHARS_STEP;
    return left < NR_CHARS_STEP ? left : NR_CHARS_STEP;
}

/* How many begin in it: as many as it has bytes where every byte is one. */
static uint32_t chars_in_step(const struct nr_chars_index *index, uint32_t sample)
{
    uint32_t next =
        sample + 1 < index->count ? index->samples[sample + 1] >> 1 : index->chars;
    return next - (index->samples[sample] >> 1);
}

uint32_t nr_chars_at(const struct nr_chars_index *index, uint32_t byte)
{
    uint32_t end = byte < index->length ? byte : index->length;
    uint32_t sample = end / NR_CHARS_STEP;
    uint32_t begin = sample * NR_CHARS_STEP;
    uint32_t chars = index->samples[sample] >> 1;
    if (chars_in_step(index, sample) == bytes_in_step(index, sample)) { /* ASCII */
        return chars + (end - begin);
    }
    struct walk walk = {chars, index->samples[sample] & 1, lowest_lead(index->strays)};
    walk_over(&walk, index->bytes, begin, end);
    return walk.chars;
}

uint32_t nr_chars_byte(const struct nr_chars_index *index, uint32_t character)
{
    if (character >= index->chars) {
        return index->length;
    }
    uint32_t low =
        0; /* the last sample with no more than that many characters before it */
    uint32_t high = index->count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (index->samples[middle] >> 1 <= character) {
            low = middle;
        } else {
            high = middle;
        }
    }
    struct walk walk = {index->samples[low] >> 1, index->samples[low] & 1,
                        lowest_lead(index->strays)};
    uint32_t at = low * NR_CHARS_STEP;
    while (at < index->length) {
        walk_over(&walk, index->bytes, at, at + 1);
        if (walk.chars > character) {
            return at;
        }
        at++;
    }
    return index->length;
}
