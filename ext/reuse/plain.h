/* reuse/plain.h: letters without casing and accents. */
#ifndef NR_REUSE_PLAIN_H
#define NR_REUSE_PLAIN_H

#include <stdint.h>

/* What a code point comes to: Ł is l, ﬃ is ffi, a combining accent is nothing. */
struct nr_plain {
    uint32_t codes[3]; /* [count] */
    uint32_t count;
};

struct nr_plain nr_plain_of(uint32_t code);

#endif
