/* quote/scene.c: reads a block into passages and cues, and finds how far each cue
 * reaches.
 *
 *     Xi said the two should be "partners", warning that "many problems" remain.
 *        ^^^^ region: the ... "partners"     ^^^^^^^ region: "many problems" remain
 *
 * A region runs from what follows the cue to the end of the sentence, or to where another
 * verb of speech takes over: ", warning", "and said", ", and Wang said", ", according
 * to". */
#include "quote/scene.h"

enum {
    REGION_REACH = 400, /* tokens outside passages: bounds hostile sentences */
    TAIL_TOKENS = 8
};

static bool word_is(const struct nr_scene *s, uint32_t t, const char *folded)
{
    return nr_token_is(s->reading.text, t, folded);
}

static const struct nr_token *token(const struct nr_scene *s, uint32_t t)
{
    return &s->reading.text->tokens.items[t];
}

static bool starts_sentence(const struct nr_scene *s, uint32_t t)
{
    return (token(s, t)->flags & NR_TOKEN_SENTENCE) != 0;
}

uint32_t nr_scene_passage_from(const struct nr_scene *s, uint32_t t)
{
    uint32_t low = 0;
    uint32_t high = s->passages.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (s->passages.items[middle].open < t) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

uint32_t nr_scene_cue_from(const struct nr_scene *s, uint32_t t)
{
    uint32_t low = 0;
    uint32_t high = s->cues.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (s->cues.items[middle].verb < t) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static bool is_passage(const struct nr_mark *mark)
{
    return mark->parent == NR_NONE && !mark->settled &&
           mark->first_token < mark->end_token;
}

static struct nr_passage passage_of(const struct nr_scene *s, uint32_t m)
{
    const struct nr_mark *mark = &s->quotes->marks.items[m];
    struct nr_passage passage = {
        .mark = m, .first = mark->first_token, .end = mark->end_token};
    bool opened =
        mark->outer.begin < mark->inner.begin && passage.first > s->reading.first;
    passage.open = opened ? passage.first - 1 : passage.first;
    passage.after = passage.end;
    if (mark->closed && passage.after < s->reading.end) {
        passage.after++;
    }
    for (uint32_t t = passage.first; t < passage.end; t++) {
        uint8_t shape = token(s, t)->shape;
        passage.words +=
            shape != NR_SHAPE_PUNCT && shape != NR_SHAPE_MARK &&
            (t == passage.first || (token(s, t)->flags & NR_TOKEN_SPACE) != 0);
    }
    return passage;
}

static void read_passages(struct nr_arena *arena, struct nr_scene *s, uint32_t first_mark)
{
    uint32_t free_from = s->reading.first; /* passages never overlap */
    for (uint32_t m = first_mark; m < s->quotes->marks.count && nr_arena_tick(arena, 4);
         m++) {
        const struct nr_mark *mark = &s->quotes->marks.items[m];
        if (mark->block != s->block) {
            break;
        }
        struct nr_passage read = {0};
        if (is_passage(mark)) {
            read = passage_of(s, m);
        }
        if (read.first >= read.end || read.open < free_from) {
            continue;
        }
        struct nr_passage *passage = nr_list_push(arena, &s->passages, sizeof *passage);
        if (passage == NULL) {
            return;
        }
        *passage = read;
        free_from = read.after;
    }
}

/* Reads the cues of the outside tokens [from, to): one sentence's stretch between two
 * passages. */
static void read_cues(struct nr_arena *arena, struct nr_scene *s, uint32_t from,
                      uint32_t to)
{
    for (uint32_t t = from; t < to;) {
        struct nr_cue cue;
        if (!nr_cue_may_start(&s->reading, t) ||
            !nr_cue_at(&s->reading, t, from, to, &cue)) {
            t++;
            continue;
        }
        struct nr_cue *slot = nr_list_push(arena, &s->cues, sizeof *slot);
        if (slot == NULL) {
            return;
        }
        *slot = cue;
        t = cue.end;
    }
}

/* "We lost." Smith said.  A sentence of a few words right behind a passage belongs to it:
 * the one before it, or NR_NONE. */
static uint32_t tail_of(const struct nr_scene *s, uint32_t next, uint32_t t)
{
    const struct nr_sentence *sentence =
        &s->reading.text->sentences.items[token(s, t)->sentence];
    bool behind = next > 0 && s->passages.items[next - 1].after == t;
    return behind && sentence->end_token - t <= TAIL_TOKENS ? next - 1 : NR_NONE;
}

/* Walks the block once, outside the passages: where sentences begin, which stretches lie
 * between. */
static void read_stretches(struct nr_arena *arena, struct nr_scene *s)
{
    uint32_t sentence = s->reading.first;
    uint32_t from = s->reading.first;
    uint32_t next = 0;
    uint32_t before = NR_NONE; /* the passage that the stretch follows in its sentence */
    for (uint32_t t = s->reading.first; t <= s->reading.end; t++) {
        bool at_end = t == s->reading.end;
        bool opens = next < s->passages.count && s->passages.items[next].open == t;
        bool begins = !at_end && starts_sentence(s, t) && t > s->reading.first;
        if (!at_end && !opens && !begins) {
            continue;
        }
        read_cues(arena, s, from, t);
        if (before != NR_NONE) {
            s->passages.items[before].stretch_to = t;
            before = NR_NONE;
        }
        if (begins) {
            sentence = t;
            from = t;
            before = tail_of(s, next, t);
        }
        if (opens) {
            struct nr_passage *passage = &s->passages.items[next];
            passage->sentence_first = sentence;
            passage->stretch_from = from;
            before = next;
            next++;
            from = passage->after;
            t = passage->after - 1;
        }
        if (!nr_arena_tick(arena, 8)) {
            return;
        }
    }
}

/* ---- Who shares whose subject, and how far a cue reaches ---- */

static bool joins_left(const struct nr_scene *s, const struct nr_cue *cue)
{
    if (cue->form == NR_CUE_ING || cue->form == NR_CUE_INFINITIVE) {
        return true;
    }
    if (cue->first == s->reading.first) {
        return false;
    }
    uint32_t before = cue->first - 1;
    return nr_token_in(s->reading.text, before, NR_IN(conjunction)) ||
           word_is(s, before, ",");
}

static uint32_t sentence_of(const struct nr_scene *s, uint32_t t)
{
    return token(s, t)->sentence;
}

/* "Xi said ..., warning", "denied it and said": the subject of the clause before. */
static void share_subject(const struct nr_scene *s, uint32_t index)
{
    struct nr_cue *cue = &s->cues.items[index];
    if (!nr_phrase_none(cue->subject) || !joins_left(s, cue)) {
        return;
    }
    uint32_t sentence = sentence_of(s, cue->verb);
    const struct nr_cue *before = index > 0 ? &s->cues.items[index - 1] : NULL;
    if (before != NULL && sentence_of(s, before->verb) == sentence &&
        before->form != NR_CUE_PREPOSITION && !nr_phrase_none(before->subject)) {
        cue->subject = before->subject;
    } else {
        uint32_t first = s->reading.text->sentences.items[sentence].first_token;
        struct nr_span verb;
        cue->subject = nr_subject_of_verb_before(&s->reading, cue->first, first, &verb);
        if (nr_phrase_none(cue->subject)) {
            cue->subject = nr_subject_of_clause(&s->reading, first, cue->first);
        }
    }
    cue->shared = !nr_phrase_none(cue->subject);
}

/* Does the cue after token t take over there? */
static bool takes_over(const struct nr_scene *s, uint32_t t, const struct nr_cue *next)
{
    bool comma = word_is(s, t, ",") || nr_token_is_dash(s->reading.text, t);
    if (comma && next->first == t + 1) {
        return next->form == NR_CUE_ING || next->form == NR_CUE_PREPOSITION ||
               next->shared;
    }
    bool conjunction = nr_token_in(s->reading.text, t, NR_IN(conjunction));
    if (conjunction && next->first == t + 1) {
        return true;
    }
    bool pair =
        comma && t + 1 < s->reading.end &&
        nr_token_in(s->reading.text, t + 1, NR_IN(conjunction) | NR_IN(subordinator));
    if (pair) {
        return next->first == t + 2 || (!next->shared && next->subject.first == t + 2);
    }
    bool contrast = word_is(s, t, "but") || word_is(s, t, "while");
    return contrast && !next->shared && next->subject.first == t + 1;
}

/* ", although", ", with": what follows is the writer's again. */
static bool turns_away(const struct nr_scene *s, uint32_t t)
{
    return word_is(s, t, ",") && t + 1 < s->reading.end &&
           (word_is(s, t + 1, "with") || word_is(s, t + 1, "although") ||
            word_is(s, t + 1, "while") || word_is(s, t + 1, "even"));
}

/* "When S said that C, ...": a cue in a clause that opens the sentence reports up to its
 * comma. */
static bool is_fronted(const struct nr_scene *s, const struct nr_cue *cue)
{
    uint32_t sentence = sentence_of(s, cue->verb);
    uint32_t first = s->reading.text->sentences.items[sentence].first_token;
    return cue->subject.first == first + 1 && !cue->shared &&
           (word_is(s, first, "when") || word_is(s, first, "after") ||
            word_is(s, first, "while") || word_is(s, first, "although") ||
            word_is(s, first, "though") || word_is(s, first, "if"));
}

/* "S, who says that C, left": what a relative clause reports ends at its comma. */
static bool is_relative(const struct nr_scene *s, const struct nr_cue *cue)
{
    uint32_t t = cue->subject.first;
    return !cue->shared && t > s->reading.first && word_is(s, t - 1, ",") &&
           (word_is(s, t, "who") || word_is(s, t, "which"));
}

/* Where the words that a cue reports stop, outside passages; next: the first cue behind
 * t. */
static bool stops_at(const struct nr_scene *s, uint32_t t, bool clause, uint32_t next)
{
    return word_is(s, t, ";") || turns_away(s, t) || (clause && word_is(s, t, ",")) ||
           (next < s->cues.count && takes_over(s, t, &s->cues.items[next]));
}

static uint32_t region_end(const struct nr_scene *s, uint32_t index)
{
    const struct nr_cue *cue = &s->cues.items[index];
    uint32_t next = index + 1;
    uint32_t passage = nr_scene_passage_from(s, cue->content);
    bool clause = is_fronted(s, cue) || is_relative(s, cue);
    uint32_t t = cue->content;
    for (uint32_t steps = 0; t < s->reading.end && steps < REGION_REACH; steps++) {
        if (passage < s->passages.count && s->passages.items[passage].open == t) {
            if (t > cue->content && starts_sentence(s, t)) {
                break;
            }
            t = s->passages.items[passage].after;
            if (clause && word_is(s, s->passages.items[passage].end - 1, ",")) {
                break;
            }
            passage++;
            continue;
        }
        if ((t > cue->content || t == cue->end) && starts_sentence(s, t)) {
            break;
        }
        while (next < s->cues.count && s->cues.items[next].first <= t) {
            next++;
        }
        if (stops_at(s, t, clause, next)) {
            break;
        }
        t++;
    }
    return t > cue->content ? t : cue->content;
}

bool nr_scene_reports(const struct nr_scene *s, const struct nr_cue *cue)
{
    if (cue->form == NR_CUE_PREPOSITION || nr_phrase_none(cue->subject) ||
        !nr_can_speak(&s->reading, cue->subject)) {
        return false;
    }
    uint16_t flags = cue->fact->flags;
    if (cue->to_do && cue->form == NR_CUE_FINITE && cue->region_end > cue->content + 1) {
        enum nr_act act = (enum nr_act)cue->fact->act;
        return act == NR_ACT_PROMISE || act == NR_ACT_DECLINE || act == NR_ACT_ORDER;
    }
    bool framed = (flags & NR_FLAG_THAT) != 0 &&
                  (cue->complementiser ||
                   ((flags & NR_FLAG_SPEECH) != 0 && (flags & NR_FLAG_AMBIGUOUS) == 0));
    if (!framed || (cue->form != NR_CUE_FINITE && !cue->complementiser)) {
        return false;
    }
    if (cue->region_end < cue->content + 2) {
        return false;
    }
    uint32_t first = cue->content;
    if (!cue->complementiser &&
        (token(s, first)->shape == NR_SHAPE_PUNCT ||
         nr_token_in(s->reading.text, first, NR_IN(preposition) | NR_IN(subordinator)))) {
        return false;
    }
    for (uint32_t t = first; t < cue->region_end; t++) {
        if (nr_is_verbal(&s->reading, t)) {
            return true;
        }
    }
    return false;
}

bool nr_scene_parenthesis(const struct nr_scene *s, const struct nr_cue *cue)
{
    uint16_t frame = NR_FLAG_THAT | NR_FLAG_SPEECH;
    uint32_t before = cue->subject.first;
    return cue->form == NR_CUE_FINITE && !nr_phrase_none(cue->subject) && !cue->shared &&
           before < cue->first && before > s->reading.first &&
           word_is(s, before - 1, ",") && (cue->fact->flags & frame) == frame &&
           cue->content == cue->end && cue->end + 1 < s->reading.end &&
           word_is(s, cue->end, ",") && cue->region_end > cue->content + 1 &&
           nr_can_speak(&s->reading, cue->subject);
}

bool nr_scene_reported_before(const struct nr_scene *s, const struct nr_cue *cue,
                              uint32_t first)
{
    bool document = nr_token_in(s->reading.text, cue->subject.head, NR_IN(document_noun));
    uint16_t frame = document ? NR_FLAG_THAT : NR_FLAG_THAT | NR_FLAG_SPEECH;
    bool after_comma = cue->subject.first > first + 2 && !cue->shared &&
                       word_is(s, cue->subject.first - 1, ",");
    if (cue->form != NR_CUE_FINITE || nr_phrase_none(cue->subject) || !after_comma ||
        (cue->fact->flags & frame) != frame || cue->subject.first > cue->first ||
        !nr_can_speak(&s->reading, cue->subject)) {
        return false;
    }
    return cue->content >= s->reading.end || cue->region_end <= cue->content + 1;
}

enum nr_status nr_scene_read(struct nr_arena *arena, struct nr_scene *s,
                             uint32_t first_mark)
{
    s->passages.count = 0;
    s->cues.count = 0;
    read_passages(arena, s, first_mark);
    read_stretches(arena, s);
    for (uint32_t c = 0; c < s->cues.count && arena->status == NR_OK; c++) {
        share_subject(s, c);
    }
    for (uint32_t c = 0; c < s->cues.count && nr_arena_tick(arena, 16); c++) {
        s->cues.items[c].region_end = region_end(s, c);
    }
    return arena->status;
}
