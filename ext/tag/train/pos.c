/* tag/train/pos.c: learns parts of speech from Universal Dependencies' English treebanks,
 * GUM and EWT. What is held out, GUM's dev part, is only measured. */
#include "tag/pos.h"

#include "tag/train/treebank.h"

#include <stdio.h>
#include <stdlib.h>

/* In percent times 100. */
static uint32_t accuracy(const struct nr_model *model, const struct treebank *bank,
                         const struct lesson *lessons, uint32_t lesson_count)
{
    uint64_t right = 0;
    uint64_t all = 0;
    for (uint32_t i = 0; i < lesson_count; i++) {
        uint32_t count = bank->texts.items[i].text.tokens.count;
        uint8_t *labels = need(count, 1);
        if (answer(model, &lessons[i].description, labels)) {
            for (uint32_t t = 0; t < count; t++) {
                right += labels[t] == lessons[i].labels[t];
            }
        }
        all += count;
        free(labels);
    }
    return all > 0 ? (uint32_t)((right * 10000 + all / 2) / all) : 0;
}

static struct lesson *describe(struct trainer *trainer, const struct treebank *bank)
{
    struct lesson *lessons = need(bank->texts.count, sizeof *lessons);
    for (uint32_t i = 0; i < bank->texts.count; i++) {
        if (!nr_pos_describe(&trainer->arena, &bank->texts.items[i].text,
                             &lessons[i].description)) {
            exit(EXIT_FAILURE);
        }
        lessons[i].labels = bank->texts.items[i].labels;
    }
    return lessons;
}

struct exam {
    const struct treebank *bank;
    const struct lesson *lessons;
};

static void examine(const struct course *course, uint32_t epoch,
                    const struct nr_model *model)
{
    const struct exam *exam = course->context;
    uint32_t figure = accuracy(model, exam->bank, exam->lessons, exam->bank->texts.count);
    fprintf(stderr, "  %-14s epoch %2u: gum-dev %u.%02u %%\n", course->name, epoch,
            figure / 100, figure % 100);
}

bool train_tags(struct trainer *trainer)
{
    struct treebank taught = {.arena = NULL};
    struct treebank held_out = {.arena = NULL};
    char options[64];
    char figures[64];
    if (!treebank_read(trainer, &taught, "pos/gum-train.tsv") ||
        !treebank_read(trainer, &taught, "pos/ewt-dev.tsv") ||
        !treebank_read(trainer, &held_out, "pos/gum-dev.tsv")) {
        return false;
    }
    struct exam exam = {&held_out, describe(trainer, &held_out)};
    struct course course = {.name = "tags",
                            .lessons = describe(trainer, &taught),
                            .lesson_count = taught.texts.count,
                            .label_count = NR_POS_COUNT,
                            .turn_count = 1,
                            .epochs = 8,
                            .seed = trainer->seed,
                            .least = 3,
                            .keep = 3,
                            .examine = examine,
                            .context = &exam};
    struct nr_model *model = learn(&course);
    uint32_t figure = accuracy(model, &held_out, exam.lessons, held_out.texts.count);
    snprintf(options, sizeof options, "epochs %u, seed %u, least %u, keep %d",
             course.epochs, course.seed, course.least, course.keep);
    snprintf(figures, sizeof figures, "gum-dev, gold tokens: %u.%02u %%", figure / 100,
             figure % 100);
    trainer_keep(trainer, NR_MODEL_tags, model,
                 &(struct model_story){"tags", "pos/gum-train.tsv, pos/ewt-dev.tsv",
                                       options, figures});
    return true;
}
