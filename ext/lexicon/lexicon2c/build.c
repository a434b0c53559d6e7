/* lexicon2c/build.c: from all entries of all files to one order, each form once in each
 * list. */
#include "lexicon/lexicon2c/lists.h"

#include <stdlib.h>
#include <string.h>

/* Is this in joined_prefix? The list is short: each hyphen reads the entries of that list
 * only. */
static bool is_joined_prefix(const struct lists *lists, const char *word, size_t length)
{
    for (uint32_t i = 0; i < lists->all.count; i++) {
        const struct entry *entry = &lists->all.items[i];
        if (entry->list == NR_LIST_joined_prefix && strlen(entry->form) == length &&
            memcmp(entry->form, word, length) == 0) {
            return true;
        }
    }
    return false;
}

/* Own forms of a line before what other lines have made of theirs: where they stand in
 * the files. */
static int compare_entries(const void *left, const void *right)
{
    const struct entry *a = left;
    const struct entry *b = right;
    int order = strcmp(a->key, b->key);
    if (order == 0) {
        order = (int)a->list - (int)b->list;
    }
    if (order == 0) {
        order = (int)a->casing - (int)b->casing;
    }
    if (order == 0) {
        order = strcmp(a->file, b->file);
    }
    return order != 0 ? order : (a->line > b->line) - (a->line < b->line);
}

/* Verbs share forms (lay: past of lie, base of lay): the first lemma comes first. */
static bool may_repeat(const struct entry *a, const struct entry *b)
{
    bool verb = a->list == NR_LIST_speech_verb || a->list == NR_LIST_common_verb;
    return verb && strcmp(a->canonical, b->canonical) != 0;
}

static void refuse_doubles(struct lists *lists)
{
    for (uint32_t i = 1; i < lists->all.count; i++) {
        const struct entry *a = &lists->all.items[i - 1];
        const struct entry *b = &lists->all.items[i];
        if (strcmp(a->key, b->key) == 0 && a->list == b->list && a->casing == b->casing &&
            !may_repeat(a, b)) {
            char why[512];
            (void)snprintf(why, sizeof why, "listed before at %s:%u", a->file, a->line);
            lists_refuse(lists, b->file, b->line, why, b->form);
        }
    }
}

void lists_build(struct lists *lists)
{
    for (uint32_t i = 0; i < lists->all.count; i++) {
        struct entry *entry = &lists->all.items[i];
        entry->key = form_key(lists, entry->form, is_joined_prefix, &entry->tokens);
        if (strlen(entry->key) > UINT8_MAX) {
            lists_refuse(lists, entry->file, entry->line, "the form is too long",
                         entry->form);
        }
    }
    if (lists->all.count > 0) {
        qsort(lists->all.items, lists->all.count, sizeof *lists->all.items,
              compare_entries);
    }
    refuse_doubles(lists);
}
