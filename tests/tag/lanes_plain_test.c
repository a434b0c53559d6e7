/* lanes_plain_test.c: the plain twin of tag/lanes.h, tested as the vectors are. */
#define NR_PLAIN_LANES
#include "lanes_test.c" /* NOLINT(bugprone-suspicious-include) */
