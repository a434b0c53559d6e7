/* date/word.c: see word.h.
 *
 * A list says what a form is in brackets before it, "(month 5, doubtful)", which is read
 * here. Figures are read by figures.c. A prefix that text/ leaves on its word (mid-May,
 * pre-1990) is taken off first. */
#include "date/word.h"

#include "date/figures.h"

#include <string.h>

static const char *const part_names[NR_PART_QUANTITY] = {"",
#define NAME(name) #name,
                                                         NR_DATE_PARTS(NAME)
#undef NAME
};

/* Where an expression of time may be begun to be looked for. What is in none of these may
 * only stand beside them. */
static const uint8_t starters[] = {
    NR_PART_month,   NR_PART_weekday,  NR_PART_days,   NR_PART_unit,    NR_PART_season,
    NR_PART_span,    NR_PART_decade,   NR_PART_near,   NR_PART_part,    NR_PART_nights,
    NR_PART_clocked, NR_PART_meridiem, NR_PART_oclock, NR_PART_zone,    NR_PART_ref,
    NR_PART_future,  NR_PART_current,  NR_PART_often,  NR_PART_holiday, NR_PART_year,
    NR_PART_year2,   NR_PART_clock,    NR_PART_iso,    NR_PART_slashed, NR_PART_quarters,
    NR_PART_halves,  NR_PART_fy,       NR_PART_half,   NR_PART_past,    NR_PART_recent,
    NR_PART_fiscal,  NR_PART_era,      NR_PART_scale,  NR_PART_spoken,  NR_PART_tonight,
};

static enum nr_date_part part_of(const char *name, size_t length)
{
    for (int i = 1; i < NR_PART_QUANTITY; i++) {
        if (part_names[i][0] == name[0] && strlen(part_names[i]) == length &&
            memcmp(part_names[i], name, length) == 0) {
            return (enum nr_date_part)i;
        }
    }
    return NR_PART_NONE;
}

/* "-12"; the rest after it. */
static const char *read_value(const char *at, int32_t *value)
{
    bool minus = *at == '-';
    int32_t number = 0;
    for (at += minus; *at >= '0' && *at <= '9'; at++) {
        number = number * 10 + (*at - '0');
    }
    *value = minus ? -number : number;
    return at;
}

/* "unit Y" or "month 5" or "doubtful", of a list "month 5, doubtful". */
static const char *read_part(const char *at, struct nr_date_word *word)
{
    size_t length = strcspn(at, " ,");
    nr_date_word_put(word, part_of(at, length));
    at += length;
    if (*at == ' ' && (at[1] == '-' || (at[1] >= '0' && at[1] <= '9'))) {
        at = read_value(at + 1, &word->value);
    } else if (*at == ' ') {
        word->unit = at[1];
        at += 2;
    }
    return *at == ',' ? at + 2 : at;
}

static void read_parts(const char *listed, struct nr_date_word *word)
{
    while (*listed != '\0') {
        listed = read_part(listed, word);
    }
}

static enum nr_list list_of(enum nr_language language)
{
    switch (language) {
    case NR_LANGUAGE_NONE:
    case NR_LANGUAGE_EN:
        return NR_LIST_date_en;
    case NR_LANGUAGE_ES:
        return NR_LIST_date_es;
    case NR_LANGUAGE_FR:
        return NR_LIST_date_fr;
    default:
        return NR_LIST_COUNT;
    }
}

static void set_starting(struct nr_date_word *word)
{
    for (size_t i = 0; i < sizeof starters; i++) {
        word->starting |= nr_date_word_is(word, (enum nr_date_part)starters[i]);
    }
}

static uint16_t add_word(struct nr_arena *arena, struct nr_date_words *words,
                         const struct nr_date_word *word)
{
    struct nr_date_word *added = words->words.count < UINT16_MAX
                                     ? nr_list_push(arena, &words->words, sizeof *added)
                                     : NULL;
    if (added == NULL) {
        return 0;
    }
    *added = *word;
    set_starting(added);
    return (uint16_t)(words->words.count - 1);
}

static bool mark_of(struct nr_chars folded, struct nr_date_word *word)
{
    static const struct {
        const char *mark;
        enum nr_date_part part;
    } marks[] = {{",", NR_PART_comma},
                 {"-", NR_PART_hyphen},
                 {"\xE2\x80\x93", NR_PART_hyphen}, /* – */
                 {"'", NR_PART_apostrophe},
                 {"\xE2\x80\x99", NR_PART_apostrophe},
                 {"'s", NR_PART_possessive},
                 {"l'", NR_PART_the},
                 {"d'", NR_PART_of}};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (folded.length == strlen(marks[i].mark) &&
            memcmp(folded.bytes, marks[i].mark, folded.length) == 0) {
            nr_date_word_put(word, marks[i].part);
            return true;
        }
    }
    return false;
}

/* "mid-" before a month, a year, a season. */
static uint32_t prefix_length(struct nr_chars folded)
{
    static const char *const prefixes[] = {"mid-", "pre-", "post-"};
    for (size_t i = 0; i < sizeof prefixes / sizeof prefixes[0]; i++) {
        uint32_t length = (uint32_t)strlen(prefixes[i]);
        if (folded.length > length && memcmp(folded.bytes, prefixes[i], length) == 0) {
            return length;
        }
    }
    return 0;
}

/* The fact of a lexeme in a list, with no more capitals than written. */
static bool listed_parts(const struct nr_lexeme *lexeme, enum nr_list list,
                         enum nr_casing written, struct nr_date_word *word)
{
    const struct nr_fact *fact =
        lexeme == NULL ? NULL : nr_lexeme_fact_as(lexeme, list, written);
    if (fact == NULL) {
        return false;
    }
    read_parts(nr_fact_canonical(fact), word);
    return true;
}

static bool prefixed_parts(struct nr_chars folded, uint32_t prefix, enum nr_list list,
                           struct nr_date_word *word)
{
    struct nr_chars rest = {folded.bytes + prefix, folded.length - prefix};
    const struct nr_lexeme *lexeme = nr_lexicon_find(rest.bytes, rest.length);
    bool found = listed_parts(lexeme, list, NR_CASING_CAPITAL, word) ||
                 nr_date_figures(rest, word);
    nr_date_word_put(word, NR_PART_mid);
    return found;
}

/* What this word type is, written in this casing. */
static bool parts_of(const struct nr_word *type, enum nr_list list,
                     enum nr_casing written, struct nr_date_word *word)
{
    struct nr_chars folded = {type->folded, type->length};
    *word = (struct nr_date_word){.unit = 0};
    if (list < NR_LIST_COUNT && listed_parts(type->lexeme, list, written, word)) {
        return true;
    }
    int32_t century = written == NR_CASING_UPPER ? nr_roman(folded) : 0;
    if (century > 0) {
        word->value = century;
        nr_date_word_put(word, NR_PART_roman);
        return true;
    }
    char first = folded.bytes[0];
    if (type->plain && first != 'q' && first != 'h' && first != 'f') {
        return false;
    }
    uint32_t prefix = prefix_length(folded);
    if (prefix > 0) {
        return list < NR_LIST_COUNT && prefixed_parts(folded, prefix, list, word);
    }
    return mark_of(folded, word) || nr_date_figures(folded, word);
}

/* Is any word of this type anything? Most are not: turned away without a copy. */
static bool may_be(const struct nr_word *type, enum nr_list list)
{
    bool figures = !type->plain || strchr("qhfivx", type->folded[0]) != NULL;
    return figures || (type->lexeme != NULL && list < NR_LIST_COUNT);
}

bool nr_date_words_find(struct nr_arena *arena, const struct nr_text *text,
                        enum nr_language language, struct nr_date_words *words)
{
    enum nr_list list = list_of(language);
    struct nr_date_word word = {.unit = 0};
    uint32_t count = text->words.count;
    words->lower = nr_arena_take_array(arena, count, sizeof *words->lower);
    words->capital = nr_arena_take_array(arena, count, sizeof *words->capital);
    add_word(arena, words, &word);
    for (uint32_t w = 0; w < count && nr_arena_tick(arena, 1); w++) {
        const struct nr_word *type = &text->words.items[w];
        if (!may_be(type, list)) {
            continue;
        }
        if (parts_of(type, list, NR_CASING_ANY, &word)) {
            words->lower[w] = add_word(arena, words, &word);
            words->capital[w] = words->lower[w];
        } else if (type->lower_count < type->count &&
                   parts_of(type, list, NR_CASING_UPPER, &word)) {
            words->capital[w] = add_word(arena, words, &word);
        }
    }
    return arena->status == NR_OK;
}
