/* refresh/piece.h: one article on its way from the user's table to the archive: read by
 * the connection's thread, analysed by any, stored by the connection's thread again.
 *
 * The text that is analysed is the body with its title above it, an empty line between,
 * so that a headline's words have their speaker from the article; a body that begins with
 * its title is analysed as it is. */
#ifndef NR_REFRESH_PIECE_H
#define NR_REFRESH_PIECE_H

#include "archive/archive.h"

struct nr_piece {
    sqlite3_value *key;
    sqlite3_value *values[NR_SOURCE_COLUMNS]; /* as in the user's row; NULL: gone */
    bool gone;                                /* the article is no longer there */
    bool left;         /* it changed after it was read: not put away */
    bool known;        /* the archive has rows of it */
    bool same_day;     /* and it is published as it was */
    bool settled;      /* and whom it names is the same, and says the same of them */
    bool keeps_quotes; /* and the rows of its quotes stay */
    int64_t hash;      /* of the user's row */
    char *text;        /* title and body */
    size_t size;
    size_t title_size; /* bytes of text that are the title and the line below */
    struct nr_clipping *clipping; /* NULL: nothing to analyse, or it failed */
    struct nr_failure failure;    /* why it cannot be analysed */
};

/* Hash of the columns of the user's row that are read: one after another in a result row,
 * as nr_source_list() has them. Same on every machine. */
int64_t nr_piece_hash(sqlite3_stmt *row, int first);

/* Fills a piece from a result row: the key at `key`, the user's columns from `first`.
 * What is wrong with the article goes into piece->failure, what is wrong with the host
 * into failure. */
int nr_piece_read(struct nr_piece *piece, sqlite3_stmt *row, int key, int first,
                  struct nr_failure *failure);

/* Analyses it, on any thread that has a session of its own. */
void nr_piece_analyse(struct nr_piece *piece, struct nr_session *session,
                      const struct nr_argument *options);

void nr_piece_close(struct nr_piece *piece);

#endif
