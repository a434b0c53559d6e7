/* lexicon/facts.c: the names of the small vocabularies, as users read them. */
#include "lexicon/facts.h"

#include <stddef.h>

const char *const nr_type_names[NR_TYPE_COUNT] = {
    [NR_TYPE_PERSON] = "PERSON",
    [NR_TYPE_NORP] = "NORP",
    [NR_TYPE_FAC] = "FAC",
    [NR_TYPE_ORG] = "ORG",
    [NR_TYPE_GPE] = "GPE",
    [NR_TYPE_LOC] = "LOC",
    [NR_TYPE_PRODUCT] = "PRODUCT",
    [NR_TYPE_EVENT] = "EVENT",
    [NR_TYPE_WORK_OF_ART] = "WORK_OF_ART",
    [NR_TYPE_LAW] = "LAW",
    [NR_TYPE_LANGUAGE] = "LANGUAGE",
    [NR_TYPE_DATE] = "DATE",
    [NR_TYPE_TIME] = "TIME",
    [NR_TYPE_MONEY] = "MONEY",
    [NR_TYPE_PERCENT] = "PERCENT",
    [NR_TYPE_QUANTITY] = "QUANTITY",
    [NR_TYPE_ORDINAL] = "ORDINAL",
    [NR_TYPE_CARDINAL] = "CARDINAL",
    [NR_TYPE_GROUP] = "GROUP",
    [NR_TYPE_DOCUMENT] = "DOCUMENT",
};

const char *const nr_gender_names[NR_GENDER_COUNT] = {
    [NR_GENDER_FEMALE] = "female",
    [NR_GENDER_MALE] = "male",
    [NR_GENDER_NONBINARY] = "nonbinary",
    [NR_GENDER_UNKNOWN] = "unknown",
};

const char *const nr_act_names[NR_ACT_COUNT] = {
    [NR_ACT_SAY] = "say",         [NR_ACT_ASK] = "ask",   [NR_ACT_ORDER] = "order",
    [NR_ACT_PROMISE] = "promise", [NR_ACT_DENY] = "deny", [NR_ACT_DECLINE] = "decline",
    [NR_ACT_THINK] = "think",     [NR_ACT_FEEL] = "feel", [NR_ACT_SHOW] = "show",
};

const char *const nr_language_names[NR_LANGUAGE_COUNT] = {
    [NR_LANGUAGE_EN] = "en", [NR_LANGUAGE_ES] = "es", [NR_LANGUAGE_FR] = "fr",
    [NR_LANGUAGE_DE] = "de", [NR_LANGUAGE_PT] = "pt", [NR_LANGUAGE_IT] = "it",
    [NR_LANGUAGE_NL] = "nl", [NR_LANGUAGE_CA] = "ca",
};
