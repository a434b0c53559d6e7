/* entity/clue.h: what the words around a name say of it. Not a door: entity.h is. */
#ifndef NR_ENTITY_CLUE_H
#define NR_ENTITY_CLUE_H

#include "entity/naming.h"

/* A name where it stands. */
struct nr_place {
    const struct nr_text *text;
    const struct nr_name *name;
    uint32_t floor; /* of its sentence */
    uint32_t limit;
};

/* Adds the votes of all clues that hold here. */
void nr_clues_hear(struct nr_form *form, const struct nr_place *place);

/* "Orsk said", "said Orsk" */
bool nr_name_speaks(const struct nr_place *place);
/* "Orsk, who" */
bool nr_name_who(const struct nr_place *place);
/* A line of results: "Elda 2 Orsk 1", "Elda v Orsk". Teams are called by their towns. */
bool nr_in_result(const struct nr_place *place);

#endif
