/* refresh/lexicon.h: the user's own names and words that introduce speech, from the table
 * newsroom_lexicon. */
#ifndef NR_REFRESH_LEXICON_H
#define NR_REFRESH_LEXICON_H

#include "archive/archive.h"

/* Of newsroom_lexicon and newsroom_lexicon_used, without the id. */
#define NR_LEXICON_COLUMNS "kind, form, name, type, gender, country, role, act"

/* The options that articles are analysed with, {"names": [...], "cues": [...]}, to be
 * freed by sqlite3_free(); NULL: the table is empty, or a failure. An error names the row
 * and the remedy. */
char *nr_lexicon_options(const struct nr_archive *archive, struct nr_failure *failure);

/* Notes in newsroom_changes the articles that hold what was put in, changed or taken out
 * since the last refresh, and remembers the table as it is. To be called once a refresh,
 * before articles are compared, within a savepoint. */
int nr_lexicon_note(const struct nr_archive *archive, struct nr_failure *failure);

#endif
