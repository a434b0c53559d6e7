/* family/kin.h: what is at work while families are found: the texts, each once.
 *
 *     kin.c          the texts, and which of them are one
 *     candidates.c   which may be the same, by the runs of words that they have in common
 *     decide.c       which family each belongs to
 *     families.c     follows the links from what is unsettled
 *     rows.c         the statements */
#ifndef NR_FAMILY_KIN_H
#define NR_FAMILY_KIN_H

#include "base/map.h"
#include "family/rows.h"

/* A text: all rows of one key. */
struct nr_kin {
    char key[NR_KEY_BYTES];
    bool queued;     /* its links are looked for */
    bool done;       /* and found */
    bool has_family; /* the row has, until now */
    bool only_row;   /* there is one row with these words */
    bool posted;     /* its shingles are in the table already */
    uint32_t number; /* its place in families->kin */
    uint32_t parent; /* another of the same family; itself: none further up */
    uint32_t weight; /* the longer, the more */

    int64_t id; /* of a row of this text */
    const struct nr_quote_words *words;
    const struct nr_sketch *sketch;
    const uint32_t *shingles; /* [shingle_count] */
    uint32_t shingle_count;

    const int64_t *candidates; /* [candidate_count] rows that may be linked */
    uint32_t candidate_count;
};

/* The first was cut from the second. */
struct nr_cutting {
    uint32_t part;
    uint32_t whole;
};

struct nr_families {
    struct nr_reuse *reuse;
    enum nr_reuse_kind kind;
    struct nr_failure *failure;
    struct nr_arena arena;
    struct nr_map texts; /* by key */
    struct nr_map rows;  /* texts by id */
    NR_LIST(struct nr_kin *) kin;
    NR_LIST(struct nr_cutting) cuttings;
    NR_LIST(uint32_t) queue; /* numbers of texts whose links are looked for */
};

static inline bool nr_families_work(const struct nr_families *families)
{
    return families->failure->code == SQLITE_OK && families->arena.status == NR_OK;
}

/* The text of a row. NULL: there is no such row any more, or a failure. */
struct nr_kin *nr_kin_of_id(struct nr_families *families, int64_t id);

/* Which number stands for all that are one with this text; and makes two one. */
uint32_t nr_kin_top(const struct nr_families *families, uint32_t number);
void nr_kin_join(const struct nr_families *families, uint32_t a, uint32_t b);

#endif
