/* page/voices.h: who speaks in an article, numbered, so that a page can give each speaker
 * a number and a colour. */
#ifndef NR_PAGE_VOICES_H
#define NR_PAGE_VOICES_H

#include "article.h"

struct nr_voice {
    struct nr_chars name;
    struct nr_span role; /* or empty */
    uint32_t entity;     /* or NR_NONE: somebody without a name */
    uint32_t utterances;
};

struct nr_voices {
    NR_LIST(struct nr_voice) list; /* in the order of their first words */
    uint32_t
        *of_utterance; /* [utterances.count] index into list; NR_NONE: nobody known */
};

/* False: arena->status says why. */
bool nr_voices_find(struct nr_arena *arena, const struct nr_article *article,
                    struct nr_voices *voices);

#endif
