/* tag/lemma2c.c: a program of the build: rules of lemmas in, a C table on standard
 * output.
 *
 *     lemma2c ext/tag/models/lemmas.txt > lemmas.c
 *
 * A file that is cut short, of another version or changed ends the build with a message.
 */
#include "tag/model2c/rules.h"

#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    const char *path = argc == 2 ? argv[1] : "no file";
    const char *fault = NULL;
    const struct nr_lemma_table *table = lemma_rules_read(path, &fault);
    if (table == NULL) {
        fprintf(stderr, "lemma2c: %s: %s\n", path, fault);
        return EXIT_FAILURE;
    }
    printf("/* Made by lemma2c from ext/tag/models/lemmas.txt; do not edit. */\n"
           "#include \"tag/lemma.h\"\n\nstatic const struct nr_lemma_slot slots[] = {\n");
    for (uint32_t i = 0; i < table->slot_count; i++) {
        const struct nr_lemma_slot *slot = &table->slots[i];
        printf("{%uu,%u,%u},%s", slot->key, slot->drop, slot->added,
               i % 6 == 5 ? "\n" : "");
    }
    printf("};\n\nstatic const unsigned char pool[] = {\n");
    for (uint32_t i = 0; i < table->pool_bytes; i++) {
        printf("%u,%s", (unsigned char)table->pool[i], i % 24 == 23 ? "\n" : "");
    }
    printf("};\n\nconst struct nr_lemma_table nr_lemma_rules = "
           "{slots, (const char *)pool, %uu, %uu};\n",
           table->slot_count, table->pool_bytes);
    return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
