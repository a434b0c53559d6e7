/* lexicon/inflect.c: the regular English verb.
 *
 * deny: denies, denied, denying; agree: agrees, agreed, agreeing; stop: stops, stopped,
 * stopping. A final consonant is doubled in words of one syllable with one vowel letter
 * (stop, beg, quip) and where the list says so (admit: flags=double). Irregular verbs are
 * listed with all five forms. */
#include "lexicon/inflect.h"

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

/* "echo", "veto"; not "coo", "radio". */
static bool ends_consonant_o(const char *word, size_t length)
{
    return length >= 2 && word[length - 1] == 'o' && !is_vowel(word[length - 2]);
}

/* What to put in place of the last *drop letters of the word. */
static const char *third_ending(const char *word, size_t length, size_t *drop)
{
    if (ends_consonant_y(word, length)) {
        *drop = 1;
        return "ies";
    }
    if (ends(word, length, "s") || ends(word, length, "x") || ends(word, length, "z") ||
        ends(word, length, "ch") || ends(word, length, "sh") ||
        ends_consonant_o(word, length)) {
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

size_t nr_inflect(char *out, const char *base, size_t length, enum nr_inflection which,
                  bool doubled)
{
    const char *space = memchr(base, ' ', length);
    size_t first = space != NULL ? (size_t)(space - base) : length;
    size_t drop = 0;
    const char *ending = NULL;
    if (first == 0) {
        memcpy(out, base, length);
        return length;
    }
    if (which == NR_INFLECT_THIRD) {
        ending = third_ending(base, first, &drop);
    } else if (which == NR_INFLECT_PAST) {
        ending = past_ending(base, first, &drop);
    } else {
        ending = ing_ending(base, first, &drop);
    }
    size_t n = first - drop;
    memcpy(out, base, n);
    if (which != NR_INFLECT_THIRD && (doubled || doubles(base, first))) {
        out[n++] = base[first - 1];
    }
    memcpy(out + n, ending, strlen(ending));
    n += strlen(ending);
    memcpy(out + n, base + first, length - first);
    return n + length - first;
}
