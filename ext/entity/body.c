/* entity/body.c: which names are one body, place or thing?
 *
 *     U.S., US, United States, EE. UU.                  one canonical name in the lists
 *     World Health Organization (WHO); WHO              an acronym by its initials
 *     Kelter Holdings Inc, Kelter Holdings              the suffix does not count
 *     Quarrel University, Quarrel                       a body by its first word, if
 * nothing else is called so
 *
 * A people is never its country: American and United States are two, with one country
 * code.
 *
 * Knowingly wrong: two bodies with the same initials in one article. */
#include "entity/naming.h"

#include <string.h>

enum { INITIALS = 12 };

static bool is_person(const struct nr_form *form)
{
    return form->type == NR_TYPE_PERSON || form->first_name == NR_NONE;
}

static uint64_t lists_of(const struct nr_text *text, uint32_t word)
{
    const struct nr_lexeme *lexeme = text->words.items[word].lexeme;
    return lexeme == NULL ? 0 : nr_lexeme_all_lists(lexeme);
}

/* ---- What the lists call by one name ---- */

/* "CN" -> its place in nr_groups.countries; NR_NONE for none. */
static uint32_t country_index(const struct nr_fact *fact)
{
    uint32_t first = (uint32_t)(unsigned char)fact->country[0] - 'A';
    uint32_t second = (uint32_t)(unsigned char)fact->country[1] - 'A';
    return first < 26 && second < 26 ? first * 26 + second : NR_NONE;
}

static uint32_t country_count(const struct nr_groups *groups, const struct nr_fact *fact)
{
    uint32_t index = country_index(fact);
    return index == NR_NONE ? 0 : groups->countries[index];
}

/* The fact of a one-word name for this type; of two (Georgia) that of the country which
 * the article speaks of more. alone: whether there was but one. */
static const struct nr_fact *word_fact(const struct nr_naming *naming,
                                       const struct nr_groups *groups,
                                       const struct nr_form *form, bool *alone)
{
    const struct nr_text *text = naming->text;
    uint32_t t = naming->names.items[form->first_name].first;
    uint64_t lists = nr_token_lists(text, t) & NR_NAMED;
    const struct nr_fact *best = NULL;
    *alone = true;
    for (uint32_t list = 0; lists >> list != 0; list++) {
        const struct nr_fact *fact =
            (lists >> list & 1) != 0 ? nr_token_fact(text, t, (enum nr_list)list) : NULL;
        if (fact == NULL || fact->type != form->type) {
            continue;
        }
        *alone = best == NULL;
        if (best == NULL || country_count(groups, fact) > country_count(groups, best)) {
            best = fact;
        }
    }
    return best;
}

/* The fact that made this form what it is. */
static const struct nr_fact *deciding_fact(const struct nr_naming *naming,
                                           const struct nr_groups *groups,
                                           const struct nr_form *form)
{
    bool alone = true;
    const struct nr_fact *fact =
        form->word_count > 1 ? NULL : word_fact(naming, groups, form, &alone);
    return fact != NULL ? fact : form->fact;
}

/* Which countries the article speaks of: by names that can mean but one. */
static void count_countries(const struct nr_naming *naming, struct nr_groups *groups)
{
    for (uint32_t i = 0; i < naming->names.count && nr_arena_tick(naming->arena, 2);
         i++) {
        const struct nr_form *form = &naming->forms.items[naming->names.items[i].form];
        bool alone = true;
        const struct nr_fact *fact = form->fact;
        if (form->word_count == 1 && form->type != NR_TYPE_PERSON) {
            fact = word_fact(naming, groups, form, &alone);
        }
        uint32_t index = fact == NULL || !alone ? NR_NONE : country_index(fact);
        if (index != NR_NONE && groups->countries[index] < UINT16_MAX) {
            groups->countries[index]++;
        }
    }
}

/* How much of its name tells a listed thing from others: Iraqis are the Iraqi. */
static uint32_t key_length(const struct nr_fact *fact)
{
    const char *name = nr_fact_canonical(fact);
    uint32_t length = (uint32_t)strlen(name);
    bool people = fact->list == NR_LIST_demonym || fact->list == NR_LIST_norp;
    bool plural = people && (fact->flags & NR_FLAG_PLURAL) != 0 && length > 1 &&
                  name[length - 1] == 's';
    return plural ? length - 1 : length;
}

/* The singular names a people, where the article has it. */
static void keep_singular(struct nr_group *group, const struct nr_fact *fact)
{
    if (group->fact != NULL && (group->fact->flags & NR_FLAG_PLURAL) != 0 &&
        key_length(group->fact) == key_length(fact)) {
        group->fact = fact;
    }
}

uint32_t nr_group_by_fact(struct nr_naming *naming, struct nr_groups *groups,
                          uint32_t index)
{
    const struct nr_form *form = &naming->forms.items[index];
    const struct nr_fact *fact = deciding_fact(naming, groups, form);
    if (fact == NULL) {
        return nr_group_add(naming, groups, index, (enum nr_type)form->type);
    }
    const char *name = nr_fact_canonical(fact);
    uint32_t *slot = nr_map_slot(naming->arena, &groups->by_name, name, key_length(fact));
    if (slot == NULL) {
        return NR_NONE;
    }
    bool same = *slot != NR_NONE &&
                nr_sort_of_type((enum nr_type)groups->all.items[*slot].type) ==
                    nr_sort_of_type((enum nr_type)form->type);
    if (same) {
        keep_singular(&groups->all.items[*slot], fact);
        return *slot;
    }
    uint32_t group = nr_group_add(naming, groups, index, (enum nr_type)form->type);
    if (group != NR_NONE) {
        groups->all.items[group].fact = fact;
        *slot = *slot == NR_NONE ? group : *slot;
    }
    return group;
}

/* ---- Shorter forms of a body's name ---- */

/* The group of the form of these words, if it is a body's. */
static uint32_t body_of_words(const struct nr_naming *naming, const uint32_t *words,
                              uint32_t count)
{
    uint32_t form = nr_form_find(naming, words, count);
    bool body = form != NR_NONE && naming->forms.items[form].type == NR_TYPE_ORG;
    return body ? naming->forms.items[form].group : NR_NONE;
}

/* Kelter Holdings Inc -> Kelter Holdings */
static uint32_t without_suffix(const struct nr_naming *naming, const struct nr_form *form)
{
    uint32_t count = form->word_count;
    uint32_t group = NR_NONE;
    while (group == NR_NONE && count > 1 &&
           (lists_of(naming->text, form->words[count - 1]) & NR_IN(org_suffix)) != 0) {
        count--;
        group = body_of_words(naming, form->words, count);
    }
    return group;
}

/* U.S. Farm Department -> Farm Department; Houston Herons -> Herons; Quarrel University
 * -> Quarrel */
static uint32_t by_its_ends(const struct nr_naming *naming, const struct nr_form *form)
{
    const struct nr_text *text = naming->text;
    uint64_t first = lists_of(text, form->words[0]);
    const uint32_t *last = &form->words[form->word_count - 1];
    const struct nr_word *word = &text->words.items[*last];
    if ((first & (NR_IN(country) | NR_IN(demonym))) != 0) {
        return form->word_count > 2
                   ? body_of_words(naming, form->words + 1, form->word_count - 1u)
                   : NR_NONE;
    }
    if ((first & (NR_IN(city) | NR_IN(region))) != 0) {
        bool team = word->folded[word->length - 1] == 's' &&
                    (lists_of(text, *last) & (NR_HEADS | NR_NAMED)) == 0;
        return team ? body_of_words(naming, last, 1) : NR_NONE;
    }
    bool plain = text->words.items[form->words[0]].lower_count > 0 ||
                 (first & (NR_PLAIN | NR_NAMED)) != 0;
    return plain ? NR_NONE : body_of_words(naming, form->words, 1);
}

static void merge_groups(struct nr_groups *groups, struct nr_form *form, uint32_t into)
{
    struct nr_group *other = &groups->all.items[form->group];
    struct nr_group *group = &groups->all.items[into];
    if (group->fact == NULL) {
        group->fact = other->fact;
    }
    form->group = into;
}

static bool has_suffix(const struct nr_naming *naming, const struct nr_form *form)
{
    uint32_t last = form->words[form->word_count - 1];
    return form->word_count > 1 &&
           (lists_of(naming->text, last) & NR_IN(org_suffix)) != 0;
}

/* "Kelter" is Kelter Inc, where there is one, and not its Kelter Metals Inc. */
static bool is_taken(const struct nr_naming *naming, const struct nr_groups *groups,
                     const struct nr_form *form, uint32_t shorter)
{
    const struct nr_form *whose = &naming->forms.items[groups->all.items[shorter].form];
    return has_suffix(naming, form) && has_suffix(naming, whose) &&
           whose->word_count < form->word_count;
}

/* Joins each body with the one whose name is its own without some of its words. */
static bool join_shorter(struct nr_naming *naming, struct nr_groups *groups,
                         uint32_t (*without)(const struct nr_naming *,
                                             const struct nr_form *))
{
    for (uint32_t f = 0; f < naming->forms.count && nr_arena_tick(naming->arena, 4);
         f++) {
        struct nr_form *form = &naming->forms.items[f];
        bool body = !is_person(form) && form->type == NR_TYPE_ORG && form->word_count > 1;
        uint32_t shorter = body ? without(naming, form) : NR_NONE;
        if (shorter == NR_NONE || shorter == form->group ||
            is_taken(naming, groups, form, shorter)) {
            continue;
        }
        struct nr_group *group = &groups->all.items[shorter];
        if (naming->forms.items[group->form].word_count < form->word_count) {
            group->form = f;
        }
        merge_groups(groups, form, shorter);
    }
    return naming->arena->status == NR_OK;
}

/* ---- Acronyms ---- */

static bool is_acronym(const struct nr_naming *naming, const struct nr_form *form)
{
    uint32_t first = naming->names.items[form->first_name].first;
    return form->word_count == 1 && nr_token_at(naming, first)->shape == NR_SHAPE_UPPER;
}

/* Which of a name's words give a letter. */
enum { WITH_SMALL = 1, WITH_SUFFIX = 2, WAYS = 4 };

/* The initials of a form's words in one of these ways: "doj", "dotj". */
static uint32_t initials_of(const struct nr_text *text, const struct nr_form *form,
                            char out[INITIALS], int way)
{
    uint32_t length = 0;
    for (uint32_t i = 0; i < form->word_count && length < INITIALS; i++) {
        uint64_t lists = lists_of(text, form->words[i]);
        bool small = (lists & NR_FUNCTION) != 0 && (way & WITH_SMALL) == 0;
        bool suffix = (lists & NR_IN(org_suffix)) != 0 && (way & WITH_SUFFIX) == 0;
        if (!small && !suffix) {
            out[length++] = text->words.items[form->words[i]].folded[0];
        }
    }
    return length;
}

/* Acronym -> the group of the longer name, for every form of several words. */
static bool note_initials(struct nr_naming *naming, struct nr_map *initials,
                          const struct nr_form *form, int way)
{
    char letters[INITIALS];
    uint32_t length = initials_of(naming->text, form, letters, way);
    if (length < 2) {
        return true;
    }
    uint32_t known = nr_map_find(initials, letters, length);
    if (known != NR_NONE) {
        return true;
    }
    const char *kept = nr_arena_copy(naming->arena, letters, length);
    uint32_t *slot =
        kept == NULL ? NULL : nr_map_slot(naming->arena, initials, kept, length);
    if (slot == NULL) {
        return false;
    }
    *slot = form->group;
    return true;
}

/* The letters of "W.H.O." and "WHO". */
static uint32_t letters_of(const struct nr_word *word, char out[INITIALS])
{
    uint32_t length = 0;
    for (uint32_t i = 0; i < word->length && length < INITIALS; i++) {
        if (word->folded[i] != '.') {
            out[length++] = word->folded[i];
        }
    }
    return length;
}

static bool note_all_initials(struct nr_naming *naming, struct nr_map *initials)
{
    for (uint32_t f = 0; f < naming->forms.count && nr_arena_tick(naming->arena, 4);
         f++) {
        const struct nr_form *form = &naming->forms.items[f];
        bool body = !is_person(form) && form->word_count > 1;
        for (int way = 0; body && way < WAYS; way++) {
            if (!note_initials(naming, initials, form, way)) {
                return false;
            }
        }
    }
    return true;
}

static bool join_acronyms(struct nr_naming *naming, struct nr_groups *groups)
{
    struct nr_map initials = {0};
    if (!note_all_initials(naming, &initials)) {
        return false;
    }
    for (uint32_t f = 0;
         f < naming->forms.count && initials.count > 0 && nr_arena_tick(naming->arena, 1);
         f++) {
        struct nr_form *form = &naming->forms.items[f];
        if (is_person(form) || !is_acronym(naming, form)) {
            continue;
        }
        char letters[INITIALS];
        uint32_t length = letters_of(&naming->text->words.items[form->words[0]], letters);
        uint32_t full = nr_map_find(&initials, letters, length);
        if (full == NR_NONE || full == form->group) {
            continue;
        }
        const struct nr_fact *fact = groups->all.items[form->group].fact;
        const struct nr_fact *other = groups->all.items[full].fact;
        if (fact == NULL || other == NULL) { /* two listed names are two things */
            merge_groups(groups, form, full);
        }
    }
    return true;
}

/* Does `brief` stand between brackets right behind `full`? "Kelter Corp <KLT.N>" */
static bool is_bracketed(const struct nr_text *text, const struct nr_name *full,
                         const struct nr_name *brief)
{
    if (brief->first != full->end + 1 || brief->end >= text->tokens.count) {
        return false;
    }
    return (nr_token_is_char(text, full->end, '(') &&
            nr_token_is_char(text, brief->end, ')')) ||
           (nr_token_is_char(text, full->end, '<') &&
            nr_token_is_char(text, brief->end, '>'));
}

/* "Party of Northern Action (SDA)": whatever its letters. */
static void join_brackets(struct nr_naming *naming, struct nr_groups *groups)
{
    const struct nr_text *text = naming->text;
    for (uint32_t i = 0; i + 1 < naming->names.count && nr_arena_tick(naming->arena, 2);
         i++) {
        const struct nr_name *full = &naming->names.items[i];
        const struct nr_name *brief = &naming->names.items[i + 1];
        struct nr_form *form = &naming->forms.items[brief->form];
        const struct nr_form *body = &naming->forms.items[full->form];
        bool joins = is_bracketed(text, full, brief) && body->word_count > 1 &&
                     body->type == NR_TYPE_ORG && form->type == NR_TYPE_ORG &&
                     is_acronym(naming, form) && form->group != body->group &&
                     groups->all.items[form->group].fact == NULL;
        if (joins) {
            merge_groups(groups, form, body->group);
        }
    }
}

/* ---- All forms ---- */

bool nr_bodies_group(struct nr_naming *naming, struct nr_groups *groups)
{
    count_countries(naming, groups);
    for (uint32_t f = 0; f < naming->forms.count && nr_arena_tick(naming->arena, 1);
         f++) {
        struct nr_form *form = &naming->forms.items[f];
        if (is_person(form)) {
            continue;
        }
        form->group = nr_group_by_fact(naming, groups, f);
        if (form->group == NR_NONE) {
            return false;
        }
    }
    if (!join_shorter(naming, groups, without_suffix) ||
        !join_shorter(naming, groups, by_its_ends)) {
        return false;
    }
    join_brackets(naming, groups);
    return join_acronyms(naming, groups) && naming->arena->status == NR_OK;
}
