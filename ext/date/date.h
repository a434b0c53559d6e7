/* date/date.h: expressions of time, and what they mean.
 *
 * "on Friday" in an article of 26 April 2024 is 2024-04-26. What an expression means is
 * written as TIMEX3 does: 2024-04-26, 2024-W17, 2024-04, 2024-Q2, 2024-SU, 2024, 202
 * (these ten years), 20 (these hundred), P3D, 2024-04-26T10:30, 2024-04-26TMO,
 * PRESENT_REF. What the article does not tell is X: XXXX-04-26.
 */
#ifndef NR_DATE_DATE_H
#define NR_DATE_DATE_H

#include "date/calendar.h"
#include "text/text.h"

enum nr_date_type { NR_DATE_DATE, NR_DATE_TIME, NR_DATE_DURATION, NR_DATE_SET };
enum { NR_DATE_TYPE_COUNT = NR_DATE_SET + 1 };
extern const char *const nr_date_type_names[NR_DATE_TYPE_COUNT]; /* "DURATION" */

struct nr_date {
    struct nr_span span;
    uint32_t sentence;
    uint8_t type;              /* enum nr_date_type */
    struct nr_days days;       /* none, where no days follow from it */
    char value[NR_DATE_VALUE]; /* ended by 0 */
    const char *rule;          /* name in nr_date_rules */
};

struct nr_dates {
    NR_LIST(struct nr_date) items; /* in reading order; they do not overlap */
};

/* published: the day that the article came out; days none: the first full date that a
 * dateline or else any block gives takes its place. Linear in the text. */
enum nr_status nr_dates_find(struct nr_arena *arena, const struct nr_text *text,
                             struct nr_days published, struct nr_dates *dates);

/* The day that a text or a number stands for: ISO 8601 with or without time and zone, RFC
 * 2822, YYYYMMDD, and numbers as SQLite's 'auto' takes them, milliseconds too. The day as
 * written, in no other zone. days none: it is no date. */
struct nr_days nr_published_read(struct nr_chars written);

/* How expressions are put together: the name is what tests carry in their title. */
struct nr_date_example {
    const char *name;
    const char *example;
};
uint32_t nr_date_rule_count(void);
struct nr_date_example nr_date_rule_at(uint32_t rule, enum nr_language *language);

#endif
