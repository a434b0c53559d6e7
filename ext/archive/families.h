/* archive/families.h: the texts that are looked at while families are found, for
 * families.c and candidates.c. */
#ifndef NR_ARCHIVE_FAMILIES_H
#define NR_ARCHIVE_FAMILIES_H

#include "archive/reuse_rows.h"
#include "base/map.h"

/* A text, or a whole family of them. */
struct nr_kin {
    char key[NR_KEY_BYTES]; /* of a text; what a family is called */
    bool is_family;
    bool known;      /* its links are: it is a family, or a text that has one */
    bool wanted;     /* a text whose family is to be written down */
    bool only_row;   /* there is one row with these words */
    bool posted;     /* its shingles are in the table already */
    uint32_t number; /* its place in families->kin */
    uint32_t parent; /* another of the same family; itself: none further up */

    int64_t id; /* of a row of this text */
    const struct nr_quote_words *words;
    const struct nr_sketch *sketch;
    const uint32_t *shingles; /* [shingle_count] */
    uint32_t shingle_count;

    const int64_t *candidates; /* [candidate_count] rows that may be linked */
    uint32_t candidate_count;
};

struct nr_families {
    struct nr_reuse *reuse;
    enum nr_reuse_kind kind;
    struct nr_failure *failure;
    struct nr_arena arena;
    struct nr_map texts; /* by key */
    struct nr_map names; /* of families */
    struct nr_map rows;  /* texts by id */
    NR_LIST(struct nr_kin *) kin;
    NR_LIST(uint32_t) queue; /* numbers of texts whose links are to be found */
};

static inline bool nr_families_work(const struct nr_families *families)
{
    return families->failure->code == SQLITE_OK && families->arena.status == NR_OK;
}

/* Finds the candidates of the texts in the queue from place `first` on, and puts their
 * shingles into the table where they are not posted. True: a run of words has come to be
 * everywhere, so families were dissolved and what is unsettled is more. */
bool nr_candidates_find(struct nr_families *families, uint32_t first);

#endif
