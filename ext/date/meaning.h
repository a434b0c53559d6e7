/* date/meaning.h: between the files that find out what a reading means.
 *
 * Nearly all comes down to a stretch: one day that is known, and the unit around it that
 * is meant. */
#ifndef NR_DATE_MEANING_H
#define NR_DATE_MEANING_H

#include "date/reading.h"

struct nr_meant {
    int32_t day;
    char unit;                   /* 0: not known, and unknown says what can be said */
    char unknown[NR_DATE_VALUE]; /* "XXXX-WXX-5" */
};

static inline bool nr_said(const struct nr_reading *reading, enum nr_date_said what)
{
    return reading->said[what] != NR_UNSAID;
}

static inline struct nr_meant nr_meant_of(int32_t day, char unit)
{
    return (struct nr_meant){.day = day, .unit = unit};
}

/* A value of which only parts are known: numbers below 0 are X. */
struct nr_meant nr_meant_unknown(char unit, int32_t number, int32_t day);

/* resolve_calendar.c: days, months, years, quarters ... by what the calendar calls them.
 */
struct nr_meant nr_mean_day(const struct nr_date_memory *m, const struct nr_reading *r);
struct nr_meant nr_mean_weekday(const struct nr_date_memory *m,
                                const struct nr_reading *r);
struct nr_meant nr_mean_month(const struct nr_date_memory *m, const struct nr_reading *r);
struct nr_meant nr_mean_year(const struct nr_date_memory *m, const struct nr_reading *r);
struct nr_meant nr_mean_decade(const struct nr_date_memory *m,
                               const struct nr_reading *r);
struct nr_meant nr_mean_century(const struct nr_date_memory *m,
                                const struct nr_reading *r);
struct nr_meant nr_mean_quarter(const struct nr_date_memory *m,
                                const struct nr_reading *r);
struct nr_meant nr_mean_half(const struct nr_date_memory *m, const struct nr_reading *r);
struct nr_meant nr_mean_season(const struct nr_date_memory *m,
                               const struct nr_reading *r);
struct nr_meant nr_mean_holiday(const struct nr_date_memory *m,
                                const struct nr_reading *r);

/* resolve_relative.c: so long before or after another. */
struct nr_meant nr_mean_near(const struct nr_date_memory *m, const struct nr_reading *r);
struct nr_meant nr_mean_way(const struct nr_date_memory *m, const struct nr_reading *r);
struct nr_meant nr_mean_rel(const struct nr_date_memory *m, const struct nr_reading *r);
struct nr_meant nr_mean_ago(const struct nr_date_memory *m, const struct nr_reading *r);
struct nr_meant nr_mean_shift(const struct nr_date_memory *m, const struct nr_reading *r);
struct nr_meant nr_mean_year_ago(const struct nr_date_memory *m,
                                 const struct nr_reading *r);
struct nr_meant nr_mean_part(const struct nr_date_memory *m, const struct nr_reading *r);

/* resolve_length.c: what is no stretch of the calendar: P3W, PAST_REF, XXXX-WXX-2. */
bool nr_write_duration(const struct nr_reading *r, char value[NR_DATE_VALUE]);
bool nr_write_set(const struct nr_reading *r, char value[NR_DATE_VALUE]);
bool nr_write_ref(const struct nr_reading *r, char value[NR_DATE_VALUE]);
bool nr_write_era(const struct nr_reading *r, char value[NR_DATE_VALUE]);
/* What follows the day: "T10:30", "TMO". */
bool nr_write_time(const struct nr_reading *r, char **at);

#endif
