/* value/word.c: see word.h.
 *
 * A list says what a form is in brackets before it, "(ordinal, clock)", which is read
 * here; figures and signs are told by their bytes. */
#include "value/word.h"

#include <string.h>

static const char *const part_names[NR_VALUE_AMOUNT] = {"",
#define NAME(name) #name,
                                                        NR_VALUE_PARTS(NAME)
#undef NAME
};

static enum nr_list list_of(enum nr_language language)
{
    switch (language) {
    case NR_LANGUAGE_NONE:
    case NR_LANGUAGE_EN:
        return NR_LIST_value_en;
    case NR_LANGUAGE_ES:
        return NR_LIST_value_es;
    case NR_LANGUAGE_FR:
        return NR_LIST_value_fr;
    default:
        return NR_LIST_COUNT;
    }
}

struct nr_value_words *nr_value_words_make(struct nr_arena *arena,
                                           const struct nr_text *text,
                                           enum nr_language language)
{
    struct nr_value_words *words = nr_arena_take(arena, sizeof *words);
    if (words == NULL) {
        return NULL;
    }
    words->list = list_of(language);
    words->parts =
        nr_arena_take_array(arena, text->words.count, 2 * sizeof *words->parts);
    return words->parts != NULL ? words : NULL;
}

/* "ordinal, clock" */
static uint64_t read_parts(const char *listed)
{
    uint64_t parts = 0;
    while (*listed != '\0') {
        size_t length = strcspn(listed, ",");
        for (int i = 1; i < NR_VALUE_AMOUNT; i++) {
            bool same = strlen(part_names[i]) == length &&
                        memcmp(part_names[i], listed, length) == 0;
            parts |= same ? UINT64_C(1) << i : 0;
        }
        listed += length;
        listed += strspn(listed, ", ");
    }
    return parts;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* $ £ € ¥, and letters before a $: US$, A$ */
static bool is_sign(struct nr_chars folded)
{
    static const char *const signs[] = {
        "\xC2\xA3",     "\xC2\xA5",     "\xC2\xA2",     "\xE2\x82\xAC", "\xE2\x82\xB9",
        "\xE2\x82\xBD", "\xE2\x82\xA9", "\xE2\x82\xAA", "\xE2\x82\xBA", "\xE2\x82\xB4"};
    if (folded.bytes[folded.length - 1] == '$') {
        return folded.length <= 4;
    }
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        if (folded.length == strlen(signs[i]) &&
            memcmp(folded.bytes, signs[i], folded.length) == 0) {
            return true;
        }
    }
    return false;
}

static const struct {
    const char *written;
    uint64_t parts;
} marks[] = {
    {"%", NR_VALUE_IS(percent)},
    {"\xC2\xB0", NR_VALUE_IS(degree)}, /* ° */
    {"/", NR_VALUE_IS(per)},
    {"d'", NR_VALUE_IS(of)},
    {"l'", NR_VALUE_IS(the)},
    {"-", NR_VALUE_IS(hyphen)},
    {"\xE2\x80\x93", NR_VALUE_IS(hyphen)},   /* – */
    {"\xE2\x80\x91", NR_VALUE_IS(hyphen)},   /* that breaks no line */
    {"\xC2\xBD", NR_VALUE_IS(fraction)},     /* ½ */
    {"\xC2\xBC", NR_VALUE_IS(fraction)},     /* ¼ */
    {"\xC2\xBE", NR_VALUE_IS(fraction)},     /* ¾ */
    {"\xE2\x85\x93", NR_VALUE_IS(fraction)}, /* ⅓ */
    {"\xE2\x85\x94", NR_VALUE_IS(fraction)}, /* ⅔ */
};

static uint64_t mark_of(struct nr_chars folded)
{
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (folded.length == strlen(marks[i].written) &&
            memcmp(folded.bytes, marks[i].written, folded.length) == 0) {
            return marks[i].parts;
        }
    }
    return is_sign(folded) ? NR_VALUE_IS(sign) : 0;
}

/* Is what stands behind the figures one of these? */
static bool ends_in(const char *rest, uint32_t length, const char *const *endings)
{
    for (; *endings != NULL; endings++) {
        if (length == strlen(*endings) && memcmp(rest, *endings, length) == 0) {
            return true;
        }
    }
    return false;
}

/* Where the figures end that a token begins with: 1,000 and 3.5 and 1/2 and 1.234,5. */
static uint32_t figures_end(struct nr_chars folded, uint32_t *stops, uint32_t *slashes)
{
    const char *bytes = folded.bytes;
    uint32_t at = 0;
    for (; at < folded.length; at++) {
        bool joins = at > 0 && at + 1 < folded.length && is_digit(bytes[at + 1]) &&
                     strchr(".,/", bytes[at]) != NULL;
        if (!is_digit(bytes[at]) && !joins) {
            break;
        }
        *stops += bytes[at] == '.';
        *slashes += bytes[at] == '/';
    }
    return at;
}

/* 1,000 3.5 12th 50k 1/2; not 10:30, 24/7, 26.04.2024, 3D. */
static uint64_t figure_of(struct nr_chars folded)
{
    static const char *const nth[] = {"st",        "nd",       "rd",       "th",
                                      "er",        "re",       "\xC2\xBA", "e",
                                      ".\xC2\xBA", "\xC2\xAA", NULL};
    static const char *const scaled[] = {"", "k", "m", "bn", "mn", "tn", "b", NULL};
    uint32_t stops = 0;
    uint32_t slashes = 0;
    uint32_t end = figures_end(folded, &stops, &slashes);
    const char *rest = folded.bytes + end;
    if (slashes > 0) {
        bool half = end == 3 && folded.length == end && folded.bytes[0] < folded.bytes[2];
        return half ? NR_VALUE_IS(fraction) : 0;
    }
    if (ends_in(rest, folded.length - end, nth)) {
        return NR_VALUE_IS(ordinal);
    }
    bool grouped = stops <= 1 || rest[-4] == '.' || rest[-4] == ',';
    if (!grouped || !ends_in(rest, folded.length - end, scaled)) {
        return 0;
    }
    bool group = folded.length == 3 && end == 3 && stops == 0;
    return NR_VALUE_IS(figure) | (group ? NR_VALUE_IS(group) : 0);
}

static uint64_t parts_of(const struct nr_value_words *words, const struct nr_word *type,
                         enum nr_casing written)
{
    struct nr_chars folded = {type->folded, type->length};
    const struct nr_fact *fact =
        type->lexeme == NULL || words->list == NR_LIST_COUNT
            ? NULL
            : nr_lexeme_fact_as(type->lexeme, words->list, written);
    if (fact != NULL) {
        return read_parts(nr_fact_canonical(fact));
    }
    if (type->plain) {
        return 0;
    }
    if (folded.length == 0) {
        return 0; /* a sign that folding takes away, a soft hyphen alone */
    }
    return is_digit(folded.bytes[0]) ? figure_of(folded) : mark_of(folded);
}

uint64_t nr_value_parts_find(const struct nr_value_words *words,
                             const struct nr_text *text, uint32_t t)
{
    const struct nr_token *token = &text->tokens.items[t];
    bool capital = token->casing != NR_CASING_ANY;
    uint64_t parts = 1 | parts_of(words, &text->words.items[token->word],
                                  capital ? NR_CASING_UPPER : NR_CASING_ANY);
    words->parts[token->word + (capital ? text->words.count : 0)] = parts;
    return parts;
}
