/* quote/subject.c: who does what the verb says.
 *
 *     Robert Ames, a senior fellow at the institute, has repeatedly said that ...
 *     ^^^^^^^^^^^ right before the verb, or before the apposition that ends at the comma
 *
 * "In Paris on Friday" and "at the time" are stepped over; of two phrases before commas a
 * person is better than a body. */
#include "quote/word_class.h"

enum { PHRASE_REACH = 30, APPOSITION_REACH = 60 }; /* tokens; bound hostile sentences */

static bool opens_apposition(const struct nr_reading *r, uint32_t t)
{
    return nr_token_in(r->text, t,
                       NR_IN(determiner) | NR_IN(relative) | NR_IN(role_noun) |
                           NR_IN(person_noun) | NR_IN(preposition)) ||
           nr_shape_of(r, t) == NR_SHAPE_NUMBER || nr_is_possessive_pronoun(r, t) ||
           nr_shape_of(r, t) == NR_SHAPE_LOWER || nr_token_capital(r->text, t);
}

/* How well does the phrase before an opening comma serve as a subject: 2 a person, 1 a
 * body. */
static int subject_rank(const struct nr_reading *r, struct nr_phrase phrase)
{
    if (nr_phrase_none(phrase) ||
        (phrase.first > r->first &&
         nr_token_in(r->text, phrase.first - 1, NR_IN(preposition)))) {
        return 0;
    }
    const struct nr_mention *mention = nr_mention_of(r, phrase.head);
    if (mention != NULL) {
        return mention->type == NR_TYPE_PERSON ? 3 : mention->type == NR_TYPE_ORG ? 2 : 1;
    }
    if (nr_token_in(r->text, phrase.head, NR_IN(person_noun) | NR_IN(role_noun))) {
        return 3;
    }
    return nr_token_in(r->text, phrase.head, NR_SPEAKING_NOUNS) ? 2 : 0;
}

/* The subject before ", ... ,": the best phrase that ends at an earlier comma of the
 * sentence. */
static struct nr_phrase subject_past_comma(const struct nr_reading *r, uint32_t close,
                                           uint32_t from)
{
    struct nr_phrase best = NR_NO_PHRASE;
    int rank = 0;
    uint32_t limit = close > from + APPOSITION_REACH ? close - APPOSITION_REACH : from;
    for (uint32_t t = close; t-- > limit;) {
        bool mark = nr_shape_of(r, t) == NR_SHAPE_MARK && !nr_is_possessive_mark(r, t);
        if (mark || nr_word_is(r, t, ";") || nr_word_is(r, t, ":")) {
            break;
        }
        if (!nr_word_is(r, t, ",") || t + 1 >= close || !opens_apposition(r, t + 1)) {
            continue;
        }
        struct nr_phrase phrase = nr_phrase_before(r, t, from);
        int value = subject_rank(r, phrase);
        bool explained =
            nr_token_in(r->text, t + 1,
                        NR_IN(determiner) | NR_IN(relative) | NR_IN(role_noun)) ||
            nr_shape_of(r, t + 1) == NR_SHAPE_NUMBER;
        if (value > rank || (value == rank && value > 0 && explained)) {
            best = phrase;
            rank = value;
        }
    }
    return nr_phrase_with_name(r, best, close);
}

/* "Macron and Scholz", "officials and experts": the phrase with the one before its "and".
 */
static struct nr_phrase with_partner(const struct nr_reading *r, struct nr_phrase phrase,
                                     uint32_t from)
{
    if (nr_phrase_none(phrase) || phrase.first < from + 2 ||
        !nr_token_in(r->text, phrase.first - 1, NR_IN(conjunction)) ||
        nr_word_is(r, phrase.first - 1, "but")) {
        return phrase;
    }
    struct nr_phrase partner = nr_phrase_before(r, phrase.first - 1, from);
    if (nr_phrase_none(partner)) {
        return phrase;
    }
    const struct nr_mention *a = nr_mention_of(r, partner.head);
    const struct nr_mention *b = nr_mention_of(r, phrase.head);
    bool names = a != NULL && b != NULL && a->type == b->type;
    bool groups = a == NULL && b == NULL &&
                  nr_token_in(r->text, partner.head, NR_SPEAKING_NOUNS) &&
                  !nr_token_in(r->text, phrase.first, NR_IN(determiner) | NR_IN(pronoun));
    bool opens = partner.first == from || !nr_is_verbal(r, partner.first - 1);
    if ((names || groups) && opens && !nr_is_bare_subject(r, phrase.head)) {
        phrase.first = partner.first;
        phrase.head = partner.head;
    }
    return phrase;
}

uint32_t nr_before_time(const struct nr_reading *r, uint32_t verb, uint32_t from)
{
    if (verb <= from + 1 || !nr_is_time_noun(r, verb - 1)) {
        return verb;
    }
    uint32_t t = verb - 1;
    uint32_t limit = t > from + 4 ? t - 4 : from;
    while (t > limit && (nr_token_in(r->text, t - 1, NR_IN(determiner)) ||
                         nr_is_near(r, t - 1) || nr_is_time_noun(r, t - 1))) {
        t--;
    }
    if (t > from && nr_token_in(r->text, t - 1, NR_IN(preposition)) &&
        nr_mention_of(r, t - 1) == NULL) {
        t--;
    }
    return t > from ? t : verb;
}

/* The bracket that opens what ends at the token, or `from`. */
static uint32_t opener_before(const struct nr_reading *r, uint32_t closer,
                              const char *opener, uint32_t from)
{
    uint32_t t = closer;
    while (t > from && closer - t < PHRASE_REACH && !nr_word_is(r, t, opener)) {
        t--;
    }
    return t;
}

struct nr_phrase nr_subject_before(const struct nr_reading *r, uint32_t verb,
                                   uint32_t from)
{
    if (verb <= from) {
        return NR_NO_PHRASE;
    }
    verb = nr_before_time(r, verb, from);
    if (nr_word_is(r, verb - 1, ",")) {
        return subject_past_comma(r, verb - 1, from);
    }
    if (nr_word_is(r, verb - 1, ")")) { /* "Smith (L) said" */
        return nr_phrase_before(r, opener_before(r, verb - 1, "(", from), from);
    }
    if (nr_word_is(r, verb - 1, ">")) { /* "Kelter Corp <KLT>", "<Kelter Corp>" */
        uint32_t opener = opener_before(r, verb - 1, "<", from);
        struct nr_phrase owner = nr_phrase_before(r, opener, from);
        return nr_phrase_none(owner) ? nr_phrase_before(r, verb - 1, opener) : owner;
    }
    return with_partner(r, nr_phrase_before(r, verb, from), from);
}

struct nr_phrase nr_subject_of_verb_before(const struct nr_reading *r, uint32_t end,
                                           uint32_t from, struct nr_span *verb)
{
    uint32_t low = end > from + APPOSITION_REACH ? end - APPOSITION_REACH : from;
    for (uint32_t t = end; t-- > low;) {
        if (!nr_is_firm_verb(r, t)) {
            continue;
        }
        uint32_t first = t;
        while (first > low &&
               (nr_is_verbal(r, first - 1) ||
                nr_token_in(r->text, first - 1, NR_IN(adverb) | NR_IN(negation)))) {
            first--;
        }
        struct nr_phrase subject = nr_subject_before(r, first, from);
        if (!nr_phrase_none(subject) && nr_can_speak(r, subject) &&
            !nr_token_in(r->text, subject.head, NR_IN(relative))) {
            *verb = nr_span_of(r->text->tokens.items[first].begin,
                               r->text->tokens.items[t].end);
            return subject;
        }
        t = first;
    }
    return NR_NO_PHRASE;
}

struct nr_phrase nr_subject_of_clause(const struct nr_reading *r, uint32_t first,
                                      uint32_t to)
{
    uint32_t steps = 0;
    for (uint32_t t = first; t < to && steps < 2 * APPOSITION_REACH; steps++) {
        if (nr_shape_of(r, t) == NR_SHAPE_MARK) {
            return NR_NO_PHRASE;
        }
        bool participle =
            nr_begins_sentence(r, t) && nr_word_ends(nr_word_of(r->text, t), "ing", 3);
        bool fronted = nr_token_in(r->text, t, NR_IN(preposition) | NR_IN(subordinator));
        if ((participle || fronted) && nr_mention_of(r, t) == NULL) {
            uint32_t comma = t;
            while (comma < to && comma - t < APPOSITION_REACH &&
                   !nr_word_is(r, comma, ",") && nr_shape_of(r, comma) != NR_SHAPE_MARK) {
                comma++;
            }
            t = comma + 1;
            continue;
        }
        struct nr_phrase phrase = nr_phrase_after(r, t, to, false);
        if (!nr_phrase_none(phrase) && nr_can_speak(r, phrase)) {
            return phrase;
        }
        t = nr_phrase_none(phrase) ? t + 1 : phrase.end;
    }
    return NR_NO_PHRASE;
}
