/* lexicon/facts.h: the small vocabularies that every room shares: types, genders, acts,
 * languages. Each has one table of names as users read them (facts.c). */
#ifndef NR_LEXICON_FACTS_H
#define NR_LEXICON_FACTS_H

#include <stdint.h>

/* OntoNotes' entity types, then what only a speaker or a value can be. */
enum nr_type {
    NR_TYPE_NONE = 0,
    NR_TYPE_PERSON,
    NR_TYPE_NORP,
    NR_TYPE_FAC,
    NR_TYPE_ORG,
    NR_TYPE_GPE,
    NR_TYPE_LOC,
    NR_TYPE_PRODUCT,
    NR_TYPE_EVENT,
    NR_TYPE_WORK_OF_ART,
    NR_TYPE_LAW,
    NR_TYPE_LANGUAGE,
    NR_TYPE_DATE, /* values from here */
    NR_TYPE_TIME,
    NR_TYPE_MONEY,
    NR_TYPE_PERCENT,
    NR_TYPE_QUANTITY,
    NR_TYPE_ORDINAL,
    NR_TYPE_CARDINAL,
    NR_TYPE_GROUP, /* speakers only: "officials" */
    NR_TYPE_DOCUMENT,
    NR_TYPE_COUNT
};

enum nr_gender {
    NR_GENDER_NONE = 0, /* nothing said, or not a person */
    NR_GENDER_FEMALE,
    NR_GENDER_MALE,
    NR_GENDER_NONBINARY,
    NR_GENDER_UNKNOWN, /* a person, and nothing tells */
    NR_GENDER_COUNT
};

/* What a cue makes of the words: so that what was denied is never counted as said. */
enum nr_act {
    NR_ACT_NONE = 0,
    NR_ACT_SAY,
    NR_ACT_ASK,
    NR_ACT_ORDER,
    NR_ACT_PROMISE,
    NR_ACT_DENY,
    NR_ACT_DECLINE,
    NR_ACT_THINK,
    NR_ACT_FEEL,
    NR_ACT_SHOW,
    NR_ACT_COUNT
};

enum nr_language {
    NR_LANGUAGE_NONE = 0,
    NR_LANGUAGE_EN,
    NR_LANGUAGE_ES,
    NR_LANGUAGE_FR,
    NR_LANGUAGE_DE,
    NR_LANGUAGE_PT,
    NR_LANGUAGE_IT,
    NR_LANGUAGE_NL,
    NR_LANGUAGE_CA,
    NR_LANGUAGE_COUNT
};

extern const char *const nr_type_names[NR_TYPE_COUNT]; /* "PERSON"; [0] is NULL in each */
extern const char *const nr_gender_names[NR_GENDER_COUNT];     /* "female" */
extern const char *const nr_act_names[NR_ACT_COUNT];           /* "say" */
extern const char *const nr_language_names[NR_LANGUAGE_COUNT]; /* ISO 639-1: "en" */

/* What a fact's flags say; which apply depends on the list. */
enum nr_flag {
    /* speech_verb: the frames */
    NR_FLAG_THAT = 1u << 0, /* takes a that-clause, with or without "that": say, claim */
    NR_FLAG_TO = 1u << 1,   /* takes an addressee as object: tell, warn, ask */
    NR_FLAG_INFINITIVE = 1u << 2, /* takes to + verb: promise, urge (X) to, decline */
    NR_FLAG_OBJECT = 1u << 3,     /* takes a noun as content: condemn, praise, call for */
    NR_FLAG_SPEECH = 1u << 4,     /* out loud: say, add; not think, show */
    NR_FLAG_DOCUMENT = 1u << 5,   /* in writing: write, tweet, read */
    NR_FLAG_ATTITUDE = 1u << 6,   /* believe, hope, fear */
    NR_FLAG_AMBIGUOUS =
        1u << 7, /* as often something else: call, go, note, add, cite, see */
    /* speech_verb: the form of the word, set by lexicon2c */
    NR_FLAG_BASE = 1u << 8,
    NR_FLAG_THIRD = 1u << 9,       /* says */
    NR_FLAG_PAST = 1u << 10,       /* said, wrote */
    NR_FLAG_PARTICIPLE = 1u << 11, /* said, written */
    NR_FLAG_ING = 1u << 12,        /* saying */
    /* pronoun */
    NR_FLAG_SUBJECT = 1u << 0,
    NR_FLAG_OBJECTIVE = 1u << 1,
    NR_FLAG_POSSESSIVE = 1u << 2,
    NR_FLAG_REFLEXIVE = 1u << 3,
    NR_FLAG_FIRST = 1u << 4,  /* I, we */
    NR_FLAG_SECOND = 1u << 5, /* you */
    NR_FLAG_PLURAL = 1u << 6, /* pronoun and nouns */
    /* role_noun */
    NR_FLAG_TITLE = 1u << 0, /* stands right before a name: President, Sen. */
    NR_FLAG_UNIQUE =
        1u << 1, /* one a country or body: "the president", "the foreign minister" */
    /* abbreviation */
    NR_FLAG_NEVER_ENDS = 1u << 0, /* Mr., Gen.: no sentence ends here */
};

#endif
