/* entity/name_places.c: what there is to see of a token from its place only: the words on
 * both sides, the run of capitals that it is in, listed phrases, how its sentence is
 * written, what the rules call it.
 *
 *     Prosecutors met [Grace Okoro] of ...     a run after "met", before "of", its last
 *                                              word a surname
 */
#include "entity/name_view.h"

#include <string.h>

enum { RUN_TOKENS = 12 };

/* ---- Places ---- */

/* A sentence, or a part of it, being described. */
struct spot {
    const struct nr_name_view *view;
    const struct nr_text *text;
    const struct line *line;
    uint32_t first;
    uint32_t end;
    uint32_t run_first; /* of the run of capitals around t */
    uint32_t run_end;
    uint32_t phrase_end; /* of the listed phrase around t */
    uint32_t phrase_first;
    uint32_t phrase; /* what is listed */
    uint32_t t;
    uint32_t count; /* attributes so far */
    struct {
        uint32_t of; /* token, and 1 */
        uint32_t shape;
    } shapes[4]; /* of the last few tokens, by token */
    uint32_t *out;
};

static void put(struct spot *spot, uint32_t attribute)
{
    spot->out[spot->count++] = attribute;
}

static bool inside(const struct spot *spot, uint32_t t)
{
    return t >= spot->first && t < spot->end; /* before the first: wraps, so beyond */
}

static uint32_t word_hash(const struct spot *spot, uint32_t t)
{
    return inside(spot, t) ? nr_word_of(spot->text, t)->hash : EDGE;
}

static uint32_t path_at(const struct spot *spot, uint32_t t)
{
    return inside(spot, t) ? seen_at(spot->view, t)->path : EDGE;
}

static uint32_t shape_at(struct spot *spot, uint32_t t)
{
    if (!inside(spot, t)) {
        return EDGE;
    }
    if (spot->shapes[t % 4].of != t + 1) {
        spot->shapes[t % 4].of = t + 1;
        spot->shapes[t % 4].shape = shape_of(spot->text, t);
    }
    return spot->shapes[t % 4].shape;
}

static bool number_at(const struct spot *spot, uint32_t t)
{
    return inside(spot, t) && spot->text->tokens.items[t].shape == NR_SHAPE_NUMBER;
}

/* Does a run of capitals go on here? Small joints between two capitals belong to it. */
static bool run_goes_on(const struct spot *spot, uint32_t t, uint32_t *next)
{
    const struct nr_text *text = spot->text;
    if (t >= spot->end) {
        return false;
    }
    *next = t + 1;
    if (nr_token_capital(text, t)) {
        return true;
    }
    char c = first_byte(text, t);
    const struct nr_token *token = &text->tokens.items[t];
    bool sign = token->end - token->begin == 1 && (c == '&' || c == '-' || c == '.');
    bool joint =
        sign || nr_token_is(text, t, "of") ||
        (nr_token_in(text, t, NR_IN(name_particle)) && !nr_token_is(text, t, "the"));
    *next = t + 2;
    return joint && t + 1 < spot->end && nr_token_capital(text, t + 1);
}

static void find_run(struct spot *spot)
{
    uint32_t t = spot->t;
    if (t < spot->run_end) {
        return;
    }
    spot->run_first = spot->run_end = t;
    if (!nr_token_capital(spot->text, t)) {
        return;
    }
    uint32_t next = t + 1;
    do {
        spot->run_end = next;
    } while (spot->run_end < t + RUN_TOKENS && run_goes_on(spot, spot->run_end, &next));
}

static void find_phrase(struct spot *spot)
{
    const uint64_t lists = NR_IN(country) | NR_IN(demonym) | NR_IN(city) | NR_IN(region) |
                           NR_IN(organisation) | NR_IN(norp) | NR_IN(thing) |
                           NR_IN(role_noun) | NR_IN(given_name) | NR_IN(surname) |
                           NR_IN(place_head) | NR_IN(event_head) | NR_IN(org_head) |
                           NR_IN(law_head);
    uint32_t t = spot->t;
    uint32_t end = t;
    if (t < spot->phrase_end ||
        (spot->text->tokens.items[t].flags & NR_TOKEN_PHRASE) == 0) {
        return;
    }
    const struct nr_fact *fact = nr_phrase_at(spot->text, t, lists, &end);
    if (fact != NULL && end > t + 1) {
        spot->phrase_first = t;
        spot->phrase_end = end;
        spot->phrase = fact->list * 32u + fact->type;
    }
}

static void describe_neighbours(struct spot *spot)
{
    uint32_t t = spot->t;
    uint32_t way = way_of(spot->text, t);
    uint32_t before = path_at(spot, t - 1);
    uint32_t here = path_at(spot, t);
    uint32_t after = path_at(spot, t + 1);
    uint32_t placed = nr_name_first_by_place(spot->text, t);
    put(spot, nr_attribute3(A_SHAPES, shape_at(spot, t - 1),
                            shape_at(spot, t) * 2 + placed, shape_at(spot, t + 1)));
    put(spot, nr_attribute3(A_CLUSTER_BEFORE, before, way, here));
    put(spot, nr_attribute3(A_CLUSTER_AFTER, here, way, after));
}

static void describe_run(struct spot *spot)
{
    uint32_t first = spot->run_first;
    uint32_t end = spot->run_end;
    if (spot->t >= end) {
        return;
    }
    uint32_t place = (spot->t == first ? 1u : 0u) + (spot->t + 1 == end ? 2u : 0u);
    uint32_t length = end - first > 4 ? 4 : end - first;
    put(spot, nr_attribute2(A_RUN_BEFORE, word_hash(spot, first - 1), place));
    put(spot, nr_attribute2(A_RUN_AFTER, word_hash(spot, end), place));
    put(spot, nr_attribute3(A_RUN_AROUND, length * 4 + place,
                            nr_cluster_prefix(path_at(spot, first - 1), 8),
                            nr_cluster_prefix(path_at(spot, end), 8)));
    if (length > 1) {
        uint64_t lists = nr_token_lists(spot->text, end - 1) & telling_lists;
        put(spot, nr_attribute2(A_RUN_LAST, word_hash(spot, end - 1), place));
        put(spot, nr_attribute2(A_RUN_FIRST, word_hash(spot, first), place));
        put(spot, nr_attribute3(A_RUN_LAST_LISTS, (uint32_t)lists,
                                (uint32_t)(lists >> 32), place));
    }
}

static void describe_line(struct spot *spot)
{
    uint32_t t = spot->t;
    uint32_t way = way_of(spot->text, t);
    uint32_t from = t - spot->first > 2 ? 2 : t - spot->first;
    uint32_t placed = nr_name_first_by_place(spot->text, t) ? 4u : 0u;
    uint32_t written = spot->line->casing * 8u + placed + way;
    uint32_t numbers =
        (number_at(spot, t - 1) ? 1u : 0u) + (number_at(spot, t + 1) ? 2u : 0u);
    uint64_t lists = nr_token_lists(spot->text, t) & telling_lists;
    uint32_t use = bucket(seen_at(spot->view, t)->inner) * 8 +
                   bucket(nr_word_of(spot->text, t)->lower_count);
    put(spot,
        nr_attribute3(A_SENTENCE, written, (uint32_t)lists, (uint32_t)(lists >> 32)));
    put(spot, nr_attribute2(A_SENTENCE_USE, written, use));
    put(spot, nr_attribute3(A_LINE, spot->line->numbers * 4u + numbers,
                            spot->line->casing * 4u + way, from));
    if (t < spot->phrase_end) {
        uint32_t part = t == spot->phrase_first     ? 1u
                        : t + 1 == spot->phrase_end ? 3u
                                                    : 2u;
        put(spot, nr_attribute3(A_PHRASE, spot->phrase, part, way));
    }
}

/* ---- What the rules say ---- */

static uint32_t ruled(const struct spot *spot, uint32_t t)
{
    return inside(spot, t) ? spot->view->rules[t] : NR_NAME_LABELS;
}

static void describe_rules(struct spot *spot)
{
    uint32_t t = spot->t;
    uint32_t here = ruled(spot, t);
    put(spot, nr_attribute3(A_RULE, here, spot->line->casing, way_of(spot->text, t)));
    put(spot, nr_attribute3(A_RULE_AROUND, ruled(spot, t - 1), here, ruled(spot, t + 1)));
}

/* ---- All places of a sentence ---- */

static void describe_place(struct spot *spot)
{
    describe_neighbours(spot);
    describe_run(spot);
    describe_line(spot);
    describe_rules(spot);
}

void nr_name_places_describe(const void *context, uint32_t first, uint32_t count,
                             uint32_t *own, uint8_t *turns)
{
    const struct nr_name_view *view = context;
    uint32_t s = view->text->tokens.items[first].sentence;
    struct spot spot = {.view = view,
                        .text = view->text,
                        .line = &view->lines[s],
                        .first = view->text->sentences.items[s].first_token,
                        .end = view->text->sentences.items[s].end_token};
    memset(turns, 0, count); /* one way to come from token to token */
    memset(own, 0, (size_t)count * OWN_WIDTH * sizeof *own);
    for (spot.t = first; spot.t < first + count; spot.t++) {
        uint32_t behind = spot.run_end; /* the word behind a run may belong to it */
        spot.out = own + (size_t)(spot.t - first) * OWN_WIDTH;
        spot.count = 0;
        find_run(&spot);
        find_phrase(&spot);
        if (spot.t < spot.run_end || spot.t == behind ||
            view->rules[spot.t] != NR_NAME_NONE) {
            describe_place(&spot);
        }
    }
}
