/* text/shapes.h: the ends of things that are not words: numbers, addresses, clitics.
 * ASCII only; each looks at bytes[0..end) and at no list of the lexicon. */
#ifndef NR_TEXT_SHAPES_H
#define NR_TEXT_SHAPES_H

#include <stdbool.h>
#include <stdint.h>

/* Is this what stands behind the apostrophe of 's 'm 'd 're 've 'll? */
bool nr_shapes_clitic(const char *bytes, uint32_t length);

/* Is this what stands before the apostrophe of l'homme, dell'Interno? */
bool nr_shapes_elided(const char *bytes, uint32_t length);

/* cannot, gonna: where the second part begins, or 0. */
uint32_t nr_shapes_fused(const char *bytes, uint32_t length);

/* Letters behind a number that are a token of their own: 5 m, 10 pm; not 10th, 1990s. */
bool nr_shapes_unit(const char *bytes, uint32_t length);

/* The end of an elided word behind an apostrophe (’90s ’em ’tis 'n'), or 0. */
uint32_t nr_shapes_clipped_end(const char *bytes, uint32_t begin, uint32_t end);

/* 1,000 3.5 10:30 9/11 2024-05-01 555-0100: the end; begin when it is no ASCII digit.
 * decimal_comma: 3,5 is one number, too. */
uint32_t nr_shapes_number_end(const char *bytes, uint32_t begin, uint32_t end,
                              bool decimal_comma);

/* https://... and www....: the end, or 0. word_end: behind the first letters. */
uint32_t nr_shapes_url_end(const char *bytes, uint32_t begin, uint32_t word_end,
                           uint32_t end);

/* example.com/news: the end, or 0. Looks at no more than 255 bytes for the host's name.
 */
uint32_t nr_shapes_host_end(const char *bytes, uint32_t begin, uint32_t end);
/* Where the run of letters, digits, stops and hyphens ends that nr_shapes_host_end()
 * looks at. */
uint32_t nr_shapes_host_run(const char *bytes, uint32_t begin, uint32_t end);

/* jane.doe@example.org: the end, or 0. at: the '@'. */
uint32_t nr_shapes_mail_end(const char *bytes, uint32_t begin, uint32_t at, uint32_t end);

#endif
