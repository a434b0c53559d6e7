/* entity/name_features.c: what there is to see of a token that may be part of a name.
 *
 *     Prosecutors met Grace Okoro of Kelter Inc in Lund.
 *
 * Of a word type as written (Grace, GRACE): its letters, the lists that it is in, its
 * cluster (tag/cluster.h), and what the article shows of it (name_seen.c). These are
 * looked up once a type, and only of words near a capital: there is no name elsewhere,
 * and half of an article is elsewhere. Of a place: see name_places.c. */
#include "entity/name_view.h"

#include <string.h>

enum { AROUND = 3 }; /* words that are seen beside a capital */

/* ---- Types ---- */

uint32_t nr_name_signs(const struct nr_text *text, uint32_t t)
{
    static const char marks[] = ".-'/&$%";
    const struct nr_token *token = &text->tokens.items[t];
    uint32_t flags = 0;
    for (uint32_t i = token->begin; i < token->end; i++) {
        char c = text->bytes[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const char *mark = letter ? NULL : strchr(marks, c);
        flags |= mark != NULL && c != 0 ? 1u << (mark - marks) : 0u;
        flags |= c >= '0' && c <= '9' ? 0x80u : 0u;
    }
    return flags;
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

/* Seen from all offsets. */
static void describe_type(const struct nr_name_view *view, uint32_t t, uint32_t *out)
{
    const struct nr_word *word = nr_word_of(view->text, t);
    const struct seen *seen = seen_at(view, t);
    uint32_t way = way_of(view->text, t);
    uint32_t path = seen->path;
    uint64_t lists = nr_token_lists(view->text, t) & telling_lists;
    uint32_t n = 0;
    out[n++] = nr_attribute(A_WORD, word->hash);
    if (way != AS_LOWER) {
        out[n++] = nr_attribute2(A_FORM, word->hash, way);
    }
    out[n++] = nr_attribute(A_SHAPE, shape_of(view->text, t));
    out[n++] = nr_attribute2(A_END_3, word_end(word, 3), way);
    out[n++] = nr_attribute3(A_USE, bucket(word->lower_count), bucket(seen->inner), way);
    if (path != 0) {
        out[n++] = nr_attribute2(A_CLUSTER_4, nr_cluster_prefix(path, 4), way);
        out[n++] = nr_attribute2(A_CLUSTER_6, nr_cluster_prefix(path, 6), way);
        out[n++] = nr_attribute2(A_CLUSTER, path, way);
    }
    if (lists != 0) {
        out[n++] = nr_attribute2(A_LISTS, (uint32_t)lists,
                                 (uint32_t)(lists >> 32) * AS_COUNT + way);
    }
}

/* What a word is depends on what kind of page it stands on. */
static uint32_t describe_page(const struct nr_name_view *view, uint32_t t, uint32_t what,
                              uint32_t kind, uint32_t *out)
{
    uint32_t way = way_of(view->text, t);
    uint64_t lists = nr_token_lists(view->text, t) & telling_lists;
    uint32_t cluster = nr_cluster_prefix(seen_at(view, t)->path, 6);
    out[0] = nr_attribute3(what, kind * AS_COUNT + way, (uint32_t)lists,
                           (uint32_t)(lists >> 32));
    out[1] = nr_attribute2(what + 1, kind, nr_word_of(view->text, t)->hash);
    out[2] = nr_attribute3(what + 2, kind, way, cluster);
    return 3;
}

/* Seen from its own place only; in lower case a word is hardly ever part of a name. */
static void describe_self(const struct nr_name_view *view, uint32_t t, uint32_t *out)
{
    const struct nr_word *word = nr_word_of(view->text, t);
    uint32_t way = way_of(view->text, t);
    uint32_t company = seen_at(view, t)->company;
    uint32_t n = 0;
    out[n++] = nr_attribute2(A_END_4, word_end(word, 4), way);
    out[n++] = nr_attribute2(A_BEGIN_2, word_begin(word, 2), way);
    out[n++] = nr_attribute2(A_BEGIN_3, word_begin(word, 3), way);
    out[n++] = nr_attribute2(A_BEGIN_4, word_begin(word, 4), way);
    n += describe_page(view, t, A_PAGE, view->page, out + n);
    n += describe_page(view, t, A_VOICE, view->voice, out + n);
    for (uint32_t bit = 0; bit < COMPANIES; bit++) {
        if ((company >> bit & 1) != 0) {
            out[n++] = nr_attribute2(A_COMPANY, bit, way);
        }
    }
}

/* ---- Where a name may be ---- */

/* The next token from t on that may be part of a name; end: none. */
static uint32_t next_capital(const struct nr_text *text, uint32_t t, uint32_t end)
{
    while (t < end && !nr_token_capital(text, t)) {
        t++;
    }
    return t;
}

/* Where the stretch ends whose first capital is at t: all capitals with few words between
 * them. */
static uint32_t stretch_end(const struct nr_text *text, uint32_t t, uint32_t end)
{
    uint32_t next = t;
    while (next < end && next <= t + 2 * AROUND) {
        t = next;
        next = next_capital(text, t + 1, end);
    }
    return end - t > AROUND ? t + AROUND + 1 : end;
}

static bool add_sequence(struct nr_name_view *view, uint32_t first, uint32_t end)
{
    while (first < end) {
        struct nr_sequence *sequence =
            nr_list_push(view->arena, &view->sequences, sizeof *sequence);
        if (sequence == NULL) {
            return false;
        }
        sequence->first = first;
        sequence->count = end - first < NR_TAG_LONGEST ? end - first : NR_TAG_LONGEST;
        first += sequence->count;
    }
    return true;
}

/* Stretches of a sentence with capitals, and AROUND words on both sides. */
static bool add_sequences(struct nr_name_view *view)
{
    const struct nr_text *text = view->text;
    for (uint32_t s = 0; s < text->sentences.count; s++) {
        uint32_t first = text->sentences.items[s].first_token;
        uint32_t end = text->sentences.items[s].end_token;
        uint32_t t = next_capital(text, first, end);
        while (t < end) {
            uint32_t begin = t - first > AROUND ? t - AROUND : first;
            uint32_t stop = stretch_end(text, t, end);
            if (!add_sequence(view, begin, stop)) {
                return false;
            }
            first = stop;
            t = next_capital(text, stop, end);
        }
    }
    return nr_arena_tick(view->arena, text->tokens.count);
}

/* ---- Types of the places where a name may be ---- */

/* A numbering of types, by word and how it is written; those with capitals have a second
 * number: a word in lower case shows nothing from its place only. */
struct numbering {
    uint32_t *number_of;  /* [words.count * AS_COUNT] the number, and 1; 0: none yet */
    uint32_t *firsts;     /* [count] where each stands first */
    uint32_t *capital_of; /* [count] the second number; NR_NONE: none */
    uint32_t *capital_firsts; /* [capital_count] likewise */
    uint32_t count;
    uint32_t capital_count;
};

static bool numbering_open(const struct nr_name_view *view, struct numbering *n)
{
    size_t words = (size_t)view->text->words.count * AS_COUNT;
    size_t most = (size_t)view->text->tokens.count * sizeof(uint32_t);
    *n = (struct numbering){
        .number_of = nr_arena_take_array(view->arena, words, sizeof *n->number_of),
        .firsts = nr_arena_take_raw(view->arena, most),
        .capital_of = nr_arena_take_raw(view->arena, most),
        .capital_firsts = nr_arena_take_raw(view->arena, most)};
    return view->arena->status == NR_OK;
}

static uint32_t number_of(struct numbering *n, const struct nr_text *text, uint32_t t)
{
    uint32_t way = way_of(text, t);
    uint32_t *number = &n->number_of[text->tokens.items[t].word * AS_COUNT + way];
    if (*number == 0) {
        n->firsts[n->count] = t;
        n->capital_of[n->count] = NR_NONE;
        if (way != AS_LOWER) {
            n->capital_firsts[n->capital_count] = t;
            n->capital_of[n->count] = n->capital_count++;
        }
        *number = ++n->count;
        nr_cluster_ask(nr_word_of(text, t)->hash);
    }
    return *number - 1;
}

/* Numbers the types of all sequences, and finds the clusters of their words. */
static void number_types(const struct nr_name_view *view, struct numbering *n)
{
    const struct nr_text *text = view->text;
    for (uint32_t s = 0; s < view->sequences.count; s++) {
        struct nr_sequence sequence = view->sequences.items[s];
        for (uint32_t t = sequence.first; t < sequence.first + sequence.count; t++) {
            view->kinds[t] = number_of(n, text, t);
            view->capital_kinds[t] = n->capital_of[view->kinds[t]];
        }
    }
    for (uint32_t i = 0; i < n->count; i++) {
        uint32_t t = n->firsts[i];
        seen_at(view, t)->path = nr_cluster_of(nr_word_of(text, t)->hash);
    }
}

/* Describes each type once, where it stands first. NULL: no memory. */
static uint32_t *describe_all(const struct nr_name_view *view, const uint32_t *firsts,
                              uint32_t count, uint32_t width,
                              void (*describe)(const struct nr_name_view *view,
                                               uint32_t t, uint32_t *out))
{
    uint32_t *attributes =
        nr_arena_take_array(view->arena, count, width * sizeof *attributes);
    for (uint32_t i = 0; attributes != NULL && i < count; i++) {
        describe(view, firsts[i], attributes + (size_t)i * width);
    }
    return attributes;
}

static bool describe_types(struct nr_name_view *view)
{
    struct numbering n;
    if (!numbering_open(view, &n)) {
        return false;
    }
    number_types(view, &n);
    view->kind_count = n.count;
    view->capital_count = n.capital_count;
    view->attributes = describe_all(view, n.firsts, n.count, TYPE_WIDTH, describe_type);
    view->self =
        describe_all(view, n.capital_firsts, n.capital_count, SELF_WIDTH, describe_self);
    return nr_arena_tick(view->arena, n.count);
}

/* ---- All of it ---- */

struct nr_name_view *nr_name_view_open(struct nr_arena *arena, const struct nr_text *text,
                                       const uint8_t *rules)
{
    struct nr_name_view *view = nr_arena_take(arena, sizeof *view);
    if (view == NULL) {
        return NULL;
    }
    uint32_t tokens = text->tokens.count;
    view->arena = arena;
    view->text = text;
    view->rules = rules;
    view->seen = nr_arena_take_array(arena, text->words.count, sizeof *view->seen);
    view->lines = nr_arena_take_array(arena, text->sentences.count, sizeof *view->lines);
    view->kinds = nr_arena_take_raw(arena, (size_t)tokens * sizeof *view->kinds);
    view->capital_kinds = nr_arena_take_raw(arena, (size_t)tokens * sizeof *view->kinds);
    bool done = arena->status == NR_OK && nr_name_view_see(view) && add_sequences(view) &&
                describe_types(view);
    return done ? view : NULL;
}

void nr_name_view_describe(const struct nr_name_view *view, struct nr_description *out)
{
    *out = (struct nr_description){
        .channels = {{view->kinds, view->kind_count, view->attributes, TYPE_WIDTH,
                      NR_TAG_ALL_OFFSETS},
                     {view->capital_kinds, view->capital_count, view->self, SELF_WIDTH,
                      4}},
        .channel_count = 2,
        .own_width = OWN_WIDTH,
        .describe = nr_name_places_describe,
        .context = view,
    };
    memcpy(&out->sequences, &view->sequences, sizeof out->sequences);
}
