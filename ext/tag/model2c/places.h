/* tag/model2c/places.h: a place for each attribute of a model, no two in one. */
#ifndef NR_TAG_MODEL2C_PLACES_H
#define NR_TAG_MODEL2C_PLACES_H

#include "tag/model.h"

/* Finds places for attributes, all different and not 0. Returns whose place each is, 0:
 * nobody's; to be freed, as places->shifts. */
uint32_t *model_places(struct nr_places *places, const uint32_t *attributes,
                       uint32_t count);

#endif
