/* newsroom.c: the entry point: one session for the connection, and all that it serves.
 *
 *     .load ./newsroom
 *     SELECT speaker, quote FROM extract_quotes('"We will appeal," said Ana Diaz.');
 */
#include "newsroom.h"

#include "refresh/functions.h"
#include "refresh/report.h"
#include "tables/listing.h"
#include "tables/vtab.h"

SQLITE_EXTENSION_INIT1

#if defined(_WIN32)
#define NR_EXPORT __declspec(dllexport)
#elif defined(__GNUC__)
#define NR_EXPORT __attribute__((visibility("default")))
#else
#define NR_EXPORT
#endif

/* JSON functions are always there, and table-valued functions plan as vtab.c expects. */
enum { OLDEST_SQLITE = 3038000 };

static int register_all(sqlite3 *db, struct nr_session *session)
{
    int code = SQLITE_OK;
    for (int i = 0; i < nr_table_count && code == SQLITE_OK; i++) {
        code = nr_table_register(db, session, nr_tables[i]);
    }
    for (int i = 0; i < nr_report_count && code == SQLITE_OK; i++) {
        code = nr_report_register(db, session, nr_reports[i]);
    }
    for (int i = 0; i < nr_listing_count && code == SQLITE_OK; i++) {
        code = nr_listing_register(db, session, nr_listings[i]);
    }
    for (int i = 0; i < nr_function_count && code == SQLITE_OK; i++) {
        code = nr_function_register(db, session, &nr_functions[i]);
    }
    for (int i = 0; i < nr_archive_function_count && code == SQLITE_OK; i++) {
        code = nr_function_register(db, session, &nr_archive_functions[i]);
    }
    return code;
}

/* After a failure SQLite unloads the library: nothing may point into it any more. */
static void unregister_all(sqlite3 *db)
{
    for (int i = 0; i < nr_table_count; i++) {
        sqlite3_create_module_v2(db, nr_tables[i]->name, NULL, NULL, NULL);
    }
    for (int i = 0; i < nr_report_count; i++) {
        sqlite3_create_module_v2(db, nr_reports[i]->name, NULL, NULL, NULL);
    }
    for (int i = 0; i < nr_listing_count; i++) {
        sqlite3_create_module_v2(db, nr_listings[i]->name, NULL, NULL, NULL);
    }
    for (int i = 0; i < nr_function_count; i++) {
        nr_function_unregister(db, &nr_functions[i]);
    }
    for (int i = 0; i < nr_archive_function_count; i++) {
        nr_function_unregister(db, &nr_archive_functions[i]);
    }
}

NR_EXPORT int sqlite3_newsroom_init(sqlite3 *db, char **message,
                                    const struct sqlite3_api_routines *api)
{
    SQLITE_EXTENSION_INIT2(api)
    (void)api;
    if (sqlite3_libversion_number() < OLDEST_SQLITE) {
        if (message != NULL) {
            *message =
                sqlite3_mprintf("newsroom needs SQLite 3.38 or newer, and this is %s",
                                sqlite3_libversion());
        }
        return SQLITE_ERROR;
    }
    struct nr_session *session = nr_session_open(db);
    if (session == NULL) {
        return SQLITE_NOMEM;
    }
    int code = register_all(db, session);
    if (code != SQLITE_OK) {
        unregister_all(db);
    }
    nr_session_release(session);
    return code;
}
