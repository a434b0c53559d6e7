/* tag/train/host.h: memory for programs that learn: from malloc, never asked to stop;
 * when there is none they say so and end. */
#ifndef NR_TAG_TRAIN_HOST_H
#define NR_TAG_TRAIN_HOST_H

#include "base/arena.h"

struct nr_host trainer_host(void);

/* The same pointer; ends the program when it is NULL. */
void *need_memory(void *memory);

#endif
