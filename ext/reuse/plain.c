/* reuse/plain.c: which letter is this, whoever typed it?
 *
 *     Müller, MÜLLER, Mu¨ller and Muller are one name; so are cœur and coeur, ﬁn and fin.
 *
 * Accents are cut off by tables, written from the Unicode character database (its
 * decompositions are facts), after text/fold.h has made capitals small. A letter that
 * comes as one code point and the same with combining marks end up alike, so й is и. What
 * it knowingly gets wrong: German writers without umlauts (Mueller), polytonic Greek. */
#include "reuse/plain.h"

#include "text/fold.h"

#include <stddef.h>
#include <string.h>

/* The letter below the accents of U+00DF to U+017F; a dot: as it is. */
static const char latin[] = ".aaaaaa.ceeeeiiiidnooooo.ouuuuy."
                            "y.a.a.a.c.c.c.c.d.d.e.e.e.e.e.g."
                            "g.g.g.h.h.i.i.i.i.i...j.kk.l.l.l"
                            ".l.l.n.n.nn.n.o.o.o...r.r.r.s.s."
                            "s.s.t.t.t.u.u.u.u.u.u.w.y..z.z.zs";

/* The same for U+1E00 to U+1EFF, which Vietnamese needs. */
static const char more_latin[] = ".a.b.b.b.c.d.d.d.d.d.e.e.e.e.e.f"
                                 ".g.h.h.h.h.h.i.i.k.k.k.l.l.l.l.m"
                                 ".m.m.n.n.n.n.o.o.o.o.p.p.r.r.r.r"
                                 ".s.s.s.s.s.t.t.t.t.u.u.u.u.u.v.v"
                                 ".w.w.w.w.w.x.x.y.z.z.zhtwy......"
                                 ".a.a.a.a.a.a.a.a.a.a.a.a.e.e.e.e"
                                 ".e.e.e.e.i.i.o.o.o.o.o.o.o.o.o.o"
                                 ".o.o.u.u.u.u.u.u.u.y.y.y.y......";

static const struct row {
    uint32_t first;
    uint32_t count;
    const char *letters; /* [count] */
} rows[] = {
    {0x00DF, sizeof latin - 1, latin},
    {0x1E00, sizeof more_latin - 1, more_latin},
};

static const struct lone {
    uint32_t code;
    uint32_t plain;
} lone[] = {
    {0x01A1, 'o'},    {0x01B0, 'u'},    {0x01CE, 'a'},    {0x01D0, 'i'},
    {0x01D2, 'o'},    {0x01D4, 'u'},    {0x0219, 's'},    {0x021B, 't'},
    {0x03AC, 0x03B1}, {0x03AD, 0x03B5}, {0x03AE, 0x03B7}, {0x03AF, 0x03B9},
    {0x0390, 0x03B9}, {0x03CA, 0x03B9}, {0x03B0, 0x03C5}, {0x03CB, 0x03C5},
    {0x03CC, 0x03BF}, {0x03CD, 0x03C5}, {0x03CE, 0x03C9}, {0x03C2, 0x03C3},
    {0x0439, 0x0438}, {0x0451, 0x0435}, {0x0453, 0x0433}, {0x0457, 0x0456},
    {0x045C, 0x043A}, {0x045D, 0x0438}, {0x045E, 0x0443},
};

/* Several letters in one. */
static const struct joined {
    uint32_t code;
    const char *letters;
} joined[] = {
    {0x00DF, "ss"}, {0x00E6, "ae"}, {0x00FE, "th"},  {0x0133, "ij"},
    {0x0153, "oe"}, {0xFB00, "ff"}, {0xFB01, "fi"},  {0xFB02, "fl"},
    {0xFB05, "st"}, {0xFB06, "st"}, {0xFB03, "ffi"}, {0xFB04, "ffl"},
};

/* Combining marks; what is not seen: soft hyphen, joiners, U+FE0F. */
static bool is_nothing(uint32_t code)
{
    return (code >= 0x0300 && code <= 0x036F) || code == 0xAD ||
           (code >= 0x200B && code <= 0x200F) || (code >= 0x2060 && code <= 0x2064) ||
           (code >= 0xFE00 && code <= 0xFE0F) || code == 0xFEFF;
}

static struct nr_plain plain_of_letters(const char *letters)
{
    struct nr_plain plain = {{0}, (uint32_t)strlen(letters)};
    for (uint32_t i = 0; i < plain.count; i++) {
        plain.codes[i] = (unsigned char)letters[i];
    }
    return plain;
}

static uint32_t without_accent(uint32_t code)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (code >= rows[i].first && code - rows[i].first < rows[i].count) {
            char letter = rows[i].letters[code - rows[i].first];
            return letter != '.' ? (unsigned char)letter : code;
        }
    }
    for (size_t i = 0; i < sizeof lone / sizeof *lone; i++) {
        if (lone[i].code == code) {
            return lone[i].plain;
        }
    }
    return code;
}

struct nr_plain nr_plain_of(uint32_t code)
{
    if (code >= 0xFF01 && code <= 0xFF5E) {
        code -= 0xFEE0; /* as wide as Chinese characters */
    }
    code = nr_lower(code);
    if (code < 0x80) {
        return (struct nr_plain){{code}, 1};
    }
    if (is_nothing(code)) {
        return (struct nr_plain){{0}, 0};
    }
    for (size_t i = 0; i < sizeof joined / sizeof *joined; i++) {
        if (joined[i].code == code) {
            return plain_of_letters(joined[i].letters);
        }
    }
    return (struct nr_plain){{without_accent(code)}, 1};
}
