/* text/reader.c: see reader.h. */
#include "text/reader.h"

#include "text/shapes.h"

#include <string.h>

/* Bytes: a longer word comes out in pieces, so that the host is asked in between. */
enum { LONGEST_RUN = 64 * 1024 };

/* The next token, without its word; NULL on failure. */
static inline struct nr_token *put_token(struct nr_reader *reader, uint32_t begin,
                                         uint32_t end, enum nr_shape shape)
{
    struct nr_text *text = reader->text;
    if (!nr_arena_tick(reader->arena, end - begin) ||
        (text->tokens.count == text->tokens.capacity &&
         !nr_list_reserve(reader->arena, &text->tokens, sizeof *text->tokens.items, 1))) {
        return NULL;
    }
    struct nr_token *token = &text->tokens.items[text->tokens.count++];
    *token = (struct nr_token){.begin = begin,
                               .end = end,
                               .shape = (uint8_t)shape,
                               .casing = (uint8_t)nr_casing_of(shape),
                               .flags = reader->flags};
    reader->flags = 0;
    return token;
}

bool nr_token_emit(struct nr_reader *reader, uint32_t begin, uint32_t end,
                   enum nr_shape shape)
{
    struct nr_chars written = {reader->bytes + begin, end - begin};
    struct nr_token *token = put_token(reader, begin, end, shape);
    if (token == NULL) {
        return false;
    }
    char last = reader->bytes[end - 1];
    bool stop = last == '.' || last == '!' || last == '?' ||
                (shape == NR_SHAPE_PUNCT && (unsigned char)last >= 0x80);
    token->flags |= stop ? NR_TOKEN_STOP : 0;
    token->word = nr_word_intern(reader->arena, reader->text, written, shape);
    return token->word != NR_NONE;
}

bool nr_token_emit_plain(struct nr_reader *reader, uint32_t begin, uint32_t end,
                         enum nr_shape shape, uint32_t hash)
{
    struct nr_chars written = {reader->bytes + begin, end - begin};
    struct nr_token *token = put_token(reader, begin, end, shape);
    if (token == NULL) {
        return false;
    }
    token->word = nr_word_intern_plain(reader->arena, reader->text, written, shape, hash);
    return token->word != NR_NONE;
}

uint32_t nr_letters_read(const struct nr_reader *reader, uint32_t at,
                         struct nr_letters *letters)
{
    bool first = letters->upper + letters->lower + letters->other + letters->digits == 0;
    uint32_t end = reader->end - at > LONGEST_RUN ? at + LONGEST_RUN : reader->end;
    while (at < end) {
        uint32_t width = 0;
        enum nr_sort sort = nr_sort_at(reader, at, &width);
        if (sort == NR_SORT_LOWER) {
            letters->lower++;
        } else if (sort == NR_SORT_UPPER) {
            letters->upper++;
            letters->first_upper = letters->first_upper || first;
        } else if (sort == NR_SORT_LETTER) {
            letters->other++;
        } else if (sort == NR_SORT_DIGIT) {
            letters->digits++;
        } else {
            break;
        }
        first = false;
        at += width;
    }
    return at;
}

enum nr_shape nr_letters_shape(const struct nr_letters *letters)
{
    if (letters->upper == 0) {
        bool only_other = letters->lower == 0;
        return only_other && letters->digits == 0 ? NR_SHAPE_OTHER
               : only_other                       ? NR_SHAPE_NUMBER
                                                  : NR_SHAPE_LOWER;
    }
    if (letters->lower == 0) {
        return letters->upper + letters->digits > 1 ? NR_SHAPE_UPPER : NR_SHAPE_CAPITAL;
    }
    return letters->first_upper && letters->upper == 1 ? NR_SHAPE_CAPITAL
                                                       : NR_SHAPE_MIXED;
}

enum nr_shape nr_shape_between(const struct nr_reader *reader, uint32_t begin,
                               uint32_t end)
{
    struct nr_letters letters = {0};
    for (uint32_t at = begin; at < end;) {
        uint32_t after = nr_letters_read(reader, at, &letters);
        uint32_t width = 0;
        (void)nr_sort_at(reader, after, &width);
        at = after < end ? after + width : end;
    }
    return nr_letters_shape(&letters);
}

uint32_t nr_clitic_end(const struct nr_reader *reader, uint32_t at)
{
    uint32_t begin = at + nr_apostrophe_at(reader, at);
    uint32_t end = begin;
    while (end < reader->end && end - begin < 3 && nr_letter_or_digit_at(reader, end)) {
        end++;
    }
    return nr_shapes_clitic(reader->bytes + begin, end - begin) ? end : 0;
}

uint32_t nr_at_sign_from(const struct nr_reader *reader, uint32_t from)
{
    const char *found = memchr(reader->bytes + from, '@', (size_t)(reader->end - from));
    return found != NULL ? (uint32_t)(found - reader->bytes) : reader->end;
}
