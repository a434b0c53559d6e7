/* tag/model.h: a model as it lies in the library, and the list of all of them.
 *
 * An attribute's weights are one block: a byte that says at which offsets there are any
 * (bit i: offset i - 2), then label_count weights for each of these. Only what survived
 * pruning is there. model2c makes these tables of the files in tag/models/, after looking
 * at their version, length and checksum; the library opens no file.
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
    NR_MODEL_VERSION = 1,
};

struct nr_model {
    uint32_t label_count;
    uint32_t turn_count;
    uint32_t slot_count;
    const struct nr_model_slot *slots; /* in order of attribute, see nr_model_slot_of() */
    const int8_t *blocks;
    /* [turn_count][label_count + 1][label_count]: from a label (the last row: from the
     * begin of a sequence) to a label. */
    const int16_t *steps;
    const int16_t *ends; /* [label_count] from a label to the end of the sequence */
};

/* The models in use: the library's own, or those being trained. NULL: there is none, and
 * the room does without. */
struct nr_models {
    const struct nr_model *of[NR_MODEL_COUNT]; /* by enum nr_model_name */
};
extern const struct nr_models nr_models; /* the library's own */

/* Where the search for an attribute begins: open addressing, a third of the slots empty.
 */
static inline uint32_t nr_model_slot_of(uint32_t attribute, uint32_t slot_count)
{
    return (uint32_t)((uint64_t)attribute * slot_count >> 32);
}

/* The slot of an attribute, NULL when the model knows nothing of it. */
static inline const struct nr_model_slot *nr_model_find(const struct nr_model *model,
                                                        uint32_t attribute)
{
    uint32_t at = nr_model_slot_of(attribute, model->slot_count);
    for (;; at = at + 1 < model->slot_count ? at + 1 : 0) {
        const struct nr_model_slot *slot = &model->slots[at];
        if (slot->attribute == attribute) {
            return attribute != 0 ? slot : NULL;
        }
        if (slot->attribute == 0) {
            return NULL;
        }
    }
}

#endif
