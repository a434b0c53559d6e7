/* mentions.h: a sentence or two analysed as far as names go, and its mentions as one
 * line.
 *
 *     Grace Okoro/PERSON=1 Boston/GPE=2 Okoro/PERSON=1
 *
 * mention as written / type = number of its entity, from 1. */
#ifndef NR_TESTS_ENTITY_MENTIONS_H
#define NR_TESTS_ENTITY_MENTIONS_H

#include "analyse.h"

enum { LINE_BYTES = 1000 };

struct line {
    char bytes[LINE_BYTES];
    size_t length;
};

static inline void line_add(struct line *line, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length && line->length + 1 < LINE_BYTES; i++) {
        line->bytes[line->length++] = bytes[i];
    }
    line->bytes[line->length] = 0;
}

static inline void line_add_text(struct line *line, const char *text)
{
    line_add(line, text, strlen(text));
}

/* Opens the analysis of a text up to its names; the caller closes it. */
static inline const struct nr_entities *names_of(struct analysis *analysis,
                                                 const char *text)
{
    if (analysis_start(analysis, text, strlen(text)) != NR_OK ||
        nr_article_analyse(&analysis->article, NR_STAGE_ENTITIES) != NR_OK) {
        printf("FAIL %s: the analysis failed\n", text);
    }
    return &analysis->article.entities;
}

static inline struct line mentions_line(const struct nr_entities *entities,
                                        const char *text)
{
    struct line line = {.length = 0};
    for (uint32_t i = 0; i < entities->mentions.count; i++) {
        const struct nr_mention *mention = &entities->mentions.items[i];
        char number[16];
        snprintf(number, sizeof number, "=%u", (unsigned)mention->entity + 1);
        line_add_text(&line, i > 0 ? " " : "");
        line_add(&line, text + mention->span.begin, nr_span_length(mention->span));
        line_add_text(&line, "/");
        line_add_text(&line, nr_type_names[mention->type]);
        line_add_text(&line, number);
    }
    return line;
}

/* The entity of this canonical name, or NULL. */
static inline const struct nr_entity *entity_named(const struct nr_entities *entities,
                                                   const char *name)
{
    for (uint32_t i = 0; i < entities->entities.count; i++) {
        const struct nr_entity *entity = &entities->entities.items[i];
        if (entity->name.length == strlen(name) &&
            memcmp(entity->name.bytes, name, entity->name.length) == 0) {
            return entity;
        }
    }
    return NULL;
}

#endif
