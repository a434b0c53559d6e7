/* pos_test.c: parts of speech of sentences that a model of any worth gets right. */
#include "analyse.h"

static const struct {
    const char *text;
    const char *tags;
} cases[] = {
    {"The minister says he can't comment.", "DET NOUN VERB PRON AUX PART VERB PUNCT"},
    {"Her claims were false.", "PRON NOUN AUX ADJ PUNCT"},
    {"Ms Diaz said the river would rise.", "PROPN PROPN VERB DET NOUN AUX VERB PUNCT"},
    {"They left because it rained.", "PRON VERB SCONJ PRON VERB PUNCT"},
    {"Two people and a dog arrived.", "NUM NOUN CCONJ DET NOUN VERB PUNCT"},
    {"It is very old.", "PRON AUX ADV ADJ PUNCT"},
    {"He wants to go to Lund.", "PRON VERB PART VERB ADP PROPN PUNCT"},
};

static void join_tags(const struct nr_article *article, char *out, size_t room)
{
    size_t length = 0;
    out[0] = 0;
    for (uint32_t t = 0; t < article->tags.count && length < room; t++) {
        const char *name = nr_pos_names[article->tags.items[t]];
        length +=
            (size_t)snprintf(out + length, room - length, "%s%s", t > 0 ? " " : "", name);
    }
}

static void tag(const char *text, const struct nr_models *models, char *out, size_t room)
{
    struct analysis a;
    test_number("start", analysis_start(&a, text, strlen(text)), NR_OK);
    a.article.models = models;
    test_number("status", nr_article_analyse(&a.article, NR_STAGE_TAGS), NR_OK);
    join_tags(&a.article, out, room);
    analysis_close(&a);
}

int main(void)
{
    static const struct nr_models none = {{NULL}};
    char tags[512];
    for (size_t i = 0; i < TEST_COUNT(cases); i++) {
        test_case(cases[i].text);
        tag(cases[i].text, &nr_models, tags, sizeof tags);
        test_string("tags", tags, cases[i].tags);
    }
    test_case("nothing has no tags");
    tag("", &nr_models, tags, sizeof tags);
    test_string("tags", tags, "");
    test_case("without a model, shapes are all there is");
    tag("Ana paid 5 francs.", &none, tags, sizeof tags);
    test_string("tags", tags, "PROPN NOUN NUM NOUN PUNCT");
    return test_end();
}
