/* quote/marks.c: which quotation marks belong together?
 *
 *     "It's a 6'2" wall," he said, "and "high".        "It's ... wall,"   "and "high"
 *
 * A block is weighed as a whole: walking its marks of one family, the cheapest way to be
 * outside a quote, inside one, or inside one within it, is carried along (Viterbi over
 * three states, costs from sign.c), and read back from the end. So a mark without partner
 * costs what it costs, once, and does not turn all that follows inside out. Double marks
 * and angles first; then single marks, each stretch between the pairs found so far by
 * itself, so that pairs never cross.
 *
 * A quote that is open at the end of a paragraph goes on where the next one begins with a
 * mark ("continues"); where it does not, the mark was forgotten, and what can be repaired
 * is. A closing mark that nothing opens is repaired where words of speech follow it.
 *
 * Knowingly wrong: a quote of three paragraphs opened once and closed once keeps its
 * first and last; a forgotten closing mark before a paragraph that opens with another
 * quote looks like a quote that goes on. */
#include "quote/marks.h"

#include "quote/sign.h"

enum {
    UNCLOSED = 5, /* an opening mark whose partner is missing */
    UNCLOSED_SINGLE = 7,
    LOST_OPENER = 6, /* a closing mark whose partner is missing */
    CARRIED = 1,     /* ... after a paragraph that left one open */
    NESTED = 4,      /* a pair inside another of its own family: "He said "no" again" */
    AGAIN = 2,       /* more likely than nested where a sentence begins: "A. "B." */
    FAR = 1 << 24,   /* no way leads here */
};

enum state { OUTSIDE, INSIDE, DEEP, STATES };
enum step { STEP_SKIP, STEP_OPEN, STEP_CLOSE, STEP_REOPEN };

/* One family's walk, as far as it has come. */
struct series {
    uint32_t cost[STATES];
    uint32_t tail; /* last sign, or NR_NONE */
};

/* Two levels of each family at most are open at once. */
enum { OPEN_PAIRS = 2 * NR_SIGN_FAMILY_COUNT };

struct pairing {
    struct nr_arena *arena;
    const struct nr_text *text;
    struct nr_quotes *quotes;
    struct nr_signs signs;
    uint32_t block;
    uint8_t heading;   /* families that the next paragraph opens with, as bits */
    uint8_t awaited;   /* families left open, to be taken up at the head of this block */
    uint8_t forgotten; /* families left open, that no mark at its head takes up */
    uint8_t open;      /* families that this block leaves open */
    uint32_t resumes; /* the sign at which a quote goes on within the block, or NR_NONE */
    uint32_t stack[OPEN_PAIRS]; /* marks around what is being written */
    uint32_t depth;
};

static struct nr_sign *sign_at(struct pairing *p, uint32_t i)
{
    return &p->signs.list.items[i];
}

static uint8_t bit_of(uint8_t family)
{
    return (uint8_t)(1u << family);
}

/* ---- The cheapest reading ---- */

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
static bool series_end(struct pairing *p, const struct series *series, uint32_t unclosed)
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
    for (uint32_t i = series->tail, next = NR_NONE; i != NR_NONE; i = next) {
        struct nr_sign *sign = sign_at(p, i);
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
                sign_at(p, partner[state])->partner = i;
            }
            closed[state] = false;
            partner[state] = step == STEP_REOPEN ? i : NR_NONE;
            state = step == STEP_REOPEN ? state : state - 1;
        }
    }
    return open;
}

static uint32_t lost_opener_cost(const struct pairing *p, uint8_t family)
{
    if (family >= NR_SIGN_DASH) {
        return FAR;
    }
    return (p->forgotten & bit_of(family)) != 0 ? CARRIED : LOST_OPENER;
}

static uint32_t unclosed_cost(const struct pairing *p, uint8_t family)
{
    if (family == NR_SIGN_DASH || (p->heading & bit_of(family)) != 0) {
        return 0;
    }
    return family == NR_SIGN_SINGLE ? UNCLOSED_SINGLE : UNCLOSED;
}

/* All families but the single marks, each over the whole block. */
static void pair_families(struct pairing *p)
{
    struct series series[NR_SIGN_FAMILY_COUNT];
    for (uint8_t f = 0; f < NR_SIGN_FAMILY_COUNT; f++) {
        series[f] = series_begin(lost_opener_cost(p, f));
    }
    for (uint32_t i = 0; i < p->signs.list.count; i++) {
        struct nr_sign *sign = sign_at(p, i);
        if (sign->family != NR_SIGN_SINGLE) {
            series_step(&series[sign->family], sign, i);
        }
    }
    for (uint8_t f = 0; f < NR_SIGN_SINGLE; f++) {
        if (series_end(p, &series[f], unclosed_cost(p, f))) {
            p->open |= bit_of(f);
        }
    }
}

/* A pair around the sign being looked at, and the single marks in it so far. */
struct enclosure {
    uint32_t opener; /* sign; NR_NONE: the block itself */
    struct series singles;
};

/* Closes enclosures down to the one that closer's partner opened. Those above it would
 * cross it: they are no pairs. */
static uint32_t leave(struct pairing *p, struct enclosure *stack, uint32_t depth,
                      uint32_t closer)
{
    while (depth > 0) {
        uint32_t opener = stack[depth].opener;
        series_end(p, &stack[depth].singles, UNCLOSED_SINGLE);
        depth--;
        if (opener == sign_at(p, closer)->partner) {
            break;
        }
        sign_at(p, sign_at(p, opener)->partner)->role = NR_SIGN_SKIPPED;
        sign_at(p, opener)->role = NR_SIGN_SKIPPED;
    }
    return depth;
}

/* Single marks, within each pair and outside all of them by themselves. */
static void pair_singles(struct pairing *p)
{
    struct enclosure stack[OPEN_PAIRS + 1];
    uint32_t depth = 0;
    stack[0] = (struct enclosure){NR_NONE, series_begin(FAR)};
    for (uint32_t i = 0; i < p->signs.list.count; i++) {
        struct nr_sign *sign = sign_at(p, i);
        if (sign->family == NR_SIGN_SINGLE) {
            series_step(&stack[depth].singles, sign, i);
        } else if (sign->role == NR_SIGN_OPENS) {
            depth++;
            stack[depth] = (struct enclosure){i, series_begin(FAR)};
        } else if (sign->role == NR_SIGN_CLOSES && sign->partner != NR_NONE) {
            depth = leave(p, stack, depth, i);
        }
    }
    if (series_end(p, &stack[0].singles, unclosed_cost(p, NR_SIGN_SINGLE))) {
        p->open |= bit_of(NR_SIGN_SINGLE);
    }
}

/* ---- Repairs: where does a quote end that nothing closes? ---- */

static const struct nr_token *token_at(const struct pairing *p, uint32_t t)
{
    return &p->text->tokens.items[t];
}

static uint32_t block_first(const struct pairing *p)
{
    const struct nr_block *block = &p->text->blocks.items[p->block];
    return p->text->sentences.items[block->first_sentence].first_token;
}

static uint32_t block_end(const struct pairing *p)
{
    const struct nr_block *block = &p->text->blocks.items[p->block];
    return p->text->sentences.items[block->end_sentence - 1].end_token;
}

static uint32_t sentence_end(const struct pairing *p, uint32_t t)
{
    return p->text->sentences.items[token_at(p, t)->sentence].end_token;
}

static bool is_cue(const struct pairing *p, uint32_t t)
{
    return nr_token_in(p->text, t, NR_IN(speech_verb) | NR_IN(cue_phrase));
}

/* Does what opens at token t begin where speech begins: a sentence, or after said, : or ,
 */
static bool begins_speech(const struct pairing *p, uint32_t t)
{
    if (t == block_first(p) || (token_at(p, t)->flags & NR_TOKEN_SENTENCE) != 0) {
        return true;
    }
    return nr_token_is(p->text, t - 1, ":") || nr_token_is(p->text, t - 1, ",") ||
           is_cue(p, t - 1);
}

/* Where "No, he said. ends when its closing mark is missing: after the comma that a cue
 * follows at once, or that a subject and a cue at the very end follow; `end` where there
 * is none. */
static uint32_t before_tag(const struct pairing *p, uint32_t first, uint32_t end)
{
    enum { TAG_REACH = 8, AT_END = 2 };
    uint32_t from = end > first + TAG_REACH ? end - TAG_REACH : first + 1;
    bool cue_at_end = false;
    for (uint32_t t = end; t-- > from;) {
        bool cue_next = t + 1 < end && is_cue(p, t + 1);
        if (nr_token_is(p->text, t, ",") && (cue_at_end || cue_next)) {
            return t + 1;
        }
        cue_at_end = cue_at_end || (t + AT_END >= end && is_cue(p, t));
    }
    return end;
}

/* "A. "B."  Several paragraphs of one quote in one block: a new sentence opens again. */
static bool opens_again(const struct pairing *p, const struct nr_sign *sign)
{
    if (sign->partner == NR_NONE || sign->family == NR_SIGN_DASH) {
        return false;
    }
    uint32_t again = p->signs.list.items[sign->partner].token;
    return (token_at(p, again)->flags & NR_TOKEN_SENTENCE) != 0;
}

/* Fills end_token and verdict of a mark whose partner is missing; its opening sign is
 * given. */
static void repair_end(struct pairing *p, const struct nr_sign *sign,
                       struct nr_mark *mark)
{
    uint32_t last = block_end(p);
    bool to_block = sign->partner == NR_NONE;
    uint32_t limit = to_block ? last : sign_at(p, sign->partner)->token;
    bool goes_on = to_block && (sign->family == NR_SIGN_DASH ||
                                (p->heading & bit_of(sign->family)) != 0);
    uint32_t t = sign->token;
    uint32_t sentence = sentence_end(p, t + 1 < last ? t + 1 : t);
    sentence = sentence < limit ? sentence : limit;
    mark->end_token = before_tag(p, t, sentence);
    bool most = 2 * (last - t) >= last - block_first(p);
    if (goes_on) {
        mark->end_token = last;
    } else if (!begins_speech(p, t)) {
        mark->verdict = NR_VERDICT_UNCLOSED;
    } else if (to_block && most) {
        mark->end_token = before_tag(p, t, last);
    } else if (opens_again(p, sign) && mark->end_token == sentence) {
        mark->end_token = limit;
        p->resumes = sign->partner;
    }
}

/* Says the text right after a closing mark who spoke: " said Ms Diaz, " Ms Diaz said? */
static bool tag_follows(const struct pairing *p, uint32_t closer)
{
    enum { TAG_REACH = 3 };
    uint32_t end = block_end(p);
    if (closer == block_first(p) || nr_token_is(p->text, closer - 1, ".")) {
        return false;
    }
    for (uint32_t t = closer + 1; t < end && t <= closer + TAG_REACH; t++) {
        if (is_cue(p, t)) {
            return true;
        }
        if (!nr_token_capital(p->text, t) && !nr_token_in(p->text, t, NR_IN(pronoun))) {
            return false;
        }
        if (nr_token_in(p->text, t, NR_IN(subordinator) | NR_IN(preposition))) {
            return false;
        }
    }
    return false;
}

/* Jane Roe, head of the union."   A line under a quote that ends with the quote's mark.
 */
static bool is_signature(const struct pairing *p, uint32_t closer)
{
    enum { SIGNATURE_TOKENS = 12 };
    uint32_t first = block_first(p);
    if (closer - first > SIGNATURE_TOKENS || !nr_token_capital(p->text, first)) {
        return false;
    }
    for (uint32_t t = first; t < closer; t++) {
        if (nr_token_in(p->text, t, NR_IN(auxiliary) | NR_IN(modal) | NR_IN(pronoun))) {
            return false;
        }
    }
    return closer + 1 == block_end(p);
}

/* Of a closing sign that nothing opens: the token at which its quote begins; its own
 * where that can't be told. `We will win," said Ms Diaz.` begins with its sentence. */
static uint32_t repair_begin(struct pairing *p, uint32_t index)
{
    const struct nr_sign *closer = sign_at(p, index);
    uint32_t first = block_first(p);
    bool carried = (p->forgotten & bit_of(closer->family)) != 0;
    if (closer->token == first || (carried && is_signature(p, closer->token)) ||
        (!carried && !tag_follows(p, closer->token))) {
        return closer->token;
    }
    if (!carried) {
        uint32_t sentence = token_at(p, closer->token - 1)->sentence;
        first = p->text->sentences.items[sentence].first_token;
    }
    for (uint32_t i = 0; i < index; i++) { /* not into the middle of another pair */
        const struct nr_sign *sign = sign_at(p, i);
        if (sign->role == NR_SIGN_OPENS && sign->token < first &&
            sign_at(p, sign->partner)->token >= first) {
            first = sign_at(p, sign->partner)->token + 1;
        }
    }
    return first < closer->token ? first : closer->token;
}

/* ---- Writing ---- */

/* The nearest mark around a new one. One that was repaired to reach into the new one is
 * cut. */
static uint32_t parent_of(struct pairing *p, const struct nr_mark *mark, uint32_t opener)
{
    struct nr_mark *marks = p->quotes->marks.items;
    while (p->depth > 0) {
        struct nr_mark *around = &marks[p->stack[p->depth - 1]];
        if (around->block == mark->block && nr_span_has(around->outer, mark->outer) &&
            around->outer.end > mark->outer.begin) {
            return p->stack[p->depth - 1];
        }
        if (around->block == mark->block && around->outer.end > mark->outer.begin) {
            around->end_token = opener;
            around->inner.end = opener > around->first_token
                                    ? token_at(p, opener - 1)->end
                                    : around->inner.begin;
            around->outer.end = around->inner.end;
        }
        p->depth--;
    }
    return NR_NONE;
}

/* Adds a mark: fields but first_token, end_token, closed, continues and verdict are
 * filled here. opener: token of the opening mark, or first_token where it is missing. */
static void write_mark(struct pairing *p, uint32_t opener, struct nr_mark mark)
{
    mark.block = p->block;
    mark.utterance = NR_NONE;
    mark.outer.begin = token_at(p, opener)->begin;
    mark.inner.begin =
        opener < mark.first_token ? token_at(p, opener)->end : mark.outer.begin;
    mark.inner.end = mark.inner.begin;
    if (mark.first_token < mark.end_token) {
        mark.inner = nr_span_of(token_at(p, mark.first_token)->begin,
                                token_at(p, mark.end_token - 1)->end);
    }
    mark.outer.end = mark.closed ? token_at(p, mark.end_token)->end : mark.inner.end;
    mark.parent = parent_of(p, &mark, opener);
    struct nr_mark *written = nr_list_push(p->arena, &p->quotes->marks, sizeof *written);
    if (written == NULL) {
        return;
    }
    *written = mark;
    if (p->depth < OPEN_PAIRS) {
        p->stack[p->depth++] = p->quotes->marks.count - 1;
    }
}

static void write_opening(struct pairing *p, const struct nr_sign *sign)
{
    struct nr_mark mark = {.first_token = sign->token + 1,
                           .closed = sign->role == NR_SIGN_OPENS};
    uint32_t head = block_first(p) + 3;
    bool resumes = p->resumes != NR_NONE && sign_at(p, p->resumes)->token == sign->token;
    mark.continues =
        resumes || (sign->token < head && (p->awaited & bit_of(sign->family)) != 0);
    p->awaited &= (uint8_t)~bit_of(sign->family);
    if (mark.closed) {
        mark.end_token = sign_at(p, sign->partner)->token;
    } else {
        repair_end(p, sign, &mark);
    }
    write_mark(p, sign->token, mark);
}

/* A closing mark that nothing opens. begin: from repair_begin(). */
static void write_closing(struct pairing *p, const struct nr_sign *sign, uint32_t begin)
{
    struct nr_mark mark = {
        .first_token = begin, .end_token = sign->token, .closed = true};
    mark.continues = begin < sign->token && (p->forgotten & bit_of(sign->family)) != 0;
    if (begin == sign->token) {
        mark.verdict = NR_VERDICT_UNCLOSED;
    }
    write_mark(p, begin, mark);
}

/* A mark that fits nowhere; apostrophes and inches are cheap to skip and leave no row. */
static bool is_stray(const struct nr_sign *sign)
{
    return sign->role == NR_SIGN_SKIPPED && sign->skips > UNCLOSED &&
           sign->family != NR_SIGN_DASH && sign->family != NR_SIGN_SINGLE;
}

/* The first sign that closes and has no partner, at most one a family; NR_NONE: none. */
static uint32_t next_orphan(struct pairing *p, uint32_t from)
{
    for (uint32_t i = from; i < p->signs.list.count; i++) {
        if (sign_at(p, i)->role == NR_SIGN_CLOSES && sign_at(p, i)->partner == NR_NONE) {
            return i;
        }
    }
    return NR_NONE;
}

static void write_block(struct pairing *p)
{
    uint32_t orphan = next_orphan(p, 0);
    uint32_t orphan_begin = orphan != NR_NONE ? repair_begin(p, orphan) : NR_NONE;
    p->depth = 0;
    p->resumes = NR_NONE;
    for (uint32_t i = 0; i < p->signs.list.count && nr_arena_tick(p->arena, 4); i++) {
        const struct nr_sign *sign = sign_at(p, i);
        while (orphan != NR_NONE && sign->token >= orphan_begin) {
            write_closing(p, sign_at(p, orphan), orphan_begin);
            orphan = next_orphan(p, orphan + 1);
            orphan_begin = orphan != NR_NONE ? repair_begin(p, orphan) : NR_NONE;
        }
        if (sign->role == NR_SIGN_OPENS || sign->role == NR_SIGN_LOST) {
            write_opening(p, sign);
        } else if (is_stray(sign)) {
            write_closing(p, sign, sign->token);
        }
    }
}

/* ---- Blocks ---- */

static bool is_running(const struct nr_text *text, uint32_t block)
{
    uint8_t kind = text->blocks.items[block].kind;
    return kind == NR_BLOCK_PARAGRAPH || kind == NR_BLOCK_LIST_ITEM ||
           kind == NR_BLOCK_PULL_QUOTE;
}

/* The families that the next paragraph of running text opens with. Captions and credits
 * may stand between. */
static uint8_t heading_after(const struct nr_text *text, uint32_t block)
{
    enum { REACH = 6 };
    if (!is_running(text, block)) {
        return 0;
    }
    for (uint32_t b = block + 1; b < text->blocks.count && b <= block + REACH; b++) {
        if (is_running(text, b)) {
            return nr_signs_heading(text, b);
        }
    }
    return 0;
}

static void pair_block(struct pairing *p, uint32_t block)
{
    p->block = block;
    bool running = is_running(p->text, block);
    if (!nr_signs_read(p->arena, p->text, block, &p->signs)) {
        return;
    }
    if (p->signs.list.count == 0) {
        p->awaited = running ? 0 : p->awaited;
        p->forgotten = running ? 0 : p->forgotten;
        return;
    }
    uint8_t awaited = p->awaited;
    uint8_t forgotten = p->forgotten;
    p->awaited = running ? awaited : 0;
    p->forgotten = running ? forgotten : 0;
    p->heading = heading_after(p->text, block);
    p->open = 0;
    pair_families(p);
    pair_singles(p);
    write_block(p);
    p->awaited = running ? p->open & p->heading : awaited;
    p->forgotten = running ? p->open & (uint8_t)~p->heading : forgotten;
}

enum nr_status nr_marks_find(struct nr_arena *arena, const struct nr_text *text,
                             const struct nr_entities *entities, struct nr_quotes *quotes)
{
    struct pairing p = {.arena = arena, .text = text, .quotes = quotes};
    for (uint32_t b = 0; b < text->blocks.count && arena->status == NR_OK; b++) {
        pair_block(&p, b);
    }
    nr_list_trim(arena, &quotes->marks, sizeof *quotes->marks.items);
    return nr_marks_judge(arena, text, entities, quotes);
}
