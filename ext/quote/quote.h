/* quote/quote.h: what is said, and the words that say who said it.
 *
 * marks.c pairs quotation marks; cue.c finds reporting verbs; subject.c finds the noun
 * phrase that is their subject; rules.c joins them by named rules, and quote.c makes
 * rows. Who the source is comes in speaker/.
 */
#ifndef NR_QUOTE_QUOTE_H
#define NR_QUOTE_QUOTE_H

#include "entity/entity.h"
#include "tag/model.h"
#include "tag/pos.h"

/* ---- Marks: every pair and what became of it (marks.c) ---- */

enum nr_verdict {
    NR_VERDICT_QUOTE,    /* somebody's words */
    NR_VERDICT_TITLE,    /* of a film, a book, a song */
    NR_VERDICT_NICKNAME, /* Dwayne "The Rock" Johnson */
    NR_VERDICT_SCARE,    /* a word held with tongs, nobody said it */
    NR_VERDICT_HEADING,  /* in a subhead */
    NR_VERDICT_UNCLOSED, /* no partner, and not taken for a quote */
    NR_VERDICT_COUNT
};
extern const char *const nr_verdict_names[NR_VERDICT_COUNT];

struct nr_mark {
    struct nr_span outer; /* with the marks, as far as they are there */
    struct nr_span inner; /* without */
    uint32_t first_token; /* first token inside */
    uint32_t end_token; /* token of the closing mark, or the one after the last inside */
    uint32_t parent;    /* the pair it is nested in, or NR_NONE */
    uint32_t block;
    uint32_t utterance; /* index into utterances once attributed, or NR_NONE */
    uint8_t verdict;    /* enum nr_verdict */
    bool closed;        /* a closing mark was there */
    bool continues; /* goes on from the pair before it: a quote over several paragraphs */
    bool settled;   /* the verdict stands, whatever attribution finds: no passage */
};

/* ---- Utterances and their parts ---- */

enum nr_quote_kind { NR_QUOTE_DIRECT, NR_QUOTE_MIXED, NR_QUOTE_INDIRECT };
extern const char *const nr_quote_kind_names[3];

/* One attribution: shared by all of its parts. */
struct nr_utterance {
    struct nr_span
        source; /* the mention as written: full noun phrase; empty: none given */
    uint32_t source_first; /* its tokens */
    uint32_t source_end;
    uint32_t source_head; /* its head token: the name's last, the noun, the pronoun */
    uint32_t source_from; /* utterance whose source this one carries on (same turn), or
                             NR_NONE */
    struct nr_span cue;   /* "told", "according to", ":"; empty: none */
    struct nr_chars verb; /* its lemma: "tell"; length 0: none */
    struct nr_span addressee; /* noun phrase, or empty */
    struct nr_span via;       /* noun phrase, or empty */
    const char *rule;         /* name in the table of rules; static storage */
    uint32_t parts;
    uint8_t act; /* enum nr_act */
};

/* Of what the model's margins are asked. */
enum nr_margin { NR_MARGIN_CONTENT, NR_MARGIN_CUE, NR_MARGIN_SOURCE, NR_MARGIN_COUNT };
enum { NR_NO_MARGIN = INT16_MIN }; /* the row has no cue, no source */

/* What a row's confidence is read off (sure.h): by how much the model holds its words for
 * content, its cue for a cue, its source for a source; below 0: it holds them for
 * something else. */
struct nr_evidence {
    int16_t margins[NR_MARGIN_COUNT];
    bool pronoun; /* the source is he, she ...: who that is was found elsewhere */
    bool read;    /* by the model; no: another language, or there is none */
};

/* One row of extract_quotes(): a contiguous stretch. In reading order. */
struct nr_quote {
    struct nr_span span; /* direct: without the outer marks */
    uint32_t utterance;
    uint32_t part; /* from 1 */
    uint32_t block;
    uint32_t sentence;
    struct nr_evidence evidence;
    uint8_t kind; /* enum nr_quote_kind */
};

struct nr_quotes {
    NR_LIST(struct nr_mark) marks;           /* in reading order of their opening */
    NR_LIST(struct nr_utterance) utterances; /* in reading order of their first part */
    NR_LIST(struct nr_quote) quotes;
};

/* One rule of attribution, for README, tests and newsroom_rules: name and example. */
struct nr_rule {
    const char *name;
    const char *example;
};
extern const struct nr_rule nr_rules[];
extern const uint32_t nr_rule_count;

enum nr_status nr_quotes_find(struct nr_arena *arena, const struct nr_text *text,
                              const struct nr_tags *tags,
                              const struct nr_entities *entities,
                              const struct nr_models *models, struct nr_quotes *quotes);

#endif
