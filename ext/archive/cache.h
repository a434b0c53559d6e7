/* archive/cache.h: more pages in memory while an archive is filled.
 *
 * SQLite keeps 2 MB of a database by default, and a row goes into a dozen indexes: they
 * would be read from the file again and again. And where there is a write-ahead log, its
 * pages go into the file after each 4 MB: a batch is more, and the next changes the same
 * pages of these indexes. What the program had set comes back. */
#ifndef NR_ARCHIVE_CACHE_H
#define NR_ARCHIVE_CACHE_H

#include "archive/archive.h"

struct nr_cache {
    const struct nr_archive *archive; /* NULL: nothing to give back */
    int64_t size;                     /* PRAGMA cache_size as it was */
    const struct nr_archive *logging; /* NULL: nothing was put off */
    int64_t pages;                    /* PRAGMA wal_autocheckpoint as it was */
};

/* Failing to widen it is no failure. */
void nr_cache_widen(struct nr_cache *cache, const struct nr_archive *archive);
/* The log may become longer, as more batches follow; and is read into the file at the
 * next commit again. */
void nr_cache_put_off(struct nr_cache *cache, const struct nr_archive *archive);
void nr_cache_catch_up(struct nr_cache *cache);
void nr_cache_restore(struct nr_cache *cache);

#endif
