/* date/published.c: which day is "Fri, 26 Apr 2024 10:00:00 GMT"?
 *
 * Written forms first: ISO 8601, RFC 2822 with or without its weekday, "26 April 2024",
 * "April 26, 2024", YYYYMMDD. Then numbers as SQLite's 'auto' takes them: a Julian day
 * up to 5373484.5, seconds since 1970 up to the year 9999, and what is larger,
 * milliseconds. The day is the one that is written, whatever the zone: an article of late
 * evening in New York is of that day. */
#include "date/date.h"

#include "date/figures.h"

#include <string.h>

enum {
    JULIAN_LAST = 5373484,
    JULIAN_OF_1970 = 2440587, /* and a half: it begins at noon */
    SECONDS_A_DAY = 86400,
    DIGITS_MOST = 15,
};
static const int64_t seconds_last = INT64_C(253402300799); /* of 9999-12-31 */

static struct nr_days day_named(struct nr_ymd date)
{
    if (!nr_ymd_valid(date)) {
        return nr_days_none();
    }
    int32_t day = nr_day_of(date);
    return (struct nr_days){day, day};
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static struct nr_chars trimmed(struct nr_chars chars)
{
    while (chars.length > 0 && (unsigned char)chars.bytes[0] <= ' ') {
        chars.bytes++;
        chars.length--;
    }
    while (chars.length > 0 && (unsigned char)chars.bytes[chars.length - 1] <= ' ') {
        chars.length--;
    }
    return chars;
}

/* 2024-04-26, 2024/04/26, 20240426, and whatever follows a day: T, a space, nothing. */
static struct nr_days read_iso(struct nr_chars chars)
{
    const char *at = chars.bytes;
    bool marked = chars.length >= 10 && at[4] == at[7] && (at[4] == '-' || at[4] == '/');
    uint32_t length = marked ? 10 : 8;
    uint32_t step = marked ? 1 : 0;
    if (chars.length < length) {
        return nr_days_none();
    }
    char next = chars.length > length ? at[length] : ' ';
    if (next != 'T' && next != 't' && next != ' ') {
        return nr_days_none();
    }
    struct nr_ymd date = {nr_digits(at, 4), nr_digits(at + 4 + step, 2),
                          nr_digits(at + 6 + 2 * step, 2)};
    return day_named(date);
}

static int32_t month_named(struct nr_chars word)
{
    static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    if (word.length < 3) {
        return 0;
    }
    for (int32_t month = 0; month < 12; month++) {
        bool same = true;
        for (uint32_t i = 0; i < 3; i++) {
            same = same && (word.bytes[i] | 0x20) == names[month * 3 + (int32_t)i];
        }
        if (same) {
            return month + 1;
        }
    }
    return 0;
}

/* A number or a word from *at on; empty at the end. */
static struct nr_chars next_word(struct nr_chars chars, uint32_t *at)
{
    while (*at < chars.length && strchr(" ,-.\t", chars.bytes[*at]) != NULL) {
        (*at)++;
    }
    uint32_t begin = *at;
    while (*at < chars.length && strchr(" ,-.\t", chars.bytes[*at]) == NULL) {
        (*at)++;
    }
    return (struct nr_chars){chars.bytes + begin, *at - begin};
}

/* 26 Apr 2024 or April 26, 2024: the first two or three words behind a weekday. */
static struct nr_days read_named(struct nr_chars chars)
{
    struct nr_ymd date = {0, 0, 0};
    uint32_t at = 0;
    for (int words = 0; words < 4 && date.year == 0; words++) {
        struct nr_chars word = next_word(chars, &at);
        int32_t number = nr_digits(word.bytes, word.length);
        if (number < 0 && date.month == 0) {
            date.month = month_named(word);
        } else if (number > 0 && word.length <= 2 && date.day == 0) {
            date.day = number;
        } else if (number > 0 && (word.length == 4 || word.length == 2)) {
            date.year = word.length == 2 ? number + (number < 50 ? 2000 : 1900) : number;
        }
    }
    return day_named(date);
}

static struct nr_days day_number(int64_t day)
{
    struct nr_days days = {(int32_t)day, (int32_t)day};
    return nr_days_are(nr_period_days(days.first, 'D')) ? days : nr_days_none();
}

/* 2460426.5, 1714125600, 1714125600000 */
static struct nr_days read_number(struct nr_chars chars)
{
    uint32_t at = 0;
    bool minus = chars.bytes[0] == '-';
    int64_t number = 0;
    for (at = minus ? 1 : 0; at < chars.length && is_digit(chars.bytes[at]); at++) {
        if (at > DIGITS_MOST) {
            return nr_days_none();
        }
        number = number * 10 + (chars.bytes[at] - '0');
    }
    bool digits = at > (minus ? 1u : 0u);
    bool later = at + 1 < chars.length && chars.bytes[at] == '.' &&
                 chars.bytes[at + 1] >= '5' && is_digit(chars.bytes[at + 1]);
    for (uint32_t i = at + 1; at < chars.length && i < chars.length; i++) {
        digits = digits && is_digit(chars.bytes[i]);
    }
    if (!digits || (at < chars.length && chars.bytes[at] != '.')) {
        return nr_days_none();
    }
    if (!minus && number <= JULIAN_LAST) {
        return day_number(number - JULIAN_OF_1970 - (later ? 0 : 1));
    }
    number = minus ? -number : number;
    number = number > seconds_last || number < -seconds_last ? number / 1000 : number;
    int64_t day = number / SECONDS_A_DAY - (number % SECONDS_A_DAY < 0 ? 1 : 0);
    return number > seconds_last || number < -seconds_last ? nr_days_none()
                                                           : day_number(day);
}

struct nr_days nr_published_read(struct nr_chars written)
{
    struct nr_chars chars = trimmed(written);
    static struct nr_days (*const readers[])(struct nr_chars) = {read_iso, read_number,
                                                                 read_named};
    struct nr_days day = nr_days_none();
    for (size_t i = 0;
         chars.length > 0 && !nr_days_are(day) && i < sizeof readers / sizeof *readers;
         i++) {
        day = readers[i](chars);
    }
    return day;
}
