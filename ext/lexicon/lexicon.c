/* lexicon/lexicon.c: what do the lists know of this word?
 *
 * "Georgia" -> a country and a region, if written with a capital. "prime minister" -> a
 * role. One hash over the folded form finds its bucket in the tables that lexicon2c made,
 * and the two or three forms in a bucket are compared byte by byte. Nothing is built when
 * the library is loaded.
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
    return true;
}

const struct nr_lexeme *nr_lexicon_find_hashed(const char *folded, size_t length,
                                               uint32_t hash)
{
    const struct nr_lexicon_tables *tables = &nr_lexicon_tables;
    uint32_t bucket = hash & tables->bucket_mask;
    for (uint32_t i = tables->buckets[bucket]; i < tables->buckets[bucket + 1]; i++) {
        if (tables->key_lengths[i] == length &&
            same_form(tables->pool + tables->keys[i], folded, length)) {
            return &tables->lexemes[i];
        }
    }
    return NULL;
}

uint32_t nr_lexicon_size(void)
{
    return nr_lexicon_tables.buckets[nr_lexicon_tables.bucket_mask + 1];
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
