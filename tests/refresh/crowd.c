/* crowd.c: eight who read, one who refreshes and one who writes articles without the
 * extension, in one database under WAL, for so many seconds.
 *
 *     crowd 60
 *
 * Nobody may meet an error but SQLITE_BUSY after the busy timeout, and what a reader sees
 * is whole: an article has as many quotes as it says, and none whose article is gone. */
#define _POSIX_C_SOURCE 200809L /* NOLINT: for fork and threads */
#include "harness.h"
#include "press.h"

#include <pthread.h>
#include <stdatomic.h>
#include <time.h>
#include <unistd.h>

enum { READERS = 8, ARTICLES = 300, BUSY = 10000 };

struct person {
    pthread_t thread;
    const char *path;
    void (*once)(sqlite3 *db, struct person *person);
    time_t until;
    long turns;
    long errors; /* but SQLITE_BUSY */
    long torn;
    char message[256];
};

static void note_error(sqlite3 *db, struct person *person, int code)
{
    if (code != SQLITE_OK && (code & 0xFF) != SQLITE_BUSY) {
        person->errors++;
        snprintf(person->message, sizeof person->message, "%d %s", code,
                 sqlite3_errmsg(db));
    }
}

static void run(sqlite3 *db, struct person *person, const char *sql)
{
    note_error(db, person, sqlite3_exec(db, sql, NULL, NULL, NULL));
}

static void read_once(sqlite3 *db, struct person *person)
{
    static const char torn[] =
        "SELECT (SELECT count(*) FROM newsroom_articles AS a WHERE a.quotes <> (SELECT "
        "count(DISTINCT q.quote_no) FROM newsroom_quotes AS q WHERE q.article = "
        "a.article)) "
        "+ (SELECT count(*) FROM newsroom_quotes AS q WHERE NOT EXISTS(SELECT 1 FROM "
        "newsroom_articles AS a WHERE a.article = q.article)) "
        "+ (SELECT count(*) FROM newsroom_quotes AS q WHERE NOT EXISTS(SELECT 1 FROM "
        "newsroom_entities AS e WHERE e.article = q.article AND e.entity_no IS "
        "q.entity_no) "
        "AND q.entity_no IS NOT NULL)";
    sqlite3_int64 found = press_number(db, torn);
    if (found < 0) {
        note_error(db, person, sqlite3_errcode(db));
    } else if (found > 0) {
        person->torn++;
    }
}

static void refresh_once(sqlite3 *db, struct person *person)
{
    run(db, person, "SELECT newsroom_refresh('articles')");
}

static void write_once(sqlite3 *db, struct person *person)
{
    char sql[256];
    snprintf(
        sql, sizeof sql,
        "UPDATE articles SET body = '“Turn %ld,” said Ines Okafor. ' || body WHERE id "
        "%% 41 = %ld",
        person->turns, person->turns % 41);
    run(db, person, sql);
    snprintf(
        sql, sizeof sql,
        "INSERT OR REPLACE INTO articles VALUES(%ld, 'New', '“Gone,” said Noor Haddad.')",
        1000 + person->turns % 5);
    run(db, person, sql);
    const struct timespec wait = {0, 2000000};
    nanosleep(&wait, NULL);
}

static void *live(void *data)
{
    struct person *person = data;
    sqlite3 *db = NULL;
    if (person->once == write_once) {
        sqlite3_open(person->path, &db); /* a program that knows nothing of us */
        sqlite3_busy_timeout(db, BUSY);
    } else {
        db = press_open(person->path, BUSY);
    }
    while (time(NULL) < person->until) {
        person->once(db, person);
        person->turns++;
    }
    sqlite3_close(db);
    return NULL;
}

int main(int argc, char **argv)
{
    int seconds = argc > 1 ? (int)strtol(argv[1], NULL, 10) : 2;
    char path[256];
    const char *directory = getenv("TMPDIR") != NULL ? getenv("TMPDIR") : "/tmp";
    snprintf(path, sizeof path, "%s/newsroom-crowd-%d.db", directory, (int)getpid());
    sqlite3 *db = press_open(path, BUSY);
    press_run(db, "PRAGMA journal_mode=wal");
    press_print(db, ARTICLES);
    press_run(db, "SELECT newsroom_refresh('articles')");

    static struct person people[READERS + 2];
    for (int i = 0; i < READERS + 2; i++) {
        people[i].path = path;
        people[i].until = time(NULL) + seconds;
        people[i].once = i == 0 ? refresh_once : (i == 1 ? write_once : read_once);
        pthread_create(&people[i].thread, NULL, live, &people[i]);
    }
    for (int i = 0; i < READERS + 2; i++) {
        char name[64];
        pthread_join(people[i].thread, NULL);
        snprintf(name, sizeof name, "%s %d",
                 i == 0 ? "who refreshes" : (i == 1 ? "who writes" : "reader"), i);
        test_case(name);
        test_number("errors", people[i].errors, 0);
        test_number("torn answers", people[i].torn, 0);
        test_bool("turns", people[i].turns > 0, true);
        if (people[i].errors > 0) {
            printf("     %s\n", people[i].message);
        }
    }
    printf("%ld refreshes, %ld writes, %ld readings by the first reader\n",
           people[0].turns, people[1].turns, people[2].turns);
    test_case("afterwards");
    press_run(db, "SELECT newsroom_refresh('articles')");
    test_number("nothing is left to do",
                press_number(db, "SELECT count(*) FROM newsroom_check('articles')"), 0);
    sqlite3_close(db);
    for (int i = 0; i < 3; i++) {
        static const char *const endings[] = {"", "-wal", "-shm"};
        char file[300];
        snprintf(file, sizeof file, "%s%s", path, endings[i]);
        unlink(file);
    }
    return test_end();
}
