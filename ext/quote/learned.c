/* quote/learned.c: rows by what the model found (report.c), in English.
 *
 * Each content is a row, with its cue and source; contents of one cue are parts of one
 * utterance. Passages between marks that no content holds are the rules', and so are
 * contents with neither cue nor source. Where a rule names the same source, the row says
 * which: a person can check that. */
#include "quote/sure.h"
#include "quote/word_class.h"
#include "quote/writer.h"

enum {
    ROWS_BACK = 4,
    DOUBTFUL = 250 /* a margin of the model, in the mean of a content; measured */
};

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

static void fill_learned(const struct nr_writer *w, struct nr_utterance *utterance,
                         const struct nr_report *report)
{
    nr_fill_source(w, utterance,
                   nr_is_of_others(w, report) ? NR_NO_PHRASE : report->source);
    utterance->act = NR_ACT_SAY;
    if (report->cue_first >= report->cue_end) {
        return;
    }
    const struct nr_token *tokens = w->text->tokens.items;
    const struct nr_cue *cue = cue_in(&w->scene, report->cue_first, report->cue_end);
    if (cue != NULL) {
        nr_fill_cue(w, utterance, cue);
    } else {
        const struct nr_word *word = nr_word_of(w->text, report->cue_end - 1);
        utterance->verb = (struct nr_chars){word->folded, word->length};
    }
    utterance->cue =
        nr_span_of(tokens[report->cue_first].begin, tokens[report->cue_end - 1].end);
}

static bool meets(struct nr_phrase a, struct nr_phrase b)
{
    return a.first < b.end && b.first < a.end;
}

/* What the rules found for the first passage of a report; NULL: nothing. */
static const struct nr_finding *finding_in(const struct nr_scene *s,
                                           const struct nr_report *report)
{
    uint32_t p = nr_scene_passage_from(s, report->first);
    bool found = p < s->passages.count && s->passages.items[p].open < report->end &&
                 s->passages.items[p].finding.rule != NULL;
    return found ? &s->passages.items[p].finding : NULL;
}

static bool is_marked(const struct nr_scene *s, const struct nr_report *report)
{
    uint32_t p = nr_scene_passage_from(s, report->first);
    return p < s->passages.count && s->passages.items[p].open < report->end;
}

/* "The union, however, said it was late": the subject of the report's verb, where that
 * leads what is told without marks. Empty: none. */
static struct nr_phrase subject_of(const struct nr_scene *s,
                                   const struct nr_report *report)
{
    const struct nr_cue *cue = cue_in(s, report->cue_first, report->cue_end);
    bool leads = cue != NULL && cue->form == NR_CUE_FINITE && report->first >= cue->end &&
                 !is_marked(s, report);
    bool speaks =
        leads && !nr_phrase_none(cue->subject) && nr_can_speak(&s->reading, cue->subject);
    return speaks ? cue->subject : NR_NO_PHRASE;
}

/* Where the model gives no source or no cue, the rules' is taken. */
static struct nr_report completed(const struct nr_scene *s, struct nr_report report)
{
    const struct nr_finding *finding = finding_in(s, &report);
    if (finding == NULL) {
        bool none = nr_phrase_none(report.source);
        report.source = none ? subject_of(s, &report) : report.source;
        return report;
    }
    if (nr_phrase_none(report.source)) {
        report.source = finding->source;
    }
    if (report.cue_first >= report.cue_end && finding->cue != NR_NONE) {
        report.cue_first = s->cues.items[finding->cue].first;
        report.cue_end = s->cues.items[finding->cue].end;
    }
    return report;
}

/* "told the president of the Netherlands that it was late": whom it was told is no part
 * of what was told. */
static struct nr_report without_addressee(const struct nr_scene *s,
                                          struct nr_report report)
{
    const struct nr_cue *cue = cue_in(s, report.cue_first, report.cue_end);
    bool tells = cue != NULL && cue->complementiser && cue->fact != NULL &&
                 (cue->fact->flags & NR_FLAG_THAT) != 0;
    if (tells && report.first >= cue->end && report.first < cue->addressee.end &&
        cue->content >= cue->addressee.end && cue->content < report.end) {
        report.first = cue->content;
    }
    return report;
}

/* The rule that names the same source, if one does: what a person can check. */
static const char *rule_of(const struct nr_writer *w, const struct nr_report *report)
{
    const struct nr_scene *s = &w->scene;
    const struct nr_finding *finding = finding_in(s, report);
    if (finding != NULL && meets(finding->source, report->source)) {
        return finding->rule;
    }
    const struct nr_cue *cue = cue_in(s, report->cue_first, report->cue_end);
    if (cue == NULL || !meets(cue->subject, report->source)) {
        return "learned";
    }
    if (nr_scene_parenthesis(s, cue)) {
        return "parenthesis";
    }
    bool after = cue->first >= report->end && cue->form != NR_CUE_PREPOSITION;
    return after ? "reported-after" : nr_cue_rule(cue);
}

/* He denied the claim. "We were lucky."  Words between marks, in a sentence of their own,
 * are not what was denied in another one. */
static bool stands_apart(const struct nr_scene *s, const struct nr_report *report)
{
    const struct nr_token *tokens = s->reading.text->tokens.items;
    const struct nr_cue *cue = cue_in(s, report->cue_first, report->cue_end);
    uint32_t p = nr_scene_passage_from(s, report->first);
    return cue != NULL && tokens[cue->verb].sentence != tokens[report->first].sentence &&
           (tokens[report->first].flags & NR_TOKEN_SENTENCE) != 0 &&
           p < s->passages.count && s->passages.items[p].open == report->first &&
           nr_act_holds_clause(nr_cue_act(&s->reading, cue));
}

static void write_linked(struct nr_writer *w, const struct nr_report *report)
{
    struct nr_utterance *utterance = nr_open_utterance(w);
    if (utterance == NULL) {
        return;
    }
    utterance->rule = w->apart ? "same-turn" : rule_of(w, report);
    fill_learned(w, utterance, report);
    utterance->act = w->apart ? NR_ACT_SAY : utterance->act;
    nr_write_tokens(w, report->first, report->end);
}

/* The last row with marks before the report, if it is of this block; or NULL. */
static const struct nr_quote *quoted_before(const struct nr_writer *w)
{
    uint32_t count = w->quotes->quotes.count;
    for (uint32_t back = 1; back <= count && back <= ROWS_BACK; back++) {
        const struct nr_quote *quote = &w->quotes->quotes.items[count - back];
        if (quote->block != w->scene.block) {
            return NULL;
        }
        if (quote->kind != NR_QUOTE_INDIRECT) {
            return quote;
        }
    }
    return NULL;
}

/* "No," Diaz said, as others left the hall. "Never."  Words between marks that open a
 * sentence right behind a quote and its cue are the same turn, whatever else its clause
 * tells: the utterance, or NR_NONE. */
static uint32_t turn_of(const struct nr_writer *w, const struct nr_report *report)
{
    const struct nr_scene *s = &w->scene;
    uint32_t p = nr_scene_passage_from(s, report->first);
    bool opens = p < s->passages.count && s->passages.items[p].open == report->first &&
                 (w->text->tokens.items[report->first].flags & NR_TOKEN_SENTENCE) != 0;
    const struct nr_quote *quote = opens ? quoted_before(w) : NULL;
    if (quote == NULL) {
        return NR_NONE;
    }
    uint32_t end = nr_token_from(w->text, quote->span.end);
    bool cued =
        w->quotes->utterances.items[quote->utterance].cue.begin >= quote->span.end;
    bool inside = report->cue_first >= end && report->cue_end <= report->first;
    return cued && inside && nr_right_behind(w, end, report->first) ? quote->utterance
                                                                    : NR_NONE;
}

/* "His claims were old": what stands right behind the cue is its own verb. */
static bool is_noun(const struct nr_writer *w, const struct nr_report *report)
{
    return report->cue_first < report->cue_end && report->cue_first > 0 &&
           nr_token_in(w->text, report->cue_first - 1, NR_IN(determiner)) &&
           report->cue_end < w->text->tokens.count &&
           nr_token_in(w->text, report->cue_end, NR_IN(auxiliary));
}

/* "Marsh, whom Diaz called ...", "she was accused": a pronoun before the cue is whom it
 * is said of. */
static bool is_of_pronoun(const struct nr_writer *w, const struct nr_report *report)
{
    return report->end == report->first + 1 && report->end <= report->cue_first &&
           nr_token_in(w->text, report->first, NR_IN(pronoun) | NR_IN(relative));
}

/* "... waited for the vote": no source, no marks, and the model wavers. Few of such rows
 * say who said what. */
static bool is_doubtful(const struct nr_writer *w, const struct nr_report *report)
{
    const struct nr_scene *s = &w->scene;
    bool marked = is_marked(s, report);
    if (!marked && (is_noun(w, report) || is_of_pronoun(w, report))) {
        return true;
    }
    if (marked || !nr_phrase_none(report->source)) {
        return false;
    }
    const struct nr_sighting sighting = {w->text, w->labels, w->margins};
    const struct nr_utterance unsaid = {0};
    struct nr_evidence evidence =
        nr_evidence_of(&sighting, &unsaid, report->first, report->end);
    return evidence.margins[NR_MARGIN_CONTENT] < DOUBTFUL;
}

/* One content, by its cue and source; what has neither is left to the rules, what is
 * doubtful is left out. before: the utterance of the report before it. */
static void write_report(struct nr_writer *w, const struct nr_report *report,
                         uint32_t before)
{
    struct nr_report whole = without_addressee(&w->scene, completed(&w->scene, *report));
    whole = nr_with_agent(w, whole);
    bool linked = (whole.cue_first < whole.cue_end || !nr_phrase_none(whole.source)) &&
                  !is_doubtful(w, &whole);
    bool apart = stands_apart(&w->scene, &whole);
    bool differs = apart != w->apart;
    w->apart = apart;
    bool joins = report->joins && before != NR_NONE && w->last_utterance == before;
    uint32_t turn = turn_of(w, report);
    bool elsewhere = turn != NR_NONE && turn != w->last_utterance;
    if (!elsewhere && ((joins && !differs) || turn != NR_NONE)) {
        nr_write_tokens(w, whole.first, report->end);
    } else if (elsewhere) {
        nr_write_turn(w, turn, "same-turn", report->first, report->end);
    } else if (linked) {
        write_linked(w, &whole);
    }
}

static void settle_passages(struct nr_writer *w, uint32_t first, uint32_t end)
{
    const struct nr_scene *s = &w->scene;
    for (uint32_t p = nr_scene_passage_from(s, first);
         p < s->passages.count && s->passages.items[p].open < end; p++) {
        struct nr_mark *mark = &w->quotes->marks.items[s->passages.items[p].mark];
        mark->verdict = NR_VERDICT_QUOTE;
        mark->utterance = w->last_utterance;
    }
}

/* Has the rules' say on the passages of a report. */
static void attribute_passages(struct nr_writer *w, const struct nr_report *report)
{
    struct nr_scene *s = &w->scene;
    for (uint32_t p = nr_scene_passage_from(s, report->first);
         p < s->passages.count && s->passages.items[p].open < report->end; p++) {
        nr_passage_attribute(s, p);
    }
}

/* Passages that no report holds are the rules'. */
static void write_passages_until(struct nr_writer *w, uint32_t *next, uint32_t to)
{
    struct nr_scene *s = &w->scene;
    for (; *next < s->passages.count && s->passages.items[*next].open < to &&
           nr_arena_tick(w->arena, 64);
         (*next)++) {
        nr_write_reported(w, s->passages.items[*next].open);
        if (s->passages.items[*next].open >= w->covered) {
            nr_passage_attribute(s, *next);
            s->passages.items[*next].finding.content_first =
                s->passages.items[*next].open;
            s->passages.items[*next].finding.content_end = s->passages.items[*next].after;
            nr_write_passage(w, *next);
        }
    }
    nr_write_reported(w, to);
}

/* Sentences in which the model sees nothing reported are left to the rules. */
static void note_learned(struct nr_writer *w)
{
    struct nr_scene *s = &w->scene;
    uint32_t i = 0;
    for (uint32_t c = 0; c < s->cues.count && nr_arena_tick(w->arena, 4); c++) {
        struct nr_cue *cue = &s->cues.items[c];
        uint32_t sentence = w->text->tokens.items[cue->verb].sentence;
        const struct nr_sentence *around = &w->text->sentences.items[sentence];
        while (i < w->reports.list.count &&
               w->reports.list.items[i].end <= around->first_token) {
            i++;
        }
        const struct nr_report *next =
            i < w->reports.list.count ? &w->reports.list.items[i] : NULL;
        bool read = next != NULL && next->first < around->end_token;
        bool via = cue->form == NR_CUE_PREPOSITION && read &&
                   (next->cue_first > cue->first || next->cue_end <= cue->first);
        cue->learned = read && !via;
    }
}

void nr_write_learned(struct nr_writer *w)
{
    uint32_t next = 0;
    uint32_t before = NR_NONE;
    if (!nr_reports_find(w->arena, &w->scene, w->labels, &w->reports)) {
        return;
    }
    note_learned(w);
    for (uint32_t i = 0; i < w->reports.list.count && nr_arena_tick(w->arena, 64); i++) {
        const struct nr_report *report = &w->reports.list.items[i];
        write_passages_until(w, &next, report->first);
        uint32_t rows = w->quotes->quotes.count;
        if (report->first >= w->covered) {
            attribute_passages(w, report);
            write_report(w, report, before);
        }
        before = w->quotes->quotes.count > rows ? w->last_utterance : NR_NONE;
        if (before != NR_NONE) {
            settle_passages(w, report->first, report->end);
        }
    }
    write_passages_until(w, &next, w->scene.reading.end);
}
