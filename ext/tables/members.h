/* tables/members.h: the members of a JSON object or array, read by SQLite's own
 * json_each(): one statement a level, prepared and finalized within the call. */
#ifndef NR_TABLES_MEMBERS_H
#define NR_TABLES_MEMBERS_H

#include "base/arena.h"
#include "tables/failure.h"

struct nr_member {
    const char *key;       /* "" in an array */
    uint32_t number;       /* its place in the array, from 0 */
    const char *type;      /* as json_each() has it: "text", "array" */
    struct nr_chars value; /* ended by 0; an array's or object's is its JSON */
};

/* Who reads, and where what is read lives. */
struct nr_members {
    sqlite3 *db;
    struct nr_arena *arena;
    struct nr_failure *failure;
    const char *what; /* what messages begin with: "article_options" */
};

/* Calls take for each member, until one does not return SQLITE_OK. */
int nr_members_walk(const struct nr_members *members, struct nr_chars json,
                    int (*take)(void *context, const struct nr_member *member),
                    void *context);

/* SQLITE_OK when it is JSON and an object. */
int nr_members_check_object(const struct nr_members *members, struct nr_chars json);

#endif
