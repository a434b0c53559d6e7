/* runs_test.c: layers over a text, cut into runs: whatever crosses whatever. Layers are
 * drawn below the text, a letter for each stretch, in the order of enum nr_layer. */
#include "harness.h"
#include "page/runs.h"

static const struct {
    const char *name;
    const char *drawn[NR_LAYER_COUNT]; /* a letter: in that stretch; a space: in none;
                                          NULL: none */
    const char *runs; /* one after the other: its bytes and what they are in */
} cases[] = {
    {"nothing", {"     ", "     ", "     ", "     "}, "0-5"},
    {"one quote", {" aaa ", "     ", "     ", "     "}, "0-1 1-4:a 4-5"},
    {"a name in a source", {"     ", "aaaa ", "     ", "bb   "}, "0-2:ab 2-4:a 4-5"},
    {"a name across the end of a quote",
     {"aaa  ", "     ", "     ", " bbb "},
     "0-1:a 1-3:ab 3-4:b 4-5"},
    {"a quote inside a source",
     {" aa  ", "bbbbb", "     ", "     "},
     "0-1:b 1-3:ab 3-5:b"},
    {"a date in a quote and a source",
     {"aaa  ", " bbbb", NULL, NULL, " c   "},
     "0-1:a 1-2:abc 2-3:ab 3-5:b"},
    {"neighbours are two", {"aabb ", "     ", "     ", "  cc "}, "0-2:a 2-4:bc 4-5"},
    {"all four begin together",
     {"aaaa ", "bbb  ", "cc   ", "d    "},
     "0-1:abcd 1-2:abc 2-3:ab 3-4:a 4-5"},
    {"all four end together",
     {"aaaa ", " bbb ", "  cc ", "   d "},
     "0-1:a 1-2:ab 2-3:abc 3-4:abcd 4-5"},
};

/* The stretches of a drawn layer. */
static void draw(struct nr_arena *arena, const char *drawn, struct nr_stretches *layer)
{
    uint32_t end = 0;
    for (uint32_t at = 0; drawn != NULL && drawn[at] != 0; at = end) {
        for (end = at + 1; drawn[end] == drawn[at]; end++) {
        }
        if (drawn[at] != ' ') {
            struct nr_stretch *stretch =
                nr_list_push(arena, &layer->list, sizeof *stretch);
            if (stretch != NULL) {
                *stretch = (struct nr_stretch){nr_span_of(at, end), (uint32_t)drawn[at]};
            }
        }
    }
}

/* The runs of one span, written as in the table behind what is there. */
static void write_runs(struct nr_run_reader *reader, struct nr_span span, char *out)
{
    struct nr_run run;
    reader->left = span;
    while (nr_run_next(reader, &run)) {
        out += strlen(out);
        out += sprintf(out, "%u-%u", run.span.begin, run.span.end);
        bool any = false;
        for (int layer = 0; layer < NR_LAYER_COUNT; layer++) {
            if (run.in[layer] != NULL) {
                out += sprintf(out, any ? "%c" : ":%c", (char)run.in[layer]->index);
                any = true;
            }
        }
        sprintf(out, " ");
    }
}

static void check(struct nr_span first, struct nr_span second, size_t i,
                  const char *expected)
{
    struct test_memory memory = {0};
    struct nr_host host = test_host(&memory);
    struct nr_arena arena;
    struct nr_layers layers = {0};
    char runs[256] = "";
    nr_arena_open(&arena, &host);
    for (int layer = 0; layer < NR_LAYER_COUNT; layer++) {
        draw(&arena, cases[i].drawn[layer], &layers.of[layer]);
    }
    struct nr_run_reader reader = {.layers = &layers};
    write_runs(&reader, first, runs);
    write_runs(&reader, second, runs);
    runs[strlen(runs) > 0 ? strlen(runs) - 1 : 0] = 0;
    test_string("runs", runs, expected);
    nr_arena_close(&arena);
}

int main(void)
{
    for (size_t i = 0; i < TEST_COUNT(cases); i++) {
        test_case(cases[i].name);
        check(nr_span_of(0, 5), nr_span_of(5, 5), i, cases[i].runs);
    }
    test_case("a stretch over two blocks is cut between them");
    check(nr_span_of(0, 2), nr_span_of(3, 5), 1, "0-1 1-2:a 3-4:a 4-5");
    test_case("an empty block has no runs");
    check(nr_span_of(2, 2), nr_span_of(2, 3), 1, "2-3:a");
    return test_end();
}
