/* tag/train/names.c: teaches which words are names, and of what sort.
 *
 * Reads annotated articles, cuts them into tokens as the library does, and lays the
 * annotated names over the tokens. Each sentence is shown once more as a text of its own,
 * so that what is learned also serves short texts.
 *
 * Token files have no spaces: their tokens are joined as a newspaper would write them,
 * each sentence a text of its own, because nothing tells which belong together.
 *
 * CoNLL-2003 is what most is learned from. The other corpora bring today's words; their
 * finer types are folded into the four. */
#include "entity/name_features.h"
#include "tag/train/trainer.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    EPOCHS = 12,
    KEEP = 3,
    SENTENCE_BYTES = 16384,
    ALL_SORTS = (1 << NR_NAMES_SORTS) - 1,
};

struct gold {
    uint32_t begin; /* bytes */
    uint32_t end;
    uint8_t sort;
};

/* An article or a sentence of a corpus. */
struct page {
    NR_LIST(struct gold) gold; /* in order */
    const struct nr_text *text;
    struct nr_name_view *view;
    uint8_t *labels; /* [tokens.count] what is right */
    bool dev;
};

struct pupil {
    struct trainer *trainer;
    NR_LIST(struct page) pages;
    sqlite3_int64 article; /* whose mentions are read */
    bool dev;              /* pages that are read now */
    /* a sentence of a token file under way */
    char *sentence;
    uint32_t length;
    bool quoted;
    bool open; /* a name goes on */
    struct page under_way;
};

/* ---- What corpora call their names ---- */

static int sort_of(const char *type)
{
    static const struct {
        const char *type;
        enum nr_name_sort sort;
    } types[] = {
        {"PER", NR_NAMES_PER},          {"person", NR_NAMES_PER},
        {"politician", NR_NAMES_PER},   {"ORG", NR_NAMES_ORG},
        {"group", NR_NAMES_ORG},        {"corporation", NR_NAMES_ORG},
        {"organisation", NR_NAMES_ORG}, {"politicalparty", NR_NAMES_ORG},
        {"LOC", NR_NAMES_LOC},          {"location", NR_NAMES_LOC},
        {"country", NR_NAMES_LOC},      {"MISC", NR_NAMES_MISC},
        {"product", NR_NAMES_MISC},     {"creative-work", NR_NAMES_MISC},
        {"event", NR_NAMES_MISC},       {"election", NR_NAMES_MISC},
        {"misc", NR_NAMES_MISC},
    };
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (strcmp(types[i].type, type) == 0) {
            return (int)types[i].sort;
        }
    }
    return -1;
}

/* ---- Pages ---- */

static void add_gold(struct pupil *pupil, struct page *page, uint32_t begin, uint32_t end,
                     const char *type)
{
    int sort = sort_of(type);
    if (sort >= 0) {
        struct gold *gold =
            nr_list_push(&pupil->trainer->arena, &page->gold, sizeof *gold);
        *(struct gold *)need_memory(gold) = (struct gold){begin, end, (uint8_t)sort};
    }
}

static struct page *add_page(struct pupil *pupil, const char *bytes, size_t length)
{
    struct nr_arena *arena = &pupil->trainer->arena;
    struct page *page = need_memory(nr_list_push(arena, &pupil->pages, sizeof *page));
    const char *copy = need_memory(nr_arena_copy(arena, bytes, length));
    struct nr_article *article =
        trainer_article(pupil->trainer, copy, length, NR_STAGE_SENTENCES);
    page->text = &article->text;
    page->dev = pupil->dev;
    uint32_t count = article->text.tokens.count;
    page->labels = need_memory(nr_arena_take(arena, count + 1));
    page->view = need_memory(nr_name_view_open(arena, page->text));
    return page;
}

static bool mostly_in(const struct nr_token *token, const struct gold *gold)
{
    uint32_t begin = token->begin > gold->begin ? token->begin : gold->begin;
    uint32_t end = token->end < gold->end ? token->end : gold->end;
    return end > begin && 2 * (end - begin) >= token->end - token->begin;
}

static void lay_over(struct page *page)
{
    const struct nr_text *text = page->text;
    for (uint32_t g = 0; g < page->gold.count; g++) {
        const struct gold *gold = &page->gold.items[g];
        uint32_t t = nr_token_from(text, gold->begin);
        uint32_t end = t =
            t > 0 && mostly_in(&text->tokens.items[t - 1], gold) ? t - 1 : t;
        while (end < text->tokens.count && mostly_in(&text->tokens.items[end], gold) &&
               text->tokens.items[end].sentence == text->tokens.items[t].sentence) {
            end++;
        }
        for (uint32_t i = t; i < end; i++) {
            enum nr_name_part part = end == t + 1 ? NR_PART_ONLY
                                     : i == t     ? NR_PART_FIRST
                                                  : NR_PART_INSIDE;
            page->labels[i] = nr_name_label((enum nr_name_sort)gold->sort, part);
        }
    }
}

/* ---- Annotated articles: rows of id, body, begin, end, type; one for each name ---- */

static void see_mention(void *context, sqlite3_stmt *row)
{
    struct pupil *pupil = context;
    sqlite3_int64 id = sqlite3_column_int64(row, 0);
    if (id != pupil->article) {
        add_page(pupil, (const char *)sqlite3_column_text(row, 1),
                 (size_t)sqlite3_column_bytes(row, 1));
        pupil->article = id;
    }
    if (sqlite3_column_type(row, 2) != SQLITE_NULL) {
        add_gold(pupil, &pupil->pages.items[pupil->pages.count - 1],
                 (uint32_t)sqlite3_column_int(row, 2),
                 (uint32_t)sqlite3_column_int(row, 3),
                 (const char *)sqlite3_column_text(row, 4));
    }
}

static bool read_articles(struct pupil *pupil, const char *split)
{
    char sql[512];
    (void)snprintf(
        sql, sizeof sql,
        "SELECT a.id, a.body, m.start, m.end, m.entity_type FROM articles AS a "
        "LEFT JOIN mentions AS m ON m.article_id = a.id "
        "WHERE a.split = '%s' ORDER BY a.id, m.start",
        split);
    pupil->article = -1;
    return corpus_query(pupil->trainer, "conll2003-docs.db", sql, see_mention, pupil);
}

/* ---- Sentences of articles, alone ---- */

static void add_alone(struct pupil *pupil, uint32_t from,
                      const struct nr_sentence *sentence)
{
    struct nr_span span = sentence->span;
    struct page *page = add_page(pupil, pupil->pages.items[from].text->bytes + span.begin,
                                 nr_span_length(span));
    const struct page *whole = &pupil->pages.items[from];
    for (uint32_t g = 0; g < whole->gold.count; g++) {
        struct gold gold = whole->gold.items[g];
        if (gold.begin >= span.begin && gold.end <= span.end) {
            gold.begin -= span.begin;
            gold.end -= span.begin;
            *(struct gold *)need_memory(
                nr_list_push(&pupil->trainer->arena, &page->gold, sizeof gold)) = gold;
        }
    }
}

/* Short texts have no context: so articles are shown once more, sentence by sentence. */
static void add_sentences_alone(struct pupil *pupil)
{
    uint32_t count = pupil->pages.count;
    for (uint32_t i = 0; i < count; i++) {
        const struct nr_text *text = pupil->pages.items[i].text;
        for (uint32_t s = 0; s < text->sentences.count; s++) {
            add_alone(pupil, i, &text->sentences.items[s]);
        }
    }
}

/* ---- Token files ---- */

static bool glued(const struct pupil *pupil, const char *token)
{
    static const char *const clitics[] = {"'s", "n't", "'re", "'ll", "'ve", "'m", "'d"};
    char last = pupil->length > 0 ? pupil->sentence[pupil->length - 1] : '(';
    if (last == '(' || last == '$' || (last == '"' && pupil->quoted)) {
        return true;
    }
    for (size_t i = 0; i < sizeof clitics / sizeof clitics[0]; i++) {
        if (strcmp(token, clitics[i]) == 0) {
            return true;
        }
    }
    bool closes = strcmp(token, "\"") == 0 && pupil->quoted;
    return closes || (token[0] != 0 && token[1] == 0 && strchr(".,;:!?)%", token[0]));
}

static void add_token(struct pupil *pupil, const char *token, const char *label)
{
    size_t length = strlen(token);
    if (pupil->length + length + 2 > SENTENCE_BYTES) {
        return;
    }
    if (!glued(pupil, token)) {
        pupil->sentence[pupil->length++] = ' ';
    }
    pupil->quoted ^= strcmp(token, "\"") == 0;
    uint32_t begin = pupil->length;
    memcpy(pupil->sentence + begin, token, length);
    pupil->length += (uint32_t)length;
    struct page *page = &pupil->under_way;
    if (label[0] == 'B') {
        uint32_t known = page->gold.count;
        add_gold(pupil, page, begin, pupil->length, label + 2);
        pupil->open = page->gold.count > known;
    } else if (label[0] == 'I' && pupil->open) {
        page->gold.items[page->gold.count - 1].end = pupil->length;
    } else {
        pupil->open = false;
    }
}

/* Not all corpora take Swedish for a name: here it is one everywhere. */
static void label_peoples(struct page *page)
{
    const struct nr_text *text = page->text;
    for (uint32_t t = 0; t < text->tokens.count; t++) {
        if (nr_token_capital(text, t) && nr_token_in(text, t, NR_IN(demonym))) {
            page->labels[t] = nr_name_label(NR_NAMES_MISC, NR_PART_ONLY);
        }
    }
}

static void end_sentence(struct pupil *pupil)
{
    if (pupil->length > 0) {
        struct page *page = add_page(pupil, pupil->sentence, pupil->length);
        memcpy(&page->gold, &pupil->under_way.gold, sizeof page->gold);
        label_peoples(page); /* the corpus's own names are laid over it */
    }
    pupil->length = 0;
    pupil->quoted = pupil->open = false;
    pupil->under_way = (struct page){0};
}

static void see_token(void *context, char *line)
{
    char *tab = strchr(line, '\t');
    if (tab == NULL) {
        end_sentence(context);
        return;
    }
    *tab = 0;
    add_token(context, line, tab + 1);
}

static bool read_tokens(struct pupil *pupil, const char *file)
{
    bool done = corpus_lines(pupil->trainer, file, see_token, pupil);
    end_sentence(pupil);
    return done;
}

/* ---- Learning ---- */

static bool may_follow(uint32_t a, uint32_t b)
{
    if (b == NR_NAME_LABELS || !nr_name_inside((uint8_t)b)) {
        return true;
    }
    return a != NR_NAME_NONE && a != NR_NAME_LABELS &&
           nr_name_part_of((uint8_t)a) != NR_PART_ONLY &&
           nr_name_sort_of((uint8_t)a) == nr_name_sort_of((uint8_t)b);
}

/* Lessons of all pages but dev ones. */
static uint32_t collect(struct pupil *pupil, struct lesson *lessons)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < pupil->pages.count; i++) {
        struct page *page = &pupil->pages.items[i];
        if (page->dev) {
            continue;
        }
        struct lesson *lesson = &lessons[count++];
        lesson->labels = page->labels;
        if (!nr_name_view_describe(page->view, &lesson->description)) {
            need_memory(NULL);
        }
    }
    return count;
}

static void label_page(struct page *page, const struct nr_model *model, uint8_t *labels)
{
    struct nr_description description;
    if (!nr_name_view_describe(page->view, &description) ||
        !answer(model, &description, labels)) {
        need_memory(NULL);
    }
}

static uint32_t name_end(const uint8_t *labels, uint32_t t, uint32_t count)
{
    uint32_t end = t + 1;
    while (end < count && nr_name_inside(labels[end])) {
        end++;
    }
    return end;
}

/* Names of the dev part found with span and sort, as F1. */
static double examine_dev(struct pupil *pupil, const struct nr_model *model)
{
    uint32_t right = 0;
    uint32_t found = 0;
    uint32_t wanted = 0;
    for (uint32_t i = 0; i < pupil->pages.count; i++) {
        struct page *page = &pupil->pages.items[i];
        if (!page->dev) {
            continue;
        }
        uint32_t count = page->text->tokens.count;
        uint8_t *said = need_memory(calloc(count + 1, 1));
        label_page(page, model, said);
        for (uint32_t t = 0; t < count; t++) {
            bool begins = said[t] != NR_NAME_NONE && !nr_name_inside(said[t]);
            bool gold =
                page->labels[t] != NR_NAME_NONE && !nr_name_inside(page->labels[t]);
            found += begins;
            wanted += gold;
            right += begins && gold && said[t] == page->labels[t] &&
                     name_end(said, t, count) == name_end(page->labels, t, count);
        }
        free(said);
    }
    return found + wanted > 0 ? 200.0 * right / (found + wanted) : 0.0;
}

static void keep_model(struct pupil *pupil, struct nr_model *model, double figure)
{
    char options[100];
    char figures[100];
    (void)snprintf(options, sizeof options, "epochs %d, seed %u, keep %d", EPOCHS,
                   pupil->trainer->seed, KEEP);
    (void)snprintf(figures, sizeof figures, "conll2003 testa, on tokens: names %.2f",
                   figure);
    fprintf(stderr, "  %s\n", figures);
    struct model_story story = {
        .name = "names",
        .corpora = "conll2003-docs.db (train), wnut17-train, crossner-politics-train",
        .options = options,
        .figures = figures};
    trainer_keep(pupil->trainer, NR_MODEL_names, model, &story);
}

static void learn_names(struct pupil *pupil)
{
    struct lesson *lessons = need(pupil->pages.count, sizeof *lessons);
    struct course course = {.name = "names",
                            .lessons = lessons,
                            .lesson_count = collect(pupil, lessons),
                            .label_count = NR_NAME_LABELS,
                            .turn_count = 1,
                            .may_follow = may_follow,
                            .epochs = EPOCHS,
                            .seed = pupil->trainer->seed,
                            .least = 2,
                            .keep = KEEP};
    struct nr_model *model = learn(&course);
    double figure = examine_dev(pupil, model);
    free(lessons);
    keep_model(pupil, model, figure);
}

static bool read_corpora(struct pupil *pupil)
{
    bool train = read_articles(pupil, "train");
    add_sentences_alone(pupil);
    train = train && read_tokens(pupil, "ner/wnut17-train.tsv") &&
            read_tokens(pupil, "ner/crossner-politics-train.tsv");
    pupil->dev = true;
    return train && read_articles(pupil, "testa");
}

bool train_names(struct trainer *trainer)
{
    struct pupil pupil = {.trainer = trainer};
    pupil.sentence = need_memory(malloc(SENTENCE_BYTES));
    if (!read_corpora(&pupil)) {
        return false;
    }
    for (uint32_t i = 0; i < pupil.pages.count; i++) {
        lay_over(&pupil.pages.items[i]);
    }
    learn_names(&pupil);
    free(pupil.sentence);
    return true;
}
