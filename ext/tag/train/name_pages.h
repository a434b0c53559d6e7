/* tag/train/name_pages.h: the annotated texts that names are learnt from, as the library
 * cuts them into tokens, with a label for each. */
#ifndef NR_TAG_TRAIN_NAME_PAGES_H
#define NR_TAG_TRAIN_NAME_PAGES_H

#include "entity/name_features.h"
#include "tag/train/trainer.h"

/* What an annotator marked. */
struct name_gold {
    uint32_t begin; /* bytes */
    uint32_t end;
    uint8_t sort; /* enum nr_name_sort */
};

/* An article or a sentence of a corpus. */
struct name_page {
    NR_LIST(struct name_gold) gold; /* a later one is laid over an earlier one */
    const struct nr_text *text;
    struct nr_name_view *view;
    uint8_t *labels; /* [tokens.count] what is right */
    bool peoples;    /* are not marked: Swedish is made a name */
    bool dev;        /* not to learn from */
};

struct name_pages {
    struct trainer *trainer;
    NR_LIST(struct name_page) all;
    bool dev; /* pages that are read now */
};

/* name_corpora.c: reads all corpora: what is taught, then what it is examined with.
 * False: one is missing. */
bool name_pages_read(struct name_pages *pages);

/* What the readers of corpora share. */
struct name_page *name_page_add(struct name_pages *pages, const char *bytes,
                                size_t length);
void name_page_mark(struct name_pages *pages, struct name_page *page, uint32_t begin,
                    uint32_t end, enum nr_name_sort sort);
/* The same, by what a corpus calls the sort; nothing where that is none. */
void name_page_mark_called(struct name_pages *pages, struct name_page *page,
                           uint32_t begin, uint32_t end, const char *type);
/* Makes labels of a page's marks, when all are there. */
void name_page_lay_over(struct name_page *page);
/* The sort that corpora call so; -1: it is none. */
int name_sort_called(const char *type);

/* name_phrases.c: GUM's names, cut from its phrases. */
bool name_phrases_read(struct name_pages *pages);

#endif
