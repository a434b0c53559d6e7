/* line_shapes_test.c: every shape fits its own example, and running text fits none. */
#include "harness.h"
#include "text/line_shapes.h"

static struct nr_chars chars(const char *string)
{
    return (struct nr_chars){string, (uint32_t)strlen(string)};
}

static const char *const prose[] = {
    "The board voted on Tuesday to close the old ferry pier.",
    "By Tuesday the board had voted, and the pier was closed.",
    "In this harbour nobody follows the rules, she said.",
    "Reis (R) said that the photo was taken in 1990 from the pier.",
    "\"Read more,\" he said.",
};

/* All that a short sentence may look like: as many shapes as can be are asked. */
static const uint32_t sentence =
    NR_TRAIT_STOPS | NR_TRAIT_SHORT | NR_TRAIT_LINE | NR_TRAIT_GAP | NR_TRAIT_SLASH |
    NR_TRAIT_BRACKET | NR_TRAIT_FIGURES | NR_TRAIT_NAME | NR_TRAIT_FRONT | NR_TRAIT_BACK;

int main(void)
{
    struct test_memory memory = {0};
    struct nr_host host = test_host(&memory);
    struct nr_arena arena;
    nr_arena_open(&arena, &host);
    const struct nr_block_patterns *patterns = nr_block_patterns_make(&arena);
    struct nr_matcher *matcher = nr_matcher_make(&arena);
    for (uint32_t row = 0; patterns != NULL && row < nr_line_shape_count; row++) {
        test_case(nr_line_shapes[row].name);
        struct nr_chars example = chars(nr_line_shapes[row].example);
        uint32_t needed = nr_line_shapes[row].needs;
        test_bool("fits its example", nr_line_shape_fits(matcher, patterns, row, example),
                  true);
        uint32_t first = nr_line_shape_first(example, needed, row);
        test_number("asked for its example", first, row);
    }
    for (size_t i = 0; patterns != NULL && i < TEST_COUNT(prose); i++) {
        test_case(prose[i]);
        uint32_t row = nr_line_shape_first(chars(prose[i]), sentence, 0);
        for (; row != NR_NONE;
             row = nr_line_shape_first(chars(prose[i]), sentence, row + 1)) {
            if (nr_line_shape_fits(matcher, patterns, row, chars(prose[i]))) {
                test_string("fits", nr_line_shapes[row].name, "no shape");
            }
        }
        test_number("status", arena.status, NR_OK);
    }
    test_case("patterns are made");
    test_bool("made", patterns != NULL && matcher != NULL, true);
    nr_arena_close(&arena);
    return test_end();
}
