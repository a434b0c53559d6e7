/* kill.c: a refresh that is killed at random moments, again and again, ends where an
 * undisturbed one does.
 *
 *     kill 200      so many times; 1300 articles, two batches
 *
 * The process is killed, not asked: SIGKILL, as by a power cut of the program. Another
 * then goes on to the end; every fourth time it is killed too, and so on. The next round
 * changes a third of the articles. Compared is every row of the archive but its numbers.
 * The moments are drawn from a seed, over the time that a refresh takes here. */
#define _POSIX_C_SOURCE 200809L /* NOLINT: for fork and threads */
#include "harness.h"
#include "press.h"

#include <signal.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ARTICLES = 1300, IN_A_ROW = 5, BUSY = 10000 };

static uint32_t drawn = 20251130;

static uint32_t draw(uint32_t below)
{
    drawn = drawn * 1664525u + 1013904223u;
    return (uint32_t)(((uint64_t)drawn * below) >> 32);
}

static const char contents[] =
    "SELECT sum(length(line)) || ' ' || count(*) || ' ' || group_concat(line, ',') FROM ("
    "SELECT quote_key || article || field || coalesce(speaker, '') || quote || quote_no "
    "|| "
    "coalesce(family, '') AS line FROM newsroom_quotes UNION ALL "
    "SELECT article || name || mentions || quotes || coalesce(person, '') FROM "
    "newsroom_entities UNION ALL "
    "SELECT article || mention || start FROM newsroom_mentions UNION ALL "
    "SELECT person || articles || quotes FROM newsroom_people UNION ALL "
    "SELECT article || hash || coalesce(duplicate_of, '') FROM newsroom_articles ORDER "
    "BY 1)";

static char *read_contents(sqlite3 *db)
{
    sqlite3_stmt *statement = NULL;
    char *text = NULL;
    if (sqlite3_prepare_v2(db, contents, -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        text = sqlite3_mprintf("%s", sqlite3_column_text(statement, 0));
    } else {
        printf("%s\n", sqlite3_errmsg(db));
    }
    sqlite3_finalize(statement);
    return text;
}

static int64_t now_in_microseconds(void)
{
    struct timeval time;
    gettimeofday(&time, NULL);
    return (int64_t)time.tv_sec * 1000000 + time.tv_usec;
}

/* Refreshes in a process of its own, which is killed after so many microseconds; 0: not.
 * True: it came to its end. */
static bool refresh(const char *path, int64_t microseconds)
{
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        sqlite3 *db = press_open(path, BUSY);
        press_run(db, "SELECT * FROM newsroom_refresh('articles')");
        sqlite3_close(db);
        _exit(0);
    }
    if (microseconds > 0) {
        const struct timespec wait = {microseconds / 1000000,
                                      microseconds % 1000000 * 1000};
        nanosleep(&wait, NULL);
        kill(child, SIGKILL);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static void edit(const char *path, int round)
{
    char sql[256];
    sqlite3 *db = press_open(path, BUSY);
    snprintf(
        sql, sizeof sql,
        "UPDATE articles SET body = body || ' “Round %d,” said Ines Okafor.' WHERE id "
        "%% 3 = %d; DELETE FROM articles WHERE id = %d",
        round, round % 3, round + 1);
    press_run(db, sql);
    sqlite3_close(db);
}

static void check(const char *path, const char *undisturbed)
{
    sqlite3 *db = press_open(path, BUSY);
    sqlite3 *other = press_open(undisturbed, BUSY);
    char *here = read_contents(db);
    char *there = read_contents(other);
    test_bool("rows are those of an undisturbed refresh",
              here != NULL && there != NULL && strcmp(here, there) == 0, true);
    test_number("integrity_check",
                press_number(db, "SELECT count(*) FROM pragma_integrity_check WHERE "
                                 "integrity_check <> 'ok'"),
                0);
    test_number("foreign_key_check",
                press_number(db, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
    test_number("changes left", press_number(db, "SELECT count(*) FROM newsroom_changes"),
                0);
    test_number("articles", press_number(db, "SELECT count(*) FROM newsroom_articles"),
                press_number(db, "SELECT count(*) FROM articles"));
    sqlite3_free(here);
    sqlite3_free(there);
    sqlite3_close(db);
    sqlite3_close(other);
}

static void print(const char *path, const char *journal)
{
    char sql[64];
    sqlite3 *db = press_open(path, BUSY);
    snprintf(sql, sizeof sql, "PRAGMA journal_mode=%s", journal);
    press_run(db, sql);
    press_run(db, "PRAGMA synchronous=off"); /* it is the process that dies */
    press_print(db, ARTICLES);
    sqlite3_close(db);
}

static void remove_all(const char *path)
{
    static const char *const endings[] = {"", "-wal", "-shm", "-journal"};
    char file[600];
    for (size_t i = 0; i < TEST_COUNT(endings); i++) {
        snprintf(file, sizeof file, "%s%s", path, endings[i]);
        unlink(file);
    }
}

int main(int argc, char **argv)
{
    int wanted = argc > 1 ? (int)strtol(argv[1], NULL, 10) : 20;
    char path[2][256];
    char name[128];
    const char *directory = getenv("TMPDIR") != NULL ? getenv("TMPDIR") : "/tmp";
    for (int i = 0; i < 2; i++) {
        snprintf(path[i], sizeof path[i], "%s/newsroom-kill-%d-%d.db", directory,
                 (int)getpid(), i);
        print(path[i], i == 0 ? "wal" : "delete");
    }
    int killed = 0;
    for (int round = 0; killed < wanted; round++) {
        snprintf(name, sizeof name, "round %d, killed %d times before", round, killed);
        test_case(name);
        int64_t began = now_in_microseconds();
        test_bool("an undisturbed refresh", refresh(path[1], 0), true);
        int64_t takes = now_in_microseconds() - began;
        int times = round % 4 == 3 ? IN_A_ROW : 1;
        while (times-- > 0 && !refresh(path[0], 1000 + draw((uint32_t)takes))) {
            killed++;
        }
        test_bool("a refresh that goes on", refresh(path[0], 0), true);
        check(path[0], path[1]);
        edit(path[0], round);
        edit(path[1], round);
    }
    printf("killed %d times\n", killed);
    for (int i = 0; i < 2; i++) {
        remove_all(path[i]);
    }
    return test_end();
}
