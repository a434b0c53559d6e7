/* quote/reported.c: rows without marks, by rules: S V that C; C, S said; according to S.
 *
 * For languages that no model reads, and where there is none. */
#include "quote/writer.h"

enum { CLAUSE_REACH = 80 /* tokens looked over: bounds hostile sentences */ };

/* Is there a verb in the last words before `end`, back to `first`? */
static bool clause_between(const struct nr_writer *w, uint32_t first, uint32_t end)
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
static void write_according(struct nr_writer *w, const struct nr_cue *cue, uint32_t first)
{
    bool leads = cue->first <= first + 1 || w->covered + 1 >= cue->first;
    if (w->covered > first && w->last_utterance != NR_NONE &&
        w->last_block == w->scene.block) {
        if (nr_span_empty(nr_last_utterance(w)->via)) {
            nr_last_utterance(w)->via = nr_phrase_span(w->text, cue->subject);
        }
        return;
    }
    if (!leads && clause_between(w, first, cue->first)) {
        nr_write_cue(w, cue, nr_cue_rule(cue), first, cue->first);
        w->covered = cue->subject.end;
    } else if (leads && cue->region_end > cue->content + 2) {
        nr_write_cue(w, cue, nr_cue_rule(cue), cue->content, cue->region_end);
    }
}

/* "The alarm, she said, is on": the part before the cue, where the cue stands amid what
 * it reports. */
void nr_write_before_parenthesis(struct nr_writer *w, const struct nr_cue *cue)
{
    uint32_t sentence = w->text->tokens.items[cue->verb].sentence;
    uint32_t first = w->text->sentences.items[sentence].first_token;
    first = first < w->covered ? w->covered : first;
    uint64_t asides = NR_IN(adverb) | NR_IN(preposition) | NR_IN(subordinator) |
                      NR_IN(conjunction) | NR_IN(weekday);
    if (first + 1 < cue->subject.first && !nr_token_in(w->text, first, asides) &&
        nr_scene_parenthesis(&w->scene, cue)) { /* not "Later, she said, it was" */
        nr_write_tokens(w, first, cue->subject.first - 1);
    }
}

static void write_parenthesis(struct nr_writer *w, const struct nr_cue *cue)
{
    struct nr_utterance *utterance = nr_open_utterance(w);
    if (utterance == NULL) {
        return;
    }
    utterance->rule = "parenthesis";
    nr_fill_source(w, utterance, cue->subject);
    nr_fill_cue(w, utterance, cue);
    nr_write_before_parenthesis(w, cue);
    nr_write_tokens(w, cue->end + 1, cue->region_end);
}

/* The rows that cues alone give, up to token `to`; passages are written by their own
 * rules. */
void nr_write_reported(struct nr_writer *w, uint32_t to)
{
    const struct nr_scene *s = &w->scene;
    for (; w->next_cue < s->cues.count && w->arena->status == NR_OK; w->next_cue++) {
        const struct nr_cue *cue = &s->cues.items[w->next_cue];
        if (cue->verb >= to) {
            return;
        }
        if (cue->first < w->covered || cue->learned) {
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
            nr_write_cue(w, cue, nr_cue_rule(cue), cue->content, cue->region_end);
        } else if (nr_scene_reported_before(s, cue, first) &&
                   clause_between(w, first, cue->subject.first - 1)) {
            nr_write_cue(w, cue, "reported-after", first, cue->subject.first - 1);
            w->covered = cue->end;
        }
    }
}
