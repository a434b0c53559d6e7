/* tag/train/name_pages.c: annotated articles and sentences become pages.
 *
 * Annotated articles are cut into tokens as the library does, and the annotated names
 * laid over the tokens. Each sentence is shown once more as a text of its own, so that
 * what is learned also serves short texts.
 *
 * Token files have no spaces: their tokens are joined as a newspaper would write them,
 * each sentence a text of its own, because nothing tells which belong together. */
#include "tag/train/name_pages.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    SENTENCE_BYTES = 16384,
    HEADLINES = 5, /* one in so many sentences */
};

/* A corpus that is being read. */
struct reading {
    struct name_pages *pages;
    sqlite3_int64 article; /* whose mentions are read */
    /* a sentence of a token file under way */
    char *sentence;
    uint32_t length;
    bool quoted;
    bool open; /* a name goes on */
    struct name_page under_way;
};

/* ---- What corpora call their names ---- */

int name_sort_called(const char *type)
{
    static const struct {
        const char *type;
        enum nr_name_sort sort;
    } types[] = {
        {"PER", NR_NAMES_PER},          {"person", NR_NAMES_PER},
        {"politician", NR_NAMES_PER},   {"ORG", NR_NAMES_ORG},
        {"group", NR_NAMES_ORG},        {"corporation", NR_NAMES_ORG},
        {"organisation", NR_NAMES_ORG}, {"politicalparty", NR_NAMES_ORG},
        {"organization", NR_NAMES_ORG}, {"place", NR_NAMES_LOC},
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

void name_page_mark(struct name_pages *pages, struct name_page *page, uint32_t begin,
                    uint32_t end, enum nr_name_sort sort)
{
    struct name_gold *gold =
        nr_list_push(&pages->trainer->arena, &page->gold, sizeof *gold);
    *(struct name_gold *)need_memory(gold) =
        (struct name_gold){begin, end, (uint8_t)sort};
}

static void mark_called(struct name_pages *pages, struct name_page *page, uint32_t begin,
                        uint32_t end, const char *type)
{
    int sort = name_sort_called(type);
    if (sort >= 0) {
        name_page_mark(pages, page, begin, end, (enum nr_name_sort)sort);
    }
}

struct name_page *name_page_add(struct name_pages *pages, const char *bytes,
                                size_t length)
{
    struct nr_arena *arena = &pages->trainer->arena;
    struct name_page *page = need_memory(nr_list_push(arena, &pages->all, sizeof *page));
    const char *copy = need_memory(nr_arena_copy(arena, bytes, length));
    struct nr_article *article =
        trainer_article(pages->trainer, copy, length, NR_STAGE_SENTENCES);
    page->text = &article->text;
    page->dev = pages->dev;
    uint32_t count = article->text.tokens.count;
    page->labels = need_memory(nr_arena_take(arena, count + 1));
    uint8_t *rules = need_memory(nr_arena_take(arena, count + 1));
    nr_rules_label(arena, page->text, rules);
    page->view = need_memory(nr_name_view_open(arena, page->text, rules));
    return page;
}

static bool mostly_in(const struct nr_token *token, const struct name_gold *gold)
{
    uint32_t begin = token->begin > gold->begin ? token->begin : gold->begin;
    uint32_t end = token->end < gold->end ? token->end : gold->end;
    return end > begin && 2 * (end - begin) >= token->end - token->begin;
}

/* Not all corpora take Swedish for a name: here it is one everywhere. */
static void label_peoples(struct name_page *page)
{
    const struct nr_text *text = page->text;
    for (uint32_t t = 0; t < text->tokens.count; t++) {
        if (nr_token_capital(text, t) && nr_token_in(text, t, NR_IN(demonym))) {
            page->labels[t] = nr_name_label(NR_NAMES_MISC, NR_PART_ONLY);
        }
    }
}

static void lay_over(struct name_page *page)
{
    const struct nr_text *text = page->text;
    if (page->peoples) {
        label_peoples(page);
    }
    for (uint32_t g = 0; g < page->gold.count; g++) {
        const struct name_gold *gold = &page->gold.items[g];
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
    struct reading *reading = context;
    sqlite3_int64 id = sqlite3_column_int64(row, 0);
    if (id != reading->article) {
        name_page_add(reading->pages, (const char *)sqlite3_column_text(row, 1),
                      (size_t)sqlite3_column_bytes(row, 1));
        reading->article = id;
    }
    if (sqlite3_column_type(row, 2) != SQLITE_NULL) {
        mark_called(
            reading->pages, &reading->pages->all.items[reading->pages->all.count - 1],
            (uint32_t)sqlite3_column_int(row, 2), (uint32_t)sqlite3_column_int(row, 3),
            (const char *)sqlite3_column_text(row, 4));
    }
}

static bool read_articles(struct reading *reading, const char *split)
{
    char sql[512];
    (void)snprintf(
        sql, sizeof sql,
        "SELECT a.id, a.body, m.start, m.end, m.entity_type FROM articles AS a "
        "LEFT JOIN mentions AS m ON m.article_id = a.id "
        "WHERE a.split = '%s' ORDER BY a.id, m.start",
        split);
    reading->article = -1;
    return corpus_query(reading->pages->trainer, "conll2003-docs.db", sql, see_mention,
                        reading);
}

/* ---- Sentences of articles, alone ---- */

/* How copies are written: headlines stand in capitals or with many of them. */
enum manner { AS_IT_STANDS, IN_CAPITALS, IN_TITLE_CASE };

/* ASCII only, so that offsets stay what they are. */
static void write_as(char *bytes, uint32_t length, enum manner manner)
{
    for (uint32_t i = 0; manner != AS_IT_STANDS && i < length; i++) {
        bool begins = i == 0 || bytes[i - 1] == ' ' || bytes[i - 1] == '\n';
        if (bytes[i] >= 'a' && bytes[i] <= 'z' && (manner == IN_CAPITALS || begins)) {
            bytes[i] = (char)(bytes[i] - 'a' + 'A');
        }
    }
}

static void add_alone(struct name_pages *pages, uint32_t from,
                      const struct nr_sentence *sentence, enum manner manner)
{
    struct nr_span span = sentence->span;
    uint32_t length = nr_span_length(span);
    char *bytes = need_memory(malloc(length + 1));
    memcpy(bytes, pages->all.items[from].text->bytes + span.begin, length);
    write_as(bytes, length, manner);
    struct name_page *page = name_page_add(pages, bytes, length);
    const struct name_page *whole = &pages->all.items[from];
    page->peoples = whole->peoples;
    for (uint32_t g = 0; g < whole->gold.count; g++) {
        const struct name_gold *gold = &whole->gold.items[g];
        if (gold->begin >= span.begin && gold->end <= span.end) {
            name_page_mark(pages, page, gold->begin - span.begin, gold->end - span.begin,
                           (enum nr_name_sort)gold->sort);
        }
    }
    free(bytes);
}

/* Short texts have no context: so articles are shown once more, sentence by sentence, and
 * some sentences as headlines are written. */
static void add_sentences_alone(struct name_pages *pages)
{
    uint32_t count = pages->all.count;
    for (uint32_t i = 0; i < count; i++) {
        const struct nr_text *text = pages->all.items[i].text;
        for (uint32_t s = 0; s < text->sentences.count; s++) {
            const struct nr_sentence *sentence = &text->sentences.items[s];
            add_alone(pages, i, sentence, AS_IT_STANDS);
            if ((i + s) % HEADLINES == 0) {
                bool capitals = (i + s) / HEADLINES % 2 != 0;
                add_alone(pages, i, sentence, capitals ? IN_CAPITALS : IN_TITLE_CASE);
            }
        }
    }
}

/* ---- Token files ---- */

static bool glued(const struct reading *reading, const char *token)
{
    static const char *const clitics[] = {"'s", "n't", "'re", "'ll", "'ve", "'m", "'d"};
    char last = reading->length > 0 ? reading->sentence[reading->length - 1] : '(';
    if (last == '(' || last == '$' || (last == '"' && reading->quoted)) {
        return true;
    }
    for (size_t i = 0; i < sizeof clitics / sizeof clitics[0]; i++) {
        if (strcmp(token, clitics[i]) == 0) {
            return true;
        }
    }
    bool closes = strcmp(token, "\"") == 0 && reading->quoted;
    return closes || (token[0] != 0 && token[1] == 0 && strchr(".,;:!?)%", token[0]));
}

static void add_token(struct reading *reading, const char *token, const char *label)
{
    size_t length = strlen(token);
    if (reading->length + length + 2 > SENTENCE_BYTES) {
        return;
    }
    if (!glued(reading, token)) {
        reading->sentence[reading->length++] = ' ';
    }
    reading->quoted ^= strcmp(token, "\"") == 0;
    uint32_t begin = reading->length;
    memcpy(reading->sentence + begin, token, length);
    reading->length += (uint32_t)length;
    struct name_page *page = &reading->under_way;
    if (label[0] == 'B') {
        uint32_t known = page->gold.count;
        mark_called(reading->pages, page, begin, reading->length, label + 2);
        reading->open = page->gold.count > known;
    } else if (label[0] == 'I' && reading->open) {
        page->gold.items[page->gold.count - 1].end = reading->length;
    } else {
        reading->open = false;
    }
}

static void end_sentence(struct reading *reading)
{
    if (reading->length > 0) {
        struct name_page *page =
            name_page_add(reading->pages, reading->sentence, reading->length);
        memcpy(&page->gold, &reading->under_way.gold, sizeof page->gold);
        page->peoples = true;
    }
    reading->length = 0;
    reading->quoted = reading->open = false;
    reading->under_way = (struct name_page){0};
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

static bool read_tokens(struct reading *reading, const char *file)
{
    bool done = corpus_lines(reading->pages->trainer, file, see_token, reading);
    end_sentence(reading);
    return done;
}

static bool read_all_tokens(struct name_pages *pages)
{
    static const char *const files[] = {"ner/wnut17-train.tsv",
                                        "ner/crossner-politics-train.tsv",
                                        "ner/uner-en-ewt-dev.tsv"};
    struct reading reading = {.pages = pages};
    bool done = true;
    reading.sentence = need_memory(malloc(SENTENCE_BYTES));
    for (size_t i = 0; done && i < sizeof files / sizeof files[0]; i++) {
        done = read_tokens(&reading, files[i]);
    }
    free(reading.sentence);
    return done;
}

bool name_pages_read(struct name_pages *pages)
{
    struct reading reading = {.pages = pages};
    bool done = read_articles(&reading, "train") && name_phrases_read(pages);
    if (done) {
        add_sentences_alone(pages);
    }
    done = done && read_all_tokens(pages);
    pages->dev = true;
    done = done && read_articles(&reading, "testa");
    for (uint32_t i = 0; done && i < pages->all.count; i++) {
        lay_over(&pages->all.items[i]);
    }
    return done;
}
