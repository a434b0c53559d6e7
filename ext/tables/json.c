/* tables/json.c: see json.h. */
#include "tables/json.h"

#include "text/utf8.h"

#include <string.h>

enum { JSON_SUBTYPE = 'J' }; /* as SQLite's own JSON functions mark theirs */

void nr_json_open(struct nr_json *json, sqlite3 *db)
{
    *json = (struct nr_json){.limit = (size_t)sqlite3_limit(db, SQLITE_LIMIT_LENGTH, -1)};
}

void nr_json_fail(struct nr_json *json, int code)
{
    if (json->code == SQLITE_OK) {
        json->code = code;
    }
}

/* Room for size more bytes, or NULL. */
static char *room_for(struct nr_json *json, size_t size)
{
    if (json->code != SQLITE_OK) {
        return NULL;
    }
    size_t wanted = json->length + size;
    if (wanted > json->limit) {
        json->code = SQLITE_TOOBIG;
        return NULL;
    }
    if (wanted > json->capacity) {
        size_t capacity = wanted + wanted / 2 + 256;
        char *bytes = sqlite3_realloc64(json->bytes, capacity);
        if (bytes == NULL) {
            json->code = SQLITE_NOMEM;
            return NULL;
        }
        json->bytes = bytes;
        json->capacity = capacity;
    }
    return json->bytes + json->length;
}

static void append(struct nr_json *json, const char *bytes, size_t length)
{
    char *to = room_for(json, length);
    if (to != NULL) {
        memcpy(to, bytes, length);
        json->length += length;
    }
}

static void separate(struct nr_json *json)
{
    if (json->comma) {
        append(json, ",", 1);
    }
    json->comma = true;
}

void nr_json_begin(struct nr_json *json, char bracket)
{
    separate(json);
    append(json, &bracket, 1);
    json->comma = false;
}

void nr_json_end(struct nr_json *json, char bracket)
{
    append(json, &bracket, 1);
    json->comma = true;
}

void nr_json_key(struct nr_json *json, const char *key)
{
    separate(json);
    append(json, "\"", 1);
    append(json, key, strlen(key));
    append(json, "\":", 2);
    json->comma = false;
}

void nr_json_null(struct nr_json *json)
{
    separate(json);
    append(json, "null", 4);
}

void nr_json_number(struct nr_json *json, int64_t number)
{
    char digits[24];
    sqlite3_snprintf(sizeof digits, digits, "%lld", (sqlite3_int64)number);
    separate(json);
    append(json, digits, strlen(digits));
}

void nr_json_hundredths(struct nr_json *json, int64_t number)
{
    char digits[32];
    sqlite3_snprintf(sizeof digits, digits, "%lld.%02lld", (sqlite3_int64)(number / 100),
                     (sqlite3_int64)(number % 100));
    separate(json);
    append(json, digits, strlen(digits));
}

static void append_escaped(struct nr_json *json, unsigned char byte)
{
    static const char letters[] = "btn?fr"; /* 8, 9, 10, (11), 12, 13 */
    char escape[8] = {'\\', (char)byte, 0};
    if (byte >= 8 && byte <= 13 && byte != 11) {
        escape[1] = letters[byte - 8];
    } else if (byte < 0x20) {
        sqlite3_snprintf(sizeof escape, escape, "\\u%04x", byte);
    }
    append(json, escape, strlen(escape));
}

/* Writes the character at i, which is not plain ASCII; returns where the next one begins.
 */
static uint32_t append_character(struct nr_json *json, const char *bytes, uint32_t i,
                                 uint32_t length)
{
    struct nr_char character = nr_char_at(bytes, i, length);
    if (character.code == NR_CHAR_INVALID) {
        append(json, "\xEF\xBF\xBD", 3);
    } else {
        append(json, bytes + i, character.width);
    }
    return i + character.width;
}

static bool is_plain(char c)
{
    unsigned char byte = (unsigned char)c;
    return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

void nr_json_string(struct nr_json *json, const char *bytes, uint32_t length)
{
    separate(json);
    append(json, "\"", 1);
    uint32_t i = 0;
    while (i < length && json->code == SQLITE_OK) {
        uint32_t plain = i;
        while (i < length && is_plain(bytes[i])) {
            i++;
        }
        append(json, bytes + plain, i - plain);
        if (i < length && (unsigned char)bytes[i] < 0x80) {
            append_escaped(json, (unsigned char)bytes[i++]);
        } else if (i < length) {
            i = append_character(json, bytes, i, length);
        }
    }
    append(json, "\"", 1);
}

void nr_json_word(struct nr_json *json, const char *word)
{
    nr_json_string(json, word, (uint32_t)strlen(word));
}

void nr_json_result(struct nr_json *json, sqlite3_context *context)
{
    if (json->code == SQLITE_TOOBIG) {
        sqlite3_result_error_toobig(context);
    } else if (json->code != SQLITE_OK) {
        sqlite3_result_error_nomem(context);
    } else {
        sqlite3_result_text64(context, json->bytes, json->length, sqlite3_free,
                              SQLITE_UTF8);
        sqlite3_result_subtype(context, JSON_SUBTYPE);
        return;
    }
    sqlite3_free(json->bytes);
}

void nr_json_drop(struct nr_json *json)
{
    sqlite3_free(json->bytes);
}
