/* date/amount.c: how much? "two and a half", "several", "1,000", "a couple of"; and the
 * year that words say: "nineteen eighty-nine", "two thousand". */
#include "date/reading.h"

enum { AMOUNT_MOST = 1000000, YEAR_LEAST_IN_WORDS = 13 };

static int32_t value_at(const struct nr_date_scan *scan, uint32_t t)
{
    return nr_date_word_at(scan, t)->value;
}

/* A number that is written without a scale: 25, twenty-five. */
static uint32_t read_small(const struct nr_date_scan *scan, uint32_t t, int32_t *number)
{
    if (!nr_date_is(scan, t, NR_PART_number)) {
        return t;
    }
    *number = value_at(scan, t);
    bool tens = scan->text->tokens.items[t].shape != NR_SHAPE_NUMBER && *number >= 20 &&
                *number % 10 == 0;
    uint32_t next = t + 1;
    next += nr_date_is(scan, next, NR_PART_hyphen) || nr_date_is(scan, next, NR_PART_and);
    if (tens && nr_date_is(scan, next, NR_PART_number) && value_at(scan, next) < 10 &&
        scan->text->tokens.items[next].shape != NR_SHAPE_NUMBER) {
        *number += value_at(scan, next);
        return next + 1;
    }
    return t + 1;
}

/* a hundred, two thousand, 2 million is none. */
static uint32_t read_scaled(const struct nr_date_scan *scan, uint32_t t, int32_t *number)
{
    uint32_t end = t;
    if (nr_date_is(scan, t, NR_PART_scale)) {
        *number = 1;
    } else {
        end = read_small(scan, t, number);
        if (end == t) {
            return t;
        }
    }
    while (nr_date_is(scan, end, NR_PART_scale) && *number <= AMOUNT_MOST / 1000) {
        *number *= value_at(scan, end);
        end++;
    }
    return end;
}

/* "1/2", "and a half" behind a number; "half a" before a unit. */
static uint32_t read_half(const struct nr_date_scan *scan, uint32_t t,
                          struct nr_amount *amount)
{
    if (nr_date_is(scan, t, NR_PART_fraction)) {
        amount->tenths = 5;
        return t + 1;
    }
    if (nr_date_is(scan, t, NR_PART_and) && nr_date_is(scan, t + 1, NR_PART_a) &&
        nr_date_is(scan, t + 2, NR_PART_half)) {
        amount->tenths = 5;
        return t + 3;
    }
    /* a four-and-a-half-hour talk */
    static const enum nr_date_part hyphened[] = {NR_PART_hyphen, NR_PART_and,
                                                 NR_PART_hyphen, NR_PART_a,
                                                 NR_PART_hyphen, NR_PART_half};
    uint32_t count = sizeof hyphened / sizeof hyphened[0];
    for (uint32_t i = 0; i < count; i++) {
        if (!nr_date_is(scan, t + i, hyphened[i])) {
            return t;
        }
    }
    amount->tenths = 5;
    return t + count;
}

/* "two to three", "two or three", "12-18": the first counts. */
static uint32_t read_range(const struct nr_date_scan *scan, uint32_t t)
{
    bool between = nr_date_is(scan, t, NR_PART_to) || nr_date_is(scan, t, NR_PART_or) ||
                   nr_date_is(scan, t, NR_PART_hyphen);
    int32_t second = 0;
    uint32_t end = between ? read_scaled(scan, t + 1, &second) : t;
    return between && end > t + 1 ? end : t;
}

/* "a few", "several", "a couple of", "dozens of" */
static uint32_t read_vague(const struct nr_date_scan *scan, uint32_t t,
                           struct nr_amount *amount)
{
    uint32_t at = t + nr_date_is(scan, t, NR_PART_a);
    bool couple = nr_date_is(scan, at, NR_PART_couple);
    if (!couple && !nr_date_is(scan, at, NR_PART_vague)) {
        return t;
    }
    amount->vague = !couple;
    amount->whole = couple ? 2 : 0;
    at++;
    return at + nr_date_is(scan, at, NR_PART_of);
}

static uint32_t read_counted(const struct nr_date_scan *scan, uint32_t t,
                             struct nr_amount *amount)
{
    uint32_t end = read_vague(scan, t, amount);
    if (end > t) {
        return end;
    }
    if (nr_date_is(scan, t, NR_PART_half) && nr_date_is(scan, t + 1, NR_PART_a)) {
        amount->tenths = 5;
        return t + 2;
    }
    bool article = nr_date_is(scan, t, NR_PART_a);
    /* "a hundred", but "a 10-year plan" begins with its number */
    uint32_t from = article && nr_date_is(scan, t + 1, NR_PART_scale) ? t + 1 : t;
    end = read_scaled(scan, from, &amount->whole);
    if (end > from) {
        const struct nr_date_word *word = nr_date_word_at(scan, end - 1);
        if (nr_date_word_is(word, NR_PART_decimal)) {
            amount->tenths = word->tenths;
        }
        end = read_half(scan, end, amount);
        return read_range(scan, end);
    }
    if (nr_date_is(scan, t, NR_PART_fraction)) {
        return read_half(scan, t, amount);
    }
    amount->whole = 1;
    return article || (nr_date_is(scan, t, NR_PART_additional) &&
                       nr_date_is(scan, t + 1, NR_PART_unit))
               ? t + 1
               : t;
}

uint32_t nr_amount_read(const struct nr_date_scan *scan, uint32_t t,
                        struct nr_amount *amount)
{
    *amount = (struct nr_amount){.whole = 0};
    uint32_t extra = nr_date_is(scan, t, NR_PART_additional) ? 1 : 0;
    uint32_t end = read_counted(scan, t, amount);
    if (end == t && extra > 0) { /* another two weeks */
        end = read_counted(scan, t + 1, amount);
        end = end == t + 1 ? t : end;
    }
    if (end == t || amount->whole > AMOUNT_MOST) {
        return t;
    }
    /* two more weeks, three full days */
    if (nr_date_is(scan, end, NR_PART_more) ||
        nr_date_is(scan, end, NR_PART_additional)) {
        end++;
    }
    return end;
}

/* "nineteen eighty-nine", "twenty twelve" */
static uint32_t read_paired(const struct nr_date_scan *scan, uint32_t t, int32_t *year)
{
    int32_t century = 0;
    int32_t rest = 0;
    uint32_t middle = t;
    if (nr_date_is(scan, t, NR_PART_number)) {
        century = value_at(scan, t);
        middle = t + 1;
    }
    uint32_t end = read_small(scan, middle, &rest);
    bool words = end > middle && scan->text->tokens.items[t].shape != NR_SHAPE_NUMBER &&
                 scan->text->tokens.items[middle].shape != NR_SHAPE_NUMBER;
    if (!words || century < YEAR_LEAST_IN_WORDS || century > 20 || rest < 10 ||
        rest > 99) {
        return t;
    }
    *year = century * 100 + rest;
    return end;
}

/* "two thousand", "two thousand and three" */
static uint32_t read_thousands(const struct nr_date_scan *scan, uint32_t t, int32_t *year)
{
    if (!nr_date_is(scan, t, NR_PART_number) || value_at(scan, t) != 2 ||
        !nr_date_is(scan, t + 1, NR_PART_scale) || value_at(scan, t + 1) != 1000 ||
        scan->text->tokens.items[t].shape == NR_SHAPE_NUMBER) {
        return t;
    }
    int32_t rest = 0;
    uint32_t at = t + 2 + nr_date_is(scan, t + 2, NR_PART_and);
    uint32_t end = read_small(scan, at, &rest);
    *year = 2000 + (end > at && rest < 100 ? rest : 0);
    return end > at && rest < 100 ? end : t + 2;
}

uint32_t nr_year_read(const struct nr_date_scan *scan, uint32_t t, int16_t *year)
{
    int32_t number = 0;
    if (nr_date_is(scan, t, NR_PART_year)) {
        *year = (int16_t)value_at(scan, t);
        return t + 1;
    }
    uint32_t end = read_paired(scan, t, &number);
    end = end > t ? end : read_thousands(scan, t, &number);
    if (end > t) {
        *year = (int16_t)number;
    }
    return end;
}
