/* quote/passive.c: is it said by whom the cue stands behind?
 *
 *     She was told that ...             she is whom it is said to, and nobody says it
 *     The plan was called late by Lund  Lund says it
 *
 * Who is thought or said to do something does not say so; who does say so, if anybody,
 * stands behind "by". */
#include "quote/word_class.h"
#include "quote/writer.h"

enum { CUE_WORDS = 12 /* of a cue that are read */ };

/* Is a token one of the words of a list that ends in NULL? */
static bool is_one_of(const struct nr_text *text, uint32_t t, const char *const *words)
{
    while (*words != NULL && !nr_token_is(text, t, *words)) {
        words++;
    }
    return *words != NULL;
}

/* "She was told", "is widely expected", "appears", "when asked": whom it is said or
 * thought of stands before the cue; who says so is not given, unless "by" gives it. "is
 * convinced", "was quoted" are not among them: there it is the one who stands before. */
static bool is_of_others_at(const struct nr_writer *w, uint32_t first, uint32_t t)
{
    static const char *const had[] = {"has", "have", "had", "having",
                                      "'s",  "'ve",  "'d",  NULL};
    static const char *const bare[] = {"asked", "told", "pressed", "questioned", NULL};
    static const char *const when[] = {"when", "if", "once", NULL};
    static const char *const seeming[] = {"appear", "appears", "appeared",  "seem",
                                          "seems",  "seemed",  "seemingly", NULL};
    static const char *const done[] = {
        "accused",   "advised",   "alleged",    "asked",      "believed",   "blamed",
        "called",    "condemned", "considered", "criticised", "criticized", "deemed",
        "described", "estimated", "expected",   "informed",   "known",      "mocked",
        "perceived", "praised",   "predicted",  "projected",  "regarded",   "reminded",
        "reported",  "rumored",   "rumoured",   "said",       "seen",       "supposed",
        "thought",   "told",      "urged",      "viewed",     "warned",     NULL};
    const struct nr_text *text = w->text;
    uint32_t be =
        t > first + 1 && nr_token_in(text, t - 1, NR_IN(adverb)) ? t - 2 : t - 1;
    bool passive = t > first && nr_token_in(text, be, NR_IN(auxiliary)) &&
                   !is_one_of(text, be, had) && is_one_of(text, t, done);
    bool clause = t > 1 && is_one_of(text, t - 1, when) &&
                  !nr_is_nominal(&w->scene.reading, t - 2); /* not "Diaz once told" */
    bool opens = (text->tokens.items[t].flags & NR_TOKEN_SENTENCE) != 0 || clause;
    return passive || is_one_of(text, t, seeming) || (opens && is_one_of(text, t, bare));
}

bool nr_is_of_others(const struct nr_writer *w, const struct nr_report *report)
{
    uint32_t first = report->cue_first;
    uint32_t end = report->cue_end;
    uint32_t source = report->source.first;
    bool by = !nr_phrase_none(report->source) && source > end &&
              nr_token_is(w->text, source - 1, "by");
    bool others = false;
    for (uint32_t t = first; t < end && t - first < CUE_WORDS && !others; t++) {
        others = is_of_others_at(w, first, t);
    }
    return others && !by;
}

/* The "by" of a cue, or right behind it; or NR_NONE. */
static uint32_t by_of(const struct nr_writer *w, const struct nr_report *report)
{
    uint32_t end = report->cue_end < w->scene.reading.end ? report->cue_end + 1
                                                          : w->scene.reading.end;
    for (uint32_t t = report->cue_first; t < end && t < report->cue_first + CUE_WORDS;
         t++) {
        if (nr_token_is(w->text, t, "by")) {
            return t;
        }
    }
    return NR_NONE;
}

/* "was described by the council as late": the council says it, and is no part of it. */
struct nr_report nr_with_agent(const struct nr_writer *w, struct nr_report report)
{
    uint32_t by = by_of(w, &report);
    if (by == NR_NONE || by <= report.cue_first || by + 1 >= w->scene.reading.end ||
        !(nr_is_of_others(w, &report) ||
          nr_word_ends(nr_word_of(w->text, by - 1), "ed", 2))) {
        return report;
    }
    const struct nr_reading *r = &w->scene.reading;
    struct nr_phrase agent = nr_phrase_after(r, by + 1, r->end, false);
    const struct nr_mention *name =
        nr_phrase_none(agent) ? NULL : nr_mention_of(r, agent.head);
    if (name != NULL && name->end_token < agent.end) {
        agent.end = name->end_token; /* not "the council for its lack of drive" */
    }
    bool behind = report.first >= by; /* "The plan was called late by the council" */
    if (agent.first != by + 1 || !nr_can_speak(r, agent) ||
        (behind && agent.end + 1 >= report.end)) {
        return report;
    }
    bool as = agent.end < r->end && nr_token_is(w->text, agent.end, "as");
    uint32_t said = as ? agent.end + 1 : agent.end;
    report.first = behind && report.first < said ? said : report.first;
    report.source = agent;
    report.cue_end = by;
    return report;
}
