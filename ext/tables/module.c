/* tables/module.c: see module.h. */
#include "tables/module.h"

/* What SQLite keeps for a module. */
struct bound {
    struct nr_session *session;
    const void *what;
};

const void *nr_vtab_what(const void *data)
{
    return ((const struct bound *)data)->what;
}

int nr_vtab_connect(sqlite3 *db, const void *data, char *sql, int risk,
                    sqlite3_vtab **out)
{
    const struct bound *bound = data;
    int code = sql != NULL ? sqlite3_declare_vtab(db, sql) : SQLITE_NOMEM;
    sqlite3_free(sql);
    if (code != SQLITE_OK) {
        return code;
    }
    struct nr_vtab *vtab = sqlite3_malloc64(sizeof *vtab);
    if (vtab == NULL) {
        return SQLITE_NOMEM;
    }
    *vtab = (struct nr_vtab){.session = bound->session, .what = bound->what};
    *out = &vtab->base;
    return sqlite3_vtab_config(db, risk);
}

int nr_vtab_disconnect(sqlite3_vtab *base)
{
    sqlite3_free(base);
    return SQLITE_OK;
}

int nr_vtab_fail(sqlite3_vtab *base, struct nr_failure *failure)
{
    if (failure->message != NULL) {
        sqlite3_free(base->zErrMsg);
        base->zErrMsg = failure->message;
    }
    return failure->code;
}

static void bound_free(void *data)
{
    struct bound *bound = data;
    nr_session_release(bound->session);
    sqlite3_free(bound);
}

/* SQLite calls bound_free() when it cannot register it, too. */
int nr_module_register(sqlite3 *db, struct nr_session *session, const char *name,
                       const sqlite3_module *module, const void *what)
{
    struct bound *bound = sqlite3_malloc64(sizeof *bound);
    if (bound == NULL) {
        return SQLITE_NOMEM;
    }
    *bound = (struct bound){nr_session_hold(session), what};
    return sqlite3_create_module_v2(db, name, module, bound, bound_free);
}
