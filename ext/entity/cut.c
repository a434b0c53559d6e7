/* entity/cut.c: what name begins a run, where does it end, and of what type is it at
 * first sight?
 *
 *     [Chinese] Foreign Minister ...           listed: what is listed stands for itself
 *     [Boston University] ...                  head: an ORG by its last word
 *     [Grace Okoro] ...                        given-name: a PERSON
 *     [Kelter & Sons]                          shape: an ORG
 *
 * The rules of the table are tried from the top at each place of a run; the first that
 * answers wins. What they say is a first vote, and type.c has the last word.
 *
 * Knowingly wrong: two unknown names side by side ("the Ostrava Brno line") are taken for
 * one. */
#include "entity/cut.h"

#include <string.h>

static bool in_lists(const struct nr_cut *cut, uint32_t t, uint64_t lists)
{
    return nr_token_in(cut->text, t, lists);
}

bool nr_is_plain(const struct nr_text *text, uint32_t t)
{
    return nr_word_of(text, t)->lower_count > 0 || nr_token_in(text, t, NR_PLAIN);
}

static bool is_one_of(const struct nr_cut *cut, uint32_t t, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (nr_token_is(cut->text, t, *words)) {
            return true;
        }
    }
    return false;
}

/* ---- Names with a head: Boston University, Gulf of Aden, Mount Kenya ---- */

/* "Anita Hill", "Nora J. Church": a given name before makes the head a family name. */
static bool head_is_surname(const struct nr_cut *cut, uint32_t t)
{
    bool given = t > cut->first && t <= cut->first + 2 &&
                 in_lists(cut, cut->first, NR_IN(given_name)) &&
                 !in_lists(cut, cut->first, NR_NAMED);
    bool initial = t > cut->first && nr_span_length(nr_token_span(cut->text, t - 1)) <= 2;
    return given &&
           (initial || (t == cut->first + 1 && in_lists(cut, t, NR_IN(surname))));
}

static bool joins_to_head(const struct nr_cut *cut, uint32_t t)
{
    static const char *const joiners[] = {"of", "for", "on",  "de", "del",
                                          "du", "des", "der", "da", NULL};
    return t < cut->end && is_one_of(cut, t, joiners);
}

/* Words after which a place's name stands: Mount Kenya, Lake Garda. */
static const char *const place_starts[] = {"mount", "mt.",  "lake", "cape",   "fort",
                                           "port",  "gulf", "san",  "santa",  "st.",
                                           "el",    "los",  "las",  "sierra", NULL};

/* The last head of the cut, and what it makes of the tokens up to there. */
bool nr_cut_head(const struct nr_cut *cut, struct nr_guess *guess)
{
    uint32_t head = NR_NONE;
    for (uint32_t t = cut->first; t < cut->end; t++) {
        bool of = joins_to_head(cut, t + 1);
        bool glued = t > cut->first && nr_token_is_char(cut->text, t - 1, '-');
        if ((t > cut->first || of) && !glued &&
            in_lists(cut, t, NR_HEADS | NR_IN(org_suffix)) && !head_is_surname(cut, t)) {
            head = t;
            if (of) {
                break;
            }
        }
    }
    if (head == NR_NONE) {
        return false;
    }
    uint64_t lists = NR_HEADS | NR_IN(org_suffix);
    uint32_t after = head;
    const struct nr_fact *fact = nr_phrase_at(cut->text, head, lists, &after);
    bool typed = fact != NULL && fact->type != NR_TYPE_NONE;
    guess->type = typed ? (enum nr_type)fact->type : NR_TYPE_ORG;
    guess->end = joins_to_head(cut, head + 1) ? cut->end : head + 1;
    bool surname = head == cut->first + 1 && guess->type != NR_TYPE_ORG &&
                   in_lists(cut, head, NR_IN(surname)); /* Tiger Woods */
    guess->weight = surname ? 5 : 14;
    guess->fact = NULL;
    return true;
}

static bool by_head(const struct nr_cut *cut, struct nr_guess *guess)
{
    return nr_cut_head(cut, guess);
}

static bool by_place_start(const struct nr_cut *cut, struct nr_guess *guess)
{
    if (cut->end - cut->first < 2 || cut->end - cut->first > 3 ||
        !is_one_of(cut, cut->first, place_starts)) {
        return false;
    }
    *guess = (struct nr_guess){cut->end, NR_TYPE_LOC, 5, NULL};
    return true;
}

/* ---- Listed names ---- */

/* Bodies of a state that keep its adjective apart: Turkish | Foreign Ministry. */
static bool keeps_apart(const struct nr_cut *cut, const struct nr_fact *fact,
                        uint32_t last)
{
    static const char *const bodies[] = {
        "ministry", "embassy", "government", "parliament", "cabinet", "consulate", NULL};
    return fact->list == NR_LIST_demonym && is_one_of(cut, last, bodies);
}

/* May the words after a listed name belong to it? "Boston Globe", not "China Wang" */
static bool may_go_on(const struct nr_cut *cut, const struct nr_fact *fact, uint32_t next)
{
    bool place = fact->list == NR_LIST_city || fact->list == NR_LIST_region;
    bool body = fact->list == NR_LIST_organisation || fact->list == NR_LIST_thing;
    uint64_t other = NR_NAMED | NR_IN(given_name) | NR_IN(role_noun);
    return (place || body) && next == cut->first + 1 && !in_lists(cut, next, other);
}

static bool person_starts(const struct nr_cut *cut)
{
    uint64_t states = NR_IN(country) | NR_IN(demonym) | NR_IN(norp) | NR_IN(organisation);
    uint32_t next = cut->first + 1;
    return next < cut->end && in_lists(cut, cut->first, NR_IN(given_name)) &&
           !in_lists(cut, cut->first, states) &&
           !in_lists(cut, next, NR_HEADS | NR_IN(country) | NR_IN(demonym) | NR_IN(norp));
}

/* Florida Marlins */
static bool is_plural(const struct nr_cut *cut, uint32_t t)
{
    return cut->text->bytes[cut->text->tokens.items[t].end - 1] == 's';
}

/* Texas Rangers, St. Louis Cardinals: where the team's word ends, or end. */
static uint32_t team_end(const struct nr_cut *cut, const struct nr_fact *fact,
                         uint32_t end)
{
    bool town = fact->list == NR_LIST_city || fact->list == NR_LIST_region;
    if (!town || end >= cut->limit || !nr_token_capital(cut->text, end) ||
        nr_token_glued(cut->text, end) || !is_plural(cut, end) ||
        in_lists(cut, end, NR_NAMED | NR_IN(given_name) | NR_IN(surname))) {
        return end;
    }
    bool more = end + 1 < cut->limit && cut->naming->capital[end + 1] == NR_CAPITAL_YES &&
                !nr_token_glued(cut->text, end + 1);
    return more ? end : end + 1;
}

/* Eastern Affairs | Grace Okoro: what is left of a title, then a person. */
static uint32_t cut_at_given(const struct nr_cut *cut, uint32_t end)
{
    uint64_t names = NR_IN(given_name) | NR_IN(surname) | NR_IN(name_particle);
    for (uint32_t t = cut->first + 1; t + 1 < end; t++) {
        const struct nr_fact *given = nr_token_fact(cut->text, t, NR_LIST_given_name);
        if (given == NULL || nr_token_glued(cut->text, t) ||
            in_lists(cut, t - 1, names)) {
            continue;
        }
        bool clear = (given->flags & NR_FLAG_AMBIGUOUS) == 0;
        if (nr_is_plain(cut->text, t - 1) || (clear && t > cut->first + 1)) {
            return t;
        }
    }
    return end;
}

/* "Christie's" where the article is about Christie */
static bool is_somebodys(const struct nr_cut *cut, uint32_t end)
{
    const struct nr_use *use =
        &cut->naming->uses[cut->text->tokens.items[cut->first].word];
    return end == cut->first + 2 && nr_token_is(cut->text, end - 1, "'s") &&
           (use->family || use->inner > 2);
}

static bool by_list(const struct nr_cut *cut, struct nr_guess *guess)
{
    uint32_t end = cut->first;
    const struct nr_fact *fact = nr_phrase_at(cut->text, cut->first, NR_NAMED, &end);
    if (fact == NULL || end > cut->limit || is_somebodys(cut, end)) {
        return false;
    }
    bool phrase = end > cut->first + 1;
    enum nr_type type =
        fact->type != NR_TYPE_NONE ? (enum nr_type)fact->type : NR_TYPE_ORG;
    struct nr_guess listed = {end, type, phrase ? 20 : 2, fact};
    struct nr_guess headed;
    uint32_t team = team_end(cut, fact, end);
    if (team > end && team >= cut->end) {
        *guess = (struct nr_guess){team, NR_TYPE_ORG, 8, NULL};
        return true;
    }
    if (end >= cut->end) {
        *guess = listed;
        return true;
    }
    if (nr_cut_head(cut, &headed) && headed.end > end &&
        !keeps_apart(cut, fact, headed.end - 1)) {
        *guess = headed;
        return true;
    }
    if (!phrase && person_starts(cut)) {
        return false;
    }
    if (may_go_on(cut, fact, end)) {
        uint32_t whole = cut_at_given(cut, cut->end);
        *guess = (struct nr_guess){whole, NR_TYPE_ORG, is_plural(cut, whole - 1) ? 7 : 3,
                                   NULL};
        return true;
    }
    *guess = listed;
    return true;
}

/* The user's own names of persons. */
static bool by_own_name(const struct nr_cut *cut, struct nr_guess *guess)
{
    uint32_t end = cut->first;
    const struct nr_fact *fact =
        cut->text->own == NULL ? NULL
                               : nr_phrase_at(cut->text, cut->first,
                                              NR_IN(given_name) | NR_IN(surname), &end);
    if (fact == NULL || end < cut->first + 2) {
        return false;
    }
    *guess = (struct nr_guess){end, NR_TYPE_PERSON, 40, NULL};
    return true;
}

/* North Korea, Southern California: not where the list has the pair. */
static bool by_direction(const struct nr_cut *cut, struct nr_guess *guess)
{
    static const char *const directions[] = {"north",    "south",    "east",    "west",
                                             "northern", "southern", "eastern", "western",
                                             "central",  "upper",    "lower",   NULL};
    uint32_t end = cut->first + 1;
    if (end >= cut->end || !is_one_of(cut, cut->first, directions)) {
        return false;
    }
    uint64_t places = NR_IN(country) | NR_IN(region) | NR_IN(city) | NR_IN(demonym);
    const struct nr_fact *fact = nr_phrase_at(cut->text, end, places, &end);
    if (fact == NULL) {
        return false;
    }
    bool people = fact->list == NR_LIST_demonym;
    *guess = (struct nr_guess){end, people ? NR_TYPE_NORP : NR_TYPE_LOC, 12, NULL};
    return true;
}

/* ---- Persons ---- */

/* Where a country, a party or a state begins that is nobody's family name. */
static uint32_t cut_at_listed(const struct nr_cut *cut, uint32_t from)
{
    uint64_t lists =
        NR_IN(country) | NR_IN(demonym) | NR_IN(norp) | NR_IN(region) | NR_IN(city);
    for (uint32_t t = from; t < cut->end; t++) {
        uint32_t end = t;
        if (nr_token_glued(cut->text, t) ||
            in_lists(cut, t, NR_IN(surname) | NR_IN(given_name))) {
            continue;
        }
        const struct nr_fact *fact = nr_phrase_at(cut->text, t, lists, &end);
        bool town = fact != NULL && end == t + 1 && fact->list == NR_LIST_city;
        if (fact != NULL && !town) { /* there is a town for many a family name */
            return t;
        }
    }
    return cut->end;
}

/* "Mr. President", "Madam Speaker": nobody's name. Not every role is addressed so: "Mr.
 * Boxer" is. */
bool nr_is_office(const struct nr_text *text, uint32_t t)
{
    static const char *const offices[] = {
        "president",    "vice",      "prime",    "speaker", "chairman",   "chairwoman",
        "chair",        "secretary", "mayor",    "justice", "ambassador", "minister",
        "senator",      "attorney",  "governor", "chief",   "judge",      "chancellor",
        "commissioner", "moderator", NULL};
    for (const char *const *office = offices; *office != NULL; office++) {
        if (nr_token_is(text, t, *office)) {
            return true;
        }
    }
    return false;
}

bool nr_after_honorific(const struct nr_text *text, uint32_t t, uint32_t floor)
{
    if (t > floor && nr_token_is_char(text, t - 1, '.') && nr_token_glued(text, t - 1)) {
        t--;
    }
    return t > floor && nr_token_in(text, t - 1, NR_IN(honorific));
}

/* Mr. Band: whatever the word means elsewhere. */
static bool by_honorific(const struct nr_cut *cut, struct nr_guess *guess)
{
    if (!nr_after_honorific(cut->text, cut->first, cut->floor) ||
        nr_is_office(cut->text, cut->first)) {
        return false;
    }
    *guess =
        (struct nr_guess){cut_at_listed(cut, cut->first + 1), NR_TYPE_PERSON, 8, NULL};
    return true;
}

/* Defense Grace Okoro, Team Okoro: a plain word before a person's name is what is left of
 * a title. */
static bool plain_before_name(const struct nr_cut *cut, struct nr_guess *guess)
{
    uint32_t next = cut->first + 1;
    uint64_t names = NR_IN(given_name) | NR_IN(surname);
    if (next >= cut->end || !nr_is_plain(cut->text, cut->first) ||
        !nr_token_capital(cut->text, cut->first) ||
        in_lists(cut, cut->first, names | NR_HEADS | NR_NAMED) ||
        nr_token_glued(cut->text, next) || is_one_of(cut, cut->first, place_starts)) {
        return false;
    }
    bool family = cut->naming->uses[cut->text->tokens.items[next].word].family ||
                  in_lists(cut, next, NR_IN(surname));
    bool person = next + 1 == cut->end ? family : in_lists(cut, next, NR_IN(given_name));
    if (!person || nr_is_plain(cut->text, next)) {
        return false;
    }
    *guess = (struct nr_guess){next, NR_TYPE_NONE, 0, NULL};
    return true;
}

/* Rachel Orsk Show: what is called after a person. */
static bool is_called_after(const struct nr_cut *cut, uint32_t end)
{
    uint64_t names = NR_IN(given_name) | NR_IN(surname) | NR_IN(name_suffix);
    return end - cut->first >= 3 && !in_lists(cut, end - 1, names) &&
           (nr_is_plain(cut->text, end - 1) || in_lists(cut, end - 1, NR_HEADS));
}

/* Paul Orsk Joins Growing List: a headline within a sentence. */
static uint32_t cut_at_verb(const struct nr_cut *cut, uint32_t from, uint32_t end)
{
    uint64_t verbs = NR_IN(common_verb) | NR_IN(speech_verb) | NR_IN(auxiliary);
    uint64_t names = NR_IN(given_name) | NR_IN(surname) | NR_HEADS | NR_IN(name_suffix);
    for (uint32_t t = from; t < end; t++) {
        if (in_lists(cut, t, verbs) && !in_lists(cut, t, names) &&
            !nr_token_glued(cut->text, t)) {
            return t;
        }
    }
    return end;
}

static bool by_given_name(const struct nr_cut *cut, struct nr_guess *guess)
{
    if (!in_lists(cut, cut->first, NR_IN(given_name)) || cut->end - cut->first < 2) {
        return false;
    }
    uint32_t end = cut_at_verb(cut, cut->first + 2, cut_at_listed(cut, cut->first + 2));
    bool person = !is_called_after(cut, end);
    *guess = (struct nr_guess){end, person ? NR_TYPE_PERSON : NR_TYPE_ORG, 8, NULL};
    return true;
}

/* Paul Orsk | Joins Growing List: the verb is not part of what follows either. */
static bool verb_after_name(const struct nr_cut *cut, struct nr_guess *guess)
{
    bool after = cut->first > cut->floor &&
                 cut->naming->capital[cut->first - 1] == NR_CAPITAL_YES &&
                 cut_at_verb(cut, cut->first, cut->first + 1) == cut->first;
    if (after) {
        *guess = (struct nr_guess){cut->first + 1, NR_TYPE_NONE, 0, NULL};
    }
    return after;
}

/* ---- Everything else ---- */

static bool is_acronym(const struct nr_cut *cut)
{
    const struct nr_token *token = &cut->text->tokens.items[cut->first];
    uint32_t length = token->end - token->begin;
    return cut->end == cut->first + 1 && token->shape == NR_SHAPE_UPPER && length >= 2 &&
           length <= 8;
}

/* "the Government", where the article also writes "government" */
static bool is_common_here(const struct nr_cut *cut)
{
    uint32_t index = cut->text->tokens.items[cut->first].word;
    uint32_t lower = cut->text->words.items[index].lower_count;
    uint64_t names = NR_IN(given_name) | NR_IN(surname);
    uint64_t heads = NR_HEADS & ~NR_IN(org_head); /* the Airport; but: the Ministry */
    bool noun = in_lists(cut, cut->first,
                         NR_PLAIN | NR_IN(role_noun) | NR_IN(org_suffix) | heads);
    return !in_lists(cut, cut->first, names) && !cut->naming->uses[index].family &&
           (noun || (lower > 0 && 2 * lower >= cut->naming->uses[index].inner));
}

/* Super Tuesday */
static bool before_weekday(const struct nr_cut *cut)
{
    return cut->end < cut->limit && in_lists(cut, cut->end, NR_IN(weekday));
}

static bool by_shape(const struct nr_cut *cut, struct nr_guess *guess)
{
    uint32_t end = cut_at_given(cut, cut_at_listed(cut, cut->first + 1));
    uint32_t count = end - cut->first;
    *guess = (struct nr_guess){end, NR_TYPE_ORG, 1, NULL};
    for (uint32_t t = cut->first; t < end; t++) {
        if (nr_token_is_char(cut->text, t, '&')) {
            guess->weight = 8;
            return true;
        }
    }
    if (is_acronym(cut)) {
        guess->weight = 5;
    } else if (count == 1 && (is_common_here(cut) || before_weekday(cut))) {
        guess->weight = 0;
    } else if ((count == 2 || count == 3) && !nr_is_plain(cut->text, cut->first) &&
               in_lists(cut, end - 1, NR_IN(surname)) &&
               !in_lists(cut, end - 1, NR_IN(country) | NR_IN(city) | NR_IN(region))) {
        *guess = (struct nr_guess){end, NR_TYPE_PERSON, 2, NULL};
    }
    return true;
}

/* ---- The table ---- */

static const struct name_rule {
    const char *name;
    const char *example;
    bool (*find)(const struct nr_cut *cut, struct nr_guess *guess);
} name_rules[] = {
    {"own-name", "a name given in article_options", by_own_name},
    {"honorific", "Mr. Band", by_honorific},
    {"listed", "New York, the Chinese, the FBI", by_list},
    {"direction", "Southern California", by_direction},
    {"head", "Boston University, Gulf of Aden, Clean Air Act", by_head},
    {"plain-before-name", "Defense | Grace Okoro", plain_before_name},
    {"verb-after-name", "Paul Orsk | Joins", verb_after_name},
    {"given-name", "Grace Okoro", by_given_name},
    {"place-start", "Mount Kenya", by_place_start},
    {"shape", "Zarnov Kelter, XKT, Kelter & Sons", by_shape},
};

void nr_cut_first(const struct nr_cut *cut, struct nr_guess *guess)
{
    *guess = (struct nr_guess){cut->first + 1, NR_TYPE_NONE, 0, NULL};
    for (size_t i = 0; i < sizeof name_rules / sizeof name_rules[0]; i++) {
        if (name_rules[i].find(cut, guess)) {
            return;
        }
    }
}
