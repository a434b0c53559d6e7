/* entity/entity.c: the steps of entity.h in order, and the questions other rooms ask. */
#include "entity/naming.h"

const char *const nr_mention_names[4] = {"name", "nominal", "pronoun", "value"};
const char *const nr_basis_names[4] = {NULL, "pronoun", "title", "name"};

static bool map_tokens(struct nr_naming *naming)
{
    struct nr_entities *out = naming->out;
    uint32_t count = naming->text->tokens.count;
    size_t size = count * sizeof(uint32_t);
    out->mention_of_token =
        nr_arena_fill(naming->kept, nr_arena_take_raw(naming->kept, size), 0xFF, size);
    if (out->mention_of_token == NULL) { /* else all are NR_NONE */
        return false;
    }
    for (uint32_t m = 0; m < out->mentions.count; m++) {
        const struct nr_mention *mention = &out->mentions.items[m];
        for (uint32_t t = mention->first_token; t < mention->end_token; t++) {
            out->mention_of_token[t] = m;
        }
        if (!nr_arena_tick(naming->arena, 2)) {
            return false;
        }
    }
    nr_list_trim(naming->kept, &out->entities, sizeof(struct nr_entity));
    nr_list_trim(naming->kept, &out->roles, sizeof(struct nr_role));
    return true;
}

enum nr_status nr_entities_find(struct nr_arena *arena, const struct nr_models *models,
                                const struct nr_text *text, struct nr_entities *entities)
{
    static bool (*const steps[])(struct nr_naming *) = {
        nr_naming_begin,  nr_capitals_judge, nr_labels_find,  nr_names_find,
        nr_mentions_make, nr_titles_find,    nr_types_decide, nr_nicknames_find,
        nr_names_join,    map_tokens,
    };
    struct nr_arena work;
    nr_arena_open(&work, &arena->host);
    struct nr_naming naming = {
        .arena = &work, .kept = arena, .text = text, .models = models, .out = entities};
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        if (!steps[i](&naming)) {
            break;
        }
    }
    if (arena->status == NR_OK) {
        arena->status = work.status;
    }
    nr_arena_close(&work);
    return arena->status;
}
