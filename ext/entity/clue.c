/* entity/clue.c: what do the words around a name say of it?
 *
 *     Velda Orsk, 45,   "age": a person     in Orsk   "in": a place     Orsk v Elda   two
 * teams
 *
 * Each clue has an example and its votes. A clue that is heard at every mention counts
 * for no more than a few: an article on the Orsk campaign names it fifty times.
 *
 * Knowingly wrong: "in Orsk" votes for a place where Orsk wrote the book. */
#include "entity/clue.h"

static bool in_lists(const struct nr_place *place, uint32_t t, uint64_t lists)
{
    return t >= place->floor && t < place->limit && nr_token_in(place->text, t, lists);
}

static bool is_char(const struct nr_place *place, uint32_t t, char c)
{
    return t >= place->floor && t < place->limit && nr_token_is_char(place->text, t, c);
}

static bool is_word(const struct nr_place *place, uint32_t t, const char *folded)
{
    return t >= place->floor && t < place->limit && nr_token_is(place->text, t, folded);
}

/* The token before the name; NR_NONE at the start of the sentence. */
static uint32_t before(const struct nr_place *place)
{
    return place->name->first > place->floor ? place->name->first - 1 : NR_NONE;
}

static bool before_is(const struct nr_place *place, uint64_t lists)
{
    return before(place) != NR_NONE && in_lists(place, before(place), lists);
}

static bool any_word(const struct nr_place *place, uint32_t t, const char *const *words)
{
    if (t < place->floor || t >= place->limit) {
        return false;
    }
    char letter = nr_word_of(place->text, t)->folded[0];
    while (*words != NULL &&
           ((*words)[0] != letter || !nr_token_is(place->text, t, *words))) {
        words++;
    }
    return *words != NULL;
}

/* ---- Clues around a mention ---- */

static bool clue_titled(const struct nr_place *place)
{
    return place->name->titled;
}

static bool clue_roled(const struct nr_place *place)
{
    return place->name->roled && !place->name->titled;
}

static bool speech_at(const struct nr_place *place, uint32_t t)
{
    if (t >= place->limit) {
        return false;
    }
    const struct nr_fact *fact = nr_token_fact(place->text, t, NR_LIST_speech_verb);
    uint32_t finite = NR_FLAG_PAST | NR_FLAG_THIRD;
    return fact != NULL && (fact->flags & finite) != 0 &&
           (fact->flags & NR_FLAG_SPEECH) != 0;
}

bool nr_name_speaks(const struct nr_place *place)
{
    return speech_at(place, place->name->end) ||
           (before(place) != NR_NONE && before(place) > place->floor &&
            place->text->tokens.items[before(place)].shape == NR_SHAPE_LOWER &&
            speech_at(place, before(place)) && !is_word(place, place->name->end, "'s"));
}

static bool clue_age(const struct nr_place *place)
{
    uint32_t t = place->name->end;
    if (!is_char(place, t, ',') || t + 1 >= place->limit ||
        place->text->tokens.items[t + 1].shape != NR_SHAPE_NUMBER) {
        return false;
    }
    uint32_t digits = nr_span_length(nr_token_span(place->text, t + 1));
    return digits <= 2 && (is_char(place, t + 2, ',') || is_char(place, t + 2, '.'));
}

bool nr_name_who(const struct nr_place *place)
{
    static const char *const words[] = {"who", "whose", "whom", NULL};
    uint32_t t = place->name->end;
    return any_word(place, is_char(place, t, ',') ? t + 1 : t, words);
}

static bool clue_in(const struct nr_place *place)
{
    static const char *const words[] = {"in", "near", "across", "throughout", NULL};
    return before(place) != NR_NONE && any_word(place, before(place), words) &&
           !is_word(place, place->name->end, "'s"); /* "in Orsk's office" */
}

/* "the Orsk", not "the Orsk campaign", "the Orsk-era" */
static bool clue_the(const struct nr_place *place)
{
    uint32_t t = place->name->end;
    bool noun = t < place->limit &&
                place->text->tokens.items[t].shape == NR_SHAPE_LOWER &&
                !in_lists(place, t, NR_FUNCTION | NR_IN(speech_verb) | NR_IN(adverb));
    return before(place) != NR_NONE && is_word(place, before(place), "the") && !noun &&
           !is_char(place, t, '-');
}

static bool clue_based(const struct nr_place *place)
{
    uint32_t t = place->name->end;
    return is_char(place, t, '-') && is_word(place, t + 1, "based");
}

/* Only where a mark ends it: "Loretta Lynch, U.S. attorney" is no town. */
static bool clue_in_place(const struct nr_place *place)
{
    uint32_t t = place->name->end;
    uint32_t after = t + 1;
    return is_char(place, t, ',') && after < place->limit &&
           nr_phrase_at(place->text, t + 1, NR_IN(country) | NR_IN(region), &after) !=
               NULL &&
           (after == place->limit || is_char(place, after, ',') ||
            is_char(place, after, '.') || is_char(place, after, ')'));
}

static bool clue_kin(const struct nr_place *place)
{
    return before_is(place, NR_IN(person_noun));
}

static bool clue_power(const struct nr_place *place)
{
    static const char *const words[] = {"administration", "presidency", "supporters",
                                        "voters",         "aides",      "adviser",
                                        "advisers",       "supporter",  NULL};
    return any_word(place, place->name->end, words) &&
           place->text->tokens.items[place->name->first].shape != NR_SHAPE_UPPER;
}

static bool clue_from(const struct nr_place *place)
{
    uint32_t t = place->name->end;
    uint32_t after = t + 1;
    return t - place->name->first >= 2 && is_char(place, t, '(') &&
           after < place->limit &&
           nr_phrase_at(place->text, t + 1, NR_IN(country), &after) != NULL &&
           is_char(place, after, ')');
}

static bool clue_company(const struct nr_place *place)
{
    static const char *const words[] = {"shares", "employees", "executives", "stock",
                                        NULL};
    uint32_t t = place->name->end;
    return any_word(place, t, words);
}

/* ---- Results: teams are called by their towns ---- */

static bool is_number(const struct nr_place *place, uint32_t t)
{
    return t >= place->floor && t < place->limit &&
           place->text->tokens.items[t].shape == NR_SHAPE_NUMBER;
}

/* "Elda v Orsk" */
static bool is_versus(const struct nr_place *place, uint32_t t)
{
    return is_word(place, t, "v") || is_word(place, t, "v.") || is_word(place, t, "vs") ||
           is_word(place, t, "vs.");
}

/* "ELDA AT ORSK": Elda plays, Orsk is where */
static bool is_fixture(const struct nr_place *place)
{
    const struct nr_name *name = place->name;
    return name->first == place->floor && is_word(place, name->end, "at") &&
           place->text->tokens.items[name->end].shape == NR_SHAPE_UPPER;
}

/* "Elda 2 Orsk 1", "Orsk 12 7 3 2": a number after the name, another before it or behind
 * that. */
bool nr_in_result(const struct nr_place *place)
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

/* ---- The table ---- */

struct clue {
    const char *example;
    bool (*holds)(const struct nr_place *place);
    int8_t votes[NR_IS_COUNT]; /* person, org, place, norp, thing */
};

static const struct clue clues[] = {
    {"Mr. Orsk; President Orsk", clue_titled, {14, -4, -4, -6, -6}},
    {"lawyer Orsk; Orsk, a lawyer,", clue_roled, {6, -2, -2, -4, -4}},
    {"Orsk said; said Orsk", nr_name_speaks, {3, 1, 0, -1, -2}},
    {"Orsk, 45,", clue_age, {8, -2, -2, -2, -2}},
    {"Orsk, who", nr_name_who, {3, 0, 0, 0, 0}},
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

void nr_clues_hear(struct nr_form *form, const struct nr_place *place)
{
    const struct nr_text *text = place->text;
    bool named_so = nr_token_in(text, place->name->first, NR_IN(given_name)) ||
                    nr_token_in(text, place->name->end - 1, NR_IN(surname));
    if (!named_so && nr_in_result(place)) {
        static const int8_t team[NR_IS_COUNT] = {0, 3, 0, 0, 0};
        hear(form, team);
    }
    for (size_t i = 0; i < sizeof clues / sizeof clues[0]; i++) {
        if (clues[i].holds(place)) {
            hear(form, clues[i].votes);
        }
    }
}
