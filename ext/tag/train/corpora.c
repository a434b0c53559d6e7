/* tag/train/corpora.c: reads annotated databases and files of tokens. */
#define _POSIX_C_SOURCE 200809L /* NOLINT: for getline */
#include "tag/train/host.h"
#include "tag/train/trainer.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATH_BYTES = 4096 };

bool corpus_query(const struct trainer *trainer, const char *file, const char *sql,
                  see_row *see, void *context)
{
    char path[PATH_BYTES];
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    snprintf(path, sizeof path, "%s/%s", trainer->corpora, file);
    bool good = sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
                sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK;
    while (good && sqlite3_step(statement) == SQLITE_ROW) {
        see(context, statement);
    }
    good = sqlite3_finalize(statement) == SQLITE_OK && good;
    if (!good) {
        fprintf(stderr, "train: %s: %s\n", path, sqlite3_errmsg(db));
    }
    sqlite3_close(db);
    return good;
}

static void see_article(void *context, sqlite3_stmt *row)
{
    struct corpus *corpus = context;
    struct nr_arena *arena = &corpus->trainer->arena;
    struct corpus_article *a =
        need_memory(nr_list_push(arena, &corpus->articles, sizeof *a));
    size_t length = (size_t)sqlite3_column_bytes(row, 1);
    const char *bytes =
        need_memory(nr_arena_copy(arena, sqlite3_column_blob(row, 1), length));
    a->id = sqlite3_column_int64(row, 0);
    a->article = trainer_article(corpus->trainer, bytes, length, corpus->stage);
}

bool corpus_read(struct trainer *trainer, const char *file, enum nr_stage stage,
                 struct corpus *corpus)
{
    *corpus = (struct corpus){.trainer = trainer, .stage = stage};
    return corpus_query(trainer, file, "SELECT id, body FROM articles ORDER BY id",
                        see_article, corpus);
}

uint32_t corpus_find(const struct corpus *corpus, int64_t id)
{
    uint32_t low = 0;
    uint32_t high = corpus->articles.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (corpus->articles.items[middle].id < id) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool found = low < corpus->articles.count && corpus->articles.items[low].id == id;
    return found ? low : corpus->articles.count;
}

bool corpus_lines(const struct trainer *trainer, const char *file, see_line *see,
                  void *context)
{
    char path[PATH_BYTES];
    char *line = NULL;
    size_t room = 0;
    snprintf(path, sizeof path, "%s/%s", trainer->corpora, file);
    FILE *lines = fopen(path, "rb");
    if (lines == NULL) {
        fprintf(stderr, "train: %s cannot be opened\n", path);
        return false;
    }
    while (getline(&line, &room, lines) >= 0) {
        line[strcspn(line, "\r\n")] = 0;
        see(context, line);
    }
    free(line);
    fclose(lines);
    return true;
}
