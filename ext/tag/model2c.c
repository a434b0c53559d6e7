/* tag/model2c.c: a program of the build: models in, C tables on standard output.
 *
 *     model2c ext/tag/models/names.model ext/tag/models/speech.model > models.c
 *
 * A file that is cut short, of another version or changed ends the build with a message.
 * Models that are not given are NULL in nr_models: the library then does without. */
#include "tag/model2c/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const names[NR_MODEL_COUNT] = {
#define NAME(name) #name,
    NR_MODELS(NAME)
#undef NAME
};

/* The number of the model that a path is the file of; NR_MODEL_COUNT: of none. */
static uint32_t model_of_path(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *base = slash != NULL ? slash + 1 : path;
    size_t length = strcspn(base, ".");
    uint32_t i = 0;
    while (i < NR_MODEL_COUNT &&
           (strlen(names[i]) != length || strncmp(names[i], base, length) != 0)) {
        i++;
    }
    return i;
}

static void print_slots(const char *name, const struct nr_model *model)
{
    printf("static const struct nr_model_slot %s_slots[] = {\n", name);
    for (uint32_t i = 0; i < model->kinds.count; i++) {
        printf("{%uu,%uu},%s", model->slots[i].attribute, model->slots[i].block,
               i % 8 == 7 ? "\n" : "");
    }
    printf("};\n");
}

static void print_blocks(const char *name, const struct nr_model *model)
{
    size_t length = model_block_bytes(model) + NR_MODEL_PADDING;
    printf("static const signed char %s_blocks[] = {\n", name);
    for (size_t i = 0; i < length; i++) {
        printf("%d,%s", model->blocks[i], i % 32 == 31 ? "\n" : "");
    }
    printf("};\n");
}

static void print_rows(const char *name, const struct nr_model *model)
{
    size_t length = (size_t)model->own.count * nr_model_lanes(model->label_count);
    printf("static const unsigned char %s_rows[] = {\n", name);
    for (size_t i = 0; i < length; i++) {
        printf("%d,%s", model->rows[i], i % 32 == 31 ? "\n" : "");
    }
    printf("};\n");
}

static void print_shifts(const char *name, const char *whose,
                         const struct nr_places *places)
{
    printf("static const uint16_t %s_%s[] = {\n", name, whose);
    for (uint32_t i = 0; i < places->bucket_count; i++) {
        printf("%d,%s", places->shifts[i], i % 16 == 15 ? "\n" : "");
    }
    printf("};\n");
}

static void print_steps(const char *name, const char *what, const int16_t *steps,
                        size_t count)
{
    printf("static const _Alignas(16) int16_t %s_%s[] = {\n", name, what);
    for (size_t i = 0; i < count; i++) {
        printf("%d,%s", steps[i], i % 16 == 15 ? "\n" : "");
    }
    printf("};\n");
}

static void print_model(const char *name, const struct nr_model *model)
{
    print_shifts(name, "kinds", &model->kinds);
    print_slots(name, model);
    print_blocks(name, model);
    print_shifts(name, "own", &model->own);
    print_rows(name, model);
    size_t lanes = nr_model_lanes(model->label_count);
    size_t rows = (size_t)model->turn_count * model->label_count;
    print_steps(name, "steps", model->steps, (rows + model->turn_count) * lanes);
    print_steps(name, "back", model->back, rows * lanes);
    print_steps(name, "ends", model->ends, lanes);
    print_steps(name, "alone", model->alone, rows * lanes);
    printf("static const struct nr_model %s = {%u, %u, {%u, %u, %s_kinds}, %s_slots, "
           "%s_blocks, {%u, %u, %s_own}, %s_rows, 0, %s_steps, %s_back, %s_ends, "
           "%s_alone};\n",
           name, model->label_count, model->turn_count, model->kinds.bucket_count,
           model->kinds.count, name, name, name, model->own.bucket_count,
           model->own.count, name, name, name, name, name, name);
}

int main(int argc, char **argv)
{
    bool given[NR_MODEL_COUNT] = {false};
    printf("/* Made by model2c from ext/tag/models/; do not edit. */\n"
           "#include \"tag/model.h\"\n");
    for (int i = 1; i < argc; i++) {
        const char *fault = NULL;
        uint32_t which = model_of_path(argv[i]);
        struct nr_model *model =
            which < NR_MODEL_COUNT ? model_read(argv[i], &fault) : NULL;
        if (model == NULL) {
            fprintf(stderr, "model2c: %s: %s\n", argv[i],
                    fault != NULL ? fault : "no model has this name");
            return EXIT_FAILURE;
        }
        print_model(names[which], model);
        given[which] = true;
        model_free(model);
    }
    printf("const struct nr_models nr_models = {{\n");
    for (uint32_t i = 0; i < NR_MODEL_COUNT; i++) {
        printf(given[i] ? "&%s,\n" : "0, /* %s */\n", names[i]);
    }
    printf("}};\n");
    return EXIT_SUCCESS;
}
