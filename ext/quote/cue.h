/* quote/cue.h: the words that report: "told", "has repeatedly said", "according to",
 * "warning". */
#ifndef NR_QUOTE_CUE_H
#define NR_QUOTE_CUE_H

#include "quote/grammar.h"

enum nr_cue_form {
    NR_CUE_FINITE,     /* said, has said, would say */
    NR_CUE_ING,        /* adding, warning: its subject is the clause's */
    NR_CUE_INFINITIVE, /* (went on) to say: likewise */
    NR_CUE_PREPOSITION /* according to: the source follows */
};

struct nr_cue {
    uint32_t first; /* tokens [first, end): auxiliaries, negation and particle included */
    uint32_t end;
    uint32_t verb; /* token */
    const struct nr_fact *fact;
    struct nr_phrase subject;   /* empty: not found to its left */
    struct nr_phrase addressee; /* empty: none */
    struct nr_phrase via;       /* empty: none; "in a statement", "on Facebook" */
    uint32_t content;    /* token at which what is reported may begin, to its right */
    uint32_t region_end; /* ... and where it ends; content == region_end: nothing there */
    uint8_t form;        /* enum nr_cue_form */
    bool negated;
    bool complementiser; /* that, whether, if stood before the content */
    bool to_do;          /* the content is "to" and a verb: promised to, declined to */
    bool shared;         /* the subject is the one of the clause before: "and said" */
    bool taken;          /* a quote to its left is its content */
    bool learned;        /* the model has read what it reports: no row by rules */
};

/* Most tokens are turned away by it. */
static inline bool nr_cue_may_start(const struct nr_reading *reading, uint32_t t)
{
    return nr_phrase_may_start(reading->text, t, NR_IN(speech_verb) | NR_IN(cue_phrase));
}

/* The cue at token t, if t is one; [from, to) is the stretch outside marks that it stands
 * in. Fills all but region_end, shared and taken. */
bool nr_cue_at(const struct nr_reading *reading, uint32_t t, uint32_t from, uint32_t to,
               struct nr_cue *cue);

/* What the cue makes of the words: its verb's act, turned by a negation; region_end must
 * be filled. */
enum nr_act nr_cue_act(const struct nr_reading *reading, const struct nr_cue *cue);

/* Is the act one of its clause alone: denied, declined, thought, felt? What is quoted in
 * the next sentence is none of it, where an order or a promise may go on. */
static inline bool nr_act_holds_clause(enum nr_act act)
{
    return act == NR_ACT_DENY || act == NR_ACT_DECLINE || act == NR_ACT_THINK ||
           act == NR_ACT_FEEL;
}

#endif
