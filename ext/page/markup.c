/* page/markup.c: see markup.h.
 *
 *     <p title="a > b">Fish &amp; chips<!-- no --></p>
 *     ~~~~~~~~~~~~~~~~                             open p
 *                     ~~~~~~~~~~~~~~~~             text
 *                                     ~~~~~~~~~    other
 *                                              ~~~~ close p
 *
 * A tag ends at the first > that is not between marks. Where a mark is never closed that
 * search comes to the end of the page in vain; it is made once, then marks count for
 * nothing. A < that begins no tag, or one that never ends, is text. A comment that is
 * never closed goes on to the end, as in a browser. What CDATA brackets is read as
 * markup: feeds wrap pages so. */
#include "page/markup.h"

#include <string.h>

static bool is_letter(char byte)
{
    return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

static bool is_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool begins_with(const struct nr_markup_reader *reader, uint32_t at,
                        const char *word)
{
    uint32_t length = (uint32_t)strlen(word);
    return reader->end - at >= length && memcmp(reader->bytes + at, word, length) == 0;
}

/* Where a byte is next; the end where it is not. */
static uint32_t find_byte(const struct nr_markup_reader *reader, uint32_t from, char byte)
{
    const char *found = from < reader->end
                            ? memchr(reader->bytes + from, byte, reader->end - from)
                            : NULL;
    return found != NULL ? (uint32_t)(found - reader->bytes) : reader->end;
}

/* Behind the > that ends a tag; 0: there is none. */
static uint32_t tag_end(struct nr_markup_reader *reader, uint32_t from)
{
    uint32_t at = from;
    while (!reader->careless && at < reader->end) {
        char byte = reader->bytes[at];
        if (byte == '>') {
            return at + 1;
        }
        bool value =
            at > 0 && (reader->bytes[at - 1] == '=' || is_space(reader->bytes[at - 1]));
        at = (byte == '"' || byte == '\'') && value ? find_byte(reader, at + 1, byte) + 1
                                                    : at + 1;
    }
    reader->careless = true;
    at = find_byte(reader, from, '>');
    reader->no_tag_ends = at == reader->end;
    return at < reader->end ? at + 1 : 0;
}

static void read_name(const struct nr_markup_reader *reader, uint32_t at,
                      struct nr_markup *piece)
{
    uint32_t length = 0;
    for (; at < reader->end && length + 1 < sizeof piece->name; at++) {
        char byte = reader->bytes[at];
        if (is_space(byte) || byte == '/' || byte == '>') {
            break;
        }
        piece->name[length++] = byte >= 'A' && byte <= 'Z' ? (char)(byte | 0x20) : byte;
    }
    piece->name[length] = 0;
}

/* <!-- ... -->; <!--> and <!---> are whole ones. */
static uint32_t comment_end(struct nr_markup_reader *reader, uint32_t from)
{
    uint32_t at = from + 4;
    if (begins_with(reader, at, ">") || begins_with(reader, at, "->")) {
        return find_byte(reader, at, '>') + 1;
    }
    while (at < reader->end) {
        at = find_byte(reader, at, '-');
        if (begins_with(reader, at, "-->")) {
            return at + 3;
        }
        if (begins_with(reader, at, "--!>")) {
            return at + 4;
        }
        at += at < reader->end;
    }
    return reader->end;
}

/* <! ... and <? ... */
static uint32_t declaration_end(struct nr_markup_reader *reader, uint32_t from)
{
    if (begins_with(reader, from, "<!--")) {
        return comment_end(reader, from);
    }
    if (begins_with(reader, from, "<![CDATA[")) {
        reader->in_cdata = true;
        return from + 9;
    }
    uint32_t at = find_byte(reader, from, '>');
    return at < reader->end ? at + 1 : at;
}

/* Does a tag or the like begin here? The byte is <. */
static bool is_markup_at(const char *bytes, uint32_t at, uint32_t end)
{
    if (at + 1 >= end) {
        return false;
    }
    char next = bytes[at + 1];
    return is_letter(next) || next == '!' || next == '?' ||
           (next == '/' && at + 2 < end &&
            (is_letter(bytes[at + 2]) || bytes[at + 2] == '>'));
}

/* False: it is text after all. */
static bool read_markup(struct nr_markup_reader *reader, struct nr_markup *piece)
{
    uint32_t at = reader->at;
    if (reader->bytes[at] != '<' || !is_markup_at(reader->bytes, at, reader->end)) {
        return false;
    }
    char next = reader->bytes[at + 1];
    if (next == '!' || next == '?') {
        piece->kind = NR_MARKUP_OTHER;
        reader->at = declaration_end(reader, at);
        return true;
    }
    uint32_t end = reader->no_tag_ends ? 0 : tag_end(reader, at + 1);
    if (end == 0) {
        return false;
    }
    piece->kind = next == '/' ? NR_MARKUP_CLOSE : NR_MARKUP_OPEN;
    read_name(reader, at + (next == '/' ? 2 : 1), piece);
    reader->at = end;
    return true;
}

bool nr_markup_next(struct nr_markup_reader *reader, struct nr_markup *piece)
{
    uint32_t from = reader->at;
    if (from >= reader->end) {
        return false;
    }
    piece->name[0] = 0;
    if (read_markup(reader, piece)) {
        piece->span = nr_span_of(from, reader->at);
        return true;
    }
    if (reader->in_cdata && begins_with(reader, from, "]]>")) {
        piece->kind = NR_MARKUP_OTHER;
        reader->in_cdata = false;
        reader->at = from + 3;
    } else {
        piece->kind = NR_MARKUP_TEXT;
        uint32_t at = from + 1;
        while (at < reader->end && reader->bytes[at] != '<' &&
               !(reader->in_cdata && reader->bytes[at] == ']')) {
            at++;
        }
        reader->at = at;
    }
    piece->span = nr_span_of(from, reader->at);
    return true;
}

void nr_markup_pass(struct nr_markup_reader *reader, const char *name)
{
    uint32_t length = (uint32_t)strlen(name);
    uint32_t at = reader->at;
    for (; at < reader->end; at++) {
        at = find_byte(reader, at, '<');
        if (reader->end - at < length + 2 || reader->bytes[at + 1] != '/') {
            continue;
        }
        struct nr_markup piece;
        read_name(reader, at + 2, &piece);
        if (strcmp(piece.name, name) == 0) {
            break;
        }
    }
    reader->at = at < reader->end ? at : reader->end;
}

bool nr_markup_is(const char *bytes, uint32_t length)
{
    for (uint32_t at = 0; at < length; at++) {
        const char *found = memchr(bytes + at, '<', length - at);
        if (found == NULL) {
            return false;
        }
        at = (uint32_t)(found - bytes);
        if (is_markup_at(bytes, at, length)) {
            return true;
        }
    }
    return false;
}
