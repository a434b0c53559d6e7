/* text/fold.h: what sort of character this is, and words without their casing.
 *
 * Folded: lower case for Latin, Greek, Cyrillic and Armenian, curly and modifier
 * apostrophes straight, soft hyphens gone. Accents stay. A folded form is never longer
 * than what was written.
 */
#ifndef NR_TEXT_FOLD_H
#define NR_TEXT_FOLD_H

#include "text/utf8.h"

enum nr_sort {
    NR_SORT_OTHER, /* symbols, what is not UTF-8 */
    NR_SORT_SPACE, /* U+0020, U+00A0, U+2000.., line breaks, what takes no room */
    NR_SORT_LOWER, /* letters */
    NR_SORT_UPPER,
    NR_SORT_LETTER, /* without case, and what continues a word: combining marks, _ */
    NR_SORT_DIGIT,
    NR_SORT_MARK, /* a quotation mark or an apostrophe, ` */
    NR_SORT_DASH,
    NR_SORT_PUNCT
};

extern const uint8_t nr_sort_of_ascii[128];
enum nr_sort nr_sort_of_code(uint32_t code);

static inline enum nr_sort nr_sort_of(uint32_t code)
{
    return code < 128 ? (enum nr_sort)nr_sort_of_ascii[code] : nr_sort_of_code(code);
}

static inline bool nr_sort_is_letter(enum nr_sort sort)
{
    return sort == NR_SORT_LOWER || sort == NR_SORT_UPPER || sort == NR_SORT_LETTER;
}

/* Lower case of one code point; itself when it has none. */
uint32_t nr_lower(uint32_t code);

/* Folds bytes[0..length) into out, which has room for length bytes; returns how many it
 * took. */
uint32_t nr_fold(char *out, const char *bytes, uint32_t length);

#endif
