/* refresh/store.h: where pieces are put: the rows of an article, written and removed. */
#ifndef NR_REFRESH_STORE_H
#define NR_REFRESH_STORE_H

#include "family/family.h"
#include "refresh/keep.h"
#include "text/language.h"

/* Statements, prepared when first needed and kept while a refresh goes on. */
struct nr_store {
    const struct nr_archive *archive;
    sqlite3_stmt *statements[32];
    struct nr_keeper keeper;
    struct nr_reuse reuse;
    struct nr_ballots ballots;
    int64_t next_quote; /* newsroom_quotes.id of the next */
    bool full_text;     /* newsroom_quotes_text is there */
    int64_t last_rowid; /* the host's last_insert_rowid(), given back at the end */
};

int nr_store_open(struct nr_store *store, const struct nr_archive *archive,
                  struct nr_failure *failure);
void nr_store_close(struct nr_store *store);

/* Finds out whether the archive has rows of this article, and which of them stay. */
int nr_store_keep(struct nr_store *store, struct nr_piece *piece,
                  struct nr_failure *failure);

/* Full text is kept for a whole batch at once: FTS5 writes out what it has at the end of
 * each statement. Takes the words of the articles noted in newsroom_changes under these
 * numbers out, before their rows go; and puts in those of quotes from a number on. */
int nr_store_forget_words(struct nr_store *store, int64_t first_note, int64_t last_note,
                          struct nr_failure *failure);
int nr_store_put_words(struct nr_store *store, int64_t first_quote,
                       struct nr_failure *failure);

/* Puts what the piece says in the place of what was there of the article, but for full
 * text: after nr_store_keep(). */
int nr_store_put(struct nr_store *store, const struct nr_piece *piece,
                 struct nr_failure *failure);

#endif
