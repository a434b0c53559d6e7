/* made.c: see made.h.
 *
 * Statements are put together from some hundred phrases, so that those of chance share
 * phrases as those of a real press do. All places, people and affairs are invented.
 *
 * A near miss has as much in common with a statement as can be without being it: the
 * beginning and the end around something else; the same people and things; the same words
 * with another figure; or the same turn of somebody else. */
#include "reuse/made.h"
#include "reuse/phrases.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS = 600, TEXT = 6000 };

static uint64_t state;

static unsigned chance(unsigned below)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(state >> 33) % below;
}

static void append(char *text, size_t room, const char *more)
{
    size_t length = strlen(text);
    snprintf(text + length, room - length, "%s", more);
}

#define PICK(list) (list)[chance(sizeof(list) / sizeof *(list))]

/* ---- Words ---- */

/* The choices that a statement made: the same choices, the same words. */
struct affair {
    const char *affair;
    const char *place;
    const char *body;
    const char *time;
    unsigned figure;
};

static struct affair any_affair(void)
{
    return (struct affair){PICK(affairs), PICK(places), PICK(bodies), PICK(times),
                           12 + chance(880)};
}

static bool stands_alone(const char *frame, const char *at)
{
    bool before = at == frame || at[-1] == ' ';
    return before && (at[1] == 0 || strchr(" ,.", at[1]) != NULL);
}

/* Appends a frame with its choices filled in. */
static void fill(char *text, const char *frame, const struct affair *affair)
{
    for (const char *at = frame; *at != 0; at++) {
        char word[64] = {*at, 0};
        if (stands_alone(frame, at)) {
            switch (*at) {
            case 'A':
                snprintf(word, sizeof word, "%s", affair->affair);
                break;
            case 'P':
                snprintf(word, sizeof word, "%s", affair->place);
                break;
            case 'B':
                snprintf(word, sizeof word, "%s", affair->body);
                break;
            case 'T':
                snprintf(word, sizeof word, "%s", affair->time);
                break;
            case 'N':
                snprintf(word, sizeof word, "%u", affair->figure);
                break;
            default:
                break;
            }
        }
        append(text, WORDS, word);
    }
}

static void capital(char *text)
{
    if (text[0] >= 'a' && text[0] <= 'z') {
        text[0] = (char)(text[0] - 32);
    }
}

enum { PARTS = 4 };

struct statement {
    const char *beginning;
    const char *clauses[2][PARTS]; /* subject, verb, object, adverbial */
    const char *joint;
    const char *end;
    struct affair affair;
    int clause_count; /* 1 or 2 */
};

static void any_clause(const char *clause[PARTS])
{
    clause[0] = PICK(subjects);
    clause[1] = PICK(verbs);
    clause[2] = PICK(objects);
    clause[3] = PICK(adverbials);
}

static struct statement any_statement(void)
{
    struct statement statement = {.beginning = PICK(beginnings),
                                  .joint = PICK(joints),
                                  .end = PICK(ends),
                                  .affair = any_affair(),
                                  .clause_count = 1 + (int)chance(2)};
    any_clause(statement.clauses[0]);
    any_clause(statement.clauses[1]);
    return statement;
}

static void say(char *text, const struct statement *statement)
{
    text[0] = 0;
    fill(text, statement->beginning, &statement->affair);
    for (int clause = 0; clause < statement->clause_count; clause++) {
        for (int part = 0; part < PARTS; part++) {
            append(text, WORDS, part > 0 ? " " : clause > 0 ? statement->joint : "");
            fill(text, statement->clauses[clause][part], &statement->affair);
        }
    }
    fill(text, statement->end, &statement->affair);
    capital(text);
}

/* Puts `by` in the place of the first `words` that stand alone. */
static bool replace(char *text, const char *words, const char *by)
{
    char changed[WORDS];
    size_t length = strlen(words);
    for (char *at = strstr(text, words); at != NULL; at = strstr(at + 1, words)) {
        bool before = at == text || at[-1] == ' ';
        bool after = strchr(" ,.:", at[length]) != NULL; /* or the end */
        if (before && after) {
            snprintf(changed, sizeof changed, "%.*s%s%s", (int)(at - text), text, by,
                     at + length);
            memcpy(text, changed, sizeof changed);
            return true;
        }
    }
    return false;
}

/* ---- How a quote is changed ---- */

/* Two or three words, or short turns, for others; one word comes in where that is not to
 * be had. */
static void reword(char *text)
{
    unsigned changes = 2 + chance(2);
    size_t count = sizeof synonyms / sizeof *synonyms;
    size_t first = chance((unsigned)count);
    for (size_t i = 0; i < count && changes > 0; i++) {
        const char *const *pair = synonyms[(first + i) % count];
        changes -= replace(text, pair[0], pair[1]);
    }
    for (; changes > 1; changes--) {
        static const char *const added[][2] = {{"and", "and then"},
                                               {"is", "really is"},
                                               {"the", "all the"},
                                               {"we", "we all"}};
        const char *const *pair = PICK(added);
        replace(text, pair[0], pair[1]);
    }
}

static unsigned count_words(const char *text)
{
    unsigned count = 1;
    for (; *text != 0; text++) {
        count += *text == ' ';
    }
    return count;
}

/* As an editor cuts: the news stays. What goes is the beginning or the end, one clause of
 * two, or how it was done, for which an ellipsis stands where something follows. */
static void cut(char *text, const struct statement *statement)
{
    struct statement kept = *statement;
    unsigned before = count_words(text);
    while (count_words(text) == before) {
        kept = *statement;
        kept.beginning = chance(3) ? "" : kept.beginning;
        kept.end = chance(3) ? "" : kept.end;
        if (kept.clause_count == 2 && chance(2)) {
            kept.clause_count = 1;
            memcpy(kept.clauses[0], statement->clauses[chance(2)],
                   sizeof kept.clauses[0]);
        }
        if (chance(3) == 0) {
            bool last = kept.clause_count == 1 && kept.end[0] == 0;
            kept.clauses[0][3] = last ? "" : "...";
        }
        say(text, &kept);
    }
    size_t length = strlen(text);
    while (length > 0 && text[length - 1] == ' ') {
        text[--length] = 0;
    }
}

/* Other dashes, ellipses, apostrophes, insertions, and a line that ends. */
static void repunctuate(char *text)
{
    char changed[WORDS] = "";
    unsigned words = count_words(text);
    unsigned inserted = words / 2;
    unsigned number = 0;
    for (const char *at = text; *at != 0; at++) {
        char sign[32] = {*at, 0};
        if (*at == ',' || *at == ':') {
            snprintf(sign, sizeof sign, "%s", chance(2) ? " \xE2\x80\x93" : "");
        } else if (*at == '\'') {
            snprintf(sign, sizeof sign, "%s", "\xE2\x80\x99");
        } else if (*at == ' ' && ++number == inserted) {
            snprintf(sign, sizeof sign, "%s", chance(2) ? " [sic] " : "\xE2\x80\xA6 ");
        } else if (*at == ' ' && number == inserted + 4) {
            snprintf(sign, sizeof sign, "%s", "\n");
        }
        append(changed, sizeof changed, sign);
    }
    snprintf(text, WORDS, "%s", changed);
}

/* ---- Near misses ---- */

/* Another statement with as much in common as there can be; sort: which way. */
static void nearly(struct statement *statement, unsigned sort)
{
    struct statement other = any_statement();
    switch (sort) {
    case 0: /* the same phrases around something else */
        memcpy(statement->clauses, other.clauses, sizeof other.clauses);
        statement->clauses[0][0] = PICK(subjects);
        break;
    case 1: /* the same people and things in another statement */
        for (int clause = 0; clause < 2; clause++) {
            statement->clauses[clause][1] = other.clauses[clause][1];
            statement->clauses[clause][3] = other.clauses[clause][3];
        }
        statement->beginning = other.beginning;
        statement->end = other.end;
        break;
    case 2: /* said again with another figure, on another day */
        statement->affair.figure += 3 + chance(90);
        statement->affair.time = other.affair.time;
        statement->end = other.end;
        break;
    default: /* the same turn, of somebody and something else */
        statement->affair = other.affair;
        for (int clause = 0; clause < 2; clause++) {
            statement->clauses[clause][0] = other.clauses[clause][0];
            statement->clauses[clause][2] = other.clauses[clause][2];
        }
        break;
    }
}

/* Has it a figure? */
static bool counts(const struct statement *statement)
{
    char text[WORDS];
    say(text, statement);
    return strpbrk(text, "123456789") != NULL;
}

/* ---- Articles ---- */

struct article {
    char body[TEXT];
};

static void add_narration(struct article *article)
{
    struct affair affair = any_affair();
    char text[WORDS] = "";
    fill(text, PICK(narration), &affair);
    capital(text);
    append(article->body, TEXT, text);
    append(article->body, TEXT, "\n\n");
}

static void add_quote(struct article *article, const char *quote)
{
    char text[2 * WORDS];
    unsigned who = chance(sizeof people / sizeof *people);
    const char *name = people[who][0];
    const char *role = people[who][1];
    bool curly = chance(2) != 0;
    const char *open = curly ? "\xE2\x80\x9C" : "\"";
    const char *close = curly ? "\xE2\x80\x9D" : "\"";
    switch (chance(3)) {
    case 0:
        snprintf(text, sizeof text, "%s%s,%s said %s, %s.\n\n", open, quote, close, name,
                 role);
        break;
    case 1:
        snprintf(text, sizeof text, "%s, %s, said: %s%s.%s\n\n", name, role, open, quote,
                 close);
        break;
    default:
        snprintf(text, sizeof text, "%s%s,%s %s told reporters.\n\n", open, quote, close,
                 name);
        break;
    }
    append(article->body, TEXT, text);
}

static void run(sqlite3 *db, const char *sql)
{
    char *message = NULL;
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK) {
        printf("%s: %s\n", sql, message);
        exit(EXIT_FAILURE);
    }
}

static void plant(sqlite3 *db, struct article *articles, unsigned article,
                  const char *quote, unsigned statement, const char *sort)
{
    add_quote(&articles[article], quote);
    char *sql = sqlite3_mprintf("INSERT INTO made VALUES(%u, %Q, %u, %Q)", article + 1,
                                quote, statement, sort);
    run(db, sql);
    sqlite3_free(sql);
}

/* Two articles of which neither is full. */
static void two_articles(const struct article *articles, unsigned found[2])
{
    do {
        found[0] = chance(MADE_ARTICLES);
        found[1] = chance(MADE_ARTICLES);
    } while (found[0] == found[1] || strlen(articles[found[0]].body) > TEXT / 2 ||
             strlen(articles[found[1]].body) > TEXT / 2);
}

static void change(char *text, const struct statement *statement, unsigned sort)
{
    switch (sort) {
    case 1:
        cut(text, statement);
        break;
    case 2:
        repunctuate(text);
        break;
    case 3:
        reword(text);
        break;
    default:
        break;
    }
}

static void plant_reuses(sqlite3 *db, struct article *articles)
{
    static const char *const sorts[] = {"exact", "cut", "other marks", "reworded"};
    for (unsigned i = 0; i < MADE_REUSES; i++) {
        unsigned in[2];
        char text[WORDS];
        struct statement statement = any_statement();
        say(text, &statement);
        two_articles(articles, in);
        plant(db, articles, in[0], text, i, "");
        change(text, &statement, i % 4);
        plant(db, articles, in[1], text, i, sorts[i % 4]);
    }
}

static void plant_near_misses(sqlite3 *db, struct article *articles)
{
    static const char *const sorts[] = {"same phrases", "same affair", "other figure",
                                        "same turn"};
    for (unsigned i = 0; i < MADE_NEAR_MISSES; i++) {
        unsigned in[2];
        char text[WORDS];
        struct statement statement = any_statement();
        while (i % 4 == 2 && !counts(&statement)) {
            statement = any_statement();
        }
        while (i % 4 == 0 && statement.beginning[0] == 0 && statement.end[0] == 0) {
            statement = any_statement();
        }
        say(text, &statement);
        two_articles(articles, in);
        plant(db, articles, in[0], text, MADE_REUSES + 2 * i, "");
        nearly(&statement, i % 4);
        say(text, &statement);
        plant(db, articles, in[1], text, MADE_REUSES + 2 * i + 1, sorts[i % 4]);
    }
}

static void fill_up(struct article *article)
{
    add_narration(article);
    for (unsigned quotes = chance(3); quotes > 0; quotes--) {
        char text[WORDS];
        struct statement statement = any_statement();
        say(text, &statement);
        add_quote(article, text);
    }
    add_narration(article);
}

void made_press(sqlite3 *db, unsigned seed)
{
    struct article *articles = calloc(MADE_ARTICLES, sizeof *articles);
    if (articles == NULL) {
        exit(EXIT_FAILURE);
    }
    state = seed * UINT64_C(0x9E3779B97F4A7C15);
    run(db, "CREATE TABLE articles(id INTEGER PRIMARY KEY, outlet TEXT, published TEXT, "
            "body TEXT);"
            "CREATE TABLE made(article, quote, statement, sort); BEGIN");
    for (unsigned i = 0; i < MADE_ARTICLES; i++) {
        add_narration(&articles[i]);
    }
    plant_reuses(db, articles);
    plant_near_misses(db, articles);
    for (unsigned i = 0; i < MADE_ARTICLES; i++) {
        fill_up(&articles[i]);
        char *sql = sqlite3_mprintf(
            "INSERT INTO articles VALUES(%u, %Q, date('2024-01-01', '+%u days'), %Q)",
            i + 1, PICK(outlets), chance(60), articles[i].body);
        run(db, sql);
        sqlite3_free(sql);
    }
    run(db, "COMMIT");
    free(articles);
}
