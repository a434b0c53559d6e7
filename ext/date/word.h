/* date/word.h: what each word may be in an expression of time.
 *
 * "second" is an ordinal and a unit; "25" a number, a day and an hour. Words come from
 * the lists date_en, date_es, date_fr (lexicon/lists/dates.txt) by the block's language,
 * numbers from their figures. Looked up once a word type. */
#ifndef NR_DATE_WORD_H
#define NR_DATE_WORD_H

#include "date/part.h"

/* The words of one text for one language. Word 0 is no part of anything. */
struct nr_date_words {
    NR_LIST(struct nr_date_word) words;
    uint16_t *lower;   /* [text words] index into words of what a word type is */
    uint16_t *capital; /* [text words] the same where it is written with a capital */
};

/* language: of the block; lists are those of English, Spanish and French, others know
 * figures alone. */
bool nr_date_words_find(struct nr_arena *arena, const struct nr_text *text,
                        enum nr_language language, struct nr_date_words *words);

#endif
