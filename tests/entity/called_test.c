/* Names as they are compared over articles; the walk of life of a role. */
#include "entity/called.h"
#include "entity/field.h"
#include "harness.h"

static struct nr_chars chars(const char *text)
{
    return (struct nr_chars){text, (uint32_t)strlen(text)};
}

/* ---- What a name is compared as ---- */

static const struct {
    const char *name;
    const char *written;
    const char *words;
    const char *home;
    enum nr_type type;
} foldings[] = {
    {"given and family name", "Ana Diaz", "ana diaz", "diaz", NR_TYPE_PERSON},
    {"accents, hyphens, apostrophes", "José O\u2019Brien-Sáenz", "jose obrien saenz",
     "saenz", NR_TYPE_PERSON},
    {"letters of the north and east", "Øyvind Łaszczyński", "oyvind laszczynski",
     "laszczynski", NR_TYPE_PERSON},
    {"another script stays", "Анна Дуб", "анна дуб", "дуб", NR_TYPE_PERSON},
    {"initials", "J.R. Marlow", "j r marlow", "marlow", NR_TYPE_PERSON},
    {"a short form", "Bill Marlow", "william marlow", "marlow", NR_TYPE_PERSON},
    {"a short form alone is a name", "Bill", "bill", "bill", NR_TYPE_PERSON},
    {"titles go", "Dr. Ana Diaz", "ana diaz", "diaz", NR_TYPE_PERSON},
    {"a role before the name goes", "Norland President Ana Diaz", "ana diaz", "diaz",
     NR_TYPE_PERSON},
    {"letters behind it go", "Ana Diaz MP", "ana diaz", "diaz", NR_TYPE_PERSON},
    {"a generation stays", "Joe Marlow Jr.", "joseph jr marlow", "marlow",
     NR_TYPE_PERSON},
    {"the and designators go", "The Kelter Holdings Inc.", "kelter holdings",
     "kelter holdings", NR_TYPE_ORG},
    {"a designator alone stays", "Inc", "inc", "inc", NR_TYPE_ORG},
    {"letters with dots", "Orsk F.C.", "orsk fc", "orsk fc", NR_TYPE_ORG},
    {"and, &", "Marlow & Diaz", "marlow diaz", "marlow diaz", NR_TYPE_ORG},
    {"an organ of a state", "U.S. Senate", "senate", "senate", NR_TYPE_ORG},
    {"a nation in a name", "American Carbide", "american carbide", "american carbide",
     NR_TYPE_ORG},
    {"nothing but marks", "!!!", "!!!", "!!!", NR_TYPE_ORG},
};

static void test_foldings(struct nr_arena *arena)
{
    for (size_t i = 0; i < TEST_COUNT(foldings); i++) {
        struct nr_called called;
        test_case(foldings[i].name);
        test_bool(
            "made",
            nr_called_make(arena, foldings[i].type, chars(foldings[i].written), &called),
            true);
        struct nr_chars home = nr_called_home(foldings[i].type, &called);
        test_bytes("words", called.words.bytes, called.words.length, foldings[i].words);
        test_bytes("home", home.bytes, home.length, foldings[i].home);
    }
}

/* ---- Which name says more ---- */

static const struct {
    const char *name;
    const char *longer;
    const char *shorter;
    enum nr_type type;
    bool fuller;
} pairs[] = {
    {"a family name", "Ana Diaz", "Diaz", NR_TYPE_PERSON, true},
    {"a given name", "Ana Diaz", "Ana", NR_TYPE_PERSON, true},
    {"another family name", "Ana Diaz", "Dias", NR_TYPE_PERSON, false},
    {"an initial", "Ana Diaz", "A. Diaz", NR_TYPE_PERSON, true},
    {"another initial", "Ana Diaz", "B. Diaz", NR_TYPE_PERSON, false},
    {"two initials", "Ana Berta Diaz", "A.B. Diaz", NR_TYPE_PERSON, true},
    {"two initials, one of them another", "Ana Berta Diaz", "A.C. Diaz", NR_TYPE_PERSON,
     false},
    {"a middle name left out", "Ana Berta Diaz", "Ana Diaz", NR_TYPE_PERSON, true},
    {"a middle name alone is another given name", "Ana Berta Diaz", "Berta Ines Diaz",
     NR_TYPE_PERSON, false},
    {"two family names", "Ana Diaz Sosa", "Diaz Sosa", NR_TYPE_PERSON, true},
    {"a short form and an initial", "Bill Marlow", "W. Marlow", NR_TYPE_PERSON, true},
    {"the same says no more", "Ana Diaz", "Ana Diaz", NR_TYPE_PERSON, false},
    {"a son may be meant by his father's name", "Joe Marlow Jr.", "Joe Marlow",
     NR_TYPE_PERSON, true},
    {"but not by another son's", "Joe Marlow Jr.", "Joe Marlow Sr.", NR_TYPE_PERSON,
     false},
    {"more words of a body", "Kelter Road Board", "KRB", NR_TYPE_ORG, true},
    {"as many words of a body", "Kelter Road", "Orsk Road", NR_TYPE_ORG, false},
};

static void test_pairs(struct nr_arena *arena)
{
    for (size_t i = 0; i < TEST_COUNT(pairs); i++) {
        struct nr_called longer;
        struct nr_called shorter;
        test_case(pairs[i].name);
        bool made =
            nr_called_make(arena, pairs[i].type, chars(pairs[i].longer), &longer) &&
            nr_called_make(arena, pairs[i].type, chars(pairs[i].shorter), &shorter);
        test_bool("made", made, true);
        test_bool("fuller", nr_called_fuller(pairs[i].type, &longer, &shorter),
                  pairs[i].fuller);
        test_bool("and not the other way",
                  nr_called_fuller(pairs[i].type, &shorter, &longer), false);
    }
}

/* ---- What a body is looked for by ---- */

static const struct {
    const char *name;
    const char *written;
    const char *keys; /* in any order */
} lookups[] = {
    {"first and last words, initials", "Kelter Mill Lanterns",
     "kelter|lanterns|kml|kelter mill|mill lanterns"},
    {"general words name nothing", "Bank of Norland", "norland|bn|bon|of norland"},
    {"one word", "Kelter", ""},
};

static void test_lookups(struct nr_arena *arena)
{
    for (size_t i = 0; i < TEST_COUNT(lookups); i++) {
        struct nr_called called;
        struct nr_called_key *keys = NULL;
        test_case(lookups[i].name);
        bool made =
            nr_called_make(arena, NR_TYPE_ORG, chars(lookups[i].written), &called) &&
            nr_called_keys(arena, NR_TYPE_ORG, &called, &keys);
        test_bool("made", made, true);
        size_t length = 0;
        for (; keys != NULL; keys = keys->next) {
            char key[64] = "";
            memcpy(key, keys->word.bytes, keys->word.length);
            test_bool(key, strstr(lookups[i].keys, key) != NULL, true);
            length += keys->word.length + 1;
        }
        test_number("as many", (int64_t)length,
                    lookups[i].keys[0] != 0 ? (int64_t)strlen(lookups[i].keys) + 1 : 0);
    }
}

/* ---- What a name alone is worth ---- */

static const struct {
    const char *written;
    enum nr_type type;
    bool relative;
    bool rare;
    bool given;
} sorts[] = {
    {"Vice President", NR_TYPE_PERSON, true, false, false},
    {"Prime Minister", NR_TYPE_PERSON, true, false, false},
    {"Vice President Diaz", NR_TYPE_PERSON, false, false, false},
    {"Zelvarino", NR_TYPE_PERSON, false, true, false},
    {"Ana Zelvarino", NR_TYPE_PERSON, false, false, false},
    {"Richard", NR_TYPE_PERSON, false, false, true},
    {"University", NR_TYPE_ORG, true, false, false},
    {"Senate", NR_TYPE_ORG, false, false, false},
    {"Lund University", NR_TYPE_ORG, false, false, false},
};

static void test_sorts(struct nr_arena *arena)
{
    for (size_t i = 0; i < TEST_COUNT(sorts); i++) {
        struct nr_called called;
        test_case(sorts[i].written);
        test_bool("made",
                  nr_called_make(arena, sorts[i].type, chars(sorts[i].written), &called),
                  true);
        test_bool("relative", called.relative, sorts[i].relative);
        test_bool("rare", called.rare, sorts[i].rare);
        test_bool("given", called.given, sorts[i].given);
    }
}

/* ---- Walks of life ---- */

static const struct {
    const char *role;
    enum nr_field field;
} roles[] = {
    {"deputy foreign minister of Norland", NR_FIELD_POLITICS},
    {"Orsk goalkeeper", NR_FIELD_SPORT},
    {"Goalkeeper", NR_FIELD_SPORT},
    {"president", NR_FIELD_NONE},
    {"reporter for the minister's gazette", NR_FIELD_PRESS},
    {"captain, a lawyer by trade", NR_FIELD_LAW},
    {"", NR_FIELD_NONE},
    {"otorhinolaryngologist and poet", NR_FIELD_ARTS},
};

static void test_roles(void)
{
    for (size_t i = 0; i < TEST_COUNT(roles); i++) {
        test_case(roles[i].role);
        test_number("field", (int64_t)nr_field_of(chars(roles[i].role)),
                    (int64_t)roles[i].field);
    }
}

int main(void)
{
    struct nr_arena arena;
    struct test_memory memory = {0};
    struct nr_host host = test_host(&memory);
    nr_arena_open(&arena, &host);
    test_foldings(&arena);
    test_pairs(&arena);
    test_lookups(&arena);
    test_sorts(&arena);
    test_roles();
    nr_arena_close(&arena);
    return test_end();
}
