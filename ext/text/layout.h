/* text/layout.h: how is this article set on its lines? Bytes -> passages, one a paragraph
 * or line. */
#ifndef NR_TEXT_LAYOUT_H
#define NR_TEXT_LAYOUT_H

#include "base/arena.h"

/* One line with something on it. */
struct nr_line {
    struct nr_span span; /* no white space at its ends */
    uint32_t indent;     /* columns before it; a tab goes to the next eighth */
    bool gap;            /* a blank line stands before it */
};

struct nr_layout {
    bool wrapped;    /* lines are broken in mid-sentence, at a width */
    bool indented;   /* wrapped, and an indent begins a paragraph */
    uint32_t width;  /* wrapped: of the longest line */
    uint32_t indent; /* wrapped: of a line that goes on */
};

/* Reads lines one after the other. */
struct nr_line_reader {
    const char *bytes;
    uint32_t end;
    uint32_t at;
    uint32_t breaks; /* line breaks since the last line with something on it */
};

/* The next line with something on it; false at the end, or when the host stops
 * (arena->status). */
bool nr_line_next(struct nr_arena *arena, struct nr_line_reader *reader,
                  struct nr_line *line);

/* Looks at the first thousand lines. */
bool nr_layout_find(struct nr_arena *arena, const char *bytes, uint32_t length,
                    struct nr_layout *layout);

/* Does next go on with the passage whose last line is line? */
bool nr_layout_joins(const struct nr_layout *layout, const char *bytes,
                     const struct nr_line *line, const struct nr_line *next);

/* Does this stretch end as a sentence does: . ! ? … : with closing marks and brackets
 * behind? */
bool nr_layout_stops(const char *bytes, struct nr_span span);

/* Does an item of a list begin here: a bullet, "1." or "a)"? How many bytes to the item,
 * or 0. */
uint32_t nr_layout_bullet(const char *bytes, struct nr_span span);
uint32_t nr_layout_number(const char *bytes, struct nr_span span);

/* Does a heading of Markdown begin here: "## "? */
bool nr_layout_hashes(const char *bytes, struct nr_span span);

#endif
