/* speaker/romance.c: see romance.h.
 *
 *     Ana Díaz abrió la sesión. «Empezamos», dijo la alcaldesa.      Ana Díaz
 *
 * The article gives the gender; then it is weighed as for "she" in English. Only the bare
 * noun counts, "la alcaldesa": what has a complement, "la alcaldesa de Vigo", is mostly
 * somebody new. Nouns of groups and bodies ("el jurado") are not among them.
 *
 * Knowingly wrong: a new person without a name who has the trade of one named before. */
#include "speaker/romance.h"

#include "entity/abroad.h"

/* Of an article or a pronoun that tells; NR_GENDER_NONE: it is neither. */
static enum nr_gender gender_of(const struct nr_text *text, uint32_t t, bool alone)
{
    static const struct {
        const char *word;
        enum nr_gender gender;
        bool pronoun;
    } words[] = {
        {"el", NR_GENDER_MALE, false},    {"le", NR_GENDER_MALE, false},
        {"la", NR_GENDER_FEMALE, false},  {"él", NR_GENDER_MALE, true},
        {"ella", NR_GENDER_FEMALE, true}, {"il", NR_GENDER_MALE, true},
        {"elle", NR_GENDER_FEMALE, true},
    };
    for (uint32_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (words[i].pronoun == alone && nr_token_is(text, t, words[i].word)) {
            return words[i].gender;
        }
    }
    return NR_GENDER_NONE;
}

uint32_t nr_romance_resolve(const struct nr_cast *cast, struct nr_phrase phrase)
{
    const struct nr_text *text = cast->reading.text;
    uint32_t block = nr_block_of(text, phrase.first);
    uint8_t language = text->blocks.items[block].language;
    uint32_t words = phrase.end - phrase.first;
    bool read = language == NR_LANGUAGE_ES || language == NR_LANGUAGE_FR;
    if (!read || words > 2) {
        return NR_NONE;
    }
    enum nr_gender gender = gender_of(text, phrase.first, words == 1);
    bool whom = words == 1 || nr_is_trade(text, phrase.first + 1);
    return gender != NR_GENDER_NONE && whom
               ? nr_pronoun_resolve(cast, phrase.first, gender)
               : NR_NONE;
}
