/* refresh/keep.c: see keep.h.
 *
 *     before   "We will appeal," said Ana Diaz on Monday.
 *     now      Late news. "We will appeal," said Ana Diaz on Monday.
 *
 * An edit seldom changes who is named or what is said. Then the rows stay, with where
 * they stand set anew: who is who over all articles, which quotes are one, and full text
 * need no look. What is the same in all columns is not written at all. */
#include "refresh/keep.h"

#include "archive/statement.h"

/* Places in keeper->statements: one a shelf. */
enum {
    FIND_ROW,
    SET_ROW = FIND_ROW + NR_SHELVES,
    COUNT_ROWS = SET_ROW + NR_SHELVES,
    CUT_ROWS = COUNT_ROWS + NR_SHELVES,
    SET_NAMED = CUT_ROWS + NR_SHELVES, /* entities: of whom all may be said anew */
    REPLACE_ENTITY,
};

enum { NAMED = 3 }; /* columns of entities: number, name, type */

static char *statement_sql(int which)
{
    const struct nr_shelf *shelf = &nr_shelves[which % NR_SHELVES];
    if (which == SET_NAMED) {
        return nr_shelf_set_sql(&nr_shelves[NR_SHELF_ENTITIES], NAMED);
    }
    if (which == REPLACE_ENTITY) {
        return nr_shelf_sql(&nr_shelves[NR_SHELF_ENTITIES], NR_SHELF_REPLACE);
    }
    if (which < SET_ROW) {
        return nr_shelf_sql(shelf, NR_SHELF_FIND);
    }
    if (which < COUNT_ROWS) {
        return nr_shelf_set_sql(shelf, NR_SHELF_HELD);
    }
    return which < CUT_ROWS
               ? sqlite3_mprintf("SELECT count(*) FROM %s WHERE article = ?1",
                                 shelf->name)
               : sqlite3_mprintf("DELETE FROM %s WHERE article = ?1 AND %s > ?2",
                                 shelf->name, shelf->held[0]);
}

static sqlite3_stmt *statement(struct nr_keeper *keeper, int which,
                               struct nr_failure *failure)
{
    return nr_sql_kept(keeper->archive, &keeper->statements[which], statement_sql, which,
                       failure);
}

void nr_keeper_close(struct nr_keeper *keeper)
{
    for (size_t i = 0; i < sizeof keeper->statements / sizeof keeper->statements[0];
         i++) {
        sqlite3_finalize(keeper->statements[i]);
    }
    *keeper = (struct nr_keeper){.archive = NULL};
}

static int64_t count_rows(struct nr_keeper *keeper, const struct nr_piece *piece,
                          enum nr_shelf_number which, struct nr_failure *failure)
{
    sqlite3_stmt *count = statement(keeper, COUNT_ROWS + (int)which, failure);
    if (count != NULL) {
        sqlite3_bind_value(count, 1, piece->key);
    }
    return nr_sql_answer(keeper->archive, count, failure);
}

/* ---- One row ---- */

/* The rows of a piece on their way through a shelf. */
struct rows {
    struct nr_keeper *keeper;
    const struct nr_piece *piece;
    enum nr_shelf_number which;
    uint64_t starts;
    bool moved; /* one was not the same: those behind it are hardly */
};

static bool bind(const struct rows *rows, sqlite3_stmt *statement, uint32_t number,
                 struct nr_failure *failure)
{
    if (statement == NULL) {
        return false;
    }
    int code = nr_shelf_bind(statement, &nr_shelves[rows->which], rows->starts,
                             rows->piece, number);
    if (code != SQLITE_OK) {
        nr_fail(failure, code, NULL);
    }
    return code == SQLITE_OK;
}

/* Is a row there that is the same in all columns? */
static bool find(const struct rows *rows, uint32_t number, struct nr_failure *failure)
{
    sqlite3_stmt *question =
        statement(rows->keeper, FIND_ROW + (int)rows->which, failure);
    return bind(rows, question, number, failure) &&
           nr_sql_answer(rows->keeper->archive, question, failure) > 0;
}

/* Runs a statement that writes a row. False: it found none. */
static bool write(const struct rows *rows, int which, uint32_t number,
                  struct nr_failure *failure)
{
    sqlite3_stmt *set = statement(rows->keeper, which, failure);
    return bind(rows, set, number, failure) &&
           nr_sql_run(rows->keeper->archive, set, failure) == SQLITE_OK &&
           sqlite3_changes(rows->keeper->archive->db) == 1;
}

static bool keep(struct rows *rows, uint32_t number, struct nr_failure *failure)
{
    if (!rows->moved && find(rows, number, failure)) {
        return true;
    }
    rows->moved = true;
    return write(rows, SET_ROW + (int)rows->which, number, failure);
}

static struct rows rows_of(struct nr_keeper *keeper, const struct nr_piece *piece,
                           enum nr_shelf_number which)
{
    return (struct rows){.keeper = keeper,
                         .piece = piece,
                         .which = which,
                         .starts = nr_shelf_starts(&nr_shelves[which])};
}

static uint32_t row_count(const struct nr_piece *piece, enum nr_shelf_number which)
{
    return piece->clipping != NULL ? nr_shelves[which].table->rows(piece->clipping) : 0;
}

/* ---- All rows of an article ---- */

/* How many rows stay before the first that does not. */
static uint32_t keep_first(struct rows *rows, int64_t there, struct nr_failure *failure)
{
    uint32_t count = row_count(rows->piece, rows->which);
    uint32_t kept = 0;
    while (kept < count && kept < there && keep(rows, kept, failure)) {
        kept++;
    }
    return kept;
}

static void cut(struct nr_keeper *keeper, const struct nr_piece *piece,
                enum nr_shelf_number which, uint32_t count, struct nr_failure *failure)
{
    sqlite3_stmt *rows = statement(keeper, CUT_ROWS + (int)which, failure);
    if (rows != NULL) {
        sqlite3_bind_value(rows, 1, piece->key);
        sqlite3_bind_int64(rows, 2, count);
        nr_sql_run(keeper->archive, rows, failure);
    }
}

bool nr_keep_entities(struct nr_keeper *keeper, const struct nr_piece *piece,
                      uint32_t *kept, struct nr_failure *failure)
{
    struct rows rows = rows_of(keeper, piece, NR_SHELF_ENTITIES);
    int64_t there = count_rows(keeper, piece, NR_SHELF_ENTITIES, failure);
    *kept = keep_first(&rows, there, failure);
    return *kept == there && *kept == row_count(piece, NR_SHELF_ENTITIES) &&
           failure->code == SQLITE_OK;
}

void nr_keep_replace_entities(struct nr_keeper *keeper, const struct nr_piece *piece,
                              uint32_t first, struct nr_failure *failure)
{
    struct rows rows = rows_of(keeper, piece, NR_SHELF_ENTITIES);
    uint32_t count = row_count(piece, NR_SHELF_ENTITIES);
    for (uint32_t i = first; i < count && failure->code == SQLITE_OK; i++) {
        if (!find(&rows, i, failure) && !write(&rows, SET_NAMED, i, failure)) {
            write(&rows, REPLACE_ENTITY, i, failure);
        }
    }
}

void nr_keep_cut_entities(struct nr_keeper *keeper, const struct nr_piece *piece,
                          struct nr_failure *failure)
{
    cut(keeper, piece, NR_SHELF_ENTITIES, row_count(piece, NR_SHELF_ENTITIES), failure);
}

bool nr_keep_quotes(struct nr_keeper *keeper, const struct nr_piece *piece,
                    struct nr_failure *failure)
{
    struct rows rows = rows_of(keeper, piece, NR_SHELF_QUOTES);
    uint32_t count = row_count(piece, NR_SHELF_QUOTES);
    int64_t there = count_rows(keeper, piece, NR_SHELF_QUOTES, failure);
    return there == count && keep_first(&rows, there, failure) == count &&
           failure->code == SQLITE_OK;
}

uint32_t nr_keep_numbered(struct nr_keeper *keeper, const struct nr_piece *piece,
                          enum nr_shelf_number which, struct nr_failure *failure)
{
    struct rows rows = rows_of(keeper, piece, which);
    int64_t there = count_rows(keeper, piece, which, failure);
    uint32_t kept = keep_first(&rows, there, failure);
    if (kept < there) {
        cut(keeper, piece, which, kept, failure);
    }
    return kept;
}

int64_t nr_keep_differences(struct nr_keeper *keeper, const struct nr_piece *piece,
                            enum nr_shelf_number which, struct nr_failure *failure)
{
    struct rows rows = rows_of(keeper, piece, which);
    uint32_t count = row_count(piece, which);
    int64_t kept = count_rows(keeper, piece, which, failure);
    int64_t same = 0;
    for (uint32_t i = 0; i < count && failure->code == SQLITE_OK; i++) {
        same += find(&rows, i, failure);
    }
    int64_t more = kept > (int64_t)count ? kept : (int64_t)count;
    return more - (same < more ? same : more);
}
