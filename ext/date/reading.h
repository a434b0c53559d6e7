/* date/reading.h: between the files of this room: a rule, what it read, and the scan.
 *
 * A rule is a row of parts in order; what its words say is gathered in a reading, by
 * part, whatever rule it was: so a rule needs no code. Its kind says how the reading is
 * turned into a value, once it is known what "last" and "next" count from (resolve.c). */
#ifndef NR_DATE_READING_H
#define NR_DATE_READING_H

#include "date/date.h"
#include "date/word.h"

enum nr_date_kind {
    NR_KIND_DAY,      /* year, month, day, weekday: those that are given */
    NR_KIND_WEEKDAY,  /* Friday, last Friday, the previous Friday */
    NR_KIND_MONTH,    /* May, last May, May 2024 */
    NR_KIND_YEAR,     /* 1989 */
    NR_KIND_ERA,      /* 44 B.C. */
    NR_KIND_DECADE,   /* the 1980s */
    NR_KIND_CENTURY,  /* the 19th century */
    NR_KIND_QUARTER,  /* the third quarter */
    NR_KIND_HALF,     /* the second half of 1989 */
    NR_KIND_SEASON,   /* the summer of 1989 */
    NR_KIND_HOLIDAY,  /* Christmas Eve */
    NR_KIND_NEAR,     /* yesterday */
    NR_KIND_WAY,      /* last week */
    NR_KIND_REL,      /* the following week; the quarter: of the date named before */
    NR_KIND_AGO,      /* two weeks ago: of the day of publication */
    NR_KIND_AHEAD,    /* two weeks from now */
    NR_KIND_SHIFT,    /* two weeks earlier: of the date named before */
    NR_KIND_YEAR_AGO, /* the year-earlier quarter */
    NR_KIND_RANGE,    /* April 3-5 */
    NR_KIND_REF,      /* recently */
    NR_KIND_DURATION, /* three weeks */
    NR_KIND_SET,      /* every week, daily */
    NR_KIND_TIME,     /* 10:30 a.m. */
    NR_KIND_PART,     /* this morning */
    NR_KIND_COUNT
};

/* What a rule asks of the place besides its parts: enum nr_date_guard, match.c. */
enum nr_date_guard {
    NR_GUARD_NONE,
    NR_GUARD_MONTH,    /* May, March: where a month may stand */
    NR_GUARD_YEAR,     /* 1989: not so many of something */
    NR_GUARD_PLURAL,   /* weeks */
    NR_GUARD_SINGULAR, /* week */
    NR_GUARD_BARE,     /* years: behind "for", "of", "in" */
    NR_GUARD_DAY,      /* March 3, not "March 3 points" */
    NR_GUARD_CLOCK,    /* 10:30, not a score */
    NR_GUARD_SEASON,   /* in summer */
    NR_GUARD_RATE,     /* $5 a year */
    NR_GUARD_ALONE,    /* nothing of the kind follows */
    NR_GUARD_AGE,      /* three weeks, not three weeks old */
    NR_GUARD_ENDED,    /* before "ended" */
    NR_GUARD_MID,      /* mid-afternoon */
    NR_GUARD_PART,     /* in the morning, not the night of the fire */
    NR_GUARD_COUNT
};

enum { NR_RULE_PARTS = 12, NR_PART_MAY = 0x80 /* the part may be missing */ };

struct nr_date_rule {
    const char *name;
    uint8_t kind;  /* enum nr_date_kind */
    uint8_t guard; /* enum nr_date_guard */
    char unit;     /* what unit its unit must be; 0: any */
    uint8_t parts[NR_RULE_PARTS];
    const char *example;
};

struct nr_date_grammar {
    const struct nr_date_rule *rules; /* [count] */
    uint32_t count;
};
extern const struct nr_date_grammar nr_grammar_en;
extern const struct nr_date_grammar nr_grammar_en_relative;
extern const struct nr_date_grammar nr_grammar_es;
extern const struct nr_date_grammar nr_grammar_fr;

/* Does the place allow what a match read? */
struct nr_reading;
struct nr_date_scan;
bool nr_date_allowed(const struct nr_date_scan *scan, uint32_t first, uint32_t end,
                     const struct nr_reading *reading);

/* What the words of a match say. */
enum nr_date_said {
    NR_SAID_YEAR,
    NR_SAID_MONTH,
    NR_SAID_DAY,
    NR_SAID_UNTIL, /* the second day of a range */
    NR_SAID_WEEKDAY,
    NR_SAID_ORDINAL,
    NR_SAID_WAY,
    NR_SAID_REL,
    NR_SAID_SEASON,
    NR_SAID_NEAR,
    NR_SAID_PART,
    NR_SAID_MINUTE, /* of the day */
    NR_SAID_MERIDIEM,
    NR_SAID_REF,
    NR_SAID_THEN,
    NR_SAID_DECADE,
    NR_SAID_ERA,
    NR_SAID_HOLIDAY, /* index of holiday.c */
    NR_SAID_COUNT
};
#define NR_UNSAID INT16_MIN

struct nr_amount {
    int32_t whole;
    uint8_t tenths;
    bool vague; /* several */
};

struct nr_reading {
    const struct nr_date_rule *rule;
    int16_t said[NR_SAID_COUNT];
    struct nr_amount amount;
    uint8_t kind;
    char unit;
    bool counted; /* there is an amount */
    bool half;    /* ... and a half */
    bool plural;  /* the unit is written so */
    bool fiscal;
};

/* What is found, before it is resolved. */
struct nr_found {
    uint32_t first; /* tokens [first, end) */
    uint32_t end;
    uint32_t sentence;
    uint8_t tense; /* enum nr_tense, of kinds that ask for it */
    struct nr_reading reading;
};

/* The scan of one block. */
struct nr_date_scan {
    const struct nr_text *text;
    const struct nr_date_words *words;             /* of the block's language */
    const struct nr_date_grammar *const *grammars; /* ended by NULL */
    enum nr_language language;
    uint32_t from; /* tokens of the sentence, [from, to) */
    uint32_t to;
};

static inline const struct nr_date_word *nr_date_word_at(const struct nr_date_scan *scan,
                                                         uint32_t t)
{
    const struct nr_token *token = &scan->text->tokens.items[t];
    const uint16_t *of =
        token->casing == NR_CASING_ANY ? scan->words->lower : scan->words->capital;
    return &scan->words->words.items[of[token->word]];
}

static inline bool nr_date_is(const struct nr_date_scan *scan, uint32_t t,
                              enum nr_date_part part)
{
    return t >= scan->from && t < scan->to &&
           nr_date_word_is(nr_date_word_at(scan, t), part);
}

/* The longest match of a rule of the grammar that begins at t; false: none. */
bool nr_date_match(const struct nr_date_scan *scan, uint32_t t, struct nr_found *found);

/* A quantity from t on; the token after it, t where there is none. */
uint32_t nr_amount_read(const struct nr_date_scan *scan, uint32_t t,
                        struct nr_amount *amount);
/* A year in figures or in words, the same way. */
uint32_t nr_year_read(const struct nr_date_scan *scan, uint32_t t, int16_t *year);

/* The name of a holiday from t on, the same way. */
uint32_t nr_holiday_read(const struct nr_date_scan *scan, uint32_t t, int16_t *holiday);
int32_t nr_holiday_day(int16_t holiday, int32_t year);
/* Is it the same day of every year? Sets month and day. */
bool nr_holiday_fixed(int16_t holiday, struct nr_ymd *date);

/* When the clause around these tokens speaks of. */
enum nr_tense { NR_TENSE_UNKNOWN, NR_TENSE_PAST, NR_TENSE_PRESENT, NR_TENSE_FUTURE };
enum nr_tense nr_tense_of(const struct nr_date_scan *scan, uint32_t first, uint32_t end);

/* Puts what stands before and behind a match to it: "early" May, Friday "night". floor:
 * the first token that is free. */
void nr_date_widen(const struct nr_date_scan *scan, uint32_t floor,
                   struct nr_found *found);

/* What is known while dates are resolved one after the other. */
struct nr_named {
    int32_t day; /* a day of it */
    uint32_t sentence;
    uint32_t block;
    char unit; /* 0: none was named yet */
};
struct nr_date_memory {
    struct nr_days published;
    enum nr_tense tense; /* of the clause of this one */
    uint32_t sentence;   /* where this one is */
    uint32_t block;
    struct nr_named last;    /* date that was named */
    struct nr_named quarter; /* quarter that was named */
};
/* false: nothing can be said of it. Sets type, value and days. */
bool nr_date_resolve(struct nr_date_memory *memory, const struct nr_reading *reading,
                     struct nr_date *date);
/* The day of a reading that needs nothing else to be known: year, month and day. */
struct nr_days nr_date_full_day(const struct nr_reading *reading);

#endif
