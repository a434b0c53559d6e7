/* bench/process.c: see process.h.
 *
 * Loading is timed by the clock, since the work is the linker's and the kernel's: each
 * connection is the only one, so closing it unloads the library. Memory is asked of a
 * child process for each query, which opens the database as a user would: the largest
 * resident set, code and SQLite's cache included. */
#define _POSIX_C_SOURCE 200809L /* NOLINT: for fork */
#include "process.h"
#include "queries.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { LOADS = 20 };

static double now_ms(void)
{
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

/* ---- Loading ---- */

static bool time_load(const char *library, double *load, double *first)
{
    sqlite3 *db = NULL;
    bool done = sqlite3_open(":memory:", &db) == SQLITE_OK;
    sqlite3_enable_load_extension(db, 1);
    double begin = now_ms();
    done = done && sqlite3_load_extension(db, library, NULL, NULL) == SQLITE_OK;
    *load = now_ms() - begin;
    begin = now_ms();
    done = done && sqlite3_exec(db, "SELECT count(*) FROM extract_quotes('No.')", NULL,
                                NULL, NULL) == SQLITE_OK;
    *first = now_ms() - begin;
    sqlite3_close(db);
    return done;
}

static bool print_loading(const char *library)
{
    double loads[LOADS];
    double firsts[LOADS];
    for (int i = 0; i < LOADS; i++) {
        if (!time_load(library, &loads[i], &firsts[i])) {
            return false;
        }
    }
    qsort(loads, LOADS, sizeof *loads, ascending);
    qsort(firsts, LOADS, sizeof *firsts, ascending);
    printf("%-46s %7.2f ms\n", "loading the library, median of 20", loads[LOADS / 2]);
    printf("%-46s %7.2f ms\n\n", "the first query after it", firsts[LOADS / 2]);
    return true;
}

/* ---- Memory ---- */

static const struct query queries[] = {
    {"the articles alone", "SELECT a.body FROM articles AS a"},
    WHOLE_TABLES,
    {"both, as JSON",
     "SELECT extract_quotes(a.body), article_entities(a.body) FROM articles AS a"},
};
enum { QUERIES = sizeof queries / sizeof queries[0] };

/* What the child does: reads every column of every row. */
static bool read_all(const char *library, const char *database, const char *sql)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    if (sqlite3_open_v2(database, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) {
        return false;
    }
    sqlite3_enable_load_extension(db, 1);
    if (sqlite3_load_extension(db, library, NULL, NULL) != SQLITE_OK ||
        sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK) {
        return false;
    }
    int columns = sqlite3_column_count(statement);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        for (int i = 0; i < columns; i++) {
            (void)sqlite3_column_text(statement, i);
        }
    }
    return sqlite3_finalize(statement) == SQLITE_OK;
}

/* Of this process, in MB. */
static double own_peak(void)
{
#if defined(__APPLE__)
    const double unit = 1e-6;
#else
    const double unit = 1024e-6;
#endif
    struct rusage usage;
    return getrusage(RUSAGE_SELF, &usage) == 0 ? (double)usage.ru_maxrss * unit : -1;
}

/* In MB; below 0: the child failed. */
static double peak_of(const char *library, const char *database, const char *sql)
{
    int ends[2];
    double peak = -1;
    if (pipe(ends) != 0) {
        return peak;
    }
    pid_t child = fork();
    if (child == 0) {
        peak = read_all(library, database, sql) ? own_peak() : -1;
        _exit(write(ends[1], &peak, sizeof peak) == sizeof peak ? 0 : 1);
    }
    close(ends[1]);
    if (child < 0 || read(ends[0], &peak, sizeof peak) != sizeof peak) {
        peak = -1;
    }
    close(ends[0]);
    (void)waitpid(child, NULL, 0);
    return peak;
}

bool print_process(const char *library, const char *database)
{
    printf("%-46s %10s\n", "the process", "");
    if (!print_loading(library)) {
        return false;
    }
    printf("%-46s %10s\n", "most memory of a process that reads", "");
    for (int q = 0; q < QUERIES; q++) {
        double peak = peak_of(library, database, queries[q].sql);
        if (peak < 0) {
            return false;
        }
        printf("%-46s %7.1f MB\n", queries[q].name, peak);
    }
    printf("\n");
    return true;
}
