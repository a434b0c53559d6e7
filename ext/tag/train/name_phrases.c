/* tag/train/name_phrases.c: GUM marks phrases, and which of them are headed by a name:
 * their names become gold.
 *
 * Of things, which GUM calls abstract, event or object, only events are taken: most of
 * the rest is no name for those who annotate news. */
#include "tag/train/name_pages.h"
#include "tag/train/name_phrase.h"

#include <sqlite3.h>

struct reading {
    struct name_pages *pages;
    sqlite3_int64 article;
};

/* id, body, begin, end, type, head */
static void see_phrase(void *context, sqlite3_stmt *row)
{
    struct reading *reading = context;
    struct name_pages *pages = reading->pages;
    sqlite3_int64 id = sqlite3_column_int64(row, 0);
    if (id != reading->article) {
        struct name_page *added =
            name_page_add(pages, (const char *)sqlite3_column_text(row, 1),
                          (size_t)sqlite3_column_bytes(row, 1));
        added->peoples = true;
        reading->article = id;
    }
    if (sqlite3_column_type(row, 2) == SQLITE_NULL) {
        return;
    }
    struct name_page *page = &pages->all.items[pages->all.count - 1];
    int sort = name_sort_called((const char *)sqlite3_column_text(row, 4));
    struct name_phrase p = {
        .text = page->text,
        .first = nr_token_from(page->text, (uint32_t)sqlite3_column_int(row, 2)),
        .end = nr_token_from(page->text, (uint32_t)sqlite3_column_int(row, 3)),
        .sort = (enum nr_name_sort)sort};
    const struct nr_token *tokens = page->text->tokens.items;
    if (sort >= 0 && name_in_phrase(&p, (const char *)sqlite3_column_text(row, 5))) {
        name_page_mark(pages, page, tokens[p.first].begin, tokens[p.end - 1].end, p.sort);
    }
}

/* Longer phrases first: the name of the whole is laid over the names in it. */
bool name_phrases_read(struct name_pages *pages)
{
    struct reading reading = {pages, -1};
    return corpus_query(
        pages->trainer, "gum-coref.db",
        "SELECT a.id, a.body, m.start, m.end, m.entity_type, m.head FROM articles AS a "
        "LEFT JOIN mentions AS m ON m.article_id = a.id AND m.is_named "
        "AND m.head_upos = 'PROPN' AND m.entity_type IN "
        "('person', 'organization', 'place', 'event') WHERE a.partition = 'train' "
        "ORDER BY a.id, m.end - m.start, m.start",
        see_phrase, &reading);
}
