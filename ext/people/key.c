/* people/key.c: what key does somebody get?
 *
 *     Ana Diaz                                     the name that most articles have
 *     Ana Diaz (mayor), Ana Diaz (goalkeeper)      two of a name, by their usual roles
 *     Norland Senate, Senate (SU)                  a body by its country
 *     Reuter (person)                              a body has the name as well
 *
 * A key is made of a name and, where others have it too, of the first of these that tells
 * them apart: role, country, walk of life, gender, the first article by its own key. */
#include "people/parts.h"

#include "lexicon/facts.h"

#include <string.h>

static const struct nr_bearer *bearer_at(const struct nr_namesakes *all, uint32_t i)
{
    return &all->group->bearers.items[all->bearers[i]];
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

/* The name that most have, not one in capitals where others are there, of as many the
 * one with more accents; person: of its
 * bearers, NR_NONE: of all. */
static uint32_t usual_name(const struct nr_namesakes *all, uint32_t person)
{
    const struct nr_group *group = all->group;
    uint32_t best = NR_NONE;
    uint64_t best_rank = 0;
    for (uint32_t i = 0; i < all->bearer_count;) {
        uint32_t name = bearer_at(all, i)->name;
        uint64_t rank = 0;
        for (; i < all->bearer_count && bearer_at(all, i)->name == name; i++) {
            rank += person == NR_NONE || bearer_at(all, i)->person == person ? 1 : 0;
        }
        struct nr_chars chars = group->names.items[name].name;
        rank += rank > 0 && has_small_letter(chars) ? UINT64_C(1) << 32 : 0;
        bool wins = rank > best_rank ||
                    (rank == best_rank && best != NR_NONE &&
                     nr_chars_order(chars, group->names.items[best].name) > 0);
        best = wins ? name : best;
        best_rank = wins ? rank : best_rank;
    }
    return best != NR_NONE ? best : bearer_at(all, 0)->name;
}

static struct nr_chars lowered(struct nr_arena *arena, struct nr_chars chars)
{
    char *copy = nr_arena_copy(arena, chars.bytes, chars.length);
    for (uint32_t i = 0; copy != NULL && i < chars.length; i++) {
        bool capital = copy[i] >= 'A' && copy[i] <= 'Z';
        copy[i] = capital ? (char)(copy[i] - 'A' + 'a') : copy[i];
    }
    return (struct nr_chars){copy != NULL ? copy : "", copy != NULL ? chars.length : 0};
}

/* "Mayor of Lund" -> "mayor" */
static struct nr_chars role_head(struct nr_arena *arena, struct nr_chars role)
{
    static const char *const ends[] = {" of ", " for ", " at ", " in ", ","};
    struct nr_chars head = lowered(arena, role);
    for (size_t e = 0; e < sizeof ends / sizeof ends[0]; e++) {
        const char *end = strstr(head.bytes, ends[e]);
        head.length = end != NULL && end > head.bytes && end < head.bytes + head.length
                          ? (uint32_t)(end - head.bytes)
                          : head.length;
    }
    return head;
}

/* The role that most of a person's bearers have; of as many the first in the alphabet. */
static struct nr_chars usual_role(const struct nr_namesakes *all, uint32_t person)
{
    struct nr_group *group = all->group;
    struct nr_map counts = {NULL, 0, 0};
    struct nr_chars best = {"", 0};
    uint32_t best_count = 0;
    for (uint32_t i = 0; i < all->bearer_count; i++) {
        const struct nr_bearer *bearer = bearer_at(all, i);
        if (bearer->person != person || bearer->role.length == 0) {
            continue;
        }
        struct nr_chars head = role_head(group->arena, bearer->role);
        uint32_t *slot = nr_map_slot(group->arena, &counts, head.bytes, head.length);
        if (slot == NULL) {
            return best;
        }
        *slot = *slot == NR_NONE ? 1 : *slot + 1;
        if (*slot > best_count ||
            (*slot == best_count && nr_chars_order(head, best) < 0)) {
            best = head;
            best_count = *slot;
        }
    }
    return best;
}

/* The first article by itself, where nothing else tells two apart. */
static struct nr_chars first_article(const struct nr_namesakes *all, uint32_t person)
{
    struct nr_group *group = all->group;
    uint32_t i = 0;
    while (i + 1 < all->bearer_count && bearer_at(all, i)->person != person) {
        i++;
    }
    struct nr_chars key = bearer_at(all, i)->article;
    char digits[32];
    int64_t number = 0;
    if (key.bytes[0] != SQLITE_INTEGER) {
        return (struct nr_chars){key.bytes + 1, key.length - 1};
    }
    memcpy(&number, key.bytes + 1, sizeof number);
    sqlite3_snprintf(sizeof digits, digits, "%lld", (sqlite3_int64)number);
    uint32_t length = (uint32_t)strlen(digits);
    const char *copy = nr_arena_copy(group->arena, digits, length);
    return (struct nr_chars){copy != NULL ? copy : "", copy != NULL ? length : 0};
}

static struct nr_chars word_chars(const char *word)
{
    return (struct nr_chars){word != NULL ? word : "",
                             word != NULL ? (uint32_t)strlen(word) : 0};
}

static struct nr_chars country_code(struct nr_arena *arena, uint16_t country)
{
    char code[3] = "";
    if (country != 0) {
        code[0] = (char)('A' + (country - 1) / 26);
        code[1] = (char)('A' + (country - 1) % 26);
    }
    return word_chars(nr_arena_copy(arena, code, strlen(code)));
}

/* What tells a person from others of the name, the clearest first; "" where nothing does.
 */
enum { WAYS = 5 };
static struct nr_chars told_apart(const struct nr_namesakes *all, uint32_t person,
                                  int way)
{
    const struct nr_person *one = &all->group->persons.items[person];
    switch (way) {
    case 0:
        return usual_role(all, person);
    case 1:
        return country_code(all->group->arena, one->country);
    case 2:
        return word_chars(nr_field_names[one->field]);
    case 3:
        return word_chars(nr_gender_names[one->gender]);
    default:
        return first_article(all, person);
    }
}

/* "Ana Diaz" + "mayor" -> "Ana Diaz (mayor)" */
static struct nr_chars with_note(struct nr_group *group, struct nr_chars name,
                                 struct nr_chars note)
{
    char *key = nr_arena_take_raw(group->arena, (size_t)name.length + note.length + 4);
    if (key == NULL || note.length == 0) {
        return key != NULL ? name : (struct nr_chars){"", 0};
    }
    memcpy(key, name.bytes, name.length);
    memcpy(key + name.length, " (", 2);
    memcpy(key + name.length + 2, note.bytes, note.length);
    memcpy(key + name.length + 2 + note.length, ")", 2);
    return (struct nr_chars){key, name.length + note.length + 3};
}

static bool is_taken(const struct nr_namesakes *all, uint32_t before, struct nr_chars key)
{
    for (uint32_t p = 0; p < before; p++) {
        const struct nr_person *other = &all->group->persons.items[all->persons[p]];
        if (nr_chars_same(other->key, key)) {
            return true;
        }
    }
    return false;
}

/* Chelsea, a person; Chelsea, a club */
static bool is_body_too(struct nr_group *group, struct nr_chars name)
{
    sqlite3_stmt *ask = group->sql->is_body;
    sqlite3_bind_text(ask, 1, name.bytes, (int)name.length, SQLITE_STATIC);
    bool found = nr_sql_step(group->archive, ask, group->failure);
    sqlite3_reset(ask);
    return found;
}

/* "Norland Senate" says itself which; "Senate" gets a note where there are others. */
static void name_person(const struct nr_namesakes *all, uint32_t p)
{
    struct nr_group *group = all->group;
    struct nr_person *person = &group->persons.items[all->persons[p]];
    uint32_t usual =
        usual_name(all, all->group->type != NR_TYPE_PERSON ? all->persons[p] : NR_NONE);
    const struct nr_group_name *name = &group->names.items[usual];
    bool says = all->count == 1 || name->called.country[0] != 0;
    struct nr_chars key = name->name;
    for (int way = 0; (!says || is_taken(all, p, key)) && way < WAYS; way++) {
        struct nr_chars note = told_apart(all, all->persons[p], way);
        key = with_note(group, name->name, note);
        says = note.length > 0;
    }
    bool bare = key.length == name->name.length;
    bool taken =
        bare && all->group->type == NR_TYPE_PERSON && is_body_too(group, name->name);
    person->key = taken ? with_note(group, key, word_chars("person")) : key;
    person->name = name->name;
}

void nr_namesakes_name(const struct nr_namesakes *all)
{
    for (uint32_t p = 0; p < all->count; p++) {
        name_person(all, p);
    }
}
