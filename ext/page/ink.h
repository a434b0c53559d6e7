/* page/ink.h: bytes that are written to be shown, in an arena: a page, a terminal's text.
 *
 * The first failure sticks in arena->status; past the limit it is NR_TOO_LARGE. */
#ifndef NR_PAGE_INK_H
#define NR_PAGE_INK_H

#include "base/arena.h"

struct nr_ink {
    struct nr_arena *arena;
    uint32_t limit; /* the most bytes that the host can take */
    NR_LIST(char) bytes;
};

void nr_ink_bytes(struct nr_ink *ink, const char *bytes, uint32_t length);
void nr_ink_word(struct nr_ink *ink, const char *word); /* ended by 0 */
void nr_ink_number(struct nr_ink *ink, uint32_t number);

/* One character: what is not UTF-8, and what a page or terminal would take for an order
 * (control characters, ESC among them), is shown as U+FFFD, or a space if it is one. */
void nr_ink_character(struct nr_ink *ink, uint32_t code);

#endif
