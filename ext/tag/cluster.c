/* tag/cluster.c: see cluster.h. A slot holds the upper bits of a word's hash and the
 * number of its cluster + 1; another word with the same bits, one in a million, is given
 * that word's cluster. */
#include "tag/cluster.h"

void nr_cluster_ask(uint32_t hash)
{
    const struct nr_cluster_table *table = &nr_cluster_table;
#if defined(__GNUC__)
    __builtin_prefetch(&table->slots[hash & table->slot_mask]);
#else
    (void)table;
    (void)hash;
#endif
}

uint32_t nr_cluster_of(uint32_t hash)
{
    const struct nr_cluster_table *table = &nr_cluster_table;
    uint32_t at = hash & table->slot_mask;
    while (table->slots[at] != 0) {
        if (((table->slots[at] ^ hash) & ~NR_CLUSTER_INDEX) == 0) {
            return table->paths[(table->slots[at] & NR_CLUSTER_INDEX) - 1];
        }
        at = (at + 1) & table->slot_mask;
    }
    return 0;
}
