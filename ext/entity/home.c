/* entity/home.c: which country is a body of, by the article's own words?
 *
 *     the French Finance Ministry, German carmaker Kelter      by the people before it
 *     the U.S. Senate, Norway's Orsk Oil                       by the country before it
 *     London-based Kelter, US-based Kelter Holdings            by where it is based
 *     Kelter, a German carmaker; Kelter, based in Oslo;
 *     Kelter of Norway; Kelter (Norway)                        by what follows
 *
 *     the Communist Party of Norway, French Cycling Federation by its name
 *
 * A country right before a name is its own only if it is written in letters (U.S., UK):
 * "Norway Orsk Oil" is two names in a headline. What the lists know of a body goes before
 * all this.
 *
 * Knowingly wrong: who is "in" a country is not of it; a team called by its country is
 * that country's anyway (type.c). */
#include "entity/naming.h"

#include <string.h>

#define NR_HOMES (NR_IN(demonym) | NR_IN(country) | NR_IN(city) | NR_IN(region))

/* The fact of the place or people whose words end before a token; where they begin in
 * *begin. */
static const struct nr_fact *home_before(const struct nr_text *text, uint32_t end,
                                         uint32_t floor, uint64_t lists, uint32_t *begin)
{
    enum { LONGEST = 4 }; /* Bosnia and Herzegovina, United Arab Emirates */
    for (uint32_t words = LONGEST; words > 1; words--) {
        uint32_t stop = 0;
        const struct nr_fact *fact =
            end >= floor + words ? nr_phrase_at(text, end - words, lists, &stop) : NULL;
        if (fact != NULL && stop == end) {
            *begin = end - words;
            return fact;
        }
    }
    if (end == floor) {
        return NULL;
    }
    *begin = end - 1;
    uint64_t in = nr_token_lists(text, end - 1) & lists;
    for (uint32_t list = 0; in >> list != 0; list++) {
        if ((in >> list & 1) != 0) {
            return nr_token_fact(text, end - 1, (enum nr_list)list);
        }
    }
    return NULL;
}

static const struct nr_fact *home_after(const struct nr_text *text, uint32_t t,
                                        uint32_t limit, uint64_t lists, uint32_t *end)
{
    const struct nr_fact *fact = nr_phrase_at(text, t, lists, end);
    if (fact != NULL && *end <= limit) {
        return fact;
    }
    *end = t + 1;
    uint32_t begin = 0;
    return t < limit ? home_before(text, t + 1, t, lists, &begin) : NULL;
}

/* Where the noun begins that says what the body is: "German carmaker Kelter". */
static uint32_t kind_before(const struct nr_text *text, uint32_t first, uint32_t floor)
{
    for (uint32_t words = 2; words > 0; words--) {
        uint32_t stop = 0;
        bool phrase =
            first >= floor + words &&
            nr_phrase_at(text, first - words, NR_IN(body_noun), &stop) != NULL &&
            stop == first;
        bool word =
            words == 1 && first > floor && nr_token_in(text, first - 1, NR_IN(body_noun));
        if (phrase || word) {
            return first - words;
        }
    }
    return first;
}

/* "US" in "the US Senate". */
static bool is_letters(const struct nr_text *text, uint32_t first, uint32_t end)
{
    return end == first + 1 && text->tokens.items[first].shape == NR_SHAPE_UPPER;
}

static const char *country_before(const struct nr_text *text, uint32_t first,
                                  uint32_t floor)
{
    uint32_t begin = 0;
    uint32_t kind = kind_before(text, first, floor);
    const struct nr_fact *fact = home_before(text, kind, floor, NR_IN(demonym), &begin);
    if (fact != NULL) {
        return fact->country;
    }
    if (kind > floor + 2 && nr_token_is(text, kind - 1, "based") &&
        nr_token_is(text, kind - 2, "-")) {
        fact = home_before(text, kind - 2, floor, NR_HOMES & ~NR_IN(demonym), &begin);
        return fact != NULL ? fact->country : "";
    }
    bool owned = kind > floor && nr_token_is(text, kind - 1, "'s");
    fact = home_before(text, owned ? kind - 1 : kind, floor, NR_IN(country), &begin);
    bool noun = kind < first; /* New Zealand news agency Kelter */
    bool of = fact != NULL && (owned || noun || is_letters(text, begin, kind));
    return of ? fact->country : "";
}

/* What may stand between a body and the place or people that it is of. A people must be
 * followed by a noun: ", a German carmaker". */
static const struct {
    const char *words[4];
    uint64_t lists;
} after[] = {
    {{"of"}, NR_IN(country)},
    {{"("}, NR_IN(country)},
    {{",", "of"}, NR_IN(country)},
    {{",", "based", "in"}, NR_HOMES & ~NR_IN(demonym)},
    {{",", "headquartered", "in"}, NR_HOMES & ~NR_IN(demonym)},
    {{"based", "in"}, NR_HOMES & ~NR_IN(demonym)},
    {{",", "a"}, NR_IN(demonym)},
    {{",", "an"}, NR_IN(demonym)},
    {{",", "the"}, NR_IN(demonym)},
};

static const char *country_after(const struct nr_text *text, uint32_t end, uint32_t limit)
{
    for (size_t i = 0; i < sizeof after / sizeof after[0]; i++) {
        uint32_t t = end;
        int word = 0;
        while (t < limit && after[i].words[word] != NULL &&
               nr_token_is(text, t, after[i].words[word])) {
            word++;
            t++;
        }
        uint32_t stop = 0;
        const struct nr_fact *fact =
            after[i].words[word] == NULL && t < limit
                ? home_after(text, t, limit, after[i].lists, &stop)
                : NULL;
        bool people = (after[i].lists & NR_IN(demonym)) != 0;
        bool noun = stop < limit && text->tokens.items[stop].shape == NR_SHAPE_LOWER;
        if (fact != NULL && (!people || noun)) {
            return fact->country;
        }
    }
    return "";
}

/* Its own words: Communist Party of Norway, French Cycling Federation. */
static const char *country_within(const struct nr_text *text, uint32_t first,
                                  uint32_t end)
{
    uint32_t begin = 0;
    const struct nr_fact *fact = home_before(text, end, first, NR_IN(country), &begin);
    if (fact != NULL && begin > first + 1 && nr_token_is(text, begin - 1, "of")) {
        return fact->country;
    }
    bool general =
        end > first + 1 && nr_token_in(text, end - 1, NR_IN(org_head) | NR_IN(body_noun));
    fact = general ? nr_token_fact(text, first, NR_LIST_demonym) : NULL;
    return fact != NULL ? fact->country : "";
}

const char *nr_body_country(const struct nr_text *text, uint32_t first, uint32_t end)
{
    const struct nr_sentence *sentence =
        &text->sentences.items[text->tokens.items[first].sentence];
    uint32_t floor = sentence->first_token;
    uint32_t limit = sentence->end_token;
    const char *code = country_within(text, first, end);
    code = code[0] != 0 ? code : country_before(text, first, floor);
    return code[0] != 0 ? code : country_after(text, end, limit);
}
