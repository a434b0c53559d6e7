/* entity/run.c: how far may a name reach from its first word?
 *
 *     the [Department of Health and Human Services] said
 *     [Jean-Claude van den Berg Jr.] and [J. D. Marlow]
 *     Dwight "The Anvil" Petersen
 *
 * A run grows by one joiner at a time: a space before another name word, a hyphen, a
 * particle, an initial's full stop, a nickname, a suffix, "&", and where a head word
 * allows it "of", "for", "and", 's. It ends before a role or an honorific, which begins a
 * name of its own. What the run holds, one name or three, is the question of names.c.
 *
 * Each joiner looks at most a few tokens ahead, so runs cost linear time.
 *
 * Knowingly wrong: lists within a body's name ("Alcohol, Tobacco and Firearms") must be
 * listed. */
#include "entity/naming.h"

#include <string.h>

enum { RUN_TOKENS = 24, PARTICLES = 3, NICKNAME_TOKENS = 4, LOOK_AHEAD = 6 };

/* A run under way: tokens first..end of a sentence that ends at limit. */
struct run {
    const struct nr_naming *naming;
    const struct nr_text *text;
    uint32_t first;
    uint32_t end;
    uint32_t limit;
};

static bool name_word(const struct run *run, uint32_t t)
{
    return t < run->limit && run->naming->capital[t] == NR_CAPITAL_YES;
}

static bool in_lists(const struct run *run, uint32_t t, uint64_t lists)
{
    return t < run->limit && nr_token_in(run->text, t, lists);
}

static bool is_char(const struct run *run, uint32_t t, char c)
{
    return t < run->limit && nr_token_is_char(run->text, t, c);
}

static bool is_word(const struct run *run, uint32_t t, const char *folded)
{
    return t < run->limit && nr_token_is(run->text, t, folded);
}

/* ---- Roles end a run ---- */

const struct nr_fact *nr_role_at(const struct nr_text *text, uint32_t t, uint32_t *end)
{
    const uint64_t lists = NR_IN(role_noun) | NR_IN(honorific);
    const struct nr_fact *fact = nr_phrase_at(text, t, lists, end);
    uint32_t block = nr_block_of(text, t);
    bool initial = fact != NULL && nr_token_is(text, t, "m.") &&
                   text->blocks.items[block].language != NR_LANGUAGE_FR;
    return initial ? NULL : fact; /* "M. Lefort" is Monsieur in French only */
}

/* "Carla Bishop spoke", "Bishop Tutu": a role that is a family name after a given one. */
static bool role_is_surname(const struct run *run, uint32_t t, uint32_t role_end)
{
    return t == run->first + 1 && role_end == t + 1 && in_lists(run, t, NR_IN(surname)) &&
           in_lists(run, run->first, NR_IN(given_name)) && !name_word(run, t + 1);
}

/* Does the run stop before this word, because a title starts there? */
static bool title_starts(const struct run *run, uint32_t t)
{
    uint32_t role_end = t;
    if (t >= run->text->tokens.count || nr_role_at(run->text, t, &role_end) == NULL ||
        role_is_surname(run, t, role_end)) {
        return false;
    }
    /* "General Assembly", "Governors Council": the role is part of a body */
    bool head = name_word(run, role_end) &&
                in_lists(run, role_end, NR_HEADS | NR_IN(org_suffix)) &&
                !in_lists(run, role_end, NR_IN(given_name)); /* Gov. Bill ... */
    return in_lists(run, t, NR_IN(honorific)) || !head;
}

/* ---- Joiners: each returns the new end, or run->end ---- */

/* Xi Jinping */
static uint32_t join_space(const struct run *run)
{
    uint32_t t = run->end;
    if (!name_word(run, t) || nr_token_glued(run->text, t) || title_starts(run, t)) {
        return t;
    }
    return t + 1;
}

/* Jean-Claude, Ban Ki-moon; not Israeli-Palestinian */
static uint32_t join_hyphen(const struct run *run)
{
    uint32_t t = run->end;
    if (!is_char(run, t, '-') || t + 1 >= run->limit || !nr_token_glued(run->text, t) ||
        !nr_token_glued(run->text, t + 1)) {
        return t;
    }
    if (run->end == run->first + 1 && in_lists(run, t + 1, NR_IN(region)) &&
        nr_span_length(nr_token_span(run->text, t - 1)) == 1) {
        return t; /* (R-Texas) */
    }
    uint8_t shape = run->text->tokens.items[t + 1].shape;
    bool placed = in_lists(run, t - 1, NR_NAMED);
    if (name_word(run, t + 1)) {
        bool places = placed && in_lists(run, t + 1, NR_NAMED);
        bool rivals = run->end == run->first + 1 &&
                      in_lists(run, t - 1, NR_IN(surname)) &&
                      in_lists(run, t + 1, NR_IN(surname)) &&
                      !in_lists(run, t - 1, NR_IN(given_name));
        return places || rivals ? t : t + 2; /* "the Bush-Clinton years" */
    }
    if (shape == NR_SHAPE_NUMBER && !placed) {
        return t + 2;
    }
    uint32_t length = nr_span_length(nr_token_span(run->text, t + 1));
    bool bridge = shape == NR_SHAPE_LOWER && length <= 3 && is_char(run, t + 2, '-') &&
                  nr_token_glued(run->text, t + 2) && name_word(run, t + 3) &&
                  nr_token_glued(run->text, t + 3);
    if (bridge) {
        return t + 4; /* Inzamam-ul-Haq */
    }
    bool syllable = shape == NR_SHAPE_LOWER && length <= 6 && t >= run->first + 2 &&
                    !placed && !in_lists(run, t + 1, NR_PLAIN | NR_IN(role_noun));
    return syllable ? t + 2 : t;
}

/* Ursula van der Marel, Omar al-Sabah */
static uint32_t join_particle(const struct run *run)
{
    uint32_t t = run->end;
    uint32_t most = t + PARTICLES;
    while (t < most && in_lists(run, t, NR_IN(name_particle)) &&
           !in_lists(run, t, NR_FUNCTION) &&
           run->text->tokens.items[t].shape == NR_SHAPE_LOWER) {
        t++;
    }
    bool and = is_word(run, run->end, "y") || is_word(run, run->end, "e");
    if (t == run->end ||
        (and&&(t > run->end + 1 || !in_lists(run, t - 2, NR_IN(surname))))) {
        return run->end; /* Ortega y Gasset; not Madrid y Barcelona */
    }
    if (is_char(run, t, '-') && nr_token_glued(run->text, t)) {
        t++;
    }
    return name_word(run, t) ? t + 1 : run->end;
}

/* J . D . Marlow, where the full stop is a token of its own */
static uint32_t join_initial(const struct run *run)
{
    uint32_t t = run->end;
    bool initial = nr_span_length(nr_token_span(run->text, t - 1)) == 1;
    bool joins = initial && is_char(run, t, '.') && nr_token_glued(run->text, t) &&
                 name_word(run, t + 1);
    return joins ? t + 2 : t;
}

/* Dwight "The Anvil" Petersen */
static uint32_t join_nickname(const struct run *run)
{
    uint32_t t = run->end;
    const struct nr_token *tokens = run->text->tokens.items;
    if (t >= run->limit || tokens[t].shape != NR_SHAPE_MARK ||
        nr_token_glued(run->text, t) || run->end - run->first > 2 ||
        in_lists(run, run->first, NR_NAMED)) {
        return t;
    }
    uint32_t inside = t + 1;
    uint32_t most = inside + NICKNAME_TOKENS;
    for (uint32_t i = inside; i < run->limit && i <= most; i++) {
        if (tokens[i].shape == NR_SHAPE_MARK) {
            bool closes = i > inside && nr_token_glued(run->text, i);
            return closes && name_word(run, i + 1) && !nr_token_glued(run->text, i + 1)
                       ? i + 2
                       : t;
        }
        bool small = in_lists(run, i, NR_IN(determiner) | NR_IN(preposition));
        if (!nr_token_capital(run->text, i) && !small) {
            return t;
        }
    }
    return t;
}

/* Davis Jr., Davis, Jr. */
static uint32_t join_suffix(const struct run *run)
{
    uint32_t t = run->end;
    uint32_t suffix = is_char(run, t, ',') ? t + 1 : t;
    bool joins = suffix < run->limit && nr_token_capital(run->text, suffix) &&
                 in_lists(run, suffix, NR_IN(name_suffix)) &&
                 !in_lists(run, suffix, NR_IN(role_noun)) &&
                 !nr_token_glued(run->text, suffix);
    return joins ? suffix + 1 : t;
}

/* Marks & Spencer */
static uint32_t join_ampersand(const struct run *run)
{
    uint32_t t = run->end;
    bool joins =
        is_char(run, t, '&') && name_word(run, t + 1) && !title_starts(run, t + 1);
    return joins ? t + 2 : t;
}

/* Department of Justice, Centers for Disease Control, Committee on Foreign Relations */
static uint32_t join_of(const struct run *run)
{
    uint32_t t = run->end;
    bool of = is_word(run, t, "of");
    if (!of && !is_word(run, t, "for") && !is_word(run, t, "on")) {
        return t;
    }
    uint64_t heads = of ? NR_HEADS : NR_IN(org_head);
    if (!in_lists(run, t - 1, heads)) {
        return t;
    }
    uint32_t next = t + 1;
    if (in_lists(run, next, NR_IN(determiner)) &&
        run->text->tokens.items[next].shape == NR_SHAPE_LOWER) {
        next++;
    }
    bool titled = title_starts(run, next) && name_word(run, next + 1);
    return name_word(run, next) && !titled ? next + 1 : t; /* not "of Justice Okoro" */
}

static bool has_of(const struct run *run)
{
    for (uint32_t i = run->first + 1; i < run->end; i++) {
        if (is_word(run, i, "of") || is_word(run, i, "for") || is_word(run, i, "on")) {
            return true;
        }
    }
    return false;
}

/* Health and Human Services; Food and Drug Administration */
static uint32_t join_and(const struct run *run)
{
    uint32_t t = run->end;
    uint64_t own_names = NR_NAMED | NR_IN(given_name) | NR_IN(surname);
    if (!is_word(run, t, "and") || !name_word(run, t + 1) ||
        run->text->tokens.items[t + 1].shape != NR_SHAPE_CAPITAL ||
        in_lists(run, t + 1, own_names) || in_lists(run, t - 1, own_names) ||
        title_starts(run, t + 1)) {
        return t;
    }
    if (has_of(run)) {
        return t + 2;
    }
    if (in_lists(run, t - 1, NR_HEADS)) {
        return t; /* "the Senate Committee and Treasury Department": two */
    }
    bool plain =
        nr_word_of(run->text, t - 1)->lower_count > 0 || in_lists(run, t - 1, NR_PLAIN);
    for (uint32_t i = t + 2; plain && i < t + LOOK_AHEAD && name_word(run, i); i++) {
        if (in_lists(run, i, NR_IN(org_head)) && !name_word(run, i + 1)) {
            return t + 2;
        }
    }
    return t;
}

/* People's Republic of China, Children's Hospital */
static uint32_t join_possessive(const struct run *run)
{
    uint32_t t = run->end;
    bool plain = nr_word_of(run->text, t - 1)->lower_count > 0 ||
                 in_lists(run, t - 1, NR_PLAIN | NR_IN(role_noun));
    if (!plain || !is_word(run, t, "'s")) {
        return t;
    }
    for (uint32_t i = t + 1; i < t + LOOK_AHEAD && name_word(run, i); i++) {
        if (in_lists(run, i, NR_HEADS)) {
            return t + 2;
        }
    }
    return t;
}

/* Tried from the top; the first that grows the run wins. */
static const struct joiner {
    const char *example;
    uint32_t (*join)(const struct run *run);
} joiners[] = {
    {"Xi Jinping", join_space},
    {"Jean-Claude, Kim Jong-un", join_hyphen},
    {"Ursula van der Marel", join_particle},
    {"J. D. Marlow", join_initial},
    {"Davis, Jr.", join_suffix},
    {"Marks & Spencer", join_ampersand},
    {"Department of Justice", join_of},
    {"Health and Human Services", join_and},
    {"People's Republic", join_possessive},
    {"Dwight \"The Anvil\" Petersen", join_nickname},
};

uint32_t nr_run_end(const struct nr_naming *naming, uint32_t t, uint32_t limit)
{
    uint32_t most = limit - t > RUN_TOKENS ? t + RUN_TOKENS : limit;
    struct run run = {naming, naming->text, t, t + 1, limit};
    bool grows = true;
    while (grows && run.end < most) {
        grows = false;
        for (size_t i = 0; i < sizeof joiners / sizeof joiners[0] && !grows; i++) {
            uint32_t end = joiners[i].join(&run);
            grows = end > run.end;
            run.end = end;
        }
    }
    return run.end;
}
