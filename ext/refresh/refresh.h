/* refresh/refresh.h: what is new, changed or gone is analysed, batch by batch. */
#ifndef NR_REFRESH_REFRESH_H
#define NR_REFRESH_REFRESH_H

#include "archive/cache.h"
#include "refresh/batch.h"
#include "refresh/workers.h"

/* Each batch that is put away stays, whatever comes after it: a refresh that is stopped,
 * or killed, goes on where it was. */
struct nr_refresh {
    struct nr_archive archive;
    char *lexicon;              /* newsroom_lexicon as options, or NULL */
    struct nr_argument options; /* article_options of every article: the lexicon */
    struct nr_cache cache;
    struct nr_store store;
    struct nr_reader reader;
    struct nr_workers workers;
    struct nr_batch batches[2]; /* one is put away while the other is analysed */
    int current;                /* which of them is analysed */
    int64_t total;              /* articles noted when it began */
    int64_t done;
    int64_t began; /* milliseconds */
    int64_t took;
    const char *note; /* what a person should know of this batch, or NULL */
    bool ended;
};

/* values: as for nr_archive_ask(). Close it in any case. */
int nr_refresh_open(struct nr_refresh *refresh, struct nr_session *session,
                    sqlite3_value *const *values, int count, struct nr_failure *failure);

/* One batch; false: it failed, or there is nothing left and nothing to say. */
bool nr_refresh_step(struct nr_refresh *refresh, struct nr_failure *failure);

void nr_refresh_close(struct nr_refresh *refresh);

#endif
