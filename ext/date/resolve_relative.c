/* date/resolve_relative.c: so long before or after what?
 *
 * yesterday, last week and two weeks ago count from the day of publication; the following
 * week and two days later from the date that was named before, and where none was, from
 * the day of publication too. A year earlier than a quarter is a quarter. */
#include "date/meaning.h"

enum { AMOUNT_MOST = 9999, BLOCKS_BACK = 2 };

static bool published(const struct nr_date_memory *m)
{
    return nr_days_are(m->published);
}

struct nr_meant nr_mean_near(const struct nr_date_memory *m, const struct nr_reading *r)
{
    if (!published(m)) {
        return nr_meant_unknown('D', -1, -1);
    }
    int32_t beside = nr_said(r, NR_SAID_THEN) ? r->said[NR_SAID_THEN] : 0;
    return nr_meant_of(m->published.first + r->said[NR_SAID_NEAR] + beside, 'D');
}

/* What cannot be counted from a day: hours and what is shorter. */
static bool of_clock(char unit)
{
    return unit == 'h' || unit == 'm' || unit == 's';
}

static char whole_unit(char unit)
{
    return of_clock(unit) ? 'D' : unit == 'F' ? 'W' : unit;
}

static struct nr_meant some_time(int32_t sign)
{
    struct nr_meant stretch = {.unit = 0};
    char *at = stretch.unknown;
    nr_write_string(&at, sign < 0 ? "PAST_REF" : "FUTURE_REF");
    return stretch;
}

/* What is too far off to be written is only past or future. */
static struct nr_meant shifted(int32_t day, char unit, int32_t n, char shown)
{
    int32_t most = n > AMOUNT_MOST ? AMOUNT_MOST : n < -AMOUNT_MOST ? -AMOUNT_MOST : n;
    int32_t to = of_clock(unit) ? day : nr_day_shift(day, unit, most);
    return nr_days_are(nr_period_days(to, shown)) ? nr_meant_of(to, shown) : some_time(n);
}

struct nr_meant nr_mean_way(const struct nr_date_memory *m, const struct nr_reading *r)
{
    char unit = whole_unit(r->unit);
    if (!published(m)) {
        return nr_meant_unknown(unit, -1, -1);
    }
    if (unit == 'K' && r->said[NR_SAID_WAY] == 0 && m->tense == NR_TENSE_PAST) {
        int32_t today = m->published.first; /* early in the week: the one just over */
        bool just_over = nr_weekday_of(today) <= 2;
        return nr_meant_of(just_over ? today - 7 : today, 'K');
    }
    return shifted(m->published.first, r->unit, r->said[NR_SAID_WAY], unit);
}

/* The weekend that is meant by no more than "the weekend". */
static struct nr_meant the_weekend(const struct nr_date_memory *m)
{
    int32_t today = m->published.first;
    bool on = nr_weekday_of(today) >= 6;
    bool ahead = m->tense == NR_TENSE_FUTURE || on;
    return nr_meant_of(ahead ? today : today - 7, 'K');
}

static bool quarter_near(const struct nr_date_memory *m)
{
    return m->quarter.unit != 0 && m->block - m->quarter.block <= BLOCKS_BACK;
}

/* "the quarter", "the latest period": the one that was named, else the last that is
 * over. */
static struct nr_meant named_quarter(const struct nr_date_memory *m)
{
    if (m->quarter.unit != 0) {
        return nr_meant_of(m->quarter.day, m->quarter.unit);
    }
    return published(m) ? shifted(m->published.first, 'Q', -1, 'Q')
                        : nr_meant_unknown('Q', -1, -1);
}

/* Is the unit too fine to count from a month or a year that was named? */
static bool too_fine(const struct nr_date_memory *m, char unit)
{
    bool days = unit == 'D' || unit == 'W' || unit == 'K' || of_clock(unit);
    return days && m->last.unit != 0 && m->last.unit != 'D' && m->last.unit != 'W' &&
           m->last.unit != 'K';
}

struct nr_meant nr_mean_rel(const struct nr_date_memory *m, const struct nr_reading *r)
{
    char unit = whole_unit(r->unit);
    int32_t step = nr_said(r, NR_SAID_REL) ? r->said[NR_SAID_REL] : 0;
    bool named = nr_said(r, NR_SAID_REL) && m->last.unit != 0;
    if (unit == 0 || (unit == 'Q' && step == 0)) {
        return named_quarter(m);
    }
    if ((!named && !published(m)) || (named && too_fine(m, unit))) {
        return nr_meant_unknown(unit, -1, -1);
    }
    if (unit == 'K' && !nr_said(r, NR_SAID_REL)) {
        return the_weekend(m);
    }
    return shifted(named ? m->last.day : m->published.first, r->unit, step, unit);
}

/* How exact so long ago is: in years for ten of them. */
static char unit_of_distance(char unit)
{
    return unit == 'E' ? 'Y' : unit == 'C' ? 'E' : whole_unit(unit);
}

static int32_t amount_of(const struct nr_reading *r)
{
    int32_t whole = r->amount.whole;
    return whole > AMOUNT_MOST ? AMOUNT_MOST : whole;
}

struct nr_meant nr_mean_ago(const struct nr_date_memory *m, const struct nr_reading *r)
{
    int32_t sign = r->kind == NR_KIND_AHEAD ? 1 : -1;
    char unit = unit_of_distance(r->unit);
    if (r->amount.vague || !r->counted) {
        return some_time(sign);
    }
    if (!published(m)) {
        return nr_meant_unknown(unit, -1, -1);
    }
    if (r->unit == 'Y' && r->amount.whole == 1 && quarter_near(m) && sign < 0) {
        return nr_meant_of(nr_day_shift(m->quarter.day, 'Y', -1), m->quarter.unit);
    }
    return shifted(m->published.first, r->unit, sign * amount_of(r), unit);
}

/* What "earlier" counts from: the date named before, in the same sentence at its own
 * exactness. */
static struct nr_meant counted_from(const struct nr_date_memory *m, char unit)
{
    if (unit == 'Y' && quarter_near(m)) {
        return nr_meant_of(m->quarter.day, m->quarter.unit);
    }
    bool same = m->last.unit != 0 && m->last.unit != 'D' && m->last.unit != 'W' &&
                m->last.sentence == m->sentence;
    if (same && unit == 'Y') {
        return nr_meant_of(m->last.day, m->last.unit);
    }
    bool told = m->last.unit != 0 && m->last.block == m->block && published(m) &&
                nr_ymd_of(m->last.day).year < nr_ymd_of(m->published.first).year - 1;
    if (m->last.unit != 0 && (unit != 'Y' || told)) { /* a story of another time */
        return nr_meant_of(m->last.day, unit);
    }
    return published(m) ? nr_meant_of(m->published.first, unit)
                        : nr_meant_unknown(unit, -1, -1);
}

struct nr_meant nr_mean_shift(const struct nr_date_memory *m, const struct nr_reading *r)
{
    char unit = unit_of_distance(r->unit);
    int32_t sign = r->said[NR_SAID_THEN];
    int32_t amount = r->counted ? amount_of(r) : 1;
    struct nr_meant from = counted_from(m, unit);
    if (r->amount.vague) {
        return some_time(sign);
    }
    if (from.unit == 0 || too_fine(m, r->unit)) {
        return nr_meant_unknown(unit, -1, -1);
    }
    return shifted(from.day, r->unit, sign * amount, from.unit);
}

struct nr_meant nr_mean_year_ago(const struct nr_date_memory *m,
                                 const struct nr_reading *r)
{
    struct nr_meant from = counted_from(m, 'Y');
    if (from.unit == 0) {
        return from;
    }
    int32_t number = r->said[NR_SAID_ORDINAL];
    if (nr_said(r, NR_SAID_ORDINAL) && number >= 1 && number <= 4) {
        int32_t year = nr_ymd_of(from.day).year;
        from = nr_meant_of(nr_day_of((struct nr_ymd){year, number * 3 - 2, 1}), 'Q');
    } else if (r->unit == 'Q' && from.unit != 'Q') {
        from = named_quarter(m);
        if (from.unit == 0) {
            return from;
        }
    }
    return shifted(from.day, 'Y', -1, from.unit);
}

/* "this morning", "last night"; "the morning" of the day named in the same sentence. */
struct nr_meant nr_mean_part(const struct nr_date_memory *m, const struct nr_reading *r)
{
    bool same = m->last.unit == 'D' && m->last.sentence == m->sentence;
    if (same && !nr_said(r, NR_SAID_WAY) && !nr_said(r, NR_SAID_REL)) {
        return nr_meant_of(m->last.day, 'D');
    }
    if (nr_said(r, NR_SAID_REL) && m->last.unit == 'D') {
        return nr_meant_of(m->last.day + 1, 'D');
    }
    if (!published(m)) {
        return nr_meant_unknown('D', -1, -1);
    }
    int32_t way = nr_said(r, NR_SAID_WAY) ? r->said[NR_SAID_WAY] : 0;
    return nr_meant_of(m->published.first + way, 'D');
}
