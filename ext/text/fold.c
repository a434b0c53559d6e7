/* text/fold.c: see fold.h.
 *
 * Ranges written out by hand from the Unicode character database (names and cases of
 * characters are facts), at the depth that news needs: full case for European scripts, "a
 * letter" for the rest. What it knowingly gets wrong: Turkish dotless i (folds as English
 * does), Cherokee and Georgian capitals (caseless here), rare Latin letters of U+0180 to
 * U+024F. */
#include "text/fold.h"

#define O NR_SORT_OTHER
#define S NR_SORT_SPACE
#define l NR_SORT_LOWER
#define U NR_SORT_UPPER
#define L NR_SORT_LETTER
#define D NR_SORT_DIGIT
#define M NR_SORT_MARK
#define H NR_SORT_DASH
#define P NR_SORT_PUNCT
const uint8_t nr_sort_of_ascii[128] = {
    /*       0  1  2  3  4  5  6  7  8  9  A  B  C  D  E  F */
    /* 00 */ O, O, O, O, O, O, O, O, O, S, S, S, S, S, O, O,
    /* 10 */ O, O, O, O, O, O, O, O, O, O, O, O, S, S, S, S,
    /*  ! */ S, P, M, O, O, O, O, M, P, P, O, O, P, H, P, P,
    /* 30 */ D, D, D, D, D, D, D, D, D, D, P, P, O, O, O, P,
    /* @A */ O, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
    /* PQ */ U, U, U, U, U, U, U, U, U, U, U, P, O, P, O, L,
    /* `a */ M, l, l, l, l, l, l, l, l, l, l, l, l, l, l, l,
    /* pq */ l, l, l, l, l, l, l, l, l, l, l, P, O, P, O, O,
};
#undef O
#undef S
#undef l
#undef U
#undef L
#undef D
#undef M
#undef H
#undef P

/* Ranges in order; what is in none of them is NR_SORT_OTHER. */
static const struct sort_range {
    uint32_t first;
    uint32_t last;
    enum nr_sort sort;
} sort_ranges[] = {
    {0x0085, 0x0085, NR_SORT_SPACE},    {0x00A0, 0x00A0, NR_SORT_SPACE},
    {0x00A1, 0x00A1, NR_SORT_PUNCT},    {0x00AA, 0x00AA, NR_SORT_LETTER},
    {0x00AB, 0x00AB, NR_SORT_MARK},     {0x00AD, 0x00AD, NR_SORT_LETTER},
    {0x00B2, 0x00B3, NR_SORT_LETTER},   {0x00B4, 0x00B4, NR_SORT_MARK},
    {0x00B5, 0x00B5, NR_SORT_LOWER},    {0x00B7, 0x00B7, NR_SORT_PUNCT},
    {0x00B9, 0x00BA, NR_SORT_LETTER},   {0x00BB, 0x00BB, NR_SORT_MARK},
    {0x00BC, 0x00BE, NR_SORT_DIGIT},    {0x00BF, 0x00BF, NR_SORT_PUNCT},
    {0x00C0, 0x00D6, NR_SORT_UPPER},    {0x00D8, 0x00DE, NR_SORT_UPPER},
    {0x00DF, 0x00F6, NR_SORT_LOWER},    {0x00F8, 0x02AF, NR_SORT_LOWER},
    {0x02B0, 0x036F, NR_SORT_LETTER},   {0x0370, 0x037D, NR_SORT_LOWER},
    {0x037E, 0x037E, NR_SORT_PUNCT},    {0x037F, 0x0386, NR_SORT_LOWER},
    {0x0387, 0x0387, NR_SORT_PUNCT},    {0x0388, 0x0482, NR_SORT_LOWER},
    {0x0483, 0x0489, NR_SORT_LETTER},   {0x048A, 0x0588, NR_SORT_LOWER},
    {0x0589, 0x0589, NR_SORT_PUNCT},    {0x058A, 0x058A, NR_SORT_DASH},
    {0x0591, 0x05BD, NR_SORT_LETTER},   {0x05BE, 0x05BE, NR_SORT_DASH},
    {0x05BF, 0x05F4, NR_SORT_LETTER},   {0x060C, 0x060D, NR_SORT_PUNCT},
    {0x0610, 0x061A, NR_SORT_LETTER},   {0x061B, 0x061F, NR_SORT_PUNCT},
    {0x0620, 0x065F, NR_SORT_LETTER},   {0x0660, 0x0669, NR_SORT_DIGIT},
    {0x066A, 0x066D, NR_SORT_PUNCT},    {0x066E, 0x06D3, NR_SORT_LETTER},
    {0x06D4, 0x06D4, NR_SORT_PUNCT},    {0x06D5, 0x06EF, NR_SORT_LETTER},
    {0x06F0, 0x06F9, NR_SORT_DIGIT},    {0x06FA, 0x0963, NR_SORT_LETTER},
    {0x0964, 0x0965, NR_SORT_PUNCT},    {0x0966, 0x096F, NR_SORT_DIGIT},
    {0x0970, 0x167F, NR_SORT_LETTER},   {0x1680, 0x1680, NR_SORT_SPACE},
    {0x1681, 0x1DFF, NR_SORT_LETTER},   {0x1E00, 0x1FFF, NR_SORT_LOWER},
    {0x2000, 0x200B, NR_SORT_SPACE},    {0x200C, 0x200D, NR_SORT_LETTER},
    {0x200E, 0x200F, NR_SORT_SPACE},    {0x2010, 0x2015, NR_SORT_DASH},
    {0x2016, 0x2017, NR_SORT_PUNCT},    {0x2018, 0x201F, NR_SORT_MARK},
    {0x2024, 0x2027, NR_SORT_PUNCT},    {0x2028, 0x202F, NR_SORT_SPACE},
    {0x2039, 0x203A, NR_SORT_MARK},     {0x203C, 0x203D, NR_SORT_PUNCT},
    {0x2047, 0x2049, NR_SORT_PUNCT},    {0x205F, 0x205F, NR_SORT_SPACE},
    {0x2060, 0x2064, NR_SORT_LETTER},   {0x2066, 0x2069, NR_SORT_SPACE},
    {0x2070, 0x209F, NR_SORT_LETTER},   {0x20D0, 0x20FF, NR_SORT_LETTER},
    {0x2150, 0x215F, NR_SORT_DIGIT},    {0x2160, 0x2188, NR_SORT_LETTER},
    {0x2C00, 0x2DFF, NR_SORT_LETTER},   {0x2E00, 0x2E7F, NR_SORT_PUNCT},
    {0x2E80, 0x2FFF, NR_SORT_LETTER},   {0x3000, 0x3000, NR_SORT_SPACE},
    {0x3001, 0x3003, NR_SORT_PUNCT},    {0x3005, 0x3007, NR_SORT_LETTER},
    {0x3008, 0x300B, NR_SORT_PUNCT},    {0x300C, 0x300F, NR_SORT_MARK},
    {0x3010, 0x301C, NR_SORT_PUNCT},    {0x301D, 0x301F, NR_SORT_MARK},
    {0x3021, 0xA6FF, NR_SORT_LETTER},   {0xA700, 0xD7FF, NR_SORT_LETTER},
    {0xF900, 0xFDFF, NR_SORT_LETTER},   {0xFE10, 0xFE6F, NR_SORT_PUNCT},
    {0xFE70, 0xFEFE, NR_SORT_LETTER},   {0xFEFF, 0xFEFF, NR_SORT_SPACE},
    {0xFF01, 0xFF01, NR_SORT_PUNCT},    {0xFF02, 0xFF02, NR_SORT_MARK},
    {0xFF07, 0xFF07, NR_SORT_MARK},     {0xFF08, 0xFF0F, NR_SORT_PUNCT},
    {0xFF10, 0xFF19, NR_SORT_DIGIT},    {0xFF1A, 0xFF1F, NR_SORT_PUNCT},
    {0xFF21, 0xFF3A, NR_SORT_UPPER},    {0xFF41, 0xFF5A, NR_SORT_LOWER},
    {0xFF66, 0xFFDC, NR_SORT_LETTER},   {0x10000, 0x1EFFF, NR_SORT_LETTER},
    {0x20000, 0x3FFFF, NR_SORT_LETTER},
};

enum nr_sort nr_sort_of_code(uint32_t code)
{
    uint32_t low = 0;
    uint32_t high = sizeof sort_ranges / sizeof *sort_ranges;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (code > sort_ranges[middle].last) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == sizeof sort_ranges / sizeof *sort_ranges ||
        code < sort_ranges[low].first) {
        return NR_SORT_OTHER;
    }
    enum nr_sort sort = sort_ranges[low].sort;
    return sort == NR_SORT_LOWER && nr_lower(code) != code ? NR_SORT_UPPER : sort;
}

/* How capitals become small in a stretch of code points: by a distance, or each capital
 * has its small letter right behind it (capitals even, or odd). */
enum pairing { BY_DISTANCE, EVEN_CAPITALS, ODD_CAPITALS };

static const struct case_range {
    uint32_t first;
    uint32_t last;
    enum pairing pairing;
    uint32_t distance;
} case_ranges[] = {
    {0x00C0, 0x00D6, BY_DISTANCE, 32},  {0x00D8, 0x00DE, BY_DISTANCE, 32},
    {0x0100, 0x012F, EVEN_CAPITALS, 1}, {0x0132, 0x0137, EVEN_CAPITALS, 1},
    {0x0139, 0x0148, ODD_CAPITALS, 1},  {0x014A, 0x0177, EVEN_CAPITALS, 1},
    {0x0179, 0x017E, ODD_CAPITALS, 1},  {0x01A0, 0x01A5, EVEN_CAPITALS, 1},
    {0x01AF, 0x01B0, ODD_CAPITALS, 1},  {0x01CD, 0x01DC, ODD_CAPITALS, 1},
    {0x01DE, 0x01EF, EVEN_CAPITALS, 1}, {0x01F8, 0x021F, EVEN_CAPITALS, 1},
    {0x0222, 0x0233, EVEN_CAPITALS, 1}, {0x0388, 0x038A, BY_DISTANCE, 37},
    {0x0391, 0x03A1, BY_DISTANCE, 32},  {0x03A3, 0x03AB, BY_DISTANCE, 32},
    {0x0400, 0x040F, BY_DISTANCE, 80},  {0x0410, 0x042F, BY_DISTANCE, 32},
    {0x0460, 0x0481, EVEN_CAPITALS, 1}, {0x048A, 0x04BF, EVEN_CAPITALS, 1},
    {0x04C1, 0x04CE, ODD_CAPITALS, 1},  {0x04D0, 0x052F, EVEN_CAPITALS, 1},
    {0x0531, 0x0556, BY_DISTANCE, 48},  {0x1E00, 0x1E95, EVEN_CAPITALS, 1},
    {0x1EA0, 0x1EFF, EVEN_CAPITALS, 1}, {0xFF21, 0xFF3A, BY_DISTANCE, 32},
};

static const struct lone_case {
    uint32_t capital;
    uint32_t small;
} lone_cases[] = {
    {0x0130, 'i'},    {0x0178, 0x00FF}, {0x0386, 0x03AC}, {0x038C, 0x03CC},
    {0x038E, 0x03CD}, {0x038F, 0x03CE}, {0x1E9E, 0x00DF},
};

uint32_t nr_lower(uint32_t code)
{
    if (code < 0xC0) {
        return code >= 'A' && code <= 'Z' ? code + 32 : code;
    }
    for (uint32_t i = 0; i < sizeof case_ranges / sizeof *case_ranges; i++) {
        const struct case_range *range = &case_ranges[i];
        if (code < range->first) {
            break;
        }
        if (code > range->last) {
            continue;
        }
        bool capital = range->pairing == BY_DISTANCE ||
                       (code & 1) == (range->pairing == ODD_CAPITALS ? 1u : 0u);
        return capital ? code + range->distance : code;
    }
    for (uint32_t i = 0; i < sizeof lone_cases / sizeof *lone_cases; i++) {
        if (lone_cases[i].capital == code) {
            return lone_cases[i].small;
        }
    }
    return code;
}

static uint32_t encode(char *out, uint32_t code)
{
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (char)(0xC0 | code >> 6);
        out[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    out[0] = (char)(0xE0 | code >> 12); /* no capital beyond U+FFFF is folded */
    out[1] = (char)(0x80 | (code >> 6 & 0x3F));
    out[2] = (char)(0x80 | (code & 0x3F));
    return 3;
}

static bool is_apostrophe(uint32_t code)
{
    return code == 0x2019 || code == 0x2018 || code == 0x02BC || code == 0xFF07 ||
           code == 0xB4;
}

uint32_t nr_fold(char *out, const char *bytes, uint32_t length)
{
    uint32_t written = 0;
    for (uint32_t at = 0; at < length;) {
        unsigned char byte = (unsigned char)bytes[at];
        if (byte < 0x80) {
            out[written++] = (char)(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
            at++;
            continue;
        }
        struct nr_char c = nr_char_at(bytes, at, length);
        uint32_t small = nr_lower(c.code);
        if (is_apostrophe(c.code)) {
            out[written++] = '\'';
        } else if (small != c.code) {
            written += encode(out + written, small);
        } else if (c.code != 0xAD) {
            for (uint32_t i = 0; i < c.width; i++) {
                out[written++] = bytes[at + i];
            }
        }
        at += c.width;
    }
    return written;
}
