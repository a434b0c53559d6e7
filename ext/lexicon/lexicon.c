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

/* Is the pool's form this one? The pool may write it with ASCII capitals. */
static bool same_form(const char *pool, const char *folded, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)pool[i];
        if (c >= 'A' && c <= 'Z') {
            c = (unsigned char)(c | 0x20);
        }
        if (c != (unsigned char)folded[i]) {
            return false;
        }
    }
    return pool[length] == 0;
}

const struct nr_lexeme *nr_lexicon_find_hashed(const char *folded, size_t length,
                                               uint32_t hash)
{
    const struct nr_lexicon_tables *tables = &nr_lexicon_tables;
    const uint32_t index_mask = (1u << NR_LEXICON_INDEX_BITS) - 1;
    uint32_t tag = nr_lexicon_tag(hash);
    for (uint32_t at = hash & tables->slot_mask; tables->slots[at] != 0;
         at = (at + 1) & tables->slot_mask) {
        uint32_t i = (tables->slots[at] & index_mask) - 1;
        if ((tables->slots[at] & ~index_mask) == tag &&
            same_form(tables->pool + tables->keys[i], folded, length)) {
            return &tables->lexemes[i];
        }
    }
    return NULL;
}

uint32_t nr_lexicon_size(void)
{
    return nr_lexicon_tables.count;
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

const struct nr_lexeme *nr_words_find(const struct nr_own_words *own, const char *folded,
                                      size_t length)
{
    return nr_words_find_hashed(own, folded, length, nr_hash(folded, length));
}
