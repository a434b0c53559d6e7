/* date/date.c: when? "He resigned on Friday" in an article of 26 April 2024: 2024-04-26.
 *
 * First all expressions are found, then they are resolved, one after the other, since
 * some count from those before. What is looked at: words that an expression may be built
 * around (a month, a unit, a year ...: word.h), and from there back over words that may
 * belong to it, at most REACH of them. Everywhere on the way the rules are tried
 * (match.c; rules_en.c and its like), what fits is widened (widen.c), and a time and a
 * day beside each other become one.
 *
 * Knowingly wrong: each sentence by itself, so "3 May. 10 a.m." stays two; figures in
 * languages that have no rules are read as dates only where they can be nothing else. */
#include "date/reading.h"

#include <string.h>

enum { REACH = 8 };

const char *const nr_date_type_names[NR_DATE_TYPE_COUNT] = {"DATE", "TIME", "DURATION",
                                                            "SET"};

struct finder {
    struct nr_arena *arena;
    const struct nr_text *text;
    struct nr_date_words *words[NR_LANGUAGE_COUNT]; /* made when first asked for */
    NR_LIST(struct nr_found) found;
};

static const struct nr_date_grammar *const english[] = {&nr_grammar_en,
                                                        &nr_grammar_en_relative, NULL};
static const struct nr_date_grammar *const spanish[] = {&nr_grammar_es, NULL};
static const struct nr_date_grammar *const french[] = {&nr_grammar_fr, NULL};

static const struct nr_date_grammar *const *grammars_of(enum nr_language language)
{
    switch (language) {
    case NR_LANGUAGE_ES:
        return spanish;
    case NR_LANGUAGE_FR:
        return french;
    default:
        return english;
    }
}

static const struct nr_date_words *words_of(struct finder *finder,
                                            enum nr_language language)
{
    if (finder->words[language] == NULL) {
        struct nr_date_words *words =
            nr_arena_take(finder->arena, sizeof *finder->words[language]);
        if (words != NULL &&
            nr_date_words_find(finder->arena, finder->text, language, words)) {
            finder->words[language] = words;
        }
    }
    return finder->words[language];
}

/* ---- A time beside a day ---- */

static bool is_time(const struct nr_reading *reading)
{
    return reading->kind == NR_KIND_TIME ||
           (reading->kind == NR_KIND_PART && reading->said[NR_SAID_WAY] == NR_UNSAID);
}

static bool is_day(const struct nr_reading *reading)
{
    return reading->kind == NR_KIND_DAY || reading->kind == NR_KIND_WEEKDAY ||
           reading->kind == NR_KIND_NEAR || reading->kind == NR_KIND_HOLIDAY;
}

/* Nothing between them, or a comma, or "on". */
static bool close_by(const struct nr_date_scan *scan, uint32_t from, uint32_t to)
{
    return from == to || (from + 1 == to && (nr_date_is(scan, from, NR_PART_comma) ||
                                             nr_date_is(scan, from, NR_PART_on) ||
                                             nr_date_is(scan, from, NR_PART_of)));
}

/* The day takes over what the time says. */
static void join_readings(struct nr_reading *day, const struct nr_reading *time)
{
    static const uint8_t of_time[] = {NR_SAID_MINUTE, NR_SAID_MERIDIEM, NR_SAID_PART};
    for (size_t i = 0; i < sizeof of_time; i++) {
        if (time->said[of_time[i]] != NR_UNSAID) {
            day->said[of_time[i]] = time->said[of_time[i]];
        }
    }
}

/* Joins found to the one before it in its sentence, where they belong together. */
static bool join(const struct nr_date_scan *scan, struct nr_found *before,
                 const struct nr_found *found)
{
    if (!close_by(scan, before->end, found->first)) {
        return false;
    }
    if (is_time(&before->reading) && is_day(&found->reading)) {
        struct nr_reading day = found->reading;
        join_readings(&day, &before->reading);
        before->reading = day;
        before->tense = (uint8_t)nr_tense_of(scan, before->first, found->end);
        if (before->tense == NR_TENSE_PRESENT) { /* it starts at 10 a.m. Wednesday */
            before->tense = NR_TENSE_FUTURE;
        }
    } else if (is_day(&before->reading) && is_time(&found->reading)) {
        join_readings(&before->reading, &found->reading);
    } else {
        return false;
    }
    before->end = found->end;
    return true;
}

/* ---- Finding ---- */

static bool asks_tense(const struct nr_reading *reading)
{
    switch (reading->kind) {
    case NR_KIND_DAY:
    case NR_KIND_RANGE:
    case NR_KIND_WEEKDAY:
    case NR_KIND_MONTH:
    case NR_KIND_QUARTER:
    case NR_KIND_SEASON:
    case NR_KIND_HOLIDAY:
        return reading->said[NR_SAID_YEAR] == NR_UNSAID;
    case NR_KIND_REL:
    case NR_KIND_WAY:
        return reading->unit == 'K';
    default:
        return false;
    }
}

static bool keep(struct finder *finder, const struct nr_date_scan *scan,
                 uint32_t sentence, struct nr_found *found)
{
    found->sentence = sentence;
    found->tense = NR_TENSE_UNKNOWN;
    if (asks_tense(&found->reading)) {
        found->tense = (uint8_t)nr_tense_of(scan, found->first, found->end);
    }
    if (finder->found.count > 0) {
        struct nr_found *before = &finder->found.items[finder->found.count - 1];
        if (before->sentence == sentence && join(scan, before, found)) {
            return true;
        }
    }
    struct nr_found *added = nr_list_push(finder->arena, &finder->found, sizeof *added);
    if (added != NULL) {
        *added = *found;
    }
    return added != NULL;
}

/* Where an expression around t may begin. */
static uint32_t reach_back(const struct nr_date_scan *scan, uint32_t floor, uint32_t t)
{
    const struct nr_date_word *nothing = &scan->words->words.items[0];
    uint32_t begin = t;
    while (begin > floor && t - begin < REACH &&
           nr_date_word_at(scan, begin - 1) != nothing) {
        begin--;
    }
    return begin;
}

static void find_in_sentence(struct finder *finder, const struct nr_date_scan *scan,
                             uint32_t sentence)
{
    uint32_t floor = scan->from; /* the end of what was found last */
    uint32_t next = scan->from;  /* the first token that no match was tried from yet */
    for (uint32_t t = scan->from; t < scan->to; t++) {
        if (t < next || !nr_date_word_at(scan, t)->starting) {
            continue;
        }
        next = reach_back(scan, next, t);
        while (next <= t) {
            struct nr_found found;
            if (!nr_date_match(scan, next, &found)) {
                next++;
                continue;
            }
            nr_date_widen(scan, floor, &found);
            floor = found.end;
            next = found.end;
            if (!keep(finder, scan, sentence, &found)) {
                return;
            }
        }
    }
}

static bool find_in_block(struct finder *finder, const struct nr_block *block)
{
    struct nr_date_scan scan = {
        .text = finder->text,
        .language = (enum nr_language)block->language,
        .words = words_of(finder, (enum nr_language)block->language),
        .grammars = grammars_of((enum nr_language)block->language)};
    if (scan.words == NULL) {
        return false;
    }
    for (uint32_t s = block->first_sentence; s < block->end_sentence; s++) {
        const struct nr_sentence *sentence = &finder->text->sentences.items[s];
        scan.from = sentence->first_token;
        scan.to = sentence->end_token;
        find_in_sentence(finder, &scan, s);
        if (!nr_arena_tick(finder->arena, scan.to - scan.from + 1)) {
            return false;
        }
    }
    return true;
}

/* ---- Resolving ---- */

static const struct nr_block *block_of(const struct finder *finder,
                                       const struct nr_found *found)
{
    uint32_t block = finder->text->sentences.items[found->sentence].block;
    return &finder->text->blocks.items[block];
}

/* Where nobody said when the article came out: what its dateline says, or the first full
 * date. */
static struct nr_days guess_published(const struct finder *finder)
{
    struct nr_days first = nr_days_none();
    for (uint32_t i = 0; i < finder->found.count; i++) {
        const struct nr_found *found = &finder->found.items[i];
        struct nr_days day = nr_date_full_day(&found->reading);
        if (nr_days_are(day) && block_of(finder, found)->kind == NR_BLOCK_DATELINE) {
            return day;
        }
        first = nr_days_are(first) ? first : day;
    }
    return first;
}

static bool resolve_all(const struct finder *finder, struct nr_date_memory *memory,
                        struct nr_dates *dates)
{
    const struct nr_text *text = finder->text;
    for (uint32_t i = 0; i < finder->found.count && nr_arena_tick(finder->arena, 4);
         i++) {
        const struct nr_found *found = &finder->found.items[i];
        struct nr_date date = {.sentence = found->sentence,
                               .rule = found->reading.rule->name};
        date.span = nr_span_of(text->tokens.items[found->first].begin,
                               text->tokens.items[found->end - 1].end);
        memory->tense = (enum nr_tense)found->tense;
        memory->sentence = found->sentence;
        memory->block = text->sentences.items[found->sentence].block;
        if (nr_date_resolve(memory, &found->reading, &date)) {
            struct nr_date *added =
                nr_list_push(finder->arena, &dates->items, sizeof *added);
            if (added == NULL) {
                return false;
            }
            *added = date;
        }
    }
    return true;
}

enum nr_status nr_dates_find(struct nr_arena *arena, const struct nr_text *text,
                             struct nr_days published, struct nr_dates *dates)
{
    struct finder finder = {.arena = arena, .text = text};
    memset(dates, 0, sizeof *dates);
    for (uint32_t b = 0; b < text->blocks.count; b++) {
        if (!find_in_block(&finder, &text->blocks.items[b])) {
            return arena->status;
        }
    }
    struct nr_date_memory memory = {.published = published};
    if (!nr_days_are(published)) {
        memory.published = guess_published(&finder);
    }
    resolve_all(&finder, &memory, dates);
    nr_list_trim(arena, &dates->items, sizeof(struct nr_date));
    return arena->status;
}

/* ---- What the rules are ---- */

static const struct {
    const struct nr_date_grammar *grammar;
    enum nr_language language;
} grammars[] = {
    {&nr_grammar_en, NR_LANGUAGE_EN},
    {&nr_grammar_en_relative, NR_LANGUAGE_EN},
    {&nr_grammar_es, NR_LANGUAGE_ES},
    {&nr_grammar_fr, NR_LANGUAGE_FR},
};

uint32_t nr_date_rule_count(void)
{
    uint32_t count = 0;
    for (size_t g = 0; g < sizeof grammars / sizeof grammars[0]; g++) {
        count += grammars[g].grammar->count;
    }
    return count;
}

struct nr_date_example nr_date_rule_at(uint32_t rule, enum nr_language *language)
{
    for (size_t g = 0; g < sizeof grammars / sizeof grammars[0]; g++) {
        const struct nr_date_grammar *grammar = grammars[g].grammar;
        if (rule < grammar->count) {
            *language = grammars[g].language;
            return (struct nr_date_example){grammar->rules[rule].name,
                                            grammar->rules[rule].example};
        }
        rule -= grammar->count;
    }
    return (struct nr_date_example){NULL, NULL};
}
