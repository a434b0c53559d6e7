/* text/token.h: running text -> tokens, and word types. */
#ifndef NR_TEXT_TOKEN_H
#define NR_TEXT_TOKEN_H

#include "text/text.h"

/* Appends the tokens of one block to text->tokens, in order, each with its word; sentence
 * is left 0. Linear in the span. False: arena->status says why. */
bool nr_tokens_cut(struct nr_arena *arena, struct nr_text *text,
                   const struct nr_block *block);

/* Makes room for the words of a text of this length. */
bool nr_words_open(struct nr_arena *arena, struct nr_text *text);

/* Looks all words up: what the lists know of them, when all tokens are cut. */
bool nr_words_look_up(struct nr_arena *arena, struct nr_text *text);

/* The word type of these bytes as written, counted once more; made when new. NR_NONE on
 * failure. bytes must live as long as the text. */
uint32_t nr_word_intern(struct nr_arena *arena, struct nr_text *text,
                        struct nr_chars written, enum nr_shape shape);

/* The same for a plain word: letters of ASCII, of which only the first may be a capital.
 * hash: nr_hash() of it in lower case, which who read its letters has at hand. */
uint32_t nr_word_intern_plain(struct nr_arena *arena, struct nr_text *text,
                              struct nr_chars written, enum nr_shape shape,
                              uint32_t hash);

/* Finds the listed phrases of a sentence of tokens [first, end), once all words are
 * looked up; sentences in order. */
bool nr_phrases_read(struct nr_arena *arena, struct nr_text *text, uint32_t first,
                     uint32_t end);

/* The lists of a form that is no token (yet), as nr_token_lists() would tell them. */
uint64_t nr_form_lists(const struct nr_text *text, struct nr_chars written,
                       enum nr_shape shape);

#endif
