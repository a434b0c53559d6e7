/* family/candidates.h: which texts may be the same, or cut from one another? */
#ifndef NR_FAMILY_CANDIDATES_H
#define NR_FAMILY_CANDIDATES_H

#include "family/kin.h"

/* Finds the candidates of the texts in the queue from place `first` on, and puts their
 * shingles into the table where they are not posted. True: a run of words has come to be
 * everywhere, and what is unsettled is more. */
bool nr_candidates_find(struct nr_families *families, uint32_t first);

#endif
