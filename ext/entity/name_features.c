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
 */
#include "entity/name_view.h"

#include <string.h>

enum { AROUND = 3 }; /* words that are seen beside a capital */

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

/* ---- Types ---- */

uint32_t nr_name_shape(const struct nr_text *text, uint32_t t)
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
    out[n++] = way == AS_LOWER ? 0 : nr_attribute2(A_FORM, word->hash, way);
    out[n++] = nr_attribute(A_SHAPE, nr_name_shape(view->text, t));
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

/* Seen from its own place only. */
static void describe_self(const struct nr_name_view *view, uint32_t t, uint32_t *out)
{
    const struct nr_word *word = nr_word_of(view->text, t);
    uint32_t way = way_of(view->text, t);
    uint32_t company = seen_at(view, t)->company;
    uint32_t n = 0;
    if (way == AS_LOWER) {
        return; /* hardly ever part of a name */
    }
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

/* ---- All of it ---- */

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
    see_page(view);
    return nr_arena_tick(arena, text->tokens.count) && describe_types(view) ? view : NULL;
}

const uint8_t *nr_name_view_rules(const struct nr_name_view *view)
{
    return view->rules;
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

static bool add_sequence(struct nr_name_view *view, struct nr_description *out,
                         uint32_t first, uint32_t end)
{
    while (first < end) {
        struct nr_sequence *sequence =
            nr_list_push(view->arena, &out->sequences, sizeof *sequence);
        if (sequence == NULL) {
            return false;
        }
        sequence->first = first;
        sequence->count = end - first < NR_TAG_LONGEST ? end - first : NR_TAG_LONGEST;
        first += sequence->count;
    }
    return true;
}

/* Stretches of a sentence with capitals, and AROUND words on both sides: there is no name
 * elsewhere, and most of an article is elsewhere. */
static bool add_sequences(struct nr_name_view *view, struct nr_description *out)
{
    const struct nr_text *text = view->text;
    for (uint32_t s = 0; s < text->sentences.count; s++) {
        uint32_t first = text->sentences.items[s].first_token;
        uint32_t end = text->sentences.items[s].end_token;
        uint32_t t = next_capital(text, first, end);
        while (t < end) {
            uint32_t begin = t - first > AROUND ? t - AROUND : first;
            uint32_t stop = stretch_end(text, t, end);
            if (!add_sequence(view, out, begin, stop)) {
                return false;
            }
            first = stop;
            t = next_capital(text, stop, end);
        }
    }
    return nr_arena_tick(view->arena, text->tokens.count);
}

bool nr_name_view_describe(struct nr_name_view *view, struct nr_description *out)
{
    *out = (struct nr_description){
        .channels = {{view->kinds, view->kind_count, view->attributes, TYPE_WIDTH,
                      NR_TAG_ALL_OFFSETS},
                     {view->kinds, view->kind_count, view->self, SELF_WIDTH, 4}},
        .channel_count = 2,
        .own_width = OWN_WIDTH,
        .describe = nr_name_places_describe,
        .context = view,
    };
    return add_sequences(view, out);
}
