/* date/holiday.c: which day is Thanksgiving?
 *
 * A holiday is a name and a rule: a fixed day, the n-th weekday of a month (-1: the
 * last), so many days from Easter Sunday, or the one day that it names. Names are tokens
 * as text/ cuts them, folded, with one space between. Facts from the laws and church
 * calendars of the countries that keep them. Days that are moved when they fall on a
 * Sunday are given as they stand in the law; what follows the moon (Eid, Diwali,
 * Hanukkah) is not here. */
#include "date/reading.h"

#include <string.h>

enum rule { FIXED, NTH, EASTER, ONCE };

static const struct holiday {
    const char *name;
    uint8_t rule;
    int8_t month;
    int8_t day;     /* FIXED: of the month; NTH: the weekday */
    int16_t number; /* NTH: which; EASTER: days after; ONCE: the year */
} holidays[] = {
    {"new year 's day", FIXED, 1, 1, 0},
    {"new year 's eve", FIXED, 12, 31, 0},
    {"new year 's", FIXED, 1, 1, 0},
    {"new year", FIXED, 1, 1, 0},
    {"new years day", FIXED, 1, 1, 0},
    {"new years eve", FIXED, 12, 31, 0},
    {"epiphany", FIXED, 1, 6, 0},
    {"martin luther king day", NTH, 1, 1, 3},
    {"martin luther king jr. day", NTH, 1, 1, 3},
    {"australia day", FIXED, 1, 26, 0},
    {"holocaust memorial day", FIXED, 1, 27, 0},
    {"valentine 's day", FIXED, 2, 14, 0},
    {"st. valentine 's day", FIXED, 2, 14, 0},
    {"presidents day", NTH, 2, 1, 3},
    {"presidents ' day", NTH, 2, 1, 3},
    {"international women 's day", FIXED, 3, 8, 0},
    {"st. patrick 's day", FIXED, 3, 17, 0},
    {"st patrick 's day", FIXED, 3, 17, 0},
    {"shrove tuesday", EASTER, 0, 0, -47},
    {"ash wednesday", EASTER, 0, 0, -46},
    {"palm sunday", EASTER, 0, 0, -7},
    {"maundy thursday", EASTER, 0, 0, -3},
    {"good friday", EASTER, 0, 0, -2},
    {"easter sunday", EASTER, 0, 0, 0},
    {"easter day", EASTER, 0, 0, 0},
    {"easter monday", EASTER, 0, 0, 1},
    {"easter", EASTER, 0, 0, 0},
    {"ascension day", EASTER, 0, 0, 39},
    {"pentecost", EASTER, 0, 0, 49},
    {"whit sunday", EASTER, 0, 0, 49},
    {"whit monday", EASTER, 0, 0, 50},
    {"earth day", FIXED, 4, 22, 0},
    {"anzac day", FIXED, 4, 25, 0},
    {"may day", FIXED, 5, 1, 0},
    {"mother 's day", NTH, 5, 7, 2},
    {"memorial day", NTH, 5, 1, -1},
    {"juneteenth", FIXED, 6, 19, 0},
    {"father 's day", NTH, 6, 7, 3},
    {"canada day", FIXED, 7, 1, 0},
    {"fourth of july", FIXED, 7, 4, 0},
    {"independence day", FIXED, 7, 4, 0},
    {"bastille day", FIXED, 7, 14, 0},
    {"labor day", NTH, 9, 1, 1},
    {"labour day", NTH, 9, 1, 1},
    {"columbus day", NTH, 10, 1, 2},
    {"halloween", FIXED, 10, 31, 0},
    {"all saints ' day", FIXED, 11, 1, 0},
    {"all souls ' day", FIXED, 11, 2, 0},
    {"guy fawkes night", FIXED, 11, 5, 0},
    {"bonfire night", FIXED, 11, 5, 0},
    {"veterans day", FIXED, 11, 11, 0},
    {"armistice day", FIXED, 11, 11, 0},
    {"remembrance day", FIXED, 11, 11, 0},
    {"remembrance sunday", NTH, 11, 7, 2},
    {"thanksgiving day", NTH, 11, 4, 4},
    {"thanksgiving", NTH, 11, 4, 4},
    {"christmas eve", FIXED, 12, 24, 0},
    {"christmas day", FIXED, 12, 25, 0},
    {"christmas", FIXED, 12, 25, 0},
    {"boxing day", FIXED, 12, 26, 0},
    {"9/11", ONCE, 9, 11, 2001},
};

/* The tokens of a name from t on; the one after them, t where they are others. */
static uint32_t read_name(const struct nr_date_scan *scan, uint32_t t, const char *name)
{
    uint32_t at = t;
    while (*name != '\0') {
        size_t length = strcspn(name, " ");
        if (at >= scan->to) {
            return t;
        }
        const struct nr_word *word = nr_word_of(scan->text, at);
        if (word->length != length || memcmp(word->folded, name, length) != 0) {
            return t;
        }
        at++;
        name += length + (name[length] == ' ');
    }
    return at;
}

uint32_t nr_holiday_read(const struct nr_date_scan *scan, uint32_t t, int16_t *holiday)
{
    uint32_t longest = t;
    for (size_t i = 0; i < sizeof holidays / sizeof holidays[0]; i++) {
        uint32_t end = read_name(scan, t, holidays[i].name);
        if (end > longest) {
            longest = end;
            *holiday = (int16_t)i;
        }
    }
    return longest;
}

static int32_t nth_weekday(const struct holiday *holiday, int32_t year)
{
    bool last = holiday->number < 0;
    int32_t length = nr_month_length(year, holiday->month);
    int32_t from = nr_day_of((struct nr_ymd){year, holiday->month, last ? length : 1});
    int32_t ahead = holiday->day - nr_weekday_of(from);
    if (last) {
        return from + (ahead > 0 ? ahead - 7 : ahead);
    }
    return from + (ahead < 0 ? ahead + 7 : ahead) + 7 * (holiday->number - 1);
}

bool nr_holiday_fixed(int16_t holiday, struct nr_ymd *date)
{
    const struct holiday *found = &holidays[holiday];
    *date = (struct nr_ymd){0, found->month, found->day};
    return found->rule == FIXED;
}

int32_t nr_holiday_day(int16_t holiday, int32_t year)
{
    const struct holiday *found = &holidays[holiday];
    switch (found->rule) {
    case FIXED:
        return nr_day_of((struct nr_ymd){year, found->month, found->day});
    case ONCE:
        return nr_day_of((struct nr_ymd){found->number, found->month, found->day});
    case NTH:
        return nth_weekday(found, year);
    default:
        return nr_easter(year) + found->number;
    }
}
