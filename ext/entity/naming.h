/* entity/naming.h: what the files of this room share while they work. Not a door:
 * entity.h is.
 *
 *     naming.c   the begin, and mentions of names
 *     capital.c  which capital letters mean a name           -> capital[token]
 *     rules.c    what the rules below, alone, call each token
 *     label.c    which tokens are names, as was learned      -> labels[token]
 *     run.c      how far a name may reach from one of them
 *     cut.c      runs cut into names, each with a first guess
 *     start.c    where a name starts
 *     labelled.c labels become names
 *     names.c    all sentences                               -> names, forms
 *     title.c    what stands before a name and after it
 *     clue.c     what the words around a name say of it
 *     type.c     what sort of thing each form is, by all its uses in the article
 *     nickname.c whose nicknames stand between marks
 *     join.c     which names are one entity
 *
 * A form is one way of writing a name; "Blinken" and "Antony Blinken" are two. All that
 * is learned of a form at one place holds at all places: the same word gets the same
 * type, unless contradicted.
 */
#ifndef NR_ENTITY_NAMING_H
#define NR_ENTITY_NAMING_H

#include "entity/entity.h"
#include "tag/model.h"

/* Lists that name one thing in the world. */
#define NR_NAMED                                                                         \
    (NR_IN(country) | NR_IN(demonym) | NR_IN(city) | NR_IN(region) |                     \
     NR_IN(organisation) | NR_IN(norp) | NR_IN(thing))

/* Words that are no part of a name, however they are written. */
#define NR_FUNCTION                                                                      \
    (NR_IN(determiner) | NR_IN(preposition) | NR_IN(pronoun) | NR_IN(conjunction) |      \
     NR_IN(subordinator) | NR_IN(relative) | NR_IN(auxiliary) | NR_IN(modal) |           \
     NR_IN(negation))

/* Words that have a capital by their place only. */
#define NR_PLAIN                                                                         \
    (NR_FUNCTION | NR_IN(adverb) | NR_IN(common_verb) | NR_IN(speech_verb) |             \
     NR_IN(common_word) | NR_IN(number_word) | NR_IN(group_noun) | NR_IN(person_noun) |  \
     NR_IN(document_noun) | NR_IN(body_noun) | NR_IN(cue_noun) | NR_IN(month) |          \
     NR_IN(weekday))

/* Words that end (or, before "of", head) the name of a body, a place, a thing. */
#define NR_HEADS                                                                         \
    (NR_IN(org_head) | NR_IN(facility_head) | NR_IN(place_head) | NR_IN(event_head) |    \
     NR_IN(law_head))

enum nr_capital { NR_CAPITAL_NO, NR_CAPITAL_MAYBE, NR_CAPITAL_YES };

enum nr_case { NR_CASE_ORDINARY, NR_CASE_TITLE, NR_CASE_UPPER }; /* of a sentence */

/* What the votes are about. */
enum nr_sort_of_name {
    NR_IS_PERSON,
    NR_IS_ORG,
    NR_IS_PLACE,
    NR_IS_NORP,
    NR_IS_THING,
    NR_IS_COUNT
};

struct nr_form {
    const uint32_t
        *words; /* [word_count] as nr_naming.same gives them; no marks, no suffix */
    const struct nr_fact *fact; /* what a list knows of the whole name, or NULL */
    uint32_t first_name;        /* index into names: where it stands first */
    uint32_t group;  /* where all of its mentions are one entity; else NR_NONE */
    uint32_t bearer; /* form of the full name that has it as a nickname, or NR_NONE */
    int16_t votes[NR_IS_COUNT]; /* by lists and shape */
    int8_t heard[NR_IS_COUNT];  /* by the clues around its mentions */
    uint8_t fine[NR_IS_COUNT];  /* enum nr_type: which, should this sort win */
    uint8_t word_count;
    uint8_t type;      /* enum nr_type, when decided */
    bool titled;       /* somebody has a title before it */
    bool with_article; /* a nickname that begins with one */
};

/* A name where it stands: becomes the mention of the same index. */
struct nr_name {
    uint32_t first; /* tokens */
    uint32_t end;
    uint32_t form;
    const struct nr_fact *role; /* the role before or after it, or NULL */
    uint8_t gender;             /* enum nr_gender, by title or role: Mr., spokeswoman */
    bool titled;                /* a person for certain: Mr., President */
    bool roled;                 /* a role or honorific stands before or after it */
    bool role_before;           /* its title is more than an honorific */
    bool labelled;              /* found by label.c: sort is known */
    uint8_t sort;               /* enum nr_name_sort */
};

/* What is known of a word type as this article uses it. */
struct nr_use {
    uint32_t inner; /* tokens with a capital that their place does not explain */
    uint32_t
        same; /* the word type without accents and full stop: Erdoğan = Erdogan, J. = J */
    uint32_t form;   /* the form that is this word alone, or NR_NONE */
    uint8_t longest; /* words of the longest form that begins with it */
    bool family;     /* the last word of a person's full name */
};

struct nr_names {
    struct nr_name *items;
    uint32_t count;
    uint32_t capacity;
};

struct nr_naming {
    struct nr_arena *arena; /* of the work: closed at the end */
    struct nr_arena *kept;  /* of the article: what out points to */
    const struct nr_text *text;
    const struct nr_models *models;
    struct nr_entities *out;
    uint8_t *labels;       /* [tokens.count] see name_features.h; NULL: no model */
    uint8_t *capital;      /* [tokens.count] enum nr_capital */
    uint8_t *casing;       /* [sentences.count] enum nr_case */
    struct nr_use *uses;   /* [words.count] */
    struct nr_names names; /* in reading order */
    NR_LIST(struct nr_form) forms;
    struct nr_map
        form_index; /* the bytes of form.words -> index into forms; two words or more */
};

/* ---- Groups: entities on their way (join.c) ---- */

/* All that is one person, body, place or thing. */
struct nr_group {
    uint32_t form;   /* the fullest */
    uint32_t entity; /* its number, once a mention has been reached; NR_NONE */
    uint32_t latest; /* the last mention so far; NR_NONE */
    uint32_t bare;   /* how often it was named by surname or given name alone */
    const struct nr_fact *fact; /* the list's, for places, bodies and peoples */
    const struct nr_fact *role; /* the last role seen: persons */
    uint8_t gender;
    uint8_t gender_basis;
    uint8_t type;
};

/* A person may be called by this word. */
struct nr_call {
    uint32_t group;
    uint32_t next; /* call of the same word, or NR_NONE */
    uint8_t how;   /* enum nr_call_how */
};
enum nr_call_how { NR_CALL_MIDDLE, NR_CALL_GIVEN, NR_CALL_FAMILY };

struct nr_groups {
    NR_LIST(struct nr_group) all;
    NR_LIST(struct nr_call) calls;
    uint32_t *first_call;        /* [words.count] index into calls, or NR_NONE */
    struct nr_map by_name;       /* canonical names and acronyms -> group */
    uint16_t countries[26 * 26]; /* mentions that are surely of a country, by ISO code */
};

/* person.c: the group of each form of two words or more that names a person. */
bool nr_persons_group(struct nr_naming *naming, struct nr_groups *groups);
/* Whom a name of one word means here; made when nobody fits. NR_NONE on failure. */
uint32_t nr_person_called(struct nr_naming *naming, struct nr_groups *groups,
                          uint32_t name);
/* body.c: the group of each form that names something else. */
bool nr_bodies_group(struct nr_naming *naming, struct nr_groups *groups);
/* The group of the thing that a list has under this form's name, made when new. NR_NONE:
 * out of memory. */
uint32_t nr_group_by_fact(struct nr_naming *naming, struct nr_groups *groups,
                          uint32_t index);
/* naming.c: a new group, named by a form. NR_NONE: out of memory. */
uint32_t nr_group_add(struct nr_naming *naming, struct nr_groups *groups, uint32_t form,
                      enum nr_type type);

/* ---- The steps, in order. Each is one pass. ---- */

bool nr_naming_begin(struct nr_naming *naming);
bool nr_words_pair(struct nr_naming *naming); /* part of it */
bool nr_capitals_judge(struct nr_naming *naming);
bool nr_labels_find(struct nr_naming *naming);
bool nr_names_find(struct nr_naming *naming);
bool nr_mentions_make(struct nr_naming *naming);
bool nr_titles_find(struct nr_naming *naming);
bool nr_types_decide(struct nr_naming *naming);
bool nr_nicknames_find(struct nr_naming *naming);
bool nr_names_join(struct nr_naming *naming);

/* ---- What they ask each other ---- */

/* What the rules alone call each token, once capitals are judged: labels[tokens.count].
 */
bool nr_naming_rules(struct nr_naming *naming, uint8_t *labels);

/* Did the user bring this fact? */
bool nr_fact_is_own(const struct nr_text *text, const struct nr_fact *fact);

/* Where the run of name words that starts at t ends, at most at limit. */
uint32_t nr_run_end(const struct nr_naming *naming, uint32_t t, uint32_t limit);

/* home.c: the country that the words around a body's name say it is of, by ISO 3166-1;
 * "": none. */
const char *nr_body_country(const struct nr_text *text, uint32_t first, uint32_t end);

/* The role ("Secretary of State") or honorific that starts at t, as written; its end in
 * *end. */
const struct nr_fact *nr_role_at(const struct nr_text *text, uint32_t t, uint32_t *end);

/* Whose nickname the name is here: the form of a full name, or NR_NONE. */
uint32_t nr_nickname_bearer(const struct nr_naming *naming, uint32_t name);

/* The form of these tokens, made when new; NR_NONE on failure or when nothing in it is a
 * word. */
uint32_t nr_form_of(struct nr_naming *naming, uint32_t first, uint32_t end);
/* The form of these words, NR_NONE when there is none. */
uint32_t nr_form_find(const struct nr_naming *naming, const uint32_t *words,
                      uint32_t count);
/* The longest form known so far that starts at t; its end in *end. NR_NONE: none. */
uint32_t nr_form_at(const struct nr_naming *naming, uint32_t t, uint32_t limit,
                    uint32_t *end);

void nr_form_vote(struct nr_form *form, enum nr_sort_of_name sort, enum nr_type fine,
                  int weight);
enum nr_sort_of_name nr_sort_of_type(enum nr_type type);

static inline const struct nr_token *nr_token_at(const struct nr_naming *naming,
                                                 uint32_t t)
{
    return &naming->text->tokens.items[t];
}

/* The lists of a word however it is written. */
static inline uint64_t nr_lexeme_all_lists(const struct nr_lexeme *lexeme)
{
    return nr_lexeme_lists(lexeme, NR_CASING_ANY) |
           nr_lexeme_lists(lexeme, NR_CASING_CAPITAL) |
           nr_lexeme_lists(lexeme, NR_CASING_UPPER);
}

/* Does the token follow the one before without white space? */
static inline bool nr_token_glued(const struct nr_text *text, uint32_t t)
{
    return (text->tokens.items[t].flags & (NR_TOKEN_SPACE | NR_TOKEN_SENTENCE)) == 0;
}

/* Is it this one ASCII character? */
static inline bool nr_token_is_char(const struct nr_text *text, uint32_t t, char c)
{
    const struct nr_token *token = &text->tokens.items[t];
    return token->end - token->begin == 1 && text->bytes[token->begin] == c;
}

#endif
