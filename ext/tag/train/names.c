/* tag/train/names.c: teaches which words are names, and of what sort.
 *
 * CoNLL-2003 is what most is learned from. The other corpora bring today's words and
 * other kinds of text than news; their finer types are folded into the four. */
#include "tag/train/name_pages.h"

#include <stdio.h>
#include <stdlib.h>

enum { EPOCHS = 8, ROUNDS = 3, LEAST = 3, KEEP = 6, COST = 30 };

/* ---- Learning ---- */

static bool may_follow(uint32_t a, uint32_t b)
{
    if (b == NR_NAME_LABELS || !nr_name_inside((uint8_t)b)) {
        return true;
    }
    return a != NR_NAME_NONE && a != NR_NAME_LABELS &&
           nr_name_part_of((uint8_t)a) != NR_PART_ONLY &&
           nr_name_sort_of((uint8_t)a) == nr_name_sort_of((uint8_t)b);
}

/* Lessons of all pages but dev ones. */
static uint32_t collect(struct name_pages *pages, struct lesson *lessons)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < pages->all.count; i++) {
        struct name_page *page = &pages->all.items[i];
        if (page->dev) {
            continue;
        }
        struct lesson *lesson = &lessons[count++];
        lesson->labels = page->labels;
        nr_name_view_describe(page->view, &lesson->description);
    }
    return count;
}

static void label_page(struct name_page *page, const struct nr_model *model,
                       uint8_t *labels)
{
    struct nr_description description;
    nr_name_view_describe(page->view, &description);
    if (!answer(model, &description, labels)) {
        need_memory(NULL);
    }
}

static uint32_t name_end(const uint8_t *labels, uint32_t t, uint32_t count)
{
    uint32_t end = t + 1;
    while (end < count && nr_name_inside(labels[end])) {
        end++;
    }
    return end;
}

/* Names of the dev part found with span and sort, as F1. */
static double examine_dev(struct name_pages *pages, const struct nr_model *model)
{
    uint32_t right = 0;
    uint32_t found = 0;
    uint32_t wanted = 0;
    for (uint32_t i = 0; i < pages->all.count; i++) {
        struct name_page *page = &pages->all.items[i];
        if (!page->dev) {
            continue;
        }
        uint32_t count = page->text->tokens.count;
        uint8_t *said = need_memory(calloc(count + 1, 1));
        label_page(page, model, said);
        for (uint32_t t = 0; t < count; t++) {
            bool begins = said[t] != NR_NAME_NONE && !nr_name_inside(said[t]);
            bool gold =
                page->labels[t] != NR_NAME_NONE && !nr_name_inside(page->labels[t]);
            found += begins;
            wanted += gold;
            right += begins && gold && said[t] == page->labels[t] &&
                     name_end(said, t, count) == name_end(page->labels, t, count);
        }
        free(said);
    }
    return found + wanted > 0 ? 200.0 * right / (found + wanted) : 0.0;
}

static void keep_model(struct name_pages *pages, struct nr_model *model, double figure)
{
    char options[100];
    char figures[100];
    (void)snprintf(options, sizeof options,
                   "rounds %d, epochs %d, seed %u, least %d, keep %d, cost %d", ROUNDS,
                   EPOCHS, pages->trainer->seed, LEAST, KEEP, COST);
    (void)snprintf(figures, sizeof figures, "conll2003 testa, on tokens: names %.2f",
                   figure);
    fprintf(stderr, "  %s\n", figures);
    struct model_story story = {
        .name = "names",
        .corpora = "conll2003-docs.db (train), gum-coref.db (train), wnut17-train, "
                   "crossner-politics-train, uner-en-ewt-dev",
        .options = options,
        .figures = figures};
    trainer_keep(pages->trainer, NR_MODEL_names, model, &story);
}

/* Each fault costs the same. Without a cost, what is barely right is left so. */
static int32_t cost(uint32_t a, uint32_t b)
{
    return a == b ? 0 : COST;
}

static void learn_names(struct name_pages *pages)
{
    struct lesson *lessons = need(pages->all.count, sizeof *lessons);
    struct course course = {.name = "names",
                            .lessons = lessons,
                            .lesson_count = collect(pages, lessons),
                            .label_count = NR_NAME_LABELS,
                            .turn_count = 1,
                            .may_follow = may_follow,
                            .cost = cost,
                            .epochs = EPOCHS,
                            .rounds = ROUNDS,
                            .seed = pages->trainer->seed,
                            .least = LEAST,
                            .keep = KEEP};
    struct nr_model *model = learn(&course);
    double figure = examine_dev(pages, model);
    free(lessons);
    keep_model(pages, model, figure);
}

bool train_names(struct trainer *trainer)
{
    struct name_pages pages = {.trainer = trainer};
    if (!name_pages_read(&pages)) {
        return false;
    }
    learn_names(&pages);
    return true;
}
