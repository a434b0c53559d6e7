/* text/language.h: which language is this? By its function words: "the" is English, "el"
 * Spanish, "que" one of four; and by letters that few languages have: ñ, ß, ã. */
#ifndef NR_TEXT_LANGUAGE_H
#define NR_TEXT_LANGUAGE_H

#include "base/arena.h"
#include "lexicon/facts.h"

#include <stddef.h>

/* One whole vote: a word that only one language has. */
#define NR_VOTE 12u

struct nr_votes {
    uint32_t of[NR_LANGUAGE_COUNT];
};

/* The words last asked for: function words come again and again. Begins zeroed; may serve
 * any number of articles, since it holds nothing that is not in the lists. */
#define NR_BALLOTS 1024u

struct nr_ballots {
    uint64_t words[NR_BALLOTS]; /* their bytes, the first lowest; 0: none */
    uint8_t votes[NR_BALLOTS][NR_LANGUAGE_COUNT];
};

/* Adds the votes of the first words of some running text, until one language is ahead by
 * so much. */
void nr_votes_add(struct nr_votes *votes, struct nr_ballots *ballots,
                  struct nr_chars text, uint32_t words, uint32_t ahead);

/* The language with the most votes: at least so many, and ahead of the second by this
 * share of them; NR_LANGUAGE_NONE otherwise. */
enum nr_language nr_votes_winner(const struct nr_votes *votes, uint32_t least,
                                 uint32_t percent);

/* The language of a text on its own; NR_LANGUAGE_NONE where nothing tells. */
enum nr_language nr_language_of(const char *bytes, size_t length);

/* The same for one text of many. */
enum nr_language nr_language_heard(struct nr_ballots *ballots, const char *bytes,
                                   size_t length);

#endif
