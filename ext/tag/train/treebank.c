/* tag/train/treebank.c: from lines of tokens to a text as text/ would cut it, if it cut
 * there.
 *
 * Words are interned and looked up by the text room's own functions, so what is known of
 * a word in training is what is known of it in an article. White space is not known:
 * every token but the first has a space before it, and no feature may ask for it. */
#include "tag/train/treebank.h"

#include "tag/pos.h"
#include "text/reader.h"

#include <stdio.h>
#include <stdlib.h>

static void must(const struct treebank *bank, bool done)
{
    if (!done || bank->arena->status != NR_OK) {
        fprintf(stderr, "train: out of memory\n");
        exit(EXIT_FAILURE);
    }
}

/* ---- One text ---- */

/* Takes back what was put down since a token. */
static void take_back(struct nr_text *text, uint32_t first)
{
    for (uint32_t t = first; t < text->tokens.count; t++) {
        struct nr_word *word = &text->words.items[text->tokens.items[t].word];
        word->count--;
        word->lower_count -= text->tokens.items[t].shape == NR_SHAPE_LOWER;
    }
    text->tokens.count = first;
}

/* Written as text/ sees these bytes if they are one token to it; otherwise as their
 * letters are. */
static bool put_token(struct nr_arena *arena, struct nr_text *text, uint32_t begin,
                      uint32_t end)
{
    struct nr_block alone = {.span = {begin, end}, .language = NR_LANGUAGE_EN};
    uint32_t first = text->tokens.count;
    if (!nr_tokens_cut(arena, text, &alone) || text->tokens.count == first + 1) {
        return arena->status == NR_OK;
    }
    take_back(text, first);
    struct nr_reader reader = {.arena = arena,
                               .text = text,
                               .bytes = text->bytes,
                               .begin = begin,
                               .end = end,
                               .language = NR_LANGUAGE_EN,
                               .flags = NR_TOKEN_SPACE};
    return nr_token_emit(&reader, begin, end, nr_shape_between(&reader, begin, end));
}

static void put_sentence(struct treebank *bank, struct nr_text *text, uint32_t first,
                         uint32_t end)
{
    struct nr_sentence *sentence =
        nr_list_push(bank->arena, &text->sentences, sizeof *sentence);
    must(bank, sentence != NULL);
    *sentence = (struct nr_sentence){
        nr_span_of(text->tokens.items[first].begin, text->tokens.items[end - 1].end),
        first, end, 0};
    for (uint32_t t = first; t < end; t++) {
        text->tokens.items[t].sentence = text->sentences.count - 1;
    }
    text->tokens.items[first].flags |= NR_TOKEN_SENTENCE;
}

/* The draft's forms, a space behind each. */
static char *write_bytes(const struct treebank *bank, uint32_t *length)
{
    *length = 0;
    for (uint32_t t = 0; t < bank->draft.count; t++) {
        *length += bank->draft.items[t].form.length + 1;
    }
    char *bytes = nr_arena_take(bank->arena, (size_t)*length + 1);
    must(bank, bytes != NULL);
    char *at = bytes;
    for (uint32_t t = 0; t < bank->draft.count; t++) {
        struct nr_chars form = bank->draft.items[t].form;
        memcpy(at, form.bytes, form.length);
        at[form.length] = ' ';
        at += form.length + 1;
    }
    return bytes;
}

static void put_tokens(const struct treebank *bank, struct treebank_text *made)
{
    uint32_t at = 0;
    for (uint32_t t = 0; t < bank->draft.count; t++) {
        uint32_t end = at + bank->draft.items[t].form.length;
        must(bank, put_token(bank->arena, &made->text, at, end));
        made->labels[t] = bank->draft.items[t].pos;
        at = end + 1;
    }
}

static void make_text(struct treebank *bank)
{
    struct treebank_text *made = nr_list_push(bank->arena, &bank->texts, sizeof *made);
    must(bank, made != NULL);
    made->text.bytes = write_bytes(bank, &made->text.length);
    made->text.language = NR_LANGUAGE_EN;
    made->tokens = bank->draft.items;
    made->labels = nr_arena_take(bank->arena, bank->draft.count);
    must(bank, made->labels != NULL && nr_words_open(bank->arena, &made->text));
    put_tokens(bank, made);
    uint32_t first = 0;
    for (uint32_t s = 0; s < bank->ends.count; s++) {
        if (bank->ends.items[s] > first) {
            put_sentence(bank, &made->text, first, bank->ends.items[s]);
            first = bank->ends.items[s];
        }
    }
    must(bank, nr_words_look_up(bank->arena, &made->text));
}

/* ---- Lines ---- */

static struct nr_chars next_field(const char **at)
{
    uint32_t length = (uint32_t)strcspn(*at, "\t");
    struct nr_chars field = {*at, length};
    *at += length + ((*at)[length] == '\t');
    return field;
}

static uint8_t pos_named(struct nr_chars name)
{
    for (uint32_t pos = 0; pos < NR_POS_COUNT; pos++) {
        if (strlen(nr_pos_names[pos]) == name.length &&
            memcmp(nr_pos_names[pos], name.bytes, name.length) == 0) {
            return (uint8_t)pos;
        }
    }
    return NR_POS_X;
}

static void end_sentence(struct treebank *bank)
{
    uint32_t *end = nr_list_push(bank->arena, &bank->ends, sizeof *end);
    must(bank, end != NULL);
    *end = bank->draft.count;
}

static void end_document(struct treebank *bank)
{
    if (bank->draft.count > 0) {
        end_sentence(bank);
        make_text(bank);
    }
    memset(&bank->draft, 0, sizeof bank->draft);
    memset(&bank->ends, 0, sizeof bank->ends);
}

static void see(void *context, char *line)
{
    struct treebank *bank = context;
    if (strncmp(line, "# doc", 5) == 0) {
        end_document(bank);
    } else if (line[0] == '\0') {
        end_sentence(bank);
    } else {
        struct treebank_token *token =
            nr_list_push(bank->arena, &bank->draft, sizeof *token);
        const char *at = nr_arena_copy(bank->arena, line, strlen(line));
        must(bank, token != NULL && at != NULL);
        token->form = next_field(&at);
        token->lemma = next_field(&at);
        token->pos = pos_named(next_field(&at));
    }
}

bool treebank_read(struct trainer *trainer, struct treebank *bank, const char *file)
{
    bank->arena = &trainer->arena;
    bool there = corpus_lines(trainer, file, see, bank);
    end_document(bank);
    return there;
}
