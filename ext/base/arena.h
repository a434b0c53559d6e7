/* base/arena.h: all memory of one analysis, freed at once; and the question whether to go
 * on.
 *
 * The host hands in its allocator (SQLite's) and a callback that says "stop". The first
 * failure sticks in arena->status: later calls do nothing and return NULL, so a stage may
 * check once at its end. Large blocks that grow are given back when they move, so that
 * growing a list by doubling costs no more than twice its size.
 *
 *     struct nr_token *token = nr_list_push(arena, &tokens, sizeof *token);
 *     if (token == NULL) return arena->status;
 */
#ifndef NR_BASE_ARENA_H
#define NR_BASE_ARENA_H

#include "base/span.h"
#include "base/status.h"

#include <stddef.h>

/* What the host lends. resize(context, NULL, n) allocates, resize(context, block, 0)
 * frees. */
struct nr_host {
    void *(*resize)(void *context, void *block, size_t size);
    bool (*stop)(void *context); /* true: give up now; NULL: never */
    void *context;
};

struct nr_arena {
    struct nr_host host;
    enum nr_status status;   /* sticky */
    size_t size;             /* bytes held from the host, now */
    uint64_t until_poll;     /* work left before the host is asked again */
    struct nr_chunk *chunks; /* newest first: small blocks are cut from its head */
    struct nr_large *larges; /* blocks of their own, each movable */
};

void nr_arena_open(struct nr_arena *arena, const struct nr_host *host);
void nr_arena_close(
    struct nr_arena *arena); /* frees everything; the arena may be opened again */

/* Zeroed memory for the arena's life, aligned to 8 bytes (as SQLite's allocator does;
 * enough for all but long double); NULL on failure (status is set). size 0 gives a valid
 * pointer. */
void *nr_arena_take(struct nr_arena *arena, size_t size);
/* The same, but what is in it is anything: for what is written before it is read. */
void *nr_arena_take_raw(struct nr_arena *arena, size_t size);
/* count items of size bytes, overflow checked. */
void *nr_arena_take_array(struct nr_arena *arena, size_t count, size_t size);
/* memset() that lets the host stop it: NULL then, and for a block that is NULL. */
void *nr_arena_fill(struct nr_arena *arena, void *block, int byte, size_t size);
/* memcpy() that lets the host stop it: false then, and only a part is written. */
bool nr_arena_write(struct nr_arena *arena, void *to, const void *from, size_t size);
/* A copy of the bytes, with a 0 behind it. */
char *nr_arena_copy(struct nr_arena *arena, const char *bytes, size_t length);

/* Counts work (roughly: bytes or tokens looked at). About every 96K units the host is
 * asked whether to stop. Returns false when the stage must end now: return arena->status
 * then. */
bool nr_arena_poll(struct nr_arena *arena, uint32_t work);
static inline bool nr_arena_tick(struct nr_arena *arena, uint32_t work)
{
    if (arena->status == NR_OK && work < arena->until_poll) {
        arena->until_poll -= work;
        return true;
    }
    return nr_arena_poll(arena, work);
}

/* A growing array. Declare as NR_LIST(struct nr_token) tokens; items move when they grow,
 * so keep indexes, not pointers, across pushes. */
#define NR_LIST(type)                                                                    \
    struct {                                                                             \
        type *items;                                                                     \
        uint32_t count;                                                                  \
        uint32_t capacity;                                                               \
    }

/* One more zeroed item at the end of an NR_LIST, or NULL on failure. list: its address.
 */
void *nr_list_push(struct nr_arena *arena, void *list, size_t item_size);
/* Room for extra more items without moving; what they hold is anything. */
bool nr_list_reserve(struct nr_arena *arena, void *list, size_t item_size,
                     uint32_t extra);
/* Gives back what a finished list does not use. Never fails. */
void nr_list_trim(struct nr_arena *arena, void *list, size_t item_size);

#endif
