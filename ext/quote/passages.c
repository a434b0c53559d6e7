/* quote/passages.c: rows with marks, by rules (rules.c), and what lies past the sentence:
 * a passage that only follows another one is the same turn; one that opens a paragraph
 * goes on from the last.
 *
 * Knowingly wrong: of two people who speak in turn without "said" the second is taken for
 * the first. */
#include "quote/held.h"
#include "quote/romance.h"
#include "quote/writer.h"

enum { TURN_REACH = 400 /* tokens: further on it is no longer the same turn */ };

bool nr_right_behind(const struct nr_writer *w, uint32_t end, uint32_t t)
{
    bool near = end <= t && t - end <= TURN_REACH;
    for (uint32_t i = end; i < t && near; i++) {
        near = (w->text->tokens.items[i].flags & NR_TOKEN_SENTENCE) == 0;
    }
    return near;
}

bool nr_block_runs(uint8_t kind)
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
static bool same_turn(const struct nr_writer *w, const struct nr_passage *passage)
{
    if (w->last_utterance == NR_NONE || nr_span_empty(nr_last_utterance(w)->source)) {
        return false;
    }
    if (w->last_block == w->scene.block) {
        return nr_right_behind(w, w->last_end, passage->open);
    }
    bool heads = passage->open == w->scene.reading.first;
    bool next = w->last_block + 1 == w->scene.block &&
                nr_block_runs(w->text->blocks.items[w->last_block].kind) &&
                nr_block_runs(w->text->blocks.items[w->scene.block].kind);
    return heads && next;
}

void nr_write_turn(struct nr_writer *w, uint32_t from, const char *rule, uint32_t first,
                   uint32_t end)
{
    struct nr_utterance before = w->quotes->utterances.items[from];
    struct nr_utterance *utterance = nr_open_utterance(w);
    if (utterance == NULL) {
        return;
    }
    *utterance = before;
    utterance->parts = 0;
    utterance->via = nr_span_of(0, 0);
    utterance->rule = rule;
    utterance->source_from = from;
    if (nr_act_holds_clause((enum nr_act)utterance->act)) {
        utterance->act = NR_ACT_SAY; /* He denied it. "We were lucky." */
    }
    nr_write_tokens(w, first, end);
}

static void write_same_turn(struct nr_writer *w, const struct nr_passage *passage,
                            const char *rule)
{
    bool direct =
        w->quotes->quotes.items[w->quotes->quotes.count - 1].kind != NR_QUOTE_INDIRECT;
    if (direct) {
        nr_write_tokens(w, passage->open, passage->after);
    } else { /* what went before had no marks */
        nr_write_turn(w, w->last_utterance, rule, passage->open, passage->after);
    }
}

/* The subject of the sentence before a floating passage: "The mayor stood up. "We will
 * appeal."" */
static struct nr_phrase introducer(const struct nr_writer *w,
                                   const struct nr_passage *passage)
{
    const struct nr_text *text = w->text;
    uint32_t block = w->scene.block;
    bool heads = passage->open == w->scene.reading.first;
    if (heads && (block == 0 || !nr_block_runs(text->blocks.items[block - 1].kind) ||
                  !nr_block_runs(text->blocks.items[block].kind))) {
        return (struct nr_phrase){0, 0, 0};
    }
    uint32_t sentence = text->tokens.items[passage->open - 1].sentence;
    uint32_t first = text->sentences.items[sentence].first_token;
    first = first < w->last_end ? w->last_end : first;
    struct nr_reading around = {text, w->scene.reading.entities, first, passage->open};
    return nr_subject_of_clause(&around, first, passage->open);
}

static void write_found(struct nr_writer *w, const struct nr_passage *passage)
{
    const struct nr_finding *finding = &passage->finding;
    struct nr_utterance *utterance = nr_open_utterance(w);
    if (utterance == NULL) {
        return;
    }
    utterance->rule = finding->rule;
    utterance->act = NR_ACT_SAY;
    nr_fill_source(w, utterance, finding->source);
    if (finding->cue != NR_NONE) {
        nr_fill_cue(w, utterance, &w->scene.cues.items[finding->cue]);
    } else {
        utterance->cue = finding->cue_span;
    }
    uint32_t first = finding->content_first;
    first = first < w->covered ? w->covered : first;
    first = first < passage->open ? first : passage->open;
    if (finding->cue != NR_NONE && first > w->scene.cues.items[finding->cue].verb) {
        nr_write_before_parenthesis(w, &w->scene.cues.items[finding->cue]);
    }
    nr_write_tokens(w, first, finding->content_end);
}

/* By whom the sentence before names, or by nobody. */
static void write_introduced(struct nr_writer *w, const struct nr_passage *passage)
{
    struct nr_phrase source = nr_romance_reads(&w->scene)
                                  ? nr_romance_antecedent(&w->scene, passage->open)
                                  : introducer(w, passage);
    struct nr_utterance *utterance = nr_open_utterance(w);
    if (utterance == NULL) {
        return;
    }
    utterance->act = NR_ACT_SAY;
    utterance->rule = nr_phrase_none(source) ? "none" : "introduced";
    nr_fill_source(w, utterance, source);
    nr_write_tokens(w, passage->open, passage->after);
}

/* Nobody's words: what follows must not take them for a part of an utterance. */
static void leave_out(struct nr_passage *passage, struct nr_mark *mark,
                      enum nr_verdict verdict)
{
    mark->verdict = (uint8_t)verdict;
    passage->finding.rule = NULL;
    passage->finding.cue = NR_NONE;
}

void nr_write_passage(struct nr_writer *w, uint32_t index)
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
        nr_write_tokens(w, passage->open, passage->after);
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

void nr_write_passages(struct nr_writer *w)
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
        nr_write_reported(w, first < passage->open ? first : passage->open);
        nr_write_passage(w, i);
    }
    nr_write_reported(w, s->reading.end);
}
