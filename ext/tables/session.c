/* tables/session.c: see session.h.
 *
 * An article is found by its text, article_published and article_options: the same bytes,
 * whatever row they came from. Comparing costs no more than a hash would, since texts
 * that differ mostly differ early. Two things are known without comparing: bytes that are
 * a clipping's own (they came out of article_text), and, in one cursor, the same buffer
 * bound to a parameter (vtab.c).
 *
 * Asking the host whether to go on: SQLite has sqlite3_is_interrupted() only from 3.41,
 * and nothing that asks a progress handler. But every statement asks both. So the stop
 * callback steps a `SELECT 1`: prepared when an analysis first asks and finalized when it
 * ends, since a statement that is kept would block sqlite3_close(). It asks a progress
 * handler only every N steps of its virtual machine, counted over the statement's life,
 * so one question is 32 rounds (160 steps, 3 microseconds): a handler set for every 1000
 * is called every few hundred KB of work. */
#include "tables/session.h"

#include "text/block.h"

enum { ROUNDS_A_QUESTION = 32 };

static void *resize(void *context, void *block, size_t size)
{
    (void)context;
    if (size == 0) {
        sqlite3_free(block);
        return NULL;
    }
    return sqlite3_realloc64(block, size);
}

/* An authorizer may refuse even this statement: then nobody can be asked, and work goes
 * on. */
static bool stop(void *context)
{
    struct nr_session *session = context;
    if (session->db == NULL) {
        return atomic_load(session->called_off);
    }
    if (session->question == NULL) {
        int code =
            sqlite3_prepare_v2(session->db, "SELECT 1", -1, &session->question, NULL);
        if (code != SQLITE_OK) {
            return code == SQLITE_INTERRUPT;
        }
    }
    for (int i = 0; i < ROUNDS_A_QUESTION; i++) {
        while (sqlite3_step(session->question) == SQLITE_ROW) {
        }
        if (sqlite3_reset(session->question) == SQLITE_INTERRUPT) {
            return true;
        }
    }
    return false;
}

struct nr_host nr_session_host(struct nr_session *session)
{
    return (struct nr_host){.resize = resize, .stop = stop, .context = session};
}

void nr_session_rest(struct nr_session *session)
{
    sqlite3_finalize(session->question);
    session->question = NULL;
}

struct nr_session *nr_session_open(sqlite3 *db)
{
    struct nr_session *session = sqlite3_malloc64(sizeof *session);
    if (session != NULL) {
        *session = (struct nr_session){.db = db, .references = 1};
        struct nr_host host = nr_session_host(session);
        nr_arena_open(&session->patterns_arena, &host);
    }
    return session;
}

struct nr_session *nr_session_hold(struct nr_session *session)
{
    session->references++;
    return session;
}

/* SQLite finalizes every statement before the modules and functions it uses: the
 * clippings left here are those that the session keeps. */
void nr_session_release(void *data)
{
    struct nr_session *session = data;
    if (--session->references > 0) {
        return;
    }
    while (session->clippings != NULL) {
        struct nr_clipping *clipping = session->clippings;
        nr_session_forget(clipping);
        if (clipping->kept) {
            nr_clipping_release(clipping);
        }
    }
    nr_options_release(session->options);
    nr_arena_close(&session->patterns_arena);
    sqlite3_free(session);
}

void nr_session_forget(struct nr_clipping *clipping)
{
    struct nr_session *session = clipping->session;
    if (session == NULL) {
        return;
    }
    if (clipping->next != NULL) {
        clipping->next->previous = clipping->previous;
    }
    if (clipping->previous != NULL) {
        clipping->previous->next = clipping->next;
    } else {
        session->clippings = clipping->next;
    }
    clipping->session = NULL;
    clipping->next = NULL;
    clipping->previous = NULL;
}

static void put_first(struct nr_session *session, struct nr_clipping *clipping)
{
    if (session->clippings == clipping) {
        return;
    }
    nr_session_forget(clipping);
    clipping->session = session;
    clipping->next = session->clippings;
    if (clipping->next != NULL) {
        clipping->next->previous = clipping;
    }
    session->clippings = clipping;
}

static struct nr_clipping *find(const struct nr_session *session,
                                const struct nr_request *request)
{
    struct nr_clipping *clipping = session->clippings;
    while (clipping != NULL && !nr_request_same(&clipping->request, request)) {
        clipping = clipping->next;
    }
    return clipping;
}

size_t nr_session_kept(const struct nr_session *session)
{
    size_t size = 0;
    for (const struct nr_clipping *r = session->clippings; r != NULL; r = r->next) {
        size += r->kept ? nr_clipping_size(r) : 0;
    }
    return size;
}

/* The clipping just used, first in the list, is kept before any other, unless it alone is
 * too large. */
static void keep(struct nr_session *session, struct nr_clipping *used)
{
    if (!used->kept) {
        used->kept = true;
        used->references++;
    }
    int articles = 0;
    size_t size = 0;
    struct nr_clipping *clipping = session->clippings;
    while (clipping != NULL) {
        struct nr_clipping *next = clipping->next;
        size_t with = size + nr_clipping_size(clipping);
        if (clipping->kept && articles < NR_SESSION_ARTICLES &&
            with <= NR_SESSION_BYTES) {
            articles++;
            size = with;
        } else if (clipping->kept) {
            clipping->kept = false;
            nr_clipping_release(clipping);
        }
        clipping = next;
    }
}

/* Patterns are compiled on first use, and once more if that failed for lack of memory. */
static enum nr_status make_patterns(struct nr_session *session)
{
    if (session->patterns == NULL) {
        session->patterns = nr_block_patterns_make(&session->patterns_arena);
    }
    enum nr_status status = session->patterns_arena.status;
    if (session->patterns == NULL) {
        nr_arena_close(&session->patterns_arena);
    }
    return status;
}

/* The host shows it: two stray continuation bytes, and how many of them are the first
 * character. Where it cannot be asked, its version tells. */
enum nr_strays nr_session_strays(struct nr_session *session)
{
    sqlite3_stmt *asked = NULL;
    if (session->asked_strays) {
        return session->strays;
    }
    session->strays =
        sqlite3_libversion_number() >= 3054000 ? NR_STRAYS_TOGETHER : NR_STRAYS_SINGLY;
    if (sqlite3_prepare_v2(session->db,
                           "SELECT hex(substr(CAST(x'8080' AS TEXT), 1, 1)) = '8080'", -1,
                           &asked, NULL) == SQLITE_OK &&
        sqlite3_step(asked) == SQLITE_ROW) {
        session->strays =
            sqlite3_column_int(asked, 0) != 0 ? NR_STRAYS_TOGETHER : NR_STRAYS_SINGLY;
        session->asked_strays = true;
    }
    sqlite3_finalize(asked);
    return session->strays;
}

static enum nr_status make_characters(struct nr_session *session,
                                      struct nr_clipping *clipping)
{
    struct nr_article *article = &clipping->article;
    article->arena.status = NR_OK; /* this may be another try */
    if (clipping->characters.samples == NULL) {
        nr_chars_index_make(&article->arena, &clipping->characters, article->bytes,
                            article->length, nr_session_strays(session));
    }
    return article->arena.status;
}

static int analyse(struct nr_session *session, struct nr_clipping *clipping,
                   uint32_t stages, struct nr_failure *failure)
{
    struct nr_article *article = &clipping->article;
    if ((article->done & stages) == stages) {
        return SQLITE_OK;
    }
    enum nr_status status = make_patterns(session);
    if (status == NR_OK) {
        session->analyses += article->done == 0;
        article->patterns = session->patterns;
        article->models = &nr_models;
        status = make_characters(session, clipping);
    }
    for (uint32_t stage = 0; stage < NR_STAGE_COUNT && status == NR_OK; stage++) {
        if ((stages >> stage & 1) != 0) {
            status = nr_article_analyse(article, (enum nr_stage)stage);
        }
    }
    return nr_fail_status(failure, status);
}

/* The options of a request, parsed: the last ones again, as in a scan over a table of
 * articles. */
static int find_options(struct nr_session *session, const struct nr_request *request,
                        struct nr_failure *failure)
{
    if (session->options != NULL &&
        nr_argument_same(&session->options->source, &request->options)) {
        return SQLITE_OK;
    }
    nr_options_release(session->options);
    session->options = NULL;
    if (request->options.bytes == NULL) {
        return SQLITE_OK;
    }
    struct nr_host host = nr_session_host(session);
    return nr_options_read(session->db, &host, &request->options, &session->options,
                           failure);
}

int nr_session_options(struct nr_session *session, const struct nr_argument *options,
                       struct nr_failure *failure)
{
    struct nr_request request = {.options = *options};
    int code = find_options(session, &request, failure);
    nr_session_rest(session);
    return code;
}

struct nr_session *nr_session_for_worker(struct nr_session *session,
                                         const struct nr_argument *options,
                                         atomic_bool *called_off,
                                         struct nr_failure *failure)
{
    struct nr_session *worker = nr_session_open(session->db);
    if (worker == NULL) {
        nr_fail(failure, SQLITE_NOMEM, NULL);
        return NULL;
    }
    worker->strays = nr_session_strays(session);
    worker->asked_strays = true;
    int code = nr_session_options(worker, options, failure);
    worker->db = NULL;
    worker->called_off = called_off;
    if (code != SQLITE_OK) {
        nr_session_release(worker);
        return NULL;
    }
    return worker;
}

static struct nr_clipping *open_clipping(struct nr_session *session,
                                         const struct nr_request *request,
                                         struct nr_failure *failure)
{
    if (find_options(session, request, failure) != SQLITE_OK) {
        return NULL;
    }
    struct nr_host host = nr_session_host(session);
    struct nr_clipping *clipping = nr_clipping_open(&host, request, failure);
    if (clipping != NULL) {
        const struct nr_argument *published = &clipping->request.published;
        clipping->article.published = nr_published_read(
            (struct nr_chars){published->bytes, (uint32_t)published->size});
    }
    if (clipping != NULL && session->options != NULL) {
        clipping->options = nr_options_hold(session->options);
        clipping->article.options = session->options->text;
    }
    return clipping;
}

struct nr_clipping *nr_session_analyse(struct nr_session *session,
                                       const struct nr_request *request, uint32_t stages,
                                       struct nr_failure *failure)
{
    struct nr_clipping *clipping = open_clipping(session, request, failure);
    if (clipping != NULL && analyse(session, clipping, stages, failure) != SQLITE_OK) {
        nr_clipping_release(clipping);
        clipping = NULL;
    }
    return clipping;
}

int nr_session_read(struct nr_session *session, const struct nr_request *request,
                    uint32_t stages, struct nr_clipping **found,
                    struct nr_failure *failure)
{
    *found = NULL;
    struct nr_clipping *clipping = find(session, request);
    if (clipping == NULL) {
        clipping = open_clipping(session, request, failure);
        if (clipping == NULL) {
            return failure->code;
        }
    } else {
        clipping->references++;
    }
    put_first(session, clipping);
    if (analyse(session, clipping, stages, failure) != SQLITE_OK) {
        nr_clipping_release(clipping);
        return failure->code;
    }
    keep(session, clipping);
    *found = clipping;
    return SQLITE_OK;
}
