/* tables/reuse.c: the same words in several outlets.
 *
 *     quote_key(words)           the same text for the same words, whatever their casing,
 *                                accents, marks, dashes, ellipses and line ends
 *     quote_similarity(a, b)     0.0 to 1.0: how much of the shorter is in the longer
 *
 *     SELECT min(quote), count(DISTINCT outlet) FROM quotes GROUP BY quote_key(quote);
 *
 * Pure, and still not deterministic in SQLite's sense (functions.c): a release that reads
 * words better gives other keys. */
#include "tables/functions.h"

#include "reuse/reuse.h"
#include "tables/request.h"

/* Enough for any quote; so neither function takes longer than some milliseconds. */
enum { WORDS_LIMIT = 1000 * 1000 };

/* False: they are NULL, or it is a failure. */
static bool read_words(const char *who, sqlite3_value *value, struct nr_argument *words,
                       struct nr_failure *failure)
{
    *words = (struct nr_argument){NULL, 0};
    if (sqlite3_value_type(value) == SQLITE_NULL) {
        return false;
    }
    if (sqlite3_value_type(value) == SQLITE_BLOB) {
        nr_fail(failure, SQLITE_ERROR,
                "%s: the words are a BLOB; use CAST(words AS TEXT)", who);
        return false;
    }
    words->bytes = (const char *)sqlite3_value_text(value);
    words->size = (size_t)sqlite3_value_bytes(value);
    if (words->bytes == NULL) {
        nr_fail(failure, SQLITE_NOMEM, NULL);
        return false;
    }
    if (words->size > WORDS_LIMIT) {
        nr_fail(failure, SQLITE_TOOBIG,
                "%s: the words have %lld bytes, and the limit is %d; cut them first", who,
                (sqlite3_int64)words->size, (int)WORDS_LIMIT);
        return false;
    }
    return true;
}

void nr_quote_key_call(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    struct nr_failure failure = {SQLITE_OK, NULL};
    struct nr_argument words;
    uint64_t key;
    if (read_words("quote_key", values[0], &words, &failure) &&
        nr_quote_key(words.bytes, words.size, &key) > 0) {
        char text[NR_KEY_BYTES];
        nr_quote_key_write(key, text);
        sqlite3_result_text(context, text, NR_KEY_BYTES - 1, SQLITE_TRANSIENT);
    }
    if (failure.code != SQLITE_OK) {
        nr_failure_result(&failure, context);
    }
}

void nr_quote_similarity_call(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    struct nr_session *session = sqlite3_user_data(context);
    struct nr_failure failure = {SQLITE_OK, NULL};
    struct nr_argument a;
    struct nr_argument b;
    bool both = read_words("quote_similarity", values[0], &a, &failure);
    both = read_words("quote_similarity", values[1], &b, &failure) && both;
    if (both) {
        struct nr_host host = nr_session_host(session);
        struct nr_arena arena;
        nr_arena_open(&arena, &host);
        uint32_t hundredths =
            nr_quote_similarity(&arena, a.bytes, a.size, b.bytes, b.size);
        nr_fail_status(&failure, arena.status);
        nr_arena_close(&arena);
        nr_session_rest(session);
        sqlite3_result_double(context, hundredths / 100.0);
    }
    if (failure.code != SQLITE_OK) {
        nr_failure_result(&failure, context);
    }
}
