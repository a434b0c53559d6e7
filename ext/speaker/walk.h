/* speaker/walk.h: what the files share that walk through an article to find who is meant.
 * Not a door: meant.h is.
 *
 *     meant.c      the walk: names, nouns, pronouns in reading order
 *     noun.c       which nouns stand for somebody
 *     stage.c      who is on stage, and who of them is meant
 *     go_on.c      who goes on speaking
 *     rank.c       what speaks for whom */
#ifndef NR_SPEAKER_WALK_H
#define NR_SPEAKER_WALK_H

#include "quote/grammar.h"
#include "speaker/rank.h"

/* Nouns that can stand for somebody. */
#define NR_WALK_NOUNS                                                                    \
    (NR_IN(role_noun) | NR_IN(person_noun) | NR_IN(group_noun) | NR_IN(body_noun))

/* What a token is to what is said. */
enum nr_walk_words {
    NR_WALK_SOURCE = 1 << 0,   /* the head of a source */
    NR_WALK_ADDS = 1 << 1,     /* ... of further words: "he added" */
    NR_WALK_ASKS = 1 << 2,     /* ... of a question */
    NR_WALK_REPORTED = 1 << 3, /* part of the words */
};

struct nr_walk {
    struct nr_arena *arena; /* of the work: closed at the end */
    struct nr_arena *kept;  /* of the article */
    const struct nr_script *script;
    const struct nr_ranker *ranker;
    struct nr_stand_ins *out;
    struct nr_reading reading; /* of the sentence under way */
    uint32_t token;            /* where the walk is */
    uint32_t next_name;        /* the first mention that ends behind it */
    uint32_t last_name;        /* the last one before it, or NR_NONE */
    uint32_t mark;             /* the first outermost mark that ends behind it */
    uint32_t *bearers; /* [words.count] whom the noun was said of last, or NR_NONE */
    uint8_t *words;    /* [tokens.count] bits of enum nr_walk_words */
    uint32_t opening;  /* the first person named, or NR_NONE */
    uint32_t *told;    /* [entities.count] mentions so far */
    struct nr_figure figures[NR_FIGURES_MOST]; /* the last mentioned first */
    uint32_t figure_count;
};

/* Who could be meant by a pronoun. */
struct nr_ballot {
    struct nr_figure ahead[NR_AHEAD_MOST]; /* who is on stage only behind it */
    struct nr_candidate items[NR_FIGURES_MOST + NR_AHEAD_MOST];
    uint32_t count;
};

/* The quoted words around the token, an index into marks; NR_NONE: none. */
uint32_t nr_walk_mark(const struct nr_walk *walk);

/* noun.c: the noun at the token becomes a reference, if it is the head of a phrase that
 * can stand for somebody; NR_NONE: it is none. */
uint32_t nr_walk_noun(struct nr_walk *walk);

/* stage.c: a name is reached; a noun or pronoun, by its index. */
void nr_walk_see_name(struct nr_walk *walk, uint32_t mention);
void nr_walk_see_noun(struct nr_walk *walk, uint32_t reference);
/* "Diaz, who said": if the token is a source, the entity's words are. */
void nr_walk_says(struct nr_walk *walk, uint32_t entity);
/* go_on.c: fills words, which are 0. */
void nr_walk_mark_words(const struct nr_walk *walk);
static inline bool nr_walk_is_source(const struct nr_walk *walk, uint32_t t)
{
    return (walk->words[t] & NR_WALK_SOURCE) != 0;
}
/* Whoever goes on speaking at the walk's token; NULL: nobody. */
const struct nr_candidate *nr_walk_who_goes_on(const struct nr_walk *walk,
                                               const struct nr_ballot *ballot,
                                               const struct nr_asked *asked);
/* stage.c: whom the pronoun at the token means; fills entity, noun, rule. */
void nr_walk_resolve(struct nr_walk *walk, struct nr_stand_in *pronoun,
                     const struct nr_fact *fact);

#endif
