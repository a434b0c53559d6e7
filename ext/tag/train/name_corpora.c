/* tag/train/name_corpora.c: annotated articles and sentences become pages.
 *
 * Each sentence of an article is shown once more as a text of its own, so that what is
 * learned also serves short texts.
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
        name_page_mark_called(
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
        name_page_mark_called(reading->pages, page, begin, reading->length, label + 2);
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
        name_page_lay_over(&pages->all.items[i]);
    }
    return done;
}
