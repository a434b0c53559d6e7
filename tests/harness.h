/* harness.h: what every unit test shares: named cases, comparisons that show both sides,
 * a count.
 *
 * A test program is a table of cases and one loop:
 *
 *     static const struct { const char *name; struct nr_span a, b; bool meets; } cases[]
 * = {
 *         {"neighbours do not meet", {0, 3}, {3, 5}, false},
 *     };
 *     int main(void)
 *     {
 *         for (size_t i = 0; i < TEST_COUNT(cases); i++) {
 *             test_case(cases[i].name);
 *             test_bool("meets", nr_span_meets(cases[i].a, cases[i].b), cases[i].meets);
 *         }
 *         return test_end();
 *     }
 *
 * A case has passed when none of its comparisons failed; one without any comparison has
 * failed. The last line of the output is "N passed, N failed"; tests/run.sh adds these
 * lines up.
 *
 * struct test_memory is a host for arenas that counts what is held, and can refuse the
 * n-th request: a test of what happens when memory runs out is a loop over n. */
#ifndef NR_TESTS_HARNESS_H
#define NR_TESTS_HARNESS_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TEST_COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* The one mutable state of a test program. */
static struct test_state {
    const char *name; /* of the case under way; NULL: none */
    unsigned passed;
    unsigned failed;
    unsigned compared; /* comparisons in this case */
    unsigned wrong;    /* of these, failed */
} test_state;

static inline void test_finish_case(void)
{
    if (test_state.name == NULL) {
        return;
    }
    if (test_state.compared == 0) {
        printf("FAIL %s: compares nothing\n", test_state.name);
    }
    if (test_state.compared == 0 || test_state.wrong > 0) {
        test_state.failed++;
    } else {
        test_state.passed++;
    }
    test_state.name = NULL;
}

/* Begins a case, and ends the one before. */
static inline void test_case(const char *name)
{
    test_finish_case();
    test_state.name = name;
    test_state.compared = 0;
    test_state.wrong = 0;
}

/* Counts one comparison; true when it failed and the caller should print both sides. */
static inline bool test_wrong(bool right)
{
    test_state.compared++;
    test_state.wrong += right ? 0 : 1;
    return !right;
}

/* what: which value of the case, e.g. "begin". */
static inline void test_number(const char *what, int64_t actual, int64_t expected)
{
    if (test_wrong(actual == expected)) {
        printf("FAIL %s: %s is %lld, expected %lld\n", test_state.name, what,
               (long long)actual, (long long)expected);
    }
}

static inline void test_bool(const char *what, bool actual, bool expected)
{
    if (test_wrong(actual == expected)) {
        printf("FAIL %s: %s is %s, expected %s\n", test_state.name, what,
               actual ? "true" : "false", expected ? "true" : "false");
    }
}

/* Bytes that need no 0 behind them; expected NULL: no bytes at all (actual must be NULL
 * too). */
static inline void test_bytes(const char *what, const char *actual, size_t length,
                              const char *expected)
{
    bool right =
        actual == NULL || expected == NULL
            ? actual == expected
            : strlen(expected) == length && memcmp(actual, expected, length) == 0;
    if (test_wrong(right)) {
        printf("FAIL %s: %s\n    is       %.*s\n    expected %s\n", test_state.name, what,
               actual == NULL ? 4 : (int)length, actual == NULL ? "NULL" : actual,
               expected == NULL ? "NULL" : expected);
    }
}

static inline void test_string(const char *what, const char *actual, const char *expected)
{
    test_bytes(what, actual, actual == NULL ? 0 : strlen(actual), expected);
}

/* The words under a span of a text. */
static inline void test_span(const char *what, const char *text, struct nr_span span,
                             const char *expected)
{
    test_bytes(what, text + span.begin, nr_span_length(span), expected);
}

/* Prints the totals; what main() returns. */
static inline int test_end(void)
{
    test_finish_case();
    printf("%u passed, %u failed\n", test_state.passed, test_state.failed);
    return test_state.failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* ---- Memory for arenas ---- */

struct test_memory {
    size_t held;      /* bytes lent out now */
    size_t peak;      /* the most there was */
    size_t blocks;    /* blocks lent out now */
    size_t requests;  /* allocations asked for so far */
    size_t refuse_at; /* refuse the request of this number (from 1) and all after it; 0:
                         none */
};

/* Blocks are aligned to 8 bytes and no more, as SQLite's are. */
struct test_block {
    uint64_t size;
    uint64_t bytes[];
};

static inline void *test_resize(void *context, void *block, size_t size)
{
    struct test_memory *memory = context;
    struct test_block *old =
        block == NULL ? NULL
                      : (void *)((char *)block - offsetof(struct test_block, bytes));
    size_t old_size = old == NULL ? 0 : (size_t)old->size;
    if (size == 0) {
        memory->held -= old_size;
        memory->blocks -= old == NULL ? 0 : 1;
        free(old);
        return NULL;
    }
    memory->requests++;
    if (memory->refuse_at != 0 && memory->requests >= memory->refuse_at) {
        return NULL;
    }
    struct test_block *resized = realloc(old, sizeof *resized + size);
    if (resized == NULL) {
        return NULL;
    }
    resized->size = size;
    memory->held += size - old_size;
    memory->blocks += old == NULL ? 1 : 0;
    memory->peak = memory->held > memory->peak ? memory->held : memory->peak;
    return resized->bytes;
}

/* A host that never says stop. memory: zeroed by the caller, outlives the arena. */
static inline struct nr_host test_host(struct test_memory *memory)
{
    return (struct nr_host){.resize = test_resize, .context = memory};
}

#endif
