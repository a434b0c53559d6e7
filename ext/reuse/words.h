/* reuse/words.h: the words of a quote as they are compared: without casing, accents,
 * marks and whatever else differs from one outlet's house style to the next.
 *
 *     “We will never … re-open [the mine],” -> we will never re open
 *
 * Streamed: a reader needs no memory, whatever the length.
 */
#ifndef NR_REUSE_WORDS_H
#define NR_REUSE_WORDS_H

#include "base/span.h"

#include <stddef.h>

enum { NR_WORD_FORM = 24 };

struct nr_plain_word {
    uint64_t hash;
    uint32_t letters;
    uint32_t form_length;    /* 0: not ASCII, or longer than the form */
    char form[NR_WORD_FORM]; /* in plain letters */
    bool number;             /* has a figure */
    bool not_at_its_end;     /* don't, isn't, can't */
};

struct nr_plain_reader {
    const char *bytes;
    uint32_t at;
    uint32_t end;
    uint64_t
        letters_hash;  /* of all letters and figures read so far, wherever words end */
    bool after_figure; /* the last of them is a figure */
};

/* Reads up to the first U+0000. size <= NR_TEXT_LIMIT. */
struct nr_plain_reader nr_plain_read(const char *bytes, size_t size);

/* Each bit of a hash has its share in each bit of the result. */
uint64_t nr_plain_mixed(uint64_t hash);

/* False at the end. */
bool nr_plain_next(struct nr_plain_reader *reader, struct nr_plain_word *word);

#endif
