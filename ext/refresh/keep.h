/* refresh/keep.h: which rows of an article may stay when it was edited, and how the rows
 * that are there compare with what an analysis says. */
#ifndef NR_REFRESH_KEEP_H
#define NR_REFRESH_KEEP_H

#include "refresh/shelf.h"

/* Statements, prepared when first needed and kept while a refresh goes on. */
struct nr_keeper {
    const struct nr_archive *archive;
    sqlite3_stmt *statements[4 * NR_SHELVES + 2];
};

void nr_keeper_close(struct nr_keeper *keeper);

/* Whether all rows of the article's entities are the same in the columns that are held;
 * then the others are set anew. False: the first *kept are so. */
bool nr_keep_entities(struct nr_keeper *keeper, const struct nr_piece *piece,
                      uint32_t *kept, struct nr_failure *failure);

/* Sets the entities from there on anew, each in its place: quotes and mentions of the
 * article refer to it until they are set too, so those beyond are cut off last. */
void nr_keep_replace_entities(struct nr_keeper *keeper, const struct nr_piece *piece,
                              uint32_t first, struct nr_failure *failure);
void nr_keep_cut_entities(struct nr_keeper *keeper, const struct nr_piece *piece,
                          struct nr_failure *failure);

/* Whether all rows of its quotes are the same in the columns that are held; then the
 * others are set anew. False: some may be set already. */
bool nr_keep_quotes(struct nr_keeper *keeper, const struct nr_piece *piece,
                    struct nr_failure *failure);

/* Sets mentions or dates anew, row by row as they are numbered, and removes those beyond.
 * How many of the piece's are there now. */
uint32_t nr_keep_numbered(struct nr_keeper *keeper, const struct nr_piece *piece,
                          enum nr_shelf_number which, struct nr_failure *failure);

/* How many rows of a shelf differ between the piece and what is kept; rows that are there
 * and should not be count too. */
int64_t nr_keep_differences(struct nr_keeper *keeper, const struct nr_piece *piece,
                            enum nr_shelf_number which, struct nr_failure *failure);

#endif
