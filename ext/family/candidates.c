/* family/candidates.c: which texts may be the same as these?
 *
 * Those that have shingles in common. All shingles of all texts are sorted first, so the
 * table is read and written from its beginning to its end, once a settling: one by one
 * each would be somewhere else in it, and an archive of some size would be written anew
 * with every batch.
 *
 * One shingle in common is enough where the text that has fewer has four or less; of more
 * it must be a quarter. That many, and more, two texts have in common that are one. */
#include "family/candidates.h"

#include "archive/statement.h"

#include <string.h>

/* One of so many shingles must be in common: for quotes, for articles. */
static const uint32_t one_of[NR_REUSE_KINDS] = {4, 4};

enum { FEW = 48 }; /* that are sorted one by one */

/* A shingle of a text: sorted as one number. */
static uint64_t pair_of(uint32_t shingle, uint32_t text)
{
    return (uint64_t)shingle << 32 | text;
}

/* A row that has a shingle. */
struct row {
    int64_t id;
    uint32_t among; /* how many it has */
};

/* What was found. */
struct found {
    struct nr_families *families;
    NR_LIST(uint64_t) pairs; /* shingles of texts, sorted */
    NR_LIST(struct row) rows;
    NR_LIST(uint64_t) hits; /* text << 32 | place of a row in `rows` */
    bool more;              /* a run of words has come to be everywhere */
};

static void sort_few(uint64_t *items, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        uint64_t item = items[i];
        size_t at = i;
        for (; at > 0 && items[at - 1] > item; at--) {
            items[at] = items[at - 1];
        }
        items[at] = item;
    }
}

/* One byte's turn of sorting byte by byte, from the lowest; false: all have the same. */
static bool sort_by_byte(const uint64_t *from, uint64_t *to, size_t count, unsigned shift)
{
    size_t places[257] = {0};
    for (size_t i = 0; i < count; i++) {
        places[(from[i] >> shift & 255) + 1]++;
    }
    if (places[(from[0] >> shift & 255) + 1] == count) {
        return false;
    }
    for (size_t i = 1; i < 256; i++) {
        places[i] += places[i - 1];
    }
    for (size_t i = 0; i < count; i++) {
        to[places[from[i] >> shift & 255]++] = from[i];
    }
    return true;
}

/* In time that grows with their number and no more. */
static void sort(struct nr_arena *arena, uint64_t *items, size_t count)
{
    if (count <= FEW) {
        sort_few(items, count);
        return;
    }
    uint64_t *other = nr_arena_take_raw(arena, count * sizeof *other);
    uint64_t *from = items;
    for (unsigned shift = 0; shift < 64 && other != NULL; shift += 8) {
        uint64_t *to = from == items ? other : items;
        from = sort_by_byte(from, to, count, shift) ? to : from;
    }
    if (other != NULL && from == other) {
        memcpy(items, other, count * sizeof *items);
    }
}

static void gather_shingles(struct found *found, uint32_t first)
{
    struct nr_families *families = found->families;
    for (uint32_t place = first; place < families->queue.count; place++) {
        uint32_t text = families->queue.items[place];
        const struct nr_kin *kin = families->kin.items[text];
        for (uint32_t i = 0; i < kin->shingle_count; i++) {
            uint64_t *pair = nr_list_push(&families->arena, &found->pairs, sizeof *pair);
            if (pair == NULL) {
                return;
            }
            *pair = pair_of(kin->shingles[i], text);
        }
    }
    sort(&families->arena, found->pairs.items, found->pairs.count);
}

static void post_all(const struct found *found)
{
    struct nr_families *families = found->families;
    sqlite3_stmt *post = nr_reuse_statement(families->reuse, families->kind,
                                            NR_REUSE_POST, families->failure);
    for (uint32_t i = 0; i < found->pairs.count && nr_families_work(families); i++) {
        uint64_t pair = found->pairs.items[i];
        const struct nr_kin *kin = families->kin.items[(uint32_t)pair];
        if (kin->posted) {
            continue;
        }
        sqlite3_bind_int64(post, 1, (sqlite3_int64)(pair >> 32));
        sqlite3_bind_int64(post, 2, kin->id);
        sqlite3_bind_int64(post, 3, kin->shingle_count);
        nr_sql_run(families->reuse->archive, post, families->failure);
    }
}

/* What it held together is looked at anew. */
static void make_common(const struct nr_families *families, uint32_t shingle)
{
    nr_reuse_set_common(families->reuse, families->kind, shingle, true,
                        families->failure);
    nr_reuse_unsettle_with(families->reuse, families->kind, shingle, families->failure);
}

/* ---- The table ---- */

/* Reads the table from its beginning to its end, and jumps where it pays. */
struct cursor {
    sqlite3_stmt *rows; /* ?1 shingle -> from there on: shingle, id, among */
    uint32_t shingle;   /* of the row it is on */
    bool begun;
    bool ended;
};

enum { STEPS = 12 }; /* that cost as much as a jump */

static void step(const struct found *found, struct cursor *cursor)
{
    struct nr_families *families = found->families;
    cursor->ended =
        !nr_sql_step(families->reuse->archive, cursor->rows, families->failure);
    if (!cursor->ended) {
        cursor->shingle = (uint32_t)sqlite3_column_int64(cursor->rows, 0);
    }
}

/* Goes on to the first row that has this shingle or a larger one. */
static void go_to(const struct found *found, struct cursor *cursor, uint32_t shingle)
{
    for (int i = 0; i < STEPS && cursor->begun && !cursor->ended; i++) {
        if (cursor->shingle >= shingle) {
            return;
        }
        step(found, cursor);
    }
    if (cursor->ended || (cursor->begun && cursor->shingle >= shingle)) {
        return;
    }
    sqlite3_reset(cursor->rows);
    sqlite3_bind_int64(cursor->rows, 1, shingle);
    cursor->begun = true;
    step(found, cursor);
}

static bool push_row(struct found *found, int64_t id, uint32_t among)
{
    struct row *row = nr_list_push(&found->families->arena, &found->rows, sizeof *row);
    if (row != NULL) {
        *row = (struct row){id, among};
    }
    return row != NULL;
}

/* The rows that have a shingle, those of the table first, then those that are new. */
static void take_rows(struct found *found, struct cursor *cursor, uint32_t first_pair,
                      uint32_t end_pair)
{
    struct nr_families *families = found->families;
    uint32_t shingle = (uint32_t)(found->pairs.items[first_pair] >> 32);
    uint32_t begin = found->rows.count;
    uint32_t most = begin + families->reuse->common + 1;
    go_to(found, cursor, shingle);
    while (!cursor->ended && cursor->shingle == shingle && found->rows.count < most &&
           push_row(found, sqlite3_column_int64(cursor->rows, 1),
                    (uint32_t)sqlite3_column_int64(cursor->rows, 2))) {
        step(found, cursor);
    }
    uint32_t end = found->rows.count;
    for (uint32_t i = first_pair; i < end_pair && found->rows.count < most; i++) {
        const struct nr_kin *kin = families->kin.items[(uint32_t)found->pairs.items[i]];
        bool there = kin->posted;
        for (uint32_t id = begin; id < end && !there; id++) {
            there = found->rows.items[id].id == kin->id;
        }
        if (!there && !push_row(found, kin->id, kin->shingle_count)) {
            return;
        }
    }
}

/* Each text that has the shingle met each row that has it; where too many have it, none
 * did. */
static void note_hits(struct found *found, struct cursor *cursor, uint32_t first_pair,
                      uint32_t end_pair)
{
    struct nr_families *families = found->families;
    uint32_t shingle = (uint32_t)(found->pairs.items[first_pair] >> 32);
    uint32_t begin = found->rows.count;
    uint32_t hits = found->hits.count;
    take_rows(found, cursor, first_pair, end_pair);
    if (found->rows.count - begin > families->reuse->common) {
        found->rows.count = begin;
        if (!nr_reuse_is_common(families->reuse, families->kind, shingle,
                                families->failure)) {
            make_common(families, shingle);
            found->more = true;
        }
    }
    for (uint32_t i = first_pair; i < end_pair; i++) {
        uint64_t text = found->pairs.items[i] & UINT32_MAX;
        for (uint32_t id = begin; id < found->rows.count; id++) {
            uint64_t *hit =
                found->rows.items[id].id != families->kin.items[text]->id
                    ? nr_list_push(&families->arena, &found->hits, sizeof *hit)
                    : NULL;
            if (hit != NULL) {
                *hit = text << 32 | id;
            }
        }
    }
    if (found->hits.count == hits) {
        found->rows.count = begin; /* nobody but itself, as most are */
    }
}

static void meet(struct found *found)
{
    struct nr_families *families = found->families;
    const uint64_t *pairs = found->pairs.items;
    struct cursor cursor = {.rows = nr_reuse_statement(families->reuse, families->kind,
                                                       NR_REUSE_POSTINGS_FROM,
                                                       families->failure)};
    for (uint32_t i = 0; i < found->pairs.count && nr_families_work(families);) {
        uint32_t end = i + 1;
        while (end < found->pairs.count && pairs[end] >> 32 == pairs[i] >> 32) {
            end++;
        }
        note_hits(found, &cursor, i, end);
        i = end;
    }
    sqlite3_reset(cursor.rows);
}

/* Rows of one text that were met, as numbers to be sorted: the row, then how many
 * shingles it has. */
enum { AMONG_BITS = 6 };

/* Keeps each row once, and only where it was met often enough. */
static void keep_candidates(struct nr_families *families, struct nr_kin *kin,
                            uint64_t *met, size_t count)
{
    int64_t *candidates =
        nr_arena_take_array(&families->arena, count, sizeof *candidates);
    uint32_t kept = 0;
    sort(&families->arena, met, count);
    for (size_t i = 0; candidates != NULL && i < count;) {
        size_t end = i;
        while (end < count && met[end] == met[i]) {
            end++;
        }
        uint32_t among = (uint32_t)(met[i] & ((1u << AMONG_BITS) - 1));
        uint32_t fewer = among < kin->shingle_count ? among : kin->shingle_count;
        if ((end - i) * one_of[families->kind] >= fewer) {
            candidates[kept++] = (int64_t)(met[i] >> AMONG_BITS);
        }
        i = end;
    }
    kin->candidates = candidates;
    kin->candidate_count = kept;
}

/* The hits, text by text; each is rewritten as what keep_candidates() sorts. */
static void sort_hits(struct found *found)
{
    struct nr_families *families = found->families;
    uint64_t *hits = found->hits.items;
    sort(&families->arena, hits, found->hits.count);
    for (uint32_t i = 0; i < found->hits.count && nr_families_work(families);) {
        uint64_t text = hits[i] >> 32;
        uint32_t end = i;
        while (end < found->hits.count && hits[end] >> 32 == text) {
            const struct row *row = &found->rows.items[hits[end] & UINT32_MAX];
            hits[end++] =
                (uint64_t)row->id << AMONG_BITS | (row->among & ((1u << AMONG_BITS) - 1));
        }
        keep_candidates(families, families->kin.items[text], hits + i, end - i);
        i = end;
    }
}

bool nr_candidates_find(struct nr_families *families, uint32_t first)
{
    struct found found = {.families = families};
    gather_shingles(&found, first);
    if (nr_families_work(families)) {
        meet(&found);
    }
    if (nr_families_work(families) && !found.more) {
        post_all(&found);
        sort_hits(&found);
    }
    return found.more;
}
