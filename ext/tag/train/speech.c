/* tag/train/speech.c: teaches source, cue and content from annotated news (PolNeAR). */
#include "quote/speech.h"
#include "quote/marks.h"
#include "tag/train/trainer.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FOLDS = 4 };

/* An article, described, with what people marked in it. */
struct report {
    struct nr_article *article;
    struct nr_quotes marks;
    uint8_t *labels; /* [tokens] */
    uint8_t *seen;   /* [tokens] what the first pass says */
};

struct reports {
    struct corpus corpus;
    struct report *items; /* [count] one for each of its articles */
    uint32_t count;
};

static void open_report(struct report *r, struct nr_article *article)
{
    r->article = article;
    nr_marks_find(&article->arena, &article->text, &article->entities, &r->marks);
    r->labels = need(article->text.tokens.count + 1, 1);
    r->seen = need(article->text.tokens.count + 1, 1);
}

/* Rows come in order of part; article, begin, end. */
static void see_span(void *context, sqlite3_stmt *row)
{
    struct reports *reports = context;
    const char *part = (const char *)sqlite3_column_text(row, 1);
    uint32_t begin = (uint32_t)sqlite3_column_int64(row, 2);
    uint32_t end = (uint32_t)sqlite3_column_int64(row, 3);
    uint32_t i = corpus_find(&reports->corpus, sqlite3_column_int64(row, 0));
    if (i == reports->count) {
        return;
    }
    struct report *r = &reports->items[i];
    uint8_t label = part[0] == 's'   ? NR_SPEECH_SOURCE
                    : part[1] == 'u' ? NR_SPEECH_CUE
                                     : NR_SPEECH_CONTENT;
    const struct nr_text *text = &r->article->text;
    uint32_t first = nr_token_from(text, begin);
    for (uint32_t t = first; t < text->tokens.count && text->tokens.items[t].begin < end;
         t++) {
        r->labels[t] = (uint8_t)(t == first ? label : label + 1);
    }
}

static bool read_reports(struct trainer *trainer, const char *file,
                         struct reports *reports)
{
    if (!corpus_read(trainer, file, NR_STAGE_ENTITIES, &reports->corpus)) {
        return false;
    }
    reports->count = reports->corpus.articles.count;
    reports->items = need(reports->count, sizeof *reports->items);
    for (uint32_t i = 0; i < reports->count; i++) {
        open_report(&reports->items[i], reports->corpus.articles.items[i].article);
    }
    return corpus_query(trainer, file,
                        "SELECT article_id, part, start, end FROM attributions "
                        "ORDER BY part = 'content' DESC, part, article_id, start",
                        see_span, reports);
}

/* ---- How good it is ---- */

struct score {
    uint32_t right;
    uint32_t said;
    uint32_t gold;
};

static bool begins(uint8_t label)
{
    return label == NR_SPEECH_SOURCE || label == NR_SPEECH_CUE ||
           label == NR_SPEECH_CONTENT;
}

static uint32_t end_of(const uint8_t *labels, uint32_t t, uint32_t count)
{
    uint8_t on = (uint8_t)(labels[t] + 1);
    for (t++; t < count && labels[t] == on; t++) {
    }
    return t;
}

static void compare(const uint8_t *gold, const uint8_t *said, uint32_t count,
                    struct score *scores)
{
    for (uint32_t t = 0; t < count; t++) {
        bool right = begins(gold[t]) && gold[t] == said[t] &&
                     end_of(gold, t, count) == end_of(said, t, count);
        scores[begins(gold[t]) ? gold[t] / 2 : 3].gold++;
        scores[begins(said[t]) ? said[t] / 2 : 3].said++;
        scores[right ? gold[t] / 2 : 3].right++;
    }
}

static double f1(struct score s)
{
    return s.right > 0 ? 200.0 * s.right / (s.said + s.gold) : 0;
}

/* What examine() judges by. */
struct examination {
    const struct reports *dev;
    struct lesson *lessons;
    double source, cue, content;
};

static void examine(const struct course *course, uint32_t epoch,
                    const struct nr_model *model)
{
    struct examination *e = course->context;
    struct score scores[4] = {{0}};
    if (epoch < course->epochs && epoch % 3 != 0) {
        return;
    }
    for (uint32_t i = 0; i < e->dev->count; i++) {
        const struct report *r = &e->dev->items[i];
        uint32_t count = r->article->text.tokens.count;
        uint8_t *said = need(count + 1, 1);
        answer(model, &e->lessons[i].description, said);
        compare(r->labels, said, count, scores);
        free(said);
    }
    e->source = f1(scores[0]);
    e->cue = f1(scores[1]);
    e->content = f1(scores[2]);
    fprintf(stderr,
            "  %-14s dev, exact: source %.1f cue %.1f content %.1f (P %.1f R %.1f)\n",
            course->name, e->source, e->cue, e->content,
            100.0 * scores[2].right / (scores[2].said + 1e-9),
            100.0 * scores[2].right / (scores[2].gold + 1e-9));
}

/* ---- Two passes ---- */

static struct lesson *describe_all(const struct reports *reports)
{
    struct lesson *lessons = need(reports->count, sizeof *lessons);
    for (uint32_t i = 0; i < reports->count; i++) {
        const struct report *r = &reports->items[i];
        const struct nr_page page = {&r->article->text, &r->article->tags,
                                     &r->article->entities, &r->marks};
        nr_speech_describe(&r->article->arena, &page, &lessons[i].description);
        lessons[i].labels = r->labels;
    }
    return lessons;
}

/* The lessons become those of the second pass. */
static void describe_again(const struct reports *reports, struct lesson *lessons)
{
    for (uint32_t i = 0; i < reports->count; i++) {
        const struct report *r = &reports->items[i];
        nr_speech_describe_again(&r->article->arena, r->seen, &lessons[i].description);
    }
}

/* What is left out costs a little more than what is said too much: where people disagree,
 * chances alone are silent. Twice as much finds a little more of what is indirect, and is
 * a point and a half worse in contents. */
static int32_t cost_of(uint32_t right, uint32_t said)
{
    return right != said && said == NR_SPEECH_NONE ? 8 : 0;
}

static struct course course_of(const struct trainer *trainer, const char *name,
                               const struct lesson *lessons, uint32_t count)
{
    return (struct course){.name = name,
                           .lessons = lessons,
                           .lesson_count = count,
                           .label_count = NR_SPEECH_LABEL_COUNT,
                           .turn_count = NR_SPEECH_TURNS,
                           .may_follow = nr_speech_may_follow,
                           .cost = cost_of,
                           .by_chance = true,
                           .epochs = 30,
                           .seed = trainer->seed,
                           .least = 8, /* few features, few texts: rare ones mislead */
                           .keep = 6};
}

/* What a model that never saw an article says of it: each fold is answered by a model of
 * the others. */
static void answer_folds(struct trainer *trainer, const struct reports *train,
                         const struct lesson *lessons)
{
    struct course courses[FOLDS];
    struct nr_model *models[FOLDS];
    struct lesson *taught[FOLDS];
    for (uint32_t f = 0; f < FOLDS; f++) {
        struct lesson *others = need(train->count, sizeof *others);
        uint32_t count = 0;
        for (uint32_t i = 0; i < train->count; i++) {
            if (i % FOLDS != f) {
                others[count++] = lessons[i];
            }
        }
        taught[f] = others;
        courses[f] = course_of(trainer, "speech, a fold", others, count);
    }
    learn_all(courses, FOLDS, models);
    for (uint32_t i = 0; i < train->count; i++) {
        answer(models[i % FOLDS], &lessons[i].description, train->items[i].seen);
    }
    for (uint32_t f = 0; f < FOLDS; f++) {
        model_free(models[f]);
        free(taught[f]);
    }
}

static void keep(struct trainer *trainer, enum nr_model_name which, const char *name,
                 struct nr_model *model, const struct course *course,
                 const struct examination *e)
{
    char figures[200];
    char options[200];
    snprintf(figures, sizeof figures,
             "polnear-dev, exact F1: source %.1f, cue %.1f, content %.1f", e->source,
             e->cue, e->content);
    snprintf(options, sizeof options, "epochs %u, seed %u, keep %d", course->epochs,
             course->seed, course->keep);
    struct model_story story = {name, "polnear-train.db", options, figures};
    trainer_keep(trainer, which, model, &story);
}

bool train_speech(struct trainer *trainer)
{
    struct reports train;
    struct reports dev;
    if (!read_reports(trainer, "polnear-train.db", &train) ||
        !read_reports(trainer, "polnear-dev.db", &dev)) {
        return false;
    }
    struct lesson *lessons = describe_all(&train);
    struct examination e = {&dev, describe_all(&dev), 0, 0, 0};
    struct course course = course_of(trainer, "speech", lessons, train.count);
    course.examine = examine;
    course.context = &e;
    struct nr_model *first = learn(&course);
    keep(trainer, NR_MODEL_speech, "speech", first, &course, &e);
    for (uint32_t i = 0; i < dev.count; i++) {
        answer(first, &e.lessons[i].description, dev.items[i].seen);
    }
    answer_folds(trainer, &train, lessons);
    describe_again(&train, lessons);
    describe_again(&dev, e.lessons);
    course = course_of(trainer, "speech again", lessons, train.count);
    course.examine = examine;
    course.context = &e;
    keep(trainer, NR_MODEL_speech_again, "speech_again", learn(&course), &course, &e);
    return true;
}
