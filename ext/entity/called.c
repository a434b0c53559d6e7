/* entity/called.c: how is a name compared with others that say less, or say it in another
 * way?
 *
 *     Muñoz-Sáenz, Munoz Saenz            one: accents, hyphens and apostrophes go
 *     Dr. Joe Marlow, Joseph Marlow, QC   one: titles and letters behind a name go, short
 *                                         forms are the name that they are short for
 *     Joe Marlow Jr.                      says more than Joe Marlow, and may be another
 *     J. Marlow, Marlow                   say less: they may be Joe or Ada Marlow
 *     Kelter Holdings Inc, the Kelter Holdings        one
 *     U.S. Senate, American Senate        one, of US; but American Carbide is a name
 *
 * Whether those who may be one are one is not said here: people/people.h.
 *
 * Knowingly wrong: spellings of one name in another script (Gaddafi, Qaddafi) are two;
 * William and Bill Marlow are one, until what is said of them differs. */
#include "entity/called.h"

#include "lexicon/lexicon.h"
#include "text/fold.h"

#include <string.h>

bool nr_chars_same(struct nr_chars a, struct nr_chars b)
{
    return a.length == b.length &&
           (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

int nr_chars_order(struct nr_chars a, struct nr_chars b)
{
    uint32_t least = a.length < b.length ? a.length : b.length;
    int order = least == 0 ? 0 : memcmp(a.bytes, b.bytes, least);
    return order != 0 ? order : (a.length > b.length) - (a.length < b.length);
}

static struct nr_chars chars_of(const char *word)
{
    return (struct nr_chars){word, (uint32_t)strlen(word)};
}

static bool is_among(struct nr_chars word, const char *const *list)
{
    while (*list != NULL && !nr_chars_same(word, chars_of(*list))) {
        list++;
    }
    return *list != NULL;
}

/* ---- Folding ---- */

/* U+00E0 to U+017F without their accents, '?' where the letter is itself. */
static const char plain_letters[] = "aaaaaaaceeeeiiiidnooooo?ouuuuy?y"  /* U+00E0 */
                                    "aaaaaaccccccccddddeeeeeeeeeegggg"  /* U+0100 */
                                    "gggghhhhiiiiiiiiii??jjkkklllllll"  /* U+0120 */
                                    "lllnnnnnnnnnoooooooorrrrrrssssss"  /* U+0140 */
                                    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs"; /* U+0160 */

/* What a character becomes: a letter of ASCII, 0: nothing; or itself. */
static uint32_t plain(uint32_t code)
{
    if (code >= 0xE0 && code <= 0x17F) {
        char letter = plain_letters[code - 0xE0];
        return letter == '?' ? code : (uint32_t)letter;
    }
    bool dropped = (code >= 0x300 && code <= 0x36F) || code == 0xAD || code == '\'' ||
                   code == 0x2019 || code == 0x2018 || code == 0x2BC;
    return dropped ? 0 : code;
}

/* Folds a name into words with one space between; length of what it wrote. out has room
 * for length bytes and one more. */
static uint32_t fold(char *out, struct nr_chars name)
{
    uint32_t end = 0;
    uint32_t i = 0;
    while (i < name.length) {
        struct nr_char character = nr_char_at(name.bytes, i, name.length);
        uint32_t code = plain(nr_lower(character.code));
        enum nr_sort sort = nr_sort_of(code);
        bool word = nr_sort_is_letter(sort) || sort == NR_SORT_DIGIT;
        if (code != 0 && code < 128 && word) {
            out[end++] = (char)code;
        } else if (code != 0 && word) { /* as written, but for its casing */
            end += nr_fold(out + end, name.bytes + i, character.width);
        } else if (code != 0 && end > 0 && out[end - 1] != ' ') {
            out[end++] = ' ';
        }
        i += character.width;
    }
    return end > 0 && out[end - 1] == ' ' ? end - 1 : end;
}

static void cut_words(struct nr_called *called)
{
    uint32_t begin = 0;
    called->count = 0;
    while (begin < called->words.length && called->count < NR_CALLED_WORDS) {
        const char *from = called->words.bytes + begin;
        const char *space = memchr(from, ' ', called->words.length - begin);
        uint32_t length =
            space == NULL ? called->words.length - begin : (uint32_t)(space - from);
        called->word[called->count++] = (struct nr_chars){from, length};
        begin += length + 1;
    }
}

static void drop(struct nr_called *called, uint32_t word)
{
    called->count--;
    memmove(&called->word[word], &called->word[word + 1],
            (called->count - word) * sizeof called->word[0]);
}

/* Writes the words that are left together again. */
static bool join_words(struct nr_arena *arena, struct nr_called *called)
{
    uint32_t length = 0;
    for (uint32_t i = 0; i < called->count; i++) {
        length += called->word[i].length + 1;
    }
    char *joined = nr_arena_take_raw(arena, length + 1);
    uint32_t end = 0;
    called->full = 0;
    for (uint32_t i = 0; joined != NULL && i < called->count; i++) {
        if (i > 0) {
            joined[end++] = ' ';
        }
        memcpy(joined + end, called->word[i].bytes, called->word[i].length);
        called->word[i].bytes = joined + end;
        end += called->word[i].length;
        called->full += called->word[i].length > 1 ? 1 : 0;
    }
    called->words = (struct nr_chars){joined, end};
    return joined != NULL;
}

/* The lists that know a word however it is written. */
static uint64_t lists_of(struct nr_chars word)
{
    const struct nr_lexeme *lexeme = nr_lexicon_find(word.bytes, word.length);
    return lexeme == NULL ? 0
                          : nr_lexeme_lists(lexeme, NR_CASING_ANY) |
                                nr_lexeme_lists(lexeme, NR_CASING_CAPITAL) |
                                nr_lexeme_lists(lexeme, NR_CASING_UPPER);
}

/* ---- Persons ---- */

/* Short forms of given names: facts of English. */
static const char *const short_forms[][2] = {
    {"abe", "abraham"},     {"al", "albert"},      {"andy", "andrew"},
    {"ben", "benjamin"},    {"bernie", "bernard"}, {"bill", "william"},
    {"billy", "william"},   {"bob", "robert"},     {"bobby", "robert"},
    {"charlie", "charles"}, {"chuck", "charles"},  {"dan", "daniel"},
    {"dave", "david"},      {"dick", "richard"},   {"don", "donald"},
    {"ed", "edward"},       {"fred", "frederick"}, {"greg", "gregory"},
    {"jack", "john"},       {"jeff", "jeffrey"},   {"jim", "james"},
    {"jimmy", "james"},     {"joe", "joseph"},     {"ken", "kenneth"},
    {"larry", "lawrence"},  {"liz", "elizabeth"},  {"matt", "matthew"},
    {"mike", "michael"},    {"nick", "nicholas"},  {"pete", "peter"},
    {"phil", "philip"},     {"ray", "raymond"},    {"rob", "robert"},
    {"ron", "ronald"},      {"steve", "steven"},   {"stephen", "steven"},
    {"stuart", "stuart"},   {"sue", "susan"},      {"ted", "edward"},
    {"tim", "timothy"},     {"tom", "thomas"},     {"tommy", "thomas"},
    {"tony", "anthony"},    {"vince", "vincent"},
};

static struct nr_chars long_form(struct nr_chars given)
{
    for (size_t i = 0; i < sizeof short_forms / sizeof short_forms[0]; i++) {
        if (nr_chars_same(given, chars_of(short_forms[i][0]))) {
            return chars_of(short_forms[i][1]);
        }
    }
    return given;
}

/* What tells a son from his father, and one king from another. */
static const char *const generations[] = {"jr",  "junior", "sr", "senior", "ii",
                                          "iii", "iv",     "v",  NULL};

/* "Norland President Joe Marlow", in a headline: what stands up to a role is no name, if
 * two words are left. */
static void cut_role(struct nr_called *called)
{
    for (uint32_t i = called->count; i-- > 0;) {
        uint64_t lists = lists_of(called->word[i]);
        if (i + 2 < called->count && (lists & NR_IN(role_noun)) != 0 &&
            (lists & (NR_IN(given_name) | NR_IN(surname))) == 0) {
            called->count -= i + 1;
            memmove(called->word, called->word + i + 1,
                    called->count * sizeof called->word[0]);
            return;
        }
    }
}

/* "Vice President", "Dame": whoever has the title. */
static bool is_title(const struct nr_called *called)
{
    uint64_t titles = NR_IN(honorific) | NR_IN(role_noun) | NR_IN(person_noun);
    bool title = true;
    if ((lists_of(called->words) & titles) != 0 && called->count > 1) {
        return true;
    }
    for (uint32_t i = 0; i < called->count; i++) {
        uint64_t lists = lists_of(called->word[i]);
        title = title && (lists & titles) != 0 &&
                (lists & (NR_IN(given_name) | NR_IN(surname))) == 0;
    }
    return title;
}

/* Marlow Jr.: the generation goes before the family name, where it says more as a given
 * name does. */
static void cut_person(struct nr_called *called)
{
    cut_role(called);
    while (called->count > 1 && called->word[0].length > 1 &&
           (lists_of(called->word[0]) & (NR_IN(honorific) | NR_IN(given_name))) ==
               NR_IN(honorific)) {
        drop(called, 0);
    }
    while (called->count > 2 && called->word[called->count - 1].length > 1 &&
           (lists_of(called->word[called->count - 1]) & NR_IN(name_suffix)) != 0 &&
           !is_among(called->word[called->count - 1], generations)) {
        drop(called, called->count - 1);
    }
    if (called->count > 2 && is_among(called->word[called->count - 1], generations)) {
        struct nr_chars generation = called->word[called->count - 1];
        called->word[called->count - 1] = called->word[called->count - 2];
        called->word[called->count - 2] = generation;
    }
    if (called->count > 1) {
        called->word[0] = long_form(called->word[0]);
    }
    called->relative = is_title(called);
    uint64_t alone = lists_of(called->word[0]);
    called->given = called->count == 1 && (alone & NR_IN(given_name)) != 0;
    called->rare = called->count == 1 && alone == 0;
}

static bool given_fits(struct nr_chars shorter, struct nr_chars longer)
{
    return nr_chars_same(shorter, longer) ||
           (shorter.length == 1 && longer.bytes[0] == shorter.bytes[0]);
}

/* Suu Kyi, of Aung San Suu Kyi; van Sloot, of Jan van Sloot */
static bool is_tail(const struct nr_called *longer, const struct nr_called *shorter)
{
    uint32_t before = longer->count - shorter->count;
    for (uint32_t i = 0; i < shorter->count; i++) {
        if (!nr_chars_same(longer->word[before + i], shorter->word[i])) {
            return false;
        }
    }
    return shorter->full >= 2;
}

/* All given names of the shorter in the longer, in order, the first at the first. */
static bool person_fits(const struct nr_called *longer, const struct nr_called *shorter)
{
    if (shorter->count == 1) {
        for (uint32_t i = 0; i < longer->count; i++) {
            if (nr_chars_same(longer->word[i], shorter->word[0])) {
                return true;
            }
        }
        return false;
    }
    if (shorter->count > longer->count || is_tail(longer, shorter)) {
        return shorter->count <= longer->count;
    }
    uint32_t last = longer->count - 1;
    if (!nr_chars_same(longer->word[last], shorter->word[shorter->count - 1]) ||
        !given_fits(shorter->word[0], longer->word[0])) {
        return false;
    }
    uint32_t at = 0;
    for (uint32_t i = 0; i + 1 < shorter->count; i++, at++) {
        while (at < last && !given_fits(shorter->word[i], longer->word[at])) {
            at++;
        }
        if (at == last) {
            return false;
        }
    }
    return true;
}

/* ---- Bodies ---- */

/* What a state has one of: "French Senate" is the Senate, of FR. */
static const char *const state_organs[] = {
    "army",       "cabinet",  "congress",    "department",    "embassy",
    "government", "ministry", "navy",        "office",        "parliament",
    "senate",     "treasury", "secretariat", "supreme court", NULL};

/* Lists whose words alone are no name. */
#define NR_GENERAL                                                                       \
    (NR_IN(org_head) | NR_IN(body_noun) | NR_IN(org_suffix) | NR_IN(group_noun) |        \
     NR_IN(document_noun) | NR_IN(role_noun) | NR_IN(preposition) | NR_IN(determiner) |  \
     NR_IN(conjunction) | NR_IN(common_word))

static bool is_small(struct nr_chars word)
{
    return (lists_of(word) &
            (NR_IN(preposition) | NR_IN(determiner) | NR_IN(conjunction))) != 0;
}

/* u s -> us, f c -> fc */
static void join_letters(struct nr_called *called, char *letters)
{
    uint32_t end = 0;
    for (uint32_t i = 0; i < called->count; i++) {
        uint32_t run = i;
        while (run < called->count && called->word[run].length == 1) {
            run++;
        }
        if (run < i + 2) {
            continue;
        }
        char *from = letters + end;
        for (uint32_t k = i; k < run; k++) {
            letters[end++] = called->word[k].bytes[0];
        }
        called->word[i] = (struct nr_chars){from, run - i};
        while (--run > i) {
            drop(called, run);
        }
    }
}

/* "us" of "U.S. Senate": the country's code. */
static void cut_nation(struct nr_called *called)
{
    const struct nr_lexeme *lexeme =
        nr_lexicon_find(called->word[0].bytes, called->word[0].length);
    if (lexeme == NULL || called->count < 2 ||
        !is_among(called->word[called->count - 1], state_organs)) {
        return;
    }
    const struct nr_fact *fact = nr_lexeme_fact(lexeme, NR_LIST_demonym);
    fact = fact != NULL ? fact : nr_lexeme_fact(lexeme, NR_LIST_country);
    if (fact != NULL && fact->country[0] != 0) {
        memcpy(called->country, fact->country, sizeof called->country);
        drop(called, 0);
    }
}

static void cut_body(struct nr_called *called, char *letters)
{
    join_letters(called, letters);
    if (called->count > 1 && nr_chars_same(called->word[0], chars_of("the"))) {
        drop(called, 0);
    }
    for (uint32_t i = called->count; i-- > 1;) {
        if (nr_chars_same(called->word[i], chars_of("and"))) {
            drop(called, i);
        }
    }
    while (called->count > 1 &&
           (lists_of(called->word[called->count - 1]) & NR_IN(org_suffix)) != 0) {
        drop(called, called->count - 1);
    }
    cut_nation(called);
    called->common = true;
    for (uint32_t i = 0; i < called->count; i++) {
        called->common = called->common && (lists_of(called->word[i]) & NR_GENERAL) != 0;
    }
    uint64_t alone = called->count == 1 ? lists_of(called->word[0]) : 0;
    called->relative = (alone & NR_IN(body_noun)) != 0 &&
                       (alone & NR_IN(organisation)) == 0 && called->country[0] == 0 &&
                       !is_among(called->word[0], state_organs);
}

/* ---- The door ---- */

bool nr_called_make(struct nr_arena *arena, enum nr_type type, struct nr_chars name,
                    struct nr_called *called)
{
    *called = (struct nr_called){0};
    char *folded = nr_arena_take_raw(arena, (size_t)name.length * 2 + 2);
    if (folded == NULL) {
        return false;
    }
    called->words = (struct nr_chars){folded, fold(folded, name)};
    cut_words(called);
    if (called->count == 0) { /* nothing but marks: itself */
        called->word[0] = name;
        called->count = 1;
    } else if (type == NR_TYPE_PERSON) {
        cut_person(called);
    } else {
        cut_body(called, folded + name.length + 1);
    }
    return join_words(arena, called);
}

struct nr_chars nr_called_home(enum nr_type type, const struct nr_called *called)
{
    return type == NR_TYPE_PERSON ? called->word[called->count - 1] : called->words;
}

static bool add_key(struct nr_arena *arena, struct nr_chars word,
                    struct nr_called_key **keys)
{
    struct nr_called_key *key = nr_arena_take(arena, sizeof *key);
    if (key != NULL) {
        *key = (struct nr_called_key){word, *keys};
        *keys = key;
    }
    return key != NULL;
}

/* From one word to another, as they stand. */
static struct nr_chars words_between(const struct nr_called *called, uint32_t first,
                                     uint32_t end)
{
    const char *from = called->word[first].bytes;
    const char *to = called->word[end - 1].bytes + called->word[end - 1].length;
    return (struct nr_chars){from, (uint32_t)(to - from)};
}

/* A first or last word alone must name something: not "bank", of Bank of Norland. */
static bool add_part(struct nr_arena *arena, const struct nr_called *called,
                     struct nr_span words, struct nr_called_key **keys)
{
    bool general = true;
    for (uint32_t i = words.begin; i < words.end; i++) {
        general = general && (lists_of(called->word[i]) & NR_GENERAL) != 0;
    }
    return general || add_key(arena, words_between(called, words.begin, words.end), keys);
}

/* "World Health Organization": who; with small words and without. */
static bool add_initials(struct nr_arena *arena, const struct nr_called *called,
                         bool small, struct nr_called_key **keys)
{
    char *letters = nr_arena_take_raw(arena, NR_CALLED_WORDS);
    uint32_t count = 0;
    bool any = false;
    for (uint32_t i = 0; letters != NULL && i < called->count; i++) {
        bool is = is_small(called->word[i]);
        any = any || is;
        if (small || !is) {
            letters[count++] = called->word[i].bytes[0];
        }
    }
    bool told = count >= 2 && (!small || any);
    return letters != NULL &&
           (!told || add_key(arena, (struct nr_chars){letters, count}, keys));
}

bool nr_called_keys(struct nr_arena *arena, enum nr_type type,
                    const struct nr_called *called, struct nr_called_key **keys)
{
    uint32_t count = called->count;
    if (type == NR_TYPE_PERSON || count < 2) {
        return true;
    }
    /* The BBC is not BBC Sport. */
    bool part = (lists_of(called->word[0]) & NR_IN(organisation)) != 0;
    bool ok = (part || add_part(arena, called, nr_span_of(0, 1), keys)) &&
              add_part(arena, called, nr_span_of(count - 1, count), keys) &&
              add_initials(arena, called, false, keys) &&
              add_initials(arena, called, true, keys);
    if (ok && count > 2) {
        ok = add_part(arena, called, nr_span_of(0, 2), keys) &&
             add_part(arena, called, nr_span_of(count - 2, count), keys);
    }
    return ok;
}

bool nr_called_fuller(enum nr_type type, const struct nr_called *longer,
                      const struct nr_called *shorter)
{
    if (type != NR_TYPE_PERSON) {
        return longer->count > shorter->count;
    }
    bool more = longer->full != shorter->full ? longer->full > shorter->full
                                              : longer->count > shorter->count;
    return more && person_fits(longer, shorter);
}
