/* people/split.c: are the bearers of one name one?
 *
 *     Ana Diaz, mayor of Lund (3 articles); Ana Diaz, the Orsk goalkeeper (2)     two
 *     Ana Diaz, actor; Ana Diaz, governor, both next to her husband and her firm  one
 *     the Senate, of Norland; the Senate, of Suderland                            two
 *
 * Where nothing that is said of them differs, they are one. Otherwise those whose
 * articles share names are taken together, and each part is what most of it is: walk of
 * life by role, gender by pronouns and titles, country. Parts that differ in nothing are
 * one; those that differ are one only if they share names, the more the more they
 * differ. Of whom nothing is known goes where the company fits best. A body is split by
 * country, and only if its name is made of general words: Norland has one, and so has
 * Suderland.
 *
 * Knowingly wrong: two in the same walk of life and country are one, whatever they do. */
#include "people/parts.h"

enum { MOST_PARTS = 48, MOST_ONES = 16, MOST_TALLIED = 400 };

/* Bearers that are one in any case. */
struct part {
    uint8_t field;  /* that most of them have */
    uint8_t gender; /* only as told */
    uint16_t country;
    uint32_t count;
    uint32_t number; /* of those that belong to it */
    struct nr_tally tally;
};

struct splitting {
    struct nr_group *group;
    const uint32_t *bearers; /* [count] */
    uint8_t *part_of;        /* [count] part.number */
    uint32_t count;
    bool body;
    struct part parts[MOST_PARTS];
    uint32_t part_count;
    uint32_t ones[MOST_ONES];       /* persons */
    uint32_t first_part[MOST_ONES]; /* what each was made of first */
    uint32_t one_count;
};

static struct nr_bearer *bearer_at(const struct splitting *split, uint32_t i)
{
    return &split->group->bearers.items[split->bearers[i]];
}

/* ---- Parts ---- */

static uint8_t gender_of(const struct splitting *split, const struct nr_bearer *bearer)
{
    return bearer->told && !split->body ? bearer->gender : NR_GENDER_NONE;
}

static uint8_t field_of(const struct splitting *split, const struct nr_bearer *bearer)
{
    return split->body ? NR_FIELD_NONE : bearer->field;
}

/* A person's country may be that of a role abroad; a proper name of a body is one body.
 */
static uint16_t country_of(const struct splitting *split, const struct nr_bearer *bearer)
{
    const struct nr_called *called = &split->group->names.items[bearer->name].called;
    bool telling = split->body ? called->common : bearer->field != NR_FIELD_NONE;
    return telling ? bearer->country : 0;
}

/* Do any two differ in something? */
static bool may_differ(const struct splitting *split)
{
    uint8_t field = 0;
    uint8_t gender = 0;
    uint16_t country = 0;
    bool differ = false;
    for (uint32_t i = 0; i < split->count && !differ; i++) {
        const struct nr_bearer *bearer = bearer_at(split, i);
        uint8_t own_field = field_of(split, bearer);
        uint8_t own_gender = gender_of(split, bearer);
        uint16_t own_country = country_of(split, bearer);
        differ = (field != 0 && own_field != 0 && field != own_field) ||
                 (gender != 0 && own_gender != 0 && gender != own_gender) ||
                 (country != 0 && own_country != 0 && country != own_country);
        field = field != 0 ? field : own_field;
        gender = gender != 0 ? gender : own_gender;
        country = country != 0 ? country : own_country;
    }
    return differ;
}

/* The part of a bearer: of a body's the one of its country, of a person's the one that
 * it shares the most names with. part_count: none yet. */
static uint32_t find_part(const struct splitting *split, const struct nr_bearer *bearer)
{
    enum { SHARED = 2 };
    uint32_t own = nr_bearer_name(split->group, bearer);
    uint32_t best = split->part_count;
    uint32_t most = SHARED - 1;
    for (uint32_t p = 0; p < split->part_count; p++) {
        const struct part *part = &split->parts[p];
        if (split->body) {
            best = part->country == country_of(split, bearer) ? p : best;
            continue;
        }
        uint32_t met = nr_tally_meets(&part->tally, &bearer->company, own);
        best = met > most ? p : best;
        most = met > most ? met : most;
    }
    return best;
}

static bool join_part(struct splitting *split, uint32_t i, uint32_t p)
{
    struct nr_bearer *bearer = bearer_at(split, i);
    struct part *part = &split->parts[p];
    split->part_of[i] = (uint8_t)p;
    part->number = p;
    part->count++;
    if (part->country == 0 && split->body) {
        part->country = country_of(split, bearer);
    }
    return part->tally.articles == MOST_TALLIED ||
           nr_tally_add(split->group->arena, &part->tally, &bearer->company,
                        nr_bearer_name(split->group, bearer));
}

/* Part 0 is of those of whom nothing is known, and of what is too many. */
static bool find_parts(struct splitting *split)
{
    split->part_count = 1;
    for (uint32_t i = 0; i < split->count; i++) {
        struct nr_bearer *bearer = bearer_at(split, i);
        if (!nr_bearer_meet(split->group, bearer)) {
            return false;
        }
        uint32_t p = find_part(split, bearer);
        bool known = field_of(split, bearer) != 0 || gender_of(split, bearer) != 0 ||
                     country_of(split, bearer) != 0;
        if (p == split->part_count) {
            p = known && p < MOST_PARTS ? split->part_count++ : 0;
        }
        if (!join_part(split, i, p)) {
            return false;
        }
    }
    return true;
}

/* What most of a part's bearers are. */
static bool describe(struct splitting *split, struct part *part)
{
    enum { COUNTRIES = 26 * 26 + 1 };
    uint32_t *countries =
        nr_arena_take_array(split->group->arena, COUNTRIES, sizeof *countries);
    uint32_t fields[NR_FIELD_COUNT] = {0};
    uint32_t genders[NR_GENDER_COUNT] = {0};
    if (countries == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < split->count; i++) {
        const struct nr_bearer *bearer = bearer_at(split, i);
        if (split->part_of[i] == part->number) {
            fields[field_of(split, bearer)]++;
            genders[gender_of(split, bearer)]++;
            countries[country_of(split, bearer)]++;
        }
    }
    fields[0] = genders[0] = countries[0] = 0;
    for (int f = 1; f < NR_FIELD_COUNT; f++) {
        part->field = fields[f] > fields[part->field] ? (uint8_t)f : part->field;
    }
    for (int g = 1; g < NR_GENDER_COUNT; g++) {
        part->gender = genders[g] > genders[part->gender] ? (uint8_t)g : part->gender;
    }
    part->country = 0;
    for (int c = 1; c < COUNTRIES; c++) {
        bool more = countries[c] > countries[part->country];
        part->country = more ? (uint16_t)c : part->country;
    }
    return true;
}

static int known_of(const struct part *part)
{
    return (part->field != 0 ? 4 : 0) + (part->gender != 0 ? 2 : 0) +
           (part->country != 0 ? 1 : 0);
}

/* Of whom more is known before others, then the more before the fewer. */
static bool part_before(const struct part *a, const struct part *b)
{
    if (known_of(a) != known_of(b)) {
        return known_of(a) > known_of(b);
    }
    return a->count != b->count ? a->count > b->count : a->number < b->number;
}

static bool order_parts(struct splitting *split)
{
    for (uint32_t i = 0; i < split->part_count; i++) {
        if (split->parts[i].number > 0 && !describe(split, &split->parts[i])) {
            return false;
        }
        struct part part = split->parts[i];
        uint32_t at = i;
        while (at > 0 && part_before(&part, &split->parts[at - 1])) {
            split->parts[at] = split->parts[at - 1];
            at--;
        }
        split->parts[at] = part;
    }
    return true;
}

/* ---- One or two? ---- */

/* How much a part differs from a person: NEVER is too much for any company. */
enum { NEVER = 4 };

static uint32_t difference(const struct splitting *split, const struct part *part,
                           const struct part *other)
{
    uint32_t country =
        part->country != 0 && other->country != 0 && part->country != other->country;
    uint32_t field = part->field != 0 && other->field != 0 && part->field != other->field;
    uint32_t gender =
        part->gender != 0 && other->gender != 0 && part->gender != other->gender;
    return split->body ? NEVER * country : country + 2 * field + 2 * gender;
}

/* Names that two must share to be one all the same. */
static uint32_t needed(uint32_t difference, uint32_t telling)
{
    static const uint32_t least[NEVER] = {0, 1, 2, 3};
    static const uint32_t shares[NEVER] = {0, 0, 8, 4};
    uint32_t share = shares[difference] > 0 ? telling / shares[difference] : 0;
    return least[difference] + share;
}

/* Which persons a part may be: as many as *fitting says, in may_be. The facts of a person
 * are those of the first part that made it. */
static bool find_fitting(struct splitting *split, const struct part *part,
                         uint32_t may_be[MOST_ONES], uint32_t *fitting)
{
    struct nr_group *group = split->group;
    *fitting = 0;
    for (uint32_t p = 0; p < split->one_count; p++) {
        uint32_t one = split->ones[p];
        const struct part *first = &split->parts[split->first_part[p]];
        uint32_t differs = difference(split, part, first);
        bool fits = differs == 0;
        if (differs > 0 && differs < NEVER) {
            const struct nr_tally *other = nr_person_tally(group, one);
            if (other == NULL) {
                return false;
            }
            uint32_t fewer = part->tally.telling < other->telling ? part->tally.telling
                                                                  : other->telling;
            fits = nr_tally_shared(&part->tally, other) >= needed(differs, fewer);
        }
        if (fits) {
            may_be[(*fitting)++] = one;
        }
    }
    return true;
}

/* ---- The door ---- */

static bool choose_one(struct splitting *split, uint32_t i, const uint32_t *may_be,
                       uint32_t fitting, uint32_t *chosen)
{
    uint32_t most = 0;
    *chosen = may_be[0];
    for (uint32_t p = 0; fitting > 1 && p < fitting; p++) {
        uint32_t fit = 0;
        if (!nr_person_fit(split->group, may_be[p], bearer_at(split, i), &fit)) {
            return false;
        }
        *chosen = fit > most ? may_be[p] : *chosen;
        most = fit > most ? fit : most;
    }
    return true;
}

/* Each of a part for itself, where there are several: all choose, then all go. */
static bool add_part(struct splitting *split, const struct part *part,
                     const uint32_t *may_be, uint32_t fitting)
{
    struct nr_group *group = split->group;
    uint32_t *chosen =
        nr_arena_take_array(group->arena, split->count + 1u, sizeof *chosen);
    for (uint32_t i = 0; chosen != NULL && i < split->count; i++) {
        if (split->part_of[i] == part->number &&
            !choose_one(split, i, may_be, fitting, &chosen[i])) {
            return false;
        }
    }
    for (uint32_t i = 0; chosen != NULL && i < split->count; i++) {
        if (split->part_of[i] == part->number) {
            nr_person_add(group, chosen[i], split->bearers[i]);
        }
    }
    return chosen != NULL;
}

static bool settle_part(struct splitting *split, uint32_t p)
{
    struct nr_group *group = split->group;
    uint32_t may_be[MOST_ONES];
    uint32_t fitting = 0;
    if (split->parts[p].count == 0) {
        return true;
    }
    if (!find_fitting(split, &split->parts[p], may_be, &fitting)) {
        return false;
    }
    if (fitting == 0 && split->one_count < MOST_ONES) {
        uint32_t one = nr_person_new(group, (struct nr_chars){"", 0},
                                     &group->names.items[bearer_at(split, 0)->name]);
        if (one == NR_NONE) {
            return false;
        }
        split->first_part[split->one_count] = p;
        may_be[fitting++] = split->ones[split->one_count++] = one;
    } else if (fitting == 0) {
        may_be[fitting++] = split->ones[0];
    }
    return add_part(split, &split->parts[p], may_be, fitting);
}

bool nr_group_split(struct nr_group *group, const uint32_t *bearers, uint32_t count)
{
    struct splitting *split = nr_arena_take(group->arena, sizeof *split);
    uint8_t *part_of = nr_arena_take(group->arena, count);
    if (split == NULL || part_of == NULL) {
        return false;
    }
    *split = (struct splitting){.group = group,
                                .bearers = bearers,
                                .part_of = part_of,
                                .count = count,
                                .body = group->type != NR_TYPE_PERSON};
    if (!may_differ(split)) { /* nearly always */
        split->part_count = 1;
        split->parts[0].count = count;
    } else if (!find_parts(split) || !order_parts(split)) {
        return false;
    }
    for (uint32_t p = 0; p < split->part_count; p++) {
        if (!settle_part(split, p)) {
            return false;
        }
    }
    struct nr_namesakes namesakes = {.group = group,
                                     .bearers = bearers,
                                     .bearer_count = count,
                                     .persons = split->ones,
                                     .count = split->one_count};
    nr_namesakes_name(&namesakes);
    return group->arena->status == NR_OK && group->failure->code == SQLITE_OK;
}
