/* entity/type.c: what sort of thing is a name, by all of its uses in the article?
 *
 *     Velda Orsk, 45, said ...  Orsk, who ...      PERSON: age, "who", a speech verb
 *     in Orsk, the Orsk region                     GPE: "in"
 *
 * Each form starts with what the lists and its own shape say of it (names.c gave the
 * first vote); then every mention adds the votes of the clues around it; then the last
 * word of a person's full name votes for the same word alone. The sort with most votes
 * wins, for all mentions of the form.
 *
 * Knowingly wrong: a town and a person of one name in one article are one of the two,
 * except after a title. */
#include "entity/naming.h"

#include <string.h>

/* A name where it stands. */
struct place {
    const struct nr_text *text;
    const struct nr_name *name;
    uint32_t floor; /* of its sentence */
    uint32_t limit;
};

static bool in_lists(const struct place *place, uint32_t t, uint64_t lists)
{
    return t >= place->floor && t < place->limit && nr_token_in(place->text, t, lists);
}

static bool is_char(const struct place *place, uint32_t t, char c)
{
    return t >= place->floor && t < place->limit && nr_token_is_char(place->text, t, c);
}

static bool is_word(const struct place *place, uint32_t t, const char *folded)
{
    return t >= place->floor && t < place->limit && nr_token_is(place->text, t, folded);
}

/* The token before the name; NR_NONE at the start of the sentence. */
static uint32_t before(const struct place *place)
{
    return place->name->first > place->floor ? place->name->first - 1 : NR_NONE;
}

static bool before_is(const struct place *place, uint64_t lists)
{
    return before(place) != NR_NONE && in_lists(place, before(place), lists);
}

static bool any_word(const struct place *place, uint32_t t, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (is_word(place, t, *words)) {
            return true;
        }
    }
    return false;
}

/* ---- Clues around a mention ---- */

static bool clue_titled(const struct place *place)
{
    return place->name->titled;
}

static bool clue_roled(const struct place *place)
{
    return place->name->roled && !place->name->titled;
}

static bool speech_at(const struct place *place, uint32_t t)
{
    if (t >= place->limit) {
        return false;
    }
    const struct nr_fact *fact = nr_token_fact(place->text, t, NR_LIST_speech_verb);
    uint32_t finite = NR_FLAG_PAST | NR_FLAG_THIRD;
    return fact != NULL && (fact->flags & finite) != 0 &&
           (fact->flags & NR_FLAG_SPEECH) != 0;
}

static bool clue_speaks(const struct place *place)
{
    return speech_at(place, place->name->end) ||
           (before(place) != NR_NONE && before(place) > place->floor &&
            place->text->tokens.items[before(place)].shape == NR_SHAPE_LOWER &&
            speech_at(place, before(place)) && !is_word(place, place->name->end, "'s"));
}

static bool clue_age(const struct place *place)
{
    uint32_t t = place->name->end;
    if (!is_char(place, t, ',') || t + 1 >= place->limit ||
        place->text->tokens.items[t + 1].shape != NR_SHAPE_NUMBER) {
        return false;
    }
    uint32_t digits = nr_span_length(nr_token_span(place->text, t + 1));
    return digits <= 2 && (is_char(place, t + 2, ',') || is_char(place, t + 2, '.'));
}

static bool clue_who(const struct place *place)
{
    static const char *const words[] = {"who", "whose", "whom", NULL};
    uint32_t t = place->name->end;
    return any_word(place, is_char(place, t, ',') ? t + 1 : t, words);
}

static bool clue_in(const struct place *place)
{
    static const char *const words[] = {"in", "near", "across", "throughout", NULL};
    return before(place) != NR_NONE && any_word(place, before(place), words) &&
           !is_word(place, place->name->end, "'s"); /* "in Orsk's office" */
}

/* "the Orsk", not "the Orsk campaign" */
static bool clue_the(const struct place *place)
{
    uint32_t t = place->name->end;
    bool noun = t < place->limit &&
                place->text->tokens.items[t].shape == NR_SHAPE_LOWER &&
                !in_lists(place, t, NR_FUNCTION | NR_IN(speech_verb) | NR_IN(adverb));
    return before(place) != NR_NONE && is_word(place, before(place), "the") && !noun;
}

static bool clue_based(const struct place *place)
{
    uint32_t t = place->name->end;
    return is_char(place, t, '-') && is_word(place, t + 1, "based");
}

/* Only where a mark ends it: "Loretta Lynch, U.S. attorney" is no town. */
static bool clue_in_place(const struct place *place)
{
    uint32_t t = place->name->end;
    uint32_t after = t + 1;
    return is_char(place, t, ',') && after < place->limit &&
           nr_phrase_at(place->text, t + 1, NR_IN(country) | NR_IN(region), &after) !=
               NULL &&
           (after == place->limit || is_char(place, after, ',') ||
            is_char(place, after, '.') || is_char(place, after, ')'));
}

static bool clue_kin(const struct place *place)
{
    return before_is(place, NR_IN(person_noun));
}

static bool clue_power(const struct place *place)
{
    static const char *const words[] = {"administration", "presidency", "supporters",
                                        "voters",         "aides",      "adviser",
                                        "advisers",       "supporter",  NULL};
    return any_word(place, place->name->end, words);
}

static bool clue_from(const struct place *place)
{
    uint32_t t = place->name->end;
    uint32_t after = t + 1;
    return t - place->name->first >= 2 && is_char(place, t, '(') &&
           after < place->limit &&
           nr_phrase_at(place->text, t + 1, NR_IN(country), &after) != NULL &&
           is_char(place, after, ')');
}

static bool clue_company(const struct place *place)
{
    static const char *const words[] = {"shares", "employees", "executives", "stock",
                                        NULL};
    uint32_t t = place->name->end;
    return any_word(place, t, words);
}

struct clue {
    const char *example;
    bool (*holds)(const struct place *place);
    int8_t votes[NR_IS_COUNT]; /* person, org, place, norp, thing */
};

static const struct clue clues[] = {
    {"Mr. Orsk; President Orsk", clue_titled, {14, -4, -4, -6, -6}},
    {"lawyer Orsk; Orsk, a lawyer,", clue_roled, {6, -2, -2, -4, -4}},
    {"Orsk said; said Orsk", clue_speaks, {3, 1, 0, -1, -2}},
    {"Orsk, 45,", clue_age, {8, -2, -2, -2, -2}},
    {"Orsk, who", clue_who, {3, 0, 0, 0, 0}},
    {"in Orsk", clue_in, {-3, 0, 3, 0, 0}},
    {"the Orsk", clue_the, {-4, 2, 0, 1, 2}},
    {"Orsk-based", clue_based, {0, 0, 5, 0, 0}},
    {"Orsk, France", clue_in_place, {0, 0, 5, 0, 0}},
    {"his wife Orsk", clue_kin, {4, 0, 0, 0, 0}},
    {"Velda Orsk (France)", clue_from, {3, 0, 0, 0, 0}},
    {"the Orsk administration", clue_power, {6, -1, 0, 0, 0}},
    {"Orsk shares", clue_company, {0, 4, 0, 0, 0}},
};

/* However often it is heard, a clue counts for so much. */
static void hear(struct nr_form *form, const int8_t votes[NR_IS_COUNT])
{
    enum { MOST = 15 };
    for (int sort = 0; sort < NR_IS_COUNT; sort++) {
        int sum = form->heard[sort] + votes[sort];
        form->heard[sort] = (int8_t)(sum > MOST ? MOST : sum < -MOST ? -MOST : sum);
    }
}

static void hear_clues(struct nr_form *form, const struct place *place)
{
    for (size_t i = 0; i < sizeof clues / sizeof clues[0]; i++) {
        if (clues[i].holds(place)) {
            hear(form, clues[i].votes);
        }
    }
}

/* ---- What the form itself says ---- */

/* Countries and peoples are certain, unless people are called so too: Jordan, Israel. */
static void hear_list(struct nr_form *form, const struct nr_fact *fact, bool person_too)
{
    enum nr_type type = (enum nr_type)fact->type;
    switch ((enum nr_list)fact->list) {
    case NR_LIST_country:
    case NR_LIST_demonym:
    case NR_LIST_norp:
        nr_form_vote(form, nr_sort_of_type(type), type, person_too ? 12 : 40);
        break;
    case NR_LIST_city:
    case NR_LIST_region:
        nr_form_vote(form, nr_sort_of_type(type), type, 7);
        break;
    case NR_LIST_organisation:
    case NR_LIST_thing:
        nr_form_vote(form, nr_sort_of_type(type), type, person_too ? 7 : 18);
        break;
    case NR_LIST_given_name:
    case NR_LIST_surname:
        nr_form_vote(form, NR_IS_PERSON, NR_TYPE_PERSON,
                     (fact->flags & NR_FLAG_AMBIGUOUS) != 0 ? 1 : 4);
        break;
    default:
        break;
    }
}

/* One word: all that the lists have. */
static void hear_lists(struct nr_form *form, const struct nr_text *text, uint32_t t)
{
    uint64_t lists = nr_token_lists(text, t);
    bool person = (lists & (NR_IN(given_name) | NR_IN(surname))) != 0;
    for (uint32_t list = NR_LIST_given_name; list < NR_LIST_COUNT; list++) {
        const struct nr_fact *fact =
            (lists >> list & 1) != 0 ? nr_token_fact(text, t, (enum nr_list)list) : NULL;
        if (fact != NULL) {
            hear_list(form, fact, person);
        }
    }
}

/* J. or J, but not the T of T-shirt */
static bool is_initial(const struct nr_text *text, const struct nr_name *name, uint32_t t)
{
    uint32_t length = nr_span_length(nr_token_span(text, t));
    bool dotted = length == 2 && text->bytes[text->tokens.items[t].begin + 1] == '.';
    bool hyphen = t + 1 < name->end && nr_token_is_char(text, t + 1, '-');
    return nr_token_capital(text, t) && (dotted || (length == 1 && !hyphen));
}

/* Several words: an initial, a nickname, Jr., a particle, a family name at the end. */
static void hear_words(struct nr_form *form, const struct nr_text *text,
                       const struct nr_name *name)
{
    int weight = 0;
    for (uint32_t t = name->first; t < name->end; t++) {
        uint8_t shape = text->tokens.items[t].shape;
        weight += is_initial(text, name, t) ? 4 : 0;
        weight += shape == NR_SHAPE_MARK ? 4 : 0;
        weight += nr_token_in(text, t, NR_IN(name_suffix)) ? 4 : 0;
        weight +=
            shape == NR_SHAPE_LOWER && nr_token_in(text, t, NR_IN(name_particle)) ? 2 : 0;
    }
    weight += nr_token_in(text, name->end - 1, NR_IN(surname)) ? 3 : 0;
    nr_form_vote(form, NR_IS_PERSON, NR_TYPE_PERSON, weight);
}

static void hear_form(struct nr_form *form, const struct nr_text *text,
                      const struct nr_name *name)
{
    static const uint8_t usual[NR_IS_COUNT] = {NR_TYPE_PERSON, NR_TYPE_ORG, NR_TYPE_GPE,
                                               NR_TYPE_NORP, NR_TYPE_PRODUCT};
    for (int sort = 0; sort < NR_IS_COUNT; sort++) {
        form->fine[sort] =
            form->fine[sort] == NR_TYPE_NONE ? usual[sort] : form->fine[sort];
    }
    if (name->end == name->first + 1) {
        hear_lists(form, text, name->first);
    } else if (form->fact == NULL) {
        hear_words(form, text, name);
    }
}

/* ---- Results: teams are called by their towns ---- */

static bool is_number(const struct place *place, uint32_t t)
{
    return t >= place->floor && t < place->limit &&
           place->text->tokens.items[t].shape == NR_SHAPE_NUMBER;
}

/* "Elda v Orsk" */
static bool is_versus(const struct place *place, uint32_t t)
{
    return is_word(place, t, "v") || is_word(place, t, "v.") || is_word(place, t, "vs") ||
           is_word(place, t, "vs.");
}

/* "ELDA AT ORSK": Elda plays, Orsk is where */
static bool is_fixture(const struct place *place)
{
    const struct nr_name *name = place->name;
    return name->first == place->floor && is_word(place, name->end, "at") &&
           place->text->tokens.items[name->end].shape == NR_SHAPE_UPPER;
}

/* "Elda 2 Orsk 1", "Orsk 12 7 3 2": a number after the name, another before it or behind
 * that. */
static bool in_result(const struct place *place)
{
    uint32_t end = place->name->end;
    bool starts = place->name->first == place->floor;
    if (is_versus(place, end) || (!starts && is_versus(place, place->name->first - 1)) ||
        is_fixture(place)) {
        return true;
    }
    if (!is_number(place, end)) {
        return false;
    }
    bool table = is_number(place, end + 1) && (starts || is_number(place, end + 2));
    bool second = !starts && is_number(place, place->name->first - 1);
    bool first = end + 2 < place->limit && nr_token_capital(place->text, end + 1) &&
                 (is_number(place, end + 2) || is_number(place, end + 3));
    return table || second || first;
}

/* ---- The verdict ---- */

static enum nr_sort_of_name winner(const struct nr_form *form)
{
    int best = NR_IS_ORG;
    for (int sort = 0; sort < NR_IS_COUNT; sort++) {
        if (form->votes[sort] + form->heard[sort] >
            form->votes[best] + form->heard[best]) {
            best = sort;
        }
    }
    return (enum nr_sort_of_name)best;
}

static struct place place_of(const struct nr_naming *naming, const struct nr_name *name)
{
    const struct nr_text *text = naming->text;
    const struct nr_sentence *sentence =
        &text->sentences.items[text->tokens.items[name->first].sentence];
    return (struct place){text, name, sentence->first_token, sentence->end_token};
}

static void hear_all(struct nr_naming *naming)
{
    for (uint32_t i = 0; i < naming->names.count; i++) {
        const struct nr_name *name = &naming->names.items[i];
        struct nr_form *form = &naming->forms.items[name->form];
        struct place place = place_of(naming, name);
        if (form->first_name == NR_NONE) {
            form->first_name = i;
            hear_form(form, naming->text, name);
        }
        hear_clues(form, &place);
        bool given = nr_token_in(naming->text, name->first, NR_IN(given_name)) ||
                     nr_token_in(naming->text, name->end - 1, NR_IN(surname));
        if (!given && in_result(&place)) {
            static const int8_t team[NR_IS_COUNT] = {0, 3, 0, 0, 0};
            hear(form, team);
        }
    }
}

static bool is_form(const struct nr_naming *naming, uint32_t word)
{
    return nr_form_find(naming, &word, 1) != NR_NONE;
}

/* Team Okoro: no person */
static bool is_plain_word(const struct nr_text *text, uint32_t word)
{
    const struct nr_lexeme *lexeme = text->words.items[word].lexeme;
    uint64_t lists = lexeme == NULL ? 0 : nr_lexeme_all_lists(lexeme);
    return (lists & NR_IN(given_name)) == 0 &&
           ((lists & NR_PLAIN) != 0 || text->words.items[word].lower_count > 0);
}

static const struct nr_form *word_form(const struct nr_naming *naming, uint32_t word)
{
    return &naming->forms.items[nr_form_find(naming, &word, 1)];
}

/* "Kelter Metals Inc." makes a body of "Kelter Metals". */
static void vote_without_suffix(struct nr_naming *naming, const struct nr_form *form)
{
    uint32_t core = nr_form_find(naming, form->words, form->word_count - 1u);
    if (core != NR_NONE) {
        nr_form_vote(&naming->forms.items[core], NR_IS_ORG, NR_TYPE_ORG, 8);
    }
}

/* "Zelda Orsk" and later "Orsk": so people are named; "Orsk Metals" and later "Orsk": so
 * bodies. */
static void short_forms_vote(struct nr_naming *naming)
{
    for (uint32_t f = 0; f < naming->forms.count; f++) {
        struct nr_form *form = &naming->forms.items[f];
        if (form->word_count < 2 || form->word_count > 4) {
            continue;
        }
        uint32_t last_word = form->words[form->word_count - 1];
        const struct nr_lexeme *lexeme = naming->text->words.items[last_word].lexeme;
        if (lexeme != NULL && (nr_lexeme_all_lists(lexeme) & NR_IN(org_suffix)) != 0) {
            vote_without_suffix(naming, form);
            continue;
        }
        bool first = is_form(naming, form->words[0]);
        bool last = is_form(naming, last_word);
        if (last && !first && !is_plain_word(naming->text, form->words[0])) {
            nr_form_vote(form, NR_IS_PERSON, NR_TYPE_PERSON, 3);
        } else if (first && !last) {
            enum nr_sort_of_name sort = winner(word_form(naming, form->words[0]));
            bool tells = sort == NR_IS_PERSON || sort == NR_IS_ORG;
            nr_form_vote(form, tells ? sort : NR_IS_ORG, NR_TYPE_NONE, tells ? 2 : 0);
        }
    }
}

/* "Grace Okoro" is a person: so, most likely, is "Okoro". */
static void full_names_vote(struct nr_naming *naming)
{
    for (uint32_t f = 0; f < naming->forms.count; f++) {
        const struct nr_form *full = &naming->forms.items[f];
        if (full->word_count < 2 || full->first_name == NR_NONE ||
            winner(full) != NR_IS_PERSON) {
            continue;
        }
        const uint32_t *ends[] = {&full->words[full->word_count - 1], &full->words[0]};
        for (size_t i = 0; i < 2; i++) {
            uint32_t form = nr_form_find(naming, ends[i], 1);
            if (form != NR_NONE) {
                nr_form_vote(&naming->forms.items[form], NR_IS_PERSON, NR_TYPE_PERSON,
                             i == 0 ? 12 : 3);
            }
        }
    }
}

bool nr_types_decide(struct nr_naming *naming)
{
    hear_all(naming);
    short_forms_vote(naming);
    full_names_vote(naming);
    for (uint32_t f = 0; f < naming->forms.count; f++) {
        struct nr_form *form = &naming->forms.items[f];
        form->type = form->fine[winner(form)];
    }
    for (uint32_t i = 0; i < naming->names.count; i++) {
        const struct nr_name *name = &naming->names.items[i];
        struct place place = place_of(naming, name);
        uint8_t type = naming->forms.items[name->form].type;
        bool town = nr_sort_of_type((enum nr_type)type) == NR_IS_PLACE &&
                    !nr_token_in(naming->text, name->first, NR_IN(country));
        bool family = naming->uses[nr_token_at(naming, name->end - 1)->word].family &&
                      name->end == name->first + 1;
        const struct nr_form *form = &naming->forms.items[name->form];
        bool body = form->votes[NR_IS_ORG] >= 12; /* "Major American Orsk Society" */
        if ((name->titled && !body) ||
            (family && (clue_speaks(&place) || clue_who(&place)))) {
            type = NR_TYPE_PERSON;
        } else if (town && in_result(&place)) {
            type = NR_TYPE_ORG;
        }
        naming->out->mentions.items[i].type = type;
    }
    return nr_arena_tick(naming->arena, naming->names.count);
}
