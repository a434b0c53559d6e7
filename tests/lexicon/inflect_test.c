/* inflect_test.c: the rules of the regular English verb, one case for each. */
#include "harness.h"

#include "lexicon/inflect.h"

static const struct {
    const char *name;
    const char *base;
    const char *third;
    const char *past;
    const char *ing;
    bool doubled;
} cases[] = {
    {"plain", "claim", "claims", "claimed", "claiming", false},
    {"final e", "state", "states", "stated", "stating", false},
    {"final ee", "agree", "agrees", "agreed", "agreeing", false},
    {"final ie", "die", "dies", "died", "dying", false},
    {"final ye", "dye", "dyes", "dyed", "dyeing", false},
    {"final oe", "hoe", "hoes", "hoed", "hoeing", false},
    {"final ue", "argue", "argues", "argued", "arguing", false},
    {"consonant and y", "deny", "denies", "denied", "denying", false},
    {"vowel and y", "convey", "conveys", "conveyed", "conveying", false},
    {"final ss", "stress", "stresses", "stressed", "stressing", false},
    {"final sh", "publish", "publishes", "published", "publishing", false},
    {"final ch", "preach", "preaches", "preached", "preaching", false},
    {"final x", "text", "texts", "texted", "texting", false},
    {"final x alone", "fix", "fixes", "fixed", "fixing", false},
    {"final z", "buzz", "buzzes", "buzzed", "buzzing", false},
    {"consonant and o", "echo", "echoes", "echoed", "echoing", false},
    {"vowel and o", "coo", "coos", "cooed", "cooing", false},
    {"one vowel, one consonant", "beg", "begs", "begged", "begging", false},
    {"the u of qu is no vowel", "quip", "quips", "quipped", "quipping", false},
    {"two vowels", "repeat", "repeats", "repeated", "repeating", false},
    {"two consonants", "add", "adds", "added", "adding", false},
    {"w does not double", "vow", "vows", "vowed", "vowing", false},
    {"two syllables do not double", "answer", "answers", "answered", "answering", false},
    {"doubled because it is said so", "admit", "admits", "admitted", "admitting", true},
    {"only the first word", "call on", "calls on", "called on", "calling on", false},
    {"the first word doubles", "chat up", "chats up", "chatted up", "chatting up", false},
    {"two letters", "go", "goes", "goed", "going", false},
};

static void check_form(const char *what, size_t i, enum nr_inflection which,
                       const char *expected)
{
    char form[64];
    size_t length =
        nr_inflect(form, cases[i].base, strlen(cases[i].base), which, cases[i].doubled);
    test_bytes(what, form, length, expected);
    test_bool("no longer than promised",
              length <= strlen(cases[i].base) + NR_INFLECT_MORE, true);
}

int main(void)
{
    for (size_t i = 0; i < TEST_COUNT(cases); i++) {
        test_case(cases[i].name);
        check_form("third", i, NR_INFLECT_THIRD, cases[i].third);
        check_form("past", i, NR_INFLECT_PAST, cases[i].past);
        check_form("ing", i, NR_INFLECT_ING, cases[i].ing);
    }
    return test_end();
}
