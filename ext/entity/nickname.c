/* entity/nickname.c: who is "the Hammer"?
 *
 *     Peter "The Hammer" Sandys won. Sandys thanked his coach. The Hammer smiled.
 *
 * A nickname between marks inside a person's full name is a name of that person: with the
 * article that it begins with, or of several words, wherever else it stands. (One of one
 * word, Robert "Bob" Hale, is found like a given name: person.c.)
 *
 * Knowingly wrong: a nickname that the article introduces in a sentence of its own
 * ("known as the Hammer") stays unknown. */
#include "entity/naming.h"

struct inside {
    uint32_t first; /* tokens between the marks */
    uint32_t end;   /* == first: there are none */
};

static struct inside inside_marks(const struct nr_text *text, uint32_t first,
                                  uint32_t end)
{
    uint32_t open = NR_NONE;
    for (uint32_t t = first + 1; t + 1 < end; t++) {
        if (text->tokens.items[t].shape != NR_SHAPE_MARK) {
            continue;
        }
        if (open != NR_NONE) {
            return (struct inside){open + 1, t};
        }
        open = t;
    }
    return (struct inside){first, first};
}

struct nr_span nr_nickname_in(const struct nr_text *text,
                              const struct nr_mention *mention)
{
    struct inside inside = inside_marks(text, mention->first_token, mention->end_token);
    return inside.first == inside.end
               ? nr_span_of(0, 0)
               : nr_span_of(text->tokens.items[inside.first].begin,
                            text->tokens.items[inside.end - 1].end);
}

/* The form of a nickname, if it stands anywhere by itself, is told whose it is. */
static void note_bearer(struct nr_naming *naming, const struct nr_name *name)
{
    const struct nr_text *text = naming->text;
    struct inside inside = inside_marks(text, name->first, name->end);
    if (inside.first == inside.end) {
        return;
    }
    bool the = nr_token_in(text, inside.first, NR_IN(determiner));
    uint32_t first = inside.first + the;
    uint32_t end = inside.end;
    uint32_t form =
        first < inside.end ? nr_form_at(naming, first, inside.end, &end) : NR_NONE;
    bool told = form != NR_NONE && end == inside.end && form != name->form &&
                (the || inside.end > first + 1);
    if (told) {
        naming->forms.items[form].bearer = name->form;
        naming->forms.items[form].with_article = the;
    }
}

bool nr_nicknames_find(struct nr_naming *naming)
{
    for (uint32_t i = 0; i < naming->names.count; i++) {
        const struct nr_name *name = &naming->names.items[i];
        if (naming->out->mentions.items[i].type == NR_TYPE_PERSON &&
            name->end > name->first + 3) {
            note_bearer(naming, name);
        }
        if (!nr_arena_tick(naming->arena, 1)) {
            return false;
        }
    }
    return true;
}

uint32_t nr_nickname_bearer(const struct nr_naming *naming, uint32_t name)
{
    const struct nr_name *called = &naming->names.items[name];
    const struct nr_form *form = &naming->forms.items[called->form];
    bool article = called->first > 0 &&
                   nr_token_in(naming->text, called->first - 1, NR_IN(determiner)) &&
                   nr_token_at(naming, called->first - 1)->sentence ==
                       nr_token_at(naming, called->first)->sentence;
    return form->bearer != NR_NONE && (article || !form->with_article) ? form->bearer
                                                                       : NR_NONE;
}
