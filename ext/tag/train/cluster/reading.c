/* tag/train/cluster/reading.c: see reading.h. */
#include "tag/train/cluster/reading.h"
#include "text/block.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

static void need(sqlite3 *db, int status, const char *path)
{
    if (status != SQLITE_OK) {
        fprintf(stderr, "%s: %s\n", path, sqlite3_errmsg(db));
        exit(EXIT_FAILURE);
    }
}

static bool read_text(struct nr_arena *arena, const struct nr_block_patterns *patterns,
                      sqlite3_stmt *statement, struct nr_text *text)
{
    struct nr_text_options options = {.language = NR_LANGUAGE_NONE};
    const char *body = (const char *)sqlite3_column_text(statement, 0);
    uint32_t length = (uint32_t)sqlite3_column_bytes(statement, 0);
    *text = (struct nr_text){0};
    return body != NULL &&
           nr_blocks_find(arena, patterns, body, length, &options, text) == NR_OK &&
           nr_sentences_find(arena, text) == NR_OK;
}

void read_texts(const char *folder, const struct reading_source *source,
                void (*each)(void *context, const struct nr_text *text), void *context)
{
    char path[4096];
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    struct nr_host host = trainer_host();
    struct nr_arena kept;
    struct nr_arena arena;
    (void)snprintf(path, sizeof path, "%s/%s", folder, source->file);
    need(db, sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL), path);
    need(db, sqlite3_prepare_v2(db, source->sql, -1, &statement, NULL), path);
    nr_arena_open(&kept, &host);
    const struct nr_block_patterns *patterns = nr_block_patterns_make(&kept);
    if (patterns == NULL) {
        (void)need_memory(NULL);
    }
    while (sqlite3_step(statement) == SQLITE_ROW) {
        struct nr_text text;
        nr_arena_open(&arena, &host);
        if (read_text(&arena, patterns, statement, &text)) {
            each(context, &text);
        }
        nr_arena_close(&arena);
    }
    need(db, sqlite3_finalize(statement), path);
    nr_arena_close(&kept);
    sqlite3_close(db);
}
