/* archive/archive.h: an archive: what the articles of one table say, kept in ordinary
 * tables next to it (sql/schema.sql), so that a question asked twice is answered by an
 * index.
 *
 *     SELECT newsroom_index('articles', 'body', '{"title": "headline"}');
 *     SELECT * FROM newsroom_refresh('articles');
 */
#ifndef NR_ARCHIVE_ARCHIVE_H
#define NR_ARCHIVE_ARCHIVE_H

#include "tables/session.h"

/* Columns of the articles' own table; NULL: it has no such column. */
enum nr_source_column {
    NR_SOURCE_KEY,
    NR_SOURCE_BODY,
    NR_SOURCE_TITLE,
    NR_SOURCE_PUBLISHED,
    NR_SOURCE_OUTLET,
    NR_SOURCE_URL,
    NR_SOURCE_COLUMNS
};
extern const char *const nr_source_columns[NR_SOURCE_COLUMNS]; /* "key", "body" ... */

enum nr_mode {
    NR_MODE_NOTE,      /* the triggers only note what changed, in plain SQL */
    NR_MODE_IMMEDIATE, /* they analyse: every writer needs the extension */
};
extern const char *const nr_mode_names[2]; /* "note", "immediate" */

struct nr_archive {
    sqlite3 *db;
    struct nr_session *session;
    const char *caller; /* the SQL function that messages begin with */
    char *schema;       /* "main": where both the articles and the archive are */
    char *prefix;       /* "newsroom" */
    char *source;       /* the articles' table */
    char *columns[NR_SOURCE_COLUMNS];
    char *key_type; /* of the key column: its type and collation, for the schema */
    char *version;  /* of the extension that made the tables */
    enum nr_mode mode;
    int threads;
    bool trusting; /* only what the triggers noted is compared, not every article */
};

/* Reads the arguments of a call, (table, options) or (table, body, options) for
 * newsroom_index(), into an empty archive; close it in any case. Errors are lists of what
 * is known. */
int nr_archive_ask(struct nr_archive *archive, struct nr_session *session,
                   const char *caller, sqlite3_value *const *values, int count,
                   struct nr_failure *failure);

/* Completes it with what newsroom_index() wrote down; an error where it did not. */
int nr_archive_find(struct nr_archive *archive, struct nr_failure *failure);

void nr_archive_close(struct nr_archive *archive); /* frees what it points to */

#endif
