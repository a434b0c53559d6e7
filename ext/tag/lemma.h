/* tag/lemma.h: the form of a word that a dictionary has it under: "went" -> "go",
 * "cities"
 * -> "city", "Africans" -> as written, if it is a name.
 *
 * Learned from treebanks as rules that lie in the library (tag/models/lemmas.txt, made a
 * table by lemma2c): what to drop from the end of a word and what to add, by the word or
 * by its last letters, and by its part of speech. */
#ifndef NR_TAG_LEMMA_H
#define NR_TAG_LEMMA_H

#include "tag/pos.h"
#include "tag/tagger.h"

/* kept, then added. */
struct nr_lemma {
    struct nr_chars kept; /* bytes of the article or of a folded word */
    const char *added;    /* ended by 0; "" mostly */
};

struct nr_lemma_table;
extern const struct nr_lemma_table nr_lemma_rules; /* the library's own */

/* The lemma of a token, as Universal Dependencies gives it in English: in lower case
 * where the capital is only the place's ("The" -> "the"), names as written, "me" -> "I".
 * tags: of all tokens. Constant time. */
struct nr_lemma nr_lemma_of(const struct nr_lemma_table *table,
                            const struct nr_text *text, const struct nr_tags *tags,
                            uint32_t t);

/* ---- Between lemma.c, lemma2c and the trainer ---- */

enum nr_lemma_kind {
    /* What is dropped and added, the most particular kind first. */
    NR_LEMMA_BESIDE, /* of a word before a part of speech: "her" before a noun */
    NR_LEMMA_WORD,
    NR_LEMMA_ENDING, /* of a word by its last letters */
    /* Whether capitals stay, by how the word is written. */
    NR_LEMMA_CAPITAL_WORD,
    NR_LEMMA_CAPITAL_ENDING,
    NR_LEMMA_KIND_COUNT
};

enum { NR_LEMMA_WRITINGS = 3 * 2 * 2 };

/* Bytes of the longest ending that a kind looks at. */
static inline uint32_t nr_lemma_letters(enum nr_lemma_kind kind)
{
    return kind == NR_LEMMA_ENDING ? 5 : 4;
}

/* One rule, by its key: open addressing. */
struct nr_lemma_slot {
    uint32_t key;   /* 0: empty */
    uint16_t drop;  /* bytes; of the kinds of capitals: 1, they stay, or 0 */
    uint16_t added; /* where in pool it begins */
};

struct nr_lemma_table {
    const struct nr_lemma_slot *slots; /* [slot_count] */
    const char *pool;                  /* [pool_bytes] strings, each ended by 0 */
    uint32_t slot_count;
    uint32_t pool_bytes;
};

/* The key of a rule. beside: the part of speech that follows, NR_POS_COUNT at the end of
 * a sentence; or how the word is written; 0 for the other kinds. hash: nr_hash() of the
 * folded word or of its ending. */
static inline uint32_t nr_lemma_key(enum nr_lemma_kind kind, uint32_t tag,
                                    uint32_t beside, uint32_t hash)
{
    return nr_attribute3(kind, tag, beside, hash);
}

/* Where the search for a key begins. */
static inline uint32_t nr_lemma_slot_of(const struct nr_lemma_table *table, uint32_t key)
{
    return (uint32_t)((uint64_t)key * table->slot_count >> 32);
}

/* The part of speech after a token. */
uint32_t nr_lemma_next(const struct nr_text *text, const struct nr_tags *tags,
                       uint32_t t);
/* How a token that has capitals is written, < NR_LEMMA_WRITINGS: its shape, whether it
 * begins the sentence, whether the article writes it small elsewhere. */
uint32_t nr_lemma_writing(const struct nr_text *text, uint32_t t);

/* Parts of speech of which there will always be new words: their capitals may be their
 * own, and their endings tell. */
static inline bool nr_lemma_is_open(uint32_t tag)
{
    const uint32_t open = 1u << NR_POS_ADJ | 1u << NR_POS_ADV | 1u << NR_POS_INTJ |
                          1u << NR_POS_NOUN | 1u << NR_POS_NUM | 1u << NR_POS_SYM |
                          1u << NR_POS_VERB | 1u << NR_POS_X;
    return (open >> tag & 1) != 0;
}

#endif
