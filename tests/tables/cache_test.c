/* cache_test.c: how often an article is analysed, what is kept of it, and for how long.
 *
 * newsroom_debug() counts analyses and bytes. What SQL alone cannot do is here: buffers
 * that change under a statement's feet, connections that close late, articles too large
 * to keep. */
#include "harness.h"
#include "newsroom.h"

#include <sqlite3.h>

static sqlite3 *open_db(void)
{
    sqlite3 *db = NULL;
    sqlite3_open(":memory:", &db);
    test_number("loading", sqlite3_newsroom_init(db, NULL, NULL), SQLITE_OK);
    return db;
}

static void close_db(sqlite3 *db)
{
    test_number("closing", sqlite3_close(db), SQLITE_OK);
}

/* The first column of the first row; body is ?1. */
static int64_t number_of(sqlite3 *db, const char *sql, const char *body)
{
    sqlite3_stmt *statement = NULL;
    int64_t number = -1;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK) {
        sqlite3_bind_text(statement, 1, body, -1, SQLITE_STATIC);
        if (sqlite3_step(statement) == SQLITE_ROW) {
            number = sqlite3_column_int64(statement, 0);
        }
    }
    if (sqlite3_finalize(statement) != SQLITE_OK) {
        printf("     %s\n", sqlite3_errmsg(db));
    }
    return number;
}

static int64_t analyses(sqlite3 *db)
{
    return number_of(db, "SELECT newsroom_debug() ->> 'analyses'", "");
}

static int64_t kept_bytes(sqlite3 *db)
{
    return number_of(db, "SELECT newsroom_debug() ->> 'cache_bytes'", "");
}

/* Text of about this size; free() it. */
static char *make_body(size_t size)
{
    static const char paragraph[] =
        "\"We will appeal,\" said Ana Diaz. Bo Lund told her that rain was likely.\n\n";
    size_t count = size / (sizeof paragraph - 1);
    char *body = malloc(count * (sizeof paragraph - 1) + 1);
    if (body == NULL) {
        exit(EXIT_FAILURE);
    }
    for (size_t i = 0; i < count; i++) {
        memcpy(body + i * (sizeof paragraph - 1), paragraph, sizeof paragraph);
    }
    return body;
}

#define FIVE_TABLES                                                                      \
    "SELECT count(*) FROM extract_quotes(?1) AS q "                                      \
    "JOIN article_sentences(?1) AS s ON s.sentence_no = q.sentence_no "                  \
    "JOIN article_blocks(?1) AS b ON b.block_no = q.block_no "                           \
    "JOIN article_mentions(?1) AS m ON m.sentence_no = s.sentence_no "                   \
    "JOIN article_entities(?1) AS e ON e.entity_no = m.entity_no"

static void five_tables(void)
{
    sqlite3 *db = open_db();
    char *body = make_body(20 * 1000);
    test_bool("rows", number_of(db, FIVE_TABLES, body) > 500, true);
    test_number("analyses", analyses(db), 1);
    free(body);
    close_db(db);
}

static void large_article(void)
{
    sqlite3 *db = open_db();
    char *body = make_body(4 * 1000 * 1000);
    test_bool("rows", number_of(db, FIVE_TABLES, body) > 100000, true);
    test_number("analyses of one statement", analyses(db), 1);
    test_number("bytes kept afterwards", kept_bytes(db), 0);
    number_of(db, "SELECT count(*) FROM article_blocks(?1)", body);
    test_number("analyses after the next", analyses(db), 2);
    free(body);
    close_db(db);
}

static void kept_within_limits(void)
{
    sqlite3 *db = open_db();
    char body[] = "Article A has words.";
    for (int letter = 'A'; letter <= 'Z'; letter++) {
        body[8] = (char)letter;
        number_of(db, "SELECT count(*) FROM article_tokens(?1)", body);
    }
    test_number("analyses", analyses(db), 26);
    for (int letter = 'W'; letter <= 'Z'; letter++) {
        body[8] = (char)letter;
        number_of(db, "SELECT count(*) FROM article_tokens(?1)", body);
    }
    test_number("analyses of the last four", analyses(db), 26);
    body[8] = 'V';
    number_of(db, "SELECT count(*) FROM article_tokens(?1)", body);
    test_number("analyses of the fifth", analyses(db), 27);
    char *large = make_body(300 * 1000);
    for (size_t cut = 0; cut < 4; cut++) {
        large[strlen(large) - 1] = 0;
        number_of(db, "SELECT count(*) FROM extract_quotes(?1)", large);
        test_bool("16 MB at most", kept_bytes(db) <= 16 * 1000 * 1000, true);
    }
    free(large);
    close_db(db);
}

/* The program changes its buffer between two runs of one statement. */
static void buffer_changes(void)
{
    sqlite3 *db = open_db();
    sqlite3_stmt *statement = NULL;
    char body[] = "one two six";
    sqlite3_prepare_v2(db, "SELECT group_concat(token, '+') FROM article_tokens(?1)", -1,
                       &statement, NULL);
    sqlite3_bind_text(statement, 1, body, -1, SQLITE_STATIC);
    sqlite3_step(statement);
    test_string("before", (const char *)sqlite3_column_text(statement, 0), "one+two+six");
    sqlite3_reset(statement);
    memcpy(body, "ten two", 7);
    sqlite3_step(statement);
    test_string("after", (const char *)sqlite3_column_text(statement, 0), "ten+two+six");
    sqlite3_finalize(statement);
    close_db(db);
}

/* Rows whose bodies have one length, and mostly one buffer: told apart by what they hold.
 */
static void rows_of_one_length(void)
{
    sqlite3 *db = open_db();
    sqlite3_exec(
        db,
        "CREATE TABLE versions(n INTEGER PRIMARY KEY, body TEXT);"
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50) "
        "INSERT INTO versions SELECT i, printf('%.9000c', ' ') || printf('word%02d', i) "
        "FROM n",
        NULL, NULL, NULL);
    test_number(
        "rows with their own word",
        number_of(db,
                  "SELECT count(*) FROM versions AS v, article_tokens(v.body) AS a, "
                  "article_tokens(v.body) AS b "
                  "WHERE a.token = printf('word%02d', v.n) AND a.token_no = b.token_no "
                  "AND a.token = b.token",
                  ""),
        50);
    test_number(
        "parameters of one length",
        number_of(
            db,
            "WITH c(x) AS (VALUES (0), (1), (0), (1)) SELECT sum(t.token = "
            "CASE WHEN x THEN 'abc' ELSE ?1 END) FROM c, article_tokens(CASE WHEN x "
            "THEN 'abc' ELSE ?1 END) AS t",
            "xyz"),
        4);
    close_db(db);
}

/* Numbers as parameters are turned into text in one buffer. */
static void numbers_of_one_length(void)
{
    sqlite3 *db = open_db();
    sqlite3_stmt *statement = NULL;
    sqlite3_prepare_v2(
        db,
        "WITH c(x) AS (VALUES (0), (1), (0)) SELECT group_concat(t.token) FROM c, "
        "article_tokens(CASE WHEN x THEN ?1 ELSE ?2 END) AS t",
        -1, &statement, NULL);
    sqlite3_bind_int(statement, 1, 1917);
    sqlite3_bind_int(statement, 2, 1989);
    sqlite3_step(statement);
    test_string("tokens", (const char *)sqlite3_column_text(statement, 0),
                "1989,1917,1989");
    sqlite3_finalize(statement);
    close_db(db);
}

/* The same in UTF-16, where every text is converted. */
static void utf16_of_one_length(void)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    sqlite3_open(":memory:", &db);
    sqlite3_exec(db, "PRAGMA encoding = 'UTF-16'; CREATE TABLE t(x)", NULL, NULL, NULL);
    test_number("loading", sqlite3_newsroom_init(db, NULL, NULL), SQLITE_OK);
    sqlite3_prepare_v2(
        db,
        "WITH c(x) AS (VALUES (0), (1), (0)) SELECT group_concat(t.token) FROM c, "
        "article_tokens(CASE WHEN x THEN ?1 ELSE ?2 END) AS t",
        -1, &statement, NULL);
    sqlite3_bind_text(statement, 1, "Mon", -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 2, "Tue", -1, SQLITE_STATIC);
    sqlite3_step(statement);
    test_string("tokens", (const char *)sqlite3_column_text(statement, 0), "Tue,Mon,Tue");
    sqlite3_finalize(statement);
    close_db(db);
}

/* A lent text stays good while its article is pushed out of what is kept. */
static void lent_texts(void)
{
    sqlite3 *db = open_db();
    test_number("texts as they were",
                number_of(db,
                          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM "
                          "n WHERE i < 20), "
                          "t AS MATERIALIZED (SELECT n.i, b.article_text AS text FROM n, "
                          "article_blocks('Text ' || n.i) AS b ORDER BY n.i DESC) "
                          "SELECT sum(text = 'Text ' || i) FROM t",
                          ""),
                20);
    test_number(
        "the longest",
        number_of(
            db,
            "WITH n(i) AS (VALUES ('a'), ('a b'), ('a b c'), ('d'), ('e'), ('f'), ('g')) "
            "SELECT length(max(b.article_text)) FROM n, article_blocks(n.i) AS b",
            ""),
        1);
    test_number(
        "handed on",
        number_of(db,
                  "SELECT count(*) FROM article_sentences(?1) AS s JOIN "
                  "article_tokens(s.article_text) AS t ON t.sentence_no = s.sentence_no",
                  "One two. Three four."),
        6);
    close_db(db);
}

static void two_connections(void)
{
    sqlite3 *first = open_db();
    sqlite3 *second = open_db();
    number_of(first, "SELECT count(*) FROM article_tokens(?1)", "One two.");
    test_number("analyses of the first", analyses(first), 1);
    test_number("analyses of the second", analyses(second), 0);
    close_db(first);
    test_number("rows of the second",
                number_of(second, "SELECT count(*) FROM article_tokens(?1)", "One two."),
                3);
    close_db(second);
}

/* Loading it twice gives the connection a new session; statements of the old one go on.
 */
static void loaded_twice(void)
{
    sqlite3 *db = open_db();
    sqlite3_stmt *statement = NULL;
    sqlite3_prepare_v2(db, "SELECT token FROM article_tokens('a b c')", -1, &statement,
                       NULL);
    sqlite3_step(statement);
    sqlite3_newsroom_init(db, NULL,
                          NULL); /* SQLITE_BUSY or not: functions may be in use */
    test_number("the next row", sqlite3_step(statement), SQLITE_ROW);
    test_string("its token", (const char *)sqlite3_column_text(statement, 0), "b");
    sqlite3_finalize(statement);
    test_number("loading again", sqlite3_newsroom_init(db, NULL, NULL), SQLITE_OK);
    test_number("rows", number_of(db, "SELECT count(*) FROM article_tokens(?1)", "a b"),
                2);
    close_db(db);
}

/* A statement that outlives sqlite3_close_v2(). */
static void closed_late(void)
{
    sqlite3 *db = open_db();
    sqlite3_stmt *statement = NULL;
    sqlite3_prepare_v2(db, "SELECT article_text FROM article_tokens('a b c')", -1,
                       &statement, NULL);
    sqlite3_step(statement);
    test_number("closing", sqlite3_close_v2(db), SQLITE_OK);
    test_number("the next row", sqlite3_step(statement), SQLITE_ROW);
    test_string("its text", (const char *)sqlite3_column_text(statement, 0), "a b c");
    test_number("the end", sqlite3_finalize(statement), SQLITE_OK);
}

static const struct {
    const char *name;
    void (*run)(void);
} cases[] = {
    {"five tables over one article", five_tables},
    {"an article too large to keep", large_article},
    {"what is kept has limits", kept_within_limits},
    {"a bound buffer that changes", buffer_changes},
    {"rows of one length", rows_of_one_length},
    {"numbers of one length", numbers_of_one_length},
    {"UTF-16 of one length", utf16_of_one_length},
    {"texts that are lent", lent_texts},
    {"two connections", two_connections},
    {"loaded twice", loaded_twice},
    {"closed late", closed_late},
};

int main(void)
{
    for (size_t i = 0; i < TEST_COUNT(cases); i++) {
        test_case(cases[i].name);
        cases[i].run();
        test_number("bytes not given back", sqlite3_memory_used(), 0);
    }
    return test_end();
}
