/* entity/name_view.h: what name_features.c, name_seen.c and name_places.c share. Not a
 * door: entity.h is. */
#ifndef NR_ENTITY_NAME_VIEW_H
#define NR_ENTITY_NAME_VIEW_H

#include "entity/name_features.h"
#include "tag/cluster.h"

/* Kinds of attribute. */
enum {
    A_WORD = 1,
    A_FORM,
    A_SHAPE,
    A_CLUSTER_4,
    A_CLUSTER_6,
    A_CLUSTER,
    A_LISTS,
    A_END_3,
    A_USE,
    A_END_4,
    A_BEGIN_2,
    A_BEGIN_3,
    A_BEGIN_4,
    A_COMPANY,
    A_SHAPES,
    A_CLUSTER_BEFORE,
    A_CLUSTER_AFTER,
    A_RUN_BEFORE,
    A_RUN_AFTER,
    A_RUN_LAST,
    A_RUN_FIRST,
    A_RUN_LAST_LISTS,
    A_RUN_AROUND,
    A_PHRASE,
    A_SENTENCE,
    A_SENTENCE_USE,
    A_LINE,
    A_RULE,
    A_RULE_AROUND,
    A_PAGE,               /* and two more */
    A_VOICE = A_PAGE + 3, /* and two more */
};

enum {
    TYPE_WIDTH = 9,  /* attributes of a type, seen from all offsets */
    SELF_WIDTH = 24, /* of a type, seen from its place only */
    OWN_WIDTH = 15,
};

/* How a word is written; with the word it makes a type. */
enum { AS_LOWER, AS_CAPITAL, AS_UPPER, AS_MIXED, AS_COUNT };

/* How a sentence is written. */
enum { LINE_ORDINARY, LINE_UPPER, LINE_TITLE, LINE_SHORT, LINE_MOSTLY_CAPITAL };

struct line {
    uint8_t casing;
    uint8_t numbers; /* bucket */
};

/* What the article shows of a word. */
struct seen {
    uint32_t path;    /* its cluster; of words in sequences only */
    uint16_t inner;   /* capitals that their place does not explain */
    uint16_t company; /* enum company bits */
};

/* What a word is seen with. */
enum company {
    WITH_TITLE = 1 << 0,    /* Mr. Okoro */
    WITH_SPEECH = 1 << 1,   /* Okoro said */
    WITH_GENITIVE = 1 << 2, /* Okoro's */
    WITH_IN = 1 << 3,       /* in Lund */
    WITH_PLACE = 1 << 4,    /* Lund, Sweden */
    WITH_SUFFIX = 1 << 5,   /* Kelter Inc */
    WITH_GIVEN = 1 << 6,    /* Grace Okoro */
    WITH_SURNAME = 1 << 7,
    WITH_THE = 1 << 8,
    WITH_BRACKET = 1 << 9,
    WITH_AGE = 1 << 10, /* Okoro, 45 */
    WITH_NONE = 1 << 11,
    WITH_RIGHT = 1 << 12,
    WITH_LEFT = 1 << 13,
    COMPANIES = 14,
};

struct nr_name_view {
    struct nr_arena *arena;
    const struct nr_text *text;
    struct seen *seen;       /* [words.count] */
    struct line *lines;      /* [sentences.count] */
    uint32_t *kinds;         /* [tokens.count] of those in sequences */
    uint32_t *capital_kinds; /* [tokens.count] likewise; NR_NONE: in lower case */
    uint32_t *attributes;    /* [kind_count][TYPE_WIDTH] */
    uint32_t *self;          /* [capital_count][SELF_WIDTH] */
    uint32_t kind_count;
    uint32_t capital_count;
    uint32_t page;        /* how many tables and odd lines it has */
    uint32_t voice;       /* does it speak of I and you? */
    const uint8_t *rules; /* [tokens.count] labels */
    NR_LIST(struct nr_sequence) sequences;
};

enum { EDGE = 7 }; /* beyond the sentence */

/* Lists that say something of names. */
static const uint64_t telling_lists =
    NR_IN(preposition) | NR_IN(determiner) | NR_IN(speech_verb) | NR_IN(common_verb) |
    NR_IN(role_noun) | NR_IN(person_noun) | NR_IN(group_noun) | NR_IN(body_noun) |
    NR_IN(honorific) | NR_IN(name_suffix) | NR_IN(name_particle) | NR_IN(given_name) |
    NR_IN(surname) | NR_IN(country) | NR_IN(demonym) | NR_IN(city) | NR_IN(region) |
    NR_IN(organisation) | NR_IN(org_suffix) | NR_IN(org_head) | NR_IN(facility_head) |
    NR_IN(place_head) | NR_IN(event_head) | NR_IN(law_head) | NR_IN(norp) | NR_IN(thing) |
    NR_IN(month) | NR_IN(weekday) | NR_IN(common_word) | NR_IN(credit_word) |
    NR_IN(document_noun) | NR_IN(cue_noun);

static inline uint32_t way_of(const struct nr_text *text, uint32_t t)
{
    switch (text->tokens.items[t].shape) {
    case NR_SHAPE_CAPITAL:
        return AS_CAPITAL;
    case NR_SHAPE_UPPER:
        return AS_UPPER;
    case NR_SHAPE_MIXED:
        return AS_MIXED;
    default:
        return AS_LOWER;
    }
}

static inline struct seen *seen_at(const struct nr_name_view *view, uint32_t t)
{
    return &view->seen[view->text->tokens.items[t].word];
}

static inline char first_byte(const struct nr_text *text, uint32_t t)
{
    return text->bytes[text->tokens.items[t].begin];
}

static inline uint32_t bucket(uint32_t count)
{
    return count > 5 ? 4 : count > 2 ? 3 : count;
}

/* name_seen.c: fills what the view sees of the article as a whole. */
bool nr_name_view_see(struct nr_name_view *view);

/* name_features.c: which marks, and whether figures, a token has: bits. */
uint32_t nr_name_signs(const struct nr_text *text, uint32_t t);

/* What kind of letters and marks a token is made of. */
static inline uint32_t shape_of(const struct nr_text *text, uint32_t t)
{
    const struct nr_token *token = &text->tokens.items[t];
    uint32_t length = token->end - token->begin;
    if (token->shape >= NR_SHAPE_MARK) {
        return 0x1000u + (unsigned char)first_byte(text, t);
    }
    uint32_t signs = text->words.items[token->word].plain ? 0 : nr_name_signs(text, t);
    return (uint32_t)token->shape << 16 | signs << 4 | (length > 4 ? 4 : length);
}

/* name_seen.c: would any word have a capital here? */
bool nr_name_first_by_place(const struct nr_text *text, uint32_t t);

/* name_places.c: what is seen from places only, as tag/ asks for it. */
nr_describe nr_name_places_describe;

#endif
