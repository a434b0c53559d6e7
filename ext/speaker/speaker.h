/* speaker/speaker.h: who a source is: names, titles, nouns and pronouns -> a speaker. */
#ifndef NR_SPEAKER_SPEAKER_H
#define NR_SPEAKER_SPEAKER_H

#include "speaker/stand_in.h"

struct nr_speaker {
    struct nr_chars
        name; /* canonical name, or the noun phrase cut to its core; length 0: NULL */
    struct nr_chars
        head;            /* head noun where nobody is named: "official"; length 0: none */
    struct nr_span role; /* or empty */
    uint32_t entity;     /* index into entities, or NR_NONE */
    uint8_t type;        /* enum nr_type; 0 none */
    uint8_t gender;      /* enum nr_gender */
    uint8_t gender_basis;      /* enum nr_gender_basis */
    struct nr_chars addressee; /* canonical name or noun phrase; length 0: none */
    uint32_t addressee_entity; /* index into entities, or NR_NONE */
    uint32_t
        *others; /* [other_count] entities who said it too: "Macron and Scholz said" */
    uint32_t other_count;
};

struct nr_speakers {
    struct nr_speaker *items; /* [utterances.count] one for each utterance */
    uint32_t count;
    uint32_t *quotes_of_entity; /* [entities.count] utterances it is the speaker of */
};

enum nr_status nr_speakers_resolve(struct nr_arena *arena, const struct nr_script *script,
                                   const struct nr_stand_ins *references,
                                   struct nr_speakers *speakers);

#endif
