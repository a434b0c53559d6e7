/* text/page_signs.c: what Markdown and HTML have left on a passage.
 *
 *     ## Talks in Porto                   a subhead
 *     **Talks in Porto**                  the words alone; what they are is asked later
 *     <p>The cabinet agreed.</p>          a paragraph
 *     </div><br />                        boilerplate: nothing else is there
 *
 * Only what stands at the ends is taken off, so that a passage stays one stretch of the
 * article; only small letters are tags, since wires write <ABC.N> behind companies. For
 * an article that is a page there is article_plain().
 *
 * Knowingly wrong: tags and references inside a passage stay part of its text. */
#include "text/page.h"

#include <string.h>

enum { TAG_BYTES = 256, SIGNS_MOST = 32 };

static const struct element {
    const char *name;
    enum nr_block_kind kind;
} elements[] = {
    {"a", NR_BLOCK_PARAGRAPH},        {"article", NR_BLOCK_PARAGRAPH},
    {"b", NR_BLOCK_PARAGRAPH},        {"blockquote", NR_BLOCK_PARAGRAPH},
    {"body", NR_BLOCK_PARAGRAPH},     {"br", NR_BLOCK_PARAGRAPH},
    {"div", NR_BLOCK_PARAGRAPH},      {"em", NR_BLOCK_PARAGRAPH},
    {"figcaption", NR_BLOCK_CAPTION}, {"figure", NR_BLOCK_PARAGRAPH},
    {"h1", NR_BLOCK_HEADLINE},        {"h2", NR_BLOCK_SUBHEAD},
    {"h3", NR_BLOCK_SUBHEAD},         {"h4", NR_BLOCK_SUBHEAD},
    {"h5", NR_BLOCK_SUBHEAD},         {"h6", NR_BLOCK_SUBHEAD},
    {"hr", NR_BLOCK_PARAGRAPH},       {"html", NR_BLOCK_PARAGRAPH},
    {"i", NR_BLOCK_PARAGRAPH},        {"img", NR_BLOCK_PARAGRAPH},
    {"li", NR_BLOCK_LIST_ITEM},       {"ol", NR_BLOCK_PARAGRAPH},
    {"p", NR_BLOCK_PARAGRAPH},        {"section", NR_BLOCK_PARAGRAPH},
    {"span", NR_BLOCK_PARAGRAPH},     {"strong", NR_BLOCK_PARAGRAPH},
    {"u", NR_BLOCK_PARAGRAPH},        {"ul", NR_BLOCK_PARAGRAPH},
};

static const struct element *element_at(const char *name, uint32_t length)
{
    for (uint32_t i = 0; i < sizeof elements / sizeof *elements; i++) {
        if (strlen(elements[i].name) == length &&
            memcmp(elements[i].name, name, length) == 0) {
            return &elements[i];
        }
    }
    return NULL;
}

/* The element of a tag that is these bytes from < to >, or NULL. */
static const struct element *tag_of(const char *bytes, struct nr_span tag)
{
    uint32_t at = tag.begin + 1;
    at += at < tag.end && bytes[at] == '/';
    uint32_t from = at;
    while (at < tag.end && ((bytes[at] >= 'a' && bytes[at] <= 'z') ||
                            (bytes[at] >= '1' && bytes[at] <= '6'))) {
        at++;
    }
    bool ends = at < tag.end && strchr(" \t\r\n/>", bytes[at]) != NULL;
    return ends ? element_at(bytes + from, at - from) : NULL;
}

static bool is_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool holds(const char *bytes, uint32_t at, uint32_t end, const char *word)
{
    uint32_t length = (uint32_t)strlen(word);
    return end - at >= length && memcmp(bytes + at, word, length) == 0;
}

/* Where the tag or reference at the beginning ends; its beginning where there is none. */
static uint32_t sign_at_begin(const char *bytes, struct nr_span span,
                              enum nr_block_kind *kind)
{
    if (holds(bytes, span.begin, span.end, "&nbsp;")) {
        return span.begin + 6;
    }
    uint32_t length = nr_span_length(span) < TAG_BYTES ? nr_span_length(span) : TAG_BYTES;
    const char *end =
        bytes[span.begin] == '<' ? memchr(bytes + span.begin, '>', length) : NULL;
    if (end == NULL) {
        return span.begin;
    }
    struct nr_span tag = nr_span_of(span.begin, (uint32_t)(end - bytes) + 1);
    const struct element *element = tag_of(bytes, tag);
    if (element == NULL) {
        return span.begin;
    }
    *kind = element->kind != NR_BLOCK_PARAGRAPH ? element->kind : *kind;
    return tag.end;
}

static uint32_t sign_at_end(const char *bytes, struct nr_span span)
{
    if (nr_span_length(span) >= 6 && holds(bytes, span.end - 6, span.end, "&nbsp;")) {
        return span.end - 6;
    }
    if (bytes[span.end - 1] != '>') {
        return span.end;
    }
    uint32_t at = span.end;
    while (at > span.begin && span.end - at < TAG_BYTES && bytes[at - 1] != '<') {
        at--;
    }
    bool tag = at > span.begin && bytes[at - 1] == '<' &&
               tag_of(bytes, nr_span_of(at - 1, span.end)) != NULL;
    return tag ? at - 1 : span.end;
}

static void trim(const char *bytes, struct nr_span *span)
{
    while (span->begin < span->end && is_space(bytes[span->begin])) {
        span->begin++;
    }
    while (span->begin < span->end && is_space(bytes[span->end - 1])) {
        span->end--;
    }
}

static void take_tags(const char *bytes, struct nr_span *span, enum nr_block_kind *kind)
{
    for (uint32_t i = 0; i < SIGNS_MOST && span->begin < span->end; i++) {
        struct nr_span before = *span;
        span->begin = sign_at_begin(bytes, *span, kind);
        if (span->begin < span->end) {
            span->end = sign_at_end(bytes, *span);
        }
        trim(bytes, span);
        if (before.begin == span->begin && before.end == span->end) {
            return;
        }
    }
}

/* "## Talks in Porto ##" */
static enum nr_block_kind take_hashes(const char *bytes, struct nr_span *span)
{
    uint32_t first = span->begin;
    while (bytes[span->begin] == '#') {
        span->begin++;
    }
    bool single = span->begin == first + 1;
    trim(bytes, span);
    while (span->end > span->begin && bytes[span->end - 1] == '#') {
        span->end--;
    }
    trim(bytes, span);
    return single ? NR_BLOCK_HEADLINE : NR_BLOCK_SUBHEAD;
}

/* "**Talks in Porto**", and no other stars between. */
static void take_stars(const char *bytes, struct nr_span *span)
{
    uint32_t length = nr_span_length(*span);
    if (length > 5 && length < TAG_BYTES && holds(bytes, span->begin, span->end, "**") &&
        holds(bytes, span->end - 2, span->end, "**") &&
        memchr(bytes + span->begin + 2, '*', length - 4) == NULL &&
        !is_space(bytes[span->begin + 2]) && !is_space(bytes[span->end - 3])) {
        span->begin += 2;
        span->end -= 2;
    }
}

enum nr_block_kind nr_page_take_signs(const char *bytes, struct nr_span *span)
{
    const struct nr_span whole = *span;
    enum nr_block_kind kind = NR_BLOCK_PARAGRAPH;
    if (strchr("<&#*", bytes[span->begin]) == NULL && bytes[span->end - 1] != '>' &&
        bytes[span->end - 1] != ';') {
        return kind;
    }
    take_tags(bytes, span, &kind);
    if (nr_span_empty(*span)) {
        *span = whole;
        return NR_BLOCK_BOILERPLATE;
    }
    if (nr_layout_hashes(bytes, *span)) {
        const struct nr_span heading = *span;
        kind = take_hashes(bytes, span);
        if (nr_span_empty(*span)) {
            *span = heading;
            return NR_BLOCK_BOILERPLATE;
        }
    } else {
        take_stars(bytes, span);
    }
    return kind;
}
