/* Own words: what a user brings for one article is found before the built-in lists. */
#include "harness.h"

#include "lexicon/lexicon.h"

#define CHARS(literal)                                                                   \
    {                                                                                    \
        literal, sizeof(literal) - 1                                                     \
    }

static const struct nr_own_line lines[] = {
    {.folded = CHARS("mighty oak"),
     .canonical = CHARS("Mighty Oak"),
     .list = NR_LIST_organisation,
     .casing = NR_CASING_CAPITAL,
     .type = NR_TYPE_ORG,
     .country = "NZ"},
    {.folded = CHARS("may roberts"),
     .canonical = CHARS("May Roberts"),
     .list = NR_LIST_thing,
     .casing = NR_CASING_CAPITAL,
     .type = NR_TYPE_PERSON,
     .gender = NR_GENDER_FEMALE},
    {.folded = CHARS("reuters"),
     .canonical = CHARS("Reuters Lane"),
     .list = NR_LIST_thing,
     .casing = NR_CASING_CAPITAL,
     .type = NR_TYPE_FAC},
    {.folded = CHARS("quoth"),
     .canonical = CHARS("quoth"),
     .list = NR_LIST_speech_verb,
     .act = NR_ACT_SAY,
     .flags = NR_FLAG_PAST},
    {.folded = CHARS("quoth"), .canonical = CHARS("again"), .list = NR_LIST_speech_verb},
    {.folded = CHARS("quoth"), .canonical = CHARS("Quoth"), .list = NR_LIST_surname},
};

#define ALL UINT32_MAX /* as many facts as the lists have */

static const struct {
    const char *name;
    const char *folded;
    uint32_t facts;
    uint32_t phrase_tokens;
    const char *canonical; /* of the first fact; NULL: there is none */
    enum nr_list list;
} cases[] = {
    {"an own phrase", "mighty oak", 1, 0, "Mighty Oak", NR_LIST_organisation},
    {"its first word only begins it", "mighty", 0, 2, NULL, 0},
    {"a first word keeps what the lists say", "may", ALL, 2, "may", NR_LIST_modal},
    {"an own word hides the built-in one", "reuters", 1, 0, "Reuters Lane",
     NR_LIST_thing},
    {"two lists, and the second line of one is ignored", "quoth", 2, 0, "quoth",
     NR_LIST_speech_verb},
    {"not an own word: from the lists", "said", ALL, 0, "say", NR_LIST_speech_verb},
};

static uint32_t listed_facts(const char *folded)
{
    const struct nr_lexeme *listed = nr_lexicon_find(folded, strlen(folded));
    return listed == NULL ? 0 : listed->fact_count;
}

static void check_case(const struct nr_own_words *own, size_t i)
{
    const char *folded = cases[i].folded;
    const struct nr_lexeme *lexeme = nr_words_find(own, folded, strlen(folded));
    test_case(cases[i].name);
    test_bool("found", lexeme != NULL, true);
    if (lexeme == NULL) {
        return;
    }
    test_number("facts", lexeme->fact_count,
                cases[i].facts == ALL ? listed_facts(folded) : cases[i].facts);
    test_number("phrase_tokens", lexeme->phrase_tokens, cases[i].phrase_tokens);
    const struct nr_fact *first = lexeme->fact_count > 0 ? nr_lexeme_facts(lexeme) : NULL;
    test_string("canonical", first == NULL ? NULL : nr_fact_canonical(first),
                cases[i].canonical);
    if (first != NULL) {
        test_number("list", first->list, cases[i].list);
        bool in = (nr_lexeme_lists(lexeme, first->casing) >> first->list & 1) != 0;
        test_bool("its set has the list", in, true);
    }
}

/* The n-th request refused, for every n until it passes: no words, and nothing left over.
 */
static void check_memory(void)
{
    for (uint32_t n = 0;; n++) {
        struct test_memory memory = {.refuse_at = n + 1};
        struct nr_host host = test_host(&memory);
        struct nr_arena arena;
        nr_arena_open(&arena, &host);
        bool made = nr_own_words_make(&arena, lines, TEST_COUNT(lines)) != NULL;
        enum nr_status status = arena.status;
        nr_arena_close(&arena);
        test_case("memory runs out, and it is said");
        test_number("status", status, made ? NR_OK : NR_NOMEM);
        test_number("held after", (int64_t)memory.held, 0);
        if (made) {
            return;
        }
    }
}

int main(void)
{
    struct test_memory memory = {0};
    struct nr_host host = test_host(&memory);
    struct nr_arena arena;
    nr_arena_open(&arena, &host);
    const struct nr_own_words *own = nr_own_words_make(&arena, lines, TEST_COUNT(lines));
    for (size_t i = 0; i < TEST_COUNT(cases); i++) {
        check_case(own, i);
    }
    nr_arena_close(&arena);
    check_memory();
    return test_end();
}
