/* date/resolve_calendar.c: which Friday, which May, which third quarter?
 *
 * "Friday" in an article of 26 April 2024, a Friday: that day, whichever way the clause
 * looks. "Wednesday": two days before, or five days after where the clause looks ahead.
 * A month or a day of one is in the year that brings it nearest to the day of
 * publication; where that is far off, the tense decides. */
#include "date/meaning.h"

enum {
    NEAR_DAYS = 120,
    MONTHS_REPORTED = 4,
    YEARS_OVER = 2,
    HALF_OF_THE_REST = 137, /* of the nine months that are no such season */
};

struct nr_meant nr_meant_unknown(char unit, int32_t number, int32_t day)
{
    struct nr_meant stretch = {.unit = 0};
    char *at = stretch.unknown;
    static const char *const seasons[] = {"SP", "SU", "FA", "WI"};
    nr_write_string(&at, "XXXX");
    switch (unit) {
    case 'W':
        nr_write_string(&at, day > 0 ? "-WXX-" : "-WXX");
        if (day > 0) {
            nr_write_number(&at, day, 1);
        }
        break;
    case 'K':
        nr_write_string(&at, "-WXX-WE");
        break;
    case 'Q':
    case 'H':
        nr_write_string(&at, unit == 'Q' ? "-Q" : "-H");
        if (number > 0) {
            nr_write_number(&at, number, 1);
        } else {
            nr_write_string(&at, "X");
        }
        break;
    case 'S':
        nr_write_string(&at, "-");
        nr_write_string(&at, seasons[number - 1]);
        break;
    case 'M':
    case 'D':
        nr_write_string(&at, "-");
        if (number > 0) {
            nr_write_number(&at, number, 2);
        } else {
            nr_write_string(&at, "XX");
        }
        if (unit == 'D') {
            nr_write_string(&at, "-");
            if (day > 0) {
                nr_write_number(&at, day, 2);
            } else {
                nr_write_string(&at, "XX");
            }
        }
        break;
    default:
        break;
    }
    return stretch;
}

static bool published(const struct nr_date_memory *m)
{
    return nr_days_are(m->published);
}

static int32_t published_year(const struct nr_date_memory *m)
{
    return nr_ymd_of(m->published.first).year;
}

/* Of a day that comes back every year, which is meant? dates: the day in the year before,
 * in this one and in the next. */
static int32_t choose_year(const struct nr_date_memory *m, const int32_t days[3])
{
    int32_t today = m->published.first;
    int past = days[1] <= today ? 1 : 0;
    int future = days[1] >= today ? 1 : 2;
    int32_t behind = today - days[past];
    int32_t ahead = days[future] - today;
    int nearest = behind <= ahead ? past : future;
    if ((behind <= ahead ? behind : ahead) <= NEAR_DAYS) {
        return days[nearest];
    }
    switch (m->tense) {
    case NR_TENSE_PAST:
        return days[past];
    case NR_TENSE_PRESENT:
    case NR_TENSE_FUTURE:
        return days[future];
    default:
        return days[nearest];
    }
}

/* An article that tells of 1832 means the May of 1832: the year that was named in the
 * same sentence, if it is long over and the clause does not look ahead. 0: none. */
static int32_t told_year(const struct nr_date_memory *m)
{
    if (m->last.unit == 0 || m->last.sentence != m->sentence ||
        m->tense >= NR_TENSE_PRESENT) {
        return 0;
    }
    int32_t year = nr_ymd_of(m->last.day).year;
    return year <= published_year(m) - YEARS_OVER ? year : 0;
}

/* The day of a month: 29 February only in years that have one. */
static int32_t day_in_year(int32_t year, int32_t month, int32_t day)
{
    int32_t length = nr_month_length(year, month);
    return nr_day_of((struct nr_ymd){year, month, day < length ? day : length});
}

/* The last one before the day of publication, or the next one after it. */
static int32_t day_that_way(const struct nr_date_memory *m, const int32_t days[3],
                            int32_t way)
{
    int32_t today = m->published.first;
    if (way < 0) {
        return days[1] < today ? days[1] : days[0];
    }
    return days[1] > today ? days[1] : days[2];
}

struct nr_meant nr_mean_day(const struct nr_date_memory *m, const struct nr_reading *r)
{
    int32_t month = r->said[NR_SAID_MONTH];
    int32_t day =
        nr_said(r, NR_SAID_DAY) ? r->said[NR_SAID_DAY] : r->said[NR_SAID_ORDINAL];
    char unit = r->unit == 'W' ? 'W' : 'D';
    if (month < 1 || month > 12 || day < 1 || day > 31) {
        return (struct nr_meant){.unit = 0}; /* 31/31/2012: no date */
    }
    if (nr_said(r, NR_SAID_YEAR)) {
        struct nr_ymd date = {r->said[NR_SAID_YEAR], month, day};
        return nr_ymd_valid(date) ? nr_meant_of(nr_day_of(date), unit)
                                  : (struct nr_meant){.unit = 0};
    }
    if (!published(m)) {
        return nr_meant_unknown('D', month, day);
    }
    int32_t year = published_year(m);
    int32_t days[3] = {day_in_year(year - 1, month, day), day_in_year(year, month, day),
                       day_in_year(year + 1, month, day)};
    if (nr_said(r, NR_SAID_WAY) && r->said[NR_SAID_WAY] != 0) {
        return nr_meant_of(day_that_way(m, days, r->said[NR_SAID_WAY]), unit);
    }
    if (told_year(m) != 0) {
        return nr_meant_of(day_in_year(told_year(m), month, day), unit);
    }
    return nr_meant_of(choose_year(m, days), unit);
}

struct nr_days nr_date_full_day(const struct nr_reading *reading)
{
    struct nr_ymd date = {reading->said[NR_SAID_YEAR], reading->said[NR_SAID_MONTH],
                          reading->said[NR_SAID_DAY]};
    if (reading->kind != NR_KIND_DAY || !nr_ymd_valid(date)) {
        return nr_days_none();
    }
    return (struct nr_days){nr_day_of(date), nr_day_of(date)};
}

/* The weekday at or before a day. */
static int32_t weekday_back(int32_t from, int32_t weekday)
{
    return from - (nr_weekday_of(from) - weekday + 7) % 7;
}

struct nr_meant nr_mean_weekday(const struct nr_date_memory *m,
                                const struct nr_reading *r)
{
    int32_t weekday = r->said[NR_SAID_WEEKDAY];
    if (nr_said(r, NR_SAID_REL) && m->last.unit != 0) {
        int32_t last = m->last.day;
        return nr_meant_of(r->said[NR_SAID_REL] > 0 ? weekday_back(last + 7, weekday)
                                                    : weekday_back(last - 1, weekday),
                           'D');
    }
    if (!published(m)) {
        return nr_meant_unknown('W', -1, weekday);
    }
    int32_t today = m->published.first;
    if (r->unit == 'W') { /* Friday of last week */
        int32_t monday = today - nr_weekday_of(today) + 1;
        return nr_meant_of(monday + 7 * r->said[NR_SAID_WAY] + weekday - 1, 'D');
    }
    if (nr_said(r, NR_SAID_WAY) && r->said[NR_SAID_WAY] != 0) {
        return nr_meant_of(r->said[NR_SAID_WAY] > 0 ? weekday_back(today + 7, weekday)
                                                    : weekday_back(today - 1, weekday),
                           'D');
    }
    return nr_meant_of(m->tense == NR_TENSE_FUTURE ? weekday_back(today + 6, weekday)
                                                   : weekday_back(today, weekday),
                       'D');
}

struct nr_meant nr_mean_month(const struct nr_date_memory *m, const struct nr_reading *r)
{
    int32_t month = r->said[NR_SAID_MONTH];
    if (nr_said(r, NR_SAID_YEAR)) {
        return nr_meant_of(nr_day_of((struct nr_ymd){r->said[NR_SAID_YEAR], month, 1}),
                           'M');
    }
    if (!published(m)) {
        return nr_meant_unknown('M', month, -1);
    }
    struct nr_ymd today = nr_ymd_of(m->published.first);
    int32_t year = today.year;
    int32_t way = r->said[NR_SAID_WAY];
    if (r->unit == 'Y') { /* May of last year */
        return nr_meant_of(nr_day_of((struct nr_ymd){year + way, month, 1}), 'M');
    }
    if (nr_said(r, NR_SAID_WAY)) {
        year += way < 0 && month >= today.month ? -1 : way > 0 && month <= today.month;
        return nr_meant_of(nr_day_of((struct nr_ymd){year, month, 1}), 'M');
    }
    if (told_year(m) != 0) {
        return nr_meant_of(nr_day_of((struct nr_ymd){told_year(m), month, 1}), 'M');
    }
    if (month == today.month) {
        return nr_meant_of(m->published.first, 'M');
    }
    if (m->tense == NR_TENSE_PAST) {
        year -= month > today.month ? 1 : 0;
        return nr_meant_of(nr_day_of((struct nr_ymd){year, month, 1}), 'M');
    }
    int32_t days[3] = {day_in_year(year - 1, month, today.day),
                       day_in_year(year, month, today.day),
                       day_in_year(year + 1, month, today.day)};
    return nr_meant_of(choose_year(m, days), 'M');
}

struct nr_meant nr_mean_year(const struct nr_date_memory *m, const struct nr_reading *r)
{
    (void)m;
    return nr_meant_of(nr_day_of((struct nr_ymd){r->said[NR_SAID_YEAR], 1, 1}), 'Y');
}

/* "the eighties" are those before the day of publication. */
struct nr_meant nr_mean_decade(const struct nr_date_memory *m, const struct nr_reading *r)
{
    int32_t decade = nr_said(r, NR_SAID_DECADE) ? r->said[NR_SAID_DECADE]
                                                : r->said[NR_SAID_YEAR]; /* los años 80 */
    if (decade < 100) {
        int32_t now = published(m) ? published_year(m) : 2000;
        decade += now / 100 * 100;
        decade -= decade > now ? 100 : 0;
    }
    return nr_meant_of(nr_day_of((struct nr_ymd){decade, 1, 1}), 'E');
}

struct nr_meant nr_mean_century(const struct nr_date_memory *m,
                                const struct nr_reading *r)
{
    (void)m;
    int32_t year = (r->said[NR_SAID_ORDINAL] - 1) * 100 + 1;
    return nr_meant_of(nr_day_of((struct nr_ymd){year, 1, 1}), 'C');
}

/* The year that a part of one belongs to, where it is said: 1998, last year. 0: not. */
static int32_t said_year(const struct nr_date_memory *m, const struct nr_reading *r)
{
    if (nr_said(r, NR_SAID_YEAR)) {
        return r->said[NR_SAID_YEAR];
    }
    bool of_year = nr_said(r, NR_SAID_WAY) || r->unit == 'Y';
    if (!of_year || !published(m)) {
        return 0;
    }
    return published_year(m) + (nr_said(r, NR_SAID_WAY) ? r->said[NR_SAID_WAY] : 0);
}

/* The n-th stretch of so many months in the year that is meant. */
static struct nr_meant part_of_year(const struct nr_date_memory *m,
                                    const struct nr_reading *r, int32_t number, char unit,
                                    int32_t months)
{
    int32_t year = said_year(m, r);
    int32_t month = (number - 1) * months + 1;
    if (number < 1 || number * months > 12 || (year == 0 && !published(m))) {
        return nr_meant_unknown(unit, number <= 4 ? number : -1, -1);
    }
    if (year == 0) {
        struct nr_ymd today = nr_ymd_of(m->published.first);
        bool begun = month <= today.month;
        year = today.year - (begun ? 0 : 1);
        /* months since its end: what is just over is still reported on */
        int32_t since = (today.year - year) * 12 + today.month - (month + months - 1);
        year += m->tense == NR_TENSE_FUTURE && since > MONTHS_REPORTED ? 1 : 0;
    }
    return nr_meant_of(nr_day_of((struct nr_ymd){year, month, 1}), unit);
}

struct nr_meant nr_mean_quarter(const struct nr_date_memory *m,
                                const struct nr_reading *r)
{
    int32_t number = r->said[NR_SAID_ORDINAL];
    if (!nr_said(r, NR_SAID_ORDINAL)) { /* the 1998 quarter: that which was named */
        number = m->quarter.unit != 0 ? (nr_ymd_of(m->quarter.day).month + 2) / 3 : -1;
    }
    return part_of_year(m, r, number, 'Q', 3);
}

struct nr_meant nr_mean_half(const struct nr_date_memory *m, const struct nr_reading *r)
{
    int32_t number = r->said[NR_SAID_ORDINAL];
    struct nr_reading of_year = *r;
    if (!nr_said(r, NR_SAID_ORDINAL)) { /* the last half of 1998 */
        number = r->said[NR_SAID_WAY] < 0 ? 2 : 1;
    }
    return part_of_year(m, &of_year, number, 'H', 6);
}

/* Of the season in a year, the year before and after: that which "last", "this" and
 * "next" mean, or the tense. */
struct nr_meant nr_mean_season(const struct nr_date_memory *m, const struct nr_reading *r)
{
    int32_t season = r->said[NR_SAID_SEASON];
    if (nr_said(r, NR_SAID_YEAR)) {
        return nr_meant_of(
            nr_day_of((struct nr_ymd){r->said[NR_SAID_YEAR], season * 3, 1}), 'S');
    }
    if (!published(m)) {
        return nr_meant_unknown('S', season, -1);
    }
    int32_t today = m->published.first;
    struct nr_ymd first = {published_year(m), season * 3, 1};
    struct nr_days days = nr_period_days(nr_day_of(first), 'S');
    bool ahead = m->tense == NR_TENSE_FUTURE;
    int32_t way = nr_said(r, NR_SAID_WAY) ? r->said[NR_SAID_WAY] : 0;
    if (way != 0) {
        first.year -= way < 0 && days.last >= today ? 1 : 0;
        first.year += way > 0 && days.first <= today ? 1 : 0;
    } else if (nr_said(r, NR_SAID_WAY)) { /* this winter: the nearest */
        first.year -= days.first - today > HALF_OF_THE_REST ? 1 : 0;
    } else if (ahead) {
        first.year += days.last < today ? 1 : 0;
    } else {
        first.year -= days.first > today ? 1 : 0;
    }
    return nr_meant_of(nr_day_of(first), 'S');
}

struct nr_meant nr_mean_holiday(const struct nr_date_memory *m,
                                const struct nr_reading *r)
{
    int16_t holiday = r->said[NR_SAID_HOLIDAY];
    if (nr_said(r, NR_SAID_YEAR)) {
        return nr_meant_of(nr_holiday_day(holiday, r->said[NR_SAID_YEAR]), 'D');
    }
    if (!published(m)) {
        struct nr_ymd date;
        bool fixed = nr_holiday_fixed(holiday, &date);
        return nr_meant_unknown('D', fixed ? date.month : -1, fixed ? date.day : -1);
    }
    int32_t year = published_year(m);
    int32_t days[3] = {nr_holiday_day(holiday, year - 1), nr_holiday_day(holiday, year),
                       nr_holiday_day(holiday, year + 1)};
    if (nr_said(r, NR_SAID_WAY) && r->said[NR_SAID_WAY] != 0) {
        return nr_meant_of(day_that_way(m, days, r->said[NR_SAID_WAY]), 'D');
    }
    return nr_meant_of(choose_year(m, days), 'D');
}
