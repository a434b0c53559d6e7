/* article.h: all results of one text, and the pipeline that fills them. */
#ifndef NR_ARTICLE_H
#define NR_ARTICLE_H

#include "base/arena.h"
#include "date/date.h"
#include "entity/entity.h"
#include "quote/quote.h"
#include "speaker/meant.h"
#include "speaker/presence.h"
#include "speaker/roll.h"
#include "speaker/speaker.h"
#include "tag/model.h"
#include "tag/pos.h"
#include "text/text.h"
#include "value/value.h"

/* Stages in order; a table names the last one it needs. Each asks for others, which are
 * not always those before it: dates need no names (see article.c). */
enum nr_stage {
    NR_STAGE_BLOCKS,
    NR_STAGE_SENTENCES,
    NR_STAGE_TAGS,
    NR_STAGE_ENTITIES,
    NR_STAGE_QUOTES,
    NR_STAGE_REFERENCES,
    NR_STAGE_SPEAKERS,
    NR_STAGE_PRESENCE,
    NR_STAGE_DATES,
    NR_STAGE_VALUES,
    NR_STAGE_ROLL,
    NR_STAGE_COUNT
};
const char *nr_stage_name(enum nr_stage stage); /* "blocks" */

struct nr_article {
    struct nr_arena arena;
    const char *bytes; /* the article_text, owned by the caller, up to its first U+0000 */
    uint32_t length;
    struct nr_text_options options;
    const struct nr_block_patterns *patterns;
    const struct nr_models *models; /* never NULL; those in it may be */
    struct nr_days published;       /* the day; none: unknown */
    uint32_t done;                  /* stages finished: bits 1 << enum nr_stage */
    struct nr_text text;
    struct nr_tags tags;
    struct nr_entities entities;
    struct nr_quotes quotes;
    struct nr_stand_ins references;
    struct nr_speakers speakers;
    struct nr_presence presence;
    struct nr_dates dates;
    struct nr_values values;
    struct nr_roll roll;
};

static inline bool nr_article_has(const struct nr_article *article, enum nr_stage stage)
{
    return (article->done >> stage & 1) != 0;
}

/* Runs stage and those that it needs, where they are missing. On failure the article
 * stays at its last finished stage; call again to resume (after NR_STOPPED or NR_NOMEM:
 * the arena's sticky status is cleared first). */
enum nr_status nr_article_analyse(struct nr_article *article, enum nr_stage stage);

#endif
