/* archive/store.c: see store.h.
 *
 * A row is what the table functions give, cell by cell; only where it starts is counted
 * anew, in the title or in the body (the field), since both were analysed as one text. */
#include "archive/store.h"

#include "archive/people.h"
#include "archive/statement.h"
#include "reuse/reuse.h"
#include "tables/functions.h"
#include "tables/json.h"
#include "tables/table.h"
#include "text/language.h"

#include <string.h>

static const struct shelf {
    const char *name;
    const struct nr_table *table;
} shelves[NR_SHELVES] = {
    [NR_SHELF_ENTITIES] = {"newsroom_entities", &nr_table_entities},
    [NR_SHELF_QUOTES] = {"newsroom_quotes", &nr_table_quotes},
    [NR_SHELF_MENTIONS] = {"newsroom_mentions", &nr_table_mentions},
    [NR_SHELF_DATES] = {"newsroom_dates", &nr_table_dates},
};
const char *const nr_shelf_names[NR_SHELVES] = {"newsroom_entities", "newsroom_quotes",
                                                "newsroom_mentions", "newsroom_dates"};

/* Parameters of a shelf's row: ?1 the article, ?2 the field, then the columns. */
enum { BOUND_ARTICLE = 1, BOUND_FIELD, BOUND_COLUMNS };

/* Places in store->statements. */
enum {
    INSERT_ROW,
    FIND_ROW = INSERT_ROW + NR_SHELVES,
    COUNT_ROWS = FIND_ROW + NR_SHELVES,
    OTHERS = COUNT_ROWS + NR_SHELVES,
};

static const char *const statements[] = {
#define PUT_ARTICLE (OTHERS + 0)
    "INSERT INTO newsroom_articles(article, title, published, day, outlet, url, "
    "language, "
    "words, quotes, error, hash, version) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
    "?10, "
    "?11, ?12) ON CONFLICT(article) DO UPDATE SET title = excluded.title, "
    "published = excluded.published, day = excluded.day, outlet = excluded.outlet, "
    "url = excluded.url, language = excluded.language, words = excluded.words, "
    "quotes = excluded.quotes, error = excluded.error, hash = excluded.hash, "
    "version = excluded.version, speakers = 0",
#define COUNT_SPEAKERS (OTHERS + 1)
    "UPDATE newsroom_articles SET speakers = (SELECT count(DISTINCT speaker) FROM "
    "newsroom_quotes WHERE article = ?1) WHERE article = ?1",
#define FORGET_WORDS (OTHERS + 2)
    "INSERT INTO newsroom_quotes_text([newsroom_quotes_text], rowid, quote, speaker) "
    "SELECT 'delete', id, quote, speaker FROM newsroom_quotes WHERE article = ?1",
#define PUT_WORDS (OTHERS + 3)
    "INSERT INTO newsroom_quotes_text(rowid, quote, speaker) SELECT id, quote, speaker "
    "FROM newsroom_quotes WHERE article = ?1",
#define DELETE_QUOTES (OTHERS + 4)
    "DELETE FROM newsroom_quotes WHERE article = ?1",
#define DELETE_MENTIONS (OTHERS + 5)
    "DELETE FROM newsroom_mentions WHERE article = ?1",
#define DELETE_DATES (OTHERS + 6)
    "DELETE FROM newsroom_dates WHERE article = ?1",
#define DELETE_ENTITIES (OTHERS + 7)
    "DELETE FROM newsroom_entities WHERE article = ?1",
#define DELETE_ARTICLE (OTHERS + 8)
    "DELETE FROM newsroom_articles WHERE article = ?1",
#define TOUCH_PEOPLE (OTHERS + 9)
    nr_people_touch_sql,
};

/* ---- Statements ---- */

/* "INSERT INTO t(article, field, "a", "b") VALUES(?1, ...)", or the same as a question:
 * "SELECT count(*) FROM t WHERE article IS ?1 AND ... ". */
static char *row_sql(const struct shelf *shelf, bool insert)
{
    const struct nr_table *table = shelf->table;
    bool id = insert && table == &nr_table_quotes;
    sqlite3_str *sql = sqlite3_str_new(NULL);
    sqlite3_str_appendf(
        sql,
        insert ? "INSERT INTO %s(article, field"
               : "SELECT count(*) FROM %s WHERE article IS ?1 AND field IS ?2",
        shelf->name);
    for (int i = 0; i < table->column_count; i++) {
        if (insert) {
            sqlite3_str_appendf(sql, ", \"%w\"", table->columns[i].name);
        } else {
            sqlite3_str_appendf(sql, " AND \"%w\" IS ?%d", table->columns[i].name,
                                BOUND_COLUMNS + i);
        }
    }
    if (insert) {
        sqlite3_str_appendf(sql, "%s) VALUES(", id ? ", id, quote_key" : "");
        for (int i = 1; i < BOUND_COLUMNS + table->column_count + 2 * id; i++) {
            sqlite3_str_appendf(sql, "%s?%d", i > 1 ? ", " : "", i);
        }
        sqlite3_str_appendall(sql, ")");
    }
    return sqlite3_str_finish(sql);
}

static char *statement_sql(int which)
{
    if (which < FIND_ROW) {
        return row_sql(&shelves[which - INSERT_ROW], true);
    }
    if (which < COUNT_ROWS) {
        return row_sql(&shelves[which - FIND_ROW], false);
    }
    if (which < OTHERS) {
        return sqlite3_mprintf("SELECT count(*) FROM %s WHERE article = ?1",
                               shelves[which - COUNT_ROWS].name);
    }
    return sqlite3_mprintf("%s", statements[which - OTHERS]);
}

static sqlite3_stmt *statement(struct nr_store *store, int which,
                               struct nr_failure *failure)
{
    if (store->statements[which] == NULL && failure->code == SQLITE_OK) {
        char *sql = statement_sql(which);
        if (sql == NULL) {
            nr_fail(failure, SQLITE_NOMEM, NULL);
        } else {
            store->statements[which] = nr_sql_prepare(store->archive, sql, failure);
        }
        sqlite3_free(sql);
    }
    return failure->code == SQLITE_OK ? store->statements[which] : NULL;
}

/* Runs a statement whose only parameter is the article. */
static void run(struct nr_store *store, int which, const struct nr_piece *piece,
                struct nr_failure *failure)
{
    sqlite3_stmt *prepared = statement(store, which, failure);
    if (prepared != NULL) {
        sqlite3_bind_value(prepared, 1, piece->key);
        nr_sql_run(store->archive, prepared, failure);
    }
}

int nr_store_open(struct nr_store *store, const struct nr_archive *archive,
                  struct nr_failure *failure)
{
    *store = (struct nr_store){.archive = archive};
    nr_reuse_open(&store->reuse, archive);
    store->last_rowid = sqlite3_last_insert_rowid(archive->db);
    store->next_quote = nr_sql_number(
        archive, "SELECT coalesce(max(id), 0) + 1 FROM newsroom_quotes", 1, failure);
    char *sql = sqlite3_mprintf("SELECT count(*) FROM \"%w\".sqlite_schema WHERE name = "
                                "'%q_quotes_text'",
                                archive->schema, archive->prefix);
    if (sql == NULL) {
        return nr_fail(failure, SQLITE_NOMEM, NULL);
    }
    store->full_text = nr_sql_number(archive, sql, 0, failure) > 0;
    sqlite3_free(sql);
    return failure->code;
}

void nr_store_close(struct nr_store *store)
{
    for (size_t i = 0; i < sizeof store->statements / sizeof store->statements[0]; i++) {
        sqlite3_finalize(store->statements[i]);
    }
    nr_reuse_close(&store->reuse);
    if (store->archive != NULL) {
        sqlite3_set_last_insert_rowid(store->archive->db, store->last_rowid);
    }
    *store = (struct nr_store){.archive = NULL};
}

/* ---- One cell ---- */

static int bind_json(sqlite3_stmt *row, int at, const struct nr_cell *cell,
                     const struct nr_clipping *clipping, uint32_t number)
{
    struct nr_json json;
    nr_json_open(&json, sqlite3_db_handle(row));
    cell->as.write(&json, clipping, number);
    int code = json.code;
    if (code == SQLITE_OK) {
        code = sqlite3_bind_text64(row, at, json.bytes, json.length, SQLITE_TRANSIENT,
                                   SQLITE_UTF8);
    }
    nr_json_drop(&json);
    return code;
}

static int bind_cell(sqlite3_stmt *row, int at, const struct nr_cell *cell,
                     const struct nr_clipping *clipping, uint32_t number)
{
    char day[NR_DATE_VALUE];
    char *joined = NULL;
    switch (cell->kind) {
    case NR_CELL_NULL:
        return sqlite3_bind_null(row, at);
    case NR_CELL_NUMBER:
        return sqlite3_bind_int64(row, at, cell->as.number);
    case NR_CELL_HUNDREDTHS:
        return sqlite3_bind_double(row, at, (double)cell->as.number / 100.0);
    case NR_CELL_DAY:
        nr_period_write((int32_t)cell->as.number, 'D', day);
        return sqlite3_bind_text(row, at, day, -1, SQLITE_TRANSIENT);
    case NR_CELL_WORD:
        return sqlite3_bind_text(row, at, cell->as.bytes, -1, SQLITE_STATIC);
    case NR_CELL_TEXT:
        return sqlite3_bind_text64(row, at, cell->as.bytes, cell->length, SQLITE_STATIC,
                                   SQLITE_UTF8);
    case NR_CELL_JOINED:
        joined = nr_cell_join(cell);
        return joined != NULL ? sqlite3_bind_text(row, at, joined, -1, sqlite3_free)
                              : SQLITE_NOMEM;
    case NR_CELL_JSON:
        return bind_json(row, at, cell, clipping, number);
    }
    return SQLITE_OK;
}

/* ---- One row ---- */

static bool is_start(const struct nr_column *column)
{
    size_t length = strlen(column->name);
    return length >= 5 && strcmp(column->name + length - 5, "start") == 0;
}

/* Characters of the text that are the title and the line below it. */
static int64_t title_characters(const struct nr_piece *piece)
{
    return nr_chars_at(&piece->clipping->characters, (uint32_t)piece->title_size);
}

static struct nr_cell cell_at(const struct shelf *shelf, const struct nr_piece *piece,
                              int column, uint32_t number)
{
    return shelf->table->columns[column].cell(piece->clipping, number);
}

/* Is the row's own start in the title? It is the table's column "start". */
static bool in_title(const struct shelf *shelf, const struct nr_piece *piece,
                     uint32_t number)
{
    for (int i = 0; i < shelf->table->column_count; i++) {
        if (strcmp(shelf->table->columns[i].name, "start") == 0) {
            struct nr_cell start = cell_at(shelf, piece, i, number);
            return start.kind == NR_CELL_NUMBER &&
                   start.as.number <= title_characters(piece);
        }
    }
    return false;
}

/* A start counted in the row's own field; where it is in the other, it and the length
 * behind it are NULL. True: it is. */
static bool count_anew(struct nr_cell *start, int64_t title, bool titled)
{
    if (start->kind != NR_CELL_NUMBER) {
        return false;
    }
    if ((start->as.number <= title) != titled) {
        *start = nr_cell_null();
        return true;
    }
    start->as.number -= titled ? 0 : title;
    return false;
}

static int bind_row(sqlite3_stmt *row, const struct shelf *shelf,
                    const struct nr_piece *piece, uint32_t number)
{
    bool titled = piece->title_size > 0 && in_title(shelf, piece, number);
    int64_t title = title_characters(piece);
    int code = sqlite3_bind_value(row, BOUND_ARTICLE, piece->key);
    sqlite3_bind_text(row, BOUND_FIELD, titled ? "title" : "body", -1, SQLITE_STATIC);
    for (int i = 0; i < shelf->table->column_count && code == SQLITE_OK; i++) {
        struct nr_cell cell = cell_at(shelf, piece, i, number);
        bool elsewhere =
            is_start(&shelf->table->columns[i]) && count_anew(&cell, title, titled);
        code = bind_cell(row, BOUND_COLUMNS + i, &cell, piece->clipping, number);
        if (elsewhere && code == SQLITE_OK) {
            i++;
            code = sqlite3_bind_null(row, BOUND_COLUMNS + i);
        }
    }
    return code;
}

/* ---- An article ---- */

static void remove_rows(struct nr_store *store, const struct nr_piece *piece,
                        struct nr_failure *failure)
{
    run(store, TOUCH_PEOPLE, piece, failure);
    nr_reuse_remove(&store->reuse, piece->key, failure);
    if (store->full_text) {
        run(store, FORGET_WORDS, piece, failure);
    }
    run(store, DELETE_QUOTES, piece, failure);
    run(store, DELETE_MENTIONS, piece, failure);
    run(store, DELETE_DATES, piece, failure);
    run(store, DELETE_ENTITIES, piece, failure);
}

static int64_t count_words(const struct nr_text *text)
{
    int64_t words = 0;
    for (uint32_t i = 0; i < text->tokens.count; i++) {
        unsigned char first = (unsigned char)text->bytes[text->tokens.items[i].begin];
        words += first >= 0x80 || (first >= '0' && first <= '9') ||
                 ((first | 32) >= 'a' && (first | 32) <= 'z');
    }
    return words;
}

/* What is known of the article as a whole; its columns from ?4 on are NULL where there is
 * no analysis. */
static void bind_analysis(sqlite3_stmt *row, const struct nr_piece *piece)
{
    enum { DAY = 4, LANGUAGE = 7, WORDS, QUOTES, ERROR };
    const struct nr_clipping *clipping = piece->clipping;
    char day[NR_DATE_VALUE];
    if (piece->failure.code != SQLITE_OK) {
        const char *message = piece->failure.message != NULL
                                  ? piece->failure.message
                                  : sqlite3_errstr(piece->failure.code);
        sqlite3_bind_text(row, ERROR, message, -1, SQLITE_TRANSIENT);
    }
    if (clipping == NULL) {
        return;
    }
    const struct nr_article *article = &clipping->article;
    if (nr_days_are(article->published) &&
        nr_period_write(article->published.first, 'D', day)) {
        sqlite3_bind_text(row, DAY, day, -1, SQLITE_TRANSIENT);
    }
    enum nr_language language = nr_language_of(article->bytes, article->length);
    sqlite3_bind_text(row, LANGUAGE, nr_language_names[language], -1, SQLITE_STATIC);
    sqlite3_bind_int64(row, WORDS, count_words(&article->text));
    sqlite3_bind_int64(row, QUOTES, article->quotes.utterances.count);
}

static void put_article(struct nr_store *store, const struct nr_piece *piece,
                        struct nr_failure *failure)
{
    enum { KEY = 1, TITLE, PUBLISHED, OUTLET = 5, URL, HASH = 11, VERSION };
    sqlite3_stmt *row = statement(store, PUT_ARTICLE, failure);
    if (row == NULL) {
        return;
    }
    sqlite3_clear_bindings(row);
    bind_analysis(row, piece);
    sqlite3_bind_value(row, KEY, piece->key);
    sqlite3_bind_value(row, TITLE, piece->values[NR_SOURCE_TITLE]);
    sqlite3_bind_value(row, PUBLISHED, piece->values[NR_SOURCE_PUBLISHED]);
    sqlite3_bind_value(row, OUTLET, piece->values[NR_SOURCE_OUTLET]);
    sqlite3_bind_value(row, URL, piece->values[NR_SOURCE_URL]);
    sqlite3_bind_int64(row, HASH, piece->hash);
    sqlite3_bind_text(row, VERSION, NR_VERSION, -1, SQLITE_STATIC);
    nr_sql_run(store->archive, row, failure);
}

/* Behind the row's columns: id and quote_key. */
static void put_quote(struct nr_store *store, sqlite3_stmt *row,
                      const struct nr_piece *piece, uint32_t number,
                      struct nr_failure *failure)
{
    enum { QUOTE = 1 }; /* the column */
    const struct shelf *shelf = &shelves[NR_SHELF_QUOTES];
    int id = BOUND_COLUMNS + shelf->table->column_count;
    struct nr_cell words = cell_at(shelf, piece, QUOTE, number);
    char text[NR_KEY_BYTES];
    uint64_t key = 0;
    uint32_t letters =
        words.kind == NR_CELL_TEXT ? nr_quote_key(words.as.bytes, words.length, &key) : 0;
    nr_quote_key_write(key, text);
    sqlite3_bind_int64(row, id, store->next_quote);
    sqlite3_bind_text(row, id + 1, letters > 0 ? text : NULL, -1, SQLITE_STATIC);
    nr_sql_run(store->archive, row, failure);
    nr_reuse_add_quote(&store->reuse, store->next_quote, letters, failure);
    store->next_quote++;
}

static void put_rows(struct nr_store *store, const struct nr_piece *piece,
                     enum nr_shelf which, struct nr_failure *failure)
{
    const struct shelf *shelf = &shelves[which];
    uint32_t rows = shelf->table->rows(piece->clipping);
    sqlite3_stmt *row = statement(store, INSERT_ROW + (int)which, failure);
    for (uint32_t i = 0; i < rows && failure->code == SQLITE_OK; i++) {
        int code = bind_row(row, shelf, piece, i);
        if (code != SQLITE_OK) {
            nr_fail(failure, code, NULL);
        } else if (which == NR_SHELF_QUOTES) {
            put_quote(store, row, piece, i, failure);
        } else {
            nr_sql_run(store->archive, row, failure);
        }
    }
}

int nr_store_put(struct nr_store *store, const struct nr_piece *piece,
                 struct nr_failure *failure)
{
    remove_rows(store, piece, failure);
    if (piece->gone) {
        run(store, DELETE_ARTICLE, piece, failure);
        return failure->code;
    }
    put_article(store, piece, failure);
    if (piece->clipping == NULL) {
        return failure->code;
    }
    for (int i = 0; i < NR_SHELVES && failure->code == SQLITE_OK; i++) {
        put_rows(store, piece, (enum nr_shelf)i, failure);
    }
    run(store, TOUCH_PEOPLE, piece, failure);
    if (store->full_text) {
        run(store, PUT_WORDS, piece, failure);
    }
    run(store, COUNT_SPEAKERS, piece, failure);
    if (failure->code == SQLITE_OK) {
        nr_reuse_add_article(&store->reuse, piece->key, piece->text + piece->title_size,
                             piece->size - piece->title_size, failure);
    }
    return failure->code;
}

/* ---- Comparing ---- */

static int64_t count_kept(struct nr_store *store, const struct nr_piece *piece,
                          enum nr_shelf which, struct nr_failure *failure)
{
    int64_t count = 0;
    sqlite3_stmt *rows = statement(store, COUNT_ROWS + (int)which, failure);
    if (rows != NULL) {
        sqlite3_bind_value(rows, 1, piece->key);
        count = nr_sql_step(store->archive, rows, failure) ? sqlite3_column_int64(rows, 0)
                                                           : 0;
        sqlite3_reset(rows);
    }
    return count;
}

int64_t nr_store_differences(struct nr_store *store, const struct nr_piece *piece,
                             enum nr_shelf which, struct nr_failure *failure)
{
    const struct shelf *shelf = &shelves[which];
    uint32_t rows = piece->clipping != NULL ? shelf->table->rows(piece->clipping) : 0;
    int64_t kept = count_kept(store, piece, which, failure);
    int64_t same = 0;
    sqlite3_stmt *row = statement(store, FIND_ROW + (int)which, failure);
    for (uint32_t i = 0; i < rows && failure->code == SQLITE_OK; i++) {
        int code = bind_row(row, shelf, piece, i);
        if (code != SQLITE_OK) {
            nr_fail(failure, code, NULL);
        } else if (nr_sql_step(store->archive, row, failure)) {
            same += sqlite3_column_int64(row, 0) > 0;
            sqlite3_reset(row);
        }
    }
    int64_t more = kept > (int64_t)rows ? kept : (int64_t)rows;
    return more - (same < more ? same : more);
}
