/* archive.c: what an archive costs, in the same run as what it is made of.
 *
 *     archive news.db       a table articles(id, body)
 *
 * Prints seconds of: reading the four table functions once (one analysis an article);
 * inserting the same rows, sorted, into the same tables with the same indexes; an
 * archive's first refresh, and its ratio to the sum of the two; the same with two
 * threads; a refresh when nothing changed and when 100 articles did; growth in bytes.
 * Everything in files, in the directory TMPDIR or /tmp. */
#define _POSIX_C_SOURCE 200809L /* NOLINT: for getpid */
#include "newsroom.h"
#include "refresh/workers.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { PATH = 300 };

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void run(sqlite3 *db, const char *sql)
{
    char *message = NULL;
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK) {
        fprintf(stderr, "%s: %s\n", sql, message);
        exit(1);
    }
}

static double time_run(sqlite3 *db, const char *sql)
{
    double began = now();
    run(db, sql);
    return now() - began;
}

static sqlite3_int64 number(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    sqlite3_int64 value = 0;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        value = sqlite3_column_int64(statement, 0);
    }
    sqlite3_finalize(statement);
    return value;
}

/* A fresh copy of the articles. */
static sqlite3 *copy(const char *from, const char *to)
{
    char sql[PATH + 80];
    sqlite3 *db = NULL;
    unlink(to);
    if (sqlite3_open(to, &db) != SQLITE_OK ||
        sqlite3_newsroom_init(db, NULL, NULL) != SQLITE_OK) {
        fprintf(stderr, "cannot open %s\n", to);
        exit(1);
    }
    snprintf(sql, sizeof sql, "ATTACH '%s' AS from_it", from);
    run(db, sql);
    run(db, "CREATE TABLE articles(id INTEGER PRIMARY KEY, body TEXT);"
            "INSERT INTO articles SELECT id, body FROM from_it.articles; DETACH from_it");
    run(db, "PRAGMA journal_mode=wal; PRAGMA synchronous=normal");
    return db;
}

static void read_rows(sqlite3_stmt *rows)
{
    while (sqlite3_step(rows) == SQLITE_ROW) {
        for (int c = 0; c < sqlite3_column_count(rows); c++) {
            sqlite3_column_text(rows, c);
        }
    }
    sqlite3_reset(rows);
}

/* Every column of the four tables; an article's are read one after another, so that it is
 * analysed once. */
static double time_reading(sqlite3 *db)
{
    static const char *const tables[] = {"extract_quotes", "article_entities",
                                         "article_mentions", "article_dates"};
    sqlite3_stmt *statements[4];
    sqlite3_stmt *bodies = NULL;
    char sql[80];
    double began = now();
    for (int i = 0; i < 4; i++) {
        snprintf(sql, sizeof sql, "SELECT * FROM %s(?1)", tables[i]);
        sqlite3_prepare_v2(db, sql, -1, &statements[i], NULL);
    }
    sqlite3_prepare_v2(db, "SELECT body FROM articles", -1, &bodies, NULL);
    while (sqlite3_step(bodies) == SQLITE_ROW) {
        for (int i = 0; i < 4; i++) {
            sqlite3_bind_value(statements[i], 1, sqlite3_column_value(bodies, 0));
            read_rows(statements[i]);
        }
    }
    for (int i = 0; i < 4; i++) {
        sqlite3_finalize(statements[i]);
    }
    sqlite3_finalize(bodies);
    return now() - began;
}

/* The indexes that a filled archive has and an empty one has not yet. */
static void make_indexes(sqlite3 *db)
{
    sqlite3_stmt *missing = NULL;
    sqlite3_prepare_v2(db,
                       "SELECT sql FROM filled.sqlite_schema WHERE type = 'index' AND "
                       "name NOT IN (SELECT name FROM main.sqlite_schema)",
                       -1, &missing, NULL);
    while (sqlite3_step(missing) == SQLITE_ROW) {
        run(db, (const char *)sqlite3_column_text(missing, 0));
    }
    sqlite3_finalize(missing);
}

/* The rows of a filled archive into the empty tables of another, parents before children;
 * row by row, since WHERE keeps SQLite from copying pages of tables that are alike. */
static double time_inserting(sqlite3 *db, const char *filled)
{
    static const char *const tables[] = {
        "articles",   "people",           "people_names",
        "entities",   "quotes",           "mentions",
        "dates",      "article_sketches", "quote_shingles",
        "name_words", "article_shingles", "common_shingles",
    };
    char sql[PATH + 80];
    snprintf(sql, sizeof sql, "ATTACH '%s' AS filled", filled);
    run(db, sql);
    make_indexes(db);
    double began = now();
    run(db, "BEGIN");
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        snprintf(sql, sizeof sql,
                 "INSERT INTO newsroom_%s SELECT * FROM filled.newsroom_%s WHERE true",
                 tables[i], tables[i]);
        run(db, sql);
    }
    run(db, "INSERT INTO newsroom_quotes_text(newsroom_quotes_text) VALUES('rebuild');"
            "COMMIT");
    return now() - began;
}

static double index_and_refresh(sqlite3 *db, int threads)
{
    char sql[128];
    snprintf(sql, sizeof sql,
             "SELECT newsroom_index('articles', 'body', '{\"threads\": %d}')", threads);
    run(db, sql);
    return time_run(db, "SELECT newsroom_refresh('articles')");
}

/* Reads and analyses all articles batch by batch, and stores nothing. */
static double time_analysis(sqlite3 *db, int threads)
{
    struct nr_session *session = nr_session_open(db);
    char names[][12] = {"main", "newsroom", "articles", "id", "body"};
    struct nr_archive archive = {.db = db,
                                 .session = session,
                                 .caller = "bench",
                                 .schema = names[0],
                                 .prefix = names[1],
                                 .source = names[2],
                                 .columns = {names[3], names[4]},
                                 .threads = threads};
    static struct nr_batch batch;
    const struct nr_argument options = {NULL, 0};
    struct nr_failure failure = {SQLITE_OK, NULL};
    struct nr_reader reader;
    struct nr_workers workers;
    double began = now();
    nr_reader_open(&reader, &archive, &failure);
    nr_workers_open(&workers, &archive, &options, &failure);
    while (nr_batch_read(&batch, &reader, &failure) == SQLITE_OK && batch.count > 0) {
        nr_workers_start(&workers, &batch);
        nr_workers_finish(&workers, &failure);
        nr_batch_close(&batch);
    }
    nr_workers_close(&workers);
    nr_reader_close(&reader);
    nr_session_release(session);
    return now() - began;
}

static void print_seconds(const char *what, double seconds)
{
    printf("  %-52s %7.2f s\n", what, seconds);
}

static void print_growth(sqlite3 *before, sqlite3 *after)
{
    static const char bytes[] = "SELECT page_count * page_size FROM pragma_page_count, "
                                "pragma_page_size";
    double small = (double)number(before, bytes);
    double large = (double)number(after, bytes);
    printf("  %-52s %7.1f MB, %.1f times the articles\n", "the archive in the file",
           (large - small) / 1e6, (large - small) / small);
}

int main(int argc, char **argv)
{
    char path[4][PATH];
    sqlite3 *db[4];
    const char *directory = getenv("TMPDIR") != NULL ? getenv("TMPDIR") : "/tmp";
    if (argc < 2) {
        fprintf(stderr, "archive news.db\n");
        return 1;
    }
    for (int i = 0; i < 4; i++) {
        snprintf(path[i], PATH, "%s/newsroom-bench-%d-%d.db", directory, (int)getpid(),
                 i);
        db[i] = copy(argv[1], path[i]);
    }
    printf("An archive of %lld articles\n",
           (long long)number(db[0], "SELECT count(*) FROM articles"));
    run(db[3], "SELECT newsroom_index('articles', 'body');"
               "INSERT INTO newsroom_changes(article) SELECT id FROM articles");
    double alone = time_analysis(db[3], 1);
    double pair = time_analysis(db[3], 2);
    run(db[3], "DELETE FROM newsroom_changes");
    double reading = time_reading(db[0]);
    double one = index_and_refresh(db[1], 1);
    double two = index_and_refresh(db[2], 2);
    double inserting = time_inserting(db[3], path[1]);
    print_seconds("reading the four table functions once", reading);
    print_seconds("inserting the same rows, with the same indexes", inserting);
    print_seconds("the first refresh", one);
    printf("  %-52s %7.2f\n", "  in ratio to the sum of the two",
           one / (reading + inserting));
    print_seconds("the first refresh, two threads", two);
    print_seconds("analysis alone", alone);
    print_seconds("analysis alone, two threads", pair);
    printf("  %-52s %7.2f\n", "  times as fast", alone / pair);
    print_seconds("a refresh when nothing changed",
                  time_run(db[1], "SELECT newsroom_refresh('articles')"));
    run(db[1], "UPDATE articles SET body = body || ' And so on.' WHERE id IN (SELECT id "
               "FROM articles ORDER BY id * 7919 % 10007 LIMIT 100)");
    double few = time_run(db[1], "SELECT newsroom_refresh('articles')");
    print_seconds("a refresh when 100 articles changed", few);
    printf("  %-52s  1/%.0f\n", "  of the first refresh", one / few);
    print_growth(db[0], db[1]);
    for (int i = 0; i < 4; i++) {
        char file[5 * PATH];
        sqlite3_close(db[i]);
        unlink(path[i]);
        snprintf(file, sizeof file, "%s-wal", path[i]);
        unlink(file);
        snprintf(file, sizeof file, "%s-shm", path[i]);
        unlink(file);
    }
    return 0;
}
