/* people/company.c: what company does somebody keep?
 *
 *     Lund, the mayor Ana Diaz and the Lund Harbour Board ...   LUND, Lund Harbour Board
 *
 * The other names of an article tell whom a name means there: a Diaz next to the harbour
 * board is the mayor, one next to the league is the goalkeeper. A full name tells more
 * than a place. Persons and bodies are compared by what they are called
 * (entity/called.h), others as they are written, all by their hashes. */
#include "people/parts.h"

#include <string.h>

enum { MOST_NAMES = 400, FULL_NAME = 3, THING = 2, PLACE = 1 };

/* ---- Keys of any type ---- */

struct nr_chars nr_article_key(struct nr_arena *arena, sqlite3_stmt *statement,
                               int column)
{
    int type = sqlite3_column_type(statement, column);
    int64_t number = sqlite3_column_int64(statement, column);
    double real = sqlite3_column_double(statement, column);
    const void *bytes = type == SQLITE_INTEGER ? (const void *)&number
                        : type == SQLITE_FLOAT ? (const void *)&real
                                               : sqlite3_column_blob(statement, column);
    uint32_t length = type == SQLITE_INTEGER || type == SQLITE_FLOAT
                          ? (uint32_t)sizeof number
                          : (uint32_t)sqlite3_column_bytes(statement, column);
    char *key = nr_arena_take_raw(arena, (size_t)length + 1);
    if (key == NULL) {
        return (struct nr_chars){NULL, 0};
    }
    key[0] = (char)type;
    if (length > 0) {
        memcpy(key + 1, bytes, length);
    }
    return (struct nr_chars){key, length + 1};
}

void nr_article_bind(sqlite3_stmt *statement, int parameter, struct nr_chars key)
{
    int64_t number = 0;
    double real = 0;
    switch (key.bytes[0]) {
    case SQLITE_INTEGER:
        memcpy(&number, key.bytes + 1, sizeof number);
        sqlite3_bind_int64(statement, parameter, number);
        break;
    case SQLITE_FLOAT:
        memcpy(&real, key.bytes + 1, sizeof real);
        sqlite3_bind_double(statement, parameter, real);
        break;
    case SQLITE_BLOB:
        sqlite3_bind_blob(statement, parameter, key.bytes + 1, (int)key.length - 1,
                          SQLITE_STATIC);
        break;
    default:
        sqlite3_bind_text(statement, parameter, key.bytes + 1, (int)key.length - 1,
                          SQLITE_STATIC);
    }
}

/* ---- Company ---- */

uint32_t nr_company_name(enum nr_type type, const struct nr_called *called)
{
    uint32_t weight = type == NR_TYPE_PERSON && called->count > 1 ? FULL_NAME : THING;
    return (nr_hash(called->words.bytes, called->words.length) & ~UINT32_C(3)) | weight;
}

static bool is_place(enum nr_type type)
{
    return type == NR_TYPE_GPE || type == NR_TYPE_LOC || type == NR_TYPE_NORP ||
           type == NR_TYPE_LANGUAGE;
}

/* The hash of a name in the rows; 0: out of memory. */
static uint32_t hash_name(struct nr_companies *companies, enum nr_type type,
                          struct nr_chars name)
{
    if (type != NR_TYPE_PERSON && type != NR_TYPE_ORG) {
        uint32_t weight = is_place(type) ? PLACE : THING;
        return (nr_hash(name.bytes, name.length) & ~UINT32_C(3)) | weight;
    }
    struct nr_map *hashes = &companies->hashes[type == NR_TYPE_PERSON];
    uint32_t known = nr_map_find(hashes, name.bytes, name.length);
    if (known != NR_NONE) {
        return known;
    }
    struct nr_called called;
    const char *copy = nr_arena_copy(&companies->arena, name.bytes, name.length);
    uint32_t *slot =
        copy == NULL ? NULL : nr_map_slot(&companies->arena, hashes, copy, name.length);
    if (slot == NULL || !nr_called_make(&companies->arena, type, name, &called)) {
        return 0;
    }
    *slot = nr_company_name(type, &called);
    return *slot;
}

static enum nr_type type_named(const char *name)
{
    for (int type = 1; name != NULL && type < NR_TYPE_COUNT; type++) {
        if (strcmp(name, nr_type_names[type]) == 0) {
            return (enum nr_type)type;
        }
    }
    return NR_TYPE_NONE;
}

static bool read_company(const struct nr_archive *archive, struct nr_companies *companies,
                         struct nr_chars article, struct nr_failure *failure)
{
    sqlite3_stmt *names = companies->names_of;
    uint32_t found[MOST_NAMES];
    struct nr_company company = {found, 0};
    nr_article_bind(names, 1, article);
    while (nr_sql_step(archive, names, failure)) {
        struct nr_chars name = {(const char *)sqlite3_column_text(names, 0),
                                (uint32_t)sqlite3_column_bytes(names, 0)};
        enum nr_type type = type_named((const char *)sqlite3_column_text(names, 1));
        uint32_t hash = name.bytes == NULL ? 0 : hash_name(companies, type, name);
        if (hash != 0 && company.count < MOST_NAMES && !nr_company_has(&company, hash)) {
            found[company.count++] = hash;
        }
    }
    struct nr_company *kept =
        nr_list_push(&companies->arena, &companies->all, sizeof *kept);
    size_t size = company.count * sizeof(uint32_t);
    uint32_t *copy = nr_arena_take_raw(&companies->arena, size);
    if (kept == NULL || copy == NULL) {
        return false;
    }
    if (size > 0) {
        memcpy(copy, found, size);
    }
    *kept = (struct nr_company){copy, company.count};
    return failure->code == SQLITE_OK;
}

bool nr_company_of(const struct nr_archive *archive, struct nr_companies *companies,
                   struct nr_chars article, struct nr_company *company,
                   struct nr_failure *failure)
{
    uint32_t place = nr_map_find(&companies->index, article.bytes, article.length);
    if (place == NR_NONE) {
        const char *key = nr_arena_copy(&companies->arena, article.bytes, article.length);
        uint32_t *slot = key == NULL ? NULL
                                     : nr_map_slot(&companies->arena, &companies->index,
                                                   key, article.length);
        if (slot == NULL) {
            return false;
        }
        place = *slot = companies->all.count;
        if (!read_company(archive, companies, article, failure)) {
            return false;
        }
    }
    *company = companies->all.items[place];
    return true;
}

bool nr_company_has(const struct nr_company *company, uint32_t name)
{
    uint32_t i = 0;
    while (i < company->count && company->names[i] != name) {
        i++;
    }
    return i < company->count;
}

/* ---- Tallies ---- */

static struct nr_tally_slot *slot_of(const struct nr_tally *tally, uint32_t name)
{
    uint32_t mask = tally->capacity - 1;
    uint32_t at = (name >> 2) & mask;
    while (tally->slots[at].name != 0 && tally->slots[at].name != name) {
        at = (at + 1) & mask;
    }
    return &tally->slots[at];
}

/* Room for more names, at most half full. */
static bool make_room(struct nr_arena *arena, struct nr_tally *tally, uint32_t more)
{
    uint32_t capacity = tally->capacity > 0 ? tally->capacity : 16;
    while (capacity / 2 < tally->names + more) {
        capacity *= 2;
    }
    if (capacity == tally->capacity) {
        return true;
    }
    struct nr_tally larger = *tally;
    larger.capacity = capacity;
    larger.slots = nr_arena_take_array(arena, capacity, sizeof *larger.slots);
    if (larger.slots == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < tally->capacity; i++) {
        if (tally->slots[i].name != 0) {
            *slot_of(&larger, tally->slots[i].name) = tally->slots[i];
        }
    }
    *tally = larger;
    return true;
}

bool nr_tally_add(struct nr_arena *arena, struct nr_tally *tally,
                  const struct nr_company *company, uint32_t except)
{
    if (!make_room(arena, tally, company->count)) {
        return false;
    }
    tally->articles++;
    for (uint32_t i = 0; i < company->count; i++) {
        if (company->names[i] == except) {
            continue;
        }
        struct nr_tally_slot *slot = slot_of(tally, company->names[i]);
        if (slot->name == 0) {
            slot->name = company->names[i];
            tally->names++;
            tally->telling += nr_company_weight(slot->name) > PLACE ? 1 : 0;
        }
        slot->articles++;
    }
    return true;
}

uint32_t nr_tally_meets(const struct nr_tally *tally, const struct nr_company *company,
                        uint32_t except)
{
    uint32_t met = 0;
    for (uint32_t i = 0; tally->capacity > 0 && i < company->count; i++) {
        uint32_t name = company->names[i];
        bool telling = name != except && nr_company_weight(name) > PLACE;
        met += telling && slot_of(tally, name)->name != 0 ? 1 : 0;
    }
    return met;
}

uint32_t nr_tally_shared(const struct nr_tally *a, const struct nr_tally *b)
{
    const struct nr_tally *fewer = a->capacity < b->capacity ? a : b;
    const struct nr_tally *more = a->capacity < b->capacity ? b : a;
    uint32_t shared = 0;
    for (uint32_t i = 0; i < fewer->capacity; i++) {
        uint32_t name = fewer->slots[i].name;
        bool telling = name != 0 && nr_company_weight(name) > PLACE;
        shared += telling && slot_of(more, name)->name != 0 ? 1 : 0;
    }
    return shared;
}

uint32_t nr_tally_fit(const struct nr_tally *tally, const struct nr_company *company,
                      uint32_t except)
{
    enum { UNSEEN = 3 }; /* articles that might have been: one alone proves little */
    uint64_t fit = 0;
    for (uint32_t i = 0; tally->capacity > 0 && i < company->count; i++) {
        uint32_t name = company->names[i];
        if (name != except) {
            uint64_t share = 100 * (uint64_t)slot_of(tally, name)->articles;
            fit += nr_company_weight(name) * share / (tally->articles + UNSEEN);
        }
    }
    return (uint32_t)fit;
}
