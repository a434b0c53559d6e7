/* tag/train/name_phrase.c: where in a phrase is the name that heads it?
 *
 *     American physicist [John Wheeler]       the [Bank of Orsk] in Lund
 *
 * The name is the run of capitals around the phrase's head, with what small words join to
 * it, without titles.
 *
 * Knowingly wrong: before two particles ("van der") the name ends. */
#include "tag/train/name_phrase.h"

#include <string.h>

/* A word that can stand in a name. */
static bool name_word(const struct name_phrase *p, uint32_t t)
{
    return nr_token_capital(p->text, t) &&
           !nr_token_in(p->text, t, NR_IN(determiner) | NR_IN(pronoun));
}

static bool is_sign(const struct name_phrase *p, uint32_t t)
{
    const struct nr_token *token = &p->text->tokens.items[t];
    char c = p->text->bytes[token->begin];
    return token->end - token->begin == 1 && (c == '-' || c == '&' || c == '.');
}

static uint32_t grow_left(const struct name_phrase *p)
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
static uint32_t joined(const struct name_phrase *p, uint32_t t)
{
    const struct nr_text *text = p->text;
    bool person = p->sort == NR_NAMES_PER;
    bool of = !person && (nr_token_is(text, t, "of") || nr_token_is(text, t, "for"));
    bool and = p->sort == NR_NAMES_ORG && nr_token_is(text, t, "and");
    bool particle = person && nr_token_in(text, t, NR_IN(name_particle)) &&
                    !nr_token_is(text, t, "the");
    if (!of && !and&&!particle && !is_sign(p, t)) {
        return t;
    }
    bool the = of && t + 1 < p->end && nr_token_is(text, t + 1, "the");
    uint32_t next = the ? t + 2 : t + 1;
    return next < p->end && name_word(p, next) ? next : t;
}

static uint32_t grow_right(const struct name_phrase *p)
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
static uint32_t without_title(const struct name_phrase *p, uint32_t first, uint32_t end)
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
static bool is_people(const struct name_phrase *p, uint32_t first, uint32_t end)
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

static bool find_head(struct name_phrase *p, const char *head)
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

bool name_in_phrase(struct name_phrase *p, const char *head)
{
    if (!find_head(p, head)) {
        return false;
    }
    uint32_t end = grow_right(p);
    uint32_t first = without_title(p, grow_left(p), end);
    if (first >= end) {
        return false;
    }
    p->sort = is_people(p, first, end) ? NR_NAMES_MISC : p->sort;
    p->first = first;
    p->end = end;
    return true;
}
