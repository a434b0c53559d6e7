/* quote/romance.h: who said a passage between marks in Spanish and French. */
#ifndef NR_QUOTE_ROMANCE_H
#define NR_QUOTE_ROMANCE_H

#include "quote/scene.h"

/* Is the scene's block in a language that is read here? */
bool nr_romance_reads(const struct nr_scene *scene);

/* As nr_passage_attribute(), which calls it for such blocks. */
void nr_romance_attribute(const struct nr_scene *scene, uint32_t passage,
                          struct nr_finding *finding);

/* Who was named last before a token as somebody who does something, in its block or the
 * one before it: whom a verb without a subject means. Empty: nobody. */
struct nr_phrase nr_romance_antecedent(const struct nr_scene *scene, uint32_t before);

#endif
