/* tables/functions.c: the scalar functions: the tables' rows as one JSON value, and small
 * questions.
 *
 *     SELECT id, extract_quotes(body) FROM articles;
 *
 * Flags: innocuous, so that views and triggers may use them under trusted_schema=OFF; not
 * deterministic, so that SQLite refuses them in indexes and generated columns: a release
 * that answers better would find such a database corrupt. */
#include "tables/functions.h"

#include "base/pattern.h"
#include "tables/json.h"
#include "tables/table.h"
#include "text/language.h"

#include <string.h>

enum {
    FLAGS = SQLITE_UTF8 | SQLITE_INNOCUOUS,
    WORK_OF_ROW = 1024 /* writing a row, in bytes looked at: when to ask the host */
};

static void write_joined(struct nr_json *json, const struct nr_cell *cell)
{
    char *text = nr_cell_join(cell);
    if (text != NULL) {
        nr_json_word(json, text);
    } else {
        nr_json_fail(json, SQLITE_NOMEM);
    }
    sqlite3_free(text);
}

static void write_cell(struct nr_json *json, const struct nr_cell *cell,
                       const struct nr_clipping *clipping, uint32_t row)
{
    char day[NR_DATE_VALUE];
    switch (cell->kind) {
    case NR_CELL_NULL:
        nr_json_null(json);
        break;
    case NR_CELL_NUMBER:
        nr_json_number(json, cell->as.number);
        break;
    case NR_CELL_HUNDREDTHS:
        nr_json_hundredths(json, cell->as.number);
        break;
    case NR_CELL_DAY:
        nr_period_write((int32_t)cell->as.number, 'D', day);
        nr_json_word(json, day);
        break;
    case NR_CELL_WORD:
        nr_json_word(json, cell->as.bytes);
        break;
    case NR_CELL_TEXT:
        nr_json_string(json, cell->as.bytes, cell->length);
        break;
    case NR_CELL_JOINED:
        write_joined(json, cell);
        break;
    case NR_CELL_JSON:
        cell->as.write(json, clipping, row);
        break;
    }
}

/* False: the host wants to stop. */
static bool write_rows(struct nr_json *json, const struct nr_table *table,
                       struct nr_clipping *clipping)
{
    uint32_t rows = table->rows(clipping);
    nr_json_begin(json, '[');
    for (uint32_t row = 0; row < rows && json->code == SQLITE_OK; row++) {
        nr_json_begin(json, '{');
        for (int i = 0; i < table->column_count; i++) {
            struct nr_cell cell = table->columns[i].cell(clipping, row);
            nr_json_key(json, table->columns[i].name);
            write_cell(json, &cell, clipping, row);
        }
        nr_json_end(json, '}');
        if (!nr_arena_tick(&clipping->article.arena, WORK_OF_ROW)) {
            return false;
        }
    }
    nr_json_end(json, ']');
    return true;
}

/* The rows as the function's result. */
static void write_result(sqlite3_context *context, const struct nr_table *table,
                         struct nr_clipping *clipping, struct nr_failure *failure)
{
    struct nr_json json;
    nr_json_open(&json, sqlite3_context_db_handle(context));
    if (write_rows(&json, table, clipping)) {
        nr_json_result(&json, context);
    } else {
        nr_json_drop(&json);
        nr_fail_status(failure, clipping->article.arena.status);
    }
}

static void table_as_json(sqlite3_context *context, int count, sqlite3_value **values,
                          const struct nr_table *table)
{
    sqlite3_value *arguments[3] = {values[0], count > 1 ? values[1] : NULL,
                                   count > 2 ? values[2] : NULL};
    struct nr_session *session = sqlite3_user_data(context);
    struct nr_failure failure = {SQLITE_OK, NULL};
    struct nr_request request;
    struct nr_clipping *clipping = NULL;
    nr_request_read(table->name, arguments, &request, &failure);
    if (failure.code == SQLITE_OK && request.text.bytes == NULL) {
        return; /* the article is NULL, and so is the answer */
    }
    if (failure.code == SQLITE_OK) {
        nr_session_read(session, &request, 1u << table->stage, &clipping, &failure);
    }
    if (clipping != NULL) {
        write_result(context, table, clipping, &failure);
        nr_clipping_release(clipping);
    }
    nr_session_rest(session);
    if (failure.code != SQLITE_OK) {
        nr_failure_result(&failure, context);
    }
}

static void extract_quotes(sqlite3_context *context, int count, sqlite3_value **values)
{
    table_as_json(context, count, values, &nr_table_quotes);
}

static void article_entities(sqlite3_context *context, int count, sqlite3_value **values)
{
    table_as_json(context, count, values, &nr_table_entities);
}

/* article_language(text): ISO 639-1 of a whole text, NULL where nothing tells. */
static void article_language(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    sqlite3_value *arguments[3] = {values[0], NULL, NULL};
    struct nr_failure failure = {SQLITE_OK, NULL};
    struct nr_request request;
    if (nr_request_read("article_language", arguments, &request, &failure) != SQLITE_OK) {
        nr_failure_result(&failure, context);
    } else if (request.text.bytes != NULL) {
        const char *end = memchr(request.text.bytes, 0, request.text.size);
        size_t size =
            end != NULL ? (size_t)(end - request.text.bytes) : request.text.size;
        enum nr_language language = nr_language_of(request.text.bytes, size);
        sqlite3_result_text(context, nr_language_names[language], -1, SQLITE_STATIC);
    }
}

static void newsroom_version(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count, (void)values;
    sqlite3_result_text(context, NR_VERSION, -1, SQLITE_STATIC);
}

static const char *compiler(void)
{
#if defined(__clang__)
    return "clang " __clang_version__;
#elif defined(__GNUC__)
    return "gcc " __VERSION__;
#else
    return "unknown";
#endif
}

static void write_pair(struct nr_json *json, const char *key, const char *word)
{
    nr_json_key(json, key);
    nr_json_word(json, word);
}

static void write_count(struct nr_json *json, const char *key, int64_t count)
{
    nr_json_key(json, key);
    nr_json_number(json, count);
}

/* What a report of a fault should carry. No date: the same source builds the same
 * library. */
static void newsroom_debug(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count, (void)values;
    const struct nr_session *session = sqlite3_user_data(context);
    char engine[NR_PATTERN_ENGINE_BYTES];
    struct nr_json json;
    nr_pattern_engine(engine);
    nr_json_open(&json, sqlite3_context_db_handle(context));
    nr_json_begin(&json, '{');
    write_pair(&json, "version", NR_VERSION);
    write_pair(&json, "sqlite", sqlite3_libversion());
    write_pair(&json, "pcre2", engine);
    write_pair(&json, "compiler", compiler());
    write_count(&json, "lexicon_forms", nr_lexicon_size());
    write_count(&json, "analyses", (int64_t)session->analyses);
    write_count(&json, "cache_bytes", (int64_t)nr_session_kept(session));
    nr_json_end(&json, '}');
    nr_json_result(&json, context);
}

const struct nr_function nr_functions[] = {
    {"extract_quotes", 1, 3, SQLITE_RESULT_SUBTYPE, extract_quotes},
    {"article_entities", 1, 3, SQLITE_RESULT_SUBTYPE, article_entities},
    {"article_context", 3, 4, 0, nr_article_context},
    {"article_language", 1, 1, 0, article_language},
    {"article_html", 1, 3, 0, nr_article_html},
    {"article_ansi", 1, 3, 0, nr_article_ansi},
    {"article_plain", 1, 1, 0, nr_article_plain},
    {"quote_key", 1, 1, 0, nr_quote_key_call},
    {"quote_similarity", 2, 2, 0, nr_quote_similarity_call},
    {"newsroom_version", 0, 0, 0, newsroom_version},
    {"newsroom_debug", 0, 0, SQLITE_RESULT_SUBTYPE, newsroom_debug},
};
const int nr_function_count = (int)(sizeof nr_functions / sizeof *nr_functions);

int nr_function_register(sqlite3 *db, struct nr_session *session,
                         const struct nr_function *function)
{
    bool innocuous = (function->flags & (SQLITE_DIRECTONLY | NR_IN_TRIGGERS)) == 0;
    int flags = (function->flags & ~NR_IN_TRIGGERS) | (innocuous ? FLAGS : SQLITE_UTF8);
    int code = SQLITE_OK;
    for (int count = function->least; count <= function->most && code == SQLITE_OK;
         count++) {
        code = sqlite3_create_function_v2(db, function->name, count, flags,
                                          nr_session_hold(session), function->call, NULL,
                                          NULL, nr_session_release);
    }
    return code;
}

void nr_function_unregister(sqlite3 *db, const struct nr_function *function)
{
    for (int count = function->least; count <= function->most; count++) {
        sqlite3_create_function_v2(db, function->name, count, SQLITE_UTF8, NULL, NULL,
                                   NULL, NULL, NULL);
    }
}
