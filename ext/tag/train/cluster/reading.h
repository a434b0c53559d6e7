/* tag/train/cluster/reading.h: articles of a database, cut into blocks, sentences and
 * tokens. For programs: what goes wrong is said, and ends them. */
#ifndef NR_TAG_TRAIN_READING_H
#define NR_TAG_TRAIN_READING_H

#include "tag/train/host.h"
#include "text/text.h"

struct reading_source {
    const char *file; /* in the folder of corpora */
    const char *sql;  /* the first column is the article */
};

/* Calls each with every article of a source. The text is gone afterwards. */
void read_texts(const char *folder, const struct reading_source *source,
                void (*each)(void *context, const struct nr_text *text), void *context);

#endif
