/* reuse/shingles.c: by which runs of words can a quote be found again?
 *
 *     we will never re open the mine -> we will never, will never re, never re open ...
 *
 * Each run of three words has a number, its hash. Of every four runs that follow each
 * other the one of the smallest number is taken (winnowing: Schleimer, Wilkerson and
 * Aiken, 2003), so two quotes that have six words in a row in common have taken one and
 * the same run there, wherever either of them was cut; about two runs in five are taken.
 * Runs of short words ("one of the"), which are everywhere and tell nothing, count as
 * larger than all others. A long quote keeps those of the smallest numbers.
 *
 * An article's sketch is simpler: the smallest numbers of all of its runs (Broder, 1997).
 * Two sketches put together are a sample of the runs of both articles, and how many of
 * that sample both have tells how many of all. An article of which half was cut off loses
 * half of its smallest numbers and keeps the others. With 32 of them the share is some
 * points off.
 */
#include "reuse/reuse.h"

#include "reuse/quote_words.h"
#include "reuse/words.h"

enum {
    RUN = 3,         /* words of a quote's run */
    WINDOW = 4,      /* runs of which one is taken */
    TELLING = 10,    /* letters that a run needs to tell anything */
    ARTICLE_RUN = 4, /* words of an article's run */
    LONGEST_RUN = 4  /* of these */
};

#define TELLS_LITTLE (UINT32_C(1) << 31)

/* The last words read. */
struct runs {
    uint32_t length; /* words of a run */
    uint32_t words;  /* read so far */
    uint32_t hashes[LONGEST_RUN];
    uint32_t letters[LONGEST_RUN];
};

/* The number of the run that ends with this word, 1 to NR_SHINGLE_LIMIT - 1; 0: there are
 * too few words yet. */
static uint32_t next_run(struct runs *runs, uint32_t hash, uint32_t letters)
{
    runs->hashes[runs->words % runs->length] = hash;
    runs->letters[runs->words % runs->length] = letters;
    if (++runs->words < runs->length) {
        return 0;
    }
    uint64_t mixed = 0;
    for (uint32_t i = 0; i < runs->length; i++) {
        mixed = mixed * UINT64_C(0x9E3779B97F4A7C15) +
                runs->hashes[(runs->words + i) % runs->length];
        mixed ^= mixed >> 32;
    }
    uint32_t number = (uint32_t)(nr_plain_mixed(mixed) >> 33);
    return number != 0 ? number : 1;
}

static uint32_t letters_of_run(const struct runs *runs)
{
    uint32_t letters = 0;
    for (uint32_t i = 0; i < runs->length; i++) {
        letters += runs->letters[i];
    }
    return letters;
}

/* Puts a number where it belongs among those kept, ascending; the largest falls out when
 * there is no room. */
static void keep(uint32_t *items, uint32_t *count, uint32_t limit, uint32_t number)
{
    if (*count == limit && number >= items[limit - 1]) {
        return;
    }
    uint32_t at = *count;
    while (at > 0 && items[at - 1] > number) {
        at--;
    }
    if (at > 0 && items[at - 1] == number) {
        return;
    }
    uint32_t last = *count < limit ? (*count)++ : limit - 1;
    for (; last > at; last--) {
        items[last] = items[last - 1];
    }
    items[at] = number;
}

/* The smallest of the window; of equal ones any, they are the same number. */
static uint32_t smallest(const uint32_t *window, uint32_t count)
{
    uint32_t least = window[0];
    for (uint32_t i = 1; i < count; i++) {
        least = window[i] < least ? window[i] : least;
    }
    return least;
}

void nr_quote_shingles(const struct nr_quote_words *words, struct nr_shingles *shingles)
{
    struct runs runs = {.length = RUN};
    uint32_t window[WINDOW];
    uint32_t seen = 0;
    shingles->count = 0;
    for (uint32_t i = 0; i < words->list.count; i++) {
        const struct nr_quote_word *word = &words->list.items[i];
        uint32_t number = next_run(&runs, word->hash, word->letters);
        if (number == 0) {
            continue;
        }
        bool tells = letters_of_run(&runs) >= TELLING;
        window[seen++ % WINDOW] = tells ? number : number | TELLS_LITTLE;
        if (seen >= WINDOW) {
            keep(shingles->items, &shingles->count, NR_QUOTE_SHINGLES,
                 smallest(window, WINDOW));
        }
    }
    if (seen > 0 && seen < WINDOW) {
        keep(shingles->items, &shingles->count, NR_QUOTE_SHINGLES,
             smallest(window, seen));
    }
    for (uint32_t i = 0; i < shingles->count; i++) {
        shingles->items[i] &= NR_SHINGLE_LIMIT - 1;
    }
}

void nr_article_sketch(const char *bytes, size_t size, struct nr_sketch *sketch)
{
    struct nr_plain_reader reader = nr_plain_read(bytes, size);
    struct nr_plain_word word;
    struct runs runs = {.length = ARTICLE_RUN};
    sketch->runs = 0;
    sketch->count = 0;
    while (nr_plain_next(&reader, &word)) {
        uint32_t number = next_run(&runs, (uint32_t)(word.hash >> 32), word.letters);
        if (number != 0) {
            keep(sketch->items, &sketch->count, NR_SKETCH, number);
            sketch->runs++;
        }
    }
}

uint64_t nr_sketch_key(const struct nr_sketch *sketch)
{
    uint64_t hash = sketch->runs;
    for (uint32_t i = 0; i < sketch->count; i++) {
        hash = nr_plain_mixed(hash + sketch->items[i]);
    }
    return hash;
}

uint32_t nr_sketches_share(const struct nr_sketch *a, const struct nr_sketch *b)
{
    uint32_t i = 0;
    uint32_t j = 0;
    uint32_t sampled = 0;
    uint32_t both = 0;
    while (sampled < NR_SKETCH && (i < a->count || j < b->count)) {
        uint32_t left = i < a->count ? a->items[i] : UINT32_MAX;
        uint32_t right = j < b->count ? b->items[j] : UINT32_MAX;
        both += left == right;
        i += left <= right;
        j += right <= left;
        sampled++;
    }
    uint64_t shorter = a->runs < b->runs ? a->runs : b->runs;
    if (sampled == 0 || shorter == 0) {
        return 0;
    }
    /* both / sampled of the runs of either are runs of both. */
    uint64_t common = ((uint64_t)a->runs + b->runs) * both / (sampled + both);
    return (uint32_t)(common < shorter ? common * 100 / shorter : 100);
}

uint32_t nr_quote_key(const char *bytes, size_t size, uint64_t *key)
{
    struct nr_plain_reader reader = nr_plain_read(bytes, size);
    struct nr_plain_word word;
    uint32_t letters = 0;
    while (nr_plain_next(&reader, &word)) {
        letters += word.letters;
    }
    *key = nr_plain_mixed(reader.letters_hash);
    return letters;
}

void nr_quote_key_write(uint64_t key, char out[NR_KEY_BYTES])
{
    for (uint32_t i = 0; i < NR_KEY_BYTES - 1; i++) {
        out[i] = "0123456789abcdef"[key >> (60 - 4 * i) & 15];
    }
    out[NR_KEY_BYTES - 1] = 0;
}
