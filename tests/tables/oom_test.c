/* oom_test.c: what happens when memory runs out at any point of a statement.
 *
 * SQLite's allocator is wrapped, and all of ours comes from it. Each statement runs on a
 * fresh connection with the n-th request refused, for n = 1, 2, 3 ... until none is; once
 * refusing that one request, once it and all after it. It must end with its answer or
 * with SQLITE_NOMEM, give the right answer when it is run again, and leave nothing
 * behind. Opening a connection and loading into it are a case of their own; the others
 * count from there on. */
#include "harness.h"
#include "newsroom.h"

#include <sqlite3.h>

static struct {
    sqlite3_mem_methods real;
    long requests;
    long refuse_at; /* 0: never */
    bool and_after;
    bool refused;
} memory;

static bool refuse(void)
{
    memory.requests++;
    bool now =
        memory.refuse_at != 0 && (memory.and_after ? memory.requests >= memory.refuse_at
                                                   : memory.requests == memory.refuse_at);
    memory.refused = memory.refused || now;
    return now;
}

static void *wrapped_malloc(int size)
{
    return refuse() ? NULL : memory.real.xMalloc(size);
}

static void *wrapped_realloc(void *block, int size)
{
    return refuse() ? NULL : memory.real.xRealloc(block, size);
}

static void wrap_memory(void)
{
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory.real);
    sqlite3_mem_methods wrapped = memory.real;
    wrapped.xMalloc = wrapped_malloc;
    wrapped.xRealloc = wrapped_realloc;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &wrapped);
    sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0,
                   0); /* every request of a connection is counted */
}

/* The rows of a statement, joined; SQLITE_OK or why it failed. */
static int run(sqlite3 *db, const char *sql, char *rows, size_t room)
{
    sqlite3_stmt *statement = NULL;
    size_t length = 0;
    int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    rows[0] = 0;
    while (code == SQLITE_OK && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        code = SQLITE_OK;
        for (int i = 0; i < sqlite3_column_count(statement) && length < room; i++) {
            const unsigned char *value = sqlite3_column_text(statement, i);
            if (value == NULL && sqlite3_column_type(statement, i) != SQLITE_NULL) {
                code = SQLITE_NOMEM;
            }
            length += (size_t)snprintf(rows + length, room - length, "%s|",
                                       value != NULL ? (const char *)value : "NULL");
        }
    }
    int end = sqlite3_finalize(statement);
    code = code == SQLITE_DONE ? SQLITE_OK : code;
    return code == SQLITE_OK ? end : code;
}

#define ARTICLE                                                                          \
    "'Court hears case\n\n\"We will appeal,\" said Ana Díaz, the mayor of Lund. Bo "    \
    "Lund said that rain was \"likely\".\n\n\"It is not over,\" he added.'"
#define OPTIONS                                                                          \
    "'{\"title\": \"Court hears case\", \"names\": [{\"name\": \"Ana Díaz\", "          \
    "\"forms\": [\"Ana Díaz\"], \"role\": \"mayor\"}], \"cues\": [\"opine\"]}'"

/* No word of it is a cue of the lists: only the models of speech, which read tags and
 * names, make a row of it. */
#define LEARNED "Engineers are confident that the dam will hold."

static const struct {
    const char *name;
    const char *sql;
} statements[] = {
    {"the table of quotes", "SELECT * FROM extract_quotes(" ARTICLE ")"},
    {"quotes as JSON", "SELECT extract_quotes(" ARTICLE ")"},
    {"entities as JSON", "SELECT article_entities(" ARTICLE ")"},
    {"entities with aliases", "SELECT * FROM article_entities(" ARTICLE ")"},
    {"speech that only the models see",
     "SELECT q.rule, q.quote FROM extract_quotes('" LEARNED "') AS q"},
    {"lemmas", "SELECT t.token, t.tag, t.lemma FROM article_tokens(" ARTICLE ") AS t"},
    {"options", "SELECT * FROM extract_quotes(" ARTICLE ", NULL, " OPTIONS ")"},
    {"a wrong option", "SELECT 1 FROM article_tokens('a', NULL, '{\"titel\": 1}')"},
    {"a join by numbers and a lent text",
     "SELECT s.sentence, group_concat(t.token) FROM article_sentences(" ARTICLE
     ") AS s JOIN article_tokens(s.article_text) AS t ON t.sentence_no = s.sentence_no "
     "JOIN article_blocks(s.article_text) AS b ON b.block_no = s.block_no GROUP BY 1"},
    {"five articles, one after another",
     "SELECT j.value, count(*) FROM json_each('[1,2,3,4,5]') AS j, "
     "article_tokens('Number ' || "
     "j.value) AS t GROUP BY 1"},
    {"a passage in context", "SELECT article_context(" ARTICLE ", 20, 9)"},
    {"a page and a terminal's text",
     "SELECT article_html(" ARTICLE ", '2024-05-06'), article_ansi(" ARTICLE
     ", NULL, " OPTIONS ")"},
    {"a page as text",
     "SELECT article_plain('<p>a &amp; b<ul><li>c</ul>' || " ARTICLE ")"},
    {"debug", "SELECT length(newsroom_debug()) > 0"},
    {"quotes compared",
     "SELECT quote_key(" ARTICLE "), quote_similarity(" ARTICLE ", 'Ana')"},
    {"what is known", "SELECT r.example, v.form FROM newsroom_rules AS r, newsroom_verbs "
                      "AS v LIMIT 20"},
    {"no article", "SELECT * FROM extract_quotes"},
};

/* What failed to load is unloaded: no function and no table of it may stay behind. */
static void check_nothing_is_left(sqlite3 *db)
{
    char names[256];
    memory.refuse_at = 0;
    int code =
        run(db,
            "SELECT group_concat(name) FROM (SELECT name FROM pragma_function_list "
            "UNION ALL SELECT name FROM pragma_module_list) WHERE name LIKE 'article%' "
            "OR name LIKE 'extract%' OR name LIKE 'newsroom%'",
            names, sizeof names);
    test_number("asking for names", code, SQLITE_OK);
    test_string("names left behind", names, "NULL|");
}

/* Opens, runs, closes; what the statement came to. Without a statement, the opening is
 * what memory runs out in. */
static int run_alone(const char *sql, char *rows, size_t room, char *again,
                     size_t again_room)
{
    sqlite3 *db = NULL;
    long refuse_at = memory.refuse_at;
    memory.refuse_at = sql != NULL ? 0 : refuse_at;
    memory.requests = 0;
    int code = sqlite3_open(":memory:", &db);
    if (code == SQLITE_OK) {
        code = sqlite3_newsroom_init(db, NULL, NULL);
        if (code != SQLITE_OK) {
            check_nothing_is_left(db);
        }
    }
    if (code == SQLITE_OK && sql != NULL) {
        memory.requests = 0;
        memory.refuse_at = refuse_at;
        code = run(db, sql, rows, room);
        memory.refuse_at = 0;
        run(db, sql, again, again_room);
    }
    memory.refuse_at = 0;
    sqlite3_close(db);
    return code;
}

/* Tries every n; false when one of them went wrong. */
static void try_all(const char *sql, bool and_after)
{
    static char expected[1 << 16];
    static char rows[1 << 16];
    static char again[1 << 16];
    memory.refuse_at = 0;
    int good = run_alone(sql, expected, sizeof expected, again, sizeof again);
    memory.and_after = and_after;
    bool passed = false;
    long n = 0;
    while (!passed && test_state.wrong == 0) {
        sqlite3_int64 before = sqlite3_memory_used();
        memory.refuse_at = ++n;
        memory.refused = false;
        memcpy(again, expected, sizeof again);
        int code = run_alone(sql, rows, sizeof rows, again, sizeof again);
        passed = !memory.refused;
        if (code != SQLITE_NOMEM) {
            test_number("code", code, good);
            test_string("rows", code == SQLITE_OK ? rows : expected, expected);
        }
        test_string("rows, once more", again, expected);
        test_number("bytes not given back", sqlite3_memory_used() - before, 0);
    }
    test_bool("requests were refused", n > 20, true);
}

static void check_models_are_reached(void)
{
    char rows[256];
    char again[256];
    test_case("the models are reached");
    test_number("code",
                run_alone("SELECT q.rule FROM extract_quotes('" LEARNED "') AS q", rows,
                          sizeof rows, again, sizeof again),
                SQLITE_OK);
    test_string("rule", rows, "learned|");
}

static void try_each(bool and_after)
{
    const char *way = and_after ? "and all after" : "one refusal";
    char name[128];
    snprintf(name, sizeof name, "loading, %s", way);
    test_case(name);
    try_all(NULL, and_after);
    for (size_t i = 0; i < TEST_COUNT(statements); i++) {
        snprintf(name, sizeof name, "%s, %s", statements[i].name, way);
        test_case(name);
        try_all(statements[i].sql, and_after);
    }
}

int main(void)
{
    wrap_memory();
    check_models_are_reached();
    try_each(false);
    try_each(true);
    sqlite3_shutdown();
    return test_end();
}
