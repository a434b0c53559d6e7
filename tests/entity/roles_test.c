/* Titles, roles, genders and countries of those named; and whom a role means. */
#include "mentions.h"

static const struct {
    const char *name;
    const char *text;
    const char *who; /* the entity looked at */
    const char *role;
    const char *country;
    enum nr_gender gender;
    enum nr_gender_basis basis;
} cases[] = {
    {"title without its nation", "They heard US Secretary of State Colm Barrow speak.",
     "Colm Barrow", "Secretary of State", "US", NR_GENDER_UNKNOWN, NR_BASIS_NONE},
    {"nationality before the title", "They heard Chinese President Wen Jialing speak.",
     "Wen Jialing", "President", "CN", NR_GENDER_UNKNOWN, NR_BASIS_NONE},
    {"role in lower case before the name",
     "They heard foreign minister Zelvar Torvik speak.", "Zelvar Torvik",
     "foreign minister", "", NR_GENDER_UNKNOWN, NR_BASIS_NONE},
    {"former belongs to the role", "They heard former president Zelvar Torvik speak.",
     "Zelvar Torvik", "former president", "", NR_GENDER_UNKNOWN, NR_BASIS_NONE},
    {"apposition after the name",
     "On Monday Zelvar Torvik, the foreign minister of China, came home.",
     "Zelvar Torvik", "foreign minister of China", "CN", NR_GENDER_UNKNOWN,
     NR_BASIS_NONE},
    {"spokesman tells the gender", "Zelvar Torvik, a spokesman for the port, came home.",
     "Zelvar Torvik", "spokesman for the port", "", NR_GENDER_MALE, NR_BASIS_TITLE},
    {"role with a comma before the name",
     "It was her lawyer, Zelvar Torvik, at the door.", "Zelvar Torvik", "lawyer", "",
     NR_GENDER_UNKNOWN, NR_BASIS_NONE},
    {"an honorific is no role", "They asked Mrs. Zelkova about it.", "Zelkova", "", "",
     NR_GENDER_FEMALE, NR_BASIS_TITLE},
    {"a wife is a woman, and that is no role", "His wife, Zelvar Torvik, was at home.",
     "Zelvar Torvik", "", "", NR_GENDER_FEMALE, NR_BASIS_TITLE},
    {"a given name tells the gender", "They asked Patricia Zelkova about it.",
     "Patricia Zelkova", "", "", NR_GENDER_FEMALE, NR_BASIS_NAME},
    {"a title counts for more than a given name",
     "They asked Patricia Zelkova about it. Mr. Zelkova said no.", "Patricia Zelkova", "",
     "", NR_GENDER_FEMALE, NR_BASIS_NAME},
    {"whose country it is", "It was Zelvar Torvik's China, Zelvar Torvik said.",
     "Zelvar Torvik", "", "CN", NR_GENDER_UNKNOWN, NR_BASIS_NONE},
    {"of which country", "It was Zelvar Torvik of China who came second.",
     "Zelvar Torvik", "", "CN", NR_GENDER_UNKNOWN, NR_BASIS_NONE},
    {"from which country", "Grace Okoro, from the United States, won.", "Grace Okoro", "",
     "US", NR_GENDER_FEMALE, NR_BASIS_NAME},
    {"of which people", "Grace Okoro, a Kenyan, won.", "Grace Okoro", "", "KE",
     NR_GENDER_FEMALE, NR_BASIS_NAME},
    {"a country in brackets", "First came Zelvar Torvik (Spain) in the rain.",
     "Zelvar Torvik", "", "ES", NR_GENDER_UNKNOWN, NR_BASIS_NONE},
    {"where somebody is, is not where they are from", "They met Zelvar Torvik in Spain.",
     "Zelvar Torvik", "", "", NR_GENDER_UNKNOWN, NR_BASIS_NONE},
    {"a body by the people before it", "The French Finance Ministry agreed.",
     "Finance Ministry", "", "FR", NR_GENDER_NONE, NR_BASIS_NONE},
    {"a body by its people and its kind", "They met German carmaker Kelter Motors.",
     "Kelter Motors", "", "DE", NR_GENDER_NONE, NR_BASIS_NONE},
    {"a body by the country that owns it", "They met Norway's Orsk Oil Company.",
     "Orsk Oil Company", "", "NO", NR_GENDER_NONE, NR_BASIS_NONE},
    {"a body by the country in letters", "They met the U.S. Senate in June.", "Senate",
     "", "US", NR_GENDER_NONE, NR_BASIS_NONE},
    {"a body by its country and its kind",
     "They met New Zealand news agency Kelter News.", "Kelter News", "", "NZ",
     NR_GENDER_NONE, NR_BASIS_NONE},
    {"a body by the city it is based in", "They met London-based Kelter Holdings.",
     "Kelter Holdings", "", "GB", NR_GENDER_NONE, NR_BASIS_NONE},
    {"a body by the country it is based in",
     "They met United Arab Emirates-based Kelter Holdings.", "Kelter Holdings", "", "AE",
     NR_GENDER_NONE, NR_BASIS_NONE},
    {"a body in apposition", "Kelter Holdings, a German carmaker, left.",
     "Kelter Holdings", "", "DE", NR_GENDER_NONE, NR_BASIS_NONE},
    {"a body, based in a city", "Kelter Holdings, based in Oslo, left.",
     "Kelter Holdings", "", "NO", NR_GENDER_NONE, NR_BASIS_NONE},
    {"a body by its name", "They met the Communist Party of Norway.",
     "Communist Party of Norway", "", "NO", NR_GENDER_NONE, NR_BASIS_NONE},
    {"a body in a country is not of it", "They met Kelter Holdings in Oslo.",
     "Kelter Holdings", "", "", NR_GENDER_NONE, NR_BASIS_NONE},
    {"a country that stands beside a body", "Norway, Kelter Holdings and Spain agreed.",
     "Kelter Holdings", "", "", NR_GENDER_NONE, NR_BASIS_NONE},
    {"a state, where the article is of its country",
     "It rained in Georgia, Ohio and Texas.", "Georgia", "", "US", NR_GENDER_NONE,
     NR_BASIS_NONE},
    {"a country, where it is not", "It rained in Georgia, Armenia and Russia.", "Georgia",
     "", "GE", NR_GENDER_NONE, NR_BASIS_NONE},
    {"a country has its own code", "It rained in China.", "China", "", "CN",
     NR_GENDER_NONE, NR_BASIS_NONE},
};

static void check_entity(size_t i)
{
    struct analysis analysis;
    test_case(cases[i].name);
    const struct nr_entities *entities = names_of(&analysis, cases[i].text);
    const struct nr_entity *entity = entity_named(entities, cases[i].who);
    test_bool("found", entity != NULL, true);
    if (entity != NULL) {
        test_span("role", cases[i].text, entity->role, cases[i].role);
        test_string("country", entity->country, cases[i].country);
        test_number("gender", entity->gender, cases[i].gender);
        test_number("basis", entity->gender_basis, cases[i].basis);
    }
    analysis_close(&analysis);
}

/* The last words of the text, from "the", are the noun phrase that is asked about. */
static const struct {
    const char *name;
    const char *text;
    const char *phrase;
    const char *who; /* NULL: nobody */
} roles[] = {
    {"by the same noun", "Foreign Minister Zelvar Torvik came. It was the minister",
     "the minister", "Zelvar Torvik"},
    {"by the whole role",
     "The mayor, Paul Lind, and Foreign Minister Zelvar Torvik came. It was the mayor",
     "the mayor", "Paul Lind"},
    {"by an abbreviation of it", "Sen. Zelvar Torvik came. It was the senator",
     "the senator", "Zelvar Torvik"},
    {"by nationality",
     "Chinese President Wen Jialing met French President Paul Lind. It was the Chinese "
     "president",
     "the Chinese president", "Wen Jialing"},
    {"the one named last",
     "President Wen Jialing met President Paul Lind. It was the president",
     "the president", "Paul Lind"},
    {"a nationality that clashes",
     "French President Paul Lind came. It was the Chinese president",
     "the Chinese president", NULL},
    {"a vice president is not the president",
     "Vice President Paul Lind came. It was the president", "the president", NULL},
    {"a leader is a president",
     "Chinese President Wen Jialing came. It was the Chinese leader",
     "the Chinese leader", "Wen Jialing"},
    {"a gender that clashes",
     "His spokeswoman, Zelvar Torvik, came. It was the spokesman", "the spokesman", NULL},
    {"a body by its head", "The Justice Department wrote. It was the department",
     "the department", "Justice Department"},
    {"a counterpart has the same office",
     "Secretary of State Colm Barrow met his Chinese counterpart, Wen Jialing, there. It "
     "was the "
     "foreign minister",
     "the foreign minister", "Wen Jialing"},
    {"nobody has the role", "Grace Okoro came. It was the minister", "the minister",
     NULL},
};

static void check_role(size_t i)
{
    struct analysis analysis;
    test_case(roles[i].name);
    const struct nr_entities *entities = names_of(&analysis, roles[i].text);
    const struct nr_text *text = &analysis.article.text;
    size_t at = strlen(roles[i].text) - strlen(roles[i].phrase);
    uint32_t first = nr_token_from(text, (uint32_t)at);
    uint32_t found = nr_entity_of_role(text, entities, first, text->tokens.count, first);
    const struct nr_entity *entity =
        found == NR_NONE ? NULL : &entities->entities.items[found];
    test_bytes("who", entity != NULL ? entity->name.bytes : NULL,
               entity != NULL ? entity->name.length : 0, roles[i].who);
    analysis_close(&analysis);
}

int main(void)
{
    for (size_t i = 0; i < TEST_COUNT(cases); i++) {
        check_entity(i);
    }
    for (size_t i = 0; i < TEST_COUNT(roles); i++) {
        check_role(i);
    }
    return test_end();
}
