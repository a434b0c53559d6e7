/* tag/model2c/memory.c: see memory.h. */
#include "tag/model2c/memory.h"

#include <stdio.h>
#include <stdlib.h>

void *need(size_t count, size_t size)
{
    void *block = calloc(count > 0 ? count : 1, size > 0 ? size : 1);
    if (block == NULL) {
        fprintf(stderr, "out of memory\n");
        exit(EXIT_FAILURE);
    }
    return block;
}
