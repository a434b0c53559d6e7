/* entity/title.c: what stands before a name, and after it?
 *
 *     former US Secretary of State [Colm Barry]          title: "former US Secretary of
 * State" her lawyer, [Ines Prat], said                      title: "lawyer" [Khalid
 * Amrani], a spokesman for the port, said    role: "spokesman for the port"
 *
 * Before the name: the listed role or honorific that touches it, then backwards over what
 * belongs to a title: former, deputy, campaign, and names of places and bodies. After it:
 * a comma, a noun phrase whose head is a role, what it is a role of, and a mark that ends
 * it.
 *
 * Knowingly wrong: "After she met the minister, Ines Prat, ..." may make her the
 * minister. */
#include "entity/naming.h"

enum { ROLE_TOKENS = 5, TITLE_TOKENS = 12, APPOSITION_TOKENS = 8, ROLE_OF_TOKENS = 10 };

/* A name under way. */
struct seat {
    struct nr_naming *naming;
    const struct nr_text *text;
    struct nr_name *name;
    struct nr_mention *mention;
    uint32_t index; /* of the name */
    uint32_t floor; /* first token of its sentence */
    uint32_t limit;
};

static struct nr_span tokens_span(const struct nr_text *text, uint32_t first,
                                  uint32_t end)
{
    return nr_span_of(text->tokens.items[first].begin, text->tokens.items[end - 1].end);
}

static bool is_punct(const struct nr_text *text, uint32_t t)
{
    return text->tokens.items[t].shape == NR_SHAPE_PUNCT;
}

static bool is_role(const struct nr_fact *fact)
{
    return fact->list == NR_LIST_role_noun;
}

/* A role or honorific; or a noun for a person: wife, counterpart. */
static const struct nr_fact *noun_at(const struct seat *seat, uint32_t t, uint32_t *end)
{
    const struct nr_fact *fact = nr_role_at(seat->text, t, end);
    if (fact == NULL && seat->text->tokens.items[t].shape == NR_SHAPE_LOWER) {
        fact = nr_token_fact(seat->text, t, NR_LIST_person_noun);
        fact = fact != NULL && (fact->flags & NR_FLAG_PLURAL) == 0 ? fact : NULL;
        *end = fact != NULL ? t + 1 : *end;
    }
    return fact;
}

/* ---- Before ---- */

/* The noun that ends at a token; where it starts in *first. */
static const struct nr_fact *role_ending(const struct seat *seat, uint32_t end,
                                         uint32_t *first)
{
    const struct nr_fact *best = NULL;
    for (uint32_t back = 1; back <= ROLE_TOKENS && end >= seat->floor + back; back++) {
        uint32_t t = end - back;
        uint32_t role_end = t;
        if (is_punct(seat->text, t) && !nr_token_is_char(seat->text, t, '-')) {
            break;
        }
        const struct nr_fact *fact = nr_token_in(seat->text, t, NR_FUNCTION)
                                         ? NULL /* no role begins so */
                                         : noun_at(seat, t, &role_end);
        if (fact != NULL && role_end == end) {
            best = fact;
            *first = t;
        }
    }
    return best;
}

static bool belongs_to_title(const struct seat *seat, uint32_t t)
{
    static const char *const words[] = {"former",    "acting",       "deputy", "vice",
                                        "assistant", "senior",       "chief",  "interim",
                                        "outgoing",  "incoming",     "then",   "ex",
                                        "late",      "longtime",     "junior", "lead",
                                        "top",       "presidential", "state",  "general"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (nr_token_is(seat->text, t, words[i])) {
            return true;
        }
    }
    return nr_token_is_char(seat->text, t, '-') ||
           nr_token_in(seat->text, t, NR_IN(body_noun));
}

/* Backwards over former, deputy, and the names that qualify the title: "US", "House". */
static uint32_t title_start(const struct seat *seat, uint32_t t)
{
    uint32_t least = t > seat->floor + TITLE_TOKENS ? t - TITLE_TOKENS : seat->floor;
    uint32_t before = seat->index;
    while (t > least) {
        const struct nr_name *name =
            before > 0 ? &seat->naming->names.items[before - 1] : NULL;
        const struct nr_fact *fact = NULL;
        uint32_t role = t;
        if (name != NULL && name->end == t && name->first >= least) {
            t = name->first;
            before--;
        } else if (belongs_to_title(seat, t - 1)) {
            t--;
        } else if ((fact = role_ending(seat, t, &role)) != NULL && is_role(fact) &&
                   role >= least) {
            t = role;
        } else {
            break;
        }
    }
    while (nr_token_is_char(seat->text, t, '-')) {
        t++;
    }
    return t;
}

static void keep_title(const struct seat *seat, const struct nr_fact *fact,
                       uint32_t first, uint32_t end)
{
    struct nr_name *name = seat->name;
    bool capital = nr_token_capital(seat->text, end - 1);
    bool honorific = fact->list == NR_LIST_honorific;
    name->titled = honorific || (capital && (fact->flags & NR_FLAG_TITLE) != 0);
    name->roled = true;
    name->role = honorific ? NULL : fact;
    name->role_before = is_role(fact);
    if (fact->gender != NR_GENDER_NONE && fact->gender != NR_GENDER_UNKNOWN) {
        name->gender = fact->gender;
    }
    uint32_t start = title_start(seat, first);
    if (honorific || is_role(fact) ||
        start < first) { /* not "wife", but "Chinese wife" */
        seat->mention->title = tokens_span(seat->text, start, end);
    }
}

/* "his lawyer, Ines Prat, said": between commas, after a noun phrase that is somebody's.
 */
static bool title_before_comma(const struct seat *seat)
{
    uint32_t t = seat->name->first;
    uint32_t end = seat->name->end;
    if (t < seat->floor + 3 || !nr_token_is_char(seat->text, t - 1, ',') ||
        end >= seat->limit || !is_punct(seat->text, end)) {
        return false;
    }
    uint32_t first = t - 1;
    const struct nr_fact *fact = role_ending(seat, t - 1, &first);
    if (fact == NULL || fact->list == NR_LIST_honorific ||
        nr_token_capital(seat->text, t - 2)) {
        return false;
    }
    uint32_t start = title_start(seat, first);
    bool somebodys =
        start > seat->floor &&
        (nr_token_in(seat->text, start - 1, NR_IN(determiner) | NR_IN(pronoun)) ||
         nr_token_is(seat->text, start - 1, "'s"));
    if (somebodys) {
        keep_title(seat, fact, first, t - 1);
    }
    return somebodys;
}

static void find_before(const struct seat *seat)
{
    uint32_t end = seat->name->first;
    if (end == seat->floor) {
        return;
    }
    if (nr_token_is_char(seat->text, end - 1, '.') &&
        nr_token_glued(seat->text, end - 1)) {
        end--; /* where the full stop of "Mr." is a token of its own */
    }
    uint32_t first = end;
    const struct nr_fact *fact = role_ending(seat, end, &first);
    if (fact != NULL) {
        keep_title(seat, fact, first, end);
    } else {
        title_before_comma(seat);
    }
}

/* ---- After ---- */

static bool may_modify(const struct seat *seat, uint32_t t)
{
    uint64_t never = NR_IN(auxiliary) | NR_IN(modal) | NR_IN(pronoun) |
                     NR_IN(conjunction) | NR_IN(subordinator) | NR_IN(relative) |
                     NR_IN(negation) | NR_IN(speech_verb) | NR_IN(common_verb) |
                     NR_IN(preposition);
    if (is_punct(seat->text, t)) {
        return nr_token_is_char(seat->text, t, '-');
    }
    return seat->text->tokens.items[t].shape != NR_SHAPE_MARK &&
           !nr_token_in(seat->text, t, never);
}

/* The role that heads the noun phrase at t: "[foreign minister] of", after up to a few
 * words. */
static const struct nr_fact *role_head(const struct seat *seat, uint32_t t, uint32_t *end)
{
    uint32_t most = t + APPOSITION_TOKENS;
    const struct nr_fact *head = NULL;
    while (t < seat->limit && t < most) {
        const struct nr_fact *fact = noun_at(seat, t, end);
        if (fact != NULL && fact->list != NR_LIST_honorific) {
            head = fact;
            t = *end;
        } else if (head != NULL) {
            break;
        } else if (!may_modify(seat, t)) {
            return NULL;
        } else {
            t++;
        }
    }
    *end = t;
    return head;
}

/* What it is a role of: "for the port". Returns where the phrase ends. */
static uint32_t role_of(const struct seat *seat, uint32_t t)
{
    uint64_t stops = NR_IN(relative) | NR_IN(auxiliary) | NR_IN(modal) |
                     NR_IN(subordinator) | NR_IN(speech_verb);
    if (t >= seat->limit || !nr_token_in(seat->text, t, NR_IN(preposition))) {
        return t;
    }
    uint32_t most = t + ROLE_OF_TOKENS;
    while (t < seat->limit && t < most) {
        bool mark = seat->text->tokens.items[t].shape == NR_SHAPE_MARK;
        bool punct = is_punct(seat->text, t) && !nr_token_is_char(seat->text, t, '-');
        if (mark || punct || nr_token_in(seat->text, t, stops)) {
            break;
        }
        t++;
    }
    return t;
}

static bool ends_apposition(const struct seat *seat, uint32_t t)
{
    return t >= seat->limit || is_punct(seat->text, t) ||
           nr_token_in(seat->text, t, NR_IN(relative)) ||
           seat->text->tokens.items[t].shape == NR_SHAPE_MARK;
}

static void find_after(const struct seat *seat)
{
    uint32_t t = seat->name->end;
    if (t + 1 >= seat->limit || !nr_token_is_char(seat->text, t, ',')) {
        return;
    }
    t++;
    if (nr_token_in(seat->text, t, NR_IN(determiner) | NR_IN(pronoun))) {
        t++; /* a, the, its */
    }
    uint32_t end = t;
    const struct nr_fact *fact = t < seat->limit ? role_head(seat, t, &end) : NULL;
    if (fact == NULL) {
        return;
    }
    uint32_t whole = role_of(seat, end);
    if (!ends_apposition(seat, whole)) {
        return;
    }
    seat->name->roled = true;
    seat->name->role = seat->name->role != NULL ? seat->name->role : fact;
    if (is_role(fact)) {
        seat->mention->role = tokens_span(seat->text, t, whole);
    }
    if (seat->name->gender == NR_GENDER_NONE && fact->gender != NR_GENDER_UNKNOWN) {
        seat->name->gender = fact->gender;
    }
}

/* ---- All names ---- */

bool nr_titles_find(struct nr_naming *naming)
{
    const struct nr_text *text = naming->text;
    for (uint32_t i = 0; i < naming->names.count; i++) {
        struct nr_name *name = &naming->names.items[i];
        const struct nr_sentence *sentence =
            &text->sentences.items[text->tokens.items[name->first].sentence];
        struct seat seat = {naming,
                            text,
                            name,
                            &naming->out->mentions.items[i],
                            i,
                            sentence->first_token,
                            sentence->end_token};
        const struct nr_fact *fact = naming->forms.items[name->form].fact;
        bool people =
            fact != NULL && (fact->list == NR_LIST_demonym || fact->list == NR_LIST_norp);
        if (!people) {
            find_before(&seat);
            find_after(&seat);
        }
        if (!nr_arena_tick(naming->arena, name->end - name->first)) {
            return false;
        }
    }
    return true;
}
