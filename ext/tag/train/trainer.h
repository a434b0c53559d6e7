/* tag/train/trainer.h: what the trainings of all models share: where corpora are, what
 * was trained already, texts analysed as the library does. */
#ifndef NR_TAG_TRAIN_TRAINER_H
#define NR_TAG_TRAIN_TRAINER_H

#include "article.h"
#include "tag/train/learn.h"

struct trainer {
    const char *corpora; /* the folder */
    const char *out;     /* where models are written to */
    uint32_t seed;
    struct nr_models models; /* trained so far, or read from `out` */
    struct nr_arena arena;   /* for what lives as long as the program */
    const struct nr_block_patterns *patterns;
};

/* Each trains its models and hands them to trainer_keep(). False: a corpus is missing. */
typedef bool training(struct trainer *trainer);
training train_tags;   /* pos.c */
training train_lemmas; /* lemmas.c */
training train_names;  /* names.c */
training train_speech; /* speech.c */
training train_sure;   /* sure.c */
training train_who;    /* who.c */

/* Writes a model down and lets the trainings behind use it. */
void trainer_keep(struct trainer *trainer, enum nr_model_name which,
                  struct nr_model *model, const struct model_story *story);

/* A text, analysed up to a stage with the trainer's models. Lives as long as the trainer;
 * bytes too. Never NULL. */
struct nr_article *trainer_article(struct trainer *trainer, const char *bytes,
                                   size_t length, enum nr_stage stage);

/* Several courses at once, one thread each, two at a time: models[i] of courses[i]. */
void learn_all(const struct course *courses, uint32_t count, struct nr_model **models);

/* ---- Corpora (corpora.c) ---- */

/* Rows of a query over CORPORA/file: see(context, row) for each. A row's values: numbers
 * and texts by column. False: the file is not there or is no such database; it is said.
 */
struct sqlite3_stmt;
typedef void see_row(void *context, struct sqlite3_stmt *row);
bool corpus_query(const struct trainer *trainer, const char *file, const char *sql,
                  see_row *see, void *context);

/* The articles of CORPORA/file, in order of id, analysed up to a stage. */
struct corpus_article {
    int64_t id;
    struct nr_article *article;
};
struct corpus {
    struct trainer *trainer;
    enum nr_stage stage;
    NR_LIST(struct corpus_article) articles;
};
bool corpus_read(struct trainer *trainer, const char *file, enum nr_stage stage,
                 struct corpus *corpus);
/* Which article has this id; articles.count: none. */
uint32_t corpus_find(const struct corpus *corpus, int64_t id);

/* Lines of CORPORA/file, without their line ends: see(context, line) for each. */
typedef void see_line(void *context, char *line);
bool corpus_lines(const struct trainer *trainer, const char *file, see_line *see,
                  void *context);

#endif
