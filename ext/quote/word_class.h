/* quote/word_class.h: what a word can be here: noun, verb, subject; and short questions
 * about a token. */
#ifndef NR_QUOTE_WORD_CLASS_H
#define NR_QUOTE_WORD_CLASS_H

#include "quote/grammar.h"

#define NR_NAMES_OF_DAYS (NR_IN(weekday) | NR_IN(month))
/* Nouns that can speak without a name. */
#define NR_SPEAKING_NOUNS                                                                \
    (NR_IN(role_noun) | NR_IN(person_noun) | NR_IN(group_noun) | NR_IN(document_noun) |  \
     NR_IN(body_noun))

static inline const struct nr_mention *nr_mention_of(const struct nr_reading *r,
                                                     uint32_t t)
{
    uint32_t m = r->entities->mention_of_token != NULL ? r->entities->mention_of_token[t]
                                                       : NR_NONE;
    return m != NR_NONE ? &r->entities->mentions.items[m] : NULL;
}

static inline bool nr_is_person_at(const struct nr_reading *r, uint32_t t)
{
    const struct nr_mention *mention = nr_mention_of(r, t);
    return mention != NULL && mention->type == NR_TYPE_PERSON;
}

static inline bool nr_word_is(const struct nr_reading *r, uint32_t t, const char *folded)
{
    return nr_token_is(r->text, t, folded);
}

static inline uint8_t nr_shape_of(const struct nr_reading *r, uint32_t t)
{
    return r->text->tokens.items[t].shape;
}

static inline bool nr_is_glued(const struct nr_reading *r, uint32_t t)
{
    return (r->text->tokens.items[t].flags & NR_TOKEN_SPACE) == 0;
}

/* 's, and the apostrophe of "the dockers' union". */
bool nr_is_possessive_mark(const struct nr_reading *r, uint32_t t);
/* The hyphen of "anti - war". */
bool nr_is_joiner(const struct nr_reading *r, uint32_t t);
bool nr_is_possessive_pronoun(const struct nr_reading *r, uint32_t t);
/* A verb that ends a noun phrase: not "transport" in "the transport minister". */
bool nr_is_firm_verb(const struct nr_reading *r, uint32_t t);
/* he, who, that, one, some, both: a subject of one word. */
bool nr_is_bare_subject(const struct nr_reading *r, uint32_t t);
bool nr_begins_sentence(const struct nr_reading *r, uint32_t t);
/* day, week, Monday; last, this, next. */
bool nr_is_time_noun(const struct nr_reading *r, uint32_t t);
bool nr_is_near(const struct nr_reading *r, uint32_t t);
/* Does the word end so, with two letters more? */
bool nr_word_ends(const struct nr_word *word, const char *suffix, uint32_t length);

#endif
