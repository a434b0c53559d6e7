/* text/word_cut.c: where does a word end?
 *
 *     don't -> do n't      O'Neil      non-lexical      well-known -> well - known
 *     U.S.  Mr.  J.        "vitamin A." -> A .          AT&T  f**k  ana.reis@example.org
 *
 * A word is a run of letters and digits. What ends the run is looked at: a row of
 * `joints` may know why the word goes on; a stop may belong to an abbreviation, an
 * initial or an address; an apostrophe may begin n't or end an elision. */
#include "text/reader.h"
#include "text/shapes.h"

#include <string.h>

enum { PLAIN_BYTES = 64 };

/* Does n't end here, so that the word stops before its n? at: the apostrophe. */
static bool is_not(const struct nr_reader *reader, uint32_t begin, uint32_t at)
{
    uint32_t after = at + nr_apostrophe_at(reader, at);
    char n = at > begin + 1 ? reader->bytes[at - 1] : ' ';
    char t = nr_byte_at(reader, after);
    return (n == 'n' || n == 'N') && (t == 't' || t == 'T') &&
           !nr_letter_or_digit_at(reader, after + 1);
}

/* French, Italian and Catalan: l'homme, d'Emmanuel, dell'Interno. */
static bool is_elision(const struct nr_reader *reader, uint32_t begin, uint32_t end)
{
    bool elides = reader->language == NR_LANGUAGE_FR ||
                  reader->language == NR_LANGUAGE_IT ||
                  reader->language == NR_LANGUAGE_CA;
    return elides && nr_shapes_elided(reader->bytes + begin, end - begin);
}

static struct nr_chars chars_of(const struct nr_reader *reader, uint32_t begin,
                                uint32_t end)
{
    return (struct nr_chars){reader->bytes + begin, end - begin};
}

/* A word as read so far, and where the walk goes on when it is complete. */
struct word {
    uint32_t begin;
    uint32_t end;
    uint32_t hash; /* of a plain word */
    struct nr_letters letters;
};

/* Why a word goes on past a character: each row looks at one that ended the run of
 * letters. It returns the byte from where letters are read again, or 0: the word ends. */
typedef uint32_t (*joint)(const struct nr_reader *reader, const struct word *word);

static uint32_t apostrophe_joint(const struct nr_reader *reader, const struct word *word)
{
    uint32_t width = nr_apostrophe_at(reader, word->end);
    if (width == 0 || !nr_letter_at(reader, word->end + width) ||
        nr_clitic_end(reader, word->end) != 0 || is_not(reader, word->begin, word->end) ||
        is_elision(reader, word->begin, word->end)) {
        return 0;
    }
    return word->end + width;
}

/* Only the first part is a prefix: not the de of "Fort-de-France". */
static uint32_t hyphen_joint(const struct nr_reader *reader, const struct word *word)
{
    bool part = word->begin > 0 && nr_byte_at(reader, word->begin - 1) == '-';
    if (part || nr_byte_at(reader, word->end) != '-' ||
        !nr_letter_or_digit_at(reader, word->end + 1)) {
        return 0;
    }
    uint64_t lists = nr_form_lists(reader->text, chars_of(reader, word->begin, word->end),
                                   nr_letters_shape(&word->letters));
    return (lists & NR_IN(joined_prefix)) != 0 ? word->end + 1 : 0;
}

static uint32_t ampersand_joint(const struct nr_reader *reader, const struct word *word)
{
    uint32_t width = 0;
    bool capitals = word->letters.lower == 0 && word->letters.upper > 0;
    return capitals && nr_byte_at(reader, word->end) == '&' &&
                   nr_sort_at(reader, word->end + 1, &width) == NR_SORT_UPPER
               ? word->end + 1
               : 0;
}

/* f**k: stars between the letters of one word. */
static uint32_t star_joint(const struct nr_reader *reader, const struct word *word)
{
    uint32_t at = word->end;
    while (nr_byte_at(reader, at) == '*') {
        at++;
    }
    return at > word->end && (nr_letter_at(reader, at) || at > word->end + 1) ? at : 0;
}

/* <KLT.N>, (0042.HK): between brackets a share's sign and its exchange are one word. */
static uint32_t exchange_joint(const struct nr_reader *reader, const struct word *word)
{
    enum { EXCHANGE_MOST = 3 };
    char open = word->begin > 0 ? nr_byte_at(reader, word->begin - 1) : ' ';
    uint32_t at = word->end + 1;
    while (nr_byte_at(reader, at) >= 'A' && nr_byte_at(reader, at) <= 'Z') {
        at++;
    }
    uint32_t letters = at - word->end - 1;
    char close = nr_byte_at(reader, at);
    bool bracketed = (open == '<' && close == '>') || (open == '(' && close == ')');
    return bracketed && word->letters.lower == 0 && letters > 0 &&
                   letters <= EXCHANGE_MOST
               ? word->end + 1
               : 0;
}

static const struct joint_row {
    const char *example;
    char byte; /* 0: not ASCII */
    joint goes_on;
} joints[] = {
    {"O'Neil", '\'', apostrophe_joint}, {"O’Neil", 0, apostrophe_joint},
    {"non-lexical", '-', hyphen_joint}, {"AT&T", '&', ampersand_joint},
    {"f**k", '*', star_joint},          {"<KLT.N>", '.', exchange_joint},
};

static uint32_t goes_on(const struct nr_reader *reader, const struct word *word)
{
    unsigned char byte = (unsigned char)nr_byte_at(reader, word->end);
    for (uint32_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        bool fits = byte < 0x80 ? joints[i].byte == (char)byte : joints[i].byte == 0;
        if (fits) {
            return joints[i].goes_on(reader, word);
        }
    }
    return 0;
}

/* ---- Words that hold stops: U.S., Mr., Amazon.com ---- */

/* U.S.  J.R.R.  a.m.  U.S: letters one by one, each with its stop. The end, or 0. */
static uint32_t acronym_end(const struct nr_reader *reader, uint32_t first_end)
{
    uint32_t at = first_end + 1; /* behind the first stop */
    uint32_t letters = 1;
    for (;;) {
        uint32_t width = 0;
        if (!nr_sort_is_letter(nr_sort_at(reader, at, &width)) ||
            nr_letter_or_digit_at(reader, at + width)) {
            break;
        }
        letters++;
        if (nr_byte_at(reader, at + width) != '.') {
            at += width;
            break;
        }
        at += width + 1;
    }
    return letters > 1 ? at : 0;
}

/* Does a new sentence seem to begin behind the stop: "Plan B. The council ..."? */
static bool function_word_after(const struct nr_reader *reader, uint32_t at)
{
    struct nr_letters letters = {0};
    uint32_t end = nr_letters_read(reader, at, &letters);
    uint64_t lists = nr_form_lists(reader->text, chars_of(reader, at, end),
                                   nr_letters_shape(&letters));
    return (lists & (NR_IN(determiner) | NR_IN(pronoun) | NR_IN(preposition) |
                     NR_IN(conjunction) | NR_IN(subordinator) | NR_IN(relative))) != 0;
}

/* vitamin A, Plan B: a letter that names a thing, not a person. */
static bool labels_letter(const struct nr_reader *reader)
{
    static const char *const labels[] = {"vitamin", "plan",  "grade",    "group",
                                         "class",   "type",  "category", "section",
                                         "option",  "point", "hepatitis"};
    uint32_t count = reader->text->tokens.count;
    for (uint32_t i = 0; count > 0 && i < sizeof labels / sizeof *labels; i++) {
        if (nr_token_is(reader->text, count - 1, labels[i])) {
            return true;
        }
    }
    return false;
}

/* J. D. Vance, but not "vitamin A. He": a lone capital before a name keeps its stop. */
static bool is_initial(const struct nr_reader *reader, const struct word *word)
{
    uint32_t after = word->end + 1;
    uint32_t width = 0;
    enum nr_sort sort = nr_sort_at(reader, after, &width);
    if (sort == NR_SORT_SPACE && width > 0) {
        after += width;
        sort = nr_sort_at(reader, after, &width);
    }
    return sort == NR_SORT_UPPER && !labels_letter(reader) &&
           !function_word_after(reader, after);
}

static bool is_abbreviation(const struct nr_reader *reader, const struct word *word)
{
    enum nr_shape shape = nr_letters_shape(&word->letters);
    if (word->letters.upper == 1 && word->end == word->begin + 1) {
        return false; /* c. is circa, C. an initial or the end of a sentence */
    }
    struct nr_chars with_stop = chars_of(reader, word->begin, word->end + 1);
    if ((nr_form_lists(reader->text, with_stop, shape) & NR_IN(abbreviation)) == 0) {
        return false;
    }
    /* "He said no." but "No. 10": an everyday word is short for something only before a
     * number. */
    uint64_t everyday = NR_IN(determiner) | NR_IN(pronoun) | NR_IN(preposition) |
                        NR_IN(negation) | NR_IN(adverb) | NR_IN(common_verb) |
                        NR_IN(auxiliary) | NR_IN(modal);
    struct nr_chars alone = chars_of(reader, word->begin, word->end);
    return (nr_form_lists(reader->text, alone, shape) & everyday) == 0 ||
           nr_digit_at(reader, word->end + 1) || nr_digit_at(reader, word->end + 2);
}

/* Ph.D.: listed with inner stops. */
static uint32_t listed_end(const struct nr_reader *reader, const struct word *word)
{
    uint32_t at = word->end;
    uint32_t found = 0;
    while (nr_byte_at(reader, at) == '.' && at - word->begin < 12) {
        struct nr_letters letters = {0};
        at = nr_letters_read(reader, at + 1, &letters);
        if (nr_byte_at(reader, at) != '.') {
            break;
        }
        struct nr_chars written = chars_of(reader, word->begin, at + 1);
        if ((nr_form_lists(reader->text, written, NR_SHAPE_MIXED) &
             NR_IN(abbreviation)) != 0) {
            found = at + 1;
        }
    }
    return found;
}

/* The end of a word that has a stop behind its letters, or 0: the stop is not part of it.
 */
static uint32_t stopped_end(struct nr_reader *reader, const struct word *word)
{
    uint32_t width = 0;
    (void)nr_sort_at(reader, word->begin, &width);
    bool single = word->begin + width == word->end;
    uint32_t end = 0;
    if (nr_letter_at(reader, word->end + 1)) {
        end = single ? acronym_end(reader, word->end) : listed_end(reader, word);
        if (end == 0 && word->end >= reader->no_host) {
            end = nr_shapes_host_end(reader->bytes, word->begin, reader->end);
            reader->no_host =
                end == 0 ? nr_shapes_host_run(reader->bytes, word->end, reader->end)
                         : reader->no_host;
        }
    }
    if (end != 0) {
        return end;
    }
    bool kept = (single && word->letters.upper == 1 && is_initial(reader, word)) ||
                (word->end - word->begin <= 12 && is_abbreviation(reader, word));
    return kept ? word->end + 1 : 0;
}

/* ---- Addresses ---- */

static uint32_t mail_end(struct nr_reader *reader, uint32_t begin)
{
    if (reader->next_at < begin) {
        const char *found =
            memchr(reader->bytes + begin, '@', (size_t)(reader->end - begin));
        reader->next_at = found != NULL ? (uint32_t)(found - reader->bytes) : reader->end;
    }
    if (reader->next_at >= reader->end || reader->next_at - begin > 64) {
        return 0;
    }
    return nr_shapes_mail_end(reader->bytes, begin, reader->next_at, reader->end);
}

/* The end of an address that begins with this word, or 0. */
static uint32_t address_end(struct nr_reader *reader, const struct word *word)
{
    char after = nr_byte_at(reader, word->end);
    if (after == ':' || after == '.') {
        uint32_t end =
            nr_shapes_url_end(reader->bytes, word->begin, word->end, reader->end);
        if (end != 0) {
            return end;
        }
    }
    return mail_end(reader, word->begin);
}

/* cannot = can + not, gonna = gon + na: the byte where the second part begins, or 0. */
static uint32_t fused_cut(const struct nr_reader *reader, const struct word *word)
{
    uint32_t length = word->end - word->begin;
    if (length < 5 || length > 6 || reader->language > NR_LANGUAGE_EN) {
        return 0;
    }
    uint32_t cut = nr_shapes_fused(reader->bytes + word->begin, length);
    return cut != 0 ? word->begin + cut : 0;
}

static uint32_t emit_word(struct nr_reader *reader, const struct word *word)
{
    uint32_t cut = fused_cut(reader, word);
    enum nr_shape shape = nr_letters_shape(&word->letters);
    if (cut != 0) {
        enum nr_shape second = shape == NR_SHAPE_UPPER ? shape : NR_SHAPE_LOWER;
        return nr_token_emit(reader, word->begin, cut, shape) &&
                       nr_token_emit(reader, cut, word->end, second)
                   ? word->end
                   : 0;
    }
    return nr_token_emit(reader, word->begin, word->end, shape) ? word->end : 0;
}

/* don't: do + n't. at: the apostrophe. */
static uint32_t emit_not(struct nr_reader *reader, const struct word *word)
{
    uint32_t n = word->end - 1;
    uint32_t end = word->end + nr_apostrophe_at(reader, word->end) + 1;
    return nr_token_emit(reader, word->begin, n,
                         nr_shape_between(reader, word->begin, n)) &&
                   nr_token_emit(reader, n, end, nr_shape_between(reader, n, end))
               ? end
               : 0;
}

/* Most words: ASCII letters, small behind the first. Where these end, and their hash in
 * lower case. */
static uint32_t read_plain(const struct nr_reader *reader, struct word *word)
{
    const char *bytes = reader->bytes;
    uint32_t left = reader->end - word->begin;
    uint32_t limit = word->begin + (left < PLAIN_BYTES ? left : PLAIN_BYTES);
    uint32_t at = word->begin;
    uint32_t hash = NR_HASH_BEGIN;
    if (bytes[at] >= 'A' && bytes[at] <= 'Z') {
        word->letters.upper = 1;
        word->letters.first_upper = true;
        hash = nr_hash_step(hash, (char)(bytes[at] | 0x20));
        at++;
    }
    uint32_t small = at;
    for (; at < limit && bytes[at] >= 'a' && bytes[at] <= 'z'; at++) {
        hash = nr_hash_step(hash, bytes[at]);
    }
    word->letters.lower = at - small;
    word->hash = nr_hash_end(hash);
    return at;
}

/* The word behind which no space or comma stands. */
static uint32_t cut_odd_word(struct nr_reader *reader, struct word *word)
{
    uint32_t begin = word->begin;
    uint32_t address = address_end(reader, word);
    if (address != 0) {
        return nr_token_emit(reader, begin, address, NR_SHAPE_OTHER) ? address : 0;
    }
    for (uint32_t on = goes_on(reader, word); on != 0; on = goes_on(reader, word)) {
        word->end = nr_letters_read(reader, on, &word->letters);
    }
    uint32_t width = nr_apostrophe_at(reader, word->end);
    if (width != 0 && is_not(reader, begin, word->end)) {
        return emit_not(reader, word);
    }
    if (width != 0 && nr_letter_at(reader, word->end + width) &&
        is_elision(reader, begin, word->end)) {
        word->end += width;
    } else if (nr_byte_at(reader, word->end) == '.') {
        uint32_t end = stopped_end(reader, word);
        if (end != 0) {
            enum nr_shape shape = nr_shape_between(reader, begin, end);
            return nr_token_emit(reader, begin, end, shape) ? end : 0;
        }
    } else if (nr_byte_at(reader, word->end) == '$' && word->letters.lower == 0 &&
               word->end - begin <= 3) { /* US$ 5, A$ 3 */
        uint32_t end = word->end + 1;
        return nr_token_emit(reader, begin, end, NR_SHAPE_OTHER) ? end : 0;
    }
    return emit_word(reader, word);
}

static bool parts_words(char byte)
{
    return byte == ' ' || byte == ',' || byte == '\n';
}

uint32_t nr_word_cut(struct nr_reader *reader, uint32_t begin)
{
    struct word word = {.begin = begin};
    word.end = read_plain(reader, &word);
    if (parts_words(nr_byte_at(reader, word.end)) && fused_cut(reader, &word) == 0) {
        enum nr_shape shape = word.letters.upper > 0 ? NR_SHAPE_CAPITAL : NR_SHAPE_LOWER;
        return nr_token_emit_plain(reader, begin, word.end, shape, word.hash) ? word.end
                                                                              : 0;
    }
    word.end = nr_letters_read(reader, word.end, &word.letters);
    return parts_words(nr_byte_at(reader, word.end)) ? emit_word(reader, &word)
                                                     : cut_odd_word(reader, &word);
}
