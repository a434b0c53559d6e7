/* faults_test.c: what an archive looks like after any of its steps has failed.
 *
 * Made, filled, changed, brought up to date and removed, again and again, with the n-th
 * allocation refused, the n-th thing that a statement wants to do forbidden (an
 * authorizer: so every statement fails in turn), and interrupted at the n-th question,
 * for n = 1, 2, 3 ... and then in growing steps. After each: an error or an answer, no
 * transaction left open, a whole database, nothing leaked; and the same calls without
 * faults lead to the same rows as ever. */
#include "harness.h"
#include "newsroom.h"

#include <sqlite3.h>

static struct {
    sqlite3_mem_methods real;
    long count; /* of what is counted */
    long fail_at;
    bool and_after;
    bool failed;
} fault;

static bool fails(void)
{
    fault.count++;
    bool now = fault.fail_at != 0 && (fault.and_after ? fault.count >= fault.fail_at
                                                      : fault.count == fault.fail_at);
    fault.failed = fault.failed || now;
    return now;
}

/* ---- Three kinds of faults ---- */

static bool memory_counts;

static void *wrapped_malloc(int size)
{
    return memory_counts && fails() ? NULL : fault.real.xMalloc(size);
}

static void *wrapped_realloc(void *block, int size)
{
    return memory_counts && fails() ? NULL : fault.real.xRealloc(block, size);
}

static int forbid(void *unused, int action, const char *a, const char *b, const char *c,
                  const char *d)
{
    (void)unused, (void)action, (void)a, (void)b, (void)c, (void)d;
    return fails() ? SQLITE_DENY : SQLITE_OK;
}

static int interrupt(void *unused)
{
    (void)unused;
    return fails();
}

enum kind { MEMORY, STATEMENTS, INTERRUPTS };

static void arm(sqlite3 *db, enum kind kind, long n)
{
    fault.count = 0;
    fault.fail_at = n;
    fault.failed = false;
    memory_counts = kind == MEMORY && n > 0;
    sqlite3_set_authorizer(db, kind == STATEMENTS && n > 0 ? forbid : NULL, NULL);
    sqlite3_progress_handler(db, kind == INTERRUPTS && n > 0 ? 50 : 0,
                             kind == INTERRUPTS && n > 0 ? interrupt : NULL, NULL);
}

static void disarm(sqlite3 *db)
{
    arm(db, MEMORY, 0);
}

/* ---- The life of an archive ---- */

static const char articles[] =
    "CREATE TABLE articles(id INTEGER PRIMARY KEY, head TEXT, body TEXT, day TEXT);"
    "INSERT INTO articles VALUES"
    "(1, 'Bridge closed', '“It is unsafe,” said Mara Lindqvist, the mayor. She told the "
    "council that repairs would begin on Monday.', '2025-03-01'),"
    "(2, 'Ferry to run', 'Tomas Bell said the ferry would run on Sunday.', '2025-03-02'),"
    "(3, NULL, x'00', NULL),"
    "(4, NULL, '“We will never re-open the mine at Brack, not in my lifetime,” said Ana "
    "Diaz, whom nobody has seen there since the flood.', '2025-03-03'),"
    "(5, NULL, '“We will never re-open the mine at Brack,” said Ana Diaz, whom nobody "
    "has seen there since the flood.', '2025-03-04');"
    "CREATE TABLE newsroom_lexicon(id INTEGER PRIMARY KEY, kind TEXT, form TEXT, name "
    "TEXT, type TEXT, gender TEXT, country TEXT, role TEXT, act TEXT);"
    "INSERT INTO newsroom_lexicon(kind, form, name) VALUES"
    "('name', 'Mara Lindqvist', 'Mara Lind'), ('cue', 'opine', NULL);"
    "CREATE TABLE newsroom_corrections(id INTEGER PRIMARY KEY, article INTEGER, quote "
    "TEXT, nth INTEGER, field TEXT, value TEXT, by TEXT, at TEXT);"
    "INSERT INTO newsroom_corrections(article, quote, field, value) VALUES"
    "(1, 'we open AGAIN, at last', 'role', 'mayor'), (1, 'No such words', 'act', "
    "'deny');";

static const char *const calls[] = {
    ("SELECT newsroom_index('articles', 'body', '{\"title\": \"head\", \"published\": "
     "\"day\"}')"),
    "SELECT newsroom_refresh('articles')",
    "SELECT * FROM newsroom_refresh('articles', '{\"threads\": 2}')",
    "SELECT * FROM newsroom_check('articles')",
};

/* Between the first refresh and the second something changes. */
static const char change[] = "DELETE FROM articles WHERE id = 2;"
                             "UPDATE articles SET body = '“We open again,” said Mara "
                             "Lindqvist.' WHERE id = 1;"
                             "UPDATE articles SET body = replace(body, 'We will', 'I "
                             "will') WHERE id = 5;";

static const char kept[] =
    "SELECT group_concat(speaker || ': ' || quote, '; ') || "
    "(SELECT count(*) FROM newsroom_articles) || (SELECT count(*) FROM newsroom_changes) "
    "|| (SELECT count(*) FROM newsroom_quotes_text WHERE newsroom_quotes_text MATCH "
    "'open') || (SELECT count(*) FROM newsroom_correction_targets) "
    "|| (SELECT count(family) FROM newsroom_quotes) "
    "|| (SELECT count(duplicate_of) FROM newsroom_articles) "
    "|| (SELECT count(*) FROM newsroom_unsettled) "
    "FROM (SELECT * FROM newsroom_quotes ORDER BY article, start)";

static int run(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    while (code == SQLITE_OK && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        code = SQLITE_OK;
    }
    int end = sqlite3_finalize(statement);
    code = code == SQLITE_DONE ? SQLITE_OK : code;
    return code == SQLITE_OK ? end : code;
}

static void ask(sqlite3 *db, const char *sql, char *answer, size_t room)
{
    sqlite3_stmt *statement = NULL;
    answer[0] = 0;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        snprintf(answer, room, "%s", (const char *)sqlite3_column_text(statement, 0));
    } else {
        snprintf(answer, room, "%s", sqlite3_errmsg(db));
    }
    sqlite3_finalize(statement);
}

static bool is_whole(sqlite3 *db, enum kind kind)
{
    char answer[256];
    /* Without memory, or forbidden everything, nobody can undo (see savepoint.h); whoever
     * may again can. */
    if ((kind == MEMORY || fault.and_after) && sqlite3_get_autocommit(db) == 0) {
        sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
    }
    test_number("no transaction is left open", sqlite3_get_autocommit(db), 1);
    ask(db, "PRAGMA integrity_check", answer, sizeof answer);
    test_string("integrity_check", answer, "ok");
    ask(db, "SELECT count(*) FROM pragma_foreign_key_check", answer, sizeof answer);
    test_string("foreign_key_check", answer, "0");
    return test_state.wrong == 0;
}

/* Everything once without faults; the rows that it comes to. */
static void live(sqlite3 *db, char *rows, size_t room)
{
    for (size_t i = 0; i < TEST_COUNT(calls); i++) {
        test_number(calls[i], run(db, calls[i]), SQLITE_OK);
    }
    ask(db, kept, rows, room);
}

static sqlite3 *open_articles(void)
{
    sqlite3 *db = NULL;
    sqlite3_open(":memory:", &db);
    sqlite3_newsroom_init(db, NULL, NULL);
    sqlite3_exec(db, articles, NULL, NULL, NULL);
    return db;
}

/* The archive is brought as far as before call `which`, which then meets the fault. True:
 * the fault was met. */
static bool meet(enum kind kind, size_t which, long n, const char *expected)
{
    static char rows[4096];
    sqlite3_int64 before = sqlite3_memory_used();
    sqlite3 *db = open_articles();
    for (size_t i = 0; i < which; i++) {
        run(db, calls[i]);
    }
    sqlite3_exec(db, change, NULL, NULL, NULL);
    arm(db, kind, n);
    int code = run(db, calls[which]);
    bool met = fault.failed;
    disarm(db);
    if (code != SQLITE_OK) {
        test_bool("an error only where a fault was met", met, true);
        test_bool("the message names what failed",
                  code == SQLITE_NOMEM || strlen(sqlite3_errmsg(db)) > 5, true);
    }
    if (is_whole(db, kind)) {
        live(db, rows, sizeof rows);
        test_string("rows afterwards", rows, expected);
    }
    sqlite3_close(db);
    test_number("bytes not given back", sqlite3_memory_used() - before, 0);
    return met;
}

static void try_all(enum kind kind, size_t which, const char *expected)
{
    long n = 1;
    while (meet(kind, which, n, expected) && test_state.wrong == 0) {
        n += 1 + n / 8;
    }
    if (test_state.wrong > 0) {
        printf("     at n = %ld\n", n);
    }
    test_bool("faults were met", n > 3, true);
}

int main(void)
{
    static const char *const names[] = {"memory", "statements", "interrupts"};
    static char expected[4096];
    char name[160];
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &fault.real);
    sqlite3_mem_methods wrapped = fault.real;
    wrapped.xMalloc = wrapped_malloc;
    wrapped.xRealloc = wrapped_realloc;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &wrapped);
    sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);

    test_case("without faults");
    sqlite3 *db = open_articles();
    sqlite3_exec(db, change, NULL, NULL, NULL);
    live(db, expected, sizeof expected);
    test_string("rows", expected,
                "Mara Lind: We open again,; Ana Diaz: We will never re-open the mine "
                "at Brack, not in my lifetime,; Ana Diaz: I will never re-open the mine "
                "at Brack,4031210");
    sqlite3_close(db);
    for (int kind = MEMORY; kind <= INTERRUPTS; kind++) {
        for (size_t which = 0; which < TEST_COUNT(calls); which++) {
            for (int after = 0; after < (kind == INTERRUPTS ? 1 : 2); after++) {
                snprintf(name, sizeof name, "%s%s: %s", names[kind],
                         after ? ", and all after" : "", calls[which]);
                test_case(name);
                fault.and_after = after;
                try_all((enum kind)kind, which, expected);
            }
        }
    }
    sqlite3_shutdown();
    return test_end();
}
