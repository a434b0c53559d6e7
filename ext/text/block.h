/* text/block.h: the shapes of lines that are no running text, as patterns compiled once a
 * connection. */
#ifndef NR_TEXT_BLOCK_H
#define NR_TEXT_BLOCK_H

#include "base/arena.h"

struct nr_block_patterns;

/* Compiles the patterns in this arena; NULL on failure (arena->status says why).
 * Read-only afterwards: serves any number of analyses, one at a time. */
const struct nr_block_patterns *nr_block_patterns_make(struct nr_arena *arena);

#endif
