/* reuse/quote_words.c: what is each word of a quote worth when it is compared?
 *
 *     We  will  never  re-open  the  3  mines    1 2 2(denies) 1 2 1 4(number) 2
 *
 * Words weigh 1 to 3 by their letters, figures and numbers more. */
#include "reuse/quote_words.h"

#include "lexicon/lexicon.h"
#include "reuse/words.h"

#include <string.h>

enum {
    NUMBER = 4,     /* what a number weighs; a word 1 to 3 */
    SHORT_WORD = 3, /* letters of a word that weighs 1 */
    LONG_WORD = 7,  /* and of one that weighs 3 */
    BYTES_OF_WORD = 5,
    AT_ONCE = 200 /* words that there is room for from the beginning, at most */
};

/* Plain; those that the lists of English have not. */
static const char *const denials[] = {"cannot", "nunca", "jamas",  "nadie",  "tampoco",
                                      "ningun", "pas",   "jamais", "aucun",  "ninguna",
                                      "ne",     "ni",    "aucune", "ninguno"};

static bool denies(const struct nr_plain_word *word, uint64_t lists)
{
    /* "without a word" denies nothing that was said. */
    bool without = word->form_length == 7 && memcmp(word->form, "without", 7) == 0;
    if (word->not_at_its_end || ((lists & NR_IN(negation)) != 0 && !without)) {
        return true;
    }
    for (size_t i = 0; i < sizeof denials / sizeof *denials; i++) {
        if (strlen(denials[i]) == word->form_length &&
            memcmp(denials[i], word->form, word->form_length) == 0) {
            return true;
        }
    }
    return false;
}

/* One is more often somebody than a number. */
static bool is_number_word(const struct nr_plain_word *word, uint64_t lists)
{
    bool one = word->form_length == 3 && memcmp(word->form, "one", 3) == 0;
    return (lists & NR_IN(number_word)) != 0 && !one;
}

static uint8_t weight_of(const struct nr_plain_word *word)
{
    return word->letters <= SHORT_WORD ? 1 : word->letters < LONG_WORD ? 2 : 3;
}

static struct nr_quote_word described(const struct nr_plain_word *plain)
{
    const struct nr_lexeme *lexeme =
        plain->form_length > 0 ? nr_lexicon_find(plain->form, plain->form_length) : NULL;
    uint64_t lists = lexeme != NULL ? nr_lexeme_lists(lexeme, NR_CASING_ANY) : 0;
    struct nr_quote_word word = {
        .hash = (uint32_t)(plain->hash >> 32),
        .letters = (uint8_t)(plain->letters < 255 ? plain->letters : 255),
        .weight = weight_of(plain),
        .denies = denies(plain, lists),
    };
    if (plain->number) {
        word.number = NR_FIGURES;
        word.weight = NUMBER;
    } else if (is_number_word(plain, lists)) {
        word.number = NR_NUMBER_WORD;
        word.weight = NUMBER;
    }
    return word;
}

const struct nr_quote_words *nr_quote_words(struct nr_arena *arena, const char *bytes,
                                            size_t size)
{
    struct nr_plain_reader reader = nr_plain_read(bytes, size);
    struct nr_plain_word plain;
    struct nr_quote_words *words = nr_arena_take(arena, sizeof *words);
    uint32_t likely = reader.end / BYTES_OF_WORD + 1;
    if (words == NULL ||
        !nr_list_reserve(arena, &words->list, sizeof(struct nr_quote_word),
                         likely < AT_ONCE ? likely : AT_ONCE)) {
        return NULL;
    }
    while (nr_plain_next(&reader, &plain)) {
        struct nr_quote_word *word = nr_list_push(arena, &words->list, sizeof *word);
        if (word == NULL || !nr_arena_tick(arena, plain.letters + 1)) {
            return NULL;
        }
        *word = described(&plain);
        words->weight += word->weight;
        words->letters += plain.letters;
        words->sketch[word->hash / 64 % (NR_SKETCHED / 64)] |= UINT64_C(1)
                                                               << (word->hash & 63);
    }
    return words;
}

uint32_t nr_quote_weight(const struct nr_quote_words *words)
{
    return words->weight;
}

uint32_t nr_quote_letters(const struct nr_quote_words *words)
{
    return words->letters;
}
