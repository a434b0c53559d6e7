/* people/person.c: what is known of somebody so far, and does an article's Diaz fit?
 *
 *     Ana Diaz, a mayor, seen with the Lund Harbour Board    Diaz, she, in an article
 * that names the board: fits well
 *
 * A person is made of bearers, entities of one article each. Their company, the other
 * names of their articles (company.c), is tallied when it is first asked for. */
#include "people/parts.h"

/* In hundredths of a name. */
enum {
    SAME_ARTICLE = 200,
    SAME_FIELD = 20,
    SAME_COUNTRY = 15,
    OTHER_GENDER = 60, /* told by a given name only */
    OTHER_FIELD = 60,
    OTHER_COUNTRY = 30,
    GIVEN_NAME = 70, /* a given name alone is many people's */
};

enum { MOST_TALLIED = 120 }; /* more articles tell nothing new of a person's company */

uint32_t nr_person_new(struct nr_group *group, struct nr_chars key,
                       const struct nr_group_name *name)
{
    struct nr_person *person =
        nr_list_push(group->arena, &group->persons, sizeof *person);
    if (person == NULL) {
        return NR_NONE;
    }
    person->key = key;
    person->name = name->name;
    person->called = name->called;
    person->untallied = NR_NONE;
    return group->persons.count - 1;
}

void nr_person_add(struct nr_group *group, uint32_t person_index, uint32_t bearer_index)
{
    struct nr_person *person = &group->persons.items[person_index];
    struct nr_bearer *bearer = &group->bearers.items[bearer_index];
    bearer->person = person_index;
    bearer->next = person->untallied;
    person->untallied = bearer_index;
    person->bearers++;
    if (bearer->gender != NR_GENDER_NONE &&
        (person->gender == NR_GENDER_NONE || (bearer->told && !person->told))) {
        person->gender = bearer->gender;
        person->told = bearer->told;
    }
    person->field = person->field != NR_FIELD_NONE ? person->field : bearer->field;
    person->country = person->country != 0 ? person->country : bearer->country;
}

bool nr_bearer_meet(struct nr_group *group, struct nr_bearer *bearer)
{
    bearer->met =
        bearer->met || nr_company_of(group->archive, group->companies, bearer->article,
                                     &bearer->company, group->failure);
    return bearer->met && nr_arena_tick(group->arena, bearer->company.count + 1);
}

uint32_t nr_bearer_name(const struct nr_group *group, const struct nr_bearer *bearer)
{
    return nr_company_name(group->type, &group->names.items[bearer->name].called);
}

const struct nr_tally *nr_person_tally(struct nr_group *group, uint32_t person_index)
{
    struct nr_person *person = &group->persons.items[person_index];
    while (person->untallied != NR_NONE) {
        struct nr_bearer *bearer = &group->bearers.items[person->untallied];
        if (person->tally.articles < MOST_TALLIED &&
            (!nr_bearer_meet(group, bearer) ||
             !nr_tally_add(group->arena, &person->tally, &bearer->company,
                           nr_bearer_name(group, bearer)))) {
            return NULL;
        }
        person->untallied = bearer->next;
    }
    return &person->tally;
}

/* Is somebody called by the given name alone? "Wen", of Wen Taoran, is none. */
static bool is_given(const struct nr_group *group, const struct nr_person *person,
                     const struct nr_bearer *bearer)
{
    const struct nr_called *called = &group->names.items[bearer->name].called;
    return called->given &&
           !nr_chars_same(nr_called_home(group->type, &person->called), called->words);
}

bool nr_person_fit(struct nr_group *group, uint32_t person_index,
                   struct nr_bearer *bearer, uint32_t *fit)
{
    const struct nr_tally *tally = nr_person_tally(group, person_index);
    if (tally == NULL || !nr_bearer_meet(group, bearer)) {
        return false;
    }
    const struct nr_person *person = &group->persons.items[person_index];
    uint32_t own = nr_bearer_name(group, bearer);
    uint32_t full = nr_company_name(group->type, &person->called);
    int64_t sum = 1 + (int64_t)nr_tally_fit(tally, &bearer->company, own);
    sum += full != own && nr_company_has(&bearer->company, full) ? SAME_ARTICLE : 0;
    if (bearer->gender != NR_GENDER_NONE && person->gender != NR_GENDER_NONE &&
        bearer->gender != person->gender) {
        sum -= bearer->told && person->told ? sum : OTHER_GENDER;
    }
    if (bearer->field != NR_FIELD_NONE && person->field != NR_FIELD_NONE) {
        sum += bearer->field == person->field ? SAME_FIELD : -OTHER_FIELD;
    }
    if (bearer->country != 0 && person->country != 0) {
        sum += bearer->country == person->country ? SAME_COUNTRY : -OTHER_COUNTRY;
    }
    sum -= is_given(group, person, bearer) ? GIVEN_NAME : 0;
    *fit = sum > 0 ? (uint32_t)sum : 0;
    return true;
}
