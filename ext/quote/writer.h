/* quote/writer.h: rows of extract_quotes() as they are written, in reading order. Inside
 * of the room: passages.c, reported.c and learned.c decide, writer.c writes down. */
#ifndef NR_QUOTE_WRITER_H
#define NR_QUOTE_WRITER_H

#include "quote/report.h"
#include "quote/scene.h"

/* What has been written so far, and the state that rows need of the rows before them. */
struct nr_writer {
    struct nr_arena *arena;
    const struct nr_text *text;
    struct nr_quotes *quotes;
    struct nr_scene scene;
    uint32_t covered;        /* tokens before this one are in a row already */
    uint32_t last_utterance; /* of the last row, or NR_NONE */
    uint32_t last_end;       /* token after the last row */
    uint32_t last_block;
    uint32_t next_cue;     /* cues before it are done with */
    const uint8_t *labels; /* [tokens] enum nr_speech_label; NULL: no model */
    int16_t *margins;      /* [tokens] by how much each label won */
    bool learned;          /* the model reads this block */
    bool apart; /* the last report stood apart from its cue's act (learned.c) */
    struct nr_reports reports;
};

static inline struct nr_utterance *nr_last_utterance(const struct nr_writer *w)
{
    return &w->quotes->utterances.items[w->last_utterance];
}

/* A new utterance, the last one from now on; NULL: out of memory. */
struct nr_utterance *nr_open_utterance(struct nr_writer *w);
void nr_fill_source(const struct nr_writer *w, struct nr_utterance *utterance,
                    struct nr_phrase source);
/* Cue, verb, act, addressee and via; the source must be filled. */
void nr_fill_cue(const struct nr_writer *w, struct nr_utterance *utterance,
                 const struct nr_cue *cue);
/* One more part of the last utterance: tokens [first, end): direct if they are one
 * passage, mixed if they hold any. */
void nr_write_tokens(struct nr_writer *w, uint32_t first, uint32_t end);
/* An utterance of a cue's subject, with one part. */
void nr_write_cue(struct nr_writer *w, const struct nr_cue *cue, const char *rule,
                  uint32_t first, uint32_t end);

/* reported.c: the rows that cues alone give, up to token `to`. */
void nr_write_reported(struct nr_writer *w, uint32_t to);
/* "The alarm, she said, is on": the part before a cue that stands amid what it reports.
 */
void nr_write_before_parenthesis(struct nr_writer *w, const struct nr_cue *cue);

/* passages.c: the row of one passage, by its finding; all rows of a block, by rules. */
void nr_write_passage(struct nr_writer *w, uint32_t index);
void nr_write_passages(struct nr_writer *w);
/* Is t in reach of a row that ends before token end, with no sentence begun between? */
bool nr_right_behind(const struct nr_writer *w, uint32_t end, uint32_t t);
/* An utterance of its own, by the source of the one `from`. */
void nr_write_turn(struct nr_writer *w, uint32_t from, const char *rule, uint32_t first,
                   uint32_t end);
/* Running text, which a turn goes on in. */
bool nr_block_runs(uint8_t kind);

/* passive.c: does the cue of a report tell what is said of whom stands before it, or what
 * that one says? The same report, by the one behind "by", if there is one. */
bool nr_is_of_others(const struct nr_writer *w, const struct nr_report *report);
struct nr_report nr_with_agent(const struct nr_writer *w, struct nr_report report);

/* learned.c: all rows of a block, by what the model found. */
void nr_write_learned(struct nr_writer *w);

#endif
