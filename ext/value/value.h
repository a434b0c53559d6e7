/* value/value.h: amounts: how much money, what share, what measure, which place in a row,
 * how many; and the expressions of time, which date/ found. What article_mentions() lists
 * beside names.
 *
 *     The city paid $3.5 million for 12 of the 40 buses, about 5 % more than in May.
 *     MONEY $3.5 million, CARDINAL 12, CARDINAL 40, PERCENT about 5 %, DATE May
 *
 * Types are those of OntoNotes: a length of time is a DATE where it is a day or more
 * ("two weeks"), else a TIME ("two hours"), and so is an age ("52-year-old"). No value
 * shares a word with a name: what is part of one (the 4 of "Channel 4") is none; a word
 * of time is none of anything else.
 */
#ifndef NR_VALUE_VALUE_H
#define NR_VALUE_VALUE_H

#include "date/date.h"
#include "entity/entity.h"
#include "tag/pos.h"

struct nr_value {
    struct nr_span span;
    uint32_t token;   /* the first */
    uint8_t type;     /* NR_TYPE_DATE to NR_TYPE_CARDINAL */
    const char *rule; /* name in nr_value_rules; of an expression of time that of date/ */
};

struct nr_values {
    NR_LIST(struct nr_value) items; /* in reading order; they do not overlap */
};

/* Linear in the text. Boilerplate gives nothing. */
enum nr_status nr_values_find(struct nr_arena *arena, const struct nr_text *text,
                              const struct nr_tags *tags,
                              const struct nr_entities *entities,
                              const struct nr_dates *dates, struct nr_values *values);

/* How amounts are put together: the name is what tests carry in their title. */
struct nr_value_example {
    const char *name;
    const char *example; /* a text that holds it */
};
uint32_t nr_value_rule_count(void);
struct nr_value_example nr_value_rule_at(uint32_t rule);

#endif
