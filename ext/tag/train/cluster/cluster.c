/* tag/train/cluster/cluster.c: which words keep the same company? A program of its own.
 *
 *     cluster CORPORA > ext/tag/clusters.txt
 *
 *     monday tuesday wednesday ...    said told added ...    berlin madrid lagos ...
 *
 * Words that stand between the same words are put into one of CLASSES classes: the
 * exchange algorithm (Kneser & Ney 1993; Martin, Liermann & Ney 1998) moves one word at a
 * time to the class that makes the bigrams of classes most likely, until hardly any
 * moves. Then the two classes that lose least by it are joined, again and again (Brown et
 * al. 1992), which gives each class a path in a binary tree: a 0 or a 1 for each join.
 * Classes whose paths begin alike are alike, so a path's first bits are a coarser class.
 *
 * Text is cut into tokens by text/, as when tagging. Likelihoods are sums of n log n in
 * whole numbers: the result is the same on every machine.
 *
 * Knowingly wrong: a word with two meanings (may, May) has one class. */
#include "tag/train/cluster/reading.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    CLASSES = 512,
    LEAST = 5,   /* rarer words are one word, "rare" */
    ROUNDS = 12, /* of the exchange, at most */
    FEW = 400,   /* as soon as a round moves fewer */
    KNOWN_LOGS = 1 << 22,
    PATH_BITS = 30,
};

/* Two kinds of token that are no word of the list. */
enum { WORD_EDGE, WORD_RARE, WORD_NUMBER, WORD_FIRST };

struct neighbour {
    uint32_t word;
    uint32_t count;
};

struct entry {
    char *form;
    uint32_t count;
    uint32_t class;
    struct neighbour *right; /* [right_count] */
    struct neighbour *left;  /* [left_count] */
    uint32_t right_count;
    uint32_t left_count;
    uint32_t self; /* how often it follows itself */
};

struct corpus {
    struct nr_arena arena; /* of the map of words */
    struct nr_map index;   /* form -> index into raw */
    char **forms;          /* [raw_count] */
    uint32_t *counts;      /* [raw_count] */
    uint32_t raw_count;
    uint32_t raw_room;
    uint32_t *tokens; /* [token_count] raw words, later entries */
    uint32_t token_count;
    uint32_t token_room;
    struct entry *entries; /* [entry_count] the most frequent first */
    uint32_t entry_count;
};

/* ---- Reading ---- */

static void *grown(void *items, uint32_t count, uint32_t *room, size_t size)
{
    if (count < *room) {
        return items;
    }
    *room = *room == 0 ? 1024 : *room * 2;
    return need_memory(realloc(items, *room * size));
}

static void add_token(struct corpus *corpus, uint32_t raw)
{
    corpus->tokens = grown(corpus->tokens, corpus->token_count, &corpus->token_room,
                           sizeof *corpus->tokens);
    corpus->tokens[corpus->token_count++] = raw;
    corpus->counts[raw]++;
}

static uint32_t raw_word(struct corpus *corpus, const char *form, uint32_t length)
{
    uint32_t known = nr_map_find(&corpus->index, form, length);
    if (known != NR_NONE) {
        return known;
    }
    uint32_t room = corpus->raw_room;
    corpus->forms =
        grown(corpus->forms, corpus->raw_count, &corpus->raw_room, sizeof *corpus->forms);
    corpus->counts =
        grown(corpus->counts, corpus->raw_count, &room, sizeof *corpus->counts);
    char *copy = nr_arena_copy(&corpus->arena, form, length);
    uint32_t *slot = nr_map_slot(&corpus->arena, &corpus->index, copy, length);
    need_memory(slot);
    corpus->forms[corpus->raw_count] = copy;
    corpus->counts[corpus->raw_count] = 0;
    *slot = corpus->raw_count;
    return corpus->raw_count++;
}

static void add_text(void *context, const struct nr_text *text)
{
    struct corpus *corpus = context;
    for (uint32_t s = 0; s < text->sentences.count; s++) {
        const struct nr_sentence *sentence = &text->sentences.items[s];
        uint32_t block = sentence->block;
        if (text->blocks.items[block].language > NR_LANGUAGE_EN) {
            continue;
        }
        add_token(corpus, WORD_EDGE);
        for (uint32_t t = sentence->first_token; t < sentence->end_token; t++) {
            const struct nr_word *word = nr_word_of(text, t);
            bool number = text->tokens.items[t].shape == NR_SHAPE_NUMBER;
            add_token(corpus, number ? WORD_NUMBER
                                     : raw_word(corpus, word->folded, word->length));
        }
    }
}

/* ---- Words and who stands beside them ---- */

static const struct corpus *sorted; /* for by_count only */

static int by_count(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    if (sorted->counts[x] != sorted->counts[y]) {
        return sorted->counts[x] > sorted->counts[y] ? -1 : 1;
    }
    return strcmp(sorted->forms[x], sorted->forms[y]);
}

static void choose_words(struct corpus *corpus)
{
    uint32_t *order = need_memory(malloc(corpus->raw_count * sizeof *order));
    uint32_t *entry_of = need_memory(malloc(corpus->raw_count * sizeof *entry_of));
    uint32_t count = WORD_FIRST;
    for (uint32_t i = 0; i < corpus->raw_count; i++) {
        order[i] = i;
        entry_of[i] = i < WORD_FIRST ? i : WORD_RARE;
    }
    sorted = corpus;
    qsort(order + WORD_FIRST, corpus->raw_count - WORD_FIRST, sizeof *order, by_count);
    while (count < corpus->raw_count && corpus->counts[order[count]] >= LEAST) {
        count++;
    }
    corpus->entries = need_memory(calloc(count, sizeof *corpus->entries));
    corpus->entry_count = count;
    for (uint32_t i = 0; i < count; i++) {
        entry_of[order[i]] = i;
        corpus->entries[i].form = corpus->forms[order[i]];
    }
    for (uint32_t i = 0; i < corpus->token_count; i++) {
        corpus->tokens[i] = entry_of[corpus->tokens[i]];
        corpus->entries[corpus->tokens[i]].count++;
    }
    free(order);
    free(entry_of);
}

static int by_number(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a;
    uint64_t y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* The pairs of tokens that stand side by side, sorted: (a, b) as a << 32 | b. */
static uint64_t *sorted_pairs(const struct corpus *corpus, bool left)
{
    uint32_t count = corpus->token_count - 1;
    uint64_t *pairs = need_memory(malloc(count * sizeof *pairs));
    for (uint32_t i = 0; i < count; i++) {
        uint64_t a = corpus->tokens[i];
        uint64_t b = corpus->tokens[i + 1];
        pairs[i] = left ? b << 32 | a : a << 32 | b;
    }
    qsort(pairs, count, sizeof *pairs, by_number);
    return pairs;
}

static void gather(struct corpus *corpus, bool left)
{
    uint64_t *pairs = sorted_pairs(corpus, left);
    uint32_t total = corpus->token_count - 1;
    struct neighbour *all = need_memory(malloc(total * sizeof *all)); /* kept */
    uint32_t used = 0;
    for (uint32_t i = 0; i < total;) {
        uint32_t run = i;
        while (run < total && pairs[run] == pairs[i]) {
            run++;
        }
        uint32_t word = (uint32_t)(pairs[i] >> 32);
        uint32_t other = (uint32_t)pairs[i];
        struct entry *entry = &corpus->entries[word];
        if (word == other) {
            entry->self = run - i;
        } else {
            struct neighbour **list = left ? &entry->left : &entry->right;
            uint32_t *count = left ? &entry->left_count : &entry->right_count;
            *list = *count == 0 ? all + used : *list;
            all[used++] = (struct neighbour){other, run - i};
            (*count)++;
        }
        i = run;
    }
    free(pairs);
}

/* ---- The exchange ---- */

struct classes {
    int32_t (*after)[CLASSES];  /* [a][b]: how often b follows a */
    int32_t (*before)[CLASSES]; /* [b][a]: the same */
    int64_t size[CLASSES];      /* tokens */
    uint32_t words[CLASSES];
    int64_t *logs;          /* [KNOWN_LOGS] n log2 n, in 1/65536 */
    int32_t right[CLASSES]; /* of the word under way: how often each class follows */
    int32_t left[CLASSES];
};

static int64_t n_log_n(const struct classes *classes, int64_t n)
{
    if (n < KNOWN_LOGS) {
        return classes->logs[n];
    }
    return llround((double)n * log2((double)n) * 65536.0);
}

static void open_classes(struct classes *classes)
{
    classes->after = need_memory(calloc(CLASSES, sizeof *classes->after));
    classes->before = need_memory(calloc(CLASSES, sizeof *classes->before));
    classes->logs = need_memory(malloc(KNOWN_LOGS * sizeof *classes->logs));
    classes->logs[0] = 0;
    for (int64_t n = 1; n < KNOWN_LOGS; n++) {
        classes->logs[n] = llround((double)n * log2((double)n) * 65536.0);
    }
}

/* The most frequent words have a class each at first, all others share the last. */
static void begin_classes(struct classes *classes, struct corpus *corpus)
{
    for (uint32_t i = 0; i < corpus->entry_count; i++) {
        struct entry *entry = &corpus->entries[i];
        entry->class = i < CLASSES - 1 ? i : CLASSES - 1;
        classes->size[entry->class] += entry->count;
        classes->words[entry->class]++;
    }
    for (uint32_t i = 0; i + 1 < corpus->token_count; i++) {
        uint32_t a = corpus->entries[corpus->tokens[i]].class;
        uint32_t b = corpus->entries[corpus->tokens[i + 1]].class;
        classes->after[a][b]++;
        classes->before[b][a]++;
    }
}

/* Which classes stand beside the word, itself left out. */
static void see_company(struct classes *classes, const struct corpus *corpus,
                        const struct entry *entry)
{
    memset(classes->right, 0, sizeof classes->right);
    memset(classes->left, 0, sizeof classes->left);
    for (uint32_t i = 0; i < entry->right_count; i++) {
        classes->right[corpus->entries[entry->right[i].word].class] +=
            (int32_t)entry->right[i].count;
    }
    for (uint32_t i = 0; i < entry->left_count; i++) {
        classes->left[corpus->entries[entry->left[i].word].class] +=
            (int32_t)entry->left[i].count;
    }
}

/* Puts the word under way into a class (sign 1), or takes it out (-1). */
static void shift(struct classes *classes, const struct entry *entry, uint32_t class,
                  int32_t sign)
{
    for (uint32_t c = 0; c < CLASSES; c++) {
        int32_t right = sign * classes->right[c];
        int32_t left = sign * classes->left[c];
        classes->after[class][c] += right;
        classes->before[c][class] += right;
        classes->after[c][class] += left;
        classes->before[class][c] += left;
    }
    classes->after[class][class] += sign * (int32_t)entry->self;
    classes->before[class][class] += sign * (int32_t)entry->self;
    classes->size[class] += sign * (int64_t)entry->count;
    classes->words[class] += (uint32_t)sign;
}

/* Adds to each class what the bigrams with class c would gain by the word. */
static void weigh(const struct classes *classes, const int32_t now[CLASSES], int32_t more,
                  int64_t gains[CLASSES])
{
    const int64_t *logs = classes->logs;
    for (uint32_t b = 0; b < CLASSES; b++) {
        gains[b] += logs[now[b] + more] - logs[now[b]];
    }
}

static uint32_t best_class(const struct classes *classes, const struct entry *entry,
                           int64_t gains[CLASSES])
{
    uint32_t best = entry->class;
    memset(gains, 0, CLASSES * sizeof *gains);
    for (uint32_t c = 0; c < CLASSES; c++) {
        if (classes->right[c] > 0) {
            weigh(classes, classes->before[c], classes->right[c], gains);
        }
        if (classes->left[c] > 0) {
            weigh(classes, classes->after[c], classes->left[c], gains);
        }
    }
    const int64_t *logs = classes->logs;
    for (uint32_t b = 0; b < CLASSES; b++) {
        int32_t own = classes->after[b][b];
        int32_t right = classes->right[b];
        int32_t left = classes->left[b];
        gains[b] -= logs[own + right] - logs[own] + logs[own + left] - logs[own];
        gains[b] += logs[own + right + left + (int32_t)entry->self] - logs[own];
        gains[b] -= 2 * (n_log_n(classes, classes->size[b] + entry->count) -
                         n_log_n(classes, classes->size[b]));
    }
    for (uint32_t b = 0; b < CLASSES; b++) {
        best = gains[b] > gains[best] ? b : best;
    }
    return best;
}

static uint32_t exchange(struct classes *classes, struct corpus *corpus)
{
    static int64_t gains[CLASSES];
    uint32_t moved = 0;
    for (uint32_t i = 0; i < corpus->entry_count; i++) {
        struct entry *entry = &corpus->entries[i];
        if (classes->words[entry->class] == 1) {
            continue; /* no class may be empty */
        }
        see_company(classes, corpus, entry);
        shift(classes, entry, entry->class, -1);
        uint32_t best = best_class(classes, entry, gains);
        moved += best != entry->class;
        entry->class = best;
        shift(classes, entry, best, 1);
    }
    return moved;
}

/* ---- The tree ---- */

struct tree {
    bool alive[CLASSES];
    int64_t (*losses)[CLASSES]; /* [i][j], i < j: what joining them costs */
    uint32_t path[CLASSES];     /* of a class: the last join's bit is the highest */
    uint8_t depth[CLASSES];
    uint32_t root_of[CLASSES]; /* which joined class a class is in */
};

static int64_t joined(const struct classes *classes, int32_t a, int32_t b)
{
    return classes->logs[a] + classes->logs[b] - n_log_n(classes, (int64_t)a + b);
}

/* The part of a loss that bigrams with class k are. */
static int64_t loss_with(const struct classes *classes, uint32_t i, uint32_t j,
                         uint32_t k)
{
    return joined(classes, classes->after[i][k], classes->after[j][k]) +
           joined(classes, classes->before[i][k], classes->before[j][k]);
}

static int64_t whole_loss(const struct classes *classes, const struct tree *tree,
                          uint32_t i, uint32_t j)
{
    int64_t loss = 0;
    for (uint32_t k = 0; k < CLASSES; k++) {
        if (tree->alive[k] && k != i && k != j) {
            loss += loss_with(classes, i, j, k);
        }
    }
    int64_t inner[4] = {classes->after[i][i], classes->after[i][j], classes->after[j][i],
                        classes->after[j][j]};
    int64_t sum = 0;
    for (int n = 0; n < 4; n++) {
        loss += n_log_n(classes, inner[n]);
        sum += inner[n];
    }
    loss -= n_log_n(classes, sum);
    return loss -
           2 * (n_log_n(classes, classes->size[i]) + n_log_n(classes, classes->size[j]) -
                n_log_n(classes, classes->size[i] + classes->size[j]));
}

/* Adds (sign 1) or takes away what class k is of the losses of all pairs without it. */
static void losses_with(const struct classes *classes, struct tree *tree, uint32_t k,
                        uint32_t other, int64_t sign)
{
    for (uint32_t i = 0; i < CLASSES; i++) {
        if (!tree->alive[i] || i == k || i == other) {
            continue;
        }
        for (uint32_t j = i + 1; j < CLASSES; j++) {
            if (tree->alive[j] && j != k && j != other) {
                tree->losses[i][j] += sign * loss_with(classes, i, j, k);
            }
        }
    }
}

static void add_class(struct classes *classes, uint32_t into, uint32_t from)
{
    for (uint32_t c = 0; c < CLASSES; c++) {
        classes->after[into][c] += classes->after[from][c];
        classes->before[into][c] += classes->before[from][c];
    }
    for (uint32_t c = 0; c < CLASSES; c++) {
        classes->after[c][into] += classes->after[c][from];
        classes->before[c][into] += classes->before[c][from];
    }
    classes->size[into] += classes->size[from];
}

static void deepen(struct tree *tree, uint32_t root, uint32_t bit)
{
    for (uint32_t c = 0; c < CLASSES; c++) {
        if (tree->root_of[c] == root) {
            tree->path[c] = tree->path[c] >> 1 | bit << 31;
            tree->depth[c]++;
        }
    }
}

static void join(struct classes *classes, struct tree *tree, uint32_t a, uint32_t b)
{
    losses_with(classes, tree, a, b, -1);
    losses_with(classes, tree, b, a, -1);
    deepen(tree, a, 0);
    deepen(tree, b, 1);
    for (uint32_t c = 0; c < CLASSES; c++) {
        tree->root_of[c] = tree->root_of[c] == b ? a : tree->root_of[c];
    }
    add_class(classes, a, b);
    tree->alive[b] = false;
    losses_with(classes, tree, a, b, 1);
    for (uint32_t j = 0; j < CLASSES; j++) {
        if (tree->alive[j] && j != a) {
            int64_t *loss = a < j ? &tree->losses[a][j] : &tree->losses[j][a];
            *loss = whole_loss(classes, tree, a < j ? a : j, a < j ? j : a);
        }
    }
}

/* The pair of classes that costs least to join. */
static void cheapest(const struct tree *tree, uint32_t *a, uint32_t *b)
{
    *a = NR_NONE;
    for (uint32_t i = 0; i < CLASSES; i++) {
        for (uint32_t j = i + 1; tree->alive[i] && j < CLASSES; j++) {
            bool less = *a == NR_NONE || tree->losses[i][j] < tree->losses[*a][*b];
            if (tree->alive[j] && less) {
                *a = i;
                *b = j;
            }
        }
    }
}

static void grow_tree(struct classes *classes, struct tree *tree)
{
    tree->losses = need_memory(calloc(CLASSES, sizeof *tree->losses));
    for (uint32_t i = 0; i < CLASSES; i++) {
        tree->alive[i] = true;
        tree->root_of[i] = i;
    }
    for (uint32_t i = 0; i < CLASSES; i++) {
        for (uint32_t j = i + 1; j < CLASSES; j++) {
            tree->losses[i][j] = whole_loss(classes, tree, i, j);
        }
    }
    for (uint32_t left = CLASSES; left > 1; left--) {
        uint32_t a = NR_NONE;
        uint32_t b = NR_NONE;
        cheapest(tree, &a, &b);
        join(classes, tree, a, b);
    }
}

/* ---- Writing ---- */

/* Deeper than this, a path is cut: the classes below are told apart by their number. */
static void write_path(const struct tree *tree, uint32_t class)
{
    uint32_t depth = tree->depth[class] < PATH_BITS ? tree->depth[class] : PATH_BITS;
    for (uint32_t bit = 0; bit < depth; bit++) {
        putchar((tree->path[class] >> (31 - bit) & 1) != 0 ? '1' : '0');
    }
}

/* Class by class in the order of their paths. */
static int by_path(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a;
    uint64_t y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static void write_all(const struct corpus *corpus, const struct tree *tree)
{
    static uint64_t order[CLASSES];
    printf(
        "# Word clusters: a path in a binary tree, then the words of the class that it "
        "leads to,\n# the most frequent first. Written by tag/train/cluster/cluster.c "
        "from "
        "%u tokens of\n# news-bulk (BBC, Reuters-21578, Wikinews), PolNeAR train, "
        "CoNLL-2003 train and TimeBank:\n# what was counted in them; none of their text. "
        "%u words seen %d times or more.\n",
        corpus->token_count, corpus->entry_count - WORD_FIRST, LEAST);
    for (uint32_t c = 0; c < CLASSES; c++) {
        order[c] = (uint64_t)tree->path[c] << 32 | c;
    }
    qsort(order, CLASSES, sizeof *order, by_path);
    for (uint32_t i = 0; i < CLASSES; i++) {
        uint32_t class = (uint32_t)order[i];
        write_path(tree, class);
        for (uint32_t e = WORD_FIRST; e < corpus->entry_count; e++) {
            if (corpus->entries[e].class == class) {
                printf(" %s", corpus->entries[e].form);
            }
        }
        putchar('\n');
    }
}

static const struct reading_source sources[] = {
    {"news-bulk.db", "SELECT body FROM articles WHERE language = 'en' ORDER BY id"},
    {"polnear-train.db", "SELECT body FROM articles ORDER BY id"},
    {"conll2003-docs.db", "SELECT body FROM articles WHERE split = 'train' ORDER BY id"},
    {"timex-train.db", "SELECT body FROM articles ORDER BY id"},
};

int main(int count, char **arguments)
{
    static struct corpus corpus;
    static struct classes classes;
    static struct tree tree;
    if (count != 2) {
        fputs("usage: cluster CORPORA > clusters.txt\n", stderr);
        return EXIT_FAILURE;
    }
    struct nr_host host = trainer_host();
    nr_arena_open(&corpus.arena, &host);
    static const char *const kinds[WORD_FIRST] = {"<edge>", "<rare>", "<number>"};
    for (uint32_t i = 0; i < WORD_FIRST; i++) {
        raw_word(&corpus, kinds[i], (uint32_t)strlen(kinds[i]));
    }
    for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++) {
        read_texts(arguments[1], &sources[i], add_text, &corpus);
    }
    choose_words(&corpus);
    gather(&corpus, false);
    gather(&corpus, true);
    fprintf(stderr, "%u tokens, %u words\n", corpus.token_count, corpus.entry_count);
    open_classes(&classes);
    begin_classes(&classes, &corpus);
    uint32_t moved = UINT32_MAX;
    for (int round = 1; round <= ROUNDS && moved >= FEW; round++) {
        moved = exchange(&classes, &corpus);
        fprintf(stderr, "round %d: %u words moved\n", round, moved);
    }
    grow_tree(&classes, &tree);
    write_all(&corpus, &tree);
    return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
