/* replay.c: runs a fuzz target over files, without libFuzzer: each crash found once is
 * replayed by every `make test`. A crash ends the program; that is the failure. */
#include "fuzz/fuzz.h"

#include "analyse.h"

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        size_t length = 0;
        char *bytes = read_file(argv[i], &length);
        printf("%s\n", argv[i]);
        fflush(stdout);
        test_case(argv[i]);
        test_bool("can be read", bytes != NULL, true);
        if (bytes != NULL) {
            test_number("result", LLVMFuzzerTestOneInput((const uint8_t *)bytes, length),
                        0);
        }
        free(bytes);
    }
    return test_end();
}
