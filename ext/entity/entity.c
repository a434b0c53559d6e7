#include "entity/entity.h"
enum nr_status nr_entities_find(struct nr_arena *arena, const struct nr_text *text, struct nr_entities *entities)
{
    (void)text;
    (void)entities;
    return arena->status;
}
