/* page/runs.h: an article cut into runs of text that are all of one kind: in which quote,
 * source, cue, name and date each byte lies.
 *
 *     "We will appeal," said Ana Diaz, the mayor.
 *      ~~~~~~~~~~~~~~~                              quote
 *                       ~~~~                        cue
 *                            ~~~~~~~~~~~~~~~~~~~    source
 *                            ~~~~~~~~               name
 *
 * Layers lie over each other in a fixed order, the quote outermost. Within a layer
 * nothing overlaps. So whatever crosses whatever, a renderer that closes the layers below
 * the one that changes, and opens them anew, writes what is well nested. */
#ifndef NR_PAGE_RUNS_H
#define NR_PAGE_RUNS_H

#include "article.h"

enum nr_layer {
    NR_LAYER_QUOTE,  /* index into quotes */
    NR_LAYER_SOURCE, /* index into utterances */
    NR_LAYER_CUE,    /* index into utterances */
    NR_LAYER_NAME,   /* index into mentions */
    NR_LAYER_DATE,   /* index into dates */
    NR_LAYER_COUNT
};

struct nr_stretch {
    struct nr_span span;
    uint32_t index; /* of what, see enum nr_layer */
};

struct nr_stretches {
    NR_LIST(struct nr_stretch) list; /* in reading order, none overlaps another */
};

struct nr_layers {
    struct nr_stretches of[NR_LAYER_COUNT];
};

/* The article must be analysed, speakers and dates. False: arena->status says why. */
bool nr_layers_find(struct nr_arena *arena, const struct nr_article *article,
                    struct nr_layers *layers);

/* The block that is the headline; NR_NONE: none. */
uint32_t nr_page_headline(const struct nr_text *text);

/* What stands before an item of a list on its line: its bullet or number. Empty where a
 * tag stands there. */
struct nr_span nr_page_marker(const struct nr_text *text, uint32_t block);

struct nr_run {
    struct nr_span span;
    const struct nr_stretch *in[NR_LAYER_COUNT]; /* NULL: in none */
};

/* Reads runs one after the other. Begins zeroed but for layers; to be given spans that
 * do not overlap, in reading order. */
struct nr_run_reader {
    const struct nr_layers *layers;
    uint32_t next[NR_LAYER_COUNT]; /* the first stretch that does not end before here */
    struct nr_span left;           /* of the span under way */
};

/* The next run of reader->left; false at its end. */
bool nr_run_next(struct nr_run_reader *reader, struct nr_run *run);

#endif
