/* lexicon/data.h: the shape of the generated tables, between lexicon2c and lexicon.c
 * only.
 *
 * slots is a hash table with open addressing, at most half full, of one number a form:
 * the lexeme's index + 1 in the lower bits, above them a tag from the form's hash; 0 is
 * empty. A word that is in no list is so turned away with one look into memory, nearly
 * always. lexemes[i].key is where its form begins in the pool; it ends with 0. A form
 * that differs from its canonical form in ASCII capitals alone is not stored twice: so
 * the pool's side of a comparison is lowered.
 *
 * Lexemes that running text is made of come before those of names and phrases, and their
 * facts and forms stand in the same order: what is read all the time lies together, and
 * stays in the processor's cache.
 *
 * pairs has a bit for the first two words of every phrase (nr_pair_hash()), few enough of
 * them set that hardly a pair which begins no phrase passes.
 */
#ifndef NR_LEXICON_DATA_H
#define NR_LEXICON_DATA_H

#include "lexicon/lexicon.h"

#define NR_LEXICON_INDEX_BITS 20u
#define NR_LEXICON_PAIRS      (1u << 18)

static inline uint32_t nr_lexicon_tag(uint32_t hash)
{
    return hash >> NR_LEXICON_INDEX_BITS << NR_LEXICON_INDEX_BITS;
}

struct nr_lexicon_tables {
    const struct nr_lexeme *lexemes; /* [count] */
    const uint32_t *slots;           /* [slot_mask + 1] */
    const uint32_t *pairs;           /* [NR_LEXICON_PAIRS / 32] */
    const char *pool;
    uint32_t slot_mask;
    uint32_t count; /* of lexemes */
};

extern const struct nr_lexicon_tables nr_lexicon_tables;

#endif
