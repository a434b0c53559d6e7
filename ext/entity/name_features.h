/* entity/name_features.h: what can be seen of each token by who looks for names, as
 * attributes for tag/. The same in training and tagging. Not a door: entity.h is. */
#ifndef NR_ENTITY_NAME_FEATURES_H
#define NR_ENTITY_NAME_FEATURES_H

#include "tag/tagger.h"
#include "text/text.h"

/* Labels: none, or a sort of name and which part of the name a token is. */
enum nr_name_sort {
    NR_NAMES_PER,
    NR_NAMES_ORG,
    NR_NAMES_LOC,
    NR_NAMES_MISC,
    NR_NAMES_SORTS
};
enum nr_name_part { NR_PART_ONLY, NR_PART_FIRST, NR_PART_INSIDE, NR_PART_COUNT };
enum { NR_NAME_NONE = 0, NR_NAME_LABELS = 1 + NR_NAMES_SORTS * NR_PART_COUNT };

static inline uint8_t nr_name_label(enum nr_name_sort sort, enum nr_name_part part)
{
    return (uint8_t)(1 + (int)sort * NR_PART_COUNT + (int)part);
}

static inline enum nr_name_sort nr_name_sort_of(uint8_t label)
{
    return (enum nr_name_sort)((label - 1) / NR_PART_COUNT);
}

static inline enum nr_name_part nr_name_part_of(uint8_t label)
{
    return (enum nr_name_part)((label - 1) % NR_PART_COUNT);
}

/* Does a name go on with this label? */
static inline bool nr_name_inside(uint8_t label)
{
    return label != NR_NAME_NONE && nr_name_part_of(label) == NR_PART_INSIDE;
}

struct nr_name_view;

/* Looks at a text; rules: what the rules of this room call each token, nr_rules_label().
 * Lives in arena; NULL: arena->status. */
struct nr_name_view *nr_name_view_open(struct nr_arena *arena, const struct nr_text *text,
                                       const uint8_t *rules);

/* rules.c: labels[tokens.count], as the rules alone have it. False: arena->status. */
bool nr_rules_label(struct nr_arena *arena, const struct nr_text *text, uint8_t *labels);

/* What the view shows: sequences around all capitals. Good as long as the view is. */
void nr_name_view_describe(const struct nr_name_view *view, struct nr_description *out);

#endif
