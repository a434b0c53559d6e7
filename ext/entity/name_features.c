/* entity/name_features.c: what there is to see of a token that may be part of a name.
 *
 *     Prosecutors met Grace Okoro of Kelter Inc in Lund.
 *
 * Of a word type as written (Grace, GRACE): its letters, the lists that it is in, its
 * cluster (tag/cluster.h), and what stands around it anywhere in the article: is it ever
 * after Mr., before "said", after "in"? These are looked up once a type. Of a place: the
 * words on both sides, the run of capitals that it is in with what stands before, behind
 * and at its end, listed phrases, and how its sentence is written (all in capitals, a
 * table's line).
 *
 * The second pass also sees what the first one called the same word elsewhere in the
 * article. */
#include "entity/name_features.h"

#include "tag/cluster.h"

#include <string.h>

/* Kinds of attribute. */
enum {
    A_WORD = 1,
    A_FORM,
    A_SHAPE,
    A_CLUSTER_4,
    A_CLUSTER_6,
    A_CLUSTER_10,
    A_CLUSTER,
    A_LISTS,
    A_LIST,
    A_END_3,
    A_USE,
    A_END_2,
    A_END_4,
    A_BEGIN_2,
    A_BEGIN_3,
    A_BEGIN_4,
    A_COMPANY,
    A_SHAPES,
    A_WORD_BEFORE,
    A_WORD_AFTER,
    A_CLUSTERS_AROUND,
    A_CLUSTER_BEFORE,
    A_CLUSTER_AFTER,
    A_RUN_BEFORE,
    A_RUN_AFTER,
    A_RUN_LAST,
    A_RUN_FIRST,
    A_RUN_LAST_CLUSTER,
    A_RUN_LAST_LISTS,
    A_RUN_AROUND,
    A_PHRASE,
    A_SENTENCE,
    A_SENTENCE_USE,
    A_LINE,
    A_CALLED,
    A_CALLED_AROUND,
    A_CALLED_ELSEWHERE,
    A_CALLED_SHARE,
    A_RUN_CALLED,
    A_RULE,
    A_RULE_AROUND,
};

enum {
    TYPE_WIDTH = 16, /* attributes of a type, seen from all offsets */
    SELF_WIDTH = 20, /* of a type, seen from its place only */
    OWN_WIDTH = 28,
    RUN_TOKENS = 12,
};

/* How a word is written; with the word it makes a type. */
enum { AS_LOWER, AS_CAPITAL, AS_UPPER, AS_MIXED, AS_COUNT };

/* How a sentence is written. */
enum { LINE_ORDINARY, LINE_UPPER, LINE_TITLE, LINE_SHORT, LINE_MOSTLY_CAPITAL };

struct line {
    uint8_t casing;
    uint8_t numbers; /* bucket */
};

/* What the article shows of a word. */
struct seen {
    uint32_t path;                       /* its cluster */
    uint16_t inner;                      /* capitals that their place does not explain */
    uint16_t company;                    /* enum company bits */
    uint16_t called[NR_NAMES_SORTS + 1]; /* by the first pass; last: no name */
};

struct nr_name_view {
    struct nr_arena *arena;
    const struct nr_text *text;
    struct seen *seen;    /* [words.count] */
    struct line *lines;   /* [sentences.count] */
    uint32_t *kinds;      /* [tokens.count] */
    uint32_t *attributes; /* [kind_count][TYPE_WIDTH] */
    uint32_t *self;       /* [kind_count][SELF_WIDTH] */
    uint32_t kind_count;
    uint8_t *rules;        /* [tokens.count] labels */
    const uint8_t *before; /* the first pass, or NULL */
};

static const uint64_t telling_lists =
    NR_IN(preposition) | NR_IN(determiner) | NR_IN(speech_verb) | NR_IN(common_verb) |
    NR_IN(role_noun) | NR_IN(person_noun) | NR_IN(group_noun) | NR_IN(body_noun) |
    NR_IN(honorific) | NR_IN(name_suffix) | NR_IN(name_particle) | NR_IN(given_name) |
    NR_IN(surname) | NR_IN(country) | NR_IN(demonym) | NR_IN(city) | NR_IN(region) |
    NR_IN(organisation) | NR_IN(org_suffix) | NR_IN(org_head) | NR_IN(facility_head) |
    NR_IN(place_head) | NR_IN(event_head) | NR_IN(law_head) | NR_IN(norp) | NR_IN(thing) |
    NR_IN(month) | NR_IN(weekday) | NR_IN(common_word) | NR_IN(credit_word) |
    NR_IN(document_noun) | NR_IN(cue_noun);

static uint32_t way_of(const struct nr_text *text, uint32_t t)
{
    switch (text->tokens.items[t].shape) {
    case NR_SHAPE_CAPITAL:
        return AS_CAPITAL;
    case NR_SHAPE_UPPER:
        return AS_UPPER;
    case NR_SHAPE_MIXED:
        return AS_MIXED;
    default:
        return AS_LOWER;
    }
}

static struct seen *seen_at(const struct nr_name_view *view, uint32_t t)
{
    return &view->seen[view->text->tokens.items[t].word];
}

static char first_byte(const struct nr_text *text, uint32_t t)
{
    return text->bytes[text->tokens.items[t].begin];
}

static uint32_t bucket(uint32_t count)
{
    return count > 5 ? 4 : count > 2 ? 3 : count;
}

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
static bool first_by_place(const struct nr_text *text, uint32_t t)
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

enum company {
    WITH_TITLE = 1 << 0,    /* Mr. Okoro */
    WITH_SPEECH = 1 << 1,   /* Okoro said */
    WITH_GENITIVE = 1 << 2, /* Okoro's */
    WITH_IN = 1 << 3,       /* in Lund */
    WITH_PLACE = 1 << 4,    /* Lund, Sweden */
    WITH_SUFFIX = 1 << 5,   /* Kelter Inc */
    WITH_GIVEN = 1 << 6,    /* Grace Okoro */
    WITH_SURNAME = 1 << 7,
    WITH_THE = 1 << 8,
    WITH_BRACKET = 1 << 9,
    WITH_AGE = 1 << 10, /* Okoro, 45 */
    WITH_NONE = 1 << 11,
    WITH_RIGHT = 1 << 12,
    WITH_LEFT = 1 << 13,
    COMPANIES = 14,
};

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
        if (!first_by_place(text, t) && seen->inner < UINT16_MAX) {
            seen->inner++;
        }
    }
}

/* ---- Types ---- */

static uint32_t shape_of(const struct nr_text *text, uint32_t t)
{
    static const char marks[] = ".-'/&$%";
    const struct nr_token *token = &text->tokens.items[t];
    uint32_t length = token->end - token->begin;
    if (token->shape >= NR_SHAPE_MARK) {
        return 0x1000u + (unsigned char)first_byte(text, t);
    }
    uint32_t flags = 0;
    for (uint32_t i = token->begin; i < token->end; i++) {
        char c = text->bytes[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const char *mark = letter ? NULL : strchr(marks, c);
        flags |= mark != NULL && c != 0 ? 1u << (mark - marks) : 0u;
        flags |= c >= '0' && c <= '9' ? 0x80u : 0u;
    }
    return (uint32_t)token->shape << 16 | flags << 4 | (length > 4 ? 4 : length);
}

static uint32_t word_end(const struct nr_word *word, uint32_t length)
{
    return word->length < length ? 0
                                 : nr_hash(word->folded + word->length - length, length);
}

static uint32_t word_begin(const struct nr_word *word, uint32_t length)
{
    return word->length < length ? 0 : nr_hash(word->folded, length);
}

static uint32_t see_lists(uint64_t lists, uint32_t way, uint32_t room, uint32_t *out)
{
    uint32_t count = 0;
    if (lists != 0) {
        out[count++] = nr_attribute2(A_LISTS, (uint32_t)lists,
                                     (uint32_t)(lists >> 32) * AS_COUNT + way);
    }
    for (uint32_t list = 0; lists >> list != 0 && count < room; list++) {
        if ((lists >> list & 1) != 0) {
            out[count++] = nr_attribute2(A_LIST, list, way);
        }
    }
    return count;
}

/* Seen from all offsets. */
static void describe_type(const struct nr_name_view *view, uint32_t t, uint32_t *out)
{
    const struct nr_word *word = nr_word_of(view->text, t);
    const struct seen *seen = seen_at(view, t);
    uint32_t way = way_of(view->text, t);
    uint32_t path = seen->path;
    uint32_t n = 0;
    out[n++] = nr_attribute(A_WORD, word->hash);
    out[n++] = nr_attribute2(A_FORM, word->hash, way);
    out[n++] = nr_attribute(A_SHAPE, shape_of(view->text, t));
    out[n++] = nr_attribute2(A_END_3, word_end(word, 3), way);
    out[n++] = nr_attribute3(A_USE, bucket(word->lower_count), bucket(seen->inner), way);
    if (path != 0) {
        out[n++] = nr_attribute2(A_CLUSTER_4, nr_cluster_prefix(path, 4), way);
        out[n++] = nr_attribute2(A_CLUSTER_6, nr_cluster_prefix(path, 6), way);
        out[n++] = nr_attribute2(A_CLUSTER_10, nr_cluster_prefix(path, 10), way);
        out[n++] = nr_attribute2(A_CLUSTER, path, way);
    }
    see_lists(nr_token_lists(view->text, t) & telling_lists, way, TYPE_WIDTH - n,
              out + n);
}

/* Seen from its own place only. */
static void describe_self(const struct nr_name_view *view, uint32_t t, uint32_t *out)
{
    const struct nr_word *word = nr_word_of(view->text, t);
    uint32_t way = way_of(view->text, t);
    uint32_t company = seen_at(view, t)->company;
    uint32_t n = 0;
    out[n++] = nr_attribute2(A_END_2, word_end(word, 2), way);
    out[n++] = nr_attribute2(A_END_4, word_end(word, 4), way);
    out[n++] = nr_attribute2(A_BEGIN_2, word_begin(word, 2), way);
    out[n++] = nr_attribute2(A_BEGIN_3, word_begin(word, 3), way);
    out[n++] = nr_attribute2(A_BEGIN_4, word_begin(word, 4), way);
    for (uint32_t bit = 0; bit < COMPANIES; bit++) {
        if ((company >> bit & 1) != 0) {
            out[n++] = nr_attribute2(A_COMPANY, bit, way);
        }
    }
}

/* Gives each token the number of its type. */
static uint32_t *number_types(struct nr_name_view *view)
{
    const struct nr_text *text = view->text;
    uint32_t *kind_of =
        nr_arena_take_array(view->arena, text->words.count, AS_COUNT * sizeof *kind_of);
    uint32_t *first = nr_arena_take_array(view->arena, text->tokens.count, sizeof *first);
    for (uint32_t t = 0; kind_of != NULL && first != NULL && t < text->tokens.count;
         t++) {
        uint32_t *kind =
            &kind_of[text->tokens.items[t].word * AS_COUNT + way_of(text, t)];
        if (*kind == 0) {
            first[view->kind_count] = t;
            *kind = ++view->kind_count;
        }
        view->kinds[t] = *kind - 1;
    }
    return first;
}

static bool describe_types(struct nr_name_view *view)
{
    uint32_t *first = number_types(view);
    uint32_t count = view->kind_count;
    view->attributes =
        nr_arena_take_array(view->arena, count, TYPE_WIDTH * sizeof(uint32_t));
    view->self = nr_arena_take_array(view->arena, count, SELF_WIDTH * sizeof(uint32_t));
    if (view->arena->status != NR_OK) {
        return false;
    }
    for (uint32_t kind = 0; kind < count; kind++) {
        describe_type(view, first[kind], view->attributes + (size_t)kind * TYPE_WIDTH);
        describe_self(view, first[kind], view->self + (size_t)kind * SELF_WIDTH);
    }
    return nr_arena_tick(view->arena, count);
}

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
    uint32_t *out;
};

static void put(struct spot *spot, uint32_t attribute)
{
    spot->out[spot->count++] = attribute;
}

enum { EDGE = 7 };

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

static uint32_t shape_at(const struct spot *spot, uint32_t t)
{
    return inside(spot, t) ? shape_of(spot->text, t) : EDGE;
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
    uint32_t word = word_hash(spot, t);
    uint32_t way = way_of(spot->text, t);
    uint32_t before = path_at(spot, t - 1);
    uint32_t here = path_at(spot, t);
    uint32_t after = path_at(spot, t + 1);
    uint32_t placed = first_by_place(spot->text, t);
    put(spot, nr_attribute3(A_SHAPES, shape_at(spot, t - 1),
                            shape_at(spot, t) * 2 + placed, shape_at(spot, t + 1)));
    put(spot, nr_attribute2(A_WORD_BEFORE, word_hash(spot, t - 1), word));
    put(spot, nr_attribute2(A_WORD_AFTER, word, word_hash(spot, t + 1)));
    put(spot, nr_attribute3(A_CLUSTERS_AROUND, before, way, after));
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
        put(spot, nr_attribute2(A_RUN_LAST_CLUSTER, path_at(spot, end - 1), place));
        put(spot, nr_attribute3(A_RUN_LAST_LISTS, (uint32_t)lists,
                                (uint32_t)(lists >> 32), place));
    }
}

static void describe_line(struct spot *spot)
{
    uint32_t t = spot->t;
    uint32_t way = way_of(spot->text, t);
    uint32_t from = t - spot->first > 2 ? 2 : t - spot->first;
    uint32_t placed = first_by_place(spot->text, t) ? 4u : 0u;
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

/* ---- What the first pass said ---- */

static uint32_t called(const struct spot *spot, uint32_t t)
{
    return inside(spot, t) ? spot->view->before[t] : NR_NAME_LABELS;
}

static uint32_t sort_index(uint8_t label)
{
    return label == NR_NAME_NONE ? NR_NAMES_SORTS : (uint32_t)nr_name_sort_of(label);
}

/* What a word was called most often elsewhere; *share: how clearly. */
static uint32_t called_elsewhere(const struct spot *spot, uint32_t t, uint32_t *share)
{
    const struct seen *seen = seen_at(spot->view, t);
    uint32_t own = sort_index(spot->view->before[t]);
    uint32_t total = 0;
    uint32_t best = NR_NAMES_SORTS + 1;
    uint32_t most = 0;
    for (uint32_t sort = 0; sort <= NR_NAMES_SORTS; sort++) {
        uint32_t count = seen->called[sort];
        count -= count > 0 && sort == own;
        total += count;
        if (count > most) {
            most = count;
            best = sort;
        }
    }
    *share = total == 0 ? 0
                        : (most == total      ? 1u
                           : most * 2 > total ? 2u
                                              : 3u) *
                                  8 +
                              bucket(total);
    return best;
}

static void describe_called(struct spot *spot)
{
    uint32_t t = spot->t;
    uint32_t share = 0;
    uint32_t way = way_of(spot->text, t);
    uint32_t here = called(spot, t);
    uint32_t elsewhere = called_elsewhere(spot, t, &share);
    put(spot, nr_attribute2(A_CALLED, here, way));
    put(spot,
        nr_attribute3(A_CALLED_AROUND, called(spot, t - 1), here, called(spot, t + 1)));
    if (!nr_token_capital(spot->text, t)) {
        return;
    }
    put(spot, nr_attribute3(A_CALLED_ELSEWHERE, here, elsewhere, way));
    put(spot, nr_attribute3(A_CALLED_SHARE, here, elsewhere, share));
    uint32_t last = spot->run_end - 1;
    if (t < spot->run_end && spot->run_end > spot->run_first + 1) {
        uint32_t end = called_elsewhere(spot, last, &share);
        uint32_t first = called_elsewhere(spot, spot->run_first, &share);
        uint32_t place = (t == spot->run_first ? 1u : 0u) + (t == last ? 2u : 0u);
        put(spot, nr_attribute3(A_RUN_CALLED, end * 8 + first, here, place));
    }
}

static bool count_called(struct nr_name_view *view)
{
    const struct nr_text *text = view->text;
    for (uint32_t w = 0; w < text->words.count; w++) {
        memset(view->seen[w].called, 0, sizeof view->seen[w].called);
    }
    for (uint32_t t = 0; t < text->tokens.count; t++) {
        uint16_t *count = &seen_at(view, t)->called[sort_index(view->before[t])];
        if (nr_token_capital(text, t) && *count < UINT16_MAX) {
            (*count)++;
        }
    }
    return nr_arena_tick(view->arena, text->tokens.count);
}

/* ---- All of it ---- */

static void describe_places(const void *context, uint32_t first, uint32_t count,
                            uint32_t *own, uint8_t *turns)
{
    const struct nr_name_view *view = context;
    uint32_t s = view->text->tokens.items[first].sentence;
    struct spot spot = {.view = view,
                        .text = view->text,
                        .line = &view->lines[s],
                        .first = first,
                        .end = first + count};
    (void)turns;
    memset(own, 0, (size_t)count * OWN_WIDTH * sizeof *own);
    for (spot.t = first; spot.t < spot.end; spot.t++) {
        spot.out = own + (size_t)(spot.t - first) * OWN_WIDTH;
        spot.count = 0;
        find_run(&spot);
        find_phrase(&spot);
        describe_neighbours(&spot);
        describe_run(&spot);
        describe_line(&spot);
        describe_rules(&spot);
        if (view->before != NULL) {
            describe_called(&spot);
        }
    }
}

struct nr_name_view *nr_name_view_open(struct nr_arena *arena, const struct nr_text *text)
{
    struct nr_name_view *view = nr_arena_take(arena, sizeof *view);
    if (view == NULL) {
        return NULL;
    }
    view->arena = arena;
    view->text = text;
    view->seen = nr_arena_take_array(arena, text->words.count, sizeof *view->seen);
    view->lines = nr_arena_take_array(arena, text->sentences.count, sizeof *view->lines);
    view->kinds = nr_arena_take_array(arena, text->tokens.count, sizeof *view->kinds);
    view->rules = nr_arena_take(arena, text->tokens.count);
    if (arena->status != NR_OK || !nr_rules_label(arena, text, view->rules)) {
        return NULL;
    }
    for (uint32_t w = 0; w < text->words.count; w++) {
        view->seen[w].path = nr_cluster_of(text->words.items[w].hash);
    }
    for (uint32_t s = 0; s < text->sentences.count; s++) {
        see_line(view, s);
        see_company(view, s);
    }
    return nr_arena_tick(arena, text->tokens.count) && describe_types(view) ? view : NULL;
}

const uint8_t *nr_name_view_rules(const struct nr_name_view *view)
{
    return view->rules;
}

/* A sentence too long for one sequence is cut. */
static bool add_sequences(struct nr_name_view *view, struct nr_description *out)
{
    const struct nr_text *text = view->text;
    for (uint32_t s = 0; s < text->sentences.count; s++) {
        uint32_t first = text->sentences.items[s].first_token;
        while (first < text->sentences.items[s].end_token) {
            uint32_t left = text->sentences.items[s].end_token - first;
            struct nr_sequence *sequence =
                nr_list_push(view->arena, &out->sequences, sizeof *sequence);
            if (sequence == NULL) {
                return false;
            }
            sequence->first = first;
            sequence->count = left < NR_TAG_LONGEST ? left : NR_TAG_LONGEST;
            first += sequence->count;
        }
    }
    return true;
}

bool nr_name_view_describe(struct nr_name_view *view, const uint8_t *before,
                           struct nr_description *out)
{
    view->before = before;
    *out = (struct nr_description){
        .channels = {{view->kinds, view->kind_count, view->attributes, TYPE_WIDTH,
                      NR_TAG_ALL_OFFSETS},
                     {view->kinds, view->kind_count, view->self, SELF_WIDTH, 4}},
        .channel_count = 2,
        .own_width = OWN_WIDTH,
        .describe = describe_places,
        .context = view,
    };
    return (before == NULL || count_called(view)) && add_sequences(view, out);
}
