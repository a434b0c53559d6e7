/* Names: what their spans are, of which type, and which are one entity. */
#include "mentions.h"

static const struct {
    const char *name;
    const char *text;
    const char *mentions;
} cases[] = {
    /* ---- spans ---- */
    {"given and family name", "They met Grace Okoro on Monday.", "Grace Okoro/PERSON=1"},
    {"a name has no leading article", "He works for the United Nations there.",
     "United Nations/ORG=1"},
    {"a name has no 's", "They read Grace Okoro's letter.", "Grace Okoro/PERSON=1"},
    {"particles in lower case", "They met Pieter van der Marel yesterday.",
     "Pieter van der Marel/PERSON=1"},
    {"a hyphen within a name", "They met Jean-Pierre Lambrecht yesterday.",
     "Jean-Pierre Lambrecht/PERSON=1"},
    {"al- belongs to the name", "They met Omar al-Kassar yesterday.",
     "Omar al-Kassar/PERSON=1"},
    {"initials", "They met J. D. Marlow and Peter Q. Sandys there.",
     "J. D. Marlow/PERSON=1 Peter Q. Sandys/PERSON=2"},
    {"a nickname within a name", "They met Peter \"The Hammer\" Sandys yesterday.",
     "Peter \"The Hammer\" Sandys/PERSON=1"},
    {"a nickname between marks names the same person",
     "They met Peter \"The Hammer\" Sandys yesterday. The Hammer lost.",
     "Peter \"The Hammer\" Sandys/PERSON=1 Hammer/PERSON=1"},
    {"a nickname has its article", "Peter \"The Hammer\" Sandys won. Hammer Inc. lost.",
     "Peter \"The Hammer\" Sandys/PERSON=1 Hammer Inc./ORG=2"},
    {"a suffix after a comma", "They met Robert Ellery, Jr. yesterday.",
     "Robert Ellery, Jr./PERSON=1"},
    {"of within a body's name", "She joined the Department of Justice last year.",
     "Department of Justice/ORG=1"},
    {"a first word by its place is no name",
     "Prosecutors met Grace Okoro. Nobody else came.", "Grace Okoro/PERSON=1"},
    {"a weekday and a month are no names",
     "On Friday and in October they met Grace Okoro.", "Grace Okoro/PERSON=1"},
    {"capitals within a word, and listed", "They want to ban the TikTok platform there.",
     "TikTok/PRODUCT=1"},
    {"two countries with a hyphen", "The China-Russia talks went on.",
     "China/GPE=1 Russia/GPE=2"},
    {"I is no name", "They say I said so to Grace Okoro.", "Grace Okoro/PERSON=1"},
    {"US is a country, us is not", "The US told us so.", "US/GPE=1"},

    {"a bare particle name", "They met Pieter de Wolff. Later de Wolff left.",
     "Pieter de Wolff/PERSON=1 de Wolff/PERSON=1"},
    {"ministries of two countries are two",
     "The Norwegian Foreign Ministry wrote to the Chilean Foreign Ministry. The "
     "Norwegian Foreign Ministry waits.",
     "Norwegian/NORP=1 Foreign Ministry/ORG=2 Chilean/NORP=3 Foreign Ministry/ORG=4 "
     "Norwegian/NORP=1 Foreign Ministry/ORG=2"},
    {"a body with and", "She joined the Food and Drug Administration last year.",
     "Food and Drug Administration/ORG=1"},
    {"an ampersand", "Shares of Kelter & Sandys fell.", "Kelter & Sandys/ORG=1"},
    {"a party tag is no name but its state", "Sen. Grace Okoro (D-Ohio) left.",
     "Grace Okoro/PERSON=1 Ohio/GPE=2"},
    {"a plain word starts a body", "Supreme Court judges met Grace Okoro.",
     "Supreme Court/ORG=1 Grace Okoro/PERSON=2"},

    /* ---- titles are no part of a name ---- */
    {"title glued to a name", "A meeting with Prime Minister Ines Valdova took place.",
     "Ines Valdova/PERSON=1"},
    {"a country before a title", "They heard US Secretary of State Colm Barrow speak.",
     "US/GPE=1 Colm Barrow/PERSON=2"},
    {"a people before a title", "They heard Chinese President Wen Jialing speak.",
     "Chinese/NORP=1 Wen Jialing/PERSON=2"},
    {"a party before a title", "Talks with Labour MP Lucy Barnard went on.",
     "Labour/ORG=1 Lucy Barnard/PERSON=2"},
    {"of a country before a name",
     "They heard U.S. Ambassador to China Colm Barrow speak.",
     "U.S./GPE=1 China/GPE=2 Colm Barrow/PERSON=3"},
    {"a given name that is a small word", "It was chairman Will Sandys again.",
     "Will Sandys/PERSON=1"},
    {"a month that is a family name", "They heard Theresa May speak in May.",
     "Theresa May/PERSON=1"},
    {"a role that is a family name", "They met Martin King. Later King left.",
     "Martin King/PERSON=1 King/PERSON=1"},
    {"a noun that is a family name after Mr.", "They asked Mr. Band about it.",
     "Band/PERSON=1"},
    {"Mr. President is nobody's name", "It is late, Mr. President.", ""},
    {"Mr. makes a person", "They asked Mr. Zelkova about it.", "Zelkova/PERSON=1"},

    /* ---- types ---- */
    {"a head makes a body", "She teaches at Halvorsen University now.",
     "Halvorsen University/ORG=1"},
    {"a suffix makes a body", "Shares of Kelter Holdings Inc. fell.",
     "Kelter Holdings Inc./ORG=1"},
    {"a facility by its head", "They landed at Kelter Airport on time.",
     "Kelter Airport/FAC=1"},
    {"a law by its head", "They voted for the Clean Harbours Act again.",
     "Clean Harbours Act/LAW=1"},
    {"an age makes a person", "They found Torvik Zelvar, 45, at home.",
     "Torvik Zelvar/PERSON=1"},
    {"who makes a person", "They found Zelvar Torvik, who was at home.",
     "Zelvar Torvik/PERSON=1"},
    {"a speech verb makes a person", "The pier is closed, Zelvar Torvik said.",
     "Zelvar Torvik/PERSON=1"},
    {"an apposition makes a person", "It was Torvik, a lawyer, and nobody else.",
     "Torvik/PERSON=1"},
    {"the same word gets the same type",
     "We saw Torvik there. Later Zelvar Torvik said so.",
     "Torvik/PERSON=1 Zelvar Torvik/PERSON=1"},
    {"a fixture", "LEEDS AT SUNDERLAND", "LEEDS/ORG=1 SUNDERLAND/GPE=2"},
    {"two rivals", "They saw Leeds v Sunderland there.", "Leeds/ORG=1 Sunderland/ORG=2"},
    {"a town with a plural is a team", "They saw the Houston Herons there.",
     "Houston Herons/ORG=1"},
    {"a body that owns its town", "They read the Houston Tribune there.",
     "Houston Tribune/ORG=1"},
    {"a direction before a place", "They live in Southern California now.",
     "Southern California/LOC=1"},
    {"teams of a result", "Leeds 2 Sunderland 1", "Leeds/ORG=1 Sunderland/ORG=2"},

    /* ---- who is one ---- */
    {"family name alone", "Grace Okoro came. Later Okoro left.",
     "Grace Okoro/PERSON=1 Okoro/PERSON=1"},
    {"the headline before the full name",
     "Okoro quits\n\nThe mayor, Grace Okoro, left on Monday.",
     "Okoro/PERSON=1 Grace Okoro/PERSON=1"},
    {"a headline in capitals", "OKORO TO LEAVE SOON\n\nThe mayor, Grace Okoro, will go.",
     "OKORO/PERSON=1 Grace Okoro/PERSON=1"},
    {"a headline in title case",
     "Grace Okoro Says She Will Leave\n\nThe mayor, Grace Okoro, will leave. She says "
     "so.",
     "Grace Okoro/PERSON=1 Grace Okoro/PERSON=1"},
    {"family name before given name", "Wen Jialing spoke. Then Wen left.",
     "Wen Jialing/PERSON=1 Wen/PERSON=1"},
    {"initials and full name", "They met J. Okoro. Later Judith Okoro left.",
     "J. Okoro/PERSON=1 Judith Okoro/PERSON=1"},
    {"a middle name more", "They met Judith Anne Okoro. Later Judith Okoro left.",
     "Judith Anne Okoro/PERSON=1 Judith Okoro/PERSON=1"},
    {"two people of one family name",
     "They met Judith Okoro and Peter Okoro. Mr. Okoro left and Mrs. Okoro stayed.",
     "Judith Okoro/PERSON=1 Peter Okoro/PERSON=2 Okoro/PERSON=2 Okoro/PERSON=1"},
    {"a bare name is not who is named in full after it",
     "They met Peter Okoro and Judith Okoro. Mr. Lind said Okoro had written to Judith "
     "Okoro.",
     "Peter Okoro/PERSON=1 Judith Okoro/PERSON=2 Lind/PERSON=3 Okoro/PERSON=1 "
     "Judith Okoro/PERSON=2"},
    {"a headline means the one who is named first",
     "Okoro quits\n\nJudith Okoro left on Monday. Her brother Peter Okoro stayed.",
     "Okoro/PERSON=1 Judith Okoro/PERSON=1 Peter Okoro/PERSON=2"},
    {"a letter more in a given name", "They met Hillary Okoro. Hilary Okoro left.",
     "Hillary Okoro/PERSON=1 Hilary Okoro/PERSON=1"},
    {"a son is not his father", "Robert Ellery came. Robert Ellery Jr. stayed.",
     "Robert Ellery/PERSON=1 Robert Ellery Jr./PERSON=2"},
    {"accents do not count", "They met Juan Pérez. Later Perez left.",
     "Juan Pérez/PERSON=1 Perez/PERSON=1"},
    {"an acronym after the name",
     "The Global Harbour Organization (GHO) met. The GHO was late.",
     "Global Harbour Organization/ORG=1 GHO/ORG=1 GHO/ORG=1"},
    {"an acronym before the name",
     "The GHO met. It is the Global Harbour Organization in full.",
     "GHO/ORG=1 Global Harbour Organization/ORG=1"},
    {"a company by its first word, though it says so",
     "Foster Harbour Corp said it lost a ship. Foster said the ship was old.",
     "Foster Harbour Corp/ORG=1 Foster/ORG=1"},
    {"a company's first word after Mr.",
     "Foster Harbour Corp said it lost a ship. Mr. Foster said the ship was old.",
     "Foster Harbour Corp/ORG=1 Foster/PERSON=2"},
    {"a company and its unit of like name",
     "Kelter Inc said its Kelter Metals Inc unit lost money. Kelter said it was sold.",
     "Kelter Inc/ORG=1 Kelter Metals Inc/ORG=2 Kelter/ORG=1"},
    {"a share's sign means the company",
     "Kelter Motor Co <KLT.N> said it will close a plant.",
     "Kelter Motor Co/ORG=1 KLT.N/ORG=1"},
    {"a body without its suffix", "Kelter Holdings Inc. fell. Kelter Holdings rose.",
     "Kelter Holdings Inc./ORG=1 Kelter Holdings/ORG=1"},
    {"an acronym of other letters, in brackets",
     "The Party of Northern Action (SDA) met. The SDA was late.",
     "Party of Northern Action/ORG=1 SDA/ORG=1 SDA/ORG=1"},
    {"a body without its country",
     "The U.S. Farm Department met. The Farm Department was late.",
     "U.S. Farm Department/ORG=1 Farm Department/ORG=1"},
    {"a team without its town", "They saw the Houston Herons there. The Herons won.",
     "Houston Herons/ORG=1 Herons/ORG=1"},
    {"a people in the plural", "The Iraqi army left. Iraqis cheered.",
     "Iraqi/NORP=1 Iraqis/NORP=1"},
    {"a family name of two words",
     "They met Judith Okoro Lambert. Later Ms. Okoro Lambert left.",
     "Judith Okoro Lambert/PERSON=1 Okoro Lambert/PERSON=1"},
    {"kings of one name", "They read about Henry VIII and Henry IV there.",
     "Henry VIII/PERSON=1 Henry IV/PERSON=2"},
    {"forms that the lists know for one", "The United States and the U.S. are one.",
     "United States/GPE=1 U.S./GPE=1"},
    {"a people is not its country", "China is large. Chinese exports grew.",
     "China/GPE=1 Chinese/NORP=2"},

    /* ---- Spanish ---- */
    {"articles and bodies in Spanish",
     "El Ayuntamiento de Cartagena lo negó el lunes. La ministra María Jesús Montero "
     "respondió a "
     "los diputados del Congreso de los Diputados, y después Montero viajó a Bruselas "
     "con ellos.",
     "Ayuntamiento de Cartagena/ORG=1 María Jesús Montero/PERSON=2 "
     "Congreso de los Diputados/ORG=3 Montero/PERSON=2 Bruselas/GPE=4"},

    /* ---- nothing there ---- */
    {"no names", "The weather was fine and nobody came.", ""},
    {"an empty text", "", ""},
};

/* What the rules find without the learned models: as in languages that nothing was
 * learned of. In English the models are wrong about these. */
static const struct {
    const char *name;
    const char *text;
    const char *mentions;
} ruled[] = {
    {"an administration is somebody's", "They fought the Zelkov administration there.",
     "Zelkov/PERSON=1"},
    {"a noun that is also written small is no name",
     "The Board met. The board met again.", ""},
    {"a body with 's", "She was taken to the Children's Hospital at night.",
     "Children's Hospital/ORG=1"},
    {"a weekday behind a word is no name", "They met on Soggy Tuesday.", ""},
    {"what is left of a title",
     "They heard Health Minister for Border Affairs Patricia Okoro speak.",
     "Border Affairs/ORG=1 Patricia Okoro/PERSON=2"},
    {"a verb ends a name in a headline within a sentence",
     "She wrote that \"Grace Okoro Joins Growing List\" was the headline.",
     "Grace Okoro/PERSON=1"},
    {"what is called after a person", "They watched the Rachel Okoro Hour there.",
     "Rachel Okoro Hour/ORG=1"},
};

static void test_rules(void)
{
    static const struct nr_models none;
    for (size_t i = 0; i < TEST_COUNT(ruled); i++) {
        struct analysis analysis;
        const char *text = ruled[i].text;
        test_case(ruled[i].name);
        enum nr_status status = analysis_start(&analysis, text, strlen(text));
        analysis.article.models = &none;
        if (status == NR_OK) {
            status = nr_article_analyse(&analysis.article, NR_STAGE_ENTITIES);
        }
        test_bool("analysed", status == NR_OK, true);
        struct line line = mentions_line(&analysis.article.entities, text);
        test_string("mentions", line.bytes, ruled[i].mentions);
        analysis_close(&analysis);
    }
}

int main(void)
{
    test_rules();
    for (size_t i = 0; i < TEST_COUNT(cases); i++) {
        struct analysis analysis;
        test_case(cases[i].name);
        const struct nr_entities *entities = names_of(&analysis, cases[i].text);
        struct line line = mentions_line(entities, cases[i].text);
        test_string("mentions", line.bytes, cases[i].mentions);
        analysis_close(&analysis);
    }
    return test_end();
}
