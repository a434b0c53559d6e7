/* rules_test.c: does each rule decide its own example? */
#include "analyse.h"

#include <stdio.h>

static bool decided_by(const struct nr_values *values, const char *rule)
{
    for (uint32_t i = 0; i < values->items.count; i++) {
        if (strcmp(values->items.items[i].rule, rule) == 0) {
            return true;
        }
    }
    return false;
}

static void check_rule(struct nr_value_example shown)
{
    struct analysis analysis;
    enum nr_status status =
        analysis_start(&analysis, shown.example, strlen(shown.example));
    test_case(shown.name);
    status =
        status == NR_OK ? nr_article_analyse(&analysis.article, NR_STAGE_VALUES) : status;
    test_number("status", status, NR_OK);
    if (test_wrong(decided_by(&analysis.article.values, shown.name))) {
        printf("FAIL %s: it does not decide %s\n", shown.name, shown.example);
    }
    analysis_close(&analysis);
}

int main(void)
{
    for (uint32_t r = 0; r < nr_value_rule_count(); r++) {
        check_rule(nr_value_rule_at(r));
    }
    return test_end();
}
