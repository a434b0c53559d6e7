/* lexicon/lexicon2c.c: word lists in, one C file of read-only tables out. A program of
 * the build.
 *
 *     lexicon2c lists/a.txt lists/b.txt > lexicon_data.c
 *
 * lexicon.h has the syntax of a list. Each line gives one fact for each of its forms; a
 * verb given by its base alone is inflected (inflect.c). A form is folded and cut into
 * the tokens that text/ makes of it (form.c), so that a look-up is a comparison of bytes.
 * What it does not understand it refuses, with file and line: a misspelt key would
 * otherwise be a word that is silently missing. */
#include "lexicon/lexicon2c/lists.h"

#include <stdio.h>
#include <stdlib.h>

int main(int count, char **names)
{
    struct lists lists;
    lists_open(&lists);
    for (int i = 1; i < count; i++) {
        lists_read(&lists, names[i]);
    }
    lists_build(&lists);
    uint32_t errors = lists.errors;
    if (errors == 0) {
        tables_write(&lists, count - 1, names + 1, stdout);
    } else {
        (void)fprintf(stderr, "lexicon2c: %u errors\n", errors);
    }
    lists_close(&lists);
    return errors == 0 && fflush(stdout) == 0 && !ferror(stdout) ? EXIT_SUCCESS
                                                                 : EXIT_FAILURE;
}
