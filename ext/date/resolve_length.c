/* date/resolve_length.c: what is no stretch of the calendar, as TIMEX3 writes it: "three
 * weeks" is P3W, "every Tuesday" XXXX-WXX-2, "recently" PAST_REF, "44 B.C." BC0044. */
#include "date/meaning.h"

static bool of_clock(char unit)
{
    return unit == 'h' || unit == 'm' || unit == 's';
}

/* The letter in a duration, after a T for those of the clock: PT5M are minutes. */
static void write_unit(char **at, char unit)
{
    char letter[2] = {of_clock(unit) ? (char)(unit - 'a' + 'A') : unit, '\0'};
    nr_write_string(at, letter);
}

/* Units that are written as so many of another. */
static char plain_unit(char unit, int32_t *number)
{
    static const struct {
        char unit;
        char plain;
        int32_t times;
    } plain[] = {{'E', 'Y', 10}, {'C', 'Y', 100}, {'F', 'W', 2}, {'K', 'D', 2}};
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++) {
        if (plain[i].unit == unit) {
            *number *= plain[i].times;
            return plain[i].plain;
        }
    }
    return unit;
}

/* Half of one as so many of a smaller unit; 0: there is none so written. */
static char half_unit(char unit, int32_t *number)
{
    *number = unit == 'Y' ? 6 : 30;
    return unit == 'Y' ? 'M' : unit == 'h' ? 'm' : unit == 'm' ? 's' : '\0';
}

static void write_amount(char **at, const struct nr_reading *r, bool half)
{
    int32_t number = r->amount.whole;
    uint8_t tenths = half ? 5 : r->amount.tenths;
    int32_t smaller = 0;
    char unit = plain_unit(r->unit, &number);
    char below = tenths == 5 ? half_unit(unit, &smaller) : '\0';
    number = r->counted ? number : 1; /* day-long */
    if (number > 0 || below == '\0') {
        nr_write_number(at, number, 1);
        if (tenths > 0 && below == '\0') {
            nr_write_string(at, ".");
            nr_write_number(at, tenths, 1);
        }
        write_unit(at, unit);
    }
    if (below != '\0') {
        nr_write_number(at, smaller, 1);
        write_unit(at, below);
    }
}

/* Half a decade is five years. */
static bool whole_half(const struct nr_reading *r, char **at)
{
    int32_t number = 1;
    char unit = plain_unit(r->unit, &number);
    int32_t tenths = r->half ? 5 : r->amount.tenths;
    if (number == 1 || tenths == 0) {
        return false;
    }
    nr_write_number(at, (r->amount.whole * 10 + tenths) * number / 10, 1);
    write_unit(at, unit);
    return true;
}

bool nr_write_duration(const struct nr_reading *r, char value[NR_DATE_VALUE])
{
    char *at = value;
    nr_write_string(&at, of_clock(r->unit) ? "PT" : "P");
    if (r->unit == 0) {
        nr_write_string(&at, "XX");
    } else if ((!r->counted && r->plural) || r->amount.vague) {
        nr_write_string(&at, "X");
        write_unit(&at, r->unit == 'F' ? 'W' : r->unit);
    } else if (!whole_half(r, &at)) {
        write_amount(&at, r, r->half);
    }
    return true;
}

static void write_part(const struct nr_reading *r, char **at)
{
    static const char *const parts[] = {"TMO", "TAF", "TEV", "TNI"};
    int16_t part = r->said[NR_SAID_PART];
    if (part >= 1 && part <= 4) {
        nr_write_string(at, parts[part - 1]);
    }
}

bool nr_write_set(const struct nr_reading *r, char value[NR_DATE_VALUE])
{
    struct nr_reading once = *r;
    char *at = value;
    if (nr_said(r, NR_SAID_WEEKDAY)) {
        nr_write_string(&at, nr_meant_unknown('W', -1, r->said[NR_SAID_WEEKDAY]).unknown);
        write_part(r, &at);
    } else if (nr_said(r, NR_SAID_MONTH)) {
        nr_write_string(&at, nr_meant_unknown('M', r->said[NR_SAID_MONTH], -1).unknown);
    } else if (nr_said(r, NR_SAID_SEASON)) {
        nr_write_string(&at, nr_meant_unknown('S', r->said[NR_SAID_SEASON], -1).unknown);
    } else if (nr_said(r, NR_SAID_PART)) {
        nr_write_string(&at, nr_meant_unknown('D', -1, -1).unknown);
        write_part(r, &at);
    } else {
        if (!once.counted) {
            once.counted = true;
            once.amount = (struct nr_amount){.whole = 1};
        }
        nr_write_duration(&once, value);
    }
    return true;
}

bool nr_write_ref(const struct nr_reading *r, char value[NR_DATE_VALUE])
{
    char *at = value;
    int16_t ref = nr_said(r, NR_SAID_REF) ? r->said[NR_SAID_REF] : 0; /* these days */
    nr_write_string(&at, ref < 0 ? "PAST_REF" : ref > 0 ? "FUTURE_REF" : "PRESENT_REF");
    return true;
}

bool nr_write_era(const struct nr_reading *r, char value[NR_DATE_VALUE])
{
    char *at = value;
    if (r->amount.whole <= 0 || r->amount.whole > NR_YEAR_LAST) {
        return false;
    }
    nr_write_string(&at, r->said[NR_SAID_ERA] == 1 ? "BC" : "");
    nr_write_number(&at, r->amount.whole, 4);
    return true;
}

/* 5 and p.m.: 17; 12 and a.m.: 0. */
static int32_t minute_of_day(const struct nr_reading *r)
{
    int32_t minute = r->said[NR_SAID_MINUTE];
    if (!nr_said(r, NR_SAID_MINUTE)) {
        minute = r->amount.whole * 60; /* five o'clock */
    }
    int16_t part = r->said[NR_SAID_PART];
    if (nr_said(r, NR_SAID_MERIDIEM)) {
        return minute % 720 + (r->said[NR_SAID_MERIDIEM] > 0 ? 720 : 0);
    }
    bool afternoon = nr_said(r, NR_SAID_PART) && part >= 2 && minute < 720;
    return minute + (afternoon ? 720 : 0);
}

bool nr_write_time(const struct nr_reading *r, char **at)
{
    if (!nr_said(r, NR_SAID_MINUTE) && !r->counted) {
        write_part(r, at);
        return nr_said(r, NR_SAID_PART);
    }
    int32_t minute = minute_of_day(r);
    if (minute < 0 || minute > 1440) {
        return false;
    }
    nr_write_string(at, "T");
    nr_write_number(at, minute / 60, 2);
    nr_write_string(at, ":");
    nr_write_number(at, minute % 60, 2);
    return true;
}
