/* entity/naming.c: where the naming of an article begins, what is added while it goes on
 * (names, groups of names that are one entity), and the mentions that come of it. */
#include "entity/cut.h"

bool nr_naming_begin(struct nr_naming *naming)
{
    const struct nr_text *text = naming->text;
    naming->capital = nr_arena_take(naming->arena, text->tokens.count);
    naming->casing = nr_arena_take(naming->arena, text->sentences.count);
    naming->uses =
        nr_arena_take_array(naming->arena, text->words.count, sizeof(struct nr_use));
    return naming->arena->status == NR_OK && nr_words_pair(naming);
}

bool nr_name_add(struct nr_naming *naming, uint32_t first, const struct nr_guess *guess)
{
    uint32_t known = naming->forms.count;
    uint32_t index = nr_form_of(naming, first, guess->end);
    if (index == NR_NONE) {
        return naming->arena->status == NR_OK;
    }
    struct nr_name *name = nr_list_push(naming->arena, &naming->names, sizeof *name);
    if (name == NULL) {
        return false;
    }
    name->first = first;
    name->end = guess->end;
    name->form = index;
    struct nr_form *form = &naming->forms.items[index];
    if (index == known) {
        nr_form_vote(form, nr_sort_of_type(guess->type), guess->type, guess->weight);
        form->fact = guess->fact;
        if (guess->type == NR_TYPE_PERSON && form->word_count > 1) {
            naming->uses[form->words[form->word_count - 1]].family = true;
        }
    }
    return true;
}

uint32_t nr_group_add(struct nr_naming *naming, struct nr_groups *groups, uint32_t form,
                      enum nr_type type)
{
    struct nr_group *group = nr_list_push(naming->arena, &groups->all, sizeof *group);
    if (group == NULL) {
        return NR_NONE;
    }
    group->form = form;
    group->entity = NR_NONE;
    group->latest = NR_NONE;
    group->type = (uint8_t)type;
    return groups->all.count - 1;
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
