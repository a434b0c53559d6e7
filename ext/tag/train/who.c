/* tag/train/who.c: learns what speaks for whom when he, she or they is said
 * (speaker/rank.h).
 *
 * From GUM without its news and interviews, whose mentions people linked, and from the
 * smaller part of GAP, where they said which of two names is meant; the rest of both is
 * kept for measuring (tests/eval/who.py). And from PolNeAR, where nobody said it: if one
 * alone of the persons named before has the pronoun's gender, that one is meant, and all
 * other clues can be learned from it.
 *
 * Each pronoun whose right figure stands among the candidates is an example: logistic
 * regression, the right one against the others. Twice: first with the right answers
 * before it, then with those that the first weights give, as it will be. */
#include "speaker/meant.h"
#include "speaker/rank.h"
#include "tag/train/host.h"
#include "tag/train/trainer.h"

#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { UNIT = 100, TURNS = 60, FOLDS = 5, OPTIONS_MOST = 64, ROUNDS = 2 };

/* A text, and who is who in it. */
struct told {
    const struct nr_article *article;
    int64_t id;
    int64_t *cluster_of_token;  /* [tokens] of the mention that it heads; 0: none */
    uint32_t *width_of_token;   /* [tokens] of that mention */
    int64_t *cluster_of_entity; /* [entities] 0: unknown */
};

struct option {
    struct nr_clues clues;
};

struct example {
    struct option *options;
    uint32_t count;
    uint32_t right; /* or NR_NONE: not on stage */
    uint32_t kind;  /* see nr_ranked_kind() */
    uint32_t fold;
};

/* How many were right, of how many, by kind and lead. */
struct tally {
    uint32_t right[NR_RANKED_KINDS][NR_LEAD_BINS];
    uint32_t all[NR_RANKED_KINDS][NR_LEAD_BINS];
};

struct school {
    struct trainer *trainer;
    NR_LIST(struct told) texts;
    NR_LIST(struct example) examples;
    struct told *now;
    bool own; /* go on with the answers of the weights, not the right ones */
    double weights[NR_RANKED_KINDS][NR_CLUE_COUNT];
    struct nr_rank_table table;
};

/* ---- Who is who ---- */

static bool reads(const struct nr_text *text, uint32_t t, const char *word)
{
    struct nr_span span = nr_token_span(text, t);
    return strlen(word) == nr_span_length(span) &&
           memcmp(word, text->bytes + span.begin, strlen(word)) == 0;
}

/* A linked mention: its head word is in the cluster; the narrowest mention has a word. */
static void link_mention(struct told *told, const char *head, uint32_t first,
                         uint32_t end, int64_t cluster)
{
    for (uint32_t t = first; t < end && t < told->article->text.tokens.count; t++) {
        bool wider =
            told->cluster_of_token[t] != 0 && told->width_of_token[t] < end - first;
        if (reads(&told->article->text, t, head) && !wider) {
            told->cluster_of_token[t] = cluster;
            told->width_of_token[t] = end - first;
            return;
        }
    }
}

static void link_entities(struct told *told)
{
    const struct nr_entities *entities = &told->article->entities;
    for (uint32_t m = 0; m < entities->mentions.count; m++) {
        const struct nr_mention *mention = &entities->mentions.items[m];
        int64_t *cluster = &told->cluster_of_entity[mention->entity];
        for (uint32_t t = mention->first_token; t < mention->end_token; t++) {
            *cluster = *cluster != 0 ? *cluster : told->cluster_of_token[t];
        }
    }
}

static struct told *add_text(struct school *school, int64_t id,
                             const struct nr_article *article)
{
    struct told *told =
        need_memory(nr_list_push(&school->trainer->arena, &school->texts, sizeof *told));
    *told = (struct told){
        .article = article,
        .id = id,
        .cluster_of_token = need(article->text.tokens.count + 1, sizeof(int64_t)),
        .width_of_token = need(article->text.tokens.count + 1, sizeof(uint32_t)),
        .cluster_of_entity = need(article->entities.entities.count + 1, sizeof(int64_t)),
    };
    return told;
}

static const struct nr_article *read_body(struct school *school, sqlite3_stmt *row)
{
    size_t length = (size_t)sqlite3_column_bytes(row, 1);
    const char *bytes = need_memory(
        nr_arena_copy(&school->trainer->arena, sqlite3_column_blob(row, 1), length));
    return trainer_article(school->trainer, bytes, length, NR_STAGE_QUOTES);
}

static void see_gum(void *context, sqlite3_stmt *row)
{
    struct school *school = context;
    add_text(school, sqlite3_column_int64(row, 0), read_body(school, row));
}

static void see_gum_mention(void *context, sqlite3_stmt *row)
{
    struct school *school = context;
    int64_t id = sqlite3_column_int64(row, 0);
    struct told *told = school->now;
    while (told->id != id) { /* both by id */
        told++;
    }
    school->now = told;
    const struct nr_text *text = &told->article->text;
    link_mention(told, (const char *)sqlite3_column_text(row, 3),
                 nr_token_from(text, (uint32_t)sqlite3_column_int64(row, 1)),
                 nr_token_from(text, (uint32_t)sqlite3_column_int64(row, 2)),
                 sqlite3_column_int64(row, 4));
}

/* Offsets of GAP count characters: the byte of one. */
static uint32_t byte_of(const struct nr_text *text, int64_t character)
{
    uint32_t byte = 0;
    for (; byte < text->length && character > 0; character--) {
        byte++;
        while (byte < text->length && ((unsigned char)text->bytes[byte] & 0xC0) == 0x80) {
            byte++;
        }
    }
    return byte;
}

/* The pronoun and the right name are in cluster 1, all else in none. */
static void see_gap(void *context, sqlite3_stmt *row)
{
    struct school *school = context;
    struct told *told = add_text(school, 0, read_body(school, row));
    const struct nr_text *text = &told->article->text;
    uint32_t t = nr_token_from(text, byte_of(text, sqlite3_column_int64(row, 2)));
    if (t < text->tokens.count) {
        told->cluster_of_token[t] = 1;
    }
    uint32_t begin = byte_of(text, sqlite3_column_int64(row, 3));
    uint32_t end = begin + (uint32_t)sqlite3_column_bytes(row, 4);
    for (uint32_t m = 0; m < told->article->entities.mentions.count; m++) {
        const struct nr_mention *mention = &told->article->entities.mentions.items[m];
        if (nr_span_meets(mention->span, nr_span_of(begin, end))) {
            told->cluster_of_entity[mention->entity] = 1;
        }
    }
}

/* ---- Examples ---- */

static int64_t cluster_of(const struct school *school, const struct nr_figure *figure)
{
    return figure->entity != NR_NONE ? school->now->cluster_of_entity[figure->entity]
                                     : school->now->cluster_of_token[figure->token];
}

static void add_example(struct school *school, const struct nr_asked *asked,
                        const struct nr_candidate *candidates, uint32_t count,
                        uint32_t right)
{
    struct example *example = need_memory(
        nr_list_push(&school->trainer->arena, &school->examples, sizeof *example));
    *example =
        (struct example){.options = need(count, sizeof(struct option)),
                         .count = count,
                         .right = right,
                         .kind = nr_ranked_kind(asked),
                         .fold = (uint32_t)(school->now - school->texts.items) % FOLDS};
    for (uint32_t i = 0; i < count; i++) {
        example->options[i].clues = candidates[i].clues;
    }
}

static uint32_t choose(void *context, const struct nr_asked *asked,
                       const struct nr_candidate *candidates, uint32_t count)
{
    struct school *school = context;
    int64_t wanted = school->now->cluster_of_token[asked->token];
    uint32_t right = NR_NONE;
    uint32_t lead = 0;
    for (uint32_t i = 0; wanted != 0 && right == NR_NONE && i < count; i++) {
        right = cluster_of(school, candidates[i].figure) == wanted ? i : NR_NONE;
    }
    if (wanted != 0 && count > 0) {
        add_example(school, asked, candidates, count, right);
    }
    return right != NR_NONE && !school->own
               ? right
               : nr_candidates_heaviest(candidates, count, &lead);
}

static void walk_through(const struct nr_article *a, const struct nr_ranker *ranker)
{
    struct nr_script script = {.text = &a->text,
                               .tags = &a->tags,
                               .entities = &a->entities,
                               .quotes = &a->quotes};
    struct nr_stand_ins references = {0};
    struct nr_arena arena;
    struct nr_host host = trainer_host();
    nr_arena_open(&arena, &host);
    nr_stand_ins_find(&arena, &script, ranker, &references);
    nr_arena_close(&arena);
}

static void collect(struct school *school)
{
    struct nr_ranker ranker = {&school->table, choose, school, false};
    school->examples.count = 0;
    for (uint32_t i = 0; i < school->texts.count; i++) {
        school->now = &school->texts.items[i];
        walk_through(school->now->article, &ranker);
    }
}

/* ---- Examples that gender gives away ---- */

static bool is_known(const struct nr_figure *figure)
{
    return figure->type == NR_TYPE_PERSON &&
           (figure->gender == NR_GENDER_FEMALE || figure->gender == NR_GENDER_MALE);
}

/* Leaves those whose gender is known, and no clue of it. */
static void blind(struct example *example, const struct nr_candidate *candidates)
{
    uint32_t kept = 0;
    uint32_t right = example->right;
    for (uint32_t i = 0; i < example->count; i++) {
        if (!is_known(candidates[i].figure)) {
            continue;
        }
        struct nr_clues *clues = &example->options[kept].clues;
        clues->count = 0;
        for (uint32_t c = 0; c < candidates[i].clues.count; c++) {
            if (!nr_clue_is_gender(candidates[i].clues.items[c])) {
                clues->items[clues->count++] = candidates[i].clues.items[c];
            }
        }
        example->right = i == right ? kept : example->right;
        kept++;
    }
    example->count = kept;
}

/* Of several persons whose genders are known only one has hers: then it is she, and all
 * other clues can be learned from it, in any news. */
static uint32_t choose_by_gender(void *context, const struct nr_asked *asked,
                                 const struct nr_candidate *candidates, uint32_t count)
{
    struct school *school = context;
    struct nr_candidate could[OPTIONS_MOST];
    uint32_t places[OPTIONS_MOST] = {0};
    uint32_t could_count = 0;
    uint32_t right = NR_NONE;
    uint32_t fitting = 0;
    uint32_t known = 0;
    uint32_t lead = 0;
    for (uint32_t i = 0; i < count; i++) {
        const struct nr_figure *figure = candidates[i].figure;
        bool fits = is_known(figure) && figure->gender == asked->gender;
        known += is_known(figure);
        fitting += fits;
        right = fits ? i : right;
        if (nr_figure_fits(figure, asked)) {
            places[could_count] = i;
            could[could_count++] = candidates[i];
        }
    }
    if (fitting == 1 && known > 1 && nr_ranked_kind(asked) == 0) {
        add_example(school, asked, candidates, count, right);
        struct example *example = &school->examples.items[school->examples.count - 1];
        example->fold = FOLDS + 1;
        blind(example, candidates);
    }
    uint32_t best = nr_candidates_heaviest(could, could_count, &lead);
    return best != NR_NONE ? places[best] : NR_NONE;
}

static void see_news(void *context, sqlite3_stmt *row)
{
    struct school *school = context;
    struct nr_ranker ranker = {&school->table, choose_by_gender, school, true};
    struct nr_article *a =
        trainer_article(school->trainer, (const char *)sqlite3_column_blob(row, 1),
                        (size_t)sqlite3_column_bytes(row, 1), NR_STAGE_QUOTES);
    walk_through(a, &ranker);
    nr_arena_close(&a->arena);
    free(a);
}

static bool read_news(struct school *school)
{
    return corpus_query(school->trainer, "polnear-train.db",
                        "SELECT id, body FROM articles ORDER BY id", see_news, school);
}

/* ---- Learning ---- */

static double weigh(const double *weights, const struct nr_clues *clues)
{
    double sum = 0;
    for (uint32_t i = 0; i < clues->count; i++) {
        sum += weights[clues->items[i]];
    }
    return sum;
}

static void step(const struct example *example, double *weights, double rate)
{
    double chances[OPTIONS_MOST];
    double sum = 0;
    for (uint32_t i = 0; i < example->count; i++) {
        chances[i] = exp(weigh(weights, &example->options[i].clues));
        sum += chances[i];
    }
    for (uint32_t i = 0; i < example->count; i++) {
        double error = (i == example->right) - chances[i] / sum;
        for (uint32_t c = 0; c < example->options[i].clues.count; c++) {
            weights[example->options[i].clues.items[c]] += rate * error;
        }
    }
}

static void round_weights(struct school *school, double sums[][NR_CLUE_COUNT])
{
    for (uint32_t k = 0; k < NR_RANKED_KINDS; k++) {
        for (uint32_t c = 0; c < NR_CLUE_COUNT; c++) {
            school->table.weights[k][c] = (int16_t)lround(sums[k][c] / TURNS * UNIT);
        }
    }
}

/* Without the texts of one fold; FOLDS: with all. The mean of all turns. */
static void learn_weights(struct school *school, uint32_t without)
{
    double sums[NR_RANKED_KINDS][NR_CLUE_COUNT] = {{0}};
    memset(school->weights, 0, sizeof school->weights);
    for (int turn = 0; turn < TURNS; turn++) {
        double rate = 0.02 / (1 + turn * 0.2);
        for (uint32_t i = 0; i < school->examples.count; i++) {
            const struct example *example = &school->examples.items[i];
            if (example->fold != without && example->right != NR_NONE) {
                step(example, school->weights[example->kind], rate);
            }
        }
        for (uint32_t k = 0; k < NR_RANKED_KINDS; k++) {
            for (uint32_t c = 0; c < NR_CLUE_COUNT; c++) {
                school->weights[k][c] *= 1 - 2 * rate;
                sums[k][c] += school->weights[k][c];
            }
        }
    }
    round_weights(school, sums);
}

/* How the weights do on the examples of a fold. */
static void count_right(const struct school *school, uint32_t fold, struct tally *tally)
{
    for (uint32_t i = 0; i < school->examples.count; i++) {
        const struct example *example = &school->examples.items[i];
        struct nr_candidate candidates[OPTIONS_MOST] = {{0}};
        uint32_t lead = 0;
        if (example->fold != fold) {
            continue;
        }
        for (uint32_t o = 0; o < example->count; o++) {
            const struct nr_clues *clues = &example->options[o].clues;
            for (uint32_t c = 0; c < clues->count; c++) {
                candidates[o].weight +=
                    school->table.weights[example->kind][clues->items[c]];
            }
        }
        uint32_t best = nr_candidates_heaviest(candidates, example->count, &lead);
        tally->all[example->kind][lead]++;
        tally->right[example->kind][lead] += best == example->right;
    }
}

/* ---- Writing it down ---- */

static void write_numbers(FILE *file, const struct nr_rank_table *table)
{
    fprintf(file, ".weights = {\n");
    for (uint32_t k = 0; k < NR_RANKED_KINDS; k++) {
        for (uint32_t c = 0; c < NR_CLUE_COUNT; c++) {
            fprintf(file, "%s%d,%s", c == 0 ? "{" : "", table->weights[k][c],
                    c + 1 == NR_CLUE_COUNT ? "},\n"
                    : c % 16 == 15         ? "\n"
                                           : " ");
        }
    }
    fprintf(file, "},\n.sure = {\n");
    for (uint32_t k = 0; k < NR_RANKED_KINDS; k++) {
        for (uint32_t b = 0; b < NR_LEAD_BINS; b++) {
            fprintf(file, "%s%u,%s", b == 0 ? "{" : "", table->sure[k][b],
                    b + 1 == NR_LEAD_BINS ? "},\n" : " ");
        }
    }
    fprintf(file, "},\n");
}

/* Chances from the tally; a figure for each kind of pronoun into line. */
static void sum_up(struct school *school, const struct tally *tally, char *line,
                   size_t room)
{
    uint32_t right[NR_RANKED_KINDS] = {0};
    uint32_t all[NR_RANKED_KINDS] = {0};
    for (uint32_t k = 0; k < NR_RANKED_KINDS; k++) {
        for (uint32_t b = 0; b < NR_LEAD_BINS; b++) {
            uint32_t of = tally->all[k][b];
            right[k] += tally->right[k][b];
            all[k] += of;
            school->table.sure[k][b] =
                (uint8_t)(100 * (tally->right[k][b] + 1) / (of + 2));
        }
    }
    snprintf(line, room, "right in texts left out: %u of %u he and she, %u of %u they",
             right[0], all[0], right[1], all[1]);
}

static bool write_down(const struct school *school, const char *line)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/who.inc", school->trainer->out);
    FILE *file = fopen(path, "w");
    if (file == NULL) {
        fprintf(stderr, "train: %s cannot be written\n", path);
        return false;
    }
    fprintf(file,
            "/* What clues weigh, see speaker/rank.h. Written by `make train "
            "CORPORA=DIR WHICH=who`:\n * %s. */\n",
            line);
    write_numbers(file, &school->table);
    fclose(file);
    fprintf(stderr, "  %s\n", line);
    return true;
}

/* Not what is measured, nor what is least like an article: there nobody is named. */
#define GENRES "genre NOT IN ('news', 'interview', 'fiction', 'conversation', 'vlog')"

static bool read_texts(struct school *school)
{
    static const char gum[] = "gum-coref.db";
    if (!corpus_query(school->trainer, gum,
                      "SELECT id, body FROM articles WHERE " GENRES " ORDER BY id",
                      see_gum, school)) {
        return false;
    }
    school->now = school->texts.items;
    if (!corpus_query(school->trainer, gum,
                      "SELECT article_id, start, end, head, cluster FROM mentions WHERE "
                      "article_id IN (SELECT id FROM articles WHERE " GENRES ") "
                      "ORDER BY article_id, n",
                      see_gum_mention, school)) {
        return false;
    }
    for (uint32_t i = 0; i < school->texts.count; i++) {
        link_entities(&school->texts.items[i]);
    }
    return corpus_query(school->trainer, "gap.db",
                        "SELECT id, body, pronoun_start, iif(a_coref, a_start, b_start), "
                        "iif(a_coref, a, b) FROM gap WHERE split = 'validation' AND "
                        "a_coref + b_coref = 1 ORDER BY id",
                        see_gap, school);
}

bool train_who(struct trainer *trainer)
{
    struct school *school = need(1, sizeof *school);
    struct tally tally = {{{0}}, {{0}}};
    char line[160];
    school->trainer = trainer;
    if (!read_texts(school)) {
        return false;
    }
    for (int round = 0; round < ROUNDS; round++) {
        school->own = round > 0;
        collect(school);
        if (school->own && !read_news(school)) {
            return false;
        }
        learn_weights(school, FOLDS);
    }
    struct nr_rank_table whole = school->table;
    for (uint32_t fold = 0; fold < FOLDS; fold++) {
        learn_weights(school, fold);
        count_right(school, fold, &tally);
    }
    school->table = whole;
    sum_up(school, &tally, line, sizeof line);
    bool done = write_down(school, line);
    free(school);
    return done;
}
