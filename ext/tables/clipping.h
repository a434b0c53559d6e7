/* tables/clipping.h: one article, cut out and kept: its text, what is known of it so far,
 * and what SQL needs to show it.
 *
 * Counted by reference. Cursors hold one while they walk over it, the session holds the
 * last few (session.h), and so does every SQL value that came out of a table's
 * article_text column: it is the clipping's own bytes, lent. So a table that is given
 * another table's article_text knows the article by its address, and a join of two tables
 * over one large article stays linear:
 *
 *     FROM extract_quotes(?1) AS q JOIN article_mentions(q.article_text) AS m
 *       ON m.quote_no = q.quote_no
 */
#ifndef NR_TABLES_CLIPPING_H
#define NR_TABLES_CLIPPING_H

#include "article.h"
#include "tables/options.h"
#include "tables/request.h"
#include "text/utf8.h"

struct nr_session;
struct nr_table;

/* Rows of a table by the value of one of its columns, so that EQ on it is a look-up: rows
 * of value v are order[starts[v]..starts[v + 1]), in the order of rows. */
struct nr_index {
    const struct nr_table *table;
    int column;
    uint32_t values;  /* the largest value + 1 */
    uint32_t *starts; /* [values + 1] */
    uint32_t *order;  /* [rows] */
};

struct nr_clipping {
    struct nr_article article;
    struct nr_session *session;       /* that lists it, or NULL */
    struct nr_options *options;       /* what article_options says, or NULL */
    struct nr_request request;        /* the arguments, copied */
    struct nr_chars_index characters; /* made with the first stage */
    NR_LIST(struct nr_index) indexes;
    uint32_t references;
    bool kept; /* one of the references is the session's */
    struct nr_clipping *next;
    struct nr_clipping *previous;
    size_t size;  /* of this struct with bytes */
    char bytes[]; /* the text, ended by 0; then the other arguments */
};

/* A clipping with nothing analysed yet and one reference, which holds a copy of what the
 * request points to; NULL: out of memory, or stopped while copying. */
struct nr_clipping *nr_clipping_open(const struct nr_host *host,
                                     const struct nr_request *request,
                                     struct nr_failure *failure);
void nr_clipping_release(struct nr_clipping *clipping); /* NULL is fine */

/* Bytes that it holds, results included. */
size_t nr_clipping_size(const struct nr_clipping *clipping);

/* The index of a column, made when it is first asked for; NULL on failure. */
const struct nr_index *nr_clipping_index(struct nr_clipping *clipping,
                                         const struct nr_table *table, int column,
                                         struct nr_failure *failure);

/* Gives the text as the result, without copying it. */
void nr_clipping_text_result(struct nr_clipping *clipping, sqlite3_context *context);

/* The sentence that holds a byte, or the one before it; NR_NONE where there is none. */
uint32_t nr_clipping_sentence(const struct nr_clipping *clipping, uint32_t byte);

/* The quote (a row of extract_quotes) that a stretch lies in, or NR_NONE. */
uint32_t nr_clipping_quote(const struct nr_clipping *clipping, struct nr_span span);

#endif
