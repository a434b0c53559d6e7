/* entity/name_seen.c: what the whole article shows of a word, of a sentence, of itself.
 *
 *     Mr Okoro left. ... OKORO TO GO          Okoro stands after a title somewhere
 *
 * How each sentence is written (all in capitals, a table's line); what stands around a
 * word anywhere: is it ever after Mr., before "said", after "in"? And what kind of page
 * it is: tables, headlines, somebody's letter. */
#include "entity/name_view.h"

#include <string.h>

/* ---- Sentences ---- */

static uint8_t casing_of(uint32_t lower, uint32_t capital, uint32_t upper)
{
    if (lower > 0) {
        return lower * 4 <= capital ? LINE_MOSTLY_CAPITAL : LINE_ORDINARY;
    }
    if (upper >= 2 && upper >= 3 * capital) {
        return LINE_UPPER;
    }
    return capital + upper >= 2 ? LINE_TITLE : LINE_SHORT;
}

static void see_line(struct nr_name_view *view, uint32_t s)
{
    const struct nr_sentence *sentence = &view->text->sentences.items[s];
    uint32_t lower = 0;
    uint32_t counts[NR_SHAPE_OTHER + 1] = {0};
    for (uint32_t t = sentence->first_token; t < sentence->end_token; t++) {
        const struct nr_token *token = &view->text->tokens.items[t];
        bool first = t == sentence->first_token;
        counts[token->shape] +=
            !first || token->shape == NR_SHAPE_UPPER || token->shape == NR_SHAPE_NUMBER;
        lower += token->shape == NR_SHAPE_LOWER && token->end - token->begin > 3;
    }
    uint32_t capital = counts[NR_SHAPE_CAPITAL] + counts[NR_SHAPE_MIXED];
    uint32_t numbers = counts[NR_SHAPE_NUMBER];
    view->lines[s].casing = casing_of(lower, capital, counts[NR_SHAPE_UPPER]);
    view->lines[s].numbers = (uint8_t)(numbers > 5   ? 4
                                       : numbers > 3 ? 3
                                       : numbers > 1 ? 2
                                                     : numbers);
}

/* Would any word have a capital here? */
bool nr_name_first_by_place(const struct nr_text *text, uint32_t t)
{
    if ((text->tokens.items[t].flags & NR_TOKEN_SENTENCE) != 0) {
        return true;
    }
    uint8_t shape = text->tokens.items[t - 1].shape;
    char c = first_byte(text, t - 1);
    return shape == NR_SHAPE_MARK ||
           (shape == NR_SHAPE_PUNCT && (c == ':' || c == '-' || c == '.'));
}

/* ---- The company that a word keeps in this article ---- */

static uint32_t company_before(const struct nr_text *text, uint32_t p)
{
    uint32_t bits = 0;
    if (nr_token_in(text, p, NR_IN(honorific) | NR_IN(role_noun))) {
        bits |= WITH_TITLE;
    }
    if (nr_token_is(text, p, "in") || nr_token_is(text, p, "at") ||
        nr_token_is(text, p, "near")) {
        bits |= WITH_IN;
    }
    if (nr_token_is(text, p, "the")) {
        bits |= WITH_THE;
    }
    if (nr_token_in(text, p, NR_IN(given_name))) {
        bits |= WITH_GIVEN;
    }
    return first_byte(text, p) == '(' ? bits | WITH_BRACKET : bits;
}

/* n: the token after; end: of the sentence. */
static uint32_t company_after(const struct nr_text *text, uint32_t n, uint32_t end)
{
    uint32_t bits = 0;
    if (nr_token_in(text, n, NR_IN(speech_verb))) {
        bits |= WITH_SPEECH;
    }
    if (nr_token_is(text, n, "'s")) {
        bits |= WITH_GENITIVE;
    }
    if (nr_token_capital(text, n)) {
        bits |=
            nr_token_in(text, n, NR_IN(org_suffix) | NR_IN(org_head)) ? WITH_SUFFIX : 0u;
        bits |= nr_token_in(text, n, NR_IN(surname)) ? WITH_SURNAME : 0u;
    }
    if (first_byte(text, n) == ',' && n + 1 < end) {
        const struct nr_token *token = &text->tokens.items[n + 1];
        bits |=
            nr_token_in(text, n + 1, NR_IN(country) | NR_IN(region)) ? WITH_PLACE : 0u;
        bits |= token->shape == NR_SHAPE_NUMBER && token->end - token->begin == 2
                    ? WITH_AGE
                    : 0u;
    }
    return bits;
}

static void see_company(struct nr_name_view *view, uint32_t s)
{
    static const uint16_t sides[] = {WITH_NONE, WITH_RIGHT, WITH_LEFT, 0};
    const struct nr_text *text = view->text;
    const struct nr_sentence *sentence = &text->sentences.items[s];
    uint8_t casing = view->lines[s].casing;
    if (casing == LINE_UPPER || casing == LINE_TITLE) {
        return;
    }
    for (uint32_t t = sentence->first_token; t < sentence->end_token; t++) {
        if (!nr_token_capital(text, t)) {
            continue;
        }
        struct seen *seen = seen_at(view, t);
        bool left = t > sentence->first_token;
        bool right = t + 1 < sentence->end_token;
        uint32_t bits = left ? company_before(text, t - 1) : 0;
        bits |= right ? company_after(text, t + 1, sentence->end_token) : 0;
        uint32_t side = (left && nr_token_capital(text, t - 1) ? 2u : 0u) +
                        (right && nr_token_capital(text, t + 1) ? 1u : 0u);
        seen->company |= (uint16_t)(bits | sides[side]);
        if (!nr_name_first_by_place(text, t) && seen->inner < UINT16_MAX) {
            seen->inner++;
        }
    }
}

/* ---- What kind of page it is ---- */

/* 0: none; shares of the whole by steps. */
static uint32_t share(uint64_t part, uint32_t some, uint64_t whole, uint32_t many)
{
    return part == 0 ? 0 : part * some < whole ? 1 : part * many < whole ? 2 : 3;
}

/* I, you, we: somebody speaks or writes to somebody. */
static uint32_t count_voices(const struct nr_text *text)
{
    static const char *const words[] = {"i",  "me",  "my", "you", "your",
                                        "we", "our", "us", NULL};
    uint32_t count = 0;
    for (const char *const *word = words; *word != NULL; word++) {
        uint32_t index =
            nr_word_find(text, (struct nr_chars){*word, (uint32_t)strlen(*word)});
        count += index != NR_NONE ? text->words.items[index].count : 0;
    }
    return count;
}

/* Tables of results, headlines and bare lists, letters: each calls its names otherwise
 * than plain news does. */
static void see_page(struct nr_name_view *view)
{
    const struct nr_text *text = view->text;
    uint32_t tables = 0;
    uint32_t odd = 0;
    uint32_t sentences = text->sentences.count;
    for (uint32_t s = 0; s < sentences; s++) {
        tables += view->lines[s].numbers >= 2;
        odd += view->lines[s].casing != LINE_ORDINARY;
    }
    bool alone = sentences < 3;
    view->page = (alone ? 16 : 0) + share(tables, 8, sentences, 3) * 4 +
                 share(odd, 5, sentences, 2);
    view->voice = alone ? 0 : 1 + share(count_voices(text), 100, text->tokens.count, 30);
}

bool nr_name_view_see(struct nr_name_view *view)
{
    const struct nr_text *text = view->text;
    for (uint32_t s = 0; s < text->sentences.count; s++) {
        see_line(view, s);
        see_company(view, s);
    }
    see_page(view);
    return nr_arena_tick(view->arena, text->tokens.count);
}
