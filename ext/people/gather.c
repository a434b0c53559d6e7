/* people/gather.c: which names may mean one another, and who bears them?
 *
 *     the word "diaz"     Diaz, A. Diaz, Ana Diaz, and whom articles call Diaz besides
 *     the word "lrb"      LRB, and Lund Road Board by its initials
 *
 * A name that articles gave somebody counts only as long as one of them does: the words
 * that newsroom_name_words keeps may be out of date, the bearers are not. */
#include "people/parts.h"

#include "lexicon/facts.h"

#include <string.h>

uint16_t nr_country_index(const char *code)
{
    bool told = code != NULL && code[0] >= 'A' && code[0] <= 'Z' && code[1] >= 'A' &&
                code[1] <= 'Z' && code[2] == 0;
    return told ? (uint16_t)(1 + (code[0] - 'A') * 26 + (code[1] - 'A')) : 0;
}

static struct nr_chars column_chars(struct nr_arena *arena, sqlite3_stmt *statement,
                                    int column)
{
    const char *bytes = (const char *)sqlite3_column_text(statement, column);
    uint32_t length = (uint32_t)sqlite3_column_bytes(statement, column);
    char *copy = bytes == NULL ? NULL : nr_arena_copy(arena, bytes, length);
    return (struct nr_chars){copy != NULL ? copy : "", copy != NULL ? length : 0};
}

/* ---- The words of a JSON array of strings ---- */

static int hexadecimal(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : 0;
}

/* \n, \", \u0007: only control characters are written as numbers by this library. */
static char unescape(const char *bytes, uint32_t *at)
{
    static const char letters[] = "b\bf\fn\nr\rt\t";
    char c = bytes[*at];
    const char *pair = strchr(letters, c);
    if (c == 'u') {
        c = (char)(16 * hexadecimal(bytes[*at + 3]) + hexadecimal(bytes[*at + 4]));
        *at += 4;
    } else if (pair != NULL && (pair - letters) % 2 == 0) {
        c = pair[1];
    }
    return c;
}

bool nr_aliases_next(struct nr_arena *arena, struct nr_chars aliases, uint32_t *at,
                     struct nr_chars *alias)
{
    enum { LONGEST_ESCAPE = 5 };
    const char *bytes = aliases.bytes;
    while (*at < aliases.length && bytes[*at] != '"') {
        (*at)++;
    }
    char *copy =
        *at < aliases.length ? nr_arena_take_raw(arena, aliases.length - *at + 1u) : NULL;
    uint32_t length = 0;
    for ((*at)++; copy != NULL && *at < aliases.length && bytes[*at] != '"'; (*at)++) {
        bool escaped = bytes[*at] == '\\' && *at + LONGEST_ESCAPE < aliases.length;
        *at += escaped ? 1 : 0;
        copy[length++] = escaped ? unescape(bytes, at) : bytes[*at];
    }
    (*at)++;
    *alias = (struct nr_chars){copy, length};
    return copy != NULL;
}

/* ---- Names ---- */

static bool gather_names(struct nr_group *group)
{
    sqlite3_stmt *names = group->sql->names_by_word;
    const char *type = nr_type_names[group->type];
    bool ok = true;
    bool any = false;
    sqlite3_bind_text(names, 1, group->word.bytes, (int)group->word.length,
                      SQLITE_STATIC);
    sqlite3_bind_text(names, 2, type, -1, SQLITE_STATIC);
    while (nr_sql_step(group->archive, names, group->failure)) {
        struct nr_group_name *name =
            nr_list_push(group->arena, &group->names, sizeof *name);
        ok = ok && name != NULL;
        if (!ok) {
            continue;
        }
        name->name = column_chars(group->arena, names, 0);
        ok = nr_called_make(group->arena, group->type, name->name, &name->called);
        struct nr_chars home = nr_called_home(group->type, &name->called);
        name->resident = nr_chars_same(home, group->word) &&
                         nr_people_level(group->type, name->called.count) == group->level;
        any = any || name->resident;
    }
    if (!any) {
        group->names.count = 0;
    }
    return ok && group->failure->code == SQLITE_OK;
}

/* ---- Bearers ---- */

static uint8_t gender_named(struct nr_chars name)
{
    bool female = nr_chars_same(name, (struct nr_chars){"female", 6});
    bool male = nr_chars_same(name, (struct nr_chars){"male", 4});
    return female ? NR_GENDER_FEMALE : male ? NR_GENDER_MALE : NR_GENDER_NONE;
}

static bool read_bearer(struct nr_group *group, sqlite3_stmt *row, uint32_t name)
{
    struct nr_bearer *bearer =
        nr_list_push(group->arena, &group->bearers, sizeof *bearer);
    if (bearer == NULL) {
        return false;
    }
    const char *basis = (const char *)sqlite3_column_text(row, 4);
    const char *country = (const char *)sqlite3_column_text(row, 5);
    bearer->name = name;
    bearer->person = NR_NONE;
    bearer->article = nr_article_key(group->arena, row, 0);
    bearer->entity_no = sqlite3_column_int64(row, 1);
    bearer->role = column_chars(group->arena, row, 2);
    bearer->gender = gender_named(column_chars(group->arena, row, 3));
    bearer->told = basis != NULL && strcmp(basis, "name") != 0;
    bearer->country = nr_country_index(country);
    if (group->names.items[name].called.country[0] != 0) { /* "Norland Senate" */
        bearer->country = nr_country_index(group->names.items[name].called.country);
    }
    bearer->aliases = column_chars(group->arena, row, 6);
    bearer->stored = column_chars(group->arena, row, 7);
    bearer->field = (uint8_t)nr_field_of(bearer->role);
    return group->arena->status == NR_OK;
}

/* A name that nobody bears any more is forgotten here. */
static bool gather_bearers(struct nr_group *group, uint32_t index)
{
    const struct nr_people_sql *sql = group->sql;
    struct nr_group_name *name = &group->names.items[index];
    sqlite3_stmt *bearers = sql->bearers_of;
    const char *type = nr_type_names[group->type];
    bool ok = true;
    name->first_bearer = group->bearers.count;
    sqlite3_bind_text(bearers, 1, name->name.bytes, (int)name->name.length,
                      SQLITE_STATIC);
    sqlite3_bind_text(bearers, 2, type, -1, SQLITE_STATIC);
    while (nr_sql_step(group->archive, bearers, group->failure)) {
        ok = ok && read_bearer(group, bearers, index);
    }
    name->end_bearer = group->bearers.count;
    if (ok && name->end_bearer == name->first_bearer) {
        sqlite3_bind_text(sql->forget_word, 1, group->word.bytes, (int)group->word.length,
                          SQLITE_STATIC);
        sqlite3_bind_text(sql->forget_word, 2, type, -1, SQLITE_STATIC);
        sqlite3_bind_text(sql->forget_word, 3, name->name.bytes, (int)name->name.length,
                          SQLITE_STATIC);
        nr_sql_run(group->archive, sql->forget_word, group->failure);
    }
    return ok && nr_arena_tick(group->arena, 100) && group->failure->code == SQLITE_OK;
}

/* Is the group's word one that the name has by itself? */
static bool is_own_word(struct nr_group *group, const struct nr_called *called)
{
    struct nr_called_key *keys = NULL;
    bool own = nr_chars_same(nr_called_home(group->type, called), group->word) ||
               !nr_called_keys(group->arena, group->type, called, &keys);
    for (; keys != NULL && !own; keys = keys->next) {
        own = nr_chars_same(keys->word, group->word);
    }
    return own;
}

/* Does an article call a bearer by the group's word? */
static bool is_called_so(struct nr_group *group, const struct nr_group_name *name)
{
    for (uint32_t b = name->first_bearer; b < name->end_bearer; b++) {
        struct nr_chars alias;
        struct nr_called called;
        uint32_t at = 0;
        while (
            nr_aliases_next(group->arena, group->bearers.items[b].aliases, &at, &alias) &&
            nr_called_make(group->arena, group->type, alias, &called)) {
            if (nr_chars_same(called.words, group->word)) {
                return true;
            }
        }
    }
    return false;
}

/* Is it a name that a resident may mean? */
static bool is_guest(const struct nr_group *group, const struct nr_group_name *name)
{
    if (nr_people_level(group->type, name->called.count) <= group->level) {
        return false;
    }
    for (uint32_t n = 0; n < group->names.count; n++) {
        const struct nr_group_name *other = &group->names.items[n];
        bool body = group->type != NR_TYPE_PERSON;
        if (other->resident && (body || other->called.count == 1)) {
            return nr_called_fuller(group->type, &name->called, &other->called);
        }
    }
    return false;
}

bool nr_group_gather(struct nr_group *group)
{
    bool ok = gather_names(group);
    for (uint32_t n = 0; ok && n < group->names.count; n++) {
        struct nr_group_name *name = &group->names.items[n];
        if (!name->resident && !is_guest(group, name)) {
            continue;
        }
        ok = gather_bearers(group, n);
        bool meant = name->resident || is_own_word(group, &name->called) ||
                     is_called_so(group, name);
        if (!meant) { /* an article that called so is gone */
            group->bearers.count = name->first_bearer;
            name->end_bearer = name->first_bearer;
        }
    }
    return ok && group->arena->status == NR_OK;
}
