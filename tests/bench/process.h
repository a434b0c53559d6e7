/* bench/process.h: what the extension costs a process: loading it, its first use, memory.
 */
#ifndef NR_BENCH_PROCESS_H
#define NR_BENCH_PROCESS_H

#include <stdbool.h>

/* Prints how long loading the library takes and the first query after it, medians of 20
 * connections, and the most memory that a process holds that reads whole tables over
 * articles(body) of a database. library: as it is built, "./newsroom.so". False: it could
 * not be loaded. */
bool print_process(const char *library, const char *database);

#endif
