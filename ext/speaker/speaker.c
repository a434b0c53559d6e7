#include "speaker/speaker.h"
enum nr_status nr_speakers_resolve(struct nr_arena *arena, const struct nr_text *text, const struct nr_entities *entities, const struct nr_quotes *quotes, struct nr_speakers *speakers)
{
    (void)text;
    (void)entities;
    (void)quotes;
    (void)speakers;
    return arena->status;
}
