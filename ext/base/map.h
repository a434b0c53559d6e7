/* base/map.h: from byte strings to numbers, in an arena. Keys are copied by reference:
 * they must live as long as the map. Open addressing; linear in all operations together.
 */
#ifndef NR_BASE_MAP_H
#define NR_BASE_MAP_H

#include "base/arena.h"

struct nr_map_slot {
    const char *key; /* NULL: empty */
    uint32_t length;
    uint32_t hash;
    uint32_t value;
};

struct nr_map {
    struct nr_map_slot *slots; /* [capacity] a power of two */
    uint32_t capacity;
    uint32_t count;
};

uint32_t nr_hash(const char *bytes, size_t length); /* same on every machine */

/* The same byte by byte, for who reads them anyway: begin, step for each, end. FNV-1a, 32
 * bits: short keys, no seed. */
#define NR_HASH_BEGIN 2166136261u

static inline uint32_t nr_hash_step(uint32_t hash, char byte)
{
    return (hash ^ (unsigned char)byte) * 16777619u;
}

static inline uint32_t nr_hash_end(uint32_t hash)
{
    return hash ^ hash >> 15;
}

/* The value of a key, NR_NONE when absent. */
uint32_t nr_map_find(const struct nr_map *map, const char *key, uint32_t length);
/* The slot of a key, made with value NR_NONE when new; NULL on failure. Valid until the
 * next call. */
uint32_t *nr_map_slot(struct nr_arena *arena, struct nr_map *map, const char *key,
                      uint32_t length);

/* The same with the key's nr_hash() at hand. */
uint32_t *nr_map_slot_hashed(struct nr_arena *arena, struct nr_map *map, const char *key,
                             uint32_t length, uint32_t hash);
uint32_t nr_map_find_hashed(const struct nr_map *map, const char *key, uint32_t length,
                            uint32_t hash);

#endif
