/* tables/vtab.h: every table that the extension offers is one module of this kind. */
#ifndef NR_TABLES_VTAB_H
#define NR_TABLES_VTAB_H

#include "tables/session.h"
#include "tables/table.h"

/* Registers a table as an eponymous virtual table: FROM name(body, published, options).
 */
int nr_table_register(sqlite3 *db, struct nr_session *session,
                      const struct nr_table *table);

/* One value as SQL's result. */
void nr_cell_result(const struct nr_cell *cell, const struct nr_clipping *clipping,
                    uint32_t row, sqlite3_context *context);

#endif
