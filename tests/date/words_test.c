/* words_test.c: what may a token be? Figures, and the words of the lists. */
#include "date/figures.h"
#include "harness.h"

enum { LINE = 4096 };

static const struct {
    const char *token;
    enum nr_date_part part; /* NONE: figures say nothing of it */
    int32_t value;
    int32_t extra;
} figures[] = {
    {"25", NR_PART_day, 25, 25},
    {"1989", NR_PART_year, 1989, 0},
    {"1430", NR_PART_hhmm, 1430, 14 * 60 + 30},
    {"1,000", NR_PART_number, 1000, 0},
    {"2.5", NR_PART_decimal, 2, 0},
    {"1/2", NR_PART_fraction, 0, 0},
    {"\xC2\xBD", NR_PART_fraction, 0, 0},
    {"25th", NR_PART_ordinal, 25, 0},
    {"1er", NR_PART_day, 1, 0},
    {"1980s", NR_PART_decade, 1980, 0},
    {"'80s", NR_PART_decade, 80, 0},
    {"'98", NR_PART_year2, 98, 98},
    {"10:30", NR_PART_clock, 10, 630},
    {"10:30:15", NR_PART_clock, 10, 630},
    {"10h30", NR_PART_clock, 10, 630},
    {"22h", NR_PART_clock, 22, 1320},
    {"8.30", NR_PART_dotted, 8, 510},
    {"2024-04-26", NR_PART_iso, 2024, 426},
    {"2024-04-26t10", NR_PART_iso, 2024, 426},
    {"26/04/2024", NR_PART_slashed, 2024, 2604},
    {"4/26/24", NR_PART_slashed, 2024, 426},
    {"4/26/87", NR_PART_slashed, 1987, 426},
    {"26.04.2024", NR_PART_slashed, 2024, 2604},
    {"q3", NR_PART_quarters, 3, 0},
    {"3q", NR_PART_quarters, 3, 0},
    {"h1", NR_PART_halves, 1, 0},
    {"fy2012", NR_PART_fy, 2012, 0},
    {"fy12", NR_PART_fy, 2012, 0},
    {"32nd", NR_PART_ordinal, 32, 0},
    {"10:75", NR_PART_NONE, 0, 0},
    {"25:10", NR_PART_NONE, 0, 0},
    {"0th", NR_PART_NONE, 0, 0},
    {"q5", NR_PART_NONE, 0, 0},
    {"123456789012", NR_PART_NONE, 0, 0},
    {"80s", NR_PART_NONE, 0, 0},
    {"2024-13-26", NR_PART_NONE, 0, 0},
    {"1.2.3", NR_PART_NONE, 0, 0},
    {"-", NR_PART_NONE, 0, 0},
    {"'", NR_PART_NONE, 0, 0},
};

static const struct {
    const char *written;
    int32_t value;
} romans[] = {{"xix", 19}, {"xixe", 19},   {"iv", 4}, {"xxi", 21}, {"i", 1},
              {"mix", 0},  {"xxxxxxx", 0}, {"e", 0},  {"", 0}};

static const char *const part_names[] = {
#define NAME(name) #name,
    NR_DATE_PARTS(NAME)
#undef NAME
};

static struct nr_chars chars_of(const char *string)
{
    return (struct nr_chars){string, (uint32_t)strlen(string)};
}

static bool is_part(const char *name, size_t length)
{
    for (size_t i = 0; i < TEST_COUNT(part_names); i++) {
        if (strlen(part_names[i]) == length && memcmp(part_names[i], name, length) == 0) {
            return true;
        }
    }
    return false;
}

/* "(month 5, doubtful)|May": each name is a part. */
static void check_line(const char *line)
{
    const char *at = line + 1;
    test_case(line);
    while (*at != ')' && *at != '\0') {
        size_t length = strcspn(at, " ,)");
        test_bool("its name is a part", is_part(at, length), true);
        at += strcspn(at, ",)");
        at += *at == ',' ? 2 : 0;
    }
}

static void check_lists(void)
{
    char line[LINE];
    FILE *in = fopen("ext/lexicon/lists/dates.txt", "rb");
    test_case("the list is there");
    test_bool("can be read", in != NULL, true);
    while (in != NULL && fgets(line, sizeof line, in) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == '(') {
            check_line(line);
        } else if (line[0] != '#' && line[0] != '[' && line[0] != '\0') {
            test_case(line);
            test_bool("begins with what it means", false, true);
        }
        test_finish_case();
    }
    if (in != NULL) {
        fclose(in);
    }
}

int main(void)
{
    for (size_t i = 0; i < TEST_COUNT(figures); i++) {
        struct nr_date_word word = {.unit = 0};
        bool found = nr_date_figures(chars_of(figures[i].token), &word);
        bool wanted = figures[i].part != NR_PART_NONE;
        test_case(figures[i].token);
        test_bool("is anything", found, wanted);
        if (wanted) {
            test_bool("is the part", nr_date_word_is(&word, figures[i].part), true);
            test_number("value", word.value, figures[i].value);
            test_number("extra", word.extra, figures[i].extra);
        }
    }
    for (size_t i = 0; i < TEST_COUNT(romans); i++) {
        test_case(romans[i].written);
        test_number("number", nr_roman(chars_of(romans[i].written)), romans[i].value);
    }
    check_lists();
    return test_end();
}
