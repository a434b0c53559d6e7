/* archive/families.c: which quotes are the same one, and which articles?
 *
 *     Outlet A   "We will never re-open the mine at Brack, not in my lifetime."
 *     Outlet B   "We will never re-open the mine at Brack."
 *     Outlet C   "We shall never re-open that mine at Brack, not in my lifetime!"
 *
 * Texts are looked at by their key, so the same words are one text however often they
 * stand in the archive. Two texts are linked when they have shingles in common that are
 * not everywhere (candidates.c), and are one when they are compared. A family is all that
 * are linked, over however many links: what is linked depends on the two texts and on how
 * many have a shingle, never on the order in which they came.
 *
 * Only what is unsettled is looked at: the new, and what has lost its family because a
 * member went. A text that has a family stands for all of it, since its own links are
 * known; one that has none is followed further. A family of which all members are in one
 * article is written down as none.
 *
 * When a run of words comes to be everywhere, families that it held together may fall
 * apart: those that have it are dissolved and looked at anew. That happens once in the
 * life of a run. */
#include "archive/families.h"

#include "archive/statement.h"

#include <string.h>

/* When two articles are one, in hundredths. */
enum {
    ARTICLES_SHARE = 75, /* of the shorter in the longer */
    ARTICLES_LENGTH = 60 /* of the shorter to the longer: not an item in a survey */
};

/* ---- Texts ---- */

static struct nr_kin *find_kin(const struct nr_families *families,
                               const struct nr_map *map, const void *key, size_t length)
{
    uint32_t found = nr_map_find(map, key, (uint32_t)length);
    return found != NR_NONE ? families->kin.items[found] : NULL;
}

/* NULL on failure. */
static struct nr_kin *new_kin(struct nr_families *families, const char *key,
                              bool is_family)
{
    size_t length = strlen(key);
    struct nr_map *map = is_family ? &families->names : &families->texts;
    struct nr_kin *kin = nr_arena_take(&families->arena, sizeof *kin);
    struct nr_kin **place =
        nr_list_push(&families->arena, &families->kin, sizeof(void *));
    if (kin == NULL || place == NULL || length >= NR_KEY_BYTES) {
        return NULL;
    }
    uint32_t number = families->kin.count - 1;
    *place = kin;
    memcpy(kin->key, key, length);
    kin->is_family = is_family;
    kin->known = is_family;
    kin->parent = number;
    kin->number = number;
    uint32_t *slot = nr_map_slot(&families->arena, map, kin->key, (uint32_t)length);
    if (slot != NULL) {
        *slot = number;
    }
    return slot != NULL ? kin : NULL;
}

static struct nr_kin *family_called(struct nr_families *families, const char *name)
{
    struct nr_kin *kin = find_kin(families, &families->names, name, strlen(name));
    return kin != NULL ? kin : new_kin(families, name, true);
}

static uint32_t top_of(const struct nr_families *families, uint32_t number)
{
    struct nr_kin **kin = families->kin.items;
    while (kin[number]->parent != number) {
        kin[number]->parent = kin[kin[number]->parent]->parent;
        number = kin[number]->parent;
    }
    return number;
}

static bool are_one(const struct nr_families *families, const struct nr_kin *a,
                    const struct nr_kin *b)
{
    return top_of(families, a->parent) == top_of(families, b->parent);
}

static void join(const struct nr_families *families, const struct nr_kin *a,
                 const struct nr_kin *b)
{
    uint32_t a_top = top_of(families, a->parent);
    uint32_t b_top = top_of(families, b->parent);
    uint32_t first = a_top < b_top ? a_top : b_top;
    families->kin.items[a_top]->parent = first;
    families->kin.items[b_top]->parent = first;
}

/* What a text needs to be compared. */
static void fill_in(struct nr_families *families, struct nr_kin *text,
                    const struct nr_reuse_row *row)
{
    struct nr_arena *arena = &families->arena;
    struct nr_shingles shingles;
    nr_reuse_shingles(arena, row, families->kind, &text->words, &shingles);
    uint32_t *items = nr_arena_take_array(arena, shingles.count, sizeof *shingles.items);
    if (items != NULL) {
        memcpy(items, shingles.items, shingles.count * sizeof *items);
        text->shingles = items;
        text->shingle_count = shingles.count;
    }
    if (families->kind == NR_REUSE_ARTICLES) {
        struct nr_sketch *sketch = nr_arena_take_raw(arena, sizeof *sketch);
        if (sketch != NULL) {
            *sketch = row->sketch;
            text->sketch = sketch;
        }
    }
}

/* The text of a row, joined with the family that it has. */
static struct nr_kin *text_of(struct nr_families *families,
                              const struct nr_reuse_row *row)
{
    struct nr_kin *text =
        find_kin(families, &families->texts, row->key, strlen(row->key));
    if (text == NULL) {
        text = new_kin(families, row->key, false);
        if (text == NULL) {
            return NULL;
        }
        text->id = row->id;
        fill_in(families, text, row);
    }
    const struct nr_kin *family =
        row->family != NULL ? family_called(families, row->family) : NULL;
    if (family != NULL) {
        join(families, text, family);
        text->known = true;
    }
    return text;
}

/* The text of a row found by its id; NULL: there is no such row any more. */
static struct nr_kin *text_of_id(struct nr_families *families, int64_t id)
{
    struct nr_reuse_row row;
    struct nr_kin *text = find_kin(families, &families->rows, &id, sizeof id);
    if (text != NULL) {
        return text;
    }
    sqlite3_stmt *read = nr_reuse_read_row(families->reuse, families->kind, NR_REUSE_ROW,
                                           id, &row, families->failure);
    if (read == NULL) {
        return NULL;
    }
    text = text_of(families, &row);
    sqlite3_reset(read);
    if (text != NULL && text->id == id) {
        uint32_t *slot = nr_map_slot(&families->arena, &families->rows,
                                     (const char *)&text->id, sizeof text->id);
        if (slot != NULL) {
            *slot = text->number;
        }
    }
    return text;
}

static void want(struct nr_families *families, struct nr_kin *text)
{
    text->wanted = true;
    if (!text->known) {
        uint32_t *place = nr_list_push(&families->arena, &families->queue, sizeof *place);
        if (place != NULL) {
            *place = text->number;
        }
    }
}

/* ---- Links ---- */

static bool articles_are_one(const struct nr_sketch *a, const struct nr_sketch *b)
{
    uint64_t shorter = a->runs < b->runs ? a->runs : b->runs;
    uint64_t longer = a->runs < b->runs ? b->runs : a->runs;
    return shorter * 100 >= longer * ARTICLES_LENGTH &&
           nr_sketches_share(a, b) >= ARTICLES_SHARE;
}

static bool are_linked(struct nr_families *families, const struct nr_kin *a,
                       const struct nr_kin *b)
{
    struct nr_arena arena;
    if (families->kind == NR_REUSE_ARTICLES) {
        return articles_are_one(a->sketch, b->sketch);
    }
    nr_arena_open(&arena, &families->arena.host);
    bool linked = nr_quotes_are_one(&arena, a->words, b->words);
    nr_fail_status(families->failure, arena.status);
    nr_arena_close(&arena);
    return linked;
}

/* A text that is only met has its own links looked at when it turns out to be linked. */
static void compare_with(struct nr_families *families, const struct nr_kin *text,
                         int64_t candidate)
{
    struct nr_kin *other = text_of_id(families, candidate);
    if (other == NULL || !nr_families_work(families) || are_one(families, text, other) ||
        !are_linked(families, text, other)) {
        return;
    }
    join(families, text, other);
    if (!other->wanted && !other->known) {
        want(families, other);
    }
}

/* Another row of its key may have a family already, which is this one's too. */
static bool joins_its_key(struct nr_families *families, struct nr_kin *text)
{
    sqlite3_stmt *ask = nr_reuse_statement(families->reuse, families->kind,
                                           NR_REUSE_FAMILY_OF_KEY, families->failure);
    if (ask == NULL) {
        return false;
    }
    sqlite3_bind_text(ask, 1, text->key, -1, SQLITE_STATIC);
    bool has = nr_sql_step(families->reuse->archive, ask, families->failure);
    const char *name = has ? (const char *)sqlite3_column_text(ask, 0) : NULL;
    const struct nr_kin *family = name != NULL ? family_called(families, name) : NULL;
    if (family != NULL) {
        join(families, text, family);
    }
    sqlite3_reset(ask);
    return family != NULL;
}

static bool is_only_row(struct nr_families *families, const struct nr_kin *text)
{
    sqlite3_stmt *ask = nr_reuse_statement(families->reuse, families->kind,
                                           NR_REUSE_SAME_KEY, families->failure);
    if (ask != NULL) {
        sqlite3_bind_text(ask, 1, text->key, -1, SQLITE_STATIC);
        sqlite3_bind_int64(ask, 2, text->id);
    }
    return nr_reuse_ask(families->reuse, ask, families->failure) == 0;
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
    return nr_reuse_ask(families->reuse, ask, families->failure) != 0;
}

/* A row that is unsettled. One that has a family all the same is looked at, since a run
 * of words may link it to more than before. */
static void look_at(struct nr_families *families, int64_t id)
{
    struct nr_kin *text = text_of_id(families, id);
    if (text == NULL || text->wanted || !nr_families_work(families)) {
        return; /* gone again, or the same words once more */
    }
    bool has_family = text->known;
    text->known = false;
    text->only_row = is_only_row(families, text);
    if (!text->only_row) {
        text->known = !has_family && joins_its_key(families, text);
        text->posted = text->known || is_posted(families, text);
    }
    want(families, text);
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
        look_at(families, sqlite3_column_int64(rows, 0));
    }
    sqlite3_reset(rows);
}

/* All that is unsettled, with what it may be linked to. */
static void open_families(struct nr_families *families, struct nr_reuse *reuse,
                          enum nr_reuse_kind kind, struct nr_failure *failure)
{
    struct nr_host host = nr_session_host(reuse->archive->session);
    bool again = true;
    *families = (struct nr_families){.reuse = reuse, .kind = kind, .failure = failure};
    nr_arena_open(&families->arena, &host);
    while (again && nr_families_work(families)) {
        nr_arena_close(&families->arena);
        *families =
            (struct nr_families){.reuse = reuse, .kind = kind, .failure = failure};
        nr_arena_open(&families->arena, &host);
        read_unsettled(families);
        again = nr_families_work(families) && nr_candidates_find(families, 0);
    }
}

/* Follows links until all that are linked are there. */
static void follow(struct nr_families *families)
{
    uint32_t place = 0;
    while (place < families->queue.count && nr_families_work(families)) {
        uint32_t end = families->queue.count;
        for (; place < end && nr_families_work(families); place++) {
            const struct nr_kin *text = families->kin.items[families->queue.items[place]];
            for (uint32_t i = 0; i < text->candidate_count; i++) {
                compare_with(families, text, text->candidates[i]);
            }
        }
        if (families->queue.count > end) {
            nr_candidates_find(families, end);
        }
    }
}

/* ---- Writing it down ---- */

/* What is known of the family whose top has this number. */
struct outcome {
    const char *name;   /* the smallest key */
    const char *anchor; /* the key of a text that is wanted; NULL: nothing has changed */
    uint32_t texts;
    bool shared; /* by two articles at least */
};

static struct outcome *outcomes_of(struct nr_families *families)
{
    struct outcome *outcomes =
        nr_arena_take_array(&families->arena, families->kin.count, sizeof *outcomes);
    for (uint32_t i = 0; outcomes != NULL && i < families->kin.count; i++) {
        const struct nr_kin *kin = families->kin.items[i];
        struct outcome *outcome = &outcomes[top_of(families, i)];
        if (outcome->name == NULL || strcmp(kin->key, outcome->name) < 0) {
            outcome->name = kin->key;
        }
        if (kin->wanted) {
            outcome->anchor = kin->key;
        }
        outcome->texts += kin->is_family ? 0 : 1;
        outcome->shared = outcome->shared || kin->is_family;
    }
    return outcomes;
}

static bool in_other_article(const struct nr_families *families,
                             const struct nr_kin *text, const char *anchor)
{
    sqlite3_stmt *ask = nr_reuse_statement(families->reuse, families->kind,
                                           NR_REUSE_IN_OTHERS, families->failure);
    if (ask != NULL) {
        sqlite3_bind_text(ask, 1, text->key, -1, SQLITE_STATIC);
        sqlite3_bind_text(ask, 2, anchor, -1, SQLITE_STATIC);
    }
    return nr_reuse_ask(families->reuse, ask, families->failure) != 0;
}

/* A text's rows get the family's name; a family that has another name loses it. */
static void write_kin(const struct nr_families *families, const struct nr_kin *kin,
                      const char *name)
{
    if (kin->is_family ? strcmp(kin->key, name) == 0 : !kin->wanted) {
        return;
    }
    sqlite3_stmt *set = nr_reuse_statement(
        families->reuse, families->kind,
        kin->is_family ? NR_REUSE_RENAME : NR_REUSE_SET_BY_KEY, families->failure);
    if (set != NULL) {
        sqlite3_bind_text(set, 1, name, -1, SQLITE_STATIC);
        sqlite3_bind_text(set, 2, kin->key, -1, SQLITE_STATIC);
        nr_sql_run(families->reuse->archive, set, families->failure);
    }
}

/* Of articles that are one, all others are duplicates of the first. */
static void write_first(const struct nr_families *families, const char *name)
{
    sqlite3_stmt *first = nr_reuse_statement(families->reuse, NR_REUSE_ARTICLES,
                                             NR_REUSE_FIRST, families->failure);
    sqlite3_stmt *set = nr_reuse_statement(families->reuse, NR_REUSE_ARTICLES,
                                           NR_REUSE_SET_FIRST, families->failure);
    if (first == NULL || set == NULL) {
        return;
    }
    sqlite3_bind_text(first, 1, name, -1, SQLITE_STATIC);
    if (nr_sql_step(families->reuse->archive, first, families->failure)) {
        sqlite3_bind_text(set, 1, name, -1, SQLITE_STATIC);
        sqlite3_bind_value(set, 2, sqlite3_column_value(first, 0));
        sqlite3_reset(first);
        nr_sql_run(families->reuse->archive, set, families->failure);
    }
}

static void write_families(struct nr_families *families)
{
    struct outcome *outcomes = outcomes_of(families);
    uint32_t count = outcomes != NULL ? families->kin.count : 0;
    for (uint32_t i = 0; i < count && nr_families_work(families); i++) {
        const struct nr_kin *kin = families->kin.items[i];
        struct outcome *outcome = &outcomes[top_of(families, i)];
        bool alone = outcome->texts == 1 && kin->only_row;
        if (!outcome->shared && kin->wanted && !alone) {
            outcome->shared = in_other_article(families, kin, outcome->anchor);
        }
    }
    for (uint32_t i = 0; i < count && nr_families_work(families); i++) {
        const struct outcome *outcome = &outcomes[top_of(families, i)];
        if (outcome->shared && outcome->anchor != NULL) {
            write_kin(families, families->kin.items[i], outcome->name);
        }
    }
    for (uint32_t i = 0; i < count && nr_families_work(families); i++) {
        const struct outcome *outcome = &outcomes[i]; /* a top's, or an empty one */
        if (families->kind == NR_REUSE_ARTICLES && outcome->shared &&
            outcome->anchor != NULL) {
            write_first(families, outcome->name);
        }
    }
}

static void settle_kind(struct nr_reuse *reuse, enum nr_reuse_kind kind,
                        struct nr_failure *failure)
{
    struct nr_families families;
    open_families(&families, reuse, kind, failure);
    follow(&families);
    if (nr_families_work(&families)) {
        write_families(&families);
    }
    nr_fail_status(failure, families.arena.status);
    nr_arena_close(&families.arena);
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
