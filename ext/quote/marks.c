/* quote/marks.c: where does each quotation begin and end?
 *
 *     "We will not pay. It is                  1  "We will not pay. ..."  to the end
 *                                                 of its paragraph
 *     "That is all," she said.                 2  "That is all,"          continues 1
 *
 * Each block's marks are paired (sign.c, pair.c) and written down in reading order, every
 * pair with the nearest one around it. A quote that is open at the end of a paragraph
 * goes on where the next one begins with a mark ("continues"); where it does not, the
 * mark was forgotten, and what can be repaired is: up to the comma before `she said`, to
 * the end of the sentence, or of the paragraph where most of it is inside. A closing mark
 * that nothing opens is repaired where words of speech follow it.
 *
 * Knowingly wrong: of a quote of three paragraphs opened once and closed once the middle
 * one is lost; a forgotten closing mark before a paragraph that opens with another quote
 * looks like a quote that goes on. */
#include "quote/marks.h"

#include "quote/sign.h"

enum { INCH_COST = 5 }; /* what costs no more to skip is an inch or an apostrophe */

struct writing {
    struct nr_arena *arena;
    const struct nr_text *text;
    struct nr_quotes *quotes;
    struct nr_signs signs;
    uint32_t block;
    uint8_t heading;   /* families that the next paragraph opens with, as bits */
    uint8_t awaited;   /* families left open, to be taken up at the head of this block */
    uint8_t forgotten; /* families left open, that no mark at its head takes up */
    uint32_t resumes; /* the sign at which a quote goes on within the block, or NR_NONE */
    uint32_t orphan_end; /* token after the last closing mark that nothing opens */
    uint32_t stack[NR_SIGN_LEVELS]; /* marks around what is being written */
    uint32_t depth;
};

static struct nr_sign *sign_at(struct writing *w, uint32_t i)
{
    return &w->signs.list.items[i];
}

/* ---- Repairs: where does a quote end that nothing closes? ---- */

static const struct nr_token *token_at(const struct writing *w, uint32_t t)
{
    return &w->text->tokens.items[t];
}

static uint32_t block_first(const struct writing *w)
{
    const struct nr_block *block = &w->text->blocks.items[w->block];
    return w->text->sentences.items[block->first_sentence].first_token;
}

static uint32_t block_end(const struct writing *w)
{
    const struct nr_block *block = &w->text->blocks.items[w->block];
    return w->text->sentences.items[block->end_sentence - 1].end_token;
}

static uint32_t sentence_end(const struct writing *w, uint32_t t)
{
    return w->text->sentences.items[token_at(w, t)->sentence].end_token;
}

static bool is_cue(const struct writing *w, uint32_t t)
{
    return nr_token_in(w->text, t, NR_IN(speech_verb) | NR_IN(cue_phrase));
}

/* Does what opens at token t begin where speech begins: a sentence, or after said, : or ,
 */
static bool begins_speech(const struct writing *w, uint32_t t)
{
    if (t == block_first(w) || (token_at(w, t)->flags & NR_TOKEN_SENTENCE) != 0) {
        return true;
    }
    return nr_token_is(w->text, t - 1, ":") || nr_token_is(w->text, t - 1, ",") ||
           is_cue(w, t - 1);
}

/* Where "No, he said. ends when its closing mark is missing: after the comma that a cue
 * follows at once, or that a subject and a cue at the very end follow; `end` where there
 * is none. */
static uint32_t before_tag(const struct writing *w, uint32_t first, uint32_t end)
{
    enum { TAG_REACH = 8, AT_END = 2 };
    uint32_t from = end > first + TAG_REACH ? end - TAG_REACH : first + 1;
    bool cue_at_end = false;
    for (uint32_t t = end; t-- > from;) {
        bool cue_next = t + 1 < end && is_cue(w, t + 1);
        if (nr_token_is(w->text, t, ",") && (cue_at_end || cue_next)) {
            return t + 1;
        }
        cue_at_end = cue_at_end || (t + AT_END >= end && is_cue(w, t));
    }
    return end;
}

/* "A. "B."  Several paragraphs of one quote in one block: a new sentence opens again. */
static bool opens_again(const struct writing *w, const struct nr_sign *sign)
{
    if (sign->partner == NR_NONE || sign->family == NR_SIGN_DASH) {
        return false;
    }
    uint32_t again = w->signs.list.items[sign->partner].token;
    return (token_at(w, again)->flags & NR_TOKEN_SENTENCE) != 0;
}

/* Fills end_token and verdict of a mark whose partner is missing; its opening sign is
 * given. */
static void repair_end(struct writing *w, const struct nr_sign *sign,
                       struct nr_mark *mark)
{
    uint32_t last = block_end(w);
    bool to_block = sign->partner == NR_NONE;
    uint32_t limit = to_block ? last : sign_at(w, sign->partner)->token;
    bool goes_on = to_block && (sign->family == NR_SIGN_DASH ||
                                (w->heading & nr_sign_bit(sign->family)) != 0);
    uint32_t t = sign->token;
    uint32_t sentence = sentence_end(w, t + 1 < last ? t + 1 : t);
    sentence = sentence < limit ? sentence : limit;
    mark->end_token = before_tag(w, t, sentence);
    bool most = 2 * (last - t) >= last - block_first(w);
    if (goes_on) {
        mark->end_token = last;
    } else if (!begins_speech(w, t)) {
        mark->verdict = NR_VERDICT_UNCLOSED;
    } else if (to_block && most) {
        mark->end_token = before_tag(w, t, last);
    } else if (opens_again(w, sign) && mark->end_token == sentence) {
        mark->end_token = limit;
        w->resumes = sign->partner;
    }
}

/* Says the text right after a closing mark who spoke: " said Ms Diaz, " Ms Diaz said? */
static bool tag_follows(const struct writing *w, uint32_t closer)
{
    enum { TAG_REACH = 3 };
    uint32_t end = block_end(w);
    if (closer == block_first(w) || nr_token_is(w->text, closer - 1, ".")) {
        return false;
    }
    for (uint32_t t = closer + 1; t < end && t <= closer + TAG_REACH; t++) {
        if (is_cue(w, t)) {
            return true;
        }
        if (!nr_token_capital(w->text, t) && !nr_token_in(w->text, t, NR_IN(pronoun))) {
            return false;
        }
        if (nr_token_in(w->text, t, NR_IN(subordinator) | NR_IN(preposition))) {
            return false;
        }
    }
    return false;
}

/* Jane Roe, head of the union."   A line under a quote that ends with the quote's mark.
 */
static bool is_signature(const struct writing *w, uint32_t closer)
{
    enum { SIGNATURE_TOKENS = 12 };
    uint32_t first = block_first(w);
    if (closer - first > SIGNATURE_TOKENS || !nr_token_capital(w->text, first)) {
        return false;
    }
    for (uint32_t t = first; t < closer; t++) {
        if (nr_token_in(w->text, t, NR_IN(auxiliary) | NR_IN(modal) | NR_IN(pronoun))) {
            return false;
        }
    }
    return closer + 1 == block_end(w);
}

/* Of a closing sign that nothing opens: the token at which its quote begins; its own
 * where that can't be told. `We will win," said Ms Diaz.` begins with its sentence. */
static uint32_t repair_begin(struct writing *w, uint32_t index)
{
    const struct nr_sign *closer = sign_at(w, index);
    uint32_t first = block_first(w);
    bool carried = (w->forgotten & nr_sign_bit(closer->family)) != 0;
    if (closer->token == first || (carried && is_signature(w, closer->token)) ||
        (!carried && !tag_follows(w, closer->token))) {
        return closer->token;
    }
    if (!carried) {
        uint32_t sentence = token_at(w, closer->token - 1)->sentence;
        first = w->text->sentences.items[sentence].first_token;
    }
    first = first < w->orphan_end ? w->orphan_end : first;
    for (uint32_t i = 0; i < index; i++) { /* across no pair */
        const struct nr_sign *sign = sign_at(w, i);
        if (sign->role != NR_SIGN_OPENS) {
            continue;
        }
        uint32_t partner = sign_at(w, sign->partner)->token;
        if (partner > closer->token && sign->token >= first) {
            first = sign->token + 1;
        } else if (partner < closer->token && sign->token < first && partner >= first) {
            first = partner + 1;
        }
    }
    return first < closer->token ? first : closer->token;
}

/* ---- Writing ---- */

static uint32_t end_of(const struct nr_mark *mark)
{
    return mark->end_token + (mark->closed ? 1 : 0);
}

static void fill_spans(const struct writing *w, struct nr_mark *mark, uint32_t opener)
{
    mark->outer.begin = token_at(w, opener)->begin;
    mark->inner.begin =
        opener < mark->first_token ? token_at(w, opener)->end : mark->outer.begin;
    mark->inner.end = mark->inner.begin;
    if (mark->first_token < mark->end_token) {
        mark->inner = nr_span_of(token_at(w, mark->first_token)->begin,
                                 token_at(w, mark->end_token - 1)->end);
    }
    mark->outer.end = mark->closed ? token_at(w, mark->end_token)->end : mark->inner.end;
}

static uint32_t opener_of(const struct nr_mark *mark)
{
    return mark->first_token - (mark->outer.begin < mark->inner.begin ? 1 : 0);
}

/* The nearest mark around a new one. Marks that close do not cross; of a mark that was
 * repaired and another, the repaired one is cut. */
static uint32_t parent_of(struct writing *w, struct nr_mark *mark, uint32_t opener)
{
    for (; w->depth > 0; w->depth--) {
        uint32_t top = w->stack[w->depth - 1];
        struct nr_mark *around = &w->quotes->marks.items[top];
        if (end_of(around) <= opener) {
            continue;
        }
        if (around->closed && end_of(mark) > around->end_token && !mark->closed) {
            mark->end_token = around->end_token;
        }
        if (end_of(mark) <= around->end_token) {
            return top;
        }
        if (!around->closed) {
            around->end_token = opener;
            fill_spans(w, around, opener_of(around));
        }
    }
    return NR_NONE;
}

/* Adds a mark of which first_token, end_token, closed, continues and verdict are given.
 * opener: token of the opening mark, or first_token where it is missing. */
static void write_mark(struct writing *w, uint32_t opener, struct nr_mark mark)
{
    mark.block = w->block;
    mark.utterance = NR_NONE;
    mark.parent = parent_of(w, &mark, opener);
    fill_spans(w, &mark, opener);
    struct nr_mark *written = nr_list_push(w->arena, &w->quotes->marks, sizeof *written);
    if (written == NULL) {
        return;
    }
    *written = mark;
    if (w->depth < NR_SIGN_LEVELS) {
        w->stack[w->depth++] = w->quotes->marks.count - 1;
    }
}

static void write_opening(struct writing *w, const struct nr_sign *sign)
{
    struct nr_mark mark = {.first_token = sign->token + 1,
                           .closed = sign->role == NR_SIGN_OPENS};
    uint32_t head = block_first(w) + 3;
    bool resumes = w->resumes != NR_NONE && sign_at(w, w->resumes)->token == sign->token;
    mark.continues =
        resumes || (sign->token < head && (w->awaited & nr_sign_bit(sign->family)) != 0);
    w->awaited &= (uint8_t)~nr_sign_bit(sign->family);
    if (mark.closed) {
        mark.end_token = sign_at(w, sign->partner)->token;
    } else {
        repair_end(w, sign, &mark);
    }
    write_mark(w, sign->token, mark);
}

/* A closing mark that nothing opens. begin: from repair_begin(). */
static void write_closing(struct writing *w, const struct nr_sign *sign, uint32_t begin)
{
    struct nr_mark mark = {
        .first_token = begin, .end_token = sign->token, .closed = true};
    mark.continues =
        begin < sign->token && (w->forgotten & nr_sign_bit(sign->family)) != 0;
    if (begin == sign->token) {
        mark.verdict = NR_VERDICT_UNCLOSED;
    }
    write_mark(w, begin, mark);
    w->orphan_end = sign->token + 1;
}

/* A mark that fits nowhere; apostrophes and inches are cheap to skip and leave no row. */
static bool is_stray(const struct nr_sign *sign)
{
    return sign->role == NR_SIGN_SKIPPED && sign->skips > INCH_COST &&
           sign->family != NR_SIGN_DASH && sign->family != NR_SIGN_SINGLE;
}

/* The first sign that closes and has no partner, at most one a family; NR_NONE: none. */
static uint32_t next_orphan(struct writing *w, uint32_t from)
{
    for (uint32_t i = from; i < w->signs.list.count && nr_arena_tick(w->arena, 1); i++) {
        if (sign_at(w, i)->role == NR_SIGN_CLOSES && sign_at(w, i)->partner == NR_NONE) {
            return i;
        }
    }
    return NR_NONE;
}

static void write_block(struct writing *w)
{
    w->orphan_end = 0;
    uint32_t orphan = next_orphan(w, 0);
    uint32_t orphan_begin = orphan != NR_NONE ? repair_begin(w, orphan) : NR_NONE;
    w->depth = 0;
    w->resumes = NR_NONE;
    for (uint32_t i = 0; i < w->signs.list.count && nr_arena_tick(w->arena, 4); i++) {
        const struct nr_sign *sign = sign_at(w, i);
        while (orphan != NR_NONE && sign->token >= orphan_begin) {
            write_closing(w, sign_at(w, orphan), orphan_begin);
            orphan = next_orphan(w, orphan + 1);
            orphan_begin = orphan != NR_NONE ? repair_begin(w, orphan) : NR_NONE;
        }
        if (sign->role == NR_SIGN_OPENS || sign->role == NR_SIGN_LOST) {
            write_opening(w, sign);
        } else if (is_stray(sign)) {
            write_closing(w, sign, sign->token);
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

static void pair_block(struct writing *w, uint32_t block)
{
    w->block = block;
    bool running = is_running(w->text, block);
    if (!nr_signs_read(w->arena, w->text, block, &w->signs)) {
        return;
    }
    if (w->signs.list.count == 0) {
        w->awaited = running ? 0 : w->awaited;
        w->forgotten = running ? 0 : w->forgotten;
        return;
    }
    uint8_t awaited = w->awaited;
    uint8_t forgotten = w->forgotten;
    w->awaited = running ? awaited : 0;
    w->forgotten = running ? forgotten : 0;
    w->heading = heading_after(w->text, block);
    uint8_t open = nr_signs_pair(w->arena, &w->signs, w->heading, w->forgotten);
    if (w->arena->status != NR_OK) { /* half of the signs have no role yet */
        return;
    }
    write_block(w);
    w->awaited = running ? open & w->heading : awaited;
    w->forgotten = running ? open & (uint8_t)~w->heading : forgotten;
}

enum nr_status nr_marks_find(struct nr_arena *arena, const struct nr_text *text,
                             const struct nr_entities *entities, struct nr_quotes *quotes)
{
    struct writing w = {.arena = arena, .text = text, .quotes = quotes};
    for (uint32_t b = 0; b < text->blocks.count && arena->status == NR_OK; b++) {
        pair_block(&w, b);
    }
    nr_list_trim(arena, &quotes->marks, sizeof *quotes->marks.items);
    return nr_marks_judge(arena, text, entities, quotes);
}
