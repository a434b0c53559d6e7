/* quote/rules.c: who said a passage between marks: the rules, tried from the top.
 *
 *     "No," said Ms Diaz.        inverted       Ms Diaz told him: "No."       told
 *     "No," Ms Diaz said.        verb-after     "No," she said, "never."      interrupted
 *
 * The words around the marks decide: what touches them first, then the cue whose region
 * they lie in, then any verb with a subject that can speak. Rules that look past the
 * block are in quote.c. */
#include "quote/romance.h"

enum { CUE_REACH = 16 }; /* bounds hostile sentences */

static bool word_is(const struct nr_scene *s, uint32_t t, const char *folded)
{
    return nr_token_is(s->reading.text, t, folded);
}

static bool is_dash(const struct nr_scene *s, uint32_t t)
{
    return nr_token_is_dash(s->reading.text, t);
}

static uint8_t shape_of(const struct nr_scene *s, uint32_t t)
{
    return s->reading.text->tokens.items[t].shape;
}

static const struct nr_passage *passage_at(const struct nr_scene *s, uint32_t p)
{
    return &s->passages.items[p];
}

/* Does the passage end as a quote does that goes on with "he said": , ? ! or a comma
 * behind it. */
static bool ends_open(const struct nr_scene *s, const struct nr_passage *p)
{
    uint32_t last = p->end - 1;
    bool inside = word_is(s, last, ",") || word_is(s, last, "?") ||
                  word_is(s, last, "!") || word_is(s, last, ".") ||
                  word_is(s, last, "...") || is_dash(s, last) ||
                  word_is(s, last, "\xe2\x80\xa6");
    bool outside = p->after < s->reading.end && word_is(s, p->after, ",");
    return inside || outside || p->sentence_first == p->open;
}

/* The token at which an attribution behind the passage begins. */
static uint32_t behind(const struct nr_scene *s, const struct nr_passage *p)
{
    uint32_t t = p->after;
    while (t < p->stretch_to && (word_is(s, t, ",") || is_dash(s, t))) {
        t++;
    }
    bool as = t < p->stretch_to && word_is(s, t, "as"); /* "No," as Ms Diaz put it */
    return as ? t + 1 : t;
}

/* Is there anything between the start of the sentence and the passage but "But", "And", a
 * comma? */
static uint32_t content_before(const struct nr_scene *s, const struct nr_passage *p)
{
    uint32_t first = p->sentence_first;
    while (first < p->open &&
           (nr_token_in(s->reading.text, first, NR_IN(conjunction) | NR_IN(adverb)) ||
            shape_of(s, first) == NR_SHAPE_PUNCT)) {
        first++;
    }
    return first;
}

static void settle(struct nr_finding *finding, const char *rule, uint32_t cue,
                   struct nr_phrase source)
{
    finding->rule = rule;
    finding->cue = cue;
    finding->source = source;
}

/* The first cue of the stretch behind the passage, if one stands in reach of its start.
 */
static uint32_t cue_behind(const struct nr_scene *s, const struct nr_passage *p,
                           uint32_t t)
{
    uint32_t c = nr_scene_cue_from(s, t);
    return c < s->cues.count && s->cues.items[c].verb < p->stretch_to ? c : NR_NONE;
}

static bool ends_in_comma(const struct nr_scene *s, const struct nr_passage *p)
{
    return word_is(s, p->end - 1, ",") || is_dash(s, p->end - 1) ||
           (p->after < s->reading.end && word_is(s, p->after, ","));
}

/* Ms Diaz said the line was a joke: the cue has a content of its own, more than when and
 * where. */
static bool reports_further(const struct nr_scene *s, const struct nr_cue *cue)
{
    return cue->region_end > cue->content + 1 &&
           !nr_token_in(s->reading.text, cue->content,
                        NR_IN(preposition) | NR_IN(subordinator) | NR_IN(adverb) |
                            NR_IN(conjunction)) &&
           shape_of(s, cue->content) != NR_SHAPE_PUNCT;
}

/* "We lost." Smith said. */
static bool in_next_sentence(const struct nr_scene *s, const struct nr_passage *p)
{
    return p->after < s->reading.end &&
           (s->reading.text->tokens.items[p->after].flags & NR_TOKEN_SENTENCE) != 0;
}

/* "A," she said, "B.": the clause between the marks has been read for A. */
static bool interrupted(const struct nr_scene *s, uint32_t i, struct nr_finding *finding)
{
    const struct nr_passage *p = passage_at(s, i);
    if (i == 0 || passage_at(s, i - 1)->stretch_to != p->open ||
        p->sentence_first == p->open || passage_at(s, i - 1)->finding.rule == NULL) {
        return false;
    }
    const struct nr_finding *before = &passage_at(s, i - 1)->finding;
    uint32_t c = nr_scene_cue_from(s, p->open);
    bool read = before->cue != NR_NONE && c == before->cue + 1 &&
                s->cues.items[before->cue].verb >= passage_at(s, i - 1)->after;
    if (!read) {
        return false;
    }
    settle(finding, "interrupted", before->cue, before->source);
    finding->joins = true;
    return true;
}

/* "No," Ms Diaz said. */
static bool verb_after(const struct nr_scene *s, uint32_t i, struct nr_finding *finding)
{
    const struct nr_passage *p = passage_at(s, i);
    uint32_t t = behind(s, p);
    if (t >= p->stretch_to || !ends_open(s, p)) {
        return false;
    }
    uint32_t c = cue_behind(s, p, t);
    if (c == NR_NONE || s->cues.items[c].form == NR_CUE_PREPOSITION) {
        return false;
    }
    const struct nr_cue *cue = &s->cues.items[c];
    bool apart = !ends_in_comma(s, p) && reports_further(s, cue);
    if (nr_phrase_none(cue->subject) || cue->subject.first != t || apart) {
        return false;
    }
    settle(finding, "verb-after", c, cue->subject);
    finding->content_first = content_before(s, p);
    return true;
}

/* "No," said Ms Diaz, the mayor. */
static bool inverted(const struct nr_scene *s, uint32_t i, struct nr_finding *finding)
{
    const struct nr_passage *p = passage_at(s, i);
    uint32_t t = behind(s, p);
    uint32_t c = t < p->stretch_to ? cue_behind(s, p, t) : NR_NONE;
    if (c == NR_NONE || !ends_open(s, p)) {
        return false;
    }
    const struct nr_cue *cue = &s->cues.items[c];
    bool touches = cue->first == t || cue->verb == t;
    if (!touches || cue->form != NR_CUE_FINITE) {
        return false;
    }
    struct nr_phrase source = nr_phrase_after(&s->reading, cue->end, p->stretch_to, true);
    if (nr_phrase_none(source) ||
        (in_next_sentence(s, p) && source.end + 1 < p->stretch_to)) {
        return false;
    }
    settle(finding, "inverted", c, source);
    finding->content_first = content_before(s, p);
    return true;
}

/* "No," according to the ministry. */
static bool according_after(const struct nr_scene *s, uint32_t i,
                            struct nr_finding *finding)
{
    const struct nr_passage *p = passage_at(s, i);
    uint32_t t = behind(s, p);
    uint32_t c = t < p->stretch_to ? cue_behind(s, p, t) : NR_NONE;
    if (c == NR_NONE || s->cues.items[c].form != NR_CUE_PREPOSITION ||
        s->cues.items[c].first != t) {
        return false;
    }
    settle(finding, "according-to", c, s->cues.items[c].subject);
    finding->content_first = content_before(s, p);
    return true;
}

const char *nr_cue_rule(const struct nr_cue *cue)
{
    if (cue->form == NR_CUE_PREPOSITION) {
        return "according-to";
    }
    if (cue->shared) {
        return "shared-subject";
    }
    return nr_phrase_none(cue->addressee) ? "verb-before" : "told";
}

/* The cue in whose region the passage lies: the nearest, or the outermost that reports
 * it. */
static uint32_t governing_cue(const struct nr_scene *s, const struct nr_passage *p)
{
    uint32_t found = NR_NONE;
    uint32_t c = nr_scene_cue_from(s, p->open);
    uint32_t low = c > CUE_REACH ? c - CUE_REACH : 0;
    while (c-- > low) {
        const struct nr_cue *cue = &s->cues.items[c];
        if (cue->verb < p->sentence_first) {
            break;
        }
        bool covers = cue->content <= p->open && p->open < cue->region_end &&
                      !nr_phrase_none(cue->subject);
        bool nearest = found == NR_NONE && covers;
        bool outer = found != NR_NONE && covers && nr_scene_reports(s, cue);
        if (nearest || outer) {
            found = c;
        }
    }
    return found;
}

/* The content of a cue before the passage: its region, or the passage alone where only
 * when and where it was said follows: said "No" on Friday. */
static void content_of_region(const struct nr_scene *s, const struct nr_passage *p,
                              const struct nr_cue *cue, struct nr_finding *finding)
{
    uint32_t first = cue->content;
    while (first < p->open && shape_of(s, first) == NR_SHAPE_PUNCT) {
        first++;
    }
    if (p->open > first && word_is(s, p->open - 1, ":")) {
        first = p->open; /* Ms Diaz said of the plan: "No." */
    }
    finding->content_first = first;
    finding->content_end = cue->region_end > p->after ? cue->region_end : p->after;
    if (first != p->open || p->after >= finding->content_end) {
        return;
    }
    uint64_t aside = NR_IN(preposition) | NR_IN(subordinator) | NR_IN(adverb) |
                     NR_IN(weekday) | NR_IN(relative);
    bool follows = shape_of(s, p->after) == NR_SHAPE_PUNCT ||
                   nr_token_in(s->reading.text, p->after, aside);
    uint32_t next = nr_scene_passage_from(s, p->after);
    bool more =
        next < s->passages.count && passage_at(s, next)->open < finding->content_end;
    if (follows && !more) {
        finding->content_end = p->after;
    }
}

/* Ms Diaz told him: "No." She called the plan "a mistake". */
static bool verb_before(const struct nr_scene *s, uint32_t i, struct nr_finding *finding)
{
    const struct nr_passage *p = passage_at(s, i);
    uint32_t c = governing_cue(s, p);
    if (c == NR_NONE) {
        return false;
    }
    const struct nr_cue *cue = &s->cues.items[c];
    settle(finding, nr_cue_rule(cue), c, cue->subject);
    content_of_region(s, p, cue, finding);
    return true;
}

/* The same where the cue touches the passage: stronger than what stands behind it. */
static bool verb_right_before(const struct nr_scene *s, uint32_t i,
                              struct nr_finding *finding)
{
    const struct nr_passage *p = passage_at(s, i);
    uint32_t c = governing_cue(s, p);
    if (c == NR_NONE) {
        return false;
    }
    uint32_t t = s->cues.items[c].content;
    while (t < p->open && shape_of(s, t) == NR_SHAPE_PUNCT) {
        t++;
    }
    bool held = s->cues.items[c].complementiser && p->sentence_first != p->open;
    return (t == p->open || held) && verb_before(s, i, finding);
}

/* The "smart" bench is no use to anybody, Ms Diaz said. */
static bool reported_after(const struct nr_scene *s, uint32_t i,
                           struct nr_finding *finding)
{
    const struct nr_passage *p = passage_at(s, i);
    uint32_t c = nr_scene_cue_from(s, p->after);
    uint32_t sentence = s->reading.text->tokens.items[p->end - 1].sentence;
    for (uint32_t steps = 0; c < s->cues.count && steps < CUE_REACH; c++, steps++) {
        const struct nr_cue *cue = &s->cues.items[c];
        if (s->reading.text->tokens.items[cue->verb].sentence != sentence) {
            return false;
        }
        if (nr_scene_reported_before(s, cue, p->sentence_first)) {
            settle(finding, "reported-after", c, cue->subject);
            finding->content_first = content_before(s, p);
            finding->content_end = cue->subject.first - 1;
            return true;
        }
    }
    return false;
}

static struct nr_span token_span(const struct nr_scene *s, uint32_t t)
{
    return nr_token_span(s->reading.text, t);
}

/* The mayor was blunt: "No." */
static bool colon(const struct nr_scene *s, uint32_t i, struct nr_finding *finding)
{
    const struct nr_passage *p = passage_at(s, i);
    if (p->open == p->stretch_from || !word_is(s, p->open - 1, ":")) {
        return false;
    }
    uint32_t c = nr_scene_cue_from(s, p->open);
    struct nr_phrase source = {0, 0, 0};
    if (c > 0 && s->cues.items[c - 1].verb >= p->sentence_first) {
        source = s->cues.items[c - 1].subject;
    }
    if (nr_phrase_none(source)) {
        source = nr_subject_of_clause(&s->reading, p->stretch_from, p->open - 1);
    }
    if (nr_phrase_none(source)) {
        return false;
    }
    settle(finding, "colon", NR_NONE, source);
    finding->cue_span = token_span(s, p->open - 1);
    return true;
}

/* May a signature end at t: "- Maria Diaz", ", mayor", "(in May)", "at a rally"? */
static bool ends_signature(const struct nr_scene *s, uint32_t t)
{
    return t >= s->reading.end || shape_of(s, t) == NR_SHAPE_PUNCT ||
           (s->reading.text->tokens.items[t].flags & NR_TOKEN_SENTENCE) != 0 ||
           nr_token_in(s->reading.text, t, NR_IN(preposition));
}

/* "No." - Maria Diaz, mayor, at a rally in May   (to the end of the block, or behind a
 * passage that opens its sentence) */
static bool dash(const struct nr_scene *s, uint32_t i, struct nr_finding *finding)
{
    const struct nr_passage *p = passage_at(s, i);
    if (p->after + 1 >= s->reading.end || !is_dash(s, p->after)) {
        return false;
    }
    struct nr_phrase source =
        nr_phrase_after(&s->reading, p->after + 1, s->reading.end, true);
    if (nr_phrase_none(source)) {
        return false;
    }
    bool whole = source.end + 1 >= s->reading.end;
    bool signs = p->sentence_first == p->open && ends_signature(s, source.end);
    if (!(whole || signs) || !nr_token_capital(s->reading.text, source.head) ||
        !nr_can_speak(&s->reading, source)) {
        return false;
    }
    settle(finding, "dash", NR_NONE, source);
    finding->cue_span = token_span(s, p->after);
    return true;
}

/* "No," Ms Diaz laughed.  Any verb will do where the comma and the place say it. */
static bool plain_verb_after(const struct nr_scene *s, uint32_t i,
                             struct nr_finding *finding)
{
    const struct nr_passage *p = passage_at(s, i);
    uint32_t t = behind(s, p);
    if (t >= p->stretch_to || !ends_open(s, p) || p->words < 2) {
        return false;
    }
    struct nr_phrase source = nr_phrase_after(&s->reading, t, p->stretch_to, true);
    if (nr_phrase_none(source) || !nr_can_speak(&s->reading, source)) {
        return false;
    }
    uint32_t verb = source.end;
    while (verb < p->stretch_to &&
           (word_is(s, verb, ",") || nr_token_in(s->reading.text, verb, NR_IN(adverb)))) {
        verb++;
    }
    if (verb >= p->stretch_to || !nr_is_verbal(&s->reading, verb)) {
        return false;
    }
    settle(finding, "plain-verb", NR_NONE, source);
    finding->cue_span = token_span(s, verb);
    finding->content_first = content_before(s, p);
    return true;
}

/* Ms Diaz's "never again" */
static bool possessive(const struct nr_scene *s, uint32_t i, struct nr_finding *finding)
{
    const struct nr_passage *p = passage_at(s, i);
    if (p->open < p->stretch_from + 1) {
        return false;
    }
    uint32_t t = p->open - 1;
    const struct nr_fact *pronoun = nr_token_fact(s->reading.text, t, NR_LIST_pronoun);
    struct nr_phrase source = {0, 0, 0};
    if (pronoun != NULL && (pronoun->flags & NR_FLAG_POSSESSIVE) != 0) {
        source = (struct nr_phrase){t, t + 1, t};
    } else if (word_is(s, t, "'s")) {
        source = nr_phrase_before(&s->reading, t, p->stretch_from);
    }
    if (nr_phrase_none(source) ||
        (pronoun == NULL && !nr_can_speak(&s->reading, source))) {
        return false;
    }
    settle(finding, "possessive", NR_NONE, source);
    return true;
}

/* Ms Diaz waved off the plan as "absurd".  The nearest verb to the left with a subject
 * that speaks. */
static bool subject(const struct nr_scene *s, uint32_t i, struct nr_finding *finding)
{
    const struct nr_passage *p = passage_at(s, i);
    const struct nr_reading *r = &s->reading;
    struct nr_span verb;
    struct nr_phrase source =
        nr_subject_of_verb_before(r, p->open, p->stretch_from, &verb);
    if (!nr_phrase_none(source)) {
        settle(finding, "subject", NR_NONE, source);
        finding->cue_span = verb;
        return true;
    }
    source = nr_subject_of_clause(r, p->stretch_from, p->open);
    if (nr_phrase_none(source)) {
        return false;
    }
    settle(finding, "subject", NR_NONE, source);
    return true;
}

/* Names and examples for README, tests and users; those of quote.c stand at the end. */
const struct nr_rule nr_rules[] = {
    {"interrupted", "\"No,\" Ms Diaz said, \"never.\""},
    {"verb-before", "Ms Diaz said: \"No.\""},
    {"told", "Ms Diaz told reporters that the answer was \"no\"."},
    {"shared-subject", "Ms Diaz denied it, adding that \"nobody was hurt\"."},
    {"verb-after", "\"No,\" Ms Diaz said."},
    {"inverted", "\"No,\" said Maria Diaz, the mayor."},
    {"according-to", "According to the ministry, nobody was hurt."},
    {"colon", "The mayor was blunt: \"No.\""},
    {"dash", "\"Never again.\" - Maria Diaz"},
    {"plain-verb", "\"That is new to me,\" Ms Diaz shrugged."},
    {"possessive", "Ms Diaz's \"war on potholes and parking\" is over."},
    {"subject", "Ms Diaz waved the plan off as \"quite absurd\"."},
    {"unsaid-subject", "«No», dijo Ana Díaz a la prensa de la ciudad. «Nunca», añadió."},
    {"parenthesis", "The alarm, Ms Diaz said, was on all night."},
    {"reported-after", "Nobody was hurt, Ms Diaz said."},
    {"learned", "Engineers are confident that the dam will hold."},
    {"same-turn", "Ms Diaz said that nobody was hurt.\n\n\"We were lucky.\""},
    {"continued", "Ms Diaz said: \"We lost.\n\n\"We will appeal.\""},
    {"introduced", "The mayor stood up. \"We will appeal.\""},
    {"none", "\"Nobody will be left behind.\""},
};
const uint32_t nr_rule_count = sizeof nr_rules / sizeof nr_rules[0];

typedef bool rule_function(const struct nr_scene *scene, uint32_t passage,
                           struct nr_finding *finding);

/* Tried from the top; the first that answers wins. */
static rule_function *const in_order[] = {
    verb_after,  inverted,       according_after, interrupted, verb_right_before,
    verb_before, reported_after, colon,           dash,        plain_verb_after,
    possessive,  subject,
};

void nr_passage_attribute(struct nr_scene *s, uint32_t passage)
{
    struct nr_passage *p = &s->passages.items[passage];
    if (nr_romance_reads(s)) {
        p->finding = (struct nr_finding){
            .cue = NR_NONE, .content_first = p->open, .content_end = p->after};
        if (!interrupted(s, passage, &p->finding)) {
            nr_romance_attribute(s, passage, &p->finding);
        }
        return;
    }
    for (uint32_t i = 0; i < sizeof in_order / sizeof in_order[0]; i++) {
        struct nr_finding finding = {
            .cue = NR_NONE, .content_first = p->open, .content_end = p->after};
        if (in_order[i](s, passage, &finding)) {
            p->finding = finding;
            return;
        }
    }
    p->finding = (struct nr_finding){
        .cue = NR_NONE, .content_first = p->open, .content_end = p->after};
}
