/* quote/sure.h: how sure is a row? The chance that its words are reported ones, and the
 * chance that they are its speaker's, in hundredths.
 *
 * Read off by a table that was fitted to news in which people marked who said what
 * (tag/train/sure.c): what the model's margins, the kind of quote and the rule are worth,
 * added up. */
#ifndef NR_QUOTE_SURE_H
#define NR_QUOTE_SURE_H

#include "quote/quote.h"

enum nr_surety {
    NR_SURE_WORDS,   /* at least half of the words are reported */
    NR_SURE_SPEAKER, /* at least half of them are this speaker's */
    NR_SURE_COUNT
};

enum {
    NR_UNSURE = 255,    /* nothing is known: not the model's language */
    NR_SURE_UNIT = 256, /* weights are in these parts of a logit */
    NR_SURE_CUTS = 7,
    NR_SURE_BINS = NR_SURE_CUTS + 2 /* between the cuts; the last: there is no margin */
};

struct nr_sure_rule {
    const char *name; /* as in nr_rules */
    int16_t weights[NR_SURE_COUNT];
};

struct nr_sure_table {
    int16_t cuts[NR_MARGIN_COUNT][NR_SURE_CUTS]; /* rising: a bin begins at each */
    int16_t base[NR_SURE_COUNT];
    int16_t margins[NR_SURE_COUNT][NR_MARGIN_COUNT][NR_SURE_BINS]; /* never falling */
    int16_t kinds[NR_SURE_COUNT][3]; /* enum nr_quote_kind */
    uint8_t
        pronoun; /* so many of a hundred pronouns that were named got the right name */
    const struct nr_sure_rule *rules; /* one that is not here weighs nothing */
    uint32_t rule_count;
};
extern const struct nr_sure_table nr_sure_table; /* the library's own */

/* What the model saw of a text. */
struct nr_sighting {
    const struct nr_text *text;
    const uint8_t *labels;  /* [tokens] enum nr_speech_label */
    const int16_t *margins; /* [tokens] by how much each label won */
};

/* The evidence for a row of tokens [first, end), whose utterance has its cue and source.
 * Linear in the row. */
struct nr_evidence nr_evidence_of(const struct nr_sighting *sighting,
                                  const struct nr_utterance *utterance, uint32_t first,
                                  uint32_t end);

/* Is the source one word, and that a pronoun? */
bool nr_source_is_pronoun(const struct nr_text *text, const struct nr_utterance *said);

/* The bin of a margin among its cuts. */
uint32_t nr_sure_bin(const int16_t *cuts, int16_t margin);

/* The chance for a row of quotes, 0 to 100, or NR_UNSURE. The speaker's is never above
 * that of the words; of a row without a source it means nothing. */
uint8_t nr_sure_by(const struct nr_sure_table *table, enum nr_surety surety,
                   const struct nr_quotes *quotes, uint32_t row);
static inline uint8_t nr_sure(enum nr_surety surety, const struct nr_quotes *quotes,
                              uint32_t row)
{
    return nr_sure_by(&nr_sure_table, surety, quotes, row);
}

#endif
