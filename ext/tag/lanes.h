/* tag/lanes.h: eight 16-bit numbers at once.
 *
 * With gcc and clang they are one vector, which every machine of today adds in one
 * instruction; elsewhere, and with NR_PLAIN_LANES, plain C does the same.
 * tests/tag/lanes_test.c and its plain twin give the same answers. */
#ifndef NR_TAG_LANES_H
#define NR_TAG_LANES_H

#include <stdint.h>
#include <string.h>

/* For functions that are worth it only where what they are handed is known: the length of
 * a row, above all. A compiler left to itself may judge otherwise, at a fifth of the
 * time. */
#if defined(__GNUC__)
#define NR_INLINED static inline __attribute__((always_inline))
#else
#define NR_INLINED static inline
#endif

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

static inline nr_lanes nr_lanes_less(nr_lanes a, nr_lanes b)
{
    return a - b;
}

/* Of two words of four numbers each, the lowest first: by turns. */
static inline nr_lanes nr_lanes_interleave(uint64_t even, uint64_t odd)
{
#if defined(__SSE2__) && defined(__x86_64__)
    return (nr_lanes)_mm_unpacklo_epi16(_mm_cvtsi64_si128((int64_t)even),
                                        _mm_cvtsi64_si128((int64_t)odd));
#else
    nr_lanes lanes = nr_lanes_all(0);
    for (int i = 0; i < 4; i++) {
        lanes[2 * i] = (int16_t)(even >> 16 * i & 0xFFFF);
        lanes[2 * i + 1] = (int16_t)(odd >> 16 * i & 0xFFFF);
    }
    return lanes;
#endif
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

static inline nr_lanes nr_lanes_less(nr_lanes a, nr_lanes b)
{
    for (int i = 0; i < 8; i++) {
        a.of[i] = (int16_t)(a.of[i] - b.of[i]);
    }
    return a;
}

static inline nr_lanes nr_lanes_interleave(uint64_t even, uint64_t odd)
{
    nr_lanes lanes;
    for (int i = 0; i < 4; i++) {
        lanes.of[2 * i] = (int16_t)(even >> 16 * i & 0xFFFF);
        lanes.of[2 * i + 1] = (int16_t)(odd >> 16 * i & 0xFFFF);
    }
    return lanes;
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

/* The same from memory aligned to 16 bytes: it may be a part of the next instruction. */
static inline nr_lanes nr_lanes_read_aligned(const int16_t *from)
{
#if defined(__GNUC__)
    from = __builtin_assume_aligned(from, sizeof(nr_lanes));
#endif
    return nr_lanes_read(from);
}

static inline void nr_lanes_write(int16_t *to, nr_lanes lanes)
{
    memcpy(to, &lanes, sizeof lanes);
}

/* Which bit is the lowest of a number that has one? */
static inline uint32_t nr_lowest_bit(uint32_t number)
{
#if defined(__GNUC__)
    return (uint32_t)__builtin_ctz(number);
#else
    uint32_t bit = 0;
    while ((number >> bit & 1) == 0) {
        bit++;
    }
    return bit;
#endif
}

/* The first of the eight. */
static inline int16_t nr_lanes_one(nr_lanes lanes)
{
    int16_t one;
    memcpy(&one, &lanes, sizeof one);
    return one;
}

/* One of the eight, eight times. */
static inline nr_lanes nr_lanes_spread(nr_lanes lanes, uint32_t i)
{
#if defined(__GNUC__) && !defined(NR_PLAIN_LANES) && defined(__SSE2__)
    __m128i a = (__m128i)lanes;
    a = i < 4 ? _mm_unpacklo_epi16(a, a) : _mm_unpackhi_epi16(a, a);
    switch (i % 4) {
    case 0:
        return (nr_lanes)_mm_shuffle_epi32(a, _MM_SHUFFLE(0, 0, 0, 0));
    case 1:
        return (nr_lanes)_mm_shuffle_epi32(a, _MM_SHUFFLE(1, 1, 1, 1));
    case 2:
        return (nr_lanes)_mm_shuffle_epi32(a, _MM_SHUFFLE(2, 2, 2, 2));
    default:
        return (nr_lanes)_mm_shuffle_epi32(a, _MM_SHUFFLE(3, 3, 3, 3));
    }
#else
    int16_t of[8];
    memcpy(of, &lanes, sizeof of);
    return nr_lanes_all(of[i]);
#endif
}

/* The greatest of the eight, eight times. */
static inline nr_lanes nr_lanes_greatest(nr_lanes lanes)
{
#if defined(__GNUC__) && !defined(NR_PLAIN_LANES) && defined(__SSE2__)
    __m128i a = (__m128i)lanes;
    a = _mm_max_epi16(a, _mm_shuffle_epi32(a, _MM_SHUFFLE(1, 0, 3, 2)));
    a = _mm_max_epi16(a, _mm_shuffle_epi32(a, _MM_SHUFFLE(2, 3, 0, 1)));
    __m128i turned = _mm_shufflelo_epi16(a, _MM_SHUFFLE(2, 3, 0, 1));
    turned = _mm_shufflehi_epi16(turned, _MM_SHUFFLE(2, 3, 0, 1));
    return (nr_lanes)_mm_max_epi16(a, turned);
#else
    int16_t of[8];
    memcpy(of, &lanes, sizeof of);
    int16_t most = of[0];
    for (int i = 1; i < 8; i++) {
        most = of[i] > most ? of[i] : most;
    }
    return nr_lanes_all(most);
#endif
}

/* Which of the eight are the same in both? A bit for each. */
static inline uint32_t nr_lanes_same(nr_lanes a, nr_lanes b)
{
#if defined(__GNUC__) && !defined(NR_PLAIN_LANES) && defined(__SSE2__)
    __m128i same = _mm_cmpeq_epi16((__m128i)a, (__m128i)b);
    return (uint32_t)_mm_movemask_epi8(_mm_packs_epi16(same, _mm_setzero_si128()));
#else
    int16_t of[2][8];
    memcpy(of[0], &a, sizeof of[0]);
    memcpy(of[1], &b, sizeof of[1]);
    uint32_t bits = 0;
    for (int i = 0; i < 8; i++) {
        bits |= (uint32_t)(of[0][i] == of[1][i]) << i;
    }
    return bits;
#endif
}

#endif
