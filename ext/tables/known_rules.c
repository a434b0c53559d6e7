/* tables/known_rules.c: newsroom_rules: which rules decide who speaks and what a date
 * means?
 *
 *     colon | speaker | - | The mayor was blunt: "No."
 *
 * Rules of speakers are those that extract_quotes() names in its column rule. Those of
 * dates are not shown by article_dates(), but can be looked at here. First the ones, then
 * the others, each in the order in which they are tried. */
#include "date/date.h"
#include "quote/quote.h"
#include "tables/listing.h"

static bool is_date(uint32_t place)
{
    return place >= nr_rule_count;
}

static struct nr_date_example date_at(uint32_t place, enum nr_language *language)
{
    return nr_date_rule_at(place - nr_rule_count, language);
}

static uint32_t next(uint32_t place)
{
    return place < nr_rule_count + nr_date_rule_count() ? place : NR_NONE;
}

static struct nr_cell rule(uint32_t place)
{
    enum nr_language language;
    return nr_cell_word(is_date(place) ? date_at(place, &language).name
                                       : nr_rules[place].name);
}

static struct nr_cell decides(uint32_t place)
{
    return nr_cell_word(is_date(place) ? "date" : "speaker");
}

static struct nr_cell language(uint32_t place)
{
    enum nr_language spoken = NR_LANGUAGE_NONE;
    if (is_date(place)) {
        date_at(place, &spoken);
    }
    return nr_cell_word(nr_language_names[spoken]);
}

static struct nr_cell example(uint32_t place)
{
    enum nr_language language;
    return nr_cell_word(is_date(place) ? date_at(place, &language).example
                                       : nr_rules[place].example);
}

static const struct nr_listing_column columns[] = {
    {"rule", "TEXT", rule, false},
    {"decides", "TEXT", decides, false},
    {"language", "TEXT", language, false},
    {"example", "TEXT", example, false},
};

const struct nr_listing nr_listing_rules = {
    .name = "newsroom_rules",
    .columns = columns,
    .column_count = (int)(sizeof columns / sizeof columns[0]),
    .next = next,
    .typical = 100.0,
};
