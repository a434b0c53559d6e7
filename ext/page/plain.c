/* page/plain.c: article_plain(): the text of a stored web page.
 *
 *     <h1>Dock strike</h1><p>Work stopped on <b>Monday</b>.</p><ul><li>Pay<li>Hours</ul>
 *
 *     Dock strike
 *
 *     Work stopped on Monday.
 *
 *     • Pay
 *     • Hours
 *
 * One pass: tags only say how much is to stand between what is written before and after
 * (nothing, a space, a line break, a blank line), so it does not matter which were never
 * closed, or closed twice. What is no text of an article is dropped up to its end tag:
 * scripts and styles, menus (nav), what fills in for a script (noscript, template),
 * controls, drawings, a footer that belongs to no article. Where one <article>, or
 * <main>, holds at least half of the text, the rest of the page is left out.
 *
 * Knowingly wrong: what only a style sheet hides is shown, and so are menus made of plain
 * lists. */
#include "page/page.h"

#include "page/markup.h"
#include "page/references.h"
#include "text/utf8.h"

#include <string.h>

enum { LISTS = 16 /* deeper ones have bullets */ };

/* What stands between two pieces of text. */
enum gap { GAP_NONE, GAP_SPACE, GAP_TAB, GAP_LINE, GAP_BLANK };

enum role {
    ROLE_BLOCK, /* its own paragraph */
    ROLE_LINE,  /* its own line */
    ROLE_BREAK,
    ROLE_CELL,
    ROLE_ITEM,
    ROLE_LIST,
    ROLE_NUMBERED,
    ROLE_KEPT, /* white space is */
    ROLE_MARKS,
    ROLE_CENTRE,    /* <article> and <main>: the page's own text */
    ROLE_FOOTER,    /* dropped outside of one */
    ROLE_RAW,       /* dropped; holds no tags, whatever stands in it */
    ROLE_DROPPED,   /* likewise; but it holds tags */
    ROLE_SURROUNDS, /* likewise, and a centre ends it: it was never closed */
};

static const struct element {
    const char *name;
    enum role role;
} elements[] = {
    {"address", ROLE_BLOCK},    {"article", ROLE_CENTRE},   {"aside", ROLE_BLOCK},
    {"audio", ROLE_DROPPED},    {"blockquote", ROLE_BLOCK}, {"body", ROLE_BLOCK},
    {"br", ROLE_BREAK},         {"button", ROLE_DROPPED},   {"canvas", ROLE_DROPPED},
    {"caption", ROLE_BLOCK},    {"center", ROLE_BLOCK},     {"dd", ROLE_LINE},
    {"details", ROLE_BLOCK},    {"dialog", ROLE_DROPPED},   {"dir", ROLE_LIST},
    {"div", ROLE_BLOCK},        {"dl", ROLE_BLOCK},         {"dt", ROLE_LINE},
    {"fieldset", ROLE_BLOCK},   {"figcaption", ROLE_BLOCK}, {"figure", ROLE_BLOCK},
    {"footer", ROLE_FOOTER},    {"form", ROLE_BLOCK},       {"h1", ROLE_BLOCK},
    {"h2", ROLE_BLOCK},         {"h3", ROLE_BLOCK},         {"h4", ROLE_BLOCK},
    {"h5", ROLE_BLOCK},         {"h6", ROLE_BLOCK},         {"header", ROLE_BLOCK},
    {"hgroup", ROLE_BLOCK},     {"hr", ROLE_BLOCK},         {"iframe", ROLE_RAW},
    {"legend", ROLE_BLOCK},     {"li", ROLE_ITEM},          {"listing", ROLE_KEPT},
    {"main", ROLE_CENTRE},      {"math", ROLE_DROPPED},     {"menu", ROLE_LIST},
    {"nav", ROLE_SURROUNDS},    {"noembed", ROLE_RAW},      {"noframes", ROLE_RAW},
    {"noscript", ROLE_DROPPED}, {"object", ROLE_DROPPED},   {"ol", ROLE_NUMBERED},
    {"optgroup", ROLE_DROPPED}, {"option", ROLE_DROPPED},   {"p", ROLE_BLOCK},
    {"pre", ROLE_KEPT},         {"q", ROLE_MARKS},          {"script", ROLE_RAW},
    {"search", ROLE_BLOCK},     {"section", ROLE_BLOCK},    {"select", ROLE_DROPPED},
    {"style", ROLE_RAW},        {"summary", ROLE_BLOCK},    {"svg", ROLE_DROPPED},
    {"table", ROLE_BLOCK},      {"tbody", ROLE_LINE},       {"td", ROLE_CELL},
    {"template", ROLE_DROPPED}, {"textarea", ROLE_RAW},     {"tfoot", ROLE_LINE},
    {"th", ROLE_CELL},          {"thead", ROLE_LINE},       {"title", ROLE_RAW},
    {"tr", ROLE_LINE},          {"ul", ROLE_LIST},          {"video", ROLE_DROPPED},
    {"xmp", ROLE_RAW},
};

static const struct element *find_element(const char *name)
{
    uint32_t low = 0;
    uint32_t high = sizeof elements / sizeof *elements;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = strcmp(elements[middle].name, name);
        if (order == 0) {
            return &elements[middle];
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

/* An <article> or <main>, the outermost of its kind. */
struct centre {
    const char *name;
    uint32_t depth; /* that are open, one in another */
    uint32_t begin; /* of the one under way, in what was written */
    struct nr_span longest;
};

enum { ARTICLES, MAINS, CENTRES };

struct pen {
    struct nr_ink *ink;
    struct nr_markup_reader reader;
    enum gap gap;            /* due before the next character */
    bool item;               /* behind it, a bullet or number is due */
    uint32_t kept;           /* elements open whose white space is kept */
    uint32_t lists;          /* open */
    uint32_t numbers[LISTS]; /* of the last item of each */
    bool numbered[LISTS];
    uint32_t marks; /* <q> open */
    struct centre centres[CENTRES];
};

/* ---- Writing ---- */

/* What an item begins with stays on its line. */
static void ask(struct pen *pen, enum gap gap)
{
    pen->gap = gap > pen->gap && !pen->item ? gap : pen->gap;
}

static void write_bullet(struct pen *pen)
{
    uint32_t list = pen->lists - 1;
    if (pen->lists > 0 && list < LISTS && pen->numbered[list]) {
        nr_ink_number(pen->ink, pen->numbers[list]);
        nr_ink_word(pen->ink, ". ");
    } else {
        nr_ink_word(pen->ink, "• ");
    }
}

/* What is due before the next character. */
static void begin_character(struct pen *pen)
{
    static const char *const gaps[] = {"", " ", "\t", "\n", "\n\n"};
    if (pen->gap != GAP_NONE && pen->ink->bytes.count > 0) {
        nr_ink_word(pen->ink, gaps[pen->gap]);
    }
    if (pen->item) {
        write_bullet(pen);
    }
    pen->gap = GAP_NONE;
    pen->item = false;
}

static void write(struct pen *pen, const char *bytes, uint32_t length)
{
    begin_character(pen);
    nr_ink_bytes(pen->ink, bytes, length);
}

static bool is_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r' && byte != '\v');
}

/* White space: one space, or as it is where it is kept. */
static void write_space(struct pen *pen, const char *bytes, uint32_t length)
{
    if (pen->kept > 0) {
        write(pen, bytes, length);
    } else {
        ask(pen, GAP_SPACE);
    }
}

/* The reference at a byte, as its character; how many bytes it took. */
static uint32_t write_reference(struct pen *pen, uint32_t at, uint32_t end)
{
    struct nr_reference reference = nr_reference_at(pen->reader.bytes, at, end);
    if (reference.width == 0) {
        write(pen, "&", 1);
        return 1;
    }
    if (reference.code < 0x80 && is_space((char)reference.code)) {
        char space = (char)reference.code;
        write_space(pen, &space, 1);
    } else {
        begin_character(pen);
        nr_ink_character(pen->ink, reference.code);
    }
    return reference.width;
}

static void write_text(struct pen *pen, struct nr_span span)
{
    const char *bytes = pen->reader.bytes;
    uint32_t at = span.begin;
    while (at < span.end && nr_arena_tick(pen->ink->arena, 1)) {
        uint32_t from = at;
        bool space = is_space(bytes[at]);
        if (bytes[at] == '&') {
            at += write_reference(pen, at, span.end);
            continue;
        }
        while (at < span.end && bytes[at] != '&' && is_space(bytes[at]) == space) {
            at++;
        }
        if (space) {
            write_space(pen, bytes + from, at - from);
        } else {
            write(pen, bytes + from, at - from);
        }
        if (!nr_arena_tick(pen->ink->arena, at - from)) {
            return;
        }
    }
}

/* ---- What tags do ---- */

static void open_list(struct pen *pen, bool numbered)
{
    ask(pen, pen->lists > 0 ? GAP_LINE : GAP_BLANK);
    if (pen->lists < LISTS) {
        pen->numbered[pen->lists] = numbered;
        pen->numbers[pen->lists] = 0;
    }
    pen->lists++;
}

static void close_list(struct pen *pen)
{
    pen->lists -= pen->lists > 0;
    pen->item = false;
    ask(pen, pen->lists > 0 ? GAP_LINE : GAP_BLANK);
}

/* Its bullet or number comes with its text: an empty item leaves nothing. */
static void open_item(struct pen *pen)
{
    pen->item = false;
    ask(pen, GAP_LINE);
    if (pen->lists > 0 && pen->lists <= LISTS) {
        pen->numbers[pen->lists - 1]++;
    }
    pen->item = true;
}

static void write_mark(struct pen *pen, bool opening)
{
    static const char *const marks[2][2] = {{"“", "”"}, {"‘", "’"}};
    if (!opening && pen->marks == 0) {
        return;
    }
    pen->marks -= !opening;
    write(pen, marks[pen->marks % 2][!opening], 3);
    pen->marks += opening;
}

static struct centre *centre_of(struct pen *pen, const char *name)
{
    return &pen->centres[name[0] == 'a' ? ARTICLES : MAINS];
}

static void close_centre(const struct pen *pen, struct centre *centre)
{
    struct nr_span span = nr_span_of(centre->begin, pen->ink->bytes.count);
    if (nr_span_length(span) > nr_span_length(centre->longest)) {
        centre->longest = span;
    }
}

static void change_centre(struct pen *pen, struct centre *centre, bool opening)
{
    ask(pen, GAP_BLANK);
    if (opening) {
        if (centre->depth++ == 0) {
            centre->begin = pen->ink->bytes.count;
        }
    } else if (centre->depth > 0 && --centre->depth == 0) {
        close_centre(pen, centre);
    }
}

/* Passes over a dropped element, which holds tags, its own among them. */
static void drop(struct pen *pen, const struct element *element)
{
    struct nr_markup piece;
    uint32_t depth = 1;
    uint32_t before = pen->reader.at;
    while (depth > 0 && nr_markup_next(&pen->reader, &piece) &&
           nr_arena_tick(pen->ink->arena, nr_span_length(piece.span))) {
        const struct element *inner =
            piece.name[0] != 0 ? find_element(piece.name) : NULL;
        bool opens = piece.kind == NR_MARKUP_OPEN;
        if (inner == element) {
            depth = opens ? depth + 1 : depth - 1;
        } else if (opens && inner != NULL && inner->role == ROLE_RAW) {
            nr_markup_pass(&pen->reader, inner->name);
        } else if (opens && inner != NULL && inner->role == ROLE_CENTRE &&
                   element->role != ROLE_DROPPED) {
            pen->reader.at = before;
            return;
        }
        before = pen->reader.at;
    }
}

static bool closes_itself(const struct pen *pen, struct nr_span tag)
{
    return pen->reader.bytes[tag.end - 2] == '/';
}

/* What holds no text of the article; false: it may. */
static bool open_dropped(struct pen *pen, const struct element *element,
                         const struct nr_markup *piece)
{
    bool centred = pen->centres[ARTICLES].depth > 0 || pen->centres[MAINS].depth > 0;
    switch (element->role) {
    case ROLE_RAW:
        nr_markup_pass(&pen->reader, element->name);
        return true;
    case ROLE_FOOTER:
        if (centred) {
            return false;
        }
        drop(pen, element);
        return true;
    case ROLE_DROPPED:
    case ROLE_SURROUNDS:
        if (!closes_itself(pen, piece->span)) {
            drop(pen, element);
        }
        return true;
    default:
        return false;
    }
}

static void open_tag(struct pen *pen, const struct element *element)
{
    switch (element->role) {
    case ROLE_BREAK:
        ask(pen, pen->gap >= GAP_LINE ? GAP_BLANK : GAP_LINE);
        break;
    case ROLE_LINE:
        ask(pen, GAP_LINE);
        break;
    case ROLE_CELL:
        ask(pen, GAP_TAB);
        break;
    case ROLE_ITEM:
        open_item(pen);
        break;
    case ROLE_LIST:
    case ROLE_NUMBERED:
        open_list(pen, element->role == ROLE_NUMBERED);
        break;
    case ROLE_MARKS:
        write_mark(pen, true);
        break;
    case ROLE_CENTRE:
        change_centre(pen, centre_of(pen, element->name), true);
        break;
    case ROLE_KEPT:
        pen->kept++;
        ask(pen, GAP_BLANK);
        break;
    default:
        ask(pen, GAP_BLANK);
        break;
    }
}

static void close_tag(struct pen *pen, const struct element *element)
{
    switch (element->role) {
    case ROLE_BREAK:
    case ROLE_CELL:
    case ROLE_RAW:
    case ROLE_DROPPED:
    case ROLE_SURROUNDS:
        break;
    case ROLE_LINE:
    case ROLE_ITEM:
        pen->item = false;
        ask(pen, GAP_LINE);
        break;
    case ROLE_LIST:
    case ROLE_NUMBERED:
        close_list(pen);
        break;
    case ROLE_MARKS:
        write_mark(pen, false);
        break;
    case ROLE_CENTRE:
        change_centre(pen, centre_of(pen, element->name), false);
        break;
    case ROLE_KEPT:
        pen->kept -= pen->kept > 0;
        ask(pen, GAP_BLANK);
        break;
    default:
        ask(pen, GAP_BLANK);
        break;
    }
}

static void read_piece(struct pen *pen, const struct nr_markup *piece)
{
    if (piece->kind == NR_MARKUP_TEXT) {
        write_text(pen, piece->span);
        return;
    }
    const struct element *element =
        piece->name[0] != 0 ? find_element(piece->name) : NULL;
    if (element == NULL) {
        return; /* a comment, a tag inside a line */
    }
    if (piece->kind == NR_MARKUP_CLOSE) {
        close_tag(pen, element);
    } else if (!open_dropped(pen, element, piece)) {
        open_tag(pen, element);
    }
}

/* ---- The page ---- */

/* Leaves what stands in the one article, or main, that holds most of the text. */
static void cut_to_centre(struct pen *pen)
{
    uint32_t written = pen->ink->bytes.count;
    for (int i = 0; i < CENTRES; i++) {
        struct centre *centre = &pen->centres[i];
        if (centre->depth > 0) {
            close_centre(pen, centre);
        }
        struct nr_span span = centre->longest;
        if (nr_span_length(span) * 2ull >= written && !nr_span_empty(span)) {
            char *bytes = pen->ink->bytes.items;
            while (span.begin < span.end && is_space(bytes[span.begin])) {
                span.begin++;
            }
            memmove(bytes, bytes + span.begin, nr_span_length(span));
            pen->ink->bytes.count = nr_span_length(span);
            return;
        }
    }
}

enum nr_status nr_page_plain(struct nr_ink *ink, const char *bytes, uint32_t length)
{
    struct pen pen = {.ink = ink, .reader = {.bytes = bytes, .end = length}};
    struct nr_markup piece;
    pen.kept = nr_markup_is(bytes, length) ? 0 : 1;
    while (nr_markup_next(&pen.reader, &piece) &&
           nr_arena_tick(ink->arena, nr_span_length(piece.span))) {
        read_piece(&pen, &piece);
    }
    if (ink->arena->status == NR_OK) {
        cut_to_centre(&pen);
    }
    return ink->arena->status;
}
