/* learn_test.c: a tiny made-up corpus is learnt whole, the same way each time, and what
 * was written down is read back.
 *
 * The corpus: digits are labelled by what stands before them, so that words, neighbours
 * and the order of labels all count. */
#define _POSIX_C_SOURCE 200809L /* NOLINT: for mkstemp */
#include "harness.h"
#include "tag/train/learn.h"

#include <unistd.h>

enum { POSITIONS = 24, SENTENCES = 4, KINDS = 4, LABELS = 3 };

static const char corpus[SENTENCES][POSITIONS + 1] = {
    "abcabcdabcabcdabcabcdabc",
    "ddabcddabcddabcddabcddab",
    "aabbccddaabbccddaabbccdd",
    "cbadcbadcbadcbadcbadcbad",
};

static struct {
    uint32_t kinds[SENTENCES][POSITIONS];
    uint32_t attributes[KINDS];
    uint8_t labels[SENTENCES][POSITIONS];
    struct nr_sequence sequences[SENTENCES];
    struct lesson lessons[SENTENCES];
} made;

/* 0: an a or b; 1: a c or d after one of these; 2: any other. */
static uint8_t label_of(const char *sentence, uint32_t t)
{
    bool small = sentence[t] < 'c';
    bool after = t > 0 && sentence[t - 1] < 'c';
    return small ? 0 : after ? 1 : 2;
}

static void own_of(const void *context, uint32_t first, uint32_t count, uint32_t *own,
                   uint8_t *turns)
{
    const uint32_t *kinds = context;
    memset(turns, 0, count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t before = first + i > 0 ? kinds[first + i - 1] : 9;
        own[i] = nr_attribute2(2, kinds[first + i], before);
    }
}

static void make_corpus(void)
{
    for (uint32_t k = 0; k < KINDS; k++) {
        made.attributes[k] = nr_attribute(1, k);
    }
    for (uint32_t s = 0; s < SENTENCES; s++) {
        for (uint32_t t = 0; t < POSITIONS; t++) {
            made.kinds[s][t] = (uint32_t)(corpus[s][t] - 'a');
            made.labels[s][t] = label_of(corpus[s], t);
        }
        made.sequences[s] = (struct nr_sequence){0, POSITIONS};
        struct nr_description *d = &made.lessons[s].description;
        d->channels[0] = (struct nr_channel){made.kinds[s], KINDS, made.attributes, 1,
                                             NR_TAG_ALL_OFFSETS};
        d->channel_count = 1;
        d->own_width = 1;
        d->describe = own_of;
        d->context = made.kinds[s];
        d->sequences.items = &made.sequences[s];
        d->sequences.count = 1;
        made.lessons[s].labels = made.labels[s];
    }
}

static struct course course_of(uint32_t seed)
{
    return (struct course){.name = "a tiny corpus",
                           .lessons = made.lessons,
                           .lesson_count = SENTENCES,
                           .label_count = LABELS,
                           .turn_count = 1,
                           .epochs = 8,
                           .seed = seed,
                           .keep = 1};
}

static void learns_all_of_it(struct nr_model *model)
{
    uint32_t wrong = 0;
    for (uint32_t s = 0; s < SENTENCES; s++) {
        uint8_t labels[POSITIONS] = {0};
        test_bool("answers", answer(model, &made.lessons[s].description, labels), true);
        for (uint32_t t = 0; t < POSITIONS; t++) {
            wrong += labels[t] != made.labels[s][t];
        }
    }
    test_number("wrong labels", wrong, 0);
}

/* Margins are of the best row: taking the label away costs something wherever the model
 * is sure, and labels are the same with and without. */
static void is_sure(struct nr_model *model)
{
    struct test_memory memory = {0};
    struct nr_host host = test_host(&memory);
    struct nr_arena arena;
    uint8_t labels[POSITIONS];
    uint8_t plain[POSITIONS];
    int16_t margins[POSITIONS];
    const struct nr_description *d = &made.lessons[0].description;
    nr_arena_open(&arena, &host);
    test_bool("tags", nr_tag(&arena, model, d, labels, margins), true);
    test_bool("tags", nr_tag(&arena, model, d, plain, NULL), true);
    test_bool("same labels", memcmp(labels, plain, POSITIONS) == 0, true);
    for (uint32_t t = 0; t < POSITIONS; t++) {
        test_bool("a margin", margins[t] > 0, true);
    }
    nr_arena_close(&arena);
    test_number("blocks left", (int64_t)memory.blocks, 0);
}

/* What a channel may not see weighs nothing, and is written nowhere: two channels may
 * have attributes of one hash. */
static void keeps_to_its_offsets(struct nr_model *model)
{
    static const uint8_t few[] = {1u << NR_TAG_REACH, 1, 1u << (NR_TAG_OFFSETS - 1), 0};
    for (uint32_t i = 0; i < TEST_COUNT(few); i++) {
        struct nr_description d = made.lessons[0].description;
        uint8_t labels[POSITIONS] = {0};
        d.channels[0].offsets = few[i];
        test_bool("answers", answer(model, &d, labels), true);
    }
}

static bool same_models(const struct nr_model *a, const struct nr_model *b)
{
    return a->kinds.count == b->kinds.count && a->label_count == b->label_count &&
           memcmp(a->slots, b->slots, a->kinds.count * sizeof *a->slots) == 0 &&
           memcmp(a->blocks, b->blocks, model_block_bytes(a)) == 0 &&
           memcmp(a->steps, b->steps, model_step_count(a) * sizeof *a->steps) == 0 &&
           memcmp(a->ends, b->ends, a->label_count * sizeof *a->ends) == 0;
}

static void is_the_same_again(struct nr_model *model)
{
    struct course course = course_of(7);
    struct nr_model *again = learn(&course);
    test_bool("the same model", same_models(model, again), true);
    model_free(again);
}

/* Rounds have orders of their own, and are the same each time. */
static void learns_in_rounds(struct nr_model *one_round)
{
    struct course course = course_of(7);
    course.rounds = 3;
    struct nr_model *model = learn(&course);
    struct nr_model *again = learn(&course);
    learns_all_of_it(model);
    test_bool("the same model", same_models(model, again), true);
    test_bool("another than of one round", same_models(model, one_round), false);
    model_free(again);
    model_free(model);
}

/* By chance: another way to the same labels, the same each time. */
static void learns_by_chance(struct nr_model *from_faults)
{
    struct course course = course_of(7);
    course.by_chance = true;
    course.epochs = 20;
    struct nr_model *model = learn(&course);
    struct nr_model *again = learn(&course);
    learns_all_of_it(model);
    test_bool("the same model", same_models(model, again), true);
    test_bool("another than from faults", same_models(model, from_faults), false);
    model_free(again);
    model_free(model);
}

/* A label that may follow nothing is learnt by no chance. */
static bool never_two(uint32_t a, uint32_t b)
{
    return b != 2 || a == LABELS;
}

static void holds_what_may_not_follow(struct nr_model *free_model)
{
    struct course course = course_of(7);
    course.by_chance = true;
    course.epochs = 20;
    course.may_follow = never_two;
    struct nr_model *model = learn(&course);
    uint32_t twos = 0;
    for (uint32_t s = 0; s < SENTENCES; s++) {
        uint8_t labels[POSITIONS] = {0};
        test_bool("answers", answer(model, &made.lessons[s].description, labels), true);
        for (uint32_t t = 1; t < POSITIONS; t++) {
            twos += labels[t] == 2;
        }
    }
    test_number("what may not be", twos, 0);
    test_bool("another model", same_models(model, free_model), false);
    model_free(model);
}

static void is_read_back(struct nr_model *model)
{
    char path[] = "/tmp/newsroom-learn-XXXXXX";
    const char *fault = NULL;
    struct model_story story = {"tiny", "made up", "none", "none"};
    int file = mkstemp(path);
    test_bool("a file", file >= 0, true);
    close(file);
    model_write(path, model, &story);
    struct nr_model *back = model_read(path, &fault);
    test_bool("read", back != NULL && fault == NULL, true);
    test_bool("the same model", back != NULL && same_models(model, back), true);
    model_free(back);
    unlink(path);
}

static const struct {
    const char *name;
    void (*run)(struct nr_model *model);
} cases[] = {
    {"a tiny corpus is learnt whole", learns_all_of_it},
    {"the best row beats all others", is_sure},
    {"a channel keeps to its offsets", keeps_to_its_offsets},
    {"the same seed gives the same model", is_the_same_again},
    {"rounds are summed", learns_in_rounds},
    {"chances are learnt", learns_by_chance},
    {"what may not follow has no chance", holds_what_may_not_follow},
    {"a model is read back as it was written", is_read_back},
};

int main(void)
{
    make_corpus();
    struct course course = course_of(7);
    struct nr_model *model = learn(&course);
    for (size_t i = 0; i < TEST_COUNT(cases); i++) {
        test_case(cases[i].name);
        cases[i].run(model);
    }
    model_free(model);
    return test_end();
}
