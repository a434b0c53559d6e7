/* speaker/pronoun.c: who "él" or "elle" is; in English see rank.h.
 *
 *     Diaz met Ames on Friday. She said ...      Diaz: the person of that gender, and the
 * subject
 *
 * Every person named in the sentences before is weighed: near is better than far, a
 * subject better than an object, the last speaker better than a bystander; what is named
 * inside somebody's words counts for little. The best takes it; gender must not clash. */
#include "speaker/pronoun.h"

enum {
    MENTIONS_REACH = 40, /* mentions looked back over */
    BLOCKS_REACH = 4,
    NEAR = 6,          /* each sentence away costs as much */
    SUBJECT = 9,       /* is the subject of its sentence */
    SAME_SENTENCE = 8, /* ... which is the pronoun's own */
    LAST_SPEAKER = 12,
    QUOTED = -14,     /* stands in somebody's words */
    KNOWN_GENDER = 8, /* fits by what is known, not only by what is not */
};

static bool fits(const struct nr_entity *entity, enum nr_gender gender)
{
    return entity->type == NR_TYPE_PERSON &&
           (entity->gender == gender || entity->gender == NR_GENDER_UNKNOWN ||
            entity->gender == NR_GENDER_NONE);
}

/* Where the name begins with its title: Dr., Senator. */
static uint32_t title_first(const struct nr_reading *r, const struct nr_mention *mention)
{
    uint32_t first = mention->first_token;
    const struct nr_token *tokens = r->text->tokens.items;
    while (first > 0 && !nr_span_empty(mention->title) &&
           tokens[first - 1].begin >= mention->title.begin) {
        first--;
    }
    return first;
}

/* "Diaz said", "Diaz, the mayor,": first of its sentence, or before a verb; not after
 * "of", "with", nor after a verb, unless that is "said". */
static bool is_subject(const struct nr_reading *r, const struct nr_mention *mention)
{
    uint32_t first = title_first(r, mention);
    if (first > 0 && (r->text->tokens.items[first].flags & NR_TOKEN_SENTENCE) == 0 &&
        (nr_token_in(r->text, first - 1, NR_IN(preposition)) ||
         (nr_is_verbal(r, first - 1) &&
          !nr_token_in(r->text, first - 1, NR_IN(speech_verb))))) {
        return false;
    }
    uint32_t end = mention->end_token;
    return end < r->text->tokens.count &&
           (nr_is_verbal(r, end) || nr_token_is(r->text, end, ",") ||
            nr_token_in(r->text, end, NR_IN(adverb) | NR_IN(speech_verb)));
}

static int weigh(const struct nr_cast *cast, uint32_t m, uint32_t token,
                 enum nr_gender gender)
{
    const struct nr_reading *r = &cast->reading;
    const struct nr_mention *mention = &r->entities->mentions.items[m];
    const struct nr_token *tokens = r->text->tokens.items;
    int distance = (int)(tokens[token].sentence - tokens[mention->first_token].sentence);
    int weight = -NEAR * (distance > 12 ? 12 : distance);
    if (is_subject(r, mention)) {
        weight += SUBJECT + (distance == 0 ? SAME_SENTENCE : 0);
    }
    if (cast->quoted[m]) {
        weight += QUOTED;
    }
    if (mention->entity == cast->last_speaker) {
        weight += LAST_SPEAKER;
    }
    if (r->entities->entities.items[mention->entity].gender == gender) {
        weight += KNOWN_GENDER;
    }
    return weight;
}

static uint32_t first_mention_from(const struct nr_entities *entities, uint32_t token)
{
    uint32_t low = 0;
    uint32_t high = entities->mentions.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (entities->mentions.items[middle].first_token < token) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

uint32_t nr_pronoun_resolve(const struct nr_cast *cast, uint32_t token,
                            enum nr_gender gender)
{
    const struct nr_reading *r = &cast->reading;
    const struct nr_text *text = r->text;
    uint32_t block = nr_block_of(text, token);
    uint32_t best = NR_NONE;
    int best_weight = 0;
    uint32_t m = first_mention_from(r->entities, token);
    for (uint32_t steps = 0; m-- > 0 && steps < MENTIONS_REACH; steps++) {
        const struct nr_mention *mention = &r->entities->mentions.items[m];
        uint32_t sentence = text->tokens.items[mention->first_token].sentence;
        if (text->sentences.items[sentence].block + BLOCKS_REACH < block) {
            break;
        }
        if (mention->entity == NR_NONE ||
            !fits(&r->entities->entities.items[mention->entity], gender)) {
            continue;
        }
        int weight = weigh(cast, m, token, gender);
        if (best == NR_NONE || weight > best_weight) {
            best = mention->entity;
            best_weight = weight;
        }
    }
    if (best == NR_NONE && cast->last_speaker != NR_NONE &&
        fits(&r->entities->entities.items[cast->last_speaker], gender)) {
        return cast->last_speaker;
    }
    return best;
}
