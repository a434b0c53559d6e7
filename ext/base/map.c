/* base/map.c: see map.h. */
#include "base/map.h"

#include <string.h>

uint32_t nr_hash(const char *bytes, size_t length)
{
    uint32_t hash = NR_HASH_BEGIN;
    for (size_t i = 0; i < length; i++) {
        hash = nr_hash_step(hash, bytes[i]);
    }
    return nr_hash_end(hash);
}

static struct nr_map_slot *probe(const struct nr_map *map, const char *key,
                                 uint32_t length, uint32_t hash)
{
    uint32_t mask = map->capacity - 1;
    uint32_t at = hash & mask;
    while (map->slots[at].key != NULL) {
        const struct nr_map_slot *slot = &map->slots[at];
        if (slot->hash == hash && slot->length == length &&
            memcmp(slot->key, key, length) == 0) {
            break;
        }
        at = (at + 1) & mask;
    }
    return &map->slots[at];
}

uint32_t nr_map_find_hashed(const struct nr_map *map, const char *key, uint32_t length,
                            uint32_t hash)
{
    if (map->count == 0) {
        return NR_NONE;
    }
    const struct nr_map_slot *slot = probe(map, key, length, hash);
    return slot->key != NULL ? slot->value : NR_NONE;
}

uint32_t nr_map_find(const struct nr_map *map, const char *key, uint32_t length)
{
    return nr_map_find_hashed(map, key, length, nr_hash(key, length));
}

static bool grow(struct nr_arena *arena, struct nr_map *map)
{
    struct nr_map bigger = {.capacity = map->capacity == 0 ? 64 : map->capacity * 2,
                            .count = map->count};
    if (bigger.capacity == 0) { /* 2^31 doubled */
        arena->status = NR_NOMEM;
        return false;
    }
    bigger.slots = nr_arena_take_array(arena, bigger.capacity, sizeof *bigger.slots);
    if (bigger.slots == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < map->capacity; i++) {
        const struct nr_map_slot *slot = &map->slots[i];
        if (slot->key != NULL) {
            *probe(&bigger, slot->key, slot->length, slot->hash) = *slot;
        }
    }
    *map = bigger;
    return true;
}

uint32_t *nr_map_slot_hashed(struct nr_arena *arena, struct nr_map *map, const char *key,
                             uint32_t length, uint32_t hash)
{
    if (map->count >= map->capacity / 2 && !grow(arena, map)) {
        return NULL;
    }
    struct nr_map_slot *slot = probe(map, key, length, hash);
    if (slot->key == NULL) {
        *slot = (struct nr_map_slot){key, length, hash, NR_NONE};
        map->count++;
    }
    return &slot->value;
}

uint32_t *nr_map_slot(struct nr_arena *arena, struct nr_map *map, const char *key,
                      uint32_t length)
{
    return nr_map_slot_hashed(arena, map, key, length, nr_hash(key, length));
}
