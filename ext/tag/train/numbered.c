/* tag/train/numbered.c: lessons as numbers: every feature seen often enough gets one.
 *
 * Two walks over all lessons: the first counts features in a hash table, the second
 * writes down the numbers of those that are kept. */
#include "tag/train/numbered.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool answer(const struct nr_model *model, const struct nr_description *description,
            uint8_t *labels)
{
    struct nr_host host = trainer_host();
    struct nr_arena work;
    nr_arena_open(&work, &host);
    bool done = nr_tag(&work, model, description, labels, NULL);
    nr_arena_close(&work);
    return done;
}

/* ---- An order ---- */

/* The same on every machine: splitmix64. */
static uint64_t draw(uint64_t *state)
{
    uint64_t z = (*state += 0x9E3779B97F4A7C15u);
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

void shuffle(uint32_t *order, uint32_t count, uint64_t *state)
{
    for (uint32_t i = count; i > 1; i--) {
        uint32_t other = (uint32_t)(draw(state) % i);
        uint32_t swapped = order[i - 1];
        order[i - 1] = order[other];
        order[other] = swapped;
    }
}

/* ---- Which features there are ---- */

/* From keys to counts, then to numbers. Key 0 is empty: no attribute is 0. */
struct census {
    uint64_t *keys;
    uint32_t *values;
    size_t capacity; /* a power of two */
    size_t count;
};

static size_t slot_of(const struct census *census, uint64_t key)
{
    size_t mask = census->capacity - 1;
    size_t at = (size_t)((key * 0x9E3779B97F4A7C15u) >> 20) & mask;
    while (census->keys[at] != 0 && census->keys[at] != key) {
        at = (at + 1) & mask;
    }
    return at;
}

static void census_open(struct census *census, size_t capacity)
{
    *census = (struct census){.capacity = capacity};
    census->keys = need(capacity, sizeof *census->keys);
    census->values = need(capacity, sizeof *census->values);
}

static void census_close(struct census *census)
{
    free(census->keys);
    free(census->values);
}

static void census_grow(struct census *census)
{
    struct census wider;
    census_open(&wider, census->capacity * 2);
    wider.count = census->count;
    for (size_t i = 0; i < census->capacity; i++) {
        if (census->keys[i] != 0) {
            size_t at = slot_of(&wider, census->keys[i]);
            wider.keys[at] = census->keys[i];
            wider.values[at] = census->values[i];
        }
    }
    census_close(census);
    *census = wider;
}

static void count_key(struct census *census, uint64_t key)
{
    if (census->count * 2 >= census->capacity) {
        census_grow(census);
    }
    size_t at = slot_of(census, key);
    census->count += census->keys[at] == 0;
    census->keys[at] = key;
    census->values[at]++;
}

/* ---- Walking over what a position shows ---- */

typedef void visit(void *context, uint64_t key);

static void visit_channel(const struct nr_channel *channel, struct nr_sequence sequence,
                          uint32_t t, visit *see, void *context)
{
    for (uint32_t o = 0; o < NR_TAG_OFFSETS; o++) {
        uint32_t at = t + o - NR_TAG_REACH; /* wraps below 0 */
        if ((channel->offsets >> o & 1) == 0 || at >= sequence.count ||
            channel->kinds[sequence.first + at] == NR_NONE) {
            continue;
        }
        const uint32_t *attributes =
            channel->attributes +
            (size_t)channel->kinds[sequence.first + at] * channel->width;
        for (uint32_t i = 0; i < channel->width && attributes[i] != 0; i++) {
            see(context, (uint64_t)attributes[i] << 3 | o);
        }
    }
}

static void visit_position(const struct nr_description *d, struct nr_sequence sequence,
                           uint32_t t, const uint32_t *own, visit *see, void *context)
{
    for (uint32_t c = 0; c < d->channel_count; c++) {
        visit_channel(&d->channels[c], sequence, t, see, context);
    }
    for (uint32_t i = 0; i < d->own_width; i++) {
        uint32_t attribute = own[(size_t)t * d->own_width + i];
        if (attribute != 0) {
            see(context, (uint64_t)attribute << 3 | NR_MODEL_OWN);
        }
    }
}

/* Own attributes and turns of a sequence, in memory that lasts until the next. */
struct room {
    uint32_t own[(size_t)NR_TAG_LONGEST * NR_TAG_OWN];
    uint8_t turns[NR_TAG_LONGEST];
};

static void describe(const struct nr_description *d, struct nr_sequence sequence,
                     struct room *room)
{
    memset(room->turns, 0, sequence.count);
    if (d->describe != NULL) {
        d->describe(d->context, sequence.first, sequence.count, room->own, room->turns);
    }
}

/* ---- Two walks ---- */

static void see_count(void *context, uint64_t key)
{
    count_key(context, key);
}

static void count_features(struct numbered *n, const struct course *course,
                           struct census *census, struct room *room)
{
    for (uint32_t i = 0; i < course->lesson_count; i++) {
        const struct nr_description *d = &course->lessons[i].description;
        for (uint32_t s = 0; s < d->sequences.count; s++) {
            struct nr_sequence sequence = d->sequences.items[s];
            describe(d, sequence, room);
            for (uint32_t t = 0; t < sequence.count; t++) {
                visit_position(d, sequence, t, room->own, see_count, census);
            }
            n->position_count += sequence.count;
            n->sequence_count += sequence.count > 0;
            n->longest = sequence.count > n->longest ? sequence.count : n->longest;
        }
    }
}

/* Order must not depend on the table's size, so keys are sorted. */
static int by_key(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a;
    uint64_t y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static void number_features(struct numbered *n, struct census *census, uint32_t least)
{
    n->keys = need(census->count, sizeof *n->keys);
    for (size_t i = 0; i < census->capacity; i++) {
        if (census->keys[i] != 0 && census->values[i] >= least) {
            n->keys[n->feature_count++] = census->keys[i];
        }
        census->values[i] = UINT32_MAX;
    }
    qsort(n->keys, n->feature_count, sizeof *n->keys, by_key);
    for (uint32_t f = 0; f < n->feature_count; f++) {
        census->values[slot_of(census, n->keys[f])] = f;
    }
}

/* The second walk's state. */
struct scribe {
    struct numbered *numbered;
    const struct census *census;
    uint64_t count;
    uint64_t capacity;
};

static void see_number(void *context, uint64_t key)
{
    struct scribe *scribe = context;
    uint32_t number = scribe->census->values[slot_of(scribe->census, key)];
    if (number == UINT32_MAX) {
        return;
    }
    if (scribe->count == scribe->capacity) {
        scribe->capacity = scribe->capacity * 3 / 2 + 1024;
        scribe->numbered->features =
            realloc(scribe->numbered->features,
                    scribe->capacity * sizeof *scribe->numbered->features);
        if (scribe->numbered->features == NULL) {
            fprintf(stderr, "train: out of memory\n");
            exit(EXIT_FAILURE);
        }
    }
    scribe->numbered->features[scribe->count++] = number;
}

static void write_numbers(struct numbered *n, const struct course *course,
                          const struct census *census, struct room *room)
{
    struct scribe scribe = {.numbered = n, .census = census};
    uint32_t position = 0;
    uint32_t index = 0;
    for (uint32_t i = 0; i < course->lesson_count; i++) {
        const struct nr_description *d = &course->lessons[i].description;
        for (uint32_t s = 0; s < d->sequences.count; s++) {
            struct nr_sequence sequence = d->sequences.items[s];
            if (sequence.count == 0) {
                continue;
            }
            describe(d, sequence, room);
            n->sequences[index++] = (struct numbered_sequence){position, sequence.count};
            for (uint32_t t = 0; t < sequence.count; t++, position++) {
                n->begins[position] = scribe.count;
                n->labels[position] = course->lessons[i].labels[sequence.first + t];
                n->turns[position] = room->turns[t];
                visit_position(d, sequence, t, room->own, see_number, &scribe);
            }
        }
    }
    n->begins[position] = scribe.count;
}

void number_lessons(struct numbered *n, const struct course *course)
{
    struct census census;
    struct room *room = need(1, sizeof *room);
    *n = (struct numbered){0};
    census_open(&census, 1u << 20);
    count_features(n, course, &census, room);
    number_features(n, &census, course->least > 0 ? course->least : 2);
    n->begins = need((size_t)n->position_count + 1, sizeof *n->begins);
    n->labels = need(n->position_count, 1);
    n->turns = need(n->position_count, 1);
    n->sequences = need(n->sequence_count, sizeof *n->sequences);
    write_numbers(n, course, &census, room);
    census_close(&census);
    free(room);
}

void numbered_free(struct numbered *n)
{
    free(n->begins);
    free(n->features);
    free(n->labels);
    free(n->turns);
    free(n->sequences);
    free(n->keys);
}
