/* tag/model2c/rules.c: writes rules of lemmas down, and reads them only if they are
 * whole.
 *
 * The checksum covers the number of rules and every line of them. */
#include "tag/model2c/rules.h"
#include "tag/model2c/memory.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const kinds[NR_LEMMA_KIND_COUNT] = {
    [NR_LEMMA_BESIDE] = "beside",
    [NR_LEMMA_WORD] = "word",
    [NR_LEMMA_ENDING] = "ending",
    [NR_LEMMA_CAPITAL_WORD] = "capital-word",
    [NR_LEMMA_CAPITAL_ENDING] = "capital-ending",
};

enum { FIELDS = 6, LINE = 1024, LARGEST = 1 << 22, MOST = 1 << 16 };

/* ---- Writing ---- */

/* One line; its length. */
static size_t write_rule(char *to, const struct lemma_rule *rule)
{
    int length = snprintf(to, LINE, "%s\t%s\t%u\t%.*s\t%u\t%.*s\n", kinds[rule->kind],
                          nr_pos_names[rule->tag], rule->beside,
                          (int)rule->pattern.length, rule->pattern.bytes, rule->drop,
                          (int)rule->added.length, rule->added.bytes);
    if (length < 0 || length >= LINE) {
        fprintf(stderr, "a rule of %d bytes cannot be written\n", length);
        exit(EXIT_FAILURE);
    }
    return (size_t)length;
}

/* What a head says of the lines behind it. */
struct promise {
    uint32_t count;
    size_t bytes;
    uint64_t checksum;
};

static uint64_t checksum_of(uint32_t count, const char *lines, size_t length)
{
    char counts[64];
    int bytes = snprintf(counts, sizeof counts, "rules %u bytes %zu", count, length);
    uint64_t sum = model_checksum(MODEL_CHECKSUM_BEGIN, counts, (size_t)bytes);
    return model_checksum(sum, lines, length);
}

void lemma_rules_write(const char *path, const struct lemma_rule *rules, uint32_t count,
                       const struct model_story *story)
{
    char *lines = need((size_t)count + 1, LINE);
    size_t length = 0;
    for (uint32_t i = 0; i < count; i++) {
        length += write_rule(lines + length, &rules[i]);
    }
    FILE *file = fopen(path, "wb");
    if (file == NULL ||
        fprintf(file,
                "newsroom lemmas %d\ncorpora %s\noptions %s\nfigures %s\n"
                "rules %u bytes %zu\nchecksum %016" PRIx64 "\n\n",
                NR_LEMMA_VERSION, story->corpora, story->options, story->figures, count,
                length, checksum_of(count, lines, length)) < 0 ||
        fwrite(lines, 1, length, file) != length || fclose(file) != 0) {
        fprintf(stderr, "%s cannot be written\n", path);
        exit(EXIT_FAILURE);
    }
    free(lines);
}

/* ---- Reading: the file's bytes, walked over once ---- */

/* The rest of the line if it begins with a word; *at moves to the next line, whose end
 * becomes 0. NULL: it does not, or there is no line end. */
static char *read_line(char **at, const char *word)
{
    char *line = *at;
    char *end = strchr(line, '\n');
    size_t length = strlen(word);
    if (end == NULL || strncmp(line, word, length) != 0) {
        return NULL;
    }
    *end = 0;
    *at = end + 1;
    return line + length;
}

static const char *read_head(char **at, struct promise *promise)
{
    const char *version = read_line(at, "newsroom lemmas ");
    if (version == NULL) {
        return "it is no model file";
    }
    if (strtol(version, NULL, 10) != NR_LEMMA_VERSION) {
        return "it is of another version: train it again (make train)";
    }
    bool told = read_line(at, "corpora ") != NULL && read_line(at, "options ") != NULL &&
                read_line(at, "figures ") != NULL;
    const char *rules = told ? read_line(at, "rules ") : NULL;
    const char *given = rules != NULL ? read_line(at, "checksum ") : NULL;
    const char *empty = given != NULL ? read_line(at, "") : NULL;
    const char *bytes = empty != NULL ? strstr(rules, " bytes ") : NULL;
    if (bytes == NULL || empty[0] != 0) {
        return "its head is damaged";
    }
    promise->count = (uint32_t)strtoul(rules, NULL, 10);
    promise->bytes = strtoul(bytes + strlen(" bytes "), NULL, 10);
    promise->checksum = strtoull(given, NULL, 16);
    return promise->count > 0 && promise->count < MOST ? NULL : "its head is damaged";
}

/* Which of the names this is; count: none. */
static uint32_t named(const char *name, const char *const *names, uint32_t count)
{
    uint32_t i = 0;
    while (i < count && strcmp(names[i], name) != 0) {
        i++;
    }
    return i;
}

/* Where a string lies in the table's pool, put there if it is new. */
static uint32_t pooled(struct nr_lemma_table *table, char *pool, const char *string)
{
    uint32_t at = 0;
    while (at < table->pool_bytes && strcmp(pool + at, string) != 0) {
        at += (uint32_t)strlen(pool + at) + 1;
    }
    if (at == table->pool_bytes) {
        strcpy(pool + at, string); /* NOLINT: the pool has room for the whole file */
        table->pool_bytes += (uint32_t)strlen(string) + 1;
    }
    return at;
}

/* Fills the slot of one line. False: there is something wrong with it. */
static bool take_rule(struct nr_lemma_table *table, struct nr_lemma_slot *slots,
                      char *pool, char *line)
{
    char *fields[FIELDS] = {line};
    for (int i = 1; i < FIELDS; i++) {
        char *tab = fields[i - 1] != NULL ? strchr(fields[i - 1], '\t') : NULL;
        if (tab == NULL) {
            return false;
        }
        *tab = 0;
        fields[i] = tab + 1;
    }
    uint32_t kind = named(fields[0], kinds, NR_LEMMA_KIND_COUNT);
    uint32_t tag = named(fields[1], nr_pos_names, NR_POS_COUNT);
    uint32_t added = pooled(table, pool, fields[5]);
    if (kind == NR_LEMMA_KIND_COUNT || tag == NR_POS_COUNT || added > UINT16_MAX) {
        return false;
    }
    uint32_t hash = nr_hash(fields[3], strlen(fields[3]));
    uint32_t key = nr_lemma_key((enum nr_lemma_kind)kind, tag,
                                (uint32_t)strtoul(fields[2], NULL, 10), hash);
    uint32_t at = nr_lemma_slot_of(table, key);
    while (slots[at].key != 0 && slots[at].key != key) {
        at = at + 1 < table->slot_count ? at + 1 : 0;
    }
    bool is_new = slots[at].key == 0; /* not two rules of one key */
    slots[at] = (struct nr_lemma_slot){key, (uint16_t)strtoul(fields[4], NULL, 10),
                                       (uint16_t)added};
    return is_new;
}

static struct nr_lemma_table *take_rules(char *at, uint32_t count, size_t length,
                                         const char **fault)
{
    struct nr_lemma_table *table = need(1, sizeof *table);
    char *pool = need(length + 1, 1);
    table->slot_count = count + count / 2 + 16;
    struct nr_lemma_slot *slots = need(table->slot_count, sizeof *slots);
    table->slots = slots;
    table->pool = pool;
    for (uint32_t i = 0; i < count && *fault == NULL; i++) {
        char *line = read_line(&at, "");
        if (line == NULL || !take_rule(table, slots, pool, line)) {
            *fault = "its rules do not fit their number, or one is no rule";
        }
    }
    return table;
}

/* The whole file with a 0 behind it. */
static char *read_bytes(FILE *file, size_t *length)
{
    char *bytes = need(LARGEST + 1, 1);
    *length = fread(bytes, 1, LARGEST, file);
    bytes[*length] = 0;
    return bytes;
}

const struct nr_lemma_table *lemma_rules_read(const char *path, const char **fault)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        *fault = "it cannot be opened";
        return NULL;
    }
    size_t length;
    char *bytes = read_bytes(file, &length);
    char *at = bytes;
    struct promise promise = {0, 0, 0};
    const struct nr_lemma_table *table = NULL;
    (void)fclose(file);
    *fault = read_head(&at, &promise);
    size_t left = length - (size_t)(at - bytes);
    if (*fault == NULL && left != promise.bytes) {
        *fault = "it is cut short, or too long";
    } else if (*fault == NULL &&
               checksum_of(promise.count, at, left) != promise.checksum) {
        *fault = "its checksum is wrong: it was changed";
    } else if (*fault == NULL) {
        table = take_rules(at, promise.count, left, fault);
    }
    free(bytes);
    return *fault == NULL ? table : NULL;
}
