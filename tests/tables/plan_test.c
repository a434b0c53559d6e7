/* plan_test.c: what the planner makes of a query: which look-up it takes, and that
 * nothing is sorted where rows come in order. The plan's text is SQLite's, the index
 * number is vtab.c's idxNum. */
#include "harness.h"
#include "newsroom.h"

#include <sqlite3.h>

/* idxNum of a scan by text alone, of a look-up by a column (-1: rowid), and of one that
 * reads a column which needs more than the rows do. */
enum { SCAN = 1, LOOKUP = 8, FURTHER = 1 << 16 };
#define BY(column) (SCAN | LOOKUP | ((column) + 1) << 4)

static const struct {
    const char *name;
    const char *sql;
    int index;   /* of the last table in the plan */
    bool sorted; /* a temporary B-tree is made */
} cases[] = {
    {"all rows", "SELECT token FROM article_tokens(?1)", SCAN, false},
    {"rows by another column", "SELECT token FROM article_tokens(?1) WHERE token = 'a'",
     SCAN, false},
    {"a row by rowid", "SELECT token FROM article_tokens(?1) WHERE rowid = 1", BY(-1),
     false},
    {"a row by its number", "SELECT token FROM article_tokens(?1) WHERE token_no = 1",
     BY(3), false},
    {"rows by a shared number",
     "SELECT token FROM article_tokens(?1) WHERE sentence_no = 1", BY(4), false},
    {"the row's own number before a shared one",
     "SELECT token FROM article_tokens(?1) WHERE sentence_no = 1 AND token_no = 1", BY(3),
     false},
    {"a range is no look-up", "SELECT token FROM article_tokens(?1) WHERE token_no > 1",
     SCAN, false},
    {"IS is no look-up", "SELECT token FROM article_tokens(?1) WHERE token_no IS ?2",
     SCAN, false},
    {"in the order of rowid", "SELECT token FROM article_tokens(?1) ORDER BY rowid", SCAN,
     false},
    {"in the order of the row's number",
     "SELECT token FROM article_tokens(?1) ORDER BY token_no", SCAN, false},
    {"a look-up in order",
     "SELECT token FROM article_tokens(?1) WHERE sentence_no = 1 ORDER BY token_no",
     BY(4), false},
    {"the other way round is sorted",
     "SELECT token FROM article_tokens(?1) ORDER BY token_no DESC", SCAN, true},
    {"another order is sorted", "SELECT token FROM article_tokens(?1) ORDER BY token",
     SCAN, true},
    {"quotes by quote_no", "SELECT quote FROM extract_quotes(?1) WHERE quote_no = 1",
     BY(16), false},
    {"quotes are not in the order of quote_no",
     "SELECT quote FROM extract_quotes(?1) ORDER BY quote_no", SCAN, true},
    {"options and date", "SELECT token FROM article_tokens(?1, '2024-05-01', '{}')", 7,
     false},
    {"options alone",
     "SELECT token FROM article_tokens WHERE article_text = ?1 AND "
     "article_options = '{}'",
     5, false},
    {"dates alone need no quotes", "SELECT value FROM article_dates(?1)", SCAN, false},
    {"the quote of a date needs them", "SELECT quote_no FROM article_dates(?1)",
     SCAN | FURTHER, false},
    {"so does a look-up by it", "SELECT value FROM article_dates(?1) WHERE quote_no = 1",
     BY(5) | FURTHER, false},
    {"and every column", "SELECT * FROM article_dates(?1)", SCAN | FURTHER, false},
    {"no article", "SELECT token FROM article_tokens", 0, false},
    {"a join looks up in the second table",
     "SELECT t.token FROM article_sentences(?1) AS s CROSS JOIN article_tokens(?1) AS t "
     "ON "
     "t.sentence_no = s.sentence_no",
     BY(4), false},
};

/* The plan: the index of its last virtual table (-1: none), and whether it sorts. */
static int read_plan(sqlite3 *db, const char *sql, bool *sorted)
{
    int index = -1;
    sqlite3_stmt *plan = NULL;
    char *explain = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", sql);
    *sorted = false;
    if (sqlite3_prepare_v2(db, explain, -1, &plan, NULL) != SQLITE_OK) {
        printf("     %s\n", sqlite3_errmsg(db));
    }
    while (sqlite3_step(plan) == SQLITE_ROW) {
        const char *detail = (const char *)sqlite3_column_text(plan, 3);
        const char *found = strstr(detail, "VIRTUAL TABLE INDEX ");
        index = found != NULL
                    ? (int)strtol(found + strlen("VIRTUAL TABLE INDEX "), NULL, 10)
                    : index;
        *sorted = *sorted || strstr(detail, "TEMP B-TREE") != NULL;
    }
    sqlite3_finalize(plan);
    sqlite3_free(explain);
    return index;
}

int main(void)
{
    sqlite3 *db = NULL;
    bool sorted = false;
    sqlite3_open(":memory:", &db);
    if (sqlite3_newsroom_init(db, NULL, NULL) != SQLITE_OK) {
        return EXIT_FAILURE;
    }
    for (size_t i = 0; i < TEST_COUNT(cases); i++) {
        test_case(cases[i].name);
        test_number("index", read_plan(db, cases[i].sql, &sorted), cases[i].index);
        test_bool("sorted", sorted, cases[i].sorted);
    }
    sqlite3_close(db);
    return test_end();
}
