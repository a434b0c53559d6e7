/* tag/cluster2c.c: clusters.txt in, one C file of a read-only table out. A program of the
 * build.
 *
 *     cluster2c clusters.txt > cluster_data.c
 *
 * A line is a path and the words of its cluster. The table is a hash table with open
 * addressing, at most two thirds full; see cluster.h and cluster.c. */
#include "base/map.h"
#include "tag/cluster.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_CLUSTERS = 2048, SLOTS = 1 << 17, LINE = 1 << 20 };

static uint32_t words[SLOTS]; /* hashes */
static uint32_t clusters[SLOTS];
static uint32_t word_count;
static uint32_t paths[MOST_CLUSTERS];
static uint32_t path_count;
static uint32_t slots[SLOTS];

static void refuse(const char *what)
{
    fprintf(stderr, "cluster2c: %s\n", what);
    exit(EXIT_FAILURE);
}

static uint32_t read_path(const char *bits)
{
    uint32_t path = 1;
    for (uint32_t i = 0; bits[i] != 0; i++) {
        if ((bits[i] != '0' && bits[i] != '1') || i >= NR_CLUSTER_BITS) {
            refuse("a line does not begin with a path of 0 and 1");
        }
        path |= (uint32_t)(bits[i] - '0') << (31 - i);
    }
    return path;
}

static void read_line(char *line)
{
    if (line[0] == '#') {
        return;
    }
    char *word = strtok(line, " \n");
    if (word == NULL || path_count == MOST_CLUSTERS) {
        refuse("an empty line, or too many clusters");
        return;
    }
    paths[path_count] = read_path(word);
    while ((word = strtok(NULL, " \n")) != NULL) {
        if (word_count == SLOTS / 2) {
            refuse("too many words");
        }
        words[word_count] = nr_hash(word, strlen(word));
        clusters[word_count++] = path_count;
    }
    path_count++;
}

static uint32_t fill_slots(void)
{
    uint32_t count = 1024;
    while (count * 2 < word_count * 3) {
        count *= 2;
    }
    for (uint32_t i = 0; i < word_count; i++) {
        uint32_t at = words[i] & (count - 1);
        while (slots[at] != 0) {
            at = (at + 1) & (count - 1);
        }
        slots[at] = (words[i] & ~NR_CLUSTER_INDEX) | (clusters[i] + 1);
    }
    return count;
}

static void write_numbers(const char *name, const uint32_t *numbers, uint32_t count)
{
    printf("static const uint32_t %s[] = {", name);
    for (uint32_t i = 0; i < count; i++) {
        printf("%s%uu,", i % 8 == 0 ? "\n    " : " ", numbers[i]);
    }
    printf("\n};\n\n");
}

int main(int count, char **names)
{
    static char line[LINE];
    FILE *file = count == 2 ? fopen(names[1], "rb") : NULL;
    if (file == NULL) {
        refuse("usage: cluster2c clusters.txt > cluster_data.c");
        return EXIT_FAILURE;
    }
    while (fgets(line, sizeof line, file) != NULL) {
        if (strchr(line, '\n') == NULL) {
            refuse("a line is too long, or the last one is not ended");
        }
        read_line(line);
    }
    (void)fclose(file);
    uint32_t slot_count = fill_slots();
    printf("/* Written by tag/cluster2c.c from tag/clusters.txt: do not edit. */\n"
           "#include \"tag/cluster.h\"\n\n");
    write_numbers("paths", paths, path_count);
    write_numbers("slots", slots, slot_count);
    printf("const struct nr_cluster_table nr_cluster_table = {slots, paths, %uu};\n",
           slot_count - 1);
    return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
