/* date/calendar.c: which days are the third quarter of 1989, and how is it written?
 *
 * A week is ISO's: it begins on Monday, and the first of a year is the one with its first
 * Thursday. A season is three whole months of the north: spring begins in March, and the
 * winter of 2024 in December 2024. */
#include "date/calendar.h"

#include <string.h>

enum { DAYS_TO_1970 = 719468, DAYS_IN_400_YEARS = 146097 };

/* A year that begins in March has its odd day at its end, and its months follow a pattern
 * of five: 153 days. */
int32_t nr_day_of(struct nr_ymd date)
{
    int32_t year = date.month <= 2 ? date.year - 1 : date.year;
    int32_t era = (year >= 0 ? year : year - 399) / 400;
    int32_t of_era = year - era * 400;
    int32_t month = (date.month + 9) % 12;
    int32_t of_year = (153 * month + 2) / 5 + date.day - 1;
    return era * DAYS_IN_400_YEARS + of_era * 365 + of_era / 4 - of_era / 100 + of_year -
           DAYS_TO_1970;
}

struct nr_ymd nr_ymd_of(int32_t day)
{
    int32_t from = day + DAYS_TO_1970;
    int32_t era = (from >= 0 ? from : from - (DAYS_IN_400_YEARS - 1)) / DAYS_IN_400_YEARS;
    int32_t of_era = from - era * DAYS_IN_400_YEARS;
    int32_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int32_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int32_t month = (5 * of_year + 2) / 153;
    struct nr_ymd date = {.day = of_year - (153 * month + 2) / 5 + 1,
                          .month = month < 10 ? month + 3 : month - 9};
    date.year = year + era * 400 + (date.month <= 2 ? 1 : 0);
    return date;
}

static bool leap(int32_t year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int32_t nr_month_length(int32_t year, int32_t month)
{
    static const int8_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return lengths[month - 1] + (month == 2 && leap(year) ? 1 : 0);
}

bool nr_ymd_valid(struct nr_ymd date)
{
    return date.year >= 1 && date.year <= NR_YEAR_LAST && date.month >= 1 &&
           date.month <= 12 && date.day >= 1 &&
           date.day <= nr_month_length(date.year, date.month);
}

int32_t nr_weekday_of(int32_t day)
{
    int32_t weekday = (day + 3) % 7; /* 1970 began on a Thursday */
    return (weekday < 0 ? weekday + 7 : weekday) + 1;
}

/* Gauss' way, as Meeus and others give it. */
int32_t nr_easter(int32_t year)
{
    int32_t golden = year % 19;
    int32_t century = year / 100;
    int32_t of_century = year % 100;
    int32_t shift = (century - (century + 8) / 25 + 1) / 3;
    int32_t moon = (19 * golden + century - century / 4 - shift + 15) % 30;
    int32_t sunday =
        (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    int32_t late = (golden + 11 * moon + 22 * sunday) / 451;
    int32_t sum = moon + sunday - 7 * late + 114;
    return nr_day_of((struct nr_ymd){year, sum / 31, sum % 31 + 1});
}

static int32_t months_in(char unit)
{
    switch (unit) {
    case 'M':
        return 1;
    case 'Q':
    case 'S':
        return 3;
    case 'H':
        return 6;
    case 'Y':
        return 12;
    case 'E':
        return 120;
    case 'C':
        return 1200;
    default:
        return 0;
    }
}

static int32_t days_in(char unit)
{
    return unit == 'D' ? 1 : unit == 'F' ? 14 : 7;
}

int32_t nr_day_shift(int32_t day, char unit, int32_t n)
{
    int32_t months = months_in(unit);
    if (months == 0) {
        return day + days_in(unit) * n;
    }
    struct nr_ymd date = nr_ymd_of(day);
    int32_t month = date.year * 12 + date.month - 1 + months * n;
    int32_t of_year = month % 12 < 0 ? month % 12 + 12 : month % 12;
    struct nr_ymd to = {(month - of_year) / 12, of_year + 1, date.day};
    int32_t length = nr_month_length(to.year, to.month);
    to.day = to.day > length ? length : to.day;
    return nr_day_of(to);
}

/* The month that a stretch of so many months begins in, counted from year 0. */
static int32_t first_month(struct nr_ymd date, char unit)
{
    int32_t month = date.year * 12 + date.month - 1;
    int32_t length = months_in(unit);
    if (unit == 'S') { /* December is winter's first */
        return (month + 1) / 3 * 3 - 1;
    }
    return month / length * length;
}

struct nr_days nr_period_days(int32_t day, char unit)
{
    struct nr_ymd date = nr_ymd_of(day);
    if (date.year < 1 || date.year > NR_YEAR_LAST) {
        return nr_days_none();
    }
    if (unit == 'D') {
        return (struct nr_days){day, day};
    }
    int32_t monday = day - nr_weekday_of(day) + 1;
    if (unit == 'K') {
        return (struct nr_days){monday + 5, monday + 6};
    }
    if (months_in(unit) == 0) {
        return (struct nr_days){monday, monday + 6};
    }
    int32_t from = first_month(date, unit);
    int32_t to = from + months_in(unit);
    if (from < 12 && unit != 'C' && unit != 'E') {
        return nr_days_none(); /* before the year 1 */
    }
    struct nr_days days = {nr_day_of((struct nr_ymd){from / 12, from % 12 + 1, 1}),
                           nr_day_of((struct nr_ymd){to / 12, to % 12 + 1, 1}) - 1};
    return days;
}

void nr_write_string(char **at, const char *string)
{
    size_t length = strlen(string);
    memcpy(*at, string, length + 1);
    *at += length;
}

void nr_write_number(char **at, int32_t number, int digits)
{
    char backwards[12];
    int count = 0;
    uint32_t rest = number < 0 ? 0u - (uint32_t)number : (uint32_t)number;
    do {
        backwards[count++] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0 || count < digits);
    if (number < 0) {
        *(*at)++ = '-';
    }
    while (count > 0) {
        *(*at)++ = backwards[--count];
    }
    **at = '\0';
}

static void write_day(char **at, struct nr_ymd date)
{
    nr_write_number(at, date.year, 4);
    nr_write_string(at, "-");
    nr_write_number(at, date.month, 2);
    nr_write_string(at, "-");
    nr_write_number(at, date.day, 2);
}

/* The year of a week is that of its Thursday. */
static void write_week(char **at, int32_t monday, char unit)
{
    struct nr_ymd thursday = nr_ymd_of(monday + 3);
    int32_t of_year = monday + 3 - nr_day_of((struct nr_ymd){thursday.year, 1, 1});
    nr_write_number(at, thursday.year, 4);
    nr_write_string(at, "-W");
    nr_write_number(at, of_year / 7 + 1, 2);
    nr_write_string(at, unit == 'K' ? "-WE" : "");
}

static void write_months(char **at, struct nr_ymd first, char unit)
{
    static const char *const seasons[] = {"-SP", "-SU", "-FA", "-WI"};
    int32_t year = first.year;
    switch (unit) {
    case 'E':
        nr_write_number(at, year / 10, 3);
        return;
    case 'C':
        nr_write_number(at, year / 100, 2);
        return;
    default:
        nr_write_number(at, year, 4);
    }
    if (unit == 'S') {
        nr_write_string(at, seasons[first.month / 3 - 1]);
    } else if (unit == 'Q' || unit == 'H') {
        nr_write_string(at, unit == 'Q' ? "-Q" : "-H");
        nr_write_number(at, first.month / months_in(unit) + 1, 1);
    } else if (unit == 'M') {
        nr_write_string(at, "-");
        nr_write_number(at, first.month, 2);
    }
}

bool nr_period_write(int32_t day, char unit, char value[NR_DATE_VALUE])
{
    struct nr_days days = nr_period_days(day, unit);
    char *at = value;
    value[0] = '\0';
    if (!nr_days_are(days)) {
        return false;
    }
    if (unit == 'D') {
        write_day(&at, nr_ymd_of(day));
    } else if (months_in(unit) == 0) {
        write_week(&at, unit == 'K' ? days.first - 5 : days.first, unit);
    } else {
        write_months(&at, nr_ymd_of(days.first), unit);
    }
    return true;
}
