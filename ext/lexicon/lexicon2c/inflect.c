/* lexicon2c/inflect.c: lexicon/inflect.h with a 0 behind the form. */
#include "lexicon/lexicon2c/lists.h"

#include <string.h>

char *inflect(struct lists *lists, const char *base, enum nr_inflection which,
              bool doubled)
{
    size_t length = strlen(base);
    char *form = must_take(lists, length + NR_INFLECT_MORE + 1); /* zeroed */
    (void)nr_inflect(form, base, length, which, doubled);
    return form;
}
