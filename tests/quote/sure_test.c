/* sure_test.c: confidences are chances in hundredths, a higher margin never lowers one,
 * and where the model does not read there is none. */
#include "quote/sure.h"

#include "analyse.h"

enum { FARTHEST = 3000, STRIDE = 41 };

static struct nr_quote quote;
static struct nr_utterance said;

/* One row of its own. */
static struct nr_quotes one_row(uint8_t kind, const char *rule)
{
    quote = (struct nr_quote){.kind = kind};
    said = (struct nr_utterance){.rule = rule};
    quote.evidence = (struct nr_evidence){.margins = {200, 200, 200}, .read = true};
    return (struct nr_quotes){.utterances = {.items = &said, .count = 1},
                              .quotes = {.items = &quote, .count = 1}};
}

/* Raises one margin from far below 0; counts how often a chance fell, or was none. */
static uint32_t falls(const struct nr_quotes *quotes, enum nr_surety surety, uint32_t m)
{
    uint32_t count = 0;
    uint8_t before = 0;
    for (int32_t margin = -FARTHEST; margin <= FARTHEST; margin += STRIDE) {
        quote.evidence.margins[m] = (int16_t)margin;
        uint8_t chance = nr_sure(surety, quotes, 0);
        count += chance < before || chance > 100;
        before = chance;
    }
    return count;
}

static void rises_with_margins(void)
{
    uint32_t count = 0;
    test_case("a higher margin never lowers a chance, for each rule and kind");
    for (uint32_t r = 0; r < nr_rule_count; r++) {
        for (uint8_t kind = 0; kind < 3; kind++) {
            for (uint32_t m = 0; m < NR_MARGIN_COUNT; m++) {
                struct nr_quotes row = one_row(kind, nr_rules[r].name);
                count += falls(&row, NR_SURE_WORDS, m);
                count += falls(&row, NR_SURE_SPEAKER, m);
            }
        }
    }
    test_number("falls", count, 0);

    test_case("the speaker is never surer than the words");
    count = 0;
    for (int32_t margin = -FARTHEST; margin <= FARTHEST; margin += STRIDE) {
        struct nr_quotes row = one_row(NR_QUOTE_INDIRECT, "learned");
        quote.evidence.margins[NR_MARGIN_CONTENT] = (int16_t)margin;
        count += nr_sure(NR_SURE_SPEAKER, &row, 0) > nr_sure(NR_SURE_WORDS, &row, 0);
    }
    test_number("surer", count, 0);
}

static void weighs(void)
{
    static const struct nr_sure_rule rules[] = {{"colon", {1000, 0}}};
    static const struct {
        const char *name;
        const char *rule;
        int16_t base;
        uint8_t chance;
    } cases[] = {
        {"no weight at all is a half", "dash", 0, 50},
        {"a rule counts", "colon", 0, 98},
        {"and no rule does not", NULL, 0, 50},
        {"a logit is 73 of a hundred", "dash", NR_SURE_UNIT, 73},
        {"and 27 below", "dash", -NR_SURE_UNIT, 27},
        {"very sure", "dash", INT16_MAX, 100},
        {"not at all", "dash", INT16_MIN, 0},
    };
    for (size_t i = 0; i < TEST_COUNT(cases); i++) {
        struct nr_sure_table table = {.base = {cases[i].base, INT16_MAX},
                                      .rules = rules,
                                      .rule_count = TEST_COUNT(rules)};
        struct nr_quotes row = one_row(NR_QUOTE_DIRECT, cases[i].rule);
        test_case(cases[i].name);
        test_number("chance", nr_sure_by(&table, NR_SURE_WORDS, &row, 0),
                    cases[i].chance);
        test_number("the speaker's, held by it",
                    nr_sure_by(&table, NR_SURE_SPEAKER, &row, 0), cases[i].chance);
    }
}

static void pronouns(void)
{
    struct nr_sure_table table = {.base = {INT16_MAX, INT16_MAX}, .pronoun = 83};
    struct nr_quotes row = one_row(NR_QUOTE_DIRECT, "verb-after");
    test_case("a pronoun is less sure to have the right name");
    test_number("a name", nr_sure_by(&table, NR_SURE_SPEAKER, &row, 0), 100);
    quote.evidence.pronoun = true;
    test_number("a pronoun", nr_sure_by(&table, NR_SURE_SPEAKER, &row, 0), 83);
    test_number("its words", nr_sure_by(&table, NR_SURE_WORDS, &row, 0), 100);
}

static void bins(void)
{
    static const int16_t cuts[NR_SURE_CUTS] = {-10, 0, 0, 10, 20, 30, 40};
    static const struct {
        const char *name;
        int16_t margin;
        uint32_t bin;
    } cases[] = {
        {"below all cuts", -11, 0},
        {"a bin begins at its cut", -10, 1},
        {"equal cuts leave a bin empty", 0, 3},
        {"above all cuts", 41, NR_SURE_CUTS},
        {"no margin has a bin of its own", NR_NO_MARGIN, NR_SURE_BINS - 1},
    };
    for (size_t i = 0; i < TEST_COUNT(cases); i++) {
        test_case(cases[i].name);
        test_number("bin", nr_sure_bin(cuts, cases[i].margin), cases[i].bin);
    }
}

static void read_texts(void)
{
    static const struct {
        const char *name;
        const char *text;
        bool sure;
    } cases[] = {
        {"marks in English", "\"We will appeal,\" Ms Diaz said.", true},
        {"no marks", "Ms Diaz said that the dam would hold.", true},
        {"a passage that rules read", "\"Nobody will be left behind.\"", true},
        {"Spanish is not the model's",
         "«No lo haremos nunca», dijo la ministra María López en el parlamento de la "
         "ciudad. «Es una lástima para todos los vecinos del barrio», añadió.",
         false},
    };
    for (size_t i = 0; i < TEST_COUNT(cases); i++) {
        struct analysis a;
        test_case(cases[i].name);
        analysis_open(&a, cases[i].text, strlen(cases[i].text));
        const struct nr_quotes *quotes = &a.article.quotes;
        test_bool("rows", quotes->quotes.count > 0, true);
        for (uint32_t row = 0; row < quotes->quotes.count; row++) {
            test_bool("sure", nr_sure(NR_SURE_WORDS, quotes, row) != NR_UNSURE,
                      cases[i].sure);
        }
        analysis_close(&a);
    }
}

int main(void)
{
    rises_with_margins();
    weighs();
    pronouns();
    bins();
    read_texts();
    return test_end();
}
