/* entity/names.c: where does a name start, and which names does a sentence hold?
 *
 *     Prosecutors met [Grace Okoro] of [Boston University]
 *     Supreme Court judges ...     a plain word starts a name if the name has a head
 *     Mr. [Band], chairman [Will Rogers]
 *
 * From each place where a name may start, a run (run.c) is cut into names (cut.c).
 * Sentences of ordinary case come first; headlines in Title Case and lines in CAPITALS
 * second, where names that the body has shown are found again even if every word has a
 * capital.
 *
 * Knowingly wrong: an unknown name that stands alone at the start of a sentence, once,
 * before no speech verb, is taken for a word. */
#include "entity/cut.h"
#include "entity/name_features.h"

static bool add_name(struct nr_naming *naming, uint32_t first,
                     const struct nr_guess *guess)
{
    uint32_t known = naming->forms.count;
    uint32_t index = nr_form_of(naming, first, guess->end);
    if (index == NR_NONE) {
        return naming->arena->status == NR_OK;
    }
    struct nr_name *name = nr_list_push(naming->arena, &naming->names, sizeof *name);
    if (name == NULL) {
        return false;
    }
    name->first = first;
    name->end = guess->end;
    name->form = index;
    struct nr_form *form = &naming->forms.items[index];
    if (index == known) {
        nr_form_vote(form, nr_sort_of_type(guess->type), guess->type, guess->weight);
        form->fact = guess->fact;
        if (guess->type == NR_TYPE_PERSON && form->word_count > 1) {
            naming->uses[form->words[form->word_count - 1]].family = true;
        }
    }
    return true;
}

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
            !add_name(naming, cut.first, &guess)) {
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

/* ---- Where names start ---- */

/* al-Sabah, de Wit: a particle in lower case before the run belongs to it. */
static uint32_t particle_before(const struct nr_naming *naming, uint32_t t,
                                uint32_t floor)
{
    const struct nr_text *text = naming->text;
    uint32_t block = text->sentences.items[text->tokens.items[t].sentence].block;
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

static bool name_starts(struct nr_naming *naming, uint32_t t, uint32_t floor,
                        uint32_t limit)
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

/* A title in front is stepped over, unless it begins a listed name ("General Motors"). */
static uint32_t skip_role(const struct nr_naming *naming, uint32_t t, uint32_t floor,
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

static bool scan_ordinary(struct nr_naming *naming, const struct nr_sentence *sentence)
{
    uint32_t limit = sentence->end_token;
    uint32_t floor = sentence->first_token;
    for (uint32_t t = floor; t < limit;) {
        if (!nr_token_capital(naming->text, t)) {
            t++;
            continue;
        }
        uint32_t after_role = skip_role(naming, t, sentence->first_token, limit);
        if (after_role > t) {
            t = floor = after_role;
            continue;
        }
        if (!name_starts(naming, t, sentence->first_token, limit)) {
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
        uint32_t after_role = skip_role(naming, t, sentence->first_token, limit);
        end = after_role > t ? t : headline_run(naming, t, limit);
        if (end > t && !cut_run(naming, t, end, sentence)) {
            return false;
        }
        end = end > after_role ? end : after_role;
        t = end > t ? end : t + 1;
    }
    return naming->arena->status == NR_OK;
}

/* ---- What was learned ---- */

static bool is_english(const struct nr_text *text, const struct nr_sentence *sentence)
{
    uint8_t language = text->blocks.items[sentence->block].language;
    return language == NR_LANGUAGE_EN || language == NR_LANGUAGE_NONE;
}

/* What the rules make of a labelled name: its type, should they see the same name. */
static void guess_labelled(struct nr_naming *naming, const struct nr_sentence *sentence,
                           uint32_t first, uint32_t end, struct nr_guess *guess)
{
    struct nr_cut cut = {naming, naming->text,          first,
                         end,    sentence->first_token, sentence->end_token};
    nr_cut_first(&cut, guess);
    if (guess->end != end) {
        *guess = (struct nr_guess){end, NR_TYPE_NONE, 0, NULL};
    }
}

/* Without 's and what is written small behind. */
static uint32_t labelled_end(const struct nr_text *text, enum nr_name_sort sort,
                             uint32_t first, uint32_t end)
{
    bool small = sort == NR_NAMES_PER || sort == NR_NAMES_ORG;
    while (end > first + 1 &&
           (nr_token_is(text, end - 1, "'s") ||
            (small && text->tokens.items[end - 1].shape == NR_SHAPE_LOWER))) {
        end--;
    }
    return end;
}

/* Without an article or a title in front: "Dame", "the". */
static uint32_t labelled_first(const struct nr_naming *naming,
                               const struct nr_sentence *sentence, uint32_t first,
                               uint32_t end)
{
    uint32_t own = first;
    if (nr_fact_is_own(naming->text, nr_phrase_at(naming->text, first, NR_NAMED, &own))) {
        return first; /* as the user has it */
    }
    if (end > first + 1 && nr_token_is(naming->text, first, "the")) {
        return first + 1;
    }
    enum nr_name_sort sort = nr_name_sort_of(naming->labels[first]);
    if (sort != NR_NAMES_PER) {
        return first;
    }
    uint32_t after = skip_role(naming, first, sentence->first_token, sentence->end_token);
    return after < end ? after : first;
}

static bool add_labelled(struct nr_naming *naming, const struct nr_sentence *sentence,
                         uint32_t first, uint32_t end)
{
    static const enum nr_sort_of_name sorts[] = {NR_IS_PERSON, NR_IS_ORG, NR_IS_PLACE,
                                                 NR_IS_THING};
    const struct nr_text *text = naming->text;
    enum nr_name_sort sort = nr_name_sort_of(naming->labels[first]);
    uint32_t last = labelled_end(text, sort, first, end);
    first = labelled_first(naming, sentence, first, last);
    if (last == first + 1 && text->tokens.items[first].shape >= NR_SHAPE_MARK) {
        return true; /* a sign alone is no name */
    }
    struct nr_guess guess;
    guess_labelled(naming, sentence, first, last, &guess);
    uint32_t known = naming->names.count;
    if (!add_name(naming, first, &guess) || naming->names.count == known) {
        return naming->arena->status == NR_OK;
    }
    struct nr_name *name = &naming->names.items[known];
    name->labelled = true;
    name->sort = (uint8_t)sort;
    struct nr_form *form = &naming->forms.items[name->form];
    bool people = form->votes[NR_IS_NORP] > form->votes[NR_IS_THING];
    enum nr_sort_of_name heard =
        sort == NR_NAMES_MISC && people ? NR_IS_NORP : sorts[sort];
    nr_form_vote(form, heard, NR_TYPE_NONE, 12);
    if (sort == NR_NAMES_PER && form->word_count > 1) {
        naming->uses[form->words[form->word_count - 1]].family = true;
    }
    return true;
}

static bool take_labelled(struct nr_naming *naming, const struct nr_sentence *sentence)
{
    const uint8_t *labels = naming->labels;
    for (uint32_t t = sentence->first_token; t < sentence->end_token;) {
        uint32_t end = t + 1;
        if (labels[t] == NR_NAME_NONE) {
            t = end;
            continue;
        }
        while (end < sentence->end_token && nr_name_inside(labels[end])) {
            end++;
        }
        if (!add_labelled(naming, sentence, t, end)) {
            return false;
        }
        t = end;
    }
    return true;
}

/* ---- All sentences ---- */

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
        bool done = labelled   ? take_labelled(naming, sentence)
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
