/* base/pattern.c: see pattern.h.
 *
 * All memory that PCRE2 asks for comes from an arena and goes when the arena does, so its
 * free does nothing. */
#include "base/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/* Far more than a line of news needs, little enough to give up within a millisecond or
 * two. */
enum { MATCH_LIMIT = 100 * 1000, DEPTH_LIMIT = 10 * 1000, HEAP_LIMIT_KB = 1024 };

struct nr_pattern {
    pcre2_code *code;
};

struct nr_matcher {
    struct nr_arena *arena;
    pcre2_match_context *limits;
    pcre2_match_data *data;
};

static void *take(PCRE2_SIZE size, void *arena)
{
    return nr_arena_take_raw(arena, size);
}

static void leave(void *block, void *arena)
{
    (void)block;
    (void)arena;
}

static void *fail(struct nr_arena *arena, enum nr_status status)
{
    if (arena->status == NR_OK) {
        arena->status = status;
    }
    return NULL;
}

const struct nr_pattern *nr_pattern_make(struct nr_arena *arena, const char *expression)
{
    struct nr_pattern *pattern = nr_arena_take(arena, sizeof *pattern);
    pcre2_general_context *memory = pcre2_general_context_create(take, leave, arena);
    pcre2_compile_context *context =
        memory != NULL ? pcre2_compile_context_create(memory) : NULL;
    if (pattern == NULL || context == NULL) {
        return fail(arena, NR_NOMEM);
    }
    int error = 0;
    PCRE2_SIZE at = 0;
    pattern->code =
        pcre2_compile((PCRE2_SPTR)expression, PCRE2_ZERO_TERMINATED,
                      PCRE2_NEVER_UTF | PCRE2_NEVER_UCP | PCRE2_NEVER_BACKSLASH_C |
                          PCRE2_NO_AUTO_CAPTURE | PCRE2_DOLLAR_ENDONLY,
                      &error, &at, context);
    if (pattern->code == NULL) {
        return fail(arena, NR_BAD_PATTERN); /* NR_NOMEM has stuck already */
    }
    return pattern;
}

struct nr_matcher *nr_matcher_make(struct nr_arena *arena)
{
    struct nr_matcher *matcher = nr_arena_take(arena, sizeof *matcher);
    pcre2_general_context *memory = pcre2_general_context_create(take, leave, arena);
    if (matcher == NULL || memory == NULL) {
        return fail(arena, NR_NOMEM);
    }
    matcher->arena = arena;
    matcher->limits = pcre2_match_context_create(memory);
    matcher->data = pcre2_match_data_create(1, memory);
    if (matcher->limits == NULL || matcher->data == NULL) {
        return fail(arena, NR_NOMEM);
    }
    pcre2_set_match_limit(matcher->limits, MATCH_LIMIT);
    pcre2_set_depth_limit(matcher->limits, DEPTH_LIMIT);
    pcre2_set_heap_limit(matcher->limits, HEAP_LIMIT_KB);
    return matcher;
}

bool nr_pattern_find(struct nr_matcher *matcher, const struct nr_pattern *pattern,
                     struct nr_chars subject, struct nr_span *match)
{
    if (matcher->arena->status != NR_OK) {
        return false;
    }
    int found = pcre2_match(pattern->code, (PCRE2_SPTR)subject.bytes, subject.length, 0,
                            0, matcher->data, matcher->limits);
    if (found < 0) {
        if (found != PCRE2_ERROR_NOMATCH) {
            fail(matcher->arena,
                 found == PCRE2_ERROR_NOMEMORY ? NR_NOMEM : NR_BAD_PATTERN);
        }
        return false;
    }
    if (match != NULL) {
        const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(matcher->data);
        *match = nr_span_of((uint32_t)ends[0], (uint32_t)ends[1]);
    }
    return true;
}

void nr_pattern_engine(char name[NR_PATTERN_ENGINE_BYTES])
{
    name[0] = '\0';
    if (pcre2_config(PCRE2_CONFIG_VERSION, NULL) <= NR_PATTERN_ENGINE_BYTES) {
        pcre2_config(PCRE2_CONFIG_VERSION, name);
    }
}
