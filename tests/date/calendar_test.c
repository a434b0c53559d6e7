/* calendar_test.c: days, stretches and what they are called. */
#include "date/calendar.h"
#include "harness.h"

static const struct {
    const char *name;
    struct nr_ymd date;
    int32_t day;
    int32_t weekday;
} days[] = {
    {"the first day", {1970, 1, 1}, 0, 4},
    {"the day before it", {1969, 12, 31}, -1, 3},
    {"an odd day", {2000, 2, 29}, 11016, 2},
    {"a century without its odd day", {1900, 3, 1}, -25508, 4},
    {"long ago", {1, 1, 1}, -719162, 1},
    {"the last day that can be written", {9999, 12, 31}, 2932896, 5},
    {"a day of our time", {2024, 4, 26}, 19839, 5},
};

static const struct {
    const char *name;
    struct nr_ymd date;
    char unit;
    const char *value;
    struct nr_ymd first;
    struct nr_ymd last;
} periods[] = {
    {"a week in the year before",
     {2021, 1, 3},
     'W',
     "2020-W53",
     {2020, 12, 28},
     {2021, 1, 3}},
    {"a week in the next year",
     {2024, 12, 30},
     'W',
     "2025-W01",
     {2024, 12, 30},
     {2025, 1, 5}},
    {"a weekend", {2024, 4, 26}, 'K', "2024-W17-WE", {2024, 4, 27}, {2024, 4, 28}},
    {"February of a leap year",
     {2024, 2, 10},
     'M',
     "2024-02",
     {2024, 2, 1},
     {2024, 2, 29}},
    {"a quarter", {1989, 8, 1}, 'Q', "1989-Q3", {1989, 7, 1}, {1989, 9, 30}},
    {"half a year", {1989, 8, 1}, 'H', "1989-H2", {1989, 7, 1}, {1989, 12, 31}},
    {"a winter begun", {2024, 12, 5}, 'S', "2024-WI", {2024, 12, 1}, {2025, 2, 28}},
    {"a winter in the year after",
     {2025, 1, 5},
     'S',
     "2024-WI",
     {2024, 12, 1},
     {2025, 2, 28}},
    {"a summer", {2024, 6, 1}, 'S', "2024-SU", {2024, 6, 1}, {2024, 8, 31}},
    {"a year", {2024, 6, 1}, 'Y', "2024", {2024, 1, 1}, {2024, 12, 31}},
    {"ten years", {1987, 6, 1}, 'E', "198", {1980, 1, 1}, {1989, 12, 31}},
    {"a hundred", {1887, 6, 1}, 'C', "18", {1800, 1, 1}, {1899, 12, 31}},
};

static const struct {
    const char *name;
    struct nr_ymd date;
    char unit;
    int32_t n;
    struct nr_ymd to;
} shifts[] = {
    {"days", {2024, 2, 28}, 'D', 2, {2024, 3, 1}},
    {"weeks back", {2024, 1, 3}, 'W', -1, {2023, 12, 27}},
    {"two weeks at once", {2024, 1, 3}, 'F', 1, {2024, 1, 17}},
    {"a month that is shorter", {2024, 1, 31}, 'M', 1, {2024, 2, 29}},
    {"months over the year's end", {2024, 1, 31}, 'M', -2, {2023, 11, 30}},
    {"quarters", {2024, 1, 31}, 'Q', -1, {2023, 10, 31}},
    {"years from an odd day", {2024, 2, 29}, 'Y', -1, {2023, 2, 28}},
    {"tens of years", {2024, 2, 29}, 'E', -2, {2004, 2, 29}},
    {"hundreds", {2024, 2, 29}, 'C', -1, {1924, 2, 29}},
};

/* Easter Sundays, from tables of the churches. */
static const struct nr_ymd easters[] = {{1818, 3, 22}, {1943, 4, 25}, {2000, 4, 23},
                                        {2008, 3, 23}, {2024, 3, 31}, {2038, 4, 25}};

static void check_days(void)
{
    for (size_t i = 0; i < TEST_COUNT(days); i++) {
        struct nr_ymd back = nr_ymd_of(days[i].day);
        test_case(days[i].name);
        test_number("day", nr_day_of(days[i].date), days[i].day);
        test_number("weekday", nr_weekday_of(days[i].day), days[i].weekday);
        test_number("year", back.year, days[i].date.year);
        test_number("month", back.month, days[i].date.month);
        test_number("day of the month", back.day, days[i].date.day);
    }
    test_case("every day of eight centuries, there and back");
    bool all = true;
    for (int32_t day = nr_day_of((struct nr_ymd){1600, 1, 1});
         day <= nr_day_of((struct nr_ymd){2400, 12, 31}); day++) {
        all = all && nr_day_of(nr_ymd_of(day)) == day && nr_ymd_valid(nr_ymd_of(day));
    }
    test_bool("the same", all, true);
}

static void check_periods(void)
{
    for (size_t i = 0; i < TEST_COUNT(periods); i++) {
        char value[NR_DATE_VALUE];
        int32_t day = nr_day_of(periods[i].date);
        struct nr_days found = nr_period_days(day, periods[i].unit);
        test_case(periods[i].name);
        test_bool("written", nr_period_write(day, periods[i].unit, value), true);
        test_string("value", value, periods[i].value);
        test_number("first", found.first, nr_day_of(periods[i].first));
        test_number("last", found.last, nr_day_of(periods[i].last));
    }
    test_case("years that cannot be written");
    char value[NR_DATE_VALUE];
    test_bool("before the first",
              nr_period_write(nr_day_of((struct nr_ymd){0, 6, 1}), 'Y', value), false);
    test_bool("after the last",
              nr_period_write(nr_day_of((struct nr_ymd){10000, 1, 1}), 'D', value),
              false);
}

int main(void)
{
    check_days();
    check_periods();
    for (size_t i = 0; i < TEST_COUNT(shifts); i++) {
        test_case(shifts[i].name);
        test_number("day",
                    nr_day_shift(nr_day_of(shifts[i].date), shifts[i].unit, shifts[i].n),
                    nr_day_of(shifts[i].to));
    }
    test_case("Easter");
    for (size_t i = 0; i < TEST_COUNT(easters); i++) {
        test_number("Sunday", nr_easter(easters[i].year), nr_day_of(easters[i]));
    }
    return test_end();
}
