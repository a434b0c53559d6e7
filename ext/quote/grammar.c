/* quote/grammar.c: noun phrases, read off the order of words.
 *
 *     a senior fellow at the Institute of Rivers | said
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ its head is "fellow"
 *
 * Read outwards from an edge: to the left over adjectives to the determiner, across "of",
 * "for" and "at" to the noun that they hang on; to the right up to a verb. Names and
 * their titles come from entity/. */
#include "quote/grammar.h"

#include "quote/word_class.h"

enum { PHRASE_REACH = 30, APPOSITION_REACH = 60 };

bool nr_can_speak(const struct nr_reading *r, struct nr_phrase phrase)
{
    if (nr_phrase_none(phrase)) {
        return false;
    }
    const struct nr_mention *mention = nr_mention_of(r, phrase.head);
    if (mention != NULL) {
        return mention->type == NR_TYPE_PERSON || mention->type == NR_TYPE_ORG ||
               mention->type == NR_TYPE_GPE || mention->type == NR_TYPE_NORP;
    }
    return nr_is_bare_subject(r, phrase.head) ||
           nr_token_in(r->text, phrase.head, NR_SPEAKING_NOUNS) ||
           (nr_token_capital(r->text, phrase.head) &&
            !nr_begins_sentence(r, phrase.head));
}

/* Prepositions that hang a phrase on the noun before them: "a spokesman for the port". */
static bool hangs(const struct nr_reading *r, uint32_t t)
{
    static const char *const hanging[] = {"of",   "for",  "at", "in",
                                          "from", "with", "to", "by"};
    for (uint32_t i = 0; i < sizeof hanging / sizeof hanging[0]; i++) {
        if (nr_word_is(r, t, hanging[i])) {
            return true;
        }
    }
    return false;
}

/* One step of the walk to the left: does token t still belong to the phrase on its right?
 */
static bool belongs_left(const struct nr_reading *r, uint32_t t)
{
    if (nr_is_possessive_mark(r, t) || nr_is_joiner(r, t)) {
        return true;
    }
    if (nr_is_firm_verb(r, t) || nr_token_in(r->text, t, NR_NAMES_OF_DAYS)) {
        return false;
    }
    return nr_is_nominal(r, t) && nr_shape_of(r, t) != NR_SHAPE_OTHER;
}

/* A name takes the title that entity/ found before it, and its article. */
static struct nr_phrase name_before(const struct nr_reading *r,
                                    const struct nr_mention *mention, uint32_t end,
                                    uint32_t from)
{
    uint32_t first = mention->first_token;
    if (!nr_span_empty(mention->title)) {
        while (first > from &&
               r->text->tokens.items[first - 1].begin >= mention->title.begin) {
            first--;
        }
    }
    while (first > from && nr_mention_of(r, first - 1) == NULL &&
           nr_token_in(r->text, first - 1, NR_IN(role_noun) | NR_IN(honorific))) {
        first--;
    }
    if (first > from && nr_token_in(r->text, first - 1, NR_IN(determiner)) &&
        !nr_word_is(r, first - 1, "that")) {
        first--;
    }
    uint32_t last =
        mention->end_token < end ? mention->end_token : end; /* cut by a mark */
    return nr_phrase_of(first, end, last - 1);
}

/* Left edge of the phrase whose last token is `last`, prepositions not crossed. */
static uint32_t left_edge(const struct nr_reading *r, uint32_t last, uint32_t from)
{
    uint32_t first = last;
    while (first > from && last - first < PHRASE_REACH && belongs_left(r, first - 1)) {
        first--;
    }
    while (first < last && (nr_is_possessive_mark(r, first) || nr_is_joiner(r, first))) {
        first++;
    }
    bool determined =
        first > from && (nr_token_in(r->text, first - 1, NR_IN(determiner)) ||
                         nr_is_possessive_pronoun(r, first - 1));
    bool that = first > from + 1 && nr_word_is(r, first - 1, "that") &&
                (nr_is_verbal(r, first - 2) || nr_token_capital(r->text, last));
    return determined && !that ? first - 1 : first;
}

/* "Sources close", "two people familiar": the noun that speaks, before its adjective. */
static uint32_t speaking_head(const struct nr_reading *r, uint32_t first, uint32_t last)
{
    for (uint32_t t = last + 1; t-- > first;) {
        if (nr_token_in(r->text, t, NR_SPEAKING_NOUNS) || nr_is_person_at(r, t)) {
            return t;
        }
    }
    return NR_NONE;
}

/* "a spokesman for the port", "parents in the village of X": the phrase with what it
 * hangs on. A name is left only for a noun or a person that can speak: not "an interview
 * with Smith". */
static struct nr_phrase with_governors(const struct nr_reading *r, struct nr_phrase inner,
                                       bool name, uint32_t from)
{
    struct nr_phrase phrase = inner;
    struct nr_phrase tried = inner;
    while (tried.first > from + 1 && inner.end - tried.first < PHRASE_REACH &&
           hangs(r, tried.first - 1) && nr_is_nominal(r, tried.first - 2) &&
           !nr_is_firm_verb(r, tried.first - 2)) {
        uint32_t outer = tried.first - 2;
        const struct nr_mention *outer_name = nr_mention_of(r, outer);
        uint32_t first = outer_name != NULL
                             ? name_before(r, outer_name, inner.end, from).first
                             : left_edge(r, outer, from);
        uint32_t head = speaking_head(r, first, outer);
        tried = nr_phrase_of(first, inner.end, head != NR_NONE ? head : outer);
        if (!name || head != NR_NONE) {
            phrase = tried;
        }
    }
    return phrase;
}

struct nr_phrase nr_phrase_before(const struct nr_reading *r, uint32_t end, uint32_t from)
{
    if (end <= from) {
        return NR_NO_PHRASE;
    }
    uint32_t last = end - 1;
    if (nr_is_bare_subject(r, last) && nr_mention_of(r, last) == NULL) {
        return nr_phrase_of(last, end, last);
    }
    const struct nr_mention *mention = nr_mention_of(r, last);
    if (mention == NULL &&
        (!nr_is_nominal(r, last) || nr_token_in(r->text, last, NR_NAMES_OF_DAYS))) {
        return NR_NO_PHRASE;
    }
    struct nr_phrase inner = mention != NULL
                                 ? name_before(r, mention, end, from)
                                 : nr_phrase_of(left_edge(r, last, from), end, last);
    return with_governors(r, inner, mention != NULL, from);
}

/* "its president, Ana Reis": who bears the role; limit: where the apposition must end by.
 */
struct nr_phrase nr_phrase_with_name(const struct nr_reading *r, struct nr_phrase phrase,
                                     uint32_t limit)
{
    bool role = !nr_phrase_none(phrase) && nr_mention_of(r, phrase.head) == NULL &&
                nr_token_in(r->text, phrase.head, NR_IN(role_noun) | NR_IN(person_noun));
    if (!role || phrase.end + 1 >= limit || !nr_word_is(r, phrase.end, ",") ||
        !nr_is_person_at(r, phrase.end + 1)) {
        return phrase;
    }
    uint32_t end = nr_mention_of(r, phrase.end + 1)->end_token;
    bool owner = end < r->end && nr_is_possessive_mark(r, end); /* Ana Reis's cousin */
    return end <= limit && !owner ? nr_phrase_of(phrase.first, end, end - 1) : phrase;
}

static bool is_participle(const struct nr_reading *r, uint32_t t)
{
    const struct nr_word *word = nr_word_of(r->text, t);
    return nr_shape_of(r, t) == NR_SHAPE_LOWER &&
           (nr_word_ends(word, "ing", 3) || nr_word_ends(word, "ed", 2));
}

/* The end of a plain noun phrase that begins at first: determiner, adjectives, nouns,
 * name. */
static uint32_t right_edge(const struct nr_reading *r, uint32_t first, uint32_t to)
{
    uint32_t end = first;
    if (end < to && (nr_token_in(r->text, end, NR_IN(determiner) | NR_IN(number_word)) ||
                     nr_is_possessive_pronoun(r, end))) {
        end++;
    }
    if (end + 1 < to && is_participle(r, end) && nr_is_nominal(r, end + 1)) {
        end++; /* "visiting officials", "the injured driver" */
    }
    while (end < to && end - first < PHRASE_REACH) {
        const struct nr_mention *mention = nr_mention_of(r, end);
        if (mention != NULL) {
            end = mention->end_token;
            continue;
        }
        bool within = nr_is_possessive_mark(r, end) || nr_is_joiner(r, end) ||
                      (nr_is_nominal(r, end) && !nr_is_firm_verb(r, end) &&
                       !nr_token_in(r->text, end, NR_NAMES_OF_DAYS));
        bool time = end + 1 < to && nr_is_near(r, end) && nr_is_time_noun(r, end + 1);
        if (!within || time) {
            break;
        }
        end++;
    }
    return end < to ? end : to;
}

/* Does an apposition begin here: a fellow, 45, president of? Not "who left", not
 * "speaking". */
static bool opens_apposed(const struct nr_reading *r, uint32_t t)
{
    if (nr_token_in(r->text, t, NR_IN(relative)) || nr_word_is(r, t, "who") ||
        nr_word_ends(nr_word_of(r->text, t), "ing", 3)) {
        return false;
    }
    bool noun =
        nr_shape_of(r, t) == NR_SHAPE_LOWER && nr_is_nominal(r, t) && !nr_is_verbal(r, t);
    return nr_token_in(r->text, t,
                       NR_IN(determiner) | NR_IN(role_noun) | NR_IN(person_noun)) ||
           nr_is_possessive_pronoun(r, t) || nr_shape_of(r, t) == NR_SHAPE_NUMBER || noun;
}

/* ", a fellow at the institute": from its comma to where it ends; the comma when there is
 * none. */
static uint32_t apposition_end(const struct nr_reading *r, uint32_t comma, uint32_t to)
{
    uint32_t t = comma + 1;
    if (t >= to || !opens_apposed(r, t)) {
        return comma;
    }
    uint32_t limit = to < comma + APPOSITION_REACH ? to : comma + APPOSITION_REACH;
    while (t < limit && !nr_word_is(r, t, ",") && !nr_word_is(r, t, ".") &&
           !nr_word_is(r, t, ";") && !nr_word_is(r, t, ":") && !nr_word_is(r, t, "who") &&
           nr_shape_of(r, t) != NR_SHAPE_MARK) {
        t++;
    }
    return t;
}

static uint32_t head_of(const struct nr_reading *r, uint32_t first, uint32_t end)
{
    uint32_t head = end - 1;
    for (uint32_t t = first; t < end; t++) {
        const struct nr_mention *mention = nr_mention_of(r, t);
        bool owned = mention != NULL && mention->end_token < end &&
                     nr_is_possessive_mark(r, mention->end_token);
        if (mention != NULL && mention->end_token == end && !owned) {
            return end - 1;
        }
    }
    while (head > first && nr_is_possessive_mark(r, head)) {
        head--;
    }
    return head;
}

struct nr_phrase nr_phrase_after(const struct nr_reading *r, uint32_t first, uint32_t to,
                                 bool apposed)
{
    if (first >= to) {
        return NR_NO_PHRASE;
    }
    bool alone = first + 1 >= to || !nr_token_in(r->text, first, NR_IN(determiner)) ||
                 !nr_is_nominal(r, first + 1);
    if (nr_token_in(r->text, first, NR_IN(pronoun)) && nr_mention_of(r, first) == NULL &&
        !nr_is_possessive_pronoun(r, first) && nr_shape_of(r, first) != NR_SHAPE_UPPER &&
        alone) {
        return nr_phrase_of(first, first + 1, first);
    }
    uint32_t end = right_edge(r, first, to);
    if (end == first) {
        return nr_is_bare_subject(r, first) ? nr_phrase_of(first, first + 1, first)
                                            : NR_NO_PHRASE;
    }
    struct nr_phrase phrase = nr_phrase_of(first, end, head_of(r, first, end));
    while (phrase.end + 1 < to && phrase.end - first < PHRASE_REACH &&
           hangs(r, phrase.end)) {
        uint32_t further = right_edge(r, phrase.end + 1, to);
        if (further == phrase.end + 1 ||
            nr_token_in(r->text, further - 1, NR_IN(determiner))) {
            break; /* "reporters in the", cut before a word that is not known */
        }
        phrase.end = further;
    }
    struct nr_phrase named = nr_phrase_with_name(r, phrase, to);
    if (named.end != phrase.end) {
        return named;
    }
    if (apposed && phrase.end < to && nr_word_is(r, phrase.end, ",")) {
        uint32_t further = apposition_end(r, phrase.end, to);
        phrase.end = further;
    }
    return phrase;
}
