/* speaker/stand_in.c: see stand_in.h. */
#include "speaker/stand_in.h"

const struct nr_stand_in_rule_row nr_stand_in_rules[NR_STAND_IN_RULE_COUNT] = {
    [NR_STAND_IN_NOBODY] = {"nobody", "a pronoun or noun for which nobody is found",
                            "The bus was late. She left."},
    [NR_STAND_IN_RANKED] = {"ranked",
                            "the likeliest of those on stage, by learned weights",
                            "Maria Diaz met Tom Aldous on Friday. She was late."},
    [NR_STAND_IN_GOES_ON] = {"goes-on", "he or she who goes on speaking: who spoke last",
                             "\"We won,\" Maria Diaz said of Ann Moe. She added: "
                             "\"It was late.\""},
    [NR_STAND_IN_RELATIVE] = {"relative", "who: the name before it",
                              "Maria Diaz, who left early, was tired."},
    [NR_STAND_IN_APPOSITION] = {"apposition", "the noun stands beside the name",
                                "Maria Diaz, the mayor of Lund, left early."},
    [NR_STAND_IN_PREDICATE] = {"predicate", "the noun is said of the name or pronoun",
                               "Maria Diaz is the mayor of Lund."},
    [NR_STAND_IN_ROLE] =
        {"role", "the one whose role the noun names",
         "Finance Minister Ines Calder resigned. The minister was tired."},
    [NR_STAND_IN_BODY] = {"body", "the body mentioned last whose name the noun fits",
                          "The Finance Ministry was late. The ministry has closed."},
    [NR_STAND_IN_SPEAKER] = {"speaker", "I, me, my inside somebody's words",
                             "\"I was tired,\" Maria Diaz said."},
    [NR_STAND_IN_ADDRESSEE] = {"addressee", "you, your inside words told to somebody",
                               "Maria Diaz told Tom Aldous: \"You were late.\""},
};

const struct nr_stand_in *nr_stand_in_at(const struct nr_stand_ins *references,
                                         uint32_t head)
{
    uint32_t low = 0;
    uint32_t high = references->all.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (references->all.items[middle].head < head) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool found = low < references->all.count && references->all.items[low].head == head;
    return found ? &references->all.items[low] : NULL;
}
