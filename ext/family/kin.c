/* family/kin.c: the texts that are compared, each once however many rows have its words,
 * and which of them are one. */
#include "family/kin.h"

#include "archive/statement.h"

#include <string.h>

static struct nr_kin *find_kin(const struct nr_families *families,
                               const struct nr_map *map, const void *key, size_t length)
{
    uint32_t found = nr_map_find(map, key, (uint32_t)length);
    return found != NR_NONE ? families->kin.items[found] : NULL;
}

/* NULL on failure. */
static struct nr_kin *new_kin(struct nr_families *families, const char *key)
{
    size_t length = strlen(key);
    struct nr_arena *arena = &families->arena;
    struct nr_kin *kin = nr_arena_take(arena, sizeof *kin);
    struct nr_kin **place = nr_list_push(arena, &families->kin, sizeof(void *));
    if (kin == NULL || place == NULL || length >= NR_KEY_BYTES) {
        return NULL;
    }
    *place = kin;
    memcpy(kin->key, key, length);
    kin->number = families->kin.count - 1;
    kin->parent = kin->number;
    kin->posted = true;
    uint32_t *slot = nr_map_slot(arena, &families->texts, kin->key, (uint32_t)length);
    if (slot != NULL) {
        *slot = kin->number;
    }
    return slot != NULL ? kin : NULL;
}

/* What a text needs to be compared. */
static void fill_in(struct nr_families *families, struct nr_kin *text,
                    const struct nr_reuse_row *row)
{
    struct nr_arena *arena = &families->arena;
    struct nr_shingles shingles;
    text->id = row->id;
    text->has_family = row->has_family;
    nr_reuse_shingles(arena, row, families->kind, &text->words, &shingles);
    uint32_t *items = nr_arena_take_array(arena, shingles.count, sizeof *shingles.items);
    if (items != NULL) {
        memcpy(items, shingles.items, shingles.count * sizeof *items);
        text->shingles = items;
        text->shingle_count = shingles.count;
    }
    if (text->words != NULL) {
        text->weight = nr_quote_weight(text->words);
    }
    if (families->kind == NR_REUSE_ARTICLES) {
        struct nr_sketch *sketch = nr_arena_take_raw(arena, sizeof *sketch);
        if (sketch != NULL) {
            *sketch = row->sketch;
            text->sketch = sketch;
        }
    }
}

static struct nr_kin *text_of_row(struct nr_families *families,
                                  const struct nr_reuse_row *row)
{
    struct nr_kin *text =
        find_kin(families, &families->texts, row->key, strlen(row->key));
    if (text != NULL) {
        return text;
    }
    text = new_kin(families, row->key);
    if (text == NULL) {
        return NULL;
    }
    fill_in(families, text, row);
    uint32_t *slot = nr_map_slot(&families->arena, &families->rows,
                                 (const char *)&text->id, sizeof text->id);
    if (slot != NULL) {
        *slot = text->number;
    }
    return text;
}

struct nr_kin *nr_kin_of_id(struct nr_families *families, int64_t id)
{
    struct nr_reuse_row row;
    struct nr_kin *text = find_kin(families, &families->rows, &id, sizeof id);
    if (text != NULL) {
        return text;
    }
    sqlite3_stmt *read =
        nr_reuse_read_row(families->reuse, families->kind, id, &row, families->failure);
    if (read != NULL) {
        text = text_of_row(families, &row);
        sqlite3_reset(read);
    }
    return nr_families_work(families) ? text : NULL;
}

uint32_t nr_kin_top(const struct nr_families *families, uint32_t number)
{
    struct nr_kin **kin = families->kin.items;
    while (kin[number]->parent != number) {
        kin[number]->parent = kin[kin[number]->parent]->parent;
        number = kin[number]->parent;
    }
    return number;
}

void nr_kin_join(const struct nr_families *families, uint32_t a, uint32_t b)
{
    uint32_t a_top = nr_kin_top(families, a);
    uint32_t b_top = nr_kin_top(families, b);
    uint32_t first = a_top < b_top ? a_top : b_top;
    families->kin.items[a_top]->parent = first;
    families->kin.items[b_top]->parent = first;
}
