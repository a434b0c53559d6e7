/* tag/tagger.h: gives each position of a sequence one of a few labels, as it was taught.
 *
 * A linear model: each position is described by attributes (hashes of what is seen there:
 * the word, its shape, its ending ...); each attribute has a weight for each label, at
 * each offset from -2 to +2 that it is seen from; labels that follow each other have
 * weights too. The best row of labels is found by Viterbi in whole numbers, so all
 * machines agree.
 *
 * The rooms describe, the engine decides: the same description is used in training
 * (tag/train/) and in tagging. Method: averaged structured perceptron (Collins 2002), or
 * for speech a conditional random field (Lafferty and others 2001), over hashed features.
 */
#ifndef NR_TAG_TAGGER_H
#define NR_TAG_TAGGER_H

#include "base/arena.h"

enum {
    NR_TAG_LABELS = 32,    /* at most */
    NR_TAG_REACH = 2,      /* attributes are seen from this far on either side */
    NR_TAG_OFFSETS = 5,    /* -2 -1 0 +1 +2 */
    NR_TAG_CHANNELS = 6,   /* at most */
    NR_TAG_KIND = 64,      /* attributes of a kind in one channel, at most */
    NR_TAG_OWN = 64,       /* own attributes of a position, at most */
    NR_TAG_TURNS = 8,      /* ways to come from one position to the next, at most */
    NR_TAG_LONGEST = 2000, /* positions of a sequence: rooms cut longer ones */
};

/* A compiled model: read only, shared by all connections; see tag/model.h. */
struct nr_model;

/* What can be seen at positions, of a few kinds: a word type, a part of speech. Positions
 * of one kind share attributes, which are looked up once a kind and text and seen from
 * all offsets in `offsets`. An attribute is a hash, nr_attribute(); 0 is none. Attributes
 * must differ between channels, and from own ones. */
struct nr_channel {
    const uint32_t *kinds; /* [positions of the text]; NR_NONE: nothing to see */
    uint32_t kind_count;
    const uint32_t *attributes; /* [kind_count][width]; of a kind's a 0 is the end */
    uint32_t width;             /* attributes of one kind, at most */
    uint8_t offsets;            /* bit i: seen from offset i - 2; NR_TAG_ALL_OFFSETS */
};
#define NR_TAG_ALL_OFFSETS 31

/* What is seen of each position of a sequence from there only, at positions [first, first
 * + count) of the text. Fills own[count][own_width] (attributes; 0: none, and where the
 * first is 0 the others are too) and turns[count] (zeroed before): how a position is come
 * to, which of the tables of label after label counts there. */
typedef void nr_describe(const void *context, uint32_t first, uint32_t count,
                         uint32_t *own, uint8_t *turns);

struct nr_sequence {
    uint32_t first; /* position */
    uint32_t count; /* NR_TAG_LONGEST at most */
};

/* A whole text, described. Positions are the room's, mostly tokens. */
struct nr_description {
    struct nr_channel channels[NR_TAG_CHANNELS];
    uint32_t channel_count;
    uint32_t own_width;    /* NR_TAG_OWN at most; may be 0 */
    nr_describe *describe; /* NULL: own_width is 0 and all turns are */
    const void *context;
    NR_LIST(struct nr_sequence) sequences; /* in order; they do not overlap */
};

/* Labels for the positions of all sequences, those in no sequence untouched. margins:
 * NULL, or for each position by how much the best row beats the best one with another
 * label there. Linear in time; memory for one sequence and the channels, given back.
 * False: arena->status. */
bool nr_tag(struct nr_arena *arena, const struct nr_model *model,
            const struct nr_description *description, uint8_t *labels, int16_t *margins);

/* ---- Making attributes ---- */

/* Mixes values into one hash; template: a number for each kind of attribute. Half of the
 * time of a description goes here: one long multiplication mixes all bits. */
static inline uint32_t nr_attribute(uint32_t template, uint32_t a)
{
    uint32_t mixed = a ^ template * 0x85EBCA6Bu;
    uint32_t h = (uint32_t)(mixed * UINT64_C(0x9E3779B97F4A7C15) >> 32);
    return h != 0 ? h : 1;
}

/* Values are hashes, or small numbers: their sum by odd factors tells both apart. */
static inline uint32_t nr_attribute2(uint32_t template, uint32_t a, uint32_t b)
{
    return nr_attribute(template, a + b * 0x165667B1u);
}

static inline uint32_t nr_attribute3(uint32_t template, uint32_t a, uint32_t b,
                                     uint32_t c)
{
    return nr_attribute(template, a + b * 0x165667B1u + c * 0x9E3779B1u);
}

#endif
