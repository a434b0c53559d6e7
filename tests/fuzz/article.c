/* article.c: any bytes as an article: no crash, no leak, and every promise of check.h
 * kept. */
#include "fuzz/fuzz.h"

#include "analyse.h"
#include "check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct analysis analysis;
    /* A copy without spare room, so that reading one byte too far is seen. */
    char *text = malloc(size > 0 ? size : 1);
    if (text == NULL) {
        return 0;
    }
    if (size > 0) {
        memcpy(text, data, size);
    }
    enum nr_status status = analysis_open(&analysis, text, size);
    struct check_finding finding = check_article(&analysis.article);
    analysis_close(&analysis);
    free(text);
    if (status != NR_OK || finding.promise != NULL || analysis.memory.blocks != 0) {
        printf("status %d, broken promise: %s at %u, %zu blocks left\n", (int)status,
               finding.promise != NULL ? finding.promise : "none", finding.index,
               analysis.memory.blocks);
        fflush(stdout);
        abort();
    }
    return 0;
}
