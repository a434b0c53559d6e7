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
    SAME_PUBLISHED = CUT_ROWS + NR_SHELVES,
};

static char *statement_sql(int which)
{
    const struct nr_shelf *shelf = &nr_shelves[which % NR_SHELVES];
    if (which < SET_ROW) {
        return nr_shelf_sql(shelf, false);
    }
    if (which < COUNT_ROWS) {
        return nr_shelf_set_sql(shelf);
    }
    if (which < CUT_ROWS) {
        return sqlite3_mprintf("SELECT count(*) FROM %s WHERE article = ?1", shelf->name);
    }
    return which < SAME_PUBLISHED
               ? sqlite3_mprintf("DELETE FROM %s WHERE article = ?1 AND %s > ?2",
                                 shelf->name, shelf->held[0])
               : sqlite3_mprintf("SELECT 1 FROM newsroom_articles WHERE article = ?1 AND "
                                 "published IS ?2");
}

static sqlite3_stmt *statement(struct nr_keeper *keeper, int which,
                               struct nr_failure *failure)
{
    if (keeper->statements[which] == NULL && failure->code == SQLITE_OK) {
        char *sql = statement_sql(which);
        if (sql == NULL) {
            nr_fail(failure, SQLITE_NOMEM, NULL);
        } else {
            keeper->statements[which] = nr_sql_prepare(keeper->archive, sql, failure);
        }
        sqlite3_free(sql);
    }
    return failure->code == SQLITE_OK ? keeper->statements[which] : NULL;
}

void nr_keeper_close(struct nr_keeper *keeper)
{
    for (size_t i = 0; i < sizeof keeper->statements / sizeof keeper->statements[0];
         i++) {
        sqlite3_finalize(keeper->statements[i]);
    }
    *keeper = (struct nr_keeper){.archive = NULL};
}

/* The first column of the first row, where the article is ?1; 0: there is no row. */
static int64_t ask(struct nr_keeper *keeper, sqlite3_stmt *question,
                   const struct nr_piece *piece, struct nr_failure *failure)
{
    int64_t answer = 0;
    if (question != NULL) {
        sqlite3_bind_value(question, 1, piece->key);
        if (nr_sql_step(keeper->archive, question, failure)) {
            answer = sqlite3_column_int64(question, 0);
        }
        sqlite3_reset(question);
    }
    return answer;
}

static int64_t count_rows(struct nr_keeper *keeper, const struct nr_piece *piece,
                          enum nr_shelf_number which, struct nr_failure *failure)
{
    return ask(keeper, statement(keeper, COUNT_ROWS + (int)which, failure), piece,
               failure);
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
           ask(rows->keeper, question, rows->piece, failure) > 0;
}

static bool keep(struct rows *rows, uint32_t number, struct nr_failure *failure)
{
    if (!rows->moved && find(rows, number, failure)) {
        return true;
    }
    rows->moved = true;
    sqlite3_stmt *set = statement(rows->keeper, SET_ROW + (int)rows->which, failure);
    return bind(rows, set, number, failure) &&
           nr_sql_run(rows->keeper->archive, set, failure) == SQLITE_OK &&
           sqlite3_changes(rows->keeper->archive->db) == 1;
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

static bool keep_all(struct nr_keeper *keeper, const struct nr_piece *piece,
                     enum nr_shelf_number which, struct nr_failure *failure)
{
    struct rows rows = rows_of(keeper, piece, which);
    uint32_t count = row_count(piece, which);
    bool kept = piece->clipping != NULL &&
                count_rows(keeper, piece, which, failure) == (int64_t)count;
    for (uint32_t i = 0; kept && i < count; i++) {
        kept = keep(&rows, i, failure);
    }
    return kept && failure->code == SQLITE_OK;
}

/* People are told by the day too. */
bool nr_keep_entities(struct nr_keeper *keeper, const struct nr_piece *piece,
                      struct nr_failure *failure)
{
    sqlite3_stmt *question =
        piece->clipping != NULL ? statement(keeper, SAME_PUBLISHED, failure) : NULL;
    if (question == NULL) {
        return false;
    }
    sqlite3_bind_value(question, 2, piece->values[NR_SOURCE_PUBLISHED]);
    return ask(keeper, question, piece, failure) != 0 &&
           keep_all(keeper, piece, NR_SHELF_ENTITIES, failure);
}

bool nr_keep_quotes(struct nr_keeper *keeper, const struct nr_piece *piece,
                    struct nr_failure *failure)
{
    return keep_all(keeper, piece, NR_SHELF_QUOTES, failure);
}

uint32_t nr_keep_numbered(struct nr_keeper *keeper, const struct nr_piece *piece,
                          enum nr_shelf_number which, struct nr_failure *failure)
{
    struct rows rows = rows_of(keeper, piece, which);
    uint32_t count = row_count(piece, which);
    int64_t there = count_rows(keeper, piece, which, failure);
    uint32_t kept = 0;
    while (kept < count && kept < there && keep(&rows, kept, failure)) {
        kept++;
    }
    sqlite3_stmt *cut =
        kept < there ? statement(keeper, CUT_ROWS + (int)which, failure) : NULL;
    if (cut != NULL) {
        sqlite3_bind_value(cut, 1, piece->key);
        sqlite3_bind_int64(cut, 2, kept);
        nr_sql_run(keeper->archive, cut, failure);
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
