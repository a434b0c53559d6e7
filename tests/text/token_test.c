/* token_test.c: where words begin and end; shapes; phrases of the lexicon. */
#include "analyse.h"

static const struct {
    const char *name;
    const char *text;
    const char *tokens; /* parted by | */
} cuts[] = {
    {"words and stops", "The boat left, late.", "The|boat|left|,|late|."},
    {"not", "They don't, can’t and won't.", "They|do|n't|,|ca|n’t|and|wo|n't|."},
    {"not in capitals", "DON'T", "DO|N'T"},
    {"clitics", "I'm sure she'll say we've lost", "I|'m|sure|she|'ll|say|we|'ve|lost"},
    {"curly clitics", "it’s Ana’s", "it|’s|Ana|’s"},
    {"two clitics", "he'd've", "he|'d|'ve"},
    {"a possessive after a stop", "the U.S.'s ports", "the|U.S.|'s|ports"},
    {"cannot", "We cannot", "We|can|not"},
    {"gonna", "It's gonna rain", "It|'s|gon|na|rain"},
    {"an apostrophe inside a name", "O'Neil and D’Souza", "O'Neil|and|D’Souza"},
    {"a plural possessive is left to quote", "the boats' crews", "the|boats|'|crews"},
    {"a decade", "the '90s and ’80s", "the|'90s|and|’80s"},
    {"a clipped word", "get 'em", "get|'em"},
    {"rock 'n' roll", "rock ’n’ roll", "rock|’n’|roll"},
    {"single marks", "'No,' he said", "'|No|,|'|he|said"},
    {"doubled marks", "``Yes,'' he said", "``|Yes|,|''|he|said"},
    {"marks inside marks", "\"'No'\"", "\"|'|No|'|\""},
    {"feet and inches", "6'2\" tall", "6|'|2|\"|tall"},
    {"a hyphen parts words", "a well-known ten-year-old",
     "a|well|-|known|ten|-|year|-|old"},
    {"a prefix keeps its hyphen", "a non-lexical e-mail", "a|non-lexical|e-mail"},
    {"only the first part is a prefix", "Port-de-Sel", "Port|-|de|-|Sel"},
    {"money", "$5, US$3.5m, £1,000 and €2bn", "$|5|,|US$|3.5|m|,|£|1,000|and|€|2|bn"},
    {"percent", "5% or 3.5 %", "5|%|or|3.5|%"},
    {"hours and dates", "at 10:30 on 9/11 or 2024-05-01",
     "at|10:30|on|9/11|or|2024-05-01"},
    {"a range of years", "1990-95", "1990|-|95"},
    {"a telephone number", "call 555-0100", "call|555-0100"},
    {"a list of numbers", "pages 13,14", "pages|13|,|14"},
    {"ordinals and decades", "the 10th in the 1990s", "the|10th|in|the|1990s"},
    {"units", "5pm, 20km", "5|pm|,|20|km"},
    {"an abbreviation", "Mr. Hale of Acme Inc. left", "Mr.|Hale|of|Acme|Inc.|left"},
    {"letters with stops", "the U.S. at 5 a.m.", "the|U.S.|at|5|a.m."},
    {"initials", "J. D. Vale and J.R.R. Hale", "J.|D.|Vale|and|J.R.R.|Hale"},
    {"a letter that ends a sentence", "It was plan B. The end.",
     "It|was|plan|B|.|The|end|."},
    {"no and No.", "He said no. See No. 5.", "He|said|no|.|See|No.|5|."},
    {"two capitals joined", "AT&T's R&D", "AT&T|'s|R&D"},
    {"mail, address, handle, tag",
     "ana.reis@example.org, https://example.org/a?b=1. www.example.org example.com @ana "
     "#port",
     "ana.reis@example.org|,|https://example.org/"
     "a?b=1|.|www.example.org|example.com|@ana|#port"},
    {"a missing space", "the end.It was", "the|end|.|It|was"},
    {"dots and dashes", "Well... no -- never — ever", "Well|...|no|--|never|—|ever"},
    {"called out", "What?! No!!!", "What|?!|No|!!!"},
    {"stars in a word", "what the f**k", "what|the|f**k"},
    {"elision in French", "Le port de l'île n'est pas à l’État, a dit la ministre.",
     "Le|port|de|l'|île|n'|est|pas|à|l’|État|,|a|dit|la|ministre|."},
    {"a decimal comma in Spanish", "El puerto creció un 3,5 % en el año, según la junta.",
     "El|puerto|creció|un|3,5|%|en|el|año|,|según|la|junta|."},
    {"bytes that are nothing", "a \xFF\x80 b", "a|\xFF\x80|b"},
    {"no-break spaces part", "5\xC2\xA0km", "5|km"},
};

static void join(const struct nr_text *text, char *out, size_t room)
{
    size_t length = 0;
    out[0] = 0;
    for (uint32_t t = 0; t < text->tokens.count; t++) {
        struct nr_span span = nr_token_span(text, t);
        int written = snprintf(out + length, room - length, "%s%.*s", t > 0 ? "|" : "",
                               (int)nr_span_length(span), text->bytes + span.begin);
        length += written > 0 ? (size_t)written : 0;
    }
}

/* Runs text/ alone: what stands below it is tested elsewhere. */
static enum nr_status read_text(struct analysis *analysis, const char *text)
{
    enum nr_status status = analysis_start(analysis, text, strlen(text));
    return status == NR_OK ? nr_article_analyse(&analysis->article, NR_STAGE_SENTENCES)
                           : status;
}

static const struct {
    const char *word;
    enum nr_shape shape;
} shapes[] = {
    {"minister", NR_SHAPE_LOWER}, {"Minister", NR_SHAPE_CAPITAL},
    {"A", NR_SHAPE_CAPITAL},      {"US", NR_SHAPE_UPPER},
    {"U.S.", NR_SHAPE_UPPER},     {"G20", NR_SHAPE_UPPER},
    {"McHale", NR_SHAPE_MIXED},   {"iPhone", NR_SHAPE_MIXED},
    {"1,000", NR_SHAPE_NUMBER},   {"1990s", NR_SHAPE_NUMBER},
    {"½", NR_SHAPE_NUMBER},       {"\"", NR_SHAPE_MARK},
    {"“", NR_SHAPE_MARK},         {"``", NR_SHAPE_MARK},
    {"—", NR_SHAPE_PUNCT},        {"...", NR_SHAPE_PUNCT},
    {"$", NR_SHAPE_OTHER},        {"東京", NR_SHAPE_OTHER},
    {"Éric", NR_SHAPE_CAPITAL},   {"ÉU", NR_SHAPE_UPPER},
    {"@ana", NR_SHAPE_OTHER},
};

static void counts_words(void)
{
    struct analysis a;
    test_number("status", read_text(&a, "The port. The Port, the PORT."), NR_OK);
    const struct nr_text *text = &a.article.text;
    const struct nr_word *port = nr_word_of(text, 1);
    test_bytes("folded", port->folded, port->length, "port");
    test_number("count", port->count, 3);
    test_number("in lower case", port->lower_count, 1);
    test_bool("is", nr_token_is(text, 4, "port"), true);
    test_bool("is not", nr_token_is(text, 4, "ports"), false);
    test_number("from a byte inside a token", nr_token_from(text, 5), 2);
    test_number("from past the end", nr_token_from(text, 1000), text->tokens.count);
    analysis_close(&a);
}

static void finds_phrases(void)
{
    struct analysis a;
    test_number(
        "status",
        read_text(&a, "The prime minister of the United States met the united fans."),
        NR_OK);
    const struct nr_text *text = &a.article.text;
    uint32_t end = 0;
    const struct nr_fact *fact = nr_phrase_at(text, 5, NR_IN(country), &end);
    test_string("canonical", fact != NULL ? nr_fact_canonical(fact) : NULL,
                "United States");
    test_number("end", end, 7);
    test_bool("in another list", nr_phrase_at(text, 5, NR_IN(city), &end) != NULL, false);
    test_bool("of a word that begins none",
              nr_phrase_at(text, 7, NR_IN(country), &end) != NULL, false);
    fact = nr_phrase_at(text, 1, NR_IN(role_noun), &end);
    test_bool("a longer phrase before a shorter", fact != NULL && end == 3, true);
    test_bool("fact of a token", nr_token_fact(text, 0, NR_LIST_determiner) != NULL,
              true);
    analysis_close(&a);
}

/* "WHO" is listed in capitals, "March" with a capital. */
static void minds_casing(void)
{
    struct analysis a;
    test_number("status", read_text(&a, "We march in March"), NR_OK);
    const struct nr_text *text = &a.article.text;
    test_bool("as a verb", nr_token_in(text, 1, NR_IN(month)), false);
    test_bool("as a month", nr_token_in(text, 3, NR_IN(month)), true);
    test_bool("no fact as a verb", nr_token_fact(text, 1, NR_LIST_month) != NULL, false);
    analysis_close(&a);
}

int main(void)
{
    for (size_t i = 0; i < TEST_COUNT(cuts); i++) {
        struct analysis a;
        char tokens[400];
        test_case(cuts[i].name);
        test_number("status", read_text(&a, cuts[i].text), NR_OK);
        join(&a.article.text, tokens, sizeof tokens);
        test_string("tokens", tokens, cuts[i].tokens);
        analysis_close(&a);
    }
    for (size_t i = 0; i < TEST_COUNT(shapes); i++) {
        struct analysis a;
        test_case(shapes[i].word);
        test_number("status", read_text(&a, shapes[i].word), NR_OK);
        test_number("tokens", a.article.text.tokens.count, 1);
        test_number("shape", a.article.text.tokens.items[0].shape, shapes[i].shape);
        analysis_close(&a);
    }
    test_case("words are counted by type");
    counts_words();
    test_case("phrases are found, the longest first");
    finds_phrases();
    test_case("casing counts where the list asks for it");
    minds_casing();
    return test_end();
}
