/* property.c: what holds for every text, tried on random ones and on texts given as
 * files.
 *
 *     property [count] [file ...]
 *
 * In C: what check.h and page/look.h promise; stopping after each stage gives what
 * running through gives; memory refused at any request leaks nothing, and the analysis
 * goes on afterwards as if nothing had been. In SQL: for each row of each table
 * substr(article, start, length) is the text of the row, and the scalars hold as many
 * rows as the tables. */
#include "analyse.h"
#include "check.h"
#include "newsroom.h"
#include "page/look.h"
#include "property/texts.h"

#include <sqlite3.h>

enum { DEFAULT_COUNT = 4000, REFUSED_TEXTS = 6, NAME_SIZE = 300, FAILURES_SHOWN = 12 };

struct article {
    const char *bytes;
    size_t length;
};

/* ---- In C ---- */

static void check_promises(struct article text)
{
    struct analysis analysis;
    test_number("status", analysis_open(&analysis, text.bytes, text.length), NR_OK);
    struct check_finding finding = check_article(&analysis.article);
    test_string("broken promise", finding.promise, NULL);
    if (finding.promise != NULL) {
        printf("     at %u of:\n%.*s\n", finding.index, (int)text.length, text.bytes);
    }
    const char *broken = look_at_pages(&analysis.article, &analysis.memory);
    test_string("broken promise of its pages", broken, NULL);
    if (broken != NULL) {
        printf("     in:\n%.*s\n", (int)text.length, text.bytes);
    }
    analysis_close(&analysis);
    test_number("blocks of memory left", (int64_t)analysis.memory.blocks, 0);
}

/* What an analysis came to, as one number: equal results give equal numbers. */
static uint64_t digest_of(const struct nr_article *article)
{
    uint64_t digest = 14695981039346656037u;
    const struct nr_quotes *quotes = &article->quotes;
    for (uint32_t i = 0; i < article->text.tokens.count; i++) {
        digest = (digest ^ article->text.tokens.items[i].end) * 1099511628211u;
    }
    for (uint32_t i = 0; i < article->entities.mentions.count; i++) {
        digest = (digest ^ article->entities.mentions.items[i].entity) * 1099511628211u;
    }
    for (uint32_t i = 0; i < article->presence.all.count; i++) {
        digest = (digest ^ article->presence.all.items[i].entity) * 1099511628211u;
    }
    for (uint32_t i = 0; i < quotes->quotes.count; i++) {
        const struct nr_speaker *speaker =
            &article->speakers.items[quotes->quotes.items[i].utterance];
        digest = (digest ^ quotes->quotes.items[i].span.end) * 1099511628211u;
        digest = (digest ^ nr_hash(speaker->name.bytes, speaker->name.length)) *
                 1099511628211u;
    }
    for (uint32_t i = 0; i < article->dates.items.count; i++) {
        const struct nr_date *date = &article->dates.items.items[i];
        digest = (digest ^ date->span.end) * 1099511628211u;
        digest = (digest ^ nr_hash(date->value, strlen(date->value))) * 1099511628211u;
    }
    return digest;
}

static void check_stage_by_stage(struct article text)
{
    struct analysis whole;
    struct analysis stages;
    test_number("status", analysis_open(&whole, text.bytes, text.length), NR_OK);
    enum nr_status status = analysis_start(&stages, text.bytes, text.length);
    for (uint32_t stage = 0; stage < NR_STAGE_COUNT && status == NR_OK; stage++) {
        status = nr_article_analyse(&stages.article, (enum nr_stage)stage);
        test_string("broken promise", check_article(&stages.article).promise, NULL);
    }
    test_number("status stage by stage", status, NR_OK);
    test_bool("same results", digest_of(&whole.article) == digest_of(&stages.article),
              true);
    analysis_close(&whole);
    analysis_close(&stages);
}

/* The n-th request refused, for n = 1, 2, 3 ... until it passes; then the analysis is
 * resumed. */
static void check_refused(struct article text)
{
    struct analysis whole;
    test_number("status", analysis_open(&whole, text.bytes, text.length), NR_OK);
    uint64_t digest = digest_of(&whole.article);
    size_t requests = whole.memory.requests;
    analysis_close(&whole);
    for (size_t n = 1; n <= requests; n++) {
        struct analysis analysis;
        enum nr_status status = analysis_start(&analysis, text.bytes, text.length);
        analysis.memory.refuse_at = n;
        if (status == NR_OK && n > analysis.memory.requests) {
            status = analysis_run(&analysis);
            test_number("status with memory refused", status, NR_NOMEM);
            analysis.memory.refuse_at = 0;
            status = analysis_run(&analysis);
            test_number("status when resumed", status, NR_OK);
            test_string("broken promise", check_article(&analysis.article).promise, NULL);
            test_bool("same results", digest_of(&analysis.article) == digest, true);
        }
        analysis_close(&analysis);
        test_number("blocks of memory left", (int64_t)analysis.memory.blocks, 0);
    }
}

/* ---- In SQL ---- */

/* Each gives one row with 0 when all is well. */
static const struct {
    const char *name;
    const char *sql;
} row_properties[] = {
    {"quote", "SELECT count(*) FROM extract_quotes(?1) AS r "
              "WHERE r.quote IS NOT substr(?1, r.start, r.length) OR r.length IS NOT "
              "length(r.quote)"},
    {"cue", "SELECT count(*) FROM extract_quotes(?1) AS r "
            "WHERE r.cue IS NOT substr(?1, r.cue_start, r.cue_length)"},
    {"source", "SELECT count(*) FROM extract_quotes(?1) AS r "
               "WHERE r.mention IS NOT substr(?1, r.mention_start, r.mention_length)"},
    {"mention", "SELECT count(*) FROM article_mentions(?1) AS r "
                "WHERE r.mention IS NOT substr(?1, r.start, r.length)"},
    {"entity",
     "SELECT count(*) FROM article_entities(?1) AS r WHERE NOT EXISTS (SELECT 1 FROM "
     "article_mentions(?1) AS m WHERE m.entity_no = r.entity_no "
     "AND m.start = r.start AND m.length = r.length)"},
    {"mentions counted",
     "SELECT count(*) FROM article_entities(?1) AS r WHERE r.mentions <> (SELECT "
     "count(*) FROM article_mentions(?1) AS m WHERE m.entity_no = r.entity_no)"},
    {"passage between marks", "SELECT count(*) FROM article_marks(?1) AS r "
                              "WHERE r.passage IS NOT substr(?1, r.start, r.length)"},
    {"block", "SELECT count(*) FROM article_blocks(?1) AS r "
              "WHERE r.passage IS NOT substr(?1, r.start, r.length)"},
    {"sentence", "SELECT count(*) FROM article_sentences(?1) AS r "
                 "WHERE r.sentence IS NOT substr(?1, r.start, r.length)"},
    {"date", "SELECT count(*) FROM article_dates(?1, '2024-04-26') AS r "
             "WHERE r.expression IS NOT substr(?1, r.start, r.length)"},
    {"days of dates, first and last",
     "SELECT count(*) FROM article_dates(?1, '2024-04-26') AS r WHERE r.day_start > "
     "r.day_end OR (r.day_start IS NULL) <> (r.day_end IS NULL) OR date(r.day_start) IS "
     "NOT r.day_start OR date(r.day_end) IS NOT r.day_end"},
    {"dates in quotes",
     "SELECT count(*) FROM article_dates(?1) AS r WHERE r.quote_no IS NOT NULL AND NOT "
     "EXISTS (SELECT 1 FROM extract_quotes(?1) AS q WHERE q.quote_no = r.quote_no AND "
     "q.start <= r.start AND r.start + r.length <= q.start + q.length)"},
    {"token", "SELECT count(*) FROM article_tokens(?1) AS r "
              "WHERE r.token IS NOT substr(?1, r.start, r.length)"},
    {"lemma of each token, in English or where the language is not known",
     "SELECT count(*) FROM article_tokens(?1) AS r JOIN article_sentences(?1) AS s "
     "ON s.sentence_no = r.sentence_no JOIN article_blocks(?1) AS b "
     "ON b.block_no = s.block_no "
     "WHERE (coalesce(b.language, 'en') = 'en') <> (coalesce(r.lemma, '') <> '')"},
    {"tokens joined to sentences",
     "SELECT (SELECT count(*) FROM article_tokens(?1)) - (SELECT count(*) FROM "
     "article_sentences(?1) "
     "AS s JOIN article_tokens(?1) AS t ON t.sentence_no = s.sentence_no)"},
    {"quotes as JSON", "SELECT json_array_length(extract_quotes(?1)) <> "
                       "(SELECT count(*) FROM extract_quotes(?1))"},
    {"entities as JSON", "SELECT json_array_length(article_entities(?1)) <> "
                         "(SELECT count(*) FROM article_entities(?1))"},
    {"quotes of entities",
     "SELECT (SELECT total(e.quotes) FROM article_entities(?1) AS e) <> "
     "(SELECT count(DISTINCT q.quote_no) FROM extract_quotes(?1) AS q "
     "WHERE q.entity_no IS NOT NULL AND q.part = 1)"},
    {"context", /* as BLOBs: instr() on text passes over stray continuation bytes */
     "SELECT count(*) FROM extract_quotes(?1) AS r "
     "WHERE instr(CAST(r.context AS BLOB), CAST(r.quote AS BLOB)) = 0"},
};

struct sql {
    sqlite3 *db;
    sqlite3_stmt *statements[TEST_COUNT(row_properties)];
};

static bool sql_open(struct sql *sql)
{
    sqlite3_auto_extension((void (*)(void))sqlite3_newsroom_init);
    if (sqlite3_open(":memory:", &sql->db) != SQLITE_OK) {
        return false;
    }
    for (size_t i = 0; i < TEST_COUNT(row_properties); i++) {
        if (sqlite3_prepare_v2(sql->db, row_properties[i].sql, -1, &sql->statements[i],
                               NULL) != SQLITE_OK) {
            printf("FAIL %s: %s\n", row_properties[i].name, sqlite3_errmsg(sql->db));
            return false;
        }
    }
    return true;
}

static void sql_close(struct sql *sql)
{
    for (size_t i = 0; i < TEST_COUNT(row_properties); i++) {
        sqlite3_finalize(sql->statements[i]);
    }
    sqlite3_close(sql->db);
}

static void check_rows(struct sql *sql, struct article text)
{
    for (size_t i = 0; i < TEST_COUNT(row_properties); i++) {
        sqlite3_stmt *statement = sql->statements[i];
        sqlite3_bind_text(statement, 1, text.bytes, (int)text.length, SQLITE_STATIC);
        bool row = sqlite3_step(statement) == SQLITE_ROW;
        int wrong = row ? sqlite3_column_int(statement, 0) : -1;
        test_number(row_properties[i].name, wrong, 0);
        if (wrong != 0) {
            printf("     %s in:\n%.*s\n", row ? "rows" : sqlite3_errmsg(sql->db),
                   (int)text.length, text.bytes);
        }
        sqlite3_reset(statement);
    }
}

/* ---- The texts ---- */

static void check_text(struct sql *sql, const char *name, struct article text)
{
    test_case(name);
    check_promises(text);
    check_stage_by_stage(text);
    check_rows(sql, text);
}

static void check_random(struct sql *sql, uint32_t count)
{
    static char bytes[TEXT_SIZE];
    char name[NAME_SIZE];
    for (uint32_t seed = 0; seed < count && test_state.failed < FAILURES_SHOWN; seed++) {
        struct article text = {bytes, random_text(seed, bytes)};
        snprintf(name, sizeof name, "random text %u", seed);
        check_text(sql, name, text);
    }
    for (uint32_t seed = 0; seed < REFUSED_TEXTS; seed++) {
        struct article text = {bytes, random_text(seed * 7 + 3, bytes)};
        snprintf(name, sizeof name, "memory refused, random text %u", seed * 7 + 3);
        test_case(name);
        check_refused(text);
    }
}

static void check_file(struct sql *sql, const char *path)
{
    size_t length = 0;
    char *bytes = read_file(path, &length);
    test_case(path);
    test_bool("can be read", bytes != NULL, true);
    if (bytes != NULL) {
        struct article text = {bytes, length};
        check_text(sql, path, text);
    }
    free(bytes);
}

int main(int argc, char **argv)
{
    struct sql sql = {0};
    if (!sql_open(&sql)) {
        printf("0 passed, 1 failed\n");
        return EXIT_FAILURE;
    }
    check_random(&sql, argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : DEFAULT_COUNT);
    for (int i = 2; i < argc; i++) {
        check_file(&sql, argv[i]);
    }
    sql_close(&sql);
    return test_end();
}
