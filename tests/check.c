/* check.c: see check.h.
 *
 * One function a room, each a run over its arrays. A check is a line: promise(c,
 * condition, index, "what should hold"); the first broken one is kept.
 *
 * What a character is: a byte >= 0x80 with all continuation bytes after it, or any other
 * single byte. A span must not begin or end inside one, or substr() could not return it.
 */
#include "check.h"

#include "quote/sure.h"

#include <stdlib.h>
#include <string.h>

struct checker {
    const struct nr_article *article;
    bool *boundary; /* [length + 1] may a span begin or end here */
    struct check_finding finding;
};

static void promise(struct checker *c, bool kept, uint32_t index, const char *what)
{
    if (!kept && c->finding.promise == NULL) {
        c->finding = (struct check_finding){what, index};
    }
}

static bool *boundaries_of(const char *bytes, uint32_t length)
{
    bool *boundary = malloc((size_t)length + 1);
    bool inside = false; /* a character that continuation bytes may go on with */
    for (uint32_t i = 0; boundary != NULL && i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        bool continues = byte >= 0x80 && byte < 0xC0;
        boundary[i] = !continues || !inside;
        inside = byte >= 0x80;
    }
    if (boundary != NULL) {
        boundary[length] = true;
    }
    return boundary;
}

/* In the text, in order, on characters. Empty spans stand for "none given". */
static bool span_stands(const struct checker *c, struct nr_span span)
{
    return span.begin <= span.end && span.end <= c->article->length &&
           c->boundary[span.begin] && c->boundary[span.end];
}

static bool span_full(const struct checker *c, struct nr_span span)
{
    return span.begin < span.end && span_stands(c, span);
}

static bool in_or_none(uint32_t index, uint32_t count)
{
    return index == NR_NONE || index < count;
}

static bool white(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* ---- text and tags ---- */

static void check_tags(struct checker *c)
{
    const struct nr_tags *tags = &c->article->tags;
    promise(c, tags->count == c->article->text.tokens.count, 0, "a tag for each token");
    for (uint32_t t = 0; t < tags->count; t++) {
        promise(c, tags->items[t] < NR_POS_COUNT, t, "a tag has a name");
    }
}

static void check_blocks(struct checker *c)
{
    const struct nr_text *text = &c->article->text;
    bool with_sentences = nr_article_has(c->article, NR_STAGE_SENTENCES);
    uint32_t end = 0;
    uint32_t sentence = 0;
    for (uint32_t i = 0; i < text->blocks.count; i++) {
        const struct nr_block *block = &text->blocks.items[i];
        promise(c, span_full(c, block->span), i,
                "a block's span is a stretch of the text");
        if (c->finding.promise != NULL) {
            return;
        }
        promise(c, block->span.begin >= end, i, "blocks are in reading order");
        promise(c, !white(text->bytes[block->span.begin]), i,
                "no block begins with space");
        promise(c, !white(text->bytes[block->span.end - 1]), i,
                "no block ends with space");
        promise(c, block->kind < NR_BLOCK_KIND_COUNT, i, "a block's kind has a name");
        promise(c, block->language < NR_LANGUAGE_COUNT, i,
                "a block's language has a name");
        end = block->span.end;
        if (with_sentences) {
            promise(c, block->first_sentence == sentence, i,
                    "blocks share out the sentences");
            promise(c, block->end_sentence >= sentence, i,
                    "a block's sentences are in order");
            sentence = block->end_sentence;
        }
    }
    promise(c, !with_sentences || sentence == text->sentences.count, text->blocks.count,
            "every sentence is some block's");
}

static void check_sentences(struct checker *c)
{
    const struct nr_text *text = &c->article->text;
    uint32_t end = 0;
    uint32_t token = 0;
    for (uint32_t i = 0; i < text->sentences.count; i++) {
        const struct nr_sentence *sentence = &text->sentences.items[i];
        promise(c, span_full(c, sentence->span), i,
                "a sentence's span is a stretch of the text");
        promise(c, sentence->span.begin >= end, i, "sentences are in reading order");
        promise(c, sentence->block < text->blocks.count, i, "a sentence knows its block");
        promise(c, sentence->first_token == token, i, "sentences share out the tokens");
        promise(c, sentence->end_token > token, i, "a sentence has tokens");
        promise(c, sentence->end_token <= text->tokens.count, i,
                "a sentence's tokens exist");
        if (c->finding.promise != NULL) {
            return;
        }
        const struct nr_block *block = &text->blocks.items[sentence->block];
        promise(c, nr_span_has(block->span, sentence->span), i,
                "a sentence lies in its block");
        promise(c, block->first_sentence <= i && i < block->end_sentence, i,
                "a sentence's block knows it");
        end = sentence->span.end;
        token = sentence->end_token;
    }
    promise(c, token == text->tokens.count, token, "every token is some sentence's");
}

static void check_token(struct checker *c, uint32_t i)
{
    const struct nr_text *text = &c->article->text;
    const struct nr_token *token = &text->tokens.items[i];
    promise(c, span_full(c, nr_token_span(text, i)), i,
            "a token's span is a stretch of the text");
    promise(c, token->word < text->words.count, i, "a token's word exists");
    promise(c, token->shape <= NR_SHAPE_OTHER, i, "a token's shape has a name");
    promise(c, token->sentence < text->sentences.count, i, "a token's sentence exists");
    if (c->finding.promise != NULL) {
        return;
    }
    const struct nr_sentence *sentence = &text->sentences.items[token->sentence];
    promise(c, sentence->first_token <= i && i < sentence->end_token, i,
            "a token's sentence knows it");
    promise(c, nr_span_has(sentence->span, nr_token_span(text, i)), i,
            "a token lies in its sentence");
    promise(c, ((token->flags & NR_TOKEN_SENTENCE) != 0) == (sentence->first_token == i),
            i, "the first token of a sentence says so");
}

static void check_tokens(struct checker *c)
{
    const struct nr_text *text = &c->article->text;
    uint32_t end = 0;
    for (uint32_t i = 0; i < text->tokens.count && c->finding.promise == NULL; i++) {
        check_token(c, i);
        promise(c, text->tokens.items[i].begin >= end, i, "tokens are in reading order");
        end = text->tokens.items[i].end;
    }
}

/* Inside blocks, every byte that is seen is in a token. Bytes of non-ASCII characters are
 * left out: some of them are white space. */
static void check_cover(struct checker *c)
{
    const struct nr_text *text = &c->article->text;
    uint32_t t = 0;
    for (uint32_t b = 0; b < text->blocks.count; b++) {
        struct nr_span block = text->blocks.items[b].span;
        for (uint32_t i = block.begin; i < block.end; i++) {
            while (t < text->tokens.count && text->tokens.items[t].end <= i) {
                t++;
            }
            bool covered = t < text->tokens.count && text->tokens.items[t].begin <= i;
            bool seen = text->bytes[i] > ' ' && text->bytes[i] < 0x7F;
            promise(c, covered || !seen, i,
                    "every visible byte of a block is in a token");
        }
    }
}

static void check_words(struct checker *c)
{
    const struct nr_text *text = &c->article->text;
    uint64_t tokens = 0;
    for (uint32_t i = 0; i < text->words.count; i++) {
        const struct nr_word *word = &text->words.items[i];
        promise(c, word->count > 0 && word->lower_count <= word->count, i,
                "a word was met at least once");
        tokens += word->count;
    }
    promise(c, tokens == text->tokens.count, 0, "words count their tokens");
}

/* ---- entity ---- */

static void check_mention(struct checker *c, uint32_t i)
{
    const struct nr_text *text = &c->article->text;
    const struct nr_entities *entities = &c->article->entities;
    const struct nr_mention *mention = &entities->mentions.items[i];
    promise(c, span_full(c, mention->span), i,
            "a mention's span is a stretch of the text");
    promise(c, span_stands(c, mention->title), i,
            "a mention's title is a stretch or empty");
    promise(c, span_stands(c, mention->role), i,
            "a mention's role is a stretch or empty");
    promise(c, mention->first_token < mention->end_token, i, "a mention has tokens");
    promise(c, mention->end_token <= text->tokens.count, i, "a mention's tokens exist");
    promise(c, mention->entity < entities->entities.count, i,
            "a mention's entity exists");
    promise(c,
            mention->next == NR_NONE ||
                (mention->next > i && mention->next < entities->mentions.count),
            i, "a mention's next comes later");
    promise(c, mention->type < NR_TYPE_COUNT, i, "a mention's type has a name");
    promise(c, mention->kind <= NR_MENTION_VALUE, i, "a mention's kind has a name");
}

static void check_mentions(struct checker *c)
{
    const struct nr_entities *entities = &c->article->entities;
    uint32_t begin = 0;
    uint32_t name_end = 0;
    for (uint32_t i = 0; i < entities->mentions.count && c->finding.promise == NULL;
         i++) {
        const struct nr_mention *mention = &entities->mentions.items[i];
        check_mention(c, i);
        promise(c, mention->span.begin >= begin, i, "mentions are in reading order");
        begin = mention->span.begin;
        if (mention->kind == NR_MENTION_NAME) {
            promise(c, mention->span.begin >= name_end, i, "names never overlap");
            name_end = mention->span.end;
        }
    }
    uint32_t tokens =
        entities->mention_of_token != NULL ? c->article->text.tokens.count : 0;
    for (uint32_t t = 0; t < tokens && c->finding.promise == NULL; t++) {
        uint32_t m = entities->mention_of_token[t];
        promise(c, in_or_none(m, entities->mentions.count), t,
                "a token's mention exists");
        promise(c,
                m >= entities->mentions.count ||
                    (entities->mentions.items[m].first_token <= t &&
                     t < entities->mentions.items[m].end_token),
                t, "a token's mention holds it");
    }
}

/* The chain of one entity: in order, each its own, as many as counted. */
static void check_chain(struct checker *c, uint32_t e)
{
    const struct nr_entities *entities = &c->article->entities;
    const struct nr_entity *entity = &entities->entities.items[e];
    uint32_t count = 0;
    uint32_t last = NR_NONE;
    for (uint32_t m = entity->first_mention; m < entities->mentions.count;
         m = entities->mentions.items[m].next) {
        promise(c, entities->mentions.items[m].entity == e, m,
                "a chain holds one entity");
        count++;
        last = m;
    }
    promise(c, count == entity->mentions, e, "an entity counts its mentions");
    promise(c, last == entity->last_mention, e, "an entity knows its last mention");
}

static void check_entities(struct checker *c)
{
    const struct nr_entities *entities = &c->article->entities;
    uint64_t mentions = 0;
    for (uint32_t i = 0; i < entities->entities.count && c->finding.promise == NULL;
         i++) {
        const struct nr_entity *entity = &entities->entities.items[i];
        promise(c, entity->name.length > 0, i, "an entity has a name");
        promise(c, span_stands(c, entity->role), i,
                "an entity's role is a stretch or empty");
        promise(c, entity->first_mention < entities->mentions.count, i,
                "an entity has a first mention");
        promise(c, entity->type < NR_TYPE_COUNT, i, "an entity's type has a name");
        promise(c, entity->gender < NR_GENDER_COUNT, i, "an entity's gender has a name");
        promise(c, entity->gender_basis <= NR_BASIS_NAME, i,
                "a gender's basis has a name");
        bool two = entity->country[0] != 0 && entity->country[1] != 0;
        promise(c, (two && entity->country[2] == 0) || entity->country[0] == 0, i,
                "a country is two letters");
        check_chain(c, i);
        mentions += entity->mentions;
    }
    promise(c, mentions == entities->mentions.count, 0, "every mention is some entity's");
}

/* ---- quote ---- */

static void check_marks(struct checker *c)
{
    const struct nr_quotes *quotes = &c->article->quotes;
    const struct nr_text *text = &c->article->text;
    uint32_t begin = 0;
    for (uint32_t i = 0; i < quotes->marks.count && c->finding.promise == NULL; i++) {
        const struct nr_mark *mark = &quotes->marks.items[i];
        promise(c, span_full(c, mark->outer), i,
                "a pair of marks is a stretch of the text");
        promise(c, span_stands(c, mark->inner), i, "what is between marks is a stretch");
        promise(c, nr_span_has(mark->outer, mark->inner), i,
                "marks hold what is between them");
        promise(c, mark->outer.begin >= begin, i, "marks are in reading order");
        promise(c, mark->first_token <= mark->end_token, i,
                "a pair's tokens are in order");
        promise(c, mark->end_token <= text->tokens.count, i, "a pair's tokens exist");
        promise(c, mark->parent == NR_NONE || mark->parent < i, i,
                "a pair's parent opens first");
        promise(c, mark->block < text->blocks.count, i, "a pair's block exists");
        promise(c, in_or_none(mark->utterance, quotes->utterances.count), i,
                "a pair's utterance exists");
        promise(c, mark->verdict < NR_VERDICT_COUNT, i, "a verdict has a name");
        begin = mark->outer.begin;
    }
}

static void check_utterance(struct checker *c, uint32_t i)
{
    const struct nr_text *text = &c->article->text;
    const struct nr_utterance *said = &c->article->quotes.utterances.items[i];
    promise(c, span_stands(c, said->source), i, "a source is a stretch or empty");
    promise(c, span_stands(c, said->cue), i, "a cue is a stretch or empty");
    promise(c, span_stands(c, said->addressee), i, "an addressee is a stretch or empty");
    promise(c, span_stands(c, said->via), i, "a via is a stretch or empty");
    promise(c, said->act < NR_ACT_COUNT, i, "an act has a name");
    promise(c, said->parts > 0, i, "an utterance has parts");
    promise(c, said->source_from == NR_NONE || said->source_from < i, i,
            "a source is carried on from before");
    if (!nr_span_empty(said->source)) {
        promise(c, said->source_first < said->source_end, i, "a source has tokens");
        promise(c, said->source_end <= text->tokens.count, i, "a source's tokens exist");
        promise(c,
                said->source_first <= said->source_head &&
                    said->source_head < said->source_end,
                i, "a source's head is one of its tokens");
    }
    bool named = said->rule == NULL;
    for (uint32_t r = 0; r < nr_rule_count && !named; r++) {
        named = strcmp(said->rule, nr_rules[r].name) == 0;
    }
    promise(c, named, i, "a rule is in the table of rules");
}

/* seen: [utterances.count] parts met so far. */
static void check_quote(struct checker *c, uint32_t i, uint32_t *seen)
{
    const struct nr_text *text = &c->article->text;
    const struct nr_quotes *quotes = &c->article->quotes;
    const struct nr_quote *quote = &quotes->quotes.items[i];
    promise(c, span_full(c, quote->span), i, "a quote is a stretch of the text");
    promise(c, quote->kind <= NR_QUOTE_INDIRECT, i, "a quote's kind has a name");
    promise(c, quote->utterance < quotes->utterances.count, i,
            "a quote's utterance exists");
    promise(c, quote->block < text->blocks.count, i, "a quote's block exists");
    promise(c, quote->sentence < text->sentences.count, i, "a quote's sentence exists");
    if (c->finding.promise != NULL) {
        return;
    }
    promise(c, text->sentences.items[quote->sentence].block == quote->block, i,
            "a quote's sentence is in its block");
    promise(c, quote->part == ++seen[quote->utterance], i, "parts are numbered in order");
    uint8_t words = nr_sure(NR_SURE_WORDS, quotes, i);
    uint8_t speaker = nr_sure(NR_SURE_SPEAKER, quotes, i);
    promise(c, words <= 100 || (words == NR_UNSURE && speaker == NR_UNSURE), i,
            "a confidence is a chance, or there is none");
    promise(c, speaker <= words, i, "a speaker is no surer than that anybody said it");
}

static void check_quotes(struct checker *c)
{
    const struct nr_quotes *quotes = &c->article->quotes;
    uint32_t *seen = calloc((size_t)quotes->utterances.count + 1, sizeof *seen);
    uint32_t end = 0;
    for (uint32_t i = 0; i < quotes->utterances.count && c->finding.promise == NULL;
         i++) {
        check_utterance(c, i);
    }
    for (uint32_t i = 0; seen != NULL && i < quotes->quotes.count && !c->finding.promise;
         i++) {
        check_quote(c, i, seen);
        promise(c, quotes->quotes.items[i].span.begin >= end, i,
                "quotes are in reading order and apart");
        end = quotes->quotes.items[i].span.end;
    }
    for (uint32_t i = 0; seen != NULL && i < quotes->utterances.count; i++) {
        promise(c, seen[i] == quotes->utterances.items[i].parts, i,
                "an utterance counts its parts");
    }
    free(seen);
}

/* ---- speaker ---- */

static void check_reference(struct checker *c, uint32_t i)
{
    const struct nr_stand_in *reference = &c->article->references.all.items[i];
    promise(c,
            reference->first <= reference->head && reference->head < reference->end &&
                reference->end <= c->article->text.tokens.count,
            i, "a reference's head is one of its tokens");
    promise(c, in_or_none(reference->entity, c->article->entities.entities.count), i,
            "a reference's entity exists");
    promise(c, reference->noun == NR_NONE || reference->noun < i, i,
            "a pronoun's noun comes before it");
    promise(c, reference->rule < NR_STAND_IN_RULE_COUNT, i,
            "a reference's rule has a name");
    promise(c, reference->sure <= 100, i, "a reference is sure by a chance");
}

static void check_references(struct checker *c)
{
    const struct nr_stand_ins *references = &c->article->references;
    uint32_t head = 0;
    for (uint32_t i = 0; i < references->all.count && c->finding.promise == NULL; i++) {
        check_reference(c, i);
        promise(c, i == 0 || references->all.items[i].head > head, i,
                "references are in order of their heads");
        head = references->all.items[i].head;
    }
    for (uint32_t e = 0; e < c->article->entities.entities.count; e++) {
        promise(c, references->of[e].gender < NR_GENDER_COUNT, e, "a gender has a name");
    }
}

static void check_presence(struct checker *c)
{
    const struct nr_presence *presence = &c->article->presence;
    uint32_t entities = c->article->entities.entities.count;
    uint32_t *seen = calloc((size_t)entities + 1, sizeof *seen);
    uint32_t names = 0;
    for (uint32_t i = 0; seen != NULL && i < presence->all.count; i++) {
        const struct nr_appearance *at = &presence->all.items[i];
        promise(c, span_full(c, at->span), i, "an appearance is a stretch of the text");
        promise(c, in_or_none(at->entity, entities), i, "an appearance's entity exists");
        promise(c, i == 0 || at->span.begin >= presence->all.items[i - 1].span.begin, i,
                "appearances are in reading order");
        if (c->finding.promise != NULL) {
            break;
        }
        names += at->kind == NR_MENTION_NAME;
        seen[at->entity != NR_NONE ? at->entity : entities]++;
    }
    for (uint32_t e = 0; seen != NULL && e < entities && !c->finding.promise; e++) {
        promise(c, seen[e] == presence->mentions[e], e, "an entity counts appearances");
        promise(c, presence->salience[e] <= 100, e, "salience is at most 1");
    }
    promise(c, names == c->article->entities.mentions.count, names,
            "each name appears once");
    free(seen);
}

static void check_speakers(struct checker *c)
{
    const struct nr_speakers *speakers = &c->article->speakers;
    uint32_t entities = c->article->entities.entities.count;
    promise(c, speakers->count == c->article->quotes.utterances.count, speakers->count,
            "each utterance has one speaker");
    for (uint32_t i = 0; i < speakers->count && c->finding.promise == NULL; i++) {
        const struct nr_speaker *speaker = &speakers->items[i];
        promise(c, in_or_none(speaker->entity, entities), i, "a speaker's entity exists");
        promise(c, speaker->entity == NR_NONE || speaker->name.length > 0, i,
                "a speaker that is an entity has a name");
        promise(c, span_stands(c, speaker->role), i,
                "a speaker's role is a stretch or empty");
        promise(c, speaker->type < NR_TYPE_COUNT, i, "a speaker's type has a name");
        promise(c, speaker->gender < NR_GENDER_COUNT, i, "a speaker's gender has a name");
        promise(c, speaker->gender_basis <= NR_BASIS_NAME, i,
                "a gender's basis has a name");
        for (uint32_t o = 0; o < speaker->other_count; o++) {
            promise(c, speaker->others[o] < entities, i, "the others who said it exist");
        }
    }
}

/* ---- date ---- */

static bool date_rule_exists(const char *name)
{
    enum nr_language language;
    for (uint32_t r = 0; name != NULL && r < nr_date_rule_count(); r++) {
        if (strcmp(nr_date_rule_at(r, &language).name, name) == 0) {
            return true;
        }
    }
    return false;
}

static void check_dates(struct checker *c)
{
    const struct nr_dates *dates = &c->article->dates;
    const struct nr_text *text = &c->article->text;
    uint32_t end = 0;
    for (uint32_t i = 0; i < dates->items.count && c->finding.promise == NULL; i++) {
        const struct nr_date *date = &dates->items.items[i];
        promise(c, span_full(c, date->span), i, "a date is a stretch of the text");
        promise(c, date->span.begin >= end, i, "dates are in order and do not overlap");
        promise(c, date->sentence < text->sentences.count, i, "a date has a sentence");
        promise(c, date->type < NR_DATE_TYPE_COUNT, i, "a date's type has a name");
        promise(c, memchr(date->value, 0, NR_DATE_VALUE) != NULL && date->value[0] != 0,
                i, "a date has a value");
        promise(c, date_rule_exists(date->rule), i, "a date's rule is one of the rules");
        end = date->span.end;
        if (c->finding.promise == NULL) {
            promise(c,
                    nr_span_has(text->sentences.items[date->sentence].span, date->span),
                    i, "a date lies in its sentence");
        }
    }
}

/* ---- value ---- */

/* Neither another value nor a name shares a byte with it. */
static void check_values(struct checker *c)
{
    const struct nr_values *values = &c->article->values;
    const struct nr_entities *entities = &c->article->entities;
    uint32_t end = 0;
    uint32_t m = 0;
    for (uint32_t i = 0; i < values->items.count && c->finding.promise == NULL; i++) {
        const struct nr_value *value = &values->items.items[i];
        promise(c, span_full(c, value->span), i, "a value is a stretch of the text");
        promise(c, value->span.begin >= end, i, "values are in order, none in another");
        promise(c, value->type >= NR_TYPE_DATE && value->type <= NR_TYPE_CARDINAL, i,
                "a value's type is one of values");
        promise(c, value->token < c->article->text.tokens.count, i,
                "a value has a token");
        end = value->span.end;
        while (m < entities->mentions.count &&
               entities->mentions.items[m].span.end <= value->span.begin) {
            m++;
        }
        promise(c,
                m == entities->mentions.count ||
                    !nr_span_meets(entities->mentions.items[m].span, value->span),
                i, "a value shares nothing with a name");
    }
}

static void check_roll(struct checker *c)
{
    const struct nr_roll *roll = &c->article->roll;
    uint32_t values = 0;
    for (uint32_t i = 0; i < roll->items.count; i++) {
        const struct nr_appearance *at = &roll->items.items[i];
        promise(c, i == 0 || at->span.begin >= roll->items.items[i - 1].span.begin, i,
                "mentions of all kinds are in reading order");
        values += at->kind == NR_MENTION_VALUE;
    }
    promise(c, values == c->article->values.items.count, values, "each value is listed");
    promise(c, roll->items.count == values + c->article->presence.all.count, values,
            "whatever appears is listed");
}

static const struct {
    enum nr_stage stage; /* that it needs */
    void (*check)(struct checker *c);
} checks[] = {
    {NR_STAGE_BLOCKS, check_blocks},         {NR_STAGE_SENTENCES, check_sentences},
    {NR_STAGE_SENTENCES, check_tokens},      {NR_STAGE_SENTENCES, check_cover},
    {NR_STAGE_SENTENCES, check_words},       {NR_STAGE_TAGS, check_tags},
    {NR_STAGE_ENTITIES, check_mentions},     {NR_STAGE_ENTITIES, check_entities},
    {NR_STAGE_QUOTES, check_marks},          {NR_STAGE_QUOTES, check_quotes},
    {NR_STAGE_REFERENCES, check_references}, {NR_STAGE_SPEAKERS, check_speakers},
    {NR_STAGE_PRESENCE, check_presence},     {NR_STAGE_DATES, check_dates},
    {NR_STAGE_VALUES, check_values},         {NR_STAGE_ROLL, check_roll},
};

struct check_finding check_article(const struct nr_article *article)
{
    struct checker c = {.article = article};
    c.boundary = boundaries_of(article->bytes, article->length);
    if (c.boundary == NULL) {
        promise(&c, false, 0, "there is memory to check with");
    }
    for (size_t i = 0; i < sizeof checks / sizeof checks[0]; i++) {
        if (nr_article_has(article, checks[i].stage) && c.finding.promise == NULL) {
            checks[i].check(&c);
        }
    }
    free(c.boundary);
    return c.finding;
}
