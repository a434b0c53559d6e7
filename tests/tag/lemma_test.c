/* lemma_test.c: lemmas of tokens, by rule, by exception, by what follows; and that a word
 * is what it is where there is no rule. */
#include "analyse.h"
#include "tag/lemma.h"

static const struct {
    const char *name;
    const char *text;
    const char *lemmas;
} cases[] = {
    {"rules of endings", "The cities denied it.", "the city deny it ."},
    {"an e comes back, a letter is doubled no more", "They hoped and hopped and planned.",
     "they hope and hop and plan ."},
    {"verbs with forms of their own", "She swore that they fled.",
     "she swear that they flee ."},
    {"nouns with forms of their own", "The wives of two spokesmen left.",
     "the wife of two spokesman leave ."},
    {"names stay as they are written", "Jones met O’Brien in Los Angeles.",
     "Jones meet O’Brien in Los Angeles ."},
    {"pronouns as they are for him who does it", "He told me about them.",
     "he tell I about they ."},
    {"her is hers before a noun", "He read her letter.", "he read her letter ."},
    {"and she elsewhere", "He saw her.", "he see she ."},
    {"short forms", "It isn't and we'll see.", "it be not and we will see ."},
    {"apostrophes may be curly", "It isn’t.", "it be not ."},
    {"a capital that only the place gives goes", "Ministers spoke.", "minister speak ."},
    {"one that belongs to the word stays", "African ministers have DNA.",
     "African minister have DNA ."},
    {"numbers stay", "It cost 1,250 francs.", "it cost 1,250 franc ."},
    {"words of no language", "\xFFqu and \xC3\xA9o.", "\xFF qu and \xC3\xA9o ."},
    {"nothing", "", ""},
};

static void join_lemmas(const struct nr_article *article, char *out, size_t room)
{
    size_t length = 0;
    out[0] = 0;
    for (uint32_t t = 0; t < article->tags.count && length < room; t++) {
        struct nr_lemma lemma =
            nr_lemma_of(&nr_lemma_rules, &article->text, &article->tags, t);
        length +=
            (size_t)snprintf(out + length, room - length, "%s%.*s%s", t > 0 ? " " : "",
                             (int)lemma.kept.length, lemma.kept.bytes, lemma.added);
    }
}

/* Whatever a word is tagged, and if it is no more than an ending, it has a lemma. */
static void holds_for_all_tags(void)
{
    static const char *const text =
        "Wives\xE2\x80\x99 a s es ed ing er est \xC3\xA9 1,000 I US went.";
    struct analysis a;
    uint32_t empty = 0;
    test_case("any word may have any tag");
    test_number("start", analysis_start(&a, text, strlen(text)), NR_OK);
    test_number("status", nr_article_analyse(&a.article, NR_STAGE_TAGS), NR_OK);
    for (uint32_t tag = 0; tag < NR_POS_COUNT; tag++) {
        memset(a.article.tags.items, (int)tag, a.article.tags.count);
        for (uint32_t t = 0; t < a.article.tags.count; t++) {
            struct nr_lemma lemma =
                nr_lemma_of(&nr_lemma_rules, &a.article.text, &a.article.tags, t);
            empty += lemma.kept.length == 0 && lemma.added[0] == 0;
        }
    }
    test_number("empty lemmas", empty, 0);
    analysis_close(&a);
}

int main(void)
{
    char lemmas[512];
    for (size_t i = 0; i < TEST_COUNT(cases); i++) {
        struct analysis a;
        test_case(cases[i].name);
        test_number("start", analysis_start(&a, cases[i].text, strlen(cases[i].text)),
                    NR_OK);
        test_number("status", nr_article_analyse(&a.article, NR_STAGE_TAGS), NR_OK);
        join_lemmas(&a.article, lemmas, sizeof lemmas);
        test_string("lemmas", lemmas, cases[i].lemmas);
        analysis_close(&a);
    }
    holds_for_all_tags();
    return test_end();
}
