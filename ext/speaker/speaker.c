/* speaker/speaker.c: who a source is.
 *
 *     Xi Jinping | Xi | he | the Chinese president   ->  Xi Jinping
 *     a senior official at the ministry              ->  nobody named; head "official"
 *     the report                                     ->  DOCUMENT
 *
 * A name is its entity. "Who" is the noun before it. Pronouns and role
 * nouns are the entities that meant.c found for them; what is left stays as written,
 * cut to its core. A pronoun that cannot be resolved leaves the speaker empty.
 */
#include "speaker/speaker.h"

#include "quote/grammar.h"
#include "speaker/head.h"
#include "speaker/romance.h"
#include "speaker/unnamed.h"

enum {
    ANTECEDENT_DEPTH = 2,
    ANTECEDENT_BLOCKS = 2,
    UTTERANCES_BACK = 8,
    OTHERS_MOST = 16
};

struct casting {
    struct nr_arena *arena;
    const struct nr_quotes *quotes;
    struct nr_speakers *speakers;
    const struct nr_stand_ins *references;
    struct nr_cast cast;  /* for other languages than English */
    uint32_t last_spoken; /* the last utterance with a speaker and a source of its own, or
                             NR_NONE */
};

static const struct nr_text *text_of(const struct casting *c)
{
    return c->cast.reading.text;
}

static const struct nr_entities *entities_of(const struct casting *c)
{
    return c->cast.reading.entities;
}

static uint32_t mention_at(const struct casting *c, uint32_t t)
{
    const struct nr_entities *entities = entities_of(c);
    return entities->mention_of_token != NULL ? entities->mention_of_token[t] : NR_NONE;
}

static bool is_white(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

/* The passage on one line: wire copy breaks lines in the middle of a phrase. */
static struct nr_chars chars_of(const struct casting *c, struct nr_span span)
{
    const char *bytes = text_of(c)->bytes + span.begin;
    uint32_t length = nr_span_length(span);
    uint32_t breaks = 0;
    for (uint32_t i = 0; i < length; i++) {
        breaks += bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == '\t';
    }
    char *line = breaks > 0 ? nr_arena_take(c->arena, length) : NULL;
    if (line == NULL) {
        return (struct nr_chars){bytes, length};
    }
    uint32_t written = 0;
    for (uint32_t i = 0; i < length; i++) {
        if (!is_white(bytes[i])) {
            line[written++] = bytes[i];
        } else if (!is_white(bytes[i - 1])) { /* a phrase begins with a token */
            line[written++] = ' ';
        }
    }
    return (struct nr_chars){line, written};
}

static void cast_entity(const struct casting *c, struct nr_speaker *speaker, uint32_t e)
{
    const struct nr_entity *entity = &entities_of(c)->entities.items[e];
    speaker->entity = e;
    speaker->name = entity->name;
    speaker->type = entity->type;
    speaker->role = c->references->of[e].role;
    speaker->gender = c->references->of[e].gender;
    speaker->gender_basis = c->references->of[e].gender_basis;
}

/* ---- Nouns ---- */

static void cast_noun(const struct casting *c, struct nr_speaker *speaker,
                      struct nr_phrase phrase)
{
    struct nr_unnamed unnamed = nr_unnamed_of(&c->cast.reading, phrase);
    speaker->name = chars_of(c, nr_source_core(&c->cast.reading, phrase));
    speaker->head = chars_of(c, nr_token_span(text_of(c), unnamed.head));
    speaker->type = unnamed.type;
    if (speaker->type == NR_TYPE_PERSON) {
        bool told = unnamed.gender != NR_GENDER_NONE;
        speaker->gender = told ? unnamed.gender : (uint8_t)NR_GENDER_UNKNOWN;
        speaker->gender_basis = told ? NR_BASIS_TITLE : NR_BASIS_NONE;
    }
}

/* "the Chinese president", "the senator": somebody named before, if the article says who.
 */
static bool cast_role(const struct casting *c, struct nr_speaker *speaker,
                      struct nr_phrase phrase)
{
    const struct nr_text *text = text_of(c);
    const struct nr_stand_in *meant = nr_stand_in_at(c->references, phrase.head);
    if (meant != NULL && meant->entity != NR_NONE) {
        cast_entity(c, speaker, meant->entity);
        return true;
    }
    bool definite = nr_token_is(text, phrase.first, "the") ||
                    nr_token_in(text, phrase.first, NR_IN(demonym)) ||
                    phrase.first == phrase.head;
    if (!definite ||
        !nr_token_in(text, phrase.head, NR_IN(role_noun) | NR_IN(person_noun))) {
        return false;
    }
    uint32_t e =
        nr_entity_of_role(text, entities_of(c), phrase.first, phrase.end, phrase.first);
    if (e == NR_NONE) {
        return false;
    }
    cast_entity(c, speaker, e);
    return true;
}

/* "Some Norlanders said": its members speak, not the Norlander that the entity is named
 * for. */
static void cast_members(const struct casting *c, struct nr_speaker *speaker, uint32_t t)
{
    const struct nr_fact *fact =
        nr_token_fact_in(text_of(c), t, NR_IN(demonym) | NR_IN(norp));
    if (fact != NULL && (fact->flags & NR_FLAG_PLURAL) != 0) {
        speaker->name =
            chars_of(c, entities_of(c)->mentions.items[mention_at(c, t)].span);
    }
}

/* The mention that the phrase is about: at its head, if the head is a name. */
static uint32_t named(const struct casting *c, struct nr_phrase phrase)
{
    uint32_t m = mention_at(c, phrase.head);
    if (m == NR_NONE || entities_of(c)->mentions.items[m].entity == NR_NONE) {
        return NR_NONE;
    }
    return entities_of(c)->mentions.items[m].entity;
}

/* A name, somebody named before, or nobody named. */
static void cast_plain(const struct casting *c, struct nr_speaker *speaker,
                       struct nr_phrase phrase)
{
    uint32_t e = named(c, phrase);
    if (e != NR_NONE) {
        cast_entity(c, speaker, e);
        cast_members(c, speaker, phrase.head);
    } else if (!cast_role(c, speaker, phrase)) {
        cast_noun(c, speaker, phrase);
    }
}

/* ---- Pronouns ---- */

/* From the source of an utterance to a token behind it. */
static uint32_t blocks_between(const struct casting *c, uint32_t u, uint32_t t)
{
    uint32_t before =
        nr_block_of(text_of(c), c->quotes->utterances.items[u].source_first);
    uint32_t now = nr_block_of(text_of(c), t);
    return now > before ? now - before : 0;
}

static bool can_be_it(const struct nr_speaker *speaker)
{
    return speaker->type == NR_TYPE_ORG || speaker->type == NR_TYPE_GPE ||
           speaker->type == NR_TYPE_DOCUMENT;
}

/* The body, place or report that [first, to) begins with. */
static bool cast_subject(const struct casting *c, struct nr_speaker *speaker,
                         uint32_t first, uint32_t to)
{
    struct nr_phrase subject = nr_subject_of_clause(&c->cast.reading, first, to);
    struct nr_speaker found = {.entity = NR_NONE, .addressee_entity = NR_NONE};
    if (nr_phrase_none(subject) || subject.end > to ||
        nr_token_in(text_of(c), subject.head, NR_IN(pronoun))) {
        return false;
    }
    cast_plain(c, &found, subject);
    if (can_be_it(&found)) {
        *speaker = found;
    }
    return can_be_it(&found);
}

/* "it said": what its own sentence begins with, what spoke last, if that was not long
 * ago, or what the sentence before begins with. */
static void cast_body(const struct casting *c, struct nr_speaker *speaker, uint32_t t)
{
    const struct nr_text *text = text_of(c);
    uint32_t s = text->tokens.items[t].sentence;
    const struct nr_sentence *sentences = text->sentences.items;
    uint32_t u = c->last_spoken;
    bool after = t > 0 && nr_token_is(text, t - 1, ","); /* "Sales fell, it said" */
    if (!after && cast_subject(c, speaker, sentences[s].first_token, t)) {
        return;
    }
    if (u != NR_NONE && blocks_between(c, u, t) <= ANTECEDENT_BLOCKS &&
        can_be_it(&c->speakers->items[u])) {
        *speaker = c->speakers->items[u];
    } else if (s > 0) {
        cast_subject(c, speaker, sentences[s - 1].first_token,
                     sentences[s - 1].end_token);
    }
}

/* "A spokesman denied it. ... he said": nobody named, and called as when last heard. */
static void cast_unnamed(const struct casting *c, struct nr_speaker *speaker,
                         const struct nr_stand_in *noun)
{
    uint32_t u = c->speakers->count;
    for (uint32_t back = 0; back < UTTERANCES_BACK && u > 0; back++) {
        const struct nr_utterance *before = &c->quotes->utterances.items[--u];
        if (!nr_span_empty(before->source) && before->source_head == noun->head) {
            *speaker = c->speakers->items[u];
            return;
        }
    }
    cast_noun(c, speaker, nr_phrase_of(noun->first, noun->end, noun->head));
}

static void cast_pronoun(const struct casting *c, struct nr_speaker *speaker, uint32_t t,
                         const struct nr_fact *fact)
{
    const struct nr_stand_in *meant = nr_stand_in_at(c->references, t);
    if (nr_token_is(text_of(c), t, "it")) {
        cast_body(c, speaker, t);
        return;
    }
    if (meant == NULL) {
        return;
    }
    if (meant->entity != NR_NONE) {
        cast_entity(c, speaker, meant->entity);
    } else if (meant->noun != NR_NONE) {
        cast_unnamed(c, speaker, &c->references->all.items[meant->noun]);
    }
    if (fact->gender == NR_GENDER_FEMALE || fact->gender == NR_GENDER_MALE) {
        speaker->type = NR_TYPE_PERSON;
        speaker->gender = fact->gender;
        speaker->gender_basis = NR_BASIS_PRONOUN;
    }
}

/* ---- Phrases ---- */

static bool is_relative(const struct nr_text *text, uint32_t t)
{
    return nr_token_is(text, t, "who") || nr_token_is(text, t, "which") ||
           nr_token_is(text, t, "that");
}

static void cast_phrase(const struct casting *c, struct nr_speaker *speaker,
                        struct nr_phrase phrase)
{
    const struct nr_text *text = text_of(c);
    uint32_t e = named(c, phrase);
    for (int depth = 0; e == NR_NONE && is_relative(text, phrase.head); depth++) {
        phrase = nr_source_related(&c->cast.reading, phrase.head);
        if (nr_phrase_none(phrase) || depth == ANTECEDENT_DEPTH) {
            return;
        }
        e = named(c, phrase);
    }
    const struct nr_fact *pronoun = nr_token_fact(text, phrase.head, NR_LIST_pronoun);
    uint32_t meant = e == NR_NONE ? nr_romance_resolve(&c->cast, phrase) : NR_NONE;
    if (meant != NR_NONE) {
        cast_entity(c, speaker, meant);
    } else if (e == NR_NONE && pronoun != NULL && phrase.end == phrase.first + 1 &&
               nr_unnamed_of(&c->cast.reading, phrase).type == 0) { /* not "some" */
        cast_pronoun(c, speaker, phrase.head, pronoun);
    } else {
        cast_plain(c, speaker, phrase);
    }
}

/* "Macron and Scholz said": the other names joined by "and" to the head's. */
static void cast_others(struct casting *c, struct nr_speaker *speaker,
                        struct nr_phrase phrase)
{
    const struct nr_text *text = text_of(c);
    uint32_t found[OTHERS_MOST];
    uint32_t count = 0;
    for (uint32_t t = phrase.head; t + 1 < phrase.end && count < OTHERS_MOST; t++) {
        if (!nr_token_is(text, t, "and")) {
            continue;
        }
        uint32_t next = t + 1;
        while (next < phrase.end && mention_at(c, next) == NR_NONE) {
            next++; /* its title */
        }
        uint32_t m = next < phrase.end ? mention_at(c, next) : NR_NONE;
        uint32_t e = m != NR_NONE ? entities_of(c)->mentions.items[m].entity : NR_NONE;
        if (e != NR_NONE && e != speaker->entity && speaker->entity != NR_NONE &&
            entities_of(c)->entities.items[e].type == speaker->type) {
            found[count++] = e;
        }
    }
    if (count == 0) {
        return;
    }
    speaker->others = nr_arena_take_array(c->arena, count, sizeof *speaker->others);
    for (uint32_t i = 0; speaker->others != NULL && i < count; i++) {
        speaker->others[i] = found[i];
    }
    speaker->other_count = speaker->others != NULL ? count : 0;
}

/* Is the name at a phrase's head what the phrase is of? Of "reporters in Paris" Paris is
 * not, nor is China of "the president of China". */
static bool closes_phrase(const struct casting *c, struct nr_phrase phrase)
{
    const struct nr_text *text = text_of(c);
    const struct nr_mention *mention =
        &entities_of(c)->mentions.items[mention_at(c, phrase.head)];
    uint32_t t = mention->first_token;
    while (t > phrase.first && nr_token_in(text, t - 1, NR_IN(determiner))) {
        t--;
    }
    bool below = t > phrase.first && nr_token_in(text, t - 1, NR_IN(preposition));
    return !below && mention->end_token == phrase.end;
}

static void cast_addressee(const struct casting *c, struct nr_speaker *speaker,
                           struct nr_span span)
{
    const struct nr_text *text = text_of(c);
    uint32_t first = nr_token_from(text, span.begin);
    uint32_t end = nr_token_from(text, span.end);
    struct nr_phrase phrase = {first, end, end - 1};
    while (phrase.head > first && mention_at(c, phrase.head) == NR_NONE) {
        phrase.head--; /* "visiting US Secretary of State Antony Blinken" */
    }
    uint32_t e = named(c, phrase);
    const struct nr_fact *pronoun = nr_token_fact(text, first, NR_LIST_pronoun);
    if (e != NR_NONE && closes_phrase(c, phrase)) {
        speaker->addressee_entity = e;
        speaker->addressee = entities_of(c)->entities.items[e].name;
    } else if (pronoun != NULL && end == first + 1) {
        struct nr_speaker addressee = {.entity = NR_NONE};
        cast_pronoun(c, &addressee, first, pronoun);
        speaker->addressee_entity = addressee.entity;
        speaker->addressee = addressee.name;
    } else {
        speaker->addressee = chars_of(c, span);
    }
}

static void resolve(struct casting *c, uint32_t u)
{
    const struct nr_utterance *utterance = &c->quotes->utterances.items[u];
    struct nr_speaker *speaker = &c->speakers->items[u];
    speaker->entity = NR_NONE;
    speaker->addressee_entity = NR_NONE;
    if (utterance->source_from != NR_NONE) {
        *speaker = c->speakers->items[utterance->source_from];
        speaker->addressee = (struct nr_chars){NULL, 0};
        speaker->addressee_entity = NR_NONE;
    }
    if (!nr_span_empty(utterance->addressee)) {
        cast_addressee(c, speaker, utterance->addressee);
    }
    if (utterance->source_from != NR_NONE) {
        return;
    }
    if (nr_span_empty(utterance->source)) {
        return;
    }
    struct nr_phrase phrase = nr_phrase_of(utterance->source_first, utterance->source_end,
                                           utterance->source_head);
    cast_phrase(c, speaker, phrase);
    cast_others(c, speaker, phrase);
}

static void note_speaker(struct casting *c, uint32_t u)
{
    const struct nr_speaker *speaker = &c->speakers->items[u];
    const struct nr_utterance *utterance = &c->quotes->utterances.items[u];
    if (speaker->name.length > 0 && utterance->source_first < utterance->source_end) {
        c->last_spoken = u;
    }
    if (speaker->entity == NR_NONE) {
        return;
    }
    c->speakers->quotes_of_entity[speaker->entity]++;
    c->cast.last_speaker = speaker->entity;
}

/* Which mentions stand between outermost marks; both lists are in reading order. */
static const bool *mark_quoted(struct casting *c)
{
    const struct nr_entities *entities = entities_of(c);
    bool *quoted =
        nr_arena_take_array(c->arena, entities->mentions.count, sizeof *quoted);
    uint32_t k = 0;
    for (uint32_t m = 0;
         quoted != NULL && m < entities->mentions.count && nr_arena_tick(c->arena, 2);
         m++) {
        struct nr_span span = entities->mentions.items[m].span;
        while (k < c->quotes->marks.count &&
               (c->quotes->marks.items[k].outer.end <= span.begin ||
                c->quotes->marks.items[k].parent != NR_NONE)) {
            k++;
        }
        quoted[m] = k < c->quotes->marks.count &&
                    c->quotes->marks.items[k].verdict == NR_VERDICT_QUOTE &&
                    nr_span_has(c->quotes->marks.items[k].outer, span);
    }
    return quoted;
}

enum nr_status nr_speakers_resolve(struct nr_arena *arena, const struct nr_script *script,
                                   const struct nr_stand_ins *references,
                                   struct nr_speakers *speakers)
{
    const struct nr_text *text = script->text;
    const struct nr_entities *entities = script->entities;
    const struct nr_quotes *quotes = script->quotes;
    speakers->items =
        nr_arena_take_array(arena, quotes->utterances.count, sizeof *speakers->items);
    speakers->quotes_of_entity = nr_arena_take_array(arena, entities->entities.count,
                                                     sizeof *speakers->quotes_of_entity);
    struct casting c = {
        .arena = arena, .quotes = quotes, .speakers = speakers, .references = references};
    c.cast.reading = (struct nr_reading){text, entities, 0, text->tokens.count};
    c.last_spoken = NR_NONE;
    c.cast.last_speaker = NR_NONE;
    c.cast.quoted = mark_quoted(&c);
    if (arena->status != NR_OK) {
        return arena->status;
    }
    for (uint32_t u = 0; u < quotes->utterances.count && nr_arena_tick(arena, 64); u++) {
        resolve(&c, u);
        note_speaker(&c, u);
        speakers->count = u + 1;
    }
    return arena->status;
}
