/* look.h: what holds of every page that the library writes, whatever the article: its
 * elements are nested well, nothing in it is markup that the library does not write, and
 * the text of its blocks is the article's.
 *
 *     test_string("broken promise", look_at_pages(&article, &memory), NULL); */
#ifndef NR_TESTS_PAGE_LOOK_H
#define NR_TESTS_PAGE_LOOK_H

#include "harness.h"
#include "page/page.h"
#include "page/runs.h"
#include "text/fold.h"

enum { LOOK_DEPTH = 16, LOOK_LIMIT = 1000 * 1000 * 1000 };

/* Walks over a page; broken: the first promise that does not hold. */
struct look {
    const char *bytes;
    uint32_t end;
    uint32_t at;
    const char *open[LOOK_DEPTH];
    uint32_t depth;
    const char *broken;
};

static inline const char *look_element(const char *tag)
{
    static const char *const known[] = {
        "html",   "head",       "title", "style", "body",       "main",    "article",
        "aside",  "h1",         "h2",    "p",     "ul",         "ol",      "li",
        "figure", "figcaption", "b",     "i",     "blockquote", "q",       "span",
        "a",      "small",      "data",  "meta",  "time",       "!DOCTYPE"};
    size_t length = strcspn(tag, " >");
    for (size_t i = 0; i < TEST_COUNT(known); i++) {
        if (strlen(known[i]) == length && memcmp(known[i], tag, length) == 0) {
            return known[i];
        }
    }
    return NULL;
}

static inline void look_open(struct look *look, const char *element)
{
    if (element == NULL) {
        look->broken = "an element that the library does not write";
    } else if (look->depth == LOOK_DEPTH) {
        look->broken = "elements within elements without end";
    } else if (strcmp(element, "meta") != 0 && element[0] != '!') {
        look->open[look->depth++] = element;
    }
}

static inline void look_close(struct look *look, const char *element)
{
    if (look->depth == 0 || element == NULL ||
        strcmp(look->open[look->depth - 1], element) != 0) {
        look->broken = "an end tag that does not fit";
    } else {
        look->depth--;
    }
}

/* The tag at look->at. */
static inline void look_tag(struct look *look)
{
    const char *tag = look->bytes + look->at + 1;
    const char *end = memchr(tag, '>', look->end - look->at - 1);
    if (end == NULL) {
        look->broken = "a tag without an end";
        return;
    }
    if (memchr(tag, '<', (size_t)(end - tag)) != NULL) {
        look->broken = "a < inside a tag";
    } else if (tag[0] == '/') {
        look_close(look, look_element(tag + 1));
    } else {
        look_open(look, look_element(tag));
    }
    look->at = (uint32_t)(end - look->bytes) + 1;
}

/* One character of text; 0 where it is none that the library writes so. */
static inline uint32_t look_character(struct look *look)
{
    static const struct {
        const char *written;
        uint32_t code;
    } escapes[] = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
    if (look->bytes[look->at] != '&') {
        struct nr_char character = nr_char_at(look->bytes, look->at, look->end);
        look->at += character.width;
        return character.code;
    }
    for (size_t i = 0; i < TEST_COUNT(escapes); i++) {
        size_t length = strlen(escapes[i].written);
        if (look->end - look->at >= length &&
            memcmp(look->bytes + look->at, escapes[i].written, length) == 0) {
            look->at += (uint32_t)length;
            return escapes[i].code;
        }
    }
    look->broken = "an & that begins no character reference of ours";
    look->at++;
    return 0;
}

static inline bool look_is_space(uint32_t code)
{
    return nr_sort_of(code) == NR_SORT_SPACE;
}

/* Code points of an article's bytes as a page shows them, white space left out: the next
 * one, or 0 at the end. */
static inline uint32_t look_shown(const char *bytes, uint32_t *at, uint32_t end)
{
    while (*at < end) {
        struct nr_char character = nr_char_at(bytes, *at, end);
        *at += character.width;
        bool order =
            character.code < 0x20 || (character.code >= 0x7F && character.code < 0xA0);
        if (!look_is_space(character.code)) {
            return order ? NR_CHAR_INVALID : character.code;
        }
    }
    return 0;
}

/* Reads on to the next character that is shown inside <article>; 0: there is none. */
static inline uint32_t look_next(struct look *look, bool *inside)
{
    while (look->at < look->end && look->broken == NULL) {
        if (look->bytes[look->at] == '<') {
            look_tag(look);
            continue;
        }
        bool styled =
            look->depth > 0 && strcmp(look->open[look->depth - 1], "style") == 0;
        if (styled) {
            look->at++;
            continue;
        }
        *inside = look->depth > 3 && strcmp(look->open[3], "article") == 0;
        uint32_t code = look_character(look);
        if (!look_is_space(code)) {
            return code;
        }
    }
    return 0;
}

/* What a page shows of an article's bytes: blocks, and what marks items. */
struct look_source {
    const struct nr_text *text;
    uint32_t block;
    bool marker; /* of the block comes next */
    struct nr_span left;
};

static inline uint32_t look_source_next(struct look_source *source)
{
    const struct nr_text *text = source->text;
    for (;;) {
        uint32_t code = look_shown(text->bytes, &source->left.begin, source->left.end);
        if (code != 0 || source->block == text->blocks.count) {
            return code;
        }
        const struct nr_block *block = &text->blocks.items[source->block];
        bool marked = source->marker && block->kind == NR_BLOCK_LIST_ITEM;
        source->left = marked ? nr_page_marker(text, source->block) : block->span;
        source->block += !marked;
        source->marker = !marked;
    }
}

/* The text inside <article> is all that blocks hold. */
static inline const char *look_at_html(const struct nr_article *article,
                                       const struct nr_ink *ink)
{
    struct look look = {.bytes = ink->bytes.items, .end = ink->bytes.count};
    struct look_source source = {.text = &article->text, .marker = true};
    bool inside = false;
    for (uint32_t code = look_next(&look, &inside); code != 0;
         code = look_next(&look, &inside)) {
        if (inside && look_source_next(&source) != code) {
            return "other text than the article's";
        }
    }
    if (look.broken == NULL && (look.depth > 0 || look_source_next(&source) != 0)) {
        return "a page that ends too early";
    }
    return look.broken;
}

/* Nothing but colours reaches the terminal. */
static inline const char *look_at_ansi(const struct nr_ink *ink)
{
    for (uint32_t at = 0; at < ink->bytes.count; at++) {
        unsigned char byte = (unsigned char)ink->bytes.items[at];
        if (byte == 0x1B) {
            uint32_t from = ++at;
            while (at < ink->bytes.count &&
                   strchr("[0123456789;", ink->bytes.items[at])) {
                at++;
            }
            if (at == ink->bytes.count || ink->bytes.items[at] != 'm' ||
                ink->bytes.items[from] != '[') {
                return "an order to the terminal that is no colour";
            }
        } else if ((byte < 0x20 && byte != '\n') || byte == 0x7F) {
            return "a control character in a terminal's text";
        }
    }
    return NULL;
}

/* Each of them in an arena of its own; what is wrong, or NULL. */
static inline const char *look_at_pages(const struct nr_article *article,
                                        struct test_memory *memory)
{
    struct nr_host host = test_host(memory);
    struct nr_arena arena;
    const char *broken = NULL;
    nr_arena_open(&arena, &host);
    struct nr_ink html = {.arena = &arena, .limit = LOOK_LIMIT};
    struct nr_ink ansi = {.arena = &arena, .limit = LOOK_LIMIT};
    struct nr_ink plain = {.arena = &arena, .limit = LOOK_LIMIT};
    struct nr_ink again = {.arena = &arena, .limit = LOOK_LIMIT};
    struct nr_chars published = {NULL, 0};
    if (nr_page_html(&html, article, published) != NR_OK ||
        nr_page_ansi(&ansi, article, published) != NR_OK ||
        nr_page_plain(&plain, article->bytes, article->length) != NR_OK ||
        nr_page_plain(&again, html.bytes.items, html.bytes.count) != NR_OK) {
        broken = "a page that could not be written";
    }
    broken = broken == NULL ? look_at_html(article, &html) : broken;
    broken = broken == NULL ? look_at_ansi(&ansi) : broken;
    nr_arena_close(&arena);
    return broken;
}

#endif
