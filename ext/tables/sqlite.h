/* tables/sqlite.h: the host's interface, loaded or linked (SQLITE_CORE), and the names
 * that older headers lack. Only this room and the entry point include it. */
#ifndef NR_TABLES_SQLITE_H
#define NR_TABLES_SQLITE_H

#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT3

/* Set by a function that gives its result a subtype; from SQLite 3.45, and 0x1000000 is
 * unused and ignored before. */
#ifndef SQLITE_RESULT_SUBTYPE
#define SQLITE_RESULT_SUBTYPE 0x001000000
#endif

#endif
