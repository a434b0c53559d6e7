/* text/token.c: where does a word begin and end?
 *
 *     "Don't," Ms. O'Neil said, paying $3.5m at 10:30 a.m.
 *     " | Do | n't | , | " | Ms. | O'Neil | said | , | paying | $ | 3.5 | m | at | 10:30
 * | a.m.
 *
 * Universal Dependencies' cuts for English, made in one walk over a block: the first
 * character says what may begin here (word, number, mark, sign); each kind then looks at
 * what ends it. A word ends at the first character that is no letter or digit, unless a
 * row of `joints` knows why it goes on: the hyphen of non-lexical, the stops of U.S., the
 * apostrophe of O'Neil.
 *
 * Knowingly wrong: "Jan. 5" and "he said no. 5 of them" are told apart by lists alone; a
 * ' after a letter and before none stays a mark (the dogs' bowl, 'so he said') for quote/
 * to decide; words of scripts without spaces come out as one token a run. */
#include "text/token.h"

#include "text/reader.h"
#include "text/shapes.h"

static uint32_t cut_number(struct nr_reader *reader, uint32_t begin)
{
    bool comma = reader->language > NR_LANGUAGE_EN; /* 3,5 where it is decimal */
    uint32_t end = nr_shapes_number_end(reader->bytes, begin, reader->end, comma);
    if (end == begin) { /* a digit that is not ASCII: ½ ٣ */
        struct nr_letters letters = {0};
        end = nr_letters_read(reader, begin, &letters);
    }
    if (nr_letter_at(reader, end)) {
        struct nr_letters letters = {0};
        uint32_t word_end = nr_letters_read(reader, end, &letters);
        bool unit = nr_shapes_unit(reader->bytes + end, word_end - end);
        end = unit ? end : word_end; /* 5m = 5 + m, but 10th, 1990s, 3D */
    }
    return nr_token_emit(reader, begin, end, NR_SHAPE_NUMBER) ? end : 0;
}

/* An apostrophe that begins a word: 's ’90s ’em 'n'. The end of that token, or 0: it is a
 * mark. */
static uint32_t leading_apostrophe_end(const struct nr_reader *reader, uint32_t at)
{
    uint32_t width = nr_apostrophe_at(reader, at);
    if (width == 0) {
        return 0;
    }
    enum nr_sort before = nr_sort_before(reader, at);
    bool attached = before != NR_SORT_SPACE && before != NR_SORT_MARK;
    uint32_t clitic = nr_clitic_end(reader, at);
    if (clitic != 0 &&
        (attached || clitic - at - width > 1 || nr_byte_at(reader, clitic) == ' ')) {
        return clitic;
    }
    return attached && before != NR_SORT_PUNCT && before != NR_SORT_DASH
               ? 0
               : nr_shapes_clipped_end(reader->bytes, at + width, reader->end);
}

/* 6'2": feet and inches are no marks. */
static bool is_measure(const struct nr_reader *reader, uint32_t at)
{
    char mark = reader->bytes[at];
    if (nr_sort_before(reader, at) != NR_SORT_DIGIT) {
        return false;
    }
    if (mark == '\'') {
        return nr_digit_at(reader, at + 1);
    }
    uint32_t back = at;
    while (back > reader->begin && at - back < 4 && reader->bytes[back - 1] >= '0' &&
           reader->bytes[back - 1] <= '9') {
        back--;
    }
    return mark == '"' && back > reader->begin && reader->bytes[back - 1] == '\'';
}

/* Does the same single mark follow right behind, to make a double one: '' `` ‘‘ ’’? Of
 * three that close, ''She said, 'No''', the first is the single one. */
static bool is_doubled(const struct nr_reader *reader, uint32_t at)
{
    uint32_t code = nr_char_at(reader->bytes, at, reader->end).code;
    bool single = code == '\'' || code == '`' || code == 0x2018 || code == 0x2019;
    uint32_t run = 0;
    for (uint32_t next = at; single && run < 4 && next < reader->end; run++) {
        struct nr_char c = nr_char_at(reader->bytes, next, reader->end);
        if (c.code != code) {
            break;
        }
        next += c.width;
    }
    return run >= 2 && (run != 3 || nr_sort_before(reader, at) == NR_SORT_SPACE);
}

static uint32_t cut_mark(struct nr_reader *reader, uint32_t begin)
{
    uint32_t clipped = leading_apostrophe_end(reader, begin);
    if (clipped != 0) {
        uint32_t width = nr_apostrophe_at(reader, begin);
        enum nr_shape shape = nr_digit_at(reader, begin + width)
                                  ? NR_SHAPE_NUMBER
                                  : nr_shape_between(reader, begin + width, clipped);
        return nr_token_emit(reader, begin, clipped, shape) ? clipped : 0;
    }
    if (is_measure(reader, begin)) {
        return nr_token_emit(reader, begin, begin + 1, NR_SHAPE_OTHER) ? begin + 1 : 0;
    }
    uint32_t width = nr_char_at(reader->bytes, begin, reader->end).width;
    uint32_t end = begin + width * (is_doubled(reader, begin) ? 2 : 1);
    return nr_token_emit(reader, begin, end, NR_SHAPE_MARK) ? end : 0;
}

/* Runs of one sign are one token: ... -- !!! ?! */
static uint32_t cut_punct(struct nr_reader *reader, uint32_t begin)
{
    char first = reader->bytes[begin];
    uint32_t end = begin + nr_char_at(reader->bytes, begin, reader->end).width;
    if (first == '.' || first == '-') {
        while (nr_byte_at(reader, end) == first) {
            end++;
        }
    } else if (first == '!' || first == '?') {
        while (nr_byte_at(reader, end) == '!' || nr_byte_at(reader, end) == '?') {
            end++;
        }
    }
    return nr_token_emit(reader, begin, end, NR_SHAPE_PUNCT) ? end : 0;
}

/* @handle, #tag, $, and bytes that are nothing. */
static uint32_t cut_other(struct nr_reader *reader, uint32_t begin)
{
    char first = reader->bytes[begin];
    uint32_t end = begin + nr_char_at(reader->bytes, begin, reader->end).width;
    bool tag = (first == '@' || first == '#') && nr_letter_at(reader, end);
    if (tag) {
        struct nr_letters letters = {0};
        end = nr_letters_read(reader, end, &letters);
    }
    return nr_token_emit(reader, begin, end, NR_SHAPE_OTHER) ? end : 0;
}

static uint32_t cut_at(struct nr_reader *reader, uint32_t at, enum nr_sort sort)
{
    switch (sort) {
    case NR_SORT_LOWER:
    case NR_SORT_UPPER:
    case NR_SORT_LETTER:
        return nr_word_cut(reader, at);
    case NR_SORT_DIGIT:
        return cut_number(reader, at);
    case NR_SORT_MARK:
        return cut_mark(reader, at);
    case NR_SORT_DASH:
    case NR_SORT_PUNCT:
        return cut_punct(reader, at);
    case NR_SORT_SPACE:
    case NR_SORT_OTHER:
        break;
    }
    return cut_other(reader, at);
}

static uint32_t skip_space(struct nr_reader *reader, uint32_t at, uint32_t width)
{
    bool line = reader->bytes[at] == '\n' || reader->bytes[at] == '\r';
    reader->flags |= (uint8_t)(line ? NR_TOKEN_SPACE | NR_TOKEN_LINE : NR_TOKEN_SPACE);
    return at + width;
}

bool nr_tokens_cut(struct nr_arena *arena, struct nr_text *text,
                   const struct nr_block *block)
{
    struct nr_reader reader = {.arena = arena,
                               .text = text,
                               .bytes = text->bytes,
                               .begin = block->span.begin,
                               .end = block->span.end,
                               .language = block->language};
    reader.next_at = nr_at_sign_from(&reader, reader.begin);
    reader.flags = block->span.begin > 0 ? NR_TOKEN_SPACE | NR_TOKEN_LINE : 0;
    uint32_t at = block->span.begin;
    while (at < reader.end) {
        uint32_t width = 0;
        enum nr_sort sort = nr_sort_at(&reader, at, &width);
        if (sort == NR_SORT_SPACE) {
            at = skip_space(&reader, at, width);
            continue;
        }
        at = cut_at(&reader, at, sort);
        if (at == 0) {
            return false;
        }
    }
    return arena->status == NR_OK;
}
