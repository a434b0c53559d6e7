/* refresh/corrections.c: which row is a correction about, now?
 *
 *     corrected: "We will appeal, and soon," -> Ana Diaz
 *     now:       "We will appeal, and soon"     the same words
 *     now:       "We will appeal"               most of them
 *
 * A trigger found the row when the correction was written (sql/schema.sql). When its
 * article is analysed anew, its rows are others, and the words are looked for in them:
 * exactly these; then the same but for casing, marks and dashes (quote_key()); then the
 * row that holds them, is held in them, or shares most words in their order, if that is
 * most of what the shorter one says.
 *
 * Knowingly wrong: a quote that was cut in two has its correction on the longer half. */
#include "refresh/corrections.h"

#include "archive/statement.h"
#include "reuse/reuse.h"

#include <string.h>

enum {
    LEAST_SHARED = 75, /* of the shorter one, in hundredths */
    LEAST_LENGTH = 33, /* the shorter one's length in the longer one's, likewise */
};

static const char exactly[] =
    "INSERT INTO newsroom_correction_targets(quote, correction) "
    "SELECT m.quote, m.correction FROM newsroom_correction_matches AS m "
    "WHERE NOT EXISTS(SELECT 1 FROM newsroom_correction_targets AS t "
    "WHERE t.correction = m.correction)";

static const char unbound[] =
    "SELECT c.id, c.article, c.quote, c.nth FROM newsroom_corrections AS c "
    "WHERE NOT EXISTS(SELECT 1 FROM newsroom_correction_targets AS t "
    "WHERE t.correction = c.id) "
    "AND EXISTS(SELECT 1 FROM newsroom_quotes AS q WHERE q.article = c.article) "
    "ORDER BY c.id";

static const char said_there[] = "SELECT id, quote FROM newsroom_quotes "
                                 "WHERE article = ?1 ORDER BY field DESC, start";

/* Of an utterance all parts, where the correction concerns its speaker. */
static const char attach[] =
    "INSERT OR IGNORE INTO newsroom_correction_targets(quote, correction) "
    "SELECT said.id, c.id FROM newsroom_corrections AS c "
    "JOIN newsroom_quotes AS meant ON meant.id = ?2 "
    "JOIN newsroom_quotes AS said ON said.article = meant.article "
    "AND said.field = meant.field AND said.quote_no = meant.quote_no "
    "AND (said.id = meant.id OR c.field NOT IN ('is_quote', 'kind')) WHERE c.id = ?1";

struct binder {
    const struct nr_archive *archive;
    struct nr_failure *failure;
    sqlite3_stmt *unbound;
    sqlite3_stmt *rows;
    sqlite3_stmt *attach;
};

struct words {
    const char *bytes;
    size_t size;
    uint64_t key;
    bool has_key;
};

static struct words words_of(sqlite3_stmt *row, int column)
{
    struct words words = {.bytes = (const char *)sqlite3_column_text(row, column)};
    words.size = (size_t)sqlite3_column_bytes(row, column);
    if (words.bytes == NULL) {
        words = (struct words){.bytes = ""};
    }
    words.has_key = nr_quote_key(words.bytes, words.size, &words.key);
    return words;
}

/* How much of the longer one both have, in hundredths; 0: too little to be the same
 * words. */
static uint32_t shared(struct binder *binder, const struct words *a,
                       const struct words *b)
{
    const struct words *shorter = a->size < b->size ? a : b;
    const struct words *longer = a->size < b->size ? b : a;
    if (shorter->size * 100 < longer->size * LEAST_LENGTH || longer->size == 0) {
        return 0;
    }
    uint32_t share = (uint32_t)(shorter->size * 100 / longer->size);
    if (strstr(longer->bytes, shorter->bytes) != NULL) {
        return share; /* as it stands, wherever it was cut */
    }
    struct nr_host host = nr_session_host(binder->archive->session);
    struct nr_arena arena;
    nr_arena_open(&arena, &host);
    uint32_t part = nr_quote_similarity(&arena, a->bytes, a->size, b->bytes, b->size);
    nr_fail_status(binder->failure, arena.status);
    nr_arena_close(&arena);
    return part >= LEAST_SHARED ? share * part / 100 : 0;
}

static void attach_to(struct binder *binder, int64_t correction, int64_t row)
{
    sqlite3_bind_int64(binder->attach, 1, correction);
    sqlite3_bind_int64(binder->attach, 2, row);
    nr_sql_run(binder->archive, binder->attach, binder->failure);
}

/* Looks through the rows of the correction's article. */
static void find(struct binder *binder)
{
    enum { ID, ARTICLE, QUOTE, NTH };
    const struct words sought = words_of(binder->unbound, QUOTE);
    int64_t correction = sqlite3_column_int64(binder->unbound, ID);
    int64_t nth = sqlite3_column_int64(binder->unbound, NTH);
    int64_t same = 0;
    int64_t best = 0;
    uint32_t most = 0;
    bool found = false;
    sqlite3_bind_value(binder->rows, 1, sqlite3_column_value(binder->unbound, ARTICLE));
    while (nr_sql_step(binder->archive, binder->rows, binder->failure)) {
        const struct words words = words_of(binder->rows, 1);
        int64_t row = sqlite3_column_int64(binder->rows, 0);
        if (words.has_key && sought.has_key && words.key == sought.key) {
            same++;
            if (nth == 0 || nth == same) {
                attach_to(binder, correction, row);
                found = true;
            }
        }
        uint32_t share = found ? 0 : shared(binder, &sought, &words);
        if (share > most) {
            most = share;
            best = row;
        }
    }
    if (!found && most > 0) {
        attach_to(binder, correction, best);
    }
}

int nr_corrections_bind(const struct nr_archive *archive, struct nr_failure *failure)
{
    nr_sql_execute(archive, exactly, failure);
    struct binder binder = {
        .archive = archive,
        .failure = failure,
        .unbound = nr_sql_prepare(archive, unbound, failure),
        .rows = nr_sql_prepare(archive, said_there, failure),
        .attach = nr_sql_prepare(archive, attach, failure),
    };
    while (failure->code == SQLITE_OK && nr_sql_step(archive, binder.unbound, failure)) {
        find(&binder);
    }
    sqlite3_finalize(binder.unbound);
    sqlite3_finalize(binder.rows);
    sqlite3_finalize(binder.attach);
    return failure->code;
}
