/* text/page.h: an article's passages while it is found out what each is. Inside of the
 * room: block.c makes them, page_signs.c takes signs of markup off them, heading.c tells
 * headlines, lists and subheads, pull_quote.c what is set twice, page_language.c hears
 * languages. */
#ifndef NR_TEXT_PAGE_H
#define NR_TEXT_PAGE_H

#include "base/pattern.h"
#include "text/layout.h"
#include "text/line_shapes.h"
#include "text/text.h"

enum {
    NR_FRONT_BLOCKS = 8, /* where headline, byline and date are looked for */
    NR_BACK_BLOCKS = 5,  /* where reporters are thanked */
};

/* What is gathered until the kinds are known. */
struct nr_page_draft {
    struct nr_arena *arena;
    struct nr_text *text;
    const char *bytes;
    struct nr_layout layout;
    struct nr_matcher *matcher; /* made when first needed */
    const struct nr_block_patterns *patterns;
    NR_LIST(uint16_t) traits; /* [blocks.count] enum nr_trait */
};

static inline struct nr_block *nr_page_block(const struct nr_page_draft *page, uint32_t b)
{
    return &page->text->blocks.items[b];
}

static inline struct nr_chars nr_page_chars(const struct nr_page_draft *page, uint32_t b)
{
    struct nr_span span = nr_page_block(page, b)->span;
    return (struct nr_chars){page->bytes + span.begin, nr_span_length(span)};
}

static inline bool nr_page_has(const struct nr_page_draft *page, uint32_t b,
                               enum nr_trait trait)
{
    return (page->traits.items[b] & trait) != 0;
}

static inline uint32_t nr_page_length(const struct nr_page_draft *page, uint32_t b)
{
    return nr_span_length(nr_page_block(page, b)->span);
}

static inline bool nr_page_is(const struct nr_page_draft *page, uint32_t b,
                              enum nr_block_kind kind)
{
    return b < page->text->blocks.count && nr_page_block(page, b)->kind == kind;
}

/* Takes signs of Markdown and stray tags off the ends of a passage, and says what they
 * make of it: NR_BLOCK_PARAGRAPH, nothing. A passage that is nothing else stays whole, as
 * boilerplate. */
enum nr_block_kind nr_page_take_signs(const char *bytes, struct nr_span *span);

/* Marks the headline and the standfirst below it; title: the headline, where it is known.
 */
void nr_page_find_headline(struct nr_page_draft *page, struct nr_chars title);

/* Marks items of lists and subheads. */
void nr_page_find_headings(struct nr_page_draft *page);

/* Marks quotes that are set apart and stand in a paragraph as well. */
void nr_page_find_pull_quotes(struct nr_page_draft *page);

/* The language of each block; given: of all, or NR_LANGUAGE_NONE. False: the host stops.
 */
bool nr_page_find_languages(struct nr_page_draft *page, enum nr_language given);

#endif
