/* quote/marks.h: pairs quotation marks and judges what each pair is. */
#ifndef NR_QUOTE_MARKS_H
#define NR_QUOTE_MARKS_H

#include "quote/quote.h"

enum nr_status nr_marks_find(struct nr_arena *arena, const struct nr_text *text,
                             const struct nr_entities *entities,
                             struct nr_quotes *quotes);

#endif
