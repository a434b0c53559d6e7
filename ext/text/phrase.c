/* text/phrase.c: what do the lists know of the words that stand here?
 *
 *     the prime minister of New Zealand
 *         ^^^^^^^^^^^^^^ role_noun  ^^^^ country
 *
 * Phrases are looked up once, when sentences are cut: whether one may begin is known by
 * its first two words, and hardly any but those that are listed pass. Of those at one
 * token the longest comes first.
 *
 * Knowingly wrong: a phrase written in capitals but for one word counts as one with a
 * capital. */
#include "text/token.h"

enum { PHRASE_TOKENS = 8, PHRASE_BYTES = 128, PHRASE_WORK = 16 };

/* The tokens from a first one on, folded and joined by a space: as phrases are listed. */
struct joined {
    char bytes[PHRASE_BYTES];
    uint32_t ends[PHRASE_TOKENS];   /* [count] where the first i + 1 tokens end */
    uint32_t hashes[PHRASE_TOKENS]; /* [count] of these */
    uint32_t count;
};

static void join_tokens(const struct nr_text *text, uint32_t first, uint32_t end,
                        struct joined *joined)
{
    uint32_t length = 0;
    uint32_t hash = NR_HASH_BEGIN;
    joined->count = 0;
    for (uint32_t t = first; t < end && joined->count < PHRASE_TOKENS; t++) {
        const struct nr_word *word = nr_word_of(text, t);
        uint32_t gap = t > first ? 1 : 0;
        if (word->length > PHRASE_BYTES - gap - length) {
            return;
        }
        joined->bytes[length] = ' ';
        hash = gap != 0 ? nr_hash_step(hash, ' ') : hash;
        length += gap;
        for (uint32_t k = 0; k < word->length; k++) {
            joined->bytes[length++] = word->folded[k];
            hash = nr_hash_step(hash, word->folded[k]);
        }
        joined->ends[joined->count] = length;
        joined->hashes[joined->count++] = nr_hash_end(hash);
        if (length == PHRASE_BYTES) {
            return;
        }
    }
}

/* A phrase is written with a capital where its first word is; in capitals where all of it
 * is. */
static enum nr_casing casing_of(const struct nr_text *text, uint32_t first, uint32_t end)
{
    enum nr_casing casing = (enum nr_casing)text->tokens.items[first].casing;
    for (uint32_t t = first + 1; t < end && casing == NR_CASING_UPPER; t++) {
        uint8_t shape = text->tokens.items[t].shape;
        if (shape == NR_SHAPE_LOWER || shape == NR_SHAPE_CAPITAL ||
            shape == NR_SHAPE_MIXED) {
            casing = NR_CASING_CAPITAL;
        }
    }
    return casing;
}

/* Keeps the phrases that begin with a token, in a sentence that ends at end. */
static bool read_phrases(struct nr_arena *arena, struct nr_text *text, uint32_t t,
                         uint32_t end)
{
    struct joined joined;
    uint32_t longest = nr_word_of(text, t)->phrase_tokens;
    join_tokens(text, t, end - t < longest ? end : t + longest, &joined);
    for (uint32_t count = joined.count; count > 1; count--) {
        const struct nr_lexeme *lexeme = nr_words_find_hashed(
            text->own, joined.bytes, joined.ends[count - 1], joined.hashes[count - 1]);
        if (lexeme == NULL) {
            continue;
        }
        struct nr_phrase_here *phrase =
            nr_list_push(arena, &text->phrases, sizeof *phrase);
        if (phrase == NULL) {
            return false;
        }
        *phrase = (struct nr_phrase_here){lexeme, t, (uint8_t)count,
                                          (uint8_t)casing_of(text, t, t + count)};
        text->tokens.items[t].flags |= NR_TOKEN_PHRASE;
    }
    return nr_arena_tick(arena, PHRASE_WORK);
}

bool nr_phrases_read(struct nr_arena *arena, struct nr_text *text, uint32_t first,
                     uint32_t end)
{
    for (uint32_t t = first; t + 1 < end; t++) {
        const struct nr_word *word = nr_word_of(text, t);
        if (word->phrase_tokens > 1 &&
            nr_phrase_may_begin(text->own, word->hash, nr_word_of(text, t + 1)->hash) &&
            !read_phrases(arena, text, t, end)) {
            return false;
        }
    }
    return true;
}

/* The first fact in one of the lists that may be written so. */
static const struct nr_fact *first_fact(const struct nr_lexeme *lexeme, uint64_t lists,
                                        enum nr_casing written)
{
    const struct nr_fact *facts = nr_lexeme_facts(lexeme);
    for (uint32_t i = 0; i < lexeme->fact_count; i++) {
        if ((lists >> facts[i].list & 1) != 0 && facts[i].casing <= written) {
            return &facts[i];
        }
    }
    return NULL;
}

const struct nr_fact *nr_token_fact_in(const struct nr_text *text, uint32_t t,
                                       uint64_t lists)
{
    return nr_token_in(text, t, lists)
               ? first_fact(nr_word_of(text, t)->lexeme, lists,
                            (enum nr_casing)text->tokens.items[t].casing)
               : NULL;
}

/* The first phrase that begins at or after a token, an index into phrases. */
static uint32_t phrase_from(const struct nr_text *text, uint32_t t)
{
    uint32_t low = 0;
    uint32_t high = text->phrases.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (text->phrases.items[middle].first_token < t) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const struct nr_fact *nr_phrase_find(const struct nr_text *text, uint32_t t,
                                     uint64_t lists, uint32_t *end)
{
    if ((text->tokens.items[t].flags & NR_TOKEN_PHRASE) != 0) {
        for (uint32_t p = phrase_from(text, t);
             p < text->phrases.count && text->phrases.items[p].first_token == t; p++) {
            const struct nr_phrase_here *phrase = &text->phrases.items[p];
            const struct nr_fact *fact =
                first_fact(phrase->lexeme, lists, (enum nr_casing)phrase->casing);
            if (fact != NULL) {
                *end = t + phrase->tokens;
                return fact;
            }
        }
    }
    const struct nr_fact *fact = nr_token_fact_in(text, t, lists);
    *end = fact != NULL ? t + 1 : *end;
    return fact;
}
