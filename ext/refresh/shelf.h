/* refresh/shelf.h: the tables that hold what the table functions say of an article, and
 * how a row of theirs is bound to a statement. */
#ifndef NR_REFRESH_SHELF_H
#define NR_REFRESH_SHELF_H

#include "refresh/piece.h"
#include "tables/table.h"

/* Parents before children. */
enum nr_shelf_number {
    NR_SHELF_ENTITIES,
    NR_SHELF_QUOTES,
    NR_SHELF_MENTIONS,
    NR_SHELF_DATES,
    NR_SHELVES
};

enum { NR_SHELF_HELD = 10 };

struct nr_shelf {
    const char *name; /* "newsroom_quotes" */
    const struct nr_table *table;
    const char *held[NR_SHELF_HELD]; /* columns by which a row is the same one, though an
                                        edit moved it or changed what else it says; the
                                        first is its number, where it has one */
};
extern const struct nr_shelf nr_shelves[NR_SHELVES];

/* Parameters of a row: ?1 the article, ?2 the field, then the table's columns. Behind
 * those of a quote: id, quote_key. */
enum { NR_BOUND_ARTICLE = 1, NR_BOUND_FIELD, NR_BOUND_COLUMNS };

enum nr_shelf_use { NR_SHELF_FIND, NR_SHELF_INSERT, NR_SHELF_REPLACE };

/* "INSERT INTO newsroom_dates(article, field, ...) VALUES(?1, ?2, ...)", the same with OR
 * REPLACE, or as a question, how many such rows there are. To be freed by sqlite3_free().
 */
char *nr_shelf_sql(const struct nr_shelf *shelf, enum nr_shelf_use use);

/* "UPDATE newsroom_entities SET mentions = ?6 ... WHERE ... name IS ?4 ...": sets all
 * columns of the row that is the same in the first of those that are held. */
char *nr_shelf_set_sql(const struct nr_shelf *shelf, int held);

/* Columns that count characters: bits 1 << column. */
uint64_t nr_shelf_starts(const struct nr_shelf *shelf);

/* Binds a row of the piece's clipping; starts as above. SQLite's code. */
int nr_shelf_bind(sqlite3_stmt *row, const struct nr_shelf *shelf, uint64_t starts,
                  const struct nr_piece *piece, uint32_t number);

/* Does a column count characters: start, mention_start, cue_start? Its length stands
 * behind it. */
bool nr_shelf_counts(const struct nr_column *column);

#endif
