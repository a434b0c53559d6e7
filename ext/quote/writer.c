/* quote/writer.c: utterances and their parts, written down.
 *
 *     "No," Ms Diaz said, "never."      one utterance, two parts, both direct
 *
 * Edges are trimmed of commas and dashes outside marks; what is one passage is direct and
 * loses its marks. */
#include "quote/writer.h"

#include "quote/named.h"
#include "quote/sure.h"

enum { DATELINE_TOKENS = 16 };

static bool is_edge(const struct nr_writer *w, uint32_t t)
{
    return nr_token_is(w->text, t, ",") || nr_token_is(w->text, t, ".") ||
           nr_token_is(w->text, t, ";") || nr_token_is(w->text, t, ":") ||
           nr_token_is_dash(w->text, t);
}

/* One more part of the last utterance: tokens [first, end) of this block. */
static void write_part(struct nr_writer *w, uint32_t first, uint32_t end, uint8_t kind,
                       struct nr_span span)
{
    struct nr_quote *quote = nr_list_push(w->arena, &w->quotes->quotes, sizeof *quote);
    if (quote == NULL) {
        return;
    }
    quote->span = span;
    quote->utterance = w->last_utterance;
    quote->part = ++nr_last_utterance(w)->parts;
    quote->block = w->scene.block;
    quote->sentence = w->text->tokens.items[first].sentence;
    quote->kind = kind;
    if (w->learned) {
        const struct nr_sighting sighting = {w->text, w->labels, w->margins};
        quote->evidence = nr_evidence_of(&sighting, nr_last_utterance(w), first, end);
    }
    w->covered = end;
    w->last_end = end;
    w->last_block = w->scene.block;
}

/* "LUND, June 2 (Kelter Wire) - Mayor Ana Diaz": the dateline that a block begins with is
 * no part of what is said or who says it. The token behind its dash, or first. */
static uint32_t past_dateline(const struct nr_writer *w, uint32_t first, uint32_t end)
{
    const struct nr_token *tokens = w->text->tokens.items;
    uint32_t begin = w->scene.reading.first;
    if (first - begin >= DATELINE_TOKENS || tokens[begin].shape != NR_SHAPE_UPPER) {
        return first;
    }
    for (uint32_t t = begin + 1; t + 1 < end && t - begin < DATELINE_TOKENS; t++) {
        bool hyphen = (tokens[t].flags & tokens[t + 1].flags & NR_TOKEN_SPACE) == 0 &&
                      nr_token_is(w->text, t, "-");
        if (t > first && nr_token_is_dash(w->text, t) && !hyphen) {
            return t + 1;
        }
        if (tokens[t].shape == NR_SHAPE_LOWER) {
            return first;
        }
    }
    return first;
}

/* The row of tokens [first, end): direct if it is one passage, mixed if it holds any. */
void nr_write_tokens(struct nr_writer *w, uint32_t first, uint32_t end)
{
    const struct nr_scene *s = &w->scene;
    first = past_dateline(w, first, end);
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

struct nr_utterance *nr_open_utterance(struct nr_writer *w)
{
    struct nr_utterance *utterance =
        nr_list_push(w->arena, &w->quotes->utterances, sizeof *utterance);
    if (utterance != NULL) {
        utterance->source_from = NR_NONE;
        w->last_utterance = w->quotes->utterances.count - 1;
    }
    return utterance;
}

/* "whom Ana Diaz (called ...)", "what officials (say)": the clause's own subject speaks,
 * not what the clause hangs on. The token behind the relative, or first. */
static uint32_t past_relative(const struct nr_writer *w, struct nr_phrase source)
{
    const struct nr_reading *r = &w->scene.reading;
    uint32_t next = source.first + 1;
    bool who = nr_token_is(w->text, source.first, "who");
    bool object = nr_token_is(w->text, source.first, "whom") ||
                  nr_token_is(w->text, source.first, "which") ||
                  nr_token_is(w->text, source.first, "what");
    if (next >= source.end || !(who || object)) {
        return source.first;
    }
    bool named = nr_mention_at(r->entities, next) != NULL;
    bool noun = nr_token_in(w->text, next, NR_IN(determiner)) ||
                (nr_is_nominal(r, next) && !nr_is_verbal(r, next));
    return named || (object && noun) ? next : source.first;
}

/* "The vote comes after Ana Diaz (said)": the clause's own subject speaks. The token
 * behind the conjunction, or first. */
static uint32_t past_main_clause(const struct nr_writer *w, struct nr_phrase source)
{
    for (uint32_t t = source.first + 1; t + 2 < source.end; t++) {
        bool comes = nr_token_is(w->text, t, "comes") || nr_token_is(w->text, t, "came");
        if (nr_token_in(w->text, t, NR_IN(relative)) || nr_token_is(w->text, t, ",")) {
            break; /* "Diaz, who came after Reis" */
        }
        if (comes &&
            (nr_token_is(w->text, t + 1, "as") || nr_token_is(w->text, t + 1, "after") ||
             nr_token_is(w->text, t + 1, "when"))) {
            return t + 2;
        }
    }
    return source.first;
}

static bool is_opener(const struct nr_text *text, uint32_t t)
{
    return nr_token_is(text, t, "<") || nr_token_is(text, t, "(");
}

static bool is_closer(const struct nr_text *text, uint32_t t)
{
    return nr_token_is(text, t, ">") || nr_token_is(text, t, ")");
}

/* "<Kelter Corp>": without the brackets around it all. "Kelter Corp (KLT": with the one
 * that closes. The head is none of what stands between brackets. */
static struct nr_phrase past_brackets(const struct nr_writer *w, struct nr_phrase source)
{
    uint32_t opener = NR_NONE; /* of what is open */
    for (uint32_t t = source.first; t < source.end; t++) {
        bool closer = is_closer(w->text, t);
        opener = is_opener(w->text, t) ? t : opener;
        bool outer = opener == NR_NONE || opener == source.first;
        if (closer && outer && t + 1 == source.end) {
            source.end = t; /* its opener is the first token, or stands before it */
        } else if (closer) {
            bool between = opener != NR_NONE && source.head > opener &&
                           source.head <= t && opener > source.first;
            source.head = between ? opener - 1 : source.head;
            opener = NR_NONE;
        }
    }
    if (opener == source.first) {
        source.first++;
    } else if (opener != NR_NONE && source.end < w->scene.reading.end) {
        source.end += is_closer(w->text, source.end);
        source.head = source.head > opener ? opener - 1 : source.head;
    }
    bool inside = source.head >= source.first && source.head < source.end;
    source.head = inside || nr_phrase_none(source) ? source.head : source.end - 1;
    return source;
}

static uint32_t source_past_dateline(const struct nr_writer *w, struct nr_phrase source)
{
    return past_dateline(w, source.first, source.end);
}

/* Where the source begins, past what stands before it. */
static uint32_t source_from(const struct nr_writer *w, struct nr_phrase source)
{
    static uint32_t (*const past[])(const struct nr_writer *, struct nr_phrase) = {
        past_relative, source_past_dateline, past_main_clause};
    uint32_t first = source.first;
    for (size_t i = 0; i < sizeof past / sizeof past[0] && first == source.first; i++) {
        first = past[i](w, source);
    }
    return first;
}

void nr_fill_source(const struct nr_writer *w, struct nr_utterance *utterance,
                    struct nr_phrase source)
{
    if (nr_phrase_none(source)) {
        return;
    }
    uint32_t first = source_from(w, source);
    if (source.head < first) {
        struct nr_phrase rest =
            nr_phrase_after(&w->scene.reading, first, source.end, false);
        source.head = nr_phrase_none(rest) ? source.end - 1 : rest.head;
    }
    source.first = first;
    source = past_brackets(w, source);
    if (nr_phrase_none(source)) {
        return;
    }
    utterance->source = nr_phrase_span(w->text, source);
    source = nr_source_named(&w->scene.reading, source);
    utterance->source_first = source.first;
    utterance->source_end = source.end;
    utterance->source_head = source.head;
}

/* "told the BBC": heard through it. */
static bool is_medium(const struct nr_writer *w, struct nr_phrase phrase)
{
    for (uint32_t t = phrase.first; t < phrase.end; t++) {
        if (nr_token_in(w->text, t, NR_IN(broadcaster))) {
            return true;
        }
    }
    return false;
}

void nr_fill_cue(const struct nr_writer *w, struct nr_utterance *utterance,
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

void nr_write_cue(struct nr_writer *w, const struct nr_cue *cue, const char *rule,
                  uint32_t first, uint32_t end)
{
    struct nr_utterance *utterance = nr_open_utterance(w);
    if (utterance == NULL) {
        return;
    }
    utterance->rule = rule;
    nr_fill_source(w, utterance, cue->subject);
    nr_fill_cue(w, utterance, cue);
    nr_write_tokens(w, first, end);
}
