/* speaker/stand_in.h: the nouns and pronouns that stand for somebody.
 *
 *     Maria Diaz resigned. The mayor said she was tired.     "The mayor", "she": Maria
 * Diaz
 *
 * Found in one walk through the article (meant.h), so that each may lean on those before
 * it. Names are in entities. */
#ifndef NR_SPEAKER_STAND_IN_H
#define NR_SPEAKER_STAND_IN_H

#include "quote/quote.h"
#include "tag/pos.h"

/* What decided; the order is that of nr_stand_in_rules. */
enum nr_stand_in_rule {
    NR_STAND_IN_NOBODY,     /* nothing: no entity */
    NR_STAND_IN_RANKED,     /* he, she, they: the likeliest of those on stage */
    NR_STAND_IN_GOES_ON,    /* he added: who spoke before */
    NR_STAND_IN_RELATIVE,   /* who: the phrase before it */
    NR_STAND_IN_APPOSITION, /* Maria Diaz, the mayor of Lund */
    NR_STAND_IN_PREDICATE,  /* Maria Diaz is the mayor of Lund */
    NR_STAND_IN_ROLE,       /* the mayor, later */
    NR_STAND_IN_BODY,       /* the ministry, later */
    NR_STAND_IN_SPEAKER,    /* I, inside somebody's words */
    NR_STAND_IN_ADDRESSEE,  /* you, inside them */
    NR_STAND_IN_RULE_COUNT
};
/* Each rule for README, tests and newsroom_rules: name, what it says, an example. */
extern const struct nr_stand_in_rule_row {
    const char *name;
    const char *meaning;
    const char *example;
} nr_stand_in_rules[NR_STAND_IN_RULE_COUNT];

struct nr_stand_in {
    uint32_t first; /* tokens */
    uint32_t end;
    uint32_t head;
    uint32_t entity; /* or NR_NONE */
    uint32_t noun;   /* of a pronoun: index of the reference that is the unnamed noun it
                        stands for; or NR_NONE */
    uint8_t kind;    /* NR_MENTION_NOMINAL or NR_MENTION_PRONOUN */
    uint8_t type;    /* enum nr_type; 0: unknown */
    uint8_t gender;  /* enum nr_gender, by the word itself */
    uint8_t rule;    /* enum nr_stand_in_rule */
    uint8_t sure;    /* in hundredths: how often such a decision is right */
};

/* What the article says of an entity, titles, nouns and pronouns together. */
struct nr_standing {
    struct nr_span role;  /* as the names give it; else as a noun does; or empty */
    uint8_t gender;       /* enum nr_gender: PERSON only */
    uint8_t gender_basis; /* enum nr_gender_basis */
};

struct nr_stand_ins {
    NR_LIST(struct nr_stand_in) all; /* by head */
    struct nr_standing *of;          /* [entities.count] */
};

/* What the walk reads. */
struct nr_script {
    const struct nr_text *text;
    const struct nr_tags *tags;
    const struct nr_entities *entities;
    const struct nr_quotes *quotes;
    struct nr_chars title; /* the headline, where it is stored apart; length 0: not */
};

/* The reference whose head is this token, or NULL. */
const struct nr_stand_in *nr_stand_in_at(const struct nr_stand_ins *references,
                                         uint32_t head);

#endif
