/* entity/naming.c: where the naming of an article begins, and what comes of its names. */
#include "entity/naming.h"

bool nr_naming_begin(struct nr_naming *naming)
{
    const struct nr_text *text = naming->text;
    naming->capital = nr_arena_take(naming->arena, text->tokens.count);
    naming->casing = nr_arena_take(naming->arena, text->sentences.count);
    naming->uses =
        nr_arena_take_array(naming->arena, text->words.count, sizeof(struct nr_use));
    return naming->arena->status == NR_OK && nr_words_pair(naming);
}

bool nr_mentions_make(struct nr_naming *naming)
{
    struct nr_entities *out = naming->out;
    if (!nr_list_reserve(naming->kept, &out->mentions, sizeof(struct nr_mention),
                         naming->names.count)) {
        return false;
    }
    const struct nr_token *tokens = naming->text->tokens.items;
    for (uint32_t i = 0; i < naming->names.count; i++) {
        const struct nr_name *name = &naming->names.items[i];
        out->mentions.items[out->mentions.count++] = (struct nr_mention){
            .span = nr_span_of(tokens[name->first].begin, tokens[name->end - 1].end),
            .first_token = name->first,
            .end_token = name->end,
            .entity = NR_NONE,
            .next = NR_NONE,
            .kind = NR_MENTION_NAME,
        };
        if (!nr_arena_tick(naming->arena, 4)) {
            return false;
        }
    }
    return true;
}
