/* refresh/batch.c: see batch.h.
 *
 * No lock is held while articles are analysed, which takes longest. So a row may change
 * between reading and writing: it is looked at once more under the write lock. */
#include "refresh/batch.h"

#include "archive/source.h"
#include "archive/statement.h"

int nr_reader_open(struct nr_reader *reader, const struct nr_archive *archive,
                   struct nr_failure *failure)
{
    *reader = (struct nr_reader){.archive = archive};
    reader->next = nr_source_prepare(
        archive,
        "SELECT c.id, c.article, {columns} FROM newsroom_changes AS c LEFT JOIN {table} "
        "AS s "
        "ON s.{key} = c.article WHERE c.id > ?1 AND c.id <= ?2 AND c.article IS NOT NULL "
        "ORDER BY c.id",
        failure);
    reader->again = nr_source_prepare(
        archive, "SELECT {columns} FROM {table} AS s WHERE s.{key} = ?1", failure);
    reader->forget = nr_sql_prepare(
        archive, "DELETE FROM newsroom_changes WHERE id BETWEEN ?1 AND ?2", failure);
    reader->later = nr_sql_prepare(
        archive,
        "UPDATE newsroom_changes SET id = (SELECT max(id) + 1 FROM newsroom_changes) "
        "WHERE id = ?1",
        failure);
    reader->end = nr_sql_number(
        archive, "SELECT coalesce(max(id), 0) FROM newsroom_changes", 0, failure);
    return failure->code;
}

void nr_reader_close(struct nr_reader *reader)
{
    sqlite3_finalize(reader->next);
    sqlite3_finalize(reader->again);
    sqlite3_finalize(reader->forget);
    sqlite3_finalize(reader->later);
    *reader = (struct nr_reader){.archive = NULL};
}

int nr_batch_read(struct nr_batch *batch, struct nr_reader *reader,
                  struct nr_failure *failure)
{
    enum { ID, ARTICLE, COLUMNS };
    size_t bytes = 0;
    batch->count = 0;
    sqlite3_bind_int64(reader->next, 1, reader->last);
    sqlite3_bind_int64(reader->next, 2, reader->end);
    while (batch->count < NR_BATCH_PIECES && bytes < NR_BATCH_BYTES &&
           nr_sql_step(reader->archive, reader->next, failure)) {
        struct nr_piece *piece = &batch->pieces[batch->count];
        reader->last = sqlite3_column_int64(reader->next, ID);
        batch->notes[batch->count++] = reader->last;
        nr_piece_read(piece, reader->next, ARTICLE, COLUMNS, failure);
        bytes += piece->size;
    }
    sqlite3_reset(reader->next);
    return failure->code;
}

static bool still_so(const struct nr_piece *piece, struct nr_reader *reader,
                     struct nr_failure *failure)
{
    sqlite3_bind_value(reader->again, 1, piece->key);
    bool there = nr_sql_step(reader->archive, reader->again, failure);
    bool same = there ? !piece->gone && nr_piece_hash(reader->again, 0) == piece->hash
                      : piece->gone;
    sqlite3_reset(reader->again);
    return same;
}

static void forget(struct nr_reader *reader, int64_t first, int64_t last,
                   struct nr_failure *failure)
{
    if (failure->code == SQLITE_OK) {
        sqlite3_bind_int64(reader->forget, 1, first);
        sqlite3_bind_int64(reader->forget, 2, last);
        nr_sql_run(reader->archive, reader->forget, failure);
    }
}

/* Looks at each row of the user's once more; one that changed is noted anew, behind all
 * others, where the next refresh finds it. Where the quotes stay the note is forgotten,
 * and full text with it. True: there are articles whose quotes go. */
static bool look_again(struct nr_batch *batch, struct nr_reader *reader,
                       struct nr_store *store, struct nr_failure *failure)
{
    bool any = false;
    for (int i = 0; i < batch->count && failure->code == SQLITE_OK; i++) {
        struct nr_piece *piece = &batch->pieces[i];
        int64_t note = batch->notes[i];
        piece->left = !still_so(piece, reader, failure);
        if (piece->left && failure->code == SQLITE_OK) {
            sqlite3_bind_int64(reader->later, 1, note);
            nr_sql_run(reader->archive, reader->later, failure);
        } else if (nr_store_keep(store, piece, failure) == SQLITE_OK) {
            any = any || (piece->known && !piece->keeps_quotes);
            if (piece->keeps_quotes) {
                forget(reader, note, note, failure);
            }
        }
    }
    return any;
}

int nr_batch_put(struct nr_batch *batch, struct nr_reader *reader, struct nr_store *store,
                 int64_t *put, struct nr_failure *failure)
{
    int64_t first = batch->notes[0];
    int64_t last = batch->notes[batch->count - 1];
    int64_t first_quote = store->next_quote;
    if (look_again(batch, reader, store, failure)) {
        nr_store_forget_words(store, first, last, failure);
    }
    for (int i = 0; i < batch->count && failure->code == SQLITE_OK; i++) {
        if (!batch->pieces[i].left) {
            nr_store_put(store, &batch->pieces[i], failure);
            ++*put;
        }
    }
    if (store->next_quote > first_quote) {
        nr_store_put_words(store, first_quote, failure);
    }
    forget(reader, first, last, failure);
    return failure->code;
}

void nr_batch_close(struct nr_batch *batch)
{
    for (int i = 0; i < batch->count; i++) {
        nr_piece_close(&batch->pieces[i]);
    }
    batch->count = 0;
}
