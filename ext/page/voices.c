/* page/voices.c: see voices.h. Named speakers are told apart by their entity, others by
 * the noun phrase: "a spokesman" and "a spokesman" are one line of the list. */
#include "page/voices.h"

#include "base/map.h"

struct hearing {
    struct nr_arena *arena;
    const struct nr_article *article;
    uint32_t *of_entity; /* [entities.count] */
    struct nr_map of_name;
};

/* Where the number of a speaker's voice is kept; NULL: out of memory. */
static uint32_t *place_of(struct hearing *hearing, const struct nr_speaker *speaker)
{
    return speaker->entity != NR_NONE
               ? &hearing->of_entity[speaker->entity]
               : nr_map_slot(hearing->arena, &hearing->of_name, speaker->name.bytes,
                             speaker->name.length);
}

/* The voice of a speaker who has a name or noun phrase; NR_NONE: out of memory. */
static uint32_t voice_of(struct hearing *hearing, const struct nr_speaker *speaker,
                         struct nr_voices *voices)
{
    uint32_t *place = place_of(hearing, speaker);
    if (place == NULL) {
        return NR_NONE;
    }
    if (*place == NR_NONE) {
        struct nr_voice *voice =
            nr_list_push(hearing->arena, &voices->list, sizeof *voice);
        if (voice == NULL) {
            return NR_NONE;
        }
        *voice = (struct nr_voice){
            .name = speaker->name, .role = speaker->role, .entity = speaker->entity};
        *place = voices->list.count - 1;
    }
    return *place;
}

bool nr_voices_find(struct nr_arena *arena, const struct nr_article *article,
                    struct nr_voices *voices)
{
    uint32_t entities = article->entities.entities.count;
    uint32_t utterances = article->quotes.utterances.count;
    struct hearing hearing = {.arena = arena, .article = article};
    hearing.of_entity = nr_arena_take_array(arena, entities, sizeof *hearing.of_entity);
    voices->of_utterance =
        nr_arena_take_array(arena, utterances, sizeof *voices->of_utterance);
    if (nr_arena_fill(arena, hearing.of_entity, 0xFF,
                      entities * sizeof *hearing.of_entity) == NULL ||
        voices->of_utterance == NULL) {
        return false;
    }
    for (uint32_t u = 0; u < utterances && nr_arena_tick(arena, 1); u++) {
        const struct nr_speaker *speaker = &article->speakers.items[u];
        uint32_t voice =
            speaker->name.length > 0 ? voice_of(&hearing, speaker, voices) : NR_NONE;
        voices->of_utterance[u] = voice;
        if (voice != NR_NONE) {
            voices->list.items[voice].utterances++;
        }
    }
    return arena->status == NR_OK;
}
