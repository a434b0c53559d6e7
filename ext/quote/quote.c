/* quote/quote.c: from marks and cues to rows: who said what, in reading order.
 *
 * Block by block: pairs of marks are read into passages, reporting words into cues
 * (scene.c); each passage is given a source by the first rule that fits (rules.c). Here
 * they become utterances and their parts, and what lies past the sentence is decided: a
 * passage that only follows another one is the same turn; one that opens a paragraph goes
 * on from the last. Last come the rows without marks: S V that C, "C, S said", according
 * to S.
 *
 * Knowingly wrong: free indirect speech has no row; of two people who speak in turn
 * without "said" the second is taken for the first. */
#include "quote/held.h"
#include "quote/marks.h"
#include "quote/report.h"
#include "quote/scene.h"

#include <string.h>

const char *const nr_quote_kind_names[3] = {"direct", "mixed", "indirect"};

enum {
    CLAUSE_REACH = 80, /* tokens looked over: bound hostile sentences */
    TURN_REACH = 400,
};

/* What has been written so far, and the state that rows need of the rows before them. */
struct writer {
    struct nr_arena *arena;
    const struct nr_text *text;
    struct nr_quotes *quotes;
    struct nr_scene scene;
    uint32_t covered;        /* tokens before this one are in a row already */
    uint32_t last_utterance; /* of the last row, or NR_NONE */
    uint32_t last_end;       /* token after the last row */
    uint32_t last_block;
    uint32_t next_cue;     /* cues before it are done with */
    const uint8_t *labels; /* [tokens] enum nr_speech_label; NULL: no model */
    struct nr_reports reports;
};

static bool word_is(const struct writer *w, uint32_t t, const char *folded)
{
    return nr_token_is(w->text, t, folded);
}

static struct nr_utterance *last(const struct writer *w)
{
    return &w->quotes->utterances.items[w->last_utterance];
}

/* ---- Rows ---- */

static bool is_edge(const struct writer *w, uint32_t t)
{
    return word_is(w, t, ",") || word_is(w, t, ".") || word_is(w, t, ";") ||
           word_is(w, t, ":") || word_is(w, t, "-") || word_is(w, t, "--") ||
           word_is(w, t, "\xe2\x80\x94") || word_is(w, t, "\xe2\x80\x93");
}

/* One more part of the last utterance: tokens [first, end) of this block. */
static void write_part(struct writer *w, uint32_t first, uint32_t end, uint8_t kind,
                       struct nr_span span)
{
    struct nr_quote *quote = nr_list_push(w->arena, &w->quotes->quotes, sizeof *quote);
    if (quote == NULL) {
        return;
    }
    quote->span = span;
    quote->utterance = w->last_utterance;
    quote->part = ++last(w)->parts;
    quote->block = w->scene.block;
    quote->sentence = w->text->tokens.items[first].sentence;
    quote->kind = kind;
    w->covered = end;
    w->last_end = end;
    w->last_block = w->scene.block;
}

/* The row of tokens [first, end): direct if it is one passage, mixed if it holds any. */
static void write_tokens(struct writer *w, uint32_t first, uint32_t end)
{
    const struct nr_scene *s = &w->scene;
    uint32_t p = nr_scene_passage_from(s, first);
    bool holds = p < s->passages.count && s->passages.items[p].open < end;
    const struct nr_passage *passage = holds ? &s->passages.items[p] : NULL;
    while (first + 1 < end && is_edge(w, first) && (!holds || passage->open != first)) {
        first++;
    }
    uint32_t past = nr_scene_passage_from(s, end);
    uint32_t inner = past > 0 && holds ? s->passages.items[past - 1].after : first;
    while (end > first + 1 && end > inner && is_edge(w, end - 1)) {
        end--;
    }
    if (holds && passage->open == first && passage->after == end) {
        write_part(w, first, end, NR_QUOTE_DIRECT,
                   w->quotes->marks.items[passage->mark].inner);
        return;
    }
    struct nr_span span = nr_span_of(w->text->tokens.items[first].begin,
                                     w->text->tokens.items[end - 1].end);
    write_part(w, first, end, holds ? NR_QUOTE_MIXED : NR_QUOTE_INDIRECT, span);
}

static struct nr_utterance *open_utterance(struct writer *w)
{
    struct nr_utterance *utterance =
        nr_list_push(w->arena, &w->quotes->utterances, sizeof *utterance);
    if (utterance != NULL) {
        utterance->source_from = NR_NONE;
        w->last_utterance = w->quotes->utterances.count - 1;
    }
    return utterance;
}

static void fill_source(const struct writer *w, struct nr_utterance *utterance,
                        struct nr_phrase source)
{
    if (nr_phrase_none(source)) {
        return;
    }
    utterance->source = nr_phrase_span(w->text, source);
    utterance->source_first = source.first;
    utterance->source_end = source.end;
    utterance->source_head = source.head;
}

/* "told the BBC": heard through it. */
static bool is_medium(const struct writer *w, struct nr_phrase phrase)
{
    for (uint32_t t = phrase.first; t < phrase.end; t++) {
        if (nr_token_in(w->text, t, NR_IN(broadcaster))) {
            return true;
        }
    }
    return false;
}

static void fill_cue(const struct writer *w, struct nr_utterance *utterance,
                     const struct nr_cue *cue)
{
    const char *lemma = nr_fact_canonical(cue->fact);
    utterance->cue = nr_span_of(w->text->tokens.items[cue->first].begin,
                                w->text->tokens.items[cue->end - 1].end);
    utterance->verb = (struct nr_chars){lemma, 0};
    while (lemma[utterance->verb.length] != 0) {
        utterance->verb.length++;
    }
    utterance->act = (uint8_t)nr_cue_act(&w->scene.reading, cue);
    bool spoken_to = !nr_phrase_none(cue->addressee) &&
                     (cue->addressee.end <= utterance->source_first ||
                      cue->addressee.first >= utterance->source_end);
    if (spoken_to) { /* in "asked its chairman" behind a quote the chairman is the source
                      */
        utterance->addressee = nr_phrase_span(w->text, cue->addressee);
    }
    if (!nr_phrase_none(cue->via)) {
        utterance->via = nr_phrase_span(w->text, cue->via);
    } else if (spoken_to && is_medium(w, cue->addressee)) {
        utterance->via = utterance->addressee;
    }
}

static void write_cue_utterance(struct writer *w, const struct nr_cue *cue,
                                const char *rule, uint32_t first, uint32_t end)
{
    struct nr_utterance *utterance = open_utterance(w);
    if (utterance == NULL) {
        return;
    }
    utterance->rule = rule;
    fill_source(w, utterance, cue->subject);
    fill_cue(w, utterance, cue);
    write_tokens(w, first, end);
}

/* ---- Rows without marks ---- */

/* Is there a verb in the last words before `end`, back to `first`? */
static bool clause_between(const struct writer *w, uint32_t first, uint32_t end)
{
    uint32_t low = end > first + CLAUSE_REACH ? end - CLAUSE_REACH : first;
    for (uint32_t t = low; t < end; t++) {
        if (nr_is_verbal(&w->scene.reading, t)) {
            return true;
        }
    }
    return false;
}

/* According to S, C.   C, according to S.   X said C, according to S: via. */
static void write_according(struct writer *w, const struct nr_cue *cue, uint32_t first)
{
    bool leads = cue->first <= first + 1 || w->covered + 1 >= cue->first;
    if (w->covered > first && w->last_utterance != NR_NONE &&
        w->last_block == w->scene.block) {
        if (nr_span_empty(last(w)->via)) {
            last(w)->via = nr_phrase_span(w->text, cue->subject);
        }
        return;
    }
    if (!leads && clause_between(w, first, cue->first)) {
        write_cue_utterance(w, cue, nr_cue_rule(cue), first, cue->first);
        w->covered = cue->subject.end;
    } else if (leads && cue->region_end > cue->content + 2) {
        write_cue_utterance(w, cue, nr_cue_rule(cue), cue->content, cue->region_end);
    }
}

/* "The alarm, she said, is on": the part before the cue, where the cue stands amid what
 * it reports. */
static void write_before_parenthesis(struct writer *w, const struct nr_cue *cue)
{
    uint32_t sentence = w->text->tokens.items[cue->verb].sentence;
    uint32_t first = w->text->sentences.items[sentence].first_token;
    first = first < w->covered ? w->covered : first;
    uint64_t asides = NR_IN(adverb) | NR_IN(preposition) | NR_IN(subordinator) |
                      NR_IN(conjunction) | NR_IN(weekday);
    if (first + 1 < cue->subject.first && !nr_token_in(w->text, first, asides) &&
        nr_scene_parenthesis(&w->scene, cue)) { /* not "Later, she said, it was" */
        write_tokens(w, first, cue->subject.first - 1);
    }
}

static void write_parenthesis(struct writer *w, const struct nr_cue *cue)
{
    struct nr_utterance *utterance = open_utterance(w);
    if (utterance == NULL) {
        return;
    }
    utterance->rule = "parenthesis";
    fill_source(w, utterance, cue->subject);
    fill_cue(w, utterance, cue);
    write_before_parenthesis(w, cue);
    write_tokens(w, cue->end + 1, cue->region_end);
}

/* The rows that cues alone give, up to token `to`; passages are written by their own
 * rules. */
static void write_reports(struct writer *w, uint32_t to)
{
    const struct nr_scene *s = &w->scene;
    for (; w->next_cue < s->cues.count && w->arena->status == NR_OK; w->next_cue++) {
        const struct nr_cue *cue = &s->cues.items[w->next_cue];
        if (cue->verb >= to) {
            return;
        }
        if (cue->first < w->covered) {
            continue; /* speech within speech */
        }
        uint32_t sentence = w->text->tokens.items[cue->verb].sentence;
        uint32_t first = w->text->sentences.items[sentence].first_token;
        first = first < w->covered ? w->covered : first;
        uint32_t passage = nr_scene_passage_from(s, first);
        bool marked = passage < s->passages.count &&
                      s->passages.items[passage].open < cue->region_end;
        if (marked) {
            continue; /* the passages' own rules decide */
        }
        if (cue->form == NR_CUE_PREPOSITION) {
            write_according(w, cue, w->text->sentences.items[sentence].first_token);
        } else if (nr_scene_parenthesis(s, cue)) {
            write_parenthesis(w, cue);
        } else if (nr_scene_reports(s, cue)) {
            write_cue_utterance(w, cue, nr_cue_rule(cue), cue->content, cue->region_end);
        } else if (nr_scene_reported_before(s, cue, first) &&
                   clause_between(w, first, cue->subject.first - 1)) {
            write_cue_utterance(w, cue, "reported-after", first, cue->subject.first - 1);
            w->covered = cue->end;
        }
    }
}

/* ---- Rows with marks ---- */

/* Sentences begun outside passages between the last row and token t. */
static uint32_t sentences_since(const struct writer *w, uint32_t t)
{
    uint32_t count = t - w->last_end > TURN_REACH; /* too far to be the same turn */
    for (uint32_t i = w->last_end; i < t && count == 0; i++) {
        count += (w->text->tokens.items[i].flags & NR_TOKEN_SENTENCE) != 0;
    }
    return count;
}

static bool is_running(uint8_t kind)
{
    return kind == NR_BLOCK_PARAGRAPH || kind == NR_BLOCK_LIST_ITEM ||
           kind == NR_BLOCK_PULL_QUOTE;
}

/* Does the passage open its sentence, with nobody named around it? */
static bool floats(const struct nr_passage *passage)
{
    bool whole = passage->stretch_to <= passage->after + 1;
    return whole && passage->finding.rule == NULL &&
           passage->sentence_first == passage->open;
}

/* The same person goes on: right after a row of this block, or at the head of the next
 * one. */
static bool same_turn(const struct writer *w, const struct nr_passage *passage)
{
    if (w->last_utterance == NR_NONE || nr_span_empty(last(w)->source)) {
        return false;
    }
    if (w->last_block == w->scene.block) {
        return sentences_since(w, passage->open) == 0;
    }
    bool heads = passage->open == w->scene.reading.first;
    bool next = w->last_block + 1 == w->scene.block &&
                is_running(w->text->blocks.items[w->last_block].kind) &&
                is_running(w->text->blocks.items[w->scene.block].kind);
    return heads && next;
}

static void write_same_turn(struct writer *w, const struct nr_passage *passage,
                            const char *rule)
{
    bool direct =
        w->quotes->quotes.items[w->quotes->quotes.count - 1].kind != NR_QUOTE_INDIRECT;
    if (!direct) { /* what went before had no marks: an utterance of its own, by the same
                      source */
        struct nr_utterance before = *last(w);
        uint32_t from = w->last_utterance;
        struct nr_utterance *utterance = open_utterance(w);
        if (utterance == NULL) {
            return;
        }
        *utterance = before;
        utterance->parts = 0;
        utterance->via = nr_span_of(0, 0);
        utterance->rule = rule;
        utterance->source_from = from;
    }
    write_tokens(w, passage->open, passage->after);
}

/* The subject of the sentence before a floating passage: "The mayor stood up. "We will
 * appeal."" */
static struct nr_phrase introducer(const struct writer *w,
                                   const struct nr_passage *passage)
{
    const struct nr_text *text = w->text;
    uint32_t block = w->scene.block;
    bool heads = passage->open == w->scene.reading.first;
    if (heads && (block == 0 || !is_running(text->blocks.items[block - 1].kind) ||
                  !is_running(text->blocks.items[block].kind))) {
        return (struct nr_phrase){0, 0, 0};
    }
    uint32_t sentence = text->tokens.items[passage->open - 1].sentence;
    uint32_t first = text->sentences.items[sentence].first_token;
    first = first < w->last_end ? w->last_end : first;
    struct nr_reading around = {text, w->scene.reading.entities, first, passage->open};
    return nr_subject_of_clause(&around, first, passage->open);
}

static void write_found(struct writer *w, const struct nr_passage *passage)
{
    const struct nr_finding *finding = &passage->finding;
    struct nr_utterance *utterance = open_utterance(w);
    if (utterance == NULL) {
        return;
    }
    utterance->rule = finding->rule;
    utterance->act = NR_ACT_SAY;
    fill_source(w, utterance, finding->source);
    if (finding->cue != NR_NONE) {
        fill_cue(w, utterance, &w->scene.cues.items[finding->cue]);
    } else {
        utterance->cue = finding->cue_span;
    }
    uint32_t first = finding->content_first;
    first = first < w->covered ? w->covered : first;
    first = first < passage->open ? first : passage->open;
    if (finding->cue != NR_NONE && first > w->scene.cues.items[finding->cue].verb) {
        write_before_parenthesis(w, &w->scene.cues.items[finding->cue]);
    }
    write_tokens(w, first, finding->content_end);
}

/* By whom the sentence before names, or by nobody. */
static void write_introduced(struct writer *w, const struct nr_passage *passage)
{
    struct nr_phrase source = introducer(w, passage);
    struct nr_utterance *utterance = open_utterance(w);
    if (utterance == NULL) {
        return;
    }
    utterance->act = NR_ACT_SAY;
    utterance->rule = nr_phrase_none(source) ? "none" : "introduced";
    fill_source(w, utterance, source);
    write_tokens(w, passage->open, passage->after);
}

/* Nobody's words: what follows must not take them for a part of an utterance. */
static void leave_out(struct nr_passage *passage, struct nr_mark *mark,
                      enum nr_verdict verdict)
{
    mark->verdict = (uint8_t)verdict;
    passage->finding.rule = NULL;
    passage->finding.cue = NR_NONE;
}

static void write_passage(struct writer *w, uint32_t index)
{
    struct nr_passage *passage = &w->scene.passages.items[index];
    struct nr_mark *mark = &w->quotes->marks.items[passage->mark];
    bool follows =
        w->last_utterance != NR_NONE && (mark->continues || passage->finding.joins);
    uint32_t rows = w->quotes->quotes.count;
    if (nr_passage_is_heading(&w->scene, passage)) {
        leave_out(passage, mark, NR_VERDICT_HEADING);
        return;
    }
    enum nr_verdict verdict = nr_passage_verdict(&w->scene, passage);
    if (follows) {
        write_tokens(w, passage->open, passage->after);
    } else if (floats(passage) && same_turn(w, passage)) {
        write_same_turn(w, passage, "same-turn");
    } else if (verdict != NR_VERDICT_QUOTE) {
        leave_out(passage, mark, verdict);
        return;
    } else if (passage->finding.rule != NULL) {
        write_found(w, passage);
    } else {
        write_introduced(w, passage);
    }
    if (w->quotes->quotes.count > rows) {
        mark->verdict = NR_VERDICT_QUOTE;
        mark->utterance = w->last_utterance;
    }
}

static void write_passages(struct writer *w)
{
    struct nr_scene *s = &w->scene;
    for (uint32_t i = 0; i < s->passages.count && nr_arena_tick(w->arena, 64); i++) {
        struct nr_passage *passage = &s->passages.items[i];
        if (passage->open < w->covered) { /* inside the row of one before it */
            struct nr_mark *mark = &w->quotes->marks.items[passage->mark];
            mark->verdict = NR_VERDICT_QUOTE;
            mark->utterance = w->last_utterance;
            passage->finding = s->passages.items[i - 1].finding;
            continue;
        }
        nr_passage_attribute(s, i);
        uint32_t first = passage->finding.content_first;
        write_reports(w, first < passage->open ? first : passage->open);
        write_passage(w, i);
    }
    write_reports(w, s->reading.end);
}

/* ---- What the model found ---- */

/* The words that a learned cue stands for, where the lexicon knows them. */
static const struct nr_cue *cue_in(const struct nr_scene *s, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t++) {
        uint32_t c = nr_scene_cue_from(s, t);
        if (c < s->cues.count && s->cues.items[c].verb < end) {
            return &s->cues.items[c];
        }
    }
    return NULL;
}

static void fill_learned(const struct writer *w, struct nr_utterance *utterance,
                         const struct nr_report *report)
{
    fill_source(w, utterance, report->source);
    utterance->act = NR_ACT_SAY;
    if (report->cue_first >= report->cue_end) {
        return;
    }
    const struct nr_token *tokens = w->text->tokens.items;
    const struct nr_cue *cue = cue_in(&w->scene, report->cue_first, report->cue_end);
    if (cue != NULL) {
        fill_cue(w, utterance, cue);
    } else {
        const struct nr_word *word = nr_word_of(w->text, report->cue_end - 1);
        utterance->verb = (struct nr_chars){word->folded, word->length};
    }
    utterance->cue =
        nr_span_of(tokens[report->cue_first].begin, tokens[report->cue_end - 1].end);
}

static void write_learned(struct writer *w, const struct nr_report *report,
                          const char *rule)
{
    struct nr_utterance *utterance = open_utterance(w);
    if (utterance == NULL) {
        return;
    }
    utterance->rule = rule;
    fill_learned(w, utterance, report);
    write_tokens(w, report->first, report->end);
}

/* One content, by its cue and source; what has neither is left to the rules. */
static void write_report(struct writer *w, const struct nr_report *report)
{
    const struct nr_scene *s = &w->scene;
    bool linked = report->cue_first < report->cue_end || !nr_phrase_none(report->source);
    if (report->joins && w->last_utterance != NR_NONE && w->covered > s->reading.first) {
        write_tokens(w, report->first, report->end);
    } else if (linked) {
        write_learned(w, report, "learned");
    }
}

static void settle_passages(struct writer *w, uint32_t first, uint32_t end)
{
    const struct nr_scene *s = &w->scene;
    for (uint32_t p = nr_scene_passage_from(s, first);
         p < s->passages.count && s->passages.items[p].open < end; p++) {
        struct nr_mark *mark = &w->quotes->marks.items[s->passages.items[p].mark];
        mark->verdict = NR_VERDICT_QUOTE;
        mark->utterance = w->last_utterance;
    }
}

/* Passages that no report holds are the rules'. */
static void write_passages_until(struct writer *w, uint32_t *next, uint32_t to)
{
    struct nr_scene *s = &w->scene;
    for (; *next < s->passages.count && s->passages.items[*next].open < to; (*next)++) {
        if (s->passages.items[*next].open >= w->covered) {
            nr_passage_attribute(s, *next);
            s->passages.items[*next].finding.content_first =
                s->passages.items[*next].open;
            s->passages.items[*next].finding.content_end = s->passages.items[*next].after;
            write_passage(w, *next);
        }
    }
}

static void write_reports_learned(struct writer *w)
{
    uint32_t next = 0;
    if (!nr_reports_find(w->arena, &w->scene, w->labels, &w->reports)) {
        return;
    }
    for (uint32_t i = 0; i < w->reports.list.count && nr_arena_tick(w->arena, 64); i++) {
        const struct nr_report *report = &w->reports.list.items[i];
        write_passages_until(w, &next, report->first);
        uint32_t rows = w->quotes->quotes.count;
        if (report->first >= w->covered) {
            write_report(w, report);
        }
        if (w->quotes->quotes.count > rows) {
            settle_passages(w, report->first, report->end);
        }
    }
    write_passages_until(w, &next, w->scene.reading.end);
}

/* ---- Blocks ---- */

static bool speaks(uint8_t kind)
{
    return is_running(kind) || kind == NR_BLOCK_HEADLINE || kind == NR_BLOCK_STANDFIRST ||
           kind == NR_BLOCK_CAPTION || kind == NR_BLOCK_CORRECTION;
}

static void judge_headings(struct nr_quotes *quotes, uint32_t first, uint32_t block)
{
    for (uint32_t m = first; m < quotes->marks.count; m++) {
        if (quotes->marks.items[m].block != block) {
            return;
        }
        quotes->marks.items[m].verdict = NR_VERDICT_HEADING;
    }
}

static enum nr_status read_block(struct writer *w, uint32_t block, uint32_t first_mark)
{
    const struct nr_block *b = &w->text->blocks.items[block];
    if (b->first_sentence >= b->end_sentence) {
        return w->arena->status;
    }
    if (!speaks(b->kind)) {
        judge_headings(w->quotes, first_mark, block);
        return w->arena->status;
    }
    struct nr_scene *s = &w->scene;
    s->block = block;
    s->reading.first = w->text->sentences.items[b->first_sentence].first_token;
    s->reading.end = w->text->sentences.items[b->end_sentence - 1].end_token;
    w->covered = s->reading.first;
    w->next_cue = 0;
    bool learned = w->labels != NULL &&
                   (b->language == NR_LANGUAGE_EN || b->language == NR_LANGUAGE_NONE);
    if (nr_scene_read(w->arena, s, first_mark) == NR_OK) {
        (learned ? write_reports_learned : write_passages)(w);
    }
    return w->arena->status;
}

/* Pairs within a quote are part of it; a pair that no row took is nobody's words. */
static void settle_marks(struct nr_arena *arena, struct nr_quotes *quotes)
{
    for (uint32_t m = 0; m < quotes->marks.count && nr_arena_tick(arena, 1); m++) {
        struct nr_mark *mark = &quotes->marks.items[m];
        if (mark->verdict != NR_VERDICT_QUOTE || mark->utterance != NR_NONE) {
            continue;
        }
        if (mark->parent != NR_NONE) {
            mark->utterance = quotes->marks.items[mark->parent].utterance;
        } else {
            mark->verdict = NR_VERDICT_SCARE;
        }
    }
}

enum nr_status nr_quotes_find(struct nr_arena *arena, const struct nr_text *text,
                              const struct nr_tags *tags,
                              const struct nr_entities *entities,
                              const struct nr_models *models, struct nr_quotes *quotes)
{
    if (nr_marks_find(arena, text, entities, quotes) != NR_OK) {
        return arena->status;
    }
    struct writer w = {.arena = arena, .text = text, .quotes = quotes};
    w.scene.reading.text = text;
    w.scene.reading.entities = entities;
    w.scene.quotes = quotes;
    w.last_utterance = NR_NONE;
    w.labels = nr_speech_find(arena, models, text, tags, entities, quotes);
    w.scene.doubles = nr_quotes_have_doubles(arena, text, quotes);
    uint32_t mark = 0;
    for (uint32_t b = 0; b < text->blocks.count && arena->status == NR_OK; b++) {
        while (mark < quotes->marks.count && quotes->marks.items[mark].block < b) {
            mark++;
        }
        read_block(&w, b, mark);
    }
    settle_marks(arena, quotes);
    return arena->status;
}
