/* speaker/rank.h: which of those on stage does a pronoun stand for? What speaks for each
 * is a list of clues; each clue has a weight that was learned (tag/train/who.c), and the
 * one with the highest sum has it. */
#ifndef NR_SPEAKER_RANK_H
#define NR_SPEAKER_RANK_H

#include "speaker/stand_in.h"

/* What a phrase is in its sentence, as far as its neighbours tell. */
enum nr_part {
    NR_PART_SUBJECT,
    NR_PART_OBJECT,
    NR_PART_OBLIQUE, /* after a preposition */
    NR_PART_OWNER,   /* before 's; his */
    NR_PART_OTHER,
    NR_PART_COUNT
};

/* Somebody on stage: the entity, or the noun, named or meant last at `token`. */
struct nr_figure {
    uint32_t entity;  /* or NR_NONE: */
    uint32_t noun;    /* index of a reference, or NR_NONE */
    uint32_t token;   /* of the last mention: its head */
    uint32_t count;   /* mentions so far */
    uint8_t kind;     /* enum nr_mention_kind of the last */
    uint8_t part;     /* enum nr_part of the last */
    uint8_t type;     /* enum nr_type */
    uint8_t gender;   /* enum nr_gender */
    uint8_t basis;    /* enum nr_gender_basis */
    bool quoted;      /* the last mention stands in somebody's words */
    bool source;      /* and is the source of some */
    bool spoke;       /* some mention of it was */
    bool spoke_last;  /* and nobody since */
    uint32_t said;    /* the token that was one last; NR_NONE */
    uint32_t told_of; /* the last one outside of what is reported; NR_NONE */
    bool joined;      /* and is one of two: "Diaz and Moe" */
    bool leads;       /* and is the first of its sentence */
    bool indefinite;  /* "a driver" */
    bool opens;       /* the first person of the article */
    uint32_t acted;   /* the last sentence that it was a subject of; NR_NONE */
    uint32_t led;     /* and that it was named first in */
};

/* The pronoun that is asked about. */
struct nr_asked {
    uint32_t token;
    uint8_t gender; /* female, male; none: they */
    uint8_t part;   /* enum nr_part */
    bool reflexive;
    bool quoted;
    bool source;
    bool fronted;   /* in what stands before the main clause: "In his speech, ..." */
    uint32_t most;  /* mentions of whom it fits that has most */
    uint32_t ahead; /* the entity named next in its sentence, or NR_NONE */
};

enum {
    NR_CLUES_MOST = 32, /* of one figure */
    NR_CLUE_COUNT = 371,
    NR_FIGURES_MOST = 32, /* on stage */
    NR_AHEAD_MOST = 2     /* and named behind the pronoun */
};

struct nr_clues {
    uint16_t items[NR_CLUES_MOST];
    uint32_t count;
};

/* A figure that could be meant. */
struct nr_candidate {
    const struct nr_figure *figure;
    struct nr_clues clues;
    int32_t weight;
};

/* What was learned: tag/models/who.inc. */
enum { NR_RANKED_KINDS = 2, NR_LEAD_BINS = 8 };
struct nr_rank_table {
    int16_t weights[NR_RANKED_KINDS][NR_CLUE_COUNT]; /* of he and she; of they */
    uint8_t sure[NR_RANKED_KINDS][NR_LEAD_BINS]; /* how often the heaviest is right, in
                                                    hundredths, by its lead on the next */
};

/* Learning looks on, and may choose by what it knows: an index into candidates, or
 * NR_NONE for nobody. NULL: the heaviest. */
struct nr_ranker {
    const struct nr_rank_table *table;
    uint32_t (*choose)(void *context, const struct nr_asked *asked,
                       const struct nr_candidate *candidates, uint32_t count);
    void *context;
    bool everybody; /* also those whose gender is another, to learn from */
};
extern const struct nr_ranker nr_ranker_own;

/* Is it a woman, or a man? */
static inline bool nr_told_apart(uint8_t gender)
{
    return gender == NR_GENDER_FEMALE || gender == NR_GENDER_MALE;
}

/* Is the clue one of gender? */
bool nr_clue_is_gender(uint32_t clue);

/* Could the figure be meant at all? */
bool nr_figure_fits(const struct nr_figure *figure, const struct nr_asked *asked);
/* What speaks for it; rank: how many others that fit were mentioned later. */
void nr_figure_describe(const struct nr_script *script, const struct nr_figure *figure,
                        const struct nr_asked *asked, uint32_t rank,
                        struct nr_clues *clues);

/* Which of the weights are the pronoun's: an index into the table. */
static inline uint32_t nr_ranked_kind(const struct nr_asked *asked)
{
    return nr_told_apart(asked->gender) ? 0 : 1;
}

/* The heaviest, or NR_NONE of none; by how much in *lead: a bin. */
uint32_t nr_candidates_heaviest(const struct nr_candidate *candidates, uint32_t count,
                                uint32_t *lead);

/* What the phrase of these tokens is in its sentence. */
enum nr_part nr_part_of(const struct nr_script *script, uint32_t first, uint32_t end);

#endif
