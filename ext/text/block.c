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
 * stands around them. Language comes last.
 *
 * Knowingly wrong: a first paragraph of a few words is taken for a headline with a full
 * stop, a standfirst that is a sentence for a paragraph; a caption without a credit looks
 * like one, too. */
#include "text/block.h"

#include "base/pattern.h"
#include "text/fold.h"
#include "text/language.h"
#include "text/layout.h"
#include "text/line_shapes.h"
#include "text/text.h"

#include <string.h>

enum {
    FRONT_BLOCKS = 8, /* where headline, byline and date are looked for */
    BACK_BLOCKS = 5,  /* where reporters are thanked */
    HEADLINE_BYTES = 250,
    SUBHEAD_BYTES = 100,
    LONG_BYTES = 120,    /* a passage of running text, whatever it ends with */
    LANGUAGE_WORDS = 24, /* read of a block */
    LANGUAGE_BYTES = 1024,
    TITLE_BYTES = 512
};

const char *const nr_block_names[NR_BLOCK_KIND_COUNT] = {
    [NR_BLOCK_HEADLINE] = "headline",     [NR_BLOCK_STANDFIRST] = "standfirst",
    [NR_BLOCK_BYLINE] = "byline",         [NR_BLOCK_DATELINE] = "dateline",
    [NR_BLOCK_SUBHEAD] = "subhead",       [NR_BLOCK_CAPTION] = "caption",
    [NR_BLOCK_CREDIT] = "credit",         [NR_BLOCK_LIST_ITEM] = "list_item",
    [NR_BLOCK_PULL_QUOTE] = "pull_quote", [NR_BLOCK_CORRECTION] = "correction",
    [NR_BLOCK_PARAGRAPH] = "paragraph",   [NR_BLOCK_BOILERPLATE] = "boilerplate",
};

/* What is gathered until the kinds are known. */
struct page {
    struct nr_arena *arena;
    struct nr_text *text;
    const char *bytes;
    struct nr_layout layout;
    struct nr_matcher *matcher; /* made when first needed */
    const struct nr_block_patterns *patterns;
    NR_LIST(uint16_t) traits; /* [blocks.count] enum nr_trait */
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

static bool push_passage(struct page *page, struct nr_span span, bool gap)
{
    struct nr_block *block =
        nr_list_push(page->arena, &page->text->blocks, sizeof *page->text->blocks.items);
    uint16_t *traits =
        nr_list_push(page->arena, &page->traits, sizeof *page->traits.items);
    if (block == NULL || traits == NULL) {
        return false;
    }
    *block = (struct nr_block){.span = span, .kind = NR_BLOCK_PARAGRAPH};
    *traits = (uint16_t)(traits_of(page->bytes, span) | (gap ? NR_TRAIT_GAP : 0));
    return true;
}

static bool find_passages(struct page *page)
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

static struct nr_block *block_at(const struct page *page, uint32_t b)
{
    return &page->text->blocks.items[b];
}

static struct nr_chars chars_of(const struct page *page, uint32_t b)
{
    struct nr_span span = block_at(page, b)->span;
    return (struct nr_chars){page->bytes + span.begin, nr_span_length(span)};
}

static bool has(const struct page *page, uint32_t b, enum nr_trait trait)
{
    return (page->traits.items[b] & trait) != 0;
}

static uint32_t length_of(const struct page *page, uint32_t b)
{
    return nr_span_length(block_at(page, b)->span);
}

static bool is_kind(const struct page *page, uint32_t b, enum nr_block_kind kind)
{
    return b < page->text->blocks.count && block_at(page, b)->kind == kind;
}

static bool shape_lines(struct page *page)
{
    uint32_t count = page->text->blocks.count;
    for (uint32_t b = 0; b < count; b++) {
        struct nr_block *block = block_at(page, b);
        struct nr_chars written = chars_of(page, b);
        uint32_t traits = page->traits.items[b];
        traits |= b < FRONT_BLOCKS ? NR_TRAIT_FRONT : 0;
        traits |= b + BACK_BLOCKS >= count ? NR_TRAIT_BACK : 0;
        uint32_t row = nr_line_shape_first(written, traits, 0);
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

/* ---- Headline and what hangs on it ---- */

/* The title that the article is known by, also with a full stop behind it. */
static bool is_title(const struct page *page, uint32_t b, struct nr_chars title)
{
    char left[TITLE_BYTES];
    char right[TITLE_BYTES];
    struct nr_span span = block_at(page, b)->span;
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

static struct wording wording_of(const struct page *page, struct nr_span span)
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
static bool is_worded_as_headline(const struct page *page, struct nr_span span)
{
    struct wording wording = wording_of(page, span);
    uint32_t length = nr_span_length(span);
    bool title_case = wording.capital >= 3 && wording.capital > wording.small * 2;
    return (title_case && wording.plain <= 2) || (wording.plain == 0 && length <= 120) ||
           (wording.plain == 1 && length <= 70);
}

/* A paragraph among the next blocks: tables and lists of scores have no headline. */
static bool prose_follows(const struct page *page, uint32_t b)
{
    uint32_t end = b + 1 + FRONT_BLOCKS;
    for (uint32_t i = b + 1; i < page->text->blocks.count && i < end; i++) {
        if (has(page, i, NR_TRAIT_STOPS) && length_of(page, i) > 60) {
            return true;
        }
    }
    return false;
}

/* Figures, not words: a line of a table. */
static bool is_tabular(const struct page *page, struct nr_span span)
{
    uint32_t digits = 0;
    for (uint32_t at = span.begin; at < span.end; at++) {
        digits += page->bytes[at] >= '0' && page->bytes[at] <= '9';
    }
    return digits * 6 > nr_span_length(span);
}

static bool looks_like_headline(const struct page *page, uint32_t b)
{
    const struct nr_block *block = block_at(page, b);
    uint32_t length = length_of(page, b);
    uint32_t next = b + 1;
    bool apart =
        next < page->text->blocks.count &&
        (has(page, next, NR_TRAIT_GAP) || !is_kind(page, next, NR_BLOCK_PARAGRAPH));
    if (length > HEADLINE_BYTES || next >= page->text->blocks.count ||
        (page->layout.wrapped && !apart) || is_tabular(page, block->span) ||
        !prose_follows(page, b)) {
        return false;
    }
    char last = page->bytes[block->span.end - 1];
    if (!has(page, b, NR_TRAIT_STOPS)) {
        return last != ',' && last != ';' && (apart || has(page, next, NR_TRAIT_STOPS));
    }
    return last != ':' && apart && is_worded_as_headline(page, block->span);
}

/* Skips what may stand above the headline; marks it and the standfirst below it. */
static void find_headline(struct page *page, struct nr_chars title)
{
    uint32_t count = page->text->blocks.count;
    uint32_t front = count < FRONT_BLOCKS ? count : FRONT_BLOCKS;
    uint32_t headline = NR_NONE;
    for (uint32_t b = 0; b < front && headline == NR_NONE; b++) {
        headline = is_title(page, b, title) ? b : NR_NONE;
    }
    for (uint32_t b = 0; b < front && headline == NR_NONE; b++) {
        if (block_at(page, b)->kind == NR_BLOCK_PARAGRAPH) {
            if (!looks_like_headline(page, b)) {
                return;
            }
            headline = b;
        }
    }
    if (headline == NR_NONE) {
        return;
    }
    block_at(page, headline)->kind = NR_BLOCK_HEADLINE;
    for (uint32_t b = headline + 1; b + 1 < count && b <= headline + 2; b++) {
        if (block_at(page, b)->kind != NR_BLOCK_PARAGRAPH ||
            has(page, b, NR_TRAIT_STOPS) || length_of(page, b) > HEADLINE_BYTES) {
            break;
        }
        block_at(page, b)->kind = NR_BLOCK_STANDFIRST;
    }
}

/* ---- Lists and subheads ---- */

static uint32_t item_begin(const struct page *page, uint32_t b)
{
    struct nr_span span = block_at(page, b)->span;
    uint32_t bullet = nr_layout_bullet(page->bytes, span);
    return bullet != 0 ? bullet : nr_layout_number(page->bytes, span);
}

static bool is_item(const struct page *page, uint32_t b)
{
    return b < page->text->blocks.count && item_begin(page, b) != 0;
}

/* Running text: what a subhead stands above. */
static bool is_prose(const struct page *page, uint32_t b)
{
    return b < page->text->blocks.count &&
           block_at(page, b)->kind == NR_BLOCK_PARAGRAPH &&
           (has(page, b, NR_TRAIT_STOPS) || length_of(page, b) > LONG_BYTES);
}

/* All of it between one pair of marks, and no sentence in them: "Shared burden". */
static bool is_quoted_heading(const struct page *page, uint32_t b)
{
    struct nr_span span = block_at(page, b)->span;
    if (!has(page, b, NR_TRAIT_QUOTED) || length_of(page, b) > SUBHEAD_BYTES) {
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
static bool ends_in_function_word(const struct page *page, struct nr_span span)
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

static bool is_subhead(const struct page *page, uint32_t b)
{
    struct nr_span span = block_at(page, b)->span;
    enum nr_sort first = nr_sort_of(nr_char_at(page->bytes, span.begin, span.end).code);
    char last = page->bytes[span.end - 1];
    bool above = is_prose(page, b + 1) || is_kind(page, b + 1, NR_BLOCK_CAPTION) ||
                 is_item(page, b + 1);
    if (b == 0 || length_of(page, b) > SUBHEAD_BYTES || !above ||
        is_tabular(page, span)) {
        return false;
    }
    if (has(page, b, NR_TRAIT_CAPITALS) && last != ':') {
        return true;
    }
    bool begins = first == NR_SORT_UPPER || first == NR_SORT_LETTER ||
                  first == NR_SORT_DIGIT || first == NR_SORT_MARK;
    return !has(page, b, NR_TRAIT_STOPS) && begins &&
           !ends_in_function_word(page, span) && last != ',' && last != ';' &&
           last != '-' && (is_prose(page, b - 1) || has(page, b, NR_TRAIT_GAP));
}

/* "2. Talks in Porto", with running text below it: a subhead that keeps its number. */
static bool is_numbered_heading(const struct page *page, uint32_t b)
{
    return nr_layout_number(page->bytes, block_at(page, b)->span) != 0 &&
           has(page, b, NR_TRAIT_SHORT) && !has(page, b, NR_TRAIT_STOPS);
}

/* An item of a list, unless it is the only one: a heading, or a dash that begins a
 * speech. */
static bool find_item(const struct page *page, uint32_t b)
{
    struct nr_block *block = block_at(page, b);
    uint32_t item = item_begin(page, b);
    bool alone =
        !is_item(page, b + 1) && (b == 0 || !is_kind(page, b - 1, NR_BLOCK_LIST_ITEM));
    bool speech = page->bytes[block->span.begin] == '-';
    if (item == 0 || (alone && (speech || is_numbered_heading(page, b)))) {
        return false;
    }
    block->kind = NR_BLOCK_LIST_ITEM;
    block->span.begin += item;
    return true;
}

static void find_lists_and_subheads(struct page *page)
{
    for (uint32_t b = 0; b < page->text->blocks.count && nr_arena_tick(page->arena, 16);
         b++) {
        struct nr_block *block = block_at(page, b);
        if (block->kind == NR_BLOCK_PARAGRAPH && !find_item(page, b) &&
            (is_numbered_heading(page, b) || is_quoted_heading(page, b) ||
             is_subhead(page, b))) {
            block->kind = NR_BLOCK_SUBHEAD;
        }
    }
}

/* ---- Languages ---- */

/* What is known of the article's language while its blocks are read. */
struct hearing {
    struct nr_votes whole;
    struct nr_ballots *ballots; /* the connection's */
    enum nr_language likely;    /* so far; NR_LANGUAGE_NONE: open */
};

/* The language of a block, or NR_LANGUAGE_NONE. One vote for the language that the
 * article is likely in is enough, so that most blocks cost a few words. */
static enum nr_language hear(struct hearing *hearing, struct nr_chars written)
{
    struct nr_votes votes = {0};
    enum nr_language found = NR_LANGUAGE_NONE;
    if (hearing->likely != NR_LANGUAGE_NONE) {
        nr_votes_add(&votes, hearing->ballots, written, LANGUAGE_WORDS, NR_VOTE);
        found = nr_votes_winner(&votes, NR_VOTE, 50);
    }
    if (found == NR_LANGUAGE_NONE || found != hearing->likely) {
        votes = (struct nr_votes){0};
        nr_votes_add(&votes, hearing->ballots, written, LANGUAGE_WORDS, 3 * NR_VOTE);
        found = nr_votes_winner(&votes, 2 * NR_VOTE, 50);
    }
    for (uint32_t i = 0; i < NR_LANGUAGE_COUNT; i++) {
        hearing->whole.of[i] += votes.of[i];
    }
    return found;
}

/* Each block's own where it is sure, the article's elsewhere. */
static bool find_languages(struct page *page, enum nr_language given)
{
    struct hearing hearing = {.ballots = nr_block_patterns_ballots(page->patterns),
                              .likely = given};
    for (uint32_t b = 0; b < page->text->blocks.count; b++) {
        struct nr_block *block = block_at(page, b);
        struct nr_chars written = chars_of(page, b);
        written.length =
            written.length < LANGUAGE_BYTES ? written.length : LANGUAGE_BYTES;
        block->language = (uint8_t)hear(&hearing, written);
        if (given == NR_LANGUAGE_NONE && b % 4 == 1) {
            hearing.likely = nr_votes_winner(&hearing.whole, 6 * NR_VOTE, 50);
        }
        if (!nr_arena_tick(page->arena, LANGUAGE_WORDS)) {
            return false;
        }
    }
    page->text->language = given != NR_LANGUAGE_NONE
                               ? given
                               : nr_votes_winner(&hearing.whole, 2 * NR_VOTE, 25);
    for (uint32_t b = 0; b < page->text->blocks.count && nr_arena_tick(page->arena, 1);
         b++) {
        struct nr_block *block = block_at(page, b);
        if (block->language == NR_LANGUAGE_NONE) {
            block->language = (uint8_t)page->text->language;
        }
    }
    return true;
}

enum nr_status nr_blocks_find(struct nr_arena *arena,
                              const struct nr_block_patterns *patterns, const char *bytes,
                              uint32_t length, const struct nr_text_options *options,
                              struct nr_text *text)
{
    struct page page = {
        .arena = arena, .text = text, .bytes = bytes, .patterns = patterns};
    text->bytes = bytes;
    text->length = length;
    text->own = options->own;
    text->blocks.count = 0;
    if (!nr_layout_find(arena, bytes, length, &page.layout) || !find_passages(&page) ||
        !shape_lines(&page)) {
        return arena->status;
    }
    find_headline(&page, options->title);
    find_lists_and_subheads(&page);
    if (!find_languages(&page, options->language)) {
        return arena->status;
    }
    nr_list_trim(arena, &text->blocks, sizeof *text->blocks.items);
    return arena->status;
}
