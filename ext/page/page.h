/* page/page.h: an article for people to look at, and a stored page as an article.
 *
 * What was found is shown on the article itself: quotes in their speaker's colour and
 * number, sources, cues, names and dates, with a list of who speaks and what is named. */
#ifndef NR_PAGE_PAGE_H
#define NR_PAGE_PAGE_H

#include "article.h"
#include "page/ink.h"

/* A whole HTML page; it holds no script, loads nothing, and whatever the article has in
 * it is text. published: as the user gave it; length 0: not. The article must be
 * analysed: speakers and dates. */
enum nr_status nr_page_html(struct nr_ink *ink, const struct nr_article *article,
                            struct nr_chars published);

/* For a terminal of 80 columns, with colours of ECMA-48; \n between lines. */
enum nr_status nr_page_ansi(struct nr_ink *ink, const struct nr_article *article,
                            struct nr_chars published);

/* The text of an HTML page: blocks are kept apart by blank lines, items of a list begin
 * with a bullet or number, what is no text of the article is left out. What has no tag in
 * it keeps its lines. */
enum nr_status nr_page_plain(struct nr_ink *ink, const char *bytes, uint32_t length);

#endif
