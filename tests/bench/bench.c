/* bench.c: how fast, against what SQLite itself needs to index the same text.
 *
 *     bench news.db          reads articles(body); fewer than 14 MB are repeated up to
 * that
 *
 * All in one run over the same rows in :memory:. A query over a table function reads
 * every column of every row, as a program would that copies the result. Medians of RUNS.
 * Processor time, so that other programs count little. */
#include "analyse.h"
#include "newsroom.h"

#include <sqlite3.h>
#include <time.h>

enum { RUNS = 5, ENOUGH = 14 * 1000 * 1000, MEGABYTE = 1000 * 1000 };

static double now(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *values, size_t count)
{
    qsort(values, count, sizeof *values, ascending);
    return values[count / 2];
}

static void need(sqlite3 *db, int status)
{
    if (status != SQLITE_OK) {
        fprintf(stderr, "bench: %s\n", sqlite3_errmsg(db));
        exit(EXIT_FAILURE);
    }
}

static void run(sqlite3 *db, const char *sql)
{
    need(db, sqlite3_exec(db, sql, NULL, NULL, NULL));
}

static sqlite3_int64 one_number(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    need(db, sqlite3_prepare_v2(db, sql, -1, &statement, NULL));
    sqlite3_int64 number =
        sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    sqlite3_finalize(statement);
    return number;
}

/* ---- Queries ---- */

/* Reads every column of every row; returns how many rows. */
static sqlite3_int64 read_all(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    sqlite3_int64 rows = 0;
    need(db, sqlite3_prepare_v2(db, sql, -1, &statement, NULL));
    int columns = sqlite3_column_count(statement);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        for (int i = 0; i < columns; i++) {
            if (sqlite3_column_type(statement, i) == SQLITE_TEXT) {
                (void)sqlite3_column_text(statement, i);
            }
        }
        rows++;
    }
    need(db, sqlite3_finalize(statement));
    return rows;
}

static double time_fts(sqlite3 *db)
{
    run(db, "CREATE VIRTUAL TABLE found USING fts5(body)");
    double begin = now();
    run(db, "INSERT INTO found SELECT body FROM articles");
    double seconds = now() - begin;
    run(db, "DROP TABLE found");
    return seconds;
}

static void print_line(const char *what, double seconds, double megabytes, double fts)
{
    printf("%-46s %7.2f s %8.1f MB/s %8.2f\n", what, seconds, megabytes / seconds,
           seconds / fts);
}

static const struct {
    const char *name;
    const char *sql;
} queries[] = {
    {"extract_quotes, every column",
     "SELECT q.* FROM articles AS a, extract_quotes(a.body) AS q"},
    {"article_entities, every column",
     "SELECT e.* FROM articles AS a, article_entities(a.body) AS e"},
    {"article_sentences, every column",
     "SELECT s.* FROM articles AS a, article_sentences(a.body) AS s"},
    {"article_tokens, every column",
     "SELECT t.* FROM articles AS a, article_tokens(a.body) AS t"},
    {"extract_quotes as JSON", "SELECT extract_quotes(a.body) FROM articles AS a"},
    {"quotes and entities of an article",
     "SELECT a.id, (SELECT count(*) FROM extract_quotes(a.body)), "
     "(SELECT count(*) FROM article_entities(a.body)) FROM articles AS a"},
};

static void compare_with_fts(sqlite3 *db, double megabytes)
{
    double seconds[RUNS];
    for (int i = 0; i < RUNS; i++) {
        seconds[i] = time_fts(db);
    }
    double fts = median(seconds, RUNS);
    printf("%-46s %9s %13s %8s\n", "whole queries, median of 5", "time", "speed",
           "x FTS5");
    print_line("FTS5 index of the same text", fts, megabytes, fts);
    for (size_t q = 0; q < TEST_COUNT(queries); q++) {
        for (int i = 0; i < RUNS; i++) {
            double begin = now();
            (void)read_all(db, queries[q].sql);
            seconds[i] = now() - begin;
        }
        print_line(queries[q].name, median(seconds, RUNS), megabytes, fts);
    }
    printf("\n");
}

/* ---- Stages ---- */

/* Adds the seconds that each stage takes for one text. */
static void time_stages(struct analysis *analysis, const char *text, size_t length,
                        double *seconds)
{
    enum nr_status status = NR_OK;
    analysis_next(analysis, text, length);
    double begin = now();
    for (int stage = 0; stage < NR_STAGE_COUNT && status == NR_OK; stage++) {
        status = nr_article_analyse(&analysis->article, (enum nr_stage)stage);
        double end = now();
        seconds[stage] += end - begin;
        begin = end;
    }
}

/* The articles, with a blank line between them, as one text; to be freed. */
static char *one_text(sqlite3 *db, size_t size)
{
    char *text = malloc(size + 1);
    size_t length = 0;
    sqlite3_stmt *statement = NULL;
    need(db, sqlite3_prepare_v2(db, "SELECT body FROM articles", -1, &statement, NULL));
    while (text != NULL && length < size) {
        if (sqlite3_step(statement) != SQLITE_ROW) {
            sqlite3_reset(statement); /* from the first again */
            continue;
        }
        size_t bytes = (size_t)sqlite3_column_bytes(statement, 0);
        bytes = bytes < size - length ? bytes : size - length;
        memcpy(text + length, sqlite3_column_text(statement, 0), bytes);
        length += bytes;
        for (int i = 0; i < 2 && length < size; i++) {
            text[length++] = '\n';
        }
    }
    sqlite3_finalize(statement);
    if (text != NULL) {
        text[length] = 0;
    }
    return text;
}

static void print_stages(sqlite3 *db, double megabytes)
{
    double seconds[RUNS][NR_STAGE_COUNT] = {{0}};
    struct analysis analysis;
    enum nr_status status =
        analysis_start(&analysis, "", 0); /* patterns: once a connection */
    for (int i = 0; i < RUNS && status == NR_OK; i++) {
        sqlite3_stmt *statement = NULL;
        need(db,
             sqlite3_prepare_v2(db, "SELECT body FROM articles", -1, &statement, NULL));
        while (sqlite3_step(statement) == SQLITE_ROW) {
            time_stages(&analysis, (const char *)sqlite3_column_text(statement, 0),
                        (size_t)sqlite3_column_bytes(statement, 0), seconds[i]);
        }
        sqlite3_finalize(statement);
    }
    analysis_close(&analysis);
    printf("%-46s %9s %13s\n", "stages, article by article, median of 5", "time",
           "speed");
    double total = 0;
    for (int stage = 0; stage < NR_STAGE_COUNT; stage++) {
        double runs[RUNS];
        for (int i = 0; i < RUNS; i++) {
            runs[i] = seconds[i][stage];
        }
        double middle = median(runs, RUNS);
        total += middle;
        printf("%-46s %7.2f s %8.1f MB/s\n", nr_stage_name((enum nr_stage)stage), middle,
               megabytes / middle);
    }
    printf("%-46s %7.2f s %8.1f MB/s\n\n", "all stages", total, megabytes / total);
}

/* ---- One large body ---- */

static void print_large(sqlite3 *db)
{
    static const size_t sizes[] = {1, 4, 16, 64};
    printf("%-46s %9s %13s %8s\n", "one body", "time", "speed", "memory");
    for (size_t i = 0; i < TEST_COUNT(sizes); i++) {
        size_t size = sizes[i] * MEGABYTE;
        char *text = one_text(db, size);
        struct analysis analysis;
        double begin = now();
        enum nr_status status = analysis_open(&analysis, text, size);
        double seconds = now() - begin;
        printf("%2zu MB %-40s %7.2f s %8.1f MB/s %5.1f x the text\n", sizes[i],
               status == NR_OK ? "" : "failed", seconds, (double)sizes[i] / seconds,
               (double)analysis.memory.peak / (double)size);
        analysis_close(&analysis);
        free(text);
    }
}

/* ---- The text ---- */

static void load(sqlite3 *db, const char *path)
{
    char *attach = sqlite3_mprintf("ATTACH %Q AS source", path);
    run(db, attach);
    sqlite3_free(attach);
    run(db, "CREATE TABLE articles(id INTEGER PRIMARY KEY, body TEXT)");
    run(db,
        "INSERT INTO articles(body) SELECT body FROM source.articles WHERE body > ''");
    sqlite3_int64 bytes =
        one_number(db, "SELECT total(length(CAST(body AS BLOB))) FROM articles");
    for (; bytes > 0 && bytes < ENOUGH; bytes *= 2) {
        run(db, "INSERT INTO articles(body) SELECT body FROM articles");
    }
    run(db, "DETACH source");
}

int main(int argc, char **argv)
{
    sqlite3 *db = NULL;
    sqlite3_auto_extension((void (*)(void))sqlite3_newsroom_init);
    need(db, sqlite3_open(":memory:", &db));
    load(db, argc > 1 ? argv[1] : "examples/newsroom.db");
    double megabytes =
        (double)one_number(db, "SELECT total(length(CAST(body AS BLOB))) FROM articles") /
        MEGABYTE;
    printf("%lld articles, %.1f MB, SQLite %s\n\n",
           (long long)one_number(db, "SELECT count(*) FROM articles"), megabytes,
           sqlite3_libversion());
    compare_with_fts(db, megabytes);
    print_stages(db, megabytes);
    print_large(db);
    sqlite3_close(db);
    return EXIT_SUCCESS;
}
