/* speaker/head.c: what is a source's core, and whom does "who" stand for?
 *
 *     a well-known skipper (59), who left               its core: a well-known skipper
 *     Ana Reis, the skipper, who left                   who: Ana Reis */
#include "speaker/head.h"

#include "quote/named.h"
#include "quote/word_class.h"

enum { BRACKET_MOST = 9 }; /* tokens of "(D-Ohio)" behind a name */

/* "a Norlander", "the well-known skipper": one, by noun or by people. */
static bool is_one(const struct nr_reading *r, struct nr_phrase phrase)
{
    const struct nr_mention *head = nr_mention_of(r, phrase.head);
    if (head == NULL) {
        return nr_is_one_person(r, phrase.head);
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
    bool person = !nr_phrase_none(explained) && nr_is_person_at(r, explained.head);
    return person ? explained : phrase;
}

/* "the $3 million, ten-year | plan": a comma between a measure and what is measured. */
static bool measures(const struct nr_reading *r, uint32_t comma, uint32_t end)
{
    return nr_word_is(r, comma, ",") && comma + 1 < end &&
           (nr_is_time_noun(r, comma - 1) ||
            nr_shape_of(r, comma - 1) == NR_SHAPE_NUMBER ||
            nr_token_in(r->text, comma - 1, NR_IN(number_word))) &&
           (nr_shape_of(r, comma + 1) == NR_SHAPE_NUMBER ||
            nr_token_in(r->text, comma + 1, NR_IN(number_word)));
}

struct nr_span nr_source_core(const struct nr_reading *r, struct nr_phrase source)
{
    uint32_t end = source.head + 1;
    while (end < source.end && nr_shape_of(r, end) != NR_SHAPE_MARK &&
           (nr_shape_of(r, end) != NR_SHAPE_PUNCT || nr_is_joiner(r, end) ||
            measures(r, end, source.end)) &&
           !nr_token_in(r->text, end, NR_IN(relative))) {
        end++;
    }
    return nr_phrase_span(r->text, nr_phrase_of(source.first, end, source.head));
}
