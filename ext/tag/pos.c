/* tag/pos.c: which part of speech is each token?
 *
 *     The  minister  claims  he   ca   n't   comment  on   claims  .
 *     DET  NOUN      VERB    PRON AUX  PART  VERB     ADP  NOUN    PUNCT
 *
 * The model is told of each token: the word and those two to either side; how the word
 * ends, and in which lists it is; how it and its neighbours are written; its class
 * together with those right before and behind it. A sentence is a sequence, so the tags
 * before count too. Words are described once a type. More was told once (pairs of words,
 * beginnings, signs) and brought nothing.
 *
 * A capital says less where all have one: whether the sentence is set like a headline or
 * all in capitals goes into how a word is written, and so does whether the article writes
 * the word small elsewhere.
 *
 * Knowingly wrong: languages other than English are tagged as if they were. */
#include "tag/pos.h"

#include "tag/model.h"

/* Kinds of attributes: no two may share a number. */
enum {
    OF_WORD = 0x100,
    OF_ENDING, /* + its length */
    OF_LISTS = 0x110,
    OF_WRITING,
    OF_CLASS_BEFORE,
    OF_CLASS_BEHIND,
    OF_WORD_WRITTEN,
};

enum {
    ENDING = 3,  /* letters of the shortest ending */
    ENDINGS = 2, /* that one and longer ones */
    FORM_WIDTH = ENDINGS + 1,
    NEAR = 14, /* offsets: seen from the tokens on both sides */
    OWN_WIDTH = 3,
    EDGE = 7, /* stands for the word before the first and behind the last */
};

/* How a sentence is set. */
enum setting { SET_PLAIN, SET_TITLE, SET_CAPITALS, SETTINGS };

enum { WRITINGS = (NR_SHAPE_OTHER + 1) * 2 * 2 * SETTINGS };

/* What own attributes are made of. */
struct view {
    const struct nr_text *text;
    const uint32_t *writings; /* [tokens] */
    const uint32_t *classes;  /* [words] */
};

/* ---- A word type ---- */

/* The last letters of a word as one number, all digits alike. */
static uint32_t ending(const struct nr_word *word, uint32_t length)
{
    uint32_t most = length < word->length ? length : word->length;
    uint32_t number = 0;
    for (uint32_t i = word->length - most; i < word->length; i++) {
        unsigned char byte = (unsigned char)word->folded[i];
        number = number * 257 + (byte >= '0' && byte <= '9' ? '0' : byte);
    }
    return number;
}

static bool is_function_word(const struct nr_word *word)
{
    const uint64_t lists = NR_IN(determiner) | NR_IN(preposition) | NR_IN(pronoun) |
                           NR_IN(conjunction) | NR_IN(subordinator) | NR_IN(relative) |
                           NR_IN(auxiliary) | NR_IN(modal) | NR_IN(negation);
    return (word->lists[NR_CASING_ANY] & lists) != 0;
}

/* Fills attributes[FORM_WIDTH]. Function words are known by themselves. */
static void describe_form(const struct nr_word *word, uint32_t *attributes)
{
    uint32_t n = 0;
    if (is_function_word(word)) {
        return;
    }
    for (uint32_t i = ENDING; i < ENDING + ENDINGS && i <= word->length; i++) {
        attributes[n++] = nr_attribute(OF_ENDING + i, ending(word, i));
    }
    uint64_t lists = word->lists[NR_CASING_CAPITAL];
    if (lists != 0) {
        attributes[n++] =
            nr_attribute2(OF_LISTS, (uint32_t)lists, (uint32_t)(lists >> 32));
    }
}

/* A function word is a class of its own, others are what their last letters say. */
static uint32_t class_of(const struct nr_word *word)
{
    return is_function_word(word) ? word->hash : ending(word, 3) * 3 + 1;
}

/* ---- How tokens are written ---- */

static enum setting setting_of(const struct nr_text *text, uint32_t first, uint32_t end)
{
    uint32_t small = 0;
    uint32_t capital = 0;
    uint32_t upper = 0;
    for (uint32_t t = first; t < end; t++) {
        const struct nr_token *token = &text->tokens.items[t];
        uint32_t length = token->end - token->begin;
        small += token->shape == NR_SHAPE_LOWER && length > 3;
        capital += token->shape == NR_SHAPE_CAPITAL;
        upper += token->shape == NR_SHAPE_UPPER && length > 2;
    }
    if (upper >= 2 && upper > small + capital) {
        return SET_CAPITALS;
    }
    return capital + upper >= 3 && capital + upper > 3 * small ? SET_TITLE : SET_PLAIN;
}

static void see_writing(const struct nr_text *text, struct nr_sequence sequence,
                        uint32_t *writings)
{
    uint32_t end = sequence.first + sequence.count;
    uint32_t setting = setting_of(text, sequence.first, end);
    for (uint32_t t = sequence.first; t < end; t++) {
        uint32_t small_elsewhere = nr_word_of(text, t)->lower_count > 0;
        uint32_t first = t == sequence.first;
        writings[t] = ((text->tokens.items[t].shape * 2u + first) * 2 + small_elsewhere) *
                          SETTINGS +
                      setting;
    }
}

/* ---- A token between its neighbours ---- */

static void describe_tokens(const void *context, uint32_t first, uint32_t count,
                            uint32_t *own, uint8_t *turns)
{
    const struct view *view = context;
    const struct nr_token *tokens = view->text->tokens.items;
    memset(turns, 0, count); /* one way to come from token to token */
    for (uint32_t t = first; t < first + count; t++, own += OWN_WIDTH) {
        uint32_t w = tokens[t].word;
        bool has_before = t > first;
        bool has_behind = t + 1 < first + count;
        uint32_t before = has_before ? tokens[t - 1].word : 0;
        uint32_t behind = has_behind ? tokens[t + 1].word : 0;
        uint32_t class = view->classes[w];
        own[0] = nr_attribute2(OF_CLASS_BEFORE, has_before ? view->classes[before] : EDGE,
                               class);
        own[1] = nr_attribute2(OF_CLASS_BEHIND, class,
                               has_behind ? view->classes[behind] : EDGE);
        own[2] = nr_attribute2(OF_WORD_WRITTEN, view->text->words.items[w].hash,
                               view->writings[t]);
    }
}

/* ---- A text ---- */

static bool put_sequences(struct nr_arena *arena, const struct nr_text *text,
                          struct nr_description *description)
{
    for (uint32_t s = 0; s < text->sentences.count && nr_arena_tick(arena, 4); s++) {
        uint32_t end = text->sentences.items[s].end_token;
        for (uint32_t t = text->sentences.items[s].first_token; t < end;) {
            struct nr_sequence *sequence =
                nr_list_push(arena, &description->sequences, sizeof *sequence);
            if (sequence == NULL) {
                return false;
            }
            uint32_t left = end - t;
            *sequence =
                (struct nr_sequence){t, left < NR_TAG_LONGEST ? left : NR_TAG_LONGEST};
            t += sequence->count;
        }
    }
    return arena->status == NR_OK;
}

/* The kinds of each token: its word, how it is written. */
static void see_tokens(struct nr_arena *arena, const struct nr_text *text,
                       const struct nr_description *description, uint32_t *words,
                       uint32_t *writings)
{
    for (uint32_t s = 0; s < description->sequences.count; s++) {
        struct nr_sequence sequence = description->sequences.items[s];
        see_writing(text, sequence, writings);
        for (uint32_t t = sequence.first; t < sequence.first + sequence.count; t++) {
            words[t] = text->tokens.items[t].word;
        }
        if (!nr_arena_tick(arena, sequence.count)) {
            return;
        }
    }
}

/* Channels over word types: the word itself, its form. */
static void describe_words(struct nr_arena *arena, const struct nr_text *text,
                           uint32_t *attributes, uint32_t *forms, uint32_t *classes)
{
    for (uint32_t w = 0; w < text->words.count && nr_arena_tick(arena, FORM_WIDTH); w++) {
        const struct nr_word *word = &text->words.items[w];
        attributes[w] = nr_attribute(OF_WORD, word->hash);
        classes[w] = class_of(word);
        describe_form(word, forms + (size_t)w * FORM_WIDTH);
    }
}

bool nr_pos_describe(struct nr_arena *arena, const struct nr_text *text,
                     struct nr_description *description)
{
    uint32_t tokens = text->tokens.count;
    uint32_t words = text->words.count;
    struct view *view = nr_arena_take(arena, sizeof *view);
    uint32_t *kinds = nr_arena_take_array(arena, tokens, sizeof *kinds);
    uint32_t *writings = nr_arena_take_array(arena, tokens, sizeof *writings);
    uint32_t *attributes = nr_arena_take_array(arena, words, sizeof *attributes);
    uint32_t *classes = nr_arena_take_array(arena, words, sizeof *classes);
    uint32_t *forms = nr_arena_take_array(arena, words, sizeof *forms * FORM_WIDTH);
    uint32_t *written = nr_arena_take_array(arena, WRITINGS, sizeof *written);
    *description = (struct nr_description){
        .own_width = OWN_WIDTH, .describe = describe_tokens, .context = view};
    if (arena->status != NR_OK || !put_sequences(arena, text, description)) {
        return false;
    }
    describe_words(arena, text, attributes, forms, classes);
    for (uint32_t i = 0; i < WRITINGS; i++) {
        written[i] = nr_attribute(OF_WRITING, i);
    }
    see_tokens(arena, text, description, kinds, writings);
    *view = (struct view){text, writings, classes};
    const struct nr_channel channels[] = {
        {kinds, words, attributes, 1, NR_TAG_ALL_OFFSETS},
        {kinds, words, forms, FORM_WIDTH, 1u << NR_TAG_REACH},
        {writings, WRITINGS, written, 1, NEAR},
    };
    description->channel_count = sizeof channels / sizeof channels[0];
    memcpy(description->channels, channels, sizeof channels);
    return arena->status == NR_OK;
}

/* Without a model: what shapes tell. */
static void guess(const struct nr_text *text, uint8_t *tags)
{
    static const uint8_t by_shape[] = {
        [NR_SHAPE_LOWER] = NR_POS_NOUN,  [NR_SHAPE_CAPITAL] = NR_POS_PROPN,
        [NR_SHAPE_UPPER] = NR_POS_PROPN, [NR_SHAPE_MIXED] = NR_POS_PROPN,
        [NR_SHAPE_NUMBER] = NR_POS_NUM,  [NR_SHAPE_MARK] = NR_POS_PUNCT,
        [NR_SHAPE_PUNCT] = NR_POS_PUNCT, [NR_SHAPE_OTHER] = NR_POS_SYM};
    for (uint32_t t = 0; t < text->tokens.count; t++) {
        tags[t] = by_shape[text->tokens.items[t].shape];
    }
}

/* What is worked with is given back when the tags are there: the tags are a hundredth. */
enum nr_status nr_tags_find(struct nr_arena *arena, const struct nr_text *text,
                            const struct nr_model *model, struct nr_tags *tags)
{
    struct nr_arena work;
    struct nr_description description;
    tags->count = text->tokens.count;
    tags->items = nr_arena_take(arena, tags->count);
    if (tags->items == NULL || model == NULL) {
        if (tags->items != NULL) {
            guess(text, tags->items);
        }
        return arena->status;
    }
    nr_arena_open(&work, &arena->host);
    work.until_poll = arena->until_poll;
    if (nr_pos_describe(&work, text, &description)) {
        (void)nr_tag(&work, model, &description, tags->items, NULL);
    }
    arena->status = work.status;
    arena->until_poll = work.until_poll;
    nr_arena_close(&work);
    return arena->status;
}
