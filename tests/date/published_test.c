/* published_test.c: which day does a text or a number stand for? */
#include "date/date.h"
#include "harness.h"

static const struct {
    const char *written;
    const char *day; /* NULL: it is no date */
} cases[] = {
    {"2024-04-26", "2024-04-26"},
    {" 2024-04-26\n", "2024-04-26"},
    {"2024-04-26T23:59:59-05:00", "2024-04-26"}, /* the next day in UTC */
    {"2024-04-26 00:10:00+09:00", "2024-04-26"},
    {"2024-04-26T10:00:00.123Z", "2024-04-26"},
    {"2024/04/26", "2024-04-26"},
    {"20240426", "2024-04-26"},
    {"20240426T100000Z", "2024-04-26"},
    {"Fri, 26 Apr 2024 10:00:00 GMT", "2024-04-26"},
    {"Fri, 26 Apr 2024 23:30:00 -0700", "2024-04-26"},
    {"26 Apr 2024 10:00 GMT", "2024-04-26"},
    {"Fri, 26 Apr 24 10:00:00 GMT", "2024-04-26"},
    {"Friday, April 26, 2024", "2024-04-26"},
    {"April 26, 2024", "2024-04-26"},
    {"26-Apr-2024", "2024-04-26"},
    {"2460426.5", "2024-04-26"}, /* a Julian day begins at noon */
    {"2460426.4", "2024-04-25"},
    {"2460427", "2024-04-26"},
    {"1714125600", "2024-04-26"},
    {"1714125600.0", "2024-04-26"},
    {"1714125600000", "2024-04-26"},
    {"-1", "1969-12-31"},
    {"now", NULL},
    {"", NULL},
    {"   ", NULL},
    {"yesterday", NULL},
    {"2024-13-01", NULL},
    {"2024-02-30", NULL},
    {"2023-02-29", NULL},
    {"2024-04-26x", NULL},
    {"2024-04", NULL},
    {"26 Foo 2024", NULL},
    {"99999999999999999999", NULL},
    {"1e9", NULL},
    {"12.5.7", NULL},
    {"-", NULL},
    {".5", NULL},
    {"2024", NULL}, /* a Julian day before the year 1 */
};

int main(void)
{
    for (size_t i = 0; i < TEST_COUNT(cases); i++) {
        char value[NR_DATE_VALUE] = "";
        struct nr_days days = nr_published_read(
            (struct nr_chars){cases[i].written, (uint32_t)strlen(cases[i].written)});
        test_case(cases[i].written);
        if (nr_days_are(days)) {
            nr_period_write(days.first, 'D', value);
        }
        test_string("day", nr_days_are(days) ? value : NULL, cases[i].day);
    }
    test_case("nothing at all");
    test_bool("a day", nr_days_are(nr_published_read((struct nr_chars){NULL, 0})), false);
    return test_end();
}
