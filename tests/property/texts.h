/* texts.h: random texts, the same on every machine, made of what trips an analysis of
 * news up. */
#ifndef NR_TESTS_PROPERTY_TEXTS_H
#define NR_TESTS_PROPERTY_TEXTS_H

#include <stddef.h>
#include <stdint.h>

enum { TEXT_SIZE = 4000 }; /* room for one text */

/* Text number seed of any number; returns its length, never more than TEXT_SIZE. */
size_t random_text(uint32_t seed, char *text);

#endif
