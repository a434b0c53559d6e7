/* base/span.h: a stretch of the article, half open, in bytes from 0.
 * Characters exist only at the SQL edge (tables/), where text/utf8.h converts. */
#ifndef NR_BASE_SPAN_H
#define NR_BASE_SPAN_H

#include <stdbool.h>
#include <stdint.h>

/* "No such index": for every cross-reference between result arrays. */
#define NR_NONE UINT32_MAX

struct nr_span {
    uint32_t begin;
    uint32_t end;
};

static inline struct nr_span nr_span_of(uint32_t begin, uint32_t end)
{
    return (struct nr_span){begin, end};
}

static inline bool nr_span_empty(struct nr_span span)
{
    return span.begin >= span.end;
}

static inline uint32_t nr_span_length(struct nr_span span)
{
    return span.end - span.begin;
}

static inline bool nr_span_has(struct nr_span outer, struct nr_span inner)
{
    return outer.begin <= inner.begin && inner.end <= outer.end;
}

static inline bool nr_span_meets(struct nr_span a, struct nr_span b)
{
    return a.begin < b.end && b.begin < a.end;
}

/* Bytes that are not the article's own: words of a lexicon, of the options. */
struct nr_chars {
    const char *bytes;
    uint32_t length;
};

#endif
