/* speaker/rank.c: what speaks for a figure on stage when a pronoun asks who is meant.
 *
 *     Diaz met Ames on Friday. She said ...     Diaz: a sentence away, its subject, asked
 * by a subject, latest but one of those that fit
 *
 * A clue is a number; what it says is its place in the list below. Clues are few and
 * plain, so that weights learned on one sort of text hold on others. No look goes further
 * than a few tokens.
 *
 * Knowingly wrong: who did what is not understood, so "Diaz called Ames because she was
 * late" goes to the subject. */
#include "speaker/rank.h"

enum {
    NEARNESS = 3,  /* same sentence, the one before, further */
    DISTANCES = 8, /* 0 to 3, up to 5, up to 9, further; 7: ahead */
    RANKS = 6,
    COUNTS = 6,
    KINDS = 3,
    BOUNDARIES = 6,
    APPOSITION_REACH = 14
};

/* Where each group of clues begins. */
enum {
    CLUE_PARTS = 0, /* part of the pronoun, of the figure, nearness */
    CLUE_DISTANCE = CLUE_PARTS + NR_PART_COUNT * NR_PART_COUNT * NEARNESS,
    CLUE_RANK = CLUE_DISTANCE + DISTANCES * NR_PART_COUNT,
    CLUE_COUNT = CLUE_RANK + RANKS,
    CLUE_KIND = CLUE_COUNT + COUNTS,
    CLUE_GENDER = CLUE_KIND + KINDS * NEARNESS,
    CLUE_SOURCE = CLUE_GENDER + 8,
    CLUE_QUOTED = CLUE_SOURCE + 4 * NEARNESS,
    CLUE_LEADS = CLUE_QUOTED + 4 * NEARNESS,
    CLUE_BLOCK = CLUE_LEADS + 2 * NEARNESS,
    CLUE_BINDING = CLUE_BLOCK + 4,
    CLUE_JOINED = CLUE_BINDING + 4,
    CLUE_TYPE = CLUE_JOINED + 1,
    CLUE_NOUN = CLUE_TYPE + NR_TYPE_COUNT,
    CLUE_REFLEXIVE = CLUE_NOUN + 2 * NEARNESS,
    CLUE_BOUNDARY = CLUE_REFLEXIVE + 4,
    CLUE_PART_RANK = CLUE_BOUNDARY + BOUNDARIES * NR_PART_COUNT * 2,
    CLUE_MOST = CLUE_PART_RANK + 3 * NR_PART_COUNT,
    CLUE_AHEAD = CLUE_MOST + 4,
    CLUE_OPENS = CLUE_AHEAD + 4 + 2 * NR_PART_COUNT,
    CLUE_APART = CLUE_OPENS + 3,
    CLUE_ACTED = CLUE_APART + 11,
    CLUE_LED = CLUE_ACTED + 3 * NR_PART_COUNT,
    CLUE_SPOKE = CLUE_LED + 3 * NR_PART_COUNT, /* asked by a source; named; spoke */
    CLUE_SPOKE_LAST = CLUE_SPOKE + 8,
    CLUE_END = CLUE_SPOKE_LAST + 4 * NEARNESS
};
_Static_assert((int)CLUE_END == (int)NR_CLUE_COUNT, "a place for each clue");

static const struct nr_rank_table learned = {
#include "tag/models/who.inc"
};
const struct nr_ranker nr_ranker_own = {.table = &learned};

static uint8_t tag_of(const struct nr_script *s, uint32_t t)
{
    return s->tags->items[t];
}

static uint32_t sentence_of(const struct nr_script *s, uint32_t t)
{
    return s->text->tokens.items[t].sentence;
}

/* ---- Parts of a sentence ---- */

static bool owns(const struct nr_script *s, uint32_t end, uint32_t limit)
{
    return end < limit && (nr_token_is(s->text, end, "'s") ||
                           (nr_token_is(s->text, end, "'") &&
                            (s->text->tokens.items[end].flags & NR_TOKEN_SPACE) == 0));
}

/* Past ", the mayor of Lund," */
static uint32_t past_apposition(const struct nr_script *s, uint32_t t, uint32_t limit)
{
    if (t >= limit || !nr_token_is(s->text, t, ",")) {
        return t;
    }
    uint32_t most = t + APPOSITION_REACH < limit ? t + APPOSITION_REACH : limit;
    for (uint32_t i = t + 1; i < most; i++) {
        if (nr_token_is(s->text, i, ",")) {
            return i + 1;
        }
    }
    return t;
}

static bool acts(const struct nr_script *s, uint32_t end, uint32_t limit)
{
    uint32_t t = past_apposition(s, end, limit);
    while (t < limit && t < end + APPOSITION_REACH && tag_of(s, t) == NR_POS_ADV) {
        t++;
    }
    return t < limit && (tag_of(s, t) == NR_POS_VERB || tag_of(s, t) == NR_POS_AUX);
}

enum nr_part nr_part_of(const struct nr_script *s, uint32_t first, uint32_t end)
{
    const struct nr_sentence *sentence = &s->text->sentences.items[sentence_of(s, first)];
    if (owns(s, end, sentence->end_token)) {
        return NR_PART_OWNER;
    }
    uint32_t t = first;
    for (int i = 0; i < 4 && t > sentence->first_token; i++, t--) {
        uint8_t tag = tag_of(s, t - 1);
        if (tag != NR_POS_DET && tag != NR_POS_ADJ && tag != NR_POS_NUM) {
            break;
        }
    }
    if (t > sentence->first_token) {
        uint8_t before = tag_of(s, t - 1);
        bool speaks = nr_token_in(s->text, t - 1, NR_IN(speech_verb));
        if (before == NR_POS_ADP || nr_token_is(s->text, t - 1, "to")) {
            return NR_PART_OBLIQUE;
        }
        if (before == NR_POS_VERB && !acts(s, end, sentence->end_token)) {
            bool inverted = speaks && t > sentence->first_token + 1 &&
                            tag_of(s, t - 2) == NR_POS_PUNCT;
            return inverted ? NR_PART_SUBJECT : NR_PART_OBJECT;
        }
    }
    return acts(s, end, sentence->end_token) ? NR_PART_SUBJECT : NR_PART_OTHER;
}

/* ---- Clues ---- */

static bool is_unknown(uint8_t gender)
{
    return gender == NR_GENDER_NONE || gender == NR_GENDER_UNKNOWN;
}

bool nr_figure_fits(const struct nr_figure *figure, const struct nr_asked *asked)
{
    /* "Don't call the man," he said: it is not he */
    bool only_told_of = figure->quoted && !asked->quoted &&
                        (figure->entity == NR_NONE || (asked->source && !figure->spoke &&
                                                       figure->kind == NR_MENTION_NAME));
    if (only_told_of || !nr_told_apart(asked->gender)) {
        return !only_told_of;
    }
    /* a given name may mislead, titles and pronouns do not */
    bool clash = nr_told_apart(figure->gender) && figure->gender != asked->gender &&
                 figure->basis != NR_BASIS_NAME;
    bool could = figure->type == NR_TYPE_PERSON ||
                 ((figure->type == NR_TYPE_ORG || figure->type == NR_TYPE_GPE) &&
                  figure->kind != NR_MENTION_NOMINAL);
    return could && !clash;
}

bool nr_clue_is_gender(uint32_t clue)
{
    return clue >= CLUE_GENDER && clue < CLUE_SOURCE;
}

static void add(struct nr_clues *clues, uint32_t clue)
{
    if (clues->count < NR_CLUES_MOST) {
        clues->items[clues->count++] = (uint16_t)clue;
    }
}

static uint32_t distance_of(uint32_t sentences)
{
    static const uint8_t bins[] = {0, 1, 2, 3, 4, 4, 5, 5, 5, 5};
    return sentences < sizeof bins ? bins[sentences] : 6;
}

static uint32_t count_of(uint32_t mentions)
{
    static const uint8_t bins[] = {0, 0, 1, 2, 2, 3, 3, 3, 3};
    return mentions < sizeof bins ? bins[mentions] : mentions < 16 ? 4 : 5;
}

static uint32_t gender_clue(const struct nr_figure *figure, const struct nr_asked *asked)
{
    if (is_unknown(figure->gender)) {
        return 0;
    }
    if (figure->gender != asked->gender) {
        return 1;
    }
    return 2 + figure->basis; /* none to name */
}

/* Does a clause begin between the two, so that "Diaz said Moe saw her" may mean Diaz? */
static bool clause_between(const struct nr_script *s, uint32_t from, uint32_t to)
{
    uint32_t low = to > from + 24 ? to - 24 : from + 1;
    for (uint32_t t = low; t < to; t++) {
        uint8_t tag = tag_of(s, t);
        if (tag == NR_POS_SCONJ || tag == NR_POS_CCONJ || tag == NR_POS_PUNCT ||
            nr_token_in(s->text, t, NR_IN(relative) | NR_IN(subordinator))) {
            return true;
        }
    }
    return false;
}

/* What begins between the two in one sentence: the last word that says. */
static uint32_t boundary_between(const struct nr_script *s, uint32_t from, uint32_t to)
{
    uint32_t found = 0;
    uint32_t low = to > from + 24 ? to - 24 : from + 1;
    for (uint32_t t = low; t < to; t++) {
        uint8_t tag = tag_of(s, t);
        uint8_t shape = s->text->tokens.items[t].shape;
        if (nr_token_in(s->text, t, NR_IN(relative)) &&
            !nr_token_is(s->text, t, "that")) {
            found = 4;
        } else if (shape == NR_SHAPE_MARK) {
            found = 5;
        } else if (tag == NR_POS_SCONJ) {
            found = 3;
        } else if (tag == NR_POS_CCONJ) {
            found = 2;
        } else if (tag == NR_POS_PUNCT && found == 0) {
            found = 1;
        }
    }
    return found;
}

/* This sentence, the last, or longer ago. */
static uint32_t since(uint32_t sentence, uint32_t now)
{
    return sentence == NR_NONE || now - sentence > 1 ? 2 : now - sentence;
}

void nr_figure_describe(const struct nr_script *s, const struct nr_figure *figure,
                        const struct nr_asked *asked, uint32_t rank,
                        struct nr_clues *clues)
{
    bool ahead = figure->token > asked->token;
    uint32_t apart =
        ahead ? 0 : sentence_of(s, asked->token) - sentence_of(s, figure->token);
    uint32_t near = apart < 2 ? apart : 2;
    uint32_t asks = asked->part;
    uint32_t parts = asks * NR_PART_COUNT + figure->part;
    clues->count = 0;
    add(clues,
        CLUE_DISTANCE + asks * DISTANCES + (ahead ? DISTANCES - 1 : distance_of(apart)));
    add(clues, CLUE_RANK + (rank < RANKS ? rank : RANKS - 1));
    add(clues, CLUE_COUNT + count_of(figure->count));
    add(clues, CLUE_GENDER + gender_clue(figure, asked));
    add(clues, CLUE_TYPE + figure->type);
    add(clues, CLUE_SPOKE + asked->source * 4u + (figure->entity != NR_NONE) * 2u +
                   figure->spoke);
    add(clues,
        CLUE_SPOKE_LAST + (asked->source * 2u + figure->spoke_last) * NEARNESS + near);
    if (figure->opens) {
        add(clues, CLUE_OPENS + near);
    }
    if (ahead) {
        add(clues, CLUE_AHEAD + 4 + figure->part * 2u + asked->fronted);
        return;
    }
    if (figure->entity != NR_NONE && figure->entity == asked->ahead) {
        add(clues, CLUE_AHEAD + (asked->part == NR_PART_OWNER) * 2u + asked->fronted);
    }
    add(clues, CLUE_MOST + (figure->count == asked->most
                                ? (rank == 0)
                                : 2u + (2 * figure->count >= asked->most)));
    add(clues, CLUE_PART_RANK + figure->part * 3u + (rank < 2 ? rank : 2));
    uint32_t now = sentence_of(s, asked->token);
    add(clues, CLUE_ACTED + asks * 3 + since(figure->acted, now));
    add(clues, CLUE_LED + asks * 3 + since(figure->led, now));
    uint32_t tokens = asked->token - figure->token;
    if (apart < 2) {
        add(clues, CLUE_APART + (tokens < 40 ? tokens / 4 : 10));
    }
    if (apart == 0) {
        uint32_t acts_too = asked->part == NR_PART_SUBJECT;
        uint32_t pair = acts_too * NR_PART_COUNT + figure->part;
        add(clues, CLUE_BOUNDARY + pair * BOUNDARIES +
                       boundary_between(s, figure->token, asked->token));
    }
    add(clues, CLUE_PARTS + parts * NEARNESS + near);
    add(clues, CLUE_KIND + (uint32_t)figure->kind * NEARNESS + near);
    add(clues, CLUE_SOURCE + (figure->source * 2u + asked->source) * NEARNESS + near);
    add(clues, CLUE_QUOTED + (figure->quoted * 2u + asked->quoted) * NEARNESS + near);
    add(clues, CLUE_LEADS + (figure->leads * 1u) * NEARNESS + near);
    uint32_t blocks =
        nr_block_of(s->text, asked->token) - nr_block_of(s->text, figure->token);
    add(clues, CLUE_BLOCK + (blocks < 3 ? blocks : 3));
    if (figure->joined) {
        add(clues, CLUE_JOINED);
    }
    if (figure->entity == NR_NONE) {
        add(clues, CLUE_NOUN + (figure->indefinite * 1u) * NEARNESS + near);
    }
    if (asked->reflexive) {
        add(clues,
            CLUE_REFLEXIVE + near + (near == 0 && figure->part != NR_PART_SUBJECT));
    }
    if (apart == 0 && (asked->part == NR_PART_OBJECT || asked->part == NR_PART_OBLIQUE)) {
        add(clues, CLUE_BINDING + (figure->part == NR_PART_SUBJECT) * 2u +
                       clause_between(s, figure->token, asked->token));
    }
}

uint32_t nr_candidates_heaviest(const struct nr_candidate *candidates, uint32_t count,
                                uint32_t *lead)
{
    static const int32_t cuts[NR_LEAD_BINS - 1] = {25, 50, 100, 150, 200, 300, 450};
    uint32_t best = NR_NONE;
    uint32_t second = NR_NONE;
    for (uint32_t i = 0; i < count; i++) {
        if (best == NR_NONE || candidates[i].weight > candidates[best].weight) {
            second = best;
            best = i;
        } else if (second == NR_NONE ||
                   candidates[i].weight > candidates[second].weight) {
            second = i;
        }
    }
    int32_t by = second == NR_NONE ? cuts[NR_LEAD_BINS - 2]
                                   : candidates[best].weight - candidates[second].weight;
    *lead = 0;
    while (*lead + 1 < NR_LEAD_BINS && by >= cuts[*lead]) {
        (*lead)++;
    }
    return best;
}
