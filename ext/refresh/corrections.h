/* refresh/corrections.h: what a person set right finds its words again after an article
 * was analysed anew. */
#ifndef NR_REFRESH_CORRECTIONS_H
#define NR_REFRESH_CORRECTIONS_H

#include "archive/archive.h"

/* Gives every correction that is about no row now the row that has its words: to be
 * called when articles were analysed, within the savepoint that put them away. What finds
 * none is in newsroom_lost_corrections. */
int nr_corrections_bind(const struct nr_archive *archive, struct nr_failure *failure);

#endif
