/* lexicon2c/inflect.c: lexicon/inflect.h in memory of its own. */
#include "lexicon/lexicon2c/lists.h"

#include <string.h>

char *inflect(const char *base, enum nr_inflection which, bool doubled)
{
    size_t length = strlen(base);
    char *form = must_resize(NULL, length + NR_INFLECT_MORE + 1);
    form[nr_inflect(form, base, length, which, doubled)] = '\0';
    return form;
}
