/* quote/cue.c: finds reporting verbs and what belongs to them.
 *
 *     The minister has not told parliament that ...
 *                  ^^^^^^^^^^^^ cue, negated; addressee "parliament"; content after
 * "that"
 *
 * A form that may be a noun ("the reports", "his claim") is none after an article or a
 * possessive; a passive ("was told") reports nothing of its subject. */
#include "quote/cue.h"

enum { GROUP_REACH = 8, ADDRESS_REACH = 16, THAT_REACH = 14, VIA_REACH = 8 };

static bool word_is(const struct nr_reading *r, uint32_t t, const char *folded)
{
    return nr_token_is(r->text, t, folded);
}

static bool is_contracted_auxiliary(const struct nr_reading *r, uint32_t t)
{
    static const char *const forms[] = {"'s", "'d", "'ve", "'ll", "'re", "'m"};
    if (t == r->first || !nr_token_in(r->text, t - 1, NR_IN(pronoun))) {
        return false;
    }
    for (uint32_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        if (word_is(r, t, forms[i])) {
            return true;
        }
    }
    return false;
}

static bool is_be(const struct nr_reading *r, uint32_t t)
{
    static const char *const forms[] = {"is",    "are", "was", "were", "be",  "been",
                                        "being", "am",  "get", "got",  "gets"};
    for (uint32_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        if (word_is(r, t, forms[i])) {
            return true;
        }
    }
    return false;
}

/* Headlines write their verbs with a capital too. */
static bool in_title_case(const struct nr_reading *r, uint32_t t)
{
    uint32_t sentence = r->text->tokens.items[t].sentence;
    uint32_t block = r->text->sentences.items[sentence].block;
    uint8_t kind = r->text->blocks.items[block].kind;
    return kind == NR_BLOCK_HEADLINE || kind == NR_BLOCK_STANDFIRST;
}

/* Does the word before make a noun of a form that could be one? */
static bool is_noun_here(const struct nr_reading *r, uint32_t t, uint16_t flags)
{
    uint8_t shape = r->text->tokens.items[t].shape;
    if (shape != NR_SHAPE_LOWER && !in_title_case(r, t)) {
        return (r->text->tokens.items[t].flags & NR_TOKEN_SENTENCE) == 0;
    }
    if (t == r->first) {
        return false;
    }
    uint32_t before = t - 1;
    if ((flags & NR_FLAG_ING) != 0) { /* "the late warning that" */
        bool adjective = before > r->first &&
                         r->text->tokens.items[before].shape == NR_SHAPE_LOWER &&
                         nr_is_nominal(r, before) &&
                         nr_token_in(r->text, before - 1, NR_IN(determiner));
        return adjective || nr_token_in(r->text, before, NR_IN(determiner));
    }
    if (nr_token_in(r->text, before, NR_IN(negation) | NR_IN(relative))) {
        return false; /* "no" is a determiner too; "who claims" */
    }
    const struct nr_fact *pronoun = nr_token_fact(r->text, before, NR_LIST_pronoun);
    bool possessive = pronoun != NULL && (pronoun->flags & NR_FLAG_POSSESSIVE) != 0 &&
                      (pronoun->flags & NR_FLAG_SUBJECT) == 0;
    bool owned = word_is(r, before, "'s") && !is_contracted_auxiliary(r, before);
    bool article = word_is(r, before, "the") || word_is(r, before, "a") ||
                   word_is(r, before, "an") || word_is(r, before, "-");
    bool determined =
        nr_token_in(r->text, before, NR_IN(determiner)) && (flags & NR_FLAG_PAST) == 0;
    bool governed = nr_token_in(r->text, before, NR_IN(preposition)) &&
                    !word_is(r, before, "to") && (flags & NR_FLAG_PAST) == 0;
    return article || possessive || owned || determined || governed;
}

/* Moves cue->first left over adverbs, auxiliaries, negation and "to"; false: a passive.
 */
static bool read_group(const struct nr_reading *r, uint32_t from, struct nr_cue *cue)
{
    uint32_t first = cue->verb;
    bool passive = false;
    while (first > from && cue->verb - first < GROUP_REACH) {
        uint32_t t = first - 1;
        uint64_t lists = nr_token_lists(r->text, t);
        bool helps = (lists & (NR_IN(auxiliary) | NR_IN(modal))) != 0 ||
                     is_contracted_auxiliary(r, t);
        bool to = word_is(r, t, "to") && (cue->fact->flags & NR_FLAG_BASE) != 0;
        bool adverb = (lists & NR_IN(adverb)) != 0 && !nr_token_capital(r->text, t);
        bool negation = (lists & NR_IN(negation)) != 0;
        if (!helps && !to && !adverb && !negation) {
            break;
        }
        if (to) {
            cue->form = NR_CUE_INFINITIVE;
        }
        passive = passive || (helps && is_be(r, t));
        cue->negated = cue->negated || negation;
        first = t;
        if (to) {
            break;
        }
    }
    if (cue->form == NR_CUE_ING && passive) {
        cue->form = NR_CUE_FINITE; /* "is arguing" */
    } else if (passive && (cue->fact->flags & NR_FLAG_PARTICIPLE) != 0) {
        return false;
    }
    while (first < cue->verb && nr_token_in(r->text, first, NR_IN(adverb)) &&
           cue->form != NR_CUE_INFINITIVE) {
        first++; /* an adverb at the edge is no part of the cue's own words */
    }
    cue->first = first;
    return true;
}

/* "went on to say", "is expected to announce": the verbs before "to" are part of the
 * group. */
static void read_governor(const struct nr_reading *r, uint32_t from, struct nr_cue *cue)
{
    uint32_t t = cue->first;
    uint32_t reach = 0;
    while (t > from && reach < GROUP_REACH &&
           (nr_is_verbal(r, t - 1) || word_is(r, t - 1, "on") ||
            nr_token_in(r->text, t - 1, NR_IN(adverb)))) {
        t--;
        reach++;
    }
    cue->first = t;
}

/* "on Friday", "in a statement", "late last week": words between a verb and what it
 * reports. */
static uint32_t past_adverbials(const struct nr_reading *r, uint32_t t, uint32_t to)
{
    for (uint32_t steps = 0; t < to && steps < GROUP_REACH; steps++) {
        uint64_t lists = nr_token_lists(r->text, t);
        if ((lists & (NR_IN(weekday) | NR_IN(month))) != 0 ||
            ((lists & NR_IN(adverb)) != 0 && !nr_token_capital(r->text, t))) {
            t++;
            continue;
        }
        bool dated =
            t + 1 < to && nr_token_in(r->text, t + 1, NR_IN(weekday) | NR_IN(month));
        if (dated &&
            (nr_token_in(r->text, t, NR_IN(preposition)) || word_is(r, t, "last") ||
             word_is(r, t, "late") || word_is(r, t, "early"))) {
            t += 2;
            continue;
        }
        break;
    }
    return t;
}

static bool is_complementiser(const struct nr_reading *r, uint32_t t)
{
    return word_is(r, t, "that") || word_is(r, t, "whether") || word_is(r, t, "if") ||
           word_is(r, t, "que");
}

/* Words that show that the phrase before them was an addressee. */
static bool ends_address(const struct nr_reading *r, uint32_t t, uint32_t to)
{
    return t >= to || is_complementiser(r, t) || word_is(r, t, "to") ||
           word_is(r, t, "not") || word_is(r, t, ",") || word_is(r, t, ":") ||
           word_is(r, t, "about") || word_is(r, t, "why") || word_is(r, t, "how") ||
           word_is(r, t, "what") || r->text->tokens.items[t].shape == NR_SHAPE_MARK ||
           nr_token_in(r->text, t, NR_IN(weekday));
}

/* "told reporters", "urged both sides to": fills addressee, returns where it ends. */
static uint32_t read_addressee(const struct nr_reading *r, uint32_t t, uint32_t to,
                               struct nr_cue *cue)
{
    if ((cue->fact->flags & NR_FLAG_TO) == 0 || t >= to || is_complementiser(r, t)) {
        return t;
    }
    uint32_t start = t;
    if (word_is(r, t, "to") && t + 1 < to) { /* "explained to reporters" */
        start = t + 1;
    }
    uint32_t limit = start + ADDRESS_REACH < to ? start + ADDRESS_REACH : to;
    struct nr_phrase phrase = nr_phrase_after(r, start, limit, false);
    if (nr_phrase_none(phrase)) {
        return t;
    }
    bool always = (cue->fact->flags & NR_FLAG_THAT) == 0 ||
                  nr_token_is(r->text, cue->verb, "told") ||
                  nr_token_is(r->text, cue->verb, "tells") ||
                  nr_token_is(r->text, cue->verb, "telling") ||
                  nr_token_is(r->text, cue->verb, "tell");
    if (!always && !ends_address(r, phrase.end, to)) {
        return t;
    }
    cue->addressee = phrase;
    return phrase.end;
}

/* A document, an interview, a medium of one's own. */
static bool is_channel(const struct nr_reading *r, struct nr_phrase phrase)
{
    static const char *const channels[] = {
        "interview", "twitter",  "facebook",  "instagram", "email",   "e-mail",
        "tweet",     "telegram", "telephone", "briefing",  "podcast", "post"};
    for (uint32_t i = 0; i < sizeof channels / sizeof channels[0]; i++) {
        if (word_is(r, phrase.head, channels[i])) {
            return true;
        }
    }
    return nr_token_in(r->text, phrase.head, NR_IN(document_noun));
}

/* "in a statement", "on Facebook", "in an email on Friday": through what it was said. */
static void read_via(const struct nr_reading *r, uint32_t from, uint32_t to,
                     struct nr_cue *cue)
{
    uint32_t limit = from + VIA_REACH < to ? from + VIA_REACH : to;
    for (uint32_t t = from; t + 1 < limit; t++) {
        if (r->text->tokens.items[t].shape == NR_SHAPE_MARK || is_complementiser(r, t)) {
            return;
        }
        bool through = word_is(r, t, "in") || word_is(r, t, "on") ||
                       word_is(r, t, "via") || word_is(r, t, "through");
        if (!through) {
            continue;
        }
        struct nr_phrase phrase = nr_phrase_after(r, t + 1, to, false);
        if (!nr_phrase_none(phrase) && is_channel(r, phrase)) {
            cue->via = phrase;
            return;
        }
    }
}

/* Where the reported words may begin: past addressee, time and "that". */
static void read_complement(const struct nr_reading *r, uint32_t to, struct nr_cue *cue)
{
    uint32_t t = past_adverbials(r, cue->end, to);
    t = read_addressee(r, t, to, cue);
    t = past_adverbials(r, t, to);
    if (t < to && !word_is(r, t, "to")) {
        read_via(r, t, to, cue);
    }
    uint32_t limit = t + THAT_REACH < to ? t + THAT_REACH : to;
    for (uint32_t i = t; i < limit; i++) { /* "said in an interview on Friday that" */
        if (word_is(r, i, "that") &&
            (i == t || nr_token_in(r->text, t, NR_IN(preposition)) ||
             word_is(r, i - 1, ","))) {
            t = i;
            break;
        }
        if (nr_is_verbal(r, i)) {
            break;
        }
    }
    if (t < to && is_complementiser(r, t)) {
        cue->complementiser = true;
        t++;
    }
    cue->to_do = t + 1 < to && (cue->fact->flags & NR_FLAG_INFINITIVE) != 0 &&
                 word_is(r, t, "to") && !nr_token_in(r->text, t + 1, NR_IN(determiner));
    cue->content = t;
}

static bool read_preposition(const struct nr_reading *r, uint32_t to, struct nr_cue *cue)
{
    cue->form = NR_CUE_PREPOSITION;
    bool leads = (r->text->tokens.items[cue->first].flags & NR_TOKEN_SENTENCE) != 0;
    cue->subject =
        nr_phrase_after(r, cue->end, to, !leads); /* "..., two cranes" is no apposition */
    cue->content = nr_phrase_none(cue->subject) ? cue->end : cue->subject.end;
    return !nr_phrase_none(cue->subject);
}

bool nr_cue_at(const struct nr_reading *r, uint32_t t, uint32_t from, uint32_t to,
               struct nr_cue *cue)
{
    const uint64_t cues = NR_IN(speech_verb) | NR_IN(cue_phrase);
    uint32_t end = t + 1;
    const struct nr_fact *fact = nr_phrase_at(r->text, t, cues, &end);
    if (fact == NULL) {
        return false;
    }
    *cue = (struct nr_cue){.first = t, .end = end, .verb = t, .fact = fact};
    if (fact->list == NR_LIST_cue_phrase) {
        return read_preposition(r, to, cue);
    }
    if (is_noun_here(r, t, fact->flags)) {
        return false;
    }
    bool ing = (fact->flags & NR_FLAG_ING) != 0;
    cue->form = ing ? NR_CUE_ING : NR_CUE_FINITE;
    if (!read_group(r, from, cue)) {
        return false;
    }
    if (cue->form == NR_CUE_INFINITIVE) {
        read_governor(r, from, cue);
    }
    if (cue->form != NR_CUE_ING) {
        cue->subject = nr_subject_before(r, cue->first, from);
    }
    read_complement(r, to, cue);
    return true;
}

/* What "not" makes of an act: who did not say a thing is not counted as having said it;
 * who did not expect it still thinks; who did not deny it has not said it either. */
static const uint8_t negated_acts[NR_ACT_COUNT] = {
    [NR_ACT_SAY] = NR_ACT_DENY,     [NR_ACT_ASK] = NR_ACT_ASK,
    [NR_ACT_ORDER] = NR_ACT_ORDER,  [NR_ACT_PROMISE] = NR_ACT_DECLINE,
    [NR_ACT_DENY] = NR_ACT_DECLINE, [NR_ACT_DECLINE] = NR_ACT_DECLINE,
    [NR_ACT_THINK] = NR_ACT_THINK,  [NR_ACT_FEEL] = NR_ACT_FEEL,
    [NR_ACT_SHOW] = NR_ACT_DENY,
};

static bool is_question_word(const struct nr_reading *r, uint32_t t)
{
    static const char *const words[] = {"what",  "who",     "whom", "whose",
                                        "which", "why",     "when", "where",
                                        "how",   "whether", "if"};
    for (uint32_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (word_is(r, t, words[i])) {
            return true;
        }
    }
    return false;
}

/* "did not say what it cost", "did not answer questions": nothing is left that could be
 * denied, where "did not say it was dead" has a clause. */
static bool leaves_open(const struct nr_reading *r, const struct nr_cue *cue)
{
    uint32_t end = cue->content + THAT_REACH < cue->region_end ? cue->content + THAT_REACH
                                                               : cue->region_end;
    if (cue->complementiser) {
        return is_question_word(r, cue->content - 1);
    }
    if (cue->content < end && is_question_word(r, cue->content)) {
        return true;
    }
    for (uint32_t t = cue->content + 1; t < end;
         t++) { /* a clause has its subject first */
        if (nr_is_verbal(r, t)) {
            return false;
        }
    }
    return true;
}

enum nr_act nr_cue_act(const struct nr_reading *r, const struct nr_cue *cue)
{
    enum nr_act act = (enum nr_act)cue->fact->act;
    if (act == NR_ACT_NONE) {
        act = NR_ACT_SAY;
    }
    if (!cue->negated) {
        return act;
    }
    bool declines = act == NR_ACT_SAY && leaves_open(r, cue);
    for (uint32_t t = cue->first; act == NR_ACT_SAY && t < cue->verb; t++) {
        declines =
            declines || nr_token_in(r->text, t, NR_IN(modal)); /* "would not say" */
    }
    return declines ? NR_ACT_DECLINE : (enum nr_act)negated_acts[act];
}
