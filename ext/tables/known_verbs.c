/* tables/known_verbs.c: newsroom_verbs: which words introduce speech, and what do they
 * make of it?
 *
 *     denied | deny | verb | deny | en | past | takes_that 1 ...
 *
 * All forms of the lists' speech verbs, phrases ("according to") and nouns ("claim"), as
 * they were compiled in. A row's place is its number in the lexicon, where other words
 * stand between; a form that is in two lists (claim: verb and noun) is the verb's row. */
#include "lexicon/lexicon.h"
#include "tables/listing.h"

static const struct kind {
    enum nr_list list;
    const char *name;
} kinds[] = {
    {NR_LIST_speech_verb, "verb"},
    {NR_LIST_cue_phrase, "phrase"},
    {NR_LIST_cue_noun, "noun"},
};
enum { KINDS = sizeof kinds / sizeof kinds[0] };

/* Its fact as a cue and which kind that is; NULL: it is none. */
static const struct nr_fact *cue_at(uint32_t place, const struct kind **kind)
{
    const struct nr_lexeme *lexeme = nr_lexicon_at(place).lexeme;
    const struct nr_fact *fact = NULL;
    for (int i = 0; i < KINDS && fact == NULL; i++) {
        *kind = &kinds[i];
        fact = nr_lexeme_fact(lexeme, kinds[i].list);
    }
    return fact;
}

static const struct nr_fact *fact_at(uint32_t place)
{
    const struct kind *kind;
    return cue_at(place, &kind);
}

static uint32_t next(uint32_t place)
{
    while (place < nr_lexicon_size() && fact_at(place) == NULL) {
        place++;
    }
    return place < nr_lexicon_size() ? place : NR_NONE;
}

static struct nr_cell form(uint32_t place)
{
    return nr_cell_word(nr_lexicon_at(place).form);
}

static struct nr_cell verb(uint32_t place)
{
    return nr_cell_word(nr_fact_canonical(fact_at(place)));
}

static struct nr_cell kind_of(uint32_t place)
{
    const struct kind *kind;
    cue_at(place, &kind);
    return nr_cell_word(kind->name);
}

static struct nr_cell act(uint32_t place)
{
    return nr_cell_word(nr_act_names[fact_at(place)->act]);
}

/* Lists name the language where it is not English. */
static struct nr_cell language(uint32_t place)
{
    uint16_t spoken = fact_at(place)->languages;
    int first = NR_LANGUAGE_EN;
    for (int i = NR_LANGUAGE_COUNT - 1; i > NR_LANGUAGE_NONE; i--) {
        first = (spoken >> i & 1) != 0 ? i : first;
    }
    return nr_cell_word(nr_language_names[first]);
}

/* A form may be two at once ("said"): the first of these. */
static struct nr_cell inflection(uint32_t place)
{
    static const struct {
        uint16_t flag;
        const char *name;
    } forms[] = {
        {NR_FLAG_BASE, "base"}, {NR_FLAG_THIRD, "third"},
        {NR_FLAG_PAST, "past"}, {NR_FLAG_PARTICIPLE, "participle"},
        {NR_FLAG_ING, "ing"},
    };
    const struct kind *kind;
    const struct nr_fact *fact = cue_at(place, &kind);
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        if (kind == &kinds[0] && (fact->flags & forms[i].flag) != 0) {
            return nr_cell_word(forms[i].name);
        }
    }
    return nr_cell_null();
}

static struct nr_cell flag(uint32_t place, enum nr_flag flag)
{
    return nr_cell_number((fact_at(place)->flags & flag) != 0);
}

#define FLAG(name, flag_of)                                                              \
    static struct nr_cell name(uint32_t place)                                           \
    {                                                                                    \
        return flag(place, flag_of);                                                     \
    }
FLAG(takes_that, NR_FLAG_THAT)
FLAG(takes_addressee, NR_FLAG_TO)
FLAG(takes_infinitive, NR_FLAG_INFINITIVE)
FLAG(takes_object, NR_FLAG_OBJECT)
FLAG(aloud, NR_FLAG_SPEECH)
FLAG(written, NR_FLAG_DOCUMENT)
FLAG(attitude, NR_FLAG_ATTITUDE)
FLAG(ambiguous, NR_FLAG_AMBIGUOUS)

static const struct nr_listing_column columns[] = {
    {"form", "TEXT", form, true},
    {"verb", "TEXT", verb, false},
    {"kind", "TEXT", kind_of, false},
    {"act", "TEXT", act, false},
    {"language", "TEXT", language, false},
    {"inflection", "TEXT", inflection, false},
    {"takes_that", "INTEGER", takes_that, false},
    {"takes_addressee", "INTEGER", takes_addressee, false},
    {"takes_infinitive", "INTEGER", takes_infinitive, false},
    {"takes_object", "INTEGER", takes_object, false},
    {"aloud", "INTEGER", aloud, false},
    {"written", "INTEGER", written, false},
    {"attitude", "INTEGER", attitude, false},
    {"ambiguous", "INTEGER", ambiguous, false},
};

const struct nr_listing nr_listing_verbs = {
    .name = "newsroom_verbs",
    .columns = columns,
    .column_count = (int)(sizeof columns / sizeof columns[0]),
    .next = next,
    .typical = 3000.0,
};
