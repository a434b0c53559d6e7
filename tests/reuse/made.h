/* made.h: a press whose outlets copy from each other, and who copied what is known.
 *
 * Writes articles(id, outlet, published, body) and made(article, quote, statement, sort):
 * the quotes that were planted, as printed. Those of one statement are one quote, in two
 * articles; sort says how the second was changed, "" is the first. What is said by chance
 * in other articles is not in `made`. */
#ifndef NR_TESTS_MADE_H
#define NR_TESTS_MADE_H

#include <sqlite3.h>

enum {
    MADE_ARTICLES = 500,
    MADE_REUSES = 120, /* exact, cut, other marks, reworded: as many of each */
    MADE_NEAR_MISSES = 40
};

/* The same for the same seed. */
void made_press(sqlite3 *db, unsigned seed);

#endif
