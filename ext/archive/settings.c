/* archive/settings.c: what a call says of an archive, and what was written down of it.
 *
 *     SELECT newsroom_index('articles', 'body', '{"key": "slug", "outlet": "paper"}');
 *     newsroom_index: unknown key "titel" (known: schema, prefix, key, title ...)
 *
 * What newsroom_index() was told stands in a table of its own, newsroom_indexes, one row
 * an archive. Which table it is about is asked of its triggers first: they follow when
 * the table is renamed. */
#include "archive/archive.h"
#include "archive/statement.h"
#include "tables/members.h"

#include <string.h>

const char *const nr_source_columns[NR_SOURCE_COLUMNS] = {"key",       "body",   "title",
                                                          "published", "outlet", "url"};
const char *const nr_mode_names[2] = {"note", "immediate"};

enum { MOST_THREADS = 64 };

struct reader {
    struct nr_archive *archive;
    struct nr_failure *failure;
    bool indexing; /* newsroom_index() takes more than the others */
};

static int keep(char **field, struct nr_chars value, struct nr_failure *failure)
{
    sqlite3_free(*field);
    *field = sqlite3_mprintf("%.*s", (int)value.length, value.bytes);
    return *field != NULL ? SQLITE_OK : nr_fail(failure, SQLITE_NOMEM, NULL);
}

static int wrong(const struct reader *reader, const struct nr_member *member,
                 const char *wanted)
{
    return nr_fail(reader->failure, SQLITE_ERROR, "%s: \"%s\" is %s, not %s",
                   reader->archive->caller, member->key, wanted, member->value.bytes);
}

/* ---- One key of the options ---- */

static int take_mode(struct reader *reader, const struct nr_member *member)
{
    for (int i = 0; i < 2; i++) {
        if (strcmp(member->value.bytes, nr_mode_names[i]) == 0) {
            reader->archive->mode = (enum nr_mode)i;
            return SQLITE_OK;
        }
    }
    return wrong(reader, member, "\"note\" or \"immediate\"");
}

static int take_threads(struct reader *reader, const struct nr_member *member)
{
    int threads = 0;
    for (uint32_t i = 0; i < member->value.length && threads <= MOST_THREADS; i++) {
        char digit = member->value.bytes[i];
        threads =
            digit >= '0' && digit <= '9' ? threads * 10 + digit - '0' : MOST_THREADS + 1;
    }
    if (threads < 1 || threads > MOST_THREADS) {
        return wrong(reader, member, "a number from 1 to 64");
    }
    reader->archive->threads = threads;
    return SQLITE_OK;
}

static int take_compare(struct reader *reader, const struct nr_member *member)
{
    bool noted = strcmp(member->value.bytes, "noted") == 0;
    if (!noted && strcmp(member->value.bytes, "all") != 0) {
        return wrong(reader, member, "\"all\" or \"noted\"");
    }
    reader->archive->trusting = noted;
    return SQLITE_OK;
}

static int take_schema(struct reader *reader, const struct nr_member *member)
{
    return keep(&reader->archive->schema, member->value, reader->failure);
}

static int take_prefix(struct reader *reader, const struct nr_member *member)
{
    return keep(&reader->archive->prefix, member->value, reader->failure);
}

static int take_column(struct reader *reader, const struct nr_member *member)
{
    int column = 0;
    while (strcmp(nr_source_columns[column], member->key) != 0) {
        column++;
    }
    return keep(&reader->archive->columns[column], member->value, reader->failure);
}

static const struct key {
    const char *name;
    const char *type; /* as json_each() has it */
    bool indexing;    /* only newsroom_index() */
    int (*take)(struct reader *reader, const struct nr_member *member);
} keys[] = {
    {"schema", "text", false, take_schema},      {"prefix", "text", false, take_prefix},
    {"threads", "integer", false, take_threads}, {"compare", "text", false, take_compare},
    {"key", "text", true, take_column},          {"title", "text", true, take_column},
    {"published", "text", true, take_column},    {"outlet", "text", true, take_column},
    {"url", "text", true, take_column},          {"mode", "text", true, take_mode},
};
enum { KEYS = sizeof keys / sizeof keys[0] };

static int unknown(const struct reader *reader, const struct nr_member *member)
{
    sqlite3_str *known = sqlite3_str_new(reader->archive->db);
    for (int i = 0; i < KEYS; i++) {
        if (reader->indexing || !keys[i].indexing) {
            sqlite3_str_appendf(known, "%s%s", i > 0 ? ", " : "", keys[i].name);
        }
    }
    char *list = sqlite3_str_finish(known);
    nr_fail(reader->failure, SQLITE_ERROR, "%s: unknown key \"%s\" (known: %s)",
            reader->archive->caller, member->key, list != NULL ? list : "");
    sqlite3_free(list);
    return reader->failure->code;
}

static int take_key(void *context, const struct nr_member *member)
{
    struct reader *reader = context;
    for (int i = 0; i < KEYS; i++) {
        const struct key *key = &keys[i];
        if (strcmp(key->name, member->key) != 0 || (key->indexing && !reader->indexing)) {
            continue;
        }
        if (strcmp(key->type, member->type) != 0 || member->value.length == 0) {
            return wrong(reader, member,
                         key->type[0] == 't' ? "a text" : "a whole number");
        }
        return key->take(reader, member);
    }
    return unknown(reader, member);
}

static int read_options(struct reader *reader, sqlite3_value *value)
{
    struct nr_archive *archive = reader->archive;
    if (value == NULL || sqlite3_value_type(value) == SQLITE_NULL) {
        return SQLITE_OK;
    }
    const char *bytes = (const char *)sqlite3_value_text(value);
    if (bytes == NULL) {
        return nr_fail(reader->failure, SQLITE_NOMEM, NULL);
    }
    struct nr_chars json = {bytes, (uint32_t)sqlite3_value_bytes(value)};
    struct nr_host host = nr_session_host(archive->session);
    struct nr_arena arena;
    nr_arena_open(&arena, &host);
    struct nr_members members = {archive->db, &arena, reader->failure, archive->caller};
    if (nr_members_check_object(&members, json) == SQLITE_OK) {
        nr_members_walk(&members, json, take_key, reader);
    }
    nr_arena_close(&arena);
    return reader->failure->code;
}

/* ---- The arguments ---- */

static int read_name(struct nr_archive *archive, sqlite3_value *value, const char *what,
                     char **field, struct nr_failure *failure)
{
    if (value == NULL || sqlite3_value_type(value) != SQLITE_TEXT ||
        sqlite3_value_bytes(value) == 0) {
        return nr_fail(failure, SQLITE_ERROR,
                       "%s: the name of %s is missing: SELECT %s('articles'%s)",
                       archive->caller, what, archive->caller,
                       strcmp(archive->caller, "newsroom_index") == 0 ? ", 'body'" : "");
    }
    struct nr_chars name = {(const char *)sqlite3_value_text(value),
                            (uint32_t)sqlite3_value_bytes(value)};
    return name.bytes != NULL ? keep(field, name, failure)
                              : nr_fail(failure, SQLITE_NOMEM, NULL);
}

int nr_archive_ask(struct nr_archive *archive, struct nr_session *session,
                   const char *caller, sqlite3_value *const *values, int count,
                   struct nr_failure *failure)
{
    *archive = (struct nr_archive){.db = session->db,
                                   .session = session,
                                   .caller = caller,
                                   .mode = NR_MODE_NOTE,
                                   .threads = 0};
    bool indexing = strcmp(caller, "newsroom_index") == 0;
    struct reader reader = {archive, failure, indexing};
    int options = indexing ? 2 : 1;
    read_name(archive, count > 0 ? values[0] : NULL, "the table", &archive->source,
              failure);
    if (indexing && failure->code == SQLITE_OK) {
        read_name(archive, count > 1 ? values[1] : NULL, "the column of the text",
                  &archive->columns[NR_SOURCE_BODY], failure);
    }
    if (failure->code == SQLITE_OK) {
        read_options(&reader, count > options ? values[options] : NULL);
    }
    return failure->code;
}

void nr_archive_close(struct nr_archive *archive)
{
    sqlite3_free(archive->schema);
    sqlite3_free(archive->prefix);
    sqlite3_free(archive->source);
    sqlite3_free(archive->key_type);
    sqlite3_free(archive->version);
    for (int i = 0; i < NR_SOURCE_COLUMNS; i++) {
        sqlite3_free(archive->columns[i]);
    }
    *archive = (struct nr_archive){.db = NULL};
}
