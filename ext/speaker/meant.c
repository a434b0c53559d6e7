/* speaker/meant.c: the walk through an article that finds who is meant.
 *
 *     Maria Diaz resigned. The mayor said she was tired.
 *
 * Token by token: a name enters the stage, a noun is tried (noun.c), a pronoun asks those
 * on stage (stage.c). In other languages than English there are no such words to ask. */
#include "speaker/meant.h"

#include "quote/word_class.h"
#include "speaker/head.h"
#include "speaker/walk.h"

enum {
    SURE_OF_RELATIVE = 90, /* in hundredths */
    WORK_OF_ONE = 400      /* a noun or pronoun asks so many others */
};

/* Behind the next name, an index into tokens; NR_NONE: there is none. */
static uint32_t next_end(const struct nr_walk *walk)
{
    const struct nr_entities *entities = walk->script->entities;
    return walk->next_name < entities->mentions.count
               ? entities->mentions.items[walk->next_name].end_token
               : NR_NONE;
}

/* Moves names and marks on to the token; a name enters the stage at its last one. */
static void move_on(struct nr_walk *walk)
{
    const struct nr_quotes *quotes = walk->script->quotes;
    uint32_t begin = walk->script->text->tokens.items[walk->token].begin;
    while (walk->mark < quotes->marks.count &&
           (quotes->marks.items[walk->mark].outer.end <= begin ||
            quotes->marks.items[walk->mark].parent != NR_NONE)) {
        walk->mark++;
    }
    while (next_end(walk) == walk->token + 1) {
        nr_walk_see_name(walk, walk->next_name);
        walk->last_name = walk->next_name++;
    }
}

static struct nr_stand_in *add_pronoun(struct nr_walk *walk, const struct nr_fact *fact)
{
    bool one = (fact->flags & NR_FLAG_PLURAL) == 0; /* they may be anything */
    struct nr_stand_in *pronoun =
        nr_list_push(walk->kept, &walk->out->all, sizeof *pronoun);
    if (pronoun != NULL) {
        *pronoun = (struct nr_stand_in){.first = walk->token,
                                        .end = walk->token + 1,
                                        .head = walk->token,
                                        .entity = NR_NONE,
                                        .noun = NR_NONE,
                                        .kind = NR_MENTION_PRONOUN,
                                        .type = one ? NR_TYPE_PERSON : NR_TYPE_NONE,
                                        .gender = fact->gender};
    }
    return pronoun;
}

/* He, she, they, in all their forms; "some" is plural as well. */
static bool is_third(const struct nr_text *text, uint32_t t, const struct nr_fact *fact)
{
    static const char *const they[] = {"they",   "them",       "their",
                                       "theirs", "themselves", "themself"};
    for (size_t i = 0; i < sizeof they / sizeof they[0]; i++) {
        if (nr_token_is(text, t, they[i])) {
            return true;
        }
    }
    return fact->gender == NR_GENDER_FEMALE || fact->gender == NR_GENDER_MALE;
}

/* "Ana Reis, who left": whom the phrase before it names. */
static void see_relative(struct nr_walk *walk, const struct nr_fact *fact)
{
    struct nr_phrase phrase = nr_source_related(&walk->reading, walk->token);
    const struct nr_mention *named =
        nr_phrase_none(phrase) ? NULL : nr_mention_of(&walk->reading, phrase.head);
    if (named == NULL || named->entity == NR_NONE || named->type != NR_TYPE_PERSON) {
        return;
    }
    struct nr_stand_in *pronoun = add_pronoun(walk, fact);
    if (pronoun != NULL) {
        pronoun->entity = named->entity;
        pronoun->rule = NR_STAND_IN_RELATIVE;
        pronoun->sure = SURE_OF_RELATIVE;
        nr_walk_says(walk, named->entity);
    }
}

static bool is_relative(const struct nr_walk *walk)
{
    const struct nr_text *text = walk->script->text;
    uint32_t t = walk->token;
    return t > walk->reading.first &&
           (nr_token_is(text, t, "who") || nr_token_is(text, t, "whom") ||
            nr_token_is(text, t, "whose")) &&
           (nr_token_is(text, t - 1, ",") ||
            nr_mention_of(&walk->reading, t - 1) != NULL);
}

static void see_pronoun(struct nr_walk *walk, const struct nr_fact *fact)
{
    bool spoken = (fact->flags & (NR_FLAG_FIRST | NR_FLAG_SECOND)) != 0 &&
                  (fact->flags & NR_FLAG_PLURAL) == 0 && nr_walk_mark(walk) != NR_NONE;
    if (is_relative(walk)) {
        see_relative(walk, fact);
    } else if (spoken) { /* I, you: once speakers are known */
        add_pronoun(walk, fact);
    } else if (is_third(walk->script->text, walk->token, fact)) {
        struct nr_stand_in *pronoun = add_pronoun(walk, fact);
        if (pronoun != NULL) {
            nr_walk_resolve(walk, pronoun, fact);
        }
    }
}

static void see(struct nr_walk *walk)
{
    const struct nr_text *text = walk->script->text;
    uint32_t t = walk->token;
    if (nr_mention_of(&walk->reading, t) != NULL) {
        return;
    }
    bool letters = text->tokens.items[t].shape == NR_SHAPE_UPPER &&
                   nr_word_of(text, t)->length > 1; /* HE, US */
    const struct nr_fact *pronoun =
        letters ? NULL : nr_token_fact(text, t, NR_LIST_pronoun);
    nr_arena_tick(walk->arena, WORK_OF_ONE);
    if (pronoun != NULL) {
        see_pronoun(walk, pronoun);
        return;
    }
    uint32_t noun = nr_walk_noun(walk);
    if (noun != NR_NONE) {
        nr_walk_see_noun(walk, noun);
    }
}

static bool begin(struct nr_walk *walk)
{
    const struct nr_script *script = walk->script;
    uint32_t tokens = script->text->tokens.count;
    uint32_t entities = script->entities->entities.count;
    walk->words = nr_arena_take(walk->arena, tokens);
    size_t words = script->text->words.count * sizeof *walk->bearers;
    walk->bearers = /* all NR_NONE */
        nr_arena_fill(walk->arena, nr_arena_take_raw(walk->arena, words), 0xFF, words);
    walk->told = nr_arena_take_array(walk->arena, entities, sizeof *walk->told);
    walk->out->of = nr_arena_take_array(walk->kept, entities, sizeof *walk->out->of);
    if (walk->words != NULL) {
        nr_walk_mark_words(walk);
    }
    return walk->bearers != NULL && walk->words != NULL && walk->told != NULL &&
           walk->out->of != NULL;
}

static void walk_sentence(struct nr_walk *walk, const struct nr_sentence *sentence)
{
    const struct nr_text *text = walk->script->text;
    uint8_t language = text->blocks.items[sentence->block].language;
    bool english = language == NR_LANGUAGE_EN || language == NR_LANGUAGE_NONE;
    walk->reading = (struct nr_reading){text, walk->script->entities,
                                        sentence->first_token, sentence->end_token};
    uint32_t name_end = next_end(walk);
    for (uint32_t t = sentence->first_token;
         t < sentence->end_token && nr_arena_tick(walk->arena, 2); t++) {
        bool seen = english && nr_token_in(text, t, NR_IN(pronoun) | NR_WALK_NOUNS);
        if (!seen && name_end != t + 1) {
            continue;
        }
        walk->token = t;
        move_on(walk);
        name_end = next_end(walk);
        if (seen) {
            see(walk);
        }
    }
}

/* ---- Gender ---- */

enum { SURE_OF_GENDER = 60 }; /* in hundredths */

/* Own names tell a gender as given names do; a user's word is not overruled. */
static bool may_overrule(const struct nr_walk *walk, const struct nr_entity *entity)
{
    return entity->gender_basis == NR_BASIS_NONE ||
           (entity->gender_basis == NR_BASIS_NAME && walk->script->text->own == NULL);
}

/* Titles before pronouns, which may be resolved wrongly; pronouns, where they agree,
 * before given names. */
static void tell_genders(struct nr_walk *walk)
{
    const struct nr_entities *entities = walk->script->entities;
    struct nr_stand_ins *out = walk->out;
    uint32_t *balance = /* she less he */
        nr_arena_take_array(walk->arena, entities->entities.count, 2 * sizeof *balance);
    for (uint32_t i = 0;
         balance != NULL && i < out->all.count && nr_arena_tick(walk->arena, 1); i++) {
        const struct nr_stand_in *reference = &out->all.items[i];
        bool told =
            reference->gender == NR_GENDER_FEMALE || reference->gender == NR_GENDER_MALE;
        if (reference->kind == NR_MENTION_PRONOUN && reference->entity != NR_NONE &&
            told && reference->sure >= SURE_OF_GENDER) {
            balance[2 * reference->entity + (reference->gender == NR_GENDER_MALE)]++;
        }
    }
    for (uint32_t e = 0;
         balance != NULL && e < entities->entities.count && nr_arena_tick(walk->arena, 1);
         e++) {
        const struct nr_entity *entity = &entities->entities.items[e];
        uint32_t she = balance[2 * e];
        uint32_t he = balance[2 * e + 1];
        out->of[e].gender = entity->gender;
        out->of[e].gender_basis = entity->gender_basis;
        out->of[e].role = nr_span_empty(entity->role) ? out->of[e].role : entity->role;
        if (entity->type == NR_TYPE_PERSON && she != he && may_overrule(walk, entity)) {
            out->of[e].gender = she > he ? NR_GENDER_FEMALE : NR_GENDER_MALE;
            out->of[e].gender_basis = NR_BASIS_PRONOUN;
        }
    }
}

enum nr_status nr_stand_ins_find(struct nr_arena *arena, const struct nr_script *script,
                                 const struct nr_ranker *ranker,
                                 struct nr_stand_ins *references)
{
    struct nr_arena work;
    nr_arena_open(&work, &arena->host);
    struct nr_walk walk = {.arena = &work,
                           .kept = arena,
                           .script = script,
                           .ranker = ranker != NULL ? ranker : &nr_ranker_own,
                           .out = references,
                           .last_name = NR_NONE,
                           .opening = NR_NONE};
    bool ready = begin(&walk);
    for (uint32_t s = 0;
         ready && work.status == NR_OK && s < script->text->sentences.count; s++) {
        walk_sentence(&walk, &script->text->sentences.items[s]);
    }
    if (ready) {
        tell_genders(&walk);
    }
    if (arena->status == NR_OK) {
        arena->status = work.status;
    }
    nr_arena_close(&work);
    return arena->status;
}
