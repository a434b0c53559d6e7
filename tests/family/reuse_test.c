/* reuse_test.c: are quotes that outlets took from each other found, and no others?
 *
 *     reuse_test                  the seeds that are asserted
 *     reuse_test 7 --show         one seed, and what was missed or wrong
 *
 * Pairs of quotes in different articles: right are those that tests/reuse/made.c planted,
 * found are those of one family. A quote of chance that lands in a family makes pairs
 * that are wrong. */
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

static int64_t number(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK ||
        sqlite3_step(statement) != SQLITE_ROW) {
        printf("%s: %s\n", sql, sqlite3_errmsg(db));
        exit(EXIT_FAILURE);
    }
    int64_t value = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return value;
}

static void show(sqlite3 *db, const char *title, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    printf("-- %s\n", title);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(statement); i++) {
            printf("%s%s", i > 0 ? " | " : "", sqlite3_column_text(statement, i));
        }
        printf("\n");
    }
    sqlite3_finalize(statement);
}

/* said: each row of newsroom_quotes with the statement that it is, or is a part of. */
static const char truth[] =
    "CREATE TABLE said AS SELECT q.id, q.article, q.family, q.quote, "
    "(SELECT statement FROM spots AS s WHERE s.article = q.article "
    "AND q.start + q.length / 2 BETWEEN s.start AND s.start + s.length) "
    "AS statement FROM newsroom_quotes AS q;"
    "CREATE TABLE found AS SELECT a.statement AS one, b.statement AS two, a.quote AS a, "
    "b.quote AS b FROM said AS a JOIN said AS b ON b.family = a.family "
    "AND b.article > a.article";

static void index_press(sqlite3 *db, unsigned seed)
{
    made_press(db, seed);
    run(db, "SELECT newsroom_index('articles', 'body', "
            "'{\"outlet\": \"outlet\", \"published\": \"published\"}');"
            "SELECT max(done) FROM newsroom_refresh('articles');"
            "CREATE TABLE spots AS SELECT m.article, m.statement, m.sort, "
            "instr(a.body, m.quote) AS start, length(m.quote) AS length "
            "FROM made AS m JOIN articles AS a ON a.id = m.article");
    run(db, truth);
}

static void test_seed(unsigned seed, bool shown)
{
    static char name[64];
    sqlite3 *db = NULL;
    sqlite3_open(":memory:", &db);
    sqlite3_newsroom_init(db, NULL, NULL);
    index_press(db, seed);
    int64_t found = number(db, "SELECT count(DISTINCT one) FROM found WHERE one = two");
    int64_t wrong =
        number(db, "SELECT count(*) FROM found WHERE one IS NOT two LIMIT 20");
    int64_t misses = number(db, "SELECT count(*) FROM found WHERE one >= 120 "
                                "AND one / 2 = two / 2 AND one <> two");
    int64_t recall = found * 1000 / MADE_REUSES;
    int64_t precision = found + wrong > 0 ? found * 1000 / (found + wrong) : 0;
    snprintf(name, sizeof name, "seed %u", seed);
    test_case(name);
    printf("seed %u: recall %lld.%lld, precision %lld.%lld, %lld of %d near misses taken "
           "for reuse\n",
           seed, (long long)(recall / 10), (long long)(recall % 10),
           (long long)(precision / 10), (long long)(precision % 10), (long long)misses,
           MADE_NEAR_MISSES);
    test_bool("recall of 95 percent", recall >= 950, true);
    test_bool("precision of 95 percent", precision >= 950, true);
    if (shown) {
        show(
            db, "missed",
            "SELECT b.sort, a.quote, b.quote, round(quote_similarity(a.quote, b.quote), "
            "2) "
            "FROM made AS a JOIN made AS b "
            "ON b.statement = a.statement AND b.rowid > a.rowid WHERE a.statement NOT IN "
            "(SELECT one FROM found WHERE one = two)");
        show(db, "wrong",
             "SELECT one, two, round(quote_similarity(a, b), 2), a, b FROM found "
             "WHERE one IS NOT two LIMIT 20");
    }
    sqlite3_close(db);
}

int main(int argc, char **argv)
{
    if (argc > 1) {
        test_seed((unsigned)strtoul(argv[1], NULL, 10), argc > 2);
        return test_end();
    }
    for (unsigned seed = 501; seed <= 505; seed++) {
        test_seed(seed, false);
    }
    return test_end();
}
