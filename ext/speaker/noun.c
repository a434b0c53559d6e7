/* speaker/noun.c: which nouns stand for somebody?
 *
 *     Ana Reis, the mayor of Lund, ...      apposition: found with the name (entity/)
 *     Ana Reis is the mayor of Lund         predicate
 *     ... the mayor said                    role: of those named before (entity/role.c)
 *     ... the ministry said                 body: likewise
 *     a driver                              nobody named; on stage all the same
 *
 * The noun is the last of its phrase; the phrase goes back over adjectives and nouns to
 * its determiner. A title before a name belongs to that name and is none.
 *
 * Knowingly wrong: nothing but "the" tells a noun that means somebody named from one that
 * brings in somebody else. */
#include "quote/word_class.h"
#include "speaker/walk.h"

enum { PHRASE_REACH = 8, OF_REACH = 8, BODY_SENTENCES = 6 };

static uint8_t tag_of(const struct nr_walk *walk, uint32_t t)
{
    return walk->script->tags->items[t];
}

/* Is the noun at the token the last of its phrase? */
static bool is_head(const struct nr_walk *walk, uint32_t t)
{
    const struct nr_text *text = walk->script->text;
    uint8_t tag = tag_of(walk, t);
    if (tag != NR_POS_NOUN && tag != NR_POS_PROPN) {
        return false;
    }
    if (t + 1 >= walk->reading.end) {
        return true;
    }
    uint8_t next = tag_of(walk, t + 1);
    return next != NR_POS_NOUN && next != NR_POS_PROPN &&
           nr_mention_of(&walk->reading, t + 1) == NULL && !nr_token_is(text, t + 1, "-");
}

static bool qualifies(const struct nr_walk *walk, uint32_t t)
{
    uint8_t tag = tag_of(walk, t);
    return tag == NR_POS_NOUN || tag == NR_POS_PROPN || tag == NR_POS_ADJ ||
           tag == NR_POS_NUM || nr_mention_of(&walk->reading, t) != NULL ||
           nr_is_joiner(&walk->reading, t) || nr_is_possessive_mark(&walk->reading, t);
}

static uint32_t first_of(const struct nr_walk *walk, uint32_t head)
{
    uint32_t least = head > walk->reading.first + PHRASE_REACH ? head - PHRASE_REACH
                                                               : walk->reading.first;
    uint32_t t = head;
    while (t > least && qualifies(walk, t - 1)) {
        t--;
    }
    bool determined =
        t > least && (nr_token_in(walk->script->text, t - 1, NR_IN(determiner)) ||
                      nr_is_possessive_pronoun(&walk->reading, t - 1));
    return determined ? t - 1 : t;
}

/* "of Lund", "for the port": where it ends; else where the noun ends. */
static uint32_t end_of(const struct nr_walk *walk, uint32_t head)
{
    const struct nr_text *text = walk->script->text;
    uint32_t t = head + 1;
    if (t >= walk->reading.end || !nr_token_is(text, t, "of")) {
        return head + 1;
    }
    uint32_t most = t + OF_REACH < walk->reading.end ? t + OF_REACH : walk->reading.end;
    for (t++; t < most; t++) {
        if (!qualifies(walk, t) && tag_of(walk, t) != NR_POS_DET) {
            break;
        }
    }
    return t > head + 2 ? t : head + 1;
}

static const struct nr_mention *name_at(const struct nr_walk *walk, uint32_t m)
{
    const struct nr_entities *entities = walk->script->entities;
    return m < entities->mentions.count ? &entities->mentions.items[m] : NULL;
}

/* Part of "Norland's foreign minister Ines Prat": that is the name's own. */
static bool is_title(const struct nr_walk *walk, uint32_t t)
{
    const struct nr_mention *next = name_at(walk, walk->next_name);
    struct nr_span span = nr_token_span(walk->script->text, t);
    return next != NULL && nr_span_has(next->title, span);
}

/* ---- Whom it means ---- */

static bool by_apposition(const struct nr_walk *walk, struct nr_stand_in *noun)
{
    const struct nr_mention *last = name_at(walk, walk->last_name);
    struct nr_span span = nr_token_span(walk->script->text, noun->head);
    if (last == NULL || last->type != NR_TYPE_PERSON || noun->type != NR_TYPE_PERSON ||
        !nr_span_has(last->role, span)) {
        return false;
    }
    noun->entity = last->entity;
    noun->rule = NR_STAND_IN_APPOSITION;
    return true;
}

static bool is_punct(const struct nr_walk *walk, uint32_t t)
{
    return walk->script->text->tokens.items[t].shape == NR_SHAPE_PUNCT;
}

/* "Ana Reis, a driver," where the name has no role from entity/ */
static bool by_commas(const struct nr_walk *walk, struct nr_stand_in *noun)
{
    const struct nr_text *text = walk->script->text;
    uint32_t first = noun->first;
    if (noun->type != NR_TYPE_PERSON || first < walk->reading.first + 2 ||
        !nr_token_is(text, first - 1, ",") ||
        !nr_token_in(text, first, NR_IN(determiner)) ||
        (noun->end < walk->reading.end && !is_punct(walk, noun->end) &&
         !nr_token_in(text, noun->end, NR_IN(preposition) | NR_IN(relative)))) {
        return false;
    }
    uint32_t last = first - 2; /* of the name; past ", 39" */
    if (last >= walk->reading.first + 2 && nr_token_is(text, last - 1, ",") &&
        text->tokens.items[last].shape == NR_SHAPE_NUMBER) {
        last -= 2;
    }
    const struct nr_mention *named = nr_mention_of(&walk->reading, last);
    if (named == NULL || named->type != NR_TYPE_PERSON || named->entity == NR_NONE) {
        return false;
    }
    noun->entity = named->entity;
    noun->rule = NR_STAND_IN_APPOSITION;
    return true;
}

/* "Diaz's grandson, Ben," */
static bool before_name(const struct nr_walk *walk, struct nr_stand_in *noun)
{
    const struct nr_mention *next = name_at(walk, walk->next_name);
    bool named = noun->type == NR_TYPE_PERSON && next != NULL &&
                 next->type == NR_TYPE_PERSON && next->first_token == noun->end + 1 &&
                 next->end_token <= walk->reading.end &&
                 nr_token_is(walk->script->text, noun->end, ",");
    if (!named || noun->first == noun->head ||
        (next->end_token < walk->reading.end && !is_punct(walk, next->end_token))) {
        return false;
    }
    noun->entity = next->entity;
    noun->rule = NR_STAND_IN_APPOSITION;
    return noun->entity != NR_NONE;
}

static bool is_being(const struct nr_text *text, uint32_t t)
{
    return nr_token_is(text, t, "is") || nr_token_is(text, t, "was") ||
           nr_token_is(text, t, "became") || nr_token_is(text, t, "becomes");
}

/* "Ana Reis is the mayor", "she was the mayor" */
static bool by_predicate(const struct nr_walk *walk, struct nr_stand_in *noun)
{
    const struct nr_text *text = walk->script->text;
    bool owner =
        noun->end < walk->reading.end && nr_is_possessive_mark(&walk->reading, noun->end);
    if (noun->first < walk->reading.first + 2 || !is_being(text, noun->first - 1) ||
        noun->type != NR_TYPE_PERSON || owner) {
        return false;
    }
    uint32_t subject = noun->first - 2;
    const struct nr_mention *named = nr_mention_of(&walk->reading, subject);
    const struct nr_stand_in *meant = nr_stand_in_at(walk->out, subject);
    uint32_t entity = named != NULL   ? named->entity
                      : meant != NULL ? meant->entity
                                      : NR_NONE;
    if (entity == NR_NONE ||
        walk->script->entities->entities.items[entity].type != NR_TYPE_PERSON) {
        return false;
    }
    noun->entity = entity;
    noun->rule = NR_STAND_IN_PREDICATE;
    return true;
}

/* "the president of that country", "the new mayor" is another one. */
static bool points(const struct nr_walk *walk, const struct nr_stand_in *noun)
{
    static const char *const others[] = {"new",      "next",     "other", "future",
                                         "incoming", "previous", "old",   "second"};
    const struct nr_text *text = walk->script->text;
    for (uint32_t t = noun->first + 1; t < noun->head; t++) {
        for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
            if (nr_token_is(text, t, others[i])) {
                return true;
            }
        }
    }
    /* "from this state" as well */
    bool hangs = noun->end + 1 < walk->reading.end &&
                 nr_token_in(text, noun->end, NR_IN(preposition));
    uint32_t end = hangs ? noun->end + 2 : noun->end;
    for (uint32_t t = noun->head + 1; t < end; t++) {
        if (nr_token_is(text, t, "that") || nr_token_is(text, t, "this") ||
            nr_is_possessive_pronoun(&walk->reading, t)) {
            return true;
        }
    }
    return false;
}

/* Is it the body that was mentioned last, not long ago? */
static bool is_last_body(const struct nr_walk *walk, uint32_t entity)
{
    const struct nr_token *tokens = walk->script->text->tokens.items;
    for (uint32_t i = 0; i < walk->figure_count; i++) {
        const struct nr_figure *figure = &walk->figures[i];
        if (figure->type == NR_TYPE_ORG) {
            return figure->entity == entity &&
                   tokens[figure->token].sentence + BODY_SENTENCES >=
                       tokens[walk->token].sentence;
        }
    }
    return false;
}

static bool by_role(const struct nr_walk *walk, struct nr_stand_in *noun)
{
    const struct nr_text *text = walk->script->text;
    bool body = noun->type == NR_TYPE_ORG;
    bool definite = nr_token_is(text, noun->first, "the") ||
                    nr_token_in(text, noun->first, NR_IN(demonym));
    if (!definite || noun->type == NR_TYPE_GROUP || points(walk, noun) ||
        (body && noun->end > noun->head + 1)) {
        return false;
    }
    noun->entity = nr_entity_of_role(text, walk->script->entities, noun->first, noun->end,
                                     noun->first);
    if (noun->entity == NR_NONE && noun->end == noun->first + 2) { /* "the mayor" */
        noun->entity = walk->bearers[text->tokens.items[noun->head].word];
    }
    noun->rule = body ? NR_STAND_IN_BODY : NR_STAND_IN_ROLE;
    return noun->entity != NR_NONE && (!body || is_last_body(walk, noun->entity));
}

static uint8_t type_of(const struct nr_fact *fact)
{
    bool person = fact->list == NR_LIST_role_noun || fact->list == NR_LIST_person_noun;
    if (!person) {
        return fact->list == NR_LIST_body_noun ? NR_TYPE_ORG : NR_TYPE_GROUP;
    }
    return (fact->flags & NR_FLAG_PLURAL) != 0 ? NR_TYPE_GROUP : NR_TYPE_PERSON;
}

/* "is the mayor of Lund": a role for who has none from a title, and "the mayor" later. */
static void note_role(struct nr_walk *walk, const struct nr_stand_in *noun,
                      const struct nr_fact *fact)
{
    bool given =
        noun->rule == NR_STAND_IN_APPOSITION || noun->rule == NR_STAND_IN_PREDICATE;
    if (!given || fact->list != NR_LIST_role_noun) {
        return;
    }
    const struct nr_text *text = walk->script->text;
    walk->bearers[text->tokens.items[noun->head].word] = noun->entity;
    uint32_t first = noun->first;
    for (uint32_t t = first; t < noun->head; t++) { /* a, the, her, Norland's */
        bool owned = nr_is_possessive_mark(&walk->reading, t) ||
                     nr_is_possessive_pronoun(&walk->reading, t);
        first = owned || nr_token_in(text, t, NR_IN(determiner)) ? t + 1 : first;
    }
    walk->out->of[noun->entity].role = nr_span_of(text->tokens.items[first].begin,
                                                  text->tokens.items[noun->end - 1].end);
}

/* How often each is right in GUM, in hundredths (tests/eval/who.py says what is right).
 */
static const uint8_t sure_of[NR_STAND_IN_RULE_COUNT] = {
    [NR_STAND_IN_APPOSITION] = 86,
    [NR_STAND_IN_PREDICATE] = 73,
    [NR_STAND_IN_ROLE] = 83,
    [NR_STAND_IN_BODY] = 60,
};

uint32_t nr_walk_noun(struct nr_walk *walk)
{
    uint32_t t = walk->token;
    const struct nr_text *text = walk->script->text;
    const struct nr_fact *fact = nr_token_fact_in(text, t, NR_WALK_NOUNS);
    if (fact == NULL || !is_head(walk, t) || is_title(walk, t)) {
        return NR_NONE;
    }
    struct nr_stand_in *noun = nr_list_push(walk->kept, &walk->out->all, sizeof *noun);
    if (noun == NULL) {
        return NR_NONE;
    }
    *noun = (struct nr_stand_in){.first = first_of(walk, t),
                                 .end = end_of(walk, t),
                                 .head = t,
                                 .entity = NR_NONE,
                                 .noun = NR_NONE,
                                 .kind = NR_MENTION_NOMINAL,
                                 .type = type_of(fact),
                                 .gender = fact->gender};
    if (!by_apposition(walk, noun) && !by_commas(walk, noun) &&
        !before_name(walk, noun) && !by_predicate(walk, noun) && !by_role(walk, noun)) {
        noun->entity = NR_NONE;
        noun->rule = NR_STAND_IN_NOBODY;
    }
    noun->sure = sure_of[noun->rule];
    note_role(walk, noun, fact);
    return walk->out->all.count - 1;
}
