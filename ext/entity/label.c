/* entity/label.c: which tokens are names, as was learned from annotated news?
 *
 *     Prosecutors met [Grace Okoro PER] of [Kelter Inc ORG] in [Lund LOC].
 *
 * The tagger (tag/) labels each token; name_features.c describes them, and what the whole
 * article shows of a word is part of it. A second pass that saw what the first had called
 * the same words elsewhere brought nothing more: 93.7 either way. The names that a user
 * gave are laid over what was learned. Only where the language is English: other
 * blocks, and a library without models, are left to the rules of run.c and cut.c.
 *
 * Knowingly wrong: four sorts are known, PER, ORG, LOC and MISC; what exactly a place or
 * a thing is remains a question of lists and heads (type.c). */
#include "entity/name_features.h"
#include "entity/naming.h"

/* Labels of tokens in no sequence stay as they are: 0. */
static bool tag(struct nr_naming *naming, struct nr_name_view *view, uint8_t *labels)
{
    struct nr_arena work;
    struct nr_description description;
    nr_arena_open(&work, &naming->kept->host);
    nr_name_view_describe(view, &description);
    bool done =
        nr_tag(&work, naming->models->of[NR_MODEL_names], &description, labels, NULL);
    if (naming->arena->status == NR_OK) {
        naming->arena->status = work.status;
    }
    nr_arena_close(&work);
    return done;
}

static enum nr_name_sort sort_of_fact(const struct nr_fact *fact)
{
    switch (fact->list == NR_LIST_given_name || fact->list == NR_LIST_surname
                ? NR_IS_PERSON
                : nr_sort_of_type((enum nr_type)fact->type)) {
    case NR_IS_PERSON:
        return NR_NAMES_PER;
    case NR_IS_PLACE:
        return NR_NAMES_LOC;
    case NR_IS_NORP:
    case NR_IS_THING:
        return NR_NAMES_MISC;
    default:
        return NR_NAMES_ORG;
    }
}

bool nr_fact_is_own(const struct nr_text *text, const struct nr_fact *fact)
{
    const struct nr_own_words *own = text->own;
    return own != NULL && own->index.count > 0 && fact != NULL &&
           fact >= nr_lexeme_facts(&own->lexemes[0]) &&
           (const void *)fact < (const void *)own->lexemes;
}

/* What the user says is so; a name that was cut by it ends or begins there. */
static void lay_over(struct nr_naming *naming, uint32_t first, uint32_t end,
                     enum nr_name_sort sort)
{
    uint8_t *labels = naming->labels;
    uint32_t t = end;
    while (t < naming->text->tokens.count && nr_name_inside(labels[t])) {
        labels[t++] = NR_NAME_NONE;
    }
    for (t = first; t < end; t++) {
        labels[t] = nr_name_label(sort, t == first ? NR_PART_FIRST : NR_PART_INSIDE);
    }
}

static bool lay_own_names(struct nr_naming *naming)
{
    const struct nr_text *text = naming->text;
    const uint64_t lists = NR_NAMED | NR_IN(given_name) | NR_IN(surname);
    for (uint32_t t = 0; text->own != NULL && t < text->tokens.count;) {
        uint32_t end = t + 1;
        const struct nr_fact *fact = nr_phrase_at(text, t, lists, &end);
        if (fact != NULL && nr_fact_is_own(text, fact)) {
            lay_over(naming, t, end, sort_of_fact(fact));
        } else {
            end = t + 1;
        }
        if (!nr_arena_tick(naming->arena, 1)) {
            return false;
        }
        t = end;
    }
    return true;
}

/* ---- Where rules know better ---- */

static uint32_t rule_end(const struct nr_text *text, const uint8_t *rules, uint32_t t)
{
    uint32_t end = t + 1;
    while (end < text->tokens.count && nr_name_inside(rules[end])) {
        end++;
    }
    return end;
}

/* Peter "The Hammer" Sandys; Robert Ellery, Jr. */
static bool has_nickname_or_suffix(const struct nr_text *text, uint32_t first,
                                   uint32_t end)
{
    for (uint32_t t = first + 1; t < end; t++) {
        if (text->tokens.items[t].shape == NR_SHAPE_MARK) {
            return true;
        }
    }
    return nr_token_in(text, end - 1, NR_IN(name_suffix));
}

/* A country or a people that was overlooked: "US Secretary of State". */
static bool is_overlooked(const struct nr_naming *naming, uint32_t first, uint32_t end)
{
    return end == first + 1 && naming->labels[first] == NR_NAME_NONE &&
           nr_token_in(naming->text, first, NR_IN(country) | NR_IN(demonym)) &&
           !nr_token_in(naming->text, first, NR_IN(given_name) | NR_IN(surname));
}

enum { CALLED_PERSON = 1, CALLED_BODY = 2 };

/* What the words are that full names begin and end with, of persons, or end with, of
 * bodies: [words.count] bits. */
static uint8_t *called_words(const struct nr_naming *naming)
{
    const struct nr_text *text = naming->text;
    const uint8_t *labels = naming->labels;
    uint8_t *called = nr_arena_take(naming->arena, text->words.count);
    for (uint32_t t = 0; called != NULL && t < text->tokens.count; t++) {
        if (labels[t] == NR_NAME_NONE) {
            continue;
        }
        bool last = t + 1 == text->tokens.count || !nr_name_inside(labels[t + 1]);
        bool ends = last && nr_name_inside(labels[t]);
        uint8_t *word = &called[text->tokens.items[t].word];
        if (labels[t] == nr_name_label(NR_NAMES_PER, NR_PART_FIRST) ||
            (ends && nr_name_sort_of(labels[t]) == NR_NAMES_PER)) {
            *word |= CALLED_PERSON;
        } else if (ends && nr_name_sort_of(labels[t]) == NR_NAMES_ORG) {
            *word |= CALLED_BODY;
        }
    }
    return called;
}

static bool is_unlabelled(const struct nr_naming *naming, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t++) {
        if (naming->labels[t] != NR_NAME_NONE) {
            return false;
        }
    }
    return true;
}

/* "Okoro left", where Grace Okoro was named in full, and the rules saw her. */
static bool is_called(const struct nr_naming *naming, const uint8_t *rules,
                      const uint8_t *called, uint32_t first, uint32_t end)
{
    return nr_name_sort_of(rules[first]) == NR_NAMES_PER &&
           is_unlabelled(naming, first, end) &&
           (called[naming->text->tokens.items[end - 1].word] & CALLED_PERSON) != 0;
}

/* "The Herons won", where the Houston Herons were named in full: no person. */
static void mend_body(struct nr_naming *naming, const uint8_t *called, uint32_t t)
{
    if (naming->labels[t] == nr_name_label(NR_NAMES_PER, NR_PART_ONLY) &&
        called[naming->text->tokens.items[t].word] == CALLED_BODY) {
        naming->labels[t] = nr_name_label(NR_NAMES_ORG, NR_PART_ONLY);
    }
}

/* Theresa May, of whom nothing was seen: a listed name makes a person of the rules'. The
 * Global Harbour Organization: what ends as a body or a law does is one. */
static bool is_missed(const struct nr_naming *naming, uint32_t first, uint32_t end,
                      enum nr_name_sort sort)
{
    const struct nr_text *text = naming->text;
    if (end == first + 1 || !is_unlabelled(naming, first, end)) {
        return false;
    }
    static const uint64_t ends[NR_NAMES_SORTS] = {
        [NR_NAMES_PER] = NR_IN(given_name) | NR_IN(surname),
        [NR_NAMES_ORG] = NR_HEADS | NR_IN(org_suffix),
        [NR_NAMES_MISC] = NR_IN(law_head),
    };
    return nr_token_in(text, end - 1, ends[sort]) ||
           (sort == NR_NAMES_PER && nr_token_in(text, first, ends[sort]));
}

/* Grace Okoro: a given name that is no place's or body's makes a person. */
static bool is_by_given_name(const struct nr_naming *naming, uint32_t first, uint32_t end)
{
    const struct nr_text *text = naming->text;
    const uint8_t *labels = naming->labels;
    if (end < first + 2 || labels[first] == NR_NAME_NONE ||
        nr_name_inside(labels[first]) || nr_token_in(text, first, NR_NAMED) ||
        (end < text->tokens.count && nr_name_inside(labels[end]))) {
        return false;
    }
    for (uint32_t t = first + 1; t < end; t++) {
        if (!nr_name_inside(labels[t])) {
            return false;
        }
    }
    const struct nr_fact *given = nr_token_fact(text, first, NR_LIST_given_name);
    return given != NULL && ((given->flags & NR_FLAG_AMBIGUOUS) == 0 ||
                             !nr_token_in(text, end - 1, NR_HEADS | NR_IN(org_suffix)));
}

/* Lowther & Finch: two persons in the eyes of the model. */
static bool is_firm(const struct nr_naming *naming, uint32_t first, uint32_t end)
{
    for (uint32_t t = first + 1; t + 1 < end; t++) {
        if (nr_token_is_char(naming->text, t, '&') &&
            naming->labels[t - 1] != NR_NAME_NONE &&
            nr_name_sort_of(naming->labels[t - 1]) == NR_NAMES_PER) {
            return true;
        }
    }
    return false;
}

/* Does the name that the rules see from t to end go before what was learned? */
static bool rules_know_better(const struct nr_naming *naming, const uint8_t *rules,
                              const uint8_t *called, uint32_t t, uint32_t end)
{
    enum nr_name_sort sort = nr_name_sort_of(rules[t]);
    uint8_t learned = naming->labels[t];
    bool whole = sort == NR_NAMES_PER && learned != NR_NAME_NONE &&
                 !nr_name_inside(learned) && nr_name_sort_of(learned) == NR_NAMES_PER &&
                 has_nickname_or_suffix(naming->text, t, end);
    whole = whole || (sort == NR_NAMES_PER && is_by_given_name(naming, t, end));
    whole = whole || is_missed(naming, t, end, sort);
    whole = whole || (sort == NR_NAMES_ORG && is_firm(naming, t, end));
    return whole || is_called(naming, rules, called, t, end) ||
           is_overlooked(naming, t, end);
}

static bool mend_by_rules(struct nr_naming *naming, const uint8_t *rules)
{
    const struct nr_text *text = naming->text;
    const uint8_t *called = called_words(naming);
    if (called == NULL) {
        return false;
    }
    for (uint32_t t = 0; t < text->tokens.count;) {
        mend_body(naming, called, t);
        if (rules[t] == NR_NAME_NONE) {
            t++;
            continue;
        }
        uint32_t end = rule_end(text, rules, t);
        if (rules_know_better(naming, rules, called, t, end)) {
            lay_over(naming, t, end, nr_name_sort_of(rules[t]));
        }
        t = end;
    }
    return nr_arena_tick(naming->arena, text->tokens.count);
}

static bool find(struct nr_naming *naming, const uint8_t *rules)
{
    struct nr_arena seeing; /* what is seen takes much room, and is gone afterwards */
    nr_arena_open(&seeing, &naming->kept->host);
    struct nr_name_view *view = nr_name_view_open(&seeing, naming->text, rules);
    bool done = view != NULL && tag(naming, view, naming->labels);
    if (naming->arena->status == NR_OK) {
        naming->arena->status = seeing.status;
    }
    nr_arena_close(&seeing);
    return done;
}

bool nr_labels_find(struct nr_naming *naming)
{
    if (naming->models->of[NR_MODEL_names] == NULL) {
        return true;
    }
    uint32_t count = naming->text->tokens.count;
    uint8_t *rules = nr_arena_take(naming->arena, count);
    uint8_t *labels = nr_arena_take(naming->arena, count);
    if (labels == NULL || !nr_naming_rules(naming, rules)) {
        return false;
    }
    naming->labels = labels;
    return find(naming, rules) && mend_by_rules(naming, rules) && lay_own_names(naming);
}
