/* date/resolve.c: from what the words say to a value and its days: "last week" in an
 * article of 26 April 2024 is 2024-W16, from Monday 15 to Sunday 21 April.
 *
 * A table says for each kind who finds the stretch that is meant. What no stretch follows
 * from (durations, "recently") has a value and no days. */
#include "date/meaning.h"

#include <string.h>

typedef struct nr_meant (*meaning)(const struct nr_date_memory *m,
                                   const struct nr_reading *r);

static const meaning meanings[NR_KIND_COUNT] = {
    [NR_KIND_DAY] = nr_mean_day,           [NR_KIND_WEEKDAY] = nr_mean_weekday,
    [NR_KIND_MONTH] = nr_mean_month,       [NR_KIND_YEAR] = nr_mean_year,
    [NR_KIND_DECADE] = nr_mean_decade,     [NR_KIND_CENTURY] = nr_mean_century,
    [NR_KIND_QUARTER] = nr_mean_quarter,   [NR_KIND_HALF] = nr_mean_half,
    [NR_KIND_SEASON] = nr_mean_season,     [NR_KIND_HOLIDAY] = nr_mean_holiday,
    [NR_KIND_NEAR] = nr_mean_near,         [NR_KIND_WAY] = nr_mean_way,
    [NR_KIND_REL] = nr_mean_rel,           [NR_KIND_AGO] = nr_mean_ago,
    [NR_KIND_AHEAD] = nr_mean_ago,         [NR_KIND_SHIFT] = nr_mean_shift,
    [NR_KIND_YEAR_AGO] = nr_mean_year_ago, [NR_KIND_RANGE] = nr_mean_day,
    [NR_KIND_TIME] = nr_mean_part,         [NR_KIND_PART] = nr_mean_part,
};

/* Kinds without a stretch: their type, and who writes them. */
static const struct {
    uint8_t kind;
    uint8_t type;
    bool (*write)(const struct nr_reading *r, char value[NR_DATE_VALUE]);
} writers[] = {
    {NR_KIND_DURATION, NR_DATE_DURATION, nr_write_duration},
    {NR_KIND_SET, NR_DATE_SET, nr_write_set},
    {NR_KIND_REF, NR_DATE_DATE, nr_write_ref},
    {NR_KIND_ERA, NR_DATE_DATE, nr_write_era},
};

/* What later expressions count from. */
static void remember(struct nr_date_memory *m, const struct nr_meant *stretch,
                     const struct nr_reading *r)
{
    struct nr_named named = {stretch->day, m->sentence, m->block, stretch->unit};
    bool time = r->kind == NR_KIND_TIME || r->kind == NR_KIND_PART;
    if (stretch->unit == 0 || time) {
        return;
    }
    bool quarter = r->kind == NR_KIND_QUARTER || r->kind == NR_KIND_HALF ||
                   (r->kind == NR_KIND_REL && stretch->unit == 'Q');
    bool compared = nr_said(r, NR_SAID_YEAR) || nr_said(r, NR_SAID_WAY);
    if (quarter && (!compared || m->quarter.unit == 0)) {
        m->quarter = named;
    } else if (r->kind != NR_KIND_YEAR_AGO && r->kind != NR_KIND_SHIFT) {
        m->last = named;
    }
}

/* April 3-5: an interval, as ISO 8601 writes it. */
static void write_range(const struct nr_reading *r, int32_t first, struct nr_date *date)
{
    int32_t last = first + r->said[NR_SAID_UNTIL] - r->said[NR_SAID_DAY];
    char *at = date->value + strlen(date->value);
    struct nr_ymd from = nr_ymd_of(first);
    if (last <= first ||
        r->said[NR_SAID_UNTIL] > nr_month_length(from.year, from.month)) {
        return;
    }
    nr_write_string(&at, "/");
    nr_period_write(last, 'D', at);
    date->days.last = last;
}

static bool write_stretch(const struct nr_meant *stretch, struct nr_date *date)
{
    char *at = date->value;
    if (stretch->unit == 0) {
        nr_write_string(&at, stretch->unknown);
        return stretch->unknown[0] != '\0';
    }
    date->days = nr_period_days(stretch->day, stretch->unit);
    return nr_period_write(stretch->day, stretch->unit, date->value);
}

/* A time of the clock or a part of the day, behind the day. */
static bool add_time(const struct nr_reading *r, struct nr_date *date)
{
    bool time = r->kind == NR_KIND_TIME || r->kind == NR_KIND_PART ||
                nr_said(r, NR_SAID_PART) || nr_said(r, NR_SAID_MINUTE);
    char *at = date->value + strlen(date->value);
    if (!time || strlen(date->value) != sizeof "2024-04-26" - 1) {
        return true;
    }
    date->type = NR_DATE_TIME;
    return nr_write_time(r, &at);
}

bool nr_date_resolve(struct nr_date_memory *memory, const struct nr_reading *reading,
                     struct nr_date *date)
{
    date->type = NR_DATE_DATE;
    date->days = nr_days_none();
    for (size_t i = 0; i < sizeof writers / sizeof writers[0]; i++) {
        if (writers[i].kind == reading->kind) {
            date->type = writers[i].type;
            return writers[i].write(reading, date->value);
        }
    }
    struct nr_meant stretch = meanings[reading->kind](memory, reading);
    if (!write_stretch(&stretch, date)) {
        return false;
    }
    remember(memory, &stretch, reading);
    if (reading->kind == NR_KIND_RANGE && stretch.unit != 0) {
        write_range(reading, stretch.day, date);
    }
    if (reading->fiscal) { /* it begins when its owner says */
        date->days = nr_days_none();
    }
    return add_time(reading, date);
}
