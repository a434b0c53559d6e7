/* speaker/unnamed.c: what kind of speaker is a phrase without a name?
 *
 *     a senior official            PERSON, head "official"
 *     70 percent of the traders    GROUP, head "traders": what is counted speaks
 *     the 22-year-old              PERSON
 *     some                         GROUP
 *
 * Knowingly wrong: "a number of delays" speak as a document would. */
#include "speaker/unnamed.h"

#include "quote/word_class.h"

enum { COUNTED_REACH = 12 }; /* tokens from the "of" to what is counted */

/* The kinds of nouns that speak without a name, and what a speaker of that kind is. */
static const struct {
    enum nr_list list;
    enum nr_type type;
} noun_types[] = {
    {NR_LIST_role_noun, NR_TYPE_PERSON}, {NR_LIST_person_noun, NR_TYPE_PERSON},
    {NR_LIST_group_noun, NR_TYPE_GROUP}, {NR_LIST_document_noun, NR_TYPE_DOCUMENT},
    {NR_LIST_body_noun, NR_TYPE_ORG},
};

/* Words that count others. members: alone, they stand for those counted. */
static const struct {
    const char *word;
    bool members;
} counting[] = {
    {"all", true},      {"both", true},        {"cent", false},     {"couple", false},
    {"dozens", true},   {"few", true},         {"half", true},      {"handful", false},
    {"hundreds", true}, {"lot", false},        {"majority", false}, {"many", true},
    {"most", true},     {"number", false},     {"others", true},    {"pct", false},
    {"percent", false}, {"percentage", false}, {"%", false},        {"proportion", false},
    {"quarter", false}, {"quarters", false},   {"several", true},   {"slew", false},
    {"some", true},     {"third", false},      {"thirds", false},   {"thousands", true},
    {"three", true},    {"two", true},
};

/* Does the word count others? */
static bool counts(const struct nr_reading *r, uint32_t t, bool *members)
{
    for (uint32_t i = 0; i < sizeof counting / sizeof counting[0]; i++) {
        if (nr_word_is(r, t, counting[i].word)) {
            *members = counting[i].members;
            return true;
        }
    }
    *members = false;
    return nr_shape_of(r, t) == NR_SHAPE_NUMBER;
}

/* The head of "the traders" in "most of the traders", or the counting word itself. */
static uint32_t counted(const struct nr_reading *r, struct nr_phrase phrase)
{
    uint32_t of = phrase.head + 1;
    if (of + 1 >= phrase.end || !nr_word_is(r, of, "of")) {
        return phrase.head;
    }
    uint32_t end = phrase.end < of + COUNTED_REACH ? phrase.end : of + COUNTED_REACH;
    struct nr_phrase those = nr_phrase_after(r, of + 1, end, false);
    return nr_phrase_none(those) ? phrase.head : those.head;
}

/* The old of "a 22-year-old". */
static bool is_age(const struct nr_reading *r, uint32_t t)
{
    return t >= 3 && nr_word_is(r, t, "old") && nr_is_joiner(r, t - 1) &&
           nr_word_is(r, t - 2, "year");
}

static void read_noun(const struct nr_reading *r, struct nr_unnamed *unnamed)
{
    for (uint32_t i = 0; i < sizeof noun_types / sizeof noun_types[0]; i++) {
        const struct nr_fact *fact =
            nr_token_fact(r->text, unnamed->head, noun_types[i].list);
        if (fact == NULL) {
            continue;
        }
        unnamed->type = (uint8_t)noun_types[i].type;
        bool plural = (fact->flags & NR_FLAG_PLURAL) != 0;
        if (unnamed->type == NR_TYPE_PERSON && plural) {
            unnamed->type = NR_TYPE_GROUP;
        } else if (unnamed->type == NR_TYPE_PERSON) {
            unnamed->gender = fact->gender;
        }
        return;
    }
}

struct nr_unnamed nr_unnamed_of(const struct nr_reading *r, struct nr_phrase phrase)
{
    struct nr_unnamed unnamed = {.head = phrase.head};
    bool members = false;
    bool count = counts(r, phrase.head, &members) || nr_word_is(r, phrase.head, "one");
    unnamed.head = count ? counted(r, phrase) : phrase.head;
    read_noun(r, &unnamed);
    if (unnamed.type == NR_TYPE_GROUP && nr_word_is(r, phrase.head, "one")) {
        unnamed.type = NR_TYPE_PERSON;
    }
    bool name = nr_mention_of(r, unnamed.head) != NULL; /* "half of the Norlanders" */
    if (unnamed.type == 0 && is_age(r, unnamed.head)) {
        unnamed.type = NR_TYPE_PERSON;
    } else if (unnamed.type == 0 && (members || (count && name))) {
        unnamed.type = NR_TYPE_GROUP;
    }
    return unnamed;
}
