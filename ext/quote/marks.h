/* quote/marks.h: every pair of quotation marks, and what became of it.
 *
 * Three steps behind one door: sign.c says how likely each mark opens or closes, marks.c
 * pairs them, verdict.c judges each pair by its neighbours. Attribution has the last word
 * on quote and scare, because only it knows whose words they are. */
#ifndef NR_QUOTE_MARKS_H
#define NR_QUOTE_MARKS_H

#include "quote/quote.h"

/* Fills quotes->marks, in reading order of their opening; utterance is left NR_NONE. A
 * pair lies in one block. Pairs without a parent do not overlap; a pair inside another
 * names the nearest as its parent. Where the opening or closing mark is missing, outer
 * begins or ends with inner; a lone mark that nothing could be made of has an empty
 * inner. One pass over the tokens. */
enum nr_status nr_marks_find(struct nr_arena *arena, const struct nr_text *text,
                             const struct nr_entities *entities,
                             struct nr_quotes *quotes);

/* The last step alone: the verdict of every mark that is not NR_VERDICT_UNCLOSED. */
enum nr_status nr_marks_judge(struct nr_arena *arena, const struct nr_text *text,
                              const struct nr_entities *entities,
                              struct nr_quotes *quotes);

#endif
