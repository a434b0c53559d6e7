/* quote/named.h: which word of a source names the speaker? */
#ifndef NR_QUOTE_NAMED_H
#define NR_QUOTE_NAMED_H

#include "quote/grammar.h"

/* The source with its head moved to the name that says who it is; else as it was. */
struct nr_phrase nr_source_named(const struct nr_reading *reading,
                                 struct nr_phrase source);

/* A noun for one person: mayor, supporter, one of them; not senators, crowd, report. */
bool nr_is_one_person(const struct nr_reading *reading, uint32_t t);

#endif
