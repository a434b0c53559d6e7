/* tag/train/host.c: see host.h. */
#include "tag/train/host.h"

#include <stdio.h>
#include <stdlib.h>

static void *resize(void *context, void *block, size_t size)
{
    (void)context;
    if (size == 0) {
        free(block);
        return NULL;
    }
    return realloc(block, size);
}

struct nr_host trainer_host(void)
{
    return (struct nr_host){.resize = resize};
}

void *need_memory(void *memory)
{
    if (memory == NULL) {
        fprintf(stderr, "out of memory\n");
        exit(EXIT_FAILURE);
    }
    return memory;
}
