/* quote/grammar.h: as much grammar as attribution needs: noun phrases and verb groups,
 * read off the lists and the order of words. No parser: each function looks at a bounded
 * window. */
#ifndef NR_QUOTE_GRAMMAR_H
#define NR_QUOTE_GRAMMAR_H

#include "entity/entity.h"

/* What a reader of a block has at hand. */
struct nr_reading {
    const struct nr_text *text;
    const struct nr_entities *entities;
    uint32_t first; /* tokens of the block */
    uint32_t end;
};

/* Tokens [first, end) with a head inside; first == end: there is none. */
struct nr_phrase {
    uint32_t first;
    uint32_t end;
    uint32_t head;
};

static inline bool nr_phrase_none(struct nr_phrase phrase)
{
    return phrase.first >= phrase.end;
}

static inline struct nr_phrase nr_phrase_of(uint32_t first, uint32_t end, uint32_t head)
{
    return (struct nr_phrase){first, end, head};
}

#define NR_NO_PHRASE nr_phrase_of(0, 0, 0)

static inline struct nr_span nr_phrase_span(const struct nr_text *text,
                                            struct nr_phrase phrase)
{
    return nr_span_of(text->tokens.items[phrase.first].begin,
                      text->tokens.items[phrase.end - 1].end);
}

/* May the token be (part of) a noun: a name, a noun, an adjective, a number. */
bool nr_is_nominal(const struct nr_reading *reading, uint32_t t);
/* Is it a verb form here, as far as its neighbours tell? */
bool nr_is_verbal(const struct nr_reading *reading, uint32_t t);
/* A person, a body or a group, by name or by noun: what can speak. */
bool nr_can_speak(const struct nr_reading *reading, struct nr_phrase phrase);

/* The noun phrase that ends right before token `end` (a pronoun, a name with its title, a
 * noun with its "of ..."), not reaching before `from`. */
struct nr_phrase nr_phrase_before(const struct nr_reading *reading, uint32_t end,
                                  uint32_t from);
/* The noun phrase that begins at token `first`, not reaching `to`. apposed: with ", a
 * fellow at X". */
struct nr_phrase nr_phrase_after(const struct nr_reading *reading, uint32_t first,
                                 uint32_t to, bool apposed);

/* "its president, Ana Reis": the phrase with the name that says who bears the role, if it
 * ends by `limit`; else as it was. */
struct nr_phrase nr_phrase_with_name(const struct nr_reading *reading,
                                     struct nr_phrase phrase, uint32_t limit);

/* "Diaz at the time | said", "Diaz on Friday | said": the token after the subject; `verb`
 * where no time stands before it. Not before `from`. */
uint32_t nr_before_time(const struct nr_reading *reading, uint32_t verb, uint32_t from);

/* The subject of the verb group that begins at `verb`: right before it, or before the
 * apposition or relative clause that ends at the comma before it. */
struct nr_phrase nr_subject_before(const struct nr_reading *reading, uint32_t verb,
                                   uint32_t from);
/* The subject of the nearest verb before token `end` that has one which can speak,
 * relative pronouns passed over; its verb group in *verb. */
struct nr_phrase nr_subject_of_verb_before(const struct nr_reading *reading, uint32_t end,
                                           uint32_t from, struct nr_span *verb);
/* The subject of the clause that begins at `first`: its first noun phrase that a verb
 * follows, past "In Paris on Friday, ". */
struct nr_phrase nr_subject_of_clause(const struct nr_reading *reading, uint32_t first,
                                      uint32_t to);

#endif
