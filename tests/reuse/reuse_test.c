/* reuse_test.c: keys, similarities, shingles and sketches of words given. */
#include "harness.h"
#include "reuse/reuse.h"

static const struct {
    const char *name;
    const char *a;
    const char *b;
    bool same;
} keys[] = {
    {"casing", "We Will Not Pay.", "WE WILL NOT PAY", true},
    {"quotation marks of every kind", "\"We will 'not' pay\"",
     "\xC2\xABWe will \xE2\x80\x9Enot\xE2\x80\x9C pay\xC2\xBB", true},
    {"dashes", "We will \xE2\x80\x93 never \xE2\x80\x94 pay", "We will - never -- pay",
     true},
    {"ellipses", "We will ... never pay\xE2\x80\xA6", "We will never pay", true},
    {"an ellipsis between brackets", "We will (...) never [\xE2\x80\xA6] pay",
     "We will never pay", true},
    {"an insertion", "We will [the council] never pay (laughs)", "We will never pay",
     true},
    {"a letter between brackets", "[W]e work[ed] here", "We worked here", true},
    {"a footnote", "We will pay[1] soon", "We will pay soon", true},
    {"an insertion changes no other words", "We will [the council] never pay",
     "We will never ever pay", false},
    {"a bracket left open", "We will (never pay", "We will never pay", true},
    {"a bracket closed too late",
     "We [a b c d e f g h i j k l m n o p q r s t u v w x y z "
     "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k] pay",
     "We pay", false},
    {"line ends", "We will\r\nnever\n\npay", "We will never pay", true},
    {"a word cut at the end of a line", "We will re-\nopen it", "We will reopen it",
     true},
    {"hyphens",
     "a well-known twenty\xE2\x80\x91"
     "five",
     "a well known twenty five", true},
    {"apostrophes", "It\xE2\x80\x99s the city's", "Its the citys", true},
    {"accents", "Jos\xC3\xA9 Mu\xC3\xB1oz, S\xC5\x82upsk", "Jose Munoz, Slupsk", true},
    {"accents set apart", "Jose\xCC\x81", "Jos\xC3\xA9", true},
    {"accents set apart, Cyrillic", "\xD0\xB8\xCC\x86", "\xD0\x99", true},
    {"two letters in one",
     "C\xC5\x93ur, stra\xC3\x9F"
     "e, \xEF\xAC\x81n",
     "Coeur, strasse, fin", true},
    {"a last sigma", "\xCE\x9D\xCE\x9F\xCE\x9C\xCE\x9F\xCE\xA3",
     "\xCE\xBD\xCF\x8C\xCE\xBC\xCE\xBF\xCF\x82", true},
    {"Vietnamese", "Vi\xE1\xBB\x87t", "viet", true},
    {"wide letters", "\xEF\xBC\xAE\xEF\xBD\x8F", "no", true},
    {"a soft hyphen", "coun\xC2\xADtry", "country", true},
    {"thousands", "1,500 jobs", "1500 jobs", true},
    {"a decimal point counts", "1.5 percent", "15 percent", false},
    {"a decimal comma is a point", "1,5 percent", "1.5 percent", true},
    {"figures apart", "1 5 percent", "15 percent", false},
    {"currencies", "$5 now",
     "\xE2\x82\xAC"
     "5 now",
     false},
    {"other words", "We will never pay", "We will ever pay", false},
    {"another order", "pay we will", "we will pay", false},
    {"bytes that are no text", "We \xFF\xFE will \xE2\x80 pay", "We will pay", true},
};

static void test_keys(void)
{
    for (size_t i = 0; i < TEST_COUNT(keys); i++) {
        uint64_t a = 0;
        uint64_t b = 0;
        test_case(keys[i].name);
        test_bool("key of a", nr_quote_key(keys[i].a, strlen(keys[i].a), &a) > 0, true);
        test_bool("key of b", nr_quote_key(keys[i].b, strlen(keys[i].b), &b) > 0, true);
        test_bool("same key", a == b, keys[i].same);
    }
    static const char *const empty[] = {"", "...", "\" \xE2\x80\x93 \"", "[sic]", "\xFF"};
    for (size_t i = 0; i < TEST_COUNT(empty); i++) {
        uint64_t key;
        test_case(empty[i][0] != 0 ? empty[i] : "an empty text");
        test_bool("a key", nr_quote_key(empty[i], strlen(empty[i]), &key) > 0, false);
    }
}

/* The key is kept in databases: it may change with a version, not by accident. */
static void test_key_as_text(void)
{
    char text[NR_KEY_BYTES];
    uint64_t key = 0;
    test_case("a key as text");
    nr_quote_key("We will never pay.", 18, &key);
    nr_quote_key_write(key, text);
    test_string("the key", text, "a70e1cdd861c84d2");
    nr_quote_key_write(0x0123456789ABCDEFu, text);
    test_string("all digits", text, "0123456789abcdef");
    test_case("the text ends at U+0000");
    uint64_t cut = 0;
    nr_quote_key("We will never pay\0 more", 23, &cut);
    test_bool("same key", key == cut, true);
}

static const struct {
    const char *name;
    const char *a;
    const char *b;
    uint32_t least;
    uint32_t most;
} similar[] = {
    {"the same words", "We will never re-open the mine.",
     "we will never RE-OPEN the mine", 100, 100},
    {"one word", "No", "\"No!\"", 100, 100},
    {"one word and another", "No", "Yes", 0, 0},
    {"no words", "...", "We will pay", 0, 0},
    {"no words twice", "", "", 0, 0},
    {"cut at its end", "We will never re-open the mine at Brack, not in my lifetime.",
     "We will never re-open the mine", 100, 100},
    {"cut at its beginning",
     "We will never re-open the mine at Brack, not in my lifetime.",
     "never re-open the mine at Brack, not in my lifetime", 100, 100},
    {"cut in the middle",
     "We asked them three times, in writing and by telephone, and nobody has answered "
     "us.",
     "We asked them three times ... and nobody has answered us.", 100, 100},
    {"a word for another", "We will never re-open the mine at Brack, not in my lifetime.",
     "We shall never re-open the mine at Brack, not in my lifetime.", 80, 99},
    {"some words for others",
     "Nobody in this town was told that the school would close before the summer.",
     "No one in this town had been told that the school will close before summer.", 60,
     95},
    {"a denial between", "We will re-open the mine at Brack before the winter comes.",
     "We will never re-open the mine at Brack before the winter comes.", 0, 60},
    {"don't", "I think they know what happened on that night in the harbour.",
     "I think they don't know what happened on that night in the harbour.", 0, 60},
    {"never and never again", "We will never re-open the mine at Brack before winter.",
     "We will never - never! - re-open the mine at Brack before winter.", 90, 100},
    {"don't is do not", "I think they do not know what happened on that night at sea.",
     "I think they don't know what happened on that night at sea.", 75, 100},
    {"a denial in French",
     "Nous allons signer cet accord avec la ville avant la fin du mois.",
     "Nous n'allons pas signer cet accord avec la ville avant la fin du mois.", 0, 60},
    {"another figure", "Prices in the region rose by 4.2 percent in the year to May.",
     "Prices in the region rose by 3.9 percent in the year to May.", 0, 60},
    {"another number in words",
     "We will close three of our plants in the north next year.",
     "We will close seven of our plants in the north next year.", 0, 60},
    {"a number written out is no other number",
     "We will close 3 of our plants in the north of the country next year.",
     "We will close three of our plants in the north of the country next year.", 75, 100},
    {"the same topic",
     "The mine at Brack will be closed for good by the end of the year.",
     "Nobody has told us yet when the mine at Brack is going to close.", 0, 40},
    {"the same phrase",
     "At the end of the day, what matters is that the team won the cup.",
     "At the end of the day, what matters is the people who lost their homes.", 0, 69},
};

static uint32_t similarity(const char *a, size_t a_size, const char *b, size_t b_size)
{
    struct test_memory memory = {0};
    struct nr_host host = test_host(&memory);
    struct nr_arena arena;
    nr_arena_open(&arena, &host);
    uint32_t found = nr_quote_similarity(&arena, a, a_size, b, b_size);
    test_number("status", arena.status, NR_OK);
    nr_arena_close(&arena);
    test_number("memory left", (int64_t)memory.held, 0);
    return found;
}

static void test_similarities(void)
{
    for (size_t i = 0; i < TEST_COUNT(similar); i++) {
        const char *a = similar[i].a;
        const char *b = similar[i].b;
        test_case(similar[i].name);
        uint32_t found = similarity(a, strlen(a), b, strlen(b));
        if (test_wrong(found >= similar[i].least && found <= similar[i].most)) {
            printf("FAIL %s: similarity is %u, expected %u to %u\n", similar[i].name,
                   found, similar[i].least, similar[i].most);
        }
        test_number("the other way round", similarity(b, strlen(b), a, strlen(a)), found);
    }
}

static const struct {
    const char *name;
    const char *a;
    const char *b;
    enum nr_kinship kinship;
} pairs[] = {
    {"other marks", "We will never re-open the mine, at Brack.",
     "we will never re open the mine at Brack", NR_ALIKE},
    {"reworded", "We will never re-open the mine at Brack, not in my lifetime.",
     "We shall never re-open that mine at Brack, not in my lifetime.", NR_ALIKE},
    {"cut",
     "We will never re-open the mine at Brack, not in my lifetime, whatever they say.",
     "We will never re-open the mine at Brack", NR_CUT},
    {"cut and something else",
     "We will never re-open the mine at Brack, not in my lifetime, whatever they say.",
     "We will never give up the mine, and the mayor knows that", NR_UNLIKE},
    {"too short to tell", "I do not know", "I do not know what he said to them on Monday",
     NR_UNLIKE},
    {"the same turn of somebody else",
     "The people of Lindal deserve better than a minister who does not answer letters.",
     "The nurses of Varn deserve better than a contract that nobody can read.",
     NR_UNLIKE},
    {"as many words, none of them twice the same",
     "It raised its lending rate a quarter point to nine percent on Monday.",
     "They increased their lending rates a quarter point to nine percent Monday.",
     NR_UNLIKE},
};

static enum nr_kinship kinship(const char *a, const char *b)
{
    struct test_memory memory = {0};
    struct nr_host host = test_host(&memory);
    struct nr_arena arena;
    nr_arena_open(&arena, &host);
    enum nr_kinship found =
        nr_quotes_compare(&arena, nr_quote_words(&arena, a, strlen(a)),
                          nr_quote_words(&arena, b, strlen(b)));
    nr_arena_close(&arena);
    return found;
}

static void test_pairs(void)
{
    for (size_t i = 0; i < TEST_COUNT(pairs); i++) {
        test_case(pairs[i].name);
        test_number("kinship", kinship(pairs[i].a, pairs[i].b), pairs[i].kinship);
        test_number("the other way round", kinship(pairs[i].b, pairs[i].a),
                    pairs[i].kinship);
    }
}

/* By how many shingles a quote can be found again. */
static uint32_t in_common(const char *a, const char *b)
{
    struct test_memory memory = {0};
    struct nr_host host = test_host(&memory);
    struct nr_arena arena;
    struct nr_shingles of_a;
    struct nr_shingles of_b;
    uint32_t common = 0;
    nr_arena_open(&arena, &host);
    nr_quote_shingles(nr_quote_words(&arena, a, strlen(a)), &of_a);
    nr_quote_shingles(nr_quote_words(&arena, b, strlen(b)), &of_b);
    for (uint32_t i = 0; i < of_a.count; i++) {
        for (uint32_t k = 0; k < of_b.count; k++) {
            common += of_a.items[i] == of_b.items[k];
        }
    }
    nr_arena_close(&arena);
    return common;
}

static void test_shingles(void)
{
    static const char long_quote[] = "We asked the engineers three times, in writing and "
                                     "by telephone, and each time they "
                                     "told us that the bridge would hold for another "
                                     "winter, so we left it open, and I "
                                     "have slept badly ever since.";
    test_case("six words in a row are found, wherever they were cut from");
    test_bool("at the beginning",
              in_common(long_quote, "We asked the engineers three times") > 0, true);
    test_bool("in the middle",
              in_common(long_quote, "that the bridge would hold for another") > 0, true);
    test_bool("at the end",
              in_common(long_quote, "and I have slept badly ever since") > 0, true);
    test_case("other words are not");
    test_number("in common",
                in_common(long_quote, "The bridge was closed by the police on Monday"),
                0);
    test_case("too few words have none");
    test_number("in common", in_common("Thank you", "Thank you"), 0);
}

static void test_sketches(void)
{
    static char text[3][20000];
    struct nr_sketch sketches[3];
    size_t length[3] = {0};
    for (int i = 0; i < 1000; i++) {
        for (int t = 0; t < 3; t++) {
            /* The second has every twentieth word changed, the third is another. */
            bool same = t == 0 || (t == 1 && i % 20 != 0);
            length[t] +=
                (size_t)snprintf(text[t] + length[t], sizeof text[t] - length[t], "%s%d ",
                                 same     ? "word"
                                 : t == 1 ? "new"
                                          : "other",
                                 i);
        }
    }
    for (int t = 0; t < 3; t++) {
        nr_article_sketch(text[t], length[t], &sketches[t]);
    }
    test_case("an article and itself");
    test_number("share", nr_sketches_share(&sketches[0], &sketches[0]), 100);
    test_number("runs", sketches[0].runs, 997);
    test_case("an article edited here and there");
    test_bool("share", nr_sketches_share(&sketches[0], &sketches[1]) >= 60, true);
    test_bool("key", nr_sketch_key(&sketches[0]) == nr_sketch_key(&sketches[1]), false);
    test_case("two articles");
    test_number("share", nr_sketches_share(&sketches[0], &sketches[2]), 0);
    nr_article_sketch(text[0], length[0] * 7 / 10, &sketches[2]);
    test_case("an article of which a third was cut");
    test_bool("share", nr_sketches_share(&sketches[0], &sketches[2]) >= 80, true);
    test_number("the other way round", nr_sketches_share(&sketches[2], &sketches[0]),
                nr_sketches_share(&sketches[0], &sketches[2]));
    nr_article_sketch("", 0, &sketches[1]);
    test_case("nothing");
    test_number("share", nr_sketches_share(&sketches[0], &sketches[1]), 0);
}

/* Bytes of any kind, from an alphabet that has everything the reader looks for. */
static void test_any_bytes(void)
{
    static const char *const pieces[] = {"We",
                                         "don",
                                         "'",
                                         "\xE2\x80\x99",
                                         "t",
                                         "[",
                                         "]",
                                         "(",
                                         ")",
                                         "...",
                                         ",",
                                         ".",
                                         "1",
                                         "500",
                                         "\xC3\xA9",
                                         "e\xCC\x81",
                                         "\xEF\xAC\x83",
                                         "\xFF",
                                         "\xE2\x80",
                                         "\xF0\x9F\x98\x80",
                                         " ",
                                         " ",
                                         "\n",
                                         "-",
                                         "\xE2\x80\x94",
                                         "not",
                                         "never",
                                         "three",
                                         "$",
                                         "\xC2\xAD"};
    uint32_t state = 1;
    test_case("bytes of any kind");
    for (uint32_t round = 0; round < 3000; round++) {
        char texts[2][400];
        size_t lengths[2] = {0, 0};
        for (int t = 0; t < 2; t++) {
            for (uint32_t words = round % 60; words > 0; words--) {
                state = state * 1664525u + 1013904223u;
                const char *piece = pieces[(state >> 16) % TEST_COUNT(pieces)];
                size_t length = strlen(piece);
                memcpy(texts[t] + lengths[t], piece, length);
                lengths[t] += length;
            }
        }
        uint64_t key = 0;
        uint64_t again = 0;
        uint32_t letters = nr_quote_key(texts[0], lengths[0], &key);
        test_number("letters", nr_quote_key(texts[0], lengths[0], &again), letters);
        test_bool("the same key", key == again, true);
        uint32_t found = similarity(texts[0], lengths[0], texts[1], lengths[1]);
        test_bool("a similarity of 100 at most", found <= 100, true);
        test_number("the other way round",
                    similarity(texts[1], lengths[1], texts[0], lengths[0]), found);
        if (letters > 0) {
            test_number("with itself",
                        similarity(texts[0], lengths[0], texts[0], lengths[0]), 100);
        }
    }
}

int main(void)
{
    test_any_bytes();
    test_keys();
    test_key_as_text();
    test_similarities();
    test_pairs();
    test_shingles();
    test_sketches();
    return test_end();
}
