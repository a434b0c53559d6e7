/* date/calendar.h: days, and the stretches of the calendar that hold them.
 *
 * A day is a number, 0 for 1970-01-01, in the Gregorian calendar also before there was
 * one. A unit is the letter by which TIMEX3 calls it: D day, W week, K weekend, M month,
 * S season, Q quarter, H half a year, Y year, E ten years, C a hundred.
 */
#ifndef NR_DATE_CALENDAR_H
#define NR_DATE_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

enum { NR_DATE_VALUE = 32, NR_YEAR_LAST = 9999 };

/* first to last; last < first: none. */
struct nr_days {
    int32_t first;
    int32_t last;
};

static inline struct nr_days nr_days_none(void)
{
    return (struct nr_days){0, -1};
}

static inline bool nr_days_are(struct nr_days days)
{
    return days.first <= days.last;
}

struct nr_ymd {
    int32_t year;
    int32_t month; /* from 1 */
    int32_t day;   /* from 1 */
};

int32_t nr_day_of(struct nr_ymd date);
struct nr_ymd nr_ymd_of(int32_t day);
bool nr_ymd_valid(struct nr_ymd date); /* in the years 1 to NR_YEAR_LAST */
int32_t nr_weekday_of(int32_t day);    /* Monday is 1 */
int32_t nr_month_length(int32_t year, int32_t month);
int32_t nr_easter(int32_t year); /* Easter Sunday, as the western churches reckon */

/* The day n units later (earlier, where n < 0), at most in the same stretch of its month:
 * a month after 31 January is the last of February. */
int32_t nr_day_shift(int32_t day, char unit, int32_t n);

/* The stretch of this unit that holds the day. Out of the years that can be written:
 * none. */
struct nr_days nr_period_days(int32_t day, char unit);
/* Writes what TIMEX3 calls it: "2024-W17". False: it cannot be written. */
bool nr_period_write(int32_t day, char unit, char value[NR_DATE_VALUE]);

/* Writes a number with at least so many digits at *at, moves on, ends with 0. */
void nr_write_number(char **at, int32_t number, int digits);
void nr_write_string(char **at, const char *string);

#endif
