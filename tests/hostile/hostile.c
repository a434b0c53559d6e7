/* hostile.c: texts that nobody writes, made to find what is not linear.
 *
 *     hostile [bytes]        each shape at this size and at four times as much; default 1
 * MB
 *
 * Each shape is one unit repeated; a # in it becomes a word of its own each time, so that
 * names can be all different. Four times the text may take six times the time (four, and
 * the cache's share), and never more memory than LIMIT_HOSTILE times the text,
 * LIMIT_PROSE times for prose. What check.h promises is checked each time. A shape too
 * slow is tried again twice: another program may have had the core. */
#include "analyse.h"
#include "check.h"
#include "newsroom.h"
#include "page/look.h"

#include <sqlite3.h>
#include <time.h>

enum {
    DEFAULT_SIZE = 400 * 1000,
    LIMIT_PROSE = 60,
    LIMIT_HOSTILE = 200,
    MEMORY_BASE = 1 << 20, /* patterns, first chunks: whatever the text */
    TRIES = 3,
};
static const double time_ratio = 6.0;
static const double time_floor = 0.02; /* seconds; what is faster is not worth a ratio */

static const struct shape {
    const char *name;
    const char *unit;
    const char *head; /* before all units, may be NULL */
    bool prose;
} shapes[] = {
    {"prose",
     "The harbour board voted on Tuesday to close the old ferry terminal, and its "
     "chairwoman, "
     "Ana Keller, said that passengers would be moved to a pier across the river. "
     "\"Nobody "
     "likes it, but the piles are rotten,\" she told reporters. According to the board, "
     "repairs would have cost 12.4 million euros. Tom Brandt, a shopkeeper, called the "
     "plan "
     "\"a farewell without flowers\" and asked for a public hearing in May.\n\n",
     NULL, true},
    {"straight marks", "\"", NULL, false},
    {"curly opening marks", "“", NULL, false},
    {"curly closing marks", "”", NULL, false},
    {"low marks", "„", NULL, false},
    {"guillemets open", "«", NULL, false},
    {"guillemets close", "»", NULL, false},
    {"single guillemets", "‹ › ", NULL, false},
    {"apostrophes", "'", NULL, false},
    {"curly single marks", "‘", NULL, false},
    {"curly apostrophes", "’ ", NULL, false},
    {"backquotes", "``", NULL, false},
    {"pairs of single marks", "''", NULL, false},
    {"marks opened and never closed", " \"a", NULL, false},
    {"nested marks opened", "“‘«„", NULL, false},
    {"nested marks opened and closed", "“a ‘b «c» d’ e” ", NULL, false},
    {"crossing marks", "«a “b» c” ", NULL, false},
    {"marks opened within marks", "“a “b ", NULL, false},
    {"marks closed and never opened", "a.” said Ana. ", NULL, false},
    {"double and single marks in a row", "\"'", NULL, false},
    {"three single marks", "''' ", NULL, false},
    {"empty marks", "\"\"a ", NULL, false},
    {"titles", "film “A B” ", NULL, false},
    {"titles all different", "film “Q#” ", NULL, false},
    {"nicknames", "Ana \"Bo\" Keller ", NULL, false},
    {"scare words in one sentence", "a \"b\" c ", NULL, false},
    {"tags inside marks never closed", "“a, he said “b ", NULL, false},
    {"nested single in double", "\"'a'\" ", NULL, false},
    {"parentheses", "(", NULL, false},
    {"brackets and parentheses", "([{", NULL, false},
    {"commas", ",", NULL, false},
    {"full stops", ".", NULL, false},
    {"dots between letters", "A.", NULL, false},
    {"dashes", "—", NULL, false},
    {"line dashes", "\n— a", NULL, false},
    {"capitals", "A", NULL, false},
    {"capital words", "Aa ", NULL, false},
    {"one word", "a", NULL, false},
    {"digits", "1", NULL, false},
    {"digits and commas", "1,", NULL, false},
    {"said", "said ", NULL, false},
    {"according to", "according to ", NULL, false},
    {"he said", "he said ", NULL, false},
    {"that", "said that ", NULL, false},
    {"and", "and ", NULL, false},
    {"of the", "of the ", NULL, false},
    {"speech that only the models see",
     "Engineers are confident that the dam will hold. ", NULL, false},
    {"one sentence of such speech", "the dam will hold and ", "Engineers are confident ",
     false},
    {"names that only the models see", "prosecutors met Grace Q# of Kelter Q# in Lund, ",
     NULL, false},
    {"colons", "a: ", NULL, false},
    {"the same name", "Ana Keller ", NULL, false},
    {"names all different", "Ana Q# ", NULL, false},
    {"names all different, a sentence each", "Ana Q# said so. ", NULL, false},
    {"surnames all different", "Mr. Q# met Ana Q#. ", NULL, false},
    {"names joined by and", "Ana Q# and ", NULL, false},
    {"names joined by commas", "Ana Q#, ", NULL, false},
    {"titles without a name", "Prime Minister ", NULL, false},
    {"names after titles", "President Q# ", NULL, false},
    {"words all different", "q# ", NULL, false},
    {"marks and names", "\"Ana Keller\" ", NULL, false},
    {"quotes and different names", "\"Yes,\" said Ana Q#. ", NULL, false},
    {"quotes and pronouns", "\"Yes,\" he said. ", "Ana Keller and Tom Brandt came.\n\n",
     false},
    {"quotes without a source", "\"Yes.\" ", NULL, false},
    {"short paragraphs in marks", "\"Yes.\"\n\n", NULL, false},
    {"paragraphs opened again", "\"Yes and no.\n\n", NULL, false},
    {"paragraphs with cue", "Ana Q# said: \"Yes.\"\n", NULL, false},
    {"one sentence", "the board and its lawyers saw the pier, ", NULL, false},
    {"one sentence in marks", "the board saw the pier, ", "\"", false},
    {"relative clauses", "who said the man ", "Ana Keller, ", false},
    {"appositions", "Ana Keller, the chair, ", NULL, false},
    {"line breaks", "\n", NULL, false},
    {"carriage returns", "\r", NULL, false},
    {"spaces", " ", "a", false},
    {"tabs and breaks", "\t\n", NULL, false},
    {"short lines", "a\n", NULL, false},
    {"list items", "- a\n", NULL, false},
    {"numbered items", "1. a\n", NULL, false},
    {"lines in capitals", "AB CD\n\n", NULL, false},
    {"continuation bytes", "\x80", NULL, false},
    {"a lead byte, then continuation bytes", "\xBF", "\xC3", false},
    {"lead bytes", "\xC3", NULL, false},
    {"bytes FF", "\xFF", NULL, false},
    {"accents", "é", NULL, false},
    {"combining accents", "\xCC\x81", "e", false},
    {"no-break spaces", "\xC2\xA0", NULL, false},
    {"ideographs", "新", NULL, false},
    {"emoji", "😀", NULL, false},
    {"web addresses", "www.q#.org/a?b=c ", NULL, false},
    {"one web address", "a/b.c?", "https://", false},
    {"at signs", "@", NULL, false},
    {"mail addresses in one", "a@b.", NULL, false},
    {"hyphens", "a-", NULL, false},
    {"slashes", "a/", NULL, false},
    {"possessives", "Ana's ", NULL, false},
    {"possessive marks", "'s", "Ana", false},
    {"contractions", "n't", "do", false},
    {"decades", "'90s ", NULL, false},
    {"feet and inches", "6' 2\" ", NULL, false},
    {"ellipses", "... ", NULL, false},
    {"question marks", "?! ", NULL, false},
    {"initials", "J. D. V. ", NULL, false},
    {"acronyms", "U.S. ", NULL, false},
    {"bylines", "By Ana Q#\n\n", NULL, false},
    {"datelines", "BERLIN (AFP) - ", NULL, false},
    {"captions", "Photo: Ana Q#/AFP\n", NULL, false},
    {"quotes set apart", "\"no no no no no no no no no no no no q#.\"\n\n", NULL, false},
    {"one quote set apart", "no no no no no no no no no no no ",
     "\"no no no no no no no no no no no q.\"\n\n", false},
    {"headings of Markdown", "# a\n", NULL, false},
    {"stray tags on lines", "<p>\n<p>a</p></p>\n", NULL, false},
    {"dialogue in Spanish",
     "«Que no», dijo la alcaldesa de la ciudad, Ana Q#. «Y no», añadió.\n\n", NULL,
     false},
    {"verbs in Spanish", "«Que no», dijo la de la que dijo ", NULL, false},
    {"tags opened", "<p", NULL, false},
    {"tags opened and closed", "<b></b>", NULL, false},
    {"marks in tags never closed", "<a \">\" ", NULL, false},
    {"one mark in a tag never closed", "<a '> ", NULL, false},
    {"comments never closed", "<!-- ", NULL, false},
    {"dashes in a comment", "--", "<!--", false},
    {"scripts never closed", "<script>", NULL, false},
    {"end tags in a script", "</scrip>", "<script>", false},
    {"what is dropped in what is dropped", "<nav><svg>", NULL, false},
    {"menus that an article ends", "<nav><article>a", NULL, false},
    {"articles in articles", "<article>a", NULL, false},
    {"lists in lists", "<ol><li>a", NULL, false},
    {"ampersands", "&", NULL, false},
    {"long numbers", "1", "<p>&#", false},
    {"CDATA", "<![CDATA[ a ]", NULL, false},
    {"months", "May ", NULL, false},
    {"days of months", "May 3, ", NULL, false},
    {"years", "1998 ", NULL, false},
    {"last weeks", "last week ", NULL, false},
    {"words of dates that make none", "the last of the early a few ", NULL, false},
    {"numbers in words", "twenty hundred thousand ", NULL, false},
    {"weekdays without a verb", "Friday, ", NULL, false},
    {"long ago", "two weeks earlier ", "In 1998 ", false},
    {"holidays begun", "New Year 's ", NULL, false},
    {"times of day", "10:30 a.m. Friday, ", NULL, false},
};

/* ---- Making a text ---- */

/* A number as a word that begins with a small letter: 0 a, 1 b, 26 ba ... */
static size_t put_word(char *out, uint32_t number)
{
    size_t length = 0;
    do {
        out[length++] = (char)('a' + number % 26);
        number /= 26;
    } while (number > 0);
    return length;
}

static size_t put_unit(char *out, const char *unit, uint32_t number)
{
    size_t length = 0;
    for (const char *at = unit; *at != 0; at++) {
        if (*at == '#') {
            length += put_word(out + length, number);
        } else {
            out[length++] = *at;
        }
    }
    return length;
}

/* To be freed. At least size bytes long, by less than a unit. */
static char *text_of(const struct shape *shape, size_t size, size_t *length)
{
    size_t head = shape->head != NULL ? strlen(shape->head) : 0;
    char *text = malloc(size + head + strlen(shape->unit) + 100);
    *length = head;
    if (text == NULL) {
        return NULL;
    }
    if (head > 0) {
        memcpy(text, shape->head, head);
    }
    for (uint32_t i = 0; *length < size; i++) {
        *length += put_unit(text + *length, shape->unit, i);
    }
    text[*length] = 0;
    return text;
}

/* ---- Measuring ---- */

/* The worst of all shapes at full size, to be printed: where to look next. */
static struct {
    double memory; /* times the text */
    double speed;  /* MB/s */
    const char *hungry;
    const char *slow;
} worst = {0, 1e9, "", ""};

static void note_worst(const struct shape *shape, double seconds, size_t peak,
                       size_t length)
{
    double memory = (double)peak / (double)length;
    double speed = (double)length / 1e6 / (seconds > 0 ? seconds : 1e-9);
    if (memory > worst.memory) {
        worst.memory = memory;
        worst.hungry = shape->name;
    }
    if (speed < worst.speed) {
        worst.speed = speed;
        worst.slow = shape->name;
    }
}

struct measure {
    double seconds[NR_STAGE_COUNT];
    double pages; /* seconds: the article shown, and read as a page */
    double total;
    size_t peak;
    enum nr_status status;
    struct check_finding finding;
    const char *broken; /* promise of its pages */
};

static double now(void)
{
    return (double)clock() /
           CLOCKS_PER_SEC; /* processor time: other programs count little */
}

static struct measure measure(const char *text, size_t length)
{
    struct measure m = {.status = NR_OK};
    struct analysis analysis;
    m.status = analysis_start(&analysis, text, length);
    for (uint32_t stage = 0; stage < NR_STAGE_COUNT && m.status == NR_OK; stage++) {
        double begin = now();
        m.status = nr_article_analyse(&analysis.article, (enum nr_stage)stage);
        m.seconds[stage] = now() - begin;
        m.total += m.seconds[stage];
    }
    m.peak = analysis.memory.peak;
    if (m.status == NR_OK) {
        m.finding = check_article(&analysis.article);
        double begin = now();
        m.broken = look_at_pages(&analysis.article, &analysis.memory);
        m.pages = now() - begin;
        m.total += m.pages;
    }
    analysis_close(&analysis);
    return m;
}

static bool linear(double small, double large)
{
    return large < time_ratio * (small > time_floor ? small : time_floor);
}

static void print_slow(const struct shape *shape, size_t size,
                       const struct measure *small, const struct measure *large)
{
    printf("     %s, %zu -> %zu KB:", shape->name, size / 1000, 4 * size / 1000);
    for (int stage = 0; stage < NR_STAGE_COUNT; stage++) {
        printf(" %s %.0f -> %.0f ms", nr_stage_name((enum nr_stage)stage),
               small->seconds[stage] * 1000, large->seconds[stage] * 1000);
    }
    printf(" pages %.0f -> %.0f ms\n", small->pages * 1000, large->pages * 1000);
}

static void check_measure(const struct shape *shape, const struct measure *m,
                          size_t length)
{
    size_t limit =
        (size_t)(shape->prose ? LIMIT_PROSE : LIMIT_HOSTILE) * length + MEMORY_BASE;
    test_number("status", m->status, NR_OK);
    test_string("broken promise", m->finding.promise, NULL);
    test_string("broken promise of its pages", m->broken, NULL);
    test_bool("memory within its limit", m->peak <= limit, true);
    if (m->peak > limit) {
        printf("     %s: %.0f times the text\n", shape->name,
               (double)m->peak / (double)length);
    }
}

/* Measures a text of this size; false when there is no memory for the text itself. */
static bool measure_size(const struct shape *shape, size_t size, struct measure *m,
                         size_t *length)
{
    char *text = text_of(shape, size, length);
    if (text != NULL) {
        *m = measure(text, *length);
    }
    free(text);
    return text != NULL;
}

/* One step, from a size to four times as much; true when it was linear. What took seconds
 * is not noise and is not tried again. */
static bool run_step(const struct shape *shape, size_t size, struct measure *small)
{
    struct measure large = {.status = NR_OK};
    size_t length = 0;
    bool measured = measure_size(shape, 4 * size, &large, &length);
    for (int i = 1;
         measured && i < TRIES && !linear(small->total, large.total) && large.total < 2;
         i++) {
        measured = measure_size(shape, size, small, &length) &&
                   measure_size(shape, 4 * size, &large, &length);
    }
    test_bool("a text was made", measured, true);
    check_measure(shape, &large, length);
    bool is_linear = linear(small->total, large.total);
    test_bool("linear in the text", is_linear, true);
    if (!is_linear) {
        print_slow(shape, size, small, &large);
    }
    *small = large;
    return is_linear && measured;
}

/* From a 64th of the size up to four times the size, so that what is not linear shows
 * early. */
static void run_shape(const struct shape *shape, size_t size)
{
    struct measure small = {.status = NR_OK};
    size_t length = 0;
    test_case(shape->name);
    bool going = measure_size(shape, size / 64, &small, &length);
    for (size_t step = size / 64; going && step <= size; step *= 4) {
        going = run_step(shape, step, &small);
    }
    note_worst(shape, small.total, small.peak, 4 * size);
}

/* ---- Joins of two tables over one article ---- */

static const struct join {
    const char *name;
    const char *sql;
} joins[] = {
    {"sentences and tokens by sentence_no",
     "SELECT count(*) FROM article_sentences(?1) AS s, article_tokens(?1) AS t "
     "WHERE t.sentence_no = s.sentence_no"},
    {"quotes and sentences by sentence_no",
     "SELECT count(*) FROM extract_quotes(?1) AS q, article_sentences(?1) AS s "
     "WHERE s.sentence_no = q.sentence_no"},
    {"quotes and entities by entity_no",
     "SELECT count(*) FROM extract_quotes(?1) AS q, article_entities(?1) AS e "
     "WHERE e.entity_no = q.entity_no"},
    {"quotes and mentions by quote_no",
     "SELECT count(*) FROM extract_quotes(?1) AS q, article_mentions(?1) AS m "
     "WHERE m.quote_no = q.quote_no AND q.part = 1"},
    {"marks and blocks by block_no",
     "SELECT count(*) FROM article_blocks(?1) AS b, article_marks(?1) AS m "
     "WHERE m.block_no = b.block_no"},
};

/* Seconds for one join on a connection of its own, whose cache is empty; -1 when it
 * failed. */
static double time_join(const char *sql, const char *text, size_t length)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    double begin = now();
    double seconds = -1;
    if (sqlite3_open(":memory:", &db) == SQLITE_OK &&
        sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_bind_text(statement, 1, text, (int)length, SQLITE_STATIC) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        seconds = now() - begin;
    } else {
        printf("     %s\n", sqlite3_errmsg(db));
    }
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return seconds;
}

static void run_joins(size_t size)
{
    static const struct shape shape = {
        "joins", "\"Yes,\" said Ana Q#. \"No,\" Tom Brandt told the board.\n\n", NULL,
        false};
    size_t small_length = 0;
    size_t large_length = 0;
    char *small_text = text_of(&shape, size, &small_length);
    char *large_text = text_of(&shape, 4 * size, &large_length);
    sqlite3_auto_extension((void (*)(void))sqlite3_newsroom_init);
    bool ready = small_text != NULL && large_text != NULL;
    for (size_t i = 0; ready && i < TEST_COUNT(joins); i++) {
        test_case(joins[i].name);
        double small = time_join(joins[i].sql, small_text, small_length);
        double large = time_join(joins[i].sql, large_text, large_length);
        for (int t = 1; t < TRIES && !linear(small, large) && large < 4; t++) {
            small = time_join(joins[i].sql, small_text, small_length);
            large = time_join(joins[i].sql, large_text, large_length);
        }
        test_bool("the join runs", small >= 0 && large >= 0, true);
        test_bool("linear in the text", linear(small, large), true);
        if (!linear(small, large)) {
            printf("     %s: %.2f -> %.2f s\n", joins[i].name, small, large);
        }
    }
    free(small_text);
    free(large_text);
}

int main(int argc, char **argv)
{
    size_t size = argc > 1 ? (size_t)strtoul(argv[1], NULL, 10) : DEFAULT_SIZE;
    for (size_t i = 0; i < TEST_COUNT(shapes); i++) {
        if (argc < 3 || strcmp(argv[2], shapes[i].name) == 0) {
            run_shape(&shapes[i], size);
        }
    }
    printf("most memory: %.0f times the text (%s); slowest: %.1f MB/s (%s)\n",
           worst.memory, worst.hungry, worst.speed, worst.slow);
    run_joins(size * 5 / 2);
    return test_end();
}
