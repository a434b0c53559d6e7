/* tag/train/corpora.c: reads annotated databases and files of tokens. */
#define _POSIX_C_SOURCE 200809L /* NOLINT: for getline */
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
