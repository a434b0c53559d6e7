/* tables/members.c: see members.h. */
#include "tables/members.h"

#include <string.h>

static int out_of_memory(const struct nr_members *members)
{
    return nr_fail(members->failure, SQLITE_NOMEM, NULL);
}

/* The host's message ("malformed JSON"), named as what it is about. */
static int statement_failed(const struct nr_members *members, int code)
{
    if (code == SQLITE_NOMEM || code == SQLITE_INTERRUPT) {
        return nr_fail(members->failure, code, NULL);
    }
    return nr_fail(members->failure, SQLITE_ERROR, "%s: %s", members->what,
                   sqlite3_errmsg(members->db));
}

static sqlite3_stmt *prepare(const struct nr_members *members, const char *sql,
                             struct nr_chars json)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(members->db, sql, -1, &statement, NULL);
    if (code == SQLITE_OK) {
        code =
            sqlite3_bind_text(statement, 1, json.bytes, (int)json.length, SQLITE_STATIC);
    }
    if (code != SQLITE_OK) {
        statement_failed(members, code);
        sqlite3_finalize(statement);
        return NULL;
    }
    return statement;
}

/* A column's text in the arena; NULL is "". */
static struct nr_chars column_copy(const struct nr_members *members, sqlite3_stmt *row,
                                   int column)
{
    bool null = sqlite3_column_type(row, column) == SQLITE_NULL;
    const char *bytes = null ? "" : (const char *)sqlite3_column_text(row, column);
    uint32_t length = null ? 0 : (uint32_t)sqlite3_column_bytes(row, column);
    char *copy = bytes != NULL ? nr_arena_copy(members->arena, bytes, length) : NULL;
    if (copy == NULL) {
        out_of_memory(members);
        return (struct nr_chars){"", 0};
    }
    return (struct nr_chars){copy, length};
}

static int read_member(const struct nr_members *members, sqlite3_stmt *row,
                       struct nr_member *member)
{
    bool named = sqlite3_column_type(row, 0) == SQLITE_TEXT;
    member->key = named ? column_copy(members, row, 0).bytes : "";
    member->type = column_copy(members, row, 1).bytes;
    member->value = column_copy(members, row, 2);
    return members->failure->code;
}

int nr_members_walk(const struct nr_members *members, struct nr_chars json,
                    int (*take)(void *context, const struct nr_member *member),
                    void *context)
{
    sqlite3_stmt *rows =
        prepare(members, "SELECT key, type, value FROM json_each(?1)", json);
    struct nr_member member = {.number = 0};
    if (rows == NULL) {
        return members->failure->code;
    }
    int code = sqlite3_step(rows);
    while (code == SQLITE_ROW && read_member(members, rows, &member) == SQLITE_OK &&
           take(context, &member) == SQLITE_OK) {
        member.number++;
        code = sqlite3_step(rows);
    }
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        statement_failed(members, code);
    }
    sqlite3_finalize(rows);
    return members->failure->code;
}

int nr_members_check_object(const struct nr_members *members, struct nr_chars json)
{
    sqlite3_stmt *asked = prepare(members, "SELECT json_type(?1)", json);
    if (asked == NULL) {
        return members->failure->code;
    }
    int code = sqlite3_step(asked);
    const char *type =
        code == SQLITE_ROW ? (const char *)sqlite3_column_text(asked, 0) : NULL;
    if (code != SQLITE_ROW) {
        statement_failed(members, code);
    } else if (type == NULL) {
        out_of_memory(members);
    } else if (strcmp(type, "object") != 0) {
        nr_fail(members->failure, SQLITE_ERROR,
                "%s: must be a JSON object such as {\"title\": \"...\"}, and this is %s",
                members->what, type);
    }
    sqlite3_finalize(asked);
    return members->failure->code;
}
