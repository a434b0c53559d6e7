/* quote/sure.c: how sure is a row?
 *
 *     "We will appeal," Ms Diaz said.        0.98, and 0.91 that it is hers
 *     He is wrong, some fear.                0.54, and 0.54
 *
 * A margin is by how much the best labels of a paragraph beat the best that have another
 * one there. Words in the mean, cue and source by their weakest word: these three, what
 * stands between marks and which rule named the source each add to a sum, and a sum is a
 * chance (logistic). Rows that rules made are weighed likewise: there the model often saw
 * something else, so their margins are below 0.
 *
 * The speaker of a pronoun is less sure by as much as pronouns get wrong names.
 *
 * Knowingly wrong: it was fitted to US political news. */
#include "quote/sure.h"

#include "quote/speech.h"

#include <string.h>

const struct nr_sure_table nr_sure_table = {
#include "tag/models/sure.inc"
};

enum { WORDS_LOOKED_AT = 32 /* of a cue and a source: bounds endless ones */ };

/* ---- Evidence ---- */

/* For a word that is labelled so; against one that is not. */
static int32_t favour(const struct nr_sighting *s, uint32_t t, uint8_t label)
{
    bool so = s->labels[t] == label || s->labels[t] == label + 1;
    return so ? s->margins[t] : -s->margins[t];
}

static int16_t in_the_mean(const struct nr_sighting *s, uint32_t first, uint32_t end,
                           uint8_t label)
{
    int64_t sum = 0;
    if (first >= end) {
        return NR_NO_MARGIN;
    }
    for (uint32_t t = first; t < end; t++) {
        sum += favour(s, t, label);
    }
    return (int16_t)(sum / (int64_t)(end - first));
}

static int16_t weakest(const struct nr_sighting *s, uint32_t first, uint32_t end,
                       uint8_t label)
{
    int32_t least = first < end ? INT16_MAX : NR_NO_MARGIN;
    end = end - first > WORDS_LOOKED_AT ? first + WORDS_LOOKED_AT : end;
    for (uint32_t t = first; t < end; t++) {
        int32_t margin = favour(s, t, label);
        least = margin < least ? margin : least;
    }
    return (int16_t)least;
}

bool nr_source_is_pronoun(const struct nr_text *text, const struct nr_utterance *said)
{
    return said->source_end == said->source_first + 1 &&
           nr_token_in(text, said->source_first, NR_IN(pronoun));
}

struct nr_evidence nr_evidence_of(const struct nr_sighting *s,
                                  const struct nr_utterance *utterance, uint32_t first,
                                  uint32_t end)
{
    struct nr_span cue = utterance->cue;
    bool cued = !nr_span_empty(cue);
    uint32_t cue_first = cued ? nr_token_from(s->text, cue.begin) : 0;
    uint32_t cue_end = cued ? nr_token_from(s->text, cue.end) : 0;
    return (struct nr_evidence){
        .margins = {[NR_MARGIN_CONTENT] = in_the_mean(s, first, end, NR_SPEECH_CONTENT),
                    [NR_MARGIN_CUE] = weakest(s, cue_first, cue_end, NR_SPEECH_CUE),
                    [NR_MARGIN_SOURCE] =
                        weakest(s, utterance->source_first, utterance->source_end,
                                NR_SPEECH_SOURCE)},
        .pronoun = nr_source_is_pronoun(s->text, utterance),
        .read = true};
}

/* ---- From evidence to a chance ---- */

uint32_t nr_sure_bin(const int16_t *cuts, int16_t margin)
{
    uint32_t bin = 0;
    if (margin == NR_NO_MARGIN) {
        return NR_SURE_BINS - 1;
    }
    while (bin < NR_SURE_CUTS && margin >= cuts[bin]) {
        bin++;
    }
    return bin;
}

/* In hundredths: how many of the sums at which a chance is rounded up are reached. Those
 * below a half mirror those above. */
static uint8_t chance_of(int32_t sum)
{
    /* NR_SURE_UNIT * ln((50.5 + i) / (49.5 - i)) */
    static const int16_t steps[50] = {
        5,   15,  26,  36,  46,  57,  67,  77,  88,  98,   109,  120, 131,
        142, 153, 164, 176, 187, 199, 211, 223, 235, 248,  261,  274, 288,
        302, 317, 332, 347, 363, 380, 397, 415, 434, 454,  476,  498, 522,
        549, 577, 608, 643, 683, 728, 782, 849, 938, 1071, 1355,
    };
    int32_t size = sum < 0 ? -sum : sum;
    uint8_t chance = 50;
    for (uint32_t i = 0; i < 50 && size >= steps[i]; i++) {
        chance++;
    }
    return sum < 0 ? (uint8_t)(100 - chance) : chance;
}

static const struct nr_sure_rule *rule_named(const struct nr_sure_table *table,
                                             const char *name)
{
    static const struct nr_sure_rule none = {.name = NULL};
    for (uint32_t r = 0; r < table->rule_count && name != NULL; r++) {
        if (strcmp(table->rules[r].name, name) == 0) {
            return &table->rules[r];
        }
    }
    return &none;
}

static int32_t weigh(const struct nr_sure_table *table, enum nr_surety surety,
                     const struct nr_quote *quote, const struct nr_sure_rule *rule)
{
    int32_t sum =
        table->base[surety] + table->kinds[surety][quote->kind] + rule->weights[surety];
    for (uint32_t m = 0; m < NR_MARGIN_COUNT; m++) {
        uint32_t bin = nr_sure_bin(table->cuts[m], quote->evidence.margins[m]);
        sum += table->margins[surety][m][bin];
    }
    return sum;
}

uint8_t nr_sure_by(const struct nr_sure_table *table, enum nr_surety surety,
                   const struct nr_quotes *quotes, uint32_t row)
{
    const struct nr_quote *quote = &quotes->quotes.items[row];
    if (!quote->evidence.read) {
        return NR_UNSURE;
    }
    const struct nr_sure_rule *rule =
        rule_named(table, quotes->utterances.items[quote->utterance].rule);
    int32_t words = weigh(table, NR_SURE_WORDS, quote, rule);
    if (surety == NR_SURE_WORDS) {
        return chance_of(words);
    }
    int32_t speaker = weigh(table, NR_SURE_SPEAKER, quote, rule);
    uint8_t chance = chance_of(speaker < words ? speaker : words);
    if (quote->evidence.pronoun) {
        chance = (uint8_t)((chance * table->pronoun + 50) / 100);
    }
    return chance;
}
