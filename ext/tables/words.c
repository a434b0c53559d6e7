/* tables/words.c: see words.h.
 *
 * {"name": "Mighty Oak", "forms": ["MOI"], "type": "ORG"} is the line "Mighty Oak|MOI" of
 * a list of organisations; {"form": "opine"} is "opine|opines|opined|opined|opining" of
 * the reporting verbs. A form is cut and folded as the article is, so that it is found
 * however the cutting goes. */
#include "tables/words.h"

#include "lexicon/inflect.h"
#include "text/fold.h"
#include "text/token.h"

#include <string.h>

/* What verbs of an act take, unless a list says otherwise (lexicon/facts.h). */
static const uint16_t frames[NR_ACT_COUNT] = {
    [NR_ACT_NONE] = NR_FLAG_THAT | NR_FLAG_SPEECH,
    [NR_ACT_SAY] = NR_FLAG_THAT | NR_FLAG_SPEECH,
    [NR_ACT_ASK] = NR_FLAG_THAT | NR_FLAG_TO | NR_FLAG_SPEECH,
    [NR_ACT_ORDER] = NR_FLAG_THAT | NR_FLAG_TO | NR_FLAG_INFINITIVE | NR_FLAG_SPEECH,
    [NR_ACT_PROMISE] = NR_FLAG_THAT | NR_FLAG_INFINITIVE | NR_FLAG_SPEECH,
    [NR_ACT_DENY] = NR_FLAG_THAT | NR_FLAG_OBJECT | NR_FLAG_SPEECH,
    [NR_ACT_DECLINE] = NR_FLAG_INFINITIVE | NR_FLAG_SPEECH,
    [NR_ACT_THINK] = NR_FLAG_THAT | NR_FLAG_ATTITUDE,
    [NR_ACT_FEEL] = NR_FLAG_THAT | NR_FLAG_ATTITUDE,
    [NR_ACT_SHOW] = NR_FLAG_THAT,
};

/* Listed in lower case: however it is written. In capitals: so must the article have it.
 * What is asked for is asked of the first word: "the Margravine" asks for nothing. */
static enum nr_casing casing_of(struct nr_chars form)
{
    uint32_t letters[NR_SORT_PUNCT + 1] = {0};
    for (uint32_t i = 0; i < form.length;) {
        struct nr_char character = nr_char_at(form.bytes, i, form.length);
        letters[nr_sort_of(character.code)]++;
        i += character.width;
    }
    bool small = form.length > 0 &&
                 nr_sort_of(nr_char_at(form.bytes, 0, form.length).code) == NR_SORT_LOWER;
    if (letters[NR_SORT_UPPER] == 0 || small) {
        return NR_CASING_ANY;
    }
    bool all = letters[NR_SORT_UPPER] > 1 && letters[NR_SORT_LOWER] == 0;
    return all ? NR_CASING_UPPER : NR_CASING_CAPITAL;
}

/* The folded tokens of a form, joined by one space; bytes NULL: out of memory. */
static struct nr_chars folded_tokens(struct nr_arena *arena, struct nr_chars form)
{
    struct nr_text text = {.bytes = form.bytes, .length = form.length};
    struct nr_block block = {.span = {0, form.length}, .language = NR_LANGUAGE_EN};
    char *joined = nr_arena_take(arena, (size_t)form.length * 2 + 1);
    uint32_t length = 0;
    if (joined == NULL || !nr_words_open(arena, &text) ||
        !nr_tokens_cut(arena, &text, &block)) {
        return (struct nr_chars){NULL, 0};
    }
    for (uint32_t t = 0; t < text.tokens.count; t++) {
        const struct nr_word *word = nr_word_of(&text, t);
        if (t > 0) {
            joined[length++] = ' ';
        }
        memcpy(joined + length, word->folded, word->length);
        length += word->length;
    }
    return (struct nr_chars){joined, length};
}

static bool add_line(struct nr_arena *arena, struct nr_lines *lines, struct nr_chars form,
                     struct nr_own_line line)
{
    line.folded = folded_tokens(arena, form);
    line.casing = casing_of(form);
    struct nr_own_line *added = nr_list_push(arena, &lines->list, sizeof *added);
    if (added == NULL || line.folded.bytes == NULL) {
        return false;
    }
    *added = line;
    return true;
}

bool nr_lines_of_name(struct nr_arena *arena, const struct nr_draft *draft,
                      struct nr_lines *lines)
{
    struct nr_own_line line = {.canonical = draft->name,
                               .list = NR_LIST_thing,
                               .type = draft->type,
                               .gender = draft->gender};
    memcpy(line.country, draft->country, sizeof line.country);
    bool added = add_line(arena, lines, draft->name, line);
    for (uint32_t i = 0; added && i < draft->forms.count; i++) {
        added = add_line(arena, lines, draft->forms.items[i], line);
    }
    return added;
}

/* base, third, past, participle, ing: what each says of itself. */
static const uint16_t form_flags[5] = {NR_FLAG_BASE, NR_FLAG_THIRD, NR_FLAG_PAST,
                                       NR_FLAG_PARTICIPLE, NR_FLAG_ING};

static bool inflect_all(struct nr_arena *arena, struct nr_chars base,
                        struct nr_chars forms[5])
{
    static const enum nr_inflection which[5] = {NR_INFLECT_THIRD /* unused */,
                                                NR_INFLECT_THIRD, NR_INFLECT_PAST,
                                                NR_INFLECT_PAST, NR_INFLECT_ING};
    forms[0] = base;
    for (int i = 1; i < 5; i++) {
        char *form = nr_arena_take(arena, (size_t)base.length + NR_INFLECT_MORE);
        if (form == NULL) {
            return false;
        }
        size_t length = nr_inflect(form, base.bytes, base.length, which[i], false);
        forms[i] = (struct nr_chars){form, (uint32_t)length};
    }
    return true;
}

bool nr_lines_of_cue(struct nr_arena *arena, const struct nr_draft *draft,
                     struct nr_lines *lines)
{
    struct nr_chars forms[5];
    if (draft->listed) {
        memcpy(forms, draft->forms.items, sizeof forms);
    } else if (!inflect_all(arena, draft->forms.items[0], forms)) {
        return false;
    }
    struct nr_own_line line = {.canonical = draft->name,
                               .list = NR_LIST_speech_verb,
                               .act =
                                   draft->act != NR_ACT_NONE ? draft->act : NR_ACT_SAY};
    for (int i = 0; i < 5; i++) {
        line.flags = (uint16_t)(frames[draft->act] | form_flags[i]);
        if (!add_line(arena, lines, forms[i], line)) {
            return false;
        }
    }
    return true;
}
