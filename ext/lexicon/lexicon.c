/* lexicon/lexicon.c: what do the lists know of this word?
 *
 * "Georgia" -> a country and a region, if written with a capital. "prime minister" -> a
 * role. One hash over the folded form finds its slot in the table that lexicon2c made,
 * and a form with the same tag is compared byte by byte. Nothing is built when the
 * library is loaded.
 *
 * Knowingly wrong: one form in one list has one fact, so there is one Birmingham. */
#include "lexicon/lexicon.h"

#include "lexicon/data.h"

/* Will be read soon. A hint that a compiler may not know. */
#if defined(__GNUC__)
#define NR_PREFETCH(address) __builtin_prefetch(address)
#else
#define NR_PREFETCH(address) ((void)(address))
#endif

/* Is the pool's form this one? The pool may write it with ASCII capitals. */
static bool same_form(const char *pool, const char *folded, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        char c = pool[i];
        if (c != folded[i] && (c < 'A' || c > 'Z' || (c | 0x20) != folded[i])) {
            return false;
        }
    }
    return pool[length] == 0;
}

/* The first lexeme from a slot on whose form has this hash's tag: nearly always the one
 * that is sought. NULL: it is in no list. *at: its slot. */
static inline const struct nr_lexeme *candidate_from(uint32_t *at, uint32_t hash)
{
    const struct nr_lexicon_tables *tables = &nr_lexicon_tables;
    const uint32_t index_mask = (1u << NR_LEXICON_INDEX_BITS) - 1;
    uint32_t tag = nr_lexicon_tag(hash);
    for (uint32_t slot; (slot = tables->slots[*at & tables->slot_mask]) != 0; ++*at) {
        if ((slot & ~index_mask) == tag) {
            return &tables->lexemes[(slot & index_mask) - 1];
        }
    }
    return NULL;
}

const struct nr_lexeme *nr_lexicon_find_hashed(const char *folded, size_t length,
                                               uint32_t hash)
{
    uint32_t at = hash;
    const struct nr_lexeme *lexeme = candidate_from(&at, hash);
    while (lexeme != NULL &&
           !same_form(nr_lexicon_tables.pool + lexeme->key, folded, length)) {
        at++;
        lexeme = candidate_from(&at, hash);
    }
    return lexeme;
}

/* A look-up waits for memory three times: for the slot, the lexeme and the form, which
 * lie far apart. Each walk asks for one of them for all that are sought, and the next one
 * finds it there: so the processor waits for many at once. */
void nr_lexicon_find_all(struct nr_sought *sought, uint32_t count)
{
    const struct nr_lexicon_tables *tables = &nr_lexicon_tables;
    for (uint32_t i = 0; i < count; i++) {
        NR_PREFETCH(&tables->slots[sought[i].hash & tables->slot_mask]);
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = sought[i].hash;
        sought[i].found = candidate_from(&at, sought[i].hash);
        NR_PREFETCH(sought[i].found);
    }
    for (uint32_t i = 0; i < count; i++) {
        if (sought[i].found != NULL) {
            NR_PREFETCH(tables->pool + sought[i].found->key);
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        if (sought[i].found != NULL && !same_form(tables->pool + sought[i].found->key,
                                                  sought[i].folded, sought[i].length)) {
            sought[i].found = nr_lexicon_find_hashed(sought[i].folded, sought[i].length,
                                                     sought[i].hash);
        }
    }
}

uint32_t nr_lexicon_size(void)
{
    return nr_lexicon_tables.count;
}

struct nr_listed nr_lexicon_at(uint32_t index)
{
    const struct nr_lexeme *lexeme = &nr_lexicon_tables.lexemes[index];
    return (struct nr_listed){lexeme, nr_lexicon_tables.pool + lexeme->key};
}

const struct nr_lexeme *nr_lexicon_find(const char *folded, size_t length)
{
    return nr_lexicon_find_hashed(folded, length, nr_hash(folded, length));
}

const struct nr_fact *nr_lexeme_fact_as(const struct nr_lexeme *lexeme, enum nr_list list,
                                        enum nr_casing written)
{
    const struct nr_fact *facts = nr_lexeme_facts(lexeme);
    for (uint32_t i = 0; i < lexeme->fact_count; i++) {
        if (facts[i].list == list && facts[i].casing <= written) {
            return &facts[i];
        }
    }
    return NULL;
}

const struct nr_fact *nr_lexeme_fact(const struct nr_lexeme *lexeme, enum nr_list list)
{
    return nr_lexeme_fact_as(lexeme, list, NR_CASING_UPPER);
}

const struct nr_lexeme *nr_words_find_hashed(const struct nr_own_words *own,
                                             const char *folded, size_t length,
                                             uint32_t hash)
{
    if (own != NULL && length < NR_NONE) {
        uint32_t at = nr_map_find_hashed(&own->index, folded, (uint32_t)length, hash);
        if (at != NR_NONE) {
            return &own->lexemes[at];
        }
    }
    return nr_lexicon_find_hashed(folded, length, hash);
}

bool nr_phrase_may_begin(const struct nr_own_words *own, uint32_t first_hash,
                         uint32_t second_hash)
{
    uint32_t pair = nr_pair_hash(first_hash, second_hash);
    return nr_pair_in(nr_lexicon_tables.pairs, NR_LEXICON_PAIRS, pair) ||
           (own != NULL && nr_pair_in(own->pairs, NR_OWN_PAIRS, pair));
}

const struct nr_lexeme *nr_words_find(const struct nr_own_words *own, const char *folded,
                                      size_t length)
{
    return nr_words_find_hashed(own, folded, length, nr_hash(folded, length));
}
