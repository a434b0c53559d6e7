/* quote/named.c: which word of a source names the speaker?
 *
 *     one early supporter, Councillor Ana Reis,         Ana Reis, who is the supporter
 *     harbour committee ranking member Ana Reis         Ana Reis, not the committee
 *     former secretary of state Ana Reis                Ana Reis, not the secretary
 *     energy and mines minister Ana Reis                likewise
 *     the aide to Ana Reis                              the aide
 *
 * A source has the head that grammar or the model gave it: the noun of its first phrase.
 * Where that is a noun for one person and a person's name stands in apposition to it,
 * where the name of something else runs on into a person's, or where all before the name
 * is what the person is, that person is the speaker.
 *
 * Knowingly wrong: "a rival, Ana Reis," where the next words make a list of it. */
#include "quote/named.h"

#include "quote/word_class.h"

enum { TITLE_MOST = 8 }; /* tokens of "former Norland trade minister" before a name */

/* Secretary, wife: a listed noun for one person. */
static bool is_listed_person(const struct nr_reading *r, uint32_t t)
{
    const struct nr_fact *fact =
        nr_token_fact_in(r->text, t, NR_IN(role_noun) | NR_IN(person_noun));
    return fact != NULL && (fact->flags & NR_FLAG_PLURAL) == 0;
}

bool nr_is_one_person(const struct nr_reading *r, uint32_t t)
{
    if (nr_word_is(r, t, "one") || is_listed_person(r, t)) {
        return true;
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
        if (nr_is_person_at(r, t)) {
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
    if (!nr_is_one_person(r, source.head)) {
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

/* ---- What stands before a name ---- */

/* "chairman and chief executive", "energy and mines minister": both are said of one; not
 * "the company and its chairman", "Norland and Foreign Minister Reis". */
static bool shares(const struct nr_reading *r, uint32_t before_and)
{
    if (is_listed_person(r, before_and)) {
        return true;
    }
    const struct nr_word *word = nr_word_of(r->text, before_and);
    return nr_mention_of(r, before_and) == NULL &&
           !nr_token_in(r->text, before_and, NR_SPEAKING_NOUNS | NR_IN(pronoun)) &&
           word->folded[word->length - 1] != 's';
}

/* "to Finance Minister Reis", "for Republican Ana Reis": then the name is whom the
 * preposition leads to. */
static bool leads_to_person(const struct nr_reading *r, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t++) {
        const struct nr_mention *mention = nr_mention_of(r, t);
        if ((mention != NULL && mention->type == NR_TYPE_NORP) ||
            is_listed_person(r, t) || nr_token_in(r->text, t, NR_IN(honorific))) {
            return true;
        }
    }
    return false;
}

static bool fits_title(const struct nr_reading *r, uint32_t t)
{
    return nr_is_nominal(r, t) || nr_is_joiner(r, t) || nr_is_possessive_mark(r, t);
}

/* Is all of [first, end) what the person is whose name follows: "former secretary of
 * state", "Kelter chairman and chief executive", "the minister of trade"? */
static bool is_title(const struct nr_reading *r, uint32_t first, uint32_t end)
{
    uint32_t part = first; /* behind the last preposition or "and" */
    bool led = false;      /* by a preposition */
    for (uint32_t t = first; t < end; t++) {
        bool inside = nr_mention_of(r, t) != NULL;
        if (!inside && t > first && nr_token_in(r->text, t, NR_IN(preposition))) {
            if (!is_listed_person(r, t - 1)) {
                return false;
            }
            led = true;
            part = t + 1;
        } else if (!inside && t > first && nr_word_is(r, t, "and")) {
            if (!shares(r, t - 1)) {
                return false;
            }
            led = false;
            part = t + 1;
        } else if (!fits_title(r, t) && !(t == part && nr_word_is(r, t, "the"))) {
            return false;
        }
    }
    if (part >= end || !nr_is_nominal(r, end - 1)) {
        return false;
    }
    return led ? !leads_to_person(r, part, end) : nr_is_one_person(r, end - 1);
}

/* "former secretary of state Ana Reis" */
static const struct nr_mention *titled(const struct nr_reading *r,
                                       struct nr_phrase source)
{
    uint32_t t = source.head + 1;
    while (t < source.end && !nr_is_person_at(r, t)) {
        t++;
    }
    if (t >= source.end) {
        return NULL;
    }
    const struct nr_mention *name = nr_mention_of(r, t);
    if (!stands_alone(r, name)) {
        return NULL;
    }
    bool own = nr_span_has(name->title, nr_token_span(r->text, source.head));
    return own || is_title(r, source.first, name->first_token) ? name : NULL;
}

struct nr_phrase nr_source_named(const struct nr_reading *r, struct nr_phrase source)
{
    if (nr_is_person_at(r, source.head)) {
        return source;
    }
    const struct nr_mention *name =
        nr_mention_of(r, source.head) != NULL ? run_on(r, source) : apposed(r, source);
    if (name == NULL) {
        name = titled(r, source);
    }
    if (name == NULL) {
        return source;
    }
    uint32_t end = name->end_token > source.end ? name->end_token : source.end;
    return nr_phrase_of(source.first, end, name->end_token - 1);
}
