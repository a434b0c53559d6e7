/* date/figures.c: what may figures be? "1989" a number and a year, "25th" an ordinal and
 * a day, "10:30" a time, "1980s" ten years, "26/04/2024" a date, "Q3" a quarter.
 *
 * One token at a time; whether "10" is a day, an hour or a count is for the rules to
 * say. Knowingly wrong: figures of other scripts are none. */
#include "date/figures.h"

#include "date/calendar.h"

#include <string.h>

enum { DIGITS_MOST = 8, YEAR_FIRST = 1000, YEAR_LATEST = 2199 };

int32_t nr_digits(const char *bytes, uint32_t length)
{
    int32_t number = 0;
    if (length == 0 || length > DIGITS_MOST) {
        return -1;
    }
    for (uint32_t i = 0; i < length; i++) {
        if (bytes[i] < '0' || bytes[i] > '9') {
            return -1;
        }
        number = number * 10 + (bytes[i] - '0');
    }
    return number;
}

int32_t nr_roman(struct nr_chars folded)
{
    int32_t number = 0;
    int32_t before = 0;
    uint32_t length = folded.length;
    length -= length > 1 && folded.bytes[length - 1] == 'e' ? 1 : 0;
    for (uint32_t i = 0; i < length && length <= 7; i++) {
        char c = folded.bytes[i];
        int32_t value = c == 'i' ? 1 : c == 'v' ? 5 : c == 'x' ? 10 : 0;
        if (value == 0) {
            return 0;
        }
        number += value > before && before > 0 ? value - 2 * before : value;
        before = value;
    }
    return number > 0 && number <= 30 ? number : 0;
}

static uint32_t digits_at(struct nr_chars chars, uint32_t at)
{
    uint32_t end = at;
    while (end < chars.length && chars.bytes[end] >= '0' && chars.bytes[end] <= '9') {
        end++;
    }
    return end - at;
}

static bool ends_in(struct nr_chars chars, uint32_t at, const char *rest)
{
    size_t length = strlen(rest);
    return chars.length - at == length && memcmp(chars.bytes + at, rest, length) == 0;
}

static bool whole_number(uint32_t digits, int32_t number, struct nr_date_word *word)
{
    word->value = number;
    nr_date_word_put(word, NR_PART_number);
    if (number == 1) {
        nr_date_word_put(word, NR_PART_one);
    }
    if (digits <= 2 && number >= 1 && number <= 31) {
        nr_date_word_put(word, NR_PART_day);
    }
    if (digits <= 2 && number <= 24) {
        nr_date_word_put(word, NR_PART_hour);
    }
    if (digits == 2) {
        nr_date_word_put(word, NR_PART_year2);
        word->extra = number;
    }
    if (digits == 4 && number < 2400 && number % 100 < 60) {
        nr_date_word_put(word, NR_PART_hhmm);
        word->extra = number / 100 * 60 + number % 100;
    }
    if (digits == 4 && number >= YEAR_FIRST && number <= YEAR_LATEST) {
        nr_date_word_put(word, NR_PART_year);
    }
    return true;
}

/* 25th, 1er, 1.º */
static bool ordinal(struct nr_chars chars, uint32_t digits, struct nr_date_word *word)
{
    static const char *const endings[] = {"st", "nd", "rd", "th",        "er",
                                          "e",  "re", "º",  ".\xC2\xBA", "ª"};
    bool found = false;
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        found = found || ends_in(chars, digits, endings[i]);
    }
    if (!found || word->value == 0 || digits > 2) {
        return false;
    }
    nr_date_word_put(word, NR_PART_ordinal);
    if (word->value <= 31) {
        nr_date_word_put(word, NR_PART_day);
    }
    return true;
}

/* 1980s; of 80s only '80s is one. */
static bool decade(struct nr_chars chars, uint32_t digits, struct nr_date_word *word)
{
    bool ends = ends_in(chars, digits, "s") || ends_in(chars, digits, "'s");
    if (!ends || (digits != 2 && digits != 4) || word->value % 10 != 0) {
        return false;
    }
    nr_date_word_put(word, NR_PART_decade);
    return true;
}

/* 10:30, 10:30:15, 10h30, 22h, 8.30 */
static bool clock_time(struct nr_chars chars, uint32_t digits, struct nr_date_word *word)
{
    char mark = chars.bytes[digits];
    uint32_t minutes = digits_at(chars, digits + 1);
    uint32_t end = digits + 1 + minutes;
    int32_t minute = minutes == 0 ? 0 : nr_digits(chars.bytes + digits + 1, minutes);
    bool seconds = mark == ':' && end + 3 == chars.length && chars.bytes[end] == ':' &&
                   digits_at(chars, end + 1) == 2;
    bool bare = mark == 'h' && minutes == 0;
    bool whole = end == chars.length || seconds;
    if (digits > 2 || word->value > 24 || !whole || minute > 59 ||
        (minutes != 2 && !bare) || (mark != ':' && mark != 'h' && mark != '.')) {
        return false;
    }
    word->extra = word->value * 60 + minute;
    nr_date_word_put(word, mark == '.' ? NR_PART_dotted : NR_PART_clock);
    return true;
}

/* 2.5 and 1,000 and 1/2 */
static bool broken_number(struct nr_chars chars, uint32_t digits,
                          struct nr_date_word *word)
{
    char mark = chars.bytes[digits];
    uint32_t more = digits_at(chars, digits + 1);
    uint32_t end = digits + 1 + more;
    if (mark == ',' && digits <= 3 && more == 3 && end == chars.length) {
        word->value = word->value * 1000 + nr_digits(chars.bytes + digits + 1, 3);
        nr_date_word_put(word, NR_PART_number);
        return true;
    }
    if ((mark == '.' || mark == ',') && more == 1 && end == chars.length) {
        word->tenths = (uint8_t)(chars.bytes[digits + 1] - '0');
        nr_date_word_put(word, NR_PART_number);
        nr_date_word_put(word, NR_PART_decimal);
        return true;
    }
    if (ends_in(chars, 0, "1/2")) {
        word->value = 0;
        word->tenths = 5;
        nr_date_word_put(word, NR_PART_fraction);
        return true;
    }
    return false;
}

/* 2024-04-26, perhaps with the T of a time and hours behind it. */
static bool iso_day(struct nr_chars chars, struct nr_date_word *word)
{
    if (chars.length < 10 || digits_at(chars, 0) != 4 || chars.bytes[4] != '-' ||
        digits_at(chars, 5) != 2 || chars.bytes[7] != '-' || digits_at(chars, 8) != 2 ||
        (chars.length > 10 && chars.bytes[10] != 't')) {
        return false;
    }
    struct nr_ymd date = {nr_digits(chars.bytes, 4), nr_digits(chars.bytes + 5, 2),
                          nr_digits(chars.bytes + 8, 2)};
    word->value = date.year;
    word->extra = date.month * 100 + date.day;
    nr_date_word_put(word, NR_PART_iso);
    return nr_ymd_valid(date);
}

/* 26/04/2024, 4/26/24, 26.04.2024: extra has the first two numbers, value the year. */
static bool slashed_day(struct nr_chars chars, uint32_t digits, struct nr_date_word *word)
{
    char mark = chars.bytes[digits];
    uint32_t second = digits_at(chars, digits + 1);
    uint32_t end = digits + 1 + second;
    if ((mark != '/' && mark != '.' && mark != '-') || digits > 2 || second == 0 ||
        second > 2 || end >= chars.length || chars.bytes[end] != mark) {
        return false;
    }
    uint32_t years = digits_at(chars, end + 1);
    if ((years != 2 && years != 4) || end + 1 + years != chars.length) {
        return false;
    }
    int32_t year = nr_digits(chars.bytes + end + 1, years);
    word->extra = word->value * 100 + nr_digits(chars.bytes + digits + 1, second);
    word->value = years == 2 ? year + (year < 50 ? 2000 : 1900) : year;
    nr_date_word_put(word, NR_PART_slashed);
    return true;
}

/* Q3, 3Q, H1, 1H, FY2012, FY12 */
static bool quarter_of_year(struct nr_chars chars, struct nr_date_word *word)
{
    const char *bytes = chars.bytes;
    if (chars.length == 2) {
        bool before = bytes[0] == 'q' || bytes[0] == 'h';
        char letter = bytes[before ? 0 : 1];
        int32_t number = bytes[before ? 1 : 0] - '0';
        if ((letter == 'q' && number >= 1 && number <= 4) ||
            (letter == 'h' && number >= 1 && number <= 2)) {
            word->value = number;
            nr_date_word_put(word, letter == 'q' ? NR_PART_quarters : NR_PART_halves);
            return true;
        }
    }
    if ((chars.length == 4 || chars.length == 6) && bytes[0] == 'f' && bytes[1] == 'y') {
        int32_t year = nr_digits(bytes + 2, chars.length - 2);
        word->value = chars.length == 4 ? year + 2000 : year;
        nr_date_word_put(word, NR_PART_fy);
        return year >= 0;
    }
    return false;
}

/* ½, alone or behind its number, which text/ cuts off. */
static bool vulgar_half(struct nr_chars chars, struct nr_date_word *word)
{
    if (!ends_in(chars, 0, "\xC2\xBD")) {
        return false;
    }
    word->tenths = 5;
    nr_date_word_put(word, NR_PART_fraction);
    return true;
}

/* '80s, '98 */
static bool after_apostrophe(struct nr_chars chars, struct nr_date_word *word)
{
    struct nr_chars rest = {chars.bytes + 1, chars.length - 1};
    uint32_t digits = chars.bytes[0] == '\'' ? digits_at(rest, 0) : 0;
    if (digits != 2) {
        return false;
    }
    word->value = nr_digits(rest.bytes, digits);
    if (digits == rest.length) {
        word->extra = word->value;
        nr_date_word_put(word, NR_PART_year2);
        return true;
    }
    return decade(rest, digits, word);
}

bool nr_date_figures(struct nr_chars folded, struct nr_date_word *word)
{
    uint32_t digits = digits_at(folded, 0);
    if (quarter_of_year(folded, word)) {
        return true;
    }
    if (digits == 0) {
        return vulgar_half(folded, word) || after_apostrophe(folded, word);
    }
    word->value = nr_digits(folded.bytes, digits);
    if (word->value < 0) {
        return false;
    }
    if (digits == folded.length) {
        return whole_number(digits, word->value, word);
    }
    bool time = clock_time(folded, digits, word); /* 8.5 is no time, 8.30 may be */
    return iso_day(folded, word) || slashed_day(folded, digits, word) ||
           ordinal(folded, digits, word) ||
           (digits == 4 && decade(folded, digits, word)) ||
           broken_number(folded, digits, word) || time;
}
