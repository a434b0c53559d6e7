/* analyse.h: one text analysed from C, as tables/ would do it, for golden, hostile, fuzz
 * and bench.
 *
 *     struct analysis analysis;
 *     if (analysis_open(&analysis, bytes, length) == NR_OK) { ... analysis.article.quotes
 * ... } analysis_close(&analysis); */
#ifndef NR_TESTS_ANALYSE_H
#define NR_TESTS_ANALYSE_H

#include "article.h"
#include "harness.h"
#include "text/block.h"

struct analysis {
    struct test_memory
        memory; /* peak: the most that the analysis held, patterns included */
    struct nr_arena patterns;
    struct nr_article article;
};

/* Gives an analysis that was started another text; its patterns stay. */
static inline void analysis_next(struct analysis *a, const char *bytes, size_t length)
{
    struct nr_host host = test_host(&a->memory);
    const char *zero = length > 0 ? memchr(bytes, 0, length) : NULL;
    const struct nr_block_patterns *patterns = a->article.patterns;
    nr_arena_close(&a->article.arena);
    a->article =
        (struct nr_article){.bytes = bytes, .patterns = patterns, .models = &nr_models};
    a->article.published = nr_days_none();
    a->article.length = (uint32_t)(zero != NULL ? (size_t)(zero - bytes) : length);
    nr_arena_open(&a->article.arena, &host);
}

/* Gets ready; runs nothing. bytes must outlive the analysis; it ends at its first U+0000.
 */
static inline enum nr_status analysis_start(struct analysis *a, const char *bytes,
                                            size_t length)
{
    struct nr_host host = test_host(&a->memory);
    *a = (struct analysis){.memory = {0}};
    nr_arena_open(&a->patterns, &host);
    a->article.patterns = nr_block_patterns_make(&a->patterns);
    analysis_next(a, bytes, length);
    return a->patterns.status;
}

/* All stages. */
static inline enum nr_status analysis_run(struct analysis *a)
{
    return nr_article_analyse(&a->article, NR_STAGE_ROLL);
}

static inline enum nr_status analysis_open(struct analysis *a, const char *bytes,
                                           size_t length)
{
    enum nr_status status = analysis_start(a, bytes, length);
    return status == NR_OK ? analysis_run(a) : status;
}

static inline void analysis_close(struct analysis *a)
{
    nr_arena_close(&a->article.arena);
    nr_arena_close(&a->patterns);
}

/* A whole file with a 0 behind it, to be freed; NULL when it can't be read. */
static inline char *read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    size_t room = 0;
    size_t got = 1;
    *length = 0;
    while (file != NULL && got > 0) {
        if (room - *length < 2) {
            room = room == 0 ? 64 * 1024 : room * 2;
            char *more = realloc(bytes, room);
            if (more == NULL) {
                break;
            }
            bytes = more;
        }
        got = fread(bytes + *length, 1, room - *length - 1, file);
        *length += got;
    }
    if (bytes != NULL) {
        bytes[*length] = 0;
    }
    if (file != NULL) {
        fclose(file);
    }
    return bytes;
}

#endif
