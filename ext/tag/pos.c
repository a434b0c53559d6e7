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
    ENDING = 3,     /* letters of an ending; there is a longer one, too */
    FORM_WIDTH = 3, /* both, and the lists */
    NEAR = 14,      /* offsets: seen from the tokens on both sides */
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

/* A letter from behind, all digits alike; 0: the word is not so long. */
static uint32_t letter(const struct nr_word *word, uint32_t from_end)
{
    if (word->length < from_end) {
        return 0;
    }
    unsigned char byte = (unsigned char)word->folded[word->length - from_end];
    return byte >= '0' && byte <= '9' ? '0' : byte;
}

/* The last letters of a word, or all it has, as one number. */
static uint32_t ending(const struct nr_word *word)
{
    return (letter(word, 3) * 257 + letter(word, 2)) * 257 + letter(word, 1);
}

static bool is_function_word(const struct nr_word *word)
{
    const uint64_t lists = NR_IN(determiner) | NR_IN(preposition) | NR_IN(pronoun) |
                           NR_IN(conjunction) | NR_IN(subordinator) | NR_IN(relative) |
                           NR_IN(auxiliary) | NR_IN(modal) | NR_IN(negation);
    return (word->lists[NR_CASING_ANY] & lists) != 0;
}

/* Fills attributes[FORM_WIDTH] of a word that is not known by itself; end: of the word.
 */
static void describe_form(const struct nr_word *word, uint32_t end, uint32_t *attributes)
{
    uint32_t n = 0;
    if (word->length >= ENDING) {
        attributes[n++] = nr_attribute(OF_ENDING + ENDING, end);
    }
    if (word->length > ENDING) {
        uint32_t longer = letter(word, ENDING + 1) * 257 * 257 * 257 + end;
        attributes[n++] = nr_attribute(OF_ENDING + ENDING + 1, longer);
    }
    uint64_t lists = word->lists[NR_CASING_CAPITAL];
    if (lists != 0) {
        attributes[n++] =
            nr_attribute2(OF_LISTS, (uint32_t)lists, (uint32_t)(lists >> 32));
    }
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

/* The kinds of each token: its word, how it is written. */
static void see_sequence(const struct nr_text *text, struct nr_sequence sequence,
                         uint32_t *words, uint32_t *writings)
{
    uint32_t end = sequence.first + sequence.count;
    uint32_t setting = setting_of(text, sequence.first, end);
    uint32_t first = 1;
    for (uint32_t t = sequence.first; t < end; t++) {
        const struct nr_token *token = &text->tokens.items[t];
        uint32_t small_elsewhere = text->words.items[token->word].lower_count > 0;
        words[t] = token->word;
        writings[t] =
            ((token->shape * 2u + first) * 2 + small_elsewhere) * SETTINGS + setting;
        first = 0;
    }
}

/* ---- A token between its neighbours ---- */

static void describe_tokens(const void *context, uint32_t first, uint32_t count,
                            uint32_t *own, uint8_t *turns)
{
    const struct view *view = context;
    const struct nr_token *tokens = view->text->tokens.items;
    const uint32_t *writings = view->writings;
    memset(turns, 0, count); /* one way to come from token to token */
    uint32_t before = EDGE;  /* classes */
    uint32_t here = view->classes[tokens[first].word];
    for (uint32_t t = first; t < first + count; t++, own += OWN_WIDTH) {
        bool last = t + 1 == first + count;
        uint32_t behind = last ? EDGE : view->classes[tokens[t + 1].word];
        own[0] = nr_attribute2(OF_CLASS_BEFORE, before, here);
        own[1] = nr_attribute2(OF_CLASS_BEHIND, here, behind);
        own[2] =
            nr_attribute2(OF_WORD_WRITTEN, nr_word_of(view->text, t)->hash, writings[t]);
        before = here;
        here = behind;
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

static void see_tokens(struct nr_arena *arena, const struct nr_text *text,
                       const struct nr_description *description, uint32_t *words,
                       uint32_t *writings)
{
    for (uint32_t s = 0; s < description->sequences.count; s++) {
        struct nr_sequence sequence = description->sequences.items[s];
        see_sequence(text, sequence, words, writings);
        if (!nr_arena_tick(arena, sequence.count)) {
            return;
        }
    }
}

/* Channels over word types: the word itself, its form. A function word is known by
 * itself, and is a class of its own; others are what their last letters say. */
static void describe_words(struct nr_arena *arena, const struct nr_text *text,
                           uint32_t *attributes, uint32_t *forms, uint32_t *classes)
{
    for (uint32_t w = 0; w < text->words.count && nr_arena_tick(arena, FORM_WIDTH); w++) {
        const struct nr_word *word = &text->words.items[w];
        attributes[w] = nr_attribute(OF_WORD, word->hash);
        classes[w] = word->hash;
        if (!is_function_word(word)) {
            uint32_t end = ending(word);
            classes[w] = end * 3 + 1;
            describe_form(word, end, forms + (size_t)w * FORM_WIDTH);
        }
    }
}

bool nr_pos_describe(struct nr_arena *arena, const struct nr_text *text,
                     struct nr_description *description)
{
    size_t tokens = text->tokens.count;
    uint32_t words = text->words.count;
    struct view *view = nr_arena_take(arena, sizeof *view);
    uint32_t *kinds = nr_arena_take_raw(arena, tokens * sizeof *kinds);
    uint32_t *writings = nr_arena_take_raw(arena, tokens * sizeof *writings);
    uint32_t *attributes = nr_arena_take_raw(arena, words * sizeof *attributes);
    uint32_t *classes = nr_arena_take_raw(arena, words * sizeof *classes);
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
