/* quote/speech_place.c: what a position shows of speech by itself.
 *
 *     The  minister  said  on  Friday  ,  after  the  vote  ,  that  ...
 *                    cue                                       8 words, 2 commas on
 *
 * What lies further than two tokens away is brought near: the nearest reporting word to
 * the left and right in the sentence, how long ago a quotation closed, how far into the
 * sentence this is. In the second pass what the first one called a cue is the reporting
 * word, and its labels around are seen.
 *
 * Each is one look-up for each token, so there are few: sixteen in the first pass and
 * twenty-four in the second took a sixth of the time of a whole analysis, and did no
 * better than these eleven and thirteen with clusters and frames of words, which are
 * looked up once a word (a quarter of polnear-train, learnt from the rest). */
#include "quote/speech_place.h"

enum {
    FAR = 99,   /* and further */
    BESIDE = 3, /* tokens outside a sequence that a position in it may look at */
    OWN = 100,  /* kinds of own attributes begin here, behind those of channels */
};

/* A token, as its neighbours see it. */
struct spot {
    uint32_t class;
    uint32_t said;   /* the reporting word before it in its sentence; 0: none */
    uint32_t to_say; /* and the one behind it */
    uint8_t left;    /* how far the one before is, roughly */
    uint8_t right;   /* and the one behind */
    uint8_t closed;  /* since a quotation closed, in the paragraph, roughly */
    uint8_t commas;  /* since the word to the left */
    uint8_t state;   /* enum nr_state */
    uint8_t tag;
    uint8_t seen; /* what the first pass said */
};

static const struct spot nowhere = {.class = 7, .state = 7, .tag = 31, .seen = 7};

static uint32_t further(uint32_t distance)
{
    return distance < FAR ? distance + 1 : FAR;
}

static uint8_t rough(uint32_t distance)
{
    static const uint8_t steps[] = {0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 6, 7, 7, 7, 7, 7};
    return distance < sizeof steps ? steps[distance] : distance < FAR ? 8 : 9;
}

static bool begins(const struct nr_speech_view *view, uint32_t t)
{
    return (view->text->tokens.items[t].flags & NR_TOKEN_SENTENCE) != 0;
}

/* Is it a cue, as far as is known by now? */
static bool is_cue(const struct nr_speech_view *view, uint32_t t)
{
    if (view->seen != NULL) {
        return view->seen[t] == NR_SPEECH_CUE || view->seen[t] == NR_SPEECH_CUE_ON;
    }
    return view->lemmas[t] != 0 && view->states[t] == NR_OUTSIDE;
}

static void look_back(const struct nr_speech_view *view, uint32_t first, uint32_t count,
                      struct spot *spots)
{
    uint32_t left = FAR;
    uint32_t closed = FAR;
    uint32_t said = 0;
    uint8_t commas = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t t = first + i;
        left = begins(view, t) ? FAR : left;
        spots[i].left = rough(left);
        spots[i].said = left < FAR ? said : 0;
        spots[i].closed = rough(closed);
        spots[i].commas = commas;
        commas = (uint8_t)(commas + (commas < 3 && nr_token_is(view->text, t, ",")));
        if (is_cue(view, t)) {
            left = 0;
            said = view->lemmas[t] + 1;
            commas = 0;
        }
        left = further(left);
        closed = view->states[t] == NR_CLOSES ? 1 : further(closed);
    }
}

static void look_ahead(const struct nr_speech_view *view, uint32_t first, uint32_t count,
                       struct spot *spots)
{
    uint32_t right = FAR;
    uint32_t to_say = 0;
    for (uint32_t i = count; i-- > 0;) {
        spots[i].right = rough(right);
        spots[i].to_say = right < FAR ? to_say : 0;
        if (is_cue(view, first + i)) {
            right = 0;
            to_say = view->lemmas[first + i] + 1;
        }
        right = begins(view, first + i) ? FAR : further(right);
    }
}

/* spots: of the sequence's first token; there is room for BESIDE before and behind. */
static void see_sequence(const struct nr_speech_view *view, uint32_t first,
                         uint32_t count, struct spot *spots)
{
    for (uint32_t i = 1; i <= BESIDE; i++) {
        *(spots - i) = nowhere;
        spots[count + i - 1] = nowhere;
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t t = first + i;
        spots[i].class = view->classes[t];
        spots[i].state = view->states[t];
        spots[i].tag = view->tags[t];
        spots[i].seen = view->seen != NULL ? view->seen[t] : 0;
    }
    look_back(view, first, count, spots);
    look_ahead(view, first, count, spots);
}

/* ---- Attributes ---- */

/* One position while it is described. */
struct place {
    const struct spot *here;
    uint32_t *out;
    uint32_t n;
};

static inline void show(struct place *p, uint32_t a, uint32_t b, uint32_t c)
{
    p->out[p->n] = nr_attribute3(OWN + p->n, a, b, c);
    p->n++;
}

/* How it and its neighbours stand towards marks. */
static inline uint32_t states_of(const struct spot *here)
{
    return here[-1].state * 64u + here->state * 8u + here[1].state;
}

static inline void show_cues(struct place *p)
{
    const struct spot *here = p->here;
    show(p, here->said, here->left, 0);
    show(p, here->to_say, here->right, 0);
    show(p, here->said, here->class, here->left > 4);
    show(p, here->to_say, here->class, here->right > 4);
    show(p, here->left, here->commas, here->class);
    show(p, here->closed, here->right, here->class);
    show(p, here->left, here->right, here->state);
}

/* from: its number in its sentence. */
static inline void show_words(struct place *p, uint32_t from)
{
    const struct spot *here = p->here;
    show(p, here[-1].class, here->class, 0);
    show(p, here->class, here[1].class, 0);
    show(p, here->tag, states_of(here), 0);
    show(p, rough(from), here->class, here->state);
}

static inline void show_seen(struct place *p)
{
    const struct spot *here = p->here;
    uint32_t near = here[-1].seen * 64u + here->seen * 8u + here[1].seen;
    uint32_t wide = here[-2].seen * 512u + near;
    show(p, near, here->class, 0);
    show(p, wide, here[2].seen, 0);
    show(p, near, here[-1].class, here->class);
    show(p, near, here->class, here[1].class);
    show(p, near, states_of(here), here->closed);
    show(p, here[-3].seen * 64u + here[3].seen, near, 0);
}

static uint32_t number_in_sentence(const struct nr_text *text, uint32_t t)
{
    return t - text->sentences.items[text->tokens.items[t].sentence].first_token;
}

static void show_first(const struct nr_speech_view *view, const struct spot *spots,
                       uint32_t first, uint32_t count, uint32_t *own)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t *out = own + (size_t)i * NR_SPEECH_OWN_FIRST;
        struct place p = {.here = &spots[i], .out = out};
        show_cues(&p);
        show_words(&p, number_in_sentence(view->text, first + i));
    }
}

static void show_again(const struct spot *spots, uint32_t count, uint32_t *own)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t *out = own + (size_t)i * NR_SPEECH_OWN_AGAIN;
        struct place p = {.here = &spots[i], .out = out};
        show_cues(&p);
        show_seen(&p);
    }
}

/* How the position is come to: into a sentence, after marks, into marks. */
static uint8_t turn_of(const struct nr_speech_view *view, const struct spot *here,
                       uint32_t t)
{
    return begins(view, t)               ? 1
           : here[-1].state == NR_CLOSES ? 2
           : here->state == NR_OPENS     ? 3
                                         : 0;
}

void nr_speech_places(const void *context, uint32_t first, uint32_t count, uint32_t *own,
                      uint8_t *turns)
{
    const struct nr_speech_view *view = context;
    struct spot strip[NR_TAG_LONGEST + 2 * BESIDE];
    struct spot *spots = strip + BESIDE;
    see_sequence(view, first, count, spots);
    for (uint32_t i = 0; i < count; i++) {
        turns[i] = turn_of(view, &spots[i], first + i);
    }
    if (view->seen == NULL) {
        show_first(view, spots, first, count, own);
    } else {
        show_again(spots, count, own);
    }
}
