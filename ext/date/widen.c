/* date/widen.c: what may stand before and behind most expressions: "early" May, "more
 * than" three weeks, "the end of" the year, Friday "night".
 *
 * Each row of the table before: parts that may stand there, and the kinds that they may
 * stand before. */
#include "date/reading.h"

#define KIND(name) (1u << NR_KIND_##name)
#define P(name)    NR_PART_##name

enum { LEAD_PARTS = 3, LEADS_MOST = 3 };

static const uint32_t counted = KIND(DURATION) | KIND(AGO) | KIND(AHEAD) | KIND(TIME);
static const uint32_t dated =
    KIND(DAY) | KIND(MONTH) | KIND(YEAR) | KIND(HOLIDAY) | KIND(SEASON) | KIND(REL);
static const uint32_t broad =
    KIND(MONTH) | KIND(YEAR) | KIND(SEASON) | KIND(WAY) | KIND(QUARTER) | KIND(DECADE);
static const uint32_t when = KIND(WAY);
static const uint32_t ended = KIND(MONTH) | KIND(YEAR) | KIND(SEASON) | KIND(WAY) |
                              KIND(REL) | KIND(QUARTER) | KIND(DECADE) | KIND(CENTURY);

struct lead {
    const uint32_t *kinds;
    uint8_t parts[LEAD_PARTS];
};

static const struct lead leads[] = {
    {&ended, {P(the), P(edge), P(of)}}, /* the end of May */
    {&ended, {P(edge), P(of)}},         /* by end of May */
    {&broad, {P(mod), P(of)}},          /* finales de mayo */
    {&broad, {P(mod), P(hyphen)}},      /* mid - May */
    {&broad, {P(mod)}},                 /* late May */
    {&when, {P(then)}},                 /* earlier this week */
    {&counted, {P(more), P(than)}},     /* more than three weeks */
    {&counted, {P(at), P(least)}},      /* at least three weeks */
    {&counted, {P(up), P(to)}},         /* up to three weeks */
    {&counted, {P(about)}},             /* about three weeks */
    {&counted, {P(over)}},              /* over three weeks, not over the past three */
    {&dated, {P(about)}},               /* around 3 May */
};

/* Where a lead begins that ends before t; t: it does not stand there. */
static uint32_t lead_begin(const struct nr_date_scan *scan, uint32_t floor, uint32_t t,
                           const struct lead *lead)
{
    uint32_t count = 0;
    while (count < LEAD_PARTS && lead->parts[count] != NR_PART_NONE) {
        count++;
    }
    if (t < floor + count) {
        return t;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (!nr_date_is(scan, t - count + i, (enum nr_date_part)lead->parts[i])) {
            return t;
        }
    }
    return t - count;
}

static bool widen_before(const struct nr_date_scan *scan, uint32_t floor,
                         struct nr_found *found)
{
    for (size_t i = 0; i < sizeof leads / sizeof leads[0]; i++) {
        bool taken = leads[i].parts[0] == NR_PART_over &&
                     nr_date_is(scan, found->first, NR_PART_the);
        if (!taken && (*leads[i].kinds >> found->reading.kind & 1) != 0) {
            uint32_t begin = lead_begin(scan, floor, found->first, &leads[i]);
            if (begin < found->first) {
                found->first = begin;
                return true;
            }
        }
    }
    return false;
}

/* "night" behind a day makes it a time. */
static void widen_behind(const struct nr_date_scan *scan, struct nr_found *found)
{
    struct nr_reading *reading = &found->reading;
    bool day = reading->kind == NR_KIND_WEEKDAY || reading->kind == NR_KIND_NEAR ||
               reading->kind == NR_KIND_DAY || reading->kind == NR_KIND_HOLIDAY ||
               (reading->kind == NR_KIND_REL && reading->unit == 'D');
    uint32_t at = found->end;
    if (nr_date_is(scan, at, NR_PART_by) && nr_date_is(scan, at + 1, NR_PART_the)) {
        at += 2; /* ayer por la tarde */
    }
    if (day && nr_date_is(scan, at, NR_PART_part)) {
        reading->said[NR_SAID_PART] = (int16_t)nr_date_word_at(scan, at)->value;
        found->end = at + 1;
    }
}

void nr_date_widen(const struct nr_date_scan *scan, uint32_t floor,
                   struct nr_found *found)
{
    widen_behind(scan, found);
    for (int i = 0; i < LEADS_MOST && widen_before(scan, floor, found); i++) {
    }
}
