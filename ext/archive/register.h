/* archive/register.h: which archives a database holds: the table newsroom_indexes. */
#ifndef NR_ARCHIVE_REGISTER_H
#define NR_ARCHIVE_REGISTER_H

#include "archive/archive.h"

/* Writes the archive down, in place of what was there under its prefix. */
int nr_register_write(const struct nr_archive *archive, struct nr_failure *failure);

/* The table that the archive of this prefix is about; NULL: there is none. To be freed by
 * sqlite3_free(). */
char *nr_register_source(const struct nr_archive *archive, struct nr_failure *failure);

/* Takes it out; the last one takes the table with it. */
int nr_register_remove(const struct nr_archive *archive, struct nr_failure *failure);

#endif
