/* refresh/batch.h: some articles at a time: read, analysed, put away. */
#ifndef NR_REFRESH_BATCH_H
#define NR_REFRESH_BATCH_H

#include "refresh/store.h"

enum {
    NR_BATCH_PIECES = 1024,
    NR_BATCH_BYTES = 1000 * 1000, /* of text, unless one article alone has more */
};

struct nr_batch {
    struct nr_piece pieces[NR_BATCH_PIECES];
    int64_t notes[NR_BATCH_PIECES]; /* newsroom_changes.id of each */
    int count;
};

/* Statements that batches share. */
struct nr_reader {
    const struct nr_archive *archive;
    sqlite3_stmt *next;   /* notes and the rows they are about */
    sqlite3_stmt *again;  /* one row once more */
    sqlite3_stmt *forget; /* notes */
    sqlite3_stmt *later;  /* puts a note behind all others */
    int64_t last;         /* the note that was read last */
    int64_t end;          /* the last when it began */
};

int nr_reader_open(struct nr_reader *reader, const struct nr_archive *archive,
                   struct nr_failure *failure);
void nr_reader_close(struct nr_reader *reader);

/* Reads the next articles that are noted; count 0: there are none left. */
int nr_batch_read(struct nr_batch *batch, struct nr_reader *reader,
                  struct nr_failure *failure);

/* Puts away what was analysed, within a savepoint of the caller's. An article that
 * somebody changed meanwhile stays noted and is not counted in *put. */
int nr_batch_put(struct nr_batch *batch, struct nr_reader *reader, struct nr_store *store,
                 int64_t *put, struct nr_failure *failure);

void nr_batch_close(struct nr_batch *batch);

#endif
