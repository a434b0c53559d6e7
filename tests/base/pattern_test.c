/* pattern_test.c: patterns are found, limited, and leave nothing behind. */
#include "base/pattern.h"
#include "harness.h"

static struct nr_chars chars(const char *string)
{
    return (struct nr_chars){string, (uint32_t)strlen(string)};
}

static void finds(struct nr_arena *arena)
{
    const struct nr_pattern *pattern = nr_pattern_make(arena, "[A-Z]\\w+ \\d+$");
    struct nr_matcher *matcher = nr_matcher_make(arena);
    struct nr_span match = {0, 0};
    const char *text = "published May 12";
    test_bool("found", nr_pattern_find(matcher, pattern, chars(text), &match), true);
    test_span("match", text, match, "May 12");
    test_bool("not found", nr_pattern_find(matcher, pattern, chars("in May"), NULL),
              false);
    test_bool("in nothing", nr_pattern_find(matcher, pattern, chars(""), NULL), false);
    test_number("status", arena->status, NR_OK);
}

static void sees_bytes(struct nr_arena *arena)
{
    const struct nr_pattern *pattern = nr_pattern_make(arena, "^.{2}\\xFF$");
    struct nr_matcher *matcher = nr_matcher_make(arena);
    test_bool("found", nr_pattern_find(matcher, pattern, chars("\xC3\xA9\xFF"), NULL),
              true);
    test_number("status", arena->status, NR_OK);
}

static void refuses_a_bad_pattern(struct nr_arena *arena)
{
    test_bool("compiled", nr_pattern_make(arena, "(open") != NULL, false);
    test_number("status", arena->status, NR_BAD_PATTERN);
}

static void gives_up_at_its_limit(struct nr_arena *arena)
{
    const struct nr_pattern *pattern = nr_pattern_make(arena, "^(?:a+)+[bd]");
    struct nr_matcher *matcher = nr_matcher_make(arena);
    test_bool("found",
              nr_pattern_find(matcher, pattern, chars("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac"),
                              NULL),
              false);
    test_number("status", arena->status, NR_BAD_PATTERN);
}

static const struct {
    const char *name;
    void (*run)(struct nr_arena *arena);
} cases[] = {
    {"a pattern is found and where", finds},
    {"patterns see bytes, not characters", sees_bytes},
    {"a pattern that does not compile", refuses_a_bad_pattern},
    {"a match that never ends", gives_up_at_its_limit},
};

int main(void)
{
    for (size_t i = 0; i < TEST_COUNT(cases); i++) {
        struct test_memory memory = {0};
        struct nr_host host = test_host(&memory);
        struct nr_arena arena;
        test_case(cases[i].name);
        nr_arena_open(&arena, &host);
        cases[i].run(&arena);
        nr_arena_close(&arena);
        test_number("blocks left", (int64_t)memory.blocks, 0);
    }
    return test_end();
}
