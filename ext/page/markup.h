/* page/markup.h: a page cut into tags and what stands between them, as browsers cut it.
 */
#ifndef NR_PAGE_MARKUP_H
#define NR_PAGE_MARKUP_H

#include "base/span.h"

enum nr_markup_kind {
    NR_MARKUP_TEXT,  /* with its character references */
    NR_MARKUP_OPEN,  /* <p class="x"> */
    NR_MARKUP_CLOSE, /* </p> */
    NR_MARKUP_OTHER, /* comments, declarations, the brackets of CDATA */
};

struct nr_markup {
    enum nr_markup_kind kind;
    struct nr_span span;
    char name[16]; /* of a tag, in small letters, ended by 0; a longer one is cut */
};

/* Begins zeroed but for bytes and end. */
struct nr_markup_reader {
    const char *bytes;
    uint32_t end;
    uint32_t at;
    bool careless;    /* a tag was never closed: marks in tags mean nothing any more */
    bool no_tag_ends; /* there is no > any more: a < is text */
    bool in_cdata;
};

/* The next piece; false at the end. Text comes in pieces, cut anywhere between characters
 * and references. */
bool nr_markup_next(struct nr_markup_reader *reader, struct nr_markup *piece);

/* Passes over what is text to the end tag of this name, whatever stands in it (<script>):
 * the next piece is that tag, or there is none. */
void nr_markup_pass(struct nr_markup_reader *reader, const char *name);

/* Is there a tag, a comment or a declaration in it? */
bool nr_markup_is(const char *bytes, uint32_t length);

#endif
