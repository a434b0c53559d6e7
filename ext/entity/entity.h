/* entity/entity.h: names -> mentions -> entities: who and what the article names.
 *
 * Names never overlap. A name has no leading article, title or 's: in "US Secretary of
 * State Antony Blinken's" the mention is "Antony Blinken", its title "US Secretary of
 * State" (and "US" a mention of its own). Entity 0 is the first named; the first mention
 * gives the order.
 */
#ifndef NR_ENTITY_ENTITY_H
#define NR_ENTITY_ENTITY_H

#include "tag/model.h"
#include "text/text.h"

enum nr_mention_kind {
    NR_MENTION_NAME,
    NR_MENTION_NOMINAL,
    NR_MENTION_PRONOUN,
    NR_MENTION_VALUE
};
extern const char *const nr_mention_names[4]; /* "name" */

struct nr_mention {
    struct nr_span span;
    uint32_t first_token;
    uint32_t end_token;
    uint32_t entity;      /* index into entities */
    uint32_t next;        /* the next mention of the same entity, or NR_NONE */
    struct nr_span title; /* role or honorific before the name: "Chinese President",
                             "Mr."; or empty */
    struct nr_span role;  /* role after it: "X, the foreign minister of Y,": "foreign
                             minister of Y" */
    uint8_t type;         /* enum nr_type */
    uint8_t kind;         /* enum nr_mention_kind; only names so far */
};

enum nr_gender_basis { NR_BASIS_NONE, NR_BASIS_PRONOUN, NR_BASIS_TITLE, NR_BASIS_NAME };
extern const char *const nr_basis_names[4]; /* NULL, "pronoun", "title", "name" */

struct nr_entity {
    struct nr_chars
        name; /* canonical: the fullest form, or the lexicon's ("United States") */
    struct nr_span role; /* as the article gives it, honorifics cut: "Secretary of State";
                            or empty */
    uint32_t first_mention; /* chain through nr_mention.next, in reading order */
    uint32_t last_mention;
    uint32_t mentions;
    uint32_t
        first_role; /* the latest of its roles: chain through nr_role.next; or NR_NONE */
    uint8_t type;   /* enum nr_type */
    uint8_t gender; /* enum nr_gender: PERSON only */
    uint8_t gender_basis; /* enum nr_gender_basis */
    char country[3];      /* ISO 3166-1 alpha-2 or "" */
};

/* A role that a mention gave its person: "the foreign minister", before the name or after
 * it. */
struct nr_role {
    const struct nr_fact *fact; /* of the role noun: canonical "foreign minister" */
    uint32_t entity;
    uint32_t next;    /* an earlier role of the same entity, or NR_NONE */
    uint32_t mention; /* that gave it */
};

struct nr_entities {
    NR_LIST(struct nr_mention) mentions; /* in reading order */
    NR_LIST(struct nr_entity) entities;
    NR_LIST(struct nr_role) roles; /* in reading order */
    uint32_t *mention_of_token;    /* [tokens.count] index into mentions, or NR_NONE */
};

/* models: those that are missing are done without. */
enum nr_status nr_entities_find(struct nr_arena *arena, const struct nr_models *models,
                                const struct nr_text *text, struct nr_entities *entities);

/* The mention that a token is part of, or NULL. */
static inline const struct nr_mention *nr_mention_at(const struct nr_entities *entities,
                                                     uint32_t token)
{
    uint32_t mention = entities->mention_of_token[token];
    return mention == NR_NONE ? NULL : &entities->mentions.items[mention];
}

/* The Hammer, of Peter "The Hammer" Sandys; empty: the name has none in it. */
struct nr_span nr_nickname_in(const struct nr_text *text,
                              const struct nr_mention *mention);

/* The index of the first mention that begins at this token or after it; mentions.count:
 * none. */
uint32_t nr_mention_from(const struct nr_entities *entities, uint32_t token);

/* Whom a noun phrase means by role: "the Chinese president", "the foreign minister", "the
 * senator". first..end are its tokens; the answer is the entity named last before the
 * token before_token whose role fits (or body: "the ministry") and whose country does not
 * clash; NR_NONE: nobody. */
uint32_t nr_entity_of_role(const struct nr_text *text, const struct nr_entities *entities,
                           uint32_t first, uint32_t end, uint32_t before_token);

#endif
