#include "text/text.h"
enum nr_status nr_sentences_find(struct nr_arena *arena, struct nr_text *text)
{
    (void)text;
    return arena->status;
}
