/* archive/statement.c: see statement.h.
 *
 *     INSERT INTO newsroom_changes(article) VALUES(?1)
 *
 * becomes INSERT INTO "main"."newsroom_changes"(article) VALUES(?1). Messages name the
 * statement that failed, as it is written here. */
#include "archive/statement.h"

#include <string.h>

static const char stem[] = "newsroom_";
enum { STEM = sizeof stem - 1, SHOWN = 60 };

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '_';
}

/* The end of what begins here and is copied as it stands: '...', "...", a comment to the
 * end of its line, a word, or one byte. */
static size_t copied(const char *sql)
{
    size_t length = 1;
    if (sql[0] == '\'' || sql[0] == '"') {
        const char *end = strchr(sql + 1, sql[0]);
        return end != NULL ? (size_t)(end - sql) + 1 : strlen(sql);
    }
    if (sql[0] == '-' && sql[1] == '-') {
        return strcspn(sql, "\n");
    }
    while (is_word(sql[0]) && is_word(sql[length])) {
        length++;
    }
    return length;
}

char *nr_sql_named(const struct nr_archive *archive, const char *sql)
{
    sqlite3_str *named = sqlite3_str_new(archive->db);
    while (*sql != 0) {
        bool bare = sql[0] == '[' && strncmp(sql + 1, stem, STEM) == 0;
        size_t length = bare ? strcspn(sql, "]") : copied(sql);
        if (bare) {
            sqlite3_str_appendf(named, "\"%w_%.*s\"", archive->prefix,
                                (int)(length - 1 - STEM), sql + 1 + STEM);
            length += sql[length] == ']';
        } else if (length > STEM && strncmp(sql, stem, STEM) == 0) {
            sqlite3_str_appendf(named, "\"%w\".\"%w_%.*s\"", archive->schema,
                                archive->prefix, (int)(length - STEM), sql + STEM);
        } else {
            sqlite3_str_append(named, sql, (int)length);
        }
        sql += length;
    }
    return sqlite3_str_finish(named);
}

/* Appends one word of SQL that makes something; making: the last keyword was CREATE. */
static void append_made(const struct nr_archive *archive, sqlite3_str *named,
                        const char *word, size_t length, bool *making)
{
    if (strncmp(word, stem, STEM) == 0 && length > STEM) {
        if (*making) {
            sqlite3_str_appendf(named, "IF NOT EXISTS \"%w\".", archive->schema);
        }
        sqlite3_str_appendf(named, "\"%w_%.*s\"", archive->prefix, (int)(length - STEM),
                            word + STEM);
        *making = false;
    } else if (length == 8 && strncmp(word, "KEY_TYPE", 8) == 0) {
        sqlite3_str_appendall(named, archive->key_type);
    } else {
        sqlite3_str_append(named, word, (int)length);
        *making = *making || (length == 6 && strncmp(word, "CREATE", 6) == 0);
    }
}

char *nr_sql_named_for_making(const struct nr_archive *archive, const char *sql)
{
    sqlite3_str *named = sqlite3_str_new(archive->db);
    bool making = false;
    while (*sql != 0) {
        size_t length = copied(sql);
        append_made(archive, named, sql, length, &making);
        sql += length;
    }
    return sqlite3_str_finish(named);
}

/* Keeps SQLite's own words, and the beginning of the statement that failed. */
static void fail(const struct nr_archive *archive, int code, const char *sql,
                 struct nr_failure *failure)
{
    if (code == SQLITE_NOMEM) {
        nr_fail(failure, code, NULL);
        return;
    }
    sql = sql != NULL ? sql : "";
    size_t length = strcspn(sql, "\n");
    nr_fail(failure, code, "%s: %s, in: %.*s%s", archive->caller,
            sqlite3_errmsg(archive->db), (int)(length < SHOWN ? length : SHOWN), sql,
            sql[length] != 0 || length > SHOWN ? " ..." : "");
}

/* Prepares the first statement of the SQL, which has the archive's names in it already.
 */
static sqlite3_stmt *prepare(const struct nr_archive *archive, const char *sql,
                             const char **rest, struct nr_failure *failure)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(archive->db, sql, -1, &statement, rest);
    if (code != SQLITE_OK) {
        fail(archive, code, sql, failure);
    }
    return statement;
}

sqlite3_stmt *nr_sql_prepare(const struct nr_archive *archive, const char *sql,
                             struct nr_failure *failure)
{
    sqlite3_stmt *statement = NULL;
    if (failure->code != SQLITE_OK) {
        return NULL;
    }
    char *named = nr_sql_named(archive, sql);
    if (named == NULL) {
        nr_fail(failure, SQLITE_NOMEM, NULL);
    } else {
        statement = prepare(archive, named, NULL, failure);
    }
    sqlite3_free(named);
    return statement;
}

bool nr_sql_step(const struct nr_archive *archive, sqlite3_stmt *statement,
                 struct nr_failure *failure)
{
    if (failure->code != SQLITE_OK) {
        return false;
    }
    int code = sqlite3_step(statement);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code != SQLITE_DONE) {
        fail(archive, code, sqlite3_sql(statement), failure);
    }
    sqlite3_reset(statement);
    return false;
}

int nr_sql_run(const struct nr_archive *archive, sqlite3_stmt *statement,
               struct nr_failure *failure)
{
    while (nr_sql_step(archive, statement, failure)) {
    }
    return failure->code;
}

int nr_sql_execute_named(const struct nr_archive *archive, const char *sql,
                         struct nr_failure *failure)
{
    while (*sql != 0 && failure->code == SQLITE_OK) {
        sqlite3_stmt *statement = prepare(archive, sql, &sql, failure);
        if (statement != NULL) {
            nr_sql_run(archive, statement, failure);
        }
        sqlite3_finalize(statement);
    }
    return failure->code;
}

int nr_sql_execute(const struct nr_archive *archive, const char *sql,
                   struct nr_failure *failure)
{
    if (failure->code != SQLITE_OK) {
        return failure->code;
    }
    char *named = nr_sql_named(archive, sql);
    if (named == NULL) {
        return nr_fail(failure, SQLITE_NOMEM, NULL);
    }
    nr_sql_execute_named(archive, named, failure);
    sqlite3_free(named);
    return failure->code;
}

sqlite3_stmt *nr_sql_kept(const struct nr_archive *archive, sqlite3_stmt **kept,
                          char *(*sql)(int which), int which, struct nr_failure *failure)
{
    if (*kept == NULL && failure->code == SQLITE_OK) {
        char *text = sql(which);
        if (text == NULL) {
            nr_fail(failure, SQLITE_NOMEM, NULL);
        } else {
            *kept = nr_sql_prepare(archive, text, failure);
        }
        sqlite3_free(text);
    }
    return failure->code == SQLITE_OK ? *kept : NULL;
}

int64_t nr_sql_answer(const struct nr_archive *archive, sqlite3_stmt *question,
                      struct nr_failure *failure)
{
    int64_t answer = 0;
    if (question != NULL && nr_sql_step(archive, question, failure)) {
        answer = sqlite3_column_int64(question, 0);
        sqlite3_reset(question);
    }
    return answer;
}

int64_t nr_sql_number(const struct nr_archive *archive, const char *sql,
                      int64_t otherwise, struct nr_failure *failure)
{
    sqlite3_stmt *statement = nr_sql_prepare(archive, sql, failure);
    int64_t number = otherwise;
    if (statement != NULL && nr_sql_step(archive, statement, failure)) {
        number = sqlite3_column_int64(statement, 0);
    }
    sqlite3_finalize(statement);
    return number;
}
