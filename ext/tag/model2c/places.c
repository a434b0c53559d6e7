/* tag/model2c/places.c: a place for each attribute of a model, no two in one.
 *
 *     attribute -> bucket -> the bucket's shift -> place
 *
 * Buckets are served in order of size, largest first: each gets the first shift that puts
 * all its attributes on places that are still free. Method: "hash, displace, compress"
 * (Belazzougui, Botelho and Dietzfelbinger 2009). 0, no attribute, never finds a place
 * that seems to be its own: its low byte differs there. */
#include "tag/model2c/places.h"
#include "tag/model2c/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ATTRIBUTES_A_BUCKET = 3, SHIFTS = 65536, TRIES = 16 };

/* An attribute in search of a place. */
struct guest {
    uint32_t attribute;
    uint32_t bucket;
    uint32_t companions; /* attributes in the bucket */
};

static int by_bucket(const void *a, const void *b)
{
    const struct guest *x = a;
    const struct guest *y = b;
    if (x->companions != y->companions) {
        return x->companions < y->companions ? 1 : -1;
    }
    if (x->bucket != y->bucket) {
        return x->bucket < y->bucket ? -1 : 1;
    }
    return (x->attribute > y->attribute) - (x->attribute < y->attribute);
}

static struct guest *list_guests(const struct nr_places *places,
                                 const uint32_t *attributes, uint32_t count)
{
    struct guest *guests = need(count, sizeof *guests);
    uint32_t *sizes = need(places->bucket_count, sizeof *sizes);
    for (uint32_t i = 0; i < count; i++) {
        guests[i].attribute = attributes[i];
        guests[i].bucket = nr_model_share(attributes[i], places->bucket_count);
        sizes[guests[i].bucket]++;
    }
    for (uint32_t i = 0; i < count; i++) {
        guests[i].companions = sizes[guests[i].bucket];
    }
    qsort(guests, count, sizeof *guests, by_bucket);
    free(sizes);
    return guests;
}

/* Takes places for a bucket's attributes by one shift; false: one is not free, and none
 * is taken. */
static bool take_places(const struct nr_places *places, const struct guest *guests,
                        uint32_t shift, uint32_t *taken)
{
    for (uint32_t i = 0; i < guests[0].companions; i++) {
        uint32_t at = nr_place_by(guests[i].attribute, shift, places->count);
        if (taken[at] != 0) {
            while (i-- > 0) {
                taken[nr_place_by(guests[i].attribute, shift, places->count)] = 0;
            }
            return false;
        }
        taken[at] = guests[i].attribute;
    }
    return true;
}

/* Gives each bucket a shift; false: there are too few places. */
static bool find_shifts(const struct nr_places *places, const struct guest *guests,
                        uint32_t count, uint32_t *taken, uint16_t *shifts)
{
    memset(taken, 0, places->count * sizeof *taken);
    for (uint32_t g = 0; g < count; g += guests[g].companions) {
        uint32_t shift = 0;
        while (shift < SHIFTS && !take_places(places, guests + g, shift, taken)) {
            shift++;
        }
        if (shift == SHIFTS) {
            return false;
        }
        shifts[guests[g].bucket] = (uint16_t)shift;
    }
    uint32_t found_by_none = taken[nr_place_of(places, 0)];
    return found_by_none == 0 || found_by_none % 256 != 0;
}

uint32_t *model_places(struct nr_places *places, const uint32_t *attributes,
                       uint32_t count)
{
    uint16_t *shifts = need(count / ATTRIBUTES_A_BUCKET + 1, sizeof *shifts);
    *places = (struct nr_places){.bucket_count = count / ATTRIBUTES_A_BUCKET + 1,
                                 .count = count + count / 8 + 1,
                                 .shifts = shifts};
    uint32_t *taken = need(places->count + TRIES, sizeof *taken);
    struct guest *guests = list_guests(places, attributes, count);
    uint32_t tries = 0;
    while (tries < TRIES && !find_shifts(places, guests, count, taken, shifts)) {
        places->count++;
        tries++;
    }
    if (tries == TRIES) {
        fprintf(stderr, "no places for %u attributes of a model\n", count);
        exit(EXIT_FAILURE);
    }
    free(guests);
    return taken;
}
