#include "entity/entity.h"
enum nr_status nr_entities_find(struct nr_arena *arena, const struct nr_text *text,
                                struct nr_entities *entities)
{
    (void)text;
    (void)entities;
    return arena->status;
}
uint32_t nr_entity_of_role(const struct nr_text *text, const struct nr_entities *e,
                           uint32_t a, uint32_t b, uint32_t c)
{
    (void)text;
    (void)e;
    (void)a;
    (void)b;
    (void)c;
    return NR_NONE;
}
