/* value/amount.c: how far does a number reach?
 *
 *     3.5 million   two hundred and five   a few thousand   2 1/2   12-15   treinta y
 * cinco
 *
 * A number begins with one of its words (first_word), goes on while the next word may
 * follow the last (more_words), and may lead to a second one: "ten or twelve". What it
 * comes to is nobody's business here. */
#include "value/reading.h"

#define IS(name) NR_VALUE_IS(name)

enum { AMOUNT_WORDS = 16 /* more are no number, and are not read again and again */ };

static const uint64_t worded = IS(small) | IS(teen) | IS(tens);

static bool spaced(const struct nr_value_scan *scan, uint32_t t)
{
    return (scan->text->tokens.items[t].flags & NR_TOKEN_SPACE) != 0;
}

/* a hundred, a dozen, a few hundred, a couple of thousand, half a million */
static uint32_t scale_behind(const struct nr_value_scan *scan, uint32_t t)
{
    uint32_t at = t;
    if (nr_value_is(scan, at, IS(half))) {
        at++;
    }
    if (nr_value_is(scan, at, IS(a))) {
        at++;
    }
    if (nr_value_is(scan, at, IS(vague))) {
        at++;
        at += nr_value_is(scan, at, IS(of)) || nr_value_is(scan, at, IS(hyphen));
    }
    bool led = at > t || !scan->english; /* "mil", "cent": alone in Spanish and French */
    uint64_t scales = at > t ? IS(scale) | IS(dozen) : IS(scale);
    return led && nr_value_is(scan, at, scales) ? at + 1 : t;
}

/* hundreds, tens of thousands, decenas de miles */
static uint32_t many_words(const struct nr_value_scan *scan, uint32_t t)
{
    if (!nr_value_is(scan, t, IS(many))) {
        return t;
    }
    uint32_t end = t + 1;
    while (nr_value_is(scan, end, IS(of)) &&
           nr_value_is(scan, end + 1, IS(many) | IS(scale))) {
        end += 2;
    }
    return end;
}

/* 12 000: where English is not written, groups may stand apart. */
static uint32_t figure_words(const struct nr_value_scan *scan, uint32_t t)
{
    uint32_t end = t + 1;
    while (!scan->english && nr_value_is(scan, end, IS(group))) {
        end++;
    }
    return end;
}

static uint32_t first_word(const struct nr_value_scan *scan, uint32_t t)
{
    if (nr_value_is(scan, t, IS(figure))) {
        return figure_words(scan, t);
    }
    if (nr_value_is(scan, t, worded | IS(fraction))) {
        return t + 1;
    }
    uint32_t end = many_words(scan, t);
    return end > t ? end : scale_behind(scan, t);
}

/* "and a half", "-and-a-half", 1/2, -3/8 */
static uint32_t half_behind(const struct nr_value_scan *scan, uint32_t t)
{
    if (nr_value_is(scan, t, IS(fraction))) {
        return t + 1;
    }
    if (nr_value_is(scan, t, IS(hyphen)) && nr_value_is(scan, t + 1, IS(fraction)) &&
        !spaced(scan, t) && !spaced(scan, t + 1)) {
        return t + 2;
    }
    uint32_t hyphen = nr_value_is(scan, t, IS(hyphen)) ? 1 : 0;
    uint32_t a = t + 1 + 2 * hyphen;
    bool found = nr_value_is(scan, t + hyphen, IS(and)) && nr_value_is(scan, a, IS(a)) &&
                 nr_value_is(scan, a + 1 + hyphen, IS(half));
    return found ? a + 2 + hyphen : t;
}

/* May a small number follow? "twenty-five", "two hundred (and) five", "doscientos
 * cincuenta", "quatre-vingt-dix". */
static uint32_t small_behind(const struct nr_value_scan *scan, uint32_t t)
{
    bool hyphen = nr_value_is(scan, t, IS(hyphen));
    bool and = nr_value_is(scan, t, IS(and));
    uint32_t at = t + (hyphen || and);
    if (nr_value_is(scan, t - 1, IS(figure)) || !nr_value_is(scan, at, worded)) {
        return t;
    }
    bool after_tens = nr_value_is(scan, t - 1, IS(tens)) && !(and&&scan->english) &&
                      nr_value_is(scan, at, IS(small) | IS(teen));
    bool after_scale = nr_value_is(scan, t - 1, IS(scale)) && !hyphen;
    bool abroad = !scan->english && !and&&nr_value_is(scan, t - 1, worded) &&
                  nr_value_is(scan, at, IS(tens) | (hyphen ? 0 : IS(small)));
    return after_tens || after_scale || abroad ? at + 1 : t;
}

/* 5 million, 5-million, 5m */
static uint32_t scale_after(const struct nr_value_scan *scan, uint32_t t)
{
    if (nr_value_is(scan, t, IS(short)) && nr_value_is(scan, t - 1, IS(figure)) &&
        !spaced(scan, t)) {
        return t + 1;
    }
    uint32_t at = t + (nr_value_is(scan, t, IS(hyphen)) && !spaced(scan, t));
    return nr_value_is(scan, at, IS(scale) | IS(dozen)) ? at + 1 : t;
}

static uint32_t one_amount(const struct nr_value_scan *scan, uint32_t t)
{
    uint32_t end = t;
    uint32_t next = first_word(scan, t);
    while (next > end) {
        end = next;
        next = half_behind(scan, end);
        next = next > end ? next : scale_after(scan, end);
        next = next > end ? next : small_behind(scan, end);
    }
    return end;
}

uint32_t nr_value_amount(const struct nr_value_scan *scan, uint32_t t)
{
    struct nr_value_scan near = *scan;
    near.to = scan->to - t > AMOUNT_WORDS ? t + AMOUNT_WORDS : scan->to;
    uint32_t end = one_amount(&near, t);
    bool leads = end > t && nr_value_is(&near, end, IS(range) | IS(hyphen));
    uint32_t second = leads ? one_amount(&near, end + 1) : end;
    return leads && second > end + 1 ? second : end;
}
