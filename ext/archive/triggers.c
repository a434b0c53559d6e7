/* archive/triggers.c: the triggers on the user's table: see schema.h.
 *
 *     CREATE TRIGGER newsroom_note_insert AFTER INSERT ON articles BEGIN
 *     INSERT INTO newsroom_changes(article) SELECT new."id" WHERE NOT EXISTS(...); END
 *
 * Plain SQL, so that a program without the extension goes on writing; no conflict clause
 * and no unique index, since INSERT OR FAIL of the user's would take its place. */
#include "archive/schema.h"
#include "archive/statement.h"

enum { TRIGGERS = 3 };

static const struct trigger {
    const char *name;
    const char *event;
    const char *rows[2]; /* whose keys it notes */
} triggers[TRIGGERS] = {
    {"insert", "INSERT", {"new", NULL}},
    {"update", "UPDATE", {"old", "new"}},
    {"delete", "DELETE", {"old", NULL}},
};

/* UPDATE OF the columns that are read; any other UPDATE changes nothing here. */
static void append_columns(const struct nr_archive *archive, sqlite3_str *sql)
{
    const char *before = " OF ";
    for (int i = 0; i < NR_SOURCE_COLUMNS; i++) {
        if (archive->columns[i] != NULL) {
            sqlite3_str_appendf(sql, "%s\"%w\"", before, archive->columns[i]);
            before = ", ";
        }
    }
}

static void append_note(const struct nr_archive *archive, const char *row,
                        sqlite3_str *sql)
{
    const char *key = archive->columns[NR_SOURCE_KEY];
    const char *prefix = archive->prefix;
    sqlite3_str_appendf(sql,
                        " INSERT INTO \"%w_changes\"(article) SELECT %s.\"%w\" WHERE "
                        "%s.\"%w\" IS NOT NULL AND NOT EXISTS(SELECT 1 FROM "
                        "\"%w_changes\" WHERE article = %s.\"%w\");",
                        prefix, row, key, row, key, prefix, row, key);
}

/* In mode "immediate" the work is done at once. A key that stays is worked on once. */
static void append_work(const struct nr_archive *archive, const struct trigger *trigger,
                        int row, sqlite3_str *sql)
{
    const char *key = archive->columns[NR_SOURCE_KEY];
    sqlite3_str_appendf(sql, " SELECT newsroom_noted(%Q, %Q, %s.\"%w\")", archive->source,
                        archive->prefix, trigger->rows[row], key);
    if (row == 0 && trigger->rows[1] != NULL) {
        sqlite3_str_appendf(sql, " WHERE old.\"%w\" IS NOT new.\"%w\"", key, key);
    }
    sqlite3_str_appendall(sql, ";");
}

static int make(const struct nr_archive *archive, const struct trigger *trigger,
                struct nr_failure *failure)
{
    sqlite3_str *sql = sqlite3_str_new(archive->db);
    sqlite3_str_appendf(sql,
                        "CREATE TRIGGER IF NOT EXISTS \"%w\".\"%w_note_%s\" AFTER %s",
                        archive->schema, archive->prefix, trigger->name, trigger->event);
    if (trigger->rows[1] != NULL) {
        append_columns(archive, sql);
    }
    sqlite3_str_appendf(sql, " ON \"%w\" BEGIN", archive->source);
    for (int i = 0; i < 2 && trigger->rows[i] != NULL; i++) {
        append_note(archive, trigger->rows[i], sql);
    }
    for (int i = 0; i < 2 && trigger->rows[i] != NULL; i++) {
        if (archive->mode == NR_MODE_IMMEDIATE) {
            append_work(archive, trigger, i, sql);
        }
    }
    sqlite3_str_appendall(sql, " END");
    char *text = sqlite3_str_finish(sql);
    if (text == NULL) {
        return nr_fail(failure, SQLITE_NOMEM, NULL);
    }
    nr_sql_execute_named(archive, text, failure);
    sqlite3_free(text);
    return failure->code;
}

bool nr_triggers_restore(const struct nr_archive *archive, struct nr_failure *failure)
{
    char *count =
        sqlite3_mprintf("SELECT count(*) FROM \"%w\".sqlite_schema WHERE type = "
                        "'trigger' AND name IN ('%q_note_insert', "
                        "'%q_note_update', '%q_note_delete') AND tbl_name = %Q",
                        archive->schema, archive->prefix, archive->prefix,
                        archive->prefix, archive->source);
    if (count == NULL) {
        nr_fail(failure, SQLITE_NOMEM, NULL);
        return false;
    }
    int64_t there = nr_sql_number(archive, count, TRIGGERS, failure);
    sqlite3_free(count);
    for (int i = 0; i < TRIGGERS && there < TRIGGERS && failure->code == SQLITE_OK; i++) {
        make(archive, &triggers[i], failure);
    }
    return there < TRIGGERS;
}

int nr_triggers_remove(const struct nr_archive *archive, struct nr_failure *failure)
{
    for (int i = 0; i < TRIGGERS && failure->code == SQLITE_OK; i++) {
        char *drop = sqlite3_mprintf("DROP TRIGGER IF EXISTS \"%w\".\"%w_note_%s\"",
                                     archive->schema, archive->prefix, triggers[i].name);
        if (drop == NULL) {
            return nr_fail(failure, SQLITE_NOMEM, NULL);
        }
        nr_sql_execute_named(archive, drop, failure);
        sqlite3_free(drop);
    }
    return failure->code;
}
