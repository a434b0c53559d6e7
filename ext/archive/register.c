/* archive/register.c: see register.h.
 *
 * newsroom_indexes keeps its name whatever prefix an archive has: it is where prefixes
 * are found. A renamed table is found by its triggers, which SQLite renames with it. */
#include "archive/register.h"

#include "archive/statement.h"
#include "tables/functions.h"

static bool is_there(const struct nr_archive *archive, const char *schema,
                     struct nr_failure *failure)
{
    char *sql = sqlite3_mprintf("SELECT count(*) FROM \"%w\".sqlite_schema WHERE type = "
                                "'table' AND name = 'newsroom_indexes'",
                                schema);
    int64_t count = sql != NULL ? nr_sql_number(archive, sql, 0, failure)
                                : nr_fail(failure, SQLITE_NOMEM, NULL);
    sqlite3_free(sql);
    return failure->code == SQLITE_OK && count > 0;
}

/* Prepares SQL whose %w is the schema. */
static sqlite3_stmt *prepare_in(const struct nr_archive *archive, const char *schema,
                                const char *format, struct nr_failure *failure)
{
    char *sql = sqlite3_mprintf(format, schema, schema);
    sqlite3_stmt *statement = NULL;
    if (sql != NULL) {
        statement = nr_sql_prepare(archive, sql, failure);
    } else {
        nr_fail(failure, SQLITE_NOMEM, NULL);
    }
    sqlite3_free(sql);
    return statement;
}

static void bind_text(sqlite3_stmt *statement, int at, const char *text)
{
    sqlite3_bind_text(statement, at, text, -1, SQLITE_TRANSIENT);
}

int nr_register_write(const struct nr_archive *archive, struct nr_failure *failure)
{
    sqlite3_stmt *make = prepare_in(
        archive, archive->schema,
        "CREATE TABLE IF NOT EXISTS \"%w\".\"newsroom_indexes\"(prefix TEXT PRIMARY KEY "
        "NOT NULL, "
        "source TEXT, mode TEXT, threads INTEGER, version TEXT, \"key\" TEXT, body TEXT, "
        "title TEXT, published TEXT, outlet TEXT, url TEXT)",
        failure);
    if (make != NULL) {
        nr_sql_run(archive, make, failure);
    }
    sqlite3_finalize(make);
    sqlite3_stmt *write = prepare_in(archive, archive->schema,
                                     "REPLACE INTO \"%w\".\"newsroom_indexes\" "
                                     "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
                                     "?10, ?11)",
                                     failure);
    if (write != NULL) {
        bind_text(write, 1, archive->prefix);
        bind_text(write, 2, archive->source);
        bind_text(write, 3, nr_mode_names[archive->mode]);
        sqlite3_bind_int(write, 4, archive->threads);
        bind_text(write, 5, NR_VERSION);
        for (int i = 0; i < NR_SOURCE_COLUMNS; i++) {
            bind_text(write, 6 + i, archive->columns[i]);
        }
        nr_sql_run(archive, write, failure);
    }
    sqlite3_finalize(write);
    return failure->code;
}

char *nr_register_source(const struct nr_archive *archive, struct nr_failure *failure)
{
    char *source = NULL;
    if (!is_there(archive, archive->schema, failure)) {
        return NULL;
    }
    sqlite3_stmt *ask = prepare_in(
        archive, archive->schema,
        "SELECT coalesce(t.tbl_name, i.source) FROM \"%w\".\"newsroom_indexes\" AS i "
        "LEFT JOIN \"%w\".sqlite_schema AS t ON t.type = 'trigger' AND t.name = i.prefix "
        "|| "
        "'_note_insert' WHERE i.prefix = ?1",
        failure);
    if (ask != NULL) {
        bind_text(ask, 1, archive->prefix);
        if (nr_sql_step(archive, ask, failure)) {
            source = sqlite3_mprintf("%s", sqlite3_column_text(ask, 0));
        }
    }
    sqlite3_finalize(ask);
    return source;
}

int nr_register_remove(const struct nr_archive *archive, struct nr_failure *failure)
{
    sqlite3_stmt *remove =
        prepare_in(archive, archive->schema,
                   "DELETE FROM \"%w\".\"newsroom_indexes\" WHERE prefix = ?1", failure);
    if (remove != NULL) {
        bind_text(remove, 1, archive->prefix);
        nr_sql_run(archive, remove, failure);
    }
    sqlite3_finalize(remove);
    char *count = sqlite3_mprintf("SELECT count(*) FROM \"%w\".\"newsroom_indexes\"",
                                  archive->schema);
    char *drop =
        sqlite3_mprintf("DROP TABLE \"%w\".\"newsroom_indexes\"", archive->schema);
    if (count == NULL || drop == NULL) {
        nr_fail(failure, SQLITE_NOMEM, NULL);
    } else if (nr_sql_number(archive, count, 1, failure) == 0) {
        nr_sql_execute(archive, drop, failure);
    }
    sqlite3_free(count);
    sqlite3_free(drop);
    return failure->code;
}

/* ---- Finding ---- */

/* A column as text into a field that is still empty. */
static void take(sqlite3_stmt *row, int column, char **field, struct nr_failure *failure)
{
    if (*field == NULL && sqlite3_column_type(row, column) != SQLITE_NULL) {
        *field = sqlite3_mprintf("%s", sqlite3_column_text(row, column));
        if (*field == NULL) {
            nr_fail(failure, SQLITE_NOMEM, NULL);
        }
    }
}

/* One row of the register, as the statement of look_in() has it. */
static void take_row(struct nr_archive *archive, sqlite3_stmt *row,
                     struct nr_failure *failure)
{
    enum { PREFIX, SOURCE, MODE, THREADS, VERSION, COLUMNS };
    sqlite3_free(archive->source);
    archive->source = NULL;
    take(row, PREFIX, &archive->prefix, failure);
    take(row, SOURCE, &archive->source, failure);
    take(row, VERSION, &archive->version, failure);
    for (int i = 0; i < NR_SOURCE_COLUMNS; i++) {
        take(row, COLUMNS + i, &archive->columns[i], failure);
    }
    archive->mode = (enum nr_mode)sqlite3_column_int(row, MODE);
    if (archive->threads == 0) {
        archive->threads = sqlite3_column_int(row, THREADS);
    }
}

static bool look_in(struct nr_archive *archive, const char *schema,
                    struct nr_failure *failure)
{
    if (!is_there(archive, schema, failure)) {
        return false;
    }
    sqlite3_stmt *ask = prepare_in(
        archive, schema,
        "SELECT i.prefix, coalesce(t.tbl_name, i.source) AS about, i.mode = 'immediate', "
        "i.threads, i.version, i.\"key\", i.body, i.title, i.published, i.outlet, i.url "
        "FROM \"%w\".\"newsroom_indexes\" AS i LEFT JOIN \"%w\".sqlite_schema AS t "
        "ON t.type = 'trigger' AND t.name = i.prefix || '_note_insert' "
        "WHERE about = ?1 COLLATE NOCASE AND (?2 IS NULL OR i.prefix = ?2) ORDER BY 1",
        failure);
    if (ask == NULL) {
        return false;
    }
    bind_text(ask, 1, archive->source);
    bind_text(ask, 2, archive->prefix);
    bool found = nr_sql_step(archive, ask, failure);
    if (found) {
        sqlite3_free(archive->schema);
        archive->schema = sqlite3_mprintf("%s", schema);
        take_row(archive, ask, failure);
        if (nr_sql_step(archive, ask, failure)) {
            nr_fail(failure, SQLITE_ERROR,
                    "%s: \"%s\" has several archives: say which, "
                    "'{\"prefix\": \"%s\"}' or '{\"prefix\": \"%s\"}'",
                    archive->caller, archive->source, archive->prefix,
                    sqlite3_column_text(ask, 0));
        }
    }
    sqlite3_finalize(ask);
    return found;
}

/* Every attached database, in SQLite's own order. */
static bool look_everywhere(struct nr_archive *archive, struct nr_failure *failure)
{
    sqlite3_stmt *schemas =
        nr_sql_prepare(archive, "SELECT name FROM pragma_database_list", failure);
    bool found = false;
    while (schemas != NULL && !found && nr_sql_step(archive, schemas, failure)) {
        found = look_in(archive, (const char *)sqlite3_column_text(schemas, 0), failure);
    }
    sqlite3_finalize(schemas);
    return found;
}

int nr_archive_find(struct nr_archive *archive, struct nr_failure *failure)
{
    char *asked = archive->schema;
    archive->schema = NULL;
    bool found = asked != NULL ? look_in(archive, asked, failure)
                               : look_everywhere(archive, failure);
    sqlite3_free(asked);
    if (!found) {
        nr_fail(failure, SQLITE_ERROR,
                "%s: there is no archive of \"%s\"; SELECT newsroom_index('%s', 'body') "
                "makes one",
                archive->caller, archive->source, archive->source);
    } else if (archive->source == NULL || archive->schema == NULL) {
        nr_fail(failure, SQLITE_NOMEM, NULL);
    }
    return failure->code;
}
