/* families_test.c: the families of an archive depend on what is in it, not on how it came
 * there.
 *
 * A made press is indexed at once, and again bit by bit: in any order, with articles that
 * are deleted, come back, and are something else for a while. In the end both archives
 * must say the same, down to the runs of words that they keep. The press has stock
 * phrases enough for some of these to come to be everywhere on the way. */
#include "harness.h"
#include "newsroom.h"
#include "reuse/made.h"

static void run(sqlite3 *db, const char *sql)
{
    char *message = NULL;
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK) {
        printf("%s: %s\n", sql, message);
        exit(EXIT_FAILURE);
    }
}

/* The first column of the first row, to be freed. */
static char *answer(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK ||
        sqlite3_step(statement) != SQLITE_ROW) {
        printf("%s: %s\n", sql, sqlite3_errmsg(db));
        exit(EXIT_FAILURE);
    }
    char *text = sqlite3_mprintf("%s", sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    return text;
}

static sqlite3 *open_press(unsigned seed)
{
    sqlite3 *db = NULL;
    sqlite3_open(":memory:", &db);
    sqlite3_newsroom_init(db, NULL, NULL);
    made_press(db, seed);
    /* Some copies of whole articles, cut at their end. */
    run(db, "INSERT INTO articles SELECT 1000 + id, 'Copy', date(published, '+1 day'), "
            "substr(body, 1, length(body) * 9 / 10) FROM articles WHERE id % 25 = 3");
    return db;
}

static void index_press(sqlite3 *db)
{
    run(db, "SELECT newsroom_index('articles', 'body', "
            "'{\"outlet\": \"outlet\", \"published\": \"published\"}');"
            "SELECT newsroom_refresh('articles')");
}

/* All comes in portions; in between some goes, and some is other articles' words. */
static void index_bit_by_bit(sqlite3 *db)
{
    run(db, "CREATE TABLE all_articles AS SELECT *, (id * 7919) % 1009 AS turn "
            "FROM articles; DELETE FROM articles WHERE id % 3 > 0");
    index_press(db);
    for (int portion = 0; portion < 12; portion++) {
        char sql[1024];
        snprintf(
            sql, sizeof sql,
            "INSERT OR REPLACE INTO articles "
            "SELECT id, outlet, published, body FROM all_articles WHERE turn %% 12 = "
            "%d;"
            "DELETE FROM articles WHERE id %% 17 = %d;"
            "UPDATE articles SET body = (SELECT body FROM all_articles AS a "
            "WHERE a.turn > articles.id %% 900 ORDER BY a.turn LIMIT 1) "
            "WHERE id %% 23 = %d;"
            "SELECT newsroom_refresh('articles')",
            portion, portion, portion);
        run(db, sql);
    }
    run(db, "INSERT OR REPLACE INTO articles "
            "SELECT id, outlet, published, body FROM all_articles;"
            "SELECT newsroom_refresh('articles')");
}

static const struct {
    const char *what;
    const char *sql;
} kept[] = {
    {"families of quotes",
     "SELECT group_concat(article || ' ' || start || ' ' || coalesce(family, '-'), "
     "char(10)) "
     "FROM (SELECT * FROM newsroom_quotes ORDER BY article, field, start)"},
    {"duplicates of articles",
     "SELECT group_concat(article || ' ' || coalesce(duplicate_of, '-'), char(10)) "
     "FROM (SELECT * FROM newsroom_articles ORDER BY article)"},
    {"runs of words of quotes",
     "SELECT group_concat(shingle || ' ' || quote_key || ' ' || among, char(10)) FROM "
     "(SELECT s.*, q.quote_key FROM newsroom_quote_shingles AS s "
     "LEFT JOIN newsroom_quotes AS q ON q.id = s.quote ORDER BY shingle, quote_key)"},
    {"runs of words of articles",
     "SELECT group_concat(shingle || ' ' || words_key, char(10)) FROM "
     "(SELECT s.*, k.words_key FROM newsroom_article_shingles AS s "
     "LEFT JOIN newsroom_article_sketches AS k ON k.id = s.sketch "
     "ORDER BY shingle, words_key)"},
    {"runs that are everywhere",
     "SELECT group_concat(shingle, char(10)) FROM "
     "(SELECT shingle FROM newsroom_common_shingles ORDER BY shingle)"},
};

static void test_seed(unsigned seed)
{
    sqlite3 *at_once = open_press(seed);
    sqlite3 *bit_by_bit = open_press(seed);
    index_press(at_once);
    index_bit_by_bit(bit_by_bit);
    for (size_t i = 0; i < TEST_COUNT(kept); i++) {
        char *expected = answer(at_once, kept[i].sql);
        char *actual = answer(bit_by_bit, kept[i].sql);
        test_case(kept[i].what);
        test_bool("there are any", strlen(expected) > 10, true);
        test_bool("the same in any order", strcmp(actual, expected) == 0, true);
        sqlite3_free(expected);
        sqlite3_free(actual);
    }
    static const struct {
        const char *what;
        const char *sql;
    } empty[] = {
        {"nothing is unsettled", "SELECT count(*) FROM newsroom_unsettled"},
        {"no family is one article's own",
         "SELECT count(*) FROM (SELECT 1 FROM newsroom_quotes WHERE family IS NOT NULL "
         "GROUP BY family HAVING count(DISTINCT article) < 2)"},
        {"a first article is a duplicate of none",
         "SELECT count(*) FROM newsroom_articles AS a JOIN newsroom_articles AS b "
         "ON b.article = a.duplicate_of WHERE b.duplicate_of IS NOT NULL"},
        {"copies are found", "SELECT 18 > count(*) FROM newsroom_articles "
                             "WHERE duplicate_of IS NOT NULL AND article > 1000"},
    };
    for (size_t i = 0; i < TEST_COUNT(empty); i++) {
        char *count = answer(bit_by_bit, empty[i].sql);
        test_case(empty[i].what);
        test_string("count", count, "0");
        sqlite3_free(count);
    }
    sqlite3_close(at_once);
    sqlite3_close(bit_by_bit);
}

int main(void)
{
    test_seed(7);
    test_seed(8);
    return test_end();
}
