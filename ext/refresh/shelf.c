/* refresh/shelf.c: see shelf.h.
 *
 * A row is what the table functions give, cell by cell; only where it starts is counted
 * anew, in the title or in the body (the field), since both were analysed as one text. */
#include "refresh/shelf.h"

#include "tables/json.h"

#include <string.h>

/* Who is who over all articles is told by what the rows of entities hold; full text,
 * families and corrections by a quote's; mentions and dates by what is in their indexes.
 */
const struct nr_shelf nr_shelves[NR_SHELVES] = {
    [NR_SHELF_ENTITIES] = {"newsroom_entities",
                           &nr_table_entities,
                           {"entity_no", "name", "type", "quotes", "role", "gender",
                            "gender_basis", "country", "aliases"}},
    [NR_SHELF_QUOTES] = {"newsroom_quotes",
                         &nr_table_quotes,
                         {"speaker", "quote", "quote_no", "part"}},
    [NR_SHELF_MENTIONS] = {"newsroom_mentions",
                           &nr_table_mentions,
                           {"mention_no", "name", "kind", "quote_no"}},
    [NR_SHELF_DATES] = {"newsroom_dates",
                        &nr_table_dates,
                        {"date_no", "day_start", "day_end"}},
};

char *nr_shelf_sql(const struct nr_shelf *shelf, enum nr_shelf_use use)
{
    static const char *const beginnings[] = {
        "SELECT count(*) FROM %s WHERE article IS ?1 AND field IS ?2",
        "INSERT INTO %s(article, field", "INSERT OR REPLACE INTO %s(article, field"};
    const struct nr_table *table = shelf->table;
    bool insert = use != NR_SHELF_FIND;
    bool id = insert && table == &nr_table_quotes;
    sqlite3_str *sql = sqlite3_str_new(NULL);
    sqlite3_str_appendf(sql, beginnings[use], shelf->name);
    for (int i = 0; i < table->column_count; i++) {
        if (insert) {
            sqlite3_str_appendf(sql, ", \"%w\"", table->columns[i].name);
        } else {
            sqlite3_str_appendf(sql, " AND \"%w\" IS ?%d", table->columns[i].name,
                                NR_BOUND_COLUMNS + i);
        }
    }
    if (insert) {
        sqlite3_str_appendf(sql, "%s) VALUES(", id ? ", id, quote_key" : "");
        for (int i = 1; i < NR_BOUND_COLUMNS + table->column_count + 2 * id; i++) {
            sqlite3_str_appendf(sql, "%s?%d", i > 1 ? ", " : "", i);
        }
        sqlite3_str_appendall(sql, ")");
    }
    return sqlite3_str_finish(sql);
}

static bool holds(const struct nr_shelf *shelf, int held, const struct nr_column *column)
{
    for (int i = 0; i < held && shelf->held[i] != NULL; i++) {
        if (strcmp(shelf->held[i], column->name) == 0) {
            return true;
        }
    }
    return false;
}

char *nr_shelf_set_sql(const struct nr_shelf *shelf, int held)
{
    sqlite3_str *sql = sqlite3_str_new(NULL);
    sqlite3_str_appendf(sql, "UPDATE %s SET field = ?2", shelf->name);
    for (int asked = 0; asked < 2; asked++) {
        for (int i = 0; i < shelf->table->column_count; i++) {
            const struct nr_column *column = &shelf->table->columns[i];
            if (holds(shelf, held, column) == (asked == 1)) {
                sqlite3_str_appendf(sql, "%s \"%w\" %s ?%d", asked == 1 ? " AND" : ",",
                                    column->name, asked == 1 ? "IS" : "=",
                                    NR_BOUND_COLUMNS + i);
            }
        }
        sqlite3_str_appendall(sql, asked == 0 ? " WHERE article = ?1" : "");
    }
    return sqlite3_str_finish(sql);
}

/* ---- One cell ---- */

static int bind_json(sqlite3_stmt *row, int at, const struct nr_cell *cell,
                     const struct nr_clipping *clipping, uint32_t number)
{
    struct nr_json json;
    nr_json_open(&json, sqlite3_db_handle(row));
    cell->as.write(&json, clipping, number);
    int code = json.code;
    if (code == SQLITE_OK) {
        code = sqlite3_bind_text64(row, at, json.bytes, json.length, SQLITE_TRANSIENT,
                                   SQLITE_UTF8);
    }
    nr_json_drop(&json);
    return code;
}

static int bind_cell(sqlite3_stmt *row, int at, const struct nr_cell *cell,
                     const struct nr_clipping *clipping, uint32_t number)
{
    char day[NR_DATE_VALUE];
    char *joined = NULL;
    switch (cell->kind) {
    case NR_CELL_NULL:
        return sqlite3_bind_null(row, at);
    case NR_CELL_NUMBER:
        return sqlite3_bind_int64(row, at, cell->as.number);
    case NR_CELL_HUNDREDTHS:
        return sqlite3_bind_double(row, at, (double)cell->as.number / 100.0);
    case NR_CELL_DAY:
        nr_period_write((int32_t)cell->as.number, 'D', day);
        return sqlite3_bind_text(row, at, day, -1, SQLITE_TRANSIENT);
    case NR_CELL_WORD:
        return sqlite3_bind_text(row, at, cell->as.bytes, -1, SQLITE_STATIC);
    case NR_CELL_TEXT:
        return sqlite3_bind_text64(row, at, cell->as.bytes, cell->length, SQLITE_STATIC,
                                   SQLITE_UTF8);
    case NR_CELL_JOINED:
        joined = nr_cell_join(cell);
        return joined != NULL ? sqlite3_bind_text(row, at, joined, -1, sqlite3_free)
                              : SQLITE_NOMEM;
    case NR_CELL_JSON:
        return bind_json(row, at, cell, clipping, number);
    }
    return SQLITE_OK;
}

/* ---- One row ---- */

bool nr_shelf_counts(const struct nr_column *column)
{
    size_t length = strlen(column->name);
    return length >= 5 && strcmp(column->name + length - 5, "start") == 0;
}

/* Characters of the text that are the title and the line below it. */
static int64_t title_characters(const struct nr_piece *piece)
{
    return nr_chars_at(&piece->clipping->characters, (uint32_t)piece->title_size);
}

static struct nr_cell cell_at(const struct nr_shelf *shelf, const struct nr_piece *piece,
                              int column, uint32_t number)
{
    return shelf->table->columns[column].cell(piece->clipping, number);
}

uint64_t nr_shelf_starts(const struct nr_shelf *shelf)
{
    uint64_t starts = 0;
    for (int i = 0; i < shelf->table->column_count; i++) {
        bool counts = nr_shelf_counts(&shelf->table->columns[i]);
        starts |= (uint64_t)counts << i;
    }
    return starts;
}

/* Is the row's own start in the title? It is the table's column "start", the last that
 * counts. */
static bool in_title(const struct nr_shelf *shelf, const struct nr_piece *piece,
                     uint32_t number)
{
    int column = shelf->table->column_count - 2;
    struct nr_cell start = cell_at(shelf, piece, column, number);
    return start.kind == NR_CELL_NUMBER && start.as.number <= title_characters(piece);
}

/* A start counted in the row's own field; where it is in the other, it and the length
 * behind it are NULL. True: it is. */
static bool count_anew(struct nr_cell *start, int64_t title, bool titled)
{
    if (start->kind != NR_CELL_NUMBER) {
        return false;
    }
    if ((start->as.number <= title) != titled) {
        *start = nr_cell_null();
        return true;
    }
    start->as.number -= titled ? 0 : title;
    return false;
}

int nr_shelf_bind(sqlite3_stmt *row, const struct nr_shelf *shelf, uint64_t starts,
                  const struct nr_piece *piece, uint32_t number)
{
    bool titled = piece->title_size > 0 && in_title(shelf, piece, number);
    int64_t title = title_characters(piece);
    int code = sqlite3_bind_value(row, NR_BOUND_ARTICLE, piece->key);
    sqlite3_bind_text(row, NR_BOUND_FIELD, titled ? "title" : "body", -1, SQLITE_STATIC);
    for (int i = 0; i < shelf->table->column_count && code == SQLITE_OK; i++) {
        struct nr_cell cell = cell_at(shelf, piece, i, number);
        bool elsewhere = (starts >> i & 1) != 0 && count_anew(&cell, title, titled);
        code = bind_cell(row, NR_BOUND_COLUMNS + i, &cell, piece->clipping, number);
        if (elsewhere && code == SQLITE_OK) {
            i++;
            code = sqlite3_bind_null(row, NR_BOUND_COLUMNS + i);
        }
    }
    return code;
}
