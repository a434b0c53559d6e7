/* tables/request.h: what one call asks about: the three arguments that every table and
 * every analysing scalar takes. */
#ifndef NR_TABLES_REQUEST_H
#define NR_TABLES_REQUEST_H

#include "tables/failure.h"

#include <stdbool.h>
#include <stddef.h>

/* Bytes of an SQL value, not ended by 0; bytes NULL: the value is NULL or was not given.
 */
struct nr_argument {
    const char *bytes;
    size_t size;
};

/* Lives as long as the values that it was read from. */
struct nr_request {
    struct nr_argument text; /* whole, what stands after a U+0000 included */
    struct nr_argument published;
    struct nr_argument options;
    bool bound; /* text is the program's own buffer, bound to a parameter */
};

/* values: text, published, options; NULL where an argument was not given. who: the name
 * that messages begin with ("extract_quotes"). Numbers are taken as their text; a BLOB is
 * an error. */
int nr_request_read(const char *who, sqlite3_value *const values[3],
                    struct nr_request *request, struct nr_failure *failure);

/* The same bytes, or both NULL. */
bool nr_argument_same(const struct nr_argument *a, const struct nr_argument *b);

/* The same text, published and options: the same answers. */
bool nr_request_same(const struct nr_request *a, const struct nr_request *b);

#endif
