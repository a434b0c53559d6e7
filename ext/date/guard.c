/* date/guard.c: may this stand here as an expression of time? "in May", not "it may";
 * "in 1998", not "1998 people"; "for years", not "his years in office". */
#include "date/reading.h"

static bool is_at(const struct nr_date_scan *scan, uint32_t t, enum nr_date_part part)
{
    return nr_date_is(scan, t, part);
}

/* A word that a day, a month or a year stands behind: in, since, by, of, until. */
static bool led_in(const struct nr_date_scan *scan, uint32_t t)
{
    static const uint8_t leads[] = {
        NR_PART_in,  NR_PART_on,   NR_PART_by,     NR_PART_of, NR_PART_to,
        NR_PART_mod, NR_PART_from, NR_PART_beside, NR_PART_at, NR_PART_about};
    for (size_t i = 0; t > scan->from && i < sizeof leads; i++) {
        if (is_at(scan, t - 1, (enum nr_date_part)leads[i])) {
            return true;
        }
    }
    return false;
}

static bool month_here(const struct nr_date_scan *scan, uint32_t first, uint32_t end,
                       const struct nr_reading *reading)
{
    (void)reading;
    if (!is_at(scan, first, NR_PART_doubtful)) {
        return true;
    }
    if (is_at(scan, end, NR_PART_possessive)) { /* May's, more often hers */
        return false;
    }
    bool article =
        first > scan->from &&
        (is_at(scan, first - 1, NR_PART_the) || is_at(scan, first - 1, NR_PART_its) ||
         is_at(scan, first - 1, NR_PART_a) || is_at(scan, first - 1, NR_PART_and) ||
         is_at(scan, first - 1, NR_PART_or));
    return led_in(scan, first) || article;
}

/* 1998 weeks; the 1998 year is a year. */
static bool counts_units(const struct nr_date_scan *scan, uint32_t t)
{
    return is_at(scan, t, NR_PART_unit) && nr_date_word_at(scan, t)->unit != 'Y';
}

/* $1998, No. 1998, 1998 people, 1998%, 1998-2003-55: all but a year. */
static bool year_here(const struct nr_date_scan *scan, uint32_t first, uint32_t end,
                      const struct nr_reading *reading)
{
    const struct nr_text *text = scan->text;
    int16_t year = reading->said[NR_SAID_YEAR];
    bool bracket = first > scan->from && (nr_token_is(text, first - 1, "(") ||
                                          is_at(scan, first - 1, NR_PART_hyphen));
    bool led = bracket || led_in(scan, first);
    if (!led && (year < 1900 || year > 2100)) {
        return false;
    }
    if (first > scan->from) {
        const struct nr_token *before = &text->tokens.items[first - 1];
        bool glued = (text->tokens.items[first].flags & NR_TOKEN_SPACE) == 0;
        if (before->shape == NR_SHAPE_OTHER || before->shape == NR_SHAPE_NUMBER ||
            (glued && nr_token_is(text, first - 1, "#"))) {
            return false;
        }
    }
    if (end < scan->to) {
        uint8_t shape = text->tokens.items[end].shape;
        bool close = (text->tokens.items[end].flags & NR_TOKEN_SPACE) == 0;
        return !is_at(scan, end, NR_PART_worth) && !counts_units(scan, end) &&
               !is_at(scan, end, NR_PART_scale) && shape != NR_SHAPE_NUMBER &&
               !(close && shape == NR_SHAPE_OTHER);
    }
    return true;
}

static bool plural(const struct nr_date_scan *scan, uint32_t first, uint32_t end,
                   const struct nr_reading *reading)
{
    (void)scan, (void)first, (void)end;
    return reading->plural;
}

static bool singular(const struct nr_date_scan *scan, uint32_t first, uint32_t end,
                     const struct nr_reading *reading)
{
    (void)scan, (void)first;
    bool clock = reading->unit == 'h' || reading->unit == 'm' || reading->unit == 's';
    return !clock && !reading->plural &&
           !(is_at(scan, end, NR_PART_hyphen) &&
             (is_at(scan, end + 1, NR_PART_then) || is_at(scan, end + 1, NR_PART_ago)));
}

static bool bare_units(const struct nr_date_scan *scan, uint32_t first, uint32_t end,
                       const struct nr_reading *reading)
{
    bool led = first > scan->from &&
               (is_at(scan, first - 1, NR_PART_by) ||
                is_at(scan, first - 1, NR_PART_of) || is_at(scan, first - 1, NR_PART_in));
    (void)end;
    return led && reading->plural;
}

/* March 3 is a day, March 3 points are none. */
static bool day_here(const struct nr_date_scan *scan, uint32_t first, uint32_t end,
                     const struct nr_reading *reading)
{
    (void)first, (void)reading;
    return !is_at(scan, end, NR_PART_worth);
}

/* A time has a zone, or "at" before it, or stands where no score does. */
static bool clock_here(const struct nr_date_scan *scan, uint32_t first, uint32_t end,
                       const struct nr_reading *reading)
{
    (void)reading;
    bool led =
        first > scan->from &&
        (is_at(scan, first - 1, NR_PART_at) || is_at(scan, first - 1, NR_PART_by) ||
         is_at(scan, first - 1, NR_PART_about) || is_at(scan, first - 1, NR_PART_from) ||
         is_at(scan, first - 1, NR_PART_to));
    return led || is_at(scan, end - 1, NR_PART_zone);
}

/* Spring and fall: behind "in", or with "early" before. */
static bool season_here(const struct nr_date_scan *scan, uint32_t first, uint32_t end,
                        const struct nr_reading *reading)
{
    (void)end, (void)reading;
    return !is_at(scan, first, NR_PART_doubtful) || is_at(scan, first - 1, NR_PART_in) ||
           is_at(scan, first - 1, NR_PART_mod);
}

/* $300 a month: behind a number, or a word that money is counted in. */
static bool rate_here(const struct nr_date_scan *scan, uint32_t first, uint32_t end,
                      const struct nr_reading *reading)
{
    (void)end;
    const struct nr_text *text = scan->text;
    if (first <= scan->from || reading->plural) {
        return false;
    }
    const struct nr_token *before = &text->tokens.items[first - 1];
    return before->shape == NR_SHAPE_NUMBER || is_at(scan, first - 1, NR_PART_worth) ||
           is_at(scan, first - 1, NR_PART_scale) || nr_token_is(text, first - 1, "%") ||
           nr_token_is(text, first - 1, "million") ||
           nr_token_is(text, first - 1, "billion");
}

/* Not "the past three", "the third quarter" */
static bool alone(const struct nr_date_scan *scan, uint32_t first, uint32_t end,
                  const struct nr_reading *reading)
{
    (void)first, (void)reading;
    return !is_at(scan, end, NR_PART_unit) && !is_at(scan, end, NR_PART_hyphen) &&
           !is_at(scan, end, NR_PART_number) && !is_at(scan, end, NR_PART_vague) &&
           !is_at(scan, end, NR_PART_season) && !is_at(scan, end, NR_PART_of);
}

/* 52 years old, an 8-month-old: an age is no time; a year-earlier loss is another rule's.
 */
static bool no_age(const struct nr_date_scan *scan, uint32_t first, uint32_t end,
                   const struct nr_reading *reading)
{
    (void)first;
    uint32_t next = end + nr_date_is(scan, end, NR_PART_hyphen);
    bool joined = next > end &&
                  (is_at(scan, next, NR_PART_then) || is_at(scan, next, NR_PART_ago) ||
                   is_at(scan, next, NR_PART_shortly));
    /* "a second" may be one of two, "a quarter" one of four */
    bool article = is_at(scan, end - 2, NR_PART_a) || is_at(scan, end - 2, NR_PART_per);
    bool hyphened = is_at(scan, end - 2, NR_PART_hyphen);
    bool part = (reading->unit == 's' && article) ||
                (reading->unit == 'Q' && (article || (hyphened && reading->plural)));
    bool year = !reading->plural && reading->amount.whole > 1000; /* 2018 day */
    bool nothing = reading->counted && !reading->amount.vague &&
                   reading->amount.whole == 0 && reading->amount.tenths == 0;
    return !is_at(scan, next, NR_PART_old) && !joined && !part && !year && !nothing;
}

static bool before_ended(const struct nr_date_scan *scan, uint32_t first, uint32_t end,
                         const struct nr_reading *reading)
{
    (void)first;
    return !reading->plural && is_at(scan, end, NR_PART_ended);
}

static bool part_here(const struct nr_date_scan *scan, uint32_t first, uint32_t end,
                      const struct nr_reading *reading)
{
    (void)end;
    return is_at(scan, first - 1, NR_PART_in) || is_at(scan, first - 1, NR_PART_by) ||
           reading->said[NR_SAID_REL] != NR_UNSAID;
}

static bool mid_word(const struct nr_date_scan *scan, uint32_t first, uint32_t end,
                     const struct nr_reading *reading)
{
    (void)end, (void)reading;
    return is_at(scan, first, NR_PART_mid);
}

static bool (*const guards[NR_GUARD_COUNT])(const struct nr_date_scan *scan,
                                            uint32_t first, uint32_t end,
                                            const struct nr_reading *reading) = {
    [NR_GUARD_MONTH] = month_here, [NR_GUARD_YEAR] = year_here,
    [NR_GUARD_PLURAL] = plural,    [NR_GUARD_SINGULAR] = singular,
    [NR_GUARD_BARE] = bare_units,  [NR_GUARD_DAY] = day_here,
    [NR_GUARD_CLOCK] = clock_here, [NR_GUARD_SEASON] = season_here,
    [NR_GUARD_RATE] = rate_here,   [NR_GUARD_ALONE] = alone,
    [NR_GUARD_AGE] = no_age,       [NR_GUARD_ENDED] = before_ended,
    [NR_GUARD_PART] = part_here,   [NR_GUARD_MID] = mid_word,
};

bool nr_date_allowed(const struct nr_date_scan *scan, uint32_t first, uint32_t end,
                     const struct nr_reading *reading)
{
    uint8_t guard = reading->rule->guard;
    return guard == NR_GUARD_NONE || guards[guard](scan, first, end, reading);
}
