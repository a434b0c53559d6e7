/* lexicon2c/memory.c: one arena for the whole run, and no way on without memory. */
#include "lexicon/lexicon2c/lists.h"

#include <stdlib.h>

static void *host_resize(void *context, void *block, size_t size)
{
    (void)context;
    if (size == 0) {
        free(block);
        return NULL;
    }
    return realloc(block, size);
}

void lists_open(struct lists *lists)
{
    struct nr_host host = {.resize = host_resize};
    *lists = (struct lists){.errors = 0};
    nr_arena_open(&lists->arena, &host);
}

void lists_close(struct lists *lists)
{
    nr_arena_close(&lists->arena);
}

void *must_have(void *block)
{
    if (block == NULL) {
        (void)fprintf(stderr, "lexicon2c: out of memory\n");
        exit(EXIT_FAILURE);
    }
    return block;
}

void *must_take(struct lists *lists, size_t size)
{
    return must_have(nr_arena_take(&lists->arena, size));
}

char *must_copy(struct lists *lists, const char *bytes, size_t length)
{
    return must_have(nr_arena_copy(&lists->arena, bytes, length));
}
