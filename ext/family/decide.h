/* family/decide.h: which family does each text belong to? */
#ifndef NR_FAMILY_DECIDE_H
#define NR_FAMILY_DECIDE_H

#include "family/kin.h"

/* Writes down the family of each text in the queue. */
void nr_families_decide(struct nr_families *families);

#endif
