/* lexicon2c/inflect.c: the regular English verb.
 *
 * deny: denies, denied, denying; agree: agrees, agreed, agreeing; stop: stops, stopped,
 * stopping. A final consonant is doubled in words of one syllable with one vowel letter
 * (stop, beg, quip) and where the list says so (admit: flags=double). Irregular verbs are
 * listed with all five forms. */
#include "lexicon/lexicon2c/lists.h"

#include <string.h>

static bool is_vowel(char c)
{
    return c != '\0' && strchr("aeiou", c) != NULL;
}

/* The vowel letters of a word, the u of qu not counted. */
static unsigned count_vowels(const char *word, size_t length)
{
    unsigned vowels = 0;
    for (size_t i = 0; i < length; i++) {
        bool after_q = i > 0 && word[i - 1] == 'q';
        if (is_vowel(word[i]) && !(word[i] == 'u' && after_q)) {
            vowels++;
        }
    }
    return vowels;
}

/* "stop", not "look", "sink", "vow", "fix", "add": one vowel, then one consonant that
 * doubles. */
static bool doubles(const char *word, size_t length)
{
    if (length < 3 || strchr("aeiouwxy", word[length - 1]) != NULL) {
        return false;
    }
    return count_vowels(word, length) == 1 && is_vowel(word[length - 2]);
}

static bool ends(const char *word, size_t length, const char *ending)
{
    size_t n = strlen(ending);
    return length >= n && memcmp(word + length - n, ending, n) == 0;
}

/* "deny", "cry"; not "say". */
static bool ends_consonant_y(const char *word, size_t length)
{
    return length >= 2 && word[length - 1] == 'y' && !is_vowel(word[length - 2]);
}

/* What to put in place of the last *drop letters of the word. */
static const char *third_ending(const char *word, size_t length, size_t *drop)
{
    if (ends_consonant_y(word, length)) {
        *drop = 1;
        return "ies";
    }
    if (ends(word, length, "s") || ends(word, length, "x") || ends(word, length, "z") ||
        ends(word, length, "ch") || ends(word, length, "sh") || ends(word, length, "o")) {
        return "es";
    }
    return "s";
}

static const char *past_ending(const char *word, size_t length, size_t *drop)
{
    if (ends_consonant_y(word, length)) {
        *drop = 1;
        return "ied";
    }
    return ends(word, length, "e") ? "d" : "ed";
}

static const char *ing_ending(const char *word, size_t length, size_t *drop)
{
    if (ends(word, length, "ie")) {
        *drop = 2;
        return "ying";
    }
    if (ends(word, length, "e") && !ends(word, length, "ee") &&
        !ends(word, length, "oe") && !ends(word, length, "ye")) {
        *drop = 1;
    }
    return "ing";
}

char *inflect(const char *base, enum inflection which, bool doubled)
{
    size_t length = strcspn(base, " ");
    const char *rest = base + length;
    size_t drop = 0;
    const char *ending = NULL;
    if (which == INFLECT_THIRD) {
        ending = third_ending(base, length, &drop);
    } else if (which == INFLECT_PAST) {
        ending = past_ending(base, length, &drop);
    } else {
        ending = ing_ending(base, length, &drop);
    }
    bool twice = which != INFLECT_THIRD && (doubled || doubles(base, length));
    char *form = must_resize(NULL, strlen(base) + strlen(ending) + 2);
    size_t n = length - drop;
    memcpy(form, base, n);
    if (twice) {
        form[n++] = base[length - 1];
    }
    memcpy(form + n, ending, strlen(ending));
    n += strlen(ending);
    memcpy(form + n, rest, strlen(rest) + 1);
    return form;
}
