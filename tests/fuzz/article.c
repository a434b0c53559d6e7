/* article.c: any bytes as an article: no crash, no leak, and every promise of check.h
 * and page/look.h kept. */
#include "fuzz/fuzz.h"

#include "analyse.h"
#include "check.h"
#include "page/look.h"

/* Patterns are compiled once for all inputs; what they hold is what may be left after
 * each. */
static struct analysis analysis;
static size_t patterns_blocks;

static void start_once(void)
{
    if (analysis.article.patterns == NULL) {
        if (analysis_start(&analysis, "", 0) != NR_OK) {
            abort();
        }
        patterns_blocks = analysis.memory.blocks;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    start_once();
    /* A copy without spare room, so that reading one byte too far is seen. */
    char *text = malloc(size > 0 ? size : 1);
    if (text == NULL) {
        return 0;
    }
    if (size > 0) {
        memcpy(text, data, size);
    }
    analysis_next(&analysis, text, size);
    if (size > 0 && data[0] % 4 != 0) { /* when it came out, or that nobody knows */
        analysis.article.published = nr_period_days(data[0] * 90, 'D');
    }
    enum nr_status status = analysis_run(&analysis);
    struct check_finding finding = check_article(&analysis.article);
    if (status == NR_OK && finding.promise == NULL) {
        finding.promise = look_at_pages(&analysis.article, &analysis.memory);
    }
    nr_arena_close(&analysis.article.arena);
    size_t left = analysis.memory.blocks - patterns_blocks;
    free(text);
    if (status != NR_OK || finding.promise != NULL || left != 0) {
        printf("status %d, broken promise: %s at %u, %zu blocks left\n", (int)status,
               finding.promise != NULL ? finding.promise : "none", finding.index, left);
        fflush(stdout);
        abort();
    }
    return 0;
}
