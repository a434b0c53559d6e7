/* people/people.c: see people.h.
 *
 *     touched: Ana Diaz                 words: diaz, and ana if articles call her so
 *     groups:  diaz, full names         Ana Diaz, Ada Diaz, A. Diaz
 *              diaz, family names       Diaz
 *
 * Each name that was touched is entered under the words that it may be looked for by, and
 * their groups are settled: full names before those that may mean them. Where that gives
 * somebody another key, the groups below that may mean her are settled as well. In the
 * end the rows of all keys that came, went or lost a bearer are written anew. */
#include "people/people.h"

#include "people/parts.h"

#include <string.h>

const char nr_people_touch_sql[] =
    "INSERT INTO newsroom_names_touched(name, type, aliases, person) SELECT name, type, "
    "aliases, person FROM newsroom_entities WHERE article = ?1 AND name IS NOT NULL AND "
    "type IN ('PERSON', 'ORG')";

static const char *const statements[] = {
#define SQL_TOUCHED 0
    "SELECT name, type, aliases, person FROM newsroom_names_touched ORDER BY id",
#define SQL_ENTER_WORD 1
    "INSERT INTO newsroom_name_words(word, type, name) VALUES(?1, ?2, ?3) ON CONFLICT DO "
    "NOTHING",
#define SQL_NAMES_BY_WORD 2
    "SELECT name FROM newsroom_name_words WHERE word = ?1 AND type = ?2 ORDER BY name",
#define SQL_BEARERS 3
    "SELECT article, entity_no, role, gender, gender_basis, country, aliases, person "
    "FROM newsroom_entities WHERE name = ?1 AND type = ?2 ORDER BY article, entity_no",
#define SQL_FORGET_WORD 4
    "DELETE FROM newsroom_name_words WHERE word = ?1 AND type = ?2 AND name = ?3",
#define SQL_IS_BODY 5
    "SELECT 1 FROM newsroom_entities WHERE name = ?1 AND type = 'ORG' LIMIT 1",
#define SQL_COMPANY 6
    "SELECT name, type FROM newsroom_entities WHERE article = ?1",
#define SQL_NEW_PERSON 7
    "INSERT INTO newsroom_people(person, name, type, articles, quotes) "
    "VALUES(?1, ?2, ?3, 0, 0) ON CONFLICT DO NOTHING",
#define SQL_SET_PERSON 8
    "UPDATE newsroom_entities SET person = ?1 WHERE article = ?2 AND entity_no = ?3",
#define SQL_OLD_PERSON 9 /* a key may pass from a person to a body */
    "UPDATE newsroom_people SET name = ?2, type = ?3 WHERE person = ?1 AND (name <> ?2 "
    "OR type <> ?3)",
};
enum { STATEMENTS = sizeof statements / sizeof statements[0] };

struct task {
    enum nr_type type;
    struct nr_chars word;
};

struct settling {
    const struct nr_archive *archive;
    struct nr_failure *failure;
    struct nr_arena arena; /* for the whole */
    struct nr_companies companies;
    struct nr_people_sql sql;
    sqlite3_stmt *statements[STATEMENTS];
    struct nr_map known;   /* names entered, then a type's first letter */
    struct nr_map planned; /* words of groups, likewise */
    struct nr_map persons; /* keys whose rows are to be written */
    NR_LIST(struct task) tasks[NR_PEOPLE_LEVELS + 1];
};

static bool is_well(const struct settling *settling)
{
    return settling->failure->code == SQLITE_OK && settling->arena.status == NR_OK &&
           settling->companies.arena.status == NR_OK;
}

/* ---- Which groups ---- */

/* A copy that lives as long as the settling, with the type before it. */
static struct nr_chars tagged(struct settling *settling, enum nr_type type,
                              struct nr_chars chars)
{
    char *copy = nr_arena_take_raw(&settling->arena, (size_t)chars.length + 1);
    if (copy == NULL) {
        return (struct nr_chars){"", 0};
    }
    copy[0] = type == NR_TYPE_PERSON ? 'P' : 'O';
    memcpy(copy + 1, chars.bytes, chars.length);
    return (struct nr_chars){copy, chars.length + 1};
}

/* Is it new in the map? */
static bool is_new(struct settling *settling, struct nr_map *map, struct nr_chars key)
{
    uint32_t *slot = nr_map_slot(&settling->arena, map, key.bytes, key.length);
    bool fresh = slot != NULL && *slot == NR_NONE;
    if (fresh) {
        *slot = 0;
    }
    return fresh;
}

static void plan_at(struct settling *settling, const struct task *task, uint32_t level)
{
    struct task *planned =
        nr_list_push(&settling->arena, &settling->tasks[level], sizeof *planned);
    if (planned != NULL) {
        *planned = *task;
    }
}

/* The group of this word is to be settled. */
static void plan(struct settling *settling, enum nr_type type, struct nr_chars word)
{
    struct nr_chars key = tagged(settling, type, word);
    if (key.length == 0 || !is_new(settling, &settling->planned, key)) {
        return;
    }
    struct task task = {type, {key.bytes + 1, key.length - 1}};
    uint32_t words = 1;
    for (uint32_t i = 0; i < word.length; i++) {
        words += word.bytes[i] == ' ' ? 1 : 0;
    }
    plan_at(settling, &task, nr_people_level(type, words));
    if (type == NR_TYPE_PERSON) { /* full names as well */
        plan_at(settling, &task, NR_PEOPLE_LEVELS);
    }
}

static const char *text_of(sqlite3_stmt *row, int column, struct nr_chars *chars)
{
    chars->bytes = (const char *)sqlite3_column_text(row, column);
    chars->length = (uint32_t)sqlite3_column_bytes(row, column);
    return chars->bytes;
}

static void bind_chars(sqlite3_stmt *statement, int parameter, struct nr_chars chars)
{
    sqlite3_bind_text(statement, parameter, chars.bytes, (int)chars.length,
                      SQLITE_STATIC);
}

/* Enters a name under a word, and plans its group. */
static void enter(struct settling *settling, enum nr_type type, struct nr_chars name,
                  struct nr_chars word)
{
    sqlite3_stmt *statement = settling->statements[SQL_ENTER_WORD];
    bind_chars(statement, 1, word);
    sqlite3_bind_text(statement, 2, nr_type_names[type], -1, SQLITE_STATIC);
    bind_chars(statement, 3, name);
    nr_sql_run(settling->archive, statement, settling->failure);
    plan(settling, type, word);
}

static void enter_name(struct settling *settling, enum nr_type type, struct nr_chars name,
                       const struct nr_called *called)
{
    struct nr_called_key *keys = NULL;
    struct nr_called person;
    enter(settling, type, name, nr_called_home(type, called));
    nr_called_keys(&settling->arena, type, called, &keys);
    for (; keys != NULL; keys = keys->next) {
        enter(settling, type, name, keys->word);
    }
    /* A person has another key where a body has the name. */
    if (type == NR_TYPE_ORG &&
        nr_called_make(&settling->arena, NR_TYPE_PERSON, name, &person)) {
        plan(settling, NR_TYPE_PERSON, nr_called_home(NR_TYPE_PERSON, &person));
    }
}

/* What an article calls somebody who is called more fully elsewhere in it. A person's
 * given name or nickname is one word; the family name she is entered under anyway. */
static void enter_aliases(struct settling *settling, enum nr_type type,
                          struct nr_chars name, const struct nr_called *called,
                          struct nr_chars aliases)
{
    struct nr_chars alias;
    uint32_t at = 0;
    while (nr_aliases_next(&settling->arena, aliases, &at, &alias)) {
        struct nr_called shorter;
        if (nr_called_make(&settling->arena, type, alias, &shorter) &&
            nr_called_fuller(type, called, &shorter) &&
            (type != NR_TYPE_PERSON || shorter.count == 1)) {
            enter(settling, type, name, shorter.words);
        }
    }
}

static void take_note(struct settling *settling, sqlite3_stmt *row)
{
    struct nr_chars name;
    struct nr_chars type_name;
    struct nr_chars aliases;
    struct nr_chars person;
    struct nr_called called;
    text_of(row, 0, &name);
    text_of(row, 1, &type_name);
    enum nr_type type = type_name.bytes[0] == 'P' ? NR_TYPE_PERSON : NR_TYPE_ORG;
    struct nr_chars key = tagged(settling, type, name);
    name = (struct nr_chars){key.bytes + 1, key.length - 1};
    bool fresh = key.length > 0 && is_new(settling, &settling->known, key);
    bool alias = text_of(row, 2, &aliases) != NULL && aliases.length > 2; /* [] */
    if ((fresh || alias) && !nr_called_make(&settling->arena, type, name, &called)) {
        return;
    }
    if (fresh) {
        enter_name(settling, type, name, &called);
    }
    if (alias) {
        enter_aliases(settling, type, name, &called, aliases);
    }
    if (text_of(row, 3, &person) != NULL) {
        const char *copy = nr_arena_copy(&settling->arena, person.bytes, person.length);
        if (copy != NULL) {
            is_new(settling, &settling->persons, (struct nr_chars){copy, person.length});
        }
    }
}

static void take_notes(struct settling *settling)
{
    sqlite3_stmt *touched = settling->statements[SQL_TOUCHED];
    while (is_well(settling) &&
           nr_sql_step(settling->archive, touched, settling->failure)) {
        take_note(settling, touched);
    }
    sqlite3_reset(touched);
}

/* ---- What was decided ---- */

static struct nr_chars keep(struct settling *settling, struct nr_chars chars)
{
    const char *copy = nr_arena_copy(&settling->arena, chars.bytes, chars.length);
    return (struct nr_chars){copy != NULL ? copy : "", copy != NULL ? chars.length : 0};
}

/* The slot of a key among those whose rows are to be written. */
static uint32_t *person_slot(struct settling *settling, struct nr_chars key)
{
    uint32_t known = nr_map_find(&settling->persons, key.bytes, key.length);
    key = known == NR_NONE ? keep(settling, key) : key;
    uint32_t *slot =
        nr_map_slot(&settling->arena, &settling->persons, key.bytes, key.length);
    if (slot != NULL && *slot == NR_NONE) {
        *slot = 0;
    }
    return slot;
}

static void name_row(struct settling *settling, int which, enum nr_type type,
                     const struct nr_person *person)
{
    sqlite3_stmt *statement = settling->statements[which];
    bind_chars(statement, 1, person->key);
    bind_chars(statement, 2, person->name);
    sqlite3_bind_text(statement, 3, nr_type_names[type], -1, SQLITE_STATIC);
    nr_sql_run(settling->archive, statement, settling->failure);
}

/* Marks a person whose rows are to be written; makes the row where there is none. */
static void mark(struct settling *settling, enum nr_type type, struct nr_person *person)
{
    if (person->marked) {
        return;
    }
    uint32_t *slot = person_slot(settling, person->key);
    person->marked = true;
    if (person->invited) {
        return; /* she has her row, with the name that her own group gave her */
    }
    int64_t before = sqlite3_total_changes(settling->archive->db);
    name_row(settling, SQL_NEW_PERSON, type, person);
    if (slot != NULL && sqlite3_total_changes(settling->archive->db) != before) {
        *slot = 1;
    } else {
        name_row(settling, SQL_OLD_PERSON, type, person);
    }
}

/* Who may mean this name, below, is to be settled again. */
static void plan_below(struct settling *settling, const struct nr_group *group,
                       const struct nr_bearer *bearer)
{
    const struct nr_group_name *name = &group->names.items[bearer->name];
    struct nr_called_key *keys = NULL;
    nr_called_keys(&settling->arena, group->type, &name->called, &keys);
    for (; keys != NULL; keys = keys->next) {
        plan(settling, group->type, keys->word);
    }
    struct nr_chars alias;
    uint32_t at = 0;
    while (nr_aliases_next(&settling->arena, bearer->aliases, &at, &alias)) {
        struct nr_called shorter;
        if (nr_called_make(&settling->arena, group->type, alias, &shorter) &&
            nr_called_fuller(group->type, &name->called, &shorter)) {
            plan(settling, group->type, shorter.words);
        }
    }
}

static void write_person(struct settling *settling, const struct nr_group *group,
                         const struct nr_bearer *bearer)
{
    struct nr_person *person =
        bearer->person != NR_NONE ? &group->persons.items[bearer->person] : NULL;
    if (nr_chars_same(person != NULL ? person->key : (struct nr_chars){"", 0},
                      bearer->stored)) {
        return;
    }
    sqlite3_stmt *statement = settling->statements[SQL_SET_PERSON];
    if (person != NULL) {
        mark(settling, group->type, person);
        bind_chars(statement, 1, person->key);
    } else { /* "the court": nobody over all articles */
        sqlite3_bind_null(statement, 1);
    }
    nr_article_bind(statement, 2, bearer->article);
    sqlite3_bind_int64(statement, 3, bearer->entity_no);
    nr_sql_run(settling->archive, statement, settling->failure);
    if (bearer->stored.length > 0) {
        person_slot(settling, bearer->stored);
    }
    plan_below(settling, group, bearer);
}

/* Between groups nobody looks at what was read before: it only saves reading again. */
static void limit_companies(struct settling *settling)
{
    enum { MOST_BYTES = 64 * 1000 * 1000 };
    struct nr_companies *companies = &settling->companies;
    if (companies->arena.size > MOST_BYTES && companies->arena.status == NR_OK) {
        struct nr_host host = companies->arena.host;
        sqlite3_stmt *names_of = companies->names_of;
        nr_arena_close(&companies->arena);
        *companies = (struct nr_companies){.names_of = names_of};
        nr_arena_open(&companies->arena, &host);
    }
}

static void settle_group(struct settling *settling, const struct task *task,
                         uint32_t level)
{
    struct nr_arena arena;
    nr_arena_open(&arena, &settling->arena.host);
    struct nr_group group = {.archive = settling->archive,
                             .arena = &arena,
                             .companies = &settling->companies,
                             .sql = &settling->sql,
                             .failure = settling->failure,
                             .type = task->type,
                             .level = level,
                             .word = task->word};
    if (nr_group_gather(&group) && group.names.count > 0 && nr_group_decide(&group)) {
        for (uint32_t b = 0; b < group.bearers.count && is_well(settling); b++) {
            const struct nr_bearer *bearer = &group.bearers.items[b];
            if (group.names.items[bearer->name].resident) {
                write_person(settling, &group, bearer);
            }
        }
    }
    nr_fail_status(settling->failure, arena.status);
    nr_arena_close(&arena);
    limit_companies(settling);
}

/* ---- The whole ---- */

static void open_all(struct settling *settling)
{
    struct nr_host host = nr_session_host(settling->archive->session);
    nr_arena_open(&settling->arena, &host);
    nr_arena_open(&settling->companies.arena, &host);
    for (int i = 0; i < STATEMENTS; i++) {
        settling->statements[i] =
            nr_sql_prepare(settling->archive, statements[i], settling->failure);
    }
    settling->sql =
        (struct nr_people_sql){.names_by_word = settling->statements[SQL_NAMES_BY_WORD],
                               .bearers_of = settling->statements[SQL_BEARERS],
                               .forget_word = settling->statements[SQL_FORGET_WORD],
                               .is_body = settling->statements[SQL_IS_BODY]};
    settling->companies.names_of = settling->statements[SQL_COMPANY];
}

static void close_all(struct settling *settling)
{
    nr_fail_status(settling->failure, settling->arena.status);
    nr_fail_status(settling->failure, settling->companies.arena.status);
    for (int i = 0; i < STATEMENTS; i++) {
        sqlite3_finalize(settling->statements[i]);
    }
    nr_arena_close(&settling->companies.arena);
    nr_arena_close(&settling->arena);
    nr_session_rest(settling->archive->session);
}

bool nr_people_are_due(const struct nr_archive *archive, struct nr_failure *failure)
{
    return nr_sql_number(archive, "SELECT 1 FROM newsroom_names_touched LIMIT 1", 0,
                         failure) != 0;
}

int nr_people_settle(const struct nr_archive *archive, struct nr_failure *failure)
{
    struct settling settling = {.archive = archive, .failure = failure};
    open_all(&settling);
    take_notes(&settling);
    for (uint32_t level = NR_PEOPLE_LEVELS; level > 0; level--) {
        for (uint32_t t = 0; t < settling.tasks[level].count && is_well(&settling); t++) {
            struct task task = settling.tasks[level].items[t];
            settle_group(&settling, &task, level);
        }
    }
    if (is_well(&settling)) {
        nr_people_write(archive, &settling.arena, &settling.persons, failure);
    }
    if (is_well(&settling)) {
        nr_sql_execute(archive, "DELETE FROM newsroom_names_touched", failure);
    }
    close_all(&settling);
    return failure->code;
}
