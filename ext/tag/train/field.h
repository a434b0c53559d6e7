/* tag/train/field.h: learns the chances of labels. Inside of learn.c. */
#ifndef NR_TAG_TRAIN_FIELD_H
#define NR_TAG_TRAIN_FIELD_H

#include "tag/train/learn.h"

/* As learn(), for a course that goes by chance. */
struct nr_model *learn_field(const struct course *course);

#endif
