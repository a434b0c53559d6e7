/* fit_test.c: a table of chances is fitted to made-up rows: it says what is so, its
 * margins never fall, and half of the articles can be left out. */
#include "tag/train/fit.h"

#include "harness.h"
#include "tag/model2c/memory.h"

enum { ROWS = 400, EVERY = 10 };

static struct nr_quote quotes[ROWS];
static struct nr_utterance utterances[ROWS];
static struct fit_row items[ROWS];
static const struct fit_rows rows = {items, ROWS};

/* Margins 0 to 399. Words are right in every row from the middle on and in every tenth
 * below; the speaker is right where the rule is "colon", and not asked of every fifth. */
static void make_rows(void)
{
    const struct nr_quotes all = {.utterances = {.items = utterances, .count = ROWS},
                                  .quotes = {.items = quotes, .count = ROWS}};
    for (uint32_t i = 0; i < ROWS; i++) {
        bool colon = i % 3 == 0;
        utterances[i].rule = colon ? "colon" : "dash";
        quotes[i].utterance = i;
        quotes[i].evidence = (struct nr_evidence){
            .margins = {(int16_t)i, NR_NO_MARGIN, NR_NO_MARGIN}, .read = true};
        items[i] = (struct fit_row){.of = all, .row = i, .article = i};
        items[i].right[NR_SURE_WORDS] = i >= ROWS / 2 || i % EVERY == 0;
        items[i].right[NR_SURE_SPEAKER] = i % 5 == 0 ? NOT_ASKED : colon;
    }
}

static void says_what_is_so(const struct nr_sure_table *table)
{
    uint8_t low = nr_sure_by(table, NR_SURE_WORDS, &items[0].of, 31);
    uint8_t high = nr_sure_by(table, NR_SURE_WORDS, &items[0].of, 331);
    test_case("what is mostly wrong is likely wrong");
    test_bool("low", low >= 3 && low <= 25, true);
    test_case("what is always right is likely right");
    test_bool("high", high >= 95, true);
    test_case("the speaker's goes by the rule");
    test_bool("colon", nr_sure_by(table, NR_SURE_SPEAKER, &items[0].of, 333) > 80, true);
    test_bool("dash", nr_sure_by(table, NR_SURE_SPEAKER, &items[0].of, 334) < 20, true);
}

static void never_falls(const struct nr_sure_table *table)
{
    uint32_t falls = 0;
    test_case("the weights of a margin never fall");
    for (uint32_t s = 0; s < NR_SURE_COUNT; s++) {
        for (uint32_t m = 0; m < NR_MARGIN_COUNT; m++) {
            for (uint32_t b = 1; b + 1 < NR_SURE_BINS; b++) {
                falls += table->margins[s][m][b] < table->margins[s][m][b - 1];
            }
        }
    }
    test_number("falls", falls, 0);
}

/* What is right in the half left out must not tell. */
static void leaves_out(struct nr_sure_rule *rules, struct nr_sure_rule *again)
{
    struct nr_sure_table before;
    struct nr_sure_table after;
    fit_table(&rows, 1, &before, rules);
    for (uint32_t i = 1; i < ROWS; i += 2) {
        items[i].right[NR_SURE_WORDS] = !items[i].right[NR_SURE_WORDS];
    }
    fit_table(&rows, 1, &after, again);
    test_case("the half that is left out has no say");
    test_bool("margins",
              memcmp(before.margins, after.margins, sizeof before.margins) == 0, true);
    fit_table(&rows, 2, &after, again);
    test_bool("and has one where it is not",
              memcmp(before.margins, after.margins, sizeof before.margins) != 0, true);
}

int main(void)
{
    struct nr_sure_rule *rules = need(nr_rule_count, sizeof *rules);
    struct nr_sure_rule *again = need(nr_rule_count, sizeof *again);
    struct nr_sure_table table;
    make_rows();
    fit_table(&rows, 2, &table, rules);
    says_what_is_so(&table);
    never_falls(&table);
    leaves_out(rules, again);
    free(rules);
    free(again);
    return test_end();
}
