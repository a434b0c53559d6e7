/* utf8_test.c: characters as substr() counts them, there and back, whatever the bytes. */
#include "harness.h"
#include "text/utf8.h"

static const struct {
    const char *name;
    const char *bytes;
    uint32_t length;
    uint32_t chars;
    const char *starts; /* x: a character begins; s: one only where strays count singly */
} cases[] = {
    {"nothing", "", 0, 0, ""},
    {"ASCII", "harbour", 7, 7, "xxxxxxx"},
    {"two bytes", "caf\xC3\xA9", 5, 4, "xxxx."},
    {"three bytes", "\xE2\x80\x9C!", 4, 2, "x..x"},
    {"four bytes", "\xF0\x9F\x9A\xA2.", 5, 2, "x...x"},
    {"a lead byte at the end", "a\xC3", 2, 2, "xx"},
    {"a lead byte before ASCII", "\xE2z", 2, 2, "xx"},
    {"two lead bytes", "\xC3\xC3\xA9", 3, 2, "xx."},
    {"a lead byte takes all continuations", "\xC3\xA9\xA9\xA9z", 5, 2, "x...x"},
    {"stray continuations at the start", "\x80\x81z", 3, 2, "xsx"},
    {"stray continuations after ASCII", "z\x80\x80", 3, 2, "xxs"},
    {"one stray continuation", "z\x80z", 3, 3, "xxx"},
    {"stray continuations after a space", "\xC3\xA9 \x80\x80\x80", 6, 3, "x.xxss"},
    {"FE and FF lead, too", "\xFF\x80\xFE", 3, 2, "x.x"},
    {"eight ASCII bytes close a character",
     "\xC3\xA9"
     "abcdefgh\xA9",
     11, 10, "x.xxxxxxxxx"},
    {"a zero byte is a character here", "a\0b", 3, 3, "xxx"},
};

static void converts(struct nr_arena *arena, size_t i, enum nr_strays strays)
{
    struct nr_chars_index index;
    test_bool("index is made",
              nr_chars_index_make(arena, &index, cases[i].bytes, cases[i].length, strays),
              true);
    uint32_t chars = 0;
    for (uint32_t at = 0; at < cases[i].length; at++) {
        if (cases[i].starts[at] == 'x' ||
            (cases[i].starts[at] == 's' && strays == NR_STRAYS_SINGLY)) {
            test_number("characters before", nr_chars_at(&index, at), chars);
            test_number("byte of the character", nr_chars_byte(&index, chars), at);
            test_number("byte by skipping",
                        nr_chars_skip(cases[i].bytes, 0, cases[i].length, chars, strays),
                        at);
            chars++;
        }
    }
    test_number("characters of the index", index.chars, chars);
    if (strays == NR_STRAYS_TOGETHER) {
        test_number("characters", chars, cases[i].chars);
    }
    test_number("byte past the last character", nr_chars_byte(&index, chars),
                cases[i].length);
}

static void steps(size_t i)
{
    uint32_t last = 0;
    for (uint32_t at = 0; at < cases[i].length;) {
        struct nr_char c = nr_char_at(cases[i].bytes, at, cases[i].length);
        test_bool("a character begins", cases[i].starts[at] == 'x', true);
        if (at > 0) {
            test_number("the one before", nr_char_before(cases[i].bytes, 0, at), last);
        }
        last = at;
        at += c.width;
    }
    test_bool("has stepped", last <= cases[i].length, true);
}

static const struct {
    const char *name;
    const char *bytes;
    uint32_t length;
    uint32_t code;
} codes[] = {
    {"ASCII is itself", "A", 1, 'A'},
    {"a letter of two bytes", "\xC3\xA9", 2, 0xE9},
    {"a mark of three bytes", "\xE2\x80\x9C", 3, 0x201C},
    {"a sign of four bytes", "\xF0\x9F\x9A\xA2", 4, 0x1F6A2},
    {"overlong is invalid", "\xC0\xAF", 2, NR_CHAR_INVALID},
    {"a surrogate is invalid", "\xED\xA0\x80", 3, NR_CHAR_INVALID},
    {"past the last code point is invalid", "\xF4\x90\x80\x80", 4, NR_CHAR_INVALID},
    {"too few bytes are invalid", "\xE2\x80", 2, NR_CHAR_INVALID},
    {"too many bytes are invalid", "\xC3\xA9\xA9", 3, NR_CHAR_INVALID},
    {"a stray continuation is invalid", "\xA9", 1, NR_CHAR_INVALID},
};

/* Long enough for several samples, with characters across their borders. */
static void converts_far(struct nr_arena *arena)
{
    enum { LENGTH = 10 * 1000 };
    static char bytes[LENGTH];
    for (size_t i = 0; i < LENGTH; i++) {
        bytes[i] = "\xE2\x80\x94 one \xC3\xA9t\xC3\xA9 \x80"[i % 15];
    }
    struct nr_chars_index index;
    nr_chars_index_make(arena, &index, bytes, LENGTH, NR_STRAYS_TOGETHER);
    uint32_t wrong = 0;
    uint32_t chars = 0;
    for (uint32_t at = 0; at < LENGTH; chars++) {
        wrong += nr_chars_at(&index, at) != chars;
        wrong += nr_chars_byte(&index, chars) != at;
        at += nr_char_at(bytes, at, LENGTH).width;
    }
    test_number("offsets converted wrongly", wrong, 0);
    test_number("characters", index.chars, chars);
}

int main(void)
{
    struct test_memory memory = {0};
    struct nr_host host = test_host(&memory);
    struct nr_arena arena;
    nr_arena_open(&arena, &host);
    for (size_t i = 0; i < TEST_COUNT(cases); i++) {
        test_case(cases[i].name);
        converts(&arena, i, NR_STRAYS_TOGETHER);
        converts(&arena, i, NR_STRAYS_SINGLY);
        steps(i);
    }
    for (size_t i = 0; i < TEST_COUNT(codes); i++) {
        test_case(codes[i].name);
        test_number("code", nr_char_at(codes[i].bytes, 0, codes[i].length).code,
                    codes[i].code);
        test_number("width", nr_char_at(codes[i].bytes, 0, codes[i].length).width,
                    codes[i].length);
    }
    test_case("a long text");
    converts_far(&arena);
    nr_arena_close(&arena);
    return test_end();
}
