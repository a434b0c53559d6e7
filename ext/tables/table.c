/* tables/table.c: all tables; what the extension offers is this list and that of
 * functions.c. */
#include "tables/table.h"

#include "tables/sqlite.h"

const struct nr_table *const nr_tables[] = {
    &nr_table_quotes, &nr_table_entities,  &nr_table_mentions, &nr_table_dates,
    &nr_table_marks,  &nr_table_sentences, &nr_table_blocks,   &nr_table_tokens,
};
const int nr_table_count = (int)(sizeof nr_tables / sizeof nr_tables[0]);

char *nr_cell_join(const struct nr_cell *cell)
{
    return sqlite3_mprintf("%.*s%s", (int)cell->length, cell->as.bytes, cell->tail);
}

struct nr_cell nr_cell_later(const struct nr_clipping *clipping, uint32_t row)
{
    (void)clipping, (void)row;
    return nr_cell_null();
}
