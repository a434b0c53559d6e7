/* lexicon/lexicon.h: what is known of words before any article is read.
 *
 * The lists are plain text (lexicon/lists/, one fact a line, sections in brackets);
 * lexicon2c turns them into read-only tables at build time. A form is looked up folded
 * (lower case, see text/fold.h); a form listed with a capital counts only where the
 * article writes one, a form listed in capitals (US, WHO) only where the article does:
 * see enum nr_casing.
 *
 * List file syntax, UTF-8:
 *     # comment; the first lines name source and licence
 *     [country]                                     the list: NR_LIST_COUNTRY, all that
 * follows United States|US|U.S.|Estados Unidos<TAB>type=GPE country=US
 *     say|says|said|said|saying<TAB>act=say flags=that,speech      (verbs: base, third,
 * past, participle, ing; only the base where lexicon2c can inflect) The first form is the
 * canonical one. Keys: type, gender (f, m, n, u), act, country, lang (en,es), flags
 * (names of enum nr_flag in lower case).
 */
#ifndef NR_LEXICON_LEXICON_H
#define NR_LEXICON_LEXICON_H

#include "base/map.h"
#include "lexicon/facts.h"

#include <stddef.h>

/* Order: as in the X list; a word's lists are a bit set, so at most 64. The sections of
 * the list files must be these names; lexicon2c refuses others. */
#define NR_LISTS(X)                                                                      \
    X(determiner)   /* the, a, this, its, several, every */                              \
    X(preposition)  /* of, with, after */                                                \
    X(pronoun)      /* he (gender=m flags=subject), her, they, it, who */                \
    X(conjunction)  /* and, but, or, nor */                                              \
    X(subordinator) /* because, if, although, since, while */                            \
    X(relative)     /* who, which, that, whose, where, when */                           \
    X(auxiliary)    /* is, was, has, had, did, been, being */                            \
    X(modal)        /* will, would, could, may, must */                                  \
    X(negation)     /* not, n't, never, no */                                            \
    X(adverb)       /* also, later, repeatedly, then: may stand between name and verb */ \
    X(common_verb)  /* frequent verbs' forms that are no cues: went, made, received */   \
    X(speech_verb)  /* cues: act, frames, form */                                        \
    X(cue_phrase)   /* according to, in the words of, per */                             \
    X(cue_noun)     /* claim, statement, warning: "his claim that C" */                  \
    X(role_noun)    /* president, spokesman (gender=m), chief executive */               \
    X(person_noun)  /* man, resident, mother: an unnamed individual */                   \
    X(group_noun)   /* officials, police, experts, critics */                            \
    X(document_noun) /* report, study, lawsuit, letter, poll */                          \
    X(body_noun)     /* ministry, company, government, campaign, party, court */         \
    X(honorific)     /* Mr, Ms, Sir, Dr, Lady (gender) */                                \
    X(name_suffix)   /* Jr., Sr., III, MP, QC */                                         \
    X(name_particle) /* de, van, von, al, bin, der, la */                                \
    X(given_name)    /* gender */                                                        \
    X(surname)                                                                           \
    X(country)       /* type, country */                                                 \
    X(demonym)       /* Chinese: type=NORP country=CN; canonical is the word itself */   \
    X(city)          /* type=GPE country */                                              \
    X(region)        /* states, provinces, continents, seas: type GPE or LOC, country */ \
    X(organisation)  /* United Nations|UN: type=ORG, country where it has one */         \
    X(org_suffix)    /* Inc, Corp, Ltd, plc, GmbH */                                     \
    X(org_head)      /* University, Ministry, Bank, Party, Committee */                  \
    X(facility_head) /* Airport, Bridge, Stadium, Hall: type=FAC */                      \
    X(place_head)    /* River, Mountains, Sea, Island, County: type LOC or GPE */        \
    X(event_head)    /* Olympics, Cup, War, Festival: type=EVENT */                      \
    X(law_head)      /* Act, Treaty, Constitution, Amendment: type=LAW */                \
    X(norp)          /* Republican, Muslim, Democrats: type=NORP */                      \
    X(thing)         /* known products, events, works, facilities: type */               \
    X(month)                                                                             \
    X(weekday)                                                                           \
    X(number_word)   /* one, two, million */                                             \
    X(abbreviation)  /* Mr., Gen., vs., a.m. with the dot; flags=never_ends */           \
    X(common_word)   /* words that are capitalised only by their place */                \
    X(joined_prefix) /* non, re, anti, co: "non-lexical" stays one token */              \
    X(language_word) /* function words of each language: lang=en,es */                   \
    X(byline_word)   /* by, por, par */                                                  \
    X(credit_word)   /* photo, photograph, AFP, Reuters, Getty, foto */                  \
    X(work_noun)     /* film, book, song: what carries a title */                        \
    X(work_person)   /* star, host, cast: of a work named right before */                \
    X(broadcaster)   /* CNN: in CNN's "Title", not its words */                          \
    X(date_en)       /* what dates are made of: see NR_UNSEEN_LISTS, date/part.h */      \
    X(date_es)                                                                           \
    X(date_fr)                                                                           \
    X(value_en) /* what amounts are made of: likewise, value/word.h */                   \
    X(value_es)                                                                          \
    X(value_fr)

enum nr_list {
#define NR_LIST_ENUM(name) NR_LIST_##name,
    NR_LISTS(NR_LIST_ENUM)
#undef NR_LIST_ENUM
        NR_LIST_COUNT
};

/* A set of lists: NR_IN(city) | NR_IN(country). */
#define NR_IN(name) (UINT64_C(1) << NR_LIST_##name)

/* Asked for fact by fact, by date/ and value/ alone: these are in no set of lists, so
 * that models, which see what lists a word is in, do not see them. */
#define NR_UNSEEN_LISTS                                                                  \
    (NR_IN(date_en) | NR_IN(date_es) | NR_IN(date_fr) | NR_IN(value_en) |                \
     NR_IN(value_es) | NR_IN(value_fr))

enum nr_casing {
    NR_CASING_ANY,     /* listed in lower case: matches however it is written */
    NR_CASING_CAPITAL, /* listed with a capital: the article must have one */
    NR_CASING_UPPER,   /* listed all in capitals: so must it be in the article */
    NR_CASING_COUNT
};

/* One line of a list, for one form. The tables hold offsets instead of pointers, so that
 * loading the library relocates nothing. An offset counts from the start of the struct
 * that holds it: point at facts and lexemes, never copy one. */
struct nr_fact {
    int32_t canonical;  /* ask nr_fact_canonical() */
    uint16_t flags;     /* enum nr_flag */
    uint16_t languages; /* bits 1 << enum nr_language; language_word, and verbs that are
                           not English */
    uint8_t list;       /* enum nr_list */
    uint8_t type;       /* enum nr_type */
    uint8_t gender;     /* enum nr_gender */
    uint8_t act;        /* enum nr_act */
    uint8_t casing;     /* enum nr_casing */
    char country[3];    /* ISO 3166-1 alpha-2 or "" */
};

/* All that is known of one form. */
struct nr_lexeme {
    int32_t facts; /* ask nr_lexeme_facts() */
    int32_t lists; /* ask nr_lexeme_lists() */
    uint32_t key;  /* where the built-in table keeps the form */
    uint16_t fact_count;
    uint8_t phrase_tokens; /* longest listed phrase that begins with this word, in tokens;
                              0: none */
};

/* The line's first form, as listed, ended by 0; for verbs the lemma. */
static inline const char *nr_fact_canonical(const struct nr_fact *fact)
{
    return (const char *)fact + fact->canonical;
}

/* [fact_count], in order of list; within a list those that ask least of the casing first.
 */
static inline const struct nr_fact *nr_lexeme_facts(const struct nr_lexeme *lexeme)
{
    return (const struct nr_fact *)(const void *)((const char *)lexeme + lexeme->facts);
}

/* The lists that this form is in with exactly this casing: a bit set, NR_IN(...). */
static inline uint64_t nr_lexeme_lists(const struct nr_lexeme *lexeme,
                                       enum nr_casing casing)
{
    const char *sets = (const char *)lexeme + lexeme->lists;
    return ((const uint64_t *)(const void *)sets)[casing];
}

/* How many forms the lists have, and each of them, for whoever shows what this library
 * knows. */
struct nr_listed {
    const struct nr_lexeme *lexeme;
    const char *form; /* folded, but for ASCII capitals */
};
uint32_t nr_lexicon_size(void);
struct nr_listed nr_lexicon_at(uint32_t index); /* in no order */

/* The lexeme of a folded form, or NULL. Phrases are looked up with their folded tokens
 * joined by one space, tokens as text/ cuts them ("prime minister", "u.s.", "xi 's",
 * "well - known"). */
const struct nr_lexeme *nr_lexicon_find(const char *folded, size_t length);
/* The same with the form's nr_hash() at hand. */
const struct nr_lexeme *nr_lexicon_find_hashed(const char *folded, size_t length,
                                               uint32_t hash);

/* A form that is one of many to be found at once. */
struct nr_sought {
    const char *folded;
    uint32_t length;
    uint32_t hash;                 /* nr_hash() of it */
    const struct nr_lexeme *found; /* set; NULL: in no list */
};
/* The lexemes of many forms, much faster than one by one. */
void nr_lexicon_find_all(struct nr_sought *sought, uint32_t count);

/* What two words that begin a phrase have in a set of such pairs, by their nr_hash(). */
static inline uint32_t nr_pair_hash(uint32_t first, uint32_t second)
{
    uint32_t mixed = (first ^ second * 0x9E3779B1u) * 0x85EBCA6Bu;
    return mixed ^ mixed >> 15;
}

static inline bool nr_pair_in(const uint32_t *set, uint32_t bits, uint32_t pair)
{
    uint32_t bit = pair & (bits - 1);
    return (set[bit / 32] >> bit % 32 & 1) != 0;
}

static inline void nr_pair_put(uint32_t *set, uint32_t bits, uint32_t pair)
{
    uint32_t bit = pair & (bits - 1);
    set[bit / 32] |= UINT32_C(1) << bit % 32;
}

/* The fact of this lexeme in this list, or NULL: the first that asks for no more than
 * written, which is how the article writes the word (NR_CASING_UPPER: all in capitals, so
 * any fact will do). */
const struct nr_fact *nr_lexeme_fact_as(const struct nr_lexeme *lexeme, enum nr_list list,
                                        enum nr_casing written);
/* The same whatever the casing. */
const struct nr_fact *nr_lexeme_fact(const struct nr_lexeme *lexeme, enum nr_list list);

enum { NR_OWN_PAIRS = 1024 }; /* a power of two */

/* What the user brings for one article (article_options): in the shape of the built-in
 * lists. */
struct nr_own_words {
    struct nr_map index;               /* folded form -> index into lexemes */
    const struct nr_lexeme *lexemes;   /* [index.count] */
    uint32_t pairs[NR_OWN_PAIRS / 32]; /* a set of how phrases begin */
};

/* One form that the user brings, as a line of a list would say it. */
struct nr_own_line {
    struct nr_chars folded;    /* tokens joined by one space, folded */
    struct nr_chars canonical; /* as the user writes it */
    enum nr_list list;
    enum nr_casing casing;
    enum nr_type type;
    enum nr_gender gender;
    enum nr_act act;
    uint16_t flags;
    char country[3];
};
/* Puts lines (in any order; one form may have several) into the shape that is looked up.
 * The bytes of folded must live as long as the arena, canonical is copied. NULL on
 * failure. */
const struct nr_own_words *nr_own_words_make(struct nr_arena *arena,
                                             const struct nr_own_line *lines,
                                             uint32_t count);

/* Own words first, then the built-in lists: what the user says of a form hides what the
 * lists say. phrase_tokens counts own and built-in phrases. own may be NULL. */
const struct nr_lexeme *nr_words_find(const struct nr_own_words *own, const char *folded,
                                      size_t length);
const struct nr_lexeme *nr_words_find_hashed(const struct nr_own_words *own,
                                             const char *folded, size_t length,
                                             uint32_t hash);

/* May a listed phrase begin with these two words? Most that do not are turned away
 * without a look-up; a yes is no promise. */
bool nr_phrase_may_begin(const struct nr_own_words *own, uint32_t first_hash,
                         uint32_t second_hash);

#endif
