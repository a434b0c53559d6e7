/* tables/options.h: what a user says about an article in article_options.
 *
 *     {"title": "Mayor quits",
 *      "language": "en",
 *      "names": ["Ana Ruiz",
 *                {"name": "Mighty Oak", "forms": ["Mighty Oak Inc", "MOI"], "type":
 * "ORG"},
 *                {"name": "Li Wei", "gender": "female", "role": "mayor of Lund"}],
 *      "cues": ["opine", {"form": "sound the alarm", "verb": "warn", "act": "say"}]}
 *
 * A name that is only a string is a PERSON; "form" is short for "forms" with one. A cue
 * is a verb's base form and is inflected by rule; "forms" gives base, third, past,
 * participle and ing of one that is irregular. Read once and kept while articles come
 * with the same options.
 */
#ifndef NR_TABLES_OPTIONS_H
#define NR_TABLES_OPTIONS_H

#include "base/map.h"
#include "tables/request.h"
#include "text/text.h"

#include <stdatomic.h>

/* Counted by reference: the session holds the last, each clipping its own. */
struct nr_options {
    struct nr_arena arena;
    struct nr_argument source; /* as written */
    struct nr_text_options text;
    struct nr_map roles; /* name -> index into role_list */
    NR_LIST(struct nr_chars) role_list;
    atomic_int references; /* clippings of a worker are released by another thread */
};

/* db: whose JSON functions read it. */
int nr_options_read(sqlite3 *db, const struct nr_host *host,
                    const struct nr_argument *source, struct nr_options **out,
                    struct nr_failure *failure);
struct nr_options *nr_options_hold(struct nr_options *options);
void nr_options_release(struct nr_options *options); /* NULL is fine */

/* The role that the user gives to a name; length 0: none. options may be NULL. */
struct nr_chars nr_options_role(const struct nr_options *options, struct nr_chars name);

#endif
