/* bench/queries.h: queries that are both timed and watched for memory. */
#ifndef NR_BENCH_QUERIES_H
#define NR_BENCH_QUERIES_H

struct query {
    const char *name;
    const char *sql;
};

/* Rows of a table of queries. The last: the rows of one table, then those of the other,
 * of one analysis. */
#define WHOLE_TABLES                                                                     \
    {"extract_quotes, every column",                                                     \
     "SELECT q.* FROM articles AS a, extract_quotes(a.body) AS q"},                      \
        {"article_entities, every column",                                               \
         "SELECT e.* FROM articles AS a, article_entities(a.body) AS e"},                \
    {                                                                                    \
        "both, every column, one query",                                                 \
            "SELECT q.*, e.* FROM articles AS a CROSS JOIN (VALUES (0), (1)) AS k "      \
            "LEFT JOIN extract_quotes(iif(k.column1 = 0, a.body, NULL)) AS q "           \
            "LEFT JOIN article_entities(iif(k.column1 = 1, a.body, NULL)) AS e"          \
    }

#endif
