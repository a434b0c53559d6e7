/* speaker/meant.h: whom does each noun and pronoun of an article mean? */
#ifndef NR_SPEAKER_MEANT_H
#define NR_SPEAKER_MEANT_H

#include "speaker/stand_in.h"

/* Linear. ranker: see rank.h; NULL: the library's. */
struct nr_ranker;
enum nr_status nr_stand_ins_find(struct nr_arena *arena, const struct nr_script *script,
                                 const struct nr_ranker *ranker,
                                 struct nr_stand_ins *references);

#endif
