/* text/layout.c: how is this article set on its lines?
 *
 * News comes in three settings: blank lines between paragraphs; each line a paragraph; or
 * lines of 60 to 80 columns, broken in mid-sentence, as wires and e-mail set them, with
 * paragraphs told by an indent, a blank line or a short last line. The first two need no
 * telling apart: a line is a passage. So the one question is whether the article is
 * wrapped, and it is asked of the article as a whole: of two lines without a blank line
 * between, how often does the second go on in mid- sentence, with a small letter where
 * the first had no full stop? In wrapped text nearly half the time, elsewhere almost
 * never.
 *
 * In a wrapped article a line goes on with the one before it unless it is set further in,
 * or the one before had room for its first word and ended a sentence or this one begins
 * with a capital.
 *
 * Knowingly wrong: a wrapped article without indents or blank lines whose paragraph
 * happens to end near the margin runs on; the lines of a poem in lower case are taken for
 * prose. */
#include "text/layout.h"

#include "text/fold.h"

#include <string.h>

enum {
    LINES_SAMPLED = 1000,
    LONGEST_WRAPPED = 120, /* columns: nobody wraps wider */
    INDENTS = 32,
    CLOSERS = 16, /* marks and brackets behind a full stop */
    STRETCH = 512
};

static bool is_break(char byte)
{
    return byte == '\n' || byte == '\r';
}

/* Skips white space, counting line breaks (\r\n is one) and the columns since the last.
 */
static void skip_space(struct nr_arena *arena, struct nr_line_reader *reader,
                       uint32_t *indent)
{
    const char *bytes = reader->bytes;
    while (reader->at < reader->end && nr_arena_tick(arena, 1)) {
        struct nr_char c = nr_char_at(bytes, reader->at, reader->end);
        if (nr_sort_of(c.code) != NR_SORT_SPACE) {
            return;
        }
        if (is_break(bytes[reader->at])) {
            bool second = bytes[reader->at] == '\n' && reader->at > 0 &&
                          bytes[reader->at - 1] == '\r';
            reader->breaks += second ? 0 : 1;
            *indent = 0;
        } else {
            *indent = bytes[reader->at] == '\t' ? (*indent / 8 + 1) * 8 : *indent + 1;
        }
        reader->at += c.width;
    }
}

static uint32_t without_space(const char *bytes, uint32_t begin, uint32_t end)
{
    while (end > begin) {
        uint32_t before = nr_char_before(bytes, begin, end);
        if (nr_sort_of(nr_char_at(bytes, before, end).code) != NR_SORT_SPACE) {
            break;
        }
        end = before;
    }
    return end;
}

/* In short stretches: a text that breaks its lines with one of the two only must not be
 * searched to its end for the other. */
static uint32_t line_end(const struct nr_line_reader *reader)
{
    uint32_t at = reader->at;
    while (at < reader->end) {
        const char *from = reader->bytes + at;
        uint32_t length = reader->end - at < STRETCH ? reader->end - at : STRETCH;
        const char *found = memchr(from, '\n', length);
        length = found != NULL ? (uint32_t)(found - from) : length;
        const char *earlier = memchr(from, '\r', length);
        if (found != NULL || earlier != NULL) {
            return at + (earlier != NULL ? (uint32_t)(earlier - from) : length);
        }
        at += length;
    }
    return at;
}

bool nr_line_next(struct nr_arena *arena, struct nr_line_reader *reader,
                  struct nr_line *line)
{
    uint32_t from = reader->at;
    uint32_t indent = 0;
    skip_space(arena, reader, &indent);
    if (reader->at == reader->end || arena->status != NR_OK) {
        return false;
    }
    uint32_t begin = reader->at;
    reader->at = line_end(reader);
    uint32_t end = without_space(reader->bytes, begin, reader->at);
    *line = (struct nr_line){nr_span_of(begin, end), indent, reader->breaks > 1};
    reader->breaks = 0;
    return nr_arena_tick(arena, reader->at - from);
}

bool nr_layout_stops(const char *bytes, struct nr_span span)
{
    uint32_t end = span.end;
    for (uint32_t i = 0; end > span.begin && i < CLOSERS; i++) {
        uint32_t before = nr_char_before(bytes, span.begin, end);
        uint32_t code = nr_char_at(bytes, before, end).code;
        if (nr_sort_of(code) != NR_SORT_MARK && code != ')' && code != ']') {
            return code == '.' || code == '!' || code == '?' || code == ':' ||
                   code == 0x2026;
        }
        end = before;
    }
    return false;
}

/* White space behind a bullet or number: a line may break there, its text comes below. */
static uint32_t spaces_at(const char *bytes, uint32_t at, uint32_t end)
{
    uint32_t spaces = 0;
    while (at + spaces < end &&
           (bytes[at + spaces] == ' ' ||
            (bytes[at + spaces] >= '\t' && bytes[at + spaces] <= '\r'))) {
        spaces++;
    }
    return spaces;
}

uint32_t nr_layout_bullet(const char *bytes, struct nr_span span)
{
    struct nr_char c = nr_char_at(bytes, span.begin, span.end);
    bool bullet = c.code == 0x2022 || c.code == 0x2023 || c.code == 0x25AA ||
                  c.code == 0x25CF || c.code == 0x25E6 || c.code == 0x25A0 ||
                  c.code == 0xB7 || c.code == 0x2043 || c.code == '*' || c.code == '-';
    uint32_t spaces = bullet ? spaces_at(bytes, span.begin + c.width, span.end) : 0;
    uint32_t at = span.begin + c.width + spaces;
    return spaces > 0 && at < span.end ? at - span.begin : 0;
}

/* 1. 2) (3) a) */
uint32_t nr_layout_number(const char *bytes, struct nr_span span)
{
    uint32_t at = span.begin;
    bool bracket = bytes[at] == '(';
    at += bracket;
    uint32_t from = at;
    while (at < span.end && at - from < 2 && bytes[at] >= '0' && bytes[at] <= '9') {
        at++;
    }
    bool letter = at == from && at < span.end && bytes[at] >= 'a' && bytes[at] <= 'h';
    at += letter;
    bool closed = at > from && at < span.end &&
                  (bytes[at] == ')' || (bytes[at] == '.' && !letter && !bracket));
    at++;
    uint32_t spaces = closed ? spaces_at(bytes, at, span.end) : 0;
    at += spaces;
    return spaces > 0 && at < span.end ? at - span.begin : 0;
}

bool nr_layout_hashes(const char *bytes, struct nr_span span)
{
    uint32_t at = span.begin;
    while (at < span.end && at - span.begin < 7 && bytes[at] == '#') {
        at++;
    }
    uint32_t hashes = at - span.begin;
    return hashes > 0 && hashes < 7 && at < span.end && bytes[at] == ' ';
}

/* Does next go on in mid-sentence? */
static bool runs_on(const char *bytes, const struct nr_line *line,
                    const struct nr_line *next)
{
    struct nr_char c = nr_char_at(bytes, next->span.begin, next->span.end);
    return nr_sort_of(c.code) == NR_SORT_LOWER && !nr_layout_stops(bytes, line->span);
}

/* What two neighbouring lines tell, summed over the article. */
struct evidence {
    uint32_t pairs;
    uint32_t running;          /* the second goes on in mid-sentence */
    uint32_t wide;             /* the first is too long to be wrapped */
    uint32_t width;            /* of the longest that is not */
    uint32_t indents[INDENTS]; /* of the second of the running */
    uint32_t further[INDENTS]; /* of the second of the others */
};

/* A line as long as a line of wrapped text is, that neither stops nor ends with a name.
 */
static bool is_broken(const char *bytes, const struct nr_line *line)
{
    uint32_t columns = nr_span_length(line->span);
    uint32_t word = line->span.end;
    while (word > line->span.begin && (unsigned char)bytes[word - 1] > ' ') {
        word--;
    }
    return columns >= 40 && columns <= LONGEST_WRAPPED &&
           !nr_layout_stops(bytes, line->span) &&
           nr_sort_of(nr_char_at(bytes, word, line->span.end).code) == NR_SORT_LOWER;
}

static void weigh_pair(struct evidence *evidence, const char *bytes,
                       const struct nr_line *line, const struct nr_line *next)
{
    uint32_t indent = next->indent < INDENTS ? next->indent : INDENTS - 1;
    uint32_t columns = nr_span_length(line->span);
    evidence->pairs++;
    evidence->wide += columns > LONGEST_WRAPPED;
    if (!runs_on(bytes, line, next) && !is_broken(bytes, line)) {
        evidence->further[indent]++;
        return;
    }
    evidence->running++;
    evidence->indents[indent]++;
    if (columns <= LONGEST_WRAPPED && columns > evidence->width) {
        evidence->width = columns;
    }
}

static struct nr_layout weigh(const struct evidence *evidence)
{
    struct nr_layout layout = {.width = evidence->width};
    layout.wrapped = evidence->running > 0 && evidence->running * 3 >= evidence->pairs &&
                     evidence->wide * 4 <= evidence->running;
    uint32_t further = 0;
    for (uint32_t i = 0; i < INDENTS; i++) {
        if (evidence->indents[i] > evidence->indents[layout.indent]) {
            layout.indent = i;
        }
    }
    for (uint32_t i = layout.indent + 2; i < INDENTS; i++) {
        further += evidence->further[i];
    }
    layout.indented = further > 0;
    return layout;
}

bool nr_layout_find(struct nr_arena *arena, const char *bytes, uint32_t length,
                    struct nr_layout *layout)
{
    struct nr_line_reader reader = {bytes, length, 0, 0};
    struct evidence evidence = {0};
    struct nr_line line = {0};
    struct nr_line next = {0};
    bool more = nr_line_next(arena, &reader, &line);
    for (uint32_t i = 0; more && i < LINES_SAMPLED; i++) {
        more = nr_line_next(arena, &reader, &next);
        if (more && !next.gap) {
            weigh_pair(&evidence, bytes, &line, &next);
        }
        line = next;
    }
    *layout = weigh(&evidence);
    return arena->status == NR_OK;
}

/* Had the line no room for the first word of the next? */
static bool is_full(const struct nr_layout *layout, const char *bytes,
                    const struct nr_line *line, const struct nr_line *next)
{
    uint32_t at = next->span.begin;
    while (at < next->span.end && (unsigned char)bytes[at] > ' ' &&
           at - next->span.begin < layout->width) {
        at++;
    }
    return nr_span_length(line->span) + 1 + (at - next->span.begin) > layout->width;
}

/* "</p>" and "<p>" each stand on their line. Small letters: wires write <ABC.N>. */
static bool is_tag(const char *bytes, struct nr_span span)
{
    char next = nr_span_length(span) > 2 ? bytes[span.begin + 1] : ' ';
    return bytes[span.begin] == '<' && ((next >= 'a' && next <= 'z') || next == '/');
}

bool nr_layout_joins(const struct nr_layout *layout, const char *bytes,
                     const struct nr_line *line, const struct nr_line *next)
{
    bool item = nr_layout_bullet(bytes, next->span) != 0 ||
                nr_layout_number(bytes, next->span) != 0;
    bool inside = layout->wrapped && next->indent <= layout->indent + 1 &&
                  !nr_layout_stops(bytes, line->span); /* "not before May\n  12) ..." */
    bool heading =
        nr_layout_hashes(bytes, line->span) || nr_layout_hashes(bytes, next->span);
    bool tags = bytes[line->span.end - 1] == '>' && is_tag(bytes, next->span);
    if (next->gap || heading || tags || (item && !inside)) {
        return false;
    }
    char last = bytes[line->span.end - 1];
    if (!layout->wrapped) {
        /* A break by mistake: a headline of two parts, a line cut in two. */
        bool cut = nr_span_length(line->span) >= 40 && runs_on(bytes, line, next);
        return cut || last == ';' || (last == ',' && cut);
    }
    if (next->indent > layout->indent + 1) {
        return false;
    }
    return layout->indented || runs_on(bytes, line, next) ||
           is_full(layout, bytes, line, next);
}
