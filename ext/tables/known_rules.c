/* tables/known_rules.c: newsroom_rules: which rules decide who speaks, whom a noun or
 * pronoun means and what a date means?
 *
 *     colon | speaker | - | who the sentence before a colon is about | The mayor was ...
 *
 * Rules of speakers and mentions are those that extract_quotes() and article_mentions()
 * name in their column rule. Those of dates are not shown by article_dates(), but can be
 * looked at here; they are named by their parts, so they have no meaning besides. First
 * speakers, then mentions, then dates, each in the order in which they are tried. */
#include "date/date.h"
#include "speaker/stand_in.h"
#include "tables/listing.h"

#include <string.h>

/* What each rule of speakers says; a test asks that none is missing. */
static const struct {
    const char *rule;
    const char *meaning;
} meanings[] = {
    {"interrupted", "the quote goes on behind its own cue: same speaker"},
    {"verb-before", "subject and reporting verb stand before the words"},
    {"told", "the same, and the verb has somebody who was told"},
    {"shared-subject", "a second verb without a subject of its own: the first one's"},
    {"verb-after", "subject and reporting verb follow the quote"},
    {"inverted", "the verb follows the quote, and the speaker the verb"},
    {"according-to", "the source that according to, or a phrase like it, names"},
    {"colon", "who the sentence that ends in a colon is about"},
    {"dash", "the name behind a dash that signs the quote"},
    {"plain-verb",
     "subject of the verb behind the quote, though it is no verb of speech"},
    {"possessive", "the owner of the quoted words: Ms Diaz's"},
    {"subject",
     "subject of the nearest verb before the words, though it reports nothing"},
    {"unsaid-subject",
     "Spanish, French: the verb has no subject, so who was spoken of last"},
    {"parenthesis", "speaker and verb stand between commas inside what is reported"},
    {"reported-after", "speaker and verb follow the sentence that is reported"},
    {"learned", "the models link words, cue and source, where no rule finds this source"},
    {"same-turn", "a quote by itself goes on with the speaker before it"},
    {"continued", "a paragraph that opens with a mark, the one before never closed"},
    {"introduced", "the subject of the words before the quote, which report nothing"},
    {"none", "nothing says who speaks"},
};

/* One rule, whatever it decides. */
struct known {
    const char *rule;
    const char *decides;
    const char *meaning; /* or NULL */
    const char *example;
    enum nr_language language;
};

static const char *meaning_of(const char *rule)
{
    for (size_t i = 0; i < sizeof meanings / sizeof meanings[0]; i++) {
        if (strcmp(meanings[i].rule, rule) == 0) {
            return meanings[i].meaning;
        }
    }
    return NULL;
}

/* A place counts rules of speakers, then those of mentions, then those of dates. */
static struct known known_at(uint32_t place)
{
    if (place < nr_rule_count) {
        return (struct known){nr_rules[place].name, "speaker",
                              meaning_of(nr_rules[place].name), nr_rules[place].example,
                              NR_LANGUAGE_NONE};
    }
    place -= nr_rule_count;
    if (place < NR_STAND_IN_RULE_COUNT) {
        const struct nr_stand_in_rule_row *row = &nr_stand_in_rules[place];
        return (struct known){row->name, "mention", row->meaning, row->example,
                              NR_LANGUAGE_NONE};
    }
    struct known known = {.decides = "date", .language = NR_LANGUAGE_NONE};
    struct nr_date_example date =
        nr_date_rule_at(place - NR_STAND_IN_RULE_COUNT, &known.language);
    known.rule = date.name;
    known.example = date.example;
    return known;
}

static uint32_t next(uint32_t place)
{
    uint32_t count = nr_rule_count + NR_STAND_IN_RULE_COUNT + nr_date_rule_count();
    return place < count ? place : NR_NONE;
}

static struct nr_cell rule(uint32_t place)
{
    return nr_cell_word(known_at(place).rule);
}

static struct nr_cell decides(uint32_t place)
{
    return nr_cell_word(known_at(place).decides);
}

static struct nr_cell language(uint32_t place)
{
    return nr_cell_word(nr_language_names[known_at(place).language]);
}

static struct nr_cell meaning(uint32_t place)
{
    return nr_cell_word(known_at(place).meaning);
}

static struct nr_cell example(uint32_t place)
{
    return nr_cell_word(known_at(place).example);
}

static const struct nr_listing_column columns[] = {
    {"rule", "TEXT", rule, false},         {"decides", "TEXT", decides, false},
    {"language", "TEXT", language, false}, {"meaning", "TEXT", meaning, false},
    {"example", "TEXT", example, false},
};

const struct nr_listing nr_listing_rules = {
    .name = "newsroom_rules",
    .columns = columns,
    .column_count = (int)(sizeof columns / sizeof columns[0]),
    .next = next,
    .typical = 100.0,
};
