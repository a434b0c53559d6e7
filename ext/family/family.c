/* family/family.c: see family.h: rows that come and go. What follows from it is found in
 * families.c. */
#include "family/family.h"

#include "archive/statement.h"
#include "family/families.h"

#include <string.h>

void nr_reuse_open(struct nr_reuse *reuse, const struct nr_archive *archive)
{
    *reuse = (struct nr_reuse){.archive = archive, .common = NR_REUSE_COMMON};
}

void nr_reuse_close(struct nr_reuse *reuse)
{
    for (int kind = 0; kind < NR_REUSE_KINDS; kind++) {
        for (int i = 0; i < NR_REUSE_STATEMENTS; i++) {
            sqlite3_finalize(reuse->statements[kind][i]);
        }
    }
    *reuse = (struct nr_reuse){.archive = NULL};
}

/* ---- Coming ---- */

int nr_reuse_add_quote(struct nr_reuse *reuse, int64_t id, uint32_t letters,
                       struct nr_failure *failure)
{
    return letters >= NR_REUSE_QUOTE_LETTERS
               ? nr_reuse_unsettle(reuse, NR_REUSE_QUOTES, id, failure)
               : failure->code;
}

/* ---- Going ---- */

/* An article that goes. */
struct leave {
    struct nr_reuse *reuse;
    enum nr_reuse_kind kind;
    sqlite3_value *article;
    struct nr_arena arena;
    struct nr_failure *failure;
};

static sqlite3_stmt *statement(const struct leave *leave, enum nr_reuse_statement which)
{
    return nr_reuse_statement(leave->reuse, leave->kind, which, leave->failure);
}

static bool works(const struct leave *leave)
{
    return leave->failure->code == SQLITE_OK && leave->arena.status == NR_OK;
}

/* The run of words may be no longer everywhere: who has it is looked at anew then. */
static void rarer(const struct leave *leave, uint32_t shingle)
{
    struct nr_reuse *reuse = leave->reuse;
    if (!nr_reuse_is_common(reuse, leave->kind, shingle, leave->failure)) {
        return;
    }
    sqlite3_stmt *count = statement(leave, NR_REUSE_COUNT);
    if (count != NULL) {
        sqlite3_bind_int64(count, 1, shingle);
        sqlite3_bind_int64(count, 2, reuse->common + 1);
    }
    if (nr_sql_answer(reuse->archive, count, leave->failure) <= reuse->common) {
        nr_reuse_set_common(reuse, leave->kind, shingle, false, leave->failure);
        nr_reuse_unsettle_with(reuse, leave->kind, shingle, leave->failure);
    }
}

/* Takes the row's shingles away. True: they were there, and not another row's of its
 * key. */
static bool unpost_all(const struct leave *leave, int64_t id,
                       const struct nr_shingles *shingles)
{
    bool posted = false;
    sqlite3_stmt *unpost = statement(leave, NR_REUSE_UNPOST);
    for (uint32_t i = 0; i < shingles->count && works(leave); i++) {
        sqlite3_bind_int64(unpost, 1, shingles->items[i]);
        sqlite3_bind_int64(unpost, 2, id);
        nr_sql_run(leave->reuse->archive, unpost, leave->failure);
        posted = posted || sqlite3_changes(leave->reuse->archive->db) > 0;
    }
    return posted && works(leave);
}

/* Another row of the same key stands for it from now on. */
static void hand_over(struct leave *leave, int64_t id)
{
    struct nr_reuse_row row;
    struct nr_shingles shingles;
    const struct nr_quote_words *words;
    sqlite3_stmt *post = statement(leave, NR_REUSE_POST);
    sqlite3_stmt *read =
        nr_reuse_read_row(leave->reuse, leave->kind, id, &row, leave->failure);
    if (read == NULL) {
        return;
    }
    nr_reuse_shingles(&leave->arena, &row, leave->kind, &words, &shingles);
    sqlite3_reset(read);
    for (uint32_t i = 0; i < shingles.count && works(leave); i++) {
        sqlite3_bind_int64(post, 1, shingles.items[i]);
        sqlite3_bind_int64(post, 2, id);
        sqlite3_bind_int64(post, 3, shingles.count);
        nr_sql_run(leave->reuse->archive, post, leave->failure);
    }
}

static int64_t find_elsewhere(const struct leave *leave, const char *key)
{
    sqlite3_stmt *other = statement(leave, NR_REUSE_ELSEWHERE);
    if (other != NULL) {
        sqlite3_bind_text(other, 1, key, -1, SQLITE_STATIC);
        sqlite3_bind_value(other, 2, leave->article);
    }
    return nr_sql_answer(leave->reuse->archive, other, leave->failure);
}

static void remove_row(struct leave *leave, int64_t id)
{
    struct nr_reuse_row row;
    struct nr_shingles shingles;
    const struct nr_quote_words *words;
    char key[NR_KEY_BYTES];
    sqlite3_stmt *read =
        nr_reuse_read_row(leave->reuse, leave->kind, id, &row, leave->failure);
    if (read == NULL) {
        return;
    }
    bool tells = nr_reuse_shingles(&leave->arena, &row, leave->kind, &words, &shingles);
    sqlite3_snprintf(sizeof key, key, "%s", row.key);
    sqlite3_reset(read);
    if (!tells) {
        return;
    }
    int64_t elsewhere = find_elsewhere(leave, key);
    if (unpost_all(leave, id, &shingles)) {
        if (elsewhere != 0) {
            hand_over(leave, elsewhere);
        }
        for (uint32_t i = 0; i < shingles.count && works(leave); i++) {
            rarer(leave, shingles.items[i]);
        }
    }
    if (elsewhere != 0 && works(leave)) {
        nr_reuse_unsettle(leave->reuse, leave->kind, elsewhere, leave->failure);
    }
}

static void remove_kind(struct leave *leave)
{
    const int64_t *gone = NULL;
    uint32_t count = nr_families_leave(leave->reuse, leave->kind, leave->article,
                                       &leave->arena, &gone, leave->failure);
    for (uint32_t i = 0; i < count && works(leave); i++) {
        remove_row(leave, gone[i]);
    }
}

static void forget(const struct leave *leave, enum nr_reuse_statement which)
{
    sqlite3_stmt *run = statement(leave, which);
    if (run != NULL) {
        sqlite3_bind_value(run, 1, leave->article);
        nr_sql_run(leave->reuse->archive, run, leave->failure);
    }
}

static void leave(struct nr_reuse *reuse, enum nr_reuse_kind kind, sqlite3_value *article,
                  struct nr_failure *failure)
{
    struct nr_host host = nr_session_host(reuse->archive->session);
    struct leave leave = {
        .reuse = reuse, .kind = kind, .article = article, .failure = failure};
    nr_arena_open(&leave.arena, &host);
    remove_kind(&leave);
    if (kind == NR_REUSE_ARTICLES) {
        forget(&leave, NR_REUSE_FORGET);
        forget(&leave, NR_REUSE_RESET);
    }
    nr_fail_status(failure, leave.arena.status);
    nr_arena_close(&leave.arena);
}

int nr_reuse_remove_quotes(struct nr_reuse *reuse, sqlite3_value *article,
                           struct nr_failure *failure)
{
    leave(reuse, NR_REUSE_QUOTES, article, failure);
    return failure->code;
}

int nr_reuse_remove_article(struct nr_reuse *reuse, sqlite3_value *article,
                            struct nr_failure *failure)
{
    leave(reuse, NR_REUSE_ARTICLES, article, failure);
    return failure->code;
}

/* ---- Articles ---- */

/* Does what is kept of it say the same? */
static bool has_sketch(struct nr_reuse *reuse, sqlite3_value *article,
                       const struct nr_sketch *sketch, struct nr_failure *failure)
{
    struct nr_reuse_row row;
    sqlite3_stmt *find =
        nr_reuse_statement(reuse, NR_REUSE_ARTICLES, NR_REUSE_OF_ARTICLE, failure);
    if (find != NULL) {
        sqlite3_bind_value(find, 1, article);
    }
    int64_t id = nr_sql_answer(reuse->archive, find, failure);
    sqlite3_stmt *read =
        id != 0 ? nr_reuse_read_row(reuse, NR_REUSE_ARTICLES, id, &row, failure) : NULL;
    if (read == NULL) {
        return false;
    }
    sqlite3_reset(read);
    return row.sketch.runs == sketch->runs && row.sketch.count == sketch->count &&
           memcmp(row.sketch.items, sketch->items,
                  sketch->count * sizeof *sketch->items) == 0;
}

static int insert_sketch(struct nr_reuse *reuse, sqlite3_value *article,
                         const struct nr_sketch *sketch, struct nr_failure *failure)
{
    char key[NR_KEY_BYTES];
    unsigned char bytes[4 * NR_SKETCH];
    sqlite3_stmt *insert =
        nr_reuse_statement(reuse, NR_REUSE_ARTICLES, NR_REUSE_INSERT, failure);
    if (insert == NULL) {
        return failure->code;
    }
    for (uint32_t i = 0; i < 4 * sketch->count; i++) {
        bytes[i] = (unsigned char)(sketch->items[i / 4] >> 8 * (i % 4));
    }
    nr_quote_key_write(nr_sketch_key(sketch), key);
    sqlite3_bind_value(insert, 1, article);
    sqlite3_bind_text(insert, 2, key, -1, SQLITE_STATIC);
    sqlite3_bind_blob(insert, 3, bytes, (int)(4 * sketch->count), SQLITE_STATIC);
    sqlite3_bind_int64(insert, 4, sketch->runs);
    if (nr_sql_run(reuse->archive, insert, failure) != SQLITE_OK) {
        return failure->code;
    }
    return nr_reuse_unsettle(reuse, NR_REUSE_ARTICLES,
                             sqlite3_last_insert_rowid(reuse->archive->db), failure);
}

int nr_reuse_put_article(struct nr_reuse *reuse, sqlite3_value *article, const char *body,
                         size_t size, bool stays, struct nr_failure *failure)
{
    struct nr_sketch sketch;
    nr_article_sketch(body, size, &sketch);
    if (stays && has_sketch(reuse, article, &sketch, failure)) {
        return failure->code;
    }
    if (stays) {
        leave(reuse, NR_REUSE_ARTICLES, article, failure);
    }
    return sketch.runs >= NR_REUSE_ARTICLE_RUNS && failure->code == SQLITE_OK
               ? insert_sketch(reuse, article, &sketch, failure)
               : failure->code;
}
