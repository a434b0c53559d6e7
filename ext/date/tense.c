/* date/tense.c: does the clause around a date speak of what was, is or will be?
 *
 * "He resigned on Friday" looks back, "the court will rule on Friday" ahead. The verb
 * nearest before the date tells, or else the one nearest behind it: a modal, "to" or a
 * verb of plans looks ahead, a past form back. No tags are needed for it, the lists of
 * verbs and auxiliaries suffice; at most SIGHT words on either side are looked at.
 *
 * Knowingly wrong: a participle that describes a noun ("the man killed Friday") is a past
 * form, which is nearly always right. */
#include "date/reading.h"

#include <string.h>

enum { SIGHT = 14, BACK = 4 };

static bool any_of(const struct nr_text *text, uint32_t t, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (nr_token_is(text, t, *words)) {
            return true;
        }
    }
    return false;
}

/* A verb of plans. In Spanish and French the future is an ending: será, seront. */
static bool looks_ahead(const struct nr_date_scan *scan, uint32_t t)
{
    static const char *const words[] = {"due",     "scheduled", "slated",   "expected",
                                        "expects", "ahead",     "upcoming", NULL};
    static const char *const endings[] = {"r\xC3\xA1", "r\xC3\xA1n", "ra", "ront", NULL};
    static const char *const for_later[] = {"set", "planned", NULL};
    if (scan->language == NR_LANGUAGE_EN || scan->language == NR_LANGUAGE_NONE) {
        return any_of(scan->text, t, words) ||
               (any_of(scan->text, t, for_later) && t + 1 < scan->to &&
                nr_token_is(scan->text, t + 1, "for"));
    }
    const struct nr_word *word = nr_word_of(scan->text, t);
    for (const char *const *ending = endings; *ending != NULL; ending++) {
        size_t length = strlen(*ending);
        if (word->length > length + 1 &&
            memcmp(word->folded + word->length - length, *ending, length) == 0) {
            return true;
        }
    }
    return false;
}

/* was, were, had, did; -ed; a form that the lists call past, "set" and "put" too. */
static bool past_form(const struct nr_text *text, uint32_t t)
{
    static const char *const words[] = {"was", "were", "had", "did", "could", NULL};
    const struct nr_word *word = nr_word_of(text, t);
    const struct nr_fact *fact = nr_token_fact(text, t, NR_LIST_speech_verb);
    fact = fact != NULL ? fact : nr_token_fact(text, t, NR_LIST_common_verb);
    if (fact != NULL) {
        return (fact->flags & NR_FLAG_PAST) != 0;
    }
    bool ending = word->length > 4 && word->folded[word->length - 2] == 'e' &&
                  word->folded[word->length - 1] == 'd';
    return any_of(text, t, words) || ending;
}

static bool present_form(const struct nr_text *text, uint32_t t)
{
    static const char *const words[] = {"is", "are", "'re", "has", "have", "does", NULL};
    const struct nr_fact *fact = nr_token_fact(text, t, NR_LIST_speech_verb);
    fact = fact != NULL ? fact : nr_token_fact(text, t, NR_LIST_common_verb);
    return any_of(text, t, words) || (fact != NULL && (fact->flags & NR_FLAG_THIRD) != 0);
}

/* A past form: what an auxiliary before it makes of it ("will be held", "has said"). */
static enum nr_tense with_auxiliary(const struct nr_date_scan *scan, uint32_t t)
{
    static const char *const presents[] = {"is", "are", "be", NULL};
    enum nr_tense tense = NR_TENSE_PAST;
    for (uint32_t i = 1; i <= BACK && t >= scan->from + i; i++) {
        uint32_t before = t - i;
        if (nr_token_in(scan->text, before, NR_IN(modal)) ||
            nr_token_is(scan->text, before, "to")) {
            return NR_TENSE_FUTURE;
        }
        if (any_of(scan->text, before, presents)) {
            tense = NR_TENSE_PRESENT; /* is held, unless: will be held */
            continue;
        }
        if (!nr_token_in(scan->text, before, NR_IN(auxiliary) | NR_IN(adverb))) {
            break;
        }
    }
    return tense;
}

/* "had been due to expire": what was ahead, then. */
static enum nr_tense ahead_from(const struct nr_date_scan *scan, uint32_t t)
{
    for (uint32_t i = 1; i <= BACK && t >= scan->from + i; i++) {
        if (nr_token_is(scan->text, t - i, "had")) {
            return NR_TENSE_PAST;
        }
    }
    return NR_TENSE_FUTURE;
}

static enum nr_tense tense_at(const struct nr_date_scan *scan, uint32_t t)
{
    const struct nr_text *text = scan->text;
    const struct nr_token *token = &text->tokens.items[t];
    if (token->shape != NR_SHAPE_LOWER && (token->flags & NR_TOKEN_SENTENCE) == 0) {
        return NR_TENSE_UNKNOWN; /* a name: the United States */
    }
    bool modal = nr_token_in(text, t, NR_IN(modal)) && !nr_token_is(text, t, "could");
    if (modal) {
        return NR_TENSE_FUTURE;
    }
    if (looks_ahead(scan, t)) {
        return ahead_from(scan, t);
    }
    if (past_form(text, t)) {
        return with_auxiliary(scan, t);
    }
    const struct nr_fact *verb = nr_token_fact(text, t, NR_LIST_common_verb);
    verb = verb != NULL ? verb : nr_token_fact(text, t, NR_LIST_speech_verb);
    bool base =
        nr_token_is(text, t, "be") || (verb != NULL && (verb->flags & NR_FLAG_BASE) != 0);
    if (base && t > scan->from && nr_token_is(text, t - 1, "to")) {
        return ahead_from(scan, t);
    }
    return present_form(text, t) ? NR_TENSE_PRESENT : NR_TENSE_UNKNOWN;
}

enum nr_tense nr_tense_of(const struct nr_date_scan *scan, uint32_t first, uint32_t end)
{
    enum nr_tense tense = NR_TENSE_UNKNOWN;
    if (nr_date_is(scan, first - 1, NR_PART_until) ||
        (first > scan->from && nr_token_is(scan->text, first - 1, "as"))) {
        return NR_TENSE_FUTURE;
    }
    /* since Friday, following the November meeting */
    uint32_t before = first - 1 - (nr_date_is(scan, first - 1, NR_PART_the) ? 1 : 0);
    if (nr_date_is(scan, before, NR_PART_since) ||
        (before != first - 1 && nr_date_is(scan, before, NR_PART_rel)) ||
        nr_date_is(scan, end, NR_PART_possessive)) {
        return NR_TENSE_PAST; /* Friday's ruling */
    }
    for (uint32_t i = 1; i <= SIGHT && first >= scan->from + i; i++) {
        tense = tense_at(scan, first - i);
        if (tense != NR_TENSE_UNKNOWN) {
            return tense;
        }
    }
    for (uint32_t t = end; t < scan->to && t < end + SIGHT; t++) {
        tense = tense_at(scan, t);
        if (tense != NR_TENSE_UNKNOWN) {
            return tense;
        }
    }
    return NR_TENSE_UNKNOWN;
}
