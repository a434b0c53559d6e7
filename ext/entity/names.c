/* entity/names.c: which names does a sentence hold?
 *
 *     Prosecutors met [Grace Okoro] of [Boston University]
 *
 * Where something was learned, its labels say it (labelled.c). Else a run (run.c) from
 * each place where a name may start (start.c) is cut into names (cut.c): sentences of
 * ordinary case first; headlines in Title Case and lines in CAPITALS second, where names
 * that the body has shown are found again even if every word has a capital. */
#include "entity/cut.h"
#include "entity/name_features.h"

static bool too_short(const struct nr_text *text, uint32_t first, uint32_t end)
{
    const struct nr_token *tokens = text->tokens.items;
    return tokens[end - 1].end - tokens[first].begin < 2;
}

/* "Exiled Norlanders said": the first word, cut off, is left with a capital by its place.
 */
static bool only_by_place(const struct nr_naming *naming, uint32_t first,
                          const struct nr_guess *guess)
{
    return naming->capital[first] != NR_CAPITAL_YES && guess->end == first + 1 &&
           guess->fact == NULL && guess->end < naming->text->tokens.count &&
           naming->capital[guess->end] == NR_CAPITAL_YES;
}

/* Cuts tokens first..end into names. */
static bool cut_run(struct nr_naming *naming, uint32_t first, uint32_t end,
                    const struct nr_sentence *sentence)
{
    struct nr_cut cut = {.naming = naming,
                         .text = naming->text,
                         .first = first,
                         .end = end,
                         .floor = sentence->first_token,
                         .limit = sentence->end_token};
    while (cut.first < cut.end) {
        struct nr_guess guess;
        nr_cut_first(&cut, &guess);
        if (guess.weight > 0 && !only_by_place(naming, cut.first, &guess) &&
            !too_short(cut.text, cut.first, guess.end) &&
            !nr_name_add(naming, cut.first, &guess)) {
            return false;
        }
        cut.first = guess.end;
        /* what glued two names: "China-Japan" */
        while (cut.first < cut.end && naming->capital[cut.first] != NR_CAPITAL_YES) {
            cut.first++;
        }
    }
    return true;
}

/* ---- Sentences of ordinary case ---- */

/* al-Sabah, de Wit: a particle in lower case before the run belongs to it. */
static uint32_t particle_before(const struct nr_naming *naming, uint32_t t,
                                uint32_t floor)
{
    const struct nr_text *text = naming->text;
    uint32_t block = nr_block_of(text, t);
    uint8_t language = text->blocks.items[block].language;
    bool english = language == NR_LANGUAGE_EN || language == NR_LANGUAGE_NONE;
    if (t == floor || (!english && !naming->uses[text->tokens.items[t].word].family)) {
        return t; /* "de Madrid" */
    }
    uint32_t at = t - 1;
    if (nr_token_is_char(text, at, '-') && nr_token_glued(text, at) && at > floor &&
        nr_token_glued(text, t)) {
        at--;
    }
    bool particle = text->tokens.items[at].shape == NR_SHAPE_LOWER &&
                    nr_token_in(text, at, NR_IN(name_particle)) &&
                    !nr_token_in(text, at, NR_FUNCTION);
    return particle ? at : t;
}

static bool scan_ordinary(struct nr_naming *naming, const struct nr_sentence *sentence)
{
    uint32_t limit = sentence->end_token;
    uint32_t floor = sentence->first_token;
    for (uint32_t t = floor; t < limit;) {
        if (!nr_token_capital(naming->text, t)) {
            t++;
            continue;
        }
        uint32_t after_role = nr_role_skip(naming, t, sentence->first_token, limit);
        if (after_role > t) {
            t = floor = after_role;
            continue;
        }
        if (!nr_name_starts(naming, t, sentence->first_token, limit)) {
            t++;
            continue;
        }
        uint32_t end = nr_run_end(naming, t, limit);
        if (!cut_run(naming, particle_before(naming, t, floor), end, sentence)) {
            return false;
        }
        t = floor = naming->names.count > 0 &&
                            naming->names.items[naming->names.count - 1].end > end
                        ? naming->names.items[naming->names.count - 1].end
                        : end;
    }
    return true;
}

/* ---- Headlines and lines in capitals ---- */

static bool known_name(struct nr_naming *naming, uint32_t t, uint32_t limit,
                       uint32_t *end)
{
    uint32_t form = nr_form_at(naming, t, limit, end);
    bool known = form != NR_NONE && (naming->forms.items[form].word_count > 1 ||
                                     naming->capital[t] != NR_CAPITAL_NO);
    if (!known) {
        return false;
    }
    struct nr_name *name = nr_list_push(naming->arena, &naming->names, sizeof *name);
    if (name == NULL) {
        return false;
    }
    *name = (struct nr_name){.first = t, .end = *end, .form = form};
    return true;
}

/* "Grace Okoro Says": a given name and the listed names after it. The end, or t + 1. */
static uint32_t listed_person(const struct nr_text *text, uint32_t t, uint32_t limit)
{
    enum { MOST = 4 };
    uint32_t end = t + 1;
    if (!nr_token_in(text, t, NR_IN(given_name)) || nr_token_in(text, t, NR_FUNCTION)) {
        return end;
    }
    while (end < limit && end < t + MOST && nr_token_capital(text, end) &&
           !nr_token_glued(text, end) && !nr_is_plain(text, end) &&
           nr_token_in(text, end, NR_IN(given_name) | NR_IN(surname))) {
        end++;
    }
    return end;
}

/* Where the name that starts at t ends; t when none does. */
static uint32_t headline_run(struct nr_naming *naming, uint32_t t, uint32_t limit)
{
    const struct nr_text *text = naming->text;
    uint32_t phrase = t;
    uint32_t person = listed_person(text, t, limit);
    if (naming->capital[t] == NR_CAPITAL_YES || person > t + 1) {
        uint32_t run = nr_run_end(naming, t, limit);
        return run > person ? run : person;
    }
    bool listed = nr_phrase_at(text, t, NR_NAMED, &phrase) != NULL && phrase > t + 1;
    return listed ? phrase : t;
}

static bool scan_headline(struct nr_naming *naming, const struct nr_sentence *sentence)
{
    uint32_t limit = sentence->end_token;
    for (uint32_t t = sentence->first_token; t < limit;) {
        uint32_t end = t + 1;
        if (!nr_token_capital(naming->text, t) || known_name(naming, t, limit, &end)) {
            t = end;
            continue;
        }
        uint32_t after_role = nr_role_skip(naming, t, sentence->first_token, limit);
        end = after_role > t ? t : headline_run(naming, t, limit);
        if (end > t && !cut_run(naming, t, end, sentence)) {
            return false;
        }
        end = end > after_role ? end : after_role;
        t = end > t ? end : t + 1;
    }
    return naming->arena->status == NR_OK;
}

/* ---- All sentences ---- */

static bool is_english(const struct nr_text *text, const struct nr_sentence *sentence)
{
    uint8_t language = text->blocks.items[sentence->block].language;
    return language == NR_LANGUAGE_EN || language == NR_LANGUAGE_NONE;
}

static bool scan_all(struct nr_naming *naming, bool headlines)
{
    const struct nr_text *text = naming->text;
    for (uint32_t s = 0; s < text->sentences.count; s++) {
        const struct nr_sentence *sentence = &text->sentences.items[s];
        bool labelled = naming->labels != NULL && is_english(text, sentence);
        bool headline = !labelled && naming->casing[s] != NR_CASE_ORDINARY;
        if (headline != headlines) {
            continue;
        }
        bool done = labelled   ? nr_labelled_take(naming, sentence)
                    : headline ? scan_headline(naming, sentence)
                               : scan_ordinary(naming, sentence);
        if (!done ||
            !nr_arena_tick(naming->arena,
                           4 * (sentence->end_token - sentence->first_token) + 16)) {
            return false;
        }
    }
    return true;
}

/* Two lists, each in reading order, become one. */
static void merge(struct nr_arena *arena, struct nr_name *out, const struct nr_names *a,
                  const struct nr_names *b)
{
    uint32_t i = 0;
    uint32_t j = 0;
    while ((i < a->count || j < b->count) && nr_arena_tick(arena, 2)) {
        bool first =
            j == b->count || (i < a->count && a->items[i].first < b->items[j].first);
        *out++ = first ? a->items[i++] : b->items[j++];
    }
}

bool nr_names_find(struct nr_naming *naming)
{
    if (!scan_all(naming, false)) {
        return false;
    }
    struct nr_names ordinary = naming->names;
    naming->names = (struct nr_names){0};
    if (!scan_all(naming, true)) {
        return false;
    }
    struct nr_names headlines = naming->names;
    nr_list_trim(naming->arena, &naming->forms, sizeof(struct nr_form));
    nr_list_trim(naming->arena, &ordinary, sizeof(struct nr_name));
    if (headlines.count == 0) {
        naming->names = ordinary;
        return true;
    }
    uint32_t count = ordinary.count + headlines.count;
    naming->names = (struct nr_names){NULL, count, count};
    naming->names.items =
        nr_arena_take_array(naming->arena, count, sizeof(struct nr_name));
    if (naming->names.items == NULL) {
        return false;
    }
    merge(naming->arena, naming->names.items, &ordinary, &headlines);
    return naming->arena->status == NR_OK;
}
