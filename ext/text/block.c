/* text/block.c: what on the page is running text, and what is headline, caption, subhead?
 *
 *     Ministers back "clean air" plan            headline
 *     Vote expected on Monday                    standfirst
 *     By Ana Reis                                byline
 *     A bus in Porto - PHOTO/Rui Sá/AFP          caption
 *     The cabinet agreed on Tuesday ...          paragraph
 *     "Shared burden"                            subhead: nobody said it
 *
 * layout.c makes passages of lines. Each gets traits that cost one look (does it end as a
 * sentence, is it short, is a blank line before it), then the table of line shapes is
 * asked, whose patterns see no more than the first or last bytes of a passage and only
 * where the traits allow. Headline, standfirst, subheads and lists are told by what
 * stands around them (heading.c). Language comes last (page_language.c).
 *
 * Knowingly wrong: a caption without a credit looks like a paragraph. */
#include "text/block.h"

#include "text/fold.h"
#include "text/page.h"

#include <string.h>

const char *const nr_block_names[NR_BLOCK_KIND_COUNT] = {
    [NR_BLOCK_HEADLINE] = "headline",     [NR_BLOCK_STANDFIRST] = "standfirst",
    [NR_BLOCK_BYLINE] = "byline",         [NR_BLOCK_DATELINE] = "dateline",
    [NR_BLOCK_SUBHEAD] = "subhead",       [NR_BLOCK_CAPTION] = "caption",
    [NR_BLOCK_CREDIT] = "credit",         [NR_BLOCK_LIST_ITEM] = "list_item",
    [NR_BLOCK_PULL_QUOTE] = "pull_quote", [NR_BLOCK_CORRECTION] = "correction",
    [NR_BLOCK_PARAGRAPH] = "paragraph",   [NR_BLOCK_BOILERPLATE] = "boilerplate",
};

/* ---- Passages ---- */

/* What the letters and figures of a short passage are. */
static uint32_t letter_traits(const char *bytes, struct nr_span span)
{
    uint32_t lower = 0;
    uint32_t upper = 0;
    uint32_t figures = 0; /* that stand together, up to here */
    bool year = false;
    for (uint32_t at = span.begin; at < span.end; at++) {
        char byte = bytes[at];
        lower += byte >= 'a' && byte <= 'z';
        upper += byte >= 'A' && byte <= 'Z';
        figures = byte >= '0' && byte <= '9' ? figures + 1 : 0;
        year = year || figures == 4;
    }
    return (upper > 3 && lower == 0 ? NR_TRAIT_CAPITALS : 0u) |
           (year ? NR_TRAIT_FIGURES : 0u);
}

static bool holds(const char *bytes, uint32_t length, char one, char other)
{
    return memchr(bytes, one, length) != NULL || memchr(bytes, other, length) != NULL;
}

/* Signs that captions and credits have, among the bytes that patterns see. */
static uint32_t sign_traits(const char *bytes, struct nr_span span)
{
    uint32_t length = nr_span_length(span);
    uint32_t seen = length < NR_TRAIT_LINE_BYTES ? length : NR_TRAIT_LINE_BYTES;
    const char *head = bytes + span.begin;
    const char *tail = bytes + span.end - seen;
    bool bracket = holds(head, seen, '(', '[') || holds(tail, seen, '(', '[');
    return (holds(tail, seen, '/', ':') ? NR_TRAIT_SLASH : 0u) |
           (bracket ? NR_TRAIT_BRACKET : 0u);
}

static bool ends_in_name(const char *bytes, struct nr_span span)
{
    uint32_t word = span.end;
    while (word > span.begin && span.end - word < 32 && bytes[word - 1] != ' ') {
        word--;
    }
    enum nr_sort sort = nr_sort_of(nr_char_at(bytes, word, span.end).code);
    return sort == NR_SORT_UPPER || strchr("/(", bytes[word]) != NULL ||
           memchr(bytes + word, '/', span.end - word) != NULL;
}

static uint16_t traits_of(const char *bytes, struct nr_span span)
{
    uint32_t length = nr_span_length(span);
    struct nr_char first = nr_char_at(bytes, span.begin, span.end);
    uint32_t last = nr_char_before(bytes, span.begin, span.end);
    bool quoted = nr_sort_of(first.code) == NR_SORT_MARK && last > span.begin &&
                  nr_sort_of(nr_char_at(bytes, last, span.end).code) == NR_SORT_MARK;
    uint32_t traits = nr_layout_stops(bytes, span) ? NR_TRAIT_STOPS : 0;
    traits |= quoted ? NR_TRAIT_QUOTED : 0;
    traits |=
        (first.code | 0x20) >= 'a' && (first.code | 0x20) <= 'z' ? NR_TRAIT_LETTER : 0;
    if (length <= NR_TRAIT_SHORT_BYTES) {
        traits |= NR_TRAIT_SHORT | letter_traits(bytes, span);
    }
    traits |= length <= NR_TRAIT_LINE_BYTES ? NR_TRAIT_LINE : 0;
    if ((traits & NR_TRAIT_LINE) != 0 || (traits & NR_TRAIT_STOPS) == 0) {
        traits |= sign_traits(bytes, span);
        traits |= ends_in_name(bytes, span) ? NR_TRAIT_NAME : 0;
    }
    return (uint16_t)traits;
}

static bool push_passage(struct nr_page_draft *page, struct nr_span span, bool gap)
{
    struct nr_block *block =
        nr_list_push(page->arena, &page->text->blocks, sizeof *page->text->blocks.items);
    uint16_t *traits =
        nr_list_push(page->arena, &page->traits, sizeof *page->traits.items);
    if (block == NULL || traits == NULL) {
        return false;
    }
    enum nr_block_kind kind = nr_page_take_signs(page->bytes, &span);
    *block = (struct nr_block){.span = span, .kind = (uint8_t)kind};
    *traits = (uint16_t)(traits_of(page->bytes, span) | (gap ? NR_TRAIT_GAP : 0));
    return true;
}

static bool find_passages(struct nr_page_draft *page)
{
    struct nr_line_reader reader = {page->bytes, page->text->length, 0, 0};
    struct nr_line line = {0};
    struct nr_line next = {0};
    bool more = nr_line_next(page->arena, &reader, &line);
    while (more) {
        struct nr_span span = line.span;
        bool gap = line.gap;
        for (;;) {
            more = nr_line_next(page->arena, &reader, &next);
            if (!more || !nr_layout_joins(&page->layout, page->bytes, &line, &next)) {
                break;
            }
            span.end = next.span.end;
            line = next;
        }
        if (page->arena->status != NR_OK || !push_passage(page, span, gap)) {
            return false;
        }
        line = next;
    }
    return page->arena->status == NR_OK;
}

/* ---- Kinds by the shape of the line ---- */

static bool shape_lines(struct nr_page_draft *page)
{
    uint32_t count = page->text->blocks.count;
    for (uint32_t b = 0; b < count; b++) {
        struct nr_block *block = nr_page_block(page, b);
        struct nr_chars written = nr_page_chars(page, b);
        uint32_t traits = page->traits.items[b];
        traits |= b < NR_FRONT_BLOCKS ? NR_TRAIT_FRONT : 0;
        traits |= b + NR_BACK_BLOCKS >= count ? NR_TRAIT_BACK : 0;
        uint32_t row = block->kind == NR_BLOCK_PARAGRAPH
                           ? nr_line_shape_first(written, traits, 0)
                           : NR_NONE; /* its signs have said it */
        if (row != NR_NONE && page->matcher == NULL) {
            page->matcher = nr_matcher_make(page->arena);
            if (page->matcher == NULL) {
                return false;
            }
        }
        for (; row != NR_NONE; row = nr_line_shape_first(written, traits, row + 1)) {
            if (nr_line_shape_fits(page->matcher, page->patterns, row, written)) {
                block->kind = nr_line_shapes[row].kind;
                break;
            }
        }
        if (!nr_arena_tick(page->arena, nr_span_length(block->span))) {
            return false;
        }
    }
    return true;
}

enum nr_status nr_blocks_find(struct nr_arena *arena,
                              const struct nr_block_patterns *patterns, const char *bytes,
                              uint32_t length, const struct nr_text_options *options,
                              struct nr_text *text)
{
    struct nr_page_draft page = {
        .arena = arena, .text = text, .bytes = bytes, .patterns = patterns};
    text->bytes = bytes;
    text->length = length;
    text->own = options->own;
    text->blocks.count = 0;
    if (!nr_layout_find(arena, bytes, length, &page.layout) || !find_passages(&page) ||
        !shape_lines(&page)) {
        return arena->status;
    }
    nr_page_find_headline(&page, options->title);
    nr_page_find_headings(&page);
    nr_page_find_pull_quotes(&page);
    if (!nr_page_find_languages(&page, options->language)) {
        return arena->status;
    }
    nr_list_trim(arena, &text->blocks, sizeof *text->blocks.items);
    return arena->status;
}
