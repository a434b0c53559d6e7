#include "quote/marks.h"
const char *const nr_verdict_names[NR_VERDICT_COUNT] = {
    "quote", "title", "nickname", "scare", "heading", "unclosed",
};
enum nr_status nr_marks_judge(struct nr_arena *arena, const struct nr_text *text,
                              const struct nr_entities *entities,
                              struct nr_quotes *quotes)
{
    (void)text;
    (void)entities;
    (void)quotes;
    return arena->status;
}
