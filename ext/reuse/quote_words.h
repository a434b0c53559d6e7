/* reuse/quote_words.h: a quote as it is compared, word by word. */
#ifndef NR_REUSE_QUOTE_WORDS_H
#define NR_REUSE_QUOTE_WORDS_H

#include "reuse/reuse.h"

enum nr_numbering { NR_NO_NUMBER, NR_FIGURES, NR_NUMBER_WORD };

struct nr_quote_word {
    uint32_t hash;
    uint8_t letters; /* 255: as many or more */
    uint8_t weight;
    uint8_t number; /* enum nr_numbering */
    bool denies;
};

/* Which words there may be, a bit each: asked before anything is laid side by side. */
enum { NR_SKETCHED = 256 };

struct nr_quote_words {
    NR_LIST(struct nr_quote_word) list;
    uint32_t weight;
    uint32_t letters;
    uint64_t sketch[NR_SKETCHED / 64];
};

#endif
