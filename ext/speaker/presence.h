/* speaker/presence.h: every mention of the article in reading order, names, nouns and
 * pronouns alike; and how much each entity is spoken of, and speaks.
 *
 * The last step: who "I" and "you" are inside quoted words follows from the speakers, and
 * so does a part of salience. */
#ifndef NR_SPEAKER_PRESENCE_H
#define NR_SPEAKER_PRESENCE_H

#include "speaker/speaker.h"
#include "speaker/stand_in.h"

struct nr_appearance {
    struct nr_span span;
    uint32_t token;  /* the first */
    uint32_t entity; /* or NR_NONE: a pronoun that nobody is found for */
    uint8_t type;    /* enum nr_type */
    uint8_t kind;    /* enum nr_mention_kind */
    uint8_t rule;    /* enum nr_stand_in_rule; of a name nothing */
    uint8_t sure;    /* in hundredths; 0: not known */
};

struct nr_presence {
    NR_LIST(struct nr_appearance)
    all;                /* by begin; of two that begin together the longer
                           one first */
    uint32_t *mentions; /* [entities.count] how many of these are its */
    uint8_t *salience;  /* [entities.count] in hundredths */
};

/* Linear. */
enum nr_status nr_presence_find(struct nr_arena *arena, const struct nr_script *script,
                                const struct nr_stand_ins *references,
                                const struct nr_speakers *speakers,
                                struct nr_presence *presence);

#endif
