/* text/heading.c: what is headline, standfirst, subhead and item of a list, by how it is
 * worded and what stands around it.
 *
 *     Ministers back "clean air" plan            headline
 *     Vote expected on Monday                    standfirst
 *     "Shared burden"                            subhead: nobody said it
 *     1. Talks in Porto                          subhead, with running text below it
 *
 * Knowingly wrong: a first paragraph of a few words is taken for a headline with a full
 * stop, a standfirst that is a sentence for a paragraph. */
#include "text/page.h"

#include "text/fold.h"

#include <string.h>

enum {
    HEADLINE_BYTES = 250,
    SUBHEAD_BYTES = 100,
    LONG_BYTES = 120, /* a passage of running text, whatever it ends with */
    TITLE_BYTES = 512
};

/* ---- Headline and what hangs on it ---- */

/* The title that the article is known by, also with a full stop behind it. */
static bool is_title(const struct nr_page_draft *page, uint32_t b, struct nr_chars title)
{
    char left[TITLE_BYTES];
    char right[TITLE_BYTES];
    struct nr_span span = nr_page_block(page, b)->span;
    while (title.length > 0 && title.bytes[title.length - 1] == '.') {
        title.length--;
    }
    while (!nr_span_empty(span) && page->bytes[span.end - 1] == '.') {
        span.end--;
    }
    if (title.length == 0 || title.length != nr_span_length(span) ||
        title.length > TITLE_BYTES) {
        return false;
    }
    uint32_t left_length = nr_fold(left, page->bytes + span.begin, title.length);
    uint32_t right_length = nr_fold(right, title.bytes, title.length);
    return left_length == right_length && memcmp(left, right, left_length) == 0;
}

/* What tells a headline with a full stop from a short first paragraph. */
struct wording {
    uint32_t capital; /* longer words that begin so */
    uint32_t small;
    uint32_t plain; /* articles and auxiliaries, which headlines do without */
};

static bool is_plain(const char *bytes, uint32_t length)
{
    static const char *const plain[] = {"the",  "a",    "an",   "has",  "have",
                                        "had",  "was",  "were", "is",   "are",
                                        "been", "said", "will", "would"};
    for (uint32_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        if (strlen(plain[i]) == length &&
            memcmp(plain[i] + 1, bytes + 1, length - 1) == 0 &&
            (bytes[0] | 0x20) == plain[i][0]) {
            return true;
        }
    }
    return false;
}

static struct wording wording_of(const struct nr_page_draft *page, struct nr_span span)
{
    struct wording wording = {0};
    for (uint32_t at = span.begin; at < span.end; at++) {
        uint32_t begin = at;
        while (at < span.end && (unsigned char)page->bytes[at] > ' ') {
            at++;
        }
        if (at - begin >= 4) {
            enum nr_sort sort = nr_sort_of(nr_char_at(page->bytes, begin, span.end).code);
            wording.capital += sort == NR_SORT_UPPER;
            wording.small += sort == NR_SORT_LOWER;
        }
        wording.plain += at > begin && is_plain(page->bytes + begin, at - begin);
    }
    return wording;
}

/* "Ministers Back Clean Air Plan." but not "The ministers have agreed on a plan." */
static bool is_worded_as_headline(const struct nr_page_draft *page, struct nr_span span)
{
    struct wording wording = wording_of(page, span);
    uint32_t length = nr_span_length(span);
    bool title_case = wording.capital >= 3 && wording.capital > wording.small * 2;
    return (title_case && wording.plain <= 2) || (wording.plain == 0 && length <= 120) ||
           (wording.plain == 1 && length <= 70);
}

/* A paragraph among the next blocks: tables and lists of scores have no headline. */
static bool prose_follows(const struct nr_page_draft *page, uint32_t b)
{
    uint32_t end = b + 1 + NR_FRONT_BLOCKS;
    for (uint32_t i = b + 1; i < page->text->blocks.count && i < end; i++) {
        if (nr_page_has(page, i, NR_TRAIT_STOPS) && nr_page_length(page, i) > 60) {
            return true;
        }
    }
    return false;
}

/* Figures, not words: a line of a table. */
static bool is_tabular(const struct nr_page_draft *page, struct nr_span span)
{
    uint32_t digits = 0;
    for (uint32_t at = span.begin; at < span.end; at++) {
        digits += page->bytes[at] >= '0' && page->bytes[at] <= '9';
    }
    return digits * 6 > nr_span_length(span);
}

static bool looks_like_headline(const struct nr_page_draft *page, uint32_t b)
{
    const struct nr_block *block = nr_page_block(page, b);
    uint32_t length = nr_page_length(page, b);
    uint32_t next = b + 1;
    bool apart =
        next < page->text->blocks.count && (nr_page_has(page, next, NR_TRAIT_GAP) ||
                                            !nr_page_is(page, next, NR_BLOCK_PARAGRAPH));
    if (length > HEADLINE_BYTES || next >= page->text->blocks.count ||
        (page->layout.wrapped && !apart) || is_tabular(page, block->span) ||
        !prose_follows(page, b)) {
        return false;
    }
    char last = page->bytes[block->span.end - 1];
    if (!nr_page_has(page, b, NR_TRAIT_STOPS)) {
        return last != ',' && last != ';' &&
               (apart || nr_page_has(page, next, NR_TRAIT_STOPS));
    }
    return last != ':' && apart && is_worded_as_headline(page, block->span);
}

/* Skips what may stand above the headline. */
void nr_page_find_headline(struct nr_page_draft *page, struct nr_chars title)
{
    uint32_t count = page->text->blocks.count;
    uint32_t front = count < NR_FRONT_BLOCKS ? count : NR_FRONT_BLOCKS;
    uint32_t headline = NR_NONE;
    for (uint32_t b = 0; b < front && headline == NR_NONE; b++) {
        headline = is_title(page, b, title) ? b : NR_NONE;
    }
    for (uint32_t b = 0; b < front && headline == NR_NONE; b++) {
        if (nr_page_is(page, b, NR_BLOCK_HEADLINE)) { /* its signs have said it */
            headline = b;
        } else if (nr_page_block(page, b)->kind == NR_BLOCK_PARAGRAPH) {
            if (!looks_like_headline(page, b)) {
                return;
            }
            headline = b;
        }
    }
    if (headline == NR_NONE) {
        return;
    }
    nr_page_block(page, headline)->kind = NR_BLOCK_HEADLINE;
    for (uint32_t b = headline + 1; b + 1 < count && b <= headline + 2; b++) {
        if (nr_page_block(page, b)->kind != NR_BLOCK_PARAGRAPH ||
            nr_page_has(page, b, NR_TRAIT_STOPS) ||
            nr_page_length(page, b) > HEADLINE_BYTES) {
            break;
        }
        nr_page_block(page, b)->kind = NR_BLOCK_STANDFIRST;
    }
}

/* ---- Lists and subheads ---- */

static uint32_t item_begin(const struct nr_page_draft *page, uint32_t b)
{
    struct nr_span span = nr_page_block(page, b)->span;
    uint32_t bullet = nr_layout_bullet(page->bytes, span);
    return bullet != 0 ? bullet : nr_layout_number(page->bytes, span);
}

static bool is_item(const struct nr_page_draft *page, uint32_t b)
{
    return b < page->text->blocks.count && item_begin(page, b) != 0;
}

/* Running text: what a subhead stands above. */
static bool is_prose(const struct nr_page_draft *page, uint32_t b)
{
    return b < page->text->blocks.count &&
           nr_page_block(page, b)->kind == NR_BLOCK_PARAGRAPH &&
           (nr_page_has(page, b, NR_TRAIT_STOPS) || nr_page_length(page, b) > LONG_BYTES);
}

/* All of it between one pair of marks, and no sentence in them: "Shared burden". */
static bool is_quoted_heading(const struct nr_page_draft *page, uint32_t b)
{
    struct nr_span span = nr_page_block(page, b)->span;
    if (!nr_page_has(page, b, NR_TRAIT_QUOTED) ||
        nr_page_length(page, b) > SUBHEAD_BYTES) {
        return false;
    }
    for (uint32_t at = span.begin; at < span.end; at++) {
        if (strchr(".!?,;", page->bytes[at]) != NULL) {
            return false;
        }
    }
    return true;
}

/* "... secured qualification for": a sentence cut in two, not a heading. */
static bool ends_in_function_word(const struct nr_page_draft *page, struct nr_span span)
{
    uint32_t begin = span.end;
    while (begin > span.begin && (unsigned char)page->bytes[begin - 1] > ' ') {
        begin--;
    }
    char folded[16];
    uint32_t length = span.end - begin;
    if (length > sizeof folded) {
        return false;
    }
    const struct nr_lexeme *lexeme =
        nr_lexicon_find(folded, nr_fold(folded, page->bytes + begin, length));
    uint64_t lists = NR_IN(determiner) | NR_IN(preposition) | NR_IN(conjunction);
    return lexeme != NULL && (nr_lexeme_lists(lexeme, NR_CASING_ANY) & lists) != 0;
}

static bool is_subhead(const struct nr_page_draft *page, uint32_t b)
{
    struct nr_span span = nr_page_block(page, b)->span;
    enum nr_sort first = nr_sort_of(nr_char_at(page->bytes, span.begin, span.end).code);
    char last = page->bytes[span.end - 1];
    bool above = is_prose(page, b + 1) || nr_page_is(page, b + 1, NR_BLOCK_CAPTION) ||
                 is_item(page, b + 1);
    if (b == 0 || nr_page_length(page, b) > SUBHEAD_BYTES || !above ||
        is_tabular(page, span)) {
        return false;
    }
    if (nr_page_has(page, b, NR_TRAIT_CAPITALS) && last != ':') {
        return true;
    }
    bool begins = first == NR_SORT_UPPER || first == NR_SORT_LETTER ||
                  first == NR_SORT_DIGIT || first == NR_SORT_MARK;
    return !nr_page_has(page, b, NR_TRAIT_STOPS) && begins &&
           !ends_in_function_word(page, span) && last != ',' && last != ';' &&
           last != '-' && (is_prose(page, b - 1) || nr_page_has(page, b, NR_TRAIT_GAP));
}

/* "2. Talks in Porto", with running text below it: a subhead that keeps its number. */
static bool is_numbered_heading(const struct nr_page_draft *page, uint32_t b)
{
    return nr_layout_number(page->bytes, nr_page_block(page, b)->span) != 0 &&
           nr_page_has(page, b, NR_TRAIT_SHORT) && !nr_page_has(page, b, NR_TRAIT_STOPS);
}

/* An item of a list, unless it is the only one: a heading, or a dash that begins a
 * speech. */
static bool find_item(const struct nr_page_draft *page, uint32_t b)
{
    struct nr_block *block = nr_page_block(page, b);
    uint32_t item = item_begin(page, b);
    bool alone =
        !is_item(page, b + 1) && (b == 0 || !nr_page_is(page, b - 1, NR_BLOCK_LIST_ITEM));
    bool speech = page->bytes[block->span.begin] == '-';
    if (item == 0 || (alone && (speech || is_numbered_heading(page, b)))) {
        return false;
    }
    block->kind = NR_BLOCK_LIST_ITEM;
    block->span.begin += item;
    return true;
}

void nr_page_find_headings(struct nr_page_draft *page)
{
    for (uint32_t b = 0; b < page->text->blocks.count && nr_arena_tick(page->arena, 16);
         b++) {
        struct nr_block *block = nr_page_block(page, b);
        if (block->kind == NR_BLOCK_PARAGRAPH && !find_item(page, b) &&
            (is_numbered_heading(page, b) || is_quoted_heading(page, b) ||
             is_subhead(page, b))) {
            block->kind = NR_BLOCK_SUBHEAD;
        }
    }
}
