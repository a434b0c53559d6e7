/* speaker/stage.c: who is on stage, and who of them is meant?
 *
 *     Maria Diaz met a driver. She ...      on stage: the driver, Diaz; meant: Diaz
 *
 * The last few dozen persons and bodies, the one mentioned last in front: named ones, and
 * nouns that stand for nobody named. A pronoun asks each whom it fits (rank.c), the
 * heaviest is meant and moves to the front. Somebody unnamed may be meant as well: then
 * the pronoun has no entity, which is better than a wrong one.
 *
 * A pronoun may also mean a name right behind it in its sentence: "In his speech, Moe
 * ...". These look ahead over a name or two. */
#include "speaker/walk.h"

enum {
    SENTENCES_REACH = 12,
    AHEAD_REACH = 24, /* tokens */
    FRONT_REACH = 16,
    SURE_GOING_ON = 95,  /* in hundredths; read in 50 of PolNeAR's */
    LEAST_SURE_ONE = 50, /* of one person, for they */
    LEAST_SURE = 25,     /* in hundredths: a name that is wrong more often is not given */
};

uint32_t nr_walk_mark(const struct nr_walk *walk)
{
    const struct nr_quotes *quotes = walk->script->quotes;
    uint32_t begin = walk->script->text->tokens.items[walk->token].begin;
    bool inside = walk->mark < quotes->marks.count &&
                  quotes->marks.items[walk->mark].verdict == NR_VERDICT_QUOTE &&
                  quotes->marks.items[walk->mark].outer.begin <= begin;
    return inside ? walk->mark : NR_NONE;
}

/* ---- Entering ---- */

static bool is_joined(const struct nr_walk *walk, uint32_t first, uint32_t end)
{
    const struct nr_text *text = walk->script->text;
    return (first > walk->reading.first && nr_token_is(text, first - 1, "and")) ||
           (end < walk->reading.end && nr_token_is(text, end, "and"));
}

/* How the phrase [first, end) stands where it stands. */
static struct nr_figure seen_at(const struct nr_walk *walk, uint32_t first, uint32_t end,
                                uint32_t head)
{
    return (struct nr_figure){
        .entity = NR_NONE,
        .noun = NR_NONE,
        .token = head,
        .count = 1,
        .part = (uint8_t)nr_part_of(walk->script, first, end),
        .quoted = nr_walk_mark(walk) != NR_NONE,
        .source = nr_walk_is_source(walk, head),
        .joined = is_joined(walk, first, end),
        .leads = first == walk->reading.first,
        .acted = NR_NONE,
        .said = NR_NONE,
        .told_of = NR_NONE,
        .led = NR_NONE,
    };
}

static uint32_t place_of(const struct nr_walk *walk, uint32_t entity, uint32_t noun)
{
    for (uint32_t i = 0; i < walk->figure_count; i++) {
        const struct nr_figure *figure = &walk->figures[i];
        if (figure->entity == entity && figure->noun == noun) {
            return i;
        }
    }
    return walk->figure_count;
}

/* What the figure did before it stands here again; a new one has done nothing. */
static void remember(const struct nr_walk *walk, struct nr_figure *figure,
                     const struct nr_figure *before, uint32_t sentence)
{
    bool acts = figure->part == NR_PART_SUBJECT;
    figure->acted = acts ? sentence : before != NULL ? before->acted : NR_NONE;
    figure->led = figure->leads ? sentence : before != NULL ? before->led : NR_NONE;
    figure->spoke = figure->source || (before != NULL && before->spoke);
    figure->spoke_last = figure->source || (before != NULL && before->spoke_last);
    figure->said = figure->source   ? figure->token
                   : before != NULL ? before->said
                                    : NR_NONE;
    bool reported = (walk->words[figure->token] & NR_WALK_REPORTED) != 0;
    figure->told_of = !reported        ? figure->token
                      : before != NULL ? before->told_of
                                       : NR_NONE;
}

/* To the front, from wherever it was; whoever was mentioned longest ago leaves. */
static void enter(struct nr_walk *walk, struct nr_figure figure)
{
    uint32_t place = place_of(walk, figure.entity, figure.noun);
    uint32_t sentence = walk->script->text->tokens.items[figure.token].sentence;
    if (place < walk->figure_count) {
        remember(walk, &figure, &walk->figures[place], sentence);
    } else {
        remember(walk, &figure, NULL, sentence);
        walk->figure_count += walk->figure_count < NR_FIGURES_MOST;
        place = walk->figure_count - 1;
    }
    for (; place > 0; place--) {
        walk->figures[place] = walk->figures[place - 1];
    }
    for (uint32_t i = 1; figure.source && i < walk->figure_count; i++) {
        walk->figures[i].spoke_last = false;
    }
    walk->figures[0] = figure;
}

void nr_walk_says(struct nr_walk *walk, uint32_t entity)
{
    uint32_t place = place_of(walk, entity, NR_NONE);
    if (place < walk->figure_count && nr_walk_is_source(walk, walk->token)) {
        walk->figures[place].said = walk->token;
    }
}

static struct nr_figure named_at(const struct nr_walk *walk, uint32_t m)
{
    const struct nr_mention *mention = &walk->script->entities->mentions.items[m];
    const struct nr_entity *entity =
        &walk->script->entities->entities.items[mention->entity];
    struct nr_figure figure =
        seen_at(walk, mention->first_token, mention->end_token, mention->end_token - 1);
    figure.entity = mention->entity;
    figure.kind = NR_MENTION_NAME;
    figure.type = entity->type;
    figure.gender = entity->gender;
    figure.basis = entity->gender_basis;
    figure.opens = mention->entity == walk->opening;
    uint32_t place = place_of(walk, figure.entity, NR_NONE);
    if (place < walk->figure_count &&
        walk->figures[place].basis == NR_BASIS_PRONOUN) { /* learned on the way */
        figure.gender = walk->figures[place].gender;
        figure.basis = NR_BASIS_PRONOUN;
    }
    return figure;
}

void nr_walk_see_name(struct nr_walk *walk, uint32_t m)
{
    const struct nr_mention *mention = &walk->script->entities->mentions.items[m];
    if (mention->entity == NR_NONE ||
        (mention->type != NR_TYPE_PERSON && mention->type != NR_TYPE_ORG &&
         mention->type != NR_TYPE_GPE && mention->type != NR_TYPE_NORP)) {
        return;
    }
    if (walk->opening == NR_NONE && mention->type == NR_TYPE_PERSON) {
        walk->opening = mention->entity;
    }
    struct nr_figure figure = named_at(walk, m);
    figure.count = ++walk->told[mention->entity];
    enter(walk, figure);
}

void nr_walk_see_noun(struct nr_walk *walk, uint32_t reference)
{
    const struct nr_stand_in *noun = &walk->out->all.items[reference];
    const struct nr_text *text = walk->script->text;
    struct nr_figure figure = seen_at(walk, noun->first, noun->end, noun->head);
    if (noun->entity != NR_NONE) {
        uint32_t place = place_of(walk, noun->entity, NR_NONE);
        const struct nr_entity *entity =
            &walk->script->entities->entities.items[noun->entity];
        bool there = place < walk->figure_count;
        figure.entity = noun->entity;
        figure.gender = there ? walk->figures[place].gender : entity->gender;
        figure.basis = there ? walk->figures[place].basis : entity->gender_basis;
        figure.type = entity->type;
        figure.opens = noun->entity == walk->opening;
        figure.count = ++walk->told[noun->entity];
    } else {
        figure.noun = reference;
        figure.type = noun->type;
        figure.gender = noun->gender;
        figure.basis = noun->gender != NR_GENDER_NONE ? NR_BASIS_TITLE : NR_BASIS_NONE;
        figure.indefinite = !nr_token_is(text, noun->first, "the");
    }
    figure.kind = NR_MENTION_NOMINAL;
    enter(walk, figure);
}

/* ---- Asking ---- */

static bool may_stand(const struct nr_walk *walk, const struct nr_figure *figure,
                      const struct nr_asked *asked)
{
    return nr_figure_fits(figure, asked) ||
           (walk->ranker->everybody && figure->type == NR_TYPE_PERSON);
}

static void stand(const struct nr_walk *walk, struct nr_ballot *ballot,
                  const struct nr_figure *figure, const struct nr_asked *asked)
{
    const int16_t *weights = walk->ranker->table->weights[nr_ranked_kind(asked)];
    struct nr_candidate *candidate = &ballot->items[ballot->count];
    candidate->figure = figure;
    candidate->weight = 0;
    nr_figure_describe(walk->script, figure, asked, ballot->count, &candidate->clues);
    for (uint32_t i = 0; i < candidate->clues.count; i++) {
        candidate->weight += weights[candidate->clues.items[i]];
    }
    ballot->count++;
}

/* The entity that says the words around the pronoun: it is not he. */
static uint32_t speaking(const struct nr_walk *walk)
{
    uint32_t mark = nr_walk_mark(walk);
    uint32_t u =
        mark != NR_NONE ? walk->script->quotes->marks.items[mark].utterance : NR_NONE;
    if (u == NR_NONE) {
        return NR_NONE;
    }
    const struct nr_utterance *said = &walk->script->quotes->utterances.items[u];
    if (nr_span_empty(said->source)) {
        return NR_NONE;
    }
    const struct nr_mention *named =
        nr_mention_at(walk->script->entities, said->source_head);
    if (named != NULL) {
        return named->entity;
    }
    const struct nr_stand_in *meant = nr_stand_in_at(walk->out, said->source_head);
    return meant != NULL ? meant->entity : NR_NONE;
}

/* Is the token in what stands before the main clause: "In his speech, Moe"? */
static bool is_fronted(const struct nr_walk *walk)
{
    uint8_t tag = walk->script->tags->items[walk->reading.first];
    uint32_t low = walk->token > walk->reading.first + FRONT_REACH
                       ? walk->token - FRONT_REACH
                       : walk->reading.first;
    for (uint32_t t = low; t < walk->token; t++) {
        if (nr_token_is(walk->script->text, t, ",")) {
            return false;
        }
    }
    return low == walk->reading.first && (tag == NR_POS_ADP || tag == NR_POS_SCONJ ||
                                          tag == NR_POS_VERB || tag == NR_POS_ADV);
}

/* The person named next in the sentence, and the most mentioned of those it may mean. */
static void look_around(const struct nr_walk *walk, struct nr_asked *asked)
{
    const struct nr_entities *entities = walk->script->entities;
    for (uint32_t i = 0; i < walk->figure_count; i++) {
        const struct nr_figure *figure = &walk->figures[i];
        if (figure->count > asked->most && may_stand(walk, figure, asked)) {
            asked->most = figure->count;
        }
    }
    const struct nr_mention *next = walk->next_name < entities->mentions.count
                                        ? &entities->mentions.items[walk->next_name]
                                        : NULL;
    if (next != NULL && next->first_token < walk->reading.end &&
        next->first_token < walk->token + AHEAD_REACH && next->type == NR_TYPE_PERSON) {
        asked->ahead = next->entity;
    }
}

static void stand_all(struct nr_walk *walk, struct nr_ballot *ballot,
                      const struct nr_asked *asked)
{
    const struct nr_text *text = walk->script->text;
    uint32_t now = text->tokens.items[walk->token].sentence;
    uint32_t speaker = speaking(walk);
    for (uint32_t i = 0; i < walk->figure_count; i++) {
        const struct nr_figure *figure = &walk->figures[i];
        if (text->tokens.items[figure->token].sentence + SENTENCES_REACH < now) {
            break;
        }
        bool itself = figure->entity != NR_NONE && figure->entity == speaker;
        if (!itself && may_stand(walk, figure, asked)) {
            stand(walk, ballot, figure, asked);
        }
    }
    const struct nr_entities *entities = walk->script->entities;
    uint32_t found = 0;
    for (uint32_t m = walk->next_name;
         m < entities->mentions.count && found < NR_AHEAD_MOST; m++) {
        const struct nr_mention *mention = &entities->mentions.items[m];
        if (mention->first_token >= walk->reading.end ||
            mention->first_token > walk->token + AHEAD_REACH) {
            break;
        }
        if (mention->entity == NR_NONE || mention->type != NR_TYPE_PERSON ||
            place_of(walk, mention->entity, NR_NONE) < walk->figure_count) {
            continue;
        }
        ballot->ahead[found] = named_at(walk, m);
        if (may_stand(walk, &ballot->ahead[found], asked)) {
            stand(walk, ballot, &ballot->ahead[found], asked);
            found++;
        }
    }
}

/* The candidate that is meant, or NULL; how sure in *sure. */
static const struct nr_candidate *elect(const struct nr_walk *walk,
                                        const struct nr_ballot *ballot,
                                        const struct nr_asked *asked, uint8_t *sure)
{
    const struct nr_ranker *ranker = walk->ranker;
    uint32_t lead = 0;
    uint32_t best = nr_candidates_heaviest(ballot->items, ballot->count, &lead);
    *sure = ranker->table->sure[nr_ranked_kind(asked)][lead];
    if (ranker->choose != NULL) {
        best = ranker->choose(ranker->context, asked, ballot->items, ballot->count);
    }
    return best < ballot->count ? &ballot->items[best] : NULL;
}

/* The part that a pronoun plays; "her" is two words in one. */
static uint8_t part_of_pronoun(const struct nr_walk *walk, const struct nr_fact *fact)
{
    uint32_t next = walk->token + 1;
    uint8_t tag = next < walk->reading.end ? walk->script->tags->items[next]
                                           : (uint8_t)NR_POS_PUNCT;
    bool possessive = (fact->flags & NR_FLAG_POSSESSIVE) != 0;
    if (possessive && (fact->flags & NR_FLAG_OBJECTIVE) != 0) {
        possessive = tag == NR_POS_NOUN || tag == NR_POS_ADJ || tag == NR_POS_PROPN ||
                     tag == NR_POS_NUM;
    }
    if (possessive) {
        return NR_PART_OWNER;
    }
    if ((fact->flags & NR_FLAG_SUBJECT) != 0) {
        return NR_PART_SUBJECT;
    }
    bool oblique = walk->token > walk->reading.first &&
                   walk->script->tags->items[walk->token - 1] == NR_POS_ADP;
    return oblique ? NR_PART_OBLIQUE : NR_PART_OBJECT;
}

/* Whoever is meant comes to the front, as this pronoun has them. */
static void enter_meant(struct nr_walk *walk, const struct nr_figure *meant,
                        const struct nr_asked *asked)
{
    struct nr_figure figure = seen_at(walk, walk->token, walk->token + 1, walk->token);
    figure.entity = meant->entity;
    figure.noun = meant->noun;
    figure.kind = NR_MENTION_PRONOUN;
    figure.part = asked->part;
    figure.type = meant->type;
    figure.gender = meant->gender;
    figure.basis = meant->basis;
    figure.indefinite = meant->indefinite;
    figure.opens = meant->opens;
    figure.count =
        meant->entity != NR_NONE ? ++walk->told[meant->entity] : meant->count + 1;
    bool known = meant->basis == NR_BASIS_TITLE || meant->basis == NR_BASIS_PRONOUN;
    if (nr_told_apart(asked->gender) && !known) {
        figure.gender = asked->gender;
        figure.basis = NR_BASIS_PRONOUN;
    }
    enter(walk, figure);
}

void nr_walk_resolve(struct nr_walk *walk, struct nr_stand_in *pronoun,
                     const struct nr_fact *fact)
{
    struct nr_asked asked = {
        .token = walk->token,
        .gender = fact->gender,
        .part = part_of_pronoun(walk, fact),
        .reflexive = (fact->flags & NR_FLAG_REFLEXIVE) != 0,
        .quoted = nr_walk_mark(walk) != NR_NONE,
        .source = nr_walk_is_source(walk, walk->token),
        .fronted = is_fronted(walk),
        .ahead = NR_NONE,
    };
    look_around(walk, &asked);
    struct nr_ballot ballot;
    ballot.count = 0;
    stand_all(walk, &ballot, &asked);
    uint8_t sure = 0;
    const struct nr_candidate *meant = elect(walk, &ballot, &asked, &sure);
    const struct nr_candidate *going_on = nr_walk_who_goes_on(walk, &ballot, &asked);
    pronoun->rule = NR_STAND_IN_RANKED;
    if (going_on != NULL) {
        meant = going_on;
        sure = SURE_GOING_ON;
        pronoun->rule = NR_STAND_IN_GOES_ON;
    }
    if (meant == NULL) {
        return;
    }
    bool named = meant->figure->entity != NR_NONE;
    bool many = nr_ranked_kind(&asked) != 0;
    bool one = meant->figure->type == NR_TYPE_PERSON && many;
    uint8_t least = one ? LEAST_SURE_ONE : LEAST_SURE;
    if (!named || sure >= least || walk->ranker->choose != NULL) {
        pronoun->entity = meant->figure->entity;
        pronoun->noun = meant->figure->noun;
        pronoun->sure = sure;
    }
    enter_meant(walk, meant->figure, &asked);
}
