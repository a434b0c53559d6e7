/* text/shapes.c: see shapes.h. */
#include "text/shapes.h"

#include <stddef.h>
#include <string.h>

enum { HOST_BYTES = 255, ADDRESS_BYTES = 4096 };

static char small(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte)
{
    return small(byte) >= 'a' && small(byte) <= 'z';
}

/* Is it one of these words, whatever its casing? words ends with NULL. */
static bool is_one_of(const char *const *words, const char *bytes, uint32_t length)
{
    for (; *words != NULL; words++) {
        const char *word = *words;
        uint32_t i = 0;
        while (i < length && word[i] != 0 && small(bytes[i]) == word[i]) {
            i++;
        }
        if (i == length && word[i] == 0) {
            return true;
        }
    }
    return false;
}

bool nr_shapes_clitic(const char *bytes, uint32_t length)
{
    static const char *const clitics[] = {"s", "m", "d", "re", "ve", "ll", NULL};
    return is_one_of(clitics, bytes, length);
}

bool nr_shapes_elided(const char *bytes, uint32_t length)
{
    static const char *const elided[] = {
        "l",      "d",      "c",     "j",      "m",    "n",    "s",    "t",      "qu",
        "un",     "all",    "dell",  "nell",   "sull", "dall", "coll", "quest",  "quell",
        "lorsqu", "puisqu", "jusqu", "quoiqu", "dov",  "cos",  "sant", "nessun", NULL};
    return is_one_of(elided, bytes, length);
}

uint32_t nr_shapes_fused(const char *bytes, uint32_t length)
{
    static const char *const fused[] = {"cannot", "gonna", "gotta", "wanna",
                                        "gimme",  "lemme", NULL};
    return strchr("cgwl", small(bytes[0])) != NULL && is_one_of(fused, bytes, length) ? 3
                                                                                      : 0;
}

bool nr_shapes_unit(const char *bytes, uint32_t length)
{
    static const char *const units[] = {
        "am",  "pm",  "bn",  "mn", "tn",      "m",       "km",  "kg",  "cm",  "mm",
        "ft",  "lb",  "lbs", "oz", "mg",      "ml",      "mph", "kph", "kmh", "ghz",
        "mhz", "hz",  "gb",  "mb", "tb",      "kw",      "mw",  "gw",  "p",   "bps",
        "hrs", "min", "sec", "yd", "million", "billion", NULL};
    return is_one_of(units, bytes, length);
}

uint32_t nr_shapes_clipped_end(const char *bytes, uint32_t begin, uint32_t end)
{
    static const char *const clipped[] = {"em",   "tis",   "twas", "til",
                                          "till", "cause", NULL};
    uint32_t at = begin;
    while (at < end && at - begin < 8 && (is_letter(bytes[at]) || is_digit(bytes[at]))) {
        at++;
    }
    uint32_t length = at - begin;
    if (length >= 2 && length <= 3 && is_digit(bytes[begin]) &&
        is_digit(bytes[begin + 1])) {
        return length == 3 && small(bytes[begin + 2]) == 's' ? at : 0; /* '90s */
    }
    if (length == 1 && small(bytes[begin]) == 'n') { /* rock 'n' roll */
        bool straight = at < end && bytes[at] == '\'';
        bool curly = end - at >= 3 && memcmp(bytes + at, "\xE2\x80\x99", 3) == 0 &&
                     (end - at == 3 || (bytes[at + 3] & 0xC0) != 0x80);
        return straight ? at + 1 : curly ? at + 3 : 0;
    }
    return is_one_of(clipped, bytes + begin, length) ? at : 0;
}

/* How many digits from here. */
static uint32_t digits(const char *bytes, uint32_t at, uint32_t end)
{
    uint32_t after = at;
    while (after < end && is_digit(bytes[after])) {
        after++;
    }
    return after - at;
}

/* 2024-05-01, 555-0100, 201-555-0100: hyphens inside a number; a range (1990-95) is
 * three. */
static uint32_t hyphenated_end(const char *bytes, uint32_t begin, uint32_t end)
{
    uint32_t groups[4] = {0};
    uint32_t count = 0;
    uint32_t at = begin;
    while (count < 4) {
        groups[count] = digits(bytes, at, end);
        at += groups[count];
        count++;
        if (groups[count - 1] == 0 || at >= end || bytes[at] != '-') {
            break;
        }
        at++;
    }
    bool date = count == 3 && groups[0] == 4 && groups[1] == 2 && groups[2] == 2;
    bool telephone = (count == 2 && groups[0] == 3 && groups[1] == 4) ||
                     (count == 3 && groups[0] == 3 && groups[1] == 3 && groups[2] == 4);
    return date || telephone ? at : 0;
}

/* Does a number go on behind this sign? 1,000 and in some languages 3,5, but "13,14" is
 * two. */
static bool number_joins(const char *bytes, uint32_t at, uint32_t end, bool decimal_comma)
{
    uint32_t behind = at < end ? digits(bytes, at + 1, end) : 0;
    switch (behind > 0 ? bytes[at] : ' ') {
    case ',':
        return behind == 3 || decimal_comma;
    case '.':
    case ':':
    case '/':
        return true;
    default:
        return false;
    }
}

uint32_t nr_shapes_number_end(const char *bytes, uint32_t begin, uint32_t end,
                              bool decimal_comma)
{
    uint32_t at = begin + digits(bytes, begin, end);
    if (at == begin) {
        return begin;
    }
    if (at < end && bytes[at] == '-') {
        uint32_t hyphenated = hyphenated_end(bytes, begin, end);
        return hyphenated != 0 ? hyphenated : at;
    }
    while (number_joins(bytes, at, end, decimal_comma)) {
        at += 1 + digits(bytes, at + 1, end);
    }
    return at;
}

/* An address runs to the next space, less the punctuation of the sentence around it. */
static uint32_t address_tail(const char *bytes, uint32_t at, uint32_t end)
{
    uint32_t begin = at;
    end = end - begin > ADDRESS_BYTES ? begin + ADDRESS_BYTES : end;
    while (at < end && (unsigned char)bytes[at] > ' ' &&
           (unsigned char)bytes[at] < 0x7F && bytes[at] != '"' && bytes[at] != '<' &&
           bytes[at] != '>') {
        at++;
    }
    while (at > begin && strchr(".,;:!?)]}'", bytes[at - 1]) != NULL) {
        at--;
    }
    return at;
}

uint32_t nr_shapes_url_end(const char *bytes, uint32_t begin, uint32_t word_end,
                           uint32_t end)
{
    static const char *const schemes[] = {"http", "https", "ftp", NULL};
    static const char *const www[] = {"www", NULL};
    bool scheme = end - word_end > 3 && memcmp(bytes + word_end, "://", 3) == 0 &&
                  is_one_of(schemes, bytes + begin, word_end - begin);
    bool bare = end - word_end > 1 && bytes[word_end] == '.' &&
                is_letter(bytes[word_end + 1]) &&
                is_one_of(www, bytes + begin, word_end - begin);
    return scheme || bare ? address_tail(bytes, word_end, end) : 0;
}

static bool in_host(char byte)
{
    return is_letter(byte) || is_digit(byte) || byte == '.' || byte == '-';
}

uint32_t nr_shapes_host_run(const char *bytes, uint32_t begin, uint32_t end)
{
    uint32_t at = begin;
    while (at < end && at - begin < HOST_BYTES && in_host(bytes[at])) {
        at++;
    }
    return at;
}

/* The end of a host's name with a known top level, or 0. Words glued by a missing space
 * ("the end.It was") are why the list is short and in lower case. */
static uint32_t host_name_end(const char *bytes, uint32_t begin, uint32_t end)
{
    static const char *const tops[] = {"com",  "org", "net", "gov", "edu", "mil", "int",
                                       "info", "uk",  "eu",  "de",  "fr",  "es",  "ch",
                                       "nl",   "jp",  "cn",  "ru",  "au",  "nz",  NULL};
    uint32_t run = nr_shapes_host_run(bytes, begin, end);
    while (run > begin && !is_letter(bytes[run - 1]) && !is_digit(bytes[run - 1])) {
        run--;
    }
    uint32_t label = run;
    while (label > begin && bytes[label - 1] != '.') {
        label--;
    }
    bool lower = label < run && bytes[label] >= 'a' && bytes[label] <= 'z';
    return label > begin && lower && is_one_of(tops, bytes + label, run - label) ? run
                                                                                 : 0;
}

uint32_t nr_shapes_host_end(const char *bytes, uint32_t begin, uint32_t end)
{
    uint32_t host = host_name_end(bytes, begin, end);
    return host != 0 && host < end && bytes[host] == '/' ? address_tail(bytes, host, end)
                                                         : host;
}

uint32_t nr_shapes_mail_end(const char *bytes, uint32_t begin, uint32_t at, uint32_t end)
{
    for (uint32_t i = begin; i < at; i++) {
        if (!in_host(bytes[i]) && bytes[i] != '_' && bytes[i] != '+') {
            return 0;
        }
    }
    uint32_t run = nr_shapes_host_run(bytes, at + 1, end);
    while (run > at + 1 && !is_letter(bytes[run - 1]) && !is_digit(bytes[run - 1])) {
        run--;
    }
    bool stop = run > at + 1 && memchr(bytes + at + 1, '.', run - at - 1) != NULL;
    return stop ? run : 0;
}
