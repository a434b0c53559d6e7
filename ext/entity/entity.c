/* entity/entity.c: the steps of entity.h in order, and the questions other rooms ask. */
#include "entity/name_features.h"
#include "entity/naming.h"

const char *const nr_mention_names[4] = {"name", "nominal", "pronoun", "value"};
const char *const nr_basis_names[4] = {NULL, "pronoun", "title", "name"};

static bool begin(struct nr_naming *naming)
{
    const struct nr_text *text = naming->text;
    naming->capital = nr_arena_take(naming->arena, text->tokens.count);
    naming->casing = nr_arena_take(naming->arena, text->sentences.count);
    naming->uses =
        nr_arena_take_array(naming->arena, text->words.count, sizeof(struct nr_use));
    return naming->arena->status == NR_OK && nr_words_pair(naming);
}

static bool make_mentions(struct nr_naming *naming)
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

/* ---- The rules alone, as something that learning can look at ---- */

static const struct nr_models no_models;

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

bool nr_rules_label(struct nr_arena *arena, const struct nr_text *text, uint8_t *labels)
{
    static bool (*const steps[])(struct nr_naming *) = {begin,          nr_capitals_judge,
                                                        nr_names_find,  make_mentions,
                                                        nr_titles_find, nr_types_decide};
    struct nr_entities out = {0};
    struct nr_arena work;
    nr_arena_open(&work, &arena->host);
    struct nr_naming naming = {
        .arena = &work, .kept = &work, .text = text, .models = &no_models, .out = &out};
    bool done = true;
    for (size_t i = 0; done && i < sizeof steps / sizeof steps[0]; i++) {
        done = steps[i](&naming);
    }
    if (done) {
        write_labels(text, &out, labels);
    }
    if (arena->status == NR_OK) {
        arena->status = work.status;
    }
    nr_arena_close(&work);
    return nr_arena_tick(arena, text->tokens.count);
}

enum nr_status nr_entities_find(struct nr_arena *arena, const struct nr_models *models,
                                const struct nr_text *text, struct nr_entities *entities)
{
    static bool (*const steps[])(struct nr_naming *) = {
        begin,          nr_labels_find,  nr_capitals_judge, nr_names_find, make_mentions,
        nr_titles_find, nr_types_decide, nr_names_join,     map_tokens,
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
