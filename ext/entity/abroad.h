/* entity/abroad.h: what words around a name say of it in Spanish and French. */
#ifndef NR_ENTITY_ABROAD_H
#define NR_ENTITY_ABROAD_H

#include "entity/naming.h"

/* Is the word an office or trade that a person has: "alcaldesa", "avocate"? */
bool nr_is_trade(const struct nr_text *text, uint32_t t);

/* Adds what stands in and before a name that no list knows to the vote on its form; does
 * nothing in other languages. */
void nr_hear_abroad(struct nr_form *form, const struct nr_text *text,
                    const struct nr_name *name);

/* And once a mention: "en Lindes", "la Universidad de Rosales". */
void nr_hear_where(struct nr_form *form, const struct nr_text *text,
                   const struct nr_name *name);

#endif
