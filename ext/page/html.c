/* page/html.c: article_html(): what was found, on the article itself, as a page.
 *
 *     “<q class="direct s1" ...>We will appeal,</q>” <i class="cue">said</i>
 *     <b class="source s1"><a class="name" href="#entity-1">Ana Diaz</a>, the mayor</b>.
 *
 * Each block is one element, and within it elements are nested as the layers of runs.h
 * are: when one changes, it and those below it are closed and opened anew. Every byte of
 * the article goes through one function that leaves no markup of it; the page says itself
 * (Content-Security-Policy) that nothing in it may run or be loaded.
 *
 * Knowingly left out: line breaks inside a block, which wrapped text has for no reason
 * and a poem for a good one. */
#include "page/page.h"

#include "page/runs.h"
#include "page/style.h"
#include "page/voices.h"
#include "text/utf8.h"

#include <string.h>

/* What a block is on the page. A class may stand alone. */
static const struct element {
    const char *open;
    const char *close;
} elements[NR_BLOCK_KIND_COUNT] = {
    [NR_BLOCK_HEADLINE] = {"h1", "</h1>"},
    [NR_BLOCK_STANDFIRST] = {"p class=\"standfirst\"", "</p>"},
    [NR_BLOCK_BYLINE] = {"p class=\"byline\"", "</p>"},
    [NR_BLOCK_DATELINE] = {"p class=\"dateline\"", "</p>"},
    [NR_BLOCK_SUBHEAD] = {"h2", "</h2>"},
    [NR_BLOCK_CAPTION] = {"figure><figcaption", "</figcaption></figure>"},
    [NR_BLOCK_CREDIT] = {"p class=\"credit\"", "</p>"},
    [NR_BLOCK_LIST_ITEM] = {"li", "</li>"},
    [NR_BLOCK_PULL_QUOTE] = {"blockquote", "</blockquote>"},
    [NR_BLOCK_CORRECTION] = {"p class=\"correction\"", "</p>"},
    [NR_BLOCK_PARAGRAPH] = {"p", "</p>"},
    [NR_BLOCK_BOILERPLATE] = {"p class=\"boilerplate\"", "</p>"},
};

struct sheet {
    struct nr_ink *ink;
    const struct nr_article *article;
    struct nr_layers layers;
    struct nr_voices voices;
    const struct nr_stretch *open[NR_LAYER_COUNT]; /* elements under way */
};

/* ---- Text ---- */

static const char *escape_of(char byte)
{
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

/* Text as text, also inside an attribute. */
static void write_text(const struct sheet *sheet, const char *bytes, uint32_t length)
{
    uint32_t at = 0;
    while (at < length && nr_arena_tick(sheet->ink->arena, 1)) {
        uint32_t plain = at;
        while (at < length && (unsigned char)bytes[at] >= 0x20 && bytes[at] != 0x7F &&
               (unsigned char)bytes[at] < 0x80 && escape_of(bytes[at]) == NULL) {
            at++;
        }
        nr_ink_bytes(sheet->ink, bytes + plain, at - plain);
        if (at == length) {
            return;
        }
        const char *escape = escape_of(bytes[at]);
        if (escape != NULL) {
            nr_ink_word(sheet->ink, escape);
            at++;
        } else {
            struct nr_char character = nr_char_at(bytes, at, length);
            nr_ink_character(sheet->ink, character.code);
            at += character.width;
        }
    }
}

static void write_chars(const struct sheet *sheet, struct nr_chars chars)
{
    write_text(sheet, chars.bytes, chars.length);
}

static void write_span(const struct sheet *sheet, struct nr_span span)
{
    write_text(sheet, sheet->article->bytes + span.begin, nr_span_length(span));
}

/* ---- Marked text ---- */

static void write_colour(const struct sheet *sheet, uint32_t voice)
{
    nr_ink_word(sheet->ink, "s");
    nr_ink_number(sheet->ink, voice == NR_NONE ? 0 : voice % NR_PAGE_COLOURS + 1);
}

static const char *element_of_quote(const struct nr_quote *quote)
{
    return quote->kind == NR_QUOTE_INDIRECT ? "span" : "q";
}

/* <q class="direct s1" data-quote="3" data-voice="1" title="Ana Diaz, said">; the last
 * part of an utterance shows the number of its voice. */
static void open_quote(const struct sheet *sheet, uint32_t index)
{
    struct nr_ink *ink = sheet->ink;
    const struct nr_quote *quote = &sheet->article->quotes.quotes.items[index];
    const struct nr_utterance *utterance =
        &sheet->article->quotes.utterances.items[quote->utterance];
    uint32_t voice = sheet->voices.of_utterance[quote->utterance];
    nr_ink_word(ink, "<");
    nr_ink_word(ink, element_of_quote(quote));
    nr_ink_word(ink, " class=\"");
    nr_ink_word(ink, nr_quote_kind_names[quote->kind]);
    nr_ink_word(ink, " ");
    write_colour(sheet, voice);
    nr_ink_word(ink, "\" data-quote=\"");
    nr_ink_number(ink, quote->utterance + 1);
    if (quote->part == utterance->parts) {
        nr_ink_word(ink, "\" data-voice=\"");
        if (voice != NR_NONE) {
            nr_ink_number(ink, voice + 1);
        } else {
            nr_ink_word(ink, "?");
        }
    }
    nr_ink_word(ink, "\" title=\"");
    if (voice != NR_NONE) {
        write_chars(sheet, sheet->voices.list.items[voice].name);
    } else {
        nr_ink_word(ink, "nobody known");
    }
    if (!nr_span_empty(utterance->cue)) {
        nr_ink_word(ink, ", ");
        write_span(sheet, utterance->cue);
    }
    nr_ink_word(ink, "\">");
}

static void open_source(const struct sheet *sheet, uint32_t index)
{
    nr_ink_word(sheet->ink, "<b class=\"source ");
    write_colour(sheet, sheet->voices.of_utterance[index]);
    nr_ink_word(sheet->ink, "\">");
}

static void open_name(const struct sheet *sheet, uint32_t index)
{
    const struct nr_mention *mention = &sheet->article->entities.mentions.items[index];
    const struct nr_entity *entity =
        &sheet->article->entities.entities.items[mention->entity];
    nr_ink_word(sheet->ink, "<a class=\"name\" href=\"#entity-");
    nr_ink_number(sheet->ink, mention->entity + 1);
    nr_ink_word(sheet->ink, "\" title=\"");
    write_chars(sheet, entity->name);
    if (nr_type_names[entity->type] != NULL) {
        nr_ink_word(sheet->ink, ", ");
        nr_ink_word(sheet->ink, nr_type_names[entity->type]);
    }
    nr_ink_word(sheet->ink, "\">");
}

/* May the value stand in <time datetime>: a day, a month, a week, a time, a duration? */
static bool is_machine_readable(const char *value)
{
    return strlen(value) >= 3 &&
           strspn(value, "0123456789-:.TPWYMDHS") == strlen(value) &&
           (value[0] == 'P' || strlen(value) >= 4);
}

static void open_date(const struct sheet *sheet, uint32_t index)
{
    const struct nr_date *date = &sheet->article->dates.items.items[index];
    struct nr_chars value = {date->value, (uint32_t)strlen(date->value)};
    nr_ink_word(sheet->ink, "<time");
    if (is_machine_readable(date->value)) {
        nr_ink_word(sheet->ink, " datetime=\"");
        write_chars(sheet, value);
        nr_ink_word(sheet->ink, "\"");
    }
    nr_ink_word(sheet->ink, " title=\"");
    write_chars(sheet, value);
    nr_ink_word(sheet->ink, "\">");
}

static void open_layer(const struct sheet *sheet, int layer, uint32_t index)
{
    switch ((enum nr_layer)layer) {
    case NR_LAYER_QUOTE:
        open_quote(sheet, index);
        break;
    case NR_LAYER_SOURCE:
        open_source(sheet, index);
        break;
    case NR_LAYER_CUE:
        nr_ink_word(sheet->ink, "<i class=\"cue\">");
        break;
    case NR_LAYER_NAME:
        open_name(sheet, index);
        break;
    case NR_LAYER_DATE:
        open_date(sheet, index);
        break;
    case NR_LAYER_COUNT:
        break;
    }
}

static void close_layer(const struct sheet *sheet, int layer, uint32_t index)
{
    static const char *const closing[NR_LAYER_COUNT] = {NULL, "</b>", "</i>", "</a>",
                                                        "</time>"};
    if (layer == NR_LAYER_QUOTE) {
        nr_ink_word(sheet->ink, "</");
        nr_ink_word(sheet->ink,
                    element_of_quote(&sheet->article->quotes.quotes.items[index]));
        nr_ink_word(sheet->ink, ">");
    } else {
        nr_ink_word(sheet->ink, closing[layer]);
    }
}

/* From the layer that changes on, what is open closes from the inside, and what comes
 * opens from the outside. */
static void change_to(struct sheet *sheet,
                      const struct nr_stretch *const in[NR_LAYER_COUNT])
{
    int first = 0;
    while (first < NR_LAYER_COUNT && sheet->open[first] == in[first]) {
        first++;
    }
    for (int layer = NR_LAYER_COUNT - 1; layer >= first; layer--) {
        if (sheet->open[layer] != NULL) {
            close_layer(sheet, layer, sheet->open[layer]->index);
        }
    }
    for (int layer = first; layer < NR_LAYER_COUNT; layer++) {
        sheet->open[layer] = in[layer];
        if (in[layer] != NULL) {
            open_layer(sheet, layer, in[layer]->index);
        }
    }
}

/* ---- Blocks ---- */

/* The bullet or number before an item. */
static void write_marker(const struct sheet *sheet, uint32_t b)
{
    nr_ink_word(sheet->ink, "<span class=\"marker\">");
    write_span(sheet, nr_page_marker(&sheet->article->text, b));
    nr_ink_word(sheet->ink, " </span>");
}

static bool is_item(const struct sheet *sheet, uint32_t b)
{
    const struct nr_text *text = &sheet->article->text;
    return b < text->blocks.count && text->blocks.items[b].kind == NR_BLOCK_LIST_ITEM;
}

static void write_language(const struct sheet *sheet, uint8_t language)
{
    if (nr_language_names[language] != NULL) {
        nr_ink_word(sheet->ink, " lang=\"");
        nr_ink_word(sheet->ink, nr_language_names[language]);
        nr_ink_word(sheet->ink, "\"");
    }
}

static void write_block(struct sheet *sheet, struct nr_run_reader *reader, uint32_t b)
{
    static const struct nr_stretch *const nothing[NR_LAYER_COUNT];
    const struct nr_block *block = &sheet->article->text.blocks.items[b];
    struct nr_run run;
    if (is_item(sheet, b) && (b == 0 || !is_item(sheet, b - 1))) {
        nr_ink_word(sheet->ink, "<ul>\n");
    }
    nr_ink_word(sheet->ink, "<");
    nr_ink_word(sheet->ink, elements[block->kind].open);
    if (block->language != sheet->article->text.language) {
        write_language(sheet, block->language);
    }
    nr_ink_word(sheet->ink, " dir=\"auto\">");
    if (is_item(sheet, b)) {
        write_marker(sheet, b);
    }
    reader->left = block->span;
    while (nr_run_next(reader, &run)) {
        change_to(sheet, run.in);
        write_span(sheet, run.span);
    }
    change_to(sheet, nothing);
    nr_ink_word(sheet->ink, elements[block->kind].close);
    nr_ink_word(sheet->ink, "\n");
    if (is_item(sheet, b) && !is_item(sheet, b + 1)) {
        nr_ink_word(sheet->ink, "</ul>\n");
    }
}

static void write_article(struct sheet *sheet, struct nr_chars published)
{
    const struct nr_article *article = sheet->article;
    struct nr_run_reader reader = {.layers = &sheet->layers};
    nr_ink_word(sheet->ink, "<article");
    write_language(sheet, (uint8_t)article->text.language);
    nr_ink_word(sheet->ink, ">\n");
    if (published.length > 0) {
        nr_ink_word(sheet->ink, "<p class=\"published\">");
        write_chars(sheet, published);
        nr_ink_word(sheet->ink, "</p>\n");
    }
    if (article->options.title.length > 0 &&
        nr_page_headline(&article->text) == NR_NONE) {
        nr_ink_word(sheet->ink, "<h1>");
        write_chars(sheet, article->options.title);
        nr_ink_word(sheet->ink, "</h1>\n");
    }
    for (uint32_t b = 0;
         b < article->text.blocks.count && nr_arena_tick(sheet->ink->arena, 64); b++) {
        write_block(sheet, &reader, b);
    }
    nr_ink_word(sheet->ink, "</article>\n");
}

/* ---- The lists beside it ---- */

static void write_count(const struct sheet *sheet, uint32_t count, const char *what)
{
    nr_ink_word(sheet->ink, "<data value=\"");
    nr_ink_number(sheet->ink, count);
    nr_ink_word(sheet->ink, "\">");
    nr_ink_number(sheet->ink, count);
    nr_ink_word(sheet->ink, what);
    nr_ink_word(sheet->ink, count == 1 ? "" : "s");
    nr_ink_word(sheet->ink, "</data>");
}

static void write_voice(const struct sheet *sheet, uint32_t v)
{
    const struct nr_voice *voice = &sheet->voices.list.items[v];
    nr_ink_word(sheet->ink, "<li class=\"");
    write_colour(sheet, v);
    nr_ink_word(sheet->ink, "\"><span class=\"number\">");
    nr_ink_number(sheet->ink, v + 1);
    nr_ink_word(sheet->ink, "</span> <span>");
    write_chars(sheet, voice->name);
    if (!nr_span_empty(voice->role)) {
        nr_ink_word(sheet->ink, " <small>");
        write_span(sheet, voice->role);
        nr_ink_word(sheet->ink, "</small>");
    }
    nr_ink_word(sheet->ink, "</span> ");
    write_count(sheet, voice->utterances, " quote");
    nr_ink_word(sheet->ink, "</li>\n");
}

static void write_entity(const struct sheet *sheet, uint32_t e)
{
    const struct nr_entity *entity = &sheet->article->entities.entities.items[e];
    const char *type = nr_type_names[entity->type];
    nr_ink_word(sheet->ink, "<li id=\"entity-");
    nr_ink_number(sheet->ink, e + 1);
    nr_ink_word(sheet->ink, "\"><small>");
    nr_ink_word(sheet->ink, type != NULL ? type : "");
    nr_ink_word(sheet->ink, "</small> <span>");
    write_chars(sheet, entity->name);
    nr_ink_word(sheet->ink, "</span> ");
    write_count(sheet, entity->mentions, " mention");
    nr_ink_word(sheet->ink, "</li>\n");
}

static void write_lists(const struct sheet *sheet)
{
    uint32_t voices = sheet->voices.list.count;
    uint32_t entities = sheet->article->entities.entities.count;
    nr_ink_word(sheet->ink, "<aside>\n");
    if (voices > 0) {
        nr_ink_word(sheet->ink, "<h2>Who speaks</h2>\n<ol>\n");
        for (uint32_t v = 0; v < voices && nr_arena_tick(sheet->ink->arena, 64); v++) {
            write_voice(sheet, v);
        }
        nr_ink_word(sheet->ink, "</ol>\n");
    }
    if (entities > 0) {
        nr_ink_word(sheet->ink, "<h2>Who and what is named</h2>\n<ul>\n");
        for (uint32_t e = 0; e < entities && nr_arena_tick(sheet->ink->arena, 64); e++) {
            write_entity(sheet, e);
        }
        nr_ink_word(sheet->ink, "</ul>\n");
    }
    nr_ink_word(sheet->ink, "</aside>\n");
}

/* ---- The page ---- */

static void write_title(const struct sheet *sheet)
{
    const struct nr_text *text = &sheet->article->text;
    struct nr_chars title = sheet->article->options.title;
    uint32_t headline = nr_page_headline(text);
    if (title.length == 0 && headline != NR_NONE) {
        struct nr_span span = text->blocks.items[headline].span;
        title = (struct nr_chars){text->bytes + span.begin, nr_span_length(span)};
    }
    nr_ink_word(sheet->ink, "<title>");
    if (title.length > 0) {
        write_chars(sheet, title);
    } else {
        nr_ink_word(sheet->ink, "An article");
    }
    nr_ink_word(sheet->ink, "</title>\n");
}

static void write_head(const struct sheet *sheet)
{
    nr_ink_word(sheet->ink, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
                            "<meta charset=\"utf-8\">\n"
                            "<meta http-equiv=\"Content-Security-Policy\" "
                            "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                            "<meta name=\"viewport\" "
                            "content=\"width=device-width, initial-scale=1\">\n");
    write_title(sheet);
    nr_ink_word(sheet->ink, "<style>\n");
    for (uint32_t i = 0; i < nr_page_style_count; i++) {
        nr_ink_word(sheet->ink, nr_page_style[i]);
    }
    nr_ink_word(sheet->ink, "</style>\n</head>\n<body>\n<main>\n");
}

enum nr_status nr_page_html(struct nr_ink *ink, const struct nr_article *article,
                            struct nr_chars published)
{
    struct sheet sheet = {.ink = ink, .article = article};
    if (!nr_layers_find(ink->arena, article, &sheet.layers) ||
        !nr_voices_find(ink->arena, article, &sheet.voices)) {
        return ink->arena->status;
    }
    write_head(&sheet);
    write_article(&sheet, published);
    write_lists(&sheet);
    nr_ink_word(ink, "</main>\n</body>\n</html>\n");
    return ink->arena->status;
}
