/* entity/labelled.c: the names of a sentence whose tokens have labels.
 *
 *     [Dame Grace Okoro 's PER]      becomes the name "Grace Okoro", a person
 *
 * A label says where a name is and of which sort; articles, titles and 's are no part of
 * it. What the rules would call the same words is heard as well: PER, ORG, LOC and MISC
 * say little of what exactly it is. */
#include "entity/cut.h"
#include "entity/name_features.h"

/* What the rules make of a labelled name: its type, should they see the same name. */
static void guess_labelled(struct nr_naming *naming, const struct nr_sentence *sentence,
                           uint32_t first, uint32_t end, struct nr_guess *guess)
{
    struct nr_cut cut = {naming, naming->text,          first,
                         end,    sentence->first_token, sentence->end_token};
    nr_cut_first(&cut, guess);
    if (guess->end != end) {
        *guess = (struct nr_guess){end, NR_TYPE_NONE, 0, NULL};
    }
}

/* Without 's and what is written small behind. */
static uint32_t labelled_end(const struct nr_text *text, enum nr_name_sort sort,
                             uint32_t first, uint32_t end)
{
    bool small = sort == NR_NAMES_PER || sort == NR_NAMES_ORG;
    while (end > first + 1 &&
           (nr_token_is(text, end - 1, "'s") ||
            (small && text->tokens.items[end - 1].shape == NR_SHAPE_LOWER))) {
        end--;
    }
    return end;
}

/* Without an article or a title in front: "Dame", "the". */
static uint32_t labelled_first(const struct nr_naming *naming,
                               const struct nr_sentence *sentence, uint32_t first,
                               uint32_t end)
{
    uint32_t own = first;
    if (nr_fact_is_own(naming->text, nr_phrase_at(naming->text, first, NR_NAMED, &own))) {
        return first; /* as the user has it */
    }
    if (end > first + 1 && nr_token_is(naming->text, first, "the")) {
        return first + 1;
    }
    enum nr_name_sort sort = nr_name_sort_of(naming->labels[first]);
    if (sort != NR_NAMES_PER) {
        return first;
    }
    uint32_t after =
        nr_role_skip(naming, first, sentence->first_token, sentence->end_token);
    return after < end ? after : first;
}

/* "Vice President", "Home Secretary": an office, and nobody's name. */
static bool is_office(const struct nr_text *text, uint32_t first, uint32_t end)
{
    uint32_t role_end = first;
    return end > first + 1 && nr_role_at(text, first, &role_end) != NULL &&
           role_end == end && !nr_token_in(text, end - 1, NR_IN(surname));
}

static bool add_labelled(struct nr_naming *naming, const struct nr_sentence *sentence,
                         uint32_t first, uint32_t end)
{
    static const enum nr_sort_of_name sorts[] = {NR_IS_PERSON, NR_IS_ORG, NR_IS_PLACE,
                                                 NR_IS_THING};
    const struct nr_text *text = naming->text;
    enum nr_name_sort sort = nr_name_sort_of(naming->labels[first]);
    uint32_t last = labelled_end(text, sort, first, end);
    first = labelled_first(naming, sentence, first, last);
    if (last == first + 1 && text->tokens.items[first].shape >= NR_SHAPE_MARK) {
        return true; /* a sign alone is no name */
    }
    if (sort == NR_NAMES_PER && is_office(text, first, last)) {
        return true;
    }
    struct nr_guess guess;
    guess_labelled(naming, sentence, first, last, &guess);
    uint32_t known = naming->names.count;
    if (!nr_name_add(naming, first, &guess) || naming->names.count == known) {
        return naming->arena->status == NR_OK;
    }
    struct nr_name *name = &naming->names.items[known];
    name->labelled = true;
    name->sort = (uint8_t)sort;
    struct nr_form *form = &naming->forms.items[name->form];
    bool people = form->votes[NR_IS_NORP] > form->votes[NR_IS_THING];
    enum nr_sort_of_name heard =
        sort == NR_NAMES_MISC && people ? NR_IS_NORP : sorts[sort];
    nr_form_vote(form, heard, NR_TYPE_NONE, 12);
    if (sort == NR_NAMES_PER && form->word_count > 1) {
        naming->uses[form->words[form->word_count - 1]].family = true;
    }
    return true;
}

/* "ban the TikTok platform": capitals within a word, and listed: it can be nothing else,
 * whatever the tagger makes of it. The end of the name, or t. */
static uint32_t listed_end(const struct nr_naming *naming,
                           const struct nr_sentence *sentence, uint32_t t)
{
    uint32_t end = t;
    if (naming->text->tokens.items[t].shape != NR_SHAPE_MIXED) {
        return t;
    }
    const struct nr_fact *fact =
        nr_phrase_at(naming->text, t, NR_IN(thing) | NR_IN(organisation), &end);
    if (fact == NULL || (fact->flags & NR_FLAG_AMBIGUOUS) != 0) {
        return t;
    }
    for (uint32_t i = t; i < end; i++) {
        if (i >= sentence->end_token || naming->labels[i] != NR_NAME_NONE) {
            return t;
        }
    }
    return end;
}

static bool add_listed(struct nr_naming *naming, const struct nr_sentence *sentence,
                       uint32_t first, uint32_t end)
{
    struct nr_guess guess;
    guess_labelled(naming, sentence, first, end, &guess);
    return nr_name_add(naming, first, &guess) || naming->arena->status == NR_OK;
}

bool nr_labelled_take(struct nr_naming *naming, const struct nr_sentence *sentence)
{
    const uint8_t *labels = naming->labels;
    for (uint32_t t = sentence->first_token; t < sentence->end_token;) {
        uint32_t end = t + 1;
        uint32_t listed = listed_end(naming, sentence, t);
        if (listed > t && !add_listed(naming, sentence, t, listed)) {
            return false;
        }
        if (labels[t] == NR_NAME_NONE) {
            t = listed > t ? listed : end;
            continue;
        }
        while (end < sentence->end_token && nr_name_inside(labels[end])) {
            end++;
        }
        if (!add_labelled(naming, sentence, t, end)) {
            return false;
        }
        t = end;
    }
    return true;
}
