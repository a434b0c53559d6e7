/* entity/start.c: does a name start at this capital, or a title that is to be stepped
 * over?
 *
 *     Supreme Court judges ...     a plain word starts a name if the name has a head
 *     Mr. [Band], chairman [Will Rogers]
 *     Later [King] left            a role, but somebody's family name here
 *
 * Knowingly wrong: an unknown name that stands alone at the start of a sentence, once,
 * before no speech verb, is taken for a word. */
#include "entity/cut.h"

/* What follows a name rather than a noun at the start of a sentence: said, 's, a number.
 */
static bool is_spoken_of(const struct nr_text *text, uint32_t t, uint32_t limit)
{
    return t < limit && (nr_token_in(text, t, NR_IN(speech_verb)) ||
                         nr_token_is(text, t, "'s") || nr_token_is_char(text, t, '(') ||
                         text->tokens.items[t].shape == NR_SHAPE_NUMBER);
}

/* A capital that its place explains: does a name start here all the same? */
static bool maybe_starts(struct nr_naming *naming, uint32_t t, uint32_t limit)
{
    const struct nr_text *text = naming->text;
    struct nr_cut cut = {naming, text, t, nr_run_end(naming, t, limit), t, limit};
    uint64_t lists = nr_token_lists(text, t);
    uint32_t phrase = t;
    if (nr_phrase_at(text, t, NR_NAMED, &phrase) != NULL && phrase > t + 1) {
        return true;
    }
    if (cut.end == t + 1) {
        const struct nr_word *word = nr_word_of(text, t);
        bool listed = (lists & (NR_NAMED | NR_IN(given_name) | NR_IN(surname))) != 0;
        bool again = word->lexeme == NULL && word->count > 1;
        return !nr_is_plain(text, t) &&
               (listed || again || is_spoken_of(text, t + 1, limit));
    }
    struct nr_guess headed;
    if (nr_cut_head(&cut, &headed) && headed.end == cut.end) {
        return true;
    }
    if ((lists & (NR_NAMED | NR_IN(given_name) | NR_IN(surname))) != 0) {
        return true;
    }
    bool another = nr_token_in(text, t + 1, NR_NAMED | NR_IN(given_name));
    return !nr_is_plain(text, t) && (!another || is_spoken_of(text, cut.end, limit));
}

/* "Supreme Court judges ..." at the start of a sentence: only with a head at the end. */
static bool plain_starts(struct nr_naming *naming, uint32_t t, uint32_t limit)
{
    const struct nr_text *text = naming->text;
    uint64_t never = NR_FUNCTION | NR_IN(month) | NR_IN(weekday) | NR_IN(adverb) |
                     NR_IN(language_word);
    if (!nr_token_capital(text, t) || nr_token_in(text, t, never) || t + 1 >= limit ||
        naming->capital[t + 1] != NR_CAPITAL_YES) {
        return false;
    }
    struct nr_cut cut = {naming, text, t, nr_run_end(naming, t, limit), t, limit};
    struct nr_guess headed;
    return cut.end > t + 1 && nr_cut_head(&cut, &headed) && headed.end == cut.end &&
           !nr_token_in(text, t + 1, NR_NAMED | NR_IN(given_name));
}

/* Will, Cross, Sabato: a word like any other, but somebody's family name here. */
static bool family_starts(const struct nr_naming *naming, uint32_t t, uint32_t floor,
                          uint32_t limit)
{
    const struct nr_text *text = naming->text;
    bool first = t == floor || text->tokens.items[t - 1].shape == NR_SHAPE_MARK;
    bool date =
        nr_token_in(text, t, NR_IN(month) | NR_IN(weekday)) &&
        ((!first && nr_token_in(text, t - 1, NR_IN(preposition) | NR_IN(determiner))) ||
         (t + 1 < limit && text->tokens.items[t + 1].shape == NR_SHAPE_NUMBER));
    return naming->uses[text->tokens.items[t].word].family && !date &&
           (!first || !nr_token_in(text, t, NR_FUNCTION) ||
            is_spoken_of(text, t + 1, limit));
}

bool nr_name_starts(struct nr_naming *naming, uint32_t t, uint32_t floor, uint32_t limit)
{
    if (family_starts(naming, t, floor, limit) ||
        nr_after_honorific(naming->text, t, floor)) {
        return true;
    }
    switch ((enum nr_capital)naming->capital[t]) {
    case NR_CAPITAL_YES:
        return true;
    case NR_CAPITAL_MAYBE:
        return maybe_starts(naming, t, limit);
    default:
        return plain_starts(naming, t, limit);
    }
}

/* "King knew", "Dr. King", "Baker was": a role that is somebody's family name here. */
static bool role_is_name(const struct nr_naming *naming, uint32_t t, uint32_t floor,
                         uint32_t limit)
{
    const struct nr_text *text = naming->text;
    bool followed = t + 1 < limit && naming->capital[t + 1] == NR_CAPITAL_YES;
    bool family = naming->uses[text->tokens.items[t].word].family;
    if (nr_after_honorific(text, t, floor)) {
        return !nr_is_office(text, t);
    }
    if (followed || (!family && !nr_token_in(text, t, NR_IN(surname)))) {
        return false;
    }
    uint64_t nouns = NR_IN(determiner) | NR_IN(pronoun) | NR_IN(role_noun) | NR_NAMED;
    bool noun = t > floor && (nr_token_in(text, t - 1, nouns) ||
                              naming->capital[t - 1] == NR_CAPITAL_YES);
    bool of = t + 1 < limit && nr_token_is(text, t + 1, "of");
    return !noun && !of;
}

uint32_t nr_role_skip(const struct nr_naming *naming, uint32_t t, uint32_t floor,
                      uint32_t limit)
{
    const struct nr_text *text = naming->text;
    uint32_t role_end = t;
    uint32_t name_end = t;
    if (nr_role_at(text, t, &role_end) == NULL) {
        return t;
    }
    if (nr_phrase_at(text, t, NR_NAMED, &name_end) != NULL && name_end > role_end) {
        return t;
    }
    if (role_end == t + 1 && role_is_name(naming, t, floor, limit)) {
        return t;
    }
    if (nr_token_in(text, t, NR_IN(honorific)) || role_end >= limit ||
        naming->capital[role_end] != NR_CAPITAL_YES) {
        return role_end;
    }
    uint32_t run = nr_run_end(naming, role_end, limit);
    bool head = nr_token_in(text, role_end, NR_HEADS) &&
                !nr_token_in(text, role_end, NR_IN(given_name));
    bool company =
        nr_token_capital(text, t) && nr_token_in(text, run - 1, NR_IN(org_suffix));
    return head || company ? t : role_end; /* General Assembly, General Kelter Corp */
}
