/* lexicon_test.c: looking words up: casing, phrases, verbs, what the lists say of a form.
 */
#include "harness.h"

#include "lexicon/lexicon.h"

static const struct {
    const char *name;
    const char *folded;
    enum nr_list list;
    enum nr_casing written;
    const char *canonical; /* NULL: not in this list when written so */
} looks[] = {
    {"us is a pronoun", "us", NR_LIST_pronoun, NR_CASING_ANY, "us"},
    {"us is no country", "us", NR_LIST_country, NR_CASING_ANY, NULL},
    {"Us is no country", "us", NR_LIST_country, NR_CASING_CAPITAL, NULL},
    {"US is a country", "us", NR_LIST_country, NR_CASING_UPPER, "United States"},
    {"US is still a pronoun", "us", NR_LIST_pronoun, NR_CASING_UPPER, "us"},
    {"who asks", "who", NR_LIST_pronoun, NR_CASING_ANY, "who"},
    {"Who is no body", "who", NR_LIST_organisation, NR_CASING_CAPITAL, NULL},
    {"WHO is a body", "who", NR_LIST_organisation, NR_CASING_UPPER,
     "World Health Organization"},
    {"may is a modal", "may", NR_LIST_modal, NR_CASING_ANY, "may"},
    {"may is no month", "may", NR_LIST_month, NR_CASING_ANY, NULL},
    {"May is a month", "may", NR_LIST_month, NR_CASING_CAPITAL, "May"},
    {"turkey is a bird", "turkey", NR_LIST_country, NR_CASING_ANY, NULL},
    {"Turkey is a country", "turkey", NR_LIST_country, NR_CASING_CAPITAL, "Turkey"},
    {"Turquía is Turkey", "turquía", NR_LIST_country, NR_CASING_CAPITAL, "Turkey"},
    {"letters with stops", "u.s.", NR_LIST_country, NR_CASING_UPPER, "United States"},
    {"an ampersand inside", "at&t", NR_LIST_organisation, NR_CASING_UPPER, "AT&T"},
    {"a phrase", "prime minister", NR_LIST_role_noun, NR_CASING_ANY, "prime minister"},
    {"a hyphen is a token", "vice - president", NR_LIST_role_noun, NR_CASING_ANY,
     "vice president"},
    {"a prefix is none", "co-founder", NR_LIST_role_noun, NR_CASING_ANY, "co-founder"},
    {"a possessive is a token", "moody 's", NR_LIST_organisation, NR_CASING_CAPITAL,
     "Moody's"},
    {"a phrase that begins small", "al - qaida", NR_LIST_organisation, NR_CASING_ANY,
     "Al-Qaeda"},
    {"a phrase that begins with a number", "20th century fox", NR_LIST_organisation,
     NR_CASING_ANY, "20th Century Fox"},
    {"accents count", "sao paulo", NR_LIST_city, NR_CASING_CAPITAL, "São Paulo"},
    {"an abbreviated title", "sen.", NR_LIST_role_noun, NR_CASING_CAPITAL, "senator"},
    {"canonical, but not looked up", "dire", NR_LIST_speech_verb, NR_CASING_UPPER, NULL},
    {"its other forms are", "dit", NR_LIST_speech_verb, NR_CASING_ANY, "dire"},
    {"in no list", "xyzzy", NR_LIST_common_word, NR_CASING_UPPER, NULL},
    {"no bytes", "", NR_LIST_common_word, NR_CASING_UPPER, NULL},
};

static void check_look(size_t i)
{
    const char *folded = looks[i].folded;
    const struct nr_lexeme *lexeme = nr_lexicon_find(folded, strlen(folded));
    const struct nr_fact *fact =
        lexeme == NULL ? NULL
                       : nr_lexeme_fact_as(lexeme, looks[i].list, looks[i].written);
    test_case(looks[i].name);
    test_string("canonical", fact == NULL ? NULL : nr_fact_canonical(fact),
                looks[i].canonical);
    for (uint32_t k = 0; lexeme != NULL && k < lexeme->fact_count; k++) {
        const struct nr_fact *each = nr_lexeme_facts(lexeme) + k;
        uint64_t lists = nr_lexeme_lists(lexeme, (enum nr_casing)each->casing);
        bool kept_out = (NR_UNSEEN_LISTS >> each->list & 1) != 0;
        test_bool("the set has its list", (lists >> each->list & 1) != 0, !kept_out);
    }
}

/* How a verb's form is marked, and what it means. */
static const struct {
    const char *form;
    const char *lemma;
    uint32_t forms; /* NR_FLAG_BASE ... NR_FLAG_ING */
    enum nr_act act;
} verbs[] = {
    {"say", "say", NR_FLAG_BASE, NR_ACT_SAY},
    {"says", "say", NR_FLAG_THIRD, NR_ACT_SAY},
    {"said", "say", NR_FLAG_PAST | NR_FLAG_PARTICIPLE, NR_ACT_SAY},
    {"saying", "say", NR_FLAG_ING, NR_ACT_SAY},
    {"told", "tell", NR_FLAG_PAST | NR_FLAG_PARTICIPLE, NR_ACT_SAY},
    {"wrote", "write", NR_FLAG_PAST, NR_ACT_SAY},
    {"written", "write", NR_FLAG_PARTICIPLE, NR_ACT_SAY},
    {"read", "read", NR_FLAG_BASE | NR_FLAG_PAST | NR_FLAG_PARTICIPLE, NR_ACT_SAY},
    {"denies", "deny", NR_FLAG_THIRD, NR_ACT_DENY},
    {"denied", "deny", NR_FLAG_PAST | NR_FLAG_PARTICIPLE, NR_ACT_DENY},
    {"denying", "deny", NR_FLAG_ING, NR_ACT_DENY},
    {"declined", "decline", NR_FLAG_PAST | NR_FLAG_PARTICIPLE, NR_ACT_DECLINE},
    {"asked", "ask", NR_FLAG_PAST | NR_FLAG_PARTICIPLE, NR_ACT_ASK},
    {"urges", "urge", NR_FLAG_THIRD, NR_ACT_ORDER},
    {"vowed", "vow", NR_FLAG_PAST | NR_FLAG_PARTICIPLE, NR_ACT_PROMISE},
    {"thought", "think", NR_FLAG_PAST | NR_FLAG_PARTICIPLE, NR_ACT_THINK},
    {"feared", "fear", NR_FLAG_PAST | NR_FLAG_PARTICIPLE, NR_ACT_FEEL},
    {"shown", "show", NR_FLAG_PARTICIPLE, NR_ACT_SHOW},
    {"labelled", "label", NR_FLAG_PAST | NR_FLAG_PARTICIPLE, NR_ACT_SAY},
    {"labeled", "label", NR_FLAG_PAST | NR_FLAG_PARTICIPLE, NR_ACT_SAY},
    {"pointed out", "point out", NR_FLAG_PAST | NR_FLAG_PARTICIPLE, NR_ACT_SAY},
    {"calls on", "call on", NR_FLAG_THIRD, NR_ACT_ORDER},
    {"made clear", "make clear", NR_FLAG_PAST | NR_FLAG_PARTICIPLE, NR_ACT_SAY},
    {"dijo", "decir", NR_FLAG_PAST, NR_ACT_SAY},
    {"señaló", "señalar", NR_FLAG_PAST, NR_ACT_SAY},
    {"nego", NULL, 0, NR_ACT_NONE},
    {"affirme", "affirmer", NR_FLAG_THIRD, NR_ACT_SAY},
    {"a", NULL, 0, NR_ACT_NONE},
};

static void check_verb(size_t i)
{
    const struct nr_lexeme *lexeme =
        nr_lexicon_find(verbs[i].form, strlen(verbs[i].form));
    const struct nr_fact *fact =
        lexeme == NULL ? NULL : nr_lexeme_fact(lexeme, NR_LIST_speech_verb);
    uint32_t forms =
        NR_FLAG_BASE | NR_FLAG_THIRD | NR_FLAG_PAST | NR_FLAG_PARTICIPLE | NR_FLAG_ING;
    test_case(verbs[i].form);
    test_string("lemma", fact == NULL ? NULL : nr_fact_canonical(fact), verbs[i].lemma);
    if (fact != NULL) {
        test_number("form", fact->flags & forms, verbs[i].forms);
        test_number("act", fact->act, verbs[i].act);
    }
}

/* What begins phrases says so, also where it is a word of its own, or in no list. */
static void check_phrase_tokens(void)
{
    static const struct {
        const char *name;
        const char *folded;
        uint32_t least;
    } firsts[] = {
        {"prime", "prime", 2},
        {"point", "point", 2},
        {"chief executive officer", "chief", 3},
        {"Bureau of Labor Statistics", "bureau", 4},
    };
    for (size_t i = 0; i < TEST_COUNT(firsts); i++) {
        const struct nr_lexeme *lexeme =
            nr_lexicon_find(firsts[i].folded, strlen(firsts[i].folded));
        test_case(firsts[i].name);
        test_bool("begins a phrase as long",
                  lexeme != NULL && lexeme->phrase_tokens >= firsts[i].least, true);
    }
}

int main(void)
{
    for (size_t i = 0; i < TEST_COUNT(looks); i++) {
        check_look(i);
    }
    for (size_t i = 0; i < TEST_COUNT(verbs); i++) {
        check_verb(i);
    }
    check_phrase_tokens();
    return test_end();
}
