/* entity/role.c: whom does a noun phrase mean by role?
 *
 *     Norland's foreign minister, Ines Prat, ... The foreign minister said ...   Ines
 * Prat Chinese President Xi Jinping ... the Chinese leader                        Xi
 * Jinping the Justice Department ... the department                                  the
 * body
 *
 * Back through the mentions before the phrase, a hundred or so at most: the first person
 * one of whose titles or appositions has the same head noun and whose country does not
 * clash; or the first body whose name has it. "the minister" may be a foreign minister,
 * "the president" is no vice president; a few nouns stand for a class of roles: leader,
 * lawmaker, diplomat.
 *
 * Knowingly wrong: of two senators it is the one named last. */
#include "entity/naming.h"

#include <string.h>

enum { MENTIONS_BACK = 120, ROLES_OF_ONE = 6, ASKED = 8 };

/* What is asked for. */
struct wanted {
    const struct nr_text *text;
    const struct nr_entities *entities;
    const char *role; /* canonical: "foreign minister"; or the noun as written, folded */
    uint32_t length;  /* of role */
    const char *country; /* "" where the phrase names none */
    uint32_t body_head;  /* word type of the head noun, for bodies */
    uint8_t gender;
    bool unique; /* one a country: foreign minister */
};

/* ---- Role against role ---- */

/* Nouns for a class of roles; rows of one noun are alternatives. */
static const struct {
    const char *noun;
    const char *role;
} classes[] = {
    {"leader", "president"},
    {"leader", "prime minister"},
    {"leader", "chancellor"},
    {"leader", "premier"},
    {"leader", "king"},
    {"leader", "chairman"},
    {"leader", "first minister"},
    {"lawmaker", "senator"},
    {"lawmaker", "representative"},
    {"lawmaker", "congressman"},
    {"lawmaker", "congresswoman"},
    {"lawmaker", "member of parliament"},
    {"legislator", "senator"},
    {"legislator", "representative"},
    {"diplomat", "ambassador"},
    {"diplomat", "secretary of state"},
    {"diplomat", "foreign minister"},
    {"premier", "prime minister"},
    {"candidate", "nominee"},
    {"nominee", "candidate"},
    {"congressman", "representative"},
    {"congresswoman", "representative"},
    {"boss", "chief executive"},
    {"lawyer", "attorney"},
    {"attorney", "lawyer"},
    {"spokesman", "spokesperson"},
    {"spokeswoman", "spokesperson"},
    {"chief", "chief executive"},
    {"chief", "director"},
};

static bool same_text(const char *a, const char *b, uint32_t length)
{
    return strlen(a) == length && memcmp(a, b, length) == 0;
}

/* Is the last word of this role the wanted noun, and the role no vice or deputy of it? */
static bool ends_with_noun(const char *role, const struct wanted *wanted)
{
    size_t length = strlen(role);
    if (length <= wanted->length || role[length - wanted->length - 1] != ' ' ||
        memcmp(role + length - wanted->length, wanted->role, wanted->length) != 0) {
        return false;
    }
    return memcmp(role, "vice ", 5) != 0 && strncmp(role, "deputy ", 7) != 0;
}

/* "the secretary" for a secretary of state */
static bool starts_with_noun(const char *role, const struct wanted *wanted)
{
    return strncmp(role, wanted->role, wanted->length) == 0 &&
           strncmp(role + wanted->length, " of ", 4) == 0;
}

static bool roles_fit(const char *role, const struct wanted *wanted)
{
    if (same_text(role, wanted->role, wanted->length) || ends_with_noun(role, wanted) ||
        starts_with_noun(role, wanted)) {
        return true;
    }
    for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++) {
        if (same_text(classes[i].noun, wanted->role, wanted->length) &&
            strcmp(classes[i].role, role) == 0) {
            return true;
        }
    }
    return false;
}

/* ---- Entity against what is asked for ---- */

static bool clashes(const struct nr_entity *entity, const struct wanted *wanted)
{
    bool country = wanted->country[0] != 0 && entity->country[0] != 0 &&
                   memcmp(wanted->country, entity->country, 2) != 0;
    bool told = entity->gender == NR_GENDER_FEMALE || entity->gender == NR_GENDER_MALE;
    bool asked = wanted->gender == NR_GENDER_FEMALE || wanted->gender == NR_GENDER_MALE;
    return country || (told && asked && entity->gender != wanted->gender);
}

static bool person_fits(const struct nr_entity *entity, const struct wanted *wanted)
{
    if (clashes(entity, wanted)) {
        return false;
    }
    uint32_t role = entity->first_role;
    for (uint32_t i = 0; i < ROLES_OF_ONE && role != NR_NONE; i++) {
        const struct nr_role *seen = &wanted->entities->roles.items[role];
        if (roles_fit(nr_fact_canonical(seen->fact), wanted)) {
            return true;
        }
        role = seen->next;
    }
    return false;
}

/* "the department" for the Justice Department, the Department of Justice */
static bool body_fits(const struct nr_mention *mention, const struct wanted *wanted)
{
    const struct nr_token *tokens = wanted->text->tokens.items;
    if (mention->end_token - mention->first_token < 2) {
        return false;
    }
    if (tokens[mention->end_token - 1].word == wanted->body_head) {
        return true;
    }
    return tokens[mention->first_token].word == wanted->body_head &&
           nr_token_is(wanted->text, mention->first_token + 1, "of");
}

static bool mention_fits(const struct nr_mention *mention, const struct wanted *wanted)
{
    const struct nr_entity *entity = &wanted->entities->entities.items[mention->entity];
    if (mention->type == NR_TYPE_PERSON) {
        return person_fits(entity, wanted);
    }
    return mention->type == NR_TYPE_ORG && wanted->country[0] == 0 &&
           body_fits(mention, wanted);
}

/* ---- Reading the noun phrase ---- */

/* Where its head ends: before "of", "for", a comma. */
static uint32_t head_end(const struct nr_text *text, uint32_t first, uint32_t end)
{
    for (uint32_t t = first + 1; t < end; t++) {
        bool punct = text->tokens.items[t].shape == NR_SHAPE_PUNCT &&
                     !nr_token_is_char(text, t, '-');
        if (punct || nr_token_in(text, t, NR_IN(preposition) | NR_IN(relative))) {
            return t;
        }
    }
    return end;
}

static const char *country_in(const struct wanted *wanted, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t++) {
        const struct nr_mention *mention = nr_mention_at(wanted->entities, t);
        if (mention != NULL && mention->type != NR_TYPE_PERSON) {
            return wanted->entities->entities.items[mention->entity].country;
        }
    }
    return "";
}

/* Fills what the phrase asks for; false when it has no head noun. */
static bool read_phrase(struct wanted *wanted, uint32_t first, uint32_t end)
{
    const struct nr_text *text = wanted->text;
    uint32_t stop = head_end(text, first, end);
    uint32_t role_end = stop;
    const struct nr_fact *role = NULL;
    for (uint32_t t = first; t < stop && role == NULL; t++) {
        uint32_t phrase_end = t;
        const struct nr_fact *fact = nr_role_at(text, t, &phrase_end);
        bool heads =
            fact != NULL && fact->list == NR_LIST_role_noun && phrase_end >= stop;
        role = heads ? fact : NULL;
        role_end = heads ? phrase_end : role_end;
    }
    const struct nr_word *head = nr_word_of(text, stop - 1);
    if (text->tokens.items[stop - 1].shape == NR_SHAPE_NUMBER) {
        return false;
    }
    wanted->body_head = text->tokens.items[stop - 1].word;
    wanted->role = role != NULL ? nr_fact_canonical(role) : head->folded;
    wanted->length = role != NULL ? (uint32_t)strlen(wanted->role) : head->length;
    wanted->unique = role != NULL && (role->flags & NR_FLAG_UNIQUE) != 0;
    wanted->gender = role != NULL ? role->gender : NR_GENDER_NONE;
    wanted->country = country_in(wanted, first, role_end > end ? role_end : end);
    return wanted->length > 2;
}

uint32_t nr_mention_from(const struct nr_entities *entities, uint32_t token)
{
    uint32_t low = 0;
    uint32_t high = entities->mentions.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (entities->mentions.items[middle].first_token < token) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* The entity named last before a mention that answers. Those just asked are not asked
 * again: an article is about few. */
static uint32_t named_last(const struct wanted *wanted, uint32_t m, uint32_t first,
                           uint32_t end)
{
    uint32_t asked[ASKED];
    uint32_t count = 0;
    for (uint32_t back = 0; back < MENTIONS_BACK && m > 0; back++) {
        const struct nr_mention *mention = &wanted->entities->mentions.items[--m];
        bool inside = mention->end_token > first && mention->first_token < end;
        bool before = inside;
        for (uint32_t i = 0; !before && i < count && i < ASKED; i++) {
            before = asked[i] == mention->entity;
        }
        if (!before && mention_fits(mention, wanted)) {
            return mention->entity;
        }
        if (!before && mention->type == NR_TYPE_PERSON) {
            asked[count++ % ASKED] = mention->entity;
        }
    }
    return NR_NONE;
}

uint32_t nr_entity_of_role(const struct nr_text *text, const struct nr_entities *entities,
                           uint32_t first, uint32_t end, uint32_t before_token)
{
    struct wanted wanted = {.text = text, .entities = entities, .country = ""};
    if (first >= end || end > text->tokens.count || entities->mentions.count == 0 ||
        !read_phrase(&wanted, first, end)) {
        return NR_NONE;
    }
    uint32_t m = nr_mention_from(entities, before_token);
    uint32_t found = named_last(&wanted, m, first, end);
    if (found == NR_NONE && wanted.unique) {
        /* "met her counterpart, Ines Prat ... The foreign minister": nobody is called so,
         * and a counterpart has the office of whom she met */
        wanted.role = "counterpart";
        wanted.length = sizeof "counterpart" - 1;
        found = named_last(&wanted, m, first, end);
    }
    return found;
}
