/* refresh/compare.c: see compare.h.
 *
 * Triggers note most changes, but not all: INSERT OR REPLACE removes rows without a word,
 * and a tool that builds the table anew takes its triggers away. So the table itself is
 * asked, in one walk; whether articles are gone, by how many of those that are kept it
 * met. */
#include "refresh/compare.h"

#include "archive/source.h"
#include "archive/statement.h"
#include "refresh/piece.h"
#include "tables/functions.h"

/* Each adds the keys that it finds. */
static const char note_new[] =
    "INSERT INTO newsroom_changes(article) SELECT s.{key} FROM {table} AS s "
    "WHERE s.{key} IS NOT NULL "
    "AND NOT EXISTS(SELECT 1 FROM newsroom_articles AS a WHERE a.article = s.{key}) "
    "AND NOT EXISTS(SELECT 1 FROM newsroom_changes AS c WHERE c.article = s.{key}) "
    "ORDER BY s.{key}";
static const char note_gone[] =
    "INSERT INTO newsroom_changes(article) SELECT a.article FROM newsroom_articles AS a "
    "WHERE NOT EXISTS(SELECT 1 FROM {table} AS s WHERE s.{key} = a.article) "
    "AND NOT EXISTS(SELECT 1 FROM newsroom_changes AS c WHERE c.article = a.article)";
static const char note_one[] =
    "INSERT INTO newsroom_changes(article) SELECT ?1 WHERE NOT EXISTS(SELECT 1 FROM "
    "newsroom_changes WHERE article = ?1)";

/* Every article next to what is known of it; ?1 is our version. */
static const char all_keys[] = "SELECT a.article, a.version IS ?1 FROM {table} AS s LEFT "
                               "JOIN newsroom_articles AS a "
                               "ON a.article = s.{key} WHERE s.{key} IS NOT NULL";
static const char all_contents[] =
    "SELECT a.article, a.version IS ?1, a.hash, {columns} FROM {table} AS s LEFT JOIN "
    "newsroom_articles AS a ON a.article = s.{key} WHERE s.{key} IS NOT NULL";

static void note_all(const struct nr_archive *archive, const char *sql,
                     struct nr_failure *failure)
{
    sqlite3_stmt *note = nr_source_prepare(archive, sql, failure);
    if (note != NULL) {
        nr_sql_run(archive, note, failure);
    }
    sqlite3_finalize(note);
}

/* What was found in one walk through the articles. */
struct walk {
    const struct nr_archive *archive;
    sqlite3_stmt *rows;
    sqlite3_stmt *note;
    int64_t known;
    bool any_new;
};

static bool is_same(const struct walk *walk)
{
    enum { VERSION = 1, HASH, COLUMNS };
    return sqlite3_column_int(walk->rows, VERSION) != 0 &&
           (walk->archive->trusting ||
            nr_piece_hash(walk->rows, COLUMNS) == sqlite3_column_int64(walk->rows, HASH));
}

static void walk_through(struct walk *walk, struct nr_failure *failure)
{
    sqlite3_bind_text(walk->rows, 1, NR_VERSION, -1, SQLITE_STATIC);
    while (nr_sql_step(walk->archive, walk->rows, failure)) {
        if (sqlite3_column_type(walk->rows, 0) == SQLITE_NULL) {
            walk->any_new = true;
            continue;
        }
        walk->known++;
        if (!is_same(walk)) {
            sqlite3_bind_value(walk->note, 1, sqlite3_column_value(walk->rows, 0));
            nr_sql_run(walk->archive, walk->note, failure);
        }
    }
}

int nr_compare(const struct nr_archive *archive, struct nr_failure *failure)
{
    int64_t kept =
        nr_sql_number(archive, "SELECT count(*) FROM newsroom_articles", 0, failure);
    struct walk walk = {.archive = archive, .any_new = kept == 0};
    if (kept > 0) {
        walk.rows = nr_source_prepare(
            archive, archive->trusting ? all_keys : all_contents, failure);
        walk.note = nr_sql_prepare(archive, note_one, failure);
    }
    if (walk.note != NULL) {
        walk_through(&walk, failure);
    }
    sqlite3_finalize(walk.rows);
    sqlite3_finalize(walk.note);
    if (walk.any_new && failure->code == SQLITE_OK) {
        note_all(archive, note_new, failure);
    }
    if (walk.known != kept && failure->code == SQLITE_OK) {
        note_all(archive, note_gone, failure);
    }
    return failure->code;
}
