/* refresh/piece.c: see piece.h. */
#include "refresh/piece.h"

#include "tables/table.h"

#include <string.h>

/* ---- Has it changed? ---- */

static uint64_t mix(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 29;
}

static inline uint64_t word_at(const unsigned char *bytes, size_t count)
{
    uint64_t word = 0;
    for (size_t b = 0; b < count; b++) {
        word |= (uint64_t)bytes[b] << 8 * b;
    }
    return word;
}

/* Eight bytes at a time, put together from bytes: the same on every machine. */
static uint64_t mix_bytes(uint64_t hash, const unsigned char *bytes, size_t size)
{
    hash = mix(hash, size);
    size_t i = 0;
    for (; i + 8 <= size; i += 8) {
        hash = mix(hash, word_at(bytes + i, 8));
    }
    return i < size ? mix(hash, word_at(bytes + i, size - i)) : hash;
}

int64_t nr_piece_hash(sqlite3_stmt *row, int first)
{
    uint64_t hash = 0;
    for (int i = first; i < first + NR_SOURCE_COLUMNS; i++) {
        int type = sqlite3_column_type(row, i);
        hash = mix(hash, (uint64_t)type);
        if (type == SQLITE_BLOB) {
            hash = mix_bytes(hash, sqlite3_column_blob(row, i),
                             (size_t)sqlite3_column_bytes(row, i));
        } else if (type != SQLITE_NULL) {
            const unsigned char *text = sqlite3_column_text(row, i);
            hash = mix_bytes(hash, text, (size_t)sqlite3_column_bytes(row, i));
        }
    }
    int64_t kept;
    memcpy(&kept, &hash, sizeof kept);
    return kept;
}

/* ---- Reading ---- */

/* White space that a text begins with, in bytes. */
static size_t spaces(const char *bytes, size_t size)
{
    size_t count = 0;
    while (count < size && (bytes[count] == ' ' || bytes[count] == '\n' ||
                            bytes[count] == '\r' || bytes[count] == '\t')) {
        count++;
    }
    return count;
}

/* A title in its own right: words, and not already above the body. */
static struct nr_argument title_of(sqlite3_value *value, const struct nr_argument *body)
{
    struct nr_argument title = {NULL, 0};
    if (sqlite3_value_type(value) != SQLITE_TEXT) {
        return title;
    }
    size_t size = (size_t)sqlite3_value_bytes(value);
    const char *bytes = size > 0 ? sqlite3_value_blob(value) : NULL;
    if (bytes == NULL) {
        return title;
    }
    const char *end = memchr(bytes, 0, size);
    size = end != NULL ? (size_t)(end - bytes) : size;
    size_t first = spaces(bytes, size);
    if (first == size) {
        return title;
    }
    size_t at = spaces(body->bytes, body->size);
    size_t words = size - first;
    bool above =
        body->size - at >= words && memcmp(body->bytes + at, bytes + first, words) == 0;
    return above ? title : (struct nr_argument){bytes, size};
}

/* Title, an empty line, body. */
static int put_together(struct nr_piece *piece, const struct nr_argument *title,
                        const struct nr_argument *body, struct nr_failure *failure)
{
    static const char line[] = "\n\n";
    piece->title_size = title->size > 0 ? title->size + strlen(line) : 0;
    piece->size = piece->title_size + body->size;
    piece->text = sqlite3_malloc64(piece->size + 1);
    if (piece->text == NULL) {
        return nr_fail(failure, SQLITE_NOMEM, NULL);
    }
    if (title->size > 0) {
        memcpy(piece->text, title->bytes, title->size);
        memcpy(piece->text + title->size, line, strlen(line));
    }
    if (body->size > 0) {
        memcpy(piece->text + piece->title_size, body->bytes, body->size);
    }
    piece->text[piece->size] = 0;
    return SQLITE_OK;
}

/* Memory and interrupts are the host's matter; anything else is the article's. */
static bool of_host(int code)
{
    return code == SQLITE_NOMEM || code == SQLITE_INTERRUPT;
}

static int read_text(struct nr_piece *piece, struct nr_failure *failure)
{
    sqlite3_value *values[3] = {piece->values[NR_SOURCE_BODY],
                                piece->values[NR_SOURCE_PUBLISHED], NULL};
    struct nr_request request;
    if (nr_request_read("newsroom_refresh", values, &request, &piece->failure) !=
        SQLITE_OK) {
        return of_host(piece->failure.code) ? nr_fail(failure, piece->failure.code, NULL)
                                            : SQLITE_OK;
    }
    struct nr_argument body = request.text;
    if (body.bytes == NULL) {
        body = (struct nr_argument){"", 0};
    }
    struct nr_argument title = title_of(piece->values[NR_SOURCE_TITLE], &body);
    return put_together(piece, &title, &body, failure);
}

static sqlite3_value *copied(sqlite3_stmt *row, int column, struct nr_failure *failure)
{
    sqlite3_value *copy = sqlite3_value_dup(sqlite3_column_value(row, column));
    if (copy == NULL) {
        nr_fail(failure, SQLITE_NOMEM, NULL);
    }
    return copy;
}

int nr_piece_read(struct nr_piece *piece, sqlite3_stmt *row, int key, int first,
                  struct nr_failure *failure)
{
    *piece = (struct nr_piece){.gone = sqlite3_column_type(row, first) == SQLITE_NULL};
    piece->key = copied(row, key, failure);
    if (piece->gone || failure->code != SQLITE_OK) {
        return failure->code;
    }
    piece->hash = nr_piece_hash(row, first);
    for (int i = 0; i < NR_SOURCE_COLUMNS && failure->code == SQLITE_OK; i++) {
        piece->values[i] = copied(row, first + i, failure);
    }
    return failure->code == SQLITE_OK ? read_text(piece, failure) : failure->code;
}

/* ---- Analysing ---- */

static uint32_t all_stages(void)
{
    static const struct nr_table *const tables[] = {&nr_table_quotes, &nr_table_entities,
                                                    &nr_table_mentions, &nr_table_dates};
    uint32_t stages = 0;
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        stages |= 1u << tables[i]->stage;
        stages |= tables[i]->further != 0 ? 1u << tables[i]->further_stage : 0;
    }
    return stages;
}

void nr_piece_analyse(struct nr_piece *piece, struct nr_session *session,
                      const struct nr_argument *options)
{
    if (piece->text == NULL || piece->failure.code != SQLITE_OK) {
        return;
    }
    struct nr_request request = {.text = {piece->text, piece->size}, .options = *options};
    sqlite3_value *published = piece->values[NR_SOURCE_PUBLISHED];
    if (sqlite3_value_type(published) != SQLITE_NULL) {
        request.published.bytes = (const char *)sqlite3_value_text(published);
        request.published.size = (size_t)sqlite3_value_bytes(published);
    }
    piece->clipping =
        nr_session_analyse(session, &request, all_stages(), &piece->failure);
}

void nr_piece_close(struct nr_piece *piece)
{
    sqlite3_value_free(piece->key);
    for (int i = 0; i < NR_SOURCE_COLUMNS; i++) {
        sqlite3_value_free(piece->values[i]);
    }
    nr_clipping_release(piece->clipping);
    sqlite3_free(piece->failure.message);
    sqlite3_free(piece->text);
    *piece = (struct nr_piece){.key = NULL};
}
