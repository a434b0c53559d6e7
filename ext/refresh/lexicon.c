/* refresh/lexicon.c: see lexicon.h.
 *
 *     name | MOI | Mighty Oak Inc | ORG     articles with "MOI" or "Mighty Oak Inc"
 *     cue  | opine                          articles with "opin": opined, opining
 *
 * Which articles a row touches is asked of the user's table, once for each row that
 * changed: those that hold the letters, whatever the casing of ASCII. Too many are found,
 * never too few: an article that has "opinion" is analysed anew for nothing. A character
 * that is not ASCII, and a space, which may be the end of a line, match any. */
#include "refresh/lexicon.h"

#include "archive/statement.h"
#include "tables/options.h"

#include <string.h>

/* ---- As options ---- */

#define NAME_AS_JSON                                                                     \
    "json_object('name', coalesce(name, form), 'form', form, 'type', upper(type), "      \
    "'gender', gender, 'country', country, 'role', role)"
/* Five forms of an irregular verb are joined by bars: "sing|sings|sang|sung|singing". */
#define CUE_AS_JSON                                                                      \
    "CASE WHEN instr(form, '|') > 0 THEN json_object('forms', json('[' || "              \
    "replace(json_quote(form), '|', '\",\"') || ']'), 'verb', name, 'act', act) "        \
    "ELSE json_object('form', form, 'verb', name, 'act', act) END"

static const char all_rows[] =
    "SELECT json_object("
    "'names', json((SELECT json_group_array(json(j)) FROM (SELECT " NAME_AS_JSON " AS j "
    "FROM newsroom_lexicon WHERE kind = 'name' ORDER BY id))), "
    "'cues', json((SELECT json_group_array(json(j)) FROM (SELECT " CUE_AS_JSON " AS j "
    "FROM newsroom_lexicon WHERE kind = 'cue' ORDER BY id)))) "
    "WHERE EXISTS(SELECT 1 FROM newsroom_lexicon)";

static const char each_row[] =
    "SELECT id, form, CASE kind WHEN 'cue' "
    "THEN json_object('cues', json_array(json(" CUE_AS_JSON "))) "
    "ELSE json_object('names', json_array(json(" NAME_AS_JSON "))) END "
    "FROM newsroom_lexicon ORDER BY id";

/* Whether these options can be read; if not, failure says why. */
static bool readable(const struct nr_archive *archive, const char *json,
                     struct nr_failure *failure)
{
    struct nr_host host = nr_session_host(archive->session);
    struct nr_argument source = {.bytes = json, .size = strlen(json)};
    struct nr_options *options = NULL;
    nr_options_read(archive->db, &host, &source, &options, failure);
    nr_options_release(options);
    nr_session_rest(archive->session);
    return failure->code == SQLITE_OK;
}

/* Of an error what is wrong, without where it is in the options: "unknown "ROBOT" (known:
 * ...)" of "article_options: names[0].type: unknown ...". */
static const char *what_is_wrong(const char *message)
{
    const char *place = strstr(message, "[0]");
    return place != NULL ? place + 3 + (place[3] == '.' || place[3] == ':') : message;
}

/* The first row that cannot be read. */
static void blame_row(const struct nr_archive *archive, struct nr_failure *failure)
{
    struct nr_failure asking = {SQLITE_OK, NULL};
    sqlite3_stmt *rows = nr_sql_prepare(archive, each_row, failure);
    bool fine = true;
    while (fine && rows != NULL && nr_sql_step(archive, rows, failure)) {
        const char *json = (const char *)sqlite3_column_text(rows, 2);
        const char *form = (const char *)sqlite3_column_text(rows, 1);
        fine = json != NULL && readable(archive, json, &asking);
        if (!fine && asking.message == NULL) {
            nr_fail(failure, asking.code != SQLITE_OK ? asking.code : SQLITE_NOMEM, NULL);
        } else if (!fine) {
            nr_fail(failure, SQLITE_ERROR,
                    "%s: row %lld of %s_lexicon (\"%.60s\"): %s; correct that row or "
                    "delete it",
                    archive->caller, sqlite3_column_int64(rows, 0), archive->prefix,
                    form != NULL ? form : "", what_is_wrong(asking.message));
        }
    }
    sqlite3_free(asking.message);
    sqlite3_finalize(rows);
}

char *nr_lexicon_options(const struct nr_archive *archive, struct nr_failure *failure)
{
    char *options = NULL;
    sqlite3_stmt *whole = nr_sql_prepare(archive, all_rows, failure);
    if (whole != NULL && nr_sql_step(archive, whole, failure)) {
        const char *json = (const char *)sqlite3_column_text(whole, 0);
        options = sqlite3_mprintf("%s", json != NULL ? json : "{}");
        if (options == NULL) {
            nr_fail(failure, SQLITE_NOMEM, NULL);
        }
    }
    sqlite3_finalize(whole);
    struct nr_failure asking = {SQLITE_OK, NULL};
    if (options != NULL && !readable(archive, options, &asking)) {
        blame_row(archive, failure);
        nr_fail(failure, asking.code, "%s: %s", archive->caller,
                asking.message != NULL ? asking.message : "out of memory");
        sqlite3_free(options);
        options = NULL;
    }
    sqlite3_free(asking.message);
    return options;
}

/* ---- What a row touches ---- */

/* What differs from the last time, both ways. */
static const char changed[] =
    "SELECT kind, form, name FROM ("
    "SELECT * FROM (SELECT " NR_LEXICON_COLUMNS " FROM newsroom_lexicon EXCEPT "
    "SELECT " NR_LEXICON_COLUMNS " FROM newsroom_lexicon_used) UNION ALL "
    "SELECT * FROM (SELECT " NR_LEXICON_COLUMNS " FROM newsroom_lexicon_used EXCEPT "
    "SELECT " NR_LEXICON_COLUMNS " FROM newsroom_lexicon))";

static const char remember[] = "DELETE FROM newsroom_lexicon_used; "
                               "INSERT INTO newsroom_lexicon_used(" NR_LEXICON_COLUMNS
                               ") SELECT " NR_LEXICON_COLUMNS " FROM newsroom_lexicon";

/* A LIKE pattern that the article's text fits wherever it may hold the form; of a verb
 * only as much as no inflection changes: "opin" of "opine", "cr" of "cry". NULL: out of
 * memory. */
static char *pattern_of(const char *form, size_t length, bool verb)
{
    sqlite3_str *pattern = sqlite3_str_new(NULL);
    sqlite3_str_appendchar(pattern, 1, '%');
    if (verb) {
        size_t word = strcspn(form, " |");
        length = word > 2 ? word - 1 : word;
    }
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)form[i];
        if (c >= 0x80 || c == ' ') {
            /* one character: its first byte stands for it */
            sqlite3_str_appendall(pattern, (c & 0xC0) != 0x80 ? "_" : "");
        } else if (c == '%' || c == '_' || c == '\\') {
            sqlite3_str_appendf(pattern, "\\%c", c);
        } else {
            sqlite3_str_appendchar(pattern, 1, (char)c);
        }
    }
    sqlite3_str_appendchar(pattern, 1, '%');
    return sqlite3_str_finish(pattern);
}

/* INSERT of the keys of the articles that fit ?1. */
static char *note_sql(const struct nr_archive *archive)
{
    sqlite3_str *sql = sqlite3_str_new(archive->db);
    const char *key = archive->columns[NR_SOURCE_KEY];
    const char *title = archive->columns[NR_SOURCE_TITLE];
    sqlite3_str_appendf(sql,
                        "INSERT INTO newsroom_changes(article) SELECT s.\"%w\" "
                        "FROM \"%w\".\"%w\" AS s WHERE (s.\"%w\" LIKE ?1 ESCAPE '\\'",
                        key, archive->schema, archive->source,
                        archive->columns[NR_SOURCE_BODY]);
    if (title != NULL) {
        sqlite3_str_appendf(sql, " OR s.\"%w\" LIKE ?1 ESCAPE '\\'", title);
    }
    sqlite3_str_appendf(
        sql,
        ") AND EXISTS(SELECT 1 FROM newsroom_articles AS a WHERE a.article = s.\"%w\") "
        "AND NOT EXISTS(SELECT 1 FROM newsroom_changes AS c WHERE c.article = s.\"%w\")",
        key, key);
    return sqlite3_str_finish(sql);
}

static void note_form(const struct nr_archive *archive, sqlite3_stmt *note,
                      const char *form, size_t length, bool verb,
                      struct nr_failure *failure)
{
    char *pattern = length > 0 ? pattern_of(form, length, verb) : NULL;
    if (pattern != NULL) {
        sqlite3_bind_text(note, 1, pattern, -1, sqlite3_free);
        nr_sql_run(archive, note, failure);
    } else if (length > 0) {
        nr_fail(failure, SQLITE_NOMEM, NULL);
    }
}

static void note_rows(const struct nr_archive *archive, sqlite3_stmt *rows,
                      sqlite3_stmt *note, struct nr_failure *failure)
{
    enum { KIND, FORM, NAME };
    while (nr_sql_step(archive, rows, failure)) {
        const char *kind = (const char *)sqlite3_column_text(rows, KIND);
        const char *form = (const char *)sqlite3_column_text(rows, FORM);
        const char *name = (const char *)sqlite3_column_text(rows, NAME);
        bool verb = kind != NULL && strcmp(kind, "cue") == 0;
        while (form != NULL && *form != 0) {
            size_t length = verb ? strcspn(form, "|") : strlen(form);
            note_form(archive, note, form, length, verb, failure);
            form += length + (form[length] == '|');
        }
        if (!verb && name != NULL) {
            note_form(archive, note, name, strlen(name), false, failure);
        }
    }
}

int nr_lexicon_note(const struct nr_archive *archive, struct nr_failure *failure)
{
    sqlite3_stmt *rows = nr_sql_prepare(archive, changed, failure);
    char *sql = note_sql(archive);
    if (sql == NULL) {
        nr_fail(failure, SQLITE_NOMEM, NULL);
    }
    sqlite3_stmt *note = sql != NULL ? nr_sql_prepare(archive, sql, failure) : NULL;
    if (failure->code == SQLITE_OK) {
        note_rows(archive, rows, note, failure);
    }
    sqlite3_finalize(rows);
    sqlite3_finalize(note);
    sqlite3_free(sql);
    return nr_sql_execute(archive, remember, failure);
}
