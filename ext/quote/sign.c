/* quote/sign.c: what may this quotation mark be?
 *
 *     "It's the dogs' bowl," she said.      " opens at no cost: nothing before it, a word
 *      ^            ^      ^                after. ' could close (a word before, space
 * after), but after an s it costs little to skip it.  The last " closes: a comma before
 * it.
 *
 * The cost of a reading is the sum of what the mark's shape says (a ” hardly ever opens,
 * but in Swedish it does), and what stands on either side of it, adjacent marks looked
 * through: in "'No,' he said" the ' has the same neighbours as the ". Straight marks say
 * nothing by shape. What can be no mark at all is cheap to skip: 12" records, 6', the
 * dogs' bowl, goin', ’em.
 *
 * Knowingly wrong: an opening apostrophe that sign.c has not heard of ('neath) opens. */
#include "quote/sign.h"

#include <string.h>

enum {
    NEVER = 40,     /* more than any repair */
    SKIP_MARK = 8,  /* a mark that means nothing */
    SKIP_QUOTE = 6, /* ‘ */
    SKIP_TICK = 4,  /* ' that could open */
};

/* ---- What the shape says ---- */

struct glyph {
    const char *bytes;
    uint8_t family;
    uint8_t opens;
    uint8_t closes;
};

static const struct glyph glyphs[] = {
    {"\"", NR_SIGN_DOUBLE, 0, 0},     {"''", NR_SIGN_DOUBLE, 0, 0},
    {"“", NR_SIGN_DOUBLE, 0, 4}, /* closes „German“ */
    {"”", NR_SIGN_DOUBLE, 4, 0}, /* opens ”Swedish” */
    {"``", NR_SIGN_DOUBLE, 0, 8},     {"‘‘", NR_SIGN_DOUBLE, 0, 4},
    {"’’", NR_SIGN_DOUBLE, 4, 0},     {"„", NR_SIGN_DOUBLE, 0, 8},
    {"‟", NR_SIGN_DOUBLE, 2, 2},      {"＂", NR_SIGN_DOUBLE, 0, 0},
    {"「", NR_SIGN_DOUBLE, 0, 8},     {"」", NR_SIGN_DOUBLE, 8, 0},
    {"『", NR_SIGN_DOUBLE, 0, 8},     {"』", NR_SIGN_DOUBLE, 8, 0},
    {"〝", NR_SIGN_DOUBLE, 0, 8},     {"〞", NR_SIGN_DOUBLE, 8, 0},
    {"〟", NR_SIGN_DOUBLE, 8, 0},     {"«", NR_SIGN_ANGLE, 0, 2}, /* closes »German« */
    {"»", NR_SIGN_ANGLE, 2, 0},       {"‹", NR_SIGN_SMALL_ANGLE, 0, 2},
    {"›", NR_SIGN_SMALL_ANGLE, 2, 0}, {"'", NR_SIGN_SINGLE, 0, 0},
    {"‘", NR_SIGN_SINGLE, 0, 6}, /* closes ‚German‘ */
    {"’", NR_SIGN_SINGLE, 5, 0}, /* opens ’Swedish’, and far more often ’tis */
    {"‚", NR_SIGN_SINGLE, 0, 8},      {"‛", NR_SIGN_SINGLE, 0, 4},
    {"`", NR_SIGN_SINGLE, 0, 4},      {"´", NR_SIGN_SINGLE, 3, 0},
    {"＇", NR_SIGN_SINGLE, 0, 0},
};

static const struct glyph *glyph_of(const struct nr_text *text, uint32_t t)
{
    struct nr_span span = nr_token_span(text, t);
    const char *bytes = text->bytes + span.begin;
    uint32_t length = nr_span_length(span);
    for (size_t i = 0; i < sizeof glyphs / sizeof glyphs[0]; i++) {
        const char *known = glyphs[i].bytes;
        if (bytes[0] == known[0] && strlen(known) == length &&
            memcmp(bytes, known, length) == 0) {
            return &glyphs[i];
        }
    }
    return NULL;
}

/* ---- What the neighbours say ---- */

enum side {
    SIDE_EDGE, /* of the block */
    SIDE_SPACE,
    SIDE_OPENER, /* ( [ / = ¿ ¡ */
    SIDE_DASH,
    SIDE_STOP, /* . , ; : ! ? ) ] */
    SIDE_DOTS, /* ... */
    SIDE_DIGIT,
    SIDE_WORD,
    SIDE_COUNT
};

static const struct {
    uint8_t opens_after; /* this stands before the mark, which opens */
    uint8_t opens_before;
    uint8_t closes_after;
    uint8_t closes_before;
} side_costs[SIDE_COUNT] = {
    [SIDE_EDGE] = {0, 6, 6, 0},   /* opens at the head, closes at the end */
    [SIDE_SPACE] = {0, 3, 3, 0},  /* He said " no " */
    [SIDE_OPENER] = {0, 0, 4, 2}, /* ("no") */
    [SIDE_DASH] = {1, 2, 1, 0},   /* "I--" said--"no" */
    [SIDE_STOP] = {3, 4, 0, 0},   /* said,"No." */
    [SIDE_DOTS] = {2, 0, 0, 1},   /* "... and so on ..." */
    [SIDE_DIGIT] = {5, 0, 0, 3},  /* "5 in 2016" */
    [SIDE_WORD] = {5, 0, 0, 3},   /* "word" */
};

/* Signs that are tokens of their own and say which way a mark beside them turns. */
static const struct {
    const char *bytes;
    uint8_t side;
} punctuation[] = {
    {"(", SIDE_OPENER}, {"[", SIDE_OPENER},  {"{", SIDE_OPENER},   {"<", SIDE_OPENER},
    {"/", SIDE_OPENER}, {"=", SIDE_OPENER},  {"¿", SIDE_OPENER},   {"¡", SIDE_OPENER},
    {"-", SIDE_DASH},   {"--", SIDE_DASH},   {"---", SIDE_DASH},   {"–", SIDE_DASH},
    {"—", SIDE_DASH},   {"―", SIDE_DASH},    {"−", SIDE_DASH},     {"...", SIDE_DOTS},
    {"…", SIDE_DOTS},   {"....", SIDE_DOTS}, {". . .", SIDE_DOTS},
};

static enum side side_of(const struct nr_text *text, uint32_t t)
{
    uint8_t shape = text->tokens.items[t].shape;
    if (shape == NR_SHAPE_NUMBER) {
        return SIDE_DIGIT;
    }
    if (shape != NR_SHAPE_PUNCT && shape != NR_SHAPE_OTHER) {
        return SIDE_WORD;
    }
    struct nr_span span = nr_token_span(text, t);
    for (size_t i = 0; i < sizeof punctuation / sizeof punctuation[0]; i++) {
        if (strlen(punctuation[i].bytes) == nr_span_length(span) &&
            memcmp(text->bytes + span.begin, punctuation[i].bytes,
                   nr_span_length(span)) == 0) {
            return (enum side)punctuation[i].side;
        }
    }
    return shape == NR_SHAPE_PUNCT ? SIDE_STOP : SIDE_WORD;
}

static bool spaced(const struct nr_text *text, uint32_t t)
{
    return (text->tokens.items[t].flags & NR_TOKEN_SPACE) != 0;
}

static enum side side_before(const struct nr_text *text, uint32_t t, uint32_t first)
{
    if (t == first) {
        return SIDE_EDGE;
    }
    return spaced(text, t) ? SIDE_SPACE : side_of(text, t - 1);
}

static enum side side_after(const struct nr_text *text, uint32_t t, uint32_t end)
{
    if (t + 1 == end) {
        return SIDE_EDGE;
    }
    return spaced(text, t + 1) ? SIDE_SPACE : side_of(text, t + 1);
}

/* ---- Apostrophes and inches ---- */

/* What leaves its beginning away: the mark before it is an apostrophe. The tokeniser
 * keeps those it knows with their apostrophe; these are seen after another mark. */
static const char *const beheaded[] = {"tis", "twas", "em",   "til", "cause",
                                       "n",   "n'",   "bout", "cuz", "round"};
/* What leaves its end away. */
static const char *const docked[] = {"an", "th", "ol", "lil", "o", "wi", "y", "n"};

static bool is_one_of(const struct nr_text *text, uint32_t t, const char *const *words,
                      size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (nr_token_is(text, t, words[i])) {
            return true;
        }
    }
    return false;
}

/* '90s, '98: two digits, perhaps with an s. */
static bool is_short_year(const struct nr_text *text, uint32_t t)
{
    const struct nr_word *word = nr_word_of(text, t);
    return text->tokens.items[t].shape == NR_SHAPE_NUMBER &&
           (word->length == 2 || (word->length == 3 && word->folded[2] == 's'));
}

/* After a word and before none: the dogs' bowl, goin', 'so he said'. */
static void weigh_after_word(const struct nr_text *text, struct nr_sign *sign,
                             enum side after)
{
    const struct nr_word *word = nr_word_of(text, sign->token - 1);
    char last = word->length > 0 ? word->folded[word->length - 1] : ' ';
    bool ing = word->length > 3 && word->folded[word->length - 2] == 'i' && last == 'n';
    if (last == 's' || last == 'z' || last == 'x') {
        sign->skips = after == SIDE_SPACE ? 1 : 3;
    } else if (ing || is_one_of(text, sign->token - 1, docked,
                                sizeof docked / sizeof docked[0])) {
        sign->skips = 2;
    }
}

static void weigh_single(const struct nr_text *text, struct nr_sign *sign,
                         enum side before, enum side after)
{
    bool opening = before != SIDE_WORD && before != SIDE_DIGIT && before != SIDE_STOP &&
                   (after == SIDE_WORD || after == SIDE_DIGIT);
    sign->skips = sign->closes > 0 ? SKIP_QUOTE : SKIP_TICK;
    if (opening) {
        bool short_year = is_short_year(text, sign->token + 1);
        bool clipped = short_year || is_one_of(text, sign->token + 1, beheaded,
                                               sizeof beheaded / sizeof beheaded[0]);
        sign->skips = clipped || sign->opens > 0 ? 0 : sign->skips;
        sign->opens = (uint8_t)(sign->opens + (clipped ? 4 : 0));
    } else if (before == SIDE_WORD && after != SIDE_WORD) {
        weigh_after_word(text, sign, after);
    } else if (before == SIDE_DIGIT || before == SIDE_SPACE) {
        sign->skips = 1; /* 6' tall */
    } else if (before == SIDE_STOP) {
        sign->skips = SKIP_MARK;
    }
}

/* Adds shape and neighbours up. */
static void weigh(const struct nr_text *text, struct nr_sign *sign, enum side before,
                  enum side after)
{
    const struct glyph *glyph = glyph_of(text, sign->token);
    bool straight = glyph->opens == 0 && glyph->closes == 0;
    sign->opens = glyph->opens;
    sign->closes = glyph->closes;
    sign->skips = SKIP_MARK;
    if (sign->family == NR_SIGN_SINGLE) {
        weigh_single(text, sign, before, after);
    } else if (before == SIDE_DIGIT && after != SIDE_WORD &&
               (straight || glyph->closes == 0)) {
        sign->skips = 1; /* a 12" record */
    } else if (before == SIDE_WORD && after == SIDE_WORD &&
               nr_token_is(text, sign->token + 1, "s")) {
        sign->skips = 0; /* the party"s, mistyped */
    }
    sign->opens = (uint8_t)(sign->opens + side_costs[before].opens_after +
                            side_costs[after].opens_before);
    sign->closes = (uint8_t)(sign->closes + side_costs[before].closes_after +
                             side_costs[after].closes_before);
}

/* ---- The dash of dialogue ---- */

static bool is_dash(const struct nr_text *text, uint32_t t)
{
    struct nr_span span = nr_token_span(text, t);
    const char *bytes = text->bytes + span.begin;
    return nr_span_length(span) == 3 &&
           (memcmp(bytes, "—", 3) == 0 || memcmp(bytes, "―", 3) == 0);
}

/* English signs and lists with dashes ("— Daily Herald"); these languages speak with
 * them. */
static bool speaks_by_dash(const struct nr_text *text, uint32_t block)
{
    uint8_t language = text->blocks.items[block].language;
    if (language == NR_LANGUAGE_NONE) {
        language = (uint8_t)text->language;
    }
    return language == NR_LANGUAGE_ES || language == NR_LANGUAGE_FR ||
           language == NR_LANGUAGE_PT || language == NR_LANGUAGE_CA ||
           language == NR_LANGUAGE_IT;
}

/* —No lo sé —dijo ella—. Volveré.   opens, closes, opens again. */
static void weigh_dash(struct nr_sign *sign, enum side before, enum side after)
{
    bool space_before = before == SIDE_SPACE;
    bool space_after = after == SIDE_SPACE || after == SIDE_EDGE;
    sign->opens = before == SIDE_EDGE || !space_before ? 0 : NEVER;
    sign->closes = space_before && !space_after ? 0 : NEVER;
    sign->skips = space_before && space_after ? 0 : SKIP_MARK;
}

/* ---- Reading ---- */

static void span_of_block(const struct nr_text *text, uint32_t block, uint32_t *first,
                          uint32_t *end)
{
    const struct nr_block *b = &text->blocks.items[block];
    *first = 0;
    *end = 0;
    if (b->first_sentence < b->end_sentence) {
        *first = text->sentences.items[b->first_sentence].first_token;
        *end = text->sentences.items[b->end_sentence - 1].end_token;
    }
}

static bool collect(struct nr_arena *arena, const struct nr_text *text, uint32_t block,
                    struct nr_signs *signs)
{
    uint32_t first = 0;
    uint32_t end = 0;
    span_of_block(text, block, &first, &end);
    bool dashes = first < end && is_dash(text, first) && speaks_by_dash(text, block);
    for (uint32_t t = first; t < end; t++) {
        bool dash = dashes && is_dash(text, t);
        if (text->tokens.items[t].shape != NR_SHAPE_MARK && !dash) {
            continue;
        }
        const struct glyph *glyph = dash ? NULL : glyph_of(text, t);
        if (!dash && glyph == NULL) {
            continue;
        }
        struct nr_sign *sign = nr_list_push(arena, &signs->list, sizeof *sign);
        if (sign == NULL || !nr_arena_tick(arena, 4)) {
            return false;
        }
        sign->token = t;
        sign->family = dash ? NR_SIGN_DASH : glyph->family;
        sign->partner = NR_NONE;
        sign->begins = (text->tokens.items[t].flags & NR_TOKEN_SENTENCE) != 0;
    }
    return nr_arena_tick(arena, end - first);
}

/* Does the sign stand right behind the one before it, so that both have the same
 * neighbours? */
static bool touches(const struct nr_text *text, const struct nr_signs *signs, uint32_t i)
{
    uint32_t t = signs->list.items[i].token;
    return i > 0 && signs->list.items[i - 1].token + 1 == t && !spaced(text, t);
}

bool nr_signs_read(struct nr_arena *arena, const struct nr_text *text, uint32_t block,
                   struct nr_signs *signs)
{
    signs->list.count = 0;
    if (!collect(arena, text, block, signs)) {
        return false;
    }
    uint32_t first = 0;
    uint32_t end = 0;
    span_of_block(text, block, &first, &end);
    uint32_t count = signs->list.count;
    for (uint32_t i = 0; i < count && arena->status == NR_OK;) { /* runs that touch */
        uint32_t run_end = i + 1;
        while (run_end < count && touches(text, signs, run_end) &&
               nr_arena_tick(arena, 1)) {
            run_end++;
        }
        enum side before = side_before(text, signs->list.items[i].token, first);
        enum side after = side_after(text, signs->list.items[run_end - 1].token, end);
        for (; i < run_end && nr_arena_tick(arena, 4); i++) {
            struct nr_sign *sign = &signs->list.items[i];
            if (sign->family == NR_SIGN_DASH) {
                weigh_dash(sign, before, after);
            } else {
                weigh(text, sign, before, after);
            }
        }
    }
    return arena->status == NR_OK;
}

uint8_t nr_signs_heading(const struct nr_text *text, uint32_t block)
{
    uint32_t first = 0;
    uint32_t end = 0;
    span_of_block(text, block, &first, &end);
    unsigned families = 0;
    for (uint32_t t = first; t < end && t < first + 3; t++) {
        if (text->tokens.items[t].shape != NR_SHAPE_MARK ||
            (t > first && spaced(text, t))) {
            break;
        }
        const struct glyph *glyph = glyph_of(text, t);
        families |= glyph != NULL ? 1u << glyph->family : 0u;
    }
    return (uint8_t)families;
}
