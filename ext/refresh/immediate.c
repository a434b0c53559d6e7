/* refresh/immediate.c: see immediate.h.
 *
 *     SELECT newsroom_index('articles', 'body', '{"mode": "immediate"}');
 *     INSERT INTO articles(body) VALUES('“Yes,” said Ines Okafor.');
 *     SELECT speaker FROM newsroom_quotes;
 *
 * No savepoint: SQLite opens none while a statement writes, and that statement's own is
 * enough: if it fails, or we do, all of it is undone. An article that cannot be analysed
 * gets its reason in newsroom_articles.error; the INSERT does not fail for it. */
#include "refresh/immediate.h"

#include "archive/source.h"
#include "archive/statement.h"
#include "people/people.h"
#include "refresh/batch.h"
#include "refresh/lexicon.h"

#include <string.h>

/* The note of the key; 0: there is none, or no key. */
static int64_t find_note(const struct nr_archive *archive, sqlite3_value *key,
                         struct nr_failure *failure)
{
    sqlite3_stmt *find = nr_sql_prepare(
        archive, "SELECT id FROM newsroom_changes WHERE article = ?1", failure);
    int64_t note = 0;
    if (find != NULL) {
        sqlite3_bind_value(find, 1, key);
        note = nr_sql_step(archive, find, failure) ? sqlite3_column_int64(find, 0) : 0;
    }
    sqlite3_finalize(find);
    return note;
}

struct work {
    struct nr_archive archive;
    struct nr_reader reader;
    struct nr_store store;
    struct nr_batch batch;
    char *lexicon;
};

static void put(struct work *work, int64_t note, struct nr_failure *failure)
{
    int64_t put = 0;
    work->lexicon = nr_lexicon_options(&work->archive, failure);
    const struct nr_argument options = {
        work->lexicon, work->lexicon != NULL ? strlen(work->lexicon) : 0};
    work->reader.last = note - 1;
    work->reader.end = note;
    if (nr_batch_read(&work->batch, &work->reader, failure) != SQLITE_OK ||
        work->batch.count == 0) {
        return;
    }
    struct nr_piece *piece = &work->batch.pieces[0];
    nr_piece_analyse(piece, work->archive.session, &options);
    int code = piece->failure.code;
    if (code == SQLITE_NOMEM || code == SQLITE_INTERRUPT) {
        nr_fail(failure, code, NULL);
        return;
    }
    nr_batch_put(&work->batch, &work->reader, &work->store, &put, failure);
    nr_reuse_settle(&work->store.reuse, failure);
    nr_people_settle(&work->archive, failure);
}

static void run(struct work *work, sqlite3_value *const *values,
                struct nr_session *session, struct nr_failure *failure)
{
    struct nr_archive *archive = &work->archive;
    if (nr_archive_ask(archive, session, "newsroom_noted", values, 1, failure) !=
        SQLITE_OK) {
        return;
    }
    archive->prefix = sqlite3_mprintf("%s", sqlite3_value_text(values[1]));
    if (archive->prefix == NULL) {
        nr_fail(failure, SQLITE_NOMEM, NULL);
    } else if (nr_archive_find(archive, failure) == SQLITE_OK &&
               nr_source_check(archive, failure) == SQLITE_OK) {
        int64_t note = archive->mode == NR_MODE_IMMEDIATE
                           ? find_note(archive, values[2], failure)
                           : 0;
        if (note > 0 && nr_reader_open(&work->reader, archive, failure) == SQLITE_OK &&
            nr_store_open(&work->store, archive, failure) == SQLITE_OK) {
            put(work, note, failure);
        }
    }
}

void nr_newsroom_noted(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    struct nr_failure failure = {SQLITE_OK, NULL};
    struct nr_session *session = sqlite3_user_data(context);
    struct work *work = sqlite3_malloc64(sizeof *work);
    if (work == NULL) {
        sqlite3_result_error_nomem(context);
        return;
    }
    memset(work, 0, sizeof *work);
    run(work, values, session, &failure);
    nr_batch_close(&work->batch);
    nr_reader_close(&work->reader);
    nr_store_close(&work->store);
    sqlite3_free(work->lexicon);
    nr_archive_close(&work->archive);
    sqlite3_free(work);
    nr_session_rest(session);
    if (failure.code != SQLITE_OK) {
        nr_failure_result(&failure, context);
    }
}
