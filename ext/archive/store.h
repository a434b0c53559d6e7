/* archive/store.h: where pieces are put: the rows of an article, written, removed, and
 * compared with what is there. */
#ifndef NR_ARCHIVE_STORE_H
#define NR_ARCHIVE_STORE_H

#include "archive/piece.h"
#include "archive/reuse.h"

/* Tables that hold what the table functions say of an article. */
enum nr_shelf {
    NR_SHELF_ENTITIES,
    NR_SHELF_QUOTES,
    NR_SHELF_MENTIONS,
    NR_SHELF_DATES,
    NR_SHELVES
};
extern const char *const nr_shelf_names[NR_SHELVES]; /* "newsroom_entities" */

/* Statements, prepared when first needed and kept while a refresh goes on. */
struct nr_store {
    const struct nr_archive *archive;
    sqlite3_stmt *statements[32];
    struct nr_reuse reuse;
    int64_t next_quote; /* newsroom_quotes.id of the next */
    bool full_text;     /* newsroom_quotes_text is there */
    int64_t last_rowid; /* the host's last_insert_rowid(), given back at the end */
};

int nr_store_open(struct nr_store *store, const struct nr_archive *archive,
                  struct nr_failure *failure);
void nr_store_close(struct nr_store *store);

/* Puts what the piece says in the place of what was there of the article. */
int nr_store_put(struct nr_store *store, const struct nr_piece *piece,
                 struct nr_failure *failure);

/* How many rows of a shelf differ between the piece and what is kept; rows that are there
 * and should not be count too. */
int64_t nr_store_differences(struct nr_store *store, const struct nr_piece *piece,
                             enum nr_shelf which, struct nr_failure *failure);

#endif
