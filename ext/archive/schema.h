/* archive/schema.h: the tables, views and triggers of an archive: made, looked for,
 * removed. */
#ifndef NR_ARCHIVE_SCHEMA_H
#define NR_ARCHIVE_SCHEMA_H

#include "archive/archive.h"

/* Makes what is missing of it, but for sql/indexes.sql. Full text is left out where the
 * host has no FTS5. An error where a table of such a name is there and not an archive's.
 */
int nr_schema_make(const struct nr_archive *archive, struct nr_failure *failure);

/* Makes the indexes of sql/indexes.sql, where they are missing. In a program whose SELECT
 * is running too. */
int nr_schema_make_indexes(const struct nr_archive *archive, struct nr_failure *failure);

/* Removes what newsroom_refresh() can make anew; with all, whatever it made, but a table
 * of the user's own rows (corrections, lexicon) only when it is empty. */
int nr_schema_remove(const struct nr_archive *archive, bool all,
                     struct nr_failure *failure);

/* Whether a table, view or trigger of this name ("newsroom_quotes") is there. */
bool nr_schema_has(const struct nr_archive *archive, const char *name,
                   struct nr_failure *failure);

/* A failure where there is a full text of quotes, which this host cannot keep. */
int nr_schema_check_host(const struct nr_archive *archive, struct nr_failure *failure);

/* The triggers on the user's table that note what changed. True: they had to be made. */
bool nr_triggers_restore(const struct nr_archive *archive, struct nr_failure *failure);
int nr_triggers_remove(const struct nr_archive *archive, struct nr_failure *failure);

/* sql/ *.sql, line by line, by tools/sql2c.sh. */
extern const char *const nr_sql_schema[];
extern const char *const nr_sql_indexes[];
extern const char *const nr_sql_text[];
extern const char *const nr_sql_views[];

#endif
