/* quote/held.h: what stands between marks and is nobody's words. */
#ifndef NR_QUOTE_HELD_H
#define NR_QUOTE_HELD_H

#include "quote/scene.h"

/* Does the article quote with double marks or angles? Asked once, kept in the scene. */
bool nr_quotes_have_doubles(struct nr_arena *arena, const struct nr_text *text,
                            const struct nr_quotes *quotes);

/* A short line of its own in single marks, where the article quotes with double ones. */
bool nr_passage_is_heading(const struct nr_scene *scene,
                           const struct nr_passage *passage);

/* Quote, title or scare, once the rules have had their say (passage->finding). */
enum nr_verdict nr_passage_verdict(const struct nr_scene *scene,
                                   const struct nr_passage *passage);

#endif
