/* quote/scene.h: one block as attribution sees it: its quoted passages and its cues, in
 * order. */
#ifndef NR_QUOTE_SCENE_H
#define NR_QUOTE_SCENE_H

#include "quote/cue.h"
#include "quote/quote.h"

/* What was decided for one passage: whose words, by which rule. */
struct nr_finding {
    const char *rule;        /* name in nr_rules; NULL: nothing found */
    uint32_t cue;            /* index into the scene's cues, or NR_NONE */
    struct nr_phrase source; /* empty: none */
    struct nr_span
        cue_span; /* where no cue of the lexicon stands: the colon, the plain verb */
    uint32_t content_first; /* tokens [content_first, content_end) hold what was said */
    uint32_t content_end;
    bool joins; /* a further part of the utterance of the passage before it */
};

/* A passage between outermost marks. Tokens: [open, after) with the marks, [first, end)
 * without. */
struct nr_passage {
    uint32_t mark; /* index into quotes->marks */
    uint32_t open;
    uint32_t first;
    uint32_t end;
    uint32_t after;
    uint32_t
        sentence_first; /* first token of the sentence around it (may be its own open) */
    uint32_t stretch_from; /* outside tokens before it: [stretch_from, open) */
    uint32_t stretch_to;   /* and after it in its sentence: [after, stretch_to) */
    uint32_t words;
    struct nr_finding finding;
};

struct nr_scene {
    struct nr_reading reading;
    const struct nr_quotes *quotes;
    uint32_t block;
    bool doubles;          /* the article quotes with double marks or angles */
    const uint8_t *labels; /* [tokens] enum nr_speech_label; NULL: no model reads it */
    NR_LIST(struct nr_passage) passages;
    NR_LIST(struct nr_cue) cues;
};

/* Fills passages and cues of a block; first_mark: the first mark that lies in it. */
enum nr_status nr_scene_read(struct nr_arena *arena, struct nr_scene *scene,
                             uint32_t first_mark);

/* The first passage that opens at or after a token; passages.count when there is none. */
uint32_t nr_scene_passage_from(const struct nr_scene *scene, uint32_t token);
/* The first cue that begins at or after a token; cues.count when there is none. */
uint32_t nr_scene_cue_from(const struct nr_scene *scene, uint32_t token);

/* Does the cue report what follows it without any marks: S V that C, S V C? */
bool nr_scene_reports(const struct nr_scene *scene, const struct nr_cue *cue);
/* Does it stand amid what it reports: "The alarm, she said, is on"? */
bool nr_scene_parenthesis(const struct nr_scene *scene, const struct nr_cue *cue);
/* Does it report what stands before it in its sentence, which begins at `first`: "C, S
 * said."? */
bool nr_scene_reported_before(const struct nr_scene *scene, const struct nr_cue *cue,
                              uint32_t first);

/* Decides for one passage, those before it in the block being decided: tries the rules of
 * rules.c in order. Fills passage->finding; finding.rule stays NULL where only what came
 * before the block, or nothing, can tell. */
void nr_passage_attribute(struct nr_scene *scene, uint32_t passage);

/* The name of the rule by which a cue names the source of what follows it. */
const char *nr_cue_rule(const struct nr_cue *cue);

#endif
