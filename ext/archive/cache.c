/* archive/cache.c: see cache.h. */
#include "archive/cache.h"

#include "archive/statement.h"

enum { KIBIBYTES = 64 * 1024, LOG_PAGES = 16 * 1024 };

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

static void set(const struct nr_archive *archive, const char *name, int64_t size)
{
    char *pragma = sqlite3_mprintf("%s = %lld", name, size);
    if (pragma != NULL) {
        ask(archive, pragma);
    }
    sqlite3_free(pragma);
}

void nr_cache_widen(struct nr_cache *cache, const struct nr_archive *archive)
{
    int64_t size = ask(archive, "cache_size");
    int64_t kibibytes = size < 0 ? -size : size * ask(archive, "page_size") / 1024;
    *cache = (struct nr_cache){.archive = NULL, .logging = NULL};
    if (kibibytes > 0 && kibibytes < KIBIBYTES) {
        *cache = (struct nr_cache){.archive = archive, .size = size};
        set(archive, "cache_size", -KIBIBYTES);
    }
}

/* 0: never, or a program's own hook, which the pragma would take away. */
void nr_cache_put_off(struct nr_cache *cache, const struct nr_archive *archive)
{
    int64_t pages = cache->logging == NULL ? ask(archive, "wal_autocheckpoint") : 0;
    if (pages > 0 && pages < LOG_PAGES) {
        cache->logging = archive;
        cache->pages = pages;
        set(archive, "wal_autocheckpoint", LOG_PAGES);
    }
}

void nr_cache_catch_up(struct nr_cache *cache)
{
    if (cache->logging != NULL) {
        set(cache->logging, "wal_autocheckpoint", cache->pages);
    }
    cache->logging = NULL;
}

void nr_cache_restore(struct nr_cache *cache)
{
    nr_cache_catch_up(cache);
    if (cache->archive != NULL) {
        set(cache->archive, "cache_size", cache->size);
    }
    cache->archive = NULL;
}
