/* lexicon/own.c: the words that a user brings for one article.
 *
 * article_options {"names": ["Mighty Oak"]} makes "mighty oak" an own word and lets
 * "mighty" say that a phrase of two tokens begins with it. What comes out has the shape
 * of the built-in tables, in one block of memory, because facts and lexemes refer to each
 * other by distance (lexicon.h).
 *
 * What the user says of a form hides what the lists say of it. A word that only begins an
 * own phrase keeps what the lists say: those facts are copied, so that "may" stays a
 * modal although somebody's name is May Roberts. */
#include "lexicon/lexicon.h"

#include <string.h>

/* A form in the making. */
struct own_form {
    struct nr_chars folded;
    const struct nr_lexeme *listed; /* what the lists have, or NULL */
    uint32_t own_lines;             /* lines for this form, doubles included */
    uint32_t first_fact;
    uint16_t fact_count;
    uint8_t phrase_tokens;
};

struct maker {
    struct nr_arena *arena;
    struct nr_own_words *own;
    NR_LIST(struct own_form) forms;
    /* one block: */
    uint64_t (*sets)[NR_CASING_COUNT]; /* [forms.count] */
    struct nr_fact *facts;             /* [fact_room] */
    struct nr_lexeme *lexemes;         /* [forms.count] */
    char *strings;
    size_t fact_room;
    size_t string_room;
    size_t string_length;
};

static struct own_form *form_of(struct maker *maker, const char *folded, uint32_t length)
{
    uint32_t *slot = nr_map_slot(maker->arena, &maker->own->index, folded, length);
    if (slot == NULL) {
        return NULL;
    }
    if (*slot != NR_NONE) {
        return &maker->forms.items[*slot];
    }
    *slot = maker->forms.count;
    struct own_form *form = nr_list_push(maker->arena, &maker->forms, sizeof *form);
    if (form != NULL) {
        form->folded = (struct nr_chars){folded, length};
        form->listed = nr_lexicon_find(folded, length);
        form->phrase_tokens = form->listed == NULL ? 0 : form->listed->phrase_tokens;
    }
    return form;
}

static uint32_t count_tokens(struct nr_chars folded)
{
    uint32_t tokens = 1;
    for (uint32_t i = 0; i < folded.length; i++) {
        tokens += folded.bytes[i] == ' ';
    }
    return tokens;
}

/* The line's form, and where it is a phrase the word that begins it. */
static bool note_forms(struct maker *maker, const struct nr_own_line *line)
{
    struct own_form *form = form_of(maker, line->folded.bytes, line->folded.length);
    if (form == NULL) {
        return false;
    }
    form->own_lines++;
    maker->fact_room++;
    maker->string_room += line->canonical.length + 1;
    uint32_t tokens = count_tokens(line->folded);
    if (tokens > 1 && tokens <= UINT8_MAX) {
        const char *space = memchr(line->folded.bytes, ' ', line->folded.length);
        uint32_t length = (uint32_t)(space - line->folded.bytes);
        struct own_form *first = form_of(maker, line->folded.bytes, length);
        if (first == NULL) {
            return false;
        }
        first->phrase_tokens =
            first->phrase_tokens < tokens ? (uint8_t)tokens : first->phrase_tokens;
        const char *second = space + 1;
        const char *rest = memchr(second, ' ', line->folded.length - length - 1);
        size_t second_length =
            rest != NULL ? (size_t)(rest - second) : line->folded.length - length - 1;
        nr_pair_put(maker->own->pairs, NR_OWN_PAIRS,
                    nr_pair_hash(nr_hash(line->folded.bytes, length),
                                 nr_hash(second, second_length)));
    }
    return nr_arena_tick(maker->arena, line->folded.length);
}

/* Room for the facts of forms that only begin phrases, and where each form's facts go. */
static void plan_facts(struct maker *maker)
{
    uint32_t at = 0;
    for (uint32_t i = 0; i < maker->forms.count; i++) {
        struct own_form *form = &maker->forms.items[i];
        form->first_fact = at;
        at += form->own_lines;
        if (form->own_lines > 0 || form->listed == NULL) {
            continue;
        }
        const struct nr_fact *facts = nr_lexeme_facts(form->listed);
        for (uint32_t k = 0; k < form->listed->fact_count; k++) {
            maker->string_room += strlen(nr_fact_canonical(&facts[k])) + 1;
        }
        at += form->listed->fact_count;
    }
    maker->fact_room = at;
}

static bool take_block(struct maker *maker)
{
    size_t sets = maker->forms.count * sizeof *maker->sets;
    size_t facts = maker->fact_room * sizeof *maker->facts;
    size_t lexemes = maker->forms.count * sizeof *maker->lexemes;
    size_t size = sets + facts + lexemes + maker->string_room;
    if (size > INT32_MAX) { /* distances are 32 bits */
        maker->arena->status = NR_TOO_LARGE;
        return false;
    }
    char *block = nr_arena_take(maker->arena, size);
    if (block == NULL) {
        return false;
    }
    maker->sets = (void *)block;
    maker->facts = (void *)(block + sets);
    maker->lexemes = (void *)(block + sets + facts);
    maker->strings = block + sets + facts + lexemes;
    return true;
}

/* Puts fact behind those that the form has, with its canonical form. */
static void put_fact(struct maker *maker, uint32_t at, const struct nr_fact *fact,
                     struct nr_chars canonical)
{
    struct own_form *form = &maker->forms.items[at];
    struct nr_fact *put = &maker->facts[form->first_fact + form->fact_count];
    form->fact_count++;
    char *string = maker->strings + maker->string_length;
    if (canonical.length > 0) {
        memcpy(string, canonical.bytes, canonical.length);
    }
    maker->string_length +=
        canonical.length + 1; /* the 0 is there: the block is zeroed */
    *put = *fact;
    put->canonical = (int32_t)(string - (char *)put);
    maker->sets[at][fact->casing] |= UINT64_C(1) << fact->list;
}

/* A second line that says something of the same form in the same list is ignored. */
static void put_line(struct maker *maker, const struct nr_own_line *line)
{
    uint32_t at =
        nr_map_find(&maker->own->index, line->folded.bytes, line->folded.length);
    if ((maker->sets[at][line->casing] >> line->list & 1) != 0) {
        return;
    }
    struct nr_fact fact = {
        .flags = line->flags,
        .list = (uint8_t)line->list,
        .type = (uint8_t)line->type,
        .gender = (uint8_t)line->gender,
        .act = (uint8_t)line->act,
        .casing = (uint8_t)line->casing,
    };
    memcpy(fact.country, line->country, sizeof fact.country);
    put_fact(maker, at, &fact, line->canonical);
}

/* In order of list, then of casing, as nr_lexeme_fact_as() expects. */
static bool put_lines(struct maker *maker, const struct nr_own_line *lines,
                      uint32_t count)
{
    for (uint32_t order = 0; order < NR_LIST_COUNT * NR_CASING_COUNT; order++) {
        for (uint32_t i = 0; i < count; i++) {
            uint32_t own = (uint32_t)lines[i].list * NR_CASING_COUNT + lines[i].casing;
            if (own == order) {
                put_line(maker, &lines[i]);
            }
        }
        if (!nr_arena_tick(maker->arena, count)) {
            return false;
        }
    }
    return true;
}

static void put_listed(struct maker *maker, uint32_t at)
{
    const struct own_form *form = &maker->forms.items[at];
    if (form->own_lines > 0 || form->listed == NULL) {
        return;
    }
    const struct nr_fact *facts = nr_lexeme_facts(form->listed);
    for (uint32_t i = 0; i < form->listed->fact_count; i++) {
        const char *canonical = nr_fact_canonical(&facts[i]);
        struct nr_chars chars = {canonical, (uint32_t)strlen(canonical)};
        put_fact(maker, at, &facts[i], chars);
    }
}

static void put_lexeme(struct maker *maker, uint32_t at)
{
    const struct own_form *form = &maker->forms.items[at];
    struct nr_lexeme *lexeme = &maker->lexemes[at];
    lexeme->facts = (int32_t)((char *)&maker->facts[form->first_fact] - (char *)lexeme);
    lexeme->lists = (int32_t)((char *)maker->sets[at] - (char *)lexeme);
    lexeme->fact_count = form->fact_count;
    lexeme->phrase_tokens = form->phrase_tokens;
}

const struct nr_own_words *
nr_own_words_make(struct nr_arena *arena, const struct nr_own_line *lines, uint32_t count)
{
    struct maker maker = {.arena = arena};
    maker.own = nr_arena_take(arena, sizeof *maker.own);
    if (maker.own == NULL) {
        return NULL;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (!note_forms(&maker, &lines[i])) {
            return NULL;
        }
    }
    plan_facts(&maker);
    if (!take_block(&maker) || !put_lines(&maker, lines, count)) {
        return NULL;
    }
    for (uint32_t i = 0; i < maker.forms.count; i++) {
        put_listed(&maker, i);
        put_lexeme(&maker, i);
    }
    maker.own->lexemes = maker.lexemes;
    return maker.own;
}
