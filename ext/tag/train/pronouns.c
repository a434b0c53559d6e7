/* tag/train/pronouns.c: counts how often a source that is a pronoun was given the right
 * name, in texts whose mentions people linked (GUM). */
#include "tag/train/pronouns.h"

#include "quote/sure.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* One mention: tokens [first, end). */
struct linked {
    uint32_t first;
    uint32_t end;
    int64_t cluster;
};

struct told {
    const struct nr_article *article;
    NR_LIST(struct linked) mentions;
};

struct shelf {
    struct corpus corpus;
    struct told *items; /* one for each of its articles */
};

bool name_ends_in(struct nr_chars name, const struct nr_text *text, uint32_t t)
{
    struct nr_span span = nr_token_span(text, t);
    uint32_t length = nr_span_length(span);
    return name.length >= length &&
           strncasecmp(name.bytes + name.length - length, text->bytes + span.begin,
                       length) == 0 &&
           (name.length == length || name.bytes[name.length - length - 1] == ' ');
}

static void see_mention(void *context, sqlite3_stmt *row)
{
    struct shelf *shelf = context;
    uint32_t i = corpus_find(&shelf->corpus, sqlite3_column_int64(row, 0));
    if (i == shelf->corpus.articles.count) {
        return;
    }
    struct told *told = &shelf->items[i];
    const struct nr_text *text = &told->article->text;
    struct linked *mention =
        nr_list_push(&shelf->corpus.trainer->arena, &told->mentions, sizeof *mention);
    if (mention != NULL) {
        mention->first = nr_token_from(text, (uint32_t)sqlite3_column_int64(row, 1));
        mention->end = nr_token_from(text, (uint32_t)sqlite3_column_int64(row, 2));
        mention->cluster = sqlite3_column_int64(row, 3);
    }
}

/* The mention that is this token alone; NULL: nobody marked it. */
static const struct linked *mention_of(const struct told *told, uint32_t t)
{
    for (uint32_t i = 0; i < told->mentions.count; i++) {
        if (told->mentions.items[i].first == t && told->mentions.items[i].end == t + 1) {
            return &told->mentions.items[i];
        }
    }
    return NULL;
}

static bool bears(const struct told *told, int64_t cluster, struct nr_chars name)
{
    for (uint32_t i = 0; i < told->mentions.count; i++) {
        const struct linked *mention = &told->mentions.items[i];
        for (uint32_t t = mention->first; t < mention->end; t++) {
            if (mention->cluster == cluster &&
                name_ends_in(name, &told->article->text, t)) {
                return true;
            }
        }
    }
    return false;
}

static void count_text(const struct told *told, struct pronouns *pronouns)
{
    const struct nr_article *a = told->article;
    for (uint32_t u = 0; u < a->quotes.utterances.count; u++) {
        const struct nr_utterance *said = &a->quotes.utterances.items[u];
        const struct linked *mention = mention_of(told, said->source_head);
        if (!nr_source_is_pronoun(&a->text, said) ||
            a->speakers.items[u].entity == NR_NONE || mention == NULL) {
            continue;
        }
        pronouns->named++;
        pronouns->right += bears(told, mention->cluster, a->speakers.items[u].name);
    }
}

bool pronouns_count(struct trainer *trainer, struct pronouns *pronouns)
{
    static const char file[] = "gum-coref.db";
    struct shelf shelf;
    *pronouns = (struct pronouns){0, 0};
    if (!corpus_read(trainer, file, NR_STAGE_SPEAKERS, &shelf.corpus)) {
        return false;
    }
    uint32_t count = shelf.corpus.articles.count;
    shelf.items = need(count, sizeof *shelf.items);
    for (uint32_t i = 0; i < count; i++) {
        shelf.items[i].article = shelf.corpus.articles.items[i].article;
    }
    bool read = corpus_query(trainer, file,
                             "SELECT article_id, start, end, cluster FROM mentions "
                             "ORDER BY article_id, n",
                             see_mention, &shelf);
    for (uint32_t i = 0; read && i < count; i++) {
        count_text(&shelf.items[i], pronouns);
    }
    free(shelf.items);
    return read;
}
