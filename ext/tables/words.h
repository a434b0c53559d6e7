/* tables/words.h: the names and cues of article_options as lines of a word list. */
#ifndef NR_TABLES_WORDS_H
#define NR_TABLES_WORDS_H

#include "text/text.h"

/* A name or a cue as the user describes it; bytes in the arena. */
struct nr_draft {
    struct nr_chars name; /* canonical, or the verb; length 0: the first form */
    struct nr_chars role;
    NR_LIST(struct nr_chars) forms;
    enum nr_type type;
    enum nr_gender gender;
    enum nr_act act;
    char country[3];
    bool listed; /* forms came as a list: of a verb the five forms, not the base */
};

struct nr_lines {
    NR_LIST(struct nr_own_line) list;
};

/* Adds what a draft makes; false: out of memory. There is a form at least. */
bool nr_lines_of_name(struct nr_arena *arena, const struct nr_draft *draft,
                      struct nr_lines *lines);
bool nr_lines_of_cue(struct nr_arena *arena, const struct nr_draft *draft,
                     struct nr_lines *lines);

#endif
