/* text/page_language.c: the language of each block: its own where it is sure, else that
 * of its neighbours where they agree, else the article's. A caption in a second language
 * is told so from the article around it. */
#include "text/page.h"

#include "text/language.h"

enum {
    LANGUAGE_WORDS = 24, /* read of a block */
    LANGUAGE_BYTES = 1024
};

/* What is known of the article's language while its blocks are read. */
struct hearing {
    struct nr_votes whole;
    struct nr_ballots *ballots; /* the connection's */
    enum nr_language likely;    /* so far; NR_LANGUAGE_NONE: open */
};

/* The language of a block, or NR_LANGUAGE_NONE. One vote for the language that the
 * article is likely in is enough, so that most blocks cost a few words. */
static enum nr_language hear(struct hearing *hearing, struct nr_chars written)
{
    struct nr_votes votes = {0};
    enum nr_language found = NR_LANGUAGE_NONE;
    if (hearing->likely != NR_LANGUAGE_NONE) {
        nr_votes_add(&votes, hearing->ballots, written, LANGUAGE_WORDS, NR_VOTE);
        found = nr_votes_winner(&votes, NR_VOTE, 50);
    }
    if (found == NR_LANGUAGE_NONE || found != hearing->likely) {
        votes = (struct nr_votes){0};
        nr_votes_add(&votes, hearing->ballots, written, LANGUAGE_WORDS, 3 * NR_VOTE);
        found = nr_votes_winner(&votes, 2 * NR_VOTE, 50);
    }
    for (uint32_t i = 0; i < NR_LANGUAGE_COUNT; i++) {
        hearing->whole.of[i] += votes.of[i];
    }
    return found;
}

/* Blocks that say nothing themselves: what the next sure ones on both sides say, if that
 * is the same; else the article's. */
static void fill_gaps(struct nr_page_draft *page)
{
    uint32_t count = page->text->blocks.count;
    uint8_t before = NR_LANGUAGE_NONE;
    for (uint32_t b = 0; b < count && nr_arena_tick(page->arena, 1);) {
        uint32_t end = b;
        while (end < count && nr_page_block(page, end)->language == NR_LANGUAGE_NONE) {
            end++;
        }
        uint8_t after =
            end < count ? nr_page_block(page, end)->language : (uint8_t)NR_LANGUAGE_NONE;
        uint8_t filled = before == after && before != NR_LANGUAGE_NONE
                             ? before
                             : (uint8_t)page->text->language;
        for (; b < end && nr_arena_tick(page->arena, 1); b++) {
            nr_page_block(page, b)->language = filled;
        }
        before = after;
        b = end + 1;
    }
}

bool nr_page_find_languages(struct nr_page_draft *page, enum nr_language given)
{
    struct hearing hearing = {.ballots = nr_block_patterns_ballots(page->patterns),
                              .likely = given};
    for (uint32_t b = 0; b < page->text->blocks.count; b++) {
        struct nr_block *block = nr_page_block(page, b);
        struct nr_chars written = nr_page_chars(page, b);
        written.length =
            written.length < LANGUAGE_BYTES ? written.length : LANGUAGE_BYTES;
        block->language = (uint8_t)hear(&hearing, written);
        if (given == NR_LANGUAGE_NONE && b % 4 == 1) {
            hearing.likely = nr_votes_winner(&hearing.whole, 6 * NR_VOTE, 50);
        }
        if (!nr_arena_tick(page->arena, LANGUAGE_WORDS)) {
            return false;
        }
    }
    page->text->language = given != NR_LANGUAGE_NONE
                               ? given
                               : nr_votes_winner(&hearing.whole, 2 * NR_VOTE, 25);
    fill_gaps(page);
    return page->arena->status == NR_OK;
}
