/* people/parts.h: what the files of people.h share. Not a door.
 *
 * Names that may mean one another are settled in a group: all that are looked for by one
 * word (newsroom_name_words). Those at home in it are decided there, the fuller before
 * the shorter; the others, fuller and decided before, are whom they may mean.
 *
 *     people.c   which groups, in which order; writes down what was decided
 *     gather.c   the names of a group, and their bearers: one an article
 *     company.c  who and what else their articles name
 *     person.c   what is known of somebody, and how well an article's bearer fits
 *     choose.c   whom does a shorter name mean?
 *     split.c    are the bearers of one name one?
 *     key.c      what is each of them called, so that all keys differ?
 *     rows.c     a row for each person, from all bearers
 */
#ifndef NR_PEOPLE_PARTS_H
#define NR_PEOPLE_PARTS_H

#include "archive/statement.h"
#include "base/map.h"
#include "entity/called.h"
#include "entity/field.h"
#include "people/people.h"

/* ---- Company: the other names of an article (company.c) ---- */

/* Names by their hashes, whose last two bits say how much a name tells: 3 a person's full
 * name, 2 bodies and things, 1 places and peoples. */
struct nr_company {
    uint32_t *names; /* [count] each once */
    uint32_t count;
};

static inline uint32_t nr_company_weight(uint32_t name)
{
    return name & 3;
}

/* How many of some articles have a name. */
struct nr_tally_slot {
    uint32_t name; /* 0: empty */
    uint32_t articles;
};
struct nr_tally {
    struct nr_tally_slot *slots; /* [capacity] a power of two */
    uint32_t capacity;
    uint32_t names;
    uint32_t telling; /* of them, those of weight 2 and 3 */
    uint32_t articles;
};

/* An article's key in any type: its type, then its bytes. */
struct nr_chars nr_article_key(struct nr_arena *arena, sqlite3_stmt *statement,
                               int column);
void nr_article_bind(sqlite3_stmt *statement, int parameter, struct nr_chars key);

/* The company of each article that was asked for is kept. */
struct nr_companies {
    struct nr_arena arena;
    struct nr_map index; /* article key -> its place in all */
    NR_LIST(struct nr_company) all;
    struct nr_map hashes[2]; /* of names of bodies, of persons */
    sqlite3_stmt *names_of;
};

/* False: arena.status or failure says why. */
bool nr_company_of(const struct nr_archive *archive, struct nr_companies *companies,
                   struct nr_chars article, struct nr_company *company,
                   struct nr_failure *failure);
bool nr_company_has(const struct nr_company *company, uint32_t name);
uint32_t nr_company_name(enum nr_type type, const struct nr_called *called);

/* except: the bearer's own name, here and below. */
bool nr_tally_add(struct nr_arena *arena, struct nr_tally *tally,
                  const struct nr_company *company, uint32_t except);
/* Telling names of an article that are in a tally, but for the bearer's own. */
uint32_t nr_tally_meets(const struct nr_tally *tally, const struct nr_company *company,
                        uint32_t except);
/* Telling names that both have. */
uint32_t nr_tally_shared(const struct nr_tally *a, const struct nr_tally *b);
/* How well an article fits those that were tallied, in hundredths of a name: each name by
 * its weight and by the share of them that have it. */
uint32_t nr_tally_fit(const struct nr_tally *tally, const struct nr_company *company,
                      uint32_t except);

/* ---- A group ---- */

struct nr_people_sql {
    sqlite3_stmt *names_by_word;
    sqlite3_stmt *bearers_of;
    sqlite3_stmt *forget_word;
    sqlite3_stmt *is_body; /* is any body called so? */
};

/* One entity of an article. */
struct nr_bearer {
    struct nr_chars article; /* its key */
    int64_t entity_no;
    uint32_t name;   /* index into names */
    uint32_t person; /* index into persons: decided; NR_NONE: not yet */
    uint32_t next;   /* nr_person.untallied */
    struct nr_chars role;
    struct nr_chars aliases;   /* JSON */
    struct nr_chars stored;    /* the key that is written at it now, or "" */
    struct nr_company company; /* once nr_bearer_meet() has asked for it */
    bool met;
    uint16_t country; /* as nr_country_index(); 0: unknown */
    uint8_t gender;   /* enum nr_gender: female, male, or none */
    bool told;        /* by a pronoun or a title, not by a given name */
    uint8_t field;    /* enum nr_field, of the role */
};

struct nr_group_name {
    struct nr_chars name;
    struct nr_called called;
    bool resident;         /* to be decided in this group */
    uint32_t first_bearer; /* its bearers follow each other */
    uint32_t end_bearer;
};

/* Somebody, as far as this group knows. */
struct nr_person {
    struct nr_chars key;
    struct nr_chars name;
    struct nr_called called; /* the fullest of the names that made it */
    uint32_t bearers;
    uint32_t untallied; /* bearers whose company is not in tally yet, through next */
    struct nr_tally tally;
    uint16_t country;
    uint8_t gender;
    bool told;
    uint8_t field;
    bool invited; /* decided before, by a fuller name */
    bool marked;  /* its rows are to be written */
};

struct nr_group {
    const struct nr_archive *archive;
    struct nr_arena *arena;
    struct nr_companies *companies;
    const struct nr_people_sql *sql;
    struct nr_failure *failure;
    enum nr_type type; /* PERSON or ORG */
    uint32_t level;    /* of the names that are decided: nr_people_level() */
    struct nr_chars word;
    NR_LIST(struct nr_group_name) names;
    NR_LIST(struct nr_bearer) bearers;
    NR_LIST(struct nr_person) persons;
};

enum { NR_PEOPLE_LEVELS = 6 };

/* The fuller a name, the earlier it is decided: from NR_PEOPLE_LEVELS down to 1. A
 * person's full names, whatever their length, are decided together. */
static inline uint32_t nr_people_level(enum nr_type type, uint32_t words)
{
    uint32_t level = type == NR_TYPE_PERSON && words > 1 ? NR_PEOPLE_LEVELS : words;
    return level < NR_PEOPLE_LEVELS ? level : NR_PEOPLE_LEVELS;
}

/* "CN" -> 1 to 676; 0 for none. */
uint16_t nr_country_index(const char *code);

/* Fills names and bearers. False: failure or the arena says why. */
bool nr_group_gather(struct nr_group *group);
/* Decides bearers[].person of all residents. */
bool nr_group_decide(struct nr_group *group);
/* Makes persons of bearers that share a name, none of whom means anybody known.
 * bearers: [count] indexes. */
bool nr_group_split(struct nr_group *group, const uint32_t *bearers, uint32_t count);

/* Persons who are called the same. */
struct nr_namesakes {
    struct nr_group *group;
    const uint32_t *bearers; /* [bearer_count] theirs, those of one name together */
    uint32_t bearer_count;
    const uint32_t *persons; /* [count] */
    uint32_t count;
};
/* Gives each its key and its name. */
void nr_namesakes_name(const struct nr_namesakes *all);

/* A person of whom nothing is known yet; its index, NR_NONE on failure. */
uint32_t nr_person_new(struct nr_group *group, struct nr_chars key,
                       const struct nr_group_name *name);
void nr_person_add(struct nr_group *group, uint32_t person_index, uint32_t bearer_index);
/* Reads the company of a bearer's article, once. */
bool nr_bearer_meet(struct nr_group *group, struct nr_bearer *bearer);
uint32_t nr_bearer_name(const struct nr_group *group, const struct nr_bearer *bearer);
/* The company of a person's bearers, up to date; NULL on failure. */
const struct nr_tally *nr_person_tally(struct nr_group *group, uint32_t person_index);
/* How well a bearer fits a person, in hundredths; 0: not at all. */
bool nr_person_fit(struct nr_group *group, uint32_t person_index,
                   struct nr_bearer *bearer, uint32_t *fit);

/* The next of a JSON array of strings, from *at; false at its end. The bytes are the
 * arena's. */
bool nr_aliases_next(struct nr_arena *arena, struct nr_chars aliases, uint32_t *at,
                     struct nr_chars *alias);

/* ---- Rows ---- */

/* Writes the row and the names of these persons anew, or deletes those that nobody is.
 * The map's value: 1 for who is new. */
bool nr_people_write(const struct nr_archive *archive, struct nr_arena *arena,
                     const struct nr_map *persons, struct nr_failure *failure);

#endif
