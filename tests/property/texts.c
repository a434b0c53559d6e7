/* texts.c: see texts.h. Three manners, by the seed: fragments of news one after the
 * other, fragments with bytes of any value between them, and mere bytes. */
#include "property/texts.h"

#include <string.h>

static const char *const fragments[] = {
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "''",
    "``",
    "'",
    "—",
    " - ",
    ", ",
    ". ",
    "? ",
    "! ",
    "... ",
    ": ",
    "; ",
    "(",
    ")",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    " ",
    "\xC2\xA0",
    "said ",
    "says ",
    "told ",
    "told reporters ",
    "asked ",
    "according to ",
    "added ",
    "denied ",
    "that ",
    "whether ",
    "if ",
    "who ",
    "which ",
    "he ",
    "she ",
    "they ",
    "it ",
    "I ",
    "we ",
    "her ",
    "the ",
    "a ",
    "of ",
    "and ",
    "in ",
    "not ",
    "n't ",
    "'s ",
    "’s ",
    "was ",
    "will ",
    "would ",
    "has ",
    "have ",
    "Friday ",
    "May 3, 2024 ",
    "last week ",
    "two years ago ",
    "10:30 a.m. ",
    "the third quarter ",
    "1998 ",
    "early ",
    "twenty ",
    "night ",
    "Ana Keller ",
    "Keller ",
    "Ms Keller ",
    "Tom Brandt ",
    "Mr. Brandt ",
    "Brandt ",
    "J. D. Vale ",
    "President ",
    "the president ",
    "Prime Minister ",
    "minister ",
    "officials ",
    "a spokeswoman ",
    "the report ",
    "the board ",
    "Berlin ",
    "Germany ",
    "German ",
    "U.S. ",
    "US ",
    "the U.N. ",
    "Harbour Board ",
    "Ltd. ",
    "WHO ",
    "AFP ",
    "Reuters ",
    "CCTV ",
    "Photo: ",
    "By ",
    "BERLIN (AFP) - ",
    "1. ",
    "- ",
    "• ",
    "2026 ",
    "12.4 million ",
    "$5 ",
    "5% ",
    "6' 2\" ",
    "the '90s ",
    "Monday ",
    "May ",
    "www.harbour.org/a?b ",
    "a@b.org ",
    "#news ",
    "well-known ",
    "cannot ",
    "don't ",
    "pier ",
    "closed ",
    "rotten ",
    "never ",
    "because ",
    "Dwayne \"Rock\" Vale ",
    "é",
    "ü",
    "新聞",
    "😀",
    "\xCC\x81",
    "\xE2\x80",
    "\xC3",
    "\x80",
    "\xFF",
    "\xF0\x9F",
};

/* xorshift: the state must not be 0. */
static uint32_t next(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

size_t random_text(uint32_t seed, char *text)
{
    uint32_t state = seed * 2654435761u + 1;
    state = state == 0 ? 1 : state;
    next(&state);
    uint32_t manner =
        seed % 8; /* 0: bytes, 1 and 2: fragments and bytes, others: fragments */
    size_t goal = next(&state) % (next(&state) % 4 == 0 ? TEXT_SIZE : TEXT_SIZE / 8);
    size_t length = 0;
    while (length < goal) {
        uint32_t draw = next(&state);
        if (manner == 0 || (manner <= 2 && draw % 5 == 0)) {
            text[length++] = (char)(1 + (draw >> 8) % 255);
            continue;
        }
        const char *fragment =
            fragments[(draw >> 8) % (sizeof fragments / sizeof fragments[0])];
        size_t size = strlen(fragment);
        if (length + size > TEXT_SIZE) {
            break;
        }
        memcpy(text + length, fragment, size);
        length += size;
    }
    return length;
}
