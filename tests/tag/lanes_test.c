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
    int16_t most[EIGHT];
    int16_t least[EIGHT];
    int16_t all[EIGHT];
    int16_t greatest = a[0];
    for (int i = 0; i < EIGHT; i++) {
        sums[i] = (int16_t)(a[i] + b[i]);
        most[i] = a[i] > b[i] ? a[i] : b[i];
        least[i] = a[i] < b[i] ? a[i] : b[i];
        all[i] = b[0];
        greatest = a[i] > greatest ? a[i] : greatest;
    }
    nr_lanes x = nr_lanes_read(a);
    nr_lanes y = nr_lanes_read(b);
    test_bool("sums", same(nr_lanes_add(x, y), sums), true);
    test_bool("the greater ones", same(nr_lanes_most(x, y), most), true);
    test_bool("the lesser ones", same(nr_lanes_least(x, y), least), true);
    test_bool("one for all", same(nr_lanes_all(b[0]), all), true);
    test_number("the greatest", nr_lanes_greatest(x), greatest);
}

static void bytes_are_widened(void)
{
    static const int8_t bytes[] = {0, 1, -1, 127, -128, 5, -5, 100};
    static const int16_t wide[] = {0, 1, -1, 127, -128, 5, -5, 100};
    test_case("bytes are widened");
    test_bool("bytes", same(nr_lanes_of_bytes(bytes), wide), true);
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
    return test_end();
}
