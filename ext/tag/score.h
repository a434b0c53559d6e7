/* tag/score.h: what each label gets at each position of a sequence. Inside of tagger.c.
 */
#ifndef NR_TAG_SCORE_H
#define NR_TAG_SCORE_H

#include "tag/model.h"

/* Of each kind of a channel: what it gives each label at each offset. */
struct nr_rows {
    int16_t *items; /* [kind_count][count][lanes] */
    uint32_t first; /* offset */
    uint32_t count; /* of offsets */
    bool shared;    /* with the channel before */
};

/* One text being scored, a sequence at a time. */
struct nr_scoring {
    const struct nr_model *model;
    const struct nr_description *description;
    uint32_t lanes; /* of the model's rows */
    struct nr_rows rows[NR_TAG_CHANNELS];
    const int16_t **seen; /* [longest + 2 * NR_TAG_REACH] */
    uint32_t *own;        /* [longest][own_width] */
    uint8_t *turns;       /* [longest] how positions of the sequence are come to */
    int16_t *scores;      /* [longest][lanes]; what stands behind label_count is 0 */
};

/* longest: positions of the longest sequence. False: arena->status. */
bool nr_scoring_open(struct nr_scoring *scoring, struct nr_arena *arena,
                     const struct nr_model *model,
                     const struct nr_description *description, uint32_t longest);
/* Fills turns and scores. */
void nr_score(const struct nr_scoring *scoring, struct nr_sequence sequence);

#endif
