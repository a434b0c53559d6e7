/* tables/request.c: see request.h. */
#include "tables/request.h"

#include "text/text.h"

#include <string.h>

/* sqlite3_value_text() would copy a text that is not ended by 0, as one that comes from
 * our own article_text column: once a row of a join, megabytes each.
 * sqlite3_value_bytes() makes the value UTF-8 text in place, and sqlite3_value_blob()
 * then hands out these bytes as they are. */
static int argument_read(sqlite3_value *value, struct nr_argument *argument,
                         struct nr_failure *failure)
{
    *argument = (struct nr_argument){NULL, 0};
    if (value == NULL || sqlite3_value_type(value) == SQLITE_NULL) {
        return SQLITE_OK;
    }
    argument->size = (size_t)sqlite3_value_bytes(value);
    argument->bytes = argument->size > 0 ? sqlite3_value_blob(value)
                                         : (const char *)sqlite3_value_text(value);
    if (argument->bytes == NULL) {
        return nr_fail(failure, SQLITE_NOMEM, NULL);
    }
    return SQLITE_OK;
}

static bool is_blob(sqlite3_value *value)
{
    return value != NULL && sqlite3_value_type(value) == SQLITE_BLOB;
}

/* What counts against the limit is the article: up to its first U+0000. */
static int check_size(const char *who, const struct nr_argument *text,
                      struct nr_failure *failure)
{
    if (text->size <= NR_TEXT_LIMIT) {
        return SQLITE_OK;
    }
    const char *end = memchr(text->bytes, 0, text->size);
    size_t size = end != NULL ? (size_t)(end - text->bytes) : text->size;
    if (size <= NR_TEXT_LIMIT) {
        return SQLITE_OK;
    }
    return nr_fail(failure, SQLITE_TOOBIG,
                   "%s: the article has %lld bytes, and the limit is %u; cut it first",
                   who, (sqlite3_int64)size, NR_TEXT_LIMIT);
}

int nr_request_read(const char *who, sqlite3_value *const values[3],
                    struct nr_request *request, struct nr_failure *failure)
{
    if (is_blob(values[0])) {
        return nr_fail(failure, SQLITE_ERROR,
                       "%s: the article is a BLOB; use CAST(body AS TEXT)", who);
    }
    if (is_blob(values[1])) {
        return nr_fail(failure, SQLITE_ERROR,
                       "%s: article_published is a BLOB; use CAST(published AS TEXT)",
                       who);
    }
    if (is_blob(values[2])) {
        return nr_fail(failure, SQLITE_ERROR,
                       "%s: article_options is a BLOB; use json(options)", who);
    }
    bool text = values[0] != NULL && sqlite3_value_type(values[0]) == SQLITE_TEXT;
    if (argument_read(values[0], &request->text, failure) != SQLITE_OK ||
        argument_read(values[1], &request->published, failure) != SQLITE_OK ||
        argument_read(values[2], &request->options, failure) != SQLITE_OK) {
        return failure->code;
    }
    /* Asked after reading: a number or UTF-16 was turned into other bytes, not the
     * program's. */
    request->bound = text && sqlite3_value_frombind(values[0]) != 0;
    return check_size(who, &request->text, failure);
}

bool nr_argument_same(const struct nr_argument *a, const struct nr_argument *b)
{
    if (a->bytes == b->bytes && a->size == b->size) {
        return true;
    }
    return a->bytes != NULL && b->bytes != NULL && a->size == b->size &&
           memcmp(a->bytes, b->bytes, a->size) == 0;
}

bool nr_request_same(const struct nr_request *a, const struct nr_request *b)
{
    return nr_argument_same(&a->text, &b->text) &&
           nr_argument_same(&a->published, &b->published) &&
           nr_argument_same(&a->options, &b->options);
}
