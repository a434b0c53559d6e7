/* tag/train/name_phrase.h: names within the phrases that a corpus marks. */
#ifndef NR_TAG_TRAIN_NAME_PHRASE_H
#define NR_TAG_TRAIN_NAME_PHRASE_H

#include "entity/name_features.h"

struct name_phrase {
    const struct nr_text *text;
    uint32_t first; /* tokens */
    uint32_t end;
    uint32_t head; /* found by name_in_phrase() */
    enum nr_name_sort sort;
};

/* Cuts a phrase with this head down to its name. False: it has none. */
bool name_in_phrase(struct name_phrase *phrase, const char *head);

#endif
