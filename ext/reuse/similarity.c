/* reuse/similarity.c: how much of one quote is in another, in its words and their order?
 *
 *     We will never re-open the mine at Brack, not in my lifetime.
 *     "We will never re-open the mine."                               100: cut
 *     We shall never re-open that mine at Brack, not in my lifetime.   85: reworded
 *     We will re-open the mine at Brack.                               below 50
 *     The mine at Brack had never been the reason that we came.        below 50
 *
 * The two are laid side by side, so that as much as can be of the shorter one is found in
 * the longer one in the same order (a table as for the longest common subsequence, where
 * a word that has no common one next to it counts half, since single words meet by
 * chance). Words weigh 1 to 3 by their letters, figures and numbers more. What is found,
 * in hundredths of what the shorter quote weighs, is how similar they are. What the
 * longer one has besides costs nothing, as it may have been cut from the other; but where
 * one gap holds a denial in one quote and none in the other ("will never", "will"), or
 * different numbers, they state different things, and that costs a third of the whole.
 *
 * The table takes the product of both lengths, so it is bounded: of the shorter quote the
 * first 600 words count, and a longer one that has over twice as many words is compared
 * only where most pairs of words of the shorter one are, found in one pass. */
#include "reuse/reuse.h"

#include "lexicon/lexicon.h"
#include "reuse/quote_words.h"

#include <string.h>

enum {
    COMPARED = 600, /* words of the shorter quote, at most */
    AROUND = 16,    /* words of the longer one looked at besides twice that many */
    SHORT_GAP = 4,  /* words between common ones where a denial is heard */
    SIMILAR = 74, /* hundredths that two quotes need to be alike, if what they have in */
    PLENTY = 20,  /* common weighs so much; one more for two that are missing, */
    ENOUGH = 9,   /* down to this; */
    MOST = 60,    /* so many of the longer one; */
    NEARLY_ALL = 85,   /* and so many of a shorter one that was cut from it */
    CONTRADICTED = 12, /* what a denial on one side, or another number, costs at least; */
    CONTRADICTED_PART = 3 /* or one in so many of what the shorter quote weighs */
};

/* The words from one on, `count` at most, as a quote of their own; they stay where they
 * are. */
static struct nr_quote_words part_of(const struct nr_quote_words *words, uint32_t first,
                                     uint32_t count)
{
    struct nr_quote_words part = {.weight = 0};
    uint32_t left = words->list.count - first;
    part.list.items = left > 0 ? words->list.items + first : NULL;
    part.list.count = left < count ? left : count;
    for (uint32_t i = 0; i < part.list.count; i++) {
        part.weight += part.list.items[i].weight;
    }
    return part;
}

/* ---- Where to look in a text that is much longer ---- */

enum { PAIR_BITS = 1 << 14 };

static uint32_t *pairs_of(struct nr_arena *arena, const struct nr_quote_words *words)
{
    uint32_t *set = nr_arena_take(arena, PAIR_BITS / 8);
    for (uint32_t i = 1; set != NULL && i < words->list.count; i++) {
        nr_pair_put(
            set, PAIR_BITS,
            nr_pair_hash(words->list.items[i - 1].hash, words->list.items[i].hash));
    }
    return set;
}

static bool is_common_pair(const uint32_t *pairs, const struct nr_quote_words *words,
                           uint32_t i)
{
    return i > 0 && nr_pair_in(pairs, PAIR_BITS,
                               nr_pair_hash(words->list.items[i - 1].hash,
                                            words->list.items[i].hash));
}

/* The first of the `width` words in a row that have most pairs of words in common with
 * the shorter quote. */
static uint32_t best_place(struct nr_arena *arena, const struct nr_quote_words *shorter,
                           const struct nr_quote_words *longer, uint32_t width)
{
    const uint32_t *pairs = pairs_of(arena, shorter);
    uint32_t sum = 0;
    uint32_t most = 0;
    uint32_t end = 0; /* of the words where most is */
    for (uint32_t i = 0; pairs != NULL && i < longer->list.count; i++) {
        sum += is_common_pair(pairs, longer, i);
        sum -= i >= width && is_common_pair(pairs, longer, i - width);
        if (sum > most) {
            most = sum;
            end = i + 1;
        }
    }
    /* They end with the last common pair; what comes right behind may belong to it. */
    end += width / 4;
    uint32_t last = longer->list.count;
    end = end < last ? end : last;
    return end > width ? end - width : 0;
}

/* ---- Side by side ---- */

enum step { UP = 0, LEFT = 1, TAKEN = 2, SINGLE = 3, STEP = 3, RUN_GOES_ON = 4 };

/* Rows are words of the shorter quote, columns those of the longer one, both from 1. */
struct table {
    const struct nr_quote_words *a;
    const struct nr_quote_words *b;
    uint32_t width; /* columns and one */
    uint8_t *steps; /* [rows + 1][width] enum step */
    uint32_t
        *best[3]; /* [width] most weight up to here: of this row and the two before */
    uint32_t *runs[2];  /* [width] the same where this pair of words ends a run of two or
                           more; 0: it does not */
    uint32_t *partners; /* [rows] for each word of a the one of b, or NR_NONE */
};

static bool make_table(struct nr_arena *arena, struct table *table)
{
    uint32_t rows = table->a->list.count;
    table->width = table->b->list.count + 1;
    table->steps = nr_arena_take(arena, (size_t)(rows + 1) * table->width);
    table->partners = nr_arena_take_array(arena, rows, sizeof *table->partners);
    for (int i = 0; i < 3; i++) {
        table->best[i] = nr_arena_take_array(arena, table->width, sizeof **table->best);
    }
    for (int i = 0; i < 2; i++) {
        table->runs[i] = nr_arena_take_array(arena, table->width, sizeof **table->runs);
    }
    return arena->status == NR_OK;
}

static bool same(const struct table *table, uint32_t row, uint32_t column)
{
    return table->a->list.items[row - 1].hash == table->b->list.items[column - 1].hash;
}

/* The most that a run ending with this pair of words brings; sets whether it had begun
 * before the last two. */
static uint32_t run_here(const struct table *table, uint32_t row, uint32_t column,
                         uint8_t *step)
{
    const struct nr_quote_word *words = table->a->list.items;
    if (!same(table, row, column)) {
        return 0;
    }
    if (table->a->list.count == 1) {
        return words[0].weight; /* nothing stands next to it */
    }
    if (row < 2 || column < 2 || !same(table, row - 1, column - 1)) {
        return 0;
    }
    uint32_t weight = words[row - 1].weight;
    uint32_t begun = table->best[2][column - 2] + words[row - 2].weight + weight;
    uint32_t before = table->runs[1][column - 1];
    bool on = before != 0 && before + weight >= begun;
    *step |= on ? RUN_GOES_ON : 0;
    return on ? before + weight : begun;
}

/* The same for a pair of words that has no other next to it: half of the weight. */
static uint32_t single_here(const struct table *table, uint32_t row, uint32_t column)
{
    return same(table, row, column)
               ? table->best[1][column - 1] + table->a->list.items[row - 1].weight / 2u
               : 0;
}

static void fill_row(struct table *table, uint32_t row)
{
    uint8_t *steps = table->steps + (size_t)row * table->width;
    uint32_t *best = table->best[0];
    for (uint32_t column = 1; column < table->width; column++) {
        uint8_t step = UP;
        uint32_t run = run_here(table, row, column, &step);
        table->runs[0][column] = run;
        best[column] = table->best[1][column];
        if (best[column - 1] > best[column]) {
            best[column] = best[column - 1];
            step = (uint8_t)((step & RUN_GOES_ON) | LEFT);
        }
        if (run > best[column]) {
            best[column] = run;
            step = (uint8_t)((step & RUN_GOES_ON) | TAKEN);
        }
        uint32_t single = single_here(table, row, column);
        if (single > best[column]) {
            best[column] = single;
            step = (uint8_t)((step & RUN_GOES_ON) | SINGLE);
        }
        steps[column] = step;
    }
}

static void turn_rows(struct table *table)
{
    uint32_t *oldest = table->best[2];
    table->best[2] = table->best[1];
    table->best[1] = table->best[0];
    table->best[0] = oldest;
    uint32_t *run = table->runs[1];
    table->runs[1] = table->runs[0];
    table->runs[0] = run;
}

/* The weight of what both have in common. */
static uint32_t fill_table(struct nr_arena *arena, struct table *table)
{
    for (uint32_t row = 1; row <= table->a->list.count; row++) {
        fill_row(table, row);
        turn_rows(table);
        if (!nr_arena_tick(arena, table->width)) {
            return 0;
        }
    }
    return table->best[1][table->width - 1];
}

/* Walks the table back and sets the partners. */
static void find_partners(struct table *table)
{
    uint32_t row = table->a->list.count;
    uint32_t column = table->width - 1;
    bool alone = row == 1;
    bool in_run = false;
    memset(table->partners, 0xFF, row * sizeof *table->partners);
    while (row > 0 && column > 0) {
        uint8_t step = table->steps[(size_t)row * table->width + column];
        if (!in_run && ((step & STEP) == UP || (step & STEP) == LEFT)) {
            row -= (step & STEP) == UP;
            column -= (step & STEP) == LEFT;
            continue;
        }
        table->partners[row - 1] = column - 1;
        if (!in_run && (step & STEP) == SINGLE) {
            row--;
            column--;
            continue;
        }
        if ((step & RUN_GOES_ON) == 0 && !alone) { /* these two words begin the run */
            table->partners[row - 2] = column - 2;
            row--;
            column--;
        }
        in_run = (step & RUN_GOES_ON) != 0;
        row--;
        column--;
    }
}

/* ---- What the gaps say ---- */

/* What lies between common words: half open, in words. */
struct gap {
    struct nr_span a;
    struct nr_span b;
};

static bool any_denies(const struct nr_quote_words *words, struct nr_span span)
{
    bool any = false;
    for (uint32_t i = span.begin; i < span.end; i++) {
        any = any || words->list.items[i].denies;
    }
    return any;
}

/* A number of the first that the second has not, which has another of that sort. */
static bool numbers_differ(const struct table *table, struct gap gap)
{
    for (uint32_t i = gap.a.begin; i < gap.a.end; i++) {
        const struct nr_quote_word *a = &table->a->list.items[i];
        bool found = false;
        bool another = false;
        for (uint32_t k = gap.b.begin; k < gap.b.end; k++) {
            const struct nr_quote_word *b = &table->b->list.items[k];
            found = found || b->hash == a->hash;
            another = another || b->number == a->number;
        }
        if (a->number != NR_NO_NUMBER && another && !found) {
            return true;
        }
    }
    return false;
}

/* "after 747 meetings ...", "after 820 years ...": next to what is common. */
static bool other_number(const struct table *table, uint32_t a, uint32_t b)
{
    const struct nr_quote_word *one = &table->a->list.items[a];
    const struct nr_quote_word *two = &table->b->list.items[b];
    return one->number != NR_NO_NUMBER && one->number == two->number &&
           one->hash != two->hash;
}

static bool contradicts(const struct table *table, struct gap gap)
{
    uint32_t a_words = nr_span_length(gap.a);
    uint32_t b_words = nr_span_length(gap.b);
    if (a_words > 0 && b_words > 0 &&
        (other_number(table, gap.a.begin, gap.b.begin) ||
         other_number(table, gap.a.end - 1, gap.b.end - 1))) {
        return true;
    }
    if (a_words > SHORT_GAP || b_words > SHORT_GAP) {
        return false; /* something else altogether, or left out */
    }
    /* "never, never" says no more than "never". */
    const struct nr_quote_word *words = table->a->list.items;
    bool denied = (gap.a.begin > 0 && words[gap.a.begin - 1].denies) ||
                  (gap.a.end < table->a->list.count && words[gap.a.end].denies);
    bool differ = any_denies(table->a, gap.a) != any_denies(table->b, gap.b);
    return (differ && !denied) || numbers_differ(table, gap);
}

/* Before the first common word and behind the last one: what stands next to it, where the
 * shorter quote has anything there. */
static struct gap at_begin(const struct gap *gap)
{
    uint32_t length = nr_span_length(gap->a);
    uint32_t looked_at = length == 0 ? 0 : length + 1;
    uint32_t there = nr_span_length(gap->b);
    return (struct gap){
        gap->a, {gap->b.end - (there < looked_at ? there : looked_at), gap->b.end}};
}

static struct gap at_end(const struct gap *gap)
{
    uint32_t length = nr_span_length(gap->a);
    uint32_t looked_at = length == 0 ? 0 : length + 1;
    uint32_t there = nr_span_length(gap->b);
    return (struct gap){
        gap->a, {gap->b.begin, gap->b.begin + (there < looked_at ? there : looked_at)}};
}

static uint32_t contradictions(const struct table *table)
{
    uint32_t found = 0;
    struct gap gap = {{0, 0}, {0, 0}};
    for (uint32_t i = 0; i < table->a->list.count; i++) {
        if (table->partners[i] == NR_NONE) {
            continue;
        }
        gap.a.end = i;
        gap.b.end = table->partners[i];
        found += contradicts(table, gap.a.begin == 0 ? at_begin(&gap) : gap);
        gap.a.begin = i + 1;
        gap.b.begin = table->partners[i] + 1;
    }
    gap.a.end = table->a->list.count;
    gap.b.end = table->b->list.count;
    return found + contradicts(table, at_end(&gap));
}

/* ---- All of it ---- */

/* What two quotes have in common. */
struct likeness {
    uint32_t common;     /* weight of the words, less what contradictions cost */
    uint32_t hundredths; /* of what the shorter one weighs */
};

static struct likeness compare(struct nr_arena *arena,
                               const struct nr_quote_words *shorter,
                               const struct nr_quote_words *longer)
{
    struct table table = {.a = shorter, .b = longer};
    struct likeness likeness = {0, 0};
    if (!make_table(arena, &table)) {
        return likeness;
    }
    uint32_t common = fill_table(arena, &table);
    if (common == 0) {
        return likeness;
    }
    find_partners(&table);
    uint32_t least = shorter->weight < longer->weight ? shorter->weight : longer->weight;
    uint32_t each = least / CONTRADICTED_PART;
    uint32_t cost = contradictions(&table) * (each > CONTRADICTED ? each : CONTRADICTED);
    likeness.common = common > cost ? common - cost : 0;
    likeness.hundredths = likeness.common < least ? likeness.common * 100 / least : 100;
    return likeness;
}

/* Whether the first is to be looked for in the second: the same whichever is given
 * first. */
static bool goes_first(const struct nr_quote_words *a, const struct nr_quote_words *b)
{
    if (a->list.count != b->list.count) {
        return a->list.count < b->list.count;
    }
    for (uint32_t i = 0; i < a->list.count; i++) {
        if (a->list.items[i].hash != b->list.items[i].hash) {
            return a->list.items[i].hash < b->list.items[i].hash;
        }
    }
    return true;
}

static struct likeness likeness_of(struct nr_arena *arena, const struct nr_quote_words *a,
                                   const struct nr_quote_words *b)
{
    bool first = goes_first(a, b);
    struct nr_quote_words shorter = part_of(first ? a : b, 0, COMPARED);
    const struct nr_quote_words *other = first ? b : a;
    uint32_t width = 2 * shorter.list.count + AROUND;
    uint32_t place = 0;
    if (other->list.count > width) {
        place = best_place(arena, &shorter, other, width);
    }
    struct nr_quote_words longer = part_of(other, place, width);
    return compare(arena, &shorter, &longer);
}

uint32_t nr_quote_similarity(struct nr_arena *arena, const char *a, size_t a_size,
                             const char *b, size_t b_size)
{
    const struct nr_quote_words *a_words = nr_quote_words(arena, a, a_size);
    const struct nr_quote_words *b_words = nr_quote_words(arena, b, b_size);
    return a_words != NULL && b_words != NULL
               ? likeness_of(arena, a_words, b_words).hundredths
               : 0;
}

/* Whether so many words of the shorter one can be in the longer one that it pays to lay
 * them side by side. */
static bool may_be_similar(const struct nr_quote_words *a, const struct nr_quote_words *b)
{
    bool first = goes_first(a, b);
    const struct nr_quote_words *shorter = first ? a : b;
    const uint64_t *sketch = first ? b->sketch : a->sketch;
    uint32_t weight = 0;
    for (uint32_t i = 0; i < shorter->list.count; i++) {
        uint32_t hash = shorter->list.items[i].hash;
        bool there = (sketch[hash / 64 % (NR_SKETCHED / 64)] >> (hash & 63) & 1) != 0;
        weight += there ? shorter->list.items[i].weight : 0;
    }
    return weight * 100 >= shorter->weight * SIMILAR;
}

enum nr_kinship nr_quotes_compare(struct nr_arena *arena, const struct nr_quote_words *a,
                                  const struct nr_quote_words *b)
{
    if (!may_be_similar(a, b)) {
        return NR_UNLIKE;
    }
    struct likeness likeness = likeness_of(arena, a, b);
    uint32_t longer = a->weight > b->weight ? a->weight : b->weight;
    uint32_t missing = likeness.common < PLENTY ? (PLENTY - likeness.common) / 2 : 0;
    if (likeness.common < ENOUGH || likeness.hundredths < SIMILAR + missing) {
        return NR_UNLIKE;
    }
    if (likeness.common * 100 >= longer * MOST) {
        return NR_ALIKE;
    }
    return likeness.hundredths >= NEARLY_ALL + missing ? NR_CUT : NR_UNLIKE;
}
