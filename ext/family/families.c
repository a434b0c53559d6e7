/* family/families.c: which quotes are the same one, and which articles?
 *
 *     Outlet A   "We will never re-open the mine at Brack, not in my lifetime."
 *     Outlet B   "We will never re-open the mine at Brack."
 *     Outlet C   "We shall never re-open that mine at Brack, not in my lifetime!"
 *
 * Texts are looked at by their key, so the same words are one text however often they
 * stand in the archive. Two texts are linked when they have shingles in common that are
 * not everywhere (candidates.c), and are alike, or one was cut from the other, when they
 * are compared.
 *
 * All that are alike, over however many links, are one family. A text that was cut from
 * others joins their family; but where it stands in several that are not one, as a stock
 * phrase does ("and we owe an answer to those who trusted us"), nobody knows which of
 * them it is from, and it joins none: else it would make one family of all. Longer texts
 * are decided before those that were cut from them.
 *
 * What is linked depends on the two texts and on how many have a shingle, and a family on
 * all links of its members: never on the order in which they came. So when a text comes,
 * all that are linked, over however many links, are found and decided anew; when one
 * goes, those that it was linked with are unsettled (nr_families_leave()). A family of
 * which all members are in one article is written down as none. */
#include "family/families.h"

#include "archive/statement.h"
#include "family/candidates.h"
#include "family/decide.h"

#include <string.h>

/* When two articles are one, in hundredths. */
enum {
    ARTICLES_SHARE = 75, /* of the shorter in the longer */
    ARTICLES_LENGTH = 60 /* of the shorter to the longer: not an item in a survey */
};

static void queue(struct nr_families *families, struct nr_kin *text)
{
    uint32_t *place = nr_list_push(&families->arena, &families->queue, sizeof *place);
    if (place != NULL) {
        *place = text->number;
        text->queued = true;
    }
}

/* ---- Links ---- */

static enum nr_kinship compare_articles(const struct nr_sketch *a,
                                        const struct nr_sketch *b)
{
    uint64_t shorter = a->runs < b->runs ? a->runs : b->runs;
    uint64_t longer = a->runs < b->runs ? b->runs : a->runs;
    bool alike = shorter * 100 >= longer * ARTICLES_LENGTH &&
                 nr_sketches_share(a, b) >= ARTICLES_SHARE;
    return alike ? NR_ALIKE : NR_UNLIKE;
}

static enum nr_kinship compare(struct nr_families *families, const struct nr_kin *a,
                               const struct nr_kin *b)
{
    struct nr_arena arena;
    if (families->kind == NR_REUSE_ARTICLES) {
        return compare_articles(a->sketch, b->sketch);
    }
    nr_arena_open(&arena, &families->arena.host);
    enum nr_kinship kinship = nr_quotes_compare(&arena, a->words, b->words);
    nr_fail_status(families->failure, arena.status);
    nr_arena_close(&arena);
    return kinship;
}

/* Which of two was cut from the other: the same whichever is asked first. */
static bool is_part(const struct nr_kin *a, const struct nr_kin *b)
{
    return a->weight != b->weight ? a->weight < b->weight : strcmp(a->key, b->key) < 0;
}

/* Takes down how two texts are linked; false: they are not. */
static bool link(struct nr_families *families, const struct nr_kin *a,
                 const struct nr_kin *b)
{
    enum nr_kinship kinship = compare(families, a, b);
    if (kinship == NR_ALIKE) {
        nr_kin_join(families, a->number, b->number);
    } else if (kinship == NR_CUT) {
        struct nr_cutting *cutting =
            nr_list_push(&families->arena, &families->cuttings, sizeof *cutting);
        if (cutting != NULL) {
            bool part = is_part(a, b);
            *cutting = (struct nr_cutting){part ? a->number : b->number,
                                           part ? b->number : a->number};
        }
    }
    return kinship != NR_UNLIKE;
}

/* Links a text with its candidates, and queues those that are linked. Of two that are
 * both in the queue the later one finds the earlier one done. */
static void link_all(struct nr_families *families, struct nr_kin *text)
{
    for (uint32_t i = 0; i < text->candidate_count && nr_families_work(families); i++) {
        struct nr_kin *other = nr_kin_of_id(families, text->candidates[i]);
        if (other == NULL || other == text || other->done ||
            nr_kin_top(families, other->number) == nr_kin_top(families, text->number)) {
            continue;
        }
        if (link(families, text, other) && !other->queued) {
            queue(families, other);
        }
    }
    text->done = true;
}

/* Follows links until all that are linked are there. */
static void follow(struct nr_families *families)
{
    uint32_t place = 0;
    while (place < families->queue.count && nr_families_work(families)) {
        uint32_t end = families->queue.count;
        for (; place < end; place++) {
            link_all(families, families->kin.items[families->queue.items[place]]);
        }
        if (families->queue.count > end) {
            nr_candidates_find(families, end);
        }
    }
}

/* ---- What is unsettled ---- */

static bool is_only_row(struct nr_families *families, const struct nr_kin *text)
{
    sqlite3_stmt *ask = nr_reuse_statement(families->reuse, families->kind,
                                           NR_REUSE_SAME_KEY, families->failure);
    if (ask != NULL) {
        sqlite3_bind_text(ask, 1, text->key, -1, SQLITE_STATIC);
        sqlite3_bind_int64(ask, 2, text->id);
    }
    return nr_sql_answer(families->reuse->archive, ask, families->failure) == 0;
}

static bool is_posted(struct nr_families *families, const struct nr_kin *text)
{
    sqlite3_stmt *ask = nr_reuse_statement(families->reuse, families->kind,
                                           NR_REUSE_IS_POSTED, families->failure);
    if (ask == NULL || text->shingle_count == 0) {
        return false;
    }
    sqlite3_bind_int64(ask, 1, text->shingles[0]);
    sqlite3_bind_text(ask, 2, text->key, -1, SQLITE_STATIC);
    return nr_sql_answer(families->reuse->archive, ask, families->failure) != 0;
}

static void read_unsettled(struct nr_families *families)
{
    sqlite3_stmt *rows = nr_reuse_statement(families->reuse, families->kind,
                                            NR_REUSE_UNSETTLED, families->failure);
    if (rows == NULL) {
        return;
    }
    sqlite3_bind_int64(rows, 1, (sqlite3_int64)families->kind);
    while (nr_families_work(families) &&
           nr_sql_step(families->reuse->archive, rows, families->failure)) {
        struct nr_kin *text = nr_kin_of_id(families, sqlite3_column_int64(rows, 0));
        if (text != NULL && !text->queued) {
            text->only_row = is_only_row(families, text);
            text->posted = !text->only_row && is_posted(families, text);
            queue(families, text);
        }
    }
    sqlite3_reset(rows);
}

static void open_families(struct nr_families *families, struct nr_reuse *reuse,
                          enum nr_reuse_kind kind, struct nr_failure *failure)
{
    struct nr_host host = nr_session_host(reuse->archive->session);
    *families = (struct nr_families){.reuse = reuse, .kind = kind, .failure = failure};
    nr_arena_open(&families->arena, &host);
}

static void close_families(struct nr_families *families)
{
    nr_fail_status(families->failure, families->arena.status);
    nr_arena_close(&families->arena);
}

static void settle_kind(struct nr_reuse *reuse, enum nr_reuse_kind kind,
                        struct nr_failure *failure)
{
    struct nr_families families;
    bool more = true;
    open_families(&families, reuse, kind, failure);
    while (more && nr_families_work(&families)) {
        close_families(&families);
        open_families(&families, reuse, kind, failure);
        read_unsettled(&families);
        more = nr_families_work(&families) && nr_candidates_find(&families, 0);
    }
    follow(&families);
    if (nr_families_work(&families)) {
        nr_families_decide(&families);
    }
    close_families(&families);
    sqlite3_stmt *settled = nr_reuse_statement(reuse, kind, NR_REUSE_SETTLED, failure);
    if (settled != NULL) {
        sqlite3_bind_int64(settled, 1, (sqlite3_int64)kind);
        nr_sql_run(reuse->archive, settled, failure);
    }
}

int nr_reuse_settle(struct nr_reuse *reuse, struct nr_failure *failure)
{
    settle_kind(reuse, NR_REUSE_QUOTES, failure);
    settle_kind(reuse, NR_REUSE_ARTICLES, failure);
    reuse->unsettled = 0;
    nr_session_rest(reuse->archive->session);
    return failure->code;
}

/* ---- When an article goes ---- */

static uint32_t read_rows(struct nr_families *families, sqlite3_value *article,
                          struct nr_arena *arena, const int64_t **rows)
{
    NR_LIST(int64_t) ids = {NULL, 0, 0};
    sqlite3_stmt *of_article = nr_reuse_statement(families->reuse, families->kind,
                                                  NR_REUSE_OF_ARTICLE, families->failure);
    if (of_article == NULL) {
        return 0;
    }
    sqlite3_bind_value(of_article, 1, article);
    while (nr_sql_step(families->reuse->archive, of_article, families->failure)) {
        int64_t *id = nr_list_push(arena, &ids, sizeof *id);
        if (id == NULL) {
            break;
        }
        *id = sqlite3_column_int64(of_article, 0);
    }
    sqlite3_reset(of_article);
    *rows = ids.items;
    return ids.count;
}

uint32_t nr_families_leave(struct nr_reuse *reuse, enum nr_reuse_kind kind,
                           sqlite3_value *article, struct nr_arena *arena,
                           const int64_t **rows, struct nr_failure *failure)
{
    struct nr_families families;
    open_families(&families, reuse, kind, failure);
    uint32_t count = read_rows(&families, article, arena, rows);
    for (uint32_t i = 0; i < count && nr_families_work(&families); i++) {
        struct nr_kin *text = nr_kin_of_id(&families, (*rows)[i]);
        if (text != NULL && !text->queued) {
            queue(&families, text);
        }
    }
    uint32_t leaving = families.queue.count;
    if (leaving > 0 && nr_families_work(&families)) {
        nr_candidates_find(&families, 0);
    }
    for (uint32_t i = 0; i < leaving && nr_families_work(&families); i++) {
        struct nr_kin *text = families.kin.items[families.queue.items[i]];
        text->parent = text->number; /* each link counts, whoever else is one with it */
        link_all(&families, text);
    }
    for (uint32_t i = leaving; i < families.queue.count && nr_families_work(&families);
         i++) {
        nr_reuse_unsettle(reuse, kind, families.kin.items[families.queue.items[i]]->id,
                          failure);
    }
    close_families(&families);
    return count;
}
