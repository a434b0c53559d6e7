/* tag/train/sure.c: fits the table of confidences (quote/sure.h) to annotated news that
 * the models did not learn from, PolNeAR's dev part, and says how well it does.
 *
 * A row is right when at least half of its words are somebody's; its speaker, when at
 * least half are of attributions whose source holds the mention, or half of its words,
 * and the speaker's last word where the source has a name. Whether he is the right man
 * can't be asked there: that is counted elsewhere (pronouns.c), and the chance of a named
 * pronoun is lowered by it.
 *
 * How well: each half of the articles is judged by a table fitted to the other half. The
 * table that is written is fitted to both. */
#include "tag/train/fit.h"
#include "tag/train/pronouns.h"
#include "tag/train/trainer.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TENTHS = 10 };
enum part { SOURCE, CUE, CONTENT };

/* One stretch of one attribution. Tokens [first, end). */
struct marked {
    uint32_t attribution;
    enum part part;
    uint32_t first;
    uint32_t end;
};

struct annotated {
    const struct nr_article *article;
    NR_LIST(struct marked) spans; /* in order of attribution */
};

struct press {
    struct corpus corpus;
    struct annotated *items; /* one for each of its articles */
};

static void see_span(void *context, sqlite3_stmt *row)
{
    struct press *press = context;
    const char *part = (const char *)sqlite3_column_text(row, 2);
    uint32_t i = corpus_find(&press->corpus, sqlite3_column_int64(row, 0));
    if (i == press->corpus.articles.count) {
        return;
    }
    struct annotated *a = &press->items[i];
    const struct nr_text *text = &a->article->text;
    struct marked *span =
        nr_list_push(&press->corpus.trainer->arena, &a->spans, sizeof *span);
    if (span != NULL) {
        span->attribution = (uint32_t)sqlite3_column_int64(row, 1);
        span->part = part[0] == 's' ? SOURCE : part[1] == 'u' ? CUE : CONTENT;
        span->first = nr_token_from(text, (uint32_t)sqlite3_column_int64(row, 3));
        span->end = nr_token_from(text, (uint32_t)sqlite3_column_int64(row, 4));
    }
}

/* ---- Is a row right? ---- */

static bool is_word(const struct nr_text *text, uint32_t t)
{
    uint8_t shape = text->tokens.items[t].shape;
    return shape != NR_SHAPE_PUNCT && shape != NR_SHAPE_MARK;
}

/* How many words of [first, end) are among those marked. */
static uint32_t words_of(const struct nr_text *text, uint32_t first, uint32_t end,
                         const uint8_t *marked)
{
    uint32_t count = 0;
    for (uint32_t t = first; t < end; t++) {
        count += is_word(text, t) && (marked == NULL || marked[t]);
    }
    return count;
}

static uint32_t overlap(uint32_t a, uint32_t a_end, uint32_t b, uint32_t b_end)
{
    uint32_t first = a > b ? a : b;
    uint32_t end = a_end < b_end ? a_end : b_end;
    return first < end ? end - first : 0;
}

static bool has_source(const struct annotated *a, uint32_t attribution,
                       const struct nr_utterance *said)
{
    uint32_t size = said->source_end - said->source_first;
    for (uint32_t i = 0; i < a->spans.count; i++) {
        const struct marked *m = &a->spans.items[i];
        uint32_t common = overlap(m->first, m->end, said->source_first, said->source_end);
        if (m->attribution == attribution && m->part == SOURCE &&
            (common == size || 2 * common >= size) && common > 0) {
            return true;
        }
    }
    return false;
}

/* The speaker's last word is one of the source's, or the source names nobody. */
static bool has_name(const struct annotated *a, uint32_t attribution,
                     struct nr_chars speaker)
{
    const struct nr_text *text = &a->article->text;
    bool named = false;
    for (uint32_t i = 0; i < a->spans.count; i++) {
        const struct marked *m = &a->spans.items[i];
        if (m->attribution != attribution || m->part != SOURCE) {
            continue;
        }
        for (uint32_t t = m->first; t < m->end; t++) {
            named = named ||
                    (nr_token_capital(text, t) && !nr_token_in(text, t, NR_IN(pronoun)));
            if (name_ends_in(speaker, text, t)) {
                return true;
            }
        }
    }
    return !named;
}

/* Marks the contents that are right for a row: all, or those of its speaker. */
static void mark_contents(const struct annotated *a, const struct nr_utterance *said,
                          struct nr_chars speaker, uint8_t *marked)
{
    memset(marked, 0, a->article->text.tokens.count);
    for (uint32_t i = 0; i < a->spans.count; i++) {
        const struct marked *m = &a->spans.items[i];
        if (m->part == CONTENT &&
            (said == NULL || (has_source(a, m->attribution, said) &&
                              has_name(a, m->attribution, speaker)))) {
            memset(marked + m->first, 1, m->end - m->first);
        }
    }
}

static void judge(const struct annotated *a, uint8_t *marked, struct fit_row *row)
{
    const struct nr_text *text = &a->article->text;
    const struct nr_quote *quote = &row->of.quotes.items[row->row];
    const struct nr_utterance *said = &row->of.utterances.items[quote->utterance];
    struct nr_chars speaker = a->article->speakers.items[quote->utterance].name;
    uint32_t first = nr_token_from(text, quote->span.begin);
    uint32_t end = nr_token_from(text, quote->span.end);
    uint32_t words = words_of(text, first, end, NULL);
    mark_contents(a, NULL, speaker, marked);
    row->right[NR_SURE_WORDS] = 2 * words_of(text, first, end, marked) >= words;
    row->right[NR_SURE_SPEAKER] = NOT_ASKED;
    if (speaker.length > 0) {
        mark_contents(a, said, speaker, marked);
        row->right[NR_SURE_SPEAKER] = 2 * words_of(text, first, end, marked) >= words;
    }
}

static struct fit_rows judge_all(const struct press *press)
{
    struct fit_rows rows = {NULL, 0};
    uint32_t room = 0;
    for (uint32_t i = 0; i < press->corpus.articles.count; i++) {
        room += press->items[i].article->quotes.quotes.count;
    }
    rows.items = need(room + 1, sizeof *rows.items);
    for (uint32_t i = 0; i < press->corpus.articles.count; i++) {
        const struct annotated *a = &press->items[i];
        uint8_t *marked = need(a->article->text.tokens.count + 1, 1);
        for (uint32_t q = 0; q < a->article->quotes.quotes.count; q++) {
            struct fit_row *row = &rows.items[rows.count];
            *row = (struct fit_row){.of = a->article->quotes, .row = q, .article = i};
            if (row->of.quotes.items[q].evidence.read) {
                judge(a, marked, row);
                rows.count++;
            }
        }
        free(marked);
    }
    return rows;
}

/* ---- How well it does ---- */

struct tenth {
    uint32_t rows;
    uint32_t right;
    uint32_t said; /* in hundredths, of all of them */
};

static void examine(const struct fit_rows *rows,
                    struct tenth tenths[NR_SURE_COUNT][TENTHS])
{
    struct nr_sure_rule *rules = need(nr_rule_count, sizeof *rules);
    struct nr_sure_table table;
    for (uint32_t half = 0; half < 2; half++) {
        fit_table(rows, half, &table, rules);
        for (uint32_t i = 0; i < rows->count * NR_SURE_COUNT; i++) {
            const struct fit_row *row = &rows->items[i / NR_SURE_COUNT];
            enum nr_surety surety = (enum nr_surety)(i % NR_SURE_COUNT);
            if (row->article % 2 != half || row->right[surety] == NOT_ASKED) {
                continue;
            }
            uint32_t said = nr_sure_by(&table, surety, &row->of, row->row);
            struct tenth *tenth = &tenths[surety][said < 100 ? said / 10 : 9];
            tenth->rows++;
            tenth->right += row->right[surety];
            tenth->said += said;
        }
    }
    free(rules);
}

/* ---- Writing it down ---- */

struct fitted {
    struct nr_sure_table table;
    struct tenth tenths[NR_SURE_COUNT][TENTHS];
    struct pronouns pronouns;
    uint32_t rows;
};

static void write_tenths(FILE *file, struct tenth tenths[NR_SURE_COUNT][TENTHS])
{
    fprintf(file, " * | predicted | rows | confidence | right | rows | "
                  "speaker_confidence | right |\n"
                  " * | --- | --- | --- | --- | --- | --- | --- |\n");
    for (uint32_t t = 0; t < TENTHS; t++) {
        fprintf(file, " * | %.1f to %.*f |", t / 10.0, t < 9 ? 2 : 0,
                t < 9 ? t / 10.0 + 0.09 : 1.0);
        for (uint32_t s = 0; s < NR_SURE_COUNT; s++) {
            const struct tenth *tenth = &tenths[s][t];
            if (tenth->rows == 0) {
                fprintf(file, " 0 | | |");
                continue;
            }
            fprintf(file, " %u | %.2f | %.2f |", tenth->rows,
                    tenth->said / 100.0 / tenth->rows,
                    (double)tenth->right / tenth->rows);
        }
        fprintf(file, "\n");
    }
}

static void write_numbers(FILE *file, const char *name, const int16_t *numbers,
                          uint32_t count, const char *end)
{
    fprintf(file, "%s{", name);
    for (uint32_t i = 0; i < count; i++) {
        fprintf(file, "%s%d", i > 0 ? ", " : "", numbers[i]);
    }
    fprintf(file, "}%s", end);
}

static void write_table(FILE *file, const struct nr_sure_table *table)
{
    fprintf(file, ".cuts = {\n");
    for (uint32_t m = 0; m < NR_MARGIN_COUNT; m++) {
        write_numbers(file, "    ", table->cuts[m], NR_SURE_CUTS, ",\n");
    }
    write_numbers(file, "},\n.base = ", table->base, NR_SURE_COUNT, ",\n.margins = {\n");
    for (uint32_t s = 0; s < NR_SURE_COUNT; s++) {
        for (uint32_t m = 0; m < NR_MARGIN_COUNT; m++) {
            write_numbers(file, m == 0 ? "    {" : "     ", table->margins[s][m],
                          NR_SURE_BINS, m + 1 == NR_MARGIN_COUNT ? "},\n" : ",\n");
        }
    }
    fprintf(file, "},\n.kinds = {");
    for (uint32_t s = 0; s < NR_SURE_COUNT; s++) {
        write_numbers(file, s > 0 ? ", " : "", table->kinds[s], 3, "");
    }
    fprintf(file,
            "},\n.pronoun = %u,\n.rule_count = %u,\n"
            ".rules = (const struct nr_sure_rule[]){\n",
            table->pronoun, table->rule_count);
    for (uint32_t r = 0; r < table->rule_count; r++) {
        fprintf(file, "    {\"%s\", ", table->rules[r].name);
        write_numbers(file, "", table->rules[r].weights, NR_SURE_COUNT, "},\n");
    }
    fprintf(file, "},\n");
}

/* The lines that README shows begin with a bar. */
static void write_head(FILE *file, struct fitted *fitted)
{
    struct pronouns pronouns = fitted->pronouns;
    write_tenths(file, fitted->tenths);
    fprintf(file, " * | names of pronouns, in GUM | | | | %u | | %.2f |\n",
            pronouns.named,
            (double)pronouns.right / (pronouns.named + (pronouns.named == 0)));
}

static bool write_down(const struct trainer *trainer, struct fitted *fitted)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/sure.inc", trainer->out);
    FILE *file = fopen(path, "w");
    if (file == NULL) {
        fprintf(stderr, "train: %s cannot be written\n", path);
        return false;
    }
    fprintf(file,
            "/* The table of confidences, see quote/sure.h. Written by `make calibrate "
            "CORPORA=DIR`: %u rows\n"
            " * of polnear-dev; each half of the articles, judged by a table fitted to "
            "the other half:\n *\n",
            fitted->rows);
    write_head(file, fitted);
    fprintf(file, " */\n");
    write_table(file, &fitted->table);
    fclose(file);
    write_head(stderr, fitted);
    return true;
}

static bool read_press(struct trainer *trainer, struct press *press)
{
    static const char file[] = "polnear-dev.db";
    if (!corpus_read(trainer, file, NR_STAGE_SPEAKERS, &press->corpus)) {
        return false;
    }
    press->items = need(press->corpus.articles.count, sizeof *press->items);
    for (uint32_t i = 0; i < press->corpus.articles.count; i++) {
        press->items[i].article = press->corpus.articles.items[i].article;
    }
    return corpus_query(trainer, file,
                        "SELECT article_id, n, part, start, end FROM attributions "
                        "ORDER BY article_id, n",
                        see_span, press);
}

bool train_sure(struct trainer *trainer)
{
    struct press press;
    struct fitted fitted = {.rows = 0};
    if (!read_press(trainer, &press) || !pronouns_count(trainer, &fitted.pronouns)) {
        return false;
    }
    struct fit_rows rows = judge_all(&press);
    struct nr_sure_rule *rules = need(nr_rule_count, sizeof *rules);
    fitted.rows = rows.count;
    examine(&rows, fitted.tenths);
    fit_table(&rows, 2, &fitted.table, rules);
    if (fitted.pronouns.named > 0) {
        fitted.table.pronoun =
            (uint8_t)(100 * fitted.pronouns.right / fitted.pronouns.named);
    }
    bool done = write_down(trainer, &fitted);
    free(press.items);
    free(rules);
    free(rows.items);
    return done;
}
