/* lists_test.c: is every form of every list found where an article writes it?
 *
 * lexicon2c and text/ fold and cut words each for themselves. Here each listed form is a
 * text: text/ cuts it, and the phrase that begins it must be all of it, in the form's
 * list. Behind a form that ends in a full stop goes a name, so that it ends no text. One
 * that reads as two sentences even so ("U.N. Women", "Inc. Hale") is left out.
 *
 * One case for each file and section. And a line's first form is what its other forms
 * are called: it must be found too, and be called so itself, or a name would have two
 * names. */
#include "analyse.h"

#include <dirent.h>

static const char folder[] = "ext/lexicon/lists";

static const char *const list_names[NR_LIST_COUNT] = {
#define NR_LIST_NAME(name) #name,
    NR_LISTS(NR_LIST_NAME)
#undef NR_LIST_NAME
};

/* Lists whose canonical form names somebody or something. */
#define NAMING                                                                           \
    (NR_IN(country) | NR_IN(city) | NR_IN(region) | NR_IN(organisation) | NR_IN(thing) | \
     NR_IN(given_name) | NR_IN(surname))

struct reading {
    struct nr_arena patterns;
    const struct nr_block_patterns *compiled;
    uint32_t list;
    uint32_t forms;
};

/* The fact that text/ finds for the whole form, or NULL; *skip: it is no one sentence. */
static const struct nr_fact *fact_of(const struct reading *reading,
                                     struct nr_article *article, const char *form,
                                     bool *skip)
{
    char bytes[300];
    bool named = form[strlen(form) - 1] == '.';
    snprintf(bytes, sizeof bytes, "%s%s", form, named ? " Hale" : "");
    article->bytes = bytes;
    article->length = (uint32_t)strlen(bytes);
    article->patterns = reading->compiled;
    article->options.language = NR_LANGUAGE_EN;
    nr_article_analyse(article, NR_STAGE_SENTENCES);
    const struct nr_text *text = &article->text;
    *skip = text->sentences.count != 1 || text->tokens.count == 0;
    if (*skip) {
        return NULL;
    }
    if ((NR_UNSEEN_LISTS >> reading->list & 1) != 0) { /* in no set: fact by fact */
        const struct nr_lexeme *lexeme = nr_word_of(text, 0)->lexeme;
        return lexeme != NULL ? nr_lexeme_fact(lexeme, (enum nr_list)reading->list)
                              : NULL;
    }
    uint32_t end = 0;
    const struct nr_fact *fact =
        nr_phrase_at(text, 0, UINT64_C(1) << reading->list, &end);
    return end + named == text->tokens.count ? fact : NULL;
}

static void check_form(struct reading *reading, const char *form, const char *canonical)
{
    struct test_memory memory = {0};
    struct nr_host host = test_host(&memory);
    struct nr_article article = {.length = 0};
    nr_arena_open(&article.arena, &host);
    bool skip = false;
    const struct nr_fact *fact = fact_of(reading, &article, form, &skip);
    bool naming = (NAMING >> reading->list & 1) != 0;
    if (!skip) {
        reading->forms++;
        if (test_wrong(fact != NULL)) {
            printf("FAIL %s: %s is not found\n", test_state.name, form);
        } else if (naming &&
                   test_wrong(strcmp(nr_fact_canonical(fact), canonical) == 0)) {
            printf("FAIL %s: %s is %s, not %s\n", test_state.name, form,
                   nr_fact_canonical(fact), canonical);
        }
    }
    nr_arena_close(&article.arena);
}

/* "(dire)|dit|dit" -> dit, dit, called dire */
static void check_line(struct reading *reading, char *line)
{
    char canonical[256];
    line[strcspn(line, "\t")] = '\0';
    size_t length = strcspn(line, "|");
    bool bracketed = line[0] == '(' && line[length - 1] == ')';
    snprintf(canonical, sizeof canonical, "%.*s", (int)length - 2 * bracketed,
             line + bracketed);
    char *form = line + (bracketed ? length : 0);
    while (*form != '\0') {
        form += *form == '|';
        length = strcspn(form, "|");
        char *next = form + length;
        bool last = *next == '\0';
        *next = '\0';
        if (form[0] != '(') {
            check_form(reading, form, canonical);
        }
        if (!last) {
            *next = '|';
        }
        form = next;
    }
}

static void begin_section(struct reading *reading, char *line, const char *file,
                          char *name)
{
    line[strlen(line) - 1] = '\0';
    snprintf(name, 256, "%.100s %.100s", file, line + 1);
    test_case(name);
    reading->list = NR_LIST_COUNT;
    for (uint32_t i = 0; i < NR_LIST_COUNT; i++) {
        if (strcmp(list_names[i], line + 1) == 0) {
            reading->list = i;
        }
    }
    test_bool("the section is a list", reading->list < NR_LIST_COUNT, true);
}

static void check_file(struct reading *reading, const char *file)
{
    char line[4096];
    char name[256];
    snprintf(line, sizeof line, "%s/%s", folder, file);
    FILE *in = fopen(line, "rb");
    test_case(file);
    test_bool("can be read", in != NULL, true);
    while (in != NULL && fgets(line, sizeof line, in) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == '[') {
            begin_section(reading, line, file, name);
        } else if (line[0] != '#' && line[0] != '\0' && reading->list < NR_LIST_COUNT) {
            check_line(reading, line);
        }
    }
    if (in != NULL) {
        fclose(in);
    }
    test_finish_case();
}

int main(void)
{
    struct test_memory memory = {0};
    struct nr_host host = test_host(&memory);
    struct reading reading = {.list = NR_LIST_COUNT};
    nr_arena_open(&reading.patterns, &host);
    reading.compiled = nr_block_patterns_make(&reading.patterns);
    DIR *lists = opendir(folder);
    for (struct dirent *entry; lists != NULL && (entry = readdir(lists)) != NULL;) {
        size_t length = strlen(entry->d_name);
        if (length > 4 && strcmp(entry->d_name + length - 4, ".txt") == 0) {
            check_file(&reading, entry->d_name);
        }
    }
    if (lists != NULL) {
        closedir(lists);
    }
    nr_arena_close(&reading.patterns);
    test_case("the lists are there");
    test_bool("many forms", reading.forms > 10000, true);
    return test_end();
}
