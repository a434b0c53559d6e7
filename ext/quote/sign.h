/* quote/sign.h: one quotation mark of a block, before it has a partner: may it open, may
 * it close, may it be none? Answers are costs, so that a whole block is weighed at once.
 */
#ifndef NR_QUOTE_SIGN_H
#define NR_QUOTE_SIGN_H

#include "text/text.h"

/* Marks of one family are partners: “ opens and " closes. */
enum nr_sign_family {
    NR_SIGN_DOUBLE,      /* " “ ” „ ‟ '' `` and CJK corners */
    NR_SIGN_ANGLE,       /* « » */
    NR_SIGN_SMALL_ANGLE, /* ‹ › */
    NR_SIGN_DASH,        /* — at the head of a paragraph, and those after it */
    NR_SIGN_SINGLE,      /* ' ‘ ’ ‚ ` */
    NR_SIGN_FAMILY_COUNT
};

static inline uint8_t nr_sign_bit(int family)
{
    return (uint8_t)(1u << family);
}

/* Pairs open at once: two levels of each family at most. */
enum { NR_SIGN_LEVELS = 2 * NR_SIGN_FAMILY_COUNT };

enum nr_sign_role {
    NR_SIGN_SKIPPED, /* no quotation mark here, or nothing to be made of it */
    NR_SIGN_OPENS,
    NR_SIGN_CLOSES,
    NR_SIGN_LOST /* opens, and nothing closes it */
};

struct nr_sign {
    uint32_t token;
    /* Its partner; of a lost one the sign before which it ends; or NR_NONE. Until it has
     * a role: the sign before it in its series (marks.c), or NR_NONE. */
    uint32_t partner;
    uint8_t family; /* enum nr_sign_family */
    uint8_t role;   /* enum nr_sign_role */
    uint8_t opens;  /* what it costs to take it for an opening mark, */
    uint8_t closes; /* for a closing one, */
    uint8_t skips;  /* for none */
    uint8_t begins; /* 1: a sentence begins with it */
    uint8_t steps;  /* how each state was best reached: marks.c */
};

struct nr_signs {
    NR_LIST(struct nr_sign) list;
};

/* The signs of a block, in order, replacing what is in the list. False: arena->status. */
bool nr_signs_read(struct nr_arena *arena, const struct nr_text *text, uint32_t block,
                   struct nr_signs *signs);

/* The families, as bits, of which a mark stands at the head of a block and may open. */
uint8_t nr_signs_heading(const struct nr_text *text, uint32_t block);

/* Gives each sign its role and partner (pair.c); no two pairs cross. heading: families
 * that the next paragraph opens with; forgotten: families that the one before left open.
 * Returns the families that this block leaves open. Linear. */
uint8_t nr_signs_pair(struct nr_arena *arena, struct nr_signs *signs, uint8_t heading,
                      uint8_t forgotten);

#endif
