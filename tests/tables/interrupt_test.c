/* interrupt_test.c: a long analysis stops when the host says so.
 *
 * A body of 64 MB is read while another thread calls sqlite3_interrupt(), and while a
 * progress handler says stop: the call must come back within 100 ms, with
 * SQLITE_INTERRUPT, and the connection be as good as new. Tried at several moments, so
 * that each stage is met. */
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

enum { BODY_BYTES = 64 * 1000 * 1000 / SLOWER, MOST_MS = 100 * SLOWER };

static double now_ms(void)
{
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* Processor time: on a busy machine other programs' turns would count otherwise. */
static double worked_ms(void)
{
    return (double)clock() * 1e3 / CLOCKS_PER_SEC;
}

static char *make_body(void)
{
    static const char *const paragraphs[] = {
        "\"We will appeal,\" said Ana Díaz, the mayor of Lund, on Monday.\n\n",
        "Bo Lund told reporters that rain was likely. \"It is not over,\" he added.\n\n",
        "The ministry spent $3.5m on 40 bridges, according to a report by the court.\n\n",
    };
    char *body = malloc(BODY_BYTES + 1);
    size_t length = 0;
    for (size_t i = 0; body != NULL; i++) {
        const char *paragraph = paragraphs[i % TEST_COUNT(paragraphs)];
        size_t size = strlen(paragraph);
        if (length + size > BODY_BYTES) {
            break;
        }
        memcpy(body + length, paragraph, size);
        length += size;
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

/* ended: processor time when the statement came back. Told too late, a fast machine was
 * done: that says nothing, but at the first moment no machine is. */
static void check_stopped(const struct stopper *stopper, int code, double ended)
{
    bool too_late = stopper->said == 0 || stopper->said >= ended;
    if (code == SQLITE_OK && too_late && stopper->after_ms > moments_ms[0]) {
        return;
    }
    double waited = ended - stopper->said;
    test_number("code", code, SQLITE_INTERRUPT);
    if (test_wrong(stopper->said > 0 && waited <= MOST_MS)) {
        printf("FAIL %s: came back %.0f ms after it was told, %d allowed\n",
               test_state.name, waited, MOST_MS);
    }
}

static void try_thread(sqlite3 *db, const char *sql, const char *body, double after_ms)
{
    struct stopper stopper = {.db = db, .after_ms = after_ms};
    thrd_t thread;
    if (thrd_create(&thread, interrupt_later, &stopper) != thrd_success) {
        test_bool("a thread", false, true);
        return;
    }
    int code = run(db, sql, body);
    double ended = worked_ms();
    thrd_join(thread, NULL);
    check_stopped(&stopper, code, ended);
    check_after(db);
}

static void try_progress(sqlite3 *db, const char *sql, const char *body, double after_ms,
                         int steps)
{
    struct stopper stopper = {.db = db, .begun = now_ms(), .after_ms = after_ms};
    sqlite3_progress_handler(db, steps, progress, &stopper);
    int code = run(db, sql, body);
    double ended = worked_ms();
    sqlite3_progress_handler(db, 0, NULL, NULL);
    check_stopped(&stopper, code, ended);
    check_after(db);
}

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

int main(void)
{
    sqlite3 *db = NULL;
    char name[128];
    char *body = make_body();
    if (body == NULL || sqlite3_open(":memory:", &db) != SQLITE_OK ||
        sqlite3_newsroom_init(db, NULL, NULL) != SQLITE_OK) {
        return EXIT_FAILURE;
    }
    for (size_t i = 0; i < TEST_COUNT(statements); i++) {
        for (size_t k = 0; k < TEST_COUNT(moments_ms); k++) {
            snprintf(name, sizeof name, "%s, interrupted after %.0f ms",
                     statements[i].name, moments_ms[k]);
            test_case(name);
            try_thread(db, statements[i].sql, body, moments_ms[k]);
            snprintf(name, sizeof name, "%s, progress handler after %.0f ms",
                     statements[i].name, moments_ms[k]);
            test_case(name);
            try_progress(db, statements[i].sql, body, moments_ms[k], 1000);
        }
    }
    test_case("closing");
    test_number("code", sqlite3_close(db), SQLITE_OK);
    free(body);
    return test_end();
}
