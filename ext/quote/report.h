/* quote/report.h: contents that the model found in a block, each with its cue and source.
 */
#ifndef NR_QUOTE_REPORT_H
#define NR_QUOTE_REPORT_H

#include "quote/scene.h"
#include "quote/speech.h"

/* One stretch of reported words: tokens [first, end). */
struct nr_report {
    uint32_t first;
    uint32_t end;
    uint32_t cue_first; /* tokens of its cue; cue_first == cue_end: none */
    uint32_t cue_end;
    struct nr_phrase source; /* empty: none */
    bool joins;              /* of the same cue as the report before it */
};

struct nr_reports {
    NR_LIST(struct nr_report) list;
};

/* The reports of a block whose passages are read, in reading order, replacing what is in
 * the list. A report holds a passage whole or not at all. labels: of all tokens. Linear
 * but for a bounded look to either side. False: arena->status. */
bool nr_reports_find(struct nr_arena *arena, const struct nr_scene *scene,
                     const uint8_t *labels, struct nr_reports *reports);

#endif
