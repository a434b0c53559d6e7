/* interrupt_test.c: a long analysis stops when the host says so.
 *
 * A body of 64 MB is read while another thread calls sqlite3_interrupt(), and while a
 * progress handler says stop: the call must come back within 100 ms, with
 * SQLITE_INTERRUPT, and the connection be as good as new. Tried at several moments, so
 * that each stage is met. Then bodies are read to their end, prose and shapes that keep
 * one loop busy, and a progress handler looks at how long it was left alone: that meets
 * every loop.
 *
 * All times are the processor's, not the clock's, and what took too long may try twice
 * more: a machine that is busy holds up one moment or another, a loop that asks nobody
 * is late each time. */
#include "harness.h"
#include "newsroom.h"

#include <sqlite3.h>
#include <threads.h>
#include <time.h>

#if defined(__SANITIZE_ADDRESS__)
enum { SLOWER = 8 };
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
enum { SLOWER = 8 };
#else
enum { SLOWER = 1 };
#endif
#else
enum { SLOWER = 1 };
#endif

enum {
    BODY_BYTES = 64 * 1000 * 1000 / SLOWER,
    SHAPE_BYTES = BODY_BYTES / 8,
    MOST_MS = 100 * SLOWER, /* from being told to coming back */
    MOST_ALONE_MS = 60,     /* from one question to the next; 5 are usual, giving back
                               memory takes 30 */
    TRIES = 3
};

static double now_ms(void)
{
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static double worked_ms(void)
{
    return (double)clock() * 1e3 / CLOCKS_PER_SEC;
}

static const char prose[] =
    "\"We will appeal,\" said Ana Díaz, the mayor of Lund, on Monday.\n\n"
    "Bo Lund told reporters that rain was likely. \"It is not over,\" he added.\n\n"
    "The ministry spent $3.5m on 40 bridges, according to a report by the court.\n\n";

static char *repeat(const char *what, size_t bytes)
{
    char *body = malloc(bytes + 1);
    size_t size = strlen(what);
    size_t length = 0;
    for (; body != NULL && length + size <= bytes; length += size) {
        memcpy(body + length, what, size);
    }
    if (body != NULL) {
        body[length] = 0;
    }
    return body;
}

static const double moments_ms[] = {60, 300, 900, 1500};

/* When, after the statement begins, and when it was said. */
struct stopper {
    sqlite3 *db;
    double begun;
    double after_ms;
    double said;
};

static int interrupt_later(void *context)
{
    struct stopper *stopper = context;
    struct timespec wait = {(time_t)(stopper->after_ms / 1e3),
                            (long)(stopper->after_ms * 1e6) % 1000000000L};
    thrd_sleep(&wait, NULL);
    stopper->said = worked_ms();
    sqlite3_interrupt(stopper->db);
    return 0;
}

static int progress(void *context)
{
    struct stopper *stopper = context;
    double now = now_ms();
    if (now - stopper->begun < stopper->after_ms) {
        return 0;
    }
    stopper->said = stopper->said == 0 ? worked_ms() : stopper->said;
    return 1;
}

static int run(sqlite3 *db, const char *sql, const char *body)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    if (code == SQLITE_OK) {
        sqlite3_bind_text(statement, 1, body, -1, SQLITE_STATIC);
        while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        }
    }
    sqlite3_finalize(statement);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

/* The connection works, and what was cut off is done again from the start. */
static void check_after(sqlite3 *db)
{
    test_number("the next statement",
                run(db, "SELECT * FROM article_tokens(?1)", "One two."), SQLITE_OK);
}

/* One way of being told to stop. Returns how long it took to come back; 0: it was told
 * after its end, which a fast machine may be, but none at the first moment. */
typedef double (*way)(sqlite3 *db, const char *sql, const char *body, double after_ms);

static double waited(const struct stopper *stopper, int code, double ended)
{
    bool too_late = stopper->said == 0 || stopper->said >= ended;
    if (code == SQLITE_OK && too_late && stopper->after_ms > moments_ms[0]) {
        return 0;
    }
    test_number("code", code, SQLITE_INTERRUPT);
    test_bool("told", stopper->said > 0, true);
    return ended - stopper->said;
}

static double by_thread(sqlite3 *db, const char *sql, const char *body, double after_ms)
{
    struct stopper stopper = {.db = db, .after_ms = after_ms};
    thrd_t thread;
    if (thrd_create(&thread, interrupt_later, &stopper) != thrd_success) {
        test_bool("a thread", false, true);
        return 0;
    }
    int code = run(db, sql, body);
    double ended = worked_ms();
    thrd_join(thread, NULL);
    return waited(&stopper, code, ended);
}

static double by_progress(sqlite3 *db, const char *sql, const char *body, double after_ms)
{
    struct stopper stopper = {.db = db, .begun = now_ms(), .after_ms = after_ms};
    sqlite3_progress_handler(db, 1000, progress, &stopper);
    int code = run(db, sql, body);
    double ended = worked_ms();
    sqlite3_progress_handler(db, 0, NULL, NULL);
    return waited(&stopper, code, ended);
}

static void check_least(const char *what, double least, double most)
{
    if (test_wrong(least <= most)) {
        printf("FAIL %s: %s %.0f ms, %.0f allowed, in the best of %d tries\n",
               test_state.name, what, least, most, TRIES);
    }
}

static void try_stop(sqlite3 *db, const char *sql, const char *body, double after_ms,
                     way stop)
{
    double least = MOST_MS + 1;
    for (int i = 0; i < TRIES && least > MOST_MS; i++) {
        double took = stop(db, sql, body, after_ms);
        least = i == 0 || took < least ? took : least;
        check_after(db);
    }
    check_least("came back after", least, MOST_MS);
}

/* ---- How long is a progress handler left alone? ---- */

struct watch {
    double last;
    double longest;
};

static int look_at(void *context)
{
    struct watch *watch = context;
    double now = worked_ms();
    double alone = now - watch->last;
    watch->longest = alone > watch->longest ? alone : watch->longest;
    watch->last = now;
    return 0;
}

static void try_alone(sqlite3 *db, const char *sql, const char *body)
{
    double least = MOST_ALONE_MS + 1;
    for (int i = 0; i < TRIES && least > MOST_ALONE_MS; i++) {
        struct watch watch = {worked_ms(), 0};
        sqlite3_progress_handler(db, 100, look_at, &watch);
        test_number("code", run(db, sql, body), SQLITE_OK);
        sqlite3_progress_handler(db, 0, NULL, NULL);
        least = i == 0 || watch.longest < least ? watch.longest : least;
    }
    check_least("nobody was asked for", least, MOST_ALONE_MS);
}

static const struct {
    const char *name;
    const char *unit;
} shapes[] = {
    {"marks", "\""},          {"nested marks", "\"'\"'"},
    {"lines", "Talks End\n"}, {"one sentence of names", "Bo Lund Ana Diaz "},
    {"one word", "a"},
};

static const struct {
    const char *name;
    const char *sql;
} statements[] = {
    {"table", "SELECT count(*) FROM extract_quotes(?1)"},
    {"JSON", "SELECT length(extract_quotes(?1))"},
    {"join", "SELECT count(*) FROM article_sentences(?1) AS s JOIN "
             "article_tokens(s.article_text) "
             "AS t ON t.sentence_no = s.sentence_no"},
};

static const char pages[] =
    "SELECT article_html(?1) IS NULL, article_ansi(?1) IS NULL, "
    "article_plain(?1) IS NULL, article_plain('<p>' || ?1) IS NULL";

static void try_all_stops(sqlite3 *db, const char *body)
{
    char name[128];
    for (size_t i = 0; i < TEST_COUNT(statements); i++) {
        for (size_t k = 0; k < TEST_COUNT(moments_ms); k++) {
            snprintf(name, sizeof name, "%s, interrupted after %.0f ms",
                     statements[i].name, moments_ms[k]);
            test_case(name);
            try_stop(db, statements[i].sql, body, moments_ms[k], by_thread);
            snprintf(name, sizeof name, "%s, progress handler after %.0f ms",
                     statements[i].name, moments_ms[k]);
            test_case(name);
            try_stop(db, statements[i].sql, body, moments_ms[k], by_progress);
        }
    }
}

int main(void)
{
    sqlite3 *db = NULL;
    if (sqlite3_open(":memory:", &db) != SQLITE_OK ||
        sqlite3_newsroom_init(db, NULL, NULL) != SQLITE_OK) {
        return EXIT_FAILURE;
    }
    char *body = repeat(prose, BODY_BYTES);
    if (body == NULL) {
        return EXIT_FAILURE;
    }
    try_all_stops(db, body);
    body[BODY_BYTES / 4] = 0; /* they are read to their end */
    test_case("prose");
    try_alone(db, statements[0].sql, body);
    test_case("prose, two tables");
    try_alone(db, statements[2].sql, body);
    test_case("prose, as pages");
    try_alone(db, pages, body);
    for (size_t i = 0; i < TEST_COUNT(shapes); i++) {
        char *shaped = repeat(shapes[i].unit, SHAPE_BYTES);
        test_case(shapes[i].name);
        try_alone(db, statements[0].sql, shaped);
        free(shaped);
    }
    test_case("closing");
    test_number("code", sqlite3_close(db), SQLITE_OK);
    free(body);
    return test_end();
}
