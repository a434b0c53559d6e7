/* entity/cut.h: runs of name words cut into names. Not a door: entity.h is. */
#ifndef NR_ENTITY_CUT_H
#define NR_ENTITY_CUT_H

#include "entity/naming.h"

/* The cut under way: the rest of a run, in a sentence that ends at limit. */
struct nr_cut {
    struct nr_naming *naming;
    const struct nr_text *text;
    uint32_t first;
    uint32_t end;
    uint32_t floor; /* first token of the sentence */
    uint32_t limit;
};

/* What a rule found: tokens first..end. weight 0: no name, skip to end. */
struct nr_guess {
    uint32_t end;
    enum nr_type type;
    int weight;
    const struct nr_fact *fact;
};

/* The name that the cut begins with, by the first rule that answers. */
void nr_cut_first(const struct nr_cut *cut, struct nr_guess *guess);

/* Has the cut a head (Boston University, Department of Justice)? Up to where, and of what
 * type. */
bool nr_cut_head(const struct nr_cut *cut, struct nr_guess *guess);

/* No name by itself: the article writes it small too, or a list says so. */
bool nr_is_plain(const struct nr_text *text, uint32_t t);

/* A role that is addressed, not named: Mr. President. */
bool nr_is_office(const struct nr_text *text, uint32_t t);

/* Does Mr. or the like stand before this token, in the sentence that starts at floor? */
bool nr_after_honorific(const struct nr_text *text, uint32_t t, uint32_t floor);

/* ---- start.c ---- */

/* Does a name start at this capital? floor, limit: of the sentence. */
bool nr_name_starts(struct nr_naming *naming, uint32_t t, uint32_t floor, uint32_t limit);

/* A title in front is stepped over, unless it begins a listed name ("General Motors"):
 * the token behind it, else t. */
uint32_t nr_role_skip(const struct nr_naming *naming, uint32_t t, uint32_t floor,
                      uint32_t limit);

/* ---- naming.c and labelled.c ---- */

/* Adds the name from first on that was guessed. False: no memory. */
bool nr_name_add(struct nr_naming *naming, uint32_t first, const struct nr_guess *guess);

/* Adds the names that labels show in a sentence. False: no memory. */
bool nr_labelled_take(struct nr_naming *naming, const struct nr_sentence *sentence);

#endif
