/* page/runs.c: see runs.h.
 *
 * Quotes, names and dates come in reading order. Sources and cues come in the order of
 * their utterances, which may share them and stand before or after them: they are painted
 * onto the tokens first, where the first to come keeps its place. Each token is painted
 * once, so that a thousand utterances with one long source cost no more than one. */
#include "page/runs.h"

/* Adds a stretch behind the others; what of it they cover already is left out. */
static bool add(struct nr_arena *arena, struct nr_stretches *layer, struct nr_span span,
                uint32_t index)
{
    uint32_t end =
        layer->list.count > 0 ? layer->list.items[layer->list.count - 1].span.end : 0;
    span.begin = span.begin > end ? span.begin : end;
    if (nr_span_empty(span)) {
        return true;
    }
    struct nr_stretch *stretch = nr_list_push(arena, &layer->list, sizeof *stretch);
    if (stretch == NULL) {
        return false;
    }
    *stretch = (struct nr_stretch){span, index};
    return true;
}

static bool add_quotes(struct nr_arena *arena, const struct nr_quotes *quotes,
                       struct nr_stretches *layer)
{
    bool good = true;
    for (uint32_t q = 0; good && q < quotes->quotes.count; q++) {
        good =
            nr_arena_tick(arena, 1) && add(arena, layer, quotes->quotes.items[q].span, q);
    }
    return good;
}

static bool add_names(struct nr_arena *arena, const struct nr_entities *entities,
                      struct nr_stretches *layer)
{
    bool good = true;
    for (uint32_t m = 0; good && m < entities->mentions.count; m++) {
        good = nr_arena_tick(arena, 1) &&
               add(arena, layer, entities->mentions.items[m].span, m);
    }
    return good;
}

static bool add_dates(struct nr_arena *arena, const struct nr_dates *dates,
                      struct nr_stretches *layer)
{
    bool good = true;
    for (uint32_t d = 0; good && d < dates->items.count; d++) {
        good =
            nr_arena_tick(arena, 1) && add(arena, layer, dates->items.items[d].span, d);
    }
    return good;
}

/* Paints the tokens that begin in a span, up to one that is painted already. */
static bool paint(struct nr_arena *arena, const struct nr_text *text, uint32_t *painted,
                  struct nr_span span, uint32_t utterance)
{
    for (uint32_t t = nr_token_from(text, span.begin);
         t < text->tokens.count && text->tokens.items[t].begin < span.end &&
         painted[t] == NR_NONE;
         t++) {
        painted[t] = utterance;
        if (!nr_arena_tick(arena, 1)) {
            return false;
        }
    }
    return nr_arena_tick(arena, 8);
}

/* Stretches of what was painted. of: the source or the cue of an utterance. */
static bool add_painted(struct nr_arena *arena, const struct nr_article *article,
                        struct nr_span (*of)(const struct nr_utterance *utterance),
                        struct nr_stretches *layer)
{
    const struct nr_text *text = &article->text;
    const struct nr_quotes *quotes = &article->quotes;
    uint32_t *painted = nr_arena_take_array(arena, text->tokens.count, sizeof *painted);
    bool good =
        nr_arena_fill(arena, painted, 0xFF, text->tokens.count * sizeof *painted) != NULL;
    for (uint32_t u = 0; good && u < quotes->utterances.count; u++) {
        good = paint(arena, text, painted, of(&quotes->utterances.items[u]), u);
    }
    uint32_t end = 0;
    for (uint32_t t = 0; good && t < text->tokens.count; t = end) {
        for (end = t + 1; end < text->tokens.count && painted[end] == painted[t]; end++) {
        }
        good = nr_arena_tick(arena, end - t);
        if (good && painted[t] != NR_NONE) {
            good = add(
                arena, layer,
                nr_span_of(text->tokens.items[t].begin, text->tokens.items[end - 1].end),
                painted[t]);
        }
    }
    return good;
}

static struct nr_span source_of(const struct nr_utterance *utterance)
{
    return utterance->source;
}

static struct nr_span cue_of(const struct nr_utterance *utterance)
{
    return utterance->cue;
}

bool nr_layers_find(struct nr_arena *arena, const struct nr_article *article,
                    struct nr_layers *layers)
{
    return add_quotes(arena, &article->quotes, &layers->of[NR_LAYER_QUOTE]) &&
           add_painted(arena, article, source_of, &layers->of[NR_LAYER_SOURCE]) &&
           add_painted(arena, article, cue_of, &layers->of[NR_LAYER_CUE]) &&
           add_names(arena, &article->entities, &layers->of[NR_LAYER_NAME]) &&
           add_dates(arena, &article->dates, &layers->of[NR_LAYER_DATE]);
}

uint32_t nr_page_headline(const struct nr_text *text)
{
    uint32_t b = 0;
    while (b < text->blocks.count && text->blocks.items[b].kind != NR_BLOCK_HEADLINE) {
        b++;
    }
    return b < text->blocks.count ? b : NR_NONE;
}

struct nr_span nr_page_marker(const struct nr_text *text, uint32_t block)
{
    uint32_t end = text->blocks.items[block].span.begin;
    uint32_t begin = block > 0 ? text->blocks.items[block - 1].span.end : 0;
    for (uint32_t at = begin; at < end; at++) {
        if (text->bytes[at] == '<') {
            return nr_span_of(end, end);
        }
    }
    while (begin < end && (unsigned char)text->bytes[begin] <= ' ') {
        begin++;
    }
    while (begin < end && (unsigned char)text->bytes[end - 1] <= ' ') {
        end--;
    }
    return nr_span_of(begin, end);
}

/* The first stretch of a layer that ends after a byte, or NULL. */
static const struct nr_stretch *stretch_from(struct nr_run_reader *reader, int layer,
                                             uint32_t byte)
{
    const struct nr_stretches *stretches = &reader->layers->of[layer];
    uint32_t *next = &reader->next[layer];
    while (*next < stretches->list.count &&
           stretches->list.items[*next].span.end <= byte) {
        (*next)++;
    }
    return *next < stretches->list.count ? &stretches->list.items[*next] : NULL;
}

bool nr_run_next(struct nr_run_reader *reader, struct nr_run *run)
{
    if (nr_span_empty(reader->left)) {
        return false;
    }
    *run = (struct nr_run){.span = reader->left};
    for (int layer = 0; layer < NR_LAYER_COUNT; layer++) {
        const struct nr_stretch *stretch = stretch_from(reader, layer, run->span.begin);
        if (stretch == NULL) {
            continue;
        }
        bool inside = stretch->span.begin <= run->span.begin;
        uint32_t change = inside ? stretch->span.end : stretch->span.begin;
        run->in[layer] = inside ? stretch : NULL;
        run->span.end = change < run->span.end ? change : run->span.end;
    }
    reader->left.begin = run->span.end;
    return true;
}
