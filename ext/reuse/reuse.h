/* reuse/reuse.h: are these the same words, as another outlet printed them?
 *
 * Three looks at the words of a quote, none of which sees casing, accents, quotation
 * marks, dashes, ellipses or line ends (reuse/words.c): a key that is equal for the same
 * words; shingles, a few sampled runs of words, of which a quote that was cut or reworded
 * has some in common with where it comes from; and how similar two quotes are. For whole
 * articles there is a sketch.
 *
 * All of it is pure, the same on every machine, and but for nr_quote_similarity() needs
 * no memory. Texts end at their first U+0000; size <= NR_TEXT_LIMIT.
 */
#ifndef NR_REUSE_REUSE_H
#define NR_REUSE_REUSE_H

#include "base/arena.h"

enum {
    NR_KEY_BYTES = 17,      /* a key as text: 16 hexadecimal digits and a 0 */
    NR_QUOTE_SHINGLES = 24, /* at most */
    NR_SKETCH = 32,         /* runs of words in the sketch of an article, at most */
};

/* Shingles are smaller, so that SQLite keeps them in four bytes. */
#define NR_SHINGLE_LIMIT (UINT32_C(1) << 31)

/* How many letters and figures there are; 0: no words, and no key. */
uint32_t nr_quote_key(const char *bytes, size_t size, uint64_t *key);
void nr_quote_key_write(uint64_t key, char out[NR_KEY_BYTES]);

/* The words of a quote, to be compared with many; NULL on failure. */
const struct nr_quote_words *nr_quote_words(struct nr_arena *arena, const char *bytes,
                                            size_t size);

/* Different numbers from 1 to NR_SHINGLE_LIMIT - 1, in no order. */
struct nr_shingles {
    uint32_t count;
    uint32_t items[NR_QUOTE_SHINGLES]; /* [count] */
};
void nr_quote_shingles(const struct nr_quote_words *words, struct nr_shingles *shingles);

/* The smallest of the numbers of all runs of words, ascending: of two articles the
 * smallest of both together are a fair sample of what either has. */
struct nr_sketch {
    uint32_t runs; /* in the article, about */
    uint32_t count;
    uint32_t items[NR_SKETCH]; /* [count] */
};
void nr_article_sketch(const char *bytes, size_t size, struct nr_sketch *sketch);

/* The same for the same sketch. */
uint64_t nr_sketch_key(const struct nr_sketch *sketch);

/* How much of the shorter article is in the longer one, as far as the sketches tell: 0 to
 * 100. */
uint32_t nr_sketches_share(const struct nr_sketch *a, const struct nr_sketch *b);

/* How much of the shorter quote is in the longer one, in the same order, 0 to 100; see
 * similarity.c. 0 on failure, arena->status says why. */
uint32_t nr_quote_similarity(struct nr_arena *arena, const char *a, size_t a_size,
                             const char *b, size_t b_size);

/* What two quotes are to each other. */
enum nr_kinship {
    NR_UNLIKE,
    NR_CUT,  /* nearly all of the shorter one stands in the longer one */
    NR_ALIKE /* one and the same, most of it, reworded a little */
};
enum nr_kinship nr_quotes_compare(struct nr_arena *arena, const struct nr_quote_words *a,
                                  const struct nr_quote_words *b);

/* What all its words weigh, 1 to 4 each; and their letters, as nr_quote_key() counts
 * them. */
uint32_t nr_quote_weight(const struct nr_quote_words *words);
uint32_t nr_quote_letters(const struct nr_quote_words *words);

#endif
