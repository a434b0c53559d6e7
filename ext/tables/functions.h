/* tables/functions.h: the scalar functions. */
#ifndef NR_TABLES_FUNCTIONS_H
#define NR_TABLES_FUNCTIONS_H

#include "tables/session.h"

#define NR_VERSION "0.2.0"

/* Of a function that changes the database and is called by triggers: neither innocuous
 * nor DIRECTONLY. Not one of SQLite's flags: it is taken away when registering. */
#define NR_IN_TRIGGERS 0x40000000

struct nr_function {
    const char *name;
    int least; /* arguments */
    int most;
    int flags; /* besides UTF8; INNOCUOUS too, unless it changes something */
    void (*call)(sqlite3_context *context, int count, sqlite3_value **values);
};

extern const struct nr_function nr_functions[];
extern const int nr_function_count;

/* Registers a function once for each number of arguments that it takes. */
int nr_function_register(sqlite3 *db, struct nr_session *session,
                         const struct nr_function *function);

void nr_function_unregister(sqlite3 *db, const struct nr_function *function);

/* In context.c. */
void nr_article_context(sqlite3_context *context, int count, sqlite3_value **values);

/* In pages.c. */
void nr_article_html(sqlite3_context *context, int count, sqlite3_value **values);
void nr_article_ansi(sqlite3_context *context, int count, sqlite3_value **values);
void nr_article_plain(sqlite3_context *context, int count, sqlite3_value **values);

/* In reuse.c. */
void nr_quote_key_call(sqlite3_context *context, int count, sqlite3_value **values);
void nr_quote_similarity_call(sqlite3_context *context, int count,
                              sqlite3_value **values);

#endif
