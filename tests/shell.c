/* shell.c: a small SQL runner with the extension linked in, so that the .sql tests run
 * under a sanitizer without preloading anything, and the same on every version of the
 * sqlite3 shell.
 *
 *     shell < test.sql                           the extension as linked into this
 * program shell --load ./newsroom.so < test.sql      the extension as users load it shell
 * news.db < test.sql                   a database of its own, default :memory:
 *
 * Prints what `sqlite3 -bail off` prints in list mode; an error is one line "Error:
 * message" in its place among the rows, without line numbers, and the rest goes on. Knows
 * .print, .headers, .nullvalue, .separator and .mode list; .load, .timer, .bail and other
 * .mode are passed over. Memory that SQLite has not got back at the end is an error too.
 */
#include "newsroom.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct shell {
    sqlite3 *db;
    bool headers;
    char separator[16];
    char null[16];
};

static void print_row(const struct shell *shell, sqlite3_stmt *statement)
{
    int columns = sqlite3_column_count(statement);
    for (int i = 0; i < columns; i++) {
        const unsigned char *value = sqlite3_column_text(statement, i);
        printf("%s%s", i > 0 ? shell->separator : "",
               value != NULL ? (const char *)value : shell->null);
    }
    putchar('\n');
}

static void print_headers(const struct shell *shell, sqlite3_stmt *statement)
{
    int columns = sqlite3_column_count(statement);
    for (int i = 0; i < columns; i++) {
        printf("%s%s", i > 0 ? shell->separator : "", sqlite3_column_name(statement, i));
    }
    putchar('\n');
}

/* One or more statements; the first that fails ends the line, as in the sqlite3 shell. */
static void run_sql(const struct shell *shell, const char *sql)
{
    while (*sql != 0) {
        sqlite3_stmt *statement = NULL;
        int status = sqlite3_prepare_v2(shell->db, sql, -1, &statement, &sql);
        bool first = true;
        while (status == SQLITE_OK && statement != NULL) {
            int step = sqlite3_step(statement);
            if (step != SQLITE_ROW) {
                status = step == SQLITE_DONE ? SQLITE_OK : step;
                break;
            }
            if (first && shell->headers) {
                print_headers(shell, statement);
            }
            first = false;
            print_row(shell, statement);
        }
        if (status != SQLITE_OK) {
            printf("Error: %s\n", sqlite3_errmsg(shell->db));
        }
        sqlite3_finalize(statement);
        if (status != SQLITE_OK) {
            return;
        }
    }
}

/* Cuts white space and one pair of quotes off a word, in place. */
static const char *unquoted(char *word)
{
    size_t length = strlen(word);
    while (length > 0 && strchr(" \t\r\n", word[length - 1]) != NULL) {
        word[--length] = 0;
    }
    if (length >= 2 && (word[0] == '"' || word[0] == '\'') &&
        word[length - 1] == word[0]) {
        word[length - 1] = 0;
        return word + 1;
    }
    return word;
}

static void run_dot(struct shell *shell, char *line)
{
    char *argument = line + strcspn(line, " \t\n");
    argument += strspn(argument, " \t");
    size_t name = strcspn(line, " \t\n");
    const char *value = unquoted(argument);
    if (strncmp(line, ".print", name) == 0) {
        puts(value);
    } else if (strncmp(line, ".headers", name) == 0) {
        shell->headers = strcmp(value, "on") == 0;
    } else if (strncmp(line, ".nullvalue", name) == 0) {
        snprintf(shell->null, sizeof shell->null, "%s", value);
    } else if (strncmp(line, ".separator", name) == 0) {
        snprintf(shell->separator, sizeof shell->separator, "%s", value);
    } else if (strncmp(line, ".load", name) != 0 && strncmp(line, ".mode", name) != 0 &&
               strncmp(line, ".timer", name) != 0 && strncmp(line, ".bail", name) != 0) {
        printf("Error: unknown command %s\n", line);
    }
}

static bool only_comment(const char *line)
{
    line += strspn(line, " \t\r\n");
    return *line == 0 || strncmp(line, "--", 2) == 0;
}

/* Lines are gathered until they are a whole statement. */
static bool run_stdin(struct shell *shell)
{
    size_t room = 1 << 16;
    size_t length = 0;
    char *sql = malloc(room);
    while (sql != NULL && fgets(sql + length, (int)(room - length), stdin) != NULL) {
        if (length == 0 && (sql[0] == '.' || only_comment(sql))) {
            if (sql[0] == '.') {
                run_dot(shell, sql);
            }
            continue;
        }
        length += strlen(sql + length);
        if (sql[length - 1] == '\n' && sqlite3_complete(sql)) {
            run_sql(shell, sql);
            length = 0;
        } else if (room - length < room / 2) {
            room *= 2;
            char *more = realloc(sql, room);
            if (more == NULL) {
                break;
            }
            sql = more;
        }
    }
    if (sql != NULL && length > 0) {
        run_sql(shell, sql);
    }
    bool read = sql != NULL;
    free(sql);
    return read;
}

static bool load(sqlite3 *db, const char *library)
{
    char *message = NULL;
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, NULL);
    if (sqlite3_load_extension(db, library, NULL, &message) == SQLITE_OK) {
        return true;
    }
    printf("Error: %s\n", message);
    sqlite3_free(message);
    return false;
}

int main(int argc, char **argv)
{
    struct shell shell = {.separator = "|"};
    const char *library = argc > 2 && strcmp(argv[1], "--load") == 0 ? argv[2] : NULL;
    int next = library != NULL ? 3 : 1;
    if (library == NULL) {
        sqlite3_auto_extension((void (*)(void))sqlite3_newsroom_init);
    }
    if (sqlite3_open(argc > next ? argv[next] : ":memory:", &shell.db) != SQLITE_OK) {
        printf("Error: %s\n", sqlite3_errmsg(shell.db));
        return EXIT_FAILURE;
    }
    bool ran = (library == NULL || load(shell.db, library)) && run_stdin(&shell);
    bool closed = sqlite3_close(shell.db) == SQLITE_OK;
    if (!closed) {
        printf("Error: a statement was left open\n");
    }
    sqlite3_shutdown();
    if (sqlite3_memory_used() != 0) {
        printf("Error: %lld bytes were not given back\n",
               (long long)sqlite3_memory_used());
        return EXIT_FAILURE;
    }
    return ran && closed ? EXIT_SUCCESS : EXIT_FAILURE;
}
