/* date/figures.h: what figures may be: 1989, 25th, 10:30, XIX. */
#ifndef NR_DATE_FIGURES_H
#define NR_DATE_FIGURES_H

#include "date/part.h"

/* Sets what figures say; false: nothing. folded: one token. */
bool nr_date_figures(struct nr_chars folded, struct nr_date_word *word);

/* XIX or XIXe, up to 30, in small letters; 0: none. */
int32_t nr_roman(struct nr_chars folded);

/* "25", and nothing else; -1 where it is none, or more than eight digits. */
int32_t nr_digits(const char *bytes, uint32_t length);

#endif
