/* text/language.c: which language is this?
 *
 *     "El ministro se reunió con ella" -> es: el, se, con, ella
 *
 * A vote is divided among the languages that share the word. Function words make up
 * nearly half of any running text, so a dozen words decide; a caption in a second
 * language is told from the article around it.
 *
 * Where they don't, as in tables of results, words that only English is listed with do.
 *
 * Knowingly wrong: names and figures alone say nothing; closely related languages (pt and
 * gl, no and da) are not told apart, and a language that is not in the list comes out as
 * a neighbour or as nothing; a table whose few words are English ones too is English. */
#include "text/language.h"

#include "lexicon/lexicon.h"
#include "text/fold.h"

#include <string.h>

enum {
    WORD_BYTES = 8, /* hardly a function word is longer; one machine word */
    WORDS_SAMPLED = 400,
    TEXT_SAMPLED = 16 * 1024
};

#define SPEAKS(language) (1u << NR_LANGUAGE_##language)

/* Letters that few of the languages use. */
static const struct letter {
    uint32_t code;
    uint32_t languages;
} letters[] = {
    {0xA1, SPEAKS(ES)},                           /* ¡ */
    {0xBF, SPEAKS(ES)},                           /* ¿ */
    {0xDF, SPEAKS(DE)},                           /* ß */
    {0xE3, SPEAKS(PT)},                           /* ã */
    {0xE4, SPEAKS(DE)},                           /* ä */
    {0xE7, SPEAKS(FR) | SPEAKS(PT) | SPEAKS(CA)}, /* ç */
    {0xEA, SPEAKS(FR) | SPEAKS(PT)},              /* ê */
    {0xEC, SPEAKS(IT)},                           /* ì */
    {0xF1, SPEAKS(ES)},                           /* ñ */
    {0xF2, SPEAKS(IT) | SPEAKS(CA)},              /* ò */
    {0xF5, SPEAKS(PT)},                           /* õ */
    {0xF6, SPEAKS(DE)},                           /* ö */
    {0xF9, SPEAKS(IT) | SPEAKS(FR)},              /* ù */
    {0xFC, SPEAKS(DE)},                           /* ü */
    {0x153, SPEAKS(FR)},                          /* œ */
};

/* One vote, or a part of it, divided among languages; [0], which is none: is there any?
 */
static void divide(uint8_t votes[NR_LANGUAGE_COUNT], uint32_t languages, uint32_t weight)
{
    uint32_t shared = 0;
    for (uint32_t i = 1; i < NR_LANGUAGE_COUNT; i++) {
        shared += languages >> i & 1;
    }
    votes[0] = languages != 0;
    for (uint32_t i = 1; i < NR_LANGUAGE_COUNT; i++) {
        votes[i] = (uint8_t)((languages >> i & 1) != 0 ? weight / shared : 0);
    }
}

static void count(struct nr_votes *votes, const uint8_t cast[NR_LANGUAGE_COUNT])
{
    for (uint32_t i = 1; i < NR_LANGUAGE_COUNT; i++) {
        votes->of[i] += cast[i];
    }
}

static void vote_letter(struct nr_votes *votes, uint32_t code)
{
    for (uint32_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        if (letters[i].code == code) {
            uint8_t cast[NR_LANGUAGE_COUNT];
            divide(cast, letters[i].languages, NR_VOTE / 2);
            count(votes, cast);
        }
    }
}

static void look_up(uint64_t word, uint8_t votes[NR_LANGUAGE_COUNT])
{
    char folded[WORD_BYTES];
    uint32_t length = 0;
    for (uint64_t rest = word; rest != 0; rest >>= 8) {
        folded[length++] = (char)(rest & 0xFF);
    }
    const struct nr_lexeme *lexeme = nr_lexicon_find(folded, length);
    const struct nr_fact *fact =
        lexeme != NULL ? nr_lexeme_fact(lexeme, NR_LIST_language_word) : NULL;
    divide(votes, fact != NULL ? fact->languages : 0, NR_VOTE);
}

/* How a word votes. word: its folded bytes, the first lowest. */
static const uint8_t *ballot_of(struct nr_ballots *ballots, uint64_t word)
{
    uint64_t mixed = word * UINT64_C(0x9E3779B97F4A7C15);
    uint32_t slot = (uint32_t)(mixed >> 32) % NR_BALLOTS;
    if (ballots->words[slot] != word) {
        look_up(word, ballots->votes[slot]);
        ballots->words[slot] = word;
    }
    return ballots->votes[slot];
}

/* The best and how far the second is behind it. */
static enum nr_language best_of(const struct nr_votes *votes, uint32_t *lead)
{
    uint32_t best = 0;
    uint32_t second = 0;
    for (uint32_t i = 1; i < NR_LANGUAGE_COUNT; i++) {
        if (votes->of[i] > votes->of[best]) {
            second = votes->of[best];
            best = i;
        } else if (votes->of[i] > second) {
            second = votes->of[i];
        }
    }
    *lead = votes->of[best] - second;
    return (enum nr_language)best;
}

/* A word as it is read: its first bytes, folded. */
struct spelling {
    uint64_t word;  /* the first lowest */
    uint32_t bytes; /* in all; past WORD_BYTES no function word */
};

static void spell(struct spelling *spelling, char byte)
{
    if (spelling->bytes < WORD_BYTES) {
        spelling->word |= (uint64_t)(unsigned char)byte << 8 * spelling->bytes;
    }
    spelling->bytes++;
}

/* Reads letters from a byte on; where they end. Letters that few languages have vote. */
static uint32_t read_word(struct nr_votes *votes, struct nr_chars text, uint32_t at,
                          struct spelling *spelling)
{
    while (at < text.length) {
        char byte = text.bytes[at];
        if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') {
            spell(spelling, (char)(byte | 0x20));
            at++;
            continue;
        }
        if (((unsigned char)byte & 0x80) == 0) {
            break;
        }
        struct nr_char c = nr_char_at(text.bytes, at, text.length);
        char folded[4];
        uint32_t length =
            c.width <= sizeof folded ? nr_fold(folded, text.bytes + at, c.width) : 0;
        vote_letter(votes, nr_lower(c.code));
        if (!nr_sort_is_letter(nr_sort_of(c.code))) {
            break;
        }
        for (uint32_t i = 0; i < length; i++) {
            spell(spelling, folded[i]);
        }
        at += c.width;
    }
    return at;
}

/* The A of a name's initials says nothing, the l of l'homme does. */
static bool is_lone_letter(struct nr_chars text, uint32_t begin, uint32_t end)
{
    char byte = text.bytes[begin];
    if (end != begin + 1) {
        return false;
    }
    bool elided = end < text.length &&
                  (text.bytes[end] == '\'' || (unsigned char)text.bytes[end] == 0xE2);
    return (byte >= 'A' && byte <= 'Z') ||
           (!elided && byte != 0 && strchr("ldnscjmt", byte) != NULL);
}

void nr_votes_add(struct nr_votes *votes, struct nr_ballots *ballots,
                  struct nr_chars text, uint32_t words, uint32_t ahead)
{
    uint32_t at = 0;
    uint32_t lead = 0;
    uint32_t read = 0;
    while (at < text.length && read < words && lead < ahead) {
        struct spelling spelling = {0, 0};
        uint32_t end = read_word(votes, text, at, &spelling);
        if (end == at) {
            at += nr_char_at(text.bytes, at, text.length).width;
            continue;
        }
        if (spelling.word != 0 && spelling.bytes <= WORD_BYTES &&
            !is_lone_letter(text, at, end)) {
            const uint8_t *cast = ballot_of(ballots, spelling.word);
            if (cast[0] != 0) {
                count(votes, cast);
                (void)best_of(votes, &lead);
            }
        }
        read++;
        at = end;
    }
}

enum nr_language nr_votes_winner(const struct nr_votes *votes, uint32_t least,
                                 uint32_t percent)
{
    /* Nearly all short words of Catalan are also another's: it must be clearly ahead. */
    struct nr_votes fair = *votes;
    uint32_t own = votes->of[NR_LANGUAGE_CA];
    fair.of[NR_LANGUAGE_CA] = own > 2 * NR_VOTE ? own - 2 * NR_VOTE : 0;
    uint32_t lead = 0;
    enum nr_language best = best_of(&fair, &lead);
    bool clear = lead > 0 && lead * 100 >= fair.of[best] * percent;
    return clear && votes->of[best] >= least ? best : NR_LANGUAGE_NONE;
}

/* Tables of results, lists: hardly a function word in them, but words of English that
 * are no names, "loss", "year", "months". Other languages have no such lists here; so
 * they must be a fifth of all words, and at least two. */
static bool is_wordy_english(struct nr_chars text)
{
    enum { LONGEST = 24, WORDS_LEAST = 2, SHARE = 5 };
    const uint64_t english = NR_IN(common_word) | NR_IN(common_verb) |
                             NR_IN(preposition) | NR_IN(conjunction) | NR_IN(number_word);
    char folded[LONGEST];
    uint32_t words = 0;
    uint32_t common = 0;
    uint32_t end = 0;
    for (uint32_t at = 0; at < text.length && words < WORDS_SAMPLED; at = end) {
        struct nr_votes votes = {0};
        struct spelling spelling = {0, 0};
        end = read_word(&votes, text, at, &spelling);
        if (end == at) {
            end += nr_char_at(text.bytes, at, text.length).width;
            continue;
        }
        words++;
        if (end - at > 1 && end - at <= LONGEST) {
            const struct nr_lexeme *lexeme =
                nr_lexicon_find(folded, nr_fold(folded, text.bytes + at, end - at));
            common +=
                lexeme != NULL && (nr_lexeme_lists(lexeme, NR_CASING_ANY) & english) != 0;
        }
    }
    return common >= WORDS_LEAST && common * SHARE >= words;
}

enum nr_language nr_language_heard(struct nr_ballots *ballots, const char *bytes,
                                   size_t length)
{
    struct nr_votes votes = {0};
    uint32_t sampled = length < TEXT_SAMPLED ? (uint32_t)length : TEXT_SAMPLED;
    nr_votes_add(&votes, ballots, (struct nr_chars){bytes, sampled}, WORDS_SAMPLED,
                 UINT32_MAX);
    enum nr_language found = nr_votes_winner(&votes, 2 * NR_VOTE, 25);
    if (found == NR_LANGUAGE_NONE &&
        is_wordy_english((struct nr_chars){bytes, sampled})) {
        return NR_LANGUAGE_EN;
    }
    return found;
}

enum nr_language nr_language_of(const char *bytes, size_t length)
{
    struct nr_ballots ballots = {0};
    return nr_language_heard(&ballots, bytes, length);
}
