/* speaker/presence.c: all mentions, and what they come to.
 *
 *     "I trust you," Maria Diaz told Tom Moe.     I: Maria Diaz, you: Tom Moe
 *
 * Names and references are merged by where they begin. "I" is whoever speaks the quoted
 * words around it, "you" whom they are said to, if the article says; "we" is nobody.
 *
 * Salience is a sum of hundredths: 30 for being in the headline (or in the title, where
 * that is stored apart), up to 20 for being named
 * early, up to 30 for being mentioned often, up to 20 for speaking; often is against the
 * entity mentioned most, speaking against all utterances. */
#include "speaker/presence.h"

#include <string.h>

enum {
    HEADLINE = 30,
    EARLY = 20,
    OFTEN = 30,
    SPEAKING = 20,
    TITLE_BYTES = 400,
    TICK = 100
};

struct listing {
    struct nr_arena *arena;
    const struct nr_script *script;
    const struct nr_stand_ins *references;
    const struct nr_speakers *speakers;
    struct nr_presence *out;
    uint32_t mark;   /* the first outermost mark that ends behind the last pronoun */
    uint32_t nested; /* and the first one inside another */
};

/* ---- I and you ---- */

/* Moves *mark on to the first that ends behind a byte; nested ones or outermost. Is the
 * byte inside it? */
static bool inside_mark(const struct nr_quotes *quotes, uint32_t *mark, bool nested,
                        uint32_t byte)
{
    while (*mark < quotes->marks.count &&
           (quotes->marks.items[*mark].outer.end <= byte ||
            (quotes->marks.items[*mark].parent != NR_NONE) != nested)) {
        (*mark)++;
    }
    return *mark < quotes->marks.count && quotes->marks.items[*mark].outer.begin <= byte;
}

/* Whose words the token stands in; not in those of somebody else that they quote. */
static uint32_t utterance_at(struct listing *l, uint32_t token)
{
    const struct nr_quotes *quotes = l->script->quotes;
    uint32_t begin = l->script->text->tokens.items[token].begin;
    if (inside_mark(quotes, &l->nested, true, begin) ||
        !inside_mark(quotes, &l->mark, false, begin)) {
        return NR_NONE;
    }
    return quotes->marks.items[l->mark].utterance;
}

/* Whom I or you means, if anybody; what decided in *rule. */
static uint32_t spoken_of(struct listing *l, const struct nr_stand_in *reference,
                          uint8_t *rule)
{
    const struct nr_fact *fact =
        nr_token_fact(l->script->text, reference->head, NR_LIST_pronoun);
    uint32_t u = fact != NULL ? utterance_at(l, reference->head) : NR_NONE;
    if (u == NR_NONE) {
        return NR_NONE;
    }
    const struct nr_speaker *speaker = &l->speakers->items[u];
    if ((fact->flags & NR_FLAG_SECOND) != 0) {
        *rule = NR_STAND_IN_ADDRESSEE;
        return speaker->addressee_entity;
    }
    *rule = NR_STAND_IN_SPEAKER;
    return speaker->type == NR_TYPE_PERSON ? speaker->entity : NR_NONE;
}

/* ---- The list ---- */

static void list_up(struct listing *l, struct nr_appearance appearance)
{
    struct nr_presence *out = l->out;
    if (nr_list_push(l->arena, &out->all, sizeof appearance) == NULL) {
        return;
    }
    /* sinks to its place: phrases are short, so it is never far */
    uint32_t at = out->all.count - 1;
    for (; at > 0; at--) {
        const struct nr_appearance *before = &out->all.items[at - 1];
        if (before->span.begin < appearance.span.begin ||
            (before->span.begin == appearance.span.begin &&
             before->span.end >= appearance.span.end)) {
            break;
        }
        out->all.items[at] = *before;
    }
    out->all.items[at] = appearance;
    if (appearance.entity != NR_NONE) {
        out->mentions[appearance.entity]++;
    }
}

static void list_name(struct listing *l, uint32_t m)
{
    const struct nr_mention *mention = &l->script->entities->mentions.items[m];
    list_up(l, (struct nr_appearance){.span = mention->span,
                                      .token = mention->first_token,
                                      .entity = mention->entity,
                                      .type = mention->type,
                                      .kind = mention->kind});
}

static void list_reference(struct listing *l, uint32_t i)
{
    const struct nr_stand_in *reference = &l->references->all.items[i];
    const struct nr_token *tokens = l->script->text->tokens.items;
    struct nr_appearance seen = {
        .span =
            nr_span_of(tokens[reference->first].begin, tokens[reference->end - 1].end),
        .token = reference->first,
        .entity = reference->entity,
        .type = reference->type,
        .kind = reference->kind,
        .rule = reference->rule,
        .sure = reference->sure,
    };
    bool spoken = seen.kind == NR_MENTION_PRONOUN && seen.rule == NR_STAND_IN_NOBODY;
    if (spoken) {
        seen.entity = spoken_of(l, reference, &seen.rule);
    }
    if (seen.entity != NR_NONE) {
        seen.type = l->script->entities->entities.items[seen.entity].type;
    }
    bool he = seen.kind == NR_MENTION_PRONOUN && !spoken;
    if (seen.entity != NR_NONE || he) {
        list_up(l, seen);
    }
}

static void list_all(struct listing *l)
{
    const struct nr_entities *entities = l->script->entities;
    uint32_t i = 0;
    for (uint32_t m = 0; m <= entities->mentions.count && nr_arena_tick(l->arena, 4);
         m++) {
        uint32_t before = m < entities->mentions.count
                              ? entities->mentions.items[m].first_token
                              : NR_NONE;
        for (; i < l->references->all.count && l->references->all.items[i].head < before;
             i++) {
            list_reference(l, i);
        }
        if (m < entities->mentions.count) {
            list_name(l, m);
        }
    }
}

/* ---- Salience ---- */

static uint8_t kind_of_block(const struct listing *l, uint32_t token)
{
    const struct nr_text *text = l->script->text;
    uint32_t sentence = text->tokens.items[token].sentence;
    return text->blocks.items[text->sentences.items[sentence].block].kind;
}

static bool is_of_word(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || (unsigned char)byte >= 0x80;
}

/* Is a word of the title this one? */
static bool in_title(struct nr_chars title, struct nr_chars word)
{
    uint32_t end = title.length < TITLE_BYTES ? title.length : TITLE_BYTES;
    for (uint32_t i = 0; word.length > 0 && i + word.length <= end; i++) {
        bool begins = i == 0 || !is_of_word(title.bytes[i - 1]);
        bool ends = i + word.length == end || !is_of_word(title.bytes[i + word.length]);
        if (begins && ends && memcmp(title.bytes + i, word.bytes, word.length) == 0) {
            return true;
        }
    }
    return false;
}

/* A person is called by the last word of the name, all else by the whole. */
static bool is_headline(const struct listing *l, const struct nr_entity *entity,
                        uint32_t token)
{
    struct nr_chars name = entity->name;
    uint32_t begin = name.length;
    while (entity->type == NR_TYPE_PERSON && begin > 0 && name.bytes[begin - 1] != ' ') {
        begin--;
    }
    begin = entity->type == NR_TYPE_PERSON ? begin : 0;
    struct nr_chars called = {name.bytes + begin, name.length - begin};
    return kind_of_block(l, token) == NR_BLOCK_HEADLINE ||
           in_title(l->script->title, called);
}

static void weigh_all(struct listing *l)
{
    const struct nr_entities *entities = l->script->entities;
    const struct nr_text *text = l->script->text;
    uint64_t most = 1;
    for (uint32_t e = 0; e < entities->entities.count && nr_arena_tick(l->arena, 1);
         e++) {
        most = l->out->mentions[e] > most ? l->out->mentions[e] : most;
    }
    for (uint32_t e = 0; e < entities->entities.count && nr_arena_tick(l->arena, TICK);
         e++) {
        uint32_t first = entities->entities.items[e].first_mention;
        if (first == NR_NONE) {
            continue;
        }
        uint32_t token = entities->mentions.items[first].first_token;
        uint64_t sentences = text->sentences.count;
        uint64_t early = sentences - text->tokens.items[token].sentence;
        uint64_t said = l->speakers->count > 0 ? l->speakers->count : 1;
        uint64_t sum = EARLY * early / sentences + OFTEN * l->out->mentions[e] / most +
                       SPEAKING * (uint64_t)l->speakers->quotes_of_entity[e] / said;
        sum += is_headline(l, &entities->entities.items[e], token) ? HEADLINE : 0;
        l->out->salience[e] = (uint8_t)sum;
    }
}

enum nr_status nr_presence_find(struct nr_arena *arena, const struct nr_script *script,
                                const struct nr_stand_ins *references,
                                const struct nr_speakers *speakers,
                                struct nr_presence *presence)
{
    struct listing l = {arena, script, references, speakers, presence, 0, 0};
    uint32_t entities = script->entities->entities.count;
    presence->mentions = nr_arena_take_array(arena, entities, sizeof(uint32_t));
    presence->salience = nr_arena_take_array(arena, entities, sizeof(uint8_t));
    if (arena->status == NR_OK &&
        nr_list_reserve(arena, &presence->all, sizeof(struct nr_appearance),
                        script->entities->mentions.count)) {
        list_all(&l);
        weigh_all(&l);
        nr_list_trim(arena, &presence->all, sizeof(struct nr_appearance));
    }
    return arena->status;
}
