/* lexicon2c/form.c: how a listed form looks when text/ has cut and folded it.
 *
 * "Xi's" -> "xi 's"; "vice-president" -> "vice - president"; "re-elected" stays whole (re
 * is in joined_prefix); "U.S." -> "u.s."; "AT&T" -> "at&t"; "Washington, D.C." ->
 * "washington , d.c."; "Yahoo!" -> "yahoo !". A full stop stays with its word: listed
 * forms that end in one are abbreviations.
 *
 * Folding is the lower case of Latin, Greek, Cyrillic and Armenian letters; accents stay.
 */
#include "lexicon/lexicon2c/lists.h"

#include <string.h>

/* The character at *at, which moves behind it; 0xFFFFFFFF for what is no UTF-8. */
static uint32_t next_char(const char **at)
{
    const unsigned char *s = (const unsigned char *)*at;
    uint32_t c = s[0];
    unsigned more = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : c >= 0xC0 ? 1 : 0;
    static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
    if ((c >= 0x80 && c < 0xC2) || c > 0xF4) {
        *at += 1;
        return UINT32_MAX;
    }
    c &= more == 0 ? 0x7Fu : 0x3Fu >> more;
    for (unsigned i = 1; i <= more; i++) {
        if ((s[i] & 0xC0u) != 0x80) {
            *at += i;
            return UINT32_MAX;
        }
        c = c << 6 | (s[i] & 0x3Fu);
    }
    *at += more + 1;
    bool wrong = c < least[more] || (c >= 0xD800 && c <= 0xDFFF) || c > 0x10FFFF;
    return wrong ? UINT32_MAX : c;
}

static size_t put_char(char *out, uint32_t c)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

bool form_valid(const char *form)
{
    while (*form != '\0') {
        if (next_char(&form) == UINT32_MAX) {
            return false;
        }
    }
    return true;
}

/* Capitals from first to last lie by away from their small letters; step 2: capitals and
 * small letters take turns, so only every second is a capital. */
static const struct {
    uint32_t first;
    uint32_t last;
    int32_t by;
    uint32_t step;
} capitals[] = {
    {'A', 'Z', 32, 1},      {0xC0, 0xD6, 32, 1},        {0xD8, 0xDE, 32, 1},
    {0x100, 0x12E, 1, 2},   {0x130, 0x130, -199, 1},    {0x132, 0x136, 1, 2},
    {0x139, 0x147, 1, 2},   {0x14A, 0x176, 1, 2},       {0x178, 0x178, -121, 1},
    {0x179, 0x17D, 1, 2},   {0x18F, 0x18F, 202, 1},     {0x1A0, 0x1A4, 1, 2},
    {0x1AF, 0x1AF, 1, 1},   {0x1CD, 0x1DB, 1, 2},       {0x1DE, 0x1EE, 1, 2},
    {0x1F8, 0x21E, 1, 2},   {0x222, 0x232, 1, 2},       {0x386, 0x386, 38, 1},
    {0x388, 0x38A, 37, 1},  {0x38C, 0x38C, 64, 1},      {0x38E, 0x38F, 63, 1},
    {0x391, 0x3A1, 32, 1},  {0x3A3, 0x3AB, 32, 1},      {0x400, 0x40F, 80, 1},
    {0x410, 0x42F, 32, 1},  {0x460, 0x480, 1, 2},       {0x48A, 0x4BE, 1, 2},
    {0x4C1, 0x4CD, 1, 2},   {0x4D0, 0x52E, 1, 2},       {0x531, 0x556, 48, 1},
    {0x1E00, 0x1E94, 1, 2}, {0x1E9E, 0x1E9E, -7615, 1}, {0x1EA0, 0x1EFE, 1, 2},
};

static uint32_t fold_char(uint32_t c)
{
    for (size_t i = 0; i < sizeof capitals / sizeof *capitals; i++) {
        if (c >= capitals[i].first && c <= capitals[i].last) {
            bool capital = (c - capitals[i].first) % capitals[i].step == 0;
            return capital ? (uint32_t)((int32_t)c + capitals[i].by) : c;
        }
    }
    return c == 0x2019 || c == 0x2018 || c == 0x2BC ? '\'' : c;
}

/* Counts letters up to one of the characters in ends, or the end. */
static void count_letters(const char *form, const char *ends, unsigned *upper,
                          unsigned *lower)
{
    *upper = 0;
    *lower = 0;
    while (*form != '\0' && strchr(ends, *form) == NULL) {
        uint32_t c = next_char(&form);
        uint32_t folded = fold_char(c);
        bool letter = (folded >= 'a' && folded <= 'z') || folded >= 0xC0;
        *upper += letter && folded != c;
        *lower += letter && folded == c;
    }
}

/* What text/ asks of a form: a capital where its first word has one ("al-Qaida": none),
 * capitals where all of it has them. A number has no casing ("3D", "20th Century Fox"),
 * and one letter alone is no word in capitals ("C-SPAN"). */
enum nr_casing form_casing(const char *form)
{
    unsigned first_upper = 0;
    unsigned upper = 0;
    unsigned lower = 0;
    count_letters(form, " -", &first_upper, &lower);
    if (first_upper == 0 || (form[0] >= '0' && form[0] <= '9')) {
        return NR_CASING_ANY;
    }
    count_letters(form, "", &upper, &lower);
    return first_upper > 1 && lower == 0 ? NR_CASING_UPPER : NR_CASING_CAPITAL;
}

static char *fold(struct lists *lists, const char *form)
{
    char *folded = must_take(lists, 2 * strlen(form) + 1);
    size_t n = 0;
    while (*form != '\0') {
        n += put_char(folded + n, fold_char(next_char(&form)));
    }
    folded[n] = '\0';
    return folded;
}

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
}

/* Tokens of a key in the making. */
struct cutter {
    char *key;
    size_t length;
    uint8_t tokens;
};

static void put_token(struct cutter *cutter, const char *bytes, size_t length)
{
    if (length == 0) {
        return;
    }
    if (cutter->length > 0) {
        cutter->key[cutter->length++] = ' ';
    }
    memcpy(cutter->key + cutter->length, bytes, length);
    cutter->length += length;
    cutter->tokens++;
}

/* Without hyphens: "xi's" = xi + 's, "parents'" = parents + ', "isn't" = is + n't,
 * "yahoo!" = yahoo
 * + !, "washington," = washington + , */
static void put_word(struct cutter *cutter, const char *word, size_t length)
{
    static const char *const endings[] = {"'s", "n't", "'ll", "'re", "'ve", "'d",
                                          "'m", "'",   "!",   ",",   ":",   "?"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t n = strlen(endings[i]);
        if (length > n && memcmp(word + length - n, endings[i], n) == 0) {
            put_token(cutter, word, length - n);
            put_token(cutter, word + length - n, n);
            return;
        }
    }
    put_token(cutter, word, length);
}

char *form_key(struct lists *lists, const char *form,
               bool (*is_prefix)(const struct lists *, const char *, size_t),
               uint8_t *tokens)
{
    char *folded = fold(lists, form);
    struct cutter cutter = {.key = must_take(lists, 3 * strlen(folded) + 1)};
    const char *word = folded;
    while (*word != '\0') {
        size_t length = strcspn(word, " ");
        const char *part = word;
        for (size_t i = 1; i + 1 < length; i++) {
            size_t before = (size_t)(word + i - part);
            bool hyphen =
                word[i] == '-' && is_word_byte(word[i - 1]) && is_word_byte(word[i + 1]);
            if (hyphen && !(part == word && is_prefix(lists, part, before))) {
                put_word(&cutter, part, before);
                put_token(&cutter, "-", 1);
                part = word + i + 1;
            }
        }
        put_word(&cutter, part, (size_t)(word + length - part));
        word += length + (word[length] == ' ');
    }
    cutter.key[cutter.length] = '\0';
    *tokens = cutter.tokens;
    return cutter.key;
}
