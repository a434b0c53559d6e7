/* text/sentence.c: where does a sentence end?
 *
 *     "Stop!" he shouted. The U.S. The 3.5 % of Mr. Hale ... were "fine." Nobody moved.
 *                        |        |                                      |
 *
 * All blocks are cut into tokens first, then each token that may end a sentence is judged
 * by what stands around it: the sign itself (a full stop ends more surely than the stop
 * of p.m.), the closing marks and brackets that belong before the cut, and the word
 * behind it. The end of a block always ends a sentence, so headlines need no full stop.
 * Colons and semicolons never do.
 *
 * Knowingly wrong: "the U.S. Senate" and "in the U.S. Senate leaders said" differ only in
 * sense: a name behind such an abbreviation does not begin a sentence here, a function
 * word does. */
#include "text/text.h"

#include "text/fold.h"
#include "text/token.h"

#include <string.h>

/* How surely a token ends a sentence. */
enum ending {
    ENDING_NONE,
    ENDING_NEVER, /* Mr. */
    ENDING_WEAK,  /* U.S., p.m., Inc.: only before what must begin a sentence */
    ENDING_DOTS,  /* ... */
    ENDING_STOP,  /* . */
    ENDING_CALL   /* ! ? */
};

struct judge {
    const struct nr_text *text;
    uint32_t first; /* tokens of this block */
    uint32_t end;
};

static char first_byte(const struct judge *judge, uint32_t t)
{
    return judge->text->bytes[judge->text->tokens.items[t].begin];
}

static uint32_t token_length(const struct judge *judge, uint32_t t)
{
    return nr_span_length(nr_token_span(judge->text, t));
}

static bool spaced(const struct judge *judge, uint32_t t)
{
    return (judge->text->tokens.items[t].flags & NR_TOKEN_SPACE) != 0;
}

static enum ending punct_ending(const struct judge *judge, uint32_t t)
{
    switch (first_byte(judge, t)) {
    case '.':
        return token_length(judge, t) == 1 ? ENDING_STOP : ENDING_DOTS;
    case '!':
    case '?':
        return ENDING_CALL;
    default:
        break;
    }
    switch (nr_char_at(judge->text->bytes, judge->text->tokens.items[t].begin,
                       judge->text->tokens.items[t].end)
                .code) {
    case 0x2026:
        return ENDING_DOTS;
    case 0x3002: /* 。 */
    case 0x0964: /* । */
    case 0x06D4: /* ۔ */
        return ENDING_STOP;
    case 0x061F: /* ؟ */
    case 0xFF01:
    case 0xFF1F:
    case 0x203C:
    case 0x203D:
        return ENDING_CALL;
    default:
        return ENDING_NONE;
    }
}

/* As it is written: ft. may end a sentence, Ft. does not. */
static bool never_ends(const struct nr_text *text, uint32_t t)
{
    const struct nr_lexeme *lexeme = nr_word_of(text, t)->lexeme;
    uint8_t written = text->tokens.items[t].casing;
    const struct nr_fact *closest = NULL;
    for (uint32_t i = 0; lexeme != NULL && i < lexeme->fact_count; i++) {
        const struct nr_fact *fact = &nr_lexeme_facts(lexeme)[i];
        if (fact->list == NR_LIST_abbreviation && fact->casing <= written) {
            closest = fact;
        }
    }
    return closest != NULL && (closest->flags & NR_FLAG_NEVER_ENDS) != 0;
}

static enum ending ending_of(const struct judge *judge, uint32_t t)
{
    const struct nr_token *token = &judge->text->tokens.items[t];
    if (token->shape == NR_SHAPE_PUNCT) {
        return punct_ending(judge, t);
    }
    bool stop =
        judge->text->bytes[token->end - 1] == '.' && token->shape != NR_SHAPE_MARK;
    if (!stop) {
        return ENDING_NONE;
    }
    return never_ends(judge->text, t) ? ENDING_NEVER : ENDING_WEAK;
}

/* A mark or bracket that closes: it belongs to the sentence before it. */
static bool closes(const struct judge *judge, uint32_t t)
{
    const struct nr_token *token = &judge->text->tokens.items[t];
    struct nr_char c = nr_char_at(judge->text->bytes, token->begin, token->end);
    switch (c.code) {
    case ')':
    case ']':
    case 0x201D: /* ” */
    case 0x203A: /* › */
    case 0x00BB: /* » */
        return true;
    case '"':
    case '\'':
    case 0x2019: /* ’ */
    case 0x201C: /* “ closes in German */
    case 0x2018:
        return token->shape == NR_SHAPE_MARK && !spaced(judge, t);
    default:
        return false;
    }
}

/* A mark or bracket that opens: what begins behind it begins the sentence. */
static bool opens(const struct judge *judge, uint32_t t)
{
    uint8_t shape = judge->text->tokens.items[t].shape;
    char first = first_byte(judge, t);
    bool bracket = first == '(' || first == '[';
    struct nr_char c = nr_char_at(judge->text->bytes, judge->text->tokens.items[t].begin,
                                  judge->text->tokens.items[t].end);
    return shape == NR_SHAPE_MARK || bracket || c.code == 0xBF || c.code == 0xA1;
}

static uint64_t function_words(void)
{
    return NR_IN(determiner) | NR_IN(pronoun) | NR_IN(preposition) | NR_IN(conjunction) |
           NR_IN(subordinator) | NR_IN(relative) | NR_IN(auxiliary) | NR_IN(adverb);
}

static uint64_t naming_words(void)
{
    return NR_IN(month) | NR_IN(weekday) | NR_IN(given_name) | NR_IN(surname) |
           NR_IN(role_noun) | NR_IN(body_noun) | NR_IN(org_head) | NR_IN(org_suffix) |
           NR_IN(country) | NR_IN(city) | NR_IN(region) | NR_IN(demonym) | NR_IN(norp) |
           NR_IN(facility_head) | NR_IN(place_head) | NR_IN(law_head) | NR_IN(event_head);
}

/* A function word: its capital is explained by the beginning of a sentence only. */
static bool begins_by_place(const struct judge *judge, uint32_t t)
{
    uint64_t lists = nr_token_lists(judge->text, t);
    return judge->text->tokens.items[t].shape == NR_SHAPE_CAPITAL &&
           (lists & naming_words()) == 0 && (lists & function_words()) != 0;
}

/* Another word that is commonly small, or that the article writes small elsewhere, and
 * that is no part of names. */
static bool is_commonly_small(const struct judge *judge, uint32_t t)
{
    uint64_t lists = nr_token_lists(judge->text, t);
    return judge->text->tokens.items[t].shape == NR_SHAPE_CAPITAL &&
           (lists & naming_words()) == 0 &&
           (nr_word_of(judge->text, t)->lower_count > 0 ||
            (lists & NR_IN(common_word)) != 0);
}

/* U.S.  J.: capitals with stops, which names go on behind: the U.N. Security Council. */
static bool is_lettered(const struct judge *judge, uint32_t t)
{
    struct nr_span span = nr_token_span(judge->text, t);
    const char *bytes = judge->text->bytes + span.begin;
    uint32_t length = nr_span_length(span);
    bool capital = bytes[0] >= 'A' && bytes[0] <= 'Z';
    return capital && (length == 2 || (length > 3 && bytes[1] == '.'));
}

/* "Why?" Smith asked: a name, then a verb of speech, carries on behind a called-out
 * quote. */
static bool name_speaks(const struct judge *judge, uint32_t t)
{
    uint32_t at = t;
    while (at < judge->end && at - t < 4 && nr_token_capital(judge->text, at)) {
        at++;
    }
    return at > t && at < judge->end && !begins_by_place(judge, t) &&
           nr_token_in(judge->text, at, NR_IN(speech_verb));
}

/* "1. Talks": a number that counts the items of a list. */
static bool counts_items(const struct judge *judge, uint32_t sentence_first, uint32_t t)
{
    return t == sentence_first + 1 && token_length(judge, sentence_first) <= 3 &&
           judge->text->tokens.items[sentence_first].shape == NR_SHAPE_NUMBER &&
           spaced(judge, t + 1);
}

/* 3. Oktober, 14. Mai */
static bool is_ordinal(const struct judge *judge, uint32_t t)
{
    return t > judge->first && t + 1 < judge->end &&
           judge->text->tokens.items[t - 1].shape == NR_SHAPE_NUMBER &&
           nr_token_in(judge->text, t + 1, NR_IN(month));
}

/* Does the sentence end at token t, with next the first token behind it and its closing
 * marks? */
static bool ends_before(const struct judge *judge, enum ending ending, uint32_t t,
                        uint32_t next)
{
    const struct nr_text *text = judge->text;
    bool closed = next > t + 1;
    uint32_t word = next;
    while (word < judge->end && word - next < 3 && opens(judge, word)) {
        word++;
    }
    if (word == judge->end) {
        return ending >= ENDING_DOTS && spaced(judge, next);
    }
    uint8_t shape = text->tokens.items[word].shape;
    bool capital = nr_token_capital(text, word) && shape != NR_SHAPE_MIXED;
    bool opened = word > next && text->tokens.items[next].shape == NR_SHAPE_MARK;
    switch (ending) {
    case ENDING_NONE:
    case ENDING_NEVER:
        return false;
    case ENDING_WEAK:
        return opened ? capital && spaced(judge, next)
                      : begins_by_place(judge, word) ||
                            (!is_lettered(judge, t) && is_commonly_small(judge, word));
    case ENDING_DOTS:
        return spaced(judge, next) && capital && !nr_token_is(text, word, "i");
    case ENDING_STOP:
        if (is_ordinal(judge, t)) {
            return false;
        }
        break;
    case ENDING_CALL:
        if (closed && name_speaks(judge, word)) {
            return false;
        }
        break;
    }
    if (shape == NR_SHAPE_LOWER || shape == NR_SHAPE_PUNCT) {
        return false;
    }
    return spaced(judge, next) || capital;
}

static bool push_sentence(struct nr_arena *arena, struct nr_text *text, uint32_t first,
                          uint32_t end, uint32_t block)
{
    struct nr_sentence *sentence =
        nr_list_push(arena, &text->sentences, sizeof *sentence);
    if (sentence == NULL) {
        return false;
    }
    *sentence = (struct nr_sentence){
        nr_span_of(text->tokens.items[first].begin, text->tokens.items[end - 1].end),
        first, end, block};
    for (uint32_t t = first; t < end; t++) {
        text->tokens.items[t].sentence = text->sentences.count - 1;
    }
    text->tokens.items[first].flags |= NR_TOKEN_SENTENCE;
    return nr_phrases_read(arena, text, first, end);
}

/* blocks[block] holds the numbers of its tokens where its sentences go. */
static bool split_block(struct nr_arena *arena, struct nr_text *text, uint32_t block)
{
    uint32_t begin = text->blocks.items[block].first_sentence;
    uint32_t end = text->blocks.items[block].end_sentence;
    struct judge judge = {text, begin, end};
    text->blocks.items[block].first_sentence = text->sentences.count;
    for (uint32_t t = begin; t < end;) {
        uint32_t from = t;
        while (t + 1 < end && (text->tokens.items[t].flags & NR_TOKEN_STOP) == 0) {
            t++;
        }
        enum ending ending = ending_of(&judge, t);
        uint32_t next = t + 1;
        while (ending != ENDING_NONE && next < end && closes(&judge, next)) {
            next++;
        }
        if (!nr_arena_tick(arena, next - from)) {
            return false;
        }
        bool last = next == end;
        bool cut = last || (ending != ENDING_NONE && !counts_items(&judge, begin, t) &&
                            ends_before(&judge, ending, t, next));
        if (cut) {
            if (!push_sentence(arena, text, begin, next, block)) {
                return false;
            }
            begin = next;
        }
        t = next;
    }
    text->blocks.items[block].end_sentence = text->sentences.count;
    return true;
}

/* Begins anew: a stopped stage may be run again. Room for what prose needs, so that lists
 * seldom move. */
static bool open_lists(struct nr_arena *arena, struct nr_text *text)
{
    text->sentences.count = 0;
    text->tokens.count = 0;
    text->phrases.count = 0;
    return nr_words_open(arena, text) &&
           nr_list_reserve(arena, &text->tokens, sizeof *text->tokens.items,
                           text->length / 5);
}

enum nr_status nr_sentences_find(struct nr_arena *arena, struct nr_text *text)
{
    if (!open_lists(arena, text)) {
        return arena->status;
    }
    for (uint32_t b = 0; b < text->blocks.count; b++) {
        struct nr_block *block = &text->blocks.items[b];
        block->first_sentence = text->tokens.count;
        if (!nr_tokens_cut(arena, text, block)) {
            return arena->status;
        }
        block->end_sentence = text->tokens.count;
    }
    if (!nr_words_look_up(arena, text)) {
        return arena->status;
    }
    for (uint32_t b = 0; b < text->blocks.count; b++) {
        if (!split_block(arena, text, b)) {
            return arena->status;
        }
    }
    nr_list_trim(arena, &text->tokens, sizeof *text->tokens.items);
    nr_list_trim(arena, &text->sentences, sizeof *text->sentences.items);
    nr_list_trim(arena, &text->words, sizeof *text->words.items);
    return arena->status;
}
