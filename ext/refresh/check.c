/* refresh/check.c: SELECT * FROM newsroom_check('articles'): what an archive says that a
 * fresh analysis would not, and what else is not as it should be. It changes nothing.
 *
 *     17|newsroom_quotes|2 of 9 rows are not what a fresh analysis says
 *     |newsroom_note_update|the trigger is gone
 *
 * First come questions that SQL answers, then each article is analysed once more. */
#include "archive/register.h"
#include "archive/schema.h"
#include "archive/source.h"
#include "archive/statement.h"
#include "refresh/keep.h"
#include "refresh/lexicon.h"
#include "refresh/report.h"

#include <string.h>

/* Each gives rows of article, place, finding. */
static const char *const questions[] = {
    "SELECT NULL, t.value, 'the trigger is gone; newsroom_refresh() restores it' FROM "
    "json_each('[\"note_insert\",\"note_update\",\"note_delete\"]') AS t WHERE NOT "
    "EXISTS(SELECT 1 FROM {schema} WHERE type = 'trigger' AND name = {prefix} || '_' || "
    "t.value)",
    "SELECT NULL, 'newsroom_quotes_text', 'there is no full text; newsroom_index() makes "
    "it' WHERE EXISTS(SELECT 1 FROM pragma_module_list WHERE name = 'fts5') AND NOT "
    "EXISTS(SELECT 1 FROM {schema} WHERE name = {prefix} || '_quotes_text')",
    "SELECT article, 'newsroom_changes', 'it is noted and not analysed yet' FROM "
    "newsroom_changes",
    "SELECT s.{key}, 'newsroom_articles', 'it is not analysed yet' FROM {table} AS s "
    "WHERE "
    "NOT EXISTS(SELECT 1 FROM newsroom_articles AS a WHERE a.article = s.{key}) AND NOT "
    "EXISTS(SELECT 1 FROM newsroom_changes AS c WHERE c.article = s.{key})",
    "SELECT a.article, 'newsroom_articles', 'it is no longer in the table' FROM "
    "newsroom_articles AS a WHERE NOT EXISTS(SELECT 1 FROM {table} AS s WHERE s.{key} = "
    "a.article) AND NOT EXISTS(SELECT 1 FROM newsroom_changes AS c WHERE c.article = "
    "a.article)",
    "SELECT a.article, 'newsroom_articles', a.error FROM newsroom_articles AS a WHERE "
    "a.error IS NOT NULL",
    "SELECT article, 'newsroom_corrections', 'correction ' || id || ': its words are no "
    "longer there' FROM newsroom_lost_corrections",
    "SELECT NULL, 'newsroom_lexicon', 'it changed since the last refresh' WHERE "
    "EXISTS(SELECT " NR_LEXICON_COLUMNS
    " FROM newsroom_lexicon EXCEPT SELECT " NR_LEXICON_COLUMNS
    " FROM newsroom_lexicon_used) OR EXISTS(SELECT " NR_LEXICON_COLUMNS
    " FROM newsroom_lexicon_used EXCEPT SELECT " NR_LEXICON_COLUMNS
    " FROM newsroom_lexicon)",
};
enum { QUESTIONS = sizeof questions / sizeof questions[0] };

struct check {
    struct nr_archive archive;
    struct nr_keeper keeper;
    char *lexicon;              /* newsroom_lexicon as options, or NULL */
    struct nr_argument options; /* of every article */
    int question;               /* that is being answered, QUESTIONS: each article anew */
    sqlite3_stmt *rows;         /* its answers, or the articles */
    struct nr_piece piece;
    int shelf;     /* that is compared next */
    bool open;     /* piece holds an article */
    bool changed;  /* since it was analysed */
    char *finding; /* of an article; NULL: the row of `rows` is the finding */
};

static int open(void *work, struct nr_session *session, sqlite3_value *const *values,
                int count, struct nr_failure *failure)
{
    struct check *check = work;
    *check = (struct check){.question = -1};
    struct nr_archive *archive = &check->archive;
    check->keeper.archive = archive;
    if (nr_archive_ask(archive, session, "newsroom_check", values, count, failure) ==
            SQLITE_OK &&
        nr_archive_find(archive, failure) == SQLITE_OK &&
        nr_source_check(archive, failure) == SQLITE_OK) {
        check->lexicon = nr_lexicon_options(archive, failure);
    }
    if (check->lexicon != NULL) {
        check->options = (struct nr_argument){check->lexicon, strlen(check->lexicon)};
    }
    return failure->code;
}

/* ---- What SQL answers ---- */

static sqlite3_stmt *ask(struct check *check, struct nr_failure *failure)
{
    sqlite3_finalize(check->rows);
    check->rows = NULL;
    check->question++;
    const char *sql = check->question < QUESTIONS
                          ? questions[check->question]
                          : "SELECT a.article, a.hash, {columns} FROM "
                            "newsroom_articles AS a JOIN {table} AS s ON s.{key} = "
                            "a.article WHERE a.error IS NULL "
                            "ORDER BY a.article";
    check->rows = nr_source_prepare(&check->archive, sql, failure);
    return check->rows;
}

/* ---- What an analysis answers ---- */

static bool read_article(struct check *check, struct nr_failure *failure)
{
    enum { ARTICLE, HASH, COLUMNS };
    if (!nr_sql_step(&check->archive, check->rows, failure)) {
        return false;
    }
    nr_piece_close(&check->piece);
    nr_piece_read(&check->piece, check->rows, ARTICLE, COLUMNS, failure);
    nr_session_options(check->archive.session, &check->options, failure);
    if (failure->code == SQLITE_OK) {
        nr_piece_analyse(&check->piece, check->archive.session, &check->options);
        check->shelf = 0;
        check->open = true;
        check->changed = check->piece.hash != sqlite3_column_int64(check->rows, HASH);
        int code = check->piece.failure.code;
        if (code == SQLITE_NOMEM || code == SQLITE_INTERRUPT) {
            nr_fail(failure, code, NULL);
        }
    }
    return failure->code == SQLITE_OK;
}

static bool find(struct check *check, char *finding, struct nr_failure *failure)
{
    sqlite3_free(check->finding);
    check->finding = finding;
    return finding != NULL || nr_fail(failure, SQLITE_NOMEM, NULL) == SQLITE_OK;
}

/* What is to be said of the article at hand; then the next shelf on which rows differ. */
static bool compare_shelves(struct check *check, struct nr_failure *failure)
{
    if (check->open && check->changed) {
        check->open = false;
        return find(check, sqlite3_mprintf("it changed since it was analysed"), failure);
    }
    while (check->open && failure->code == SQLITE_OK && check->shelf < NR_SHELVES) {
        int64_t wrong = nr_keep_differences(
            &check->keeper, &check->piece, (enum nr_shelf_number)check->shelf++, failure);
        if (wrong > 0 && failure->code == SQLITE_OK) {
            char *finding = sqlite3_mprintf(
                "%lld rows are not what a fresh analysis says", (sqlite3_int64)wrong);
            return find(check, finding, failure);
        }
    }
    check->open = false;
    return false;
}

static bool step(void *work, struct nr_failure *failure)
{
    struct check *check = work;
    while (failure->code == SQLITE_OK && check->question < QUESTIONS) {
        if (check->rows != NULL && nr_sql_step(&check->archive, check->rows, failure)) {
            return true;
        }
        ask(check, failure);
    }
    while (failure->code == SQLITE_OK) {
        if (compare_shelves(check, failure)) {
            return true;
        }
        if (failure->code == SQLITE_OK && !read_article(check, failure)) {
            break;
        }
    }
    return false;
}

/* ---- Rows ---- */

enum { ARTICLE, PLACE, FINDING, COLUMNS };

static void column(const void *work, int column, sqlite3_context *context)
{
    const struct check *check = work;
    if (check->finding == NULL) {
        sqlite3_result_value(context, sqlite3_column_value(check->rows, column));
        return;
    }
    switch (column) {
    case ARTICLE:
        sqlite3_result_value(context, check->piece.key);
        break;
    case PLACE:
        sqlite3_result_text(context,
                            check->changed ? "newsroom_articles"
                                           : nr_shelves[check->shelf - 1].name,
                            -1, SQLITE_STATIC);
        break;
    default:
        sqlite3_result_text(context, check->finding, -1, SQLITE_TRANSIENT);
    }
}

static void close(void *work)
{
    struct check *check = work;
    sqlite3_finalize(check->rows);
    sqlite3_free(check->finding);
    nr_piece_close(&check->piece);
    nr_keeper_close(&check->keeper);
    sqlite3_free(check->lexicon);
    nr_archive_close(&check->archive);
}

const struct nr_report nr_report_check = {
    .name = "newsroom_check",
    .columns = "article, place TEXT, finding TEXT",
    .column_count = COLUMNS,
    .size = sizeof(struct check),
    .open = open,
    .step = step,
    .column = column,
    .close = close,
};
