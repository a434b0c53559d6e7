/* lexicon/data.h: the shape of the generated tables, between lexicon2c and lexicon.c
 * only.
 *
 * A form's hash, cut to bucket_mask, names a bucket; buckets[b] to buckets[b + 1] are its
 * lexemes. keys[i] is where the form of lexeme i begins in the pool, key_lengths[i] how
 * long it is. A form that differs from its canonical form in ASCII capitals alone is not
 * stored twice: so the pool's side of a comparison is lowered. */
#ifndef NR_LEXICON_DATA_H
#define NR_LEXICON_DATA_H

#include "lexicon/lexicon.h"

struct nr_lexicon_tables {
    const struct nr_lexeme *lexemes; /* [buckets[bucket_mask + 1]] */
    const uint32_t *keys;            /* the same extent */
    const uint8_t *key_lengths;      /* the same extent */
    const uint32_t *buckets;         /* [bucket_mask + 2] */
    const char *pool;
    uint32_t bucket_mask;
};

extern const struct nr_lexicon_tables nr_lexicon_tables;

#endif
