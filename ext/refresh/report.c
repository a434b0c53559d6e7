/* refresh/report.c: see report.h.
 *
 * Such a table works while it is read: each row is a step. It takes the name of the
 * articles' table and options, as hidden columns, and may be used in statements that a
 * person types, not in views and triggers. */
#include "refresh/report.h"

const struct nr_report *const nr_reports[] = {&nr_report_refresh, &nr_report_check};
const int nr_report_count = (int)(sizeof nr_reports / sizeof nr_reports[0]);

enum { ARGUMENTS = 2 };

struct binding {
    struct nr_session *session;
    const struct nr_report *report;
};

struct vtab {
    sqlite3_vtab base; /* must be first */
    struct binding bound;
};

struct cursor {
    sqlite3_vtab_cursor base; /* must be first */
    bool open;                /* work is under way */
    bool ended;
    sqlite3_int64 row;
    char work[]; /* what the report fills; aligned, since it follows an integer */
};

static int report_connect(sqlite3 *db, void *data, int argc, const char *const *argv,
                          sqlite3_vtab **out, char **message)
{
    (void)argc, (void)argv, (void)message;
    const struct binding *bound = data;
    char *sql = sqlite3_mprintf("CREATE TABLE x(%s, articles_table TEXT HIDDEN, "
                                "archive_options TEXT HIDDEN)",
                                bound->report->columns);
    int code = sql != NULL ? sqlite3_declare_vtab(db, sql) : SQLITE_NOMEM;
    sqlite3_free(sql);
    struct vtab *vtab = code == SQLITE_OK ? sqlite3_malloc64(sizeof *vtab) : NULL;
    if (vtab == NULL) {
        return code != SQLITE_OK ? code : SQLITE_NOMEM;
    }
    *vtab = (struct vtab){.bound = *bound};
    *out = &vtab->base;
    return sqlite3_vtab_config(db, SQLITE_VTAB_DIRECTONLY);
}

static int report_disconnect(sqlite3_vtab *base)
{
    sqlite3_free(base);
    return SQLITE_OK;
}

/* idxNum: bits 0 and 1: the arguments, in this order in argv. Without a table it fails in
 * report_filter(), with a message. */
static int report_plan(sqlite3_vtab *base, sqlite3_index_info *info)
{
    int first = ((const struct vtab *)base)->bound.report->column_count;
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
    const struct nr_report *report = ((const struct vtab *)base)->bound.report;
    struct cursor *cursor = sqlite3_malloc64(sizeof *cursor + report->size);
    if (cursor == NULL) {
        return SQLITE_NOMEM;
    }
    *cursor = (struct cursor){.ended = true};
    *out = &cursor->base;
    return SQLITE_OK;
}

static void stop_work(struct cursor *cursor, const struct binding *bound)
{
    if (cursor->open) {
        bound->report->close(cursor->work);
    }
    cursor->open = false;
    nr_session_rest(bound->session);
}

static int report_close(sqlite3_vtab_cursor *base)
{
    struct cursor *cursor = (struct cursor *)base;
    stop_work(cursor, &((const struct vtab *)base->pVtab)->bound);
    sqlite3_free(cursor);
    return SQLITE_OK;
}

static int fail(struct vtab *vtab, struct nr_failure *failure)
{
    if (failure->message != NULL) {
        sqlite3_free(vtab->base.zErrMsg);
        vtab->base.zErrMsg = failure->message;
    }
    return failure->code;
}

static int step(struct cursor *cursor, struct nr_failure *failure)
{
    struct vtab *vtab = (struct vtab *)cursor->base.pVtab;
    cursor->ended =
        failure->code != SQLITE_OK || !vtab->bound.report->step(cursor->work, failure);
    cursor->row++;
    if (cursor->ended) {
        stop_work(cursor, &vtab->bound);
    }
    nr_session_rest(vtab->bound.session);
    return fail(vtab, failure);
}

static int report_filter(sqlite3_vtab_cursor *base, int plan, const char *unused,
                         int argc, sqlite3_value **argv)
{
    (void)unused;
    struct cursor *cursor = (struct cursor *)base;
    struct vtab *vtab = (struct vtab *)base->pVtab;
    const struct nr_report *report = vtab->bound.report;
    struct nr_failure failure = {SQLITE_OK, NULL};
    stop_work(cursor, &vtab->bound);
    cursor->row = 0;
    sqlite3_value *none[1] = {NULL};
    bool named = (plan & 1) != 0;
    cursor->open = true;
    report->open(cursor->work, vtab->bound.session, named ? argv : none, named ? argc : 0,
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
    const struct nr_report *report = ((const struct vtab *)base->pVtab)->bound.report;
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
    .xDisconnect = report_disconnect,
    .xOpen = report_open,
    .xClose = report_close,
    .xFilter = report_filter,
    .xNext = report_next,
    .xEof = report_eof,
    .xColumn = report_column,
    .xRowid = report_rowid,
};

static void binding_free(void *data)
{
    struct binding *bound = data;
    nr_session_release(bound->session);
    sqlite3_free(bound);
}

int nr_report_register(sqlite3 *db, struct nr_session *session,
                       const struct nr_report *report)
{
    struct binding *bound = sqlite3_malloc64(sizeof *bound);
    if (bound == NULL) {
        return SQLITE_NOMEM;
    }
    *bound = (struct binding){nr_session_hold(session), report};
    return sqlite3_create_module_v2(db, report->name, &module, bound, binding_free);
}
