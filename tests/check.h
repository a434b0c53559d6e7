/* check.h: what the headers of ext/ promise of every analysis, whatever the text.
 *
 * Used after each analysis by the golden runner, the property, hostile and fuzz tests:
 *
 *     struct check_finding finding = check_article(&article);
 *     if (finding.promise != NULL) printf("%s at %u\n", finding.promise, finding.index);
 *
 * One pass over each array; linear in the text. */
#ifndef NR_TESTS_CHECK_H
#define NR_TESTS_CHECK_H

#include "article.h"

struct check_finding {
    const char *promise; /* the first that is broken; NULL: none. Static storage */
    uint32_t index;      /* in which block, sentence, token ... */
};

/* Checks the stages that are done. */
struct check_finding check_article(const struct nr_article *article);

#endif
