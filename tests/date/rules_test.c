/* rules_test.c: does each rule decide its own example? */
#include "analyse.h"

#include <stdio.h>

static const struct nr_ymd published = {2024, 4, 26};

static bool decided_by(const struct nr_dates *dates, const char *rule)
{
    for (uint32_t i = 0; i < dates->items.count; i++) {
        if (strcmp(dates->items.items[i].rule, rule) == 0) {
            return true;
        }
    }
    return false;
}

static void check_rule(uint32_t rule)
{
    struct analysis analysis;
    enum nr_language language = NR_LANGUAGE_NONE;
    struct nr_date_example shown = nr_date_rule_at(rule, &language);
    enum nr_status status =
        analysis_start(&analysis, shown.example, strlen(shown.example));
    test_case(shown.name);
    analysis.article.options.language = language;
    analysis.article.published = nr_period_days(nr_day_of(published), 'D');
    status =
        status == NR_OK ? nr_article_analyse(&analysis.article, NR_STAGE_DATES) : status;
    test_number("status", status, NR_OK);
    if (test_wrong(decided_by(&analysis.article.dates, shown.name))) {
        printf("FAIL %s: it does not decide %s\n", shown.name, shown.example);
    }
    analysis_close(&analysis);
}

static void check_names(void)
{
    enum nr_language language;
    test_case("no two rules have one name");
    for (uint32_t r = 0; r < nr_date_rule_count(); r++) {
        for (uint32_t other = 0; other < r; other++) {
            const char *name = nr_date_rule_at(r, &language).name;
            bool same = strcmp(name, nr_date_rule_at(other, &language).name) == 0;
            test_bool(name, same, false);
        }
    }
}

int main(void)
{
    for (uint32_t r = 0; r < nr_date_rule_count(); r++) {
        check_rule(r);
    }
    check_names();
    return test_end();
}
