/* family/family.h: the same quote in several outlets, and the same article: what is kept
 * of both up to date.
 *
 * newsroom_quotes.family is the smallest quote_key of all quotes that are one and the
 * same, cut or reworded, where they stand in two articles at least;
 * newsroom_articles.duplicate_of is the first of all articles of nearly the same words.
 * Both depend on what is in the archive and not on how it came there.
 *
 *     nr_reuse_remove_quotes(reuse, article)   before the quotes of one are deleted
 *     nr_reuse_remove_article(reuse, article)  before an article is
 *     nr_reuse_add_quote(reuse, ...)   after a quote was inserted, with its quote_key
 *     nr_reuse_put_article(...)        after an article was inserted, or changed
 *     nr_reuse_settle(reuse)           at the end, or when nr_reuse_is_due()
 *
 * Until it is settled nothing is lost: what is to be done is written down in
 * newsroom_unsettled.
 */
#ifndef NR_FAMILY_FAMILY_H
#define NR_FAMILY_FAMILY_H

#include "archive/archive.h"

/* Two kinds of texts are compared in the same way. */
enum nr_reuse_kind { NR_REUSE_QUOTES, NR_REUSE_ARTICLES, NR_REUSE_KINDS };

enum {
    NR_REUSE_STATEMENTS = 32,
    NR_REUSE_COMMON = 50, /* different texts that have a run of words, at most: beyond,
                              it is everywhere and tells nothing */
    NR_REUSE_DUE = 20000  /* rows: what a settling should have in memory at once */
};

/* What a refresh keeps from its first article to its last. */
struct nr_reuse {
    const struct nr_archive *archive;
    sqlite3_stmt *statements[NR_REUSE_KINDS][NR_REUSE_STATEMENTS];
    uint32_t unsettled; /* rows written down by this one since it was last settled */
    uint32_t common;    /* NR_REUSE_COMMON; less for tests */
};

void nr_reuse_open(struct nr_reuse *reuse, const struct nr_archive *archive);
void nr_reuse_close(struct nr_reuse *reuse);

/* The row is inserted already: newsroom_quotes.id, and how many letters nr_quote_key()
 * counted. */
int nr_reuse_add_quote(struct nr_reuse *reuse, int64_t id, uint32_t letters,
                       struct nr_failure *failure);

/* size <= NR_TEXT_LIMIT. stays: it is there already, of the same day; then what was kept
 * of it makes room, unless its words are the same. */
int nr_reuse_put_article(struct nr_reuse *reuse, sqlite3_value *article, const char *body,
                         size_t size, bool stays, struct nr_failure *failure);

/* The article's rows are still there. */
int nr_reuse_remove_quotes(struct nr_reuse *reuse, sqlite3_value *article,
                           struct nr_failure *failure);
int nr_reuse_remove_article(struct nr_reuse *reuse, sqlite3_value *article,
                            struct nr_failure *failure);

/* Finds the families of all that came and went. Within a savepoint of the caller's. */
int nr_reuse_settle(struct nr_reuse *reuse, struct nr_failure *failure);

/* Whether so much is unsettled that it should not become more. */
static inline bool nr_reuse_is_due(const struct nr_reuse *reuse)
{
    return reuse->unsettled >= NR_REUSE_DUE;
}

#endif
