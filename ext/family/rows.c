/* family/rows.c: see rows.h.
 *
 * Of texts of one key only one has its shingles in the table: a quote that five hundred
 * outlets print as it was said is looked at once, not five hundred times. */
#include "family/rows.h"

#include "archive/statement.h"

#include <string.h>

/* Of an article's sketch so many are looked for. */
enum { ARTICLE_SHINGLES = 8 };

static const char *const statements[NR_REUSE_KINDS][NR_REUSE_STATEMENT_COUNT] = {
    [NR_REUSE_QUOTES] =
        {
            [NR_REUSE_POSTINGS_FROM] =
                ("SELECT shingle, quote, among FROM newsroom_quote_shingles "
                 "WHERE shingle >= ?1 ORDER BY shingle"),
            [NR_REUSE_POST] =
                ("INSERT OR IGNORE INTO newsroom_quote_shingles(shingle, quote, among) "
                 "VALUES(?1, ?2, ?3)"),
            [NR_REUSE_UNPOST] =
                "DELETE FROM newsroom_quote_shingles WHERE shingle = ?1 AND quote = ?2",
            [NR_REUSE_COUNT] =
                ("SELECT count(*) FROM "
                 "(SELECT 1 FROM newsroom_quote_shingles WHERE shingle = ?1 LIMIT ?2)"),
            [NR_REUSE_UNSETTLE_WITH] =
                ("INSERT INTO newsroom_unsettled(kind, row) "
                 "SELECT 0, quote FROM newsroom_quote_shingles WHERE shingle = ?1"),
            [NR_REUSE_IS_POSTED] = ("SELECT 1 FROM newsroom_quote_shingles AS s JOIN "
                                    "newsroom_quotes AS q ON q.id = s.quote "
                                    "WHERE s.shingle = ?1 AND q.quote_key = ?2 LIMIT 1"),
            [NR_REUSE_SAME_KEY] = ("SELECT id FROM newsroom_quotes WHERE quote_key = ?1 "
                                   "AND id <> ?2 LIMIT 1"),
            [NR_REUSE_ELSEWHERE] = ("SELECT id FROM newsroom_quotes WHERE quote_key = ?1 "
                                    "AND article <> ?2 LIMIT 1"),
            [NR_REUSE_OF_ARTICLE] = "SELECT id FROM newsroom_quotes WHERE article = ?1",
            [NR_REUSE_ROW] = ("SELECT quote_key, family IS NOT NULL, quote FROM "
                              "newsroom_quotes WHERE id = ?1"),
            [NR_REUSE_IN_OTHERS] =
                ("SELECT 1 FROM newsroom_quotes WHERE quote_key = ?1 AND article <> "
                 "(SELECT article FROM newsroom_quotes WHERE quote_key = ?2 LIMIT 1) "
                 "LIMIT 1"),
            [NR_REUSE_SET_FAMILY] = ("UPDATE newsroom_quotes SET family = ?1 WHERE "
                                     "quote_key = ?2 AND family IS NOT ?1"),
        },
    [NR_REUSE_ARTICLES] =
        {
            [NR_REUSE_POSTINGS_FROM] =
                ("SELECT shingle, sketch, among FROM newsroom_article_shingles "
                 "WHERE shingle >= ?1 ORDER BY shingle"),
            [NR_REUSE_POST] = ("INSERT OR IGNORE INTO newsroom_article_shingles(shingle, "
                               "sketch, among) "
                               "VALUES(?1, ?2, ?3)"),
            [NR_REUSE_UNPOST] = ("DELETE FROM newsroom_article_shingles WHERE shingle = "
                                 "?1 AND sketch = ?2"),
            [NR_REUSE_COUNT] =
                ("SELECT count(*) FROM "
                 "(SELECT 1 FROM newsroom_article_shingles WHERE shingle = ?1 LIMIT ?2)"),
            [NR_REUSE_UNSETTLE_WITH] =
                ("INSERT INTO newsroom_unsettled(kind, row) "
                 "SELECT 1, sketch FROM newsroom_article_shingles WHERE shingle = ?1"),
            [NR_REUSE_IS_POSTED] = ("SELECT 1 FROM newsroom_article_shingles AS s JOIN "
                                    "newsroom_article_sketches AS q ON q.id = s.sketch "
                                    "WHERE s.shingle = ?1 AND q.words_key = ?2 LIMIT 1"),
            [NR_REUSE_SAME_KEY] = ("SELECT id FROM newsroom_article_sketches WHERE "
                                   "words_key = ?1 AND id <> ?2 LIMIT 1"),
            [NR_REUSE_ELSEWHERE] = ("SELECT id FROM newsroom_article_sketches WHERE "
                                    "words_key = ?1 AND article <> ?2 LIMIT 1"),
            [NR_REUSE_OF_ARTICLE] =
                "SELECT id FROM newsroom_article_sketches WHERE article = ?1",
            [NR_REUSE_ROW] = ("SELECT words_key, family IS NOT NULL, sketch, runs FROM "
                              "newsroom_article_sketches WHERE id = ?1"),
            [NR_REUSE_IN_OTHERS] =
                ("SELECT 1 FROM newsroom_article_sketches WHERE words_key = ?1 AND id <> "
                 "(SELECT id FROM newsroom_article_sketches WHERE words_key = ?2 LIMIT "
                 "1) LIMIT 1"),
            [NR_REUSE_SET_FAMILY] = ("UPDATE newsroom_article_sketches SET family = ?1 "
                                     "WHERE words_key = ?2 AND family IS NOT ?1"),
            [NR_REUSE_FIRST] =
                ("SELECT a.article FROM newsroom_article_sketches AS k "
                 "JOIN newsroom_articles AS a ON a.article = k.article "
                 "WHERE k.family = ?1 ORDER BY a.day IS NULL, a.day, a.article LIMIT 1"),
            [NR_REUSE_SET_FIRST] =
                ("UPDATE newsroom_articles SET duplicate_of = "
                 "CASE WHEN article = ?2 THEN NULL ELSE ?2 END "
                 "WHERE article IN "
                 "(SELECT article FROM newsroom_article_sketches WHERE family = ?1) "
                 "AND duplicate_of IS NOT CASE WHEN article = ?2 THEN NULL ELSE ?2 END"),
            [NR_REUSE_SET_ALONE] =
                ("UPDATE newsroom_articles SET duplicate_of = NULL "
                 "WHERE article IN "
                 "(SELECT article FROM newsroom_article_sketches WHERE words_key = ?1) "
                 "AND duplicate_of IS NOT NULL"),
            [NR_REUSE_INSERT] = ("INSERT INTO newsroom_article_sketches(article, "
                                 "words_key, sketch, runs) "
                                 "VALUES(?1, ?2, ?3, ?4)"),
            [NR_REUSE_FORGET] =
                "DELETE FROM newsroom_article_sketches WHERE article = ?1",
            [NR_REUSE_RESET] = ("UPDATE newsroom_articles SET duplicate_of = NULL "
                                "WHERE article = ?1 AND duplicate_of IS NOT NULL"),
        },
};

/* The same for both; common runs of articles are written down below 0. */
static const char *const shared_statements[] = {
    "INSERT INTO newsroom_unsettled(kind, row) VALUES(?1, ?2)",
    "SELECT row FROM newsroom_unsettled WHERE kind = ?1 ORDER BY id",
    "DELETE FROM newsroom_unsettled WHERE kind = ?1",
    "SELECT 1 FROM newsroom_common_shingles WHERE shingle = ?1",
    "INSERT OR IGNORE INTO newsroom_common_shingles(shingle) VALUES(?1)",
    "DELETE FROM newsroom_common_shingles WHERE shingle = ?1",
};

sqlite3_stmt *nr_reuse_statement(struct nr_reuse *reuse, enum nr_reuse_kind kind,
                                 enum nr_reuse_statement which,
                                 struct nr_failure *failure)
{
    sqlite3_stmt **kept = &reuse->statements[kind][which];
    const char *sql = which >= NR_REUSE_UNSETTLE
                          ? shared_statements[which - NR_REUSE_UNSETTLE]
                          : statements[kind][which];
    if (*kept == NULL && sql != NULL) {
        *kept = nr_sql_prepare(reuse->archive, sql, failure);
    }
    return failure->code == SQLITE_OK ? *kept : NULL;
}

int nr_reuse_unsettle(struct nr_reuse *reuse, enum nr_reuse_kind kind, int64_t id,
                      struct nr_failure *failure)
{
    sqlite3_stmt *unsettle = nr_reuse_statement(reuse, kind, NR_REUSE_UNSETTLE, failure);
    if (unsettle != NULL) {
        sqlite3_bind_int64(unsettle, 1, (sqlite3_int64)kind);
        sqlite3_bind_int64(unsettle, 2, id);
        nr_sql_run(reuse->archive, unsettle, failure);
        reuse->unsettled++;
    }
    return failure->code;
}

/* ---- Rows ---- */

/* The numbers of a sketch, four bytes each, the lowest first. */
static bool read_sketch(sqlite3_stmt *statement, int column, struct nr_sketch *sketch)
{
    const unsigned char *bytes = sqlite3_column_blob(statement, column);
    uint32_t count = (uint32_t)sqlite3_column_bytes(statement, column) / 4;
    if (bytes == NULL || count > NR_SKETCH) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        sketch->items[i] = (uint32_t)bytes[4 * i] | (uint32_t)bytes[4 * i + 1] << 8 |
                           (uint32_t)bytes[4 * i + 2] << 16 |
                           (uint32_t)bytes[4 * i + 3] << 24;
    }
    sketch->count = count;
    sketch->runs = (uint32_t)sqlite3_column_int64(statement, column + 1);
    return true;
}

static bool read_columns(sqlite3_stmt *statement, enum nr_reuse_kind kind,
                         struct nr_reuse_row *row)
{
    enum { KEY, HAS_FAMILY, WORDS };
    row->key = (const char *)sqlite3_column_text(statement, KEY);
    row->has_family = sqlite3_column_int(statement, HAS_FAMILY) != 0;
    if (row->key == NULL) {
        return false;
    }
    if (kind == NR_REUSE_ARTICLES) {
        return read_sketch(statement, WORDS, &row->sketch);
    }
    row->words = (const char *)sqlite3_column_text(statement, WORDS);
    row->size = (size_t)sqlite3_column_bytes(statement, WORDS);
    return row->words != NULL;
}

sqlite3_stmt *nr_reuse_read_row(struct nr_reuse *reuse, enum nr_reuse_kind kind,
                                int64_t id, struct nr_reuse_row *row,
                                struct nr_failure *failure)
{
    sqlite3_stmt *statement = nr_reuse_statement(reuse, kind, NR_REUSE_ROW, failure);
    row->id = id;
    if (statement == NULL) {
        return NULL;
    }
    sqlite3_bind_int64(statement, 1, id);
    if (!nr_sql_step(reuse->archive, statement, failure)) {
        return NULL;
    }
    if (!read_columns(statement, kind, row)) {
        sqlite3_reset(statement);
        return NULL;
    }
    return statement;
}

bool nr_reuse_shingles(struct nr_arena *arena, const struct nr_reuse_row *row,
                       enum nr_reuse_kind kind, const struct nr_quote_words **words,
                       struct nr_shingles *shingles)
{
    const struct nr_sketch *sketch = &row->sketch;
    shingles->count = 0;
    *words = NULL;
    if (kind == NR_REUSE_QUOTES) {
        *words = nr_quote_words(arena, row->words, row->size);
        if (*words == NULL || nr_quote_letters(*words) < NR_REUSE_QUOTE_LETTERS) {
            return false;
        }
        nr_quote_shingles(*words, shingles);
        return true;
    }
    shingles->count = sketch->count < ARTICLE_SHINGLES ? sketch->count : ARTICLE_SHINGLES;
    memcpy(shingles->items, sketch->items, shingles->count * sizeof *sketch->items);
    return sketch->runs >= NR_REUSE_ARTICLE_RUNS;
}

/* ---- Runs of words that are everywhere ---- */

static int64_t written_down(enum nr_reuse_kind kind, uint32_t shingle)
{
    return kind == NR_REUSE_ARTICLES ? -(int64_t)shingle : (int64_t)shingle;
}

bool nr_reuse_is_common(struct nr_reuse *reuse, enum nr_reuse_kind kind, uint32_t shingle,
                        struct nr_failure *failure)
{
    sqlite3_stmt *statement =
        nr_reuse_statement(reuse, kind, NR_REUSE_IS_COMMON, failure);
    if (statement != NULL) {
        sqlite3_bind_int64(statement, 1, written_down(kind, shingle));
    }
    return nr_sql_answer(reuse->archive, statement, failure) != 0;
}

int nr_reuse_set_common(struct nr_reuse *reuse, enum nr_reuse_kind kind, uint32_t shingle,
                        bool common, struct nr_failure *failure)
{
    sqlite3_stmt *statement = nr_reuse_statement(
        reuse, kind, common ? NR_REUSE_SET_COMMON : NR_REUSE_UNSET_COMMON, failure);
    if (statement != NULL) {
        sqlite3_bind_int64(statement, 1, written_down(kind, shingle));
        nr_sql_run(reuse->archive, statement, failure);
    }
    return failure->code;
}

int nr_reuse_unsettle_with(struct nr_reuse *reuse, enum nr_reuse_kind kind,
                           uint32_t shingle, struct nr_failure *failure)
{
    sqlite3_stmt *unsettle =
        nr_reuse_statement(reuse, kind, NR_REUSE_UNSETTLE_WITH, failure);
    if (unsettle != NULL) {
        sqlite3_bind_int64(unsettle, 1, shingle);
        nr_sql_run(reuse->archive, unsettle, failure);
    }
    return failure->code;
}
