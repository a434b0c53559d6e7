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
#include "entity/abroad.h"
#include "entity/clue.h"
#include "entity/name_features.h"

#include <string.h>

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
    bool english =
        text->language == NR_LANGUAGE_EN; /* "de" is in no name of a body there */
    for (uint32_t t = name->first; t < name->end; t++) {
        uint8_t shape = text->tokens.items[t].shape;
        weight += is_initial(text, name, t) ? 4 : 0;
        weight += shape == NR_SHAPE_MARK ? 4 : 0;
        weight += nr_token_in(text, t, NR_IN(name_suffix)) ? 4 : 0;
        bool particle = english && shape == NR_SHAPE_LOWER &&
                        nr_token_in(text, t, NR_IN(name_particle));
        weight += particle ? 2 : 0;
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
    if (form->fact == NULL) {
        nr_hear_abroad(form, text, name);
    }
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

static struct nr_place place_of(const struct nr_naming *naming,
                                const struct nr_name *name)
{
    const struct nr_text *text = naming->text;
    const struct nr_sentence *sentence =
        &text->sentences.items[text->tokens.items[name->first].sentence];
    return (struct nr_place){text, name, sentence->first_token, sentence->end_token};
}

static void hear_all(struct nr_naming *naming)
{
    for (uint32_t i = 0; i < naming->names.count && nr_arena_tick(naming->arena, 8);
         i++) {
        const struct nr_name *name = &naming->names.items[i];
        struct nr_form *form = &naming->forms.items[name->form];
        struct nr_place place = place_of(naming, name);
        if (form->first_name == NR_NONE) {
            form->first_name = i;
            hear_form(form, naming->text, name);
        }
        form->titled |= name->titled;
        nr_clues_hear(form, &place);
        if (form->fact == NULL) {
            nr_hear_where(form, naming->text, name);
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

/* May the first words of a company's name be the company, said for short? Not a surname
 * that the article gives to somebody, nor what begins as a person's name does. */
static bool may_be_short(const struct nr_naming *naming, const struct nr_form *brief)
{
    const struct nr_lexeme *first = naming->text->words.items[brief->words[0]].lexeme;
    bool given = first != NULL && (nr_lexeme_all_lists(first) & NR_IN(given_name)) != 0;
    bool family = naming->uses[brief->words[0]].family;
    return !brief->titled && (brief->word_count == 1 ? !family : !given);
}

/* "Kelter Metals Inc." makes a body of "Kelter Metals", and of "Kelter", whoever may be
 * called so elsewhere. */
static void vote_without_suffix(struct nr_naming *naming, const struct nr_form *company)
{
    enum { CORE = 8, SHORT = 200 };
    for (uint32_t count = company->word_count - 1u; count > 0; count--) {
        uint32_t f = nr_form_find(naming, company->words, count);
        struct nr_form *brief = f != NR_NONE ? &naming->forms.items[f] : NULL;
        bool core = count + 1u == company->word_count;
        if (brief != NULL && may_be_short(naming, brief)) {
            nr_form_vote(brief, NR_IS_ORG, NR_TYPE_ORG, SHORT);
        } else if (brief != NULL && core) {
            nr_form_vote(brief, NR_IS_ORG, NR_TYPE_ORG, CORE);
        }
    }
}

/* "Zelda Orsk" and later "Orsk": so people are named; "Orsk Metals" and later "Orsk": so
 * bodies. */
static void short_forms_vote(struct nr_naming *naming)
{
    for (uint32_t f = 0; f < naming->forms.count && nr_arena_tick(naming->arena, 4);
         f++) {
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
            if (naming->uses[form->words[0]].family) {
                sort = NR_IS_ORG; /* Okoro Plaza */
            }
            bool tells = sort == NR_IS_PERSON || sort == NR_IS_ORG;
            nr_form_vote(form, tells ? sort : NR_IS_ORG, NR_TYPE_NONE, tells ? 2 : 0);
        }
    }
}

/* "Grace Okoro" is a person: so, most likely, is "Okoro". */
static void full_names_vote(struct nr_naming *naming)
{
    for (uint32_t f = 0; f < naming->forms.count && nr_arena_tick(naming->arena, 2);
         f++) {
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

/* The learned sort at this place; which exactly, lists and heads say. */
static uint8_t labelled_type(const struct nr_name *name, const struct nr_form *form)
{
    bool people = form->votes[NR_IS_NORP] + form->heard[NR_IS_NORP] >
                  form->votes[NR_IS_THING] + form->heard[NR_IS_THING];
    switch ((enum nr_name_sort)name->sort) {
    case NR_NAMES_PER:
        return NR_TYPE_PERSON;
    case NR_NAMES_ORG:
        return NR_TYPE_ORG;
    case NR_NAMES_LOC: {
        bool body = form->fact != NULL && form->fact->list == NR_LIST_organisation;
        return body ? NR_TYPE_ORG : form->fine[NR_IS_PLACE];
    }
    default:
        return form->fine[people ? NR_IS_NORP : NR_IS_THING];
    }
}

bool nr_types_decide(struct nr_naming *naming)
{
    hear_all(naming);
    short_forms_vote(naming);
    full_names_vote(naming);
    for (uint32_t f = 0; f < naming->forms.count && nr_arena_tick(naming->arena, 1);
         f++) {
        struct nr_form *form = &naming->forms.items[f];
        form->type = form->fine[winner(form)];
    }
    for (uint32_t i = 0; i < naming->names.count && nr_arena_tick(naming->arena, 8);
         i++) {
        const struct nr_name *name = &naming->names.items[i];
        struct nr_place place = place_of(naming, name);
        uint8_t type = naming->forms.items[name->form].type;
        bool town = nr_sort_of_type((enum nr_type)type) == NR_IS_PLACE &&
                    !nr_token_in(naming->text, name->first, NR_IN(country));
        bool family = naming->uses[nr_token_at(naming, name->end - 1)->word].family &&
                      name->end == name->first + 1;
        const struct nr_form *form = &naming->forms.items[name->form];
        if (name->labelled && !nr_fact_is_own(naming->text, form->fact)) {
            bool person = name->sort == NR_NAMES_PER;
            bool agreed = person == (form->type == NR_TYPE_PERSON);
            naming->out->mentions.items[i].type =
                agreed ? labelled_type(name, form) : form->type;
            continue;
        }
        bool body = form->votes[NR_IS_ORG] >= 12; /* "Major American Orsk Society" */
        if ((name->titled && !body) ||
            (family && (nr_name_speaks(&place) || nr_name_who(&place)))) {
            type = NR_TYPE_PERSON;
        } else if (town && nr_in_result(&place)) {
            type = NR_TYPE_ORG;
        }
        naming->out->mentions.items[i].type = type;
    }
    return naming->arena->status == NR_OK;
}
