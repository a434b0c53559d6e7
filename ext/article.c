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

static enum nr_status values(struct nr_article *a)
{
    memset(&a->values, 0, sizeof a->values);
    return nr_values_find(&a->arena, &a->text, &a->tags, &a->entities, &a->dates,
                          &a->values);
}

static enum nr_status roll(struct nr_article *a)
{
    memset(&a->roll, 0, sizeof a->roll);
    return nr_roll_call(&a->arena, &a->presence, &a->values, &a->roll);
}

#define AFTER(stage) (1u << NR_STAGE_##stage)

static const struct stage {
    const char *name;
    enum nr_status (*run)(struct nr_article *article);
    uint32_t after; /* the stages that it needs, all of them before it */
} stages[NR_STAGE_COUNT] = {
    [NR_STAGE_BLOCKS] = {"blocks", blocks, 0},
    [NR_STAGE_SENTENCES] = {"sentences", sentences, AFTER(BLOCKS)},
    [NR_STAGE_TAGS] = {"tags", tags, AFTER(SENTENCES)},
    [NR_STAGE_ENTITIES] = {"entities", entities, AFTER(TAGS)},
    [NR_STAGE_QUOTES] = {"quotes", quotes, AFTER(ENTITIES)},
    [NR_STAGE_REFERENCES] = {"references", references, AFTER(QUOTES)},
    [NR_STAGE_SPEAKERS] = {"speakers", speakers, AFTER(REFERENCES)},
    [NR_STAGE_PRESENCE] = {"presence", presence, AFTER(SPEAKERS)},
    [NR_STAGE_DATES] = {"dates", dates, AFTER(SENTENCES)},
    [NR_STAGE_VALUES] = {"values", values, AFTER(ENTITIES) | AFTER(DATES)},
    [NR_STAGE_ROLL] = {"roll", roll, AFTER(PRESENCE) | AFTER(VALUES)},
};

const char *nr_stage_name(enum nr_stage stage)
{
    return stages[stage].name;
}

/* This stage, those that it needs, and those that they need: a set of bits. */
static uint32_t with_needed(enum nr_stage stage)
{
    uint32_t needed = 1u << stage;
    for (uint32_t s = stage + 1; s-- > 0;) {
        needed |= (needed >> s & 1) != 0 ? stages[s].after : 0;
    }
    return needed;
}

enum nr_status nr_article_analyse(struct nr_article *article, enum nr_stage stage)
{
    uint32_t needed = with_needed(stage);
    article->arena.status = NR_OK;
    for (uint32_t s = 0; s <= (uint32_t)stage; s++) {
        uint32_t bit = 1u << s;
        if ((needed & bit) == 0 || (article->done & bit) != 0) {
            continue;
        }
        enum nr_status status = stages[s].run(article);
        if (status != NR_OK) {
            return status;
        }
        article->done |= bit;
    }
    return NR_OK;
}
