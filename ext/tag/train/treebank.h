/* tag/train/treebank.h: texts whose tokens, parts of speech and lemmas are known. */
#ifndef NR_TAG_TRAIN_TREEBANK_H
#define NR_TAG_TRAIN_TREEBANK_H

#include "tag/train/trainer.h"

struct treebank_token {
    struct nr_chars form;
    struct nr_chars lemma;
    uint8_t pos; /* enum nr_pos */
};

/* One document. The text's tokens are exactly the treebank's, with a space between. */
struct treebank_text {
    struct nr_text text;
    struct treebank_token *tokens; /* [text.tokens.count] */
    uint8_t *labels;               /* [text.tokens.count] their parts of speech */
};

struct treebank {
    struct nr_arena *arena;
    NR_LIST(struct treebank_text) texts;
    NR_LIST(struct treebank_token) draft; /* of the document that is being read */
    NR_LIST(uint32_t) ends;               /* of its sentences, in tokens */
};

/* Appends the documents of CORPORA/file. A line is form, lemma, part of speech and more,
 * with tabs between; an empty one ends a sentence, "# doc" begins a document. */
bool treebank_read(struct trainer *trainer, struct treebank *bank, const char *file);

#endif
