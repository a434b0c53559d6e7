/* tables/session.h: what one connection remembers between calls.
 *
 * Every function and every table of a connection shares its session, as client data,
 * counted by reference: the last registration that goes away frees it. It keeps the last
 * four articles that were analysed, 16 MB in all, so that a join of five tables over one
 * body analyses it once; an article that is larger lives as long as a cursor or a value
 * holds it, and is found until then. A connection is used by one thread at a time, so
 * there are no locks, and no globals.
 */
#ifndef NR_TABLES_SESSION_H
#define NR_TABLES_SESSION_H

#include "tables/clipping.h"

#include <stdatomic.h>

struct nr_session {
    sqlite3 *db;             /* NULL: a worker's, who never touches the connection */
    atomic_bool *called_off; /* whom a worker asks instead; NULL with a connection */
    int references;
    struct nr_arena patterns_arena;
    const struct nr_block_patterns *patterns; /* compiled when first needed */
    struct nr_options *options;               /* the last that were read, or NULL */
    struct nr_clipping *clippings;            /* all that live, the last used first */
    sqlite3_stmt *question;                   /* asks the host, while an analysis runs */
    uint64_t analyses;                        /* articles begun, for tests */
    enum nr_strays strays;                    /* as the host's substr() counts them */
    bool asked_strays;
};

enum { NR_SESSION_ARTICLES = 4, NR_SESSION_BYTES = 16 * 1000 * 1000 };

struct nr_session *nr_session_open(sqlite3 *db); /* one reference; NULL: out of memory */
/* A session for another thread to analyse with, while this one is busy with the
 * connection: it knows what the host's substr() does and the options that its articles
 * will come with. */
struct nr_session *nr_session_for_worker(struct nr_session *session,
                                         const struct nr_argument *options,
                                         atomic_bool *called_off,
                                         struct nr_failure *failure);
struct nr_session *nr_session_hold(struct nr_session *session);
void nr_session_release(void *data); /* a destructor, as SQLite wants them */

/* The article of a request with these stages done, bits 1 << enum nr_stage; release it
 * with nr_clipping_release(). */
int nr_session_read(struct nr_session *session, const struct nr_request *request,
                    uint32_t stages, struct nr_clipping **found,
                    struct nr_failure *failure);

/* The same for one who asks about an article once: the session does not keep it, and any
 * thread may release it. */
struct nr_clipping *nr_session_analyse(struct nr_session *session,
                                       const struct nr_request *request, uint32_t stages,
                                       struct nr_failure *failure);

/* Reads options beforehand, so that what is wrong with them is no article's error. */
int nr_session_options(struct nr_session *session, const struct nr_argument *options,
                       struct nr_failure *failure);

/* Memory from SQLite's allocator, and the question whether to go on. */
struct nr_host nr_session_host(struct nr_session *session);

/* To be called at the end of each call into the extension that may have asked the host:
 * no statement of ours outlives the call. */
void nr_session_rest(struct nr_session *session);

/* How the host's substr() counts stray continuation bytes: together from SQLite 3.54. */
enum nr_strays nr_session_strays(struct nr_session *session);

/* Bytes held by the articles that the session keeps. */
size_t nr_session_kept(const struct nr_session *session);

/* For clipping.c: takes a clipping that dies out of the list. */
void nr_session_forget(struct nr_clipping *clipping);

#endif
