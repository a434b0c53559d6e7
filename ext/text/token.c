/* text/token.c: where does a word begin and end?
 *
 *     "Don't," Ms. O'Neil said, paying $3.5m at 10:30 a.m.
 *     " | Do | n't | , | " | Ms. | O'Neil | said | , | paying | $ | 3.5 | m | at | 10:30
 * | a.m.
 *
 * Universal Dependencies' cuts for English, made in one walk over a block: the first
 * character says what may begin here (word, number, mark, sign); each kind then looks at
 * what ends it. A word ends at the first character that is no letter or digit, unless a
 * row of `joints` knows why it goes on: the hyphen of non-lexical, the stops of U.S., the
 * apostrophe of O'Neil.
 *
 * Knowingly wrong: "Jan. 5" and "he said no. 5 of them" are told apart by lists alone; a
 * ' after a letter and before none stays a mark (the dogs' bowl, 'so he said') for quote/
 * to decide; words of scripts without spaces come out as one token a run. */
#include "text/token.h"

#include "text/fold.h"
#include "text/shapes.h"

#include <string.h>

/* Where the walk stands. All looks ahead end with the block. */
struct reader {
    struct nr_arena *arena;
    struct nr_text *text;
    const char *bytes;
    uint32_t begin; /* of the block */
    uint32_t end;
    uint32_t next_at; /* the next '@', or end */
    uint32_t no_host; /* up to here no host name begins: looked in vain */
    uint8_t language; /* enum nr_language */
    uint8_t flags;    /* of the next token */
};

static bool emit(struct reader *reader, uint32_t begin, uint32_t end, enum nr_shape shape)
{
    struct nr_text *text = reader->text;
    struct nr_chars written = {reader->bytes + begin, end - begin};
    uint32_t word = nr_word_intern(reader->arena, text, written, shape);
    if (word == NR_NONE || !nr_arena_tick(reader->arena, end - begin)) {
        return false;
    }
    if (text->tokens.count == text->tokens.capacity &&
        !nr_list_reserve(reader->arena, &text->tokens, sizeof *text->tokens.items, 1)) {
        return false;
    }
    text->tokens.items[text->tokens.count++] = (struct nr_token){.begin = begin,
                                                                 .end = end,
                                                                 .word = word,
                                                                 .shape = (uint8_t)shape,
                                                                 .flags = reader->flags};
    reader->flags = 0;
    return true;
}

static char byte_at(const struct reader *reader, uint32_t at)
{
    return at < reader->end ? reader->bytes[at] : ' ';
}

/* The sort of the character that begins at a byte; its width. Past the end: space. */
static enum nr_sort sort_at(const struct reader *reader, uint32_t at, uint32_t *width)
{
    if (at >= reader->end) {
        *width = 0;
        return NR_SORT_SPACE;
    }
    unsigned char byte = (unsigned char)reader->bytes[at];
    if (byte < 0x80) {
        *width = 1;
        return (enum nr_sort)nr_sort_of_ascii[byte];
    }
    struct nr_char c = nr_char_at(reader->bytes, at, reader->end);
    *width = c.width;
    return nr_sort_of_code(c.code);
}

static bool letter_at(const struct reader *reader, uint32_t at)
{
    uint32_t width = 0;
    return nr_sort_is_letter(sort_at(reader, at, &width));
}

static bool digit_at(const struct reader *reader, uint32_t at)
{
    char byte = byte_at(reader, at);
    return byte >= '0' && byte <= '9';
}

static bool letter_or_digit_at(const struct reader *reader, uint32_t at)
{
    uint32_t width = 0;
    enum nr_sort sort = sort_at(reader, at, &width);
    return nr_sort_is_letter(sort) || sort == NR_SORT_DIGIT;
}

/* What stands right before a byte of this block: space at its beginning. */
static enum nr_sort sort_before(const struct reader *reader, uint32_t at)
{
    if (at == reader->begin) {
        return NR_SORT_SPACE;
    }
    uint32_t width = 0;
    return sort_at(reader, nr_char_before(reader->bytes, reader->begin, at), &width);
}

/* ' ’ ʼ ´ and wrongly turned ‘: how wide, or 0. */
static uint32_t apostrophe_at(const struct reader *reader, uint32_t at)
{
    if (at >= reader->end) {
        return 0;
    }
    unsigned char byte = (unsigned char)reader->bytes[at];
    if (byte < 0x80) {
        return byte == '\'';
    }
    struct nr_char c = nr_char_at(reader->bytes, at, reader->end);
    return c.code == 0x2019 || c.code == 0x2018 || c.code == 0x02BC || c.code == 0xB4
               ? c.width
               : 0;
}

/* ---- Words ---- */

/* What a word's letters are, gathered while it is read. */
struct letters {
    uint32_t upper;
    uint32_t lower;
    uint32_t other;
    uint32_t digits;
    bool first_upper;
};

static uint32_t read_letters(const struct reader *reader, uint32_t at,
                             struct letters *letters)
{
    bool first = letters->upper + letters->lower + letters->other + letters->digits == 0;
    while (at < reader->end) {
        uint32_t width = 0;
        enum nr_sort sort = sort_at(reader, at, &width);
        if (sort == NR_SORT_LOWER) {
            letters->lower++;
        } else if (sort == NR_SORT_UPPER) {
            letters->upper++;
            letters->first_upper = letters->first_upper || first;
        } else if (sort == NR_SORT_LETTER) {
            letters->other++;
        } else if (sort == NR_SORT_DIGIT) {
            letters->digits++;
        } else {
            break;
        }
        first = false;
        at += width;
    }
    return at;
}

static enum nr_shape shape_of(const struct letters *letters)
{
    if (letters->upper == 0) {
        bool only_other = letters->lower == 0;
        return only_other && letters->digits == 0 ? NR_SHAPE_OTHER
               : only_other                       ? NR_SHAPE_NUMBER
                                                  : NR_SHAPE_LOWER;
    }
    if (letters->lower == 0) {
        return letters->upper + letters->digits > 1 ? NR_SHAPE_UPPER : NR_SHAPE_CAPITAL;
    }
    return letters->first_upper && letters->upper == 1 ? NR_SHAPE_CAPITAL
                                                       : NR_SHAPE_MIXED;
}

static enum nr_shape shape_between(const struct reader *reader, uint32_t begin,
                                   uint32_t end)
{
    struct letters letters = {0};
    for (uint32_t at = begin; at < end;) {
        uint32_t after = read_letters(reader, at, &letters);
        uint32_t width = 0;
        (void)sort_at(reader, after, &width);
        at = after < end ? after + width : end;
    }
    return shape_of(&letters);
}

/* The clitic that begins with the apostrophe at a byte: its end, or 0. 's 'm 'd 're 've
 * 'll. */
static uint32_t clitic_end(const struct reader *reader, uint32_t at)
{
    uint32_t begin = at + apostrophe_at(reader, at);
    uint32_t end = begin;
    while (end < reader->end && end - begin < 3 && letter_or_digit_at(reader, end)) {
        end++;
    }
    return nr_shapes_clitic(reader->bytes + begin, end - begin) ? end : 0;
}

/* Does n't end here, so that the word stops before its n? at: the apostrophe. */
static bool is_not(const struct reader *reader, uint32_t begin, uint32_t at)
{
    uint32_t after = at + apostrophe_at(reader, at);
    char n = at > begin + 1 ? reader->bytes[at - 1] : ' ';
    char t = byte_at(reader, after);
    return (n == 'n' || n == 'N') && (t == 't' || t == 'T') &&
           !letter_or_digit_at(reader, after + 1);
}

/* French, Italian and Catalan: l'homme, d'Emmanuel, dell'Interno. */
static bool is_elision(const struct reader *reader, uint32_t begin, uint32_t end)
{
    bool elides = reader->language == NR_LANGUAGE_FR ||
                  reader->language == NR_LANGUAGE_IT ||
                  reader->language == NR_LANGUAGE_CA;
    return elides && nr_shapes_elided(reader->bytes + begin, end - begin);
}

static struct nr_chars chars_of(const struct reader *reader, uint32_t begin, uint32_t end)
{
    return (struct nr_chars){reader->bytes + begin, end - begin};
}

/* A word as read so far, and where the walk goes on when it is complete. */
struct word {
    uint32_t begin;
    uint32_t end;
    struct letters letters;
};

/* Why a word goes on past a character: each row looks at one that ended the run of
 * letters. It returns the byte from where letters are read again, or 0: the word ends. */
typedef uint32_t (*joint)(const struct reader *reader, const struct word *word);

static uint32_t apostrophe_joint(const struct reader *reader, const struct word *word)
{
    uint32_t width = apostrophe_at(reader, word->end);
    if (width == 0 || !letter_at(reader, word->end + width) ||
        clitic_end(reader, word->end) != 0 || is_not(reader, word->begin, word->end) ||
        is_elision(reader, word->begin, word->end)) {
        return 0;
    }
    return word->end + width;
}

static uint32_t hyphen_joint(const struct reader *reader, const struct word *word)
{
    if (byte_at(reader, word->end) != '-' || !letter_or_digit_at(reader, word->end + 1)) {
        return 0;
    }
    uint64_t lists = nr_form_lists(reader->text, chars_of(reader, word->begin, word->end),
                                   shape_of(&word->letters));
    return (lists & NR_IN(joined_prefix)) != 0 ? word->end + 1 : 0;
}

static uint32_t ampersand_joint(const struct reader *reader, const struct word *word)
{
    uint32_t width = 0;
    bool capitals = word->letters.lower == 0 && word->letters.upper > 0;
    return capitals && byte_at(reader, word->end) == '&' &&
                   sort_at(reader, word->end + 1, &width) == NR_SORT_UPPER
               ? word->end + 1
               : 0;
}

/* f**k: stars between the letters of one word. */
static uint32_t star_joint(const struct reader *reader, const struct word *word)
{
    uint32_t at = word->end;
    while (byte_at(reader, at) == '*') {
        at++;
    }
    return at > word->end && (letter_at(reader, at) || at > word->end + 1) ? at : 0;
}

static const struct joint_row {
    const char *example;
    char byte; /* 0: not ASCII */
    joint goes_on;
} joints[] = {
    {"O'Neil", '\'', apostrophe_joint}, {"O’Neil", 0, apostrophe_joint},
    {"non-lexical", '-', hyphen_joint}, {"AT&T", '&', ampersand_joint},
    {"f**k", '*', star_joint},
};

static uint32_t goes_on(const struct reader *reader, const struct word *word)
{
    unsigned char byte = (unsigned char)byte_at(reader, word->end);
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
static uint32_t acronym_end(const struct reader *reader, uint32_t first_end)
{
    uint32_t at = first_end + 1; /* behind the first stop */
    uint32_t letters = 1;
    for (;;) {
        uint32_t width = 0;
        if (!nr_sort_is_letter(sort_at(reader, at, &width)) ||
            letter_or_digit_at(reader, at + width)) {
            break;
        }
        letters++;
        if (byte_at(reader, at + width) != '.') {
            at += width;
            break;
        }
        at += width + 1;
    }
    return letters > 1 ? at : 0;
}

/* Does a new sentence seem to begin behind the stop: "Plan B. The council ..."? */
static bool function_word_after(const struct reader *reader, uint32_t at)
{
    struct letters letters = {0};
    uint32_t end = read_letters(reader, at, &letters);
    uint64_t lists =
        nr_form_lists(reader->text, chars_of(reader, at, end), shape_of(&letters));
    return (lists & (NR_IN(determiner) | NR_IN(pronoun) | NR_IN(preposition) |
                     NR_IN(conjunction) | NR_IN(subordinator) | NR_IN(relative))) != 0;
}

/* vitamin A, Plan B: a letter that names a thing, not a person. */
static bool labels_letter(const struct reader *reader)
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
static bool is_initial(const struct reader *reader, const struct word *word)
{
    uint32_t after = word->end + 1;
    uint32_t width = 0;
    enum nr_sort sort = sort_at(reader, after, &width);
    if (sort == NR_SORT_SPACE && width > 0) {
        after += width;
        sort = sort_at(reader, after, &width);
    }
    return sort == NR_SORT_UPPER && !labels_letter(reader) &&
           !function_word_after(reader, after);
}

static bool is_abbreviation(const struct reader *reader, const struct word *word)
{
    enum nr_shape shape = shape_of(&word->letters);
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
           digit_at(reader, word->end + 1) || digit_at(reader, word->end + 2);
}

/* Ph.D.: listed with inner stops. */
static uint32_t listed_end(const struct reader *reader, const struct word *word)
{
    uint32_t at = word->end;
    uint32_t found = 0;
    while (byte_at(reader, at) == '.' && at - word->begin < 12) {
        struct letters letters = {0};
        at = read_letters(reader, at + 1, &letters);
        if (byte_at(reader, at) != '.') {
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
static uint32_t stopped_end(struct reader *reader, const struct word *word)
{
    uint32_t width = 0;
    (void)sort_at(reader, word->begin, &width);
    bool single = word->begin + width == word->end;
    uint32_t end = 0;
    if (letter_at(reader, word->end + 1)) {
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

static uint32_t next_at_sign(const struct reader *reader, uint32_t from)
{
    const char *found = memchr(reader->bytes + from, '@', (size_t)(reader->end - from));
    return found != NULL ? (uint32_t)(found - reader->bytes) : reader->end;
}

static uint32_t mail_end(struct reader *reader, uint32_t begin)
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
static uint32_t address_end(struct reader *reader, const struct word *word)
{
    char after = byte_at(reader, word->end);
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
static uint32_t fused_cut(const struct reader *reader, const struct word *word)
{
    uint32_t length = word->end - word->begin;
    if (length < 5 || length > 6 || reader->language > NR_LANGUAGE_EN) {
        return 0;
    }
    uint32_t cut = nr_shapes_fused(reader->bytes + word->begin, length);
    return cut != 0 ? word->begin + cut : 0;
}

static uint32_t emit_word(struct reader *reader, const struct word *word)
{
    uint32_t cut = fused_cut(reader, word);
    enum nr_shape shape = shape_of(&word->letters);
    if (cut != 0) {
        enum nr_shape second = shape == NR_SHAPE_UPPER ? shape : NR_SHAPE_LOWER;
        return emit(reader, word->begin, cut, shape) &&
                       emit(reader, cut, word->end, second)
                   ? word->end
                   : 0;
    }
    return emit(reader, word->begin, word->end, shape) ? word->end : 0;
}

/* don't: do + n't. at: the apostrophe. */
static uint32_t emit_not(struct reader *reader, const struct word *word)
{
    uint32_t n = word->end - 1;
    uint32_t end = word->end + apostrophe_at(reader, word->end) + 1;
    return emit(reader, word->begin, n, shape_between(reader, word->begin, n)) &&
                   emit(reader, n, end, shape_between(reader, n, end))
               ? end
               : 0;
}

static uint32_t cut_word(struct reader *reader, uint32_t begin)
{
    struct word word = {.begin = begin, .end = begin};
    while (word.end < reader->end &&
           nr_sort_of_ascii[reader->bytes[word.end] & 0x7F] == NR_SORT_LOWER &&
           reader->bytes[word.end] > 0) {
        word.end++;
    }
    word.letters.lower = word.end - begin;
    word.end = read_letters(reader, word.end, &word.letters);
    char after = byte_at(reader, word.end);
    if (after == ' ' || after == ',') { /* most words */
        return emit_word(reader, &word);
    }
    uint32_t address = address_end(reader, &word);
    if (address != 0) {
        return emit(reader, begin, address, NR_SHAPE_OTHER) ? address : 0;
    }
    for (uint32_t on = goes_on(reader, &word); on != 0; on = goes_on(reader, &word)) {
        word.end = read_letters(reader, on, &word.letters);
    }
    uint32_t width = apostrophe_at(reader, word.end);
    if (width != 0 && is_not(reader, begin, word.end)) {
        return emit_not(reader, &word);
    }
    if (width != 0 && letter_at(reader, word.end + width) &&
        is_elision(reader, begin, word.end)) {
        word.end += width;
    } else if (byte_at(reader, word.end) == '.') {
        uint32_t end = stopped_end(reader, &word);
        if (end != 0) {
            return emit(reader, begin, end, shape_between(reader, begin, end)) ? end : 0;
        }
    } else if (byte_at(reader, word.end) == '$' && word.letters.lower == 0 &&
               word.end - begin <= 3) { /* US$ 5, A$ 3 */
        return emit(reader, begin, word.end + 1, NR_SHAPE_OTHER) ? word.end + 1 : 0;
    }
    return emit_word(reader, &word);
}

/* ---- Numbers, marks, signs ---- */

static uint32_t cut_number(struct reader *reader, uint32_t begin)
{
    bool comma = reader->language > NR_LANGUAGE_EN; /* 3,5 where it is decimal */
    uint32_t end = nr_shapes_number_end(reader->bytes, begin, reader->end, comma);
    if (end == begin) { /* a digit that is not ASCII: ½ ٣ */
        struct letters letters = {0};
        end = read_letters(reader, begin, &letters);
    }
    if (letter_at(reader, end)) {
        struct letters letters = {0};
        uint32_t word_end = read_letters(reader, end, &letters);
        bool unit = nr_shapes_unit(reader->bytes + end, word_end - end);
        end = unit ? end : word_end; /* 5m = 5 + m, but 10th, 1990s, 3D */
    }
    return emit(reader, begin, end, NR_SHAPE_NUMBER) ? end : 0;
}

/* An apostrophe that begins a word: 's ’90s ’em 'n'. The end of that token, or 0: it is a
 * mark. */
static uint32_t leading_apostrophe_end(const struct reader *reader, uint32_t at)
{
    uint32_t width = apostrophe_at(reader, at);
    if (width == 0) {
        return 0;
    }
    enum nr_sort before = sort_before(reader, at);
    bool attached = before != NR_SORT_SPACE && before != NR_SORT_MARK;
    uint32_t clitic = clitic_end(reader, at);
    if (clitic != 0 &&
        (attached || clitic - at - width > 1 || byte_at(reader, clitic) == ' ')) {
        return clitic;
    }
    return attached && before != NR_SORT_PUNCT && before != NR_SORT_DASH
               ? 0
               : nr_shapes_clipped_end(reader->bytes, at + width, reader->end);
}

/* 6'2": feet and inches are no marks. */
static bool is_measure(const struct reader *reader, uint32_t at)
{
    char mark = reader->bytes[at];
    if (sort_before(reader, at) != NR_SORT_DIGIT) {
        return false;
    }
    if (mark == '\'') {
        return digit_at(reader, at + 1);
    }
    uint32_t back = at;
    while (back > reader->begin && at - back < 4 && reader->bytes[back - 1] >= '0' &&
           reader->bytes[back - 1] <= '9') {
        back--;
    }
    return mark == '"' && back > reader->begin && reader->bytes[back - 1] == '\'';
}

/* Does the same single mark follow right behind, to make a double one: '' `` ‘‘ ’’? Of
 * three that close, ''She said, 'No''', the first is the single one. */
static bool is_doubled(const struct reader *reader, uint32_t at)
{
    uint32_t code = nr_char_at(reader->bytes, at, reader->end).code;
    bool single = code == '\'' || code == '`' || code == 0x2018 || code == 0x2019;
    uint32_t run = 0;
    for (uint32_t next = at; single && run < 4 && next < reader->end; run++) {
        struct nr_char c = nr_char_at(reader->bytes, next, reader->end);
        if (c.code != code) {
            break;
        }
        next += c.width;
    }
    return run >= 2 && (run != 3 || sort_before(reader, at) == NR_SORT_SPACE);
}

static uint32_t cut_mark(struct reader *reader, uint32_t begin)
{
    uint32_t clipped = leading_apostrophe_end(reader, begin);
    if (clipped != 0) {
        uint32_t width = apostrophe_at(reader, begin);
        enum nr_shape shape = digit_at(reader, begin + width)
                                  ? NR_SHAPE_NUMBER
                                  : shape_between(reader, begin + width, clipped);
        return emit(reader, begin, clipped, shape) ? clipped : 0;
    }
    if (is_measure(reader, begin)) {
        return emit(reader, begin, begin + 1, NR_SHAPE_OTHER) ? begin + 1 : 0;
    }
    uint32_t width = nr_char_at(reader->bytes, begin, reader->end).width;
    uint32_t end = begin + width * (is_doubled(reader, begin) ? 2 : 1);
    return emit(reader, begin, end, NR_SHAPE_MARK) ? end : 0;
}

/* Runs of one sign are one token: ... -- !!! ?! */
static uint32_t cut_punct(struct reader *reader, uint32_t begin)
{
    char first = reader->bytes[begin];
    uint32_t end = begin + nr_char_at(reader->bytes, begin, reader->end).width;
    if (first == '.' || first == '-') {
        while (byte_at(reader, end) == first) {
            end++;
        }
    } else if (first == '!' || first == '?') {
        while (byte_at(reader, end) == '!' || byte_at(reader, end) == '?') {
            end++;
        }
    }
    return emit(reader, begin, end, NR_SHAPE_PUNCT) ? end : 0;
}

/* @handle, #tag, $, and bytes that are nothing. */
static uint32_t cut_other(struct reader *reader, uint32_t begin)
{
    char first = reader->bytes[begin];
    uint32_t end = begin + nr_char_at(reader->bytes, begin, reader->end).width;
    bool tag = (first == '@' || first == '#') && letter_at(reader, end);
    if (tag) {
        struct letters letters = {0};
        end = read_letters(reader, end, &letters);
    }
    return emit(reader, begin, end, NR_SHAPE_OTHER) ? end : 0;
}

static uint32_t cut_at(struct reader *reader, uint32_t at, enum nr_sort sort)
{
    switch (sort) {
    case NR_SORT_LOWER:
    case NR_SORT_UPPER:
    case NR_SORT_LETTER:
        return cut_word(reader, at);
    case NR_SORT_DIGIT:
        return cut_number(reader, at);
    case NR_SORT_MARK:
        return cut_mark(reader, at);
    case NR_SORT_DASH:
    case NR_SORT_PUNCT:
        return cut_punct(reader, at);
    case NR_SORT_SPACE:
    case NR_SORT_OTHER:
        break;
    }
    return cut_other(reader, at);
}

static uint32_t skip_space(struct reader *reader, uint32_t at)
{
    uint32_t from = at;
    uint32_t width = 1;
    for (enum nr_sort sort = NR_SORT_SPACE; sort == NR_SORT_SPACE && width > 0;) {
        bool line = reader->bytes[at] == '\n' || reader->bytes[at] == '\r';
        reader->flags |=
            (uint8_t)(line ? NR_TOKEN_SPACE | NR_TOKEN_LINE : NR_TOKEN_SPACE);
        (void)sort_at(reader, at, &width);
        at += width;
        sort = sort_at(reader, at, &width);
    }
    (void)nr_arena_tick(reader->arena, at - from); /* the next token asks again */
    return at;
}

bool nr_tokens_cut(struct nr_arena *arena, struct nr_text *text,
                   const struct nr_block *block)
{
    struct reader reader = {.arena = arena,
                            .text = text,
                            .bytes = text->bytes,
                            .begin = block->span.begin,
                            .end = block->span.end,
                            .language = block->language};
    reader.next_at = next_at_sign(&reader, reader.begin);
    reader.flags = block->span.begin > 0 ? NR_TOKEN_SPACE | NR_TOKEN_LINE : 0;
    uint32_t at = block->span.begin;
    while (at < reader.end) {
        uint32_t width = 0;
        enum nr_sort sort = sort_at(&reader, at, &width);
        if (sort == NR_SORT_SPACE) {
            at = skip_space(&reader, at);
            continue;
        }
        at = cut_at(&reader, at, sort);
        if (at == 0) {
            return false;
        }
    }
    return arena->status == NR_OK;
}
