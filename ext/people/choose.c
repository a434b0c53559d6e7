/* people/choose.c: whom does a shorter name mean?
 *
 *     Diaz, next to the Lund Harbour Board       Ana Diaz, who is seen with it elsewhere
 *     A. Diaz                                    Ana or Ada Diaz, by company
 *     LRB                                        Lund Road Board
 *     Diaz, in an article that names nobody else whom an Ana Diaz is seen with: a Diaz
 *
 * Every fuller name that fits is a candidate. Each article by itself is compared with all
 * articles of a candidate, by the names that they share, and by gender, walk of life and
 * country (person.c). The best wins if it fits well enough and clearly
 * better than the next, or if nearly all who are called so are that one; a name that says
 * more than a family name may fit less well. Who is not joined is somebody else of that
 * name.
 *
 * A family name that no list has and that one full name in the archive has is that one's,
 * unless something speaks against it. A title alone, a court, a university is nobody over
 * all articles, if it means nobody.
 *
 * Knowingly wrong: an article that calls somebody by the family name alone, among names
 * that nobody else was ever seen with, leaves a row of its own. */
#include "people/parts.h"

#include <string.h>

/* How well they must fit, in hundredths of a name. */
enum {
    ENOUGH = 30,      /* to be meant by a family name, by a part of a body's name */
    ENOUGH_MORE = 15, /* by a name that says more: "A. Diaz" */
};

enum {
    MOST_CANDIDATES = 128,
    RARELY = 8, /* a body so much more often called by the shorter name is that */
};

/* Those whom fuller names meant, when they were decided. */
static bool invite(struct nr_group *group, const struct nr_group_name *guest,
                   struct nr_map *known)
{
    for (uint32_t b = guest->first_bearer; b < guest->end_bearer; b++) {
        struct nr_chars key = group->bearers.items[b].stored;
        if (key.length == 0) {
            continue;
        }
        uint32_t *slot = nr_map_slot(group->arena, known, key.bytes, key.length);
        if (slot == NULL) {
            return false;
        }
        if (*slot == NR_NONE) {
            *slot = nr_person_new(group, key, guest);
        }
        if (*slot == NR_NONE) {
            return false;
        }
        struct nr_person *person = &group->persons.items[*slot];
        person->invited = true;
        if (nr_called_fuller(group->type, &guest->called, &person->called)) {
            person->called = guest->called;
            person->name = guest->name;
        }
        nr_person_add(group, *slot, b);
    }
    return true;
}

static bool invite_all(struct nr_group *group)
{
    struct nr_map known = {NULL, 0, 0};
    uint32_t residents = 0;
    bool ok = true;
    for (uint32_t n = 0; n < group->names.count; n++) {
        const struct nr_group_name *name = &group->names.items[n];
        residents += name->resident ? name->end_bearer - name->first_bearer : 0;
    }
    bool rare = group->type != NR_TYPE_PERSON &&
                (uint64_t)(group->bearers.count - residents) * RARELY < residents;
    for (uint32_t n = 0; ok && !rare && n < group->names.count; n++) {
        if (!group->names.items[n].resident) {
            ok = invite(group, &group->names.items[n], &known);
        }
    }
    return ok;
}

/* ---- Choosing ---- */

struct choice {
    uint32_t *candidates; /* [count] persons */
    uint32_t count;
    uint32_t bearers; /* of all candidates */
    uint32_t enough;
    bool rare; /* a name that nearly nobody has */
};

/* Of too many the ones with the most bearers stay. */
static void add_candidate(const struct nr_group *group, struct choice *choice,
                          uint32_t person)
{
    const struct nr_person *persons = group->persons.items;
    if (choice->count < MOST_CANDIDATES) {
        choice->candidates[choice->count++] = person;
        return;
    }
    uint32_t least = 0;
    for (uint32_t c = 1; c < MOST_CANDIDATES; c++) {
        bool fewer = persons[choice->candidates[c]].bearers <
                     persons[choice->candidates[least]].bearers;
        least = fewer ? c : least;
    }
    if (persons[person].bearers > persons[choice->candidates[least]].bearers) {
        choice->candidates[least] = person;
    }
}

/* NR_NONE in *chosen: nobody. */
static bool choose(struct nr_group *group, const struct choice *choice,
                   struct nr_bearer *bearer, uint32_t *chosen)
{
    uint32_t best = NR_NONE;
    uint32_t best_fit = 0;
    uint32_t next_fit = 0;
    for (uint32_t c = 0; c < choice->count; c++) {
        uint32_t fit = 0;
        if (!nr_person_fit(group, choice->candidates[c], bearer, &fit)) {
            return false;
        }
        if (fit > best_fit) {
            next_fit = best_fit;
            best_fit = fit;
            best = choice->candidates[c];
        } else if (fit > next_fit) {
            next_fit = fit;
        }
    }
    bool clear = best != NR_NONE && (best_fit * 2 >= next_fit * 3 ||
                                     (uint64_t)group->persons.items[best].bearers * 10 >=
                                         (uint64_t)choice->bearers * 8);
    *chosen = best_fit >= choice->enough && clear ? best : NR_NONE;
    if (choice->rare && choice->count == 1 && best_fit > 0) {
        *chosen = choice->candidates[0];
    }
    return true;
}

/* Decides who share a name: bearers [count]. */
static bool decide_name(struct nr_group *group, const struct nr_called *called,
                        uint32_t *bearers, uint32_t count)
{
    uint32_t persons = group->persons.count;
    struct choice choice = {
        .candidates = nr_arena_take_array(group->arena, persons + 1u, sizeof(uint32_t)),
        .enough =
            group->type == NR_TYPE_PERSON && called->count > 1 ? ENOUGH_MORE : ENOUGH,
        .rare = called->rare};
    uint32_t *chosen = nr_arena_take_array(group->arena, count + 1u, sizeof *chosen);
    if (choice.candidates == NULL || chosen == NULL) {
        return false;
    }
    for (uint32_t p = 0; p < persons && nr_arena_tick(group->arena, 1); p++) {
        const struct nr_person *person = &group->persons.items[p];
        if (nr_called_fuller(group->type, &person->called, called)) {
            add_candidate(group, &choice, p);
            choice.bearers += person->bearers;
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        if (!choose(group, &choice, &group->bearers.items[bearers[i]], &chosen[i])) {
            return false;
        }
    }
    uint32_t left = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t bearer = bearers[i];
        if (chosen[i] != NR_NONE) {
            nr_person_add(group, chosen[i], bearer);
        } else {
            bearers[left++] = bearer;
        }
    }
    return left == 0 || called->relative || nr_group_split(group, bearers, left);
}

/* The fuller first; who are called the same follow each other. */
static bool goes_before(const struct nr_group *group, uint32_t a, uint32_t b)
{
    const struct nr_called *one = &group->names.items[a].called;
    const struct nr_called *other = &group->names.items[b].called;
    if (one->full != other->full || one->count != other->count) {
        return one->full != other->full ? one->full > other->full
                                        : one->count > other->count;
    }
    int order = nr_chars_order(one->words, other->words);
    return order != 0 ? order < 0 : a < b;
}

/* By halving gaps: groups are small, nearly always. */
static void sort_names(const struct nr_group *group, uint32_t *names, uint32_t count)
{
    for (uint32_t gap = count / 2; gap > 0; gap = gap == 2 ? 1 : gap * 5 / 11) {
        for (uint32_t i = gap; i < count; i++) {
            uint32_t name = names[i];
            uint32_t at = i;
            while (at >= gap && goes_before(group, name, names[at - gap])) {
                names[at] = names[at - gap];
                at -= gap;
            }
            names[at] = name;
        }
    }
}

/* The bearers of names[0..] that are called the same; how many names these are. */
static uint32_t take_same(const struct nr_group *group, const uint32_t *names,
                          uint32_t count, uint32_t *bearers, uint32_t *bearer_count)
{
    const struct nr_called *called = &group->names.items[names[0]].called;
    uint32_t same = 0;
    *bearer_count = 0;
    while (same < count &&
           nr_chars_same(group->names.items[names[same]].called.words, called->words)) {
        const struct nr_group_name *name = &group->names.items[names[same++]];
        for (uint32_t b = name->first_bearer; b < name->end_bearer; b++) {
            bearers[(*bearer_count)++] = b;
        }
    }
    return same;
}

bool nr_group_decide(struct nr_group *group)
{
    uint32_t count = 0;
    uint32_t *names =
        nr_arena_take_array(group->arena, group->names.count + 1u, sizeof *names);
    uint32_t *bearers =
        nr_arena_take_array(group->arena, group->bearers.count + 1u, sizeof *bearers);
    if (names == NULL || bearers == NULL || !invite_all(group)) {
        return false;
    }
    for (uint32_t n = 0; n < group->names.count; n++) {
        const struct nr_group_name *name = &group->names.items[n];
        if (name->resident && name->end_bearer > name->first_bearer) {
            names[count++] = n;
        }
    }
    sort_names(group, names, count);
    for (uint32_t n = 0; n < count;) {
        uint32_t borne = 0;
        const struct nr_called *called = &group->names.items[names[n]].called;
        n += take_same(group, names + n, count - n, bearers, &borne);
        if (!decide_name(group, called, bearers, borne)) {
            return false;
        }
    }
    return true;
}
