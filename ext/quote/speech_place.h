/* quote/speech_place.h: what a position shows of speech by itself. Inside of speech.c. */
#ifndef NR_QUOTE_SPEECH_PLACE_H
#define NR_QUOTE_SPEECH_PLACE_H

#include "quote/speech.h"

/* Where a token stands towards quotation marks. */
enum nr_state { NR_OUTSIDE, NR_INSIDE, NR_OPENS, NR_CLOSES, NR_STATE_COUNT };

enum {
    NR_SPEECH_OWN_FIRST = 11, /* own attributes in the first pass */
    NR_SPEECH_OWN_AGAIN = 13, /* in the second */
};

/* Describes positions; context: a struct nr_speech_view. */
nr_describe nr_speech_places;

#endif
