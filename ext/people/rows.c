/* people/rows.c: what is known of somebody, from all articles.
 *
 *     Ana Diaz | PERSON | female, by pronoun | role "mayor" | first_seen 2024-03-01 ...
 *     roles: [{"role": "councillor", "first": "2023-01-09", "last": "2023-11-30"},
 *             {"role": "mayor", "first": "2024-03-01", "last": "2024-05-09"}]
 *     called: Ana Diaz in 7 articles, Diaz in 5, A. Diaz in 1
 *
 * Articles are read by day. The latest role is the role. Gender is what most articles
 * say that have the best ground: pronouns before titles before given names; country what
 * most say. A name counts once an article, its casing left aside. */
#include "people/parts.h"

#include "lexicon/facts.h"
#include "tables/json.h"

#include <string.h>

enum { MOST_ROLES = 100, COUNTRIES = 26 * 26 + 1 };

/* Rows of the person, oldest first. */
static const char read_sql[] =
    "SELECT e.article, a.day, e.name, e.aliases, e.role, e.gender, e.gender_basis, "
    "e.country, e.quotes FROM newsroom_entities AS e CROSS JOIN newsroom_articles AS a "
    "ON a.article = e.article WHERE e.person = ?1 "
    "ORDER BY a.day IS NOT NULL, a.day, e.article, e.entity_no";
enum { ARTICLE, DAY, NAME, ALIASES, ROLE, GENDER, BASIS, COUNTRY, QUOTES };

/* What is the same is not written: a page of each index would be. */
static const char write_sql[] =
    "UPDATE newsroom_people SET gender = ?2, gender_basis = ?3, country = ?4, role = ?5, "
    "roles = ?6, first_seen = ?7, last_seen = ?8, articles = ?9, quotes = ?10 "
    "WHERE person = ?1 AND (articles <> ?9 OR quotes <> ?10 OR last_seen IS NOT ?8 "
    "OR first_seen IS NOT ?7 OR roles IS NOT ?6 OR role IS NOT ?5 OR country IS NOT ?4 "
    "OR gender_basis IS NOT ?3 OR gender IS NOT ?2)";
static const char known_names_sql[] =
    "SELECT name, articles FROM newsroom_people_names WHERE person = ?1";
static const char drop_names_sql[] =
    "DELETE FROM newsroom_people_names WHERE person = ?1";
static const char add_name_sql[] =
    "INSERT INTO newsroom_people_names(name, person, articles) VALUES(?1, ?2, ?3)";
static const char drop_sql[] = "DELETE FROM newsroom_people WHERE person = ?1";

struct role {
    struct nr_chars role; /* as the first article writes it */
    struct nr_chars first;
    struct nr_chars last;
};

struct form {
    struct nr_chars name;
    uint32_t articles;
    uint32_t latest; /* the number of the last article that was counted */
};

struct biography {
    struct nr_arena *arena;
    struct nr_chars article;
    uint32_t articles;
    int64_t quotes;
    struct nr_chars first;
    struct nr_chars last;
    NR_LIST(struct role) roles;
    uint32_t latest_role; /* index, NR_NONE: none */
    struct nr_map role_index;
    NR_LIST(struct form) forms;
    struct nr_map form_index;
    uint32_t genders[4][NR_GENDER_COUNT]; /* by basis */
    uint32_t countries[COUNTRIES];
};

/* ---- Reading ---- */

static struct nr_chars column(struct nr_arena *arena, sqlite3_stmt *row, int at)
{
    const char *bytes = (const char *)sqlite3_column_text(row, at);
    uint32_t length = (uint32_t)sqlite3_column_bytes(row, at);
    const char *copy = bytes == NULL ? NULL : nr_arena_copy(arena, bytes, length);
    return (struct nr_chars){copy, copy != NULL ? length : 0};
}

/* Without ASCII capitals: as SQLite's NOCASE compares. */
static struct nr_chars caseless(struct nr_arena *arena, struct nr_chars chars)
{
    char *copy = nr_arena_copy(arena, chars.bytes, chars.length);
    for (uint32_t i = 0; copy != NULL && i < chars.length; i++) {
        bool capital = copy[i] >= 'A' && copy[i] <= 'Z';
        copy[i] = capital ? (char)(copy[i] - 'A' + 'a') : copy[i];
    }
    return (struct nr_chars){copy, copy != NULL ? chars.length : 0};
}

/* The place of chars in a list of count items; count where it is new. NR_NONE: out of
 * memory. */
static uint32_t place_of(struct nr_arena *arena, struct nr_map *index,
                         struct nr_chars chars, uint32_t count)
{
    struct nr_chars key = caseless(arena, chars);
    uint32_t *slot =
        key.bytes == NULL ? NULL : nr_map_slot(arena, index, key.bytes, key.length);
    if (slot == NULL) {
        return NR_NONE;
    }
    *slot = *slot == NR_NONE ? count : *slot;
    return *slot;
}

static void add_role(struct biography *life, struct nr_chars role, struct nr_chars day)
{
    if (role.length == 0 || life->roles.count == MOST_ROLES) {
        return;
    }
    uint32_t place = place_of(life->arena, &life->role_index, role, life->roles.count);
    if (place == life->roles.count) {
        struct role *added = nr_list_push(life->arena, &life->roles, sizeof *added);
        if (added == NULL) {
            return;
        }
        *added = (struct role){role, day, day};
    } else if (place == NR_NONE) {
        return;
    }
    struct role *known = &life->roles.items[place];
    known->first = known->first.length > 0 ? known->first : day;
    known->last = day.length > 0 ? day : known->last;
    life->latest_role = place;
}

static bool has_small_letter(struct nr_chars name)
{
    for (uint32_t i = 0; i < name.length; i++) {
        if (name.bytes[i] >= 'a' && name.bytes[i] <= 'z') {
            return true;
        }
    }
    return false;
}

static void add_form(struct biography *life, struct nr_chars name)
{
    if (name.length == 0) {
        return;
    }
    uint32_t place = place_of(life->arena, &life->form_index, name, life->forms.count);
    if (place == life->forms.count) {
        struct form *added = nr_list_push(life->arena, &life->forms, sizeof *added);
        if (added == NULL) {
            return;
        }
        *added = (struct form){name, 0, 0};
    } else if (place == NR_NONE) {
        return;
    }
    struct form *known = &life->forms.items[place];
    if (known->latest != life->articles) {
        known->latest = life->articles;
        known->articles++;
    }
    known->name = has_small_letter(known->name) ? known->name : name;
}

static uint8_t index_in(const char *const *names, int count, const char *name)
{
    for (int i = 1; name != NULL && i < count; i++) {
        if (names[i] != NULL && strcmp(names[i], name) == 0) {
            return (uint8_t)i;
        }
    }
    return 0;
}

/* What grounds of gender are called, the better last. */
static const char *const bases[4] = {NULL, "name", "title", "pronoun"};

static void add_row(struct biography *life, sqlite3_stmt *row)
{
    struct nr_chars article = nr_article_key(life->arena, row, ARTICLE);
    struct nr_chars day = column(life->arena, row, DAY);
    struct nr_chars aliases = column(life->arena, row, ALIASES);
    if (life->articles == 0 || !nr_chars_same(article, life->article)) {
        life->articles++;
        life->article = article;
    }
    life->first = life->first.length > 0 ? life->first : day;
    life->last = day.length > 0 ? day : life->last;
    life->quotes += sqlite3_column_int64(row, QUOTES);
    add_role(life, column(life->arena, row, ROLE), day);
    add_form(life, column(life->arena, row, NAME));
    struct nr_chars alias;
    uint32_t at = 0;
    while (aliases.bytes != NULL && nr_aliases_next(life->arena, aliases, &at, &alias)) {
        add_form(life, alias);
    }
    const char *gender = (const char *)sqlite3_column_text(row, GENDER);
    const char *basis = (const char *)sqlite3_column_text(row, BASIS);
    life->genders[index_in(bases, 4, basis)]
                 [index_in(nr_gender_names, NR_GENDER_COUNT, gender)]++;
    const char *country = (const char *)sqlite3_column_text(row, COUNTRY);
    life->countries[nr_country_index(country)]++;
}

/* ---- Writing ---- */

static void bind_text(sqlite3_stmt *statement, int at, struct nr_chars chars)
{
    if (chars.length > 0) {
        sqlite3_bind_text(statement, at, chars.bytes, (int)chars.length, SQLITE_STATIC);
    } else {
        sqlite3_bind_null(statement, at);
    }
}

/* By the best ground on which more say one than another. */
static void bind_gender(sqlite3_stmt *statement, const struct biography *life)
{
    enum { GENDER_AT = 2, BASIS_AT = 3 };
    sqlite3_bind_null(statement, GENDER_AT);
    sqlite3_bind_null(statement, BASIS_AT);
    if (life->genders[0][NR_GENDER_UNKNOWN] > 0) {
        sqlite3_bind_text(statement, GENDER_AT, nr_gender_names[NR_GENDER_UNKNOWN], -1,
                          SQLITE_STATIC);
    }
    for (int basis = 3; basis > 0; basis--) {
        int best = 0;
        bool alone = true;
        for (int gender = 1; gender < NR_GENDER_UNKNOWN; gender++) {
            uint32_t count = life->genders[basis][gender];
            uint32_t most = life->genders[basis][best];
            alone = count > most || (alone && (count < most || count == 0));
            best = count > most ? gender : best;
        }
        if (best != 0 && alone) {
            sqlite3_bind_text(statement, GENDER_AT, nr_gender_names[best], -1,
                              SQLITE_STATIC);
            sqlite3_bind_text(statement, BASIS_AT, bases[basis], -1, SQLITE_STATIC);
            return;
        }
    }
}

static void bind_country(sqlite3_stmt *statement, const struct biography *life)
{
    int best = 0;
    for (int i = 1; i < COUNTRIES; i++) {
        bool more = life->countries[i] > (best > 0 ? life->countries[best] : 0);
        best = more ? i : best;
    }
    char code[2] = {(char)('A' + (best - 1) / 26), (char)('A' + (best - 1) % 26)};
    if (best > 0) {
        sqlite3_bind_text(statement, 4, code, 2, SQLITE_TRANSIENT);
    } else {
        sqlite3_bind_null(statement, 4);
    }
}

static void write_day(struct nr_json *json, const char *key, struct nr_chars day)
{
    nr_json_key(json, key);
    if (day.length > 0) {
        nr_json_string(json, day.bytes, day.length);
    } else {
        nr_json_null(json);
    }
}

static int bind_roles(sqlite3_stmt *statement, const struct biography *life)
{
    enum { ROLE_AT = 5, ROLES_AT = 6 };
    if (life->roles.count == 0) {
        sqlite3_bind_null(statement, ROLE_AT);
        return sqlite3_bind_null(statement, ROLES_AT);
    }
    bind_text(statement, ROLE_AT, life->roles.items[life->latest_role].role);
    struct nr_json json;
    nr_json_open(&json, sqlite3_db_handle(statement));
    nr_json_begin(&json, '[');
    for (uint32_t i = 0; i < life->roles.count; i++) {
        const struct role *role = &life->roles.items[i];
        nr_json_begin(&json, '{');
        nr_json_key(&json, "role");
        nr_json_string(&json, role->role.bytes, role->role.length);
        write_day(&json, "first", role->first);
        write_day(&json, "last", role->last);
        nr_json_end(&json, '}');
    }
    nr_json_end(&json, ']');
    int code = json.code;
    if (code == SQLITE_OK) {
        code = sqlite3_bind_text64(statement, ROLES_AT, json.bytes, json.length,
                                   SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    nr_json_drop(&json);
    return code;
}

struct writer {
    const struct nr_archive *archive;
    struct nr_failure *failure;
    sqlite3_stmt *read;
    sqlite3_stmt *write;
    sqlite3_stmt *known_names;
    sqlite3_stmt *drop_names;
    sqlite3_stmt *add_name;
    sqlite3_stmt *drop;
};

static void run_on(struct writer *writer, sqlite3_stmt *statement, struct nr_chars person)
{
    bind_text(statement, 1, person);
    nr_sql_run(writer->archive, statement, writer->failure);
}

/* Are the names that are kept the same, casing and all? */
static bool has_names(struct writer *writer, struct biography *life,
                      struct nr_chars person)
{
    uint32_t same = 0;
    uint32_t kept = 0;
    bind_text(writer->known_names, 1, person);
    while (nr_sql_step(writer->archive, writer->known_names, writer->failure)) {
        struct nr_chars name = column(life->arena, writer->known_names, 0);
        uint32_t place = name.length == 0 ? NR_NONE
                                          : place_of(life->arena, &life->form_index, name,
                                                     life->forms.count);
        const struct form *form =
            place < life->forms.count ? &life->forms.items[place] : NULL;
        kept++;
        same += form != NULL && nr_chars_same(form->name, name) &&
                sqlite3_column_int64(writer->known_names, 1) == form->articles;
    }
    return same == kept && kept == life->forms.count;
}

static void write_names(struct writer *writer, struct biography *life,
                        struct nr_chars person, bool fresh)
{
    if (!fresh && has_names(writer, life, person)) {
        return;
    }
    if (!fresh) {
        run_on(writer, writer->drop_names, person);
    }
    for (uint32_t i = 0; i < life->forms.count; i++) {
        bind_text(writer->add_name, 1, life->forms.items[i].name);
        bind_text(writer->add_name, 2, person);
        sqlite3_bind_int64(writer->add_name, 3, life->forms.items[i].articles);
        nr_sql_run(writer->archive, writer->add_name, writer->failure);
    }
}

static void write_life(struct writer *writer, const struct biography *life,
                       struct nr_chars person)
{
    sqlite3_stmt *write = writer->write;
    bind_gender(write, life);
    bind_country(write, life);
    int code = bind_roles(write, life);
    bind_text(write, 7, life->first);
    bind_text(write, 8, life->last);
    sqlite3_bind_int64(write, 9, life->articles);
    sqlite3_bind_int64(write, 10, life->quotes);
    if (code != SQLITE_OK) {
        nr_fail(writer->failure, code, NULL);
        return;
    }
    run_on(writer, write, person);
}

static void write_one(struct writer *writer, const struct nr_arena *parent,
                      struct nr_chars person, bool fresh)
{
    struct nr_arena arena;
    nr_arena_open(&arena, &parent->host);
    struct biography *life = nr_arena_take(&arena, sizeof *life);
    if (life != NULL) {
        life->arena = &arena;
        life->latest_role = NR_NONE;
        bind_text(writer->read, 1, person);
        while (nr_sql_step(writer->archive, writer->read, writer->failure) &&
               nr_arena_tick(&arena, 200)) {
            add_row(life, writer->read);
        }
        sqlite3_reset(writer->read);
        nr_fail_status(writer->failure, arena.status);
        write_names(writer, life, person, fresh);
        if (life->articles == 0) {
            run_on(writer, writer->drop, person);
        } else if (writer->failure->code == SQLITE_OK) {
            write_life(writer, life, person);
        }
    }
    nr_fail_status(writer->failure, arena.status);
    nr_arena_close(&arena);
}

bool nr_people_write(const struct nr_archive *archive, struct nr_arena *arena,
                     const struct nr_map *persons, struct nr_failure *failure)
{
    struct writer writer = {.archive = archive, .failure = failure};
    writer.read = nr_sql_prepare(archive, read_sql, failure);
    writer.write = nr_sql_prepare(archive, write_sql, failure);
    writer.known_names = nr_sql_prepare(archive, known_names_sql, failure);
    writer.drop_names = nr_sql_prepare(archive, drop_names_sql, failure);
    writer.add_name = nr_sql_prepare(archive, add_name_sql, failure);
    writer.drop = nr_sql_prepare(archive, drop_sql, failure);
    for (uint32_t i = 0; i < persons->capacity && failure->code == SQLITE_OK; i++) {
        const struct nr_map_slot *slot = &persons->slots[i];
        if (slot->key != NULL) {
            write_one(&writer, arena, (struct nr_chars){slot->key, slot->length},
                      slot->value == 1);
        }
    }
    sqlite3_finalize(writer.read);
    sqlite3_finalize(writer.write);
    sqlite3_finalize(writer.known_names);
    sqlite3_finalize(writer.drop_names);
    sqlite3_finalize(writer.add_name);
    sqlite3_finalize(writer.drop);
    return failure->code == SQLITE_OK;
}
