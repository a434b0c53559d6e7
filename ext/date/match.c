/* date/match.c: which rule fits the words from here on, and what do they say?
 *
 * A rule's parts are laid over the tokens from left to right; a part that may be missing
 * is taken where it fits, and nothing is tried twice, so a match costs no more than its
 * length. Of all rules the longest match wins, and of two as long the first. */
#include "date/reading.h"

#include <string.h>

/* Where what a part's word says is put. */
static const uint8_t said_by[NR_PART_COUNT] = {
    [NR_PART_year] = NR_SAID_YEAR + 1,      [NR_PART_month] = NR_SAID_MONTH + 1,
    [NR_PART_day] = NR_SAID_DAY + 1,        [NR_PART_weekday] = NR_SAID_WEEKDAY + 1,
    [NR_PART_days] = NR_SAID_WEEKDAY + 1,   [NR_PART_ordinal] = NR_SAID_ORDINAL + 1,
    [NR_PART_way] = NR_SAID_WAY + 1,        [NR_PART_next] = NR_SAID_REL + 1,
    [NR_PART_rel] = NR_SAID_REL + 1,        [NR_PART_season] = NR_SAID_SEASON + 1,
    [NR_PART_near] = NR_SAID_NEAR + 1,      [NR_PART_part] = NR_SAID_PART + 1,
    [NR_PART_overnight] = NR_SAID_PART + 1, [NR_PART_ref] = NR_SAID_REF + 1,
    [NR_PART_clocked] = NR_SAID_MINUTE + 1, [NR_PART_meridiem] = NR_SAID_MERIDIEM + 1,
    [NR_PART_then] = NR_SAID_THEN + 1,      [NR_PART_beside] = NR_SAID_THEN + 1,
    [NR_PART_roman] = NR_SAID_ORDINAL + 1,  [NR_PART_decade] = NR_SAID_DECADE + 1,
    [NR_PART_era] = NR_SAID_ERA + 1,        [NR_PART_quarters] = NR_SAID_ORDINAL + 1,
    [NR_PART_halves] = NR_SAID_ORDINAL + 1, [NR_PART_fy] = NR_SAID_YEAR + 1,
    [NR_PART_past] = NR_SAID_REF + 1,       [NR_PART_recent] = NR_SAID_REF + 1,
    [NR_PART_future] = NR_SAID_REF + 1,     [NR_PART_shortly] = NR_SAID_REF + 1,
    [NR_PART_nights] = NR_SAID_PART + 1,    [NR_PART_current] = NR_SAID_REF + 1,
    [NR_PART_tonight] = NR_SAID_PART + 1,
};

/* A word that ends in s is written as more than one, of those that units are. */
static bool plural_word(const struct nr_word *word)
{
    return word->length > 2 && word->folded[word->length - 1] == 's' &&
           !(word->length == 4 && memcmp(word->folded, "mois", 4) == 0) &&
           !(word->length == 3 && memcmp(word->folded, "mes", 3) == 0);
}

/* Month first where English is written, unless that cannot be. */
static void say_slashed(const struct nr_date_scan *scan, const struct nr_date_word *word,
                        int16_t *said)
{
    int16_t first = (int16_t)(word->extra / 100);
    int16_t second = (int16_t)(word->extra % 100);
    bool english = scan->language == NR_LANGUAGE_EN || scan->language == NR_LANGUAGE_NONE;
    bool month_first = second > 12 || (english && first <= 12);
    said[NR_SAID_YEAR] = (int16_t)word->value;
    said[NR_SAID_MONTH] = month_first ? first : second;
    said[NR_SAID_DAY] = month_first ? second : first;
}

/* What a word says as more than a number of one kind. */
static void say_more(const struct nr_date_scan *scan, uint32_t t, uint8_t part,
                     struct nr_reading *reading)
{
    const struct nr_date_word *word = nr_date_word_at(scan, t);
    int16_t *said = reading->said;
    switch (part) {
    case NR_PART_unit:
    case NR_PART_quarter:
    case NR_PART_century:
    case NR_PART_weekend:
    case NR_PART_often:
        reading->unit = word->unit;
        reading->plural |= plural_word(nr_word_of(scan->text, t));
        break;
    case NR_PART_iso:
        said[NR_SAID_YEAR] = (int16_t)word->value;
        said[NR_SAID_MONTH] = (int16_t)(word->extra / 100);
        said[NR_SAID_DAY] = (int16_t)(word->extra % 100);
        break;
    case NR_PART_slashed:
        say_slashed(scan, word, said);
        break;
    case NR_PART_year2:
        said[NR_SAID_YEAR] = (int16_t)(word->extra + (word->extra < 50 ? 2000 : 1900));
        break;
    case NR_PART_clock:
    case NR_PART_hhmm:
    case NR_PART_dotted:
        said[NR_SAID_MINUTE] = (int16_t)word->extra;
        break;
    case NR_PART_hour:
        said[NR_SAID_MINUTE] = (int16_t)(word->value * 60);
        break;
    case NR_PART_half:
        reading->half = true;
        break;
    case NR_PART_fiscal:
        reading->fiscal = true;
        break;
    default:
        break;
    }
}

static void say(const struct nr_date_scan *scan, uint32_t t, uint8_t part,
                struct nr_reading *reading)
{
    const struct nr_date_word *word = nr_date_word_at(scan, t);
    uint8_t said = said_by[part];
    if (part == NR_PART_number) { /* of an era, of a clock: whoever asks knows */
        reading->amount.whole = word->value;
        return;
    }
    if (said == 0) {
        say_more(scan, t, part, reading);
        return;
    }
    said--;
    reading->fiscal |= part == NR_PART_fy;
    if (part == NR_PART_way && scan->language == NR_LANGUAGE_FR) { /* derniers mois */
        reading->plural |= plural_word(nr_word_of(scan->text, t));
    }
    if (said == NR_SAID_DAY && reading->said[NR_SAID_DAY] != NR_UNSAID) {
        said = NR_SAID_UNTIL;
    }
    reading->said[said] = (int16_t)word->value;
}

/* Reads one part at t; the token after it, t where it is not there. */
static uint32_t read_part(const struct nr_date_scan *scan, uint32_t t, uint8_t part,
                          struct nr_reading *reading)
{
    uint32_t end = t;
    switch (part) {
    case NR_PART_QUANTITY:
        end = nr_amount_read(scan, t, &reading->amount);
        reading->counted |= end > t;
        return end;
    case NR_PART_YEARS:
        return nr_year_read(scan, t, &reading->said[NR_SAID_YEAR]);
    case NR_PART_holiday:
        return nr_date_is(scan, t, NR_PART_holiday)
                   ? nr_holiday_read(scan, t, &reading->said[NR_SAID_HOLIDAY])
                   : t;
    default:
        if (!nr_date_is(scan, t, (enum nr_date_part)part)) {
            return t;
        }
        say(scan, t, part, reading);
        return t + 1;
    }
}

/* Could the rule's first word be this one? Turns nearly all rules away. */
static bool may_begin(const struct nr_date_rule *rule, const struct nr_date_word *word)
{
    for (uint32_t i = 0; i < NR_RULE_PARTS && rule->parts[i] != NR_PART_NONE; i++) {
        uint8_t part = rule->parts[i] & (uint8_t)~NR_PART_MAY;
        if (part == NR_PART_QUANTITY || part == NR_PART_YEARS ||
            nr_date_word_is(word, (enum nr_date_part)part)) {
            return true;
        }
        if ((rule->parts[i] & NR_PART_MAY) == 0) {
            return false;
        }
    }
    return false;
}

static uint32_t match_rule(const struct nr_date_scan *scan, uint32_t t,
                           const struct nr_date_rule *rule, struct nr_reading *reading)
{
    uint32_t at = t;
    *reading = (struct nr_reading){.rule = rule, .kind = rule->kind};
    for (int i = 0; i < NR_SAID_COUNT; i++) {
        reading->said[i] = NR_UNSAID;
    }
    for (uint32_t i = 0; i < NR_RULE_PARTS && rule->parts[i] != NR_PART_NONE; i++) {
        uint8_t part = rule->parts[i] & (uint8_t)~NR_PART_MAY;
        uint32_t end = read_part(scan, at, part, reading);
        if (end == at && (rule->parts[i] & NR_PART_MAY) == 0) {
            return t;
        }
        at = end;
    }
    /* "April," without the year that the comma led to */
    while (at > t && nr_date_is(scan, at - 1, NR_PART_comma)) {
        at--;
    }
    bool unit_fits = rule->unit == 0 || rule->unit == reading->unit;
    return unit_fits ? at : t;
}

/* Tries the rules of one grammar; a longer match takes the place of what was found. */
static void match_grammar(const struct nr_date_scan *scan, uint32_t t,
                          const struct nr_date_grammar *grammar, struct nr_found *found)
{
    const struct nr_date_word *word = nr_date_word_at(scan, t);
    struct nr_reading reading;
    for (uint32_t r = 0; r < grammar->count; r++) {
        const struct nr_date_rule *rule = &grammar->rules[r];
        if (!may_begin(rule, word)) {
            continue;
        }
        uint32_t end = match_rule(scan, t, rule, &reading);
        if (end > found->end && nr_date_allowed(scan, t, end, &reading)) {
            found->end = end;
            found->reading = reading;
        }
    }
}

bool nr_date_match(const struct nr_date_scan *scan, uint32_t t, struct nr_found *found)
{
    found->first = t;
    found->end = t;
    for (const struct nr_date_grammar *const *g = scan->grammars; *g != NULL; g++) {
        match_grammar(scan, t, *g, found);
    }
    return found->end > t;
}
