/* quote/grammar.c: as much grammar as attribution needs.
 *
 *     Robert Ames, a senior fellow at the institute, has repeatedly said that ...
 *     ^^^^^^^^^^^ subject of "has said", past the apposition between the commas
 *
 * Closed word classes and verb forms come from the lexicon, names from entity/. A noun
 * phrase is read outwards from its edge: to the left over adjectives to the determiner,
 * across "of", "for" and "at" to the noun that they hang on. What it knowingly gets
 * wrong: a lower-case verb that no list has, read as a noun. */
#include "quote/grammar.h"

enum { PHRASE_REACH = 30, APPOSITION_REACH = 60 };

static const uint64_t NAMES_OF_DAYS = NR_IN(weekday) | NR_IN(month);
static const uint64_t FUNCTION_WORDS = NR_IN(determiner) | NR_IN(preposition) |
                                       NR_IN(pronoun) | NR_IN(conjunction) |
                                       NR_IN(subordinator) | NR_IN(relative) |
                                       NR_IN(auxiliary) | NR_IN(modal) | NR_IN(negation);
static const uint64_t SPEAKING_NOUNS = NR_IN(role_noun) | NR_IN(person_noun) |
                                       NR_IN(group_noun) | NR_IN(document_noun) |
                                       NR_IN(body_noun);

static const struct nr_mention *mention_at(const struct nr_reading *r, uint32_t t)
{
    uint32_t m = r->entities->mention_of_token != NULL ? r->entities->mention_of_token[t]
                                                       : NR_NONE;
    return m != NR_NONE ? &r->entities->mentions.items[m] : NULL;
}

static bool word_is(const struct nr_reading *r, uint32_t t, const char *folded)
{
    return nr_token_is(r->text, t, folded);
}

static uint8_t shape_of(const struct nr_reading *r, uint32_t t)
{
    return r->text->tokens.items[t].shape;
}

static bool glued(const struct nr_reading *r, uint32_t t)
{
    return (r->text->tokens.items[t].flags & NR_TOKEN_SPACE) == 0;
}

/* 's, and the apostrophe of "the dockers' union". */
static bool is_possessive_mark(const struct nr_reading *r, uint32_t t)
{
    bool apostrophe = (word_is(r, t, "'") || word_is(r, t, "\xe2\x80\x99")) &&
                      glued(r, t) && t > r->first && shape_of(r, t - 1) != NR_SHAPE_PUNCT;
    return apostrophe || word_is(r, t, "'s");
}

/* The hyphen of "anti - war", the period of nothing. */
static bool is_joiner(const struct nr_reading *r, uint32_t t)
{
    return word_is(r, t, "-") && glued(r, t);
}

static bool ends_with(const struct nr_word *word, const char *suffix, uint32_t length)
{
    if (word->length < length + 2) {
        return false;
    }
    for (uint32_t i = 0; i < length; i++) {
        if (word->folded[word->length - length + i] != suffix[i]) {
            return false;
        }
    }
    return true;
}

bool nr_is_nominal(const struct nr_reading *r, uint32_t t)
{
    uint8_t shape = shape_of(r, t);
    if (shape == NR_SHAPE_PUNCT || shape == NR_SHAPE_MARK) {
        return false;
    }
    if (mention_at(r, t) != NULL) {
        return true;
    }
    uint64_t lists = nr_token_lists(r->text, t);
    if ((lists & SPEAKING_NOUNS) != 0 || shape == NR_SHAPE_UPPER) {
        return true; /* "US" is no pronoun */
    }
    return (lists & (FUNCTION_WORDS | NAMES_OF_DAYS)) == 0 && !is_possessive_mark(r, t) &&
           ((lists & NR_IN(adverb)) == 0 || nr_token_capital(r->text, t));
}

/* "the divided court", "its proposed law": a form of a verb that stands for an adjective.
 */
static bool modifies(const struct nr_reading *r, uint32_t t)
{
    if (t == r->first) {
        return false;
    }
    uint32_t before = t - 1;
    if (is_possessive_mark(r, before) || is_joiner(r, before)) {
        return true;
    }
    const struct nr_fact *pronoun = nr_token_fact(r->text, before, NR_LIST_pronoun);
    return nr_token_in(r->text, before, NR_IN(determiner)) ||
           (pronoun != NULL && (pronoun->flags & NR_FLAG_POSSESSIVE) != 0 &&
            !word_is(r, before, "her"));
}

bool nr_is_verbal(const struct nr_reading *r, uint32_t t)
{
    uint64_t lists = nr_token_lists(r->text, t);
    if ((lists & (NR_IN(auxiliary) | NR_IN(modal))) != 0) {
        return true;
    }
    if (mention_at(r, t) != NULL || shape_of(r, t) != NR_SHAPE_LOWER || modifies(r, t)) {
        return false;
    }
    if ((lists & (NR_IN(speech_verb) | NR_IN(common_verb))) != 0) {
        return (lists & SPEAKING_NOUNS) == 0;
    }
    const struct nr_word *word = nr_word_of(r->text, t);
    return (lists & (FUNCTION_WORDS | SPEAKING_NOUNS)) == 0 && ends_with(word, "ed", 2) &&
           (t == r->first || !nr_token_in(r->text, t - 1, NR_IN(preposition)));
}

static const uint64_t VERBS = NR_IN(speech_verb) | NR_IN(common_verb);

/* A verb that ends a noun phrase: not "transport" or "state" in "the transport minister",
 * which only could be one. */
static bool is_firm_verb(const struct nr_reading *r, uint32_t t)
{
    if (!nr_is_verbal(r, t)) {
        return false;
    }
    if (!nr_token_in(r->text, t, VERBS) ||
        nr_token_in(r->text, t, NR_IN(auxiliary) | NR_IN(modal))) {
        return true;
    }
    const uint16_t firm = NR_FLAG_PAST | NR_FLAG_ING;
    const struct nr_fact *speech = nr_token_fact(r->text, t, NR_LIST_speech_verb);
    const struct nr_fact *common = nr_token_fact(r->text, t, NR_LIST_common_verb);
    bool inflected = (speech != NULL && (speech->flags & firm) != 0) ||
                     (common != NULL && (common->flags & firm) != 0);
    bool after_subject =
        t > r->first && (nr_token_in(r->text, t - 1, NR_IN(pronoun) | NR_IN(modal)) ||
                         word_is(r, t - 1, "to"));
    return inflected || after_subject;
}

static bool is_subject_pronoun(const struct nr_reading *r, uint32_t t)
{
    const struct nr_fact *fact = nr_token_fact(r->text, t, NR_LIST_pronoun);
    return fact != NULL && (fact->flags & NR_FLAG_SUBJECT) != 0;
}

static const uint64_t BARE_SUBJECTS = NR_IN(relative) | NR_IN(determiner);

/* who, which, that; one, some, many, others, both: a subject of one word. */
static bool is_bare_subject(const struct nr_reading *r, uint32_t t)
{
    if (is_subject_pronoun(r, t)) {
        return true;
    }
    static const char *const alone[] = {
        "who",  "which",   "that",     "one",    "some",    "many",
        "both", "few",     "this",     "others", "most",    "several",
        "all",  "another", "everyone", "nobody", "somebody"};
    if (!nr_token_in(r->text, t, BARE_SUBJECTS | NR_IN(pronoun) | NR_IN(number_word))) {
        return false;
    }
    for (uint32_t i = 0; i < sizeof alone / sizeof alone[0]; i++) {
        if (word_is(r, t, alone[i])) {
            return true;
        }
    }
    return false;
}

static bool begins_sentence(const struct nr_reading *r, uint32_t t)
{
    return (r->text->tokens.items[t].flags & NR_TOKEN_SENTENCE) != 0;
}

bool nr_can_speak(const struct nr_reading *r, struct nr_phrase phrase)
{
    if (nr_phrase_none(phrase)) {
        return false;
    }
    const struct nr_mention *mention = mention_at(r, phrase.head);
    if (mention != NULL) {
        return mention->type == NR_TYPE_PERSON || mention->type == NR_TYPE_ORG ||
               mention->type == NR_TYPE_GPE || mention->type == NR_TYPE_NORP;
    }
    return is_bare_subject(r, phrase.head) ||
           nr_token_in(r->text, phrase.head, SPEAKING_NOUNS) ||
           (nr_token_capital(r->text, phrase.head) && !begins_sentence(r, phrase.head));
}

static struct nr_phrase phrase_of(uint32_t first, uint32_t end, uint32_t head)
{
    return (struct nr_phrase){first, end, head};
}

static const struct nr_phrase NO_PHRASE = {0, 0, 0};

/* Prepositions that hang a phrase on the noun before them: "a spokesman for the port". */
static bool hangs(const struct nr_reading *r, uint32_t t)
{
    static const char *const hanging[] = {"of",   "for",  "at", "in",
                                          "from", "with", "to", "by"};
    for (uint32_t i = 0; i < sizeof hanging / sizeof hanging[0]; i++) {
        if (word_is(r, t, hanging[i])) {
            return true;
        }
    }
    return false;
}

/* One step of the walk to the left: does token t still belong to the phrase on its right?
 */
static bool belongs_left(const struct nr_reading *r, uint32_t t)
{
    if (is_possessive_mark(r, t) || is_joiner(r, t)) {
        return true;
    }
    if (is_firm_verb(r, t) || nr_token_in(r->text, t, NAMES_OF_DAYS)) {
        return false;
    }
    return nr_is_nominal(r, t) && shape_of(r, t) != NR_SHAPE_OTHER;
}

static bool is_possessive_pronoun(const struct nr_reading *r, uint32_t t)
{
    const struct nr_fact *fact = nr_token_fact(r->text, t, NR_LIST_pronoun);
    return fact != NULL && (fact->flags & NR_FLAG_POSSESSIVE) != 0;
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
    while (first > from && mention_at(r, first - 1) == NULL &&
           nr_token_in(r->text, first - 1, NR_IN(role_noun) | NR_IN(honorific))) {
        first--;
    }
    if (first > from && nr_token_in(r->text, first - 1, NR_IN(determiner)) &&
        !word_is(r, first - 1, "that")) {
        first--;
    }
    uint32_t last =
        mention->end_token < end ? mention->end_token : end; /* cut by a mark */
    return phrase_of(first, end, last - 1);
}

/* Left edge of the phrase whose last token is `last`, prepositions not crossed. */
static uint32_t left_edge(const struct nr_reading *r, uint32_t last, uint32_t from)
{
    uint32_t first = last;
    while (first > from && last - first < PHRASE_REACH && belongs_left(r, first - 1)) {
        first--;
    }
    while (first < last && (is_possessive_mark(r, first) || is_joiner(r, first))) {
        first++;
    }
    bool determined =
        first > from && (nr_token_in(r->text, first - 1, NR_IN(determiner)) ||
                         is_possessive_pronoun(r, first - 1));
    bool that = first > from + 1 && word_is(r, first - 1, "that") &&
                (nr_is_verbal(r, first - 2) || nr_token_capital(r->text, last));
    return determined && !that ? first - 1 : first;
}

static bool is_person_at(const struct nr_reading *r, uint32_t t)
{
    const struct nr_mention *mention = mention_at(r, t);
    return mention != NULL && mention->type == NR_TYPE_PERSON;
}

/* "Sources close", "two people familiar": the noun that speaks, before its adjective. */
static uint32_t speaking_head(const struct nr_reading *r, uint32_t first, uint32_t last)
{
    for (uint32_t t = last + 1; t-- > first;) {
        if (nr_token_in(r->text, t, SPEAKING_NOUNS) || is_person_at(r, t)) {
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
           !is_firm_verb(r, tried.first - 2)) {
        uint32_t outer = tried.first - 2;
        const struct nr_mention *outer_name = mention_at(r, outer);
        uint32_t first = outer_name != NULL
                             ? name_before(r, outer_name, inner.end, from).first
                             : left_edge(r, outer, from);
        uint32_t head = speaking_head(r, first, outer);
        tried = phrase_of(first, inner.end, head != NR_NONE ? head : outer);
        if (!name || head != NR_NONE) {
            phrase = tried;
        }
    }
    return phrase;
}

struct nr_phrase nr_phrase_before(const struct nr_reading *r, uint32_t end, uint32_t from)
{
    if (end <= from) {
        return NO_PHRASE;
    }
    uint32_t last = end - 1;
    if (is_bare_subject(r, last) && mention_at(r, last) == NULL) {
        return phrase_of(last, end, last);
    }
    const struct nr_mention *mention = mention_at(r, last);
    if (mention == NULL &&
        (!nr_is_nominal(r, last) || nr_token_in(r->text, last, NAMES_OF_DAYS))) {
        return NO_PHRASE;
    }
    struct nr_phrase inner = mention != NULL
                                 ? name_before(r, mention, end, from)
                                 : phrase_of(left_edge(r, last, from), end, last);
    return with_governors(r, inner, mention != NULL, from);
}

/* ---- To the right ---- */

static bool is_time_noun(const struct nr_reading *r, uint32_t t)
{
    static const char *const nouns[] = {"time",    "day",       "week",    "month",
                                        "year",    "night",     "morning", "evening",
                                        "weekend", "afternoon", "point",   "moment"};
    for (uint32_t i = 0; i < sizeof nouns / sizeof nouns[0]; i++) {
        if (word_is(r, t, nouns[i])) {
            return true;
        }
    }
    return nr_token_in(r->text, t, NAMES_OF_DAYS);
}

static bool is_near(const struct nr_reading *r, uint32_t t)
{
    return word_is(r, t, "last") || word_is(r, t, "this") || word_is(r, t, "next") ||
           word_is(r, t, "late") || word_is(r, t, "early") || word_is(r, t, "earlier") ||
           word_is(r, t, "same");
}

/* "its president, Ana Reis": who bears the role; limit: where the apposition must end by.
 */
static struct nr_phrase with_name_behind(const struct nr_reading *r,
                                         struct nr_phrase phrase, uint32_t limit)
{
    bool role = !nr_phrase_none(phrase) && mention_at(r, phrase.head) == NULL &&
                nr_token_in(r->text, phrase.head, NR_IN(role_noun) | NR_IN(person_noun));
    if (!role || phrase.end + 1 >= limit || !word_is(r, phrase.end, ",") ||
        !is_person_at(r, phrase.end + 1)) {
        return phrase;
    }
    uint32_t end = mention_at(r, phrase.end + 1)->end_token;
    return end <= limit ? phrase_of(phrase.first, end, end - 1) : phrase;
}

static bool is_participle(const struct nr_reading *r, uint32_t t)
{
    const struct nr_word *word = nr_word_of(r->text, t);
    return shape_of(r, t) == NR_SHAPE_LOWER &&
           (ends_with(word, "ing", 3) || ends_with(word, "ed", 2));
}

/* The end of a plain noun phrase that begins at first: determiner, adjectives, nouns,
 * name. */
static uint32_t right_edge(const struct nr_reading *r, uint32_t first, uint32_t to)
{
    uint32_t end = first;
    if (end < to && (nr_token_in(r->text, end, NR_IN(determiner) | NR_IN(number_word)) ||
                     is_possessive_pronoun(r, end))) {
        end++;
    }
    if (end + 1 < to && is_participle(r, end) && nr_is_nominal(r, end + 1)) {
        end++; /* "visiting officials", "the injured driver" */
    }
    while (end < to && end - first < PHRASE_REACH) {
        const struct nr_mention *mention = mention_at(r, end);
        if (mention != NULL) {
            end = mention->end_token;
            continue;
        }
        bool within = is_possessive_mark(r, end) || is_joiner(r, end) ||
                      (nr_is_nominal(r, end) && !is_firm_verb(r, end) &&
                       !nr_token_in(r->text, end, NAMES_OF_DAYS));
        bool time = end + 1 < to && is_near(r, end) && is_time_noun(r, end + 1);
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
    if (nr_token_in(r->text, t, NR_IN(relative)) || word_is(r, t, "who") ||
        ends_with(nr_word_of(r->text, t), "ing", 3)) {
        return false;
    }
    bool noun =
        shape_of(r, t) == NR_SHAPE_LOWER && nr_is_nominal(r, t) && !nr_is_verbal(r, t);
    return nr_token_in(r->text, t,
                       NR_IN(determiner) | NR_IN(role_noun) | NR_IN(person_noun)) ||
           is_possessive_pronoun(r, t) || shape_of(r, t) == NR_SHAPE_NUMBER || noun;
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
    while (t < limit && !word_is(r, t, ",") && !word_is(r, t, ".") &&
           !word_is(r, t, ";") && !word_is(r, t, ":") && !word_is(r, t, "who") &&
           shape_of(r, t) != NR_SHAPE_MARK) {
        t++;
    }
    return t;
}

static uint32_t head_of(const struct nr_reading *r, uint32_t first, uint32_t end)
{
    uint32_t head = end - 1;
    for (uint32_t t = first; t < end; t++) {
        const struct nr_mention *mention = mention_at(r, t);
        bool owned = mention != NULL && mention->end_token < end &&
                     is_possessive_mark(r, mention->end_token);
        if (mention != NULL && mention->end_token == end && !owned) {
            return end - 1;
        }
    }
    while (head > first && is_possessive_mark(r, head)) {
        head--;
    }
    return head;
}

struct nr_phrase nr_phrase_after(const struct nr_reading *r, uint32_t first, uint32_t to,
                                 bool apposed)
{
    if (first >= to) {
        return NO_PHRASE;
    }
    bool alone = first + 1 >= to || !nr_token_in(r->text, first, NR_IN(determiner)) ||
                 !nr_is_nominal(r, first + 1);
    if (nr_token_in(r->text, first, NR_IN(pronoun)) && mention_at(r, first) == NULL &&
        !is_possessive_pronoun(r, first) && shape_of(r, first) != NR_SHAPE_UPPER &&
        alone) {
        return phrase_of(first, first + 1, first);
    }
    uint32_t end = right_edge(r, first, to);
    if (end == first) {
        return is_bare_subject(r, first) ? phrase_of(first, first + 1, first) : NO_PHRASE;
    }
    struct nr_phrase phrase = phrase_of(first, end, head_of(r, first, end));
    while (phrase.end + 1 < to && phrase.end - first < PHRASE_REACH &&
           hangs(r, phrase.end)) {
        uint32_t further = right_edge(r, phrase.end + 1, to);
        if (further == phrase.end + 1) {
            break;
        }
        phrase.end = further;
    }
    struct nr_phrase named = with_name_behind(r, phrase, to);
    if (named.end != phrase.end) {
        return named;
    }
    if (apposed && phrase.end < to && word_is(r, phrase.end, ",")) {
        uint32_t further = apposition_end(r, phrase.end, to);
        phrase.end = further;
    }
    return phrase;
}

/* ---- Subjects ---- */

static bool opens_apposition(const struct nr_reading *r, uint32_t t)
{
    return nr_token_in(r->text, t,
                       NR_IN(determiner) | NR_IN(relative) | NR_IN(role_noun) |
                           NR_IN(person_noun) | NR_IN(preposition)) ||
           shape_of(r, t) == NR_SHAPE_NUMBER || is_possessive_pronoun(r, t) ||
           shape_of(r, t) == NR_SHAPE_LOWER || nr_token_capital(r->text, t);
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
    const struct nr_mention *mention = mention_at(r, phrase.head);
    if (mention != NULL) {
        return mention->type == NR_TYPE_PERSON ? 3 : mention->type == NR_TYPE_ORG ? 2 : 1;
    }
    if (nr_token_in(r->text, phrase.head, NR_IN(person_noun) | NR_IN(role_noun))) {
        return 3;
    }
    return nr_token_in(r->text, phrase.head, SPEAKING_NOUNS) ? 2 : 0;
}

/* The subject before ", ... ,": the best phrase that ends at an earlier comma of the
 * sentence. */
static struct nr_phrase subject_past_comma(const struct nr_reading *r, uint32_t close,
                                           uint32_t from)
{
    struct nr_phrase best = NO_PHRASE;
    int rank = 0;
    uint32_t limit = close > from + APPOSITION_REACH ? close - APPOSITION_REACH : from;
    for (uint32_t t = close; t-- > limit;) {
        bool mark = shape_of(r, t) == NR_SHAPE_MARK && !is_possessive_mark(r, t);
        if (mark || word_is(r, t, ";") || word_is(r, t, ":")) {
            break;
        }
        if (!word_is(r, t, ",") || t + 1 >= close || !opens_apposition(r, t + 1)) {
            continue;
        }
        struct nr_phrase phrase = nr_phrase_before(r, t, from);
        int value = subject_rank(r, phrase);
        bool explained =
            nr_token_in(r->text, t + 1,
                        NR_IN(determiner) | NR_IN(relative) | NR_IN(role_noun)) ||
            shape_of(r, t + 1) == NR_SHAPE_NUMBER;
        if (value > rank || (value == rank && value > 0 && explained)) {
            best = phrase;
            rank = value;
        }
    }
    return with_name_behind(r, best, close);
}

/* "Macron and Scholz", "officials and experts": the phrase with the one before its "and".
 */
static struct nr_phrase with_partner(const struct nr_reading *r, struct nr_phrase phrase,
                                     uint32_t from)
{
    if (nr_phrase_none(phrase) || phrase.first < from + 2 ||
        !nr_token_in(r->text, phrase.first - 1, NR_IN(conjunction)) ||
        word_is(r, phrase.first - 1, "but")) {
        return phrase;
    }
    struct nr_phrase partner = nr_phrase_before(r, phrase.first - 1, from);
    if (nr_phrase_none(partner)) {
        return phrase;
    }
    const struct nr_mention *a = mention_at(r, partner.head);
    const struct nr_mention *b = mention_at(r, phrase.head);
    bool names = a != NULL && b != NULL && a->type == b->type;
    bool groups = a == NULL && b == NULL &&
                  nr_token_in(r->text, partner.head, SPEAKING_NOUNS) &&
                  !nr_token_in(r->text, phrase.first, NR_IN(determiner) | NR_IN(pronoun));
    bool opens = partner.first == from || !nr_is_verbal(r, partner.first - 1);
    if ((names || groups) && opens && !is_bare_subject(r, phrase.head)) {
        phrase.first = partner.first;
        phrase.head = partner.head;
    }
    return phrase;
}

/* "Diaz at the time | said", "Diaz on Friday | said": the token after the subject. */
static uint32_t before_time(const struct nr_reading *r, uint32_t verb, uint32_t from)
{
    if (verb <= from + 1 || !is_time_noun(r, verb - 1)) {
        return verb;
    }
    uint32_t t = verb - 1;
    uint32_t limit = t > from + 4 ? t - 4 : from;
    while (t > limit && (nr_token_in(r->text, t - 1, NR_IN(determiner)) ||
                         is_near(r, t - 1) || is_time_noun(r, t - 1))) {
        t--;
    }
    if (t > from && nr_token_in(r->text, t - 1, NR_IN(preposition)) &&
        mention_at(r, t - 1) == NULL) {
        t--;
    }
    return t > from ? t : verb;
}

struct nr_phrase nr_subject_before(const struct nr_reading *r, uint32_t verb,
                                   uint32_t from)
{
    if (verb <= from) {
        return NO_PHRASE;
    }
    verb = before_time(r, verb, from);
    if (word_is(r, verb - 1, ",")) {
        return subject_past_comma(r, verb - 1, from);
    }
    if (word_is(r, verb - 1, ")")) { /* "Smith (L) said" */
        uint32_t t = verb - 1;
        while (t > from && verb - t < PHRASE_REACH && !word_is(r, t, "(")) {
            t--;
        }
        return nr_phrase_before(r, t, from);
    }
    return with_partner(r, nr_phrase_before(r, verb, from), from);
}

struct nr_phrase nr_subject_of_verb_before(const struct nr_reading *r, uint32_t end,
                                           uint32_t from, struct nr_span *verb)
{
    uint32_t low = end > from + APPOSITION_REACH ? end - APPOSITION_REACH : from;
    for (uint32_t t = end; t-- > low;) {
        if (!is_firm_verb(r, t)) {
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
    return NO_PHRASE;
}

struct nr_phrase nr_subject_of_clause(const struct nr_reading *r, uint32_t first,
                                      uint32_t to)
{
    uint32_t steps = 0;
    for (uint32_t t = first; t < to && steps < 2 * APPOSITION_REACH; steps++) {
        if (shape_of(r, t) == NR_SHAPE_MARK) {
            return NO_PHRASE;
        }
        bool participle =
            begins_sentence(r, t) && ends_with(nr_word_of(r->text, t), "ing", 3);
        bool fronted = nr_token_in(r->text, t, NR_IN(preposition) | NR_IN(subordinator));
        if ((participle || fronted) && mention_at(r, t) == NULL) {
            uint32_t comma = t;
            while (comma < to && comma - t < APPOSITION_REACH &&
                   !word_is(r, comma, ",") && shape_of(r, comma) != NR_SHAPE_MARK) {
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
    return NO_PHRASE;
}
