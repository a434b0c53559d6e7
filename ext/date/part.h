/* date/part.h: what a word may be in an expression of time. */
#ifndef NR_DATE_PART_H
#define NR_DATE_PART_H

#include "text/text.h"

/* The names that the lists use, then what figures and marks are. */
#define NR_DATE_PARTS(X)                                                                 \
    X(month)                                                                             \
    X(doubtful) /* May, March: as often something else */                                \
    X(weekday)                                                                           \
    X(days) /* Mondays */                                                                \
    X(unit)                                                                              \
    X(quarter)                                                                           \
    X(century)                                                                           \
    X(weekend)                                                                           \
    X(season)                                                                            \
    X(span) /* period, term */                                                           \
    X(half)                                                                              \
    X(number)                                                                            \
    X(one)                                                                               \
    X(scale) /* hundred, thousand */                                                     \
    X(ordinal)                                                                           \
    X(vague) /* few, several */                                                          \
    X(couple)                                                                            \
    X(decade) /* 1980s, eighties */                                                      \
    X(way)    /* last, this, next: of the day of publication */                          \
    X(past)                                                                              \
    X(next)                                                                              \
    X(rel)  /* previous, same, following: of the date named before */                    \
    X(near) /* today */                                                                  \
    X(tonight)                                                                           \
    X(part) /* morning */                                                                \
    X(overnight)                                                                         \
    X(nights)                                                                            \
    X(clocked) /* noon */                                                                \
    X(meridiem)                                                                          \
    X(oclock)                                                                            \
    X(zone)                                                                              \
    X(ago)                                                                               \
    X(then)   /* earlier, later */                                                       \
    X(beside) /* before, after */                                                        \
    X(from)                                                                              \
    X(now)                                                                               \
    X(mod)  /* early, late */                                                            \
    X(edge) /* end, beginning */                                                         \
    X(ref)  /* now, recently */                                                          \
    X(recent)                                                                            \
    X(these)                                                                             \
    X(future)                                                                            \
    X(current)                                                                           \
    X(until)                                                                             \
    X(since)                                                                             \
    X(ended)                                                                             \
    X(mid)     /* mid-May: with its prefix */                                            \
    X(spoken)  /* nineteen: a year may be said so */                                     \
    X(shortly) /* near, short: of a term */                                              \
    X(every)                                                                             \
    X(per)                                                                               \
    X(often) /* daily */                                                                 \
    X(twice)                                                                             \
    X(about)                                                                             \
    X(over)                                                                              \
    X(more)                                                                              \
    X(than)                                                                              \
    X(least)                                                                             \
    X(up)                                                                                \
    X(additional)                                                                        \
    X(the)                                                                               \
    X(a)                                                                                 \
    X(of)                                                                                \
    X(in)                                                                                \
    X(on)                                                                                \
    X(at)                                                                                \
    X(by)                                                                                \
    X(to)                                                                                \
    X(and)                                                                               \
    X(or)                                                                                \
    X(so)                                                                                \
    X(old)                                                                               \
    X(fiscal)                                                                            \
    X(its)                                                                               \
    X(era)                                                                               \
    X(holiday) /* may begin the name of one */                                           \
    X(worth)   /* people, miles: what is counted, so that 2000 is no year */             \
    X(ahead)   /* dans, dentro de: so long from now */                                   \
    X(il)                                                                                \
    X(y)                                                                                 \
    X(year)     /* 1989 */                                                               \
    X(year2)    /* '98 */                                                                \
    X(day)      /* 25, 25th */                                                           \
    X(hour)     /* 10, 22 */                                                             \
    X(clock)    /* 10:30 */                                                              \
    X(hhmm)     /* 1430, before a zone */                                                \
    X(dotted)   /* 8.30, of a clock or not */                                            \
    X(decimal)  /* 2.5 */                                                                \
    X(fraction) /* 1/2 */                                                                \
    X(iso)      /* 2024-04-26 */                                                         \
    X(slashed)  /* 26/04/2024 */                                                         \
    X(quarters) /* Q3, 3Q */                                                             \
    X(halves)   /* H1, 1H */                                                             \
    X(fy)       /* FY2012 */                                                             \
    X(roman)    /* XIX */                                                                \
    X(comma)                                                                             \
    X(hyphen)                                                                            \
    X(apostrophe)                                                                        \
    X(possessive)

enum nr_date_part {
    NR_PART_NONE, /* ends a rule's parts */
#define NR_PART_ENUM(name) NR_PART_##name,
    NR_DATE_PARTS(NR_PART_ENUM)
#undef NR_PART_ENUM
    /* read by functions, several tokens long */
    NR_PART_QUANTITY, /* two and a half, 1,000 */
    NR_PART_YEARS,    /* 1989, nineteen eighty-nine */
    NR_PART_COUNT
};

/* One of these for each word type that has a part, and each casing that tells. */
struct nr_date_word {
    uint64_t parts[2];
    int32_t value; /* of the month, the number ... */
    int32_t extra; /* iso, slashed: the day's and the month's number, 100 times the one */
    uint8_t tenths;
    char unit;     /* letter of the unit */
    bool starting; /* an expression may be built around it */
};

static inline bool nr_date_word_is(const struct nr_date_word *word,
                                   enum nr_date_part part)
{
    return (word->parts[part / 64u] >> part % 64u & 1) != 0;
}

static inline void nr_date_word_put(struct nr_date_word *word, enum nr_date_part part)
{
    word->parts[part / 64u] |= UINT64_C(1) << part % 64u;
}

#endif
