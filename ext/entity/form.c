/* entity/form.c: one way of writing a name, whatever its accents, dots and hyphens.
 *
 *     J. D. Vance, J.D. Vance           not one form: join.c knows initials
 *     Recep Erdoğan, Recep Erdogan      one form
 *     Jean-Claude Roy, Jean Claude Roy  one form
 *
 * A form is a row of word types, each replaced by its sister without accents and full
 * stop where the article writes that too. Marks and hyphens are not in it. */
#include "entity/naming.h"

#include <string.h>

enum { FORM_WORDS = 12, PLAIN_BYTES = 64 };

/* ---- Word types without accents ---- */

/* The letters of U+00E0..U+017F (lower case where there are two) in ASCII; '?': no
 * sister. */
static const char bare_letters[] = "aaaaaa?ceeeeiiiidnooooo?ouuuuy?y"  /* U+00E0 */
                                   "aaaaaaccccccccddddeeeeeeeeeegggg"  /* U+0100 */
                                   "gggghhhhiiiiiiiiii??jjkk?lllllll"  /* U+0120 */
                                   "lllnnnnnnn??oooooo??rrrrrrssssss"  /* U+0140 */
                                   "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs"; /* U+0160 */

static char bare_letter(uint32_t code)
{
    if (code >= 0xC0 && code < 0xE0) {
        code += 0x20;
    }
    return code >= 0xE0 && code < 0x180 ? bare_letters[code - 0xE0] : '?';
}

/* Writes a folded form without accents and its full stop; 0 when nothing changes. */
static uint32_t strip_word(const struct nr_word *word, char out[PLAIN_BYTES])
{
    uint32_t length = 0;
    bool changed = false;
    for (uint32_t i = 0; i < word->length; i++) {
        unsigned char c = (unsigned char)word->folded[i];
        if (c >= 0xC3 && c <= 0xC5 && i + 1 < word->length) {
            unsigned char d = (unsigned char)word->folded[i + 1];
            char bare = bare_letter((uint32_t)(c & 0x1F) << 6 | (d & 0x3F));
            if (bare == '?') {
                return 0;
            }
            out[length++] = bare;
            changed = true;
            i++;
        } else {
            out[length++] = (char)c;
        }
    }
    if (length > 1 && out[length - 1] == '.') {
        length--;
        changed = true;
    }
    return changed ? length : 0;
}

/* Only words with an accent or a dot at the end have a sister. */
static bool may_have_sister(const struct nr_word *word)
{
    if (word->plain || word->length < 2 || word->length > PLAIN_BYTES) {
        return false;
    }
    if (word->folded[word->length - 1] == '.') {
        return true;
    }
    bool accent = false; /* no early return: several bytes are looked at in one step */
    for (uint32_t i = 0; i < word->length; i++) {
        unsigned char c = (unsigned char)word->folded[i];
        accent |= c >= 0xC3 && c <= 0xC5;
    }
    return accent;
}

static uint32_t sister_of(const struct nr_text *text, uint32_t index)
{
    const struct nr_word *word = &text->words.items[index];
    if (!may_have_sister(word)) {
        return index;
    }
    char bare[PLAIN_BYTES];
    uint32_t length = strip_word(word, bare);
    uint32_t sister =
        length == 0 ? NR_NONE : nr_word_find(text, (struct nr_chars){bare, length});
    return sister == NR_NONE ? index : sister;
}

bool nr_words_pair(struct nr_naming *naming)
{
    const struct nr_text *text = naming->text;
    for (uint32_t w = 0; w < text->words.count; w++) {
        naming->uses[w].same = sister_of(text, w);
        naming->uses[w].form = NR_NONE;
        if (!nr_arena_tick(naming->arena, 1)) {
            return false;
        }
    }
    return true;
}

/* ---- Forms ---- */

static bool in_form(const struct nr_text *text, uint32_t t)
{
    uint8_t shape = text->tokens.items[t].shape;
    return shape != NR_SHAPE_MARK && shape != NR_SHAPE_PUNCT;
}

/* The words of tokens first..end, at most FORM_WORDS of them. */
static uint32_t collect_words(const struct nr_naming *naming, uint32_t first,
                              uint32_t end, uint32_t words[FORM_WORDS])
{
    const struct nr_text *text = naming->text;
    uint32_t count = 0;
    for (uint32_t t = first; t < end && count < FORM_WORDS; t++) {
        if (in_form(text, t)) {
            words[count++] = naming->uses[text->tokens.items[t].word].same;
        }
    }
    return count;
}

/* Where the form of words already kept is looked up. */
static uint32_t *index_slot(struct nr_naming *naming, const uint32_t *kept,
                            uint32_t count)
{
    return count == 1 ? &naming->uses[kept[0]].form
                      : nr_map_slot(naming->arena, &naming->form_index,
                                    (const char *)kept, count * (uint32_t)sizeof *kept);
}

static uint32_t add_form(struct nr_naming *naming, const uint32_t *words, uint32_t count)
{
    struct nr_use *use = &naming->uses[words[0]];
    const uint32_t *kept = &use->same; /* words[0] is its own sister */
    if (count > 1) {
        uint32_t *copy = nr_arena_take_array(naming->arena, count, sizeof *copy);
        if (copy == NULL) {
            return NR_NONE;
        }
        memcpy(copy, words, count * sizeof *copy);
        kept = copy;
    }
    struct nr_form *form = nr_list_push(naming->arena, &naming->forms, sizeof *form);
    uint32_t *slot = form == NULL ? NULL : index_slot(naming, kept, count);
    if (slot == NULL) {
        return NR_NONE;
    }
    *slot = naming->forms.count - 1;
    form->words = kept;
    form->word_count = (uint8_t)count;
    form->first_name = NR_NONE;
    form->group = NR_NONE;
    form->bearer = NR_NONE;
    if (use->longest < count) {
        use->longest = (uint8_t)count;
    }
    return *slot;
}

uint32_t nr_form_find(const struct nr_naming *naming, const uint32_t *words,
                      uint32_t count)
{
    return count == 1 ? naming->uses[words[0]].form
                      : nr_map_find(&naming->form_index, (const char *)words,
                                    count * (uint32_t)sizeof *words);
}

uint32_t nr_form_of(struct nr_naming *naming, uint32_t first, uint32_t end)
{
    uint32_t words[FORM_WORDS];
    uint32_t count = collect_words(naming, first, end, words);
    if (count == 0) {
        return NR_NONE;
    }
    uint32_t known = nr_form_find(naming, words, count);
    return known != NR_NONE ? known : add_form(naming, words, count);
}

uint32_t nr_form_at(const struct nr_naming *naming, uint32_t t, uint32_t limit,
                    uint32_t *end)
{
    const struct nr_text *text = naming->text;
    uint32_t same = naming->uses[text->tokens.items[t].word].same;
    uint32_t words[FORM_WORDS];
    uint32_t ends[FORM_WORDS];
    uint32_t count = 0;
    for (uint32_t i = t; i < limit && count < naming->uses[same].longest; i++) {
        if (in_form(text, i)) {
            ends[count] = i + 1;
            words[count++] = naming->uses[text->tokens.items[i].word].same;
        }
    }
    for (; count > 0; count--) {
        uint32_t form = nr_form_find(naming, words, count);
        if (form != NR_NONE) {
            *end = ends[count - 1];
            return form;
        }
    }
    return NR_NONE;
}

/* ---- Votes ---- */

enum nr_sort_of_name nr_sort_of_type(enum nr_type type)
{
    switch (type) {
    case NR_TYPE_PERSON:
        return NR_IS_PERSON;
    case NR_TYPE_GPE:
    case NR_TYPE_LOC:
    case NR_TYPE_FAC:
        return NR_IS_PLACE;
    case NR_TYPE_NORP:
        return NR_IS_NORP;
    case NR_TYPE_ORG:
        return NR_IS_ORG;
    default:
        return NR_IS_THING;
    }
}

void nr_form_vote(struct nr_form *form, enum nr_sort_of_name sort, enum nr_type fine,
                  int weight)
{
    enum { MOST = 1000 };
    int sum = form->votes[sort] + weight;
    sum = sum > MOST ? MOST : sum < -MOST ? -MOST : sum;
    form->votes[sort] = (int16_t)sum;
    if (fine != NR_TYPE_NONE) {
        form->fine[sort] = (uint8_t)fine;
    }
}
