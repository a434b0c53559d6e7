/* quote/speech.c: what a model may look at to tell source, cue and content.
 *
 *     Officials  said  on Friday  that  the dam would hold  ,  he  added  .
 *     source     cue              content                      source cue
 *
 * Words, the company they keep and their lists are seen from two tokens on either side;
 * what lies further is brought near by speech_place.c. The second pass sees what the
 * first one found, so that a content knows whether it has a cue. */
#include "quote/speech_place.h"

#include "tag/cluster.h"

#include <string.h>

enum {
    WORD_WIDTH = 20,
    FORMS = 4, /* ways to write a word, as far as they are told apart */
    NAME_KINDS = 2 * (NR_TYPE_COUNT + 1),
    FRAMES = 8, /* the flags of a fact that say what a verb takes; above them its form */
};

/* Kinds of attributes. What two of them share no number for cannot be confused. */
enum template {
    T_WORD = 1,
    T_LISTS,
    T_LIST,
    T_LEMMA,
    T_STATE,
    T_NAME,
    T_SEEN,
    T_TAG,
    T_CLUSTER,
    T_FRAME,
    T_ACT,
    T_FORM,
};

/* Every so often: may the walk over tokens go on? */
static bool going(struct nr_arena *arena, uint32_t t)
{
    enum { STRIDE = 1024, WORK = 8 };
    return arena->status == NR_OK &&
           (t % STRIDE != 0 || nr_arena_tick(arena, STRIDE * WORK));
}

/* ---- Word types ---- */

static uint32_t form_of(uint8_t shape)
{
    switch ((enum nr_shape)shape) {
    case NR_SHAPE_CAPITAL:
        return 1;
    case NR_SHAPE_UPPER:
        return 2;
    case NR_SHAPE_LOWER:
        return 0;
    default:
        return 3;
    }
}

static uint32_t hash_lists(uint64_t lists)
{
    return (uint32_t)(lists ^ lists >> 32) * 0x9E3779B1u ^ (uint32_t)(lists >> 40);
}

/* Lists that tell one kind of word from another; names' lists are seen by the names. */
static const uint64_t telling =
    NR_IN(determiner) | NR_IN(preposition) | NR_IN(pronoun) | NR_IN(conjunction) |
    NR_IN(subordinator) | NR_IN(relative) | NR_IN(auxiliary) | NR_IN(modal) |
    NR_IN(negation) | NR_IN(adverb) | NR_IN(common_verb) | NR_IN(speech_verb) |
    NR_IN(cue_phrase) | NR_IN(cue_noun) | NR_IN(role_noun) | NR_IN(person_noun) |
    NR_IN(group_noun) | NR_IN(document_noun) | NR_IN(body_noun) | NR_IN(honorific) |
    NR_IN(weekday) | NR_IN(month) | NR_IN(number_word) | NR_IN(norp) | NR_IN(demonym) |
    NR_IN(broadcaster);

static uint32_t ending(const struct nr_word *word, uint32_t length)
{
    return word->length > length ? nr_hash(word->folded + word->length - length, length)
                                 : 0;
}

/* The verb that a token may be a form of, and what it does; NULL: none. */
static const struct nr_fact *reporting(const struct nr_text *text, uint32_t t)
{
    return nr_token_fact_in(text, t, NR_IN(speech_verb) | NR_IN(cue_noun));
}

static uint32_t lemma_of(const struct nr_fact *fact)
{
    const char *lemma = nr_fact_canonical(fact);
    return nr_hash(lemma, strlen(lemma));
}

/* What a reporting word does: verbs seen seldom share it with those seen often. */
static uint32_t describe_report(const struct nr_fact *fact, uint32_t *out)
{
    uint32_t n = 0;
    out[n++] = nr_attribute(T_LEMMA, lemma_of(fact));
    out[n++] = nr_attribute(T_ACT, fact->act);
    out[n++] = nr_attribute(T_FORM, (uint32_t)fact->flags >> FRAMES);
    for (uint32_t frame = 0; frame < FRAMES; frame++) {
        if ((fact->flags >> frame & 1) != 0) {
            out[n++] = nr_attribute2(T_FRAME, frame, fact->list);
        }
    }
    return n;
}

static void describe_word(const struct nr_text *text, uint32_t t, uint32_t *out)
{
    const struct nr_word *word = nr_word_of(text, t);
    uint64_t lists = nr_token_lists(text, t) & telling;
    const struct nr_fact *fact = reporting(text, t);
    uint32_t form = form_of(text->tokens.items[t].shape);
    uint32_t cluster = nr_cluster_of(word->hash);
    uint32_t n = 0;
    out[n++] = nr_attribute(T_WORD, word->hash);
    out[n++] = nr_attribute2(T_LISTS, hash_lists(lists), form);
    if (cluster != 0) {
        out[n++] = nr_attribute(T_CLUSTER, cluster);
    }
    if (fact != NULL) {
        n += describe_report(fact, out + n);
    }
    for (uint32_t list = 0; lists != 0 && n < WORD_WIDTH; list++, lists >>= 1) {
        if ((lists & 1) != 0) {
            out[n++] = nr_attribute(T_LIST, list);
        }
    }
}

/* Numbers the ways in which words are written here, in order of appearance; returns how
 * many there are. */
static uint32_t number_words(struct nr_arena *arena, const struct nr_text *text,
                             uint32_t *kinds)
{
    uint32_t *numbers = /* 1 and up; 0: not seen yet */
        nr_arena_take_array(arena, (size_t)text->words.count * FORMS, sizeof *numbers);
    uint32_t count = 0;
    for (uint32_t t = 0; t < text->tokens.count && going(arena, t); t++) {
        const struct nr_token *token = &text->tokens.items[t];
        uint32_t *number = &numbers[(size_t)token->word * FORMS + form_of(token->shape)];
        *number = *number == 0 ? ++count : *number;
        kinds[t] = *number - 1;
    }
    return count;
}

static void add_words(struct nr_arena *arena, const struct nr_text *text,
                      struct nr_channel *channel)
{
    uint32_t *kinds = nr_arena_take_array(arena, text->tokens.count, sizeof *kinds);
    uint32_t count = number_words(arena, text, kinds);
    uint32_t *attributes =
        nr_arena_take_array(arena, (size_t)count * WORD_WIDTH, sizeof *attributes);
    *channel =
        (struct nr_channel){kinds, count, attributes, WORD_WIDTH, NR_TAG_ALL_OFFSETS};
    for (uint32_t t = 0; t < text->tokens.count && going(arena, t); t++) {
        uint32_t *out = attributes + (size_t)kinds[t] * WORD_WIDTH;
        if (out[0] == 0) {
            describe_word(text, t, out);
        }
    }
}

/* ---- Marks, parts of speech, names ---- */

/* A way to stand: towards marks, as a part of speech, in a name. */
static uint32_t way_of(const struct nr_speech_view *view, uint32_t t)
{
    return (view->states[t] * (uint32_t)NR_POS_COUNT + view->tags[t]) * NAME_KINDS +
           view->names[t];
}

/* A few dozen ways occur, so the three are one kind: a position adds their rows at once.
 */
static void add_ways(struct nr_arena *arena, const struct nr_speech_view *view,
                     struct nr_channel *channel)
{
    enum { WIDTH = 3, WAYS = NR_STATE_COUNT * NR_POS_COUNT * NAME_KINDS };
    uint32_t tokens = view->text->tokens.count;
    size_t most = tokens < WAYS ? tokens : WAYS;
    uint32_t *numbers = /* 1 and up; 0: not seen yet */
        nr_arena_take_array(arena, WAYS, sizeof *numbers);
    uint32_t *kinds = nr_arena_take_raw(arena, (size_t)tokens * sizeof *kinds);
    uint32_t *attributes = nr_arena_take_raw(arena, most * WIDTH * sizeof *attributes);
    uint32_t count = 0;
    for (uint32_t t = 0; t < tokens && going(arena, t); t++) {
        uint32_t *number = &numbers[way_of(view, t)];
        if (*number == 0) {
            uint32_t *out = attributes + (size_t)count * WIDTH;
            out[0] = nr_attribute(T_STATE, view->states[t]);
            out[1] = nr_attribute(T_TAG, view->tags[t]);
            out[2] = nr_attribute(T_NAME, view->names[t]);
            *number = ++count;
        }
        kinds[t] = *number - 1;
    }
    *channel = (struct nr_channel){kinds, count, attributes, WIDTH, NR_TAG_ALL_OFFSETS};
}

/* What the first pass found. */
static void add_seen(struct nr_arena *arena, const struct nr_speech_view *view,
                     struct nr_channel *channel)
{
    uint32_t tokens = view->text->tokens.count;
    uint32_t *kinds = nr_arena_take_raw(arena, (size_t)tokens * sizeof *kinds);
    uint32_t *attributes =
        nr_arena_take_array(arena, NR_SPEECH_LABEL_COUNT, sizeof *attributes);
    for (uint32_t i = 0; arena->status == NR_OK && i < NR_SPEECH_LABEL_COUNT; i++) {
        attributes[i] = nr_attribute(T_SEEN, i);
    }
    for (uint32_t t = 0; t < tokens && going(arena, t); t++) {
        kinds[t] = view->seen[t];
    }
    *channel = (struct nr_channel){kinds, NR_SPEECH_LABEL_COUNT, attributes, 1,
                                   NR_TAG_ALL_OFFSETS};
}

static uint8_t *read_states(struct nr_arena *arena, const struct nr_text *text,
                            const struct nr_quotes *quotes)
{
    uint8_t *states = nr_arena_take(arena, text->tokens.count);
    for (uint32_t m = 0; m < quotes->marks.count && going(arena, m); m++) {
        const struct nr_mark *mark = &quotes->marks.items[m];
        if (mark->parent != NR_NONE || mark->settled ||
            mark->first_token >= mark->end_token) {
            continue;
        }
        memset(states + mark->first_token, NR_INSIDE,
               mark->end_token - mark->first_token);
        if (mark->outer.begin < mark->inner.begin && mark->first_token > 0) {
            states[mark->first_token - 1] = NR_OPENS;
        }
        if (mark->closed && mark->end_token < text->tokens.count) {
            states[mark->end_token] = NR_CLOSES;
        }
    }
    return states;
}

static uint8_t *read_names(struct nr_arena *arena, const struct nr_text *text,
                           const struct nr_entities *entities)
{
    uint8_t *names = nr_arena_take(arena, text->tokens.count);
    for (uint32_t m = 0; m < entities->mentions.count && going(arena, m); m++) {
        const struct nr_mention *mention = &entities->mentions.items[m];
        uint8_t kind = (uint8_t)(2 * (mention->type + 1));
        for (uint32_t t = mention->first_token; t < mention->end_token; t++) {
            names[t] = (uint8_t)(kind + (t > mention->first_token) - 1);
        }
    }
    return names;
}

/* Class and lemma of a token as of all of its kind. */
struct class
{
    uint32_t class;
    uint32_t lemma; /* of the reporting word that it is, or 0 */
    bool known;
};

static struct class class_of(const struct nr_text *text, uint32_t t)
{
    const struct nr_token *token = &text->tokens.items[t];
    const struct nr_word *word = nr_word_of(text, t);
    const struct nr_fact *fact = reporting(text, t);
    uint64_t lists = nr_token_lists(text, t) & telling;
    bool sign = token->shape == NR_SHAPE_PUNCT || token->shape == NR_SHAPE_MARK;
    uint32_t last = lists == 0 ? ending(word, 2) : 0;
    bool according = fact == NULL && nr_token_is(text, t, "according");
    return (struct class){.class = sign ? word->hash
                                        : hash_lists(lists) ^
                                              form_of(token->shape) * 77u ^ last,
                          .lemma = fact != NULL ? lemma_of(fact)
                                   : according  ? word->hash
                                                : 0,
                          .known = true};
}

/* words: the channel of words, whose kinds are as many as there are classes at most. */
static void read_classes(struct nr_arena *arena, const struct nr_channel *words,
                         struct nr_speech_view *view)
{
    uint32_t tokens = view->text->tokens.count;
    uint32_t *classes = nr_arena_take_array(arena, tokens, sizeof *classes);
    uint32_t *lemmas = nr_arena_take_array(arena, tokens, sizeof *lemmas);
    struct class *of = nr_arena_take_array(arena, words->kind_count, sizeof *of);
    for (uint32_t t = 0; t < tokens && going(arena, t); t++) {
        struct class *class = &of[words->kinds[t]];
        if (!class->known) {
            *class = class_of(view->text, t);
        }
        classes[t] = class->class;
        lemmas[t] = class->lemma;
    }
    view->classes = classes;
    view->lemmas = lemmas;
}

/* ---- The whole ---- */

bool nr_speech_may_follow(uint32_t a, uint32_t b)
{
    bool on =
        b == NR_SPEECH_SOURCE_ON || b == NR_SPEECH_CUE_ON || b == NR_SPEECH_CONTENT_ON;
    return !on || a == b || a == b - 1;
}

static void cut_sequences(struct nr_arena *arena, const struct nr_text *text,
                          struct nr_description *d)
{
    for (uint32_t b = 0; b < text->blocks.count && going(arena, b); b++) {
        const struct nr_block *block = &text->blocks.items[b];
        if (block->first_sentence >= block->end_sentence) {
            continue;
        }
        uint32_t first = text->sentences.items[block->first_sentence].first_token;
        uint32_t end = text->sentences.items[block->end_sentence - 1].end_token;
        while (first < end) {
            uint32_t count = end - first < NR_TAG_LONGEST ? end - first : NR_TAG_LONGEST;
            struct nr_sequence *sequence =
                nr_list_push(arena, &d->sequences, sizeof *sequence);
            if (sequence == NULL) {
                return;
            }
            *sequence = (struct nr_sequence){first, count};
            first += count;
        }
    }
}

enum nr_status nr_speech_describe(struct nr_arena *arena, const struct nr_page *page,
                                  struct nr_description *d)
{
    const struct nr_text *text = page->text;
    struct nr_speech_view *view = nr_arena_take(arena, sizeof *view);
    if (view == NULL) {
        return arena->status;
    }
    view->text = text;
    view->tags = page->tags->items;
    view->states = read_states(arena, text, page->quotes);
    view->names = read_names(arena, text, page->entities);
    *d = (struct nr_description){
        .own_width = NR_SPEECH_OWN_FIRST, .describe = nr_speech_places, .context = view};
    add_words(arena, text, &d->channels[d->channel_count++]);
    read_classes(arena, &d->channels[0], view);
    add_ways(arena, view, &d->channels[d->channel_count++]);
    cut_sequences(arena, text, d);
    return arena->status;
}

/* Leaves the sequences in which something was seen: elsewhere the second pass is spared.
 */
static void keep_seen(struct nr_arena *arena, const uint8_t *seen,
                      struct nr_description *d)
{
    uint32_t kept = 0;
    for (uint32_t s = 0; s < d->sequences.count && going(arena, s); s++) {
        struct nr_sequence sequence = d->sequences.items[s];
        uint32_t i = 0;
        while (i < sequence.count && seen[sequence.first + i] == NR_SPEECH_NONE) {
            i++;
        }
        if (i < sequence.count) {
            d->sequences.items[kept++] = sequence;
        }
    }
    d->sequences.count = kept;
}

enum nr_status nr_speech_describe_again(struct nr_arena *arena, const uint8_t *seen,
                                        struct nr_description *d)
{
    const struct nr_speech_view *first = d->context;
    struct nr_speech_view *view = nr_arena_take(arena, sizeof *view);
    if (view == NULL) {
        return arena->status;
    }
    keep_seen(arena, seen, d);
    *view = *first;
    view->seen = seen;
    d->context = view;
    d->own_width = NR_SPEECH_OWN_AGAIN;
    add_seen(arena, view, &d->channels[d->channel_count++]);
    return arena->status;
}

static bool find_in(struct nr_arena *arena, const struct nr_models *models,
                    const struct nr_page *page, uint8_t *labels, int16_t *margins)
{
    const struct nr_model *first = models->of[NR_MODEL_speech];
    const struct nr_model *again = models->of[NR_MODEL_speech_again];
    struct nr_description d;
    uint32_t tokens = page->text->tokens.count;
    uint8_t *seen = nr_arena_take(arena, tokens);
    if (seen == NULL || nr_speech_describe(arena, page, &d) != NR_OK ||
        !nr_tag(arena, first, &d, seen, again == NULL ? margins : NULL)) {
        return false;
    }
    memcpy(labels, seen, tokens);
    if (again == NULL) {
        return true;
    }
    return nr_speech_describe_again(arena, seen, &d) == NR_OK &&
           nr_tag(arena, again, &d, labels, margins);
}

const uint8_t *nr_speech_find(struct nr_arena *arena, const struct nr_models *models,
                              const struct nr_page *page, int16_t *margins)
{
    uint8_t *labels = models->of[NR_MODEL_speech] != NULL
                          ? nr_arena_take(arena, page->text->tokens.count)
                          : NULL;
    if (labels == NULL) {
        return NULL;
    }
    struct nr_arena work; /* descriptions live only here */
    nr_arena_open(&work, &arena->host);
    bool found = find_in(&work, models, page, labels, margins);
    arena->status = work.status;
    nr_arena_close(&work);
    return found ? labels : NULL;
}
