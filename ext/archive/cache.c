/* archive/cache.c: see cache.h. */
#include "archive/cache.h"

#include "archive/statement.h"

enum { KIBIBYTES = 64 * 1024 };

/* PRAGMA cache_size: pages, or kibibytes where it is negative; `sql` has its schema. */
static int64_t ask(const struct nr_archive *archive, const char *pragma)
{
    struct nr_failure failure = {SQLITE_OK, NULL};
    int64_t number = 0;
    char *sql = sqlite3_mprintf("PRAGMA \"%w\".%s", archive->schema, pragma);
    if (sql != NULL) {
        number = nr_sql_number(archive, sql, 0, &failure);
    }
    sqlite3_free(sql);
    sqlite3_free(failure.message);
    return number;
}

static void set(const struct nr_archive *archive, int64_t size)
{
    char *pragma = sqlite3_mprintf("cache_size = %lld", size);
    if (pragma != NULL) {
        ask(archive, pragma);
    }
    sqlite3_free(pragma);
}

void nr_cache_widen(struct nr_cache *cache, const struct nr_archive *archive)
{
    int64_t size = ask(archive, "cache_size");
    int64_t kibibytes = size < 0 ? -size : size * ask(archive, "page_size") / 1024;
    *cache = (struct nr_cache){.archive = NULL};
    if (kibibytes > 0 && kibibytes < KIBIBYTES) {
        *cache = (struct nr_cache){.archive = archive, .size = size};
        set(archive, -KIBIBYTES);
    }
}

void nr_cache_restore(struct nr_cache *cache)
{
    if (cache->archive != NULL) {
        set(cache->archive, cache->size);
    }
    cache->archive = NULL;
}
