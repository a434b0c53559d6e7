/* speaker/unnamed.h: what kind of speaker is a phrase without a name? */
#ifndef NR_SPEAKER_UNNAMED_H
#define NR_SPEAKER_UNNAMED_H

#include "quote/grammar.h"

struct nr_unnamed {
    uint32_t
        head; /* token of the noun that says who: "analysts" of "most of the analysts" */
    uint8_t type;   /* enum nr_type; 0: the noun does not tell */
    uint8_t gender; /* enum nr_gender, as the noun tells it; NONE: no person */
};

struct nr_unnamed nr_unnamed_of(const struct nr_reading *reading,
                                struct nr_phrase phrase);

#endif
