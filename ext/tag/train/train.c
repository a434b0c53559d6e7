/* tag/train/train.c: the trainer: from corpora to model files.
 *
 *     train [--seed N] CORPORA OUT [tags] [lemmas] [names] [speech] [who] [sure]
 *
 * CORPORA is the folder of annotated databases and token files, OUT the folder of models.
 * Without a list all are trained, in the order in which they build upon each other;
 * models that are not trained are read from OUT. Says what it does while it does it. */
#define _POSIX_C_SOURCE 200809L /* NOLINT: for threads */
#include "tag/train/trainer.h"
#include "text/block.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *const model_names[NR_MODEL_COUNT] = {
#define NAME(name) #name,
    NR_MODELS(NAME)
#undef NAME
};

static const struct job {
    const char *name;
    training *train;
} jobs[] = {
    {"tags", train_tags},     {"lemmas", train_lemmas}, {"names", train_names},
    {"speech", train_speech}, {"who", train_who},       {"sure", train_sure},
};
enum { JOB_COUNT = sizeof jobs / sizeof jobs[0] };

static void model_path(const struct trainer *trainer, uint32_t which, char *path,
                       size_t room)
{
    snprintf(path, room, "%s/%s.model", trainer->out, model_names[which]);
}

void trainer_keep(struct trainer *trainer, enum nr_model_name which,
                  struct nr_model *model, const struct model_story *story)
{
    char path[4096];
    model_path(trainer, which, path, sizeof path);
    model_write(path, model, story);
    trainer->models.of[which] = model;
    fprintf(stderr, "  wrote %s: %.2f MB\n", path,
            (double)model_block_bytes(model) / 1e6 + model->kinds.count * 8 / 1e6);
}

static void read_models(struct trainer *trainer)
{
    for (uint32_t i = 0; i < NR_MODEL_COUNT; i++) {
        char path[4096];
        const char *fault = NULL;
        model_path(trainer, i, path, sizeof path);
        trainer->models.of[i] = model_read(path, &fault);
        fprintf(stderr, "%s: %s\n", path, fault != NULL ? fault : "read");
    }
}

struct nr_article *trainer_article(struct trainer *trainer, const char *bytes,
                                   size_t length, enum nr_stage stage)
{
    struct nr_host host = trainer_host();
    struct nr_article *article = need(1, sizeof *article);
    *article = (struct nr_article){.bytes = bytes,
                                   .length = (uint32_t)length,
                                   .patterns = trainer->patterns,
                                   .models = &trainer->models};
    nr_arena_open(&article->arena, &host);
    if (nr_article_analyse(article, stage) != NR_OK) {
        fprintf(stderr, "train: a text could not be analysed\n");
        exit(EXIT_FAILURE);
    }
    return article;
}

struct desk {
    const struct course *course;
    struct nr_model *model;
};

static void *sit_down(void *desk)
{
    ((struct desk *)desk)->model = learn(((struct desk *)desk)->course);
    return NULL;
}

void learn_all(const struct course *courses, uint32_t count, struct nr_model **models)
{
    for (uint32_t i = 0; i < count; i += 2) {
        struct desk desks[2] = {{&courses[i], NULL},
                                {i + 1 < count ? &courses[i + 1] : NULL, NULL}};
        pthread_t other;
        bool both =
            i + 1 < count && pthread_create(&other, NULL, sit_down, &desks[1]) == 0;
        sit_down(&desks[0]);
        if (both) {
            pthread_join(other, NULL);
        } else if (i + 1 < count) {
            sit_down(&desks[1]);
        }
        models[i] = desks[0].model;
        if (i + 1 < count) {
            models[i + 1] = desks[1].model;
        }
    }
}

static bool wanted(const char *name, char **list, int count)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(list[i], name) == 0) {
            return true;
        }
    }
    return count == 0;
}

static int usage(void)
{
    fprintf(stderr, "usage: train [--seed N] CORPORA OUT [model ...]; models:");
    for (size_t i = 0; i < JOB_COUNT; i++) {
        fprintf(stderr, " %s", jobs[i].name);
    }
    fprintf(stderr, "\n");
    return EXIT_FAILURE;
}

int main(int argc, char **argv)
{
    struct nr_host host = trainer_host();
    struct trainer trainer = {.seed = 1};
    int at = 1;
    if (argc > 2 && strcmp(argv[1], "--seed") == 0) {
        trainer.seed = (uint32_t)strtoul(argv[2], NULL, 10);
        at = 3;
    }
    if (argc < at + 2) {
        return usage();
    }
    trainer.corpora = argv[at];
    trainer.out = argv[at + 1];
    nr_arena_open(&trainer.arena, &host);
    trainer.patterns = nr_block_patterns_make(&trainer.arena);
    read_models(&trainer);
    for (size_t i = 0; i < JOB_COUNT; i++) {
        time_t begin = time(NULL);
        if (!wanted(jobs[i].name, argv + at + 2, argc - at - 2)) {
            continue;
        }
        fprintf(stderr, "%s\n", jobs[i].name);
        if (!jobs[i].train(&trainer)) {
            return EXIT_FAILURE;
        }
        fprintf(stderr, "%s: %.0f s\n", jobs[i].name, difftime(time(NULL), begin));
    }
    nr_arena_close(&trainer.arena);
    return EXIT_SUCCESS;
}
