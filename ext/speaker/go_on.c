/* speaker/go_on.c: does a pronoun go on with what somebody said before?
 *
 *     "We won," Diaz said of Moe. She added that ...      Diaz, however often Moe was
 *     "She never gave up. Moe is tough," she said.        named in her words
 *
 * Where more is said, or nobody else who could be meant came up since, whoever spoke last
 * goes on. Of that, weights learn little: they go by whom the text tells of.
 *
 * Knowingly wrong: of one who is said to have said something, "he added" is theirs. */
#include "speaker/walk.h"

#include <string.h>

enum {
    SOURCE_REACH = 600, /* tokens */
    SIGNS_BETWEEN = 3,  /* between what is said and who said it */
    BLOCKS_BACK = 2     /* whoever goes on spoke no longer ago */
};

/* ---- What is said, and by whom ---- */

static void mark_reported(const struct nr_walk *walk, struct nr_span span)
{
    const struct nr_text *text = walk->script->text;
    for (uint32_t t = nr_token_from(text, span.begin);
         t < text->tokens.count && text->tokens.items[t].begin < span.end &&
         nr_arena_tick(walk->arena, 1);
         t++) {
        walk->words[t] = NR_WALK_REPORTED;
    }
}

/* A source may stand amid its words. */
static void mark_source(const struct nr_walk *walk, const struct nr_utterance *said)
{
    for (uint32_t t = said->source_first;
         t < said->source_end && nr_arena_tick(walk->arena, 1); t++) {
        walk->words[t] &= (uint8_t)~NR_WALK_REPORTED;
    }
    bool adds = said->verb.length == 3 && memcmp(said->verb.bytes, "add", 3) == 0;
    walk->words[said->source_head] |=
        (uint8_t)(NR_WALK_SOURCE | (adds ? NR_WALK_ADDS : 0) |
                  (said->act == NR_ACT_ASK ? NR_WALK_ASKS : 0));
}

void nr_walk_mark_words(const struct nr_walk *walk)
{
    const struct nr_quotes *quotes = walk->script->quotes;
    for (uint32_t q = 0; q < quotes->quotes.count && nr_arena_tick(walk->arena, 1); q++) {
        mark_reported(walk, quotes->quotes.items[q].span);
    }
    for (uint32_t u = 0; u < quotes->utterances.count && nr_arena_tick(walk->arena, 1);
         u++) {
        const struct nr_utterance *said = &quotes->utterances.items[u];
        if (!nr_span_empty(said->source) &&
            said->source_head < walk->script->text->tokens.count) {
            mark_source(walk, said);
        }
    }
}

/* The last token before the walk's that words were said by; NR_NONE: none near. */
static uint32_t last_source(const struct nr_walk *walk)
{
    uint32_t low = walk->token > SOURCE_REACH ? walk->token - SOURCE_REACH : 0;
    for (uint32_t t = walk->token; t-- > low;) {
        if (nr_walk_is_source(walk, t)) {
            return t;
        }
    }
    return NR_NONE;
}

/* "It was late, | he said": do words said end right before the token? */
static bool ends_words(const struct nr_walk *walk, uint32_t t)
{
    const struct nr_token *tokens = walk->script->text->tokens.items;
    uint32_t signs = 0;
    while (t > walk->reading.first && signs < SIGNS_BETWEEN &&
           tokens[t - 1].shape >= NR_SHAPE_MARK) {
        t--;
        signs++;
    }
    return signs > 0 && t > 0 && (walk->words[t - 1] & NR_WALK_REPORTED) != 0;
}

/* ---- Who goes on ---- */

/* By what is known or guessed of both. */
static bool clashes(const struct nr_figure *figure, const struct nr_asked *asked)
{
    return nr_told_apart(figure->gender) && figure->gender != asked->gender;
}

/* Is somebody else who could be meant named behind the token, and not only in what is
 * said? */
static bool is_another_since(const struct nr_ballot *ballot, const struct nr_asked *asked,
                             uint32_t t)
{
    for (uint32_t i = 0; i < ballot->count; i++) {
        const struct nr_figure *figure = ballot->items[i].figure;
        if (figure->said != t && figure->told_of != NR_NONE && figure->told_of > t &&
            figure->type == NR_TYPE_PERSON && !clashes(figure, asked)) {
            return true;
        }
    }
    return false;
}

/* Does the pronoun go on with what the one at the token said? "He added" does; so does ",
 * he said" unless somebody else came up, or was asked. */
static bool goes_on(const struct nr_walk *walk, const struct nr_ballot *ballot,
                    const struct nr_asked *asked, uint32_t said)
{
    if (said == NR_NONE || !nr_told_apart(asked->gender) ||
        nr_block_of(walk->script->text, said) + BLOCKS_BACK <
            nr_block_of(walk->script->text, walk->token)) {
        return false;
    }
    return (walk->words[walk->token] & NR_WALK_ADDS) != 0 ||
           (ends_words(walk, walk->token) && (walk->words[said] & NR_WALK_ASKS) == 0 &&
            !is_another_since(ballot, asked, said));
}

const struct nr_candidate *nr_walk_who_goes_on(const struct nr_walk *walk,
                                               const struct nr_ballot *ballot,
                                               const struct nr_asked *asked)
{
    if (!asked->source || walk->ranker->choose != NULL) { /* learning goes by weights */
        return NULL;
    }
    uint32_t said = last_source(walk);
    if (!goes_on(walk, ballot, asked, said)) {
        return NULL;
    }
    for (uint32_t i = 0; i < ballot->count; i++) {
        const struct nr_figure *figure = ballot->items[i].figure;
        bool known = figure->entity != NR_NONE || figure->indefinite;
        if (figure->said == said && figure->type == NR_TYPE_PERSON && known &&
            !clashes(figure, asked)) {
            return &ballot->items[i];
        }
    }
    return NULL;
}
