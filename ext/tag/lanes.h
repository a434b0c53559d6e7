/* tag/lanes.h: eight 16-bit numbers at once.
 *
 * With gcc and clang they are one vector, which every machine of today adds in one
 * instruction; elsewhere, and with NR_PLAIN_LANES, plain C does the same.
 * tests/tag/lanes_test.c and its plain twin give the same answers. */
#ifndef NR_TAG_LANES_H
#define NR_TAG_LANES_H

#include <stdint.h>
#include <string.h>

#if defined(__GNUC__) && !defined(NR_PLAIN_LANES)
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

typedef int16_t nr_lanes __attribute__((vector_size(16)));

/* Eight bytes, widened. */
static inline nr_lanes nr_lanes_of_bytes(const int8_t *from)
{
    typedef int8_t eight_bytes __attribute__((vector_size(8)));
    eight_bytes bytes;
    memcpy(&bytes, from, sizeof bytes);
    return __builtin_convertvector(bytes, nr_lanes);
}

static inline nr_lanes nr_lanes_all(int16_t value)
{
    return (nr_lanes){value, value, value, value, value, value, value, value};
}

static inline nr_lanes nr_lanes_add(nr_lanes a, nr_lanes b)
{
    return a + b;
}

static inline nr_lanes nr_lanes_least(nr_lanes a, nr_lanes b)
{
#if defined(__SSE2__)
    return (nr_lanes)_mm_min_epi16((__m128i)a, (__m128i)b);
#else
    nr_lanes less = a < b;
    return (a & less) | (b & ~less);
#endif
}

static inline nr_lanes nr_lanes_most(nr_lanes a, nr_lanes b)
{
#if defined(__SSE2__)
    return (nr_lanes)_mm_max_epi16((__m128i)a, (__m128i)b);
#else
    nr_lanes more = a > b;
    return (a & more) | (b & ~more);
#endif
}

#else

typedef struct {
    int16_t of[8];
} nr_lanes;

static inline nr_lanes nr_lanes_of_bytes(const int8_t *from)
{
    nr_lanes lanes;
    for (int i = 0; i < 8; i++) {
        lanes.of[i] = (int16_t)from[i];
    }
    return lanes;
}

static inline nr_lanes nr_lanes_all(int16_t value)
{
    return (nr_lanes){{value, value, value, value, value, value, value, value}};
}

static inline nr_lanes nr_lanes_add(nr_lanes a, nr_lanes b)
{
    for (int i = 0; i < 8; i++) {
        a.of[i] = (int16_t)(a.of[i] + b.of[i]);
    }
    return a;
}

static inline nr_lanes nr_lanes_least(nr_lanes a, nr_lanes b)
{
    for (int i = 0; i < 8; i++) {
        a.of[i] = a.of[i] < b.of[i] ? a.of[i] : b.of[i];
    }
    return a;
}

static inline nr_lanes nr_lanes_most(nr_lanes a, nr_lanes b)
{
    for (int i = 0; i < 8; i++) {
        a.of[i] = a.of[i] > b.of[i] ? a.of[i] : b.of[i];
    }
    return a;
}

#endif

static inline nr_lanes nr_lanes_read(const int16_t *from)
{
    nr_lanes lanes;
    memcpy(&lanes, from, sizeof lanes);
    return lanes;
}

static inline void nr_lanes_write(int16_t *to, nr_lanes lanes)
{
    memcpy(to, &lanes, sizeof lanes);
}

/* The greatest of the eight. */
static inline int16_t nr_lanes_greatest(nr_lanes lanes)
{
    int16_t of[8];
    memcpy(of, &lanes, sizeof of);
    int16_t a = of[0] > of[1] ? of[0] : of[1];
    int16_t b = of[2] > of[3] ? of[2] : of[3];
    int16_t c = of[4] > of[5] ? of[4] : of[5];
    int16_t d = of[6] > of[7] ? of[6] : of[7];
    a = a > b ? a : b;
    c = c > d ? c : d;
    return a > c ? a : c;
}

#endif
