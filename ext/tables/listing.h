/* tables/listing.h: what the library knows, as tables without an argument, the same for
 * every article: its rules, and the words that introduce speech.
 *
 *     SELECT form, act FROM newsroom_verbs WHERE verb = 'deny';
 */
#ifndef NR_TABLES_LISTING_H
#define NR_TABLES_LISTING_H

#include "tables/cell.h"

struct nr_listing_column {
    const char *name;
    const char *type; /* "TEXT", "INTEGER" */
    struct nr_cell (*cell)(uint32_t place);
    bool folded; /* shown without the ASCII capitals that its source keeps */
};

/* Rows have places in a source that may hold other things too: next() gives the first row
 * at or behind a place, NR_NONE: there is none. */
struct nr_listing {
    const char *name;
    const struct nr_listing_column *columns; /* [column_count] */
    int column_count;
    uint32_t (*next)(uint32_t place);
    double typical; /* rows, for the planner */
};

/* Each in its own file. */
extern const struct nr_listing nr_listing_rules;
extern const struct nr_listing nr_listing_verbs;

extern const struct nr_listing *const nr_listings[]; /* [nr_listing_count] */
extern const int nr_listing_count;

int nr_listing_register(sqlite3 *db, struct nr_session *session,
                        const struct nr_listing *listing);

#endif
