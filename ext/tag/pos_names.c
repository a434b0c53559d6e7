/* tag/pos_names.c: what parts of speech are called. By itself, for programs of the build.
 */
#include "tag/pos.h"

const char *const nr_pos_names[NR_POS_COUNT] = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};
