/* text/word.c: word types, and questions that later rooms ask about tokens.
 *
 * A type is looked up in the lexicon once, however often the article writes it. What is
 * written in lower case is its own folded form, so most types borrow the article's bytes.
 */
#include "text/fold.h"
#include "text/token.h"

#include <string.h>

enum {
    LISTED_BYTES = 64,     /* no list has a longer word */
    FOLDED_BYTES = 256,    /* folded on the stack up to here */
    WORDS_EXPECTED = 4096, /* room made at once for those of a long text */
    WORDS_AT_ONCE = 64
};

/* A word as it is looked for. */
struct form {
    struct nr_chars folded;
    uint32_t hash; /* nr_hash() of folded */
    bool kept;     /* folded lives as long as the text */
    char buffer[FOLDED_BYTES];
};

/* Most words are ASCII and short: folded and hashed in one walk. False: some other way.
 */
static bool fold_ascii(struct form *form, struct nr_chars written)
{
    uint32_t hash = NR_HASH_BEGIN;
    char changed = 0;
    if (written.length > FOLDED_BYTES) {
        return false;
    }
    for (uint32_t i = 0; i < written.length; i++) {
        char byte = written.bytes[i];
        char small = byte >= 'A' && byte <= 'Z' ? (char)(byte | 0x20) : byte;
        if (((unsigned char)byte & 0x80) != 0) {
            return false;
        }
        changed |= (char)(small ^ byte);
        form->buffer[i] = small;
        hash = nr_hash_step(hash, small);
    }
    form->kept = changed == 0;
    form->folded =
        (struct nr_chars){form->kept ? written.bytes : form->buffer, written.length};
    form->hash = nr_hash_end(hash);
    return true;
}

static bool fold_word(struct nr_arena *arena, struct form *form, struct nr_chars written,
                      enum nr_shape shape)
{
    /* Marks keep their form: ‘ and ' open and close differently. */
    bool sign = shape == NR_SHAPE_MARK || shape == NR_SHAPE_PUNCT;
    if (!sign && fold_ascii(form, written)) {
        return true;
    }
    form->folded = written;
    form->kept = true;
    if (!sign) {
        form->kept = written.length > sizeof form->buffer;
        char *out = form->kept ? nr_arena_take(arena, written.length) : form->buffer;
        if (out == NULL) {
            return false;
        }
        form->folded =
            (struct nr_chars){out, nr_fold(out, written.bytes, written.length)};
    }
    form->hash = nr_hash(form->folded.bytes, form->folded.length);
    return true;
}

/* Is this the word? plain: form may begin with a capital, which the word has not. */
static inline bool is_form(const struct nr_word *word, struct nr_chars form, bool plain)
{
    if (word->length != form.length) {
        return false;
    }
    if (!plain) {
        return memcmp(word->folded, form.bytes, form.length) == 0;
    }
    return word->folded[0] == (char)(form.bytes[0] | 0x20) &&
           memcmp(word->folded + 1, form.bytes + 1, form.length - 1) == 0;
}

/* The slot of a form: of its word, or empty. */
static inline uint32_t *slot_of(const struct nr_text *text, struct nr_chars form,
                                uint32_t hash, bool plain)
{
    uint32_t mask = text->word_slot_count - 1;
    uint32_t at = hash & mask;
    while (text->word_slots[at] != 0) {
        const struct nr_word *word = &text->words.items[text->word_slots[at] - 1];
        if (word->hash == hash && is_form(word, form, plain)) {
            break;
        }
        at = (at + 1) & mask;
    }
    return &text->word_slots[at];
}

/* A table of more slots, at least twice the words it is for. */
static bool make_slots(struct nr_arena *arena, struct nr_text *text, uint32_t words)
{
    uint32_t count = 64;
    while (count / 2 <= words) {
        count *= 2;
    }
    uint32_t *slots = nr_arena_take_array(arena, count, sizeof *slots);
    if (slots == NULL) {
        return false;
    }
    text->word_slots = slots;
    text->word_slot_count = count;
    for (uint32_t w = 0; w < text->words.count && nr_arena_tick(arena, 4); w++) {
        uint32_t at = text->words.items[w].hash & (count - 1);
        while (slots[at] != 0) {
            at = (at + 1) & (count - 1);
        }
        slots[at] = w + 1;
    }
    return arena->status == NR_OK;
}

bool nr_words_open(struct nr_arena *arena, struct nr_text *text)
{
    uint32_t expected =
        text->length / 10 < WORDS_EXPECTED ? text->length / 10 : WORDS_EXPECTED;
    text->words.count = 0;
    return make_slots(arena, text, expected) &&
           nr_list_reserve(arena, &text->words, sizeof *text->words.items, expected);
}

uint32_t nr_word_find(const struct nr_text *text, struct nr_chars folded)
{
    uint32_t found =
        text->word_slot_count > 0
            ? *slot_of(text, folded, nr_hash(folded.bytes, folded.length), false)
            : 0;
    return found != 0 ? found - 1 : NR_NONE;
}

static void put_lexeme(struct nr_word *word, const struct nr_lexeme *lexeme)
{
    word->lexeme = word->length <= LISTED_BYTES ? lexeme : NULL;
    if (word->lexeme == NULL) {
        return;
    }
    word->phrase_tokens = word->lexeme->phrase_tokens;
    uint64_t lists = 0;
    for (int casing = 0; casing < NR_CASING_COUNT; casing++) {
        lists |= nr_lexeme_lists(word->lexeme, (enum nr_casing)casing);
        word->lists[casing] = lists;
    }
}

/* An own word hides what the lists say of it. */
static void put_own_words(struct nr_arena *arena, const struct nr_text *text)
{
    for (uint32_t w = 0; w < text->words.count && nr_arena_tick(arena, 4); w++) {
        struct nr_word *word = &text->words.items[w];
        put_lexeme(word, nr_words_find_hashed(text->own, word->folded, word->length,
                                              word->hash));
    }
}

bool nr_words_look_up(struct nr_arena *arena, struct nr_text *text)
{
    struct nr_sought sought[WORDS_AT_ONCE];
    if (text->own != NULL) {
        put_own_words(arena, text);
        return arena->status == NR_OK;
    }
    for (uint32_t begin = 0; begin < text->words.count; begin += WORDS_AT_ONCE) {
        struct nr_word *words = text->words.items + begin;
        uint32_t left = text->words.count - begin;
        uint32_t count = left < WORDS_AT_ONCE ? left : WORDS_AT_ONCE;
        for (uint32_t i = 0; i < count; i++) {
            sought[i] =
                (struct nr_sought){words[i].folded, words[i].length, words[i].hash, NULL};
        }
        nr_lexicon_find_all(sought, count);
        for (uint32_t i = 0; i < count; i++) {
            put_lexeme(&words[i], sought[i].found);
        }
        if (!nr_arena_tick(arena, count)) {
            return false;
        }
    }
    return true;
}

/* A new word for an empty slot. */
static bool add_word(struct nr_arena *arena, struct nr_text *text, uint32_t *slot,
                     struct nr_chars folded, uint32_t hash)
{
    if (folded.bytes == NULL ||
        (text->words.count == text->words.capacity &&
         !nr_list_reserve(arena, &text->words, sizeof *text->words.items, 1))) {
        return false;
    }
    struct nr_word *word = &text->words.items[text->words.count++];
    *word =
        (struct nr_word){.folded = folded.bytes, .length = folded.length, .hash = hash};
    *slot = text->words.count;
    return text->words.count <= text->word_slot_count / 2 ||
           make_slots(arena, text, text->words.count * 2);
}

/* One more token of a word. */
static uint32_t count_word(struct nr_text *text, uint32_t index, enum nr_shape shape)
{
    struct nr_word *word = &text->words.items[index];
    word->count++;
    word->lower_count += shape == NR_SHAPE_LOWER;
    return index;
}

uint32_t nr_word_intern(struct nr_arena *arena, struct nr_text *text,
                        struct nr_chars written, enum nr_shape shape)
{
    struct form form;
    if (!fold_word(arena, &form, written, shape)) {
        return NR_NONE;
    }
    uint32_t *slot = slot_of(text, form.folded, form.hash, false);
    if (*slot != 0) {
        return count_word(text, *slot - 1, shape);
    }
    if (!form.kept) {
        form.folded.bytes = nr_arena_copy(arena, form.folded.bytes, form.folded.length);
    }
    return add_word(arena, text, slot, form.folded, form.hash)
               ? count_word(text, text->words.count - 1, shape)
               : NR_NONE;
}

uint32_t nr_word_intern_plain(struct nr_arena *arena, struct nr_text *text,
                              struct nr_chars written, enum nr_shape shape, uint32_t hash)
{
    uint32_t *slot = slot_of(text, written, hash, true);
    if (*slot != 0) {
        return count_word(text, *slot - 1, shape);
    }
    struct nr_chars folded = written;
    if (shape != NR_SHAPE_LOWER) {
        char *copy = nr_arena_copy(arena, written.bytes, written.length);
        if (copy == NULL) {
            return NR_NONE;
        }
        copy[0] = (char)(copy[0] | 0x20);
        folded.bytes = copy;
    }
    if (!add_word(arena, text, slot, folded, hash)) {
        return NR_NONE;
    }
    text->words.items[text->words.count - 1].plain = true;
    return count_word(text, text->words.count - 1, shape);
}

uint64_t nr_form_lists(const struct nr_text *text, struct nr_chars written,
                       enum nr_shape shape)
{
    char folded[LISTED_BYTES];
    if (written.length > sizeof folded) {
        return 0;
    }
    uint32_t length = nr_fold(folded, written.bytes, written.length);
    const struct nr_lexeme *lexeme = nr_words_find(text->own, folded, length);
    uint64_t lists = 0;
    for (int casing = 0; lexeme != NULL && casing <= (int)nr_casing_of(shape); casing++) {
        lists |= nr_lexeme_lists(lexeme, (enum nr_casing)casing);
    }
    return lists;
}

uint32_t nr_token_from(const struct nr_text *text, uint32_t byte)
{
    uint32_t low = 0;
    uint32_t high = text->tokens.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (text->tokens.items[middle].begin < byte) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

bool nr_token_is_dash(const struct nr_text *text, uint32_t t)
{
    static const char *const dashes[] = {"-", "--", "\xe2\x80\x93", "\xe2\x80\x94",
                                         "\xe2\x80\x95"};
    for (size_t i = 0; i < sizeof dashes / sizeof dashes[0]; i++) {
        if (nr_token_is(text, t, dashes[i])) {
            return true;
        }
    }
    return false;
}
