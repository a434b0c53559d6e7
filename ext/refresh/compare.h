/* refresh/compare.h: which articles are new, changed or gone since they were analysed. */
#ifndef NR_REFRESH_COMPARE_H
#define NR_REFRESH_COMPARE_H

#include "archive/archive.h"

/* Adds their keys to newsroom_changes, where they are not noted yet. Keys are compared
 * both ways; contents by their hash, unless archive->trusting, when the triggers are
 * believed. */
int nr_compare(const struct nr_archive *archive, struct nr_failure *failure);

#endif
