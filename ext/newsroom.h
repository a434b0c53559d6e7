/* newsroom.h: for programs that link sqlite-newsroom instead of loading it.
 *
 * Compile ext/ with -DSQLITE_CORE, link it with SQLite, and before opening a connection:
 *
 *     sqlite3_auto_extension((void (*)(void))sqlite3_newsroom_init);
 *
 * or on one open connection: sqlite3_newsroom_init(db, NULL, NULL). */
#ifndef NR_NEWSROOM_H
#define NR_NEWSROOM_H

#include <sqlite3.h>

#ifdef __cplusplus
extern "C" {
#endif

int sqlite3_newsroom_init(sqlite3 *db, char **message,
                          const struct sqlite3_api_routines *api);

#ifdef __cplusplus
}
#endif
#endif
