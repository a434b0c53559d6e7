/* quote/report.c: which cue and which source belong to a content?
 *
 *     [Ana Diaz] [said] [the dam would hold], [adding] that [it was new].
 *      source     cue    content               cue           content
 *
 * Each content takes the nearest cue, each cue the nearest source; what stands between
 * counts by token, less where it is a span of another kind, much more where a sentence
 * ends. A content that has neither goes on with what was reported before it. */
#include "quote/report.h"

#include <string.h>

enum {
    REACH = 60,        /* tokens looked over on either side */
    PLAIN = 4,         /* what a token in between costs, */
    LABELLED = 1,      /* one that is part of another span, */
    SENTENCE = 60,     /* the end of a sentence, */
    CUE_MOST = 70,     /* and what a content's cue, */
    SOURCE_MOST = 110, /* a cue's source, may cost at most */
    CLAUSE = 24,       /* tokens looked over for a verb in a source */
    FRONTED = 24       /* tokens of what stands before it in its sentence */
};

/* A block and its labels. */
struct reader {
    const struct nr_scene *scene;
    const uint8_t *labels;
    uint32_t first;
    uint32_t end;
};

struct stretch {
    uint32_t first;
    uint32_t end; /* == first: none */
};

static bool begins_sentence(const struct reader *r, uint32_t t)
{
    return (r->scene->reading.text->tokens.items[t].flags & NR_TOKEN_SENTENCE) != 0;
}

static struct stretch stretch_at(const struct reader *r, uint32_t t, uint8_t label)
{
    struct stretch s = {t, t + 1};
    while (s.first > r->first && r->labels[s.first] != label) {
        s.first--;
    }
    while (s.end < r->end && r->labels[s.end] == label + 1) {
        s.end++;
    }
    return s;
}

static bool is_of(const struct reader *r, uint32_t t, uint8_t label)
{
    return r->labels[t] == label || r->labels[t] == label + 1;
}

static uint32_t price(const struct reader *r, uint32_t t)
{
    return r->labels[t] == NR_SPEECH_NONE ? PLAIN : LABELLED;
}

/* ", warning that ...": a participle right behind what was said, with a content of its
 * own behind it, leads that one. */
static bool leads_on(const struct reader *r, struct stretch cue)
{
    const struct nr_word *word = nr_word_of(r->scene->reading.text, cue.first);
    bool participle =
        word->length > 4 && memcmp(word->folded + word->length - 3, "ing", 3) == 0;
    for (uint32_t t = cue.end; participle && t < r->end && t <= cue.end + 1; t++) {
        if (is_of(r, t, NR_SPEECH_CONTENT)) {
            return true;
        }
    }
    return false;
}

/* The nearest stretch of a label around [first, end), and what lies between; none past
 * `most`. At the same price the one before wins. */
static struct stretch nearest(const struct reader *r, uint32_t first, uint32_t end,
                              uint8_t label, uint32_t most)
{
    struct stretch found = {0, 0};
    uint32_t cost = 0;
    for (uint32_t t = first; t-- > r->first && first - t <= REACH && cost <= most;) {
        if (is_of(r, t, label)) {
            found = stretch_at(r, t, label);
            most = cost == 0 ? 0 : cost - 1;
            break;
        }
        cost += price(r, t) + (begins_sentence(r, t) ? SENTENCE : 0);
    }
    cost = 0;
    for (uint32_t t = end; t < r->end && t - end < REACH && cost <= most; t++) {
        cost += begins_sentence(r, t) ? SENTENCE : 0;
        if (is_of(r, t, label) && cost <= most) {
            struct stretch behind = stretch_at(r, t, label);
            bool other =
                label == NR_SPEECH_CUE && found.first < found.end && leads_on(r, behind);
            return other ? found : behind;
        }
        cost += price(r, t);
    }
    return found;
}

static struct nr_phrase source_of(const struct reader *r, struct stretch s)
{
    if (s.first >= s.end) {
        return NR_NO_PHRASE;
    }
    struct nr_phrase phrase = nr_phrase_after(&r->scene->reading, s.first, s.end, false);
    uint32_t head = nr_phrase_none(phrase) ? s.end - 1 : phrase.head;
    return nr_phrase_of(s.first, s.end, head);
}

/* Past "that", "whether" and "if" at its head, which the annotators counted in. */
static uint32_t past_complementiser(const struct reader *r, struct stretch s)
{
    const struct nr_text *text = r->scene->reading.text;
    bool complementiser = nr_token_is(text, s.first, "that") ||
                          nr_token_is(text, s.first, "whether") ||
                          nr_token_is(text, s.first, "if");
    return complementiser && s.first + 1 < s.end ? s.first + 1 : s.first;
}

/* Takes in the whole of a passage that it shares words with. */
static struct stretch with_passages(const struct nr_scene *scene, struct stretch s)
{
    uint32_t p = nr_scene_passage_from(scene, s.first);
    if (p > 0 && scene->passages.items[p - 1].after > s.first) {
        s.first = scene->passages.items[--p].open;
    }
    for (; p < scene->passages.count && scene->passages.items[p].open < s.end; p++) {
        uint32_t after = scene->passages.items[p].after;
        s.end = after > s.end ? after : s.end;
    }
    return s;
}

/* ---- Sources ---- */

/* Without commas at its end: a source that ends a relative clause has one. */
static struct stretch trimmed(const struct reader *r, struct stretch s)
{
    const struct nr_text *text = r->scene->reading.text;
    while (s.end > s.first + 1 && text->tokens.items[s.end - 1].shape == NR_SHAPE_PUNCT) {
        s.end--;
    }
    return s;
}

/* Is there a verb shortly before the end of a stretch: "the figures released today"? */
static bool ends_clause(const struct reader *r, struct stretch s)
{
    const struct nr_reading *reading = &r->scene->reading;
    uint32_t t = s.end;
    while (t > s.first && s.end - t < CLAUSE && !nr_is_verbal(reading, t - 1) &&
           !nr_token_in(reading->text, t - 1, NR_IN(relative))) {
        t--;
    }
    return t > s.first && s.end - t < CLAUSE;
}

/* "The council on Friday", "Lund, however": when and how it is said is no part of who
 * says it. */
static struct stretch without_time(const struct reader *r, struct stretch s)
{
    const struct nr_reading *reading = &r->scene->reading;
    struct stretch who = {s.first, nr_before_time(reading, s.end, s.first)};
    bool adverb = nr_token_in(reading->text, s.end - 1, NR_IN(adverb)) ||
                  nr_token_is(reading->text, s.end - 1, "both");
    if (who.end == s.end && adverb && s.end > s.first + 1) {
        who.end--;
    }
    return who.end == s.end || ends_clause(r, who) ? s : trimmed(r, who);
}

/* Does a sentence open with a phrase that goes on up to the token: "In a note to | ..."?
 * Not with a clause: "After | Diaz, the mayor, spoke", "With | Diaz, the mayor, saying".
 */
static bool is_fronted(const struct reader *r, uint32_t t)
{
    const struct nr_text *text = r->scene->reading.text;
    uint32_t first = text->sentences.items[text->tokens.items[t].sentence].first_token;
    return t > first && t - first < FRONTED &&
           (nr_token_in(text, first, NR_IN(preposition)) ||
            nr_token_is(text, first, "according")) &&
           !nr_token_in(text, first, NR_IN(subordinator)) &&
           !nr_token_is(text, first, "with") &&
           nr_token_in(text, t - 1, NR_IN(preposition));
}

/* "In a note to the board, the union said": the board is not who said it. */
static struct stretch past_fronted(const struct reader *r, struct stretch s,
                                   struct stretch cue)
{
    const struct nr_reading *reading = &r->scene->reading;
    if (cue.first != s.end || !is_fronted(r, s.first)) {
        return s;
    }
    struct nr_phrase subject = nr_subject_before(reading, cue.first, s.first);
    if (!nr_phrase_none(subject) && subject.first > s.first + 1 &&
        nr_token_is(reading->text, subject.first - 1, ",") &&
        nr_can_speak(reading, subject)) {
        s.first = subject.first;
    }
    return s;
}

static struct stretch source_near(const struct reader *r, struct stretch around,
                                  struct stretch cue, uint32_t most)
{
    struct stretch s = nearest(r, around.first, around.end, NR_SPEECH_SOURCE, most);
    return s.first < s.end ? without_time(r, trimmed(r, past_fronted(r, s, cue))) : s;
}

static bool link_report(struct nr_arena *arena, const struct reader *r,
                        struct nr_reports *reports, struct stretch s)
{
    struct stretch cue = nearest(r, s.first, s.end, NR_SPEECH_CUE, CUE_MOST);
    bool none = cue.first == cue.end;
    struct stretch source =
        none ? source_near(r, s, cue, CUE_MOST) : source_near(r, cue, cue, SOURCE_MOST);
    uint32_t count = reports->list.count;
    struct nr_report *before = count > 0 ? &reports->list.items[count - 1] : NULL;
    struct nr_report report = {.first = s.first,
                               .end = s.end,
                               .cue_first = cue.first,
                               .cue_end = cue.end,
                               .source = source_of(r, source)};
    report.joins = before != NULL && !none && before->cue_first == cue.first &&
                   before->cue_end == cue.end;
    struct nr_report *slot = nr_list_push(arena, &reports->list, sizeof *slot);
    if (slot != NULL) {
        *slot = report;
    }
    return slot != NULL;
}

/* Where a new sentence of a content opens with marks, a part of its own begins: what is
 * said word for word stands apart from what is told. */
static bool link_parts(struct nr_arena *arena, const struct reader *r,
                       struct nr_reports *reports, struct stretch s)
{
    const struct nr_scene *scene = r->scene;
    if (!link_report(arena, r, reports, s)) {
        return false;
    }
    uint32_t p = nr_scene_passage_from(scene, s.first + 1);
    for (; p < scene->passages.count && scene->passages.items[p].open < s.end; p++) {
        uint32_t open = scene->passages.items[p].open;
        if (!begins_sentence(r, open)) {
            continue;
        }
        struct nr_report *part = nr_list_push(arena, &reports->list, sizeof *part);
        if (part == NULL) {
            return false;
        }
        struct nr_report *before = part - 1;
        *part = *before;
        part->first = open;
        part->joins = true;
        before->end = open;
    }
    return true;
}

/* Is the cue a verb that goes on from the clause before: "and called on"? */
static bool goes_on(const struct reader *r, const struct nr_cue *cue)
{
    const struct nr_text *text = r->scene->reading.text;
    return cue->form == NR_CUE_FINITE && cue->shared && cue->fact != NULL &&
           (cue->fact->flags & NR_FLAG_SPEECH) != 0 &&
           (cue->fact->flags & NR_FLAG_PAST) != 0 &&
           nr_token_in(text, cue->first - 1, NR_IN(conjunction));
}

/* She said it was "a start" and called on the state "to act": a second verb of speech,
 * right behind marks that closed inside of what the first one reports, has a content of
 * its own. NULL: there is none. */
static const struct nr_cue *second_cue(const struct reader *r, struct stretch s)
{
    const struct nr_scene *scene = r->scene;
    uint32_t p = nr_scene_passage_from(scene, s.first);
    for (; p < scene->passages.count && scene->passages.items[p].after < s.end; p++) {
        uint32_t c = nr_scene_cue_from(scene, scene->passages.items[p].after);
        const struct nr_cue *cue = c < scene->cues.count ? &scene->cues.items[c] : NULL;
        if (cue != NULL && cue->first == scene->passages.items[p].after + 1 &&
            goes_on(r, cue) && cue->content < s.end) {
            return cue;
        }
    }
    return NULL;
}

/* What a second verb of speech reports, by the source of the first. */
static bool link_second(struct nr_arena *arena, struct nr_reports *reports,
                        const struct nr_cue *cue, uint32_t end)
{
    struct nr_report *second = nr_list_push(arena, &reports->list, sizeof *second);
    if (second == NULL) {
        return false;
    }
    *second = *(second - 1);
    second->first = cue->content;
    second->end = end;
    second->cue_first = cue->first;
    second->cue_end = cue->end;
    second->joins = false;
    return true;
}

bool nr_reports_find(struct nr_arena *arena, const struct nr_scene *scene,
                     const uint8_t *labels, struct nr_reports *reports)
{
    struct reader r = {scene, labels, scene->reading.first, scene->reading.end};
    uint32_t covered = r.first;
    reports->list.count = 0;
    for (uint32_t t = r.first; t < r.end; t++) {
        if (labels[t] != NR_SPEECH_CONTENT || t < covered) {
            continue;
        }
        struct stretch s = stretch_at(&r, t, NR_SPEECH_CONTENT);
        s.first = past_complementiser(&r, s);
        s = with_passages(scene, s);
        s.first = s.first < covered ? covered : s.first;
        const struct nr_cue *second = s.first < s.end ? second_cue(&r, s) : NULL;
        struct stretch whole = {s.first, second != NULL ? second->first - 1 : s.end};
        if (!nr_arena_tick(arena, 2 * REACH + s.end - t) ||
            (s.first < s.end && !link_parts(arena, &r, reports, whole)) ||
            (second != NULL && !link_second(arena, reports, second, s.end))) {
            return false;
        }
        covered = s.end > covered ? s.end : covered;
    }
    return nr_arena_tick(arena, (r.end - r.first) * 4);
}
