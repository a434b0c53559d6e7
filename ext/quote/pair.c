/* quote/pair.c: which marks of a block belong together?
 *
 *     "It's a 6'2" wall," he said, "and "high"."
 *     (             -  )           (    (    ))     - is skipped: inches
 *
 * A block is weighed as a whole: walking its marks of one family, the cheapest way to be
 * outside a quote, inside one, or inside one within it, is carried along (Viterbi over
 * three states, costs from sign.c), and read back from the end. So a mark without partner
 * costs what it costs, once, and does not turn all that follows inside out. Double marks,
 * angles and dashes first; then single marks, each stretch between the pairs found so far
 * by itself, so that pairs never cross.
 *
 * Knowingly wrong: a pair of one family deeper than two levels. */
#include "quote/sign.h"

enum {
    UNCLOSED = 5, /* an opening mark whose partner is missing */
    UNCLOSED_SINGLE = 7,
    LOST_OPENER = 6, /* a closing mark whose partner is missing */
    CARRIED = 1,     /* ... after a paragraph that left one open */
    NESTED = 4,      /* a pair inside another of its own family: "He said "no" again" */
    AGAIN = 3,       /* more likely than nested where a sentence begins: "A. "B." */
    FAR = 1 << 24,   /* no way leads here */
};

enum state { OUTSIDE, INSIDE, DEEP, STATES };
enum step { STEP_SKIP, STEP_OPEN, STEP_CLOSE, STEP_REOPEN };

/* One family's walk, as far as it has come. */
struct series {
    uint32_t cost[STATES];
    uint32_t tail; /* last sign, or NR_NONE */
};

static struct nr_sign *sign_at(struct nr_signs *signs, uint32_t i)
{
    return &signs->list.items[i];
}

static struct series series_begin(uint32_t lost_opener)
{
    return (struct series){.cost = {0, lost_opener, FAR}, .tail = NR_NONE};
}

struct way {
    uint32_t cost;
    enum step step;
};

static struct way cheaper(struct way a, uint32_t cost, enum step step)
{
    return cost < a.cost ? (struct way){cost, step} : a;
}

static void series_step(struct series *series, struct nr_sign *sign, uint32_t index)
{
    const uint32_t *old = series->cost;
    uint32_t again = UNCLOSED - (sign->begins ? AGAIN : 0);
    uint32_t nested = NESTED + (sign->begins ? AGAIN : 0);
    struct way outside = {old[OUTSIDE] + sign->skips, STEP_SKIP}; /* shorter on a tie */
    outside = cheaper(outside, old[INSIDE] + sign->closes, STEP_CLOSE);
    struct way inside = {old[OUTSIDE] + sign->opens, STEP_OPEN};
    inside = cheaper(inside, old[DEEP] + sign->closes, STEP_CLOSE);
    inside = cheaper(inside, old[INSIDE] + again + sign->opens, STEP_REOPEN);
    inside = cheaper(inside, old[INSIDE] + sign->skips, STEP_SKIP);
    struct way deep = {old[INSIDE] + nested + sign->opens, STEP_OPEN};
    deep = cheaper(deep, old[DEEP] + sign->skips, STEP_SKIP);
    series->cost[OUTSIDE] = outside.cost;
    series->cost[INSIDE] = inside.cost;
    series->cost[DEEP] = deep.cost;
    sign->steps = (uint8_t)(outside.step | inside.step << 2 | deep.step << 4);
    sign->partner = series->tail;
    series->tail = index;
}

/* Reads the cheapest way back: gives every sign of the series its role and partner.
 * unclosed: what it costs to end inside. Returns whether it does. */
static bool series_end(struct nr_arena *arena, struct nr_signs *signs,
                       const struct series *series, uint32_t unclosed)
{
    uint32_t inside = series->cost[INSIDE] + unclosed;
    uint32_t deep = series->cost[DEEP] + unclosed + UNCLOSED;
    enum state state = OUTSIDE;
    if (inside < series->cost[OUTSIDE] || deep < series->cost[OUTSIDE]) {
        state = deep < inside ? DEEP : INSIDE;
    }
    bool open = state != OUTSIDE;
    uint32_t partner[STATES + 1] = {NR_NONE, NR_NONE, NR_NONE, NR_NONE};
    bool closed[STATES + 1] = {false};
    for (uint32_t i = series->tail, next = NR_NONE;
         i != NR_NONE && nr_arena_tick(arena, 2); i = next) {
        struct nr_sign *sign = sign_at(signs, i);
        next = sign->partner;
        sign->partner = NR_NONE;
        enum step step = (enum step)(sign->steps >> (2 * state) & 3);
        if (step == STEP_CLOSE) {
            state++;
            sign->role = NR_SIGN_CLOSES;
            partner[state] = i;
            closed[state] = true;
        } else if (step != STEP_SKIP) {
            sign->role = closed[state] ? NR_SIGN_OPENS : NR_SIGN_LOST;
            sign->partner = partner[state];
            if (closed[state]) {
                sign_at(signs, partner[state])->partner = i;
            }
            closed[state] = false;
            partner[state] = step == STEP_REOPEN ? i : NR_NONE;
            state = step == STEP_REOPEN ? state : state - 1;
        }
    }
    return open;
}

static uint32_t lost_opener_cost(uint8_t forgotten, int family)
{
    if (family >= NR_SIGN_DASH) {
        return FAR;
    }
    return (forgotten & nr_sign_bit(family)) != 0 ? CARRIED : LOST_OPENER;
}

static uint32_t unclosed_cost(uint8_t heading, int family)
{
    if (family == NR_SIGN_DASH || (heading & nr_sign_bit(family)) != 0) {
        return 0;
    }
    return family == NR_SIGN_SINGLE ? UNCLOSED_SINGLE : UNCLOSED;
}

/* All families but the single marks, each over the whole block. */
static uint8_t pair_families(struct nr_arena *arena, struct nr_signs *signs,
                             uint8_t heading, uint8_t forgotten)
{
    uint8_t open = 0;
    struct series series[NR_SIGN_FAMILY_COUNT];
    for (int f = 0; f < NR_SIGN_FAMILY_COUNT; f++) {
        series[f] = series_begin(lost_opener_cost(forgotten, f));
    }
    for (uint32_t i = 0; i < signs->list.count && nr_arena_tick(arena, 2); i++) {
        struct nr_sign *sign = sign_at(signs, i);
        if (sign->family != NR_SIGN_SINGLE) {
            series_step(&series[sign->family], sign, i);
        }
    }
    for (int f = 0; f < NR_SIGN_SINGLE; f++) {
        if (series_end(arena, signs, &series[f], unclosed_cost(heading, f))) {
            open |= nr_sign_bit(f);
        }
    }
    return open;
}

/* A pair around the sign being looked at, and the single marks in it so far. */
struct enclosure {
    uint32_t opener; /* sign; NR_NONE: the block itself */
    struct series singles;
};

/* Closes enclosures down to the one that closer's partner opened. Those above it would
 * cross it: they are no pairs. */
static uint32_t leave(struct nr_arena *arena, struct nr_signs *signs,
                      struct enclosure *stack, uint32_t depth, uint32_t closer)
{
    while (depth > 0) {
        uint32_t opener = stack[depth].opener;
        series_end(arena, signs, &stack[depth].singles, UNCLOSED_SINGLE);
        depth--;
        if (opener == sign_at(signs, closer)->partner) {
            break;
        }
        sign_at(signs, sign_at(signs, opener)->partner)->role = NR_SIGN_SKIPPED;
        sign_at(signs, opener)->role = NR_SIGN_SKIPPED;
    }
    return depth;
}

/* Single marks, within each pair and outside all of them by themselves. */
static bool pair_singles(struct nr_arena *arena, struct nr_signs *signs, uint8_t heading)
{
    struct enclosure stack[NR_SIGN_LEVELS + 1];
    uint32_t depth = 0;
    stack[0] = (struct enclosure){NR_NONE, series_begin(FAR)};
    for (uint32_t i = 0; i < signs->list.count && nr_arena_tick(arena, 2); i++) {
        struct nr_sign *sign = sign_at(signs, i);
        if (sign->family == NR_SIGN_SINGLE) {
            series_step(&stack[depth].singles, sign, i);
        } else if (sign->role == NR_SIGN_OPENS) {
            depth++;
            stack[depth] = (struct enclosure){i, series_begin(FAR)};
        } else if (sign->role == NR_SIGN_CLOSES && sign->partner != NR_NONE) {
            depth = leave(arena, signs, stack, depth, i);
        }
    }
    return series_end(arena, signs, &stack[0].singles,
                      unclosed_cost(heading, NR_SIGN_SINGLE));
}

uint8_t nr_signs_pair(struct nr_arena *arena, struct nr_signs *signs, uint8_t heading,
                      uint8_t forgotten)
{
    uint8_t open = pair_families(arena, signs, heading, forgotten);
    return pair_singles(arena, signs, heading) ? open | nr_sign_bit(NR_SIGN_SINGLE)
                                               : open;
}
