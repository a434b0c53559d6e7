/* tables/unwritten.c: stands in for tables of names whose rooms are not finished; goes
 * when they are. Weak, so that the real ones replace them without a word. */
#include "quote/quote.h"

#define WEAK __attribute__((weak))

WEAK const char *const nr_quote_kind_names[3] = {"direct", "mixed", "indirect"};
WEAK const char *const nr_verdict_names[NR_VERDICT_COUNT] = {
    "quote", "title", "nickname", "scare", "heading", "unclosed"};
WEAK const char *const nr_mention_names[4] = {"name", "nominal", "pronoun", "value"};
WEAK const char *const nr_basis_names[4] = {NULL, "pronoun", "title", "name"};
WEAK const char *const nr_block_names[NR_BLOCK_KIND_COUNT] = {
    "headline", "standfirst", "byline",     "dateline",   "subhead",   "caption",
    "credit",   "list_item",  "pull_quote", "correction", "paragraph", "boilerplate"};
