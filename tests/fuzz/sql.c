/* sql.c: any values as the arguments of every table and function: no crash, no leak, no
 * broken statement.
 *
 * An input is fields with 0x1E between them. The first byte of the first field chooses a
 * query, its second byte the types of the values bound: text, BLOB, integer, real, NULL.
 * Then ?1 the article, ?2 published, ?3 options, ?4 and ?5 a start and a length. */
#include "fuzz/fuzz.h"

#include "newsroom.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIELDS = 6, SEPARATOR = 0x1E };

static const char *const queries[] = {
    "SELECT * FROM extract_quotes(?1, ?2, ?3)",
    "SELECT * FROM article_entities(?1, ?2, ?3)",
    "SELECT * FROM article_mentions(?1, ?2, ?3)",
    "SELECT * FROM article_marks(?1, ?2, ?3)",
    "SELECT * FROM article_blocks(?1, ?2, ?3)",
    "SELECT * FROM article_sentences(?1, ?2, ?3)",
    "SELECT * FROM article_tokens(?1, ?2, ?3)",
    "SELECT extract_quotes(?1, ?2, ?3), article_entities(?1, ?2, ?3)",
    "SELECT json_valid(extract_quotes(?1, ?2, ?3))",
    "SELECT article_context(?1, ?4, ?5), article_context(?1, ?4, ?5, ?2)",
    "SELECT article_language(?1), newsroom_version()",
    "SELECT article_context(?1, q.start, q.length) FROM extract_quotes(?1, ?2, ?3) AS q",
    ("SELECT q.quote, s.sentence FROM extract_quotes(?1) AS q JOIN article_sentences(?1) "
     "AS s ON s.sentence_no = q.sentence_no WHERE s.block_no = ?4"),
    "SELECT * FROM article_tokens(?1) AS t WHERE t.sentence_no = ?4 OR t.rowid = ?5",
    ("SELECT * FROM extract_quotes(?1) AS q WHERE q.quote_no IN (?4, ?5) AND q.entity_no "
     "= ?2"),
    ("SELECT e.name, count(*) FROM article_entities(?1) AS e LEFT JOIN "
     "extract_quotes(?1, "
     "NULL, ?3) AS q ON q.entity_no = e.entity_no GROUP BY e.name"),
    ("SELECT * FROM (SELECT ?1 AS body UNION ALL SELECT ?3) AS a, "
     "article_mentions(a.body) AS m WHERE m.mention_no = ?4 ORDER BY m.start DESC LIMIT "
     "20"),
    "SELECT * FROM article_entities(?1) AS e WHERE e.entity_no = ?4 AND e.rowid = ?5",
    "SELECT article_html(?1, ?2, ?3), article_ansi(?1, ?2, ?3)",
    ("SELECT article_plain(?1), article_plain(article_html(?1, ?2, ?3)), "
     "extract_quotes(article_plain(?1))"),
    "SELECT * FROM article_dates(?1, ?2, ?3)",
    ("SELECT d.value, d.day_start FROM article_dates(?1, ?2) AS d WHERE d.sentence_no = "
     "?4 OR d.quote_no = ?5"),
    "SELECT quote_key(?1), quote_similarity(?1, ?2)",
    "REPLACE INTO articles(id, title, body) VALUES(abs(?4 % 7), ?2, ?1)",
    "SELECT newsroom_index('articles', 'body', ?3)",
    "SELECT newsroom_index(?1, ?2, ?3)",
    "SELECT newsroom_refresh('articles', ?3)",
    "SELECT * FROM newsroom_refresh(?1, ?3)",
    "SELECT * FROM newsroom_check('articles', ?3)",
    "SELECT newsroom_unindex('articles', ?3)",
    "SELECT quote_key(?1), quote_similarity(?1, ?2), quote_similarity(?3, ?1)",
};

struct field {
    const char *bytes;
    size_t length;
};

static void bind_field(sqlite3_stmt *statement, int at, struct field field, unsigned type)
{
    int length = (int)field.length;
    switch (type % 8) {
    case 1:
        sqlite3_bind_blob(statement, at, field.bytes, length, SQLITE_TRANSIENT);
        break;
    case 2:
        sqlite3_bind_null(statement, at);
        break;
    case 3:
        sqlite3_bind_double(statement, at, (double)field.length * 1.5 - 3);
        break;
    case 4:
        sqlite3_bind_int64(statement, at, (sqlite3_int64)field.length - 2);
        break;
    default:
        sqlite3_bind_text(statement, at, field.bytes, length, SQLITE_TRANSIENT);
    }
}

/* SQLite's own numbers out of a field's text, so that starts and lengths take any value.
 */
static void bind_number(sqlite3_stmt *statement, int at, struct field field)
{
    char digits[24] = {0};
    memcpy(digits, field.bytes, field.length < 23 ? field.length : 23);
    sqlite3_bind_int64(statement, at, strtoll(digits, NULL, 10));
}

static void read_rows(sqlite3_stmt *statement)
{
    int rows = 0;
    while (sqlite3_step(statement) == SQLITE_ROW && rows++ < 10000) {
        for (int i = 0; i < sqlite3_column_count(statement); i++) {
            (void)sqlite3_column_text(statement, i);
            (void)sqlite3_column_bytes(statement, i);
        }
    }
}

static void cut_fields(const uint8_t *data, size_t size, struct field *fields)
{
    const char *at = (const char *)data;
    const char *end = at + size;
    for (int i = 0; i < FIELDS; i++) {
        const char *stop = at < end ? memchr(at, SEPARATOR, (size_t)(end - at)) : NULL;
        stop = stop != NULL ? stop : end;
        fields[i] = (struct field){at, (size_t)(stop - at)};
        at = stop < end ? stop + 1 : end;
    }
}

/* One connection for all inputs, so that its cache of articles and its archive are tried
 * too. */
static sqlite3 *connection(void)
{
    static sqlite3 *db;
    if (db == NULL) {
        sqlite3_auto_extension((void (*)(void))sqlite3_newsroom_init);
        if (sqlite3_open(":memory:", &db) != SQLITE_OK) {
            abort();
        }
        sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 10 * 1000 * 1000);
        sqlite3_exec(
            db, "CREATE TABLE articles(id INTEGER PRIMARY KEY, title TEXT, body TEXT)",
            NULL, NULL, NULL);
    }
    return db;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct field fields[FIELDS];
    sqlite3_stmt *statement = NULL;
    sqlite3 *db = connection();
    if (size == 0) {
        return 0;
    }
    cut_fields(data, size, fields);
    unsigned choice = data[0] % (sizeof queries / sizeof queries[0]);
    unsigned types = fields[0].length > 1 ? data[1] : 0;
    if (sqlite3_prepare_v2(db, queries[choice], -1, &statement, NULL) != SQLITE_OK) {
        printf("%s: %s\n", queries[choice], sqlite3_errmsg(db));
        fflush(stdout);
        abort();
    }
    bind_field(statement, 1, fields[1], types & 7);
    bind_field(statement, 2, fields[2], types >> 3 & 7);
    bind_field(statement, 3, fields[3], types >> 6);
    bind_number(statement, 4, fields[4]);
    bind_number(statement, 5, fields[5]);
    read_rows(statement);
    sqlite3_finalize(statement);
    return 0;
}
