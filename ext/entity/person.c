/* entity/person.c: which names are one person?
 *
 *     Joseph R. Marlow, Joe Marlow, J. Marlow       one: same family name, given names
 * that fit Ada Marlow                                    another Marlow, Mr. Marlow Joe,
 * if he was the last Marlow so called
 *
 * Full names first: they are compared by family name, then by given name, initials and
 * short forms. Then, in reading order, each name of one word goes to the person who may
 * be called so: by family name before given name, by gender where a title tells it, by
 * role, to whom the article has called so before, to whom it named last. Papers call the
 * main bearer of a name by it alone and give the others their full names.
 *
 * Knowingly wrong: a father and a son of one name are one, unless a "Jr." tells them
 * apart. */
#include "entity/naming.h"

#include <string.h>

enum { MOST_CALLS = 24 }; /* people of one name in one article that are looked at */

/* ---- The parts of a name ---- */

static bool is_suffix(const struct nr_text *text, uint32_t word)
{
    const struct nr_lexeme *lexeme = text->words.items[word].lexeme;
    return lexeme != NULL && (nr_lexeme_all_lists(lexeme) & NR_IN(name_suffix)) != 0;
}

/* How many words are left without Jr., III. */
static uint32_t core_count(const struct nr_text *text, const struct nr_form *form)
{
    uint32_t count = form->word_count;
    while (count > 1 && is_suffix(text, form->words[count - 1])) {
        count--;
    }
    return count;
}

/* How many particles it begins with: "de Wit", "al-Sabah" are family names, not full
 * ones. */
static uint32_t particle_count(const struct nr_text *text, const struct nr_form *form)
{
    uint32_t count = 0;
    while (count + 1 < form->word_count) {
        const struct nr_lexeme *lexeme = text->words.items[form->words[count]].lexeme;
        uint64_t lists = lexeme == NULL ? 0 : nr_lexeme_all_lists(lexeme);
        if ((lists & NR_IN(name_particle)) == 0 || (lists & NR_IN(given_name)) != 0) {
            break;
        }
        count++;
    }
    return count;
}

/* Does it have a given name and a family name? */
static bool is_full(const struct nr_text *text, const struct nr_form *form)
{
    uint32_t core = core_count(text, form);
    bool monarch = core == 1 && form->word_count > 1; /* Henry VIII */
    return monarch || core >= particle_count(text, form) + 2;
}

static bool is_initial(const struct nr_word *word)
{
    return word->length == 1 || (word->length <= 4 && word->folded[1] == '.');
}

static const struct nr_fact *given_fact(const struct nr_text *text, uint32_t word)
{
    const struct nr_lexeme *lexeme = text->words.items[word].lexeme;
    return lexeme == NULL ? NULL : nr_lexeme_fact(lexeme, NR_LIST_given_name);
}

/* Hilary and Hillary: one letter more, in a long name. */
static bool spelt_alike(const struct nr_word *a, const struct nr_word *b)
{
    const struct nr_word *shorter = a->length < b->length ? a : b;
    const struct nr_word *longer = a->length < b->length ? b : a;
    if (longer->length != shorter->length + 1 || shorter->length < 6) {
        return false;
    }
    uint32_t same = 0;
    while (same < shorter->length && shorter->folded[same] == longer->folded[same]) {
        same++;
    }
    return memcmp(shorter->folded + same, longer->folded + same + 1,
                  shorter->length - same) == 0;
}

/* Joe and Joseph, J. and Joe, Joe and Joe */
static bool given_fits(const struct nr_text *text, uint32_t a, uint32_t b)
{
    if (a == b) {
        return true;
    }
    const struct nr_word *one = &text->words.items[a];
    const struct nr_word *other = &text->words.items[b];
    if (is_initial(one) || is_initial(other)) {
        return one->folded[0] == other->folded[0];
    }
    if (spelt_alike(one, other)) {
        return true;
    }
    const struct nr_fact *fact = given_fact(text, a);
    const struct nr_fact *second = given_fact(text, b);
    return fact != NULL && second != NULL &&
           strcmp(nr_fact_canonical(fact), nr_fact_canonical(second)) == 0;
}

/* Are all words of the shorter in the longer, in order, initials fitting? */
static bool within(const struct nr_text *text, const uint32_t *shorter,
                   uint32_t short_count, const uint32_t *longer, uint32_t long_count)
{
    uint32_t at = 0;
    for (uint32_t i = 0; i < short_count; i++) {
        while (at < long_count && !given_fits(text, shorter[i], longer[at])) {
            at++;
        }
        if (at == long_count) {
            return false;
        }
        at++;
    }
    return true;
}

/* Suu Kyi, of Aung San Suu Kyi; Wasserman Schultz, of Debbie Wasserman Schultz */
static bool is_tail(const struct nr_form *shorter, uint32_t short_count,
                    const struct nr_form *longer, uint32_t long_count)
{
    return short_count >= 2 && short_count < long_count &&
           memcmp(shorter->words, longer->words + (long_count - short_count),
                  short_count * sizeof *shorter->words) == 0;
}

/* Two full names: may they be one person's? */
static bool names_fit(const struct nr_text *text, const struct nr_form *a,
                      const struct nr_form *b)
{
    uint32_t a_count = core_count(text, a);
    uint32_t b_count = core_count(text, b);
    if (a->word_count - a_count != b->word_count - b_count ||
        memcmp(a->words + a_count, b->words + b_count,
               (a->word_count - a_count) * sizeof *a->words) != 0) {
        return false; /* a Jr. and no Jr., VIII and IV */
    }
    const struct nr_form *shorter = a_count <= b_count ? a : b;
    const struct nr_form *longer = a_count <= b_count ? b : a;
    uint32_t least = a_count <= b_count ? a_count : b_count;
    uint32_t most = a_count <= b_count ? b_count : a_count;
    if (is_tail(shorter, least, longer, most)) {
        return true;
    }
    return given_fits(text, a->words[0], b->words[0]) && /* not Bill and Hillary */
           within(text, shorter->words, least, longer->words, most);
}

/* ---- Calls ---- */

static bool add_call(struct nr_naming *naming, struct nr_groups *groups, uint32_t word,
                     uint32_t group, enum nr_call_how how)
{
    uint32_t walked = 0;
    for (uint32_t c = groups->first_call[word]; c != NR_NONE && walked < MOST_CALLS;
         c = groups->calls.items[c].next, walked++) {
        if (groups->calls.items[c].group == group && groups->calls.items[c].how == how) {
            return true;
        }
    }
    struct nr_call *call = nr_list_push(naming->arena, &groups->calls, sizeof *call);
    if (call == NULL) {
        return false;
    }
    *call = (struct nr_call){group, groups->first_call[word], (uint8_t)how};
    groups->first_call[word] = groups->calls.count - 1;
    return true;
}

static bool add_calls(struct nr_naming *naming, struct nr_groups *groups,
                      const struct nr_form *form, uint32_t group)
{
    const struct nr_text *text = naming->text;
    uint32_t count = core_count(text, form);
    for (uint32_t i = 0; i < count; i++) {
        enum nr_call_how how = i + 1 == count ? NR_CALL_FAMILY
                               : i == 0       ? NR_CALL_GIVEN
                                              : NR_CALL_MIDDLE;
        const struct nr_word *word = &text->words.items[form->words[i]];
        bool callable = !is_initial(word);
        if (callable && !add_call(naming, groups, form->words[i], group, how)) {
            return false;
        }
    }
    return true;
}

/* ---- Full names ---- */

/* The known person whose family name (or last but one) is this word and whose name fits.
 */
static uint32_t known_person(const struct nr_naming *naming,
                             const struct nr_groups *groups, const struct nr_form *form,
                             uint32_t word, bool family_only)
{
    uint32_t walked = 0;
    for (uint32_t c = groups->first_call[word]; c != NR_NONE && walked < MOST_CALLS;
         c = groups->calls.items[c].next, walked++) {
        const struct nr_call *call = &groups->calls.items[c];
        const struct nr_group *group = &groups->all.items[call->group];
        if (call->how == NR_CALL_GIVEN || (family_only && call->how != NR_CALL_FAMILY)) {
            continue;
        }
        if (names_fit(naming->text, form, &naming->forms.items[group->form])) {
            return call->group;
        }
    }
    return NR_NONE;
}

static uint32_t find_person(const struct nr_naming *naming,
                            const struct nr_groups *groups, const struct nr_form *form)
{
    uint32_t count = core_count(naming->text, form);
    uint32_t found = known_person(naming, groups, form, form->words[count - 1], false);
    for (uint32_t i = 1; i + 1 < count && found == NR_NONE; i++) {
        found = known_person(naming, groups, form, form->words[i], true);
    }
    return found;
}

static void learn_gender(struct nr_group *group, const struct nr_text *text,
                         const struct nr_form *form)
{
    bool listed =
        form->fact != NULL && form->fact->gender != NR_GENDER_NONE; /* the user's */
    const struct nr_fact *given = listed ? form->fact : given_fact(text, form->words[0]);
    bool told = given != NULL && given->gender != NR_GENDER_NONE &&
                given->gender != NR_GENDER_UNKNOWN;
    if (told && group->gender_basis == NR_BASIS_NONE) {
        group->gender = given->gender;
        group->gender_basis = NR_BASIS_NAME;
    }
}

/* A person whom the user lists (article_options): all forms of the line are one person.
 */
static bool is_listed(const struct nr_form *form)
{
    return form->fact != NULL && form->fact->list == NR_LIST_thing &&
           form->fact->type == NR_TYPE_PERSON;
}

static bool group_person(struct nr_naming *naming, struct nr_groups *groups,
                         uint32_t index)
{
    struct nr_form *form = &naming->forms.items[index];
    uint32_t group = is_listed(form) ? nr_group_by_fact(naming, groups, index)
                                     : find_person(naming, groups, form);
    if (group == NR_NONE && !is_listed(form)) {
        group = nr_group_add(naming, groups, index, NR_TYPE_PERSON);
    }
    if (group == NR_NONE) {
        return false;
    }
    struct nr_group *person = &groups->all.items[group];
    if (form->word_count > naming->forms.items[person->form].word_count) {
        person->form = index;
    }
    form->group = group;
    learn_gender(person, naming->text, form);
    return add_calls(naming, groups, form, group);
}

bool nr_persons_group(struct nr_naming *naming, struct nr_groups *groups)
{
    for (uint32_t f = 0; f < naming->forms.count; f++) {
        const struct nr_form *form = &naming->forms.items[f];
        bool full = form->type == NR_TYPE_PERSON && form->first_name != NR_NONE &&
                    (is_full(naming->text, form) || is_listed(form));
        if (full && !group_person(naming, groups, f)) {
            return false;
        }
        if (!nr_arena_tick(naming->arena, 1)) {
            return false;
        }
    }
    return true;
}

/* ---- Names of one word ---- */

static bool gender_clashes(uint8_t a, uint8_t b)
{
    bool a_told = a == NR_GENDER_FEMALE || a == NR_GENDER_MALE;
    bool b_told = b == NR_GENDER_FEMALE || b == NR_GENDER_MALE;
    return a_told && b_told && a != b;
}

/* How well a person fits a bare name; 0: not at all. Higher wins, ties go to the later
 * named. */
static int fitness(const struct nr_group *person, const struct nr_call *call,
                   const struct nr_name *name)
{
    if (gender_clashes(person->gender, name->gender)) {
        return 0;
    }
    int fit = 1 + 8 * (int)call->how + (person->gender_basis != NR_BASIS_NONE ? 1 : 0);
    fit += name->role != NULL && person->role == name->role ? 4 : 0;
    fit += person->bare > 0 ? 2 : 0;
    fit += person->latest != NR_NONE ? 1 : 0;
    return fit;
}

/* Of two that fit alike, is it a? The one named last; before anybody was named, the one
 * whose full name comes first. */
static bool goes_before(const struct nr_groups *groups, uint32_t a, uint32_t b)
{
    uint32_t latest = groups->all.items[a].latest;
    uint32_t other = groups->all.items[b].latest;
    if (latest == NR_NONE || other == NR_NONE) {
        return latest == other ? a < b : latest != NR_NONE;
    }
    return latest > other;
}

/* "Okoro declared of Judith Okoro": the full name that follows in the sentence is
 * another's. */
static bool named_in_full_after(const struct nr_naming *naming, uint32_t name,
                                uint32_t group)
{
    enum { NAMES_AHEAD = 6 };
    const struct nr_name *names = naming->names.items;
    uint32_t sentence = nr_token_at(naming, names[name].first)->sentence;
    for (uint32_t i = name + 1; i < naming->names.count && i <= name + NAMES_AHEAD; i++) {
        if (nr_token_at(naming, names[i].first)->sentence != sentence) {
            return false;
        }
        if (naming->forms.items[names[i].form].group == group) {
            return true;
        }
    }
    return false;
}

static uint32_t best_called(const struct nr_naming *naming,
                            const struct nr_groups *groups, uint32_t word, uint32_t name)
{
    uint32_t best = NR_NONE;
    int best_fit = 0;
    uint32_t walked = 0;
    for (uint32_t c = groups->first_call[word]; c != NR_NONE && walked < MOST_CALLS;
         c = groups->calls.items[c].next, walked++) {
        const struct nr_call *call = &groups->calls.items[c];
        int fit =
            fitness(&groups->all.items[call->group], call, &naming->names.items[name]);
        if (fit > 1 && named_in_full_after(naming, name, call->group)) {
            fit = 1; /* only if nobody else is there */
        }
        bool wins = fit > best_fit || (fit > 0 && fit == best_fit &&
                                       goes_before(groups, call->group, best));
        if (wins) {
            best = call->group;
            best_fit = fit;
        }
    }
    return best;
}

uint32_t nr_person_called(struct nr_naming *naming, struct nr_groups *groups,
                          uint32_t name)
{
    const struct nr_name *called = &naming->names.items[name];
    const struct nr_form *form = &naming->forms.items[called->form];
    uint32_t count = core_count(naming->text, form);
    uint32_t word = form->words[count - 1];
    uint32_t group = best_called(naming, groups, word, name);
    if (group == NR_NONE) {
        group = nr_group_add(naming, groups, called->form, NR_TYPE_PERSON);
        if (group == NR_NONE || !add_call(naming, groups, word, group, NR_CALL_FAMILY)) {
            return NR_NONE;
        }
        learn_gender(&groups->all.items[group], naming->text, form);
    }
    groups->all.items[group].bare++;
    return group;
}
