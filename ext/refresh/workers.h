/* refresh/workers.h: who analyses a batch: this thread, and others where they were asked
 * for. Workers never touch the connection. */
#ifndef NR_REFRESH_WORKERS_H
#define NR_REFRESH_WORKERS_H

#include "refresh/batch.h"

struct nr_crew; /* the other threads */

struct nr_workers {
    const struct nr_archive *archive;
    const struct nr_argument *options; /* article_options of every article */
    struct nr_crew *crew;              /* NULL: this thread alone */
    struct nr_batch *batch;            /* under way, or NULL */
};

/* Starts archive->threads - 1 threads; none where SQLite was built for one thread only.
 */
int nr_workers_open(struct nr_workers *workers, const struct nr_archive *archive,
                    const struct nr_argument *options, struct nr_failure *failure);

/* Lets them begin; the batch is theirs until nr_workers_finish(), in which this thread
 * helps. Failures of memory and interrupts become this call's. */
void nr_workers_start(struct nr_workers *workers, struct nr_batch *batch);
int nr_workers_finish(struct nr_workers *workers, struct nr_failure *failure);

void nr_workers_close(struct nr_workers *workers);

#endif
