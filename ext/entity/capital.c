/* entity/capital.c: which capital letters mean a name?
 *
 *     Prosecutors said Grace Okoro met Senator Lund.     Grace, Okoro, Senator, Lund
 *     SENATE VOTES DOWN OKORO BILL                       Okoro, if the body names her
 *
 * In the middle of an ordinary sentence a capital is a name (or a title). At its start,
 * after a quotation mark or a colon, in a headline in Title Case and in a line in
 * CAPITALS it may come from the place alone; then the lists and the word's other uses in
 * the article decide.
 *
 * Knowingly wrong: a rare noun that starts a sentence and is in no list stays a "maybe".
 */
#include "entity/naming.h"

#include "text/fold.h"

#include <string.h>

/* Lists of words that are names wherever they have a capital. */
#define NAME_WORDS (NR_NAMED | NR_IN(given_name) | NR_IN(surname) | NR_IN(org_suffix))

/* Words that are also written with a capital within names and titles. */
#define NAME_PARTS (NR_HEADS | NR_IN(role_noun) | NR_IN(honorific))

/* ---- How a sentence is written ---- */

struct letter_count {
    uint32_t
        lower; /* words that even a headline writes with a capital; counted up to 2 */
    uint32_t capital;
    uint32_t upper;
    uint32_t plain; /* capitals on words that are no names: Says, Against */
};

static bool is_plain(const struct nr_naming *naming, uint32_t t)
{
    const struct nr_word *word = nr_word_of(naming->text, t);
    return word->lower_count > 0 || nr_token_in(naming->text, t, NR_PLAIN);
}

static void count_token(const struct nr_naming *naming, uint32_t t, bool first,
                        struct letter_count *count)
{
    uint64_t small = NR_FUNCTION | NR_IN(name_particle);
    switch ((enum nr_shape)nr_token_at(naming, t)->shape) {
    case NR_SHAPE_LOWER:
        count->lower += nr_token_at(naming, t)->end - nr_token_at(naming, t)->begin > 2 &&
                        !nr_token_in(naming->text, t, small);
        break;
    case NR_SHAPE_CAPITAL:
    case NR_SHAPE_MIXED:
        count->capital += !first;
        count->plain +=
            !first && is_plain(naming, t) && !nr_token_in(naming->text, t, NAME_PARTS);
        break;
    case NR_SHAPE_UPPER:
        count->upper++;
        break;
    default:
        break;
    }
}

static enum nr_case case_of(const struct nr_naming *naming,
                            const struct nr_sentence *sentence)
{
    struct letter_count count = {0, 0, 0, 0};
    for (uint32_t t = sentence->first_token; t < sentence->end_token && count.lower < 2;
         t++) {
        count_token(naming, t, t == sentence->first_token, &count);
    }
    if (count.upper >= 2 && count.lower == 0 && count.upper >= 3 * count.capital) {
        return NR_CASE_UPPER;
    }
    uint32_t capitals = count.capital + count.upper;
    if (count.lower < 2 && count.plain > 0 && count.plain * 6 >= capitals &&
        count.lower * 8 <= capitals) {
        return NR_CASE_TITLE;
    }
    return NR_CASE_ORDINARY;
}

/* ---- Where a token stands ---- */

/* Would any word have a capital here? After the first word, marks, numbers and colons. */
static bool capital_by_place(const struct nr_naming *naming, uint32_t t, uint32_t first)
{
    const struct nr_text *text = naming->text;
    while (t > first) {
        const struct nr_token *before = &text->tokens.items[t - 1];
        if (before->shape == NR_SHAPE_MARK) {
            bool closes = nr_token_glued(text, t - 1) && !nr_token_glued(text, t);
            return !closes;
        }
        if (before->shape == NR_SHAPE_PUNCT) {
            char c = text->bytes[before->begin];
            if (c == ':' || c == '?' || c == '!' || c == '*') {
                return true;
            }
            if (c != '.' && c != '-' && c != ')' && c != '(') {
                return false;
            }
        } else if (before->shape != NR_SHAPE_NUMBER && before->shape != NR_SHAPE_OTHER) {
            return false;
        }
        t--; /* "1. Tomas Reyes": still the first word */
    }
    return true;
}

/* ---- The verdict ---- */

static bool all_ambiguous(const struct nr_text *text, uint32_t t)
{
    const struct nr_fact *given = nr_token_fact(text, t, NR_LIST_given_name);
    const struct nr_fact *family = nr_token_fact(text, t, NR_LIST_surname);
    bool clear = (given != NULL && (given->flags & NR_FLAG_AMBIGUOUS) == 0) ||
                 (family != NULL && (family->flags & NR_FLAG_AMBIGUOUS) == 0);
    return !clear;
}

/* A month or a weekday, in English where the block is: "sabato" is one in Italian. */
static bool is_calendar(const struct nr_text *text, uint32_t t, uint64_t lists)
{
    if ((lists & (NR_IN(month) | NR_IN(weekday))) == 0) {
        return false;
    }
    const struct nr_fact *month = nr_token_fact(text, t, NR_LIST_month);
    const struct nr_fact *fact =
        month != NULL ? month : nr_token_fact(text, t, NR_LIST_weekday);
    uint32_t block = nr_block_of(text, t);
    return fact != NULL && (fact->casing != NR_CASING_ANY ||
                            text->blocks.items[block].language != NR_LANGUAGE_EN);
}

/* "Theresa May": a month or a small word that is a family name after a given one. */
static bool named_after_given(const struct nr_naming *naming, uint32_t t, uint64_t lists)
{
    return (lists & NAME_WORDS) != 0 && t > 0 &&
           naming->capital[t - 1] == NR_CAPITAL_YES &&
           nr_token_in(naming->text, t - 1, NR_IN(given_name) | NR_IN(honorific));
}

/* "chairman Will Rogers": a small word that is a given name before a family name. */
static bool names_before_family(const struct nr_text *text, uint32_t t, uint64_t lists)
{
    uint32_t next = t + 1;
    return (lists & NR_IN(given_name)) != 0 && next < text->tokens.count &&
           text->tokens.items[next].sentence == text->tokens.items[t].sentence &&
           nr_token_capital(text, next) && !nr_token_in(text, next, NR_PLAIN);
}

/* GDP, Internet: listed with these capitals as a word that names nobody. */
static bool capital_by_spelling(const struct nr_text *text, uint32_t t)
{
    const struct nr_lexeme *lexeme = nr_word_of(text, t)->lexeme;
    if (lexeme == NULL) {
        return false;
    }
    uint64_t lists = nr_lexeme_lists(lexeme, NR_CASING_CAPITAL);
    if (text->tokens.items[t].shape == NR_SHAPE_UPPER) {
        lists |= nr_lexeme_lists(lexeme, NR_CASING_UPPER);
    }
    return (lists & NR_IN(common_word)) != 0;
}

static enum nr_capital judge_inner(const struct nr_naming *naming, uint32_t t,
                                   uint64_t lists)
{
    const struct nr_text *text = naming->text;
    const struct nr_word *word = nr_word_of(text, t);
    bool upper = text->tokens.items[t].shape == NR_SHAPE_UPPER;
    if (upper && (lists & NR_NAMED) != 0) {
        return NR_CAPITAL_YES; /* US, WHO */
    }
    if ((lists & NR_FUNCTION) != 0 || is_calendar(text, t, lists)) {
        bool named =
            named_after_given(naming, t, lists) || names_before_family(text, t, lists);
        return named ? NR_CAPITAL_YES : NR_CAPITAL_NO;
    }
    if ((lists & NAME_WORDS) == 0 && capital_by_spelling(text, t)) {
        return NR_CAPITAL_NO;
    }
    bool credit = (lists & NR_IN(credit_word)) != 0 && (lists & NAME_WORDS) == 0;
    if (upper && (lists & NAME_WORDS) == 0 && (word->lower_count > 0 || credit)) {
        return NR_CAPITAL_NO; /* "I NEVER said so", PHOTO */
    }
    return NR_CAPITAL_YES;
}

/* El, Según; "Su socio", but not in "Su Wei". */
static bool is_small_abroad(const struct nr_text *text, uint32_t t, uint64_t lists)
{
    uint32_t block = nr_block_of(text, t);
    bool small = (lists & NR_IN(given_name)) == 0 ||
                 (t + 1 < text->tokens.count && !nr_token_capital(text, t + 1));
    return (lists & NR_IN(language_word)) != 0 && small &&
           text->blocks.items[block].language > NR_LANGUAGE_EN;
}

/* Where the place explains the capital. */
static enum nr_capital judge_by_place(const struct nr_naming *naming, uint32_t t,
                                      uint64_t lists, enum nr_case casing)
{
    const struct nr_text *text = naming->text;
    const struct nr_word *word = nr_word_of(text, t);
    uint32_t inner = naming->uses[text->tokens.items[t].word].inner;
    bool plain = (lists & NR_PLAIN) != 0 || word->lower_count > 0;
    if (is_calendar(text, t, lists)) {
        return named_after_given(naming, t, lists) ? NR_CAPITAL_YES : NR_CAPITAL_NO;
    }
    bool upper = text->tokens.items[t].shape == NR_SHAPE_UPPER;
    if (upper && casing != NR_CASE_UPPER && (lists & NR_NAMED) != 0) {
        return NR_CAPITAL_YES; /* US */
    }
    if (is_small_abroad(text, t, lists)) {
        return NR_CAPITAL_NO;
    }
    if ((lists & NR_FUNCTION) != 0) {
        bool given = (lists & NR_IN(given_name)) != 0 && inner > 0;
        return given ? NR_CAPITAL_MAYBE : NR_CAPITAL_NO;
    }
    if (inner > 0 && inner >= word->lower_count) {
        return NR_CAPITAL_YES;
    }
    if ((lists & NR_NAMED) != 0) {
        return plain ? NR_CAPITAL_MAYBE : NR_CAPITAL_YES;
    }
    if ((lists & (NR_IN(given_name) | NR_IN(surname))) != 0) {
        bool sure = !plain && !all_ambiguous(text, t) && casing == NR_CASE_ORDINARY;
        return sure ? NR_CAPITAL_YES : NR_CAPITAL_MAYBE;
    }
    if ((lists & (NR_IN(role_noun) | NR_IN(honorific))) != 0) {
        return NR_CAPITAL_MAYBE;
    }
    if (plain || casing != NR_CASE_ORDINARY) {
        return NR_CAPITAL_NO;
    }
    return NR_CAPITAL_MAYBE;
}

/* anti-Okoro: its capital is not its first letter */
static bool starts_lower_with_hyphen(const struct nr_text *text, uint32_t t)
{
    const struct nr_token *token = &text->tokens.items[t];
    char c = text->bytes[token->begin];
    return token->shape == NR_SHAPE_MIXED && c >= 'a' && c <= 'z' &&
           memchr(text->bytes + token->begin, '-', token->end - token->begin) != NULL;
}

static bool is_address(const struct nr_text *text, uint32_t t)
{
    const struct nr_token *token = &text->tokens.items[t];
    const char *bytes = text->bytes + token->begin;
    uint32_t length = token->end - token->begin;
    return token->shape == NR_SHAPE_MIXED &&
           (memchr(bytes, '@', length) != NULL || memchr(bytes, '/', length) != NULL);
}

/* "Nov 26", "Aug 3": a month without its full stop. */
static bool is_short_month(const struct nr_text *text, uint32_t t, uint32_t limit)
{
    static const char *const months[] = {"jan", "feb",  "mar", "apr", "jun", "jul",
                                         "aug", "sept", "sep", "oct", "nov", "dec"};
    if (t + 1 >= limit || text->tokens.items[t + 1].shape != NR_SHAPE_NUMBER) {
        return false;
    }
    for (size_t i = 0; i < sizeof months / sizeof months[0]; i++) {
        if (nr_token_is(text, t, months[i])) {
            return true;
        }
    }
    return false;
}

static enum nr_capital judge(const struct nr_naming *naming, uint32_t t,
                             const struct nr_sentence *sentence, enum nr_case casing)
{
    const struct nr_text *text = naming->text;
    uint64_t lists = nr_token_lists(text, t);
    bool numbered = nr_token_is(text, t, "no.") && t + 1 < sentence->end_token &&
                    text->tokens.items[t + 1].shape == NR_SHAPE_NUMBER;
    if (numbered || is_short_month(text, t, sentence->end_token) ||
        nr_token_is_char(text, t, 'I') || starts_lower_with_hyphen(text, t) ||
        is_address(text, t)) {
        return NR_CAPITAL_NO;
    }
    if (casing == NR_CASE_ORDINARY &&
        !capital_by_place(naming, t, sentence->first_token)) {
        return judge_inner(naming, t, lists);
    }
    return judge_by_place(naming, t, lists, casing);
}

/* ---- Two passes: what the article shows of each word, then each token ---- */

static bool count_uses(struct nr_naming *naming)
{
    const struct nr_text *text = naming->text;
    for (uint32_t s = 0; s < text->sentences.count; s++) {
        const struct nr_sentence *sentence = &text->sentences.items[s];
        naming->casing[s] = (uint8_t)case_of(naming, sentence);
        for (uint32_t t = sentence->first_token; t < sentence->end_token; t++) {
            if (nr_token_capital(text, t) && naming->casing[s] == NR_CASE_ORDINARY &&
                !capital_by_place(naming, t, sentence->first_token)) {
                naming->uses[text->tokens.items[t].word].inner++;
            }
        }
        if (!nr_arena_tick(naming->arena, sentence->end_token - sentence->first_token)) {
            return false;
        }
    }
    return true;
}

bool nr_capitals_judge(struct nr_naming *naming)
{
    const struct nr_text *text = naming->text;
    if (!count_uses(naming)) {
        return false;
    }
    for (uint32_t s = 0; s < text->sentences.count; s++) {
        const struct nr_sentence *sentence = &text->sentences.items[s];
        for (uint32_t t = sentence->first_token; t < sentence->end_token; t++) {
            if (nr_token_capital(text, t)) {
                naming->capital[t] =
                    (uint8_t)judge(naming, t, sentence, (enum nr_case)naming->casing[s]);
            }
        }
        if (!nr_arena_tick(naming->arena, sentence->end_token - sentence->first_token)) {
            return false;
        }
    }
    return true;
}
