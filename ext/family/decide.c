/* family/decide.c: of texts of which all links are known, which are one family?
 * See families.c.
 *
 *     whole    "A, B and C."      "D, B and E."
 *     part              "B."                      of which? of none
 */
#include "family/decide.h"

#include "archive/statement.h"

#include <string.h>

/* A family as it begins, of texts that are alike; known by its top. */
struct group {
    const char *name; /* the smallest key */
    uint32_t weight;  /* of its longest text */
    uint32_t texts;
    uint32_t whole; /* the top of the one family that it was cut from; NR_NONE: of none */
    bool doubtful;  /* there are several */
    bool shared;    /* by two articles at least */
    const char *anchor; /* the key of any text of it */
};

struct decision {
    struct nr_families *families;
    struct group *groups; /* [kin.count] by top */
    uint32_t *tops;       /* [kin.count] as they were before parts joined wholes */
};

/* Longer ones first; of the same length by name. */
static bool goes_before(const struct group *a, const struct group *b)
{
    return a->weight != b->weight ? a->weight > b->weight : strcmp(a->name, b->name) < 0;
}

static void gather_groups(const struct decision *decision)
{
    const struct nr_families *families = decision->families;
    for (uint32_t i = 0; i < families->queue.count; i++) {
        uint32_t number = families->queue.items[i];
        const struct nr_kin *kin = families->kin.items[number];
        uint32_t top = nr_kin_top(families, number);
        struct group *group = &decision->groups[top];
        decision->tops[number] = top;
        if (group->name == NULL || strcmp(kin->key, group->name) < 0) {
            group->name = kin->key;
        }
        group->weight = kin->weight > group->weight ? kin->weight : group->weight;
        group->anchor = kin->key;
        group->texts++;
        group->whole = NR_NONE;
    }
}

/* ---- Parts and wholes ---- */

static bool is_later(const struct decision *decision, const struct nr_cutting *a,
                     const struct nr_cutting *b)
{
    return goes_before(&decision->groups[decision->tops[b->part]],
                       &decision->groups[decision->tops[a->part]]);
}

static void sift_down(const struct decision *decision, size_t root, size_t count)
{
    struct nr_cutting *items = decision->families->cuttings.items;
    for (size_t child; (child = 2 * root + 1) < count; root = child) {
        child +=
            child + 1 < count && is_later(decision, &items[child + 1], &items[child]);
        if (!is_later(decision, &items[child], &items[root])) {
            return;
        }
        struct nr_cutting item = items[root];
        items[root] = items[child];
        items[child] = item;
    }
}

/* By the group of the part: heapsort. */
static void sort_cuttings(const struct decision *decision)
{
    struct nr_cutting *items = decision->families->cuttings.items;
    size_t count = decision->families->cuttings.count;
    for (size_t i = count / 2; i > 0; i--) {
        sift_down(decision, i - 1, count);
    }
    for (size_t end = count; end > 1; end--) {
        struct nr_cutting item = items[0];
        items[0] = items[end - 1];
        items[end - 1] = item;
        sift_down(decision, 0, end - 1);
    }
}

/* A group may be cut from what goes before it, which is decided already. */
static void weigh(const struct decision *decision, const struct nr_cutting *cutting)
{
    uint32_t part = decision->tops[cutting->part];
    uint32_t whole = decision->tops[cutting->whole];
    struct group *group = &decision->groups[part];
    if (part == whole || !goes_before(&decision->groups[whole], group)) {
        return;
    }
    uint32_t now = nr_kin_top(decision->families, whole);
    group->doubtful = group->doubtful || (group->whole != NR_NONE && group->whole != now);
    group->whole = now;
}

static void join_parts(const struct decision *decision)
{
    const struct nr_families *families = decision->families;
    const struct nr_cutting *cuttings = families->cuttings.items;
    sort_cuttings(decision);
    for (uint32_t i = 0; i < families->cuttings.count;) {
        uint32_t part = decision->tops[cuttings[i].part];
        for (; i < families->cuttings.count && decision->tops[cuttings[i].part] == part;
             i++) {
            weigh(decision, &cuttings[i]);
        }
        const struct group *group = &decision->groups[part];
        if (group->whole != NR_NONE && !group->doubtful) {
            nr_kin_join(families, part, group->whole);
        }
    }
}

/* What was learnt of each group belongs to the family that it is in now. */
static void merge_groups(const struct decision *decision)
{
    const struct nr_families *families = decision->families;
    for (uint32_t i = 0; i < families->kin.count; i++) {
        const struct group *group = &decision->groups[i];
        uint32_t top = group->texts > 0 ? nr_kin_top(families, i) : i;
        if (top == i) {
            continue;
        }
        struct group *family = &decision->groups[top];
        if (strcmp(group->name, family->name) < 0) {
            family->name = group->name;
        }
        family->texts += group->texts;
    }
}

/* ---- Writing it down ---- */

static bool in_other_article(const struct nr_families *families,
                             const struct nr_kin *text, const char *anchor)
{
    sqlite3_stmt *ask = nr_reuse_statement(families->reuse, families->kind,
                                           NR_REUSE_IN_OTHERS, families->failure);
    if (ask != NULL) {
        sqlite3_bind_text(ask, 1, text->key, -1, SQLITE_STATIC);
        sqlite3_bind_text(ask, 2, anchor, -1, SQLITE_STATIC);
    }
    return nr_sql_answer(families->reuse->archive, ask, families->failure) != 0;
}

static struct group *family_of(const struct decision *decision, uint32_t number)
{
    return &decision->groups[nr_kin_top(decision->families, number)];
}

static void find_shared(const struct decision *decision)
{
    const struct nr_families *families = decision->families;
    for (uint32_t i = 0; i < families->queue.count && nr_families_work(families); i++) {
        const struct nr_kin *text = families->kin.items[families->queue.items[i]];
        struct group *family = family_of(decision, text->number);
        bool alone = family->texts == 1 && text->only_row;
        if (!family->shared && !alone) {
            family->shared = in_other_article(families, text, family->anchor);
        }
    }
}

static void write_text(const struct nr_families *families, const struct nr_kin *text,
                       const struct group *family)
{
    if (!family->shared && text->only_row && !text->has_family) {
        return; /* as most are */
    }
    sqlite3_stmt *set = nr_reuse_statement(families->reuse, families->kind,
                                           NR_REUSE_SET_FAMILY, families->failure);
    if (set != NULL) {
        sqlite3_bind_text(set, 1, family->shared ? family->name : NULL, -1,
                          SQLITE_STATIC);
        sqlite3_bind_text(set, 2, text->key, -1, SQLITE_STATIC);
        nr_sql_run(families->reuse->archive, set, families->failure);
    }
    sqlite3_stmt *alone = nr_reuse_statement(families->reuse, families->kind,
                                             NR_REUSE_SET_ALONE, families->failure);
    if (alone != NULL && !family->shared) {
        sqlite3_bind_text(alone, 1, text->key, -1, SQLITE_STATIC);
        nr_sql_run(families->reuse->archive, alone, families->failure);
    }
}

/* Of articles that are one, all others are duplicates of the first. */
static void write_first(const struct nr_families *families, const char *name)
{
    sqlite3_stmt *first = nr_reuse_statement(families->reuse, families->kind,
                                             NR_REUSE_FIRST, families->failure);
    sqlite3_stmt *set = nr_reuse_statement(families->reuse, families->kind,
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

static void write_families(const struct decision *decision)
{
    const struct nr_families *families = decision->families;
    for (uint32_t i = 0; i < families->queue.count && nr_families_work(families); i++) {
        const struct nr_kin *text = families->kin.items[families->queue.items[i]];
        write_text(families, text, family_of(decision, text->number));
    }
    for (uint32_t i = 0; i < families->kin.count && nr_families_work(families); i++) {
        if (decision->groups[i].shared && nr_kin_top(families, i) == i) {
            write_first(families, decision->groups[i].name);
        }
    }
}

void nr_families_decide(struct nr_families *families)
{
    uint32_t count = families->kin.count;
    struct decision decision = {
        .families = families,
        .groups = nr_arena_take_array(&families->arena, count, sizeof(struct group)),
        .tops = nr_arena_take_array(&families->arena, count, sizeof(uint32_t)),
    };
    if (decision.groups == NULL || decision.tops == NULL) {
        return;
    }
    gather_groups(&decision);
    join_parts(&decision);
    merge_groups(&decision);
    find_shared(&decision);
    write_families(&decision);
}
