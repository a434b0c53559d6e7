/* refresh/compare.c: see compare.h.
 *
 * Triggers note most changes, but not all: INSERT OR REPLACE removes rows without a word,
 * and a tool that builds the table anew takes its triggers away. So the table itself is
 * asked. */
#include "refresh/compare.h"

#include "archive/source.h"
#include "archive/statement.h"
#include "refresh/piece.h"
#include "tables/functions.h"

/* Each adds the keys that it finds; ?1 is our version. */
static const char *const notes[] = {
    "INSERT INTO newsroom_changes(article) SELECT s.{key} FROM {table} AS s "
    "WHERE s.{key} IS NOT NULL "
    "AND NOT EXISTS(SELECT 1 FROM newsroom_articles AS a WHERE a.article = s.{key}) "
    "AND NOT EXISTS(SELECT 1 FROM newsroom_changes AS c WHERE c.article = s.{key}) "
    "ORDER BY s.{key}",
    "INSERT INTO newsroom_changes(article) SELECT a.article FROM newsroom_articles AS a "
    "WHERE NOT EXISTS(SELECT 1 FROM {table} AS s WHERE s.{key} = a.article) "
    "AND NOT EXISTS(SELECT 1 FROM newsroom_changes AS c WHERE c.article = a.article)",
    "INSERT INTO newsroom_changes(article) SELECT a.article FROM newsroom_articles AS a "
    "WHERE a.version IS NOT ?1 "
    "AND NOT EXISTS(SELECT 1 FROM newsroom_changes AS c WHERE c.article = a.article)",
};

static int note_keys(const struct nr_archive *archive, struct nr_failure *failure)
{
    for (size_t i = 0; i < sizeof notes / sizeof notes[0]; i++) {
        sqlite3_stmt *note = nr_source_prepare(archive, notes[i], failure);
        if (note != NULL) {
            if (sqlite3_bind_parameter_count(note) > 0) {
                sqlite3_bind_text(note, 1, NR_VERSION, -1, SQLITE_STATIC);
            }
            nr_sql_run(archive, note, failure);
        }
        sqlite3_finalize(note);
    }
    return failure->code;
}

static int note_changed(const struct nr_archive *archive, sqlite3_stmt *rows,
                        sqlite3_stmt *note, struct nr_failure *failure)
{
    enum { ARTICLE, HASH, COLUMNS };
    while (nr_sql_step(archive, rows, failure)) {
        if (nr_piece_hash(rows, COLUMNS) != sqlite3_column_int64(rows, HASH)) {
            sqlite3_bind_value(note, 1, sqlite3_column_value(rows, ARTICLE));
            nr_sql_run(archive, note, failure);
        }
    }
    return failure->code;
}

int nr_compare(const struct nr_archive *archive, struct nr_failure *failure)
{
    if (note_keys(archive, failure) != SQLITE_OK || archive->trusting) {
        return failure->code;
    }
    sqlite3_stmt *rows =
        nr_source_prepare(archive,
                          "SELECT a.article, a.hash, {columns} FROM {table} AS s JOIN "
                          "newsroom_articles AS a ON a.article = s.{key}",
                          failure);
    sqlite3_stmt *note = nr_sql_prepare(
        archive,
        "INSERT INTO newsroom_changes(article) SELECT ?1 WHERE NOT EXISTS(SELECT 1 FROM "
        "newsroom_changes WHERE article = ?1)",
        failure);
    if (failure->code == SQLITE_OK) {
        note_changed(archive, rows, note, failure);
    }
    sqlite3_finalize(rows);
    sqlite3_finalize(note);
    return failure->code;
}
