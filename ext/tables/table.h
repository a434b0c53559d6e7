/* tables/table.h: what a table is: a name, its columns, and how many rows an article has
 * of it.
 *
 * A column is a row of the table's column list: its name, its type, and the function that
 * fills it. Everything else (arguments, plans, look-ups, offsets, JSON) is done once, in
 * vtab.c and json.c.
 */
#ifndef NR_TABLES_TABLE_H
#define NR_TABLES_TABLE_H

#include "tables/cell.h"

/* How EQ on a column finds its rows. */
enum nr_lookup {
    NR_LOOKUP_NONE,
    NR_LOOKUP_ROW,   /* the row's own number, from 1: article_blocks.block_no */
    NR_LOOKUP_INDEX, /* a number of another table, many rows each:
                        article_sentences.block_no */
};

struct nr_column {
    const char *name;
    const char *type; /* "TEXT", "INTEGER", "REAL" */
    struct nr_cell (*cell)(const struct nr_clipping *clipping, uint32_t row);
    enum nr_lookup lookup;
};

struct nr_table {
    const char *name;
    const struct nr_column *columns; /* [column_count] the visible ones */
    int column_count;
    enum nr_stage stage;         /* that its rows are made by */
    uint64_t further;            /* columns that need more than that: bits 1 << column */
    enum nr_stage further_stage; /* what they need; only when a query reads them */
    uint32_t (*rows)(const struct nr_clipping *clipping);
    double typical; /* rows in an article of the usual length, for the planner */
};

/* Each in its own file. */
extern const struct nr_table nr_table_quotes;
extern const struct nr_table nr_table_entities;
extern const struct nr_table nr_table_mentions;
extern const struct nr_table nr_table_dates;
extern const struct nr_table nr_table_marks;
extern const struct nr_table nr_table_blocks;
extern const struct nr_table nr_table_sentences;
extern const struct nr_table nr_table_tokens;

extern const struct nr_table *const nr_tables[]; /* [nr_table_count] all of them */
extern const int nr_table_count;

/* A column whose values later work will fill: NULL until then, never made up. */
struct nr_cell nr_cell_later(const struct nr_clipping *clipping, uint32_t row);

#define NR_COLUMNS(columns) (columns), (int)(sizeof(columns) / sizeof *(columns))

#endif
