/* base/pattern.h: regular expressions over bytes: the only door to PCRE2.
 *
 * A pattern is compiled into one arena and read-only from then on. What a match needs to
 * remember lives in a matcher, made in the arena of the analysis, so that one set of
 * patterns serves many analyses. No UTF mode, no locale, no JIT; a match that goes past
 * its limits is NR_BAD_PATTERN: the library's own patterns on bounded stretches of text
 * never do.
 */
#ifndef NR_BASE_PATTERN_H
#define NR_BASE_PATTERN_H

#include "base/arena.h"

struct nr_pattern;
struct nr_matcher;

/* NULL on failure: arena->status is NR_BAD_PATTERN or NR_NOMEM. */
const struct nr_pattern *nr_pattern_make(struct nr_arena *arena, const char *expression);

struct nr_matcher *nr_matcher_make(struct nr_arena *arena);

/* Does the pattern match anywhere in the bytes? match, if not NULL, is where. False on
 * failure, too: the status of the matcher's arena says so. */
bool nr_pattern_find(struct nr_matcher *matcher, const struct nr_pattern *pattern,
                     struct nr_chars subject, struct nr_span *match);

/* The library that matches, and its version, for a report: "10.42 2022-12-11". */
enum { NR_PATTERN_ENGINE_BYTES = 64 };
void nr_pattern_engine(char name[NR_PATTERN_ENGINE_BYTES]);

#endif
