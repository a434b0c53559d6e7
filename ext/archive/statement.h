/* archive/statement.h: SQL on an archive's tables, whatever they are called and wherever
 * they are.
 *
 * In the SQL given here `newsroom_quotes` stands for "schema"."prefix_quotes" and
 * `[newsroom_quotes]` for "prefix_quotes"; names in '...' and "..." are left alone. So
 * the statements read like the schema.
 */
#ifndef NR_ARCHIVE_STATEMENT_H
#define NR_ARCHIVE_STATEMENT_H

#include "archive/archive.h"

/* The SQL with the archive's names in it, to be freed by sqlite3_free(); NULL: out of
 * memory. */
char *nr_sql_named(const struct nr_archive *archive, const char *sql);

/* The same for statements that make things (sql/schema.sql): only the name that is made
 * has its schema, as CREATE wants it, and is made IF NOT EXISTS; KEY_TYPE stands for the
 * type of the user's key. */
char *nr_sql_named_for_making(const struct nr_archive *archive, const char *sql);

/* Prepares one statement; NULL on failure. */
sqlite3_stmt *nr_sql_prepare(const struct nr_archive *archive, const char *sql,
                             struct nr_failure *failure);

/* A statement that is kept: prepared when it is first asked for, from sql(which), which
 * is to be freed by sqlite3_free(). NULL on failure, or after one. */
sqlite3_stmt *nr_sql_kept(const struct nr_archive *archive, sqlite3_stmt **kept,
                          char *(*sql)(int which), int which, struct nr_failure *failure);

/* The first column of the first row of a prepared question as a number; 0 where there is
 * no row, or no question. Resets it. */
int64_t nr_sql_answer(const struct nr_archive *archive, sqlite3_stmt *question,
                      struct nr_failure *failure);

/* One step: true with a row. On failure and at the end the statement is reset. */
bool nr_sql_step(const struct nr_archive *archive, sqlite3_stmt *statement,
                 struct nr_failure *failure);

/* Runs a statement that was prepared, to its end, and resets it. */
int nr_sql_run(const struct nr_archive *archive, sqlite3_stmt *statement,
               struct nr_failure *failure);

/* Prepares and runs one or more statements without parameters. */
int nr_sql_execute(const struct nr_archive *archive, const char *sql,
                   struct nr_failure *failure);

/* The same for SQL that has its names already. */
int nr_sql_execute_named(const struct nr_archive *archive, const char *sql,
                         struct nr_failure *failure);

/* The first column of the first row as a number; `otherwise` where there is no row. */
int64_t nr_sql_number(const struct nr_archive *archive, const char *sql,
                      int64_t otherwise, struct nr_failure *failure);

#endif
