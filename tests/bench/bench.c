/* bench.c: how fast, against what SQLite itself needs to index the same text.
 *
 *     bench news.db [./newsroom.so]
 *
 * reads articles(body); fewer than 14 MB are repeated up to that. With the library as it
 * is built: what loading it takes, and memory (process.c).
 *
 * All in one run over the same rows in :memory:. A query over a table function reads
 * every column of every row, as a program would that copies the result. Medians of RUNS.
 * Processor time, so that other programs count little. */
#include "analyse.h"
#include "newsroom.h"
#include "process.h"
#include "queries.h"

#include <sqlite3.h>
#include <time.h>

enum { RUNS = 3, ENOUGH = 14 * 1000 * 1000, MEGABYTE = 1000 * 1000 };

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

static const struct query queries[] = {
    WHOLE_TABLES,
    {"article_sentences, every column",
     "SELECT s.* FROM articles AS a, article_sentences(a.body) AS s"},
    {"article_dates, every column but quote_no",
     "SELECT d.expression, d.type, d.value, d.day_start, d.day_end, d.date_no, d.block, "
     "d.block_no, d.sentence_no, d.start, d.length "
     "FROM articles AS a, article_dates(a.body, '2024-04-26') AS d"},
    {"article_mentions, every column",
     "SELECT m.* FROM articles AS a, article_mentions(a.body) AS m"},
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
    printf("%-46s %9s %13s %8s\n", "whole queries, median of 3", "time", "speed",
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

/* What is timed: each stage, and each model within them. */
enum { FIRST_MODEL = NR_STAGE_COUNT, FIGURES = FIRST_MODEL + NR_MODEL_COUNT };

/* [FIGURES] seconds of the walk over all articles that is under way: nr_tag() is called
 * deep inside of it. NULL: there is none. */
static double *walking;

bool nr_tag_itself(struct nr_arena *arena, const struct nr_model *model,
                   const struct nr_description *description, uint8_t *labels,
                   int16_t *margins);

/* The engine's (tagger.c, renamed), timed. */
bool nr_tag(struct nr_arena *arena, const struct nr_model *model,
            const struct nr_description *description, uint8_t *labels, int16_t *margins)
{
    double begin = walking != NULL ? now() : 0;
    bool done = nr_tag_itself(arena, model, description, labels, margins);
    for (uint32_t m = 0; walking != NULL && m < NR_MODEL_COUNT; m++) {
        walking[FIRST_MODEL + m] += nr_models.of[m] == model ? now() - begin : 0;
    }
    return done;
}

static uint64_t count_words(const struct nr_text *text)
{
    uint64_t words = 0;
    for (uint32_t t = 0; t < text->tokens.count; t++) {
        words += text->tokens.items[t].shape <= NR_SHAPE_NUMBER;
    }
    return words;
}

/* Adds the seconds that each stage takes for one text; returns its words. */
static uint64_t time_stages(struct analysis *analysis, const char *text, size_t length,
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
    return count_words(&analysis->article.text);
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

/* Walks over all articles, adds to seconds[FIGURES]; returns how many words there are. */
static uint64_t walk(sqlite3 *db, struct analysis *analysis, double *seconds)
{
    sqlite3_stmt *statement = NULL;
    uint64_t words = 0;
    walking = seconds;
    need(db, sqlite3_prepare_v2(db, "SELECT body FROM articles", -1, &statement, NULL));
    while (sqlite3_step(statement) == SQLITE_ROW) {
        words += time_stages(analysis, (const char *)sqlite3_column_text(statement, 0),
                             (size_t)sqlite3_column_bytes(statement, 0), seconds);
    }
    sqlite3_finalize(statement);
    walking = NULL;
    return words;
}

static void print_stage(const char *name, double seconds, double megabytes,
                        uint64_t words)
{
    printf("%-46s %7.2f s %8.1f MB/s %9.0f words/s\n", name, seconds, megabytes / seconds,
           (double)words / seconds);
}

/* The median run of one figure. */
static double median_of(double (*walks)[FIGURES], int figure)
{
    double runs[RUNS];
    for (int i = 0; i < RUNS; i++) {
        runs[i] = walks[i][figure];
    }
    return median(runs, RUNS);
}

static void print_stages(sqlite3 *db, double megabytes)
{
    static const char *const models[NR_MODEL_COUNT] = {
#define NAME(name) "  of it the model of " #name,
        NR_MODELS(NAME)
#undef NAME
    };
    double walks[RUNS][FIGURES] = {{0}};
    struct analysis analysis;
    uint64_t words = 0;
    enum nr_status status =
        analysis_start(&analysis, "", 0); /* patterns: once a connection */
    for (int i = 0; i < RUNS && status == NR_OK; i++) {
        words = walk(db, &analysis, walks[i]);
    }
    analysis_close(&analysis);
    printf("%-46s %9s %13s\n", "stages, article by article, median of 3", "time",
           "speed");
    double total = 0;
    for (int stage = 0; stage < NR_STAGE_COUNT; stage++) {
        double middle = median_of(walks, stage);
        total += middle;
        print_stage(nr_stage_name((enum nr_stage)stage), middle, megabytes, words);
    }
    print_stage("all stages", total, megabytes, words);
    for (int m = 0; m < NR_MODEL_COUNT; m++) {
        print_stage(models[m], median_of(walks, FIRST_MODEL + m), megabytes, words);
    }
    printf("\n");
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
    setvbuf(stdout, NULL, _IOLBF, BUFSIZ); /* it takes minutes: show what there is */
    const char *path = argc > 1 ? argv[1] : "examples/newsroom.db";
    if (argc > 2 && !print_process(argv[2], path)) {
        fprintf(stderr, "bench: %s cannot be loaded, or %s not read\n", argv[2], path);
        return EXIT_FAILURE;
    }
    sqlite3_auto_extension((void (*)(void))sqlite3_newsroom_init);
    need(db, sqlite3_open(":memory:", &db));
    load(db, path);
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
