/* entity/field.h: the walk of life that a role belongs to: a midfielder's is sport. Two
 * people of one name are seldom in two. */
#ifndef NR_ENTITY_FIELD_H
#define NR_ENTITY_FIELD_H

#include "base/span.h"

enum nr_field {
    NR_FIELD_NONE,
    NR_FIELD_POLITICS,
    NR_FIELD_SPORT,
    NR_FIELD_BUSINESS,
    NR_FIELD_ARTS,
    NR_FIELD_SCIENCE,
    NR_FIELD_LAW,
    NR_FIELD_FAITH,
    NR_FIELD_ARMS,
    NR_FIELD_PRESS,
    NR_FIELD_COUNT
};
extern const char *const nr_field_names[NR_FIELD_COUNT]; /* "sport"; [0] is NULL */

/* NR_FIELD_NONE where its words tell none: "president". */
enum nr_field nr_field_of(struct nr_chars role);

#endif
