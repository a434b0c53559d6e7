/* lexicon2c/read.c: the lines of a list file -> entries.
 *
 *     [speech_verb]
 *     deny<TAB>act=deny flags=that,speech       -> deny, denies, denied, denying
 *
 * The checks that keep the lists honest are here; those between lines are in build.c. */
#include "lexicon/lexicon2c/lists.h"

#include <string.h>

#define LINE_MAX_BYTES 4096
#define FORMS_MAX      64

static const char *const list_names[NR_LIST_COUNT] = {
#define NR_LIST_NAME(name) #name,
    NR_LISTS(NR_LIST_NAME)
#undef NR_LIST_NAME
};

/* A flag's name, its bit, and the lists that may use it. */
static const struct {
    const char *name;
    uint16_t bit;
    uint64_t lists;
} flags[] = {
    {"that", NR_FLAG_THAT, NR_IN(speech_verb) | NR_IN(cue_noun)},
    {"to", NR_FLAG_TO, NR_IN(speech_verb) | NR_IN(cue_noun)},
    {"infinitive", NR_FLAG_INFINITIVE, NR_IN(speech_verb) | NR_IN(cue_noun)},
    {"object", NR_FLAG_OBJECT, NR_IN(speech_verb)},
    {"speech", NR_FLAG_SPEECH, NR_IN(speech_verb) | NR_IN(cue_noun) | NR_IN(cue_phrase)},
    {"document", NR_FLAG_DOCUMENT, NR_IN(speech_verb) | NR_IN(cue_noun)},
    {"attitude", NR_FLAG_ATTITUDE, NR_IN(speech_verb) | NR_IN(cue_noun)},
    {"ambiguous", NR_FLAG_AMBIGUOUS, UINT64_MAX},
    {"subject", NR_FLAG_SUBJECT, NR_IN(pronoun)},
    {"objective", NR_FLAG_OBJECTIVE, NR_IN(pronoun)},
    {"possessive", NR_FLAG_POSSESSIVE, NR_IN(pronoun)},
    {"reflexive", NR_FLAG_REFLEXIVE, NR_IN(pronoun)},
    {"first", NR_FLAG_FIRST, NR_IN(pronoun)},
    {"second", NR_FLAG_SECOND, NR_IN(pronoun)},
    {"plural", NR_FLAG_PLURAL,
     NR_IN(pronoun) | NR_IN(role_noun) | NR_IN(person_noun) | NR_IN(group_noun) |
         NR_IN(document_noun) | NR_IN(body_noun) | NR_IN(cue_noun) | NR_IN(honorific) |
         NR_IN(demonym) | NR_IN(norp) | NR_IN(number_word)},
    {"title", NR_FLAG_TITLE, NR_IN(role_noun)},
    {"unique", NR_FLAG_UNIQUE, NR_IN(role_noun)},
    {"never_ends", NR_FLAG_NEVER_ENDS, NR_IN(abbreviation)},
};

void lists_refuse(struct lists *lists, const char *file, uint32_t line, const char *why,
                  const char *what)
{
    lists->errors++;
    (void)fprintf(stderr, "%s:%u: %s: %s\n", file, line, why, what);
}

/* The index of a name in a table where NULL is no name; 0 where it is not found. */
static uint8_t index_of(const char *const *names, uint8_t count, const char *name)
{
    for (uint8_t i = 0; i < count; i++) {
        if (names[i] != NULL && strcmp(names[i], name) == 0) {
            return i;
        }
    }
    return 0;
}

/* Where a line stands: for messages, and what its section is. */
struct place {
    struct lists *lists;
    const char *file;
    uint32_t line;
    uint8_t list;
};

static void refuse(const struct place *place, const char *why, const char *what)
{
    lists_refuse(place->lists, place->file, place->line, why, what);
}

static void read_flag(const struct place *place, const char *name, struct attributes *out)
{
    bool verb = place->list == NR_LIST_speech_verb || place->list == NR_LIST_common_verb;
    if (verb && strcmp(name, "double") == 0) {
        out->doubled = true;
        return;
    }
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        if (strcmp(flags[i].name, name) == 0 &&
            (flags[i].lists >> place->list & 1) != 0) {
            out->flags = (uint16_t)(out->flags | flags[i].bit);
            return;
        }
    }
    refuse(place, "no such flag in this list", name);
}

static void read_language(const struct place *place, const char *name,
                          struct attributes *out)
{
    uint8_t language = index_of(nr_language_names, NR_LANGUAGE_COUNT, name);
    if (language == 0) {
        refuse(place, "no such language", name);
    }
    out->languages = (uint16_t)(out->languages | 1u << language);
}

/* value: "that,speech"; each name is handed to read. */
static void read_names(const struct place *place, char *value, struct attributes *out,
                       void (*read)(const struct place *, const char *,
                                    struct attributes *))
{
    while (value != NULL) {
        char *comma = strchr(value, ',');
        if (comma != NULL) {
            *comma++ = '\0';
        }
        read(place, value, out);
        value = comma;
    }
}

static void read_gender(const struct place *place, const char *value,
                        struct attributes *out)
{
    static const char letters[] = " fmnu"; /* ORDER enum nr_gender */
    const char *letter = strlen(value) == 1 ? strchr(letters + 1, value[0]) : NULL;
    if (letter == NULL) {
        refuse(place, "gender is f, m, n or u, not", value);
        return;
    }
    out->gender = (uint8_t)(letter - letters);
}

static void read_country(const struct place *place, const char *value,
                         struct attributes *out)
{
    if (strlen(value) != 2 || value[0] < 'A' || value[0] > 'Z' || value[1] < 'A' ||
        value[1] > 'Z') {
        refuse(place, "country is two capitals, not", value);
        return;
    }
    memcpy(out->country, value, 3);
}

static void read_key(const struct place *place, char *key, struct attributes *out)
{
    char *value = strchr(key, '=');
    if (value == NULL) {
        refuse(place, "not key=value", key);
        return;
    }
    *value++ = '\0';
    if (strcmp(key, "type") == 0) {
        out->type = index_of(nr_type_names, NR_TYPE_COUNT, value);
        if (out->type == 0) {
            refuse(place, "no such type", value);
        }
    } else if (strcmp(key, "act") == 0) {
        out->act = index_of(nr_act_names, NR_ACT_COUNT, value);
        if (out->act == 0) {
            refuse(place, "no such act", value);
        }
    } else if (strcmp(key, "gender") == 0) {
        read_gender(place, value, out);
    } else if (strcmp(key, "country") == 0) {
        read_country(place, value, out);
    } else if (strcmp(key, "lang") == 0) {
        read_names(place, value, out, read_language);
    } else if (strcmp(key, "flags") == 0) {
        read_names(place, value, out, read_flag);
    } else {
        refuse(place, "no such key", key);
    }
}

static void read_attributes(const struct place *place, char *text, struct attributes *out)
{
    while (text != NULL && *text != '\0') {
        char *space = strchr(text, ' ');
        if (space != NULL) {
            *space++ = '\0';
        }
        read_key(place, text, out);
        text = space;
    }
}

/* "(dire)" names what the other forms belong to, and is itself no form that would be
 * found. */
static bool is_named_only(const char *form)
{
    size_t length = strlen(form);
    return length > 2 && form[0] == '(' && form[length - 1] == ')';
}

static void add_entry(const struct place *place, const char *form, const char *canonical,
                      const struct attributes *attributes)
{
    struct lists *lists = place->lists;
    if (is_named_only(form)) {
        return;
    }
    struct entry *entry =
        must_have(nr_list_push(&lists->arena, &lists->all, sizeof *entry));
    *entry = (struct entry){
        .form = form,
        .canonical = canonical,
        .attributes = *attributes,
        .file = place->file,
        .line = place->line,
        .list = place->list,
        .casing = (uint8_t)form_casing(form),
    };
}

/* What the forms of a verb are, by their place in the line. An English verb may have a
 * second past, participle and ing (labeled, labelled); other languages go on with finite
 * forms. */
static uint16_t form_flag(uint32_t place, bool english)
{
    static const uint16_t places[] = {NR_FLAG_BASE,       NR_FLAG_THIRD, NR_FLAG_PAST,
                                      NR_FLAG_PARTICIPLE, NR_FLAG_ING,   NR_FLAG_PAST,
                                      NR_FLAG_PARTICIPLE, NR_FLAG_ING};
    return place >= 5 && !english ? NR_FLAG_PAST : places[place];
}

/* The same form in two places of one verb is one entry: "said", past and participle. */
static void add_verb(const struct place *place, char **forms, uint32_t count,
                     const char *canonical, const struct attributes *attributes)
{
    bool english = attributes->languages == 0;
    for (uint32_t i = 0; i < count; i++) {
        struct attributes own = *attributes;
        bool before = false;
        for (uint32_t k = 0; k < count; k++) {
            if (strcmp(forms[i], forms[k]) == 0) {
                own.flags = (uint16_t)(own.flags | form_flag(k, english));
                before = before || k < i;
            }
        }
        if (!before) {
            add_entry(place, forms[i], canonical, &own);
        }
    }
}

static void read_verb(const struct place *place, char **forms, uint32_t count,
                      const char *canonical, const struct attributes *attributes)
{
    bool english = attributes->languages == 0;
    if (english && count == 1) {
        char *past =
            inflect(place->lists, forms[0], NR_INFLECT_PAST, attributes->doubled);
        char *all[] = {
            forms[0],
            inflect(place->lists, forms[0], NR_INFLECT_THIRD, attributes->doubled), past,
            past, inflect(place->lists, forms[0], NR_INFLECT_ING, attributes->doubled)};
        add_verb(place, all, 5, canonical, attributes);
    } else if (english ? count == 5 || count == 8 : count >= 5) {
        add_verb(place, forms, count, canonical, attributes);
    } else {
        refuse(place, "a verb has its base, five or eight forms", forms[0]);
    }
}

/* "say|says|said|said|saying<TAB>act=say". The forms live as long as the program. */
static void read_fact(const struct place *place, char *line)
{
    struct attributes attributes = {0};
    char *tab = strchr(line, '\t');
    if (tab != NULL) {
        *tab++ = '\0';
        read_attributes(place, tab, &attributes);
    }
    char *forms[FORMS_MAX] = {line};
    uint32_t count = 0;
    char *form = must_copy(place->lists, line, strlen(line));
    while (form != NULL && count < FORMS_MAX) {
        char *bar = strchr(form, '|');
        if (bar != NULL) {
            *bar++ = '\0';
        }
        size_t length = strlen(form);
        if (length == 0 || form[0] == ' ' || form[length - 1] == ' ' || length > 200 ||
            strstr(form, "  ") != NULL) {
            refuse(place, "an empty form, or stray spaces", line);
            return;
        }
        forms[count++] = form;
        form = bar;
    }
    if (form != NULL) {
        refuse(place, "too many forms", line);
    }
    const char *canonical =
        is_named_only(forms[0])
            ? must_copy(place->lists, forms[0] + 1, strlen(forms[0]) - 2)
            : forms[0];
    if (place->list == NR_LIST_speech_verb || place->list == NR_LIST_common_verb) {
        read_verb(place, forms, count, canonical, &attributes);
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        add_entry(place, forms[i], canonical, &attributes);
    }
}

/* "[speech_verb]" */
static void read_section(struct place *place, char *line)
{
    size_t length = strlen(line);
    line[length - 1] = '\0';
    for (uint32_t i = 0; i < NR_LIST_COUNT; i++) {
        if (strcmp(list_names[i], line + 1) == 0) {
            place->list = (uint8_t)i;
            return;
        }
    }
    place->list = NR_LIST_COUNT;
    refuse(place, "no such section", line + 1);
}

static void read_line(struct place *place, char *line)
{
    size_t length = strlen(line);
    if (length == 0 || line[0] == '#') {
        return;
    }
    if (!form_valid(line)) {
        refuse(place, "not UTF-8", line);
    } else if (line[0] == '[' && line[length - 1] == ']') {
        read_section(place, line);
    } else if (place->list == NR_LIST_COUNT) {
        refuse(place, "a line outside of a section", line);
    } else {
        read_fact(place, line);
    }
}

void lists_read(struct lists *lists, const char *file)
{
    struct place place = {.lists = lists, .file = file, .list = NR_LIST_COUNT};
    FILE *in = fopen(file, "rb");
    if (in == NULL) {
        refuse(&place, "cannot be read", file);
        return;
    }
    char line[LINE_MAX_BYTES];
    while (fgets(line, sizeof line, in) != NULL) {
        place.line++;
        size_t length = strcspn(line, "\r\n");
        if (line[length] == '\0' && !feof(in)) {
            refuse(&place, "the line is too long", "");
            break;
        }
        line[length] = '\0';
        read_line(&place, line);
    }
    (void)fclose(in);
}
