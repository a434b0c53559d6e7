/* tag/train/name_pages.c: texts with what people called names in them.
 *
 * A text is cut into tokens as the library does, and the names are laid over its tokens
 * once all of them are known. */
#include "tag/train/name_pages.h"

#include <string.h>

/* ---- What corpora call their names ---- */

int name_sort_called(const char *type)
{
    static const struct {
        const char *type;
        enum nr_name_sort sort;
    } types[] = {
        {"PER", NR_NAMES_PER},          {"person", NR_NAMES_PER},
        {"politician", NR_NAMES_PER},   {"ORG", NR_NAMES_ORG},
        {"group", NR_NAMES_ORG},        {"corporation", NR_NAMES_ORG},
        {"organisation", NR_NAMES_ORG}, {"politicalparty", NR_NAMES_ORG},
        {"organization", NR_NAMES_ORG}, {"place", NR_NAMES_LOC},
        {"LOC", NR_NAMES_LOC},          {"location", NR_NAMES_LOC},
        {"country", NR_NAMES_LOC},      {"MISC", NR_NAMES_MISC},
        {"product", NR_NAMES_MISC},     {"creative-work", NR_NAMES_MISC},
        {"event", NR_NAMES_MISC},       {"election", NR_NAMES_MISC},
        {"misc", NR_NAMES_MISC},
    };
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (strcmp(types[i].type, type) == 0) {
            return (int)types[i].sort;
        }
    }
    return -1;
}

/* ---- Pages ---- */

void name_page_mark(struct name_pages *pages, struct name_page *page, uint32_t begin,
                    uint32_t end, enum nr_name_sort sort)
{
    struct name_gold *gold =
        nr_list_push(&pages->trainer->arena, &page->gold, sizeof *gold);
    *(struct name_gold *)need_memory(gold) =
        (struct name_gold){begin, end, (uint8_t)sort};
}

void name_page_mark_called(struct name_pages *pages, struct name_page *page,
                           uint32_t begin, uint32_t end, const char *type)
{
    int sort = name_sort_called(type);
    if (sort >= 0) {
        name_page_mark(pages, page, begin, end, (enum nr_name_sort)sort);
    }
}

struct name_page *name_page_add(struct name_pages *pages, const char *bytes,
                                size_t length)
{
    struct nr_arena *arena = &pages->trainer->arena;
    struct name_page *page = need_memory(nr_list_push(arena, &pages->all, sizeof *page));
    const char *copy = need_memory(nr_arena_copy(arena, bytes, length));
    struct nr_article *article =
        trainer_article(pages->trainer, copy, length, NR_STAGE_SENTENCES);
    page->text = &article->text;
    page->dev = pages->dev;
    uint32_t count = article->text.tokens.count;
    page->labels = need_memory(nr_arena_take(arena, count + 1));
    uint8_t *rules = need_memory(nr_arena_take(arena, count + 1));
    nr_rules_label(arena, page->text, rules);
    page->view = need_memory(nr_name_view_open(arena, page->text, rules));
    return page;
}

static bool mostly_in(const struct nr_token *token, const struct name_gold *gold)
{
    uint32_t begin = token->begin > gold->begin ? token->begin : gold->begin;
    uint32_t end = token->end < gold->end ? token->end : gold->end;
    return end > begin && 2 * (end - begin) >= token->end - token->begin;
}

/* Not all corpora take Swedish for a name: here it is one everywhere. */
static void label_peoples(struct name_page *page)
{
    const struct nr_text *text = page->text;
    for (uint32_t t = 0; t < text->tokens.count; t++) {
        if (nr_token_capital(text, t) && nr_token_in(text, t, NR_IN(demonym))) {
            page->labels[t] = nr_name_label(NR_NAMES_MISC, NR_PART_ONLY);
        }
    }
}

void name_page_lay_over(struct name_page *page)
{
    const struct nr_text *text = page->text;
    if (page->peoples) {
        label_peoples(page);
    }
    for (uint32_t g = 0; g < page->gold.count; g++) {
        const struct name_gold *gold = &page->gold.items[g];
        uint32_t t = nr_token_from(text, gold->begin);
        uint32_t end = t =
            t > 0 && mostly_in(&text->tokens.items[t - 1], gold) ? t - 1 : t;
        while (end < text->tokens.count && mostly_in(&text->tokens.items[end], gold) &&
               text->tokens.items[end].sentence == text->tokens.items[t].sentence) {
            end++;
        }
        for (uint32_t i = t; i < end; i++) {
            enum nr_name_part part = end == t + 1 ? NR_PART_ONLY
                                     : i == t     ? NR_PART_FIRST
                                                  : NR_PART_INSIDE;
            page->labels[i] = nr_name_label((enum nr_name_sort)gold->sort, part);
        }
    }
}
