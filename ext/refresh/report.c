/* refresh/report.c: see report.h.
 *
 * Such a table works while it is read: each row is a step. It takes the name of the
 * articles' table and options, as hidden columns, and may be used in statements that a
 * person types, not in views and triggers. */
#include "refresh/report.h"

#include "tables/module.h"

const struct nr_report *const nr_reports[] = {&nr_report_refresh, &nr_report_check};
const int nr_report_count = (int)(sizeof nr_reports / sizeof nr_reports[0]);

enum { ARGUMENTS = 2 };

struct cursor {
    sqlite3_vtab_cursor base; /* must be first */
    bool open;                /* work is under way */
    bool ended;
    sqlite3_int64 row;
    char work[]; /* what the report fills; aligned, since it follows an integer */
};

static const struct nr_report *report_of(const sqlite3_vtab *base)
{
    return ((const struct nr_vtab *)base)->what;
}

static int report_connect(sqlite3 *db, void *data, int argc, const char *const *argv,
                          sqlite3_vtab **out, char **message)
{
    (void)argc, (void)argv, (void)message;
    const struct nr_report *report = nr_vtab_what(data);
    char *sql = sqlite3_mprintf("CREATE TABLE x(%s, articles_table TEXT HIDDEN, "
                                "archive_options TEXT HIDDEN)",
                                report->columns);
    return nr_vtab_connect(db, data, sql, SQLITE_VTAB_DIRECTONLY, out);
}

/* idxNum: bits 0 and 1: the arguments, in this order in argv. Without a table it fails in
 * report_filter(), with a message. */
static int report_plan(sqlite3_vtab *base, sqlite3_index_info *info)
{
    int first = report_of(base)->column_count;
    int given[ARGUMENTS] = {-1, -1};
    bool waits[ARGUMENTS] = {false, false};
    for (int i = 0; i < info->nConstraint; i++) {
        int hidden = info->aConstraint[i].iColumn - first;
        if (info->aConstraint[i].op == SQLITE_INDEX_CONSTRAINT_EQ && hidden >= 0) {
            given[hidden] = info->aConstraint[i].usable ? i : given[hidden];
            waits[hidden] = waits[hidden] || !info->aConstraint[i].usable;
        }
    }
    int count = 0;
    for (int i = 0; i < ARGUMENTS; i++) {
        if (given[i] < 0 && waits[i]) {
            return SQLITE_CONSTRAINT;
        }
        if (given[i] >= 0) {
            info->idxNum |= 1 << i;
            info->aConstraintUsage[given[i]].argvIndex = ++count;
            info->aConstraintUsage[given[i]].omit = 1;
        }
    }
    info->estimatedCost = given[0] >= 0 ? 1e6 : 1e99;
    return SQLITE_OK;
}

static int report_open(sqlite3_vtab *base, sqlite3_vtab_cursor **out)
{
    const struct nr_report *report = report_of(base);
    struct cursor *cursor = sqlite3_malloc64(sizeof *cursor + report->size);
    if (cursor == NULL) {
        return SQLITE_NOMEM;
    }
    *cursor = (struct cursor){.ended = true};
    *out = &cursor->base;
    return SQLITE_OK;
}

static void stop_work(struct cursor *cursor)
{
    const struct nr_vtab *vtab = (const struct nr_vtab *)cursor->base.pVtab;
    if (cursor->open) {
        report_of(&vtab->base)->close(cursor->work);
    }
    cursor->open = false;
    nr_session_rest(vtab->session);
}

static int report_close(sqlite3_vtab_cursor *base)
{
    stop_work((struct cursor *)base);
    sqlite3_free(base);
    return SQLITE_OK;
}

static int step(struct cursor *cursor, struct nr_failure *failure)
{
    const struct nr_vtab *vtab = (const struct nr_vtab *)cursor->base.pVtab;
    cursor->ended = failure->code != SQLITE_OK ||
                    !report_of(&vtab->base)->step(cursor->work, failure);
    cursor->row++;
    if (cursor->ended) {
        stop_work(cursor);
    }
    nr_session_rest(vtab->session);
    return nr_vtab_fail(cursor->base.pVtab, failure);
}

static int report_filter(sqlite3_vtab_cursor *base, int plan, const char *unused,
                         int argc, sqlite3_value **argv)
{
    (void)unused;
    struct cursor *cursor = (struct cursor *)base;
    const struct nr_vtab *vtab = (const struct nr_vtab *)base->pVtab;
    struct nr_failure failure = {SQLITE_OK, NULL};
    stop_work(cursor);
    cursor->row = 0;
    sqlite3_value *none[1] = {NULL};
    bool named = (plan & 1) != 0;
    cursor->open = true;
    report_of(&vtab->base)
        ->open(cursor->work, vtab->session, named ? argv : none, named ? argc : 0,
               &failure);
    return step(cursor, &failure);
}

static int report_next(sqlite3_vtab_cursor *base)
{
    struct nr_failure failure = {SQLITE_OK, NULL};
    return step((struct cursor *)base, &failure);
}

static int report_eof(sqlite3_vtab_cursor *base)
{
    return ((const struct cursor *)base)->ended;
}

static int report_column(sqlite3_vtab_cursor *base, sqlite3_context *context, int column)
{
    const struct cursor *cursor = (const struct cursor *)base;
    const struct nr_report *report = report_of(base->pVtab);
    if (column < report->column_count) {
        report->column(cursor->work, column, context);
    }
    return SQLITE_OK;
}

static int report_rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *rowid)
{
    *rowid = ((const struct cursor *)base)->row;
    return SQLITE_OK;
}

static const sqlite3_module module = {
    .xConnect = report_connect,
    .xBestIndex = report_plan,
    .xDisconnect = nr_vtab_disconnect,
    .xOpen = report_open,
    .xClose = report_close,
    .xFilter = report_filter,
    .xNext = report_next,
    .xEof = report_eof,
    .xColumn = report_column,
    .xRowid = report_rowid,
};

int nr_report_register(sqlite3 *db, struct nr_session *session,
                       const struct nr_report *report)
{
    return nr_module_register(db, session, report->name, &module, report);
}
