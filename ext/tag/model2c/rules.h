/* tag/model2c/rules.h: the file of what was learned of lemmas. A head for people as a
 * model's (file.h), then a line for each rule, in order:
 *
 *     newsroom lemmas 1
 *     corpora pos/gum-train.tsv
 *     options ...
 *     figures ...
 *     rules 1200 bytes 24000
 *     checksum 0123456789abcdef
 *
 *     ending     VERB   -      ies   3   y
 *     beside     PRON   NOUN   her   0
 *     capital    ADJ    4      an    1
 *
 * with tabs between: kind, part of speech, what is beside it, the word or ending (empty:
 * any), how many bytes are dropped, what is added.
 *
 * For programs (the trainer, lemma2c): what fails ends the program. */
#ifndef NR_TAG_MODEL2C_RULES_H
#define NR_TAG_MODEL2C_RULES_H

#include "tag/lemma.h"
#include "tag/model2c/file.h"

enum { NR_LEMMA_VERSION = 1 };

struct lemma_rule {
    enum nr_lemma_kind kind;
    uint8_t tag;
    uint8_t beside;          /* as nr_lemma_key() takes it */
    uint16_t drop;           /* as in struct nr_lemma_edit */
    struct nr_chars pattern; /* a word or an ending, folded */
    struct nr_chars added;
};

void lemma_rules_write(const char *path, const struct lemma_rule *rules, uint32_t count,
                       const struct model_story *story);
/* A table in memory of its own, which lives as long as the program. NULL, and what is
 * wrong in fault. */
const struct nr_lemma_table *lemma_rules_read(const char *path, const char **fault);

#endif
