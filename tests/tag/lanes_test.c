/* lanes_test.c: eight numbers at once give what each alone gives, as vectors and, in
 * lanes_plain_test.c, in plain C. */
#include "harness.h"
#include "tag/lanes.h"

enum { ROUNDS = 1000, EIGHT = 8 };

static int16_t draw(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return (int16_t)((int32_t)(*state >> 17) - 16384); /* a sum of two fits */
}

static int same(nr_lanes lanes, const int16_t *expected)
{
    int16_t of[EIGHT];
    nr_lanes_write(of, lanes);
    return memcmp(of, expected, sizeof of) == 0;
}

static void try_pair(const int16_t *a, const int16_t *b)
{
    int16_t sums[EIGHT];
    int16_t differences[EIGHT];
    int16_t most[EIGHT];
    int16_t least[EIGHT];
    int16_t all[EIGHT];
    int16_t greatest[EIGHT];
    int16_t highest = a[0];
    uint32_t where = 0; /* bits */
    for (int i = 0; i < EIGHT; i++) {
        sums[i] = (int16_t)(a[i] + b[i]);
        most[i] = a[i] > b[i] ? a[i] : b[i];
        least[i] = a[i] < b[i] ? a[i] : b[i];
        all[i] = b[0];
        differences[i] = (int16_t)(a[i] - b[i]);
        highest = a[i] > highest ? a[i] : highest;
    }
    for (uint32_t i = EIGHT; i-- > 0;) {
        greatest[i] = highest;
        where |= a[i] == highest ? 1u << i : 0;
    }
    nr_lanes x = nr_lanes_read(a);
    nr_lanes y = nr_lanes_read(b);
    test_bool("sums", same(nr_lanes_add(x, y), sums), true);
    test_bool("the greater ones", same(nr_lanes_most(x, y), most), true);
    test_bool("the lesser ones", same(nr_lanes_least(x, y), least), true);
    test_bool("one for all", same(nr_lanes_all(b[0]), all), true);
    test_bool("differences", same(nr_lanes_less(x, y), differences), true);
    for (uint32_t i = 0; i < EIGHT; i++) {
        for (uint32_t to = 0; to < EIGHT; to++) {
            all[to] = a[i];
        }
        test_bool("one of them for all", same(nr_lanes_spread(x, i), all), true);
    }
    test_bool("the greatest", same(nr_lanes_greatest(x), greatest), true);
    test_number("where it is", nr_lanes_same(x, nr_lanes_greatest(x)), where);
    test_number("the first", nr_lanes_one(x), a[0]);
}

static void bytes_are_widened(void)
{
    static const int8_t bytes[] = {0, 1, -1, 127, -128, 5, -5, 100};
    static const int16_t wide[] = {0, 1, -1, 127, -128, 5, -5, 100};
    test_case("bytes are widened");
    test_bool("bytes", same(nr_lanes_of_bytes(bytes), wide), true);
}

static void halves_take_turns(void)
{
    static const int16_t wide[] = {1, 2, 3, 4, 5, -1, 7, 8};
    test_case("halves take turns");
    test_bool("both",
              same(nr_lanes_interleave(0x0007000500030001u, 0x0008FFFF00040002u), wide),
              true);
    test_number("nothing in common", nr_lanes_same(nr_lanes_all(1), nr_lanes_all(2)), 0);
    test_number("a bit", nr_lowest_bit(0x18), 3);
}

int main(void)
{
    uint32_t state = 1;
    int16_t a[EIGHT];
    int16_t b[EIGHT];
    test_case("pairs");
    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < EIGHT; i++) {
            a[i] = draw(&state);
            b[i] = draw(&state);
        }
        try_pair(a, b);
    }
    bytes_are_widened();
    halves_take_turns();
    return test_end();
}
