/* archive/schema.c: see schema.h.
 *
 * What is made is what sql/ *.sql says, statement by statement, IF NOT EXISTS: so making
 * is also mending. What is removed is what stands there behind CREATE, and nothing that
 * only has a name like it. */
#include "archive/schema.h"

#include "archive/register.h"
#include "archive/statement.h"

#include <string.h>

static const char *const *const all_files[] = {nr_sql_schema, nr_sql_text, nr_sql_views};
enum { FILES = sizeof all_files / sizeof all_files[0] };

/* Tables whose rows are the user's own. */
static const char *const yours[] = {"newsroom_corrections", "newsroom_lexicon"};

enum { NAME_BYTES = 64 };

bool nr_schema_has(const struct nr_archive *archive, const char *name,
                   struct nr_failure *failure)
{
    char *sql =
        sqlite3_mprintf("SELECT count(*) FROM \"%w\".sqlite_schema WHERE name = "
                        "'%q_%q' COLLATE NOCASE",
                        archive->schema, archive->prefix, name + strlen("newsroom_"));
    if (sql == NULL) {
        nr_fail(failure, SQLITE_NOMEM, NULL);
        return false;
    }
    int64_t count = nr_sql_number(archive, sql, 0, failure);
    sqlite3_free(sql);
    return count > 0;
}

/* ---- Making ---- */

static int make(const struct nr_archive *archive, const char *const *lines,
                struct nr_failure *failure)
{
    sqlite3_str *text = sqlite3_str_new(archive->db);
    while (*lines != NULL) {
        sqlite3_str_appendall(text, *lines++);
    }
    char *sql = sqlite3_str_finish(text);
    char *named = sql != NULL ? nr_sql_named_for_making(archive, sql) : NULL;
    if (named != NULL) {
        nr_sql_execute_named(archive, named, failure);
    } else if (sql != NULL || sqlite3_str_errcode(text) != SQLITE_OK) {
        nr_fail(failure, SQLITE_NOMEM, NULL);
    }
    sqlite3_free(named);
    sqlite3_free(sql);
    return failure->code;
}

/* What a line makes: "TABLE" and "newsroom_people" of "CREATE TABLE newsroom_people(". */
struct made {
    char kind[NAME_BYTES];
    char name[NAME_BYTES];
};

static const char *word_into(const char *from, char *word)
{
    size_t length = strcspn(from, " (\n");
    size_t kept = length < NAME_BYTES ? length : NAME_BYTES - 1;
    memcpy(word, from, kept);
    word[kept] = 0;
    from += length;
    return from + strspn(from, " ");
}

static bool makes(const char *line, struct made *made)
{
    char word[NAME_BYTES];
    line = word_into(line, word);
    if (strcmp(word, "CREATE") != 0) {
        return false;
    }
    line = word_into(line, made->kind);
    if (strcmp(made->kind, "VIRTUAL") == 0 || strcmp(made->kind, "UNIQUE") == 0) {
        line = word_into(line, made->kind);
    }
    word_into(line, made->name);
    return true;
}

static bool is_yours(const char *name)
{
    for (size_t i = 0; i < sizeof yours / sizeof yours[0]; i++) {
        if (strcmp(yours[i], name) == 0) {
            return true;
        }
    }
    return false;
}

/* Somebody's table of the same name is not taken for ours. */
static int check_free(const struct nr_archive *archive, struct nr_failure *failure)
{
    struct made made;
    for (const char *const *line = nr_sql_schema; *line != NULL; line++) {
        if (makes(*line, &made) && strcmp(made.kind, "TABLE") == 0 &&
            !is_yours(made.name) && nr_schema_has(archive, made.name, failure)) {
            return nr_fail(failure, SQLITE_ERROR,
                           "%s: there is a table \"%s_%s\" already; choose another "
                           "beginning: '{\"prefix\": \"press\"}'",
                           archive->caller, archive->prefix,
                           made.name + strlen("newsroom_"));
        }
    }
    return failure->code;
}

/* ---- Full text ---- */

/* What FTS5 keeps its words in. These stay alone where a shell read the archive back from
 * SQL and would make no virtual table, as it does from 3.42 on. */
static const char remains[] = "DROP TABLE IF EXISTS newsroom_quotes_text_data;"
                              "DROP TABLE IF EXISTS newsroom_quotes_text_idx;"
                              "DROP TABLE IF EXISTS newsroom_quotes_text_docsize;"
                              "DROP TABLE IF EXISTS newsroom_quotes_text_config;";

static bool host_has_full_text(const struct nr_archive *archive,
                               struct nr_failure *failure)
{
    return nr_sql_number(archive,
                         "SELECT count(*) FROM pragma_module_list WHERE name = 'fts5'", 0,
                         failure) > 0;
}

int nr_schema_check_host(const struct nr_archive *archive, struct nr_failure *failure)
{
    if (nr_schema_has(archive, "newsroom_quotes_text", failure) &&
        !host_has_full_text(archive, failure)) {
        nr_fail(failure, SQLITE_ERROR,
                "%s: this program's SQLite has no FTS5, and \"%s_quotes_text\" would no "
                "longer fit; build it with FTS5 (Go: -tags sqlite_fts5), or DROP that "
                "table where there is FTS5",
                archive->caller, archive->prefix);
    }
    return failure->code;
}

/* Whoever made this archive may have had no FTS5: then it is filled from the quotes. */
static void make_full_text(const struct nr_archive *archive, struct nr_failure *failure)
{
    if (nr_schema_has(archive, "newsroom_quotes_text", failure) ||
        !host_has_full_text(archive, failure)) {
        return;
    }
    nr_sql_execute(archive, remains, failure);
    if (failure->code == SQLITE_OK) {
        make(archive, nr_sql_text, failure);
    }
    nr_sql_execute(archive,
                   "INSERT INTO newsroom_quotes_text([newsroom_quotes_text]) "
                   "VALUES('rebuild')",
                   failure);
}

/* ---- All of it ---- */

int nr_schema_make(const struct nr_archive *archive, struct nr_failure *failure)
{
    char *source = nr_register_source(archive, failure);
    if (failure->code == SQLITE_OK && source == NULL) {
        check_free(archive, failure);
    }
    sqlite3_free(source);
    if (failure->code == SQLITE_OK) {
        make(archive, nr_sql_schema, failure);
    }
    if (failure->code == SQLITE_OK) {
        make_full_text(archive, failure);
    }
    return failure->code == SQLITE_OK ? make(archive, nr_sql_views, failure)
                                      : failure->code;
}

int nr_schema_make_indexes(const struct nr_archive *archive, struct nr_failure *failure)
{
    struct made made;
    size_t last = 0;
    while (nr_sql_indexes[last + 1] != NULL) {
        last++;
    }
    if (makes(nr_sql_indexes[last], &made) &&
        !nr_schema_has(archive, made.name, failure) && failure->code == SQLITE_OK) {
        make(archive, nr_sql_indexes, failure);
    }
    return failure->code;
}

/* ---- Removing ---- */

static bool has_rows(const struct nr_archive *archive, const char *name,
                     struct nr_failure *failure)
{
    char *sql = sqlite3_mprintf("SELECT EXISTS(SELECT 1 FROM %s)", name);
    int64_t rows = sql != NULL ? nr_sql_number(archive, sql, 0, failure) : 1;
    sqlite3_free(sql);
    return rows > 0;
}

static void drop(const struct nr_archive *archive, const struct made *made,
                 struct nr_failure *failure)
{
    char *sql = sqlite3_mprintf("DROP %s IF EXISTS %s", made->kind, made->name);
    if (sql != NULL) {
        nr_sql_execute(archive, sql, failure);
    } else {
        nr_fail(failure, SQLITE_NOMEM, NULL);
    }
    sqlite3_free(sql);
}

/* An index goes with its table. */
static bool is_dropped(const struct nr_archive *archive, const struct made *made,
                       bool all, struct nr_failure *failure)
{
    if (strcmp(made->kind, "INDEX") == 0) {
        return false;
    }
    if (!is_yours(made->name)) {
        return true;
    }
    return all && nr_schema_has(archive, made->name, failure) &&
           !has_rows(archive, made->name, failure);
}

/* From the last made to the first: views before tables, children before parents. */
int nr_schema_remove(const struct nr_archive *archive, bool all,
                     struct nr_failure *failure)
{
    struct made made;
    for (int file = FILES - 1; file >= 0; file--) {
        size_t lines = 0;
        while (all_files[file][lines] != NULL) {
            lines++;
        }
        while (lines > 0 && failure->code == SQLITE_OK) {
            if (makes(all_files[file][--lines], &made) &&
                is_dropped(archive, &made, all, failure)) {
                drop(archive, &made, failure);
            }
        }
    }
    return nr_sql_execute(archive, remains, failure);
}
