/* press.h: a press for tests: a database of as many short articles as asked for, each
 * with its own words, so that an archive of it has something to do. */
#ifndef NR_TESTS_PRESS_H
#define NR_TESTS_PRESS_H

#include "newsroom.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

/* Runs SQL; prints why and ends the program where that is no answer. */
static inline void press_run(sqlite3 *db, const char *sql)
{
    char *message = NULL;
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK) {
        printf("%s: %s\n", sql, message);
        exit(1);
    }
}

static inline sqlite3 *press_open(const char *path, int busy_milliseconds)
{
    sqlite3 *db = NULL;
    if (sqlite3_open(path, &db) != SQLITE_OK ||
        sqlite3_newsroom_init(db, NULL, NULL) != SQLITE_OK) {
        printf("cannot open %s\n", path);
        exit(1);
    }
    sqlite3_busy_timeout(db, busy_milliseconds);
    return db;
}

/* articles(id, outlet, body), and an archive over it that is still empty. */
static inline void press_print(sqlite3 *db, int articles)
{
    char sql[1024];
    snprintf(
        sql, sizeof sql,
        "CREATE TABLE articles(id INTEGER PRIMARY KEY, outlet TEXT, body TEXT);"
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) "
        "INSERT INTO articles SELECT i, 'Paper ' || (i %% 7), "
        "'“We counted ' || i || ' boats,” said Mara Lindqvist, the harbour master. '"
        "|| 'Tomas Bell said that pier ' || (i %% 50) || ' would close on Friday. '"
        "|| 'She told the port council that ' || i || ' was too many.' FROM n;"
        "SELECT newsroom_index('articles', 'body', '{\"outlet\": \"outlet\"}');",
        articles);
    press_run(db, sql);
}

/* One number, or -1. */
static inline sqlite3_int64 press_number(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    sqlite3_int64 number = -1;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        number = sqlite3_column_int64(statement, 0);
    }
    sqlite3_finalize(statement);
    return number;
}

#endif
