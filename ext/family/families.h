/* family/families.h: what of the families goes with an article. */
#ifndef NR_FAMILY_FAMILIES_H
#define NR_FAMILY_FAMILIES_H

#include "family/rows.h"

/* All texts that are linked with one of the article's are unsettled, before its rows are
 * removed: sets *rows to their ids, in the arena, and returns how many there are. */
uint32_t nr_families_leave(struct nr_reuse *reuse, enum nr_reuse_kind kind,
                           sqlite3_value *article, struct nr_arena *arena,
                           const int64_t **rows, struct nr_failure *failure);

#endif
