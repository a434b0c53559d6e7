/* entity/join.c: mentions into entities, in reading order.
 *
 * person.c and body.c say which forms are one; here each mention is given its group,
 * groups become entities as the reader meets them, and an entity gathers what its
 * mentions say: the fullest name, gender by title, role, country.
 *
 *     "Chinese President Xi Jinping"   name Xi Jinping, role President, country CN
 *     "Ines Prat, mayor of Elda,"      role mayor of Elda */
#include "entity/called.h"
#include "entity/naming.h"

#include <string.h>

struct joining {
    struct nr_naming *naming;
    const struct nr_text *text;
    struct nr_entities *out;
    struct nr_groups groups;
    struct nr_map by_country; /* form and country -> group, of bodies that share a name */
};

/* ---- Roles and countries ---- */

static struct nr_span words_from(const struct nr_text *text, uint32_t byte,
                                 struct nr_span within)
{
    uint32_t t = nr_token_from(text, byte);
    return t < text->tokens.count && text->tokens.items[t].begin < within.end
               ? nr_span_of(text->tokens.items[t].begin, within.end)
               : nr_span_of(within.end, within.end);
}

static const char *country_of(const struct joining *join, uint32_t mention)
{
    const struct nr_entities *out = join->out;
    const struct nr_mention *m = &out->mentions.items[mention];
    uint32_t form = join->naming->names.items[mention].form;
    uint32_t group = join->naming->forms.items[form].group;
    const struct nr_fact *fact =
        group == NR_NONE ? NULL : join->groups.all.items[group].fact;
    bool tells = m->type != NR_TYPE_PERSON && fact != NULL;
    return tells ? fact->country : "";
}

/* "US Secretary of State" -> "Secretary of State", and US for the country. */
static struct nr_span cut_nation(const struct joining *join, uint32_t mention,
                                 struct nr_span title, char country[3])
{
    const struct nr_mention *mentions = join->out->mentions.items;
    uint32_t begin = title.begin;
    for (uint32_t m = mention; m > 0 && mentions[m - 1].span.begin >= title.begin; m--) {
        const struct nr_mention *part = &mentions[m - 1];
        const char *code = country_of(join, m - 1);
        bool nation = part->type == NR_TYPE_GPE || part->type == NR_TYPE_NORP;
        if (nation && code[0] != 0) {
            memcpy(country, code, 3);
        }
        if (nation && begin < part->span.end) {
            begin = part->span.end;
        }
    }
    return begin == title.begin ? title : words_from(join->text, begin, title);
}

/* "foreign minister of Norland": the first country named in the apposition. */
static void country_after(const struct joining *join, uint32_t mention,
                          struct nr_span role, char country[3])
{
    const struct nr_entities *out = join->out;
    for (uint32_t m = mention + 1;
         m < out->mentions.count && out->mentions.items[m].span.begin < role.end; m++) {
        const char *code = country_of(join, m);
        if (code[0] != 0) {
            memcpy(country, code, 3);
            return;
        }
    }
}

/* What may stand between a person and the country or people that they are of. */
static const struct {
    const char *words[2];
    uint8_t type; /* of what follows */
} origins[] = {
    {{"'s"}, NR_TYPE_GPE},        /* Vladimir Putin's Russia */
    {{"of"}, NR_TYPE_GPE},        /* Kim Moe of Norway */
    {{"from"}, NR_TYPE_GPE},      /* Kim Moe from Norway */
    {{"("}, NR_TYPE_GPE},         /* Kim Moe (Norway) */
    {{",", "of"}, NR_TYPE_GPE},   /* Kim Moe, of Norway */
    {{",", "from"}, NR_TYPE_GPE}, /* Kim Moe, from Norway */
    {{",", "a"}, NR_TYPE_NORP},   /* Kim Moe, a Norwegian */
    {{",", "an"}, NR_TYPE_NORP},
};

static bool stands_between(const struct joining *join, uint32_t first, uint32_t end,
                           const char *const words[2])
{
    uint32_t count = words[1] != NULL ? 2 : 1;
    bool same = end == first + count;
    for (uint32_t i = 0; same && i < count; i++) {
        same = nr_token_is(join->text, first + i, words[i]);
    }
    return same;
}

/* A country or a people right behind the name. */
static void country_beside(const struct joining *join, uint32_t mention, char country[3])
{
    const struct nr_mention *m = &join->out->mentions.items[mention];
    if (mention + 1 >= join->out->mentions.count) {
        return;
    }
    const struct nr_mention *next = m + 1;
    const char *code = country_of(join, mention + 1);
    uint32_t end = next->first_token; /* of the United States */
    end -= end > m->end_token && nr_token_is(join->text, end - 1, "the") ? 1 : 0;
    for (size_t i = 0; i < sizeof origins / sizeof origins[0] && code[0] != 0; i++) {
        if (next->type == origins[i].type &&
            stands_between(join, m->end_token, end, origins[i].words)) {
            memcpy(country, code, 3);
            return;
        }
    }
}

/* What this mention adds to its person. */
static void learn_person(struct joining *join, uint32_t mention, struct nr_entity *entity,
                         struct nr_group *group)
{
    const struct nr_name *name = &join->naming->names.items[mention];
    const struct nr_mention *m = &join->out->mentions.items[mention];
    if (name->gender != NR_GENDER_NONE && group->gender_basis != NR_BASIS_TITLE) {
        group->gender = name->gender;
        group->gender_basis = NR_BASIS_TITLE;
    }
    char country[3] = "";
    struct nr_span role = {0, 0};
    if (!nr_span_empty(m->title)) {
        role = cut_nation(join, mention, m->title, country);
        role = name->role_before ? role : nr_span_of(0, 0);
    }
    if (nr_span_empty(role) && !nr_span_empty(m->role)) {
        role = m->role;
    }
    if (!nr_span_empty(m->role)) {
        country_after(join, mention, m->role, country);
    }
    country_beside(join, mention, country);
    if (nr_span_length(role) >= nr_span_length(entity->role)) {
        entity->role = nr_span_empty(role) ? entity->role : role;
    }
    if (entity->country[0] == 0) {
        memcpy(entity->country, country, 3);
    }
    group->role = name->role != NULL ? name->role : group->role;
}

/* ---- Mentions ---- */

static uint32_t group_of(struct joining *join, uint32_t mention)
{
    const struct nr_name *name = &join->naming->names.items[mention];
    const struct nr_form *form = &join->naming->forms.items[name->form];
    uint32_t bearer = nr_nickname_bearer(join->naming, mention);
    uint32_t known =
        bearer != NR_NONE ? join->naming->forms.items[bearer].group : NR_NONE;
    if (known != NR_NONE) {
        join->out->mentions.items[mention].type = NR_TYPE_PERSON;
        return known;
    }
    bool person = join->out->mentions.items[mention].type == NR_TYPE_PERSON;
    if (person && (form->group == NR_NONE || form->type != NR_TYPE_PERSON)) {
        return nr_person_called(join->naming, &join->groups, mention);
    }
    return form->group;
}

static uint32_t entity_of(struct joining *join, struct nr_group *group, uint32_t mention)
{
    if (group->entity != NR_NONE) {
        return group->entity;
    }
    struct nr_entity *entity =
        nr_list_push(join->naming->kept, &join->out->entities, sizeof *entity);
    if (entity == NULL) {
        return NR_NONE;
    }
    entity->first_mention = mention;
    entity->last_mention = NR_NONE;
    entity->first_role = NR_NONE;
    entity->type = group->type;
    group->entity = join->out->entities.count - 1;
    return group->entity;
}

/* Is a body's name made of general words? "Foreign Ministry", not "Kelter". */
static bool is_general(struct joining *join, const struct nr_mention *m)
{
    struct nr_called called;
    struct nr_chars name = {join->text->bytes + m->span.begin, nr_span_length(m->span)};
    return nr_called_make(join->naming->arena, NR_TYPE_ORG, name, &called) &&
           called.common;
}

static uint32_t *country_slot(struct joining *join, uint32_t form, const char *country)
{
    char key[sizeof form + 2];
    memcpy(key, &form, sizeof form);
    memcpy(key + sizeof form, country, 2);
    const char *copy = nr_arena_copy(join->naming->arena, key, sizeof key);
    return copy == NULL
               ? NULL
               : nr_map_slot(join->naming->arena, &join->by_country, copy, sizeof key);
}

/* The Norwegian Foreign Ministry and the Chilean Foreign Ministry are two. The name
 * without a country is the one's that was named last. NR_NONE: out of memory. */
static uint32_t group_of_country(struct joining *join, uint32_t mention, uint32_t index,
                                 const char *country)
{
    const struct nr_mention *m = &join->out->mentions.items[mention];
    const struct nr_group *group = &join->groups.all.items[index];
    const char *known =
        group->entity != NR_NONE ? join->out->entities.items[group->entity].country : "";
    if (country[0] == 0 || known[0] == 0 || memcmp(country, known, 2) == 0 ||
        group->fact != NULL || !is_general(join, m)) {
        return index;
    }
    uint32_t form = join->naming->names.items[mention].form;
    uint32_t *slot = country_slot(join, form, known);
    if (slot == NULL) {
        return NR_NONE;
    }
    *slot = index;
    slot = country_slot(join, form, country);
    if (slot != NULL && *slot == NR_NONE) {
        *slot = nr_group_add(join->naming, &join->groups, form, NR_TYPE_ORG);
    }
    uint32_t found = slot != NULL ? *slot : NR_NONE;
    if (found != NR_NONE) {
        join->naming->forms.items[form].group = found;
    }
    return found;
}

static bool note_role(struct joining *join, uint32_t mention)
{
    const struct nr_name *name = &join->naming->names.items[mention];
    struct nr_mention *m = &join->out->mentions.items[mention];
    if (name->role == NULL || m->type != NR_TYPE_PERSON) {
        return true;
    }
    struct nr_entity *entity = &join->out->entities.items[m->entity];
    struct nr_role *role =
        nr_list_push(join->naming->kept, &join->out->roles, sizeof *role);
    if (role == NULL) {
        return false;
    }
    *role = (struct nr_role){name->role, m->entity, entity->first_role, mention};
    entity->first_role = join->out->roles.count - 1;
    return true;
}

static bool place_mention(struct joining *join, uint32_t mention)
{
    uint32_t index = group_of(join, mention);
    const struct nr_mention *named = &join->out->mentions.items[mention];
    bool body = named->type == NR_TYPE_ORG;
    const char *country =
        body ? nr_body_country(join->text, named->first_token, named->end_token) : "";
    if (index != NR_NONE && body) {
        index = group_of_country(join, mention, index, country);
    }
    if (index == NR_NONE) {
        return false;
    }
    struct nr_group *group = &join->groups.all.items[index];
    uint32_t number = entity_of(join, group, mention);
    if (number == NR_NONE) {
        return false;
    }
    struct nr_mention *m = &join->out->mentions.items[mention];
    struct nr_entity *entity = &join->out->entities.items[number];
    m->entity = number;
    m->next = NR_NONE;
    if (entity->last_mention != NR_NONE) {
        join->out->mentions.items[entity->last_mention].next = mention;
    }
    entity->last_mention = mention;
    entity->mentions++;
    group->latest = mention;
    if (m->type == NR_TYPE_PERSON) {
        learn_person(join, mention, entity, group);
    } else if (body && entity->country[0] == 0) {
        memcpy(entity->country, country, strlen(country) + 1);
    }
    return note_role(join, mention);
}

/* ---- Entities ---- */

/* Bytes of white space at i: a line break, a space, U+00A0; 0: none. */
static uint32_t space_at(const char *bytes, uint32_t i, uint32_t length)
{
    char c = bytes[i];
    if (c == '\n' || c == '\r' || c == ' ' || c == '\t') {
        return 1;
    }
    return c == '\xC2' && i + 1 < length && bytes[i + 1] == '\xA0' ? 2 : 0;
}

/* The name as written, with one space where there is white space of any kind. */
static struct nr_chars written(struct joining *join, struct nr_span span)
{
    const char *bytes = join->text->bytes + span.begin;
    uint32_t length = nr_span_length(span);
    if (memchr(bytes, '\n', length) == NULL && memchr(bytes, '\r', length) == NULL &&
        memchr(bytes, 0xA0, length) == NULL) {
        return (struct nr_chars){bytes, length};
    }
    char *copy = nr_arena_take(join->naming->kept, length);
    uint32_t kept = 0;
    for (uint32_t i = 0; copy != NULL && i < length;) {
        uint32_t space = space_at(bytes, i, length);
        if (space == 0) {
            copy[kept++] = bytes[i++];
        } else if (kept > 0 && copy[kept - 1] != ' ') {
            copy[kept++] = ' ';
        }
        i += space;
    }
    return (struct nr_chars){copy, copy != NULL ? kept : 0};
}

/* The first mention of the fullest form; not one in capitals where another is there. */
static uint32_t best_mention(const struct joining *join, const struct nr_group *group)
{
    const struct nr_naming *naming = join->naming;
    const struct nr_entity *entity = &join->out->entities.items[group->entity];
    uint32_t most = naming->forms.items[group->form].word_count;
    uint32_t best = entity->first_mention;
    int best_rank = -1;
    uint32_t walked = 0;
    for (uint32_t m = entity->first_mention; m != NR_NONE && walked < 1000;
         m = join->out->mentions.items[m].next, walked++) {
        const struct nr_name *name = &naming->names.items[m];
        uint32_t sentence = nr_token_at(naming, name->first)->sentence;
        uint32_t words = naming->forms.items[name->form].word_count;
        int rank = 2 * (int)(words < most ? words : most) +
                   (naming->casing[sentence] != NR_CASE_UPPER ? 1 : 0);
        if (rank > best_rank) {
            best_rank = rank;
            best = m;
        }
        if (rank == 2 * (int)most + 1) {
            break;
        }
    }
    return best;
}

static void finish_entity(struct joining *join, const struct nr_group *group)
{
    struct nr_entity *entity = &join->out->entities.items[group->entity];
    if (group->fact != NULL) {
        const char *name = nr_fact_canonical(group->fact);
        entity->name = (struct nr_chars){name, (uint32_t)strlen(name)};
        if (group->fact->country[0] != 0) {
            memcpy(entity->country, group->fact->country, 3);
        }
    } else {
        uint32_t best = best_mention(join, group);
        entity->name = written(join, join->out->mentions.items[best].span);
    }
    if (group->type == NR_TYPE_PERSON) {
        bool told = group->gender_basis != NR_BASIS_NONE;
        entity->gender = told ? group->gender : NR_GENDER_UNKNOWN;
        entity->gender_basis = group->gender_basis;
    }
}

static bool join_all(struct joining *join)
{
    for (uint32_t i = 0; i < join->naming->names.count; i++) {
        if (!place_mention(join, i) || !nr_arena_tick(join->naming->arena, 4)) {
            return false;
        }
    }
    for (uint32_t g = 0;
         g < join->groups.all.count && nr_arena_tick(join->naming->arena, 8); g++) {
        if (join->groups.all.items[g].entity != NR_NONE) {
            finish_entity(join, &join->groups.all.items[g]);
        }
    }
    return join->naming->arena->status == NR_OK;
}

bool nr_names_join(struct nr_naming *naming)
{
    struct joining join = {.naming = naming, .text = naming->text, .out = naming->out};
    uint32_t words = naming->text->words.count;
    size_t size = words * sizeof(uint32_t);
    join.groups.first_call =
        nr_arena_fill(naming->arena, nr_arena_take_raw(naming->arena, size), 0xFF, size);
    return join.groups.first_call != NULL && /* all NR_NONE */
           nr_persons_group(naming, &join.groups) &&
           nr_bodies_group(naming, &join.groups) && join_all(&join);
}
