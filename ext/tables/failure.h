/* tables/failure.h: why a call failed: SQLite's code, and a message for the person who
 * typed it. Messages say what was wrong, where, and what to do; the host's own text
 * serves where there is none. */
#ifndef NR_TABLES_FAILURE_H
#define NR_TABLES_FAILURE_H

#include "base/status.h"
#include "tables/sqlite.h"

struct nr_failure {
    int code;      /* SQLITE_OK: none */
    char *message; /* from sqlite3_mprintf, or NULL; whoever takes the failure frees it */
};

/* Keeps the first failure: the message's arguments as sqlite3_mprintf takes them. Returns
 * code. */
int nr_fail(struct nr_failure *failure, int code, const char *format, ...);

/* The same for how an analysis ended; NR_OK leaves failure as it is. */
int nr_fail_status(struct nr_failure *failure, enum nr_status status);

/* Ends a scalar function with it. */
void nr_failure_result(struct nr_failure *failure, sqlite3_context *context);

#endif
