/* fuzz.h: the one function of a fuzz target, called by libFuzzer or by replay.c. */
#ifndef NR_TESTS_FUZZ_FUZZ_H
#define NR_TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data,
                           size_t size); /* NOLINT: libFuzzer's name */

#endif
