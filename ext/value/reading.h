/* value/reading.h: between the files of this room: a rule, and the scan. */
#ifndef NR_VALUE_READING_H
#define NR_VALUE_READING_H

#include "value/value.h"
#include "value/word.h"

/* What a rule asks of the place besides its parts: value/guard.c. */
enum nr_value_guard {
    NR_VALUE_FREE,
    NR_VALUE_SIGNED,  /* 5 $, but not the 5 of "5 $10 notes" */
    NR_VALUE_FOREIGN, /* 5 million [Canadian] dollars: a name, then the money */
    NR_VALUE_MONEYED, /* 20 pounds, where the article writes £ */
    NR_VALUE_WEIGHED, /* and where it does not */
    NR_VALUE_CLOSE,   /* 50p: nothing between */
    NR_VALUE_SHARED,  /* a third of, half the */
    NR_VALUE_PLACED,  /* first: not of a title, no second of time */
    NR_VALUE_COUNTED, /* 12 people, not Flight 12 */
    NR_VALUE_GUARDS
};

enum { NR_VALUE_RULE_PARTS = 9 };
#define NR_VALUE_MAY (UINT64_C(1) << 63) /* the part may be missing */

struct nr_value_rule {
    const char *name;
    uint8_t type;                        /* enum nr_type */
    uint8_t guard;                       /* enum nr_value_guard */
    uint64_t parts[NR_VALUE_RULE_PARTS]; /* each a set: any of these */
    const char *example;
};
extern const struct nr_value_rule nr_value_rules[];
extern const uint32_t nr_value_rules_count;

/* The scan of one sentence. */
struct nr_value_scan {
    const struct nr_text *text;
    const struct nr_tags *tags;
    const struct nr_entities *entities;
    const struct nr_value_words *words; /* of the block's language */
    bool english;
    uint32_t from; /* tokens that are free: no name's and no date's, [from, to) */
    uint32_t to;
};

static inline bool nr_value_is(const struct nr_value_scan *scan, uint32_t t,
                               uint64_t parts)
{
    return t >= scan->from && t < scan->to &&
           (nr_value_parts_at(scan->words, scan->text, t) & parts) != 0;
}

/* A number from t on, "two and a half million"; the token after it, t where there is
 * none. */
uint32_t nr_value_amount(const struct nr_value_scan *scan, uint32_t t);

/* Does the place allow what a rule read? */
bool nr_value_allowed(const struct nr_value_scan *scan, uint32_t first, uint32_t end,
                      enum nr_value_guard guard);

#endif
