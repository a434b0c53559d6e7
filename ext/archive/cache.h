/* archive/cache.h: more pages in memory while an archive is filled.
 *
 * SQLite keeps 2 MB of a database by default, and a row goes into a dozen indexes: they
 * would be read from the file again and again. What the program had set comes back. */
#ifndef NR_ARCHIVE_CACHE_H
#define NR_ARCHIVE_CACHE_H

#include "archive/archive.h"

struct nr_cache {
    const struct nr_archive *archive; /* NULL: nothing to give back */
    int64_t size;                     /* PRAGMA cache_size as it was */
};

/* Failing to widen it is no failure. */
void nr_cache_widen(struct nr_cache *cache, const struct nr_archive *archive);
void nr_cache_restore(struct nr_cache *cache);

#endif
