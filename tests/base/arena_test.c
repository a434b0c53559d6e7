/* arena_test.c: blocks small and large, lists that grow, memory that runs out, being
 * stopped. */
#include "base/arena.h"
#include "harness.h"

#include <stdalign.h>

static void takes_aligned_and_zeroed(struct nr_arena *arena)
{
    static const size_t sizes[] = {0, 1, 7, 16, 4000, 16 * 1024, 1000 * 1000};
    for (size_t i = 0; i < TEST_COUNT(sizes); i++) {
        char *block = nr_arena_take(arena, sizes[i]);
        test_bool("block is there", block != NULL, true);
        if (block == NULL) {
            return;
        }
        test_number("misaligned by", (int64_t)((uintptr_t)block % alignof(uint64_t)), 0);
        size_t dirty = 0;
        for (size_t b = 0; b < sizes[i]; b++) {
            dirty += block[b] != 0;
        }
        test_number("bytes not zero", (int64_t)dirty, 0);
        memset(block, 0xA5, sizes[i]); /* a later block must not show it */
    }
}

static void keeps_items_while_growing(struct nr_arena *arena)
{
    NR_LIST(uint32_t) numbers = {0};
    for (uint32_t i = 0; i < 100000; i++) {
        uint32_t *number = nr_list_push(arena, &numbers, sizeof *number);
        *number = i;
    }
    uint32_t wrong = 0;
    for (uint32_t i = 0; i < numbers.count; i++) {
        wrong += numbers.items[i] != i;
    }
    test_number("count", numbers.count, 100000);
    test_number("items changed", wrong, 0);
}

static void trims_a_list(struct nr_arena *arena)
{
    NR_LIST(uint64_t) numbers = {0};
    nr_list_reserve(arena, &numbers, sizeof *numbers.items, 1000000);
    for (uint64_t i = 0; i < 5000; i++) {
        *(uint64_t *)nr_list_push(arena, &numbers, sizeof i) = i;
    }
    size_t before = arena->size;
    nr_list_trim(arena, &numbers, sizeof *numbers.items);
    test_number("bytes given back", (int64_t)(before - arena->size),
                (1000000 - 5000) * (int64_t)sizeof(uint64_t));
    test_number("last item", (int64_t)numbers.items[4999], 4999);
}

static void refuses_an_array_past_memory(struct nr_arena *arena)
{
    void *block = nr_arena_take_array(arena, SIZE_MAX / 2, 3);
    test_bool("block is there", block != NULL, false);
    test_number("status", arena->status, NR_NOMEM);
    arena->status = NR_OK;
}

static void copies_with_an_end(struct nr_arena *arena)
{
    const char *copy = nr_arena_copy(arena, "quoted words", 6);
    test_string("copy", copy, "quoted");
}

static const struct {
    const char *name;
    void (*run)(struct nr_arena *arena);
} cases[] = {
    {"blocks are aligned and zeroed", takes_aligned_and_zeroed},
    {"a list keeps its items while it grows", keeps_items_while_growing},
    {"a trimmed list gives back its tail", trims_a_list},
    {"an array past all memory is refused", refuses_an_array_past_memory},
    {"a copy ends with 0", copies_with_an_end},
};

static bool always(void *context)
{
    (void)context;
    return true;
}

static void stops_when_asked(void)
{
    struct test_memory memory = {0};
    struct nr_host host = test_host(&memory);
    host.stop = always;
    struct nr_arena arena;
    nr_arena_open(&arena, &host);
    uint32_t ticks = 0;
    while (nr_arena_tick(&arena, 1000) && ticks < 1000000) {
        ticks++;
    }
    test_number("status", arena.status, NR_STOPPED);
    test_bool("within 192K units of work", ticks < 192, true);
    nr_arena_close(&arena);
}

/* Everything once more, with the n-th request refused, for n = 1, 2, 3 ... until it
 * passes. */
static void leaks_nothing_when_refused(void)
{
    for (size_t n = 1;; n++) {
        struct test_memory memory = {.refuse_at = n};
        struct nr_host host = test_host(&memory);
        struct nr_arena arena;
        nr_arena_open(&arena, &host);
        NR_LIST(uint64_t) numbers = {0};
        for (uint32_t i = 0; i < 20000; i++) {
            nr_list_push(&arena, &numbers, sizeof *numbers.items);
        }
        nr_arena_take(&arena, 100);
        bool passed = arena.status == NR_OK;
        nr_arena_close(&arena);
        test_number("blocks left", (int64_t)memory.blocks, 0);
        if (passed) {
            return;
        }
    }
}

int main(void)
{
    for (size_t i = 0; i < TEST_COUNT(cases); i++) {
        struct test_memory memory = {0};
        struct nr_host host = test_host(&memory);
        struct nr_arena arena;
        nr_arena_open(&arena, &host);
        test_case(cases[i].name);
        cases[i].run(&arena);
        test_bool("counts at least what it holds", arena.size >= memory.held, true);
        nr_arena_close(&arena);
        test_number("blocks left", (int64_t)memory.blocks, 0);
    }
    test_case("a stop from the host ends the work");
    stops_when_asked();
    test_case("refused memory leaks nothing");
    leaks_nothing_when_refused();
    return test_end();
}
