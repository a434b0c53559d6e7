/* text/line_shapes.h: lines that are no running text, by how they look. */
#ifndef NR_TEXT_LINE_SHAPES_H
#define NR_TEXT_LINE_SHAPES_H

#include "base/pattern.h"
#include "text/block.h"

#define NR_TRAIT_SHORT_BYTES 120u
#define NR_TRAIT_LINE_BYTES  256u

/* What one look at a passage tells. */
enum nr_trait {
    NR_TRAIT_GAP = 1 << 0,      /* a blank line before it */
    NR_TRAIT_STOPS = 1 << 1,    /* ends as a sentence does */
    NR_TRAIT_SHORT = 1 << 2,    /* at most NR_TRAIT_SHORT_BYTES */
    NR_TRAIT_LINE = 1 << 3,     /* at most NR_TRAIT_LINE_BYTES */
    NR_TRAIT_CAPITALS = 1 << 4, /* short, letters, and none of them small */
    NR_TRAIT_QUOTED = 1 << 5,   /* a mark at each end */
    NR_TRAIT_SLASH = 1 << 6,    /* a / or : among its last bytes */
    NR_TRAIT_BRACKET = 1 << 7,  /* a ( or [ among its first or last bytes */
    NR_TRAIT_FIGURES = 1 << 8,  /* short, with four figures as a year has them */
    NR_TRAIT_NAME = 1 << 9,     /* its last word begins with a capital */
    NR_TRAIT_LETTER = 1 << 10,  /* begins with a letter of ASCII */
    NR_TRAIT_FRONT = 1 << 11,   /* one of the first blocks */
    NR_TRAIT_BACK = 1 << 12,    /* one of the last */
};

struct nr_line_shape {
    const char *name;
    const char *example;
    const char *pattern;
    const char *begins; /* three bytes that may begin it, three more ...; NULL: any */
    const char *holds;  /* bytes that are somewhere in it; NULL: none */
    uint8_t kind;       /* enum nr_block_kind */
    uint16_t needs;     /* traits it must have */
    uint16_t forbids;   /* traits it must not have */
    bool at_end;        /* the pattern sees the last bytes, not the first */
};

extern const struct nr_line_shape nr_line_shapes[];
extern const uint32_t nr_line_shape_count;

/* The first row from a row on that may fit, by traits and first byte; NR_NONE: none. */
uint32_t nr_line_shape_first(struct nr_chars written, uint32_t traits, uint32_t from);

/* What the connection remembers of its function words (text/language.h). */
struct nr_ballots *nr_block_patterns_ballots(const struct nr_block_patterns *patterns);

/* Does its pattern match? */
bool nr_line_shape_fits(struct nr_matcher *matcher,
                        const struct nr_block_patterns *patterns, uint32_t row,
                        struct nr_chars written);

#endif
