/* entity/rules.c: what do the rules of this room, alone, call each token?
 *
 * Something that learning can look at (name_places.c), and that mends what it got wrong
 * (label.c). The rules share what was found of capital letters, and leave no trace: what
 * they make of words and names is their own. */
#include "entity/name_features.h"
#include "entity/naming.h"

static uint8_t rule_label(const struct nr_mention *mention, uint32_t t)
{
    static const enum nr_name_sort sorts[NR_IS_COUNT] = {
        [NR_IS_PERSON] = NR_NAMES_PER, [NR_IS_ORG] = NR_NAMES_ORG,
        [NR_IS_PLACE] = NR_NAMES_LOC,  [NR_IS_NORP] = NR_NAMES_MISC,
        [NR_IS_THING] = NR_NAMES_MISC,
    };
    enum nr_sort_of_name sort = nr_sort_of_type((enum nr_type)mention->type);
    enum nr_name_part part = mention->end_token == mention->first_token + 1 ? NR_PART_ONLY
                             : t == mention->first_token ? NR_PART_FIRST
                                                         : NR_PART_INSIDE;
    return nr_name_label(sorts[sort], part);
}

static void write_labels(const struct nr_text *text, const struct nr_entities *out,
                         uint8_t *labels)
{
    memset(labels, NR_NAME_NONE, text->tokens.count);
    for (uint32_t m = 0; m < out->mentions.count; m++) {
        const struct nr_mention *mention = &out->mentions.items[m];
        for (uint32_t t = mention->first_token; t < mention->end_token; t++) {
            labels[t] = rule_label(mention, t);
        }
    }
}

static bool run(struct nr_naming *naming, bool (*const *steps)(struct nr_naming *))
{
    while (*steps != NULL && (*steps)(naming)) {
        steps++;
    }
    return *steps == NULL;
}

bool nr_naming_rules(struct nr_naming *naming, uint8_t *labels)
{
    static bool (*const steps[])(struct nr_naming *) = {
        nr_names_find, nr_mentions_make, nr_titles_find, nr_types_decide, NULL};
    const struct nr_text *text = naming->text;
    size_t size = text->words.count * sizeof *naming->uses;
    struct nr_entities out = {0};
    struct nr_arena work;
    nr_arena_open(&work, &naming->kept->host);
    struct nr_naming alone = {
        .arena = &work,
        .kept = &work,
        .text = text,
        .out = &out,
        .capital = naming->capital,
        .casing = naming->casing,
        .uses = (struct nr_use *)nr_arena_copy(&work, (const char *)naming->uses, size)};
    if (alone.uses != NULL && run(&alone, steps)) {
        write_labels(text, &out, labels);
    }
    if (naming->arena->status == NR_OK) {
        naming->arena->status = work.status;
    }
    nr_arena_close(&work);
    return nr_arena_tick(naming->arena, text->tokens.count);
}

bool nr_rules_label(struct nr_arena *arena, const struct nr_text *text, uint8_t *labels)
{
    static bool (*const steps[])(struct nr_naming *) = {nr_naming_begin,
                                                        nr_capitals_judge, NULL};
    struct nr_arena work;
    nr_arena_open(&work, &arena->host);
    struct nr_naming naming = {.arena = &work, .kept = &work, .text = text};
    bool done = run(&naming, steps) && nr_naming_rules(&naming, labels);
    if (arena->status == NR_OK) {
        arena->status = work.status;
    }
    nr_arena_close(&work);
    return done;
}
