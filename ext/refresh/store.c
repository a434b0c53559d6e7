/* refresh/store.c: see store.h. */
#include "refresh/store.h"

#include "archive/statement.h"
#include "people/people.h"
#include "reuse/reuse.h"
#include "tables/functions.h"

/* Places in store->statements. */
enum {
    INSERT_ROW,
    OTHERS = INSERT_ROW + NR_SHELVES,
};

static const char *const statements[] = {
#define PUT_ARTICLE (OTHERS + 0)
    "INSERT INTO newsroom_articles(article, title, published, day, outlet, url, "
    "language, words, quotes, error, hash, version, speakers) VALUES(?1, ?2, ?3, ?4, ?5, "
    "?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) ON CONFLICT(article) DO UPDATE SET title = "
    "excluded.title, "
    "published = excluded.published, day = excluded.day, outlet = excluded.outlet, "
    "url = excluded.url, language = excluded.language, words = excluded.words, "
    "quotes = excluded.quotes, error = excluded.error, hash = excluded.hash, "
    "version = excluded.version, speakers = excluded.speakers",
#define KNOWS (OTHERS + 1)
    "SELECT published IS ?2 FROM newsroom_articles WHERE article = ?1",
#define FORGET_WORDS (OTHERS + 2)
    "INSERT INTO newsroom_quotes_text([newsroom_quotes_text], rowid, quote, speaker) "
    "SELECT 'delete', id, quote, speaker FROM newsroom_quotes WHERE article IN (SELECT "
    "article FROM newsroom_changes WHERE id BETWEEN ?1 AND ?2) ORDER BY id",
#define PUT_WORDS (OTHERS + 3)
    "INSERT INTO newsroom_quotes_text(rowid, quote, speaker) SELECT id, quote, speaker "
    "FROM newsroom_quotes WHERE id >= ?1 ORDER BY id",
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

static char *statement_sql(int which)
{
    return which < OTHERS ? nr_shelf_sql(&nr_shelves[which - INSERT_ROW], NR_SHELF_INSERT)
                          : sqlite3_mprintf("%s", statements[which - OTHERS]);
}

static sqlite3_stmt *statement(struct nr_store *store, int which,
                               struct nr_failure *failure)
{
    return nr_sql_kept(store->archive, &store->statements[which], statement_sql, which,
                       failure);
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
    *store = (struct nr_store){.archive = archive, .keeper = {.archive = archive}};
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
    nr_keeper_close(&store->keeper);
    nr_reuse_close(&store->reuse);
    if (store->archive != NULL) {
        sqlite3_set_last_insert_rowid(store->archive->db, store->last_rowid);
    }
    *store = (struct nr_store){.archive = NULL};
}

/* ---- An article ---- */

/* Whatever else an article names tells of who is named in it: all are looked at anew. */
static void set_entities(struct nr_store *store, struct nr_piece *piece,
                         struct nr_failure *failure)
{
    uint32_t kept = 0;
    piece->settled =
        nr_keep_entities(&store->keeper, piece, &kept, failure) && piece->same_day;
    if (!piece->settled) {
        run(store, TOUCH_PEOPLE, piece, failure);
        nr_keep_replace_entities(&store->keeper, piece, kept, failure);
    }
}

int nr_store_keep(struct nr_store *store, struct nr_piece *piece,
                  struct nr_failure *failure)
{
    sqlite3_stmt *knows = statement(store, KNOWS, failure);
    if (knows == NULL) {
        return failure->code;
    }
    sqlite3_bind_value(knows, 1, piece->key);
    if (!piece->gone) {
        sqlite3_bind_value(knows, 2, piece->values[NR_SOURCE_PUBLISHED]);
    }
    piece->known = nr_sql_step(store->archive, knows, failure);
    piece->same_day = piece->known && sqlite3_column_int(knows, 0) != 0;
    sqlite3_reset(knows);
    if (piece->known && piece->clipping != NULL) {
        set_entities(store, piece, failure);
        piece->keeps_quotes = nr_keep_quotes(&store->keeper, piece, failure);
    }
    return failure->code;
}

/* Children before parents; what is set anew in its place is not removed. */
static void remove_rows(struct nr_store *store, const struct nr_piece *piece,
                        struct nr_failure *failure)
{
    if (!piece->keeps_quotes) {
        nr_reuse_remove_quotes(&store->reuse, piece->key, failure);
        run(store, DELETE_QUOTES, piece, failure);
    }
    if (!piece->same_day || piece->clipping == NULL) {
        nr_reuse_remove_article(&store->reuse, piece->key, failure);
    }
    if (piece->clipping == NULL) {
        run(store, DELETE_MENTIONS, piece, failure);
        run(store, DELETE_DATES, piece, failure);
        run(store, TOUCH_PEOPLE, piece, failure);
        run(store, DELETE_ENTITIES, piece, failure);
    }
}

/* Different speakers, by their names or nouns. */
static int64_t count_speakers(struct nr_clipping *clipping)
{
    struct nr_arena *arena = &clipping->article.arena;
    const struct nr_speakers *speakers = &clipping->article.speakers;
    struct nr_map names = {.slots = NULL};
    int64_t count = 0;
    for (uint32_t i = 0; i < speakers->count; i++) {
        struct nr_chars name = speakers->items[i].name;
        uint32_t *slot =
            name.length > 0 ? nr_map_slot(arena, &names, name.bytes, name.length) : NULL;
        count += slot != NULL && *slot == NR_NONE;
        if (slot != NULL) {
            *slot = 0;
        }
    }
    return count;
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
static void bind_analysis(struct nr_store *store, sqlite3_stmt *row,
                          const struct nr_piece *piece)
{
    enum { DAY = 4, LANGUAGE = 7, WORDS, QUOTES, ERROR, SPEAKERS = 13 };
    struct nr_clipping *clipping = piece->clipping;
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
    enum nr_language language =
        nr_language_heard(&store->ballots, article->bytes, article->length);
    sqlite3_bind_text(row, LANGUAGE, nr_language_names[language], -1, SQLITE_STATIC);
    sqlite3_bind_int64(row, WORDS, count_words(&article->text));
    sqlite3_bind_int64(row, QUOTES, article->quotes.utterances.count);
    sqlite3_bind_int64(row, SPEAKERS, count_speakers(clipping));
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
    bind_analysis(store, row, piece);
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
    const struct nr_shelf *shelf = &nr_shelves[NR_SHELF_QUOTES];
    int id = NR_BOUND_COLUMNS + shelf->table->column_count;
    struct nr_cell words = shelf->table->columns[QUOTE].cell(piece->clipping, number);
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

/* The piece's rows from this one on. */
static void put_rows(struct nr_store *store, const struct nr_piece *piece,
                     enum nr_shelf_number which, uint32_t first,
                     struct nr_failure *failure)
{
    const struct nr_shelf *shelf = &nr_shelves[which];
    uint32_t rows = shelf->table->rows(piece->clipping);
    uint64_t starts = nr_shelf_starts(shelf);
    sqlite3_stmt *row = statement(store, INSERT_ROW + (int)which, failure);
    for (uint32_t i = first; i < rows && failure->code == SQLITE_OK; i++) {
        int code = nr_shelf_bind(row, shelf, starts, piece, i);
        if (code != SQLITE_OK) {
            nr_fail(failure, code, NULL);
        } else if (which == NR_SHELF_QUOTES) {
            put_quote(store, row, piece, i, failure);
        } else {
            nr_sql_run(store->archive, row, failure);
        }
    }
}

static void put_numbered(struct nr_store *store, const struct nr_piece *piece,
                         enum nr_shelf_number which, struct nr_failure *failure)
{
    uint32_t kept =
        piece->known ? nr_keep_numbered(&store->keeper, piece, which, failure) : 0;
    put_rows(store, piece, which, kept, failure);
}

/* All rows of what was said of the article. */
static void put_analysis(struct nr_store *store, const struct nr_piece *piece,
                         struct nr_failure *failure)
{
    if (!piece->known) {
        put_rows(store, piece, NR_SHELF_ENTITIES, 0, failure);
    }
    if (!piece->keeps_quotes) {
        put_rows(store, piece, NR_SHELF_QUOTES, 0, failure);
    }
    put_numbered(store, piece, NR_SHELF_MENTIONS, failure);
    put_numbered(store, piece, NR_SHELF_DATES, failure);
    if (piece->known && !piece->settled) {
        nr_keep_cut_entities(&store->keeper, piece, failure);
    }
    if (!piece->settled) {
        run(store, TOUCH_PEOPLE, piece, failure);
    }
}

int nr_store_put(struct nr_store *store, const struct nr_piece *piece,
                 struct nr_failure *failure)
{
    if (piece->known) {
        remove_rows(store, piece, failure);
    }
    if (piece->gone) {
        run(store, DELETE_ARTICLE, piece, failure);
        return failure->code;
    }
    put_article(store, piece, failure);
    if (piece->clipping == NULL) {
        return failure->code;
    }
    put_analysis(store, piece, failure);
    if (failure->code == SQLITE_OK) {
        nr_reuse_put_article(&store->reuse, piece->key, piece->text + piece->title_size,
                             piece->size - piece->title_size, piece->same_day, failure);
    }
    return failure->code;
}

/* ---- Full text ---- */

int nr_store_forget_words(struct nr_store *store, int64_t first_note, int64_t last_note,
                          struct nr_failure *failure)
{
    sqlite3_stmt *forget =
        store->full_text ? statement(store, FORGET_WORDS, failure) : NULL;
    if (forget != NULL) {
        sqlite3_bind_int64(forget, 1, first_note);
        sqlite3_bind_int64(forget, 2, last_note);
        nr_sql_run(store->archive, forget, failure);
    }
    return failure->code;
}

int nr_store_put_words(struct nr_store *store, int64_t first_quote,
                       struct nr_failure *failure)
{
    sqlite3_stmt *put = store->full_text ? statement(store, PUT_WORDS, failure) : NULL;
    if (put != NULL) {
        sqlite3_bind_int64(put, 1, first_quote);
        nr_sql_run(store->archive, put, failure);
    }
    return failure->code;
}
