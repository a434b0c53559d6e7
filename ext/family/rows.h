/* family/rows.h: the rows behind family.h, for family.c and families.c. */
#ifndef NR_FAMILY_ROWS_H
#define NR_FAMILY_ROWS_H

#include "family/family.h"
#include "reuse/reuse.h"

/* Statements, for quotes and for articles: see rows.c. */
enum nr_reuse_statement {
    NR_REUSE_POSTINGS_FROM, /* ?1 shingle -> shingle, id, among, from there on */
    NR_REUSE_POST,          /* ?1 shingle, ?2 id, ?3 among */
    NR_REUSE_UNPOST,        /* ?1 shingle, ?2 id */
    NR_REUSE_COUNT,         /* ?1 shingle, ?2 how many -> how many have it, up to that */
    NR_REUSE_UNSETTLE_WITH, /* ?1 shingle: those that have it */
    NR_REUSE_IS_POSTED,     /* ?1 shingle, ?2 key -> 1 where a row of the key has it */
    NR_REUSE_SAME_KEY,      /* ?1 key, ?2 id -> another row of that key */
    NR_REUSE_ELSEWHERE,     /* ?1 key, ?2 article -> a row of that key in another one */
    NR_REUSE_OF_ARTICLE,    /* ?1 article -> id */
    NR_REUSE_ROW,           /* ?1 id -> see nr_reuse_read_row() */
    NR_REUSE_IN_OTHERS,     /* ?1 key, ?2 key -> 1 where the first is in another article
                               than some row of the second */
    NR_REUSE_SET_FAMILY,    /* ?1 family or NULL, ?2 key */
    NR_REUSE_FIRST,         /* ?1 family -> its first article; articles only, as those
                               that follow */
    NR_REUSE_SET_FIRST,     /* ?1 family, ?2 article */
    NR_REUSE_SET_ALONE,     /* ?1 key: duplicates of none */
    NR_REUSE_INSERT,        /* ?1 article, ?2 key, ?3 sketch, ?4 runs */
    NR_REUSE_FORGET,        /* ?1 article: its sketch */
    NR_REUSE_RESET,         /* ?1 article: a duplicate of none */
    NR_REUSE_UNSETTLE,      /* ?1 kind, ?2 id; as all from here the same for both */
    NR_REUSE_UNSETTLED,     /* ?1 kind -> id */
    NR_REUSE_SETTLED,       /* ?1 kind */
    NR_REUSE_IS_COMMON,     /* ?1 shingle -> 1 */
    NR_REUSE_SET_COMMON,    /* ?1 shingle */
    NR_REUSE_UNSET_COMMON,  /* ?1 shingle */
    NR_REUSE_STATEMENT_COUNT
};
_Static_assert((int)NR_REUSE_STATEMENT_COUNT <= (int)NR_REUSE_STATEMENTS, "room for all");

/* Less says too little to tell where it comes from: letters of a quote ("Thank you very
 * much" has 16), runs of words of an article. */
enum { NR_REUSE_QUOTE_LETTERS = 20, NR_REUSE_ARTICLE_RUNS = 16 };

/* A row as it is compared: its text is the statement's, until that is stepped on. */
struct nr_reuse_row {
    int64_t id;
    const char *key; /* [NR_KEY_BYTES] */
    bool has_family;
    const char *words; /* of a quote */
    size_t size;
    struct nr_sketch sketch; /* of an article */
};

/* Ready to be bound; NULL on failure, and where there is none for this kind. */
sqlite3_stmt *nr_reuse_statement(struct nr_reuse *reuse, enum nr_reuse_kind kind,
                                 enum nr_reuse_statement which,
                                 struct nr_failure *failure);

/* The row of an id; reset the statement when done with it. NULL: there is none any more,
 * or it has no key. */
sqlite3_stmt *nr_reuse_read_row(struct nr_reuse *reuse, enum nr_reuse_kind kind,
                                int64_t id, struct nr_reuse_row *row,
                                struct nr_failure *failure);

/* By which numbers a row is found; false: it says too little to be looked for. *words: of
 * a quote, in the arena. */
bool nr_reuse_shingles(struct nr_arena *arena, const struct nr_reuse_row *row,
                       enum nr_reuse_kind kind, const struct nr_quote_words **words,
                       struct nr_shingles *shingles);

/* Writes down that a row is to be looked at. */
int nr_reuse_unsettle(struct nr_reuse *reuse, enum nr_reuse_kind kind, int64_t id,
                      struct nr_failure *failure);

/* Whether a run of words is written down as one that is everywhere, and that it is so, or
 * is no more. */
bool nr_reuse_is_common(struct nr_reuse *reuse, enum nr_reuse_kind kind, uint32_t shingle,
                        struct nr_failure *failure);
int nr_reuse_set_common(struct nr_reuse *reuse, enum nr_reuse_kind kind, uint32_t shingle,
                        bool common, struct nr_failure *failure);

/* All texts that have it are looked at anew. */
int nr_reuse_unsettle_with(struct nr_reuse *reuse, enum nr_reuse_kind kind,
                           uint32_t shingle, struct nr_failure *failure);

#endif
