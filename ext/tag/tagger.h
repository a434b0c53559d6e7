/* tag/tagger.h: gives each position of a sequence one of a few labels, as it was taught.
 *
 * A linear model: each position is described by attributes (hashes of what is seen there:
 * the word, its shape, its ending ...); each attribute has a weight for each label, at
 * each offset from -2 to +2 that it is seen from; labels that follow each other have
 * weights too. The best row of labels is found by Viterbi in whole numbers, so all
 * machines agree.
 *
 * The rooms describe, the engine decides: the same description is used in training
 * (tag/train/) and in tagging. Method: averaged structured perceptron (Collins 2002) over
 * hashed features.
 */
#ifndef NR_TAG_TAGGER_H
#define NR_TAG_TAGGER_H

#include "base/arena.h"

enum {
    NR_TAG_LABELS = 32,  /* at most */
    NR_TAG_REACH = 2,    /* attributes are seen from this far on either side */
    NR_TAG_OFFSETS = 5,  /* -2 -1 0 +1 +2 */
    NR_TAG_CHANNELS = 6, /* at most */
    NR_TAG_OWN = 64,     /* own attributes of a position, at most */
    NR_TAG_TURNS = 8,    /* kinds of step from one position to the next, at most */
};

/* A compiled model: read only, shared by all connections; see tag/model.h. */
struct nr_model;

/* What can be seen at positions, of a few kinds: a word type, a part of speech. Positions
 * of one kind share attributes, which are looked up once a kind and seen from all offsets
 * in `offsets`. An attribute is a hash, nr_attribute(); 0 is none. Attributes must differ
 * between channels, and from those of `own`. */
struct nr_channel {
    const uint32_t *kinds; /* [count] of each position; NR_NONE: nothing */
    uint32_t kind_count;
    const uint32_t *attributes; /* [kind_count][width] */
    uint32_t width;             /* attributes of one kind */
    uint8_t offsets;            /* bit i: seen from offset i - 2; 31: all, 4: own only */
};

/* One sequence, described. Sequences of one text share channels. */
struct nr_described {
    uint32_t first; /* index of its first position into kinds and own */
    uint32_t count;
};

/* A whole text, described. */
struct nr_description {
    struct nr_channel channels[NR_TAG_CHANNELS];
    uint32_t channel_count;
    uint32_t count;       /* positions in all */
    const uint32_t *own;  /* [count][own_width] attributes seen from their position only */
    uint32_t own_width;   /* may be 0 */
    const uint8_t *turns; /* [count] how a position is come to: which of the tables of
                             label after label counts; NULL: 0 everywhere */
    NR_LIST(struct nr_described) sequences;
};

/* Labels for all positions of all sequences: labels[count], of positions in no sequence
 * untouched. margins: NULL, or [count]: by how much the best row beats the best one with
 * another label there, at most INT16_MAX. Linear; false: arena->status. The arena's work
 * memory is freed by the caller. */
bool nr_tag(struct nr_arena *arena, const struct nr_model *model,
            const struct nr_description *description, uint8_t *labels, int16_t *margins);

/* ---- Making attributes ---- */

/* Mixes values into one hash; template: a number for each kind of attribute. */
static inline uint32_t nr_attribute(uint32_t template, uint32_t a)
{
    uint32_t h = (a ^ template * 0x9E3779B1u) * 0x85EBCA6Bu;
    h = (h ^ h >> 15) * 0xC2B2AE35u;
    h ^= h >> 16;
    return h != 0 ? h : 1;
}

static inline uint32_t nr_attribute2(uint32_t template, uint32_t a, uint32_t b)
{
    return nr_attribute(template, a * 0x27D4EB2Fu ^ (b + 0x165667B1u + (b << 7)));
}

static inline uint32_t nr_attribute3(uint32_t template, uint32_t a, uint32_t b,
                                     uint32_t c)
{
    return nr_attribute2(template, nr_attribute2(template, a, b), c);
}

#endif
