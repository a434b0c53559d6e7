/* page/style.h: how a page looks. */
#ifndef NR_PAGE_STYLE_H
#define NR_PAGE_STYLE_H

#include <stdint.h>

/* Speakers past this many share colours again. */
#define NR_PAGE_COLOURS 8u

extern const char *const nr_page_style[]; /* CSS, in pieces */
extern const uint32_t nr_page_style_count;

#endif
