/* tag/train/name_phrases.c: GUM marks phrases, and which of them are headed by a name:
 * where in the phrase is the name?
 *
 *     American physicist [John Wheeler]       the office of the [Bank of Orsk] in Lund
 *
 * The name is the run of capitals around the phrase's head, with what small words join to
 * it, without titles. Of things, which GUM calls abstract, event or object, only events
 * are taken: most of the rest is no name for those who annotate news. */
#include "tag/train/name_pages.h"

#include <sqlite3.h>
#include <string.h>

struct phrase {
    const struct nr_text *text;
    uint32_t first; /* tokens */
    uint32_t end;
    uint32_t head;
    int sort;
};

/* A word that can stand in a name. */
static bool name_word(const struct phrase *p, uint32_t t)
{
    return nr_token_capital(p->text, t) &&
           !nr_token_in(p->text, t, NR_IN(determiner) | NR_IN(pronoun));
}

static bool is_sign(const struct phrase *p, uint32_t t)
{
    const struct nr_token *token = &p->text->tokens.items[t];
    char c = p->text->bytes[token->begin];
    return token->end - token->begin == 1 && (c == '-' || c == '&' || c == '.');
}

static uint32_t grow_left(const struct phrase *p)
{
    uint32_t t = p->head;
    while (t > p->first) {
        if (name_word(p, t - 1)) {
            t--;
        } else if (t - 1 > p->first && is_sign(p, t - 1) && name_word(p, t - 2)) {
            t -= 2;
        } else {
            break;
        }
    }
    return t;
}

/* Small words behind t that join another capital to the name: where that is; else t. */
static uint32_t joined(const struct phrase *p, uint32_t t)
{
    const struct nr_text *text = p->text;
    bool person = p->sort == NR_NAMES_PER;
    uint32_t next = t;
    if (is_sign(p, t) || (person && nr_token_in(text, t, NR_IN(name_particle)) &&
                          !nr_token_is(text, t, "the"))) {
        next = t + 1;
    } else if (!person && (nr_token_is(text, t, "of") || nr_token_is(text, t, "for"))) {
        next = t + 1 < p->end && nr_token_is(text, t + 1, "the") ? t + 2 : t + 1;
    } else if (p->sort == NR_NAMES_ORG && nr_token_is(text, t, "and")) {
        next = t + 1;
    }
    return next > t && next < p->end && name_word(p, next) ? next : t;
}

static uint32_t grow_right(const struct phrase *p)
{
    uint32_t t = p->head + 1;
    while (t < p->end) {
        uint32_t next = name_word(p, t) ? t : joined(p, t);
        if (next == t && !name_word(p, t)) {
            break;
        }
        t = next + 1;
    }
    return t;
}

/* Ms Okoro, Senator Okoro, Dear Grace: without what stands before. */
static uint32_t without_title(const struct phrase *p, uint32_t first, uint32_t end)
{
    const struct nr_text *text = p->text;
    uint64_t names = NR_IN(given_name) | NR_IN(surname);
    while (p->sort == NR_NAMES_PER && first < end && !nr_token_in(text, first, names) &&
           (nr_token_in(text, first,
                        NR_IN(honorific) | NR_IN(role_noun) | NR_IN(person_noun)) ||
            nr_word_of(text, first)->lower_count > 0 || is_sign(p, first))) {
        first++;
    }
    return first;
}

/* "the Olmec", "Tatars": a people, though each of them is a person. */
static bool is_people(const struct phrase *p, uint32_t first, uint32_t end)
{
    const struct nr_text *text = p->text;
    const struct nr_word *word = nr_word_of(text, first);
    bool the = first > p->first && nr_token_is(text, first - 1, "the");
    bool plural = word->length > 4 && word->folded[word->length - 1] == 's' &&
                  !nr_token_in(text, first, NR_IN(given_name) | NR_IN(surname));
    return p->sort == NR_NAMES_PER && end == first + 1 &&
           (the || nr_token_in(text, first, NR_IN(demonym) | NR_IN(norp)) ||
            (first == p->first && plural));
}

static bool find_head(struct phrase *p, const char *head)
{
    size_t length = strlen(head);
    for (uint32_t t = p->first; t < p->end; t++) {
        const struct nr_token *token = &p->text->tokens.items[t];
        if (token->end - token->begin == length && name_word(p, t) &&
            memcmp(p->text->bytes + token->begin, head, length) == 0) {
            p->head = t;
            return true;
        }
    }
    return false;
}

static void mark_phrase(struct name_pages *pages, struct name_page *page,
                        struct phrase *p)
{
    const struct nr_token *tokens = p->text->tokens.items;
    uint32_t end = grow_right(p);
    uint32_t first = without_title(p, grow_left(p), end);
    if (first < end) {
        bool people = is_people(p, first, end);
        name_page_mark(pages, page, tokens[first].begin, tokens[end - 1].end,
                       people ? NR_NAMES_MISC : (enum nr_name_sort)p->sort);
    }
}

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
    struct phrase p = {
        .text = page->text,
        .first = nr_token_from(page->text, (uint32_t)sqlite3_column_int(row, 2)),
        .end = nr_token_from(page->text, (uint32_t)sqlite3_column_int(row, 3)),
        .sort = name_sort_called((const char *)sqlite3_column_text(row, 4))};
    if (p.sort >= 0 && find_head(&p, (const char *)sqlite3_column_text(row, 5))) {
        mark_phrase(pages, page, &p);
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
