/* tables/listing.c: all callbacks of the tables that take no article.
 *
 *     SELECT rule, example FROM newsroom_rules;
 *
 * Nothing is looked up and nothing can fail: a cursor walks over what was compiled in,
 * and SQLite compares. */
#include "tables/listing.h"

#include "tables/module.h"
#include "tables/vtab.h"

const struct nr_listing *const nr_listings[] = {&nr_listing_rules, &nr_listing_verbs};
const int nr_listing_count = (int)(sizeof nr_listings / sizeof nr_listings[0]);

struct cursor {
    sqlite3_vtab_cursor base; /* must be first */
    uint32_t place;           /* NR_NONE: behind the last row */
};

static const struct nr_listing *listing_of(const sqlite3_vtab_cursor *base)
{
    return ((const struct nr_vtab *)base->pVtab)->what;
}

static char *declaration(const struct nr_listing *listing)
{
    sqlite3_str *sql = sqlite3_str_new(NULL);
    for (int i = 0; i < listing->column_count; i++) {
        sqlite3_str_appendf(sql, "%s\"%w\" %s", i > 0 ? ", " : "CREATE TABLE x(",
                            listing->columns[i].name, listing->columns[i].type);
    }
    sqlite3_str_appendchar(sql, 1, ')');
    return sqlite3_str_finish(sql);
}

static int listing_connect(sqlite3 *db, void *data, int argc, const char *const *argv,
                           sqlite3_vtab **out, char **message)
{
    (void)argc, (void)argv, (void)message;
    char *sql = declaration(nr_vtab_what(data));
    return nr_vtab_connect(db, data, sql, SQLITE_VTAB_INNOCUOUS, out);
}

static int listing_plan(sqlite3_vtab *base, sqlite3_index_info *info)
{
    const struct nr_listing *listing = ((const struct nr_vtab *)base)->what;
    info->estimatedCost = listing->typical;
    info->estimatedRows = (sqlite3_int64)listing->typical;
    return SQLITE_OK;
}

static int cursor_open(sqlite3_vtab *base, sqlite3_vtab_cursor **out)
{
    (void)base;
    struct cursor *cursor = sqlite3_malloc64(sizeof *cursor);
    if (cursor == NULL) {
        return SQLITE_NOMEM;
    }
    *cursor = (struct cursor){.place = NR_NONE};
    *out = &cursor->base;
    return SQLITE_OK;
}

static int cursor_close(sqlite3_vtab_cursor *base)
{
    sqlite3_free(base);
    return SQLITE_OK;
}

static int cursor_filter(sqlite3_vtab_cursor *base, int plan, const char *unused,
                         int argc, sqlite3_value **argv)
{
    (void)plan, (void)unused, (void)argc, (void)argv;
    ((struct cursor *)base)->place = listing_of(base)->next(0);
    return SQLITE_OK;
}

static int cursor_next(sqlite3_vtab_cursor *base)
{
    struct cursor *cursor = (struct cursor *)base;
    cursor->place = listing_of(base)->next(cursor->place + 1);
    return SQLITE_OK;
}

static int cursor_eof(sqlite3_vtab_cursor *base)
{
    return ((const struct cursor *)base)->place == NR_NONE;
}

/* The lists keep a form once, as its capitalised twin where it has one: "Reza", "reza".
 */
static void folded_result(const char *word, sqlite3_context *context)
{
    char *folded = sqlite3_mprintf("%s", word);
    if (folded == NULL) {
        sqlite3_result_error_nomem(context);
        return;
    }
    for (char *c = folded; *c != 0; c++) {
        *c = *c >= 'A' && *c <= 'Z' ? (char)(*c | 0x20) : *c;
    }
    sqlite3_result_text(context, folded, -1, sqlite3_free);
}

static int cursor_column(sqlite3_vtab_cursor *base, sqlite3_context *context, int column)
{
    uint32_t place = ((const struct cursor *)base)->place;
    const struct nr_listing_column *shown = &listing_of(base)->columns[column];
    struct nr_cell cell = shown->cell(place);
    if (shown->folded) {
        folded_result(cell.as.bytes, context);
    } else {
        nr_cell_result(&cell, NULL, place, context);
    }
    return SQLITE_OK;
}

static int cursor_rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *rowid)
{
    *rowid = (sqlite3_int64)((const struct cursor *)base)->place + 1;
    return SQLITE_OK;
}

static const sqlite3_module module = {
    .xConnect = listing_connect,
    .xBestIndex = listing_plan,
    .xDisconnect = nr_vtab_disconnect,
    .xOpen = cursor_open,
    .xClose = cursor_close,
    .xFilter = cursor_filter,
    .xNext = cursor_next,
    .xEof = cursor_eof,
    .xColumn = cursor_column,
    .xRowid = cursor_rowid,
};

int nr_listing_register(sqlite3 *db, struct nr_session *session,
                        const struct nr_listing *listing)
{
    return nr_module_register(db, session, listing->name, &module, listing);
}
