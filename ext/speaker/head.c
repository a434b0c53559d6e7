/* speaker/head.c: which word of a source names the speaker?
 *
 *     one early supporter, Councillor Ana Reis,         Ana Reis, who is the supporter
 *     harbour committee ranking member Ana Reis         Ana Reis, not the committee
 *     a well-known skipper (59), who left               its core: a well-known skipper
 *
 * A source has the head that grammar or the model gave it: the noun of its first phrase.
 * Where that is a noun for one person and a person's name stands in apposition to it, or
 * where the name of something else runs on into a person's, that person is the speaker.
 *
 * Knowingly wrong: "a rival, Ana Reis," where the next words make a list of it. */
#include "speaker/head.h"

#include "quote/word_class.h"

enum {
    TITLE_MOST = 8,  /* tokens of "former Norland trade minister" before a name */
    BRACKET_MOST = 9 /* and of "(D-Ohio)" behind one */
};

static bool is_person_at(const struct nr_reading *r, uint32_t t)
{
    const struct nr_mention *mention = nr_mention_of(r, t);
    return mention != NULL && mention->type == NR_TYPE_PERSON;
}

/* A noun for one person: mayor, supporter, one of them; not senators, crowd, report. */
static bool is_one_person(const struct nr_reading *r, uint32_t t)
{
    if (nr_word_is(r, t, "one")) {
        return true;
    }
    const struct nr_fact *fact =
        nr_token_fact_in(r->text, t, NR_IN(role_noun) | NR_IN(person_noun));
    if (fact != NULL) {
        return (fact->flags & NR_FLAG_PLURAL) == 0;
    }
    const struct nr_word *word = nr_word_of(r->text, t);
    bool noun = nr_shape_of(r, t) == NR_SHAPE_LOWER && nr_is_nominal(r, t) &&
                !nr_token_in(r->text, t, NR_SPEAKING_NOUNS) && !nr_is_time_noun(r, t);
    return noun && nr_mention_of(r, t) == NULL && word->folded[word->length - 1] != 's';
}

/* The person's name that begins at t or behind the title there, before `to`, or NULL. */
static const struct nr_mention *person_from(const struct nr_reading *r, uint32_t t,
                                            uint32_t to)
{
    uint32_t limit = to - t > TITLE_MOST ? t + TITLE_MOST : to;
    for (; t < limit; t++) {
        if (is_person_at(r, t)) {
            return nr_mention_of(r, t);
        }
        bool title = nr_is_nominal(r, t) || nr_is_joiner(r, t) ||
                     nr_token_in(r->text, t, NR_IN(role_noun) | NR_IN(honorific));
        if (!title || nr_shape_of(r, t) == NR_SHAPE_NUMBER) {
            return NULL;
        }
    }
    return NULL;
}

/* Does the name stand for itself: not "Reis's office", not "Reis and Holm"? */
static bool stands_alone(const struct nr_reading *r, const struct nr_mention *name)
{
    uint32_t t = name->end_token;
    return t >= r->end ||
           (!nr_is_possessive_mark(r, t) && !nr_token_in(r->text, t, NR_IN(conjunction)));
}

/* Where an apposition may end that the source was cut before. */
static bool ends_apposition(const struct nr_reading *r, uint32_t t)
{
    return t >= r->end || nr_word_is(r, t, ",") || nr_token_is_dash(r->text, t) ||
           nr_begins_sentence(r, t) || nr_shape_of(r, t) == NR_SHAPE_MARK;
}

/* "one early supporter, Ana Reis": the name after the comma or dash at t. */
static const struct nr_mention *apposed_at(const struct nr_reading *r,
                                           struct nr_phrase source, uint32_t t)
{
    const struct nr_mention *name = t + 1 < r->end ? person_from(r, t + 1, r->end) : NULL;
    if (name == NULL || !stands_alone(r, name)) {
        return NULL;
    }
    bool inside = name->end_token <= source.end;
    return inside || ends_apposition(r, name->end_token) ? name : NULL;
}

static const struct nr_mention *apposed(const struct nr_reading *r,
                                        struct nr_phrase source)
{
    if (!is_one_person(r, source.head)) {
        return NULL;
    }
    for (uint32_t t = source.head + 1; t <= source.end && t < r->end; t++) {
        bool dash = nr_token_is_dash(r->text, t) && !nr_is_joiner(r, t);
        if (dash || nr_word_is(r, t, ",")) {
            return apposed_at(r, source, t);
        }
    }
    return NULL;
}

/* "harbour committee ranking member Ana Reis": nothing but nouns up to the name. */
static const struct nr_mention *run_on(const struct nr_reading *r,
                                       struct nr_phrase source)
{
    const struct nr_mention *head = nr_mention_of(r, source.head);
    if (head == NULL || head->type == NR_TYPE_PERSON || head->end_token >= source.end) {
        return NULL;
    }
    const struct nr_mention *name = person_from(r, head->end_token, source.end);
    return name != NULL && name->end_token <= source.end && stands_alone(r, name) ? name
                                                                                  : NULL;
}

struct nr_phrase nr_source_named(const struct nr_reading *r, struct nr_phrase source)
{
    if (is_person_at(r, source.head)) {
        return source;
    }
    const struct nr_mention *name =
        nr_mention_of(r, source.head) != NULL ? run_on(r, source) : apposed(r, source);
    if (name == NULL) {
        return source;
    }
    uint32_t end = name->end_token > source.end ? name->end_token : source.end;
    return nr_phrase_of(source.first, end, name->end_token - 1);
}

/* "a Norlander", "the well-known skipper": one, by noun or by people. */
static bool is_one(const struct nr_reading *r, struct nr_phrase phrase)
{
    const struct nr_mention *head = nr_mention_of(r, phrase.head);
    if (head == NULL) {
        return is_one_person(r, phrase.head);
    }
    return head->type == NR_TYPE_NORP &&
           nr_token_in(r->text, phrase.first, NR_IN(determiner));
}

/* Past ", 45": the token behind whom it is the age of. */
static uint32_t before_age(const struct nr_reading *r, uint32_t comma, uint32_t from)
{
    bool age = comma > from + 2 && nr_shape_of(r, comma - 1) == NR_SHAPE_NUMBER &&
               nr_word_is(r, comma - 2, ",");
    return age ? comma - 2 : comma;
}

/* Past "(D-Ohio)": the token of the opening bracket of one that ends at `end`. */
static uint32_t before_bracket(const struct nr_reading *r, uint32_t end, uint32_t from)
{
    if (end <= from || !nr_word_is(r, end - 1, ")")) {
        return end;
    }
    uint32_t limit = end > from + BRACKET_MOST ? end - BRACKET_MOST : from;
    for (uint32_t t = end - 1; t > limit; t--) {
        if (nr_word_is(r, t, "(")) {
            return t;
        }
    }
    return end;
}

struct nr_phrase nr_source_related(const struct nr_reading *r, uint32_t t)
{
    const struct nr_text *text = r->text;
    uint32_t from = text->sentences.items[text->tokens.items[t].sentence].first_token;
    uint32_t end = t > from && nr_word_is(r, t - 1, ",") ? t - 1 : t;
    struct nr_phrase phrase = nr_phrase_before(r, before_bracket(r, end, from), from);
    if (nr_phrase_none(phrase) || phrase.first <= from + 1 ||
        !nr_word_is(r, phrase.first - 1, ",") || !is_one(r, phrase)) {
        return phrase;
    }
    struct nr_phrase explained =
        nr_phrase_before(r, before_age(r, phrase.first - 1, from), from);
    bool person = !nr_phrase_none(explained) && is_person_at(r, explained.head);
    return person ? explained : phrase;
}

struct nr_span nr_source_core(const struct nr_reading *r, struct nr_phrase source)
{
    uint32_t end = source.head + 1;
    while (end < source.end && nr_shape_of(r, end) != NR_SHAPE_MARK &&
           (nr_shape_of(r, end) != NR_SHAPE_PUNCT || nr_is_joiner(r, end)) &&
           !nr_token_in(r->text, end, NR_IN(relative))) {
        end++;
    }
    return nr_phrase_span(r->text, nr_phrase_of(source.first, end, source.head));
}
