/* name_phrase_test.c: the name in a phrase, by the word that heads it. */
#include "analyse.h"
#include "tag/train/name_phrase.h"

static const struct {
    const char *name;
    const char *phrase;
    const char *head;
    const char *found; /* NULL: no name */
    enum nr_name_sort sort;
    enum nr_name_sort found_sort;
} cases[] = {
    {"what is small before it", "the American physicist Ana Keller", "Ana", "Ana Keller",
     NR_NAMES_PER, NR_NAMES_PER},
    {"an apposition behind it", "Ana Keller, who runs the harbour of Lund", "Ana",
     "Ana Keller", NR_NAMES_PER, NR_NAMES_PER},
    {"a title before it", "Senator Keller", "Keller", "Keller", NR_NAMES_PER,
     NR_NAMES_PER},
    {"a title alone", "the Senator", "Senator", NULL, NR_NAMES_PER, NR_NAMES_PER},
    {"a particle", "Pieter van Marel of Lund", "Pieter", "Pieter van Marel", NR_NAMES_PER,
     NR_NAMES_PER},
    {"a people", "the Zelvars", "Zelvars", "Zelvars", NR_NAMES_PER, NR_NAMES_MISC},
    {"of in a body's name", "the Bank of Orsk in Lund", "Bank", "Bank of Orsk",
     NR_NAMES_ORG, NR_NAMES_ORG},
    {"of behind a person", "Ana Keller of Lund", "Keller", "Ana Keller", NR_NAMES_PER,
     NR_NAMES_PER},
    {"and in a body's name", "the Ministry for Trade and Fisheries", "Ministry",
     "Ministry for Trade and Fisheries", NR_NAMES_ORG, NR_NAMES_ORG},
    {"the genitive is left", "Lund's old harbour", "Lund", "Lund", NR_NAMES_LOC,
     NR_NAMES_LOC},
    {"a head that is no name", "the harbour of Lund", "harbour", NULL, NR_NAMES_LOC,
     NR_NAMES_LOC},
};

int main(void)
{
    for (size_t i = 0; i < TEST_COUNT(cases); i++) {
        struct analysis analysis;
        const char *bytes = cases[i].phrase;
        test_case(cases[i].name);
        test_bool("starts", analysis_start(&analysis, bytes, strlen(bytes)) == NR_OK,
                  true);
        nr_article_analyse(&analysis.article, NR_STAGE_SENTENCES);
        const struct nr_text *text = &analysis.article.text;
        struct name_phrase phrase = {
            .text = text, .end = text->tokens.count, .sort = cases[i].sort};
        char found[100] = "none";
        if (name_in_phrase(&phrase, cases[i].head)) {
            uint32_t begin = text->tokens.items[phrase.first].begin;
            uint32_t end = text->tokens.items[phrase.end - 1].end;
            snprintf(found, sizeof found, "%.*s", (int)(end - begin), bytes + begin);
            test_number("sort", phrase.sort, cases[i].found_sort);
        }
        test_string("name", found, cases[i].found != NULL ? cases[i].found : "none");
        analysis_close(&analysis);
    }
    return test_end();
}
