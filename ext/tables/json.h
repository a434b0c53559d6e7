/* tables/json.h: writes one JSON text into a buffer that grows.
 *
 * The first failure sticks: later calls do nothing, nr_json_result() tells it. Commas
 * come by themselves. A character that is not UTF-8 becomes one U+FFFD. */
#ifndef NR_TABLES_JSON_H
#define NR_TABLES_JSON_H

#include "base/span.h"
#include "tables/sqlite.h"

#include <stddef.h>

struct nr_json {
    char *bytes;
    size_t length;
    size_t capacity;
    size_t limit; /* the connection's SQLITE_LIMIT_LENGTH */
    int code;     /* sticky: SQLITE_OK, SQLITE_NOMEM, SQLITE_TOOBIG */
    bool comma;   /* one is due before the next value or key */
};

void nr_json_open(struct nr_json *json, sqlite3 *db);
void nr_json_begin(struct nr_json *json, char bracket);  /* '[' or '{' */
void nr_json_end(struct nr_json *json, char bracket);    /* ']' or '}' */
void nr_json_key(struct nr_json *json, const char *key); /* a plain name, never escaped */
void nr_json_null(struct nr_json *json);
void nr_json_number(struct nr_json *json, int64_t number);
void nr_json_hundredths(struct nr_json *json, int64_t number); /* 97: 0.97 */
void nr_json_word(struct nr_json *json, const char *word); /* a string that ends with 0 */
void nr_json_string(struct nr_json *json, const char *bytes, uint32_t length);

void nr_json_fail(struct nr_json *json, int code); /* SQLITE_OK changes nothing */

/* Ends the text, gives it as the function's result with SQLite's JSON subtype, or fails
 * it. */
void nr_json_result(struct nr_json *json, sqlite3_context *context);
void nr_json_drop(struct nr_json *json); /* instead of it */

#endif
