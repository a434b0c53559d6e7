/* refresh/functions.h: what the archive offers in SQL. */
#ifndef NR_REFRESH_FUNCTIONS_H
#define NR_REFRESH_FUNCTIONS_H

#include "tables/functions.h"

extern const struct nr_function nr_archive_functions[];
extern const int nr_archive_function_count;

#endif
