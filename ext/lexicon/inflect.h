/* lexicon/inflect.h: the regular English verb: deny, denies, denied, denying. For the
 * lists when they are built, and for the verbs that a user brings. */
#ifndef NR_LEXICON_INFLECT_H
#define NR_LEXICON_INFLECT_H

#include <stdbool.h>
#include <stddef.h>

/* The past serves as the participle. */
enum nr_inflection { NR_INFLECT_THIRD, NR_INFLECT_PAST, NR_INFLECT_ING };

enum { NR_INFLECT_MORE = 4 }; /* bytes that a form may be longer than its base */

/* Writes a form of a verb in lower case to out, which has room for length +
 * NR_INFLECT_MORE bytes; returns its length. Only the first word changes: "call on",
 * "calls on". doubled: its last letter doubles although no rule says so (admit). */
size_t nr_inflect(char *out, const char *base, size_t length, enum nr_inflection which,
                  bool doubled);

#endif
