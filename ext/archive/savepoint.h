/* archive/savepoint.h: all or nothing: what is written between begin and end stays, or
 * none of it. */
#ifndef NR_ARCHIVE_SAVEPOINT_H
#define NR_ARCHIVE_SAVEPOINT_H

#include "archive/archive.h"

/* Its statements are prepared before it begins, so that undoing needs no memory. One case
 * is left: memory ran out between two statements of a bare SELECT. SQLite then runs
 * nothing on the connection before that SELECT has ended, and the savepoint stays open;
 * the program undoes it, as after any SQLITE_NOMEM, by ROLLBACK. */
struct nr_savepoint {
    sqlite3_stmt *begin;
    sqlite3_stmt *lock;
    sqlite3_stmt *release;
    sqlite3_stmt *undo;
    bool begun;
};

/* Begins and takes the write lock, waiting as long as the busy timeout allows: what is
 * read afterwards is still so when it is written. Without a transaction of the user's the
 * end commits. */
int nr_savepoint_begin(struct nr_savepoint *savepoint, const struct nr_archive *archive,
                       struct nr_failure *failure);

/* The same before there are tables of ours: the first statement that makes one locks. */
int nr_savepoint_begin_making(struct nr_savepoint *savepoint,
                              const struct nr_archive *archive,
                              struct nr_failure *failure);

/* Keeps what was written; undoes it where failure says that something went wrong, or
 * where it cannot be committed. */
int nr_savepoint_end(struct nr_savepoint *savepoint, const struct nr_archive *archive,
                     struct nr_failure *failure);

#endif
