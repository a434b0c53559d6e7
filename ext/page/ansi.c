/* page/ansi.c: article_ansi(): what was found, on the article itself, in a terminal.
 *
 * Words are set in lines of 80 columns. A quote has its speaker's colour and ends with
 * the speaker's number, raised; the source is bold in the same colour, the cue slanted,
 * names are underlined, dates dim. Below stand the speakers and what is named. Each line
 * begins and ends without colour, so that a pager may show any of them alone. Control
 * characters of the article are not passed on: no article paints its own colours, or
 * gives the terminal orders.
 *
 * Knowingly wrong: columns are guessed from code points (ideographs and emoji take two,
 * combining marks none), and terminals differ; text from right to left is left to the
 * terminal. */
#include "page/page.h"

#include "page/runs.h"
#include "page/voices.h"
#include "text/fold.h"

#include <string.h>

enum {
    COLUMNS = 78, /* and two for a speaker's number */
    INDENT = 2,   /* of items, and of what is set apart */
    COLOURS = 12
};

/* Colours of speakers, easy to tell apart on dark and on light. */
static const uint8_t colours[COLOURS] = {36, 33, 32, 35, 34, 31, 96, 93, 92, 95, 94, 91};

struct style {
    uint8_t colour; /* as ECMA-48 numbers it; 0: the terminal's own */
    bool bold;
    bool dim;
    bool slanted;
    bool underlined;
};

struct terminal {
    struct nr_ink *ink;
    const struct nr_article *article;
    struct nr_layers layers;
    struct nr_voices voices;
    struct style style; /* of what comes */
    struct style shown; /* that the terminal is in */
    uint32_t column;
    uint32_t indent; /* of lines that follow */
    bool space;      /* one is due before the next character */
};

/* ---- Style ---- */

static bool same(struct style a, struct style b)
{
    return a.colour == b.colour && a.bold == b.bold && a.dim == b.dim &&
           a.slanted == b.slanted && a.underlined == b.underlined;
}

static void show(struct terminal *terminal, struct style style)
{
    static const struct style plain;
    if (same(style, terminal->shown)) {
        return;
    }
    terminal->shown = style;
    nr_ink_word(terminal->ink, "\033[0");
    if (same(style, plain)) {
        nr_ink_word(terminal->ink, "m");
        return;
    }
    nr_ink_word(terminal->ink, style.bold ? ";1" : "");
    nr_ink_word(terminal->ink, style.dim ? ";2" : "");
    nr_ink_word(terminal->ink, style.slanted ? ";3" : "");
    nr_ink_word(terminal->ink, style.underlined ? ";4" : "");
    if (style.colour != 0) {
        nr_ink_word(terminal->ink, ";");
        nr_ink_number(terminal->ink, style.colour);
    }
    nr_ink_word(terminal->ink, "m");
}

static void end_line(struct terminal *terminal)
{
    show(terminal, (struct style){0});
    nr_ink_word(terminal->ink, "\n");
    terminal->column = 0;
    terminal->space = false;
}

/* ---- Words in lines ---- */

struct range {
    uint32_t first;
    uint32_t last;
};

static bool among(const struct range *ranges, uint32_t count, uint32_t code)
{
    for (uint32_t i = 0; i < count; i++) {
        if (code >= ranges[i].first && code <= ranges[i].last) {
            return true;
        }
    }
    return false;
}

static uint32_t columns_of(uint32_t code)
{
    static const struct range none[] = {
        {0xAD, 0xAD}, {0x300, 0x36F}, {0x200B, 0x200F}, {0xFE00, 0xFE0F}};
    static const struct range two[] = {
        {0x1100, 0x115F}, {0x2E80, 0xA4CF},   {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF}, {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6}, {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD}};
    if (code < 0xAD) {
        return 1;
    }
    if (among(none, sizeof none / sizeof *none, code)) {
        return 0;
    }
    return among(two, sizeof two / sizeof *two, code) ? 2 : 1;
}

static bool is_space(uint32_t code)
{
    return nr_sort_of(code) == NR_SORT_SPACE && columns_of(code) > 0;
}

/* Columns of the word that goes on at a byte, as far as a line could hold it. */
static uint32_t word_columns(const char *bytes, uint32_t at, uint32_t end)
{
    uint32_t columns = 0;
    while (at < end && columns < COLUMNS) {
        struct nr_char character = nr_char_at(bytes, at, end);
        if (is_space(character.code)) {
            break;
        }
        columns += columns_of(character.code);
        at += character.width < COLUMNS ? character.width : COLUMNS;
    }
    return columns;
}

/* Before a character of so many columns: its line, its space, its style. word: columns of
 * the rest of its word. */
static void begin_character(struct terminal *terminal, uint32_t columns, uint32_t word)
{
    uint32_t room = terminal->column < COLUMNS ? COLUMNS - terminal->column : 0;
    bool begun = terminal->column > terminal->indent;
    if ((terminal->space && begun && word + 1 > room) || columns > room) {
        end_line(terminal);
    }
    if (terminal->space && terminal->column > terminal->indent) {
        if (terminal->shown.underlined && !terminal->style.underlined) {
            show(terminal, terminal->style);
        }
        nr_ink_word(terminal->ink, " ");
        terminal->column++;
    }
    terminal->space = false;
    for (; terminal->column < terminal->indent; terminal->column++) {
        nr_ink_word(terminal->ink, " ");
    }
    show(terminal, terminal->style);
}

/* Writes a stretch in the terminal's style. end: of the text that words may go on in. */
static void write(struct terminal *terminal, const char *bytes, struct nr_span span,
                  uint32_t end)
{
    uint32_t at = span.begin;
    while (at < span.end && nr_arena_tick(terminal->ink->arena, 1)) {
        struct nr_char character = nr_char_at(bytes, at, span.end);
        uint32_t columns = columns_of(character.code);
        if (is_space(character.code)) {
            terminal->space = terminal->space || terminal->column > 0;
        } else {
            if (columns > 0) {
                uint32_t word = terminal->space ? word_columns(bytes, at, end) : columns;
                begin_character(terminal, columns, word);
            }
            nr_ink_character(terminal->ink, character.code);
            terminal->column += columns;
        }
        at += character.width;
    }
}

static void write_chars(struct terminal *terminal, struct nr_chars chars,
                        struct style style)
{
    terminal->style = style;
    write(terminal, chars.bytes, nr_span_of(0, chars.length), chars.length);
}

static void write_word(struct terminal *terminal, const char *word, struct style style)
{
    write_chars(terminal, (struct nr_chars){word, (uint32_t)strlen(word)}, style);
}

/* Digits before a 0 byte; as few as it takes. */
static const char *digits_of(uint32_t number, char digits[11])
{
    uint32_t at = 10;
    digits[at] = 0;
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    return digits + at;
}

/* ---- Blocks ---- */

static const struct style block_styles[NR_BLOCK_KIND_COUNT] = {
    [NR_BLOCK_HEADLINE] = {.bold = true},  [NR_BLOCK_STANDFIRST] = {.bold = true},
    [NR_BLOCK_BYLINE] = {.dim = true},     [NR_BLOCK_DATELINE] = {.dim = true},
    [NR_BLOCK_SUBHEAD] = {.bold = true},   [NR_BLOCK_CAPTION] = {.slanted = true},
    [NR_BLOCK_CREDIT] = {.dim = true},     [NR_BLOCK_PULL_QUOTE] = {.slanted = true},
    [NR_BLOCK_CORRECTION] = {.dim = true}, [NR_BLOCK_BOILERPLATE] = {.dim = true},
};

static uint8_t colour_of(uint32_t voice)
{
    return voice == NR_NONE ? 0 : colours[voice % COLOURS];
}

static struct style style_of(const struct terminal *terminal, const struct nr_run *run,
                             struct style style)
{
    const struct nr_stretch *quote = run->in[NR_LAYER_QUOTE];
    const struct nr_stretch *source = run->in[NR_LAYER_SOURCE];
    if (quote != NULL) {
        const struct nr_quote *part =
            &terminal->article->quotes.quotes.items[quote->index];
        style.colour = colour_of(terminal->voices.of_utterance[part->utterance]);
        style.dim = false;
    }
    if (source != NULL) {
        style.bold = true;
        style.dim = false;
        style.colour = colour_of(terminal->voices.of_utterance[source->index]);
    }
    style.slanted = style.slanted || run->in[NR_LAYER_CUE] != NULL;
    style.underlined = run->in[NR_LAYER_NAME] != NULL;
    style.dim = style.dim || run->in[NR_LAYER_DATE] != NULL;
    return style;
}

/* Behind the last part of an utterance: whose it is, raised; ° where nobody is known. */
static void write_number(struct terminal *terminal, const struct nr_run *run)
{
    static const char *const raised[10] = {"⁰", "¹", "²", "³", "⁴",
                                           "⁵", "⁶", "⁷", "⁸", "⁹"};
    const struct nr_stretch *quote = run->in[NR_LAYER_QUOTE];
    if (quote == NULL || run->span.end != quote->span.end) {
        return;
    }
    const struct nr_quote *part = &terminal->article->quotes.quotes.items[quote->index];
    if (part->part != terminal->article->quotes.utterances.items[part->utterance].parts) {
        return;
    }
    uint32_t voice = terminal->voices.of_utterance[part->utterance];
    char digits[11];
    show(terminal, (struct style){.colour = colour_of(voice)});
    if (voice == NR_NONE) {
        nr_ink_word(terminal->ink, "°");
        terminal->column++;
        return;
    }
    for (const char *digit = digits_of(voice + 1, digits); *digit != 0; digit++) {
        nr_ink_word(terminal->ink, raised[*digit - '0']);
        terminal->column++;
    }
}

static uint32_t indent_of(uint8_t kind)
{
    return kind == NR_BLOCK_LIST_ITEM || kind == NR_BLOCK_CAPTION ||
                   kind == NR_BLOCK_PULL_QUOTE
               ? INDENT
               : 0;
}

static void write_block(struct terminal *terminal, struct nr_run_reader *reader,
                        uint32_t b)
{
    const struct nr_text *text = &terminal->article->text;
    const struct nr_block *block = &text->blocks.items[b];
    struct nr_run run;
    bool item = block->kind == NR_BLOCK_LIST_ITEM;
    bool goes_on = item && b > 0 && text->blocks.items[b - 1].kind == block->kind;
    if (b > 0 && !goes_on) {
        nr_ink_word(terminal->ink, "\n");
    }
    terminal->indent = indent_of(block->kind);
    if (item) {
        nr_ink_word(terminal->ink, "- ");
        terminal->column = INDENT;
    }
    reader->left = block->span;
    while (nr_run_next(reader, &run)) {
        terminal->style = style_of(terminal, &run, block_styles[block->kind]);
        write(terminal, text->bytes, run.span, block->span.end);
        write_number(terminal, &run);
    }
    terminal->indent = 0;
    end_line(terminal);
}

/* ---- What stands below ---- */

static void write_count(struct terminal *terminal, uint32_t count, const char *what)
{
    char digits[11];
    write_word(terminal, " ", (struct style){0});
    write_word(terminal, digits_of(count, digits), (struct style){.dim = true});
    write_word(terminal, what, (struct style){.dim = true});
}

static void write_voices(struct terminal *terminal)
{
    char digits[11];
    for (uint32_t v = 0;
         v < terminal->voices.list.count && nr_arena_tick(terminal->ink->arena, 64);
         v++) {
        const struct nr_voice *voice = &terminal->voices.list.items[v];
        struct style coloured = {.colour = colour_of(v), .bold = true};
        terminal->indent = v < 9 ? 1 : 0;
        write_word(terminal, digits_of(v + 1, digits), coloured);
        terminal->indent = 3;
        write_word(terminal, " ", coloured);
        write_chars(terminal, voice->name, coloured);
        if (!nr_span_empty(voice->role)) {
            write_word(terminal, ", ", (struct style){0});
            write_chars(terminal,
                        (struct nr_chars){terminal->article->bytes + voice->role.begin,
                                          nr_span_length(voice->role)},
                        (struct style){0});
        }
        write_count(terminal, voice->utterances,
                    voice->utterances == 1 ? " quote" : " quotes");
        terminal->indent = 0;
        end_line(terminal);
    }
}

static void write_entities(struct terminal *terminal)
{
    const struct nr_entities *entities = &terminal->article->entities;
    for (uint32_t e = 0;
         e < entities->entities.count && nr_arena_tick(terminal->ink->arena, 64); e++) {
        const struct nr_entity *entity = &entities->entities.items[e];
        write_word(terminal, e > 0 ? " · " : "", (struct style){.dim = true});
        write_chars(terminal, entity->name, (struct style){.underlined = true});
        if (entity->mentions > 1) {
            write_count(terminal, entity->mentions, "");
        }
    }
    end_line(terminal);
}

static void write_lists(struct terminal *terminal)
{
    if (terminal->voices.list.count > 0) {
        nr_ink_word(terminal->ink, "\n");
        write_word(terminal, "Who speaks", (struct style){.bold = true});
        end_line(terminal);
        write_voices(terminal);
    }
    if (terminal->article->entities.entities.count > 0) {
        nr_ink_word(terminal->ink, "\n");
        write_word(terminal, "Who and what is named", (struct style){.bold = true});
        end_line(terminal);
        write_entities(terminal);
    }
}

/* A line of what is not in the article: its day, its title. */
static void write_line(struct terminal *terminal, struct nr_chars line,
                       struct style style)
{
    if (line.length > 0) {
        write_chars(terminal, line, style);
        end_line(terminal);
        nr_ink_word(terminal->ink, "\n");
    }
}

enum nr_status nr_page_ansi(struct nr_ink *ink, const struct nr_article *article,
                            struct nr_chars published)
{
    struct terminal terminal = {.ink = ink, .article = article};
    if (!nr_layers_find(ink->arena, article, &terminal.layers) ||
        !nr_voices_find(ink->arena, article, &terminal.voices)) {
        return ink->arena->status;
    }
    struct nr_run_reader reader = {.layers = &terminal.layers};
    const struct nr_text *text = &article->text;
    write_line(&terminal, published, (struct style){.dim = true});
    if (nr_page_headline(text) == NR_NONE) {
        write_line(&terminal, article->options.title, (struct style){.bold = true});
    }
    for (uint32_t b = 0; b < text->blocks.count && nr_arena_tick(ink->arena, 64); b++) {
        write_block(&terminal, &reader, b);
    }
    write_lists(&terminal);
    ink->bytes.count -= ink->bytes.count > 0; /* the last line's end: a shell adds one */
    return ink->arena->status;
}
