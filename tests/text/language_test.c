/* language_test.c: which language two sentences are in. */
#include "harness.h"
#include "text/language.h"

static const struct {
    const char *name;
    const char *text;
    enum nr_language language;
} cases[] = {
    {"English",
     "The council has put off the vote on the bridge. It will meet again in May.",
     NR_LANGUAGE_EN},
    {"English in capitals",
     "COUNCIL PUTS OFF VOTE ON THE BRIDGE AND WILL MEET AGAIN IN MAY", NR_LANGUAGE_EN},
    {"Spanish",
     "El ayuntamiento aplazó la votación sobre el puente. Se reunirá otra vez en mayo.",
     NR_LANGUAGE_ES},
    {"French",
     "Le conseil a reporté le vote sur le pont. Il se réunira de nouveau en mai.",
     NR_LANGUAGE_FR},
    {"German",
     "Der Rat hat die Abstimmung über die Brücke verschoben. Er tagt wieder im Mai.",
     NR_LANGUAGE_DE},
    {"Portuguese",
     "A câmara adiou a votação sobre a ponte. Os vereadores não se reúnem até maio.",
     NR_LANGUAGE_PT},
    {"Italian",
     "Il consiglio ha rinviato il voto sul ponte. Si riunirà di nuovo nel mese di "
     "maggio.",
     NR_LANGUAGE_IT},
    {"Dutch",
     "De raad heeft de stemming over de brug uitgesteld. Het bestuur komt in mei weer "
     "bijeen.",
     NR_LANGUAGE_NL},
    {"Catalan",
     "El consell ha ajornat la votació sobre el pont amb els veïns. Els regidors es "
     "tornaran a reunir al maig.",
     NR_LANGUAGE_CA},
    {"a table in English", "Loss 17.3 vs 21.5\nSales 27.3 mln vs 23.7\nNine months",
     NR_LANGUAGE_EN},
    {"a table in Spanish", "Ventas 27,3 millones\nGastos 12\nEmpleados 39",
     NR_LANGUAGE_NONE},
    {"names only", "Ana Keller, Tom Brandt, Rui Sá", NR_LANGUAGE_NONE},
    {"figures only", "12.5 - 13.0 = 7", NR_LANGUAGE_NONE},
    {"nothing", "", NR_LANGUAGE_NONE},
    {"bytes that are nothing", "\xFF\xFE\x80", NR_LANGUAGE_NONE},
};

int main(void)
{
    for (size_t i = 0; i < TEST_COUNT(cases); i++) {
        test_case(cases[i].name);
        enum nr_language found = nr_language_of(cases[i].text, strlen(cases[i].text));
        test_string("language", nr_language_names[found],
                    nr_language_names[cases[i].language]);
    }
    return test_end();
}
