/* value/guard.c: is it an amount at this place?
 *
 * "Flight 12" counts nothing, "one another" neither, "the first minister" is an office,
 * and twenty pounds are money where the article writes £. */
#include "value/reading.h"

#define IS(name) NR_VALUE_IS(name)

static uint8_t tag_at(const struct nr_value_scan *scan, uint32_t t)
{
    return t < scan->tags->count ? scan->tags->items[t] : NR_POS_X;
}

static bool first_of_sentence(const struct nr_value_scan *scan, uint32_t t)
{
    return t == 0 || (scan->text->tokens.items[t].flags & NR_TOKEN_SENTENCE) != 0;
}

static bool glued(const struct nr_value_scan *scan, uint32_t t)
{
    return (scan->text->tokens.items[t].flags & NR_TOKEN_SPACE) == 0;
}

static bool sign_is_last(const struct nr_value_scan *scan, uint32_t end)
{
    return !nr_value_is(scan, end, IS(figure)) || !glued(scan, end);
}

/* Behind the number a people or a country, and behind that a money. */
static bool foreign(const struct nr_value_scan *scan, uint32_t end)
{
    const struct nr_text *text = scan->text;
    if (end >= text->tokens.count) {
        return false;
    }
    const struct nr_mention *mention = nr_mention_at(scan->entities, end);
    uint32_t money = mention != NULL ? mention->end_token : end;
    bool place = mention != NULL &&
                 (mention->type == NR_TYPE_NORP || mention->type == NR_TYPE_GPE);
    return place && money < text->tokens.count &&
           text->tokens.items[money].sentence == text->tokens.items[end].sentence &&
           (nr_value_parts_at(scan->words, text, money) & (IS(currency) | IS(pound))) !=
               0;
}

static bool writes_pound_sign(const struct nr_value_scan *scan)
{
    static const struct nr_chars sign = {"\xC2\xA3", 2};
    return nr_word_find(scan->text, sign) != NR_NONE;
}

/* A share is one of something. */
static bool shared(const struct nr_value_scan *scan, uint32_t first, uint32_t end)
{
    bool of = nr_value_is(scan, end, IS(of));
    bool half = nr_value_is(scan, end - 1, IS(half));
    bool whole = scan->english && end < scan->to && tag_at(scan, end) == NR_POS_DET;
    bool ranked = first > scan->from && nr_value_is(scan, first - 1, IS(ordinal));
    return (of || (half && whole)) && !ranked;
}

/* first lady, primer ministro: the whole is a title */
static bool is_title(const struct nr_value_scan *scan, uint32_t first, uint32_t end)
{
    uint32_t phrase_end = first;
    return nr_phrase_at(scan->text, first, NR_IN(role_noun), &phrase_end) != NULL &&
           phrase_end > end;
}

/* The unit of time: "for a second", "two seconds and a second"; not "a second chance". */
static bool is_time(const struct nr_value_scan *scan, uint32_t first, uint32_t end)
{
    if (!scan->english || !nr_value_is(scan, first, IS(clock))) {
        return false;
    }
    uint8_t tag = tag_at(scan, first);
    uint8_t next = end < scan->to ? tag_at(scan, end) : NR_POS_X;
    bool of_more = next == NR_POS_NOUN || next == NR_POS_ADJ || next == NR_POS_PROPN ||
                   next == NR_POS_NUM;
    bool led = first > scan->from && nr_value_is(scan, first - 1, IS(a) | IS(per));
    return tag == NR_POS_NOUN || tag == NR_POS_VERB || (led && !of_more);
}

static bool placed(const struct nr_value_scan *scan, uint32_t first, uint32_t end)
{
    return !is_time(scan, first, end) && !is_title(scan, first, end);
}

/* B-52, Covid-19; but 5-4 */
static bool hyphened(const struct nr_value_scan *scan, uint32_t first)
{
    return first >= 2 && !first_of_sentence(scan, first) && glued(scan, first) &&
           nr_token_is(scan->text, first - 1, "-") && glued(scan, first - 1) &&
           !first_of_sentence(scan, first - 1) &&
           scan->text->tokens.items[first - 2].shape != NR_SHAPE_NUMBER;
}

/* Flight 12, Section 230: figures behind a noun with a capital, or behind a name */
static bool numbered(const struct nr_value_scan *scan, uint32_t first)
{
    if (first_of_sentence(scan, first) || !nr_value_is(scan, first, IS(figure)) ||
        !nr_token_capital(scan->text, first - 1)) {
        return false;
    }
    if (first ==
        scan->from) { /* what stands before is a name, or an expression of time */
        return nr_mention_at(scan->entities, first - 1) != NULL;
    }
    uint8_t tag = tag_at(scan, first - 1);
    return tag == NR_POS_PROPN || tag == NR_POS_NOUN;
}

/* one of them, one man; not no one, the one who, one another */
static bool counts_one(const struct nr_value_scan *scan, uint32_t first)
{
    bool before = !first_of_sentence(scan, first) &&
                  nr_token_in(scan->text, first - 1,
                              NR_IN(determiner) | NR_IN(pronoun) | NR_IN(negation));
    return !before && tag_at(scan, first) == NR_POS_NUM;
}

static bool counted(const struct nr_value_scan *scan, uint32_t first, uint32_t end)
{
    if (end == first + 1 && nr_value_is(scan, first, IS(one))) {
        return counts_one(scan, first);
    }
    bool alone = end == first + 1; /* a score may stand behind a name: Okoro 7-6 */
    return !hyphened(scan, first) && !(alone && numbered(scan, first));
}

bool nr_value_allowed(const struct nr_value_scan *scan, uint32_t first, uint32_t end,
                      enum nr_value_guard guard)
{
    switch (guard) {
    case NR_VALUE_SIGNED:
        return sign_is_last(scan, end);
    case NR_VALUE_FOREIGN:
        return foreign(scan, end);
    case NR_VALUE_MONEYED:
        return writes_pound_sign(scan) || nr_value_is(scan, end - 1, IS(currency));
    case NR_VALUE_WEIGHED:
        return !writes_pound_sign(scan);
    case NR_VALUE_CLOSE:
        return glued(scan, end - 1);
    case NR_VALUE_SHARED:
        return shared(scan, first, end);
    case NR_VALUE_PLACED:
        return placed(scan, first, end);
    case NR_VALUE_COUNTED:
        return counted(scan, first, end);
    default:
        return true;
    }
}
