/* archive/source.c: see source.h.
 *
 *     newsroom_index: the table "articles" has no declared key; name a column that is
 *     unique: '{"key": "url"}' after CREATE UNIQUE INDEX articles_url ON articles(url)
 *
 * A row is known by its declared key. A rowid that is not declared is none: VACUUM may
 * give it to another row. */
#include "archive/source.h"

#include "archive/statement.h"

#include <string.h>

static sqlite3_stmt *ask(const struct nr_archive *archive, const char *sql,
                         const char *first, const char *second,
                         struct nr_failure *failure)
{
    sqlite3_stmt *statement = nr_sql_prepare(archive, sql, failure);
    if (statement != NULL) {
        sqlite3_bind_text(statement, 1, first, -1, SQLITE_TRANSIENT);
        sqlite3_bind_text(statement, 2, second, -1, SQLITE_TRANSIENT);
    }
    return statement;
}

static int keep(char **field, const unsigned char *text, struct nr_failure *failure)
{
    char *copy = sqlite3_mprintf("%s", text);
    sqlite3_free(*field);
    *field = copy;
    return copy != NULL ? SQLITE_OK : nr_fail(failure, SQLITE_NOMEM, NULL);
}

/* ---- The table ---- */

/* Completes schema and name; an error where it is no ordinary table. (Not by
 * pragma_table_list, which looks into every view there is.) */
static bool find_in(struct nr_archive *archive, const char *schema,
                    struct nr_failure *failure)
{
    char *sql = sqlite3_mprintf("SELECT name, CASE WHEN type = 'view' THEN 'view' WHEN "
                                "sql LIKE 'CREATE VIRTUAL%%' "
                                "THEN 'virtual table' END FROM \"%w\".sqlite_schema "
                                "WHERE type IN ('table', 'view') "
                                "AND name = ?1 COLLATE NOCASE",
                                schema);
    sqlite3_stmt *tables =
        sql != NULL ? ask(archive, sql, archive->source, NULL, failure) : NULL;
    bool found = tables != NULL && nr_sql_step(archive, tables, failure);
    if (found && sqlite3_column_type(tables, 1) != SQLITE_NULL) {
        nr_fail(failure, SQLITE_ERROR,
                "%s: \"%s\" is a %s; an archive follows an ordinary table, by triggers",
                archive->caller, archive->source, sqlite3_column_text(tables, 1));
    } else if (found) {
        keep(&archive->source, sqlite3_column_text(tables, 0), failure);
    }
    sqlite3_finalize(tables);
    if (sql == NULL) {
        nr_fail(failure, SQLITE_NOMEM, NULL);
    }
    sqlite3_free(sql);
    return found;
}

/* In the schema asked for, or in the first that has it. */
static int check_table(struct nr_archive *archive, struct nr_failure *failure)
{
    sqlite3_stmt *schemas =
        ask(archive,
            "SELECT name FROM pragma_database_list WHERE ?1 IS NULL OR "
            "name = ?1 COLLATE NOCASE",
            archive->schema, NULL, failure);
    bool found = false;
    while (schemas != NULL && !found && nr_sql_step(archive, schemas, failure)) {
        found = find_in(archive, (const char *)sqlite3_column_text(schemas, 0), failure);
        if (found && failure->code == SQLITE_OK) {
            keep(&archive->schema, sqlite3_column_text(schemas, 0), failure);
        }
    }
    sqlite3_finalize(schemas);
    if (!found && failure->code == SQLITE_OK) {
        bool dropped = archive->version != NULL; /* there is an archive of it */
        nr_fail(failure, SQLITE_ERROR,
                dropped ? "%s: no such table: %s%s%s; if it is gone for good, SELECT "
                          "newsroom_unindex('%s') takes its archive away"
                        : "%s: no such table: %s%s%s",
                archive->caller, archive->schema != NULL ? archive->schema : "",
                archive->schema != NULL ? "." : "", archive->source, archive->source);
    }
    return failure->code;
}

/* ---- Its columns ---- */

static int check_column(struct nr_archive *archive, int column,
                        struct nr_failure *failure)
{
    char **name = &archive->columns[column];
    sqlite3_stmt *columns = ask(archive,
                                "SELECT name FROM pragma_table_xinfo(?1, ?2) "
                                "WHERE name = ?3 COLLATE NOCASE",
                                archive->source, archive->schema, failure);
    if (columns == NULL) {
        return failure->code;
    }
    sqlite3_bind_text(columns, 3, *name, -1, SQLITE_TRANSIENT);
    if (nr_sql_step(archive, columns, failure)) {
        keep(name, sqlite3_column_text(columns, 0), failure);
    } else {
        nr_fail(failure, SQLITE_ERROR,
                "%s: the table \"%s\" has no column \"%s\"; if it was renamed, SELECT "
                "newsroom_index('%s', ...) with its new name",
                archive->caller, archive->source, *name, archive->source);
    }
    sqlite3_finalize(columns);
    return failure->code;
}

/* ---- Its key ---- */

static int no_key(const struct nr_archive *archive, const char *why,
                  struct nr_failure *failure)
{
    return nr_fail(
        failure, SQLITE_ERROR,
        "%s: the table \"%s\" has no %s; name a column that is unique: "
        "'{\"key\": \"url\"}' after CREATE UNIQUE INDEX \"%s_url\" ON \"%s\"(url)",
        archive->caller, archive->source, why, archive->source, archive->source);
}

static int find_key(struct nr_archive *archive, struct nr_failure *failure)
{
    sqlite3_stmt *keys =
        ask(archive,
            "SELECT name, pk FROM pragma_table_xinfo(?1, ?2) WHERE pk > 0 "
            "ORDER BY pk DESC",
            archive->source, archive->schema, failure);
    if (keys == NULL) {
        return failure->code;
    }
    if (!nr_sql_step(archive, keys, failure)) {
        no_key(archive, "declared key", failure);
    } else if (sqlite3_column_int(keys, 1) > 1) {
        no_key(archive, "key of one column", failure);
    } else {
        keep(&archive->columns[NR_SOURCE_KEY], sqlite3_column_text(keys, 0), failure);
    }
    sqlite3_finalize(keys);
    return failure->code;
}

/* The column alone is a PRIMARY KEY or has a whole UNIQUE index. */
static int check_unique(const struct nr_archive *archive, struct nr_failure *failure)
{
    sqlite3_stmt *unique =
        ask(archive,
            "SELECT 1 FROM pragma_table_xinfo(?1, ?2) WHERE name = ?3 AND pk = 1 AND NOT "
            "EXISTS(SELECT 1 FROM pragma_table_xinfo(?1, ?2) WHERE pk > 1) UNION ALL "
            "SELECT 1 FROM pragma_index_list(?1, ?2) AS l WHERE l.\"unique\" AND NOT "
            "l.partial "
            "AND (SELECT group_concat(i.name, char(0)) FROM pragma_index_info(l.name, "
            "?2) AS i) "
            "= ?3",
            archive->source, archive->schema, failure);
    if (unique == NULL) {
        return failure->code;
    }
    const char *key = archive->columns[NR_SOURCE_KEY];
    sqlite3_bind_text(unique, 3, key, -1, SQLITE_TRANSIENT);
    if (!nr_sql_step(archive, unique, failure)) {
        nr_fail(failure, SQLITE_ERROR,
                "%s: the key \"%s\" is not unique; CREATE UNIQUE INDEX \"%s_%s\" ON "
                "\"%s\"(\"%s\") makes it so",
                archive->caller, key, archive->source, key, archive->source, key);
    }
    sqlite3_finalize(unique);
    return failure->code;
}

/* SQLite's own rules of affinity, in its order: https://sqlite.org/datatype3.html */
static const char *affinity(const char *type)
{
    static const struct {
        const char *pattern;
        const char *affinity;
    } rules[] = {{"%INT%", "INTEGER"}, {"%CHAR%", "TEXT"}, {"%CLOB%", "TEXT"},
                 {"%TEXT%", "TEXT"},   {"%BLOB%", "BLOB"}, {"%REAL%", "REAL"},
                 {"%FLOA%", "REAL"},   {"%DOUB%", "REAL"}, {"ANY", "BLOB"}};
    if (type == NULL || type[0] == 0) {
        return "BLOB";
    }
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        if (sqlite3_strlike(rules[i].pattern, type, 0) == 0) {
            return rules[i].affinity;
        }
    }
    return "NUMERIC";
}

/* So that "n.article = a.id" compares as "a.id = a.id" would, and uses the index. */
static int find_key_type(struct nr_archive *archive, struct nr_failure *failure)
{
    const char *type = NULL;
    const char *collation = NULL;
    int code = sqlite3_table_column_metadata(
        archive->db, archive->schema, archive->source, archive->columns[NR_SOURCE_KEY],
        &type, &collation, NULL, NULL, NULL);
    if (code != SQLITE_OK) {
        return nr_fail(failure, code, "%s: %s", archive->caller,
                       sqlite3_errmsg(archive->db));
    }
    bool binary = collation == NULL || sqlite3_stricmp(collation, "BINARY") == 0;
    sqlite3_free(archive->key_type);
    archive->key_type =
        sqlite3_mprintf(binary ? "%s" : "%s COLLATE \"%w\"", affinity(type), collation);
    return archive->key_type != NULL ? SQLITE_OK : nr_fail(failure, SQLITE_NOMEM, NULL);
}

int nr_source_check(struct nr_archive *archive, struct nr_failure *failure)
{
    if (check_table(archive, failure) != SQLITE_OK) {
        return failure->code;
    }
    for (int i = 0; i < NR_SOURCE_COLUMNS; i++) {
        if (archive->columns[i] != NULL &&
            check_column(archive, i, failure) != SQLITE_OK) {
            return failure->code;
        }
    }
    if (archive->columns[NR_SOURCE_KEY] == NULL &&
        find_key(archive, failure) != SQLITE_OK) {
        return failure->code;
    }
    if (check_unique(archive, failure) == SQLITE_OK) {
        find_key_type(archive, failure);
    }
    return failure->code;
}

/* ---- SQL about it ---- */

char *nr_source_list(const struct nr_archive *archive, const char *alias)
{
    sqlite3_str *list = sqlite3_str_new(archive->db);
    for (int i = 0; i < NR_SOURCE_COLUMNS; i++) {
        sqlite3_str_appendall(list, i > 0 ? ", " : "");
        if (archive->columns[i] == NULL) {
            sqlite3_str_appendall(list, "NULL");
        } else {
            sqlite3_str_appendf(list, "%s.\"%w\"", alias, archive->columns[i]);
        }
    }
    return sqlite3_str_finish(list);
}

/* One {word} of the SQL. */
static void append_named(const struct nr_archive *archive, sqlite3_str *sql,
                         const char *word)
{
    if (strncmp(word, "{table}", 7) == 0) {
        sqlite3_str_appendf(sql, "\"%w\".\"%w\"", archive->schema, archive->source);
    } else if (strncmp(word, "{schema}", 8) == 0) {
        sqlite3_str_appendf(sql, "\"%w\".sqlite_schema", archive->schema);
    } else if (strncmp(word, "{prefix}", 8) == 0) {
        sqlite3_str_appendf(sql, "%Q", archive->prefix);
    } else if (strncmp(word, "{key}", 5) == 0) {
        sqlite3_str_appendf(sql, "\"%w\"", archive->columns[NR_SOURCE_KEY]);
    } else {
        char *list = nr_source_list(archive, "s");
        if (list != NULL) {
            sqlite3_str_appendall(sql, list);
        }
        sqlite3_free(list);
    }
}

sqlite3_stmt *nr_source_prepare(const struct nr_archive *archive, const char *sql,
                                struct nr_failure *failure)
{
    sqlite3_str *whole = sqlite3_str_new(archive->db);
    while (*sql != 0) {
        size_t plain = strcspn(sql, "{");
        sqlite3_str_append(whole, sql, (int)plain);
        sql += plain;
        if (*sql == '{') {
            append_named(archive, whole, sql);
            sql += strcspn(sql, "}") + 1;
        }
    }
    char *text = sqlite3_str_finish(whole);
    if (text == NULL) {
        nr_fail(failure, SQLITE_NOMEM, NULL);
    }
    sqlite3_stmt *statement =
        text != NULL ? nr_sql_prepare(archive, text, failure) : NULL;
    sqlite3_free(text);
    return statement;
}
