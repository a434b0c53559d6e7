/* tables/pages.c: article_html(), article_ansi() and article_plain(): an article for
 * people to look at, and a stored web page as an article (ext/page/).
 *
 * A page lives in an arena of its own while it is written: the article that the session
 * keeps does not grow by being shown. */
#include "tables/functions.h"

#include "page/page.h"

#include <string.h>

/* Anything that writes; NULL of clipping and bytes is what it does not need. */
struct subject {
    struct nr_clipping *clipping;
    struct nr_argument source;
};

typedef enum nr_status (*painter)(struct nr_ink *ink, const struct subject *subject);

/* A copy that SQLite may keep; made here, since SQLite would not let the host ask while
 * it copies. */
static char *copy_page(const struct nr_ink *ink, struct nr_failure *failure)
{
    char *page = sqlite3_malloc64((sqlite3_uint64)ink->bytes.count + 1);
    if (page == NULL) {
        nr_fail_status(failure, NR_NOMEM);
        return NULL;
    }
    if (!nr_arena_write(ink->arena, page, ink->bytes.items, ink->bytes.count)) {
        nr_fail_status(failure, ink->arena->status);
        sqlite3_free(page);
        return NULL;
    }
    return page;
}

/* Lets a painter write, and gives what it wrote as the result. */
static void paint(sqlite3_context *context, painter write, const struct subject *subject,
                  struct nr_failure *failure)
{
    struct nr_session *session = sqlite3_user_data(context);
    sqlite3 *db = sqlite3_context_db_handle(context);
    struct nr_host host = nr_session_host(session);
    struct nr_arena arena = {0};
    nr_arena_open(&arena, &host);
    struct nr_ink ink = {.arena = &arena,
                         .limit = (uint32_t)sqlite3_limit(db, SQLITE_LIMIT_LENGTH, -1)};
    char *page = NULL;
    if (nr_fail_status(failure, write(&ink, subject)) == SQLITE_OK) {
        page = copy_page(&ink, failure);
    }
    uint32_t length = ink.bytes.count;
    nr_arena_close(&arena);
    if (page != NULL) {
        sqlite3_result_text64(context, page, length, sqlite3_free, SQLITE_UTF8);
    }
}

static struct nr_chars chars_of(const struct nr_argument *argument)
{
    const char *end =
        argument->bytes != NULL ? memchr(argument->bytes, 0, argument->size) : NULL;
    size_t length = end != NULL ? (size_t)(end - argument->bytes) : argument->size;
    return (struct nr_chars){argument->bytes, (uint32_t)length};
}

static enum nr_status html(struct nr_ink *ink, const struct subject *subject)
{
    return nr_page_html(ink, &subject->clipping->article,
                        chars_of(&subject->clipping->request.published));
}

static enum nr_status ansi(struct nr_ink *ink, const struct subject *subject)
{
    return nr_page_ansi(ink, &subject->clipping->article,
                        chars_of(&subject->clipping->request.published));
}

static enum nr_status plain(struct nr_ink *ink, const struct subject *subject)
{
    struct nr_chars page = chars_of(&subject->source);
    return nr_page_plain(ink, page.bytes, page.length);
}

/* Reads the arguments; false: the article is NULL, and so is the answer, or they are
 * wrong. */
static bool read_request(const char *who, int count, sqlite3_value **values,
                         struct nr_request *request, struct nr_failure *failure)
{
    sqlite3_value *arguments[3] = {values[0], count > 1 ? values[1] : NULL,
                                   count > 2 ? values[2] : NULL};
    return nr_request_read(who, arguments, request, failure) == SQLITE_OK &&
           request->text.bytes != NULL;
}

static void show(sqlite3_context *context, const char *who, painter write, int count,
                 sqlite3_value **values)
{
    struct nr_session *session = sqlite3_user_data(context);
    struct nr_failure failure = {SQLITE_OK, NULL};
    struct nr_request request;
    struct subject subject = {.clipping = NULL};
    const uint32_t stages = 1u << NR_STAGE_SPEAKERS | 1u << NR_STAGE_DATES;
    if (read_request(who, count, values, &request, &failure) &&
        nr_session_read(session, &request, stages, &subject.clipping, &failure) ==
            SQLITE_OK) {
        paint(context, write, &subject, &failure);
        nr_clipping_release(subject.clipping);
    }
    nr_session_rest(session);
    if (failure.code != SQLITE_OK) {
        nr_failure_result(&failure, context);
    }
}

void nr_article_html(sqlite3_context *context, int count, sqlite3_value **values)
{
    show(context, "article_html", html, count, values);
}

void nr_article_ansi(sqlite3_context *context, int count, sqlite3_value **values)
{
    show(context, "article_ansi", ansi, count, values);
}

void nr_article_plain(sqlite3_context *context, int count, sqlite3_value **values)
{
    struct nr_failure failure = {SQLITE_OK, NULL};
    struct nr_request request;
    if (read_request("article_plain", count, values, &request, &failure)) {
        struct subject subject = {.source = request.text};
        paint(context, plain, &subject, &failure);
    }
    nr_session_rest(sqlite3_user_data(context));
    if (failure.code != SQLITE_OK) {
        nr_failure_result(&failure, context);
    }
}
