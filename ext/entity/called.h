/* entity/called.h: names as they are compared over many articles, each by itself: what an
 * article says of them is not needed.
 *
 *     "Dr. José M. O'Brien-Sosa, MP"     jose m obrien sosa
 *     "The Kelter Group, Inc."           kelter group
 *     "U.S. Treasury Department"         treasury department, of US
 */
#ifndef NR_ENTITY_CALLED_H
#define NR_ENTITY_CALLED_H

#include "base/arena.h"
#include "lexicon/facts.h"

enum { NR_CALLED_WORDS = 12 }; /* more are left away */

struct nr_called {
    struct nr_chars words; /* folded, without accents, joined by one space */
    struct nr_chars word[NR_CALLED_WORDS]; /* [count] in words */
    uint32_t count;
    uint32_t full;   /* of them, how many are no initials */
    bool common;     /* a body of general words alone: "Foreign Ministry" */
    bool relative;   /* nobody by itself: "Vice President", "Court" */
    bool given;      /* a person's, one word that is a given name */
    bool rare;       /* one word that no list has: "Zelvarino" */
    char country[3]; /* what was cut off said: "US"; or "" */
};

/* A way in which a name may be looked for by a shorter one. */
struct nr_called_key {
    struct nr_chars word;
    struct nr_called_key *next;
};

/* type: PERSON or ORG. False: arena->status says why. */
bool nr_called_make(struct nr_arena *arena, enum nr_type type, struct nr_chars name,
                    struct nr_called *called);

/* Under what its bearers are gathered: a person's family name, all of a body's. */
struct nr_chars nr_called_home(enum nr_type type, const struct nr_called *called);

/* What else a name is looked for by: first and last words and initials of a body. Adds to
 * keys; false on failure. */
bool nr_called_keys(struct nr_arena *arena, enum nr_type type,
                    const struct nr_called *called, struct nr_called_key **keys);

/* May who is called the shorter be called the longer? J. Marlow, Joseph Marlow; Marlow,
 * Ada Marlow. Only if the longer says more; initials say less than words. */
bool nr_called_fuller(enum nr_type type, const struct nr_called *longer,
                      const struct nr_called *shorter);

bool nr_chars_same(struct nr_chars a, struct nr_chars b);
int nr_chars_order(struct nr_chars a, struct nr_chars b); /* as memcmp() */

#endif
