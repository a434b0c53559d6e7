/* text/pull_quote.c: a quote that is set apart and stands in a paragraph as well.
 *
 *     "Nobody likes it, but the piles are rotten"
 *     - Ana Keller                                  the page shows it large
 *     ... "Nobody likes it, but the piles are rotten," Keller told reporters.
 *
 * A passage that begins with a mark is looked for, without its marks, in the paragraphs.
 * Only the first few of an article are looked at, and only longer ones, so that the time
 * stays linear. What has the shape of a subhead stays one, unless it is signed.
 *
 * Knowingly wrong: a pull quote whose words were changed. */
#include "text/page.h"

#include "text/fold.h"

#include <string.h>

enum {
    LEAST_BYTES = 30,
    MOST_BYTES = 300,
    SIGNATURE_BYTES = 10,
    CANDIDATES = 8 /* of an article */
};

static bool is_mark_at(const char *bytes, uint32_t at, uint32_t end)
{
    return nr_sort_of(nr_char_at(bytes, at, end).code) == NR_SORT_MARK;
}

/* Is it a signature that stands behind the last mark, or nothing: no "she said". */
static bool signs_only(const char *bytes, uint32_t at, uint32_t end)
{
    at += at < end ? nr_char_at(bytes, at, end).width : 0;
    while (at < end && (bytes[at] == ' ' || bytes[at] == '.')) {
        at++;
    }
    if (at >= end) {
        return true;
    }
    enum nr_sort sort = nr_sort_of(nr_char_at(bytes, at, end).code);
    return sort == NR_SORT_DASH || sort == NR_SORT_SPACE;
}

/* The words between the first mark and the last, without what closes them; empty where
 * more than a signature follows. */
static struct nr_span words_of(const char *bytes, struct nr_span span)
{
    struct nr_span words = span;
    if (!is_mark_at(bytes, span.begin, span.end)) {
        return nr_span_of(span.begin, span.begin);
    }
    words.begin += nr_char_at(bytes, span.begin, span.end).width;
    uint32_t last = words.begin;
    for (uint32_t at = words.begin; at < span.end;) {
        last = is_mark_at(bytes, at, span.end) && bytes[at] != '\'' ? at : last;
        at += nr_char_at(bytes, at, span.end).width;
    }
    words.end = signs_only(bytes, last, span.end) ? last : words.begin;
    while (words.end > words.begin && strchr(" ,.;:!?", bytes[words.end - 1]) != NULL) {
        words.end--;
    }
    return words;
}

/* The block that holds a byte, or the last one before it. */
static uint32_t block_of(const struct nr_page_draft *page, uint32_t byte)
{
    uint32_t low = 0;
    uint32_t high = page->text->blocks.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (nr_page_block(page, middle)->span.begin <= byte) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low > 0 ? low - 1 : 0;
}

/* Do the words stand in a paragraph other than b? */
static bool stands_elsewhere(const struct nr_page_draft *page, uint32_t b,
                             struct nr_span words)
{
    uint32_t length = nr_span_length(words);
    uint32_t at = 0;
    while (at + length <= page->text->length && nr_arena_tick(page->arena, 8)) {
        const char *found = memchr(page->bytes + at, page->bytes[words.begin],
                                   page->text->length - at - length + 1);
        if (found == NULL) {
            return false;
        }
        at = (uint32_t)(found - page->bytes);
        if (memcmp(found, page->bytes + words.begin, length) == 0) {
            uint32_t in = block_of(page, at);
            if (in != b && nr_page_is(page, in, NR_BLOCK_PARAGRAPH)) {
                return true;
            }
        }
        at++;
    }
    return false;
}

void nr_page_find_pull_quotes(struct nr_page_draft *page)
{
    uint32_t looked = 0;
    for (uint32_t b = 0; b < page->text->blocks.count && looked < CANDIDATES &&
                         nr_arena_tick(page->arena, 1);
         b++) {
        struct nr_block *block = nr_page_block(page, b);
        uint32_t length = nr_span_length(block->span);
        bool may = block->kind == NR_BLOCK_PARAGRAPH || block->kind == NR_BLOCK_SUBHEAD;
        if (!may || length < LEAST_BYTES || length > MOST_BYTES ||
            !is_mark_at(page->bytes, block->span.begin, block->span.end)) {
            continue;
        }
        struct nr_span words = words_of(page->bytes, block->span);
        bool most =
            nr_span_length(words) >= LEAST_BYTES && nr_span_length(words) * 2 > length;
        bool heading = block->kind == NR_BLOCK_SUBHEAD &&
                       block->span.end - words.end < SIGNATURE_BYTES;
        most = most && !heading;
        looked += most;
        if (most && stands_elsewhere(page, b, words)) {
            block->kind = NR_BLOCK_PULL_QUOTE;
        }
    }
}
