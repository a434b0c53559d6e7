/* lexicon2c/write.c: the tables as C.
 *
 * Everything lies in one struct, so that distances between its parts are constants of the
 * compiler and the library needs no relocation for them. Layout and use: lexicon/data.h.
 */
#include "base/map.h"
#include "lexicon/data.h"
#include "lexicon/lexicon2c/lists.h"

#include <stdlib.h>
#include <string.h>

/* One form and its entries [first, end), or a word that only begins phrases (first ==
 * end). */
struct lexeme {
    const char *key;
    uint32_t first;
    uint32_t end;
    uint32_t set;
    uint32_t hash;
    bool rare; /* names and phrases */
    uint8_t phrase_tokens;
};

struct set {
    uint64_t lists[NR_CASING_COUNT];
};

struct tables {
    struct lists *lists;
    struct lexeme *lexemes; /* [lexeme_count] the rare ones last, then by hash */
    uint32_t lexeme_count;
    uint32_t slot_mask;
    NR_LIST(struct set) sets; /* all different */
    struct nr_map strings;    /* string -> where it begins in the pool */
    NR_LIST(char) pool;       /* strings, each ended by 0 */
    uint32_t pairs[NR_LEXICON_PAIRS / 32];
    FILE *out;
};

static const struct entry *entry_at(const struct tables *tables, uint32_t i)
{
    return &tables->lists->all.items[i];
}

static struct set compute_set(const struct tables *tables, const struct lexeme *lexeme)
{
    struct set set = {{0}};
    for (uint32_t i = lexeme->first; i < lexeme->end; i++) {
        const struct entry *entry = entry_at(tables, i);
        set.lists[entry->casing] |= (UINT64_C(1) << entry->list) & ~NR_UNSEEN_LISTS;
    }
    return set;
}

/* The sets are a few hundred. */
static uint32_t find_set(struct tables *tables, const struct lexeme *lexeme)
{
    struct set set = compute_set(tables, lexeme);
    for (uint32_t i = 0; i < tables->sets.count; i++) {
        if (memcmp(&tables->sets.items[i], &set, sizeof set) == 0) {
            return i;
        }
    }
    struct set *added =
        must_have(nr_list_push(&tables->lists->arena, &tables->sets, sizeof *added));
    *added = set;
    return tables->sets.count - 1;
}

static uint32_t *lexeme_slot(struct tables *tables, struct nr_map *index, const char *key)
{
    uint32_t length = (uint32_t)strlen(key);
    uint32_t *slot = must_have(nr_map_slot(&tables->lists->arena, index, key, length));
    if (*slot == NR_NONE) {
        *slot = tables->lexeme_count;
        tables->lexemes[tables->lexeme_count++] = (struct lexeme){.key = key};
    }
    return slot;
}

/* A phrase is announced by the lexeme of its first word. */
static void announce_phrase(struct tables *tables, struct nr_map *index, const char *key,
                            uint8_t tokens)
{
    size_t length = strcspn(key, " ");
    uint32_t *slot = lexeme_slot(tables, index, must_copy(tables->lists, key, length));
    struct lexeme *first = &tables->lexemes[*slot];
    if (first->phrase_tokens < tokens) {
        first->phrase_tokens = tokens;
    }
    const char *second = key + length + 1;
    nr_pair_put(
        tables->pairs, NR_LEXICON_PAIRS,
        nr_pair_hash(nr_hash(key, length), nr_hash(second, strcspn(second, " "))));
}

/* Nothing but a name, or more than one word. */
static bool is_rare(const struct tables *tables, const struct lexeme *lexeme)
{
    const uint64_t names = NR_IN(given_name) | NR_IN(surname) | NR_IN(city) |
                           NR_IN(region) | NR_IN(organisation) | NR_IN(thing);
    bool rare = strchr(lexeme->key, ' ') != NULL;
    uint64_t lists = 0;
    for (uint32_t i = lexeme->first; i < lexeme->end; i++) {
        lists |= UINT64_C(1) << entry_at(tables, i)->list;
    }
    return rare || (lists & ~names) == 0;
}

static int compare_lexemes(const void *left, const void *right)
{
    const struct lexeme *a = left;
    const struct lexeme *b = right;
    if (a->rare != b->rare) {
        return a->rare ? 1 : -1;
    }
    if (a->hash != b->hash) {
        return a->hash < b->hash ? -1 : 1;
    }
    return strcmp(a->key, b->key);
}

static void make_lexemes(struct tables *tables)
{
    uint32_t count = tables->lists->all.count;
    struct nr_map index = {0};
    tables->lexemes =
        must_take(tables->lists, (2 * (size_t)count + 1) * sizeof *tables->lexemes);
    for (uint32_t i = 0; i < count; i++) {
        const struct entry *entry = entry_at(tables, i);
        struct lexeme *lexeme =
            &tables->lexemes[*lexeme_slot(tables, &index, entry->key)];
        if (lexeme->first == lexeme->end) {
            lexeme->first = i;
        }
        lexeme->end = i + 1;
        if (entry->tokens > 1) {
            announce_phrase(tables, &index, entry->key, entry->tokens);
        }
    }
    if (tables->lexeme_count >= (1u << NR_LEXICON_INDEX_BITS) - 1) {
        (void)fprintf(stderr, "lexicon2c: more forms than a slot can number\n");
        exit(EXIT_FAILURE);
    }
    tables->slot_mask = 1;
    while (tables->slot_mask < tables->lexeme_count * 2) {
        tables->slot_mask = tables->slot_mask * 2 + 1;
    }
    for (uint32_t i = 0; i < tables->lexeme_count; i++) {
        struct lexeme *lexeme = &tables->lexemes[i];
        lexeme->hash = nr_hash(lexeme->key, strlen(lexeme->key));
        lexeme->set = find_set(tables, lexeme);
        lexeme->rare = is_rare(tables, lexeme);
    }
    if (tables->lexeme_count > 0) {
        qsort(tables->lexemes, tables->lexeme_count, sizeof *tables->lexemes,
              compare_lexemes);
    }
}

/* Where the string begins in the pool; a new one goes to its end. */
static uint32_t pool_string(struct tables *tables, const char *string)
{
    struct nr_arena *arena = &tables->lists->arena;
    uint32_t length = (uint32_t)strlen(string);
    uint32_t *slot = must_have(nr_map_slot(arena, &tables->strings, string, length));
    if (*slot == NR_NONE) {
        *slot = tables->pool.count;
        bool room = nr_list_reserve(arena, &tables->pool, 1, length + 1);
        must_have(room ? tables->pool.items : NULL);
        memcpy(tables->pool.items + tables->pool.count, string, length + 1);
        tables->pool.count += length + 1;
    }
    return *slot;
}

/* Does lowering ASCII capitals make the key of this string? */
static bool lowers_to(const char *string, const char *key)
{
    for (; *string != '\0' && *key != '\0'; string++, key++) {
        char c = *string >= 'A' && *string <= 'Z' ? (char)(*string | 0x20) : *string;
        if (c != *key) {
            return false;
        }
    }
    return *string == *key;
}

/* The key, or a canonical form of the lexeme that differs from it in capitals alone. */
static const char *key_string(const struct tables *tables, const struct lexeme *lexeme)
{
    for (uint32_t i = lexeme->first; i < lexeme->end; i++) {
        const struct entry *entry = entry_at(tables, i);
        if (lowers_to(entry->canonical, lexeme->key)) {
            return entry->canonical;
        }
    }
    return lexeme->key;
}

static void make_pool(struct tables *tables)
{
    for (uint32_t i = 0; i < tables->lexeme_count; i++) {
        const struct lexeme *lexeme = &tables->lexemes[i];
        (void)pool_string(tables, key_string(tables, lexeme));
        for (uint32_t k = lexeme->first; k < lexeme->end; k++) {
            (void)pool_string(tables, entry_at(tables, k)->canonical);
        }
    }
}

static void write_head(const struct tables *tables, int count, char *const *names)
{
    FILE *out = tables->out;
    (void)fputs("/* generated by lexicon2c from", out);
    for (int i = 0; i < count; i++) {
        (void)fprintf(out, "\n *   %s", names[i]);
    }
    (void)fputs("\n * Change those, not this file. */\n#include \"lexicon/data.h\"\n\n",
                out);
    (void)fprintf(
        out,
        "#if defined(__GNUC__)\n"
        "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n"
        "#endif\n\n"
        "struct data {\n"
        "    struct nr_lexeme lexemes[%u];\n"
        "    struct nr_fact facts[%u];\n"
        "    uint64_t sets[%u][NR_CASING_COUNT];\n"
        "    char pool[%u];\n"
        "};\n"
        "#define FAR(from, size, i, to, n) \\\n"
        "    (int32_t)((long)offsetof(struct data, to) + (n) - \\\n"
        "              (long)offsetof(struct data, from) - (i) * (long)(size))\n"
        "#define L(i, fact, set, key, count, phrase) \\\n"
        "    {FAR(lexemes, sizeof(struct nr_lexeme), i, facts, \\\n"
        "         (fact) * (long)sizeof(struct nr_fact)), \\\n"
        "     FAR(lexemes, sizeof(struct nr_lexeme), i, sets, (set) * 24L), \\\n"
        "     key, count, phrase},\n"
        "#define F(i, canonical, ...) \\\n"
        "    {FAR(facts, sizeof(struct nr_fact), i, pool, canonical), __VA_ARGS__},\n\n"
        "static const struct data data = {\n    {\n",
        tables->lexeme_count, tables->lists->all.count, tables->sets.count,
        tables->pool.count);
}

static void write_fact(struct tables *tables, uint32_t i, const struct entry *entry)
{
    const struct attributes *own = &entry->attributes;
    (void)fprintf(tables->out, "F(%u,%u,%u,%u,%u,%u,%u,%u,%u,\"%s\")\n", i,
                  pool_string(tables, entry->canonical), own->flags, own->languages,
                  entry->list, own->type, own->gender, own->act, entry->casing,
                  own->country);
}

/* In the order of the lexemes: those of one stand together. */
static void write_facts(struct tables *tables)
{
    (void)fputs("    },\n    {\n", tables->out);
    uint32_t fact = 0;
    for (uint32_t i = 0; i < tables->lexeme_count; i++) {
        const struct lexeme *lexeme = &tables->lexemes[i];
        for (uint32_t k = lexeme->first; k < lexeme->end; k++) {
            write_fact(tables, fact, entry_at(tables, k));
            fact++;
        }
    }
}

static void write_lexemes(struct tables *tables)
{
    uint32_t fact = 0;
    for (uint32_t i = 0; i < tables->lexeme_count; i++) {
        const struct lexeme *lexeme = &tables->lexemes[i];
        uint32_t count = lexeme->end - lexeme->first;
        (void)fprintf(tables->out, "L(%u,%u,%u,%u,%u,%u)\n", i, fact, lexeme->set,
                      pool_string(tables, key_string(tables, lexeme)), count,
                      lexeme->phrase_tokens);
        fact += count;
    }
}

static void write_sets(const struct tables *tables)
{
    (void)fputs("    },\n    {\n", tables->out);
    for (uint32_t i = 0; i < tables->sets.count; i++) {
        (void)fputs("{", tables->out);
        for (uint32_t casing = 0; casing < NR_CASING_COUNT; casing++) {
            (void)fprintf(tables->out, "0x%llxu,",
                          (unsigned long long)tables->sets.items[i].lists[casing]);
        }
        (void)fputs("},\n", tables->out);
    }
}

/* One string a line: an escape never runs into the next string. */
static void write_pool(const struct tables *tables)
{
    (void)fputs("    },\n", tables->out);
    uint32_t at = 0;
    while (at < tables->pool.count) {
        (void)fputs("\"", tables->out);
        for (; tables->pool.items[at] != '\0'; at++) {
            char c = tables->pool.items[at];
            (void)fprintf(tables->out, c == '"' || c == '\\' ? "\\%c" : "%c", c);
        }
        at++;
        (void)fputs(at < tables->pool.count ? "\\0\"\n" : "\"\n};\n\n", tables->out);
    }
}

static void write_numbers(FILE *out, const char *name, const uint32_t *numbers,
                          uint32_t count)
{
    (void)fprintf(out, "static const uint32_t %s[] = {\n", name);
    for (uint32_t i = 0; i < count; i++) {
        (void)fprintf(out, "%uu,\n", numbers[i]);
    }
    (void)fputs("};\n", out);
}

/* Where each lexeme is looked for, lexicon/data.h. */
static void write_slots(struct tables *tables)
{
    uint32_t *slots = must_take(tables->lists, (tables->slot_mask + 1) * sizeof *slots);
    for (uint32_t i = 0; i < tables->lexeme_count; i++) {
        uint32_t hash = tables->lexemes[i].hash;
        uint32_t at = hash & tables->slot_mask;
        while (slots[at] != 0) {
            at = (at + 1) & tables->slot_mask;
        }
        slots[at] = nr_lexicon_tag(hash) | (i + 1);
    }
    write_numbers(tables->out, "slots", slots, tables->slot_mask + 1);
}

static void write_index(struct tables *tables)
{
    FILE *out = tables->out;
    write_slots(tables);
    write_numbers(out, "pairs", tables->pairs, NR_LEXICON_PAIRS / 32);
    (void)fprintf(out,
                  "const struct nr_lexicon_tables nr_lexicon_tables = {\n"
                  "    data.lexemes, slots, pairs, data.pool, %u, %u};\n",
                  tables->slot_mask, tables->lexeme_count);
}

void tables_write(struct lists *lists, int count, char *const *names, FILE *out)
{
    struct tables tables = {.lists = lists, .out = out};
    make_lexemes(&tables);
    make_pool(&tables);
    write_head(&tables, count, names);
    write_lexemes(&tables);
    write_facts(&tables);
    write_sets(&tables);
    write_pool(&tables);
    write_index(&tables);
}
