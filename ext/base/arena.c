/* base/arena.c: see arena.h.
 *
 * Two kinds of memory. Small blocks are cut from 64 KB chunks and never freed alone. A
 * block of 16 KB or more is the host's own block in a doubly linked list: a growing list
 * moves through resize(), which lets the host extend it in place or frees the old one.
 *
 * Memory that is touched for the first time costs a page fault each 4 KB: 64 MB take
 * 30 ms or more. So what is large is zeroed and copied in slices, which count as work:
 * between them the host may be asked whether to go on. */
#include "base/arena.h"

#include <assert.h>
#include <stdalign.h>
#include <string.h>

enum {
    FIRST_CHUNK = 8 * 1024,
    CHUNK_SIZE = 64 * 1024,
    LARGE_SIZE = 16 * 1024,
    POLL_WORK = 96 * 1024, /* 1 ms or so: most articles are done before */
    SLICE = 512 * 1024,    /* of memory zeroed or copied before work is counted */
    SLICE_WORK = 64 * 1024,
    LEAST_REMAPPED = 32 * 1024 * 1024 /* glibc's: below it a block may move by copying */
};

struct nr_chunk {
    struct nr_chunk *next;
    size_t used;
    size_t size; /* of bytes */
    alignas(uint64_t) char bytes[];
};

struct nr_large {
    struct nr_large *next;
    struct nr_large *previous;
    size_t size; /* of bytes */
    alignas(uint64_t) char bytes[];
};

void nr_arena_open(struct nr_arena *arena, const struct nr_host *host)
{
    *arena = (struct nr_arena){.host = *host, .until_poll = POLL_WORK};
}

void nr_arena_close(struct nr_arena *arena)
{
    while (arena->chunks != NULL) {
        struct nr_chunk *next = arena->chunks->next;
        arena->host.resize(arena->host.context, arena->chunks, 0);
        arena->chunks = next;
    }
    while (arena->larges != NULL) {
        struct nr_large *next = arena->larges->next;
        arena->host.resize(arena->host.context, arena->larges, 0);
        arena->larges = next;
    }
    nr_arena_open(arena, &arena->host);
}

static void *fail(struct nr_arena *arena, enum nr_status status)
{
    if (arena->status == NR_OK) {
        arena->status = status;
    }
    return NULL;
}

static struct nr_large *large_of(void *block)
{
    return (struct nr_large *)(void *)((char *)block - offsetof(struct nr_large, bytes));
}

/* A new or moved block of its own; what is new in it holds anything. */
static void *large_resize(struct nr_arena *arena, void *block, size_t size)
{
    struct nr_large *old = block != NULL ? large_of(block) : NULL;
    size_t old_size = old != NULL ? old->size : 0;
    if (size > SIZE_MAX - sizeof(struct nr_large)) {
        return fail(arena, NR_NOMEM);
    }
    struct nr_large *large =
        arena->host.resize(arena->host.context, old, sizeof(struct nr_large) + size);
    if (large == NULL) {
        return fail(arena, NR_NOMEM);
    }
    if (old == NULL) {
        large->next = arena->larges;
        large->previous = NULL;
        arena->size += sizeof(struct nr_large);
    }
    if (large->next != NULL) {
        large->next->previous = large;
    }
    if (large->previous != NULL) {
        large->previous->next = large;
    } else {
        arena->larges = large;
    }
    large->size = size;
    arena->size += size - old_size;
    return large->bytes;
}

/* Each chunk is twice the one before: what is short takes little, and an allocator that
 * gives large blocks back to the system need not do so after each short article. */
static struct nr_chunk *new_chunk(struct nr_arena *arena, size_t size)
{
    const size_t head = offsetof(struct nr_chunk, bytes);
    size_t held = arena->chunks != NULL ? (head + arena->chunks->size) * 2 : FIRST_CHUNK;
    while (held < CHUNK_SIZE && held - head < size) {
        held *= 2;
    }
    held = held < CHUNK_SIZE ? held : CHUNK_SIZE;
    struct nr_chunk *chunk = arena->host.resize(arena->host.context, NULL, held);
    if (chunk == NULL) {
        return fail(arena, NR_NOMEM);
    }
    *chunk = (struct nr_chunk){.next = arena->chunks, .size = held - head};
    arena->chunks = chunk;
    arena->size += held;
    return chunk;
}

static void *small_take(struct nr_arena *arena, size_t size)
{
    struct nr_chunk *chunk = arena->chunks;
    if (chunk == NULL || chunk->size - chunk->used < size) {
        chunk = new_chunk(arena, size);
        if (chunk == NULL) {
            return NULL;
        }
    }
    void *block = chunk->bytes + chunk->used;
    chunk->used += size;
    return block;
}

static size_t rounded(size_t size)
{
    size_t unit = alignof(uint64_t);
    return (size + unit - 1) / unit * unit;
}

void *nr_arena_take_raw(struct nr_arena *arena, size_t size)
{
    if (arena->status != NR_OK) {
        return NULL;
    }
    return size >= LARGE_SIZE ? large_resize(arena, NULL, size)
                              : small_take(arena, rounded(size == 0 ? 1 : size));
}

void *nr_arena_fill(struct nr_arena *arena, void *block, int byte, size_t size)
{
    for (size_t done = 0; block != NULL && done < size;) {
        size_t slice = size - done < SLICE ? size - done : SLICE;
        memset((char *)block + done, byte, slice);
        done += slice;
        if (size > SLICE && !nr_arena_tick(arena, SLICE_WORK)) {
            return NULL;
        }
    }
    return block;
}

bool nr_arena_write(struct nr_arena *arena, void *to, const void *from, size_t size)
{
    for (size_t done = 0; done < size;) {
        size_t slice = size - done < SLICE ? size - done : SLICE;
        memcpy((char *)to + done, (const char *)from + done, slice);
        done += slice;
        if (size > SLICE && !nr_arena_tick(arena, SLICE_WORK)) {
            return false;
        }
    }
    return true;
}

void *nr_arena_take(struct nr_arena *arena, size_t size)
{
    return nr_arena_fill(arena, nr_arena_take_raw(arena, size), 0, size);
}

void *nr_arena_take_array(struct nr_arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size) {
        return fail(arena, NR_NOMEM);
    }
    return nr_arena_take(arena, count * size);
}

char *nr_arena_copy(struct nr_arena *arena, const char *bytes, size_t length)
{
    char *copy = nr_arena_take_raw(arena, length + 1);
    if (copy == NULL || !nr_arena_write(arena, copy, bytes, length)) {
        return NULL;
    }
    copy[length] = 0;
    return copy;
}

bool nr_arena_poll(struct nr_arena *arena, uint32_t work)
{
    if (arena->status != NR_OK) {
        return false;
    }
    if (work < arena->until_poll) {
        arena->until_poll -= work;
        return true;
    }
    arena->until_poll = POLL_WORK;
    if (arena->host.stop != NULL && arena->host.stop(arena->host.context)) {
        fail(arena, NR_STOPPED);
        return false;
    }
    return true;
}

/* Every NR_LIST starts with these three members; copied in and out, so that no type is
 * punned. */
struct list_head {
    void *items;
    uint32_t count;
    uint32_t capacity;
};

static void large_give_back(struct nr_arena *arena, void *block)
{
    struct nr_large *large = large_of(block);
    if (large->next != NULL) {
        large->next->previous = large->previous;
    }
    if (large->previous != NULL) {
        large->previous->next = large->next;
    } else {
        arena->larges = large->next;
    }
    arena->size -= sizeof(struct nr_large) + large->size;
    arena->host.resize(arena->host.context, large, 0);
}

/* A larger block with what the old one held, which is given back. Where the host would
 * copy, it is copied here: in slices. */
static void *large_grow(struct nr_arena *arena, void *block, size_t size)
{
    size_t old_size = large_of(block)->size;
    if (old_size < SLICE || old_size >= LEAST_REMAPPED) {
        return large_resize(arena, block, size);
    }
    void *grown = large_resize(arena, NULL, size);
    if (grown == NULL) {
        return NULL;
    }
    bool copied = nr_arena_write(arena, grown, block, old_size);
    large_give_back(arena, copied ? block : grown);
    return copied ? grown : NULL;
}

/* A list is zeroed item by item, as it is pushed: to zero hundreds of megabytes at once
 * would keep the host waiting. */
static bool list_resize(struct nr_arena *arena, struct list_head *head, size_t item_size,
                        uint32_t capacity)
{
    size_t old_size = (size_t)head->capacity * item_size;
    size_t size = (size_t)capacity * item_size;
    bool old_large = old_size >= LARGE_SIZE;
    bool new_large = size >= LARGE_SIZE;
    void *items = old_large && new_large ? large_grow(arena, head->items, size)
                                         : nr_arena_take_raw(arena, size);
    if (items == NULL) {
        return false;
    }
    if (!(old_large && new_large) && head->count > 0) {
        memcpy(items, head->items, (size_t)head->count * item_size);
    }
    head->items = items;
    head->capacity = capacity;
    return true;
}

bool nr_list_reserve(struct nr_arena *arena, void *list, size_t item_size, uint32_t extra)
{
    struct list_head head;
    memcpy(&head, list, sizeof head);
    if (arena->status != NR_OK) {
        return false;
    }
    if (extra <= head.capacity - head.count) {
        return true;
    }
    uint64_t wanted = (uint64_t)head.count + extra;
    uint64_t capacity = head.capacity == 0 ? 16 : head.capacity + head.capacity / 2;
    capacity = capacity < wanted ? wanted : capacity;
    if (capacity >= UINT32_MAX) {
        fail(arena, NR_NOMEM);
        return false;
    }
    if (!list_resize(arena, &head, item_size, (uint32_t)capacity)) {
        return false;
    }
    memcpy(list, &head, sizeof head);
    return true;
}

void *nr_list_push(struct nr_arena *arena, void *list, size_t item_size)
{
    struct list_head head;
    memcpy(&head, list, sizeof head);
    if (head.count == head.capacity || arena->status != NR_OK) {
        if (!nr_list_reserve(arena, list, item_size, 1)) {
            return NULL;
        }
        memcpy(&head, list, sizeof head);
    }
    void *item = (char *)head.items + (size_t)head.count * item_size;
    memset(item, 0, item_size); /* a list may have been cut back and pushed again */
    head.count++;
    memcpy(list, &head, sizeof head);
    return item;
}

void nr_list_trim(struct nr_arena *arena, void *list, size_t item_size)
{
    struct list_head head;
    memcpy(&head, list, sizeof head);
    size_t size = (size_t)head.count * item_size;
    if (arena->status != NR_OK || size < LARGE_SIZE || head.count == head.capacity) {
        return;
    }
    void *items = large_resize(arena, head.items, size);
    if (items == NULL) {
        arena->status = NR_OK; /* the untrimmed list is still whole */
        return;
    }
    head.items = items;
    head.capacity = head.count;
    memcpy(list, &head, sizeof head);
}
