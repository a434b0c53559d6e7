/* text/block.c: what on the page is running text, and what is headline, caption, subhead?
 *
 * First cut: each line with anything on it is a paragraph. */
#include "text/block.h"

#include "text/fold.h"
#include "text/text.h"

const char *const nr_block_names[NR_BLOCK_KIND_COUNT] = {
    [NR_BLOCK_HEADLINE] = "headline",     [NR_BLOCK_STANDFIRST] = "standfirst",
    [NR_BLOCK_BYLINE] = "byline",         [NR_BLOCK_DATELINE] = "dateline",
    [NR_BLOCK_SUBHEAD] = "subhead",       [NR_BLOCK_CAPTION] = "caption",
    [NR_BLOCK_CREDIT] = "credit",         [NR_BLOCK_LIST_ITEM] = "list_item",
    [NR_BLOCK_PULL_QUOTE] = "pull_quote", [NR_BLOCK_CORRECTION] = "correction",
    [NR_BLOCK_PARAGRAPH] = "paragraph",   [NR_BLOCK_BOILERPLATE] = "boilerplate",
};

struct nr_block_patterns {
    int count;
};

const struct nr_block_patterns *nr_block_patterns_make(struct nr_arena *arena)
{
    return nr_arena_take(arena, sizeof(struct nr_block_patterns));
}

static struct nr_span trimmed(const char *bytes, uint32_t begin, uint32_t end)
{
    while (begin < end) {
        struct nr_char c = nr_char_at(bytes, begin, end);
        if (nr_sort_of(c.code) != NR_SORT_SPACE) {
            break;
        }
        begin += c.width;
    }
    while (end > begin) {
        uint32_t before = nr_char_before(bytes, begin, end);
        struct nr_char c = nr_char_at(bytes, before, end);
        if (nr_sort_of(c.code) != NR_SORT_SPACE) {
            break;
        }
        end = before;
    }
    return nr_span_of(begin, end);
}

enum nr_status nr_blocks_find(struct nr_arena *arena,
                              const struct nr_block_patterns *patterns, const char *bytes,
                              uint32_t length, const struct nr_text_options *options,
                              struct nr_text *text)
{
    (void)patterns;
    text->bytes = bytes;
    text->length = length;
    text->own = options->own;
    text->language =
        options->language != NR_LANGUAGE_NONE ? options->language : NR_LANGUAGE_EN;
    for (uint32_t at = 0; at < length;) {
        uint32_t end = at;
        while (end < length && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        struct nr_span span = trimmed(bytes, at, end);
        if (!nr_arena_tick(arena, end - at + 1)) {
            return arena->status;
        }
        at = end + 1;
        if (nr_span_empty(span)) {
            continue;
        }
        struct nr_block *block = nr_list_push(arena, &text->blocks, sizeof *block);
        if (block == NULL) {
            return arena->status;
        }
        *block = (struct nr_block){.span = span,
                                   .kind = NR_BLOCK_PARAGRAPH,
                                   .language = (uint8_t)text->language};
    }
    nr_list_trim(arena, &text->blocks, sizeof *text->blocks.items);
    return arena->status;
}
