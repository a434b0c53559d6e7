/* entity/names.c: runs of name words cut into names, each with a first guess at its type.
 *
 *     [Chinese] Foreign Minister [Wang Yi]      a NORP, a title (title.c takes it), a
 * PERSON [Boston University] hired [Grace Okoro]   an ORG by its head, a PERSON by her
 * given name [Iran] [Republican] ...                   what is listed stands for itself
 *
 * At each place of a run the rules of the table are tried from the top. Sentences of
 * ordinary case come first; headlines in Title Case and lines in CAPITALS second, where
 * names that the body has shown are found again even if every word has a capital.
 *
 * Knowingly wrong: two unknown names side by side ("the Ostrava Brno line") are taken for
 * one. */
#include "entity/naming.h"

#include <string.h>

/* The cut under way: the rest of a run, in a sentence that ends at limit. */
struct cut {
    struct nr_naming *naming;
    const struct nr_text *text;
    uint32_t first;
    uint32_t end;
    uint32_t floor; /* first token of the sentence */
    uint32_t limit;
};

/* What a rule found: tokens first..end. weight 0: no name, skip to end. */
struct guess {
    uint32_t end;
    enum nr_type type;
    int weight;
    const struct nr_fact *fact;
};

static bool in_lists(const struct cut *cut, uint32_t t, uint64_t lists)
{
    return nr_token_in(cut->text, t, lists);
}

static bool is_plain(const struct cut *cut, uint32_t t)
{
    return nr_word_of(cut->text, t)->lower_count > 0 || in_lists(cut, t, NR_PLAIN);
}

static bool is_one_of(const struct cut *cut, uint32_t t, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (nr_token_is(cut->text, t, *words)) {
            return true;
        }
    }
    return false;
}

/* ---- Names with a head: Boston University, Gulf of Aden, Mount Kenya ---- */

/* "Anita Hill", "Nora Church": a given name before makes the head a family name. */
static bool head_is_surname(const struct cut *cut, uint32_t t)
{
    return t == cut->first + 1 && in_lists(cut, t, NR_IN(surname)) &&
           in_lists(cut, cut->first, NR_IN(given_name)) &&
           !in_lists(cut, cut->first, NR_NAMED);
}

static bool joins_to_head(const struct cut *cut, uint32_t t)
{
    static const char *const joiners[] = {"of", "for", "on", NULL};
    return t < cut->end && is_one_of(cut, t, joiners);
}

/* Words after which a place's name stands: Mount Kenya, Lake Garda. */
static const char *const place_starts[] = {"mount", "mt.",  "lake", "cape",   "fort",
                                           "port",  "gulf", "san",  "santa",  "st.",
                                           "el",    "los",  "las",  "sierra", NULL};

/* The last head of the cut, and what it makes of the tokens up to there. */
static bool find_head(const struct cut *cut, struct guess *guess)
{
    uint32_t head = NR_NONE;
    for (uint32_t t = cut->first; t < cut->end; t++) {
        bool of = joins_to_head(cut, t + 1);
        if ((t > cut->first || of) && in_lists(cut, t, NR_HEADS | NR_IN(org_suffix)) &&
            !head_is_surname(cut, t)) {
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
    guess->weight = 14;
    guess->fact = NULL;
    return true;
}

static bool by_head(const struct cut *cut, struct guess *guess)
{
    return find_head(cut, guess);
}

static bool by_place_start(const struct cut *cut, struct guess *guess)
{
    if (cut->end - cut->first < 2 || cut->end - cut->first > 3 ||
        !is_one_of(cut, cut->first, place_starts)) {
        return false;
    }
    *guess = (struct guess){cut->end, NR_TYPE_LOC, 5, NULL};
    return true;
}

/* ---- Listed names ---- */

/* Bodies of a state that keep its adjective apart: Turkish | Foreign Ministry. */
static bool keeps_apart(const struct cut *cut, const struct nr_fact *fact, uint32_t last)
{
    static const char *const bodies[] = {
        "ministry", "embassy", "government", "parliament", "cabinet", "consulate", NULL};
    return fact->list == NR_LIST_demonym && is_one_of(cut, last, bodies);
}

/* May the words after a listed name belong to it? "Boston Globe", not "China Wang" */
static bool may_go_on(const struct cut *cut, const struct nr_fact *fact, uint32_t next)
{
    bool place = fact->list == NR_LIST_city || fact->list == NR_LIST_region;
    bool body = fact->list == NR_LIST_organisation || fact->list == NR_LIST_thing;
    uint64_t other = NR_NAMED | NR_IN(given_name) | NR_IN(role_noun);
    return (place || body) && next == cut->first + 1 && !in_lists(cut, next, other);
}

static bool person_starts(const struct cut *cut)
{
    uint64_t states = NR_IN(country) | NR_IN(demonym) | NR_IN(norp) | NR_IN(organisation);
    uint32_t next = cut->first + 1;
    return next < cut->end && in_lists(cut, cut->first, NR_IN(given_name)) &&
           !in_lists(cut, cut->first, states) &&
           !in_lists(cut, next, NR_HEADS | NR_IN(country) | NR_IN(demonym) | NR_IN(norp));
}

/* Florida Marlins */
static bool is_plural(const struct cut *cut, uint32_t t)
{
    return cut->text->bytes[cut->text->tokens.items[t].end - 1] == 's';
}

/* Texas Rangers, St. Louis Cardinals: where the team's word ends, or end. */
static uint32_t team_end(const struct cut *cut, const struct nr_fact *fact, uint32_t end)
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

static bool by_list(const struct cut *cut, struct guess *guess)
{
    uint32_t end = cut->first;
    const struct nr_fact *fact = nr_phrase_at(cut->text, cut->first, NR_NAMED, &end);
    if (fact == NULL || end > cut->limit) {
        return false;
    }
    bool phrase = end > cut->first + 1;
    enum nr_type type =
        fact->type != NR_TYPE_NONE ? (enum nr_type)fact->type : NR_TYPE_ORG;
    struct guess listed = {end, type, phrase ? 20 : 2, fact};
    struct guess headed;
    uint32_t team = team_end(cut, fact, end);
    if (team > end && team >= cut->end) {
        *guess = (struct guess){team, NR_TYPE_ORG, 8, NULL};
        return true;
    }
    if (end >= cut->end) {
        *guess = listed;
        return true;
    }
    if (find_head(cut, &headed) && headed.end > end &&
        !keeps_apart(cut, fact, headed.end - 1)) {
        *guess = headed;
        return true;
    }
    if (!phrase && person_starts(cut)) {
        return false;
    }
    if (may_go_on(cut, fact, end)) {
        *guess = (struct guess){cut->end, NR_TYPE_ORG,
                                is_plural(cut, cut->end - 1) ? 7 : 3, NULL};
        return true;
    }
    *guess = listed;
    return true;
}

/* The user's own names of persons. */
static bool by_own_name(const struct cut *cut, struct guess *guess)
{
    uint32_t end = cut->first;
    const struct nr_fact *fact =
        cut->text->own == NULL ? NULL
                               : nr_phrase_at(cut->text, cut->first,
                                              NR_IN(given_name) | NR_IN(surname), &end);
    if (fact == NULL || end < cut->first + 2) {
        return false;
    }
    *guess = (struct guess){end, NR_TYPE_PERSON, 40, NULL};
    return true;
}

/* North Korea, Southern California: not where the list has the pair. */
static bool by_direction(const struct cut *cut, struct guess *guess)
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
    *guess = (struct guess){end, people ? NR_TYPE_NORP : NR_TYPE_LOC, 12, NULL};
    return true;
}

/* ---- Persons ---- */

/* Where a country or a party begins that is nobody's family name. */
static uint32_t cut_at_listed(const struct cut *cut, uint32_t from)
{
    uint64_t lists = NR_IN(country) | NR_IN(demonym) | NR_IN(norp);
    for (uint32_t t = from; t < cut->end; t++) {
        bool glued = nr_token_glued(cut->text, t);
        if (!glued && in_lists(cut, t, lists) && !in_lists(cut, t, NR_IN(surname))) {
            return t;
        }
    }
    return cut->end;
}

static bool after_honorific(const struct nr_text *text, uint32_t t, uint32_t floor)
{
    if (t > floor && nr_token_is_char(text, t - 1, '.') && nr_token_glued(text, t - 1)) {
        t--;
    }
    return t > floor && nr_token_in(text, t - 1, NR_IN(honorific));
}

/* Mr. Band: whatever the word means elsewhere. */
static bool by_honorific(const struct cut *cut, struct guess *guess)
{
    if (!after_honorific(cut->text, cut->first, cut->floor)) {
        return false;
    }
    *guess = (struct guess){cut_at_listed(cut, cut->first + 1), NR_TYPE_PERSON, 8, NULL};
    return true;
}

/* Defense Grace Okoro: a plain word before a given name is what is left of a title. */
static bool plain_before_given(const struct cut *cut, struct guess *guess)
{
    uint32_t next = cut->first + 1;
    if (next + 1 >= cut->end || !is_plain(cut, cut->first) ||
        in_lists(cut, cut->first, NR_IN(given_name) | NR_IN(surname)) ||
        !in_lists(cut, next, NR_IN(given_name))) {
        return false;
    }
    *guess = (struct guess){next, NR_TYPE_NONE, 0, NULL};
    return true;
}

static bool by_given_name(const struct cut *cut, struct guess *guess)
{
    if (!in_lists(cut, cut->first, NR_IN(given_name)) || cut->end - cut->first < 2) {
        return false;
    }
    uint32_t end = cut_at_listed(cut, cut->first + 2);
    *guess = (struct guess){end, NR_TYPE_PERSON, 8, NULL};
    return true;
}

/* ---- Everything else ---- */

static bool is_acronym(const struct cut *cut)
{
    const struct nr_token *token = &cut->text->tokens.items[cut->first];
    uint32_t length = token->end - token->begin;
    return cut->end == cut->first + 1 && token->shape == NR_SHAPE_UPPER && length >= 2 &&
           length <= 8;
}

/* "the Government", where the article also writes "government" */
static bool is_common_here(const struct cut *cut)
{
    uint32_t index = cut->text->tokens.items[cut->first].word;
    uint32_t lower = cut->text->words.items[index].lower_count;
    uint64_t names = NR_IN(given_name) | NR_IN(surname);
    bool noun = in_lists(cut, cut->first, NR_PLAIN | NR_IN(role_noun));
    return !in_lists(cut, cut->first, names) && !cut->naming->uses[index].family &&
           (noun || (lower > 0 && 2 * lower >= cut->naming->uses[index].inner));
}

/* Super Tuesday */
static bool before_weekday(const struct cut *cut)
{
    return cut->end < cut->limit && in_lists(cut, cut->end, NR_IN(weekday));
}

/* Eastern Affairs | Grace Okoro: what is left of a title, then a person. */
static uint32_t cut_at_given(const struct cut *cut, uint32_t end)
{
    for (uint32_t t = cut->first + 1; t + 1 < end; t++) {
        if (in_lists(cut, t, NR_IN(given_name)) && !nr_token_glued(cut->text, t) &&
            is_plain(cut, t - 1) && !in_lists(cut, t - 1, NR_IN(name_particle))) {
            return t;
        }
    }
    return end;
}

static bool by_shape(const struct cut *cut, struct guess *guess)
{
    uint32_t end = cut_at_given(cut, cut_at_listed(cut, cut->first + 1));
    uint32_t count = end - cut->first;
    *guess = (struct guess){end, NR_TYPE_ORG, 1, NULL};
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
    } else if ((count == 2 || count == 3) && !is_plain(cut, cut->first) &&
               !in_lists(cut, end - 1, NR_IN(country) | NR_IN(city) | NR_IN(region))) {
        *guess = (struct guess){end, NR_TYPE_PERSON, 2, NULL};
    }
    return true;
}

/* ---- The table ---- */

static const struct name_rule {
    const char *name;
    const char *example;
    bool (*find)(const struct cut *cut, struct guess *guess);
} name_rules[] = {
    {"own-name", "a name given in article_options", by_own_name},
    {"honorific", "Mr. Band", by_honorific},
    {"listed", "New York, the Chinese, the FBI", by_list},
    {"direction", "Southern California", by_direction},
    {"head", "Boston University, Gulf of Aden, Clean Air Act", by_head},
    {"plain-before-given", "Defense | Grace Okoro", plain_before_given},
    {"given-name", "Grace Okoro", by_given_name},
    {"place-start", "Mount Kenya", by_place_start},
    {"shape", "Zarnov Kelter, XKT, Kelter & Sons", by_shape},
};

static bool add_name(struct nr_naming *naming, uint32_t first, const struct guess *guess)
{
    uint32_t known = naming->forms.count;
    uint32_t index = nr_form_of(naming, first, guess->end);
    if (index == NR_NONE) {
        return naming->arena->status == NR_OK;
    }
    struct nr_name *name = nr_list_push(naming->arena, &naming->names, sizeof *name);
    if (name == NULL) {
        return false;
    }
    name->first = first;
    name->end = guess->end;
    name->form = index;
    struct nr_form *form = &naming->forms.items[index];
    if (index == known) {
        nr_form_vote(form, nr_sort_of_type(guess->type), guess->type, guess->weight);
        form->fact = guess->fact;
        if (guess->type == NR_TYPE_PERSON && form->word_count > 1) {
            naming->uses[form->words[form->word_count - 1]].family = true;
        }
    }
    return true;
}

static bool too_short(const struct nr_text *text, uint32_t first, uint32_t end)
{
    const struct nr_token *tokens = text->tokens.items;
    return tokens[end - 1].end - tokens[first].begin < 2;
}

/* Cuts tokens first..end into names. */
static bool cut_run(struct nr_naming *naming, uint32_t first, uint32_t end,
                    const struct nr_sentence *sentence)
{
    struct cut cut = {.naming = naming,
                      .text = naming->text,
                      .first = first,
                      .end = end,
                      .floor = sentence->first_token,
                      .limit = sentence->end_token};
    while (cut.first < cut.end) {
        struct guess guess = {cut.first + 1, NR_TYPE_NONE, 0, NULL};
        for (size_t i = 0; i < sizeof name_rules / sizeof name_rules[0]; i++) {
            if (name_rules[i].find(&cut, &guess)) {
                break;
            }
        }
        if (guess.weight > 0 && !too_short(cut.text, cut.first, guess.end) &&
            !add_name(naming, cut.first, &guess)) {
            return false;
        }
        cut.first = guess.end;
        /* what glued two names: "China-Japan" */
        while (cut.first < cut.end && naming->capital[cut.first] != NR_CAPITAL_YES) {
            cut.first++;
        }
    }
    return true;
}

/* ---- Where names start ---- */

/* al-Sabah, de Wit: a particle in lower case before the run belongs to it. */
static uint32_t particle_before(const struct nr_naming *naming, uint32_t t,
                                uint32_t floor)
{
    const struct nr_text *text = naming->text;
    uint32_t block = text->sentences.items[text->tokens.items[t].sentence].block;
    if (t == floor || text->blocks.items[block].language != NR_LANGUAGE_EN) {
        return t;
    }
    uint32_t at = t - 1;
    if (nr_token_is_char(text, at, '-') && nr_token_glued(text, at) && at > floor &&
        nr_token_glued(text, t)) {
        at--;
    }
    bool particle = text->tokens.items[at].shape == NR_SHAPE_LOWER &&
                    nr_token_in(text, at, NR_IN(name_particle)) &&
                    !nr_token_in(text, at, NR_FUNCTION);
    return particle ? at : t;
}

/* What follows a name rather than a noun at the start of a sentence: said, 's, a number.
 */
static bool is_spoken_of(const struct nr_text *text, uint32_t t, uint32_t limit)
{
    return t < limit && (nr_token_in(text, t, NR_IN(speech_verb)) ||
                         nr_token_is(text, t, "'s") || nr_token_is_char(text, t, '(') ||
                         text->tokens.items[t].shape == NR_SHAPE_NUMBER);
}

/* A capital that its place explains: does a name start here all the same? */
static bool maybe_starts(struct nr_naming *naming, uint32_t t, uint32_t limit)
{
    const struct nr_text *text = naming->text;
    struct cut cut = {naming, text, t, nr_run_end(naming, t, limit), t, limit};
    uint64_t lists = nr_token_lists(text, t);
    uint32_t phrase = t;
    if (nr_phrase_at(text, t, NR_NAMED, &phrase) != NULL && phrase > t + 1) {
        return true;
    }
    if (cut.end == t + 1) {
        const struct nr_word *word = nr_word_of(text, t);
        bool listed = (lists & (NR_NAMED | NR_IN(given_name) | NR_IN(surname))) != 0;
        bool again = word->lexeme == NULL && word->count > 1;
        return !is_plain(&cut, t) &&
               (listed || again || is_spoken_of(text, t + 1, limit));
    }
    struct guess headed;
    if (find_head(&cut, &headed) && headed.end == cut.end) {
        return true;
    }
    if ((lists & (NR_NAMED | NR_IN(given_name) | NR_IN(surname))) != 0) {
        return true;
    }
    bool another = in_lists(&cut, t + 1, NR_NAMED | NR_IN(given_name));
    return !is_plain(&cut, t) && (!another || is_spoken_of(text, cut.end, limit));
}

/* "Supreme Court judges ..." at the start of a sentence: only with a head at the end. */
static bool plain_starts(struct nr_naming *naming, uint32_t t, uint32_t limit)
{
    const struct nr_text *text = naming->text;
    if (!nr_token_capital(text, t) || nr_token_in(text, t, NR_FUNCTION) ||
        t + 1 >= limit || naming->capital[t + 1] != NR_CAPITAL_YES) {
        return false;
    }
    struct cut cut = {naming, text, t, nr_run_end(naming, t, limit), t, limit};
    struct guess headed;
    return cut.end > t + 1 && find_head(&cut, &headed) && headed.end == cut.end &&
           !in_lists(&cut, t + 1, NR_NAMED | NR_IN(given_name));
}

/* Will, Cross, Sabato: a word like any other, but somebody's family name here. */
static bool family_starts(const struct nr_naming *naming, uint32_t t, uint32_t floor,
                          uint32_t limit)
{
    const struct nr_text *text = naming->text;
    bool first = t == floor || text->tokens.items[t - 1].shape == NR_SHAPE_MARK;
    return naming->uses[text->tokens.items[t].word].family &&
           (!first || !nr_token_in(text, t, NR_FUNCTION) ||
            is_spoken_of(text, t + 1, limit));
}

static bool name_starts(struct nr_naming *naming, uint32_t t, uint32_t floor,
                        uint32_t limit)
{
    if (family_starts(naming, t, floor, limit) ||
        after_honorific(naming->text, t, floor)) {
        return true;
    }
    switch ((enum nr_capital)naming->capital[t]) {
    case NR_CAPITAL_YES:
        return true;
    case NR_CAPITAL_MAYBE:
        return maybe_starts(naming, t, limit);
    default:
        return plain_starts(naming, t, limit);
    }
}

/* "King knew", "Dr. King", "Baker was": a role that is somebody's family name here. */
static bool role_is_name(const struct nr_naming *naming, uint32_t t, uint32_t floor,
                         uint32_t limit)
{
    const struct nr_text *text = naming->text;
    bool followed = t + 1 < limit && naming->capital[t + 1] == NR_CAPITAL_YES;
    bool family = naming->uses[text->tokens.items[t].word].family;
    if (after_honorific(text, t, floor)) {
        return true;
    }
    if (followed || (!family && !nr_token_in(text, t, NR_IN(surname)))) {
        return false;
    }
    uint64_t nouns = NR_IN(determiner) | NR_IN(pronoun) | NR_IN(role_noun) | NR_NAMED;
    bool noun = t > floor && (nr_token_in(text, t - 1, nouns) ||
                              naming->capital[t - 1] == NR_CAPITAL_YES);
    bool of = t + 1 < limit && nr_token_is(text, t + 1, "of");
    return !noun && !of;
}

/* A title in front is stepped over, unless it begins a listed name ("General Motors"). */
static uint32_t skip_role(const struct nr_naming *naming, uint32_t t, uint32_t floor,
                          uint32_t limit)
{
    const struct nr_text *text = naming->text;
    uint32_t role_end = t;
    uint32_t name_end = t;
    if (nr_role_at(text, t, &role_end) == NULL) {
        return t;
    }
    if (nr_phrase_at(text, t, NR_NAMED, &name_end) != NULL && name_end > role_end) {
        return t;
    }
    if (role_end == t + 1 && role_is_name(naming, t, floor, limit)) {
        return t;
    }
    bool head = role_end < limit && naming->capital[role_end] == NR_CAPITAL_YES &&
                nr_token_in(text, role_end, NR_HEADS);
    return head ? t : role_end;
}

static bool scan_ordinary(struct nr_naming *naming, const struct nr_sentence *sentence)
{
    uint32_t limit = sentence->end_token;
    uint32_t floor = sentence->first_token;
    for (uint32_t t = floor; t < limit;) {
        if (!nr_token_capital(naming->text, t)) {
            t++;
            continue;
        }
        uint32_t after_role = skip_role(naming, t, sentence->first_token, limit);
        if (after_role > t) {
            t = floor = after_role;
            continue;
        }
        if (!name_starts(naming, t, sentence->first_token, limit)) {
            t++;
            continue;
        }
        uint32_t end = nr_run_end(naming, t, limit);
        if (!cut_run(naming, particle_before(naming, t, floor), end, sentence)) {
            return false;
        }
        t = floor = naming->names.count > 0 &&
                            naming->names.items[naming->names.count - 1].end > end
                        ? naming->names.items[naming->names.count - 1].end
                        : end;
    }
    return true;
}

/* ---- Headlines and lines in capitals ---- */

static bool known_name(struct nr_naming *naming, uint32_t t, uint32_t limit,
                       uint32_t *end)
{
    uint32_t form = nr_form_at(naming, t, limit, end);
    bool known = form != NR_NONE && (naming->forms.items[form].word_count > 1 ||
                                     naming->capital[t] != NR_CAPITAL_NO);
    if (!known) {
        return false;
    }
    struct nr_name *name = nr_list_push(naming->arena, &naming->names, sizeof *name);
    if (name == NULL) {
        return false;
    }
    *name = (struct nr_name){.first = t, .end = *end, .form = form};
    return true;
}

static bool scan_headline(struct nr_naming *naming, const struct nr_sentence *sentence)
{
    uint32_t limit = sentence->end_token;
    for (uint32_t t = sentence->first_token; t < limit;) {
        uint32_t end = t + 1;
        if (!nr_token_capital(naming->text, t) || known_name(naming, t, limit, &end)) {
            t = end;
            continue;
        }
        uint32_t phrase = t;
        bool listed =
            nr_phrase_at(naming->text, t, NR_NAMED, &phrase) != NULL && phrase > t + 1;
        end = nr_run_end(naming, t, limit);
        bool given = nr_token_in(naming->text, t, NR_IN(given_name)) && end > t + 1;
        bool starts = naming->capital[t] == NR_CAPITAL_YES || listed ||
                      (naming->capital[t] == NR_CAPITAL_MAYBE && given);
        uint32_t after_role = skip_role(naming, t, sentence->first_token, limit);
        if (!starts || after_role > t) {
            t = after_role > t ? after_role : t + 1;
            continue;
        }
        if (!cut_run(naming, t, end, sentence)) {
            return false;
        }
        t = end > phrase ? end : phrase;
    }
    return naming->arena->status == NR_OK;
}

/* ---- All sentences ---- */

static bool scan_all(struct nr_naming *naming, bool headlines)
{
    const struct nr_text *text = naming->text;
    for (uint32_t s = 0; s < text->sentences.count; s++) {
        const struct nr_sentence *sentence = &text->sentences.items[s];
        bool headline = naming->casing[s] != NR_CASE_ORDINARY;
        if (headline != headlines) {
            continue;
        }
        bool done =
            headline ? scan_headline(naming, sentence) : scan_ordinary(naming, sentence);
        if (!done ||
            !nr_arena_tick(naming->arena, sentence->end_token - sentence->first_token)) {
            return false;
        }
    }
    return true;
}

/* Two lists, each in reading order, become one. */
static void merge(struct nr_name *out, const struct nr_names *a, const struct nr_names *b)
{
    uint32_t i = 0;
    uint32_t j = 0;
    while (i < a->count || j < b->count) {
        bool first =
            j == b->count || (i < a->count && a->items[i].first < b->items[j].first);
        *out++ = first ? a->items[i++] : b->items[j++];
    }
}

bool nr_names_find(struct nr_naming *naming)
{
    if (!scan_all(naming, false)) {
        return false;
    }
    struct nr_names ordinary = naming->names;
    naming->names = (struct nr_names){0};
    if (!scan_all(naming, true)) {
        return false;
    }
    struct nr_names headlines = naming->names;
    if (headlines.count == 0) {
        naming->names = ordinary;
        return true;
    }
    uint32_t count = ordinary.count + headlines.count;
    naming->names = (struct nr_names){NULL, count, count};
    naming->names.items =
        nr_arena_take_array(naming->arena, count, sizeof(struct nr_name));
    if (naming->names.items == NULL) {
        return false;
    }
    merge(naming->names.items, &ordinary, &headlines);
    return true;
}
