/* tag/model2c/memory.h: memory for programs that end when there is none. */
#ifndef NR_TAG_MODEL2C_MEMORY_H
#define NR_TAG_MODEL2C_MEMORY_H

#include <stddef.h>

/* `count` things of `size` bytes, zeroed; to be freed. */
void *need(size_t count, size_t size);

#endif
