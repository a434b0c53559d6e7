/* quote/speech.h: source, cue and content, as a learned model sees them: one sequence a
 * paragraph, so that contents run over sentences. */
#ifndef NR_QUOTE_SPEECH_H
#define NR_QUOTE_SPEECH_H

#include "entity/entity.h"
#include "quote/quote.h"
#include "tag/model.h"

enum nr_speech_label {
    NR_SPEECH_NONE,
    NR_SPEECH_SOURCE,    /* begins one */
    NR_SPEECH_SOURCE_ON, /* goes on */
    NR_SPEECH_CUE,
    NR_SPEECH_CUE_ON,
    NR_SPEECH_CONTENT,
    NR_SPEECH_CONTENT_ON,
    NR_SPEECH_LABEL_COUNT
};

enum { NR_SPEECH_TURNS = 4 };

/* What is known of an article when speech is looked for; its marks are paired. */
struct nr_page {
    const struct nr_text *text;
    const struct nr_tags *tags;
    const struct nr_entities *entities;
    const struct nr_quotes *quotes;
};

/* A text, ready to be described. */
struct nr_speech_view {
    const struct nr_text *text;
    const uint8_t *states; /* [tokens] outside marks, inside, an opening, a closing one */
    const uint8_t *tags;   /* [tokens] enum nr_pos */
    const uint8_t *names;  /* [tokens] of a name's first token, others; by type */
    const uint32_t *classes; /* [tokens] what the lists say of it, as one hash */
    const uint32_t *lemmas;  /* [tokens] of what may report; 0: nothing that may */
    const uint8_t *seen; /* [tokens] what the first pass said; NULL: this is the first */
};

/* May label b come after a; as struct course asks it. */
bool nr_speech_may_follow(uint32_t a, uint32_t b);

/* Describes a page for the first pass. The description lives in arena. */
enum nr_status nr_speech_describe(struct nr_arena *arena, const struct nr_page *page,
                                  struct nr_description *description);
/* Makes of it the description for the second pass, of those paragraphs in which the first
 * one saw something. seen: its labels. */
enum nr_status nr_speech_describe_again(struct nr_arena *arena, const uint8_t *seen,
                                        struct nr_description *description);

/* A label for each token, by both passes; NULL where there is no model or memory.
 * margins: [tokens] by how much each label won. */
const uint8_t *nr_speech_find(struct nr_arena *arena, const struct nr_models *models,
                              const struct nr_page *page, int16_t *margins);

#endif
