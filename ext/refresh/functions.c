/* refresh/functions.c: the scalar functions that make an archive, remove it, and bring it
 * up to date.
 *
 *     SELECT newsroom_index('articles', 'body');
 *     SELECT newsroom_refresh('articles');
 *
 * They change the database, and are bare SELECTs: as part of a statement that reads a
 * table they would run once a row, and what that statement reads would change under it.
 */
#include "refresh/functions.h"

#include "archive/register.h"
#include "archive/savepoint.h"
#include "archive/schema.h"
#include "archive/source.h"
#include "archive/statement.h"
#include "refresh/immediate.h"
#include "refresh/refresh.h"
#include "tables/json.h"

#include <string.h>

/* ---- Is it a bare SELECT? ---- */

/* A statement that reads or writes any table begins a transaction. */
static bool touches_a_table(sqlite3 *db, const char *sql)
{
    char *explain = sqlite3_mprintf("EXPLAIN %s", sql);
    sqlite3_stmt *program = NULL;
    bool touches = true;
    if (explain != NULL &&
        sqlite3_prepare_v2(db, explain, -1, &program, NULL) == SQLITE_OK) {
        touches = false;
        while (sqlite3_step(program) == SQLITE_ROW) {
            const unsigned char *opcode = sqlite3_column_text(program, 1);
            touches = touches || (opcode != NULL &&
                                  strcmp((const char *)opcode, "Transaction") == 0);
        }
    }
    sqlite3_finalize(program);
    sqlite3_free(explain);
    return touches;
}

/* Which of the running statements called us cannot be told: one that may have. */
static bool is_bare(sqlite3 *db)
{
    sqlite3_stmt *running = NULL;
    while ((running = sqlite3_next_stmt(db, running)) != NULL) {
        if (sqlite3_stmt_busy(running) && sqlite3_stmt_readonly(running) &&
            strstr(sqlite3_sql(running), "newsroom_") != NULL &&
            !touches_a_table(db, sqlite3_sql(running))) {
            return true;
        }
    }
    return false;
}

static bool begin(sqlite3_context *context, const char *name, struct nr_failure *failure)
{
    if (!is_bare(sqlite3_context_db_handle(context))) {
        nr_fail(failure, SQLITE_ERROR,
                "%s: only by itself: SELECT %s('articles'%s), without FROM", name, name,
                strcmp(name, "newsroom_index") == 0 ? ", 'body'" : "");
    }
    return failure->code == SQLITE_OK;
}

static void end(sqlite3_context *context, char *said, struct nr_failure *failure)
{
    nr_session_rest(sqlite3_user_data(context));
    if (failure->code == SQLITE_OK && said == NULL) {
        nr_fail(failure, SQLITE_NOMEM, NULL);
    }
    if (failure->code != SQLITE_OK) {
        sqlite3_free(said);
        nr_failure_result(failure, context);
    } else {
        sqlite3_result_text(context, said, -1, sqlite3_free);
    }
}

/* ---- newsroom_index(table, body [, options]) ---- */

/* The prefix is free, or the archive of this very table, which is then told anew. */
static int check_prefix(struct nr_archive *archive, struct nr_failure *failure)
{
    if (archive->prefix == NULL) {
        archive->prefix = sqlite3_mprintf("newsroom");
    }
    if (archive->prefix == NULL) {
        return nr_fail(failure, SQLITE_NOMEM, NULL);
    }
    char *source = nr_register_source(archive, failure);
    if (source != NULL && sqlite3_stricmp(source, archive->source) != 0) {
        nr_fail(
            failure, SQLITE_ERROR,
            "newsroom_index: \"%s\" is the archive of \"%s\"; choose another beginning "
            "for this one: '{\"prefix\": \"press\"}'",
            archive->prefix, source);
    }
    sqlite3_free(source);
    return failure->code;
}

static int64_t count_articles(const struct nr_archive *archive,
                              struct nr_failure *failure)
{
    sqlite3_stmt *count =
        nr_source_prepare(archive, "SELECT count(*) FROM {table}", failure);
    int64_t articles = 0;
    if (count != NULL && nr_sql_step(archive, count, failure)) {
        articles = sqlite3_column_int64(count, 0);
    }
    sqlite3_finalize(count);
    return articles;
}

static void make_archive(const struct nr_archive *archive, struct nr_failure *failure)
{
    struct nr_savepoint savepoint;
    if (nr_savepoint_begin_making(&savepoint, archive, failure) == SQLITE_OK) {
        nr_schema_make(archive, failure);
        if (archive->mode == NR_MODE_IMMEDIATE && failure->code == SQLITE_OK) {
            nr_schema_make_indexes(archive, failure);
        }
        nr_register_write(archive, failure);
        nr_triggers_remove(archive, failure);
        nr_triggers_restore(archive, failure);
    }
    nr_savepoint_end(&savepoint, archive, failure);
}

static void newsroom_index(sqlite3_context *context, int count, sqlite3_value **values)
{
    struct nr_failure failure = {SQLITE_OK, NULL};
    struct nr_archive archive = {.db = NULL};
    char *said = NULL;
    if (begin(context, "newsroom_index", &failure) &&
        nr_archive_ask(&archive, sqlite3_user_data(context), "newsroom_index", values,
                       count, &failure) == SQLITE_OK &&
        nr_source_check(&archive, &failure) == SQLITE_OK &&
        check_prefix(&archive, &failure) == SQLITE_OK) {
        make_archive(&archive, &failure);
    }
    if (failure.code == SQLITE_OK) {
        int64_t articles = count_articles(&archive, &failure);
        said = sqlite3_mprintf(
            "%s_quotes and its kin are there, %lld article%s to analyse: SELECT * FROM "
            "newsroom_refresh('%q') fills them%s",
            archive.prefix, articles, articles == 1 ? "" : "s", archive.source,
            archive.mode == NR_MODE_IMMEDIATE
                ? ". From now on whoever writes to the table needs this extension"
                : "");
    }
    nr_archive_close(&archive);
    end(context, said, &failure);
}

/* ---- newsroom_unindex(table [, options]) ---- */

static const char *kept(const struct nr_archive *archive, struct nr_failure *failure)
{
    bool corrections = nr_schema_has(archive, "newsroom_corrections", failure);
    bool lexicon = nr_schema_has(archive, "newsroom_lexicon", failure);
    if (corrections && lexicon) {
        return "; your corrections and lexicon are kept";
    }
    return corrections ? "; your corrections are kept"
                       : (lexicon ? "; your lexicon is kept" : "");
}

static void newsroom_unindex(sqlite3_context *context, int count, sqlite3_value **values)
{
    struct nr_failure failure = {SQLITE_OK, NULL};
    struct nr_archive archive = {.db = NULL};
    struct nr_savepoint savepoint;
    char *said = NULL;
    if (begin(context, "newsroom_unindex", &failure) &&
        nr_archive_ask(&archive, sqlite3_user_data(context), "newsroom_unindex", values,
                       count, &failure) == SQLITE_OK &&
        nr_archive_find(&archive, &failure) == SQLITE_OK &&
        nr_savepoint_begin(&savepoint, &archive, &failure) == SQLITE_OK) {
        nr_triggers_remove(&archive, &failure);
        nr_schema_remove(&archive, true, &failure);
        nr_register_remove(&archive, &failure);
        nr_savepoint_end(&savepoint, &archive, &failure);
    }
    if (failure.code == SQLITE_OK) {
        said = sqlite3_mprintf("the archive of \"%s\" is removed%s", archive.source,
                               kept(&archive, &failure));
    }
    nr_archive_close(&archive);
    end(context, said, &failure);
}

/* ---- newsroom_refresh(table [, options]) ---- */

static void newsroom_refresh(sqlite3_context *context, int count, sqlite3_value **values)
{
    struct nr_failure failure = {SQLITE_OK, NULL};
    struct nr_refresh *refresh = NULL;
    char *said = NULL;
    if (begin(context, "newsroom_refresh", &failure)) {
        refresh = sqlite3_malloc64(sizeof *refresh);
        if (refresh == NULL) {
            nr_fail(&failure, SQLITE_NOMEM, NULL);
        }
    }
    if (refresh != NULL) {
        const char *note = NULL;
        nr_refresh_open(refresh, sqlite3_user_data(context), values, count, &failure);
        while (failure.code == SQLITE_OK && nr_refresh_step(refresh, &failure)) {
            note = refresh->note != NULL ? refresh->note : note;
        }
        said = failure.code == SQLITE_OK
                   ? sqlite3_mprintf("%lld of %lld article%s%s%s", refresh->done,
                                     refresh->total, refresh->total == 1 ? "" : "s",
                                     note != NULL ? "; " : "", note != NULL ? note : "")
                   : NULL;
        nr_refresh_close(refresh);
        sqlite3_free(refresh);
    }
    end(context, said, &failure);
}

const struct nr_function nr_archive_functions[] = {
    {"newsroom_index", 2, 3, SQLITE_DIRECTONLY, newsroom_index},
    {"newsroom_unindex", 1, 2, SQLITE_DIRECTONLY, newsroom_unindex},
    {"newsroom_refresh", 1, 2, SQLITE_DIRECTONLY, newsroom_refresh},
    {"newsroom_noted", 3, 3, NR_IN_TRIGGERS, nr_newsroom_noted},
};
const int nr_archive_function_count =
    (int)(sizeof nr_archive_functions / sizeof nr_archive_functions[0]);
