/* speaker/roll.c: see roll.h. Two lists in reading order become one.
 *
 *     Maria Diaz sold 12 of her buses.     name Maria Diaz, value 12, pronoun her
 */
#include "speaker/roll.h"

#include <string.h>

/* Does the value stand first? A phrase that begins with it ("the first minister") does
 * not lie in it, but holds it. */
static bool value_first(const struct nr_value *value, const struct nr_appearance *seen)
{
    return value->span.begin < seen->span.begin ||
           (value->span.begin == seen->span.begin && value->span.end > seen->span.end);
}

static void put(struct nr_arena *arena, struct nr_roll *roll, struct nr_appearance seen)
{
    struct nr_appearance *added = nr_list_push(arena, &roll->items, sizeof *added);
    if (added != NULL) {
        *added = seen;
    }
}

enum nr_status nr_roll_call(struct nr_arena *arena, const struct nr_presence *presence,
                            const struct nr_values *values, struct nr_roll *roll)
{
    uint32_t v = 0;
    memset(roll, 0, sizeof *roll);
    nr_list_reserve(arena, &roll->items, sizeof(struct nr_appearance),
                    presence->all.count + values->items.count);
    for (uint32_t i = 0; i <= presence->all.count && nr_arena_tick(arena, 2); i++) {
        const struct nr_appearance *seen =
            i < presence->all.count ? &presence->all.items[i] : NULL;
        for (; v < values->items.count &&
               (seen == NULL || value_first(&values->items.items[v], seen));
             v++) {
            const struct nr_value *value = &values->items.items[v];
            put(arena, roll,
                (struct nr_appearance){.span = value->span,
                                       .token = value->token,
                                       .entity = NR_NONE,
                                       .type = value->type,
                                       .kind = NR_MENTION_VALUE});
        }
        if (seen != NULL) {
            put(arena, roll, *seen);
        }
    }
    return arena->status;
}
