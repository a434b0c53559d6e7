/* archive/source.h: the user's own table of articles: is it there, has it the columns, by
 * what are its rows known. Never written to. */
#ifndef NR_ARCHIVE_SOURCE_H
#define NR_ARCHIVE_SOURCE_H

#include "archive/archive.h"

/* Checks what the archive says of the table, and completes it: schema, key, key_type, and
 * names as the table has them. Errors name what is missing and the remedy. */
int nr_source_check(struct nr_archive *archive, struct nr_failure *failure);

/* A SELECT list of the columns that the archive reads, in the order of enum
 * nr_source_column, NULL where it has none: s."id", s."body", NULL, ... To be freed by
 * sqlite3_free(). */
char *nr_source_list(const struct nr_archive *archive, const char *alias);

/* nr_sql_prepare() of SQL in which {table} and {key} stand for the user's names,
 * {columns} for the list above of a table called s, {schema} for the sqlite_schema that
 * lists all of it, and {prefix} for the archive's, as a text. */
sqlite3_stmt *nr_source_prepare(const struct nr_archive *archive, const char *sql,
                                struct nr_failure *failure);

#endif
