/* quote/word_class.c: what a word can be here, by the lists and its neighbours.
 *
 *     the transport minister     "transport" is listed as a verb, and is none
 *     said the divided court     "divided" stands for an adjective
 *
 * What it knowingly gets wrong: a lower-case verb that no list has, taken for a noun. */
#include "quote/word_class.h"

static const uint64_t FUNCTION_WORDS = NR_IN(determiner) | NR_IN(preposition) |
                                       NR_IN(pronoun) | NR_IN(conjunction) |
                                       NR_IN(subordinator) | NR_IN(relative) |
                                       NR_IN(auxiliary) | NR_IN(modal) | NR_IN(negation);
static const uint64_t VERBS = NR_IN(speech_verb) | NR_IN(common_verb);
static const uint64_t BARE_SUBJECTS = NR_IN(relative) | NR_IN(determiner);

/* 's, and the apostrophe of "the dockers' union". */
bool nr_is_possessive_mark(const struct nr_reading *r, uint32_t t)
{
    bool apostrophe = (nr_word_is(r, t, "'") || nr_word_is(r, t, "\xe2\x80\x99")) &&
                      nr_is_glued(r, t) && t > r->first &&
                      nr_shape_of(r, t - 1) != NR_SHAPE_PUNCT;
    return apostrophe || nr_word_is(r, t, "'s");
}

/* The hyphen of "anti - war", the period of nothing. */
bool nr_is_joiner(const struct nr_reading *r, uint32_t t)
{
    return nr_word_is(r, t, "-") && nr_is_glued(r, t);
}

bool nr_word_ends(const struct nr_word *word, const char *suffix, uint32_t length)
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
    uint8_t shape = nr_shape_of(r, t);
    if (shape == NR_SHAPE_PUNCT || shape == NR_SHAPE_MARK) {
        return false;
    }
    if (nr_mention_of(r, t) != NULL) {
        return true;
    }
    uint64_t lists = nr_token_lists(r->text, t);
    if ((lists & NR_SPEAKING_NOUNS) != 0 || shape == NR_SHAPE_UPPER) {
        return true; /* "US" is no pronoun */
    }
    return (lists & (FUNCTION_WORDS | NR_NAMES_OF_DAYS)) == 0 &&
           !nr_is_possessive_mark(r, t) &&
           ((lists & NR_IN(adverb)) == 0 || nr_token_capital(r->text, t));
}

bool nr_is_possessive_pronoun(const struct nr_reading *r, uint32_t t)
{
    const struct nr_fact *fact = nr_token_fact(r->text, t, NR_LIST_pronoun);
    return fact != NULL && (fact->flags & NR_FLAG_POSSESSIVE) != 0;
}

/* "the divided court", "its proposed law": a form of a verb that stands for an adjective.
 */
static bool modifies(const struct nr_reading *r, uint32_t t)
{
    if (t == r->first) {
        return false;
    }
    uint32_t before = t - 1;
    if (nr_is_possessive_mark(r, before) || nr_is_joiner(r, before)) {
        return true;
    }
    const struct nr_fact *pronoun = nr_token_fact(r->text, before, NR_LIST_pronoun);
    return nr_token_in(r->text, before, NR_IN(determiner)) ||
           (pronoun != NULL && (pronoun->flags & NR_FLAG_POSSESSIVE) != 0 &&
            !nr_word_is(r, before, "her"));
}

bool nr_is_verbal(const struct nr_reading *r, uint32_t t)
{
    uint64_t lists = nr_token_lists(r->text, t);
    if ((lists & (NR_IN(auxiliary) | NR_IN(modal))) != 0) {
        return true;
    }
    if (nr_mention_of(r, t) != NULL || nr_shape_of(r, t) != NR_SHAPE_LOWER ||
        modifies(r, t)) {
        return false;
    }
    if ((lists & (NR_IN(speech_verb) | NR_IN(common_verb))) != 0) {
        return (lists & NR_SPEAKING_NOUNS) == 0;
    }
    const struct nr_word *word = nr_word_of(r->text, t);
    return (lists & (FUNCTION_WORDS | NR_SPEAKING_NOUNS)) == 0 &&
           nr_word_ends(word, "ed", 2) &&
           (t == r->first || !nr_token_in(r->text, t - 1, NR_IN(preposition)));
}

/* A verb that ends a noun phrase: not "transport" or "state" in "the transport minister",
 * which only could be one. */
bool nr_is_firm_verb(const struct nr_reading *r, uint32_t t)
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
                         nr_word_is(r, t - 1, "to"));
    return inflected || after_subject;
}

static bool is_subject_pronoun(const struct nr_reading *r, uint32_t t)
{
    const struct nr_fact *fact = nr_token_fact(r->text, t, NR_LIST_pronoun);
    return fact != NULL && (fact->flags & NR_FLAG_SUBJECT) != 0;
}

/* who, which, that; one, some, many, others, both: a subject of one word. */
bool nr_is_bare_subject(const struct nr_reading *r, uint32_t t)
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
        if (nr_word_is(r, t, alone[i])) {
            return true;
        }
    }
    return false;
}

bool nr_begins_sentence(const struct nr_reading *r, uint32_t t)
{
    return (r->text->tokens.items[t].flags & NR_TOKEN_SENTENCE) != 0;
}

/* ---- To the right ---- */

bool nr_is_time_noun(const struct nr_reading *r, uint32_t t)
{
    static const char *const nouns[] = {"time",    "day",       "week",    "month",
                                        "year",    "night",     "morning", "evening",
                                        "weekend", "afternoon", "point",   "moment"};
    for (uint32_t i = 0; i < sizeof nouns / sizeof nouns[0]; i++) {
        if (nr_word_is(r, t, nouns[i])) {
            return true;
        }
    }
    return nr_token_in(r->text, t, NR_NAMES_OF_DAYS);
}

bool nr_is_near(const struct nr_reading *r, uint32_t t)
{
    return nr_word_is(r, t, "last") || nr_word_is(r, t, "this") ||
           nr_word_is(r, t, "next") || nr_word_is(r, t, "late") ||
           nr_word_is(r, t, "early") || nr_word_is(r, t, "earlier") ||
           nr_word_is(r, t, "same");
}
