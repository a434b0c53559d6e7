/* quote/quote.c: from marks and cues to rows: who said what, in reading order.
 *
 * Block by block: pairs of marks are read into passages, reporting words into cues
 * (scene.c). In English the model says what is reported and by whom (learned.c); passages
 * that it leaves, and other languages, are read by rules (passages.c, reported.c).
 *
 * Knowingly wrong: what the model does not see and no marks show has no row, nor has what
 * it doubts where no source is given. */
#include "quote/held.h"
#include "quote/marks.h"
#include "quote/speech.h"
#include "quote/writer.h"

const char *const nr_quote_kind_names[3] = {"direct", "mixed", "indirect"};

/* What a pull quote says stands in a paragraph, where somebody says it. */
static bool speaks(uint8_t kind)
{
    return (nr_block_runs(kind) && kind != NR_BLOCK_PULL_QUOTE) ||
           kind == NR_BLOCK_HEADLINE || kind == NR_BLOCK_STANDFIRST ||
           kind == NR_BLOCK_CAPTION || kind == NR_BLOCK_CORRECTION;
}

static void judge_headings(struct nr_quotes *quotes, uint32_t first, uint32_t block)
{
    for (uint32_t m = first; m < quotes->marks.count; m++) {
        if (quotes->marks.items[m].block != block) {
            return;
        }
        quotes->marks.items[m].verdict = NR_VERDICT_HEADING;
    }
}

static enum nr_status read_block(struct nr_writer *w, uint32_t block, uint32_t first_mark)
{
    const struct nr_block *b = &w->text->blocks.items[block];
    if (b->first_sentence >= b->end_sentence) {
        return w->arena->status;
    }
    if (!speaks(b->kind)) {
        judge_headings(w->quotes, first_mark, block);
        return w->arena->status;
    }
    struct nr_scene *s = &w->scene;
    s->block = block;
    s->reading.first = w->text->sentences.items[b->first_sentence].first_token;
    s->reading.end = w->text->sentences.items[b->end_sentence - 1].end_token;
    w->covered = s->reading.first;
    w->next_cue = 0;
    w->learned = w->labels != NULL &&
                 (b->language == NR_LANGUAGE_EN || b->language == NR_LANGUAGE_NONE);
    s->labels = w->learned ? w->labels : NULL;
    if (nr_scene_read(w->arena, s, first_mark) == NR_OK) {
        (w->learned ? nr_write_learned : nr_write_passages)(w);
    }
    return w->arena->status;
}

/* Pairs within a quote are part of it; a pair that no row took is nobody's words. */
static void settle_marks(struct nr_arena *arena, struct nr_quotes *quotes)
{
    for (uint32_t m = 0; m < quotes->marks.count && nr_arena_tick(arena, 1); m++) {
        struct nr_mark *mark = &quotes->marks.items[m];
        if (mark->verdict != NR_VERDICT_QUOTE || mark->utterance != NR_NONE) {
            continue;
        }
        if (mark->parent != NR_NONE) {
            mark->utterance = quotes->marks.items[mark->parent].utterance;
        } else {
            mark->verdict = NR_VERDICT_SCARE;
        }
    }
}

enum nr_status nr_quotes_find(struct nr_arena *arena, const struct nr_text *text,
                              const struct nr_tags *tags,
                              const struct nr_entities *entities,
                              const struct nr_models *models, struct nr_quotes *quotes)
{
    if (nr_marks_find(arena, text, entities, quotes) != NR_OK) {
        return arena->status;
    }
    struct nr_writer w = {.arena = arena, .text = text, .quotes = quotes};
    w.scene.reading.text = text;
    w.scene.reading.entities = entities;
    w.scene.quotes = quotes;
    w.last_utterance = NR_NONE;
    const struct nr_page page = {text, tags, entities, quotes};
    w.margins = nr_arena_take_array(arena, text->tokens.count, sizeof *w.margins);
    w.labels = nr_speech_find(arena, models, &page, w.margins);
    w.scene.doubles = nr_quotes_have_doubles(arena, text, quotes);
    uint32_t mark = 0;
    for (uint32_t b = 0; b < text->blocks.count && arena->status == NR_OK; b++) {
        while (mark < quotes->marks.count && quotes->marks.items[mark].block < b) {
            mark++;
        }
        read_block(&w, b, mark);
    }
    settle_marks(arena, quotes);
    return arena->status;
}
