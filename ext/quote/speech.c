/* quote/speech.c: what a model may look at to tell source, cue and content.
 *
 *     Officials  said  on Friday  that  the dam would hold  ,  he  added  .
 *     source     cue              content                      source cue
 *
 * Words, their endings and lists are seen from two tokens on either side. What lies
 * further is brought near: the nearest reporting word to the left and right in the
 * sentence, how long ago a quotation closed, how the sentence began. The second pass sees
 * what the first one found, so that a content knows whether it has a cue. */
#include "quote/speech.h"

#include <string.h>

enum state { OUTSIDE, INSIDE, OPENS, CLOSES, STATE_COUNT };

enum {
    WORD_WIDTH = 8,
    FORMS = 4,        /* ways to write a word, as far as they are told apart */
    FIRST_WIDTH = 16, /* own attributes in the first pass */
    AGAIN_WIDTH = 24, /* in the second */
    NAME_KINDS = 2 * (NR_TYPE_COUNT + 1),
    FAR = 99,
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
    T_OWN = 100
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

static void describe_word(const struct nr_text *text, uint32_t t, uint32_t *out)
{
    const struct nr_word *word = nr_word_of(text, t);
    uint64_t lists = nr_token_lists(text, t) & telling;
    const struct nr_fact *fact = reporting(text, t);
    uint32_t form = form_of(text->tokens.items[t].shape);
    uint32_t n = 0;
    out[n++] = nr_attribute(T_WORD, word->hash);
    out[n++] = nr_attribute2(T_LISTS, hash_lists(lists), form);
    if (fact != NULL) {
        out[n++] = nr_attribute(T_LEMMA, lemma_of(fact));
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

/* ---- Marks, names, the first pass: few kinds ---- */

static void add_few(struct nr_arena *arena, uint32_t tokens, const uint8_t *values,
                    uint32_t count, uint32_t template, struct nr_channel *channel)
{
    uint32_t *kinds = nr_arena_take_array(arena, tokens, sizeof *kinds);
    uint32_t *attributes = nr_arena_take_array(arena, count, sizeof *attributes);
    *channel = (struct nr_channel){kinds, count, attributes, 1, NR_TAG_ALL_OFFSETS};
    for (uint32_t i = 0; arena->status == NR_OK && i < count; i++) {
        attributes[i] = nr_attribute(template, i);
    }
    for (uint32_t t = 0; t < tokens && going(arena, t); t++) {
        kinds[t] = values[t];
    }
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
        memset(states + mark->first_token, INSIDE, mark->end_token - mark->first_token);
        if (mark->outer.begin < mark->inner.begin && mark->first_token > 0) {
            states[mark->first_token - 1] = OPENS;
        }
        if (mark->closed && mark->end_token < text->tokens.count) {
            states[mark->end_token] = CLOSES;
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

/* ---- What a position shows by itself ---- */

/* Of each position of a sequence: the nearest reporting word before and behind it in its
 * sentence, outside marks. */
struct around {
    uint16_t left[NR_TAG_LONGEST]; /* how far; FAR: none */
    uint16_t right[NR_TAG_LONGEST];
    uint16_t closed[NR_TAG_LONGEST]; /* since a quotation closed, in the paragraph */
    uint16_t commas[NR_TAG_LONGEST]; /* since the word to the left */
};

static bool begins(const struct nr_speech_view *view, uint32_t t)
{
    return (view->text->tokens.items[t].flags & NR_TOKEN_SENTENCE) != 0;
}

/* Is it a cue, as far as is known by now? */
static bool is_cue(const struct nr_speech_view *view, uint32_t t)
{
    if (view->seen != NULL) {
        return view->seen[t] == NR_SPEECH_CUE || view->seen[t] == NR_SPEECH_CUE_ON;
    }
    return view->lemmas[t] != 0 && view->states[t] == OUTSIDE;
}

static uint16_t further(uint16_t distance)
{
    return distance < FAR ? (uint16_t)(distance + 1) : FAR;
}

static void look_around(const struct nr_speech_view *view, uint32_t first, uint32_t count,
                        struct around *around)
{
    uint16_t left = FAR;
    uint16_t closed = FAR;
    uint16_t commas = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t t = first + i;
        left = begins(view, t) ? FAR : left;
        around->left[i] = left;
        around->closed[i] = closed;
        around->commas[i] = commas;
        commas = (uint16_t)(commas + (commas < 3 && nr_token_is(view->text, t, ",")));
        if (is_cue(view, t)) {
            left = 0;
            commas = 0;
        }
        left = further(left);
        closed = view->states[t] == CLOSES ? 1 : further(closed);
    }
    uint16_t right = FAR;
    for (uint32_t i = count; i-- > 0;) {
        around->right[i] = right;
        right = is_cue(view, first + i) ? 0 : right;
        right = begins(view, first + i) ? FAR : further(right);
    }
}

static uint32_t rough(uint32_t distance)
{
    static const uint8_t steps[] = {0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 6, 7, 7, 7, 7, 7};
    return distance < sizeof steps ? steps[distance] : distance < FAR ? 8 : 9;
}

/* One position while it is described. */
struct place {
    const struct nr_speech_view *view;
    uint32_t first;
    uint32_t count;
    uint32_t i;      /* in the sequence */
    uint32_t left;   /* roughly, how far the reporting word before it is */
    uint32_t right;  /* and the one behind it */
    uint32_t closed; /* and the end of a quotation */
    uint32_t *out;
    uint32_t n;
};

static void show(struct place *p, uint32_t a, uint32_t b, uint32_t c)
{
    p->out[p->n] = nr_attribute3(T_OWN + p->n, a, b, c);
    p->n++;
}

static uint32_t class_at(const struct place *p, int32_t offset)
{
    int64_t at = (int64_t)p->i + offset;
    return at < 0 || at >= p->count ? 7u : p->view->classes[p->first + (uint32_t)at];
}

static uint32_t word_at(const struct place *p, int32_t offset)
{
    int64_t at = (int64_t)p->i + offset;
    return at < 0 || at >= p->count
               ? 7u
               : nr_word_of(p->view->text, p->first + (uint32_t)at)->hash;
}

static uint32_t state_at(const struct place *p, int32_t offset)
{
    int64_t at = (int64_t)p->i + offset;
    return at < 0 || at >= p->count ? 7u : p->view->states[p->first + (uint32_t)at];
}

static uint32_t tag_at(const struct place *p, int32_t offset)
{
    int64_t at = (int64_t)p->i + offset;
    return at < 0 || at >= p->count ? 31u : p->view->tags[p->first + (uint32_t)at];
}

static void show_words(struct place *p)
{
    uint32_t here = tag_at(p, 0);
    uint32_t behind = tag_at(p, 1) * 32 + tag_at(p, 2);
    show(p, class_at(p, -1), class_at(p, 0), 0);
    show(p, class_at(p, 0), class_at(p, 1), 0);
    show(p, tag_at(p, -1), here, tag_at(p, 1));
    show(p, tag_at(p, -2) * 32 + tag_at(p, -1), here, 0);
    show(p, here, behind, 0);
    show(p, here, state_at(p, -1) * 8 + state_at(p, 1), state_at(p, 0));
}

static void show_cues(struct place *p, const struct around *around)
{
    uint32_t t = p->first + p->i;
    uint32_t left = around->left[p->i];
    uint32_t right = around->right[p->i];
    uint32_t said = left < FAR ? p->view->lemmas[t - left] + 1 : 0;
    uint32_t to_say = right < FAR ? p->view->lemmas[t + right] + 1 : 0;
    uint32_t state = state_at(p, 0);
    show(p, said, p->left, 0);
    show(p, to_say, p->right, 0);
    show(p, said, class_at(p, 0), p->left > 4);
    show(p, to_say, class_at(p, 0), p->right > 4);
    show(p, p->left, p->right, state);
    show(p, p->left, around->commas[p->i], class_at(p, 0));
}

static void show_place(struct place *p)
{
    const struct nr_text *text = p->view->text;
    uint32_t t = p->first + p->i;
    uint32_t sentence = text->tokens.items[t].sentence;
    const struct nr_sentence *s = &text->sentences.items[sentence];
    uint32_t from = t - s->first_token;
    show(p, state_at(p, -1), state_at(p, 0), state_at(p, 1));
    show(p, p->closed, p->right, class_at(p, 0));
    show(p, rough(from), class_at(p, 0), state_at(p, 0));
    show(p, p->view->names[t], p->left, p->right);
}

/* What the first pass said around: 7 for outside the sequence. */
static uint32_t seen_at(const struct place *p, int32_t offset)
{
    int64_t at = (int64_t)p->i + offset;
    return at < 0 || at >= p->count ? 7u : p->view->seen[p->first + (uint32_t)at];
}

static void show_seen(struct place *p)
{
    uint32_t near = seen_at(p, -1) * 64 + seen_at(p, 0) * 8 + seen_at(p, 1);
    uint32_t wide = seen_at(p, -2) * 512 + near;
    show(p, near, class_at(p, 0), 0);
    show(p, wide, seen_at(p, 2), 0);
    show(p, near, p->left, p->right);
    show(p, near, class_at(p, -1), class_at(p, 0));
    show(p, near, class_at(p, 0), class_at(p, 1));
    show(p, near, word_at(p, 0), 0);
    show(p, near, state_at(p, 0), p->closed);
    show(p, seen_at(p, -3) * 64 + seen_at(p, 3), near, 0);
}

/* How the position is come to: into a sentence, after marks, into marks. */
static uint8_t turn_of(const struct nr_speech_view *view, uint32_t first, uint32_t i)
{
    bool closes = i > 0 && view->states[first + i - 1] == CLOSES;
    return begins(view, first + i)            ? 1
           : closes                           ? 2
           : view->states[first + i] == OPENS ? 3
                                              : 0;
}

static void describe(const void *context, uint32_t first, uint32_t count, uint32_t *own,
                     uint8_t *turns)
{
    const struct nr_speech_view *view = context;
    uint32_t width = view->seen == NULL ? FIRST_WIDTH : AGAIN_WIDTH;
    struct around around;
    look_around(view, first, count, &around);
    for (uint32_t i = 0; i < count; i++) {
        struct place p = {.view = view,
                          .first = first,
                          .count = count,
                          .i = i,
                          .left = rough(around.left[i]),
                          .right = rough(around.right[i]),
                          .closed = rough(around.closed[i])};
        p.out = own;
        show_words(&p);
        show_cues(&p, &around);
        show_place(&p);
        if (view->seen != NULL) {
            show_seen(&p);
        }
        turns[i] = turn_of(view, first, i);
        own += width;
    }
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
    uint32_t tokens = text->tokens.count;
    view->text = text;
    view->tags = page->tags->items;
    view->states = read_states(arena, text, page->quotes);
    view->names = read_names(arena, text, page->entities);
    *d = (struct nr_description){
        .own_width = FIRST_WIDTH, .describe = describe, .context = view};
    add_words(arena, text, &d->channels[d->channel_count++]);
    read_classes(arena, &d->channels[0], view);
    add_few(arena, tokens, view->states, STATE_COUNT, T_STATE,
            &d->channels[d->channel_count++]);
    add_few(arena, tokens, view->tags, NR_POS_COUNT, T_TAG,
            &d->channels[d->channel_count++]);
    add_few(arena, tokens, view->names, NAME_KINDS, T_NAME,
            &d->channels[d->channel_count++]);
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
    d->own_width = AGAIN_WIDTH;
    add_few(arena, view->text->tokens.count, seen, NR_SPEECH_LABEL_COUNT, T_SEEN,
            &d->channels[d->channel_count++]);
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
