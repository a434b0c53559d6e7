/* tables/options.h: what a user says about an article in article_options.
 *
 *     {"title": "Mayor quits",
 *      "language": "en",
 *      "names": ["Ana Ruiz", {"form": "Mighty Oak", "type": "ORG", "country": "US"}],
 *      "cues": ["opine", {"form": "sound the alarm", "verb": "warn", "act": "say"}]}
 *
 * Read once and kept while articles come with the same text.
 */
#ifndef NR_TABLES_OPTIONS_H
#define NR_TABLES_OPTIONS_H

#include "tables/request.h"
#include "text/text.h"

/* Counted by reference: the session holds the last, each clipping its own. */
struct nr_options {
    struct nr_arena arena;
    struct nr_argument source; /* as written */
    struct nr_text_options text;
    int references;
};

/* db: whose JSON functions read it. */
int nr_options_read(sqlite3 *db, const struct nr_host *host,
                    const struct nr_argument *source, struct nr_options **options,
                    struct nr_failure *failure);
struct nr_options *nr_options_hold(struct nr_options *options);
void nr_options_release(struct nr_options *options); /* NULL is fine */

#endif
