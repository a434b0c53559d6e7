/* tables/module.h: what every kind of table of ours shares, whatever its rows are: an
 * eponymous virtual table that knows its session and a description of itself. */
#ifndef NR_TABLES_MODULE_H
#define NR_TABLES_MODULE_H

#include "tables/session.h"

struct nr_vtab {
    sqlite3_vtab base; /* must be first */
    struct nr_session *session;
    const void *what; /* as it was registered: a struct nr_table ... */
};

/* The rest of an xConnect. data: as SQLite hands it in. sql: CREATE TABLE with the
 * columns, freed here, NULL: out of memory. risk: SQLITE_VTAB_INNOCUOUS or
 * SQLITE_VTAB_DIRECTONLY. */
int nr_vtab_connect(sqlite3 *db, const void *data, char *sql, int risk,
                    sqlite3_vtab **out);
const void *nr_vtab_what(const void *data); /* in an xConnect: as registered */
int nr_vtab_disconnect(sqlite3_vtab *base); /* an xDisconnect */

/* Ends a method with what failed: the message becomes the table's. Returns the code. */
int nr_vtab_fail(sqlite3_vtab *base, struct nr_failure *failure);

/* what lives as long as the connection. */
int nr_module_register(sqlite3 *db, struct nr_session *session, const char *name,
                       const sqlite3_module *module, const void *what);

#endif
