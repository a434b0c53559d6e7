/* lexicon2c/lists.h: what lexicon2c knows between reading the lists and writing the
 * tables. A program of the build, not of the library: it may allocate without end, print
 * and give up. */
#ifndef NR_LEXICON2C_LISTS_H
#define NR_LEXICON2C_LISTS_H

#include "lexicon/inflect.h"
#include "lexicon/lexicon.h"

#include <stdio.h>

/* The words before the tab say the same fact of each of a line's forms. */
struct attributes {
    uint16_t flags;
    uint16_t languages;
    uint8_t type;
    uint8_t gender;
    uint8_t act;
    char country[3];
    bool doubled; /* verbs: admit, admitted */
};

/* One form of one line; for verbs also each inflected form. */
struct entry {
    const char *form;      /* as listed or inflected */
    const char *canonical; /* the line's first form */
    char *key;             /* form folded and cut; from lists_build() on */
    struct attributes attributes;
    const char *file;
    uint32_t line;
    uint8_t list;   /* enum nr_list */
    uint8_t casing; /* enum nr_casing */
    uint8_t tokens; /* in key */
};

struct lists {
    struct nr_arena arena;     /* of all memory; running out of it ends the program */
    NR_LIST(struct entry) all; /* as read; from lists_build() on by key, list, casing */
    uint32_t errors;
};

void lists_open(struct lists *lists);
void lists_close(struct lists *lists);

/* An error message with its place; the program goes on to find more of them. */
void lists_refuse(struct lists *lists, const char *file, uint32_t line, const char *why,
                  const char *what);

/* Adds the facts of one file. */
void lists_read(struct lists *lists, const char *file);
/* Cuts all forms, sorts the entries, refuses what is there twice. */
void lists_build(struct lists *lists);
/* Writes the C file. names: the list files, for the banner. */
void tables_write(struct lists *lists, int count, char *const *names, FILE *out);

/* form.c: the form as it is looked up; *tokens: how many. is_prefix: does this word stay
 * joined to what a hyphen ties to it? */
char *form_key(struct lists *lists, const char *form,
               bool (*is_prefix)(const struct lists *, const char *, size_t),
               uint8_t *tokens);
enum nr_casing form_casing(const char *form);
bool form_valid(const char *form); /* UTF-8? */

/* A form of a verb: lexicon/inflect.h with a 0 behind it. */
char *inflect(struct lists *lists, const char *base, enum nr_inflection which,
              bool doubled);

/* Memory, or the end of the program. */
void *must_take(struct lists *lists, size_t size);
char *must_copy(struct lists *lists, const char *bytes, size_t length);
void *must_have(void *block);

#endif
