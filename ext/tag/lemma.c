/* tag/lemma.c: which word is this a form of?
 *
 *     The  cities  have  gone  their  ways  ,  he  told  us
 *     the  city    have  go    their  way   ,  he  tell  we
 *
 * The rule of the whole word goes first, for most words there is none; then that of its
 * longest ending that has one: -ies of a noun becomes y, and -ies of a verb too, but
 * "movies" has a rule of its own. A few small words need what follows: "her" before a
 * noun is "her", else "she". Whether capitals stay ("African", "DNA", not "The") is asked
 * of the same sort of rules.
 *
 * Knowingly wrong: proper nouns stay as written, so "the Joneses" and "United States" do
 * too, where Universal Dependencies says Jones and State; "1,000" keeps its comma; a form
 * of two words of one part of speech ("'s" of is and has, "lay") is always the more
 * frequent one's. */
#include "tag/lemma.h"

/* NULL: none. */
static const struct nr_lemma_slot *rule_of(const struct nr_lemma_table *table,
                                           uint32_t key)
{
    uint32_t at = nr_lemma_slot_of(table, key);
    while (table->slots[at].key != key) {
        if (table->slots[at].key == 0) {
            return NULL;
        }
        at = at + 1 < table->slot_count ? at + 1 : 0;
    }
    return &table->slots[at];
}

/* That of a word's longest ending that has one. */
static const struct nr_lemma_slot *rule_of_ending(const struct nr_lemma_table *table,
                                                  enum nr_lemma_kind kind, uint32_t tag,
                                                  uint32_t beside,
                                                  const struct nr_word *word)
{
    const struct nr_lemma_slot *rule = NULL;
    uint32_t most = nr_lemma_letters(kind);
    uint32_t length = most < word->length ? most : word->length;
    for (uint32_t left = length + 1; left > 0 && rule == NULL; left--) {
        uint32_t hash = nr_hash(word->folded + word->length - (left - 1), left - 1);
        rule = rule_of(table, nr_lemma_key(kind, tag, beside, hash));
    }
    return rule;
}

static const struct nr_lemma_slot *rule_of_word(const struct nr_lemma_table *table,
                                                const struct nr_word *word, uint32_t tag,
                                                uint32_t next)
{
    const struct nr_lemma_slot *rule =
        rule_of(table, nr_lemma_key(NR_LEMMA_BESIDE, tag, next, word->hash));
    if (rule == NULL) {
        rule = rule_of(table, nr_lemma_key(NR_LEMMA_WORD, tag, 0, word->hash));
    }
    if (rule == NULL && nr_lemma_is_open(tag)) {
        rule = rule_of_ending(table, NR_LEMMA_ENDING, tag, 0, word);
    }
    return rule;
}

static bool capitals_stay(const struct nr_lemma_table *table, const struct nr_word *word,
                          uint32_t tag, uint32_t writing)
{
    const struct nr_lemma_slot *rule =
        rule_of(table, nr_lemma_key(NR_LEMMA_CAPITAL_WORD, tag, writing, word->hash));
    if (rule == NULL) {
        rule = rule_of_ending(table, NR_LEMMA_CAPITAL_ENDING, tag, writing, word);
    }
    return rule != NULL && rule->drop != 0;
}

uint32_t nr_lemma_next(const struct nr_text *text, const struct nr_tags *tags, uint32_t t)
{
    bool last = t + 1 == text->tokens.count ||
                text->tokens.items[t + 1].sentence != text->tokens.items[t].sentence;
    return last ? NR_POS_COUNT : tags->items[t + 1];
}

uint32_t nr_lemma_writing(const struct nr_text *text, uint32_t t)
{
    const struct nr_token *token = &text->tokens.items[t];
    uint32_t shape = token->shape - NR_SHAPE_CAPITAL;
    uint32_t first = t == text->sentences.items[token->sentence].first_token;
    uint32_t small_elsewhere = text->words.items[token->word].lower_count > 0;
    return (shape * 2 + first) * 2 + small_elsewhere;
}

/* The written bytes stand for the folded ones only where folding changed nothing but
 * casing: a curly apostrophe is longer than the straight one. */
struct nr_lemma nr_lemma_of(const struct nr_lemma_table *table,
                            const struct nr_text *text, const struct nr_tags *tags,
                            uint32_t t)
{
    const struct nr_token *token = &text->tokens.items[t];
    const struct nr_word *word = &text->words.items[token->word];
    struct nr_chars written = {text->bytes + token->begin, token->end - token->begin};
    struct nr_chars folded = {word->folded, word->length};
    uint32_t tag = tags->items[t];
    if (tag == NR_POS_PROPN || folded.length == 0) { /* a soft hyphen folds to nothing */
        return (struct nr_lemma){written, ""};
    }
    const struct nr_lemma_slot *rule =
        rule_of_word(table, word, tag, nr_lemma_next(text, tags, t));
    bool stay = nr_token_capital(text, t) && nr_lemma_is_open(tag) &&
                written.length == folded.length &&
                capitals_stay(table, word, tag, nr_lemma_writing(text, t));
    struct nr_lemma lemma = {stay ? written : folded, ""};
    if (rule != NULL && (rule->drop < folded.length || (rule->drop == folded.length &&
                                                        table->pool[rule->added] != 0))) {
        lemma.kept.length -= rule->drop;
        lemma.added = table->pool + rule->added;
    }
    return lemma;
}
