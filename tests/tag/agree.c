/* agree.c: does the trainer see the same in a text as the library does?
 *
 *     agree CORPORA MODELS      see train.sh, which makes both
 *
 * The trainer itself runs, its main() renamed, up to the place where it would learn:
 * there learn() is this file's, takes a hash of the first lesson of each course, and
 * answers with the model in MODELS, so that the second pass sees what the library's
 * would. Then the library analyses the same article, and nr_tag() is this file's too: it
 * takes the same hash and goes on to the engine's (tagger.c with its nr_tag() renamed).
 */
#include "analyse.h"
#include "tag/train/trainer.h"

#include <sqlite3.h>

int train_main(int argc, char **argv);
bool nr_tag_itself(struct nr_arena *arena, const struct nr_model *model,
                   const struct nr_description *description, uint8_t *labels,
                   int16_t *margins);

static struct {
    const char *models; /* the folder */
    bool listening;     /* the library is at work */
    uint64_t taught[NR_MODEL_COUNT];
    uint64_t tagged[NR_MODEL_COUNT]; /* 0: not seen yet */
    uint32_t positions[NR_MODEL_COUNT];
} notes;

static const struct {
    const char *course; /* what the trainer calls it */
    const char *file;
} models[NR_MODEL_COUNT] = {
    [NR_MODEL_tags] = {"tags", "tags"},
    [NR_MODEL_names] = {"names", "names"},
    [NR_MODEL_speech] = {"speech", "speech"},
    [NR_MODEL_speech_again] = {"speech again", "speech_again"},
};

/* ---- What a description says, as one number ---- */

static uint64_t mixed(uint64_t hash, uint32_t value)
{
    return (hash ^ value) * 1099511628211u;
}

static uint64_t hash_channel(uint64_t hash, const struct nr_channel *channel, uint32_t t)
{
    uint32_t kind = channel->kinds[t];
    hash = mixed(hash, channel->offsets);
    for (uint32_t i = 0; kind != NR_NONE && i < channel->width; i++) {
        hash = mixed(hash, channel->attributes[(size_t)kind * channel->width + i]);
    }
    return hash;
}

static uint64_t hash_sequence(uint64_t hash, const struct nr_description *d,
                              struct nr_sequence sequence)
{
    static uint32_t own[(size_t)NR_TAG_LONGEST * NR_TAG_OWN];
    static uint8_t turns[NR_TAG_LONGEST];
    memset(turns, 0, sizeof turns);
    if (d->describe != NULL) {
        d->describe(d->context, sequence.first, sequence.count, own, turns);
    }
    hash = mixed(hash, sequence.count);
    for (uint32_t t = 0; t < sequence.count; t++) {
        for (uint32_t c = 0; c < d->channel_count; c++) {
            hash = hash_channel(hash, &d->channels[c], sequence.first + t);
        }
        for (uint32_t i = 0; i < d->own_width; i++) {
            hash = mixed(hash, own[(size_t)t * d->own_width + i]);
        }
        hash = mixed(hash, turns[t]);
    }
    return hash;
}

static uint64_t hash_of(const struct nr_description *d, uint32_t *positions)
{
    uint64_t hash = 14695981039346656037u;
    *positions = 0;
    for (uint32_t s = 0; s < d->sequences.count; s++) {
        hash = hash_sequence(hash, d, d->sequences.items[s]);
        *positions += d->sequences.items[s].count;
    }
    return hash;
}

/* ---- Instead of the trainer's and the engine's ---- */

static bool begins(const char *string, const char *with)
{
    return strncmp(string, with, strlen(with)) == 0;
}

/* A fold of speech is answered by the model of speech, as the library's first pass is. */
struct nr_model *learn(const struct course *course)
{
    char path[4096];
    const char *fault = NULL;
    uint32_t m = begins(course->name, "speech,") ? NR_MODEL_speech : 0;
    if (m == 0) {
        while (m < NR_MODEL_COUNT - 1 && strcmp(models[m].course, course->name) != 0) {
            m++;
        }
        notes.taught[m] = hash_of(&course->lessons[0].description, &notes.positions[m]);
    }
    snprintf(path, sizeof path, "%s/%s.model", notes.models, models[m].file);
    return model_read(path, &fault);
}

bool nr_tag(struct nr_arena *arena, const struct nr_model *model,
            const struct nr_description *description, uint8_t *labels, int16_t *margins)
{
    uint32_t positions;
    for (uint32_t m = 0; notes.listening && m < NR_MODEL_COUNT; m++) {
        if (nr_models.of[m] == model && notes.tagged[m] == 0) {
            notes.tagged[m] = hash_of(description, &positions);
        }
    }
    return nr_tag_itself(arena, model, description, labels, margins);
}

/* ---- The article ---- */

/* The one that comes first in training; to be freed. */
static char *first_article(const char *corpora)
{
    char path[4096];
    sqlite3 *db = NULL;
    sqlite3_stmt *row = NULL;
    char *body = NULL;
    snprintf(path, sizeof path, "%s/conll2003-docs.db", corpora);
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
        sqlite3_prepare_v2(db, "SELECT body FROM articles ORDER BY id LIMIT 1", -1, &row,
                           NULL) == SQLITE_OK &&
        sqlite3_step(row) == SQLITE_ROW) {
        size_t size = (size_t)sqlite3_column_bytes(row, 0) + 1;
        body = malloc(size);
        if (body != NULL) {
            memcpy(body, sqlite3_column_text(row, 0), size);
        }
    }
    sqlite3_finalize(row);
    sqlite3_close(db);
    return body;
}

int main(int argc, char **argv)
{
    struct analysis analysis;
    char *body = argc == 3 ? first_article(argv[1]) : NULL;
    if (body == NULL) {
        printf("usage: agree CORPORA MODELS\n0 passed, 1 failed\n");
        return EXIT_FAILURE;
    }
    notes.models = argv[2];
    static char which[][8] = {"tags", "names", "speech"};
    char *arguments[] = {argv[0], argv[1], argv[2], which[0], which[1], which[2], NULL};
    test_case("the trainer runs");
    test_number("status", train_main(6, arguments), EXIT_SUCCESS);
    notes.listening = true;
    test_case("the library runs");
    test_number("status", analysis_open(&analysis, body, strlen(body)), NR_OK);
    for (uint32_t m = 0; m < NR_MODEL_COUNT; m++) {
        test_case(models[m].course);
        test_bool("positions were described", notes.positions[m] > 20, true);
        test_bool("the trainer and the library see the same",
                  notes.taught[m] == notes.tagged[m], true);
    }
    analysis_close(&analysis);
    free(body);
    return test_end();
}
