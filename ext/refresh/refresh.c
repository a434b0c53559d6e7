/* refresh/refresh.c: see refresh.h.
 *
 *     SELECT * FROM newsroom_refresh('articles');
 *     256|13000|0.1|2450|
 *     512|13000|0.2|2470|
 *
 * While a batch is put away, the next is being analysed where there are workers. What was
 * made by another version of the extension is thrown away first, so that an archive never
 * mixes two. */
#include "refresh/refresh.h"

#include "archive/register.h"
#include "archive/savepoint.h"
#include "archive/schema.h"
#include "archive/source.h"
#include "archive/statement.h"
#include "people/people.h"
#include "refresh/compare.h"
#include "refresh/corrections.h"
#include "refresh/lexicon.h"
#include "tables/functions.h"

#include <string.h>

static const char note_triggers[] = "the triggers were gone and are back";
static const char note_version[] =
    "it was made by another version: everything is analysed again";
static const char note_meanwhile[] =
    "some articles changed meanwhile; the next refresh takes them";

static int64_t milliseconds(void)
{
    sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);
    sqlite3_int64 now = 0;
    if (vfs != NULL && vfs->iVersion >= 2 && vfs->xCurrentTimeInt64 != NULL) {
        vfs->xCurrentTimeInt64(vfs, &now);
    }
    return now;
}

/* ---- Before the first batch ---- */

/* SQLite drops no table while a SELECT runs, and as a table we are part of one. */
static int explain_locked(const struct nr_archive *archive, struct nr_failure *failure)
{
    if ((failure->code & 0xFF) == SQLITE_LOCKED) {
        sqlite3_free(failure->message);
        *failure = (struct nr_failure){SQLITE_OK, NULL};
        nr_fail(failure, SQLITE_LOCKED,
                "newsroom_refresh: the archive was made by version %s, and this "
                "is " NR_VERSION "; SELECT newsroom_refresh('%s') makes it anew",
                archive->version, archive->source);
    }
    return failure->code;
}

static int renew(struct nr_refresh *refresh, struct nr_failure *failure)
{
    const struct nr_archive *archive = &refresh->archive;
    if (archive->version != NULL && strcmp(archive->version, NR_VERSION) == 0) {
        return SQLITE_OK;
    }
    refresh->note = note_version;
    if (nr_schema_remove(archive, false, failure) != SQLITE_OK) {
        return explain_locked(archive, failure);
    }
    nr_schema_make(archive, failure);
    return nr_register_write(archive, failure);
}

/* The user's own names and verbs, and what they change. */
static void read_lexicon(struct nr_refresh *refresh, struct nr_failure *failure)
{
    refresh->lexicon = nr_lexicon_options(&refresh->archive, failure);
    if (refresh->lexicon != NULL) {
        refresh->options =
            (struct nr_argument){refresh->lexicon, strlen(refresh->lexicon)};
    }
    nr_lexicon_note(&refresh->archive, failure);
}

static int prepare_archive(struct nr_refresh *refresh, struct nr_failure *failure)
{
    struct nr_savepoint savepoint;
    const struct nr_archive *archive = &refresh->archive;
    if (nr_schema_check_host(archive, failure) != SQLITE_OK) {
        return failure->code;
    }
    if (nr_savepoint_begin(&savepoint, archive, failure) == SQLITE_OK) {
        renew(refresh, failure);
        if (nr_triggers_restore(archive, failure)) {
            refresh->note = note_triggers;
            refresh->archive.trusting = false;
        }
        read_lexicon(refresh, failure);
        nr_corrections_bind(archive, failure);
        if (nr_sql_number(archive, "SELECT EXISTS(SELECT 1 FROM newsroom_articles)", 0,
                          failure) != 0) {
            nr_schema_make_indexes(archive, failure); /* the first was cut short */
        }
        nr_compare(archive, failure);
        refresh->total = nr_sql_number(
            archive, "SELECT count(*) FROM newsroom_changes WHERE article IS NOT NULL", 0,
            failure);
    }
    return nr_savepoint_end(&savepoint, archive, failure);
}

int nr_refresh_open(struct nr_refresh *refresh, struct nr_session *session,
                    sqlite3_value *const *values, int count, struct nr_failure *failure)
{
    *refresh = (struct nr_refresh){.began = milliseconds()};
    struct nr_archive *archive = &refresh->archive;
    if (nr_archive_ask(archive, session, "newsroom_refresh", values, count, failure) ==
            SQLITE_OK &&
        nr_archive_find(archive, failure) == SQLITE_OK &&
        nr_source_check(archive, failure) == SQLITE_OK &&
        prepare_archive(refresh, failure) == SQLITE_OK) {
        nr_cache_widen(&refresh->cache, archive);
        nr_store_open(&refresh->store, archive, failure);
        nr_reader_open(&refresh->reader, archive, failure);
        nr_workers_open(&refresh->workers, archive, &refresh->options, failure);
    }
    if (failure->code == SQLITE_OK) {
        nr_batch_read(&refresh->batches[0], &refresh->reader, failure);
        nr_workers_start(&refresh->workers, &refresh->batches[0]);
    }
    return failure->code;
}

/* ---- Batches ---- */

/* In the end some may be left that were changed while they were analysed. */
static bool say_the_rest(struct nr_refresh *refresh)
{
    bool first = refresh->done == 0 && !refresh->ended;
    bool left = refresh->done < refresh->total && !refresh->ended;
    refresh->ended = true;
    if (left) {
        refresh->note = note_meanwhile;
    }
    return first || left;
}

/* Who is who, and what was said before, depends on all articles: it is settled with the
 * last batch. Names are looked up by an index that the first refresh has not made before.
 */
static void settle(struct nr_refresh *refresh, struct nr_failure *failure)
{
    nr_schema_make_indexes(&refresh->archive, failure);
    nr_people_settle(&refresh->archive, failure);
    nr_reuse_settle(&refresh->store.reuse, failure);
}

static int put(struct nr_refresh *refresh, struct nr_batch *batch, bool last,
               struct nr_failure *failure)
{
    struct nr_savepoint savepoint;
    int64_t count = 0;
    if (nr_savepoint_begin(&savepoint, &refresh->archive, failure) == SQLITE_OK) {
        nr_batch_put(batch, &refresh->reader, &refresh->store, &count, failure);
        nr_corrections_bind(&refresh->archive, failure);
        if (last) {
            settle(refresh, failure);
        } else if (nr_reuse_is_due(&refresh->store.reuse)) {
            nr_reuse_settle(&refresh->store.reuse, failure);
        }
    }
    if (nr_savepoint_end(&savepoint, &refresh->archive, failure) == SQLITE_OK) {
        refresh->done += count;
    }
    return failure->code;
}

/* What a refresh that was killed before its last batch left, when nothing else is to be
 * done. */
static int settle_alone(struct nr_refresh *refresh, struct nr_failure *failure)
{
    struct nr_savepoint savepoint;
    const struct nr_archive *archive = &refresh->archive;
    if (!nr_people_are_due(archive, failure) &&
        nr_sql_number(archive, "SELECT EXISTS(SELECT 1 FROM newsroom_unsettled)", 0,
                      failure) == 0) {
        return failure->code;
    }
    if (nr_savepoint_begin(&savepoint, archive, failure) == SQLITE_OK) {
        settle(refresh, failure);
    }
    return nr_savepoint_end(&savepoint, archive, failure);
}

/* Another connection wrote while the statement that called us held on to what it read
 * first. What is done is kept. */
static void explain_busy(const struct nr_refresh *refresh, struct nr_failure *failure)
{
    if ((failure->code & 0xFF) != SQLITE_BUSY) {
        return;
    }
    sqlite3_free(failure->message);
    *failure = (struct nr_failure){SQLITE_OK, NULL};
    nr_fail(failure, SQLITE_BUSY,
            "newsroom_refresh: another connection holds the database; %lld of %lld "
            "articles are done and kept, and the next call goes on (SELECT "
            "newsroom_refresh('%s') waits as long as the busy timeout)",
            refresh->done, refresh->total, refresh->archive.source);
}

bool nr_refresh_step(struct nr_refresh *refresh, struct nr_failure *failure)
{
    struct nr_batch *batch = &refresh->batches[refresh->current];
    struct nr_batch *next = &refresh->batches[1 - refresh->current];
    if (refresh->done > 0) {
        refresh->note = NULL;
    }
    if (batch->count == 0) {
        settle_alone(refresh, failure);
        explain_busy(refresh, failure);
        refresh->took = milliseconds() - refresh->began;
        return say_the_rest(refresh);
    }
    nr_session_options(refresh->archive.session, &refresh->options, failure);
    if (nr_workers_finish(&refresh->workers, failure) == SQLITE_OK) {
        nr_batch_read(next, &refresh->reader, failure);
        nr_workers_start(&refresh->workers, next);
        if (next->count > 0) {
            nr_cache_put_off(&refresh->cache, &refresh->archive);
        } else {
            nr_cache_catch_up(&refresh->cache);
        }
        put(refresh, batch, next->count == 0, failure);
    }
    nr_batch_close(batch);
    refresh->current = 1 - refresh->current;
    refresh->took = milliseconds() - refresh->began;
    explain_busy(refresh, failure);
    return failure->code == SQLITE_OK;
}

void nr_refresh_close(struct nr_refresh *refresh)
{
    nr_workers_close(&refresh->workers);
    nr_batch_close(&refresh->batches[0]);
    nr_batch_close(&refresh->batches[1]);
    nr_reader_close(&refresh->reader);
    nr_store_close(&refresh->store);
    nr_cache_restore(&refresh->cache);
    nr_archive_close(&refresh->archive);
    sqlite3_free(refresh->lexicon);
}
