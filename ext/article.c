/* article.c: the pipeline, as data.
 *
 * Each stage reads the results of those before it and fills its own. The order, the
 * timing in `make bench` and stopping early all come from this one table. */
#include "article.h"

#include <string.h>

static enum nr_status blocks(struct nr_article *a)
{
    memset(&a->text, 0, sizeof a->text);
    return nr_blocks_find(&a->arena, a->patterns, a->bytes, a->length, &a->options,
                          &a->text);
}

static enum nr_status sentences(struct nr_article *a)
{
    return nr_sentences_find(&a->arena, &a->text);
}

static enum nr_status tags(struct nr_article *a)
{
    memset(&a->tags, 0, sizeof a->tags);
    return nr_tags_find(&a->arena, &a->text, a->models->of[NR_MODEL_tags], &a->tags);
}

static enum nr_status entities(struct nr_article *a)
{
    memset(&a->entities, 0, sizeof a->entities);
    return nr_entities_find(&a->arena, a->models, &a->text, &a->entities);
}

static enum nr_status quotes(struct nr_article *a)
{
    memset(&a->quotes, 0, sizeof a->quotes);
    return nr_quotes_find(&a->arena, &a->text, &a->tags, &a->entities, a->models,
                          &a->quotes);
}

/* What the rooms behind quotes read of an article. */
static struct nr_script script_of(const struct nr_article *a)
{
    return (struct nr_script){&a->text, &a->tags, &a->entities, &a->quotes,
                              a->options.title};
}

static enum nr_status references(struct nr_article *a)
{
    const struct nr_script script = script_of(a);
    memset(&a->references, 0, sizeof a->references);
    return nr_stand_ins_find(&a->arena, &script, NULL, &a->references);
}

static enum nr_status speakers(struct nr_article *a)
{
    const struct nr_script script = script_of(a);
    memset(&a->speakers, 0, sizeof a->speakers);
    return nr_speakers_resolve(&a->arena, &script, &a->references, &a->speakers);
}

static enum nr_status presence(struct nr_article *a)
{
    const struct nr_script script = script_of(a);
    memset(&a->presence, 0, sizeof a->presence);
    return nr_presence_find(&a->arena, &script, &a->references, &a->speakers,
                            &a->presence);
}

static enum nr_status dates(struct nr_article *a)
{
    memset(&a->dates, 0, sizeof a->dates);
    return nr_dates_find(&a->arena, &a->text, a->published, &a->dates);
}

static const struct stage {
    const char *name;
    enum nr_status (*run)(struct nr_article *article);
    enum nr_stage after; /* the stage that it needs, itself for the first */
} stages[NR_STAGE_COUNT] = {
    [NR_STAGE_BLOCKS] = {"blocks", blocks, NR_STAGE_BLOCKS},
    [NR_STAGE_SENTENCES] = {"sentences", sentences, NR_STAGE_BLOCKS},
    [NR_STAGE_TAGS] = {"tags", tags, NR_STAGE_SENTENCES},
    [NR_STAGE_ENTITIES] = {"entities", entities, NR_STAGE_TAGS},
    [NR_STAGE_QUOTES] = {"quotes", quotes, NR_STAGE_ENTITIES},
    [NR_STAGE_REFERENCES] = {"references", references, NR_STAGE_QUOTES},
    [NR_STAGE_SPEAKERS] = {"speakers", speakers, NR_STAGE_REFERENCES},
    [NR_STAGE_PRESENCE] = {"presence", presence, NR_STAGE_SPEAKERS},
    [NR_STAGE_DATES] = {"dates", dates, NR_STAGE_SENTENCES},
};

const char *nr_stage_name(enum nr_stage stage)
{
    return stages[stage].name;
}

/* The first stage that is missing before this one can run, or this one. */
static enum nr_stage first_missing(const struct nr_article *article, enum nr_stage stage)
{
    while (stages[stage].after != stage &&
           !nr_article_has(article, stages[stage].after)) {
        stage = stages[stage].after;
    }
    return stage;
}

enum nr_status nr_article_analyse(struct nr_article *article, enum nr_stage stage)
{
    article->arena.status = NR_OK;
    while (!nr_article_has(article, stage)) {
        enum nr_stage next = first_missing(article, stage);
        enum nr_status status = stages[next].run(article);
        if (status != NR_OK) {
            return status;
        }
        article->done |= 1u << next;
    }
    return NR_OK;
}
