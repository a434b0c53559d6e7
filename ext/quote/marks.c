/* temporary */
#include "quote/marks.h"
enum nr_status nr_marks_find(struct nr_arena *arena, const struct nr_text *text,
                             const struct nr_entities *entities, struct nr_quotes *quotes)
{
    (void)entities;
    for (uint32_t b = 0; b < text->blocks.count; b++) {
        const struct nr_block *bl = &text->blocks.items[b];
        if (bl->first_sentence >= bl->end_sentence)
            continue;
        uint32_t t = text->sentences.items[bl->first_sentence].first_token,
                 e = text->sentences.items[bl->end_sentence - 1].end_token;
        uint32_t open = NR_NONE;
        for (; t < e; t++) {
            if (text->tokens.items[t].shape != NR_SHAPE_MARK)
                continue;
            struct nr_span sp = nr_token_span(text, t);
            uint32_t len = sp.end - sp.begin;
            const char *p = text->bytes + sp.begin;
            if (len == 1 && p[0] != '"')
                continue;
            if (len == 3 && p[0] == '\xe2' && (p[2] == '\x98' || p[2] == '\x99'))
                continue;
            if (open == NR_NONE) {
                open = t;
                continue;
            }
            struct nr_mark *m = nr_list_push(arena, &quotes->marks, sizeof *m);
            if (!m)
                return arena->status;
            m->outer = nr_span_of(text->tokens.items[open].begin, sp.end);
            m->inner = nr_span_of(text->tokens.items[open].end, sp.begin);
            m->first_token = open + 1;
            m->end_token = t;
            m->parent = NR_NONE;
            m->block = b;
            m->utterance = NR_NONE;
            m->closed = true;
            open = NR_NONE;
        }
    }
    return arena->status;
}
