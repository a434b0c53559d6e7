/* tag/cluster.h: which words keep the same company, learned from raw news.
 *
 * tag/clusters.txt holds a path in a binary tree for each word: words whose paths begin
 * alike stand in like places. tag/train/cluster.c wrote it, cluster2c makes a table of it
 * at build time. */
#ifndef NR_TAG_CLUSTER_H
#define NR_TAG_CLUSTER_H

#include <stdint.h>

/* The path of a word by the nr_hash() of its folded form: from the highest bit down, at
 * most NR_CLUSTER_BITS; below them 1, so that 0 means that the word is in no cluster. Two
 * words have the same path if they are in the same cluster. */
uint32_t nr_cluster_of(uint32_t hash);

/* Asks memory for what nr_cluster_of() will read, so that many words wait together. */
void nr_cluster_ask(uint32_t hash);

enum { NR_CLUSTER_BITS = 30 };

/* The first bits of a path: a coarser cluster. 0 for no cluster. */
static inline uint32_t nr_cluster_prefix(uint32_t path, uint32_t bits)
{
    return path == 0 ? 0 : path >> (32 - bits) | 1u << bits;
}

/* The generated table, between cluster2c and cluster.c: see cluster2c.c. */
struct nr_cluster_table {
    const uint32_t *slots; /* [slot_mask + 1] */
    const uint32_t *paths; /* of a cluster */
    uint32_t slot_mask;
};
extern const struct nr_cluster_table nr_cluster_table;

#define NR_CLUSTER_INDEX 0xFFFu /* bits of a slot that are a cluster's number + 1 */

#endif
