/* tag/model.h: a model as it lies in the library, and the list of all of them.
 *
 * An attribute's weights are found without a search: an attribute belongs to a bucket,
 * and the bucket's shift was chosen so that no two attributes of the model get the same
 * place (a perfect hash). One that the model does not know finds some place too, so what
 * lies there says whose it is.
 *
 * What a channel's attribute weighs is a block: a byte that says at which offsets there
 * are any weights (bit i: offset i - 2), then label_count weights for each of these. What
 * an own attribute weighs is one row of `lanes` bytes: label_count weights, each plus
 * NR_MODEL_ZERO, and in the bytes that are left the attribute, as far as there is room
 * (nr_model_marks()). With seven labels that is one byte: of the strange attributes one
 * in 256 then finds a row that seems to be its own. Twenty rows in eight bytes each are
 * worth it: no figure was worse than with whole attributes.
 *
 * Only what survived pruning is there. model2c makes these tables of the files in
 * tag/models/, after looking at their version, length and checksum; the library opens no
 * file.
 */
#ifndef NR_TAG_MODEL_H
#define NR_TAG_MODEL_H

#include "tag/tagger.h"

/* Order: as they are trained; a later one may read what an earlier one says. The file of
 * a model is tag/models/<name>.model. */
#define NR_MODELS(X)                                                                     \
    X(tags)         /* parts of speech */                                                \
    X(names)        /* names */                                                          \
    X(speech)       /* source, cue, content, at first sight */                           \
    X(speech_again) /* the same, seeing what was found around */

enum nr_model_name {
#define NR_MODEL_ENUM(name) NR_MODEL_##name,
    NR_MODELS(NR_MODEL_ENUM)
#undef NR_MODEL_ENUM
        NR_MODEL_COUNT
};

struct nr_model_slot {
    uint32_t attribute; /* 0: empty */
    uint32_t block;     /* where its weights begin in blocks */
};

enum {
    NR_STEP_NEVER = -12000, /* may not follow */
    NR_MODEL_PADDING = 32,  /* bytes behind the last block that may be read */
    NR_MODEL_OWN = 5,       /* bit of a block's first byte in a file: an own attribute */
    NR_MODEL_LANES = 8,     /* labels handled at once */
    NR_MODEL_ZERO = 128,    /* how a weight of 0 stands in a row */
    NR_MODEL_VERSION = 2,
};

/* Where attributes are: see nr_place_of(). */
struct nr_places {
    uint32_t bucket_count;
    uint32_t count;         /* of places */
    const uint16_t *shifts; /* [bucket_count] */
};

struct nr_model {
    uint32_t label_count;
    uint32_t turn_count;
    struct nr_places kinds;            /* of channels' attributes */
    const struct nr_model_slot *slots; /* [kinds.count] */
    const int8_t *blocks;
    struct nr_places own; /* of own attributes */
    const uint8_t *rows;  /* [own.count][nr_model_lanes(label_count)] */
    /* [own.count] whose row it is, 0: nobody's. Only where models are made; in the
     * library NULL. */
    const uint32_t *row_attributes;
    /* What it weighs that a label follows another, in rows of nr_model_lanes(), aligned
     * to 16 bytes: what stands behind label_count may never follow. */
    const int16_t *steps; /* [turn_count][label_count + 1][lanes] from a label (the last
                             row: from the beginning of a sequence) to each */
    const int16_t *back;  /* [turn_count][label_count][lanes] to a label from each */
    const int16_t *ends;  /* [lanes] from a label to the end of the sequence */
    /* [turn_count][label_count][lanes] If no other label is better than this, the best
     * way goes by the first one, whatever follows. */
    const int16_t *alone;
};

/* The models in use: the library's own, or those being trained. NULL: there is none, and
 * the room does without. */
struct nr_models {
    const struct nr_model *of[NR_MODEL_COUNT]; /* by enum nr_model_name */
};
extern const struct nr_models nr_models; /* the library's own */

/* A number below `count` by the high bits of a hash. */
static inline uint32_t nr_model_share(uint32_t hash, uint32_t count)
{
    return (uint32_t)((uint64_t)hash * count >> 32);
}

/* Length of a row of labels: the next multiple of NR_MODEL_LANES that leaves one free. */
static inline uint32_t nr_model_lanes(uint32_t label_count)
{
    return (label_count / NR_MODEL_LANES + 1) * NR_MODEL_LANES;
}

/* The bits of an own attribute that stand in its row, low byte first. */
static inline uint32_t nr_model_marks(uint32_t label_count)
{
    uint32_t bytes = nr_model_lanes(label_count) - label_count;
    return bytes < 4 ? (UINT32_C(1) << 8 * bytes) - 1 : UINT32_MAX;
}

/* The place of an attribute whose bucket has this shift. */
static inline uint32_t nr_place_by(uint32_t attribute, uint32_t shift, uint32_t count)
{
    return nr_model_share((attribute ^ shift) * 0x85EBCA6Bu, count);
}

/* The place where an attribute is, if there is anything of it. */
static inline uint32_t nr_place_of(const struct nr_places *places, uint32_t attribute)
{
    uint32_t bucket = nr_model_share(attribute, places->bucket_count);
    return nr_place_by(attribute, places->shifts[bucket], places->count);
}

#endif
