/* tables/entities.c: article_entities(body): the persons, bodies, places and things that
 * an article names, one row each.
 */
#include "tables/json.h"
#include "tables/table.h"

#include "base/map.h"

#include <string.h>

static uint32_t rows(const struct nr_clipping *clipping)
{
    return clipping->article.entities.entities.count;
}

static const struct nr_entity *entity_at(const struct nr_clipping *clipping, uint32_t row)
{
    return &clipping->article.entities.entities.items[row];
}

static const struct nr_mention *mention_at(const struct nr_clipping *clipping,
                                           uint32_t mention)
{
    return &clipping->article.entities.mentions.items[mention];
}

static struct nr_span first_span(const struct nr_clipping *clipping, uint32_t row)
{
    uint32_t first = entity_at(clipping, row)->first_mention;
    return first != NR_NONE ? mention_at(clipping, first)->span : nr_span_of(0, 0);
}

static struct nr_cell name(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_chars(entity_at(clipping, row)->name);
}

static struct nr_cell type(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_word(nr_type_names[entity_at(clipping, row)->type]);
}

static struct nr_cell mentions(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_number(clipping->article.presence.mentions[row]);
}

static struct nr_cell quotes(const struct nr_clipping *clipping, uint32_t row)
{
    const uint32_t *quotes_of = clipping->article.speakers.quotes_of_entity;
    return nr_cell_number(quotes_of != NULL ? quotes_of[row] : 0);
}

static const struct nr_standing *standing_at(const struct nr_clipping *clipping,
                                             uint32_t row)
{
    return &clipping->article.references.of[row];
}

static struct nr_cell role(const struct nr_clipping *clipping, uint32_t row)
{
    const struct nr_entity *entity = entity_at(clipping, row);
    struct nr_chars own = nr_options_role(clipping->options, entity->name);
    return own.length > 0 ? nr_cell_chars(own)
                          : nr_cell_span(clipping, standing_at(clipping, row)->role);
}

static struct nr_cell gender(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_word(nr_gender_names[standing_at(clipping, row)->gender]);
}

static struct nr_cell gender_basis(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_word(nr_basis_names[standing_at(clipping, row)->gender_basis]);
}

static struct nr_cell country(const struct nr_clipping *clipping, uint32_t row)
{
    const char *code = entity_at(clipping, row)->country;
    return nr_cell_chars((struct nr_chars){code, (uint32_t)strlen(code)});
}

static bool is_white(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Takes the next byte of a form as one line: white space inside it, a line break perhaps,
 * is one space. */
static char next_byte(struct nr_chars *form)
{
    char byte = form->bytes[0];
    do {
        form->bytes++;
        form->length--;
    } while (is_white(byte) && form->length > 0 && is_white(form->bytes[0]));
    return is_white(byte) ? ' ' : byte;
}

static bool is_name(struct nr_chars form, struct nr_chars name)
{
    uint32_t same = 0;
    while (form.length > 0 && same < name.length &&
           next_byte(&form) == name.bytes[same]) {
        same++;
    }
    return form.length == 0 && same == name.length;
}

static struct nr_chars one_line(struct nr_arena *arena, struct nr_chars form)
{
    char *line = nr_arena_take_raw(arena, form.length);
    uint32_t length = 0;
    while (line != NULL && form.length > 0) {
        line[length++] = next_byte(&form);
    }
    return (struct nr_chars){line, length};
}

/* The forms of an entity that are written already. */
struct forms {
    struct nr_chars name; /* no alias */
    struct nr_arena scratch;
    struct nr_map seen;
};

/* Writes an alias that was not there yet; false: out of memory. */
static bool write_alias(struct nr_json *json, struct forms *forms, struct nr_chars form)
{
    if (is_name(form, forms->name)) { /* most mentions are */
        return true;
    }
    uint32_t before = forms->seen.count;
    struct nr_chars line = one_line(&forms->scratch, form);
    uint32_t *slot = line.bytes != NULL ? nr_map_slot(&forms->scratch, &forms->seen,
                                                      line.bytes, line.length)
                                        : NULL;
    if (slot != NULL && forms->seen.count > before) {
        nr_json_string(json, line.bytes, line.length);
    }
    return slot != NULL;
}

static struct nr_chars chars_at(const struct nr_clipping *clipping, struct nr_span span)
{
    return (struct nr_chars){clipping->article.bytes + span.begin, nr_span_length(span)};
}

/* Each other form once, in the order of the text; a nickname between marks is one. */
static void write_aliases(struct nr_json *json, const struct nr_clipping *clipping,
                          uint32_t row)
{
    const struct nr_entity *entity = entity_at(clipping, row);
    struct forms forms = {.name = entity->name, .seen = {NULL, 0, 0}};
    bool going = true;
    nr_arena_open(&forms.scratch, &clipping->article.arena.host);
    nr_json_begin(json, '[');
    uint32_t at = entity->first_mention;
    for (; going && at != NR_NONE; at = mention_at(clipping, at)->next) {
        const struct nr_mention *mention = mention_at(clipping, at);
        if (mention->kind != NR_MENTION_NAME) {
            continue;
        }
        going = write_alias(json, &forms, chars_at(clipping, mention->span));
        struct nr_span nickname = nr_nickname_in(&clipping->article.text, mention);
        if (going && entity->type == NR_TYPE_PERSON && !nr_span_empty(nickname)) {
            going = write_alias(json, &forms, chars_at(clipping, nickname));
        }
    }
    nr_json_end(json, ']');
    nr_json_fail(json, going ? SQLITE_OK : SQLITE_NOMEM);
    nr_arena_close(&forms.scratch);
}

static struct nr_cell aliases(const struct nr_clipping *clipping, uint32_t row)
{
    (void)clipping, (void)row;
    return nr_cell_json(write_aliases);
}

static struct nr_cell salience(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_hundredths(clipping->article.presence.salience[row]);
}

static struct nr_cell entity_no(const struct nr_clipping *clipping, uint32_t row)
{
    (void)clipping;
    return nr_cell_no(row);
}

static struct nr_cell start(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_start(clipping, first_span(clipping, row));
}

static struct nr_cell length(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_length(clipping, first_span(clipping, row));
}

static const struct nr_column columns[] = {
    {"name", "TEXT", name, NR_LOOKUP_NONE},
    {"type", "TEXT", type, NR_LOOKUP_NONE},
    {"mentions", "INTEGER", mentions, NR_LOOKUP_NONE},
    {"quotes", "INTEGER", quotes, NR_LOOKUP_NONE},
    {"role", "TEXT", role, NR_LOOKUP_NONE},
    {"gender", "TEXT", gender, NR_LOOKUP_NONE},
    {"gender_basis", "TEXT", gender_basis, NR_LOOKUP_NONE},
    {"country", "TEXT", country, NR_LOOKUP_NONE},
    {"aliases", "TEXT", aliases, NR_LOOKUP_NONE},
    {"salience", "REAL", salience, NR_LOOKUP_NONE},
    {"entity_no", "INTEGER", entity_no, NR_LOOKUP_ROW},
    {"start", "INTEGER", start, NR_LOOKUP_NONE},
    {"length", "INTEGER", length, NR_LOOKUP_NONE},
};

const struct nr_table nr_table_entities = {
    .name = "article_entities",
    NR_COLUMNS(columns),
    .stage = NR_STAGE_PRESENCE,
    .rows = rows,
    .typical = 20.0,
};
