/* tables/vtab.c: all callbacks of all tables.
 *
 *     SELECT q.speaker
 *     FROM articles AS a, extract_quotes(a.body) AS q WHERE q.quote_no = 2;
 *
 * SQLite sees a table with three hidden columns, article_text, article_published and
 * article_options, and turns the arguments into EQ on them. What table_plan() promises:
 *
 * - no EQ on article_text at all: a plan that costs 1e99 and whose xFilter says what is
 *   missing. Not an error here already: for WHERE q.speaker = 'X' OR q.addressee = 'X'
 *   SQLite asks about each side of OR alone first, and an error would be the last word.
 * - EQ on a hidden column that this order of tables cannot give: SQLITE_CONSTRAINT, so
 *   that SQLite tries another order.
 * - EQ on rowid or on a *_no column as well: a look-up, cheaper; one row where the number
 *   is the row's own. SQLite checks the value again, so a look-up may find too much but
 *   must not miss.
 *
 * idxNum: bits 0, 1, 2: the three arguments, in this order in argv; bit 3: a look-up's
 * value follows them; from bit 4: its column + 1, 0 for rowid; bit 16: a column is read
 * that needs more than the rows do. Rows always come in the order of rowid. */
#include "tables/vtab.h"

#include "tables/json.h"
#include "tables/module.h"

#include <string.h>

enum {
    ARGUMENTS = 3,
    PLAN_TEXT = 1,
    PLAN_LOOKUP = 1 << ARGUMENTS,
    PLAN_COLUMN = 4,
    PLAN_COLUMN_MASK = 0xFFF,
    PLAN_FURTHER = 1 << 16,
};

/* Reading an article costs about as much as looking at this many rows. */
static const double cost_of_article = 1000.0;

struct cursor {
    sqlite3_vtab_cursor base; /* must be first */
    struct nr_clipping *clipping;
    const uint32_t *rows; /* which rows, or NULL: all from at to end */
    uint32_t at;
    uint32_t end;
    const char
        *bound_text; /* the parameter's buffer that clipping was made from, or NULL */
};

/* ---- Connecting ---- */

static char *declaration(const struct nr_table *table)
{
    sqlite3_str *sql = sqlite3_str_new(NULL);
    sqlite3_str_appendall(sql, "CREATE TABLE x(");
    for (int i = 0; i < table->column_count; i++) {
        sqlite3_str_appendf(sql, "\"%w\" %s, ", table->columns[i].name,
                            table->columns[i].type);
    }
    sqlite3_str_appendall(sql, "article_text TEXT HIDDEN, article_published TEXT HIDDEN, "
                               "article_options TEXT HIDDEN)");
    return sqlite3_str_finish(sql);
}

static int table_connect(sqlite3 *db, void *data, int argc, const char *const *argv,
                         sqlite3_vtab **out, char **message)
{
    (void)argc, (void)argv, (void)message;
    char *sql = declaration(nr_vtab_what(data));
    return nr_vtab_connect(db, data, sql, SQLITE_VTAB_INNOCUOUS, out);
}

static const struct nr_table *table_of(const sqlite3_vtab *base)
{
    return ((const struct nr_vtab *)base)->what;
}

/* ---- Planning ---- */

struct plan {
    int argument[ARGUMENTS]; /* which constraint gives it, or -1 */
    int lookup;              /* which constraint, or -1 */
    bool waits;              /* an argument comes only in another order of tables */
};

static enum nr_lookup lookup_of(const struct nr_table *table, int column)
{
    if (column < 0) {
        return NR_LOOKUP_ROW;
    }
    return column < table->column_count ? table->columns[column].lookup : NR_LOOKUP_NONE;
}

static void plan_constraints(const struct nr_table *table, const sqlite3_index_info *info,
                             struct plan *plan)
{
    bool unusable[ARGUMENTS] = {false, false, false};
    *plan = (struct plan){{-1, -1, -1}, -1, false};
    for (int i = 0; i < info->nConstraint; i++) {
        const struct sqlite3_index_constraint *constraint = &info->aConstraint[i];
        int hidden = constraint->iColumn - table->column_count;
        if (constraint->op != SQLITE_INDEX_CONSTRAINT_EQ) {
            continue;
        }
        if (hidden >= 0 && hidden < ARGUMENTS) {
            if (constraint->usable) {
                plan->argument[hidden] = i;
            } else {
                unusable[hidden] = true;
            }
        } else if (constraint->usable) {
            enum nr_lookup lookup = lookup_of(table, constraint->iColumn);
            bool better = plan->lookup < 0 || lookup == NR_LOOKUP_ROW;
            plan->lookup = lookup != NR_LOOKUP_NONE && better ? i : plan->lookup;
        }
    }
    for (int i = 0; i < ARGUMENTS; i++) {
        plan->waits = plan->waits || (unusable[i] && plan->argument[i] < 0);
    }
}

static void plan_cost(const struct nr_table *table, const struct plan *plan,
                      sqlite3_index_info *info)
{
    double rows = table->typical;
    if (plan->lookup >= 0) {
        bool one =
            lookup_of(table, info->aConstraint[plan->lookup].iColumn) == NR_LOOKUP_ROW;
        rows = one ? 1.0 : 1.0 + rows / 16.0;
        info->idxFlags = one ? SQLITE_INDEX_SCAN_UNIQUE : 0;
    }
    info->estimatedCost = cost_of_article + rows;
    info->estimatedRows = (sqlite3_int64)rows;
}

/* Rows come in the order of rowid, and the row's own number is the rowid. */
static bool in_row_order(const struct nr_table *table, const sqlite3_index_info *info)
{
    return info->nOrderBy == 1 && !info->aOrderBy[0].desc &&
           lookup_of(table, info->aOrderBy[0].iColumn) == NR_LOOKUP_ROW;
}

static int table_plan(sqlite3_vtab *base, sqlite3_index_info *info)
{
    const struct nr_table *table = table_of(base);
    struct plan plan;
    plan_constraints(table, info, &plan);
    if (plan.waits) {
        return SQLITE_CONSTRAINT;
    }
    if (plan.argument[0] < 0) {
        info->idxNum = 0;
        info->estimatedCost = 1e99;
        return SQLITE_OK;
    }
    int count = 0;
    for (int i = 0; i < ARGUMENTS; i++) {
        if (plan.argument[i] >= 0) {
            info->idxNum |= PLAN_TEXT << i;
            info->aConstraintUsage[plan.argument[i]].argvIndex = ++count;
            info->aConstraintUsage[plan.argument[i]].omit = 1;
        }
    }
    if (plan.lookup >= 0) {
        int column = info->aConstraint[plan.lookup].iColumn;
        info->idxNum |= PLAN_LOOKUP | (column < 0 ? 0 : column + 1) << PLAN_COLUMN;
        info->aConstraintUsage[plan.lookup].argvIndex = ++count;
    }
    info->idxNum |= (info->colUsed & table->further) != 0 ? PLAN_FURTHER : 0;
    info->orderByConsumed = in_row_order(table, info);
    plan_cost(table, &plan, info);
    return SQLITE_OK;
}

/* ---- Walking ---- */

static int cursor_open(sqlite3_vtab *base, sqlite3_vtab_cursor **out)
{
    (void)base;
    struct cursor *cursor = sqlite3_malloc64(sizeof *cursor);
    if (cursor == NULL) {
        return SQLITE_NOMEM;
    }
    *cursor = (struct cursor){.clipping = NULL};
    *out = &cursor->base;
    return SQLITE_OK;
}

static int cursor_close(sqlite3_vtab_cursor *base)
{
    struct cursor *cursor = (struct cursor *)base;
    nr_clipping_release(cursor->clipping);
    sqlite3_free(cursor);
    return SQLITE_OK;
}

/* The cursor's article for these arguments. A cursor lives for one run of a statement,
 * and bindings cannot change meanwhile: the same bound buffer is the same text, without
 * looking at it. */
static int cursor_read(struct cursor *cursor, const struct nr_vtab *vtab,
                       const struct nr_request *request, bool further,
                       struct nr_failure *failure)
{
    struct nr_request known = *request;
    if (cursor->clipping != NULL && request->bound &&
        request->text.bytes == cursor->bound_text &&
        request->text.size == cursor->clipping->request.text.size) {
        known.text = cursor->clipping->request.text;
    }
    struct nr_clipping *clipping = NULL;
    const struct nr_table *table = table_of(&vtab->base);
    uint32_t stages = 1u << table->stage;
    stages |= further ? 1u << table->further_stage : 0;
    int code = nr_session_read(vtab->session, &known, stages, &clipping, failure);
    nr_clipping_release(
        cursor->clipping); /* after the new one is held: mostly it is the same */
    cursor->clipping = clipping;
    cursor->bound_text = request->bound ? request->text.bytes : NULL;
    return code;
}

/* The whole number that a value equals when it is compared with an INTEGER column; 0
 * where there is none from 1 up. */
static sqlite3_int64 whole_number(sqlite3_value *value)
{
    int type = sqlite3_value_numeric_type(value);
    sqlite3_int64 number = sqlite3_value_int64(value);
    if (type == SQLITE_INTEGER) {
        return number > 0 ? number : 0;
    }
    if (type == SQLITE_FLOAT && number > 0 &&
        sqlite3_value_double(value) == (double)number) {
        return number;
    }
    return 0;
}

static int cursor_look_up(struct cursor *cursor, const struct nr_table *table, int column,
                          sqlite3_value *value, struct nr_failure *failure)
{
    uint32_t rows = cursor->end;
    sqlite3_int64 number = whole_number(value);
    cursor->end = 0;
    if (number == 0) {
        return SQLITE_OK;
    }
    if (lookup_of(table, column) == NR_LOOKUP_ROW) {
        if (number <= rows) {
            cursor->at = (uint32_t)number - 1;
            cursor->end = (uint32_t)number;
        }
        return SQLITE_OK;
    }
    const struct nr_index *index =
        nr_clipping_index(cursor->clipping, table, column, failure);
    if (index == NULL) {
        return failure->code;
    }
    if (number < index->values) {
        cursor->rows = index->order;
        cursor->at = index->starts[number];
        cursor->end = index->starts[number + 1];
    }
    return SQLITE_OK;
}

/* The arguments of a plan; then argv[*used] is the look-up's value. */
static int read_arguments(const struct nr_table *table, int plan, sqlite3_value **argv,
                          struct nr_request *request, int *used,
                          struct nr_failure *failure)
{
    sqlite3_value *values[ARGUMENTS] = {NULL, NULL, NULL};
    if ((plan & PLAN_TEXT) == 0) {
        return nr_fail(failure, SQLITE_ERROR,
                       "the article is missing or unusable here: FROM %s(body)",
                       table->name);
    }
    for (int i = 0; i < ARGUMENTS; i++) {
        if ((plan & PLAN_TEXT << i) != 0) {
            values[i] = argv[(*used)++];
        }
    }
    return nr_request_read(table->name, values, request, failure);
}

static int filter(struct cursor *cursor, const struct nr_vtab *vtab, int plan,
                  sqlite3_value **argv, struct nr_failure *failure)
{
    const struct nr_table *table = table_of(&vtab->base);
    struct nr_request request = {.bound = false};
    int used = 0;
    cursor->rows = NULL;
    cursor->at = 0;
    cursor->end = 0;
    if (read_arguments(table, plan, argv, &request, &used, failure) != SQLITE_OK) {
        return failure->code;
    }
    if (request.text.bytes == NULL) {
        return SQLITE_OK; /* the article is NULL: no rows */
    }
    if (cursor_read(cursor, vtab, &request, (plan & PLAN_FURTHER) != 0, failure) !=
        SQLITE_OK) {
        return failure->code;
    }
    cursor->end = table->rows(cursor->clipping);
    if ((plan & PLAN_LOOKUP) == 0) {
        return SQLITE_OK;
    }
    return cursor_look_up(cursor, table, (plan >> PLAN_COLUMN & PLAN_COLUMN_MASK) - 1,
                          argv[used], failure);
}

static int cursor_filter(sqlite3_vtab_cursor *base, int plan, const char *unused,
                         int argc, sqlite3_value **argv)
{
    (void)unused, (void)argc;
    const struct nr_vtab *vtab = (const struct nr_vtab *)base->pVtab;
    struct nr_failure failure = {SQLITE_OK, NULL};
    filter((struct cursor *)base, vtab, plan, argv, &failure);
    nr_session_rest(vtab->session);
    return nr_vtab_fail(base->pVtab, &failure);
}

static int cursor_next(sqlite3_vtab_cursor *base)
{
    ((struct cursor *)base)->at++;
    return SQLITE_OK;
}

static int cursor_eof(sqlite3_vtab_cursor *base)
{
    const struct cursor *cursor = (const struct cursor *)base;
    return cursor->at >= cursor->end;
}

static uint32_t current_row(const struct cursor *cursor)
{
    return cursor->rows != NULL ? cursor->rows[cursor->at] : cursor->at;
}

static int cursor_rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *rowid)
{
    *rowid = (sqlite3_int64)current_row((const struct cursor *)base) + 1;
    return SQLITE_OK;
}

static void joined_result(const struct nr_cell *cell, sqlite3_context *context)
{
    char *text = nr_cell_join(cell);
    if (text != NULL) {
        sqlite3_result_text(context, text, -1, sqlite3_free);
    } else {
        sqlite3_result_error_nomem(context);
    }
}

static void day_result(int32_t day, sqlite3_context *context)
{
    char text[NR_DATE_VALUE];
    nr_period_write(day, 'D', text);
    sqlite3_result_text(context, text, -1, SQLITE_TRANSIENT);
}

void nr_cell_result(const struct nr_cell *cell, const struct nr_clipping *clipping,
                    uint32_t row, sqlite3_context *context)
{
    struct nr_json json;
    switch (cell->kind) {
    case NR_CELL_NULL:
        break; /* as it is */
    case NR_CELL_NUMBER:
        sqlite3_result_int64(context, cell->as.number);
        break;
    case NR_CELL_HUNDREDTHS:
        sqlite3_result_double(context, (double)cell->as.number / 100.0);
        break;
    case NR_CELL_DAY:
        day_result((int32_t)cell->as.number, context);
        break;
    case NR_CELL_WORD:
        sqlite3_result_text(context, cell->as.bytes, -1, SQLITE_STATIC);
        break;
    case NR_CELL_TEXT:
        sqlite3_result_text64(context, cell->as.bytes, cell->length, SQLITE_TRANSIENT,
                              SQLITE_UTF8);
        break;
    case NR_CELL_JOINED:
        joined_result(cell, context);
        break;
    case NR_CELL_JSON:
        nr_json_open(&json, sqlite3_context_db_handle(context));
        cell->as.write(&json, clipping, row);
        nr_json_result(&json, context);
        break;
    }
}

static void argument_result(const struct nr_argument *argument, sqlite3_context *context)
{
    if (argument->bytes != NULL) {
        sqlite3_result_text64(context, argument->bytes, argument->size, SQLITE_TRANSIENT,
                              SQLITE_UTF8);
    }
}

static int cursor_column(sqlite3_vtab_cursor *base, sqlite3_context *context, int column)
{
    const struct cursor *cursor = (const struct cursor *)base;
    const struct nr_table *table = table_of(base->pVtab);
    struct nr_clipping *clipping = cursor->clipping;
    int hidden = column - table->column_count;
    if (hidden == 0) {
        nr_clipping_text_result(clipping, context);
    } else if (hidden == 1) {
        argument_result(&clipping->request.published, context);
    } else if (hidden == 2) {
        argument_result(&clipping->request.options, context);
    } else {
        uint32_t row = current_row(cursor);
        struct nr_cell cell = table->columns[column].cell(clipping, row);
        nr_cell_result(&cell, clipping, row, context);
    }
    return SQLITE_OK;
}

/* ---- Registering ---- */

/* xCreate is NULL: such a table is only there by its own name, never made by CREATE
 * VIRTUAL TABLE. */
static const sqlite3_module module = {
    .xConnect = table_connect,
    .xBestIndex = table_plan,
    .xDisconnect = nr_vtab_disconnect,
    .xOpen = cursor_open,
    .xClose = cursor_close,
    .xFilter = cursor_filter,
    .xNext = cursor_next,
    .xEof = cursor_eof,
    .xColumn = cursor_column,
    .xRowid = cursor_rowid,
};

int nr_table_register(sqlite3 *db, struct nr_session *session,
                      const struct nr_table *table)
{
    return nr_module_register(db, session, table->name, &module, table);
}
