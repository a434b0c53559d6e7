/* value/value.c: how much, how many, which in a row?
 *
 *     More than 200 of the first 5,000 tickets were sold for $12 each.
 *     CARDINAL More than 200, ORDINAL first, CARDINAL 5,000, MONEY $12
 *
 * What no name and no expression of time has taken is walked through once. At each word
 * that a number or a sign may begin with the rules are laid over what follows (rules.c);
 * the longest match wins, and words that only bound it ("more than", "at least", "up to")
 * are put to it. Expressions of time are listed among them, as DATE or TIME.
 *
 * Knowingly wrong: "about" may belong to the verb ("they talked about two cases"); a
 * people between a number and its money is its own name ("5 million Canadian dollars":
 * MONEY 5 million); spelt-out numbers of languages other than English, Spanish and French
 * are not read. */
#include "value/reading.h"

#include <string.h>

#define IS(name) NR_VALUE_IS(name)

/* What a match may begin with: all others are passed by. */
static const uint64_t starters = IS(small) | IS(one) | IS(teen) | IS(tens) | IS(scale) |
                                 IS(many) | IS(vague) | IS(half) | IS(ordinal) | IS(a) |
                                 IS(the) | IS(number) | IS(figure) | IS(fraction) |
                                 IS(sign) | IS(code);

struct finder {
    struct nr_arena *arena;
    struct nr_value_scan scan;
    const struct nr_dates *dates;
    struct nr_value_words *words[NR_LANGUAGE_COUNT]; /* made when first asked for */
    struct nr_values *values;
    uint32_t next_date;
};

/* ---- One match ---- */

/* The token after a part at t; t: it does not fit. */
static uint32_t read_part(const struct nr_value_scan *scan, uint32_t t, uint64_t part)
{
    if ((part & IS(AMOUNT)) != 0) {
        uint32_t end = nr_value_amount(scan, t);
        return end == t && nr_value_is(scan, t, IS(one)) ? t + 1 : end;
    }
    return nr_value_is(scan, t, part) ? t + 1 : t;
}

static uint32_t match_rule(const struct nr_value_scan *scan, uint32_t t,
                           const struct nr_value_rule *rule)
{
    uint32_t at = t;
    for (int i = 0; i < NR_VALUE_RULE_PARTS && rule->parts[i] != 0; i++) {
        uint32_t end = read_part(scan, at, rule->parts[i] & ~NR_VALUE_MAY);
        if (end == at && (rule->parts[i] & NR_VALUE_MAY) == 0) {
            return t;
        }
        at = end;
    }
    return nr_value_allowed(scan, t, at, (enum nr_value_guard)rule->guard) ? at : t;
}

static const struct nr_value_rule *match(const struct nr_value_scan *scan, uint32_t t,
                                         uint32_t *end)
{
    const struct nr_value_rule *found = NULL;
    *end = t;
    for (uint32_t r = 0; r < nr_value_rules_count; r++) {
        uint32_t reached = match_rule(scan, t, &nr_value_rules[r]);
        if (reached > *end) {
            *end = reached;
            found = &nr_value_rules[r];
        }
    }
    return found;
}

/* ---- About how much ---- */

enum { HEDGE_WORDS = 4 };
static const uint64_t hedges[][HEDGE_WORDS] = {
    {IS(no), IS(more), IS(than)}, {IS(more), IS(than)},
    {IS(at), IS(least)},          {IS(up), IS(to)},
    {IS(as), IS(much), IS(as)},   {IS(more), IS(of)},
    {IS(about), IS(of)},          {IS(about)},
};

static bool hedge_at(const struct nr_value_scan *scan, uint32_t t, const uint64_t *hedge,
                     uint32_t words)
{
    for (uint32_t i = 0; i < words; i++) {
        if (!nr_value_is(scan, t + i, hedge[i])) {
            return false;
        }
    }
    return true;
}

/* Where a match begins, with what bounds it. floor: the first token that is free. */
static uint32_t hedged(const struct nr_value_scan *scan, uint32_t floor, uint32_t first)
{
    for (size_t h = 0; h < sizeof hedges / sizeof hedges[0]; h++) {
        uint32_t words = 0;
        while (words < HEDGE_WORDS && hedges[h][words] != 0) {
            words++;
        }
        if (first >= floor + words && hedge_at(scan, first - words, hedges[h], words)) {
            return first - words;
        }
    }
    return first;
}

/* ---- The walk ---- */

static void put(struct finder *finder, uint32_t first, struct nr_span span, uint8_t type,
                const char *rule)
{
    struct nr_value *value =
        nr_list_push(finder->arena, &finder->values->items, sizeof *value);
    if (value != NULL) {
        *value = (struct nr_value){span, first, type, rule};
    }
}

/* Tokens [from, to) are free. */
static void find_between(struct finder *finder, uint32_t from, uint32_t to)
{
    struct nr_value_scan *scan = &finder->scan;
    const struct nr_token *tokens = scan->text->tokens.items;
    uint32_t floor = from;
    scan->from = from;
    scan->to = to;
    for (uint32_t t = from; t < to;) {
        uint32_t end = t;
        const struct nr_value_rule *rule =
            nr_value_is(scan, t, starters) ? match(scan, t, &end) : NULL;
        if (rule == NULL) {
            t++;
            continue;
        }
        bool alone = rule->type == NR_TYPE_ORDINAL || rule->type == NR_TYPE_DATE;
        uint32_t first = alone ? t : hedged(scan, floor, t);
        put(finder, first, nr_span_of(tokens[first].begin, tokens[end - 1].end),
            rule->type, rule->name);
        floor = end;
        t = end;
    }
}

static bool is_named(const struct nr_entities *entities, uint32_t t)
{
    return entities->mention_of_token != NULL && entities->mention_of_token[t] != NR_NONE;
}

static bool any_named(const struct finder *finder, uint32_t first, struct nr_span span)
{
    const struct nr_text *text = finder->scan.text;
    for (uint32_t t = first;
         t < text->tokens.count && text->tokens.items[t].begin < span.end; t++) {
        if (is_named(finder->scan.entities, t)) {
            return true;
        }
    }
    return false;
}

/* P2W is a DATE, PT2H a TIME. */
static uint8_t type_of(const struct nr_date *date)
{
    bool hours = date->value[0] == 'P' && date->value[1] == 'T';
    return date->type == NR_DATE_TIME || hours ? NR_TYPE_TIME : NR_TYPE_DATE;
}

/* "an hour" behind "60 miles" */
static bool is_speed(const struct finder *finder, uint32_t t)
{
    const struct nr_value_scan *scan = &finder->scan;
    return t > 0 &&
           (nr_value_parts_at(scan->words, scan->text, t) & (IS(a) | IS(per))) != 0 &&
           (nr_value_parts_at(scan->words, scan->text, t - 1) & IS(measure)) != 0;
}

/* The expression of time that begins at this token, if it is nobody's name. */
static const struct nr_date *date_at(struct finder *finder, uint32_t t)
{
    const struct nr_dates *dates = finder->dates;
    uint32_t begin = finder->scan.text->tokens.items[t].begin;
    while (finder->next_date < dates->items.count &&
           dates->items.items[finder->next_date].span.begin < begin) {
        finder->next_date++;
    }
    if (finder->next_date == dates->items.count) {
        return NULL;
    }
    const struct nr_date *date = &dates->items.items[finder->next_date];
    if (date->span.begin != begin || is_speed(finder, t)) {
        return NULL;
    }
    return any_named(finder, t, date->span) ? NULL : date;
}

static void find_in_sentence(struct finder *finder, const struct nr_sentence *sentence)
{
    const struct nr_token *tokens = finder->scan.text->tokens.items;
    uint32_t from = sentence->first_token;
    for (uint32_t t = from; t < sentence->end_token;) {
        const struct nr_date *date = date_at(finder, t);
        if (date == NULL && !is_named(finder->scan.entities, t)) {
            t++;
            continue;
        }
        find_between(finder, from, t);
        if (date != NULL) {
            put(finder, t, date->span, type_of(date), date->rule);
        }
        uint32_t end = date != NULL ? date->span.end : tokens[t].end;
        while (t < sentence->end_token && tokens[t].begin < end) {
            t++;
        }
        from = t;
    }
    find_between(finder, from, sentence->end_token);
}

static bool find_in_block(struct finder *finder, const struct nr_block *block)
{
    const struct nr_text *text = finder->scan.text;
    enum nr_language language = (enum nr_language)block->language;
    if (finder->words[language] == NULL) {
        finder->words[language] = nr_value_words_make(finder->arena, text, language);
    }
    finder->scan.words = finder->words[language];
    finder->scan.english = language == NR_LANGUAGE_EN || language == NR_LANGUAGE_NONE;
    for (uint32_t s = block->first_sentence;
         finder->scan.words != NULL && s < block->end_sentence; s++) {
        const struct nr_sentence *sentence = &text->sentences.items[s];
        find_in_sentence(finder, sentence);
        if (!nr_arena_tick(finder->arena,
                           sentence->end_token - sentence->first_token + 1)) {
            return false;
        }
    }
    return finder->arena->status == NR_OK;
}

enum nr_status nr_values_find(struct nr_arena *arena, const struct nr_text *text,
                              const struct nr_tags *tags,
                              const struct nr_entities *entities,
                              const struct nr_dates *dates, struct nr_values *values)
{
    struct finder finder = {.arena = arena, .dates = dates, .values = values};
    finder.scan =
        (struct nr_value_scan){.text = text, .tags = tags, .entities = entities};
    memset(values, 0, sizeof *values);
    for (uint32_t b = 0; b < text->blocks.count; b++) {
        const struct nr_block *block = &text->blocks.items[b];
        if (block->kind != NR_BLOCK_BOILERPLATE && !find_in_block(&finder, block)) {
            return arena->status;
        }
    }
    nr_list_trim(arena, &values->items, sizeof(struct nr_value));
    return arena->status;
}
