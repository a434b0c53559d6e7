/* archive/savepoint.c: see savepoint.h. */
#include "archive/savepoint.h"

#include "archive/source.h"
#include "archive/statement.h"

/* Statements that change nothing and need the right to. */
static const char lock[] = "DELETE FROM newsroom_changes WHERE id < 0";
static const char lock_making[] = "CREATE TABLE IF NOT EXISTS {table}(x)";

static void finish(struct nr_savepoint *savepoint)
{
    sqlite3_finalize(savepoint->begin);
    sqlite3_finalize(savepoint->lock);
    sqlite3_finalize(savepoint->release);
    sqlite3_finalize(savepoint->undo);
    *savepoint = (struct nr_savepoint){.begun = false};
}

static int run(sqlite3_stmt *statement)
{
    int code = sqlite3_step(statement);
    sqlite3_reset(statement);
    return code;
}

/* An interrupt holds for our own statements too, as long as the one that called us runs.
 * But one that writes and is interrupted takes its transaction with it: SQLite's own way
 * out, and then ours. */
static void undo(struct nr_savepoint *savepoint)
{
    int code = run(savepoint->undo);
    if (code == SQLITE_DONE) {
        code = run(savepoint->release);
    }
    if (code == SQLITE_INTERRUPT) {
        run(savepoint->lock);
    }
}

static int begin(struct nr_savepoint *savepoint, const struct nr_archive *archive,
                 const char *locking, struct nr_failure *failure)
{
    *savepoint = (struct nr_savepoint){.begun = false};
    savepoint->begin = nr_sql_prepare(archive, "SAVEPOINT \"newsroom\"", failure);
    savepoint->lock = nr_source_prepare(archive, locking, failure);
    savepoint->release = nr_sql_prepare(archive, "RELEASE \"newsroom\"", failure);
    savepoint->undo = nr_sql_prepare(archive, "ROLLBACK TO \"newsroom\"", failure);
    if (failure->code == SQLITE_OK) {
        savepoint->begun = nr_sql_run(archive, savepoint->begin, failure) == SQLITE_OK;
        nr_sql_run(archive, savepoint->lock, failure);
    }
    if (failure->code != SQLITE_OK) {
        nr_savepoint_end(savepoint, archive, failure);
    }
    return failure->code;
}

int nr_savepoint_begin(struct nr_savepoint *savepoint, const struct nr_archive *archive,
                       struct nr_failure *failure)
{
    return begin(savepoint, archive, lock, failure);
}

int nr_savepoint_begin_making(struct nr_savepoint *savepoint,
                              const struct nr_archive *archive,
                              struct nr_failure *failure)
{
    return begin(savepoint, archive, lock_making, failure);
}

int nr_savepoint_end(struct nr_savepoint *savepoint, const struct nr_archive *archive,
                     struct nr_failure *failure)
{
    if (savepoint->begun && failure->code == SQLITE_OK) {
        nr_sql_run(archive, savepoint->release, failure);
    }
    if (savepoint->begun && failure->code != SQLITE_OK) {
        undo(savepoint);
    }
    finish(savepoint);
    return failure->code;
}
