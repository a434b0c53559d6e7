/* tables/context.c: article_context(body, start, length [, chars]): a passage in its
 * surroundings, on one line, so that a person can judge a row at a glance:
 *
 *     SELECT article_context(body, start, length) FROM extract_quotes(body);
 *     … was calm. “«We will appeal,»” said Ana Diaz on …
 *
 * The passage stands between « and », with up to chars (60) characters on each side, cut
 * at words; … where text is left out; white space and line breaks are one space. An
 * article that has quotation marks of this shape itself shows them too. Characters are
 * counted from the start of the body at each call, which takes a few milliseconds
 * for a megabyte. */
#include "tables/functions.h"

#include "tables/request.h"
#include "text/utf8.h"

#include <string.h>

enum { SIDE_CHARS = 60 };

struct window {
    const char *bytes;
    uint32_t length;
    struct nr_span passage;
    struct nr_span shown; /* holds the passage */
};

/* What ends a word, or would break the line. */
static bool is_space(uint32_t code)
{
    return code <= 0x20 || code == 0x7F || code == 0x85 || code == 0xA0 ||
           (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 ||
           code == 0x202F || code == 0x205F || code == 0x3000;
}

static uint32_t skip_characters(const struct window *window, uint32_t from, int64_t count)
{
    return nr_chars_skip(window->bytes, from, window->length, (uint64_t)count,
                         NR_STRAYS_TOGETHER);
}

static bool space_at(const struct window *window, uint32_t at)
{
    return is_space(nr_char_at(window->bytes, at, window->length).code);
}

/* Up to count characters before the passage, whole words unless there is only one. */
static uint32_t begin_of_side(const struct window *window, int64_t count)
{
    uint32_t edge = window->passage.begin;
    for (; count > 0 && edge > 0; count--) {
        edge = nr_char_before(window->bytes, 0, edge);
    }
    if (edge == 0 || space_at(window, nr_char_before(window->bytes, 0, edge))) {
        return edge;
    }
    uint32_t word = edge;
    while (word < window->passage.begin && !space_at(window, word)) {
        word = skip_characters(window, word, 1);
    }
    return word < window->passage.begin ? word : edge;
}

static uint32_t end_of_side(const struct window *window, int64_t count)
{
    uint32_t edge = skip_characters(window, window->passage.end, count);
    if (edge == window->length || space_at(window, edge)) {
        return edge;
    }
    uint32_t word = edge;
    while (word > window->passage.end) {
        uint32_t before = nr_char_before(window->bytes, 0, word);
        if (space_at(window, before)) {
            return word;
        }
        word = before;
    }
    return edge;
}

static bool blank(const struct window *window, uint32_t begin, uint32_t end)
{
    while (begin < end && space_at(window, begin)) {
        begin = skip_characters(window, begin, 1);
    }
    return begin >= end;
}

/* White space at the passage's ends stands outside the marks. */
static void trim_passage(struct window *window)
{
    struct nr_span *passage = &window->passage;
    while (passage->begin < passage->end && space_at(window, passage->begin)) {
        passage->begin = skip_characters(window, passage->begin, 1);
    }
    while (passage->begin < passage->end) {
        uint32_t before = nr_char_before(window->bytes, passage->begin, passage->end);
        if (!space_at(window, before)) {
            break;
        }
        passage->end = before;
    }
}

/* Writes a stretch with each run of white space as one space; *space: one is due before
 * the next word. */
static void write_line(sqlite3_str *line, const struct window *window,
                       struct nr_span span, bool *space)
{
    for (uint32_t at = span.begin; at < span.end;) {
        struct nr_char character = nr_char_at(window->bytes, at, window->length);
        if (is_space(character.code)) {
            *space = true;
        } else {
            if (*space && sqlite3_str_length(line) > 0) {
                sqlite3_str_append(line, " ", 1);
            }
            *space = false;
            sqlite3_str_append(line, window->bytes + at, (int)character.width);
        }
        at += character.width;
    }
}

static char *write_window(const struct window *window, sqlite3 *db, int *size)
{
    sqlite3_str *line = sqlite3_str_new(db);
    bool space = false;
    if (!blank(window, 0, window->shown.begin)) {
        sqlite3_str_appendall(line, "…");
        space = true;
    }
    write_line(line, window, nr_span_of(window->shown.begin, window->passage.begin),
               &space);
    if (space && sqlite3_str_length(line) > 0) {
        sqlite3_str_append(line, " ", 1);
    }
    sqlite3_str_appendall(line, "«");
    space = false;
    write_line(line, window, window->passage, &space);
    sqlite3_str_appendall(line, "»");
    space = false;
    write_line(line, window, nr_span_of(window->passage.end, window->shown.end), &space);
    if (!blank(window, window->shown.end, window->length)) {
        sqlite3_str_appendall(line, " …");
    }
    *size = sqlite3_str_length(line);
    return sqlite3_str_finish(line);
}

/* What a call asks for; false: NULL, or failed. */
static bool read_window(struct nr_session *session, int count, sqlite3_value **values,
                        struct window *window, struct nr_failure *failure)
{
    sqlite3_value *arguments[3] = {values[0], NULL, NULL};
    struct nr_request request;
    for (int i = 0; i < count; i++) {
        if (sqlite3_value_type(values[i]) == SQLITE_NULL) {
            return false;
        }
    }
    sqlite3_int64 start = sqlite3_value_int64(values[1]);
    sqlite3_int64 length = sqlite3_value_int64(values[2]);
    sqlite3_int64 chars = count > 3 ? sqlite3_value_int64(values[3]) : SIDE_CHARS;
    if (nr_request_read("article_context", arguments, &request, failure) != SQLITE_OK) {
        return false;
    }
    if (chars < 0) {
        nr_fail(failure, SQLITE_ERROR, "article_context: chars is %lld; give 0 or more",
                chars);
        return false;
    }
    const char *end = memchr(request.text.bytes, 0, request.text.size);
    window->bytes = request.text.bytes;
    window->length =
        (uint32_t)(end != NULL ? (size_t)(end - window->bytes) : request.text.size);
    if (start < 1 || length < 0) {
        return false;
    }
    enum nr_strays strays = nr_session_strays(session);
    window->passage.begin =
        nr_chars_skip(window->bytes, 0, window->length, (uint64_t)start - 1, strays);
    window->passage.end = nr_chars_skip(window->bytes, window->passage.begin,
                                        window->length, (uint64_t)length, strays);
    trim_passage(window);
    window->shown.begin = begin_of_side(window, chars);
    window->shown.end = end_of_side(window, chars);
    return window->passage.begin < window->length;
}

void nr_article_context(sqlite3_context *context, int count, sqlite3_value **values)
{
    struct nr_failure failure = {SQLITE_OK, NULL};
    struct window window;
    if (!read_window(sqlite3_user_data(context), count, values, &window, &failure)) {
        if (failure.code != SQLITE_OK) {
            nr_failure_result(&failure, context);
        }
        return; /* NULL: there is no such passage */
    }
    int size = 0;
    char *line = write_window(&window, sqlite3_context_db_handle(context), &size);
    if (line == NULL) {
        sqlite3_result_error_nomem(context);
        return;
    }
    sqlite3_result_text(context, line, size, sqlite3_free);
}
