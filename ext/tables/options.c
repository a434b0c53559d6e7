/* tables/options.c: see options.h.
 *
 * Each level of the JSON is a table of the keys that it knows, what each must be, and who
 * takes it; so an error names the place, what is wrong and what is known:
 *
 *     article_options: unknown key "titel" (known: title, language, names, cues)
 *     article_options: names[2].type: unknown "ROBOT" (known: PERSON, NORP, ...) */
#include "tables/options.h"

#include "tables/members.h"
#include "tables/words.h"

#include <stdarg.h>
#include <string.h>

struct reader {
    struct nr_options *options;
    struct nr_arena *arena; /* of the options */
    struct nr_failure *failure;
    struct nr_members members;
    struct nr_lines lines;
    struct nr_draft draft;
    const struct key *keys; /* of the level that is read */
    char place[32];         /* "names[2]"; "" at the top */
};

/* What a level knows. The list ends with name NULL. */
struct key {
    const char *name;
    const char *type;
    int (*take)(struct reader *reader, const struct nr_member *member);
};

static int out_of_memory(struct reader *reader)
{
    return nr_fail(reader->failure, SQLITE_NOMEM, NULL);
}

/* "article_options: names[2].type: ", then what is wrong. */
static int fail(struct reader *reader, const char *key, const char *format, ...)
{
    sqlite3_str *message = sqlite3_str_new(NULL);
    bool placed = reader->place[0] != 0;
    sqlite3_str_appendf(message, "article_options: %s%s%s%s", reader->place,
                        placed && key[0] != 0 ? "." : "", key,
                        placed || key[0] != 0 ? ": " : "");
    va_list arguments;
    va_start(arguments, format);
    sqlite3_str_vappendf(message, format, arguments);
    va_end(arguments);
    char *text = sqlite3_str_finish(message);
    if (text == NULL) {
        return out_of_memory(reader);
    }
    int code = nr_fail(reader->failure, SQLITE_ERROR, "%s", text);
    sqlite3_free(text);
    return code;
}

/* ---- Keys ---- */

static int unknown_key(struct reader *reader, const char *name)
{
    sqlite3_str *known = sqlite3_str_new(NULL);
    for (const struct key *key = reader->keys; key->name != NULL; key++) {
        sqlite3_str_appendf(known, "%s%s", key > reader->keys ? ", " : "", key->name);
    }
    char *list = sqlite3_str_finish(known);
    int code = list != NULL
                   ? fail(reader, "", "unknown key \"%!.60s\" (known: %s)", name, list)
                   : out_of_memory(reader);
    sqlite3_free(list);
    return code;
}

/* A member of an object, by the keys of its level. A JSON null is as if it were not
 * there. */
static int take_key(void *context, const struct nr_member *member)
{
    struct reader *reader = context;
    const struct key *key = reader->keys;
    while (key->name != NULL && strcmp(key->name, member->key) != 0) {
        key++;
    }
    if (key->name == NULL) {
        return unknown_key(reader, member->key);
    }
    if (strcmp(member->type, "null") == 0) {
        return SQLITE_OK;
    }
    if (strcmp(member->type, key->type) != 0) {
        return fail(reader, key->name, "must be %s, and this is %s",
                    strcmp(key->type, "text") == 0 ? "a string" : "an array",
                    member->type);
    }
    return key->take(reader, member);
}

/* ---- Values ---- */

/* The place of a value in a table of names, 0 when it is none of them; case does not
 * count. Entry 0 has no name. */
static int find_name(const struct nr_member *member, const char *const *names, int count)
{
    int i = count - 1;
    while (i > 0 && sqlite3_stricmp(names[i], member->value.bytes) != 0) {
        i--;
    }
    return i;
}

static int find_or_fail(struct reader *reader, const struct nr_member *member,
                        const char *const *names, int count)
{
    int found = find_name(member, names, count);
    if (found > 0) {
        return found;
    }
    sqlite3_str *known = sqlite3_str_new(NULL);
    for (int i = 1; i < count; i++) {
        sqlite3_str_appendf(known, "%s%s", i > 1 ? ", " : "", names[i]);
    }
    char *list = sqlite3_str_finish(known);
    if (list == NULL) {
        out_of_memory(reader);
    } else {
        fail(reader, member->key, "unknown \"%!.60s\" (known: %s)", member->value.bytes,
             list);
    }
    sqlite3_free(list);
    return 0;
}

static int take_title(struct reader *reader, const struct nr_member *member)
{
    reader->options->text.title = member->value;
    return SQLITE_OK;
}

/* "en-GB" is "en". */
static int take_language(struct reader *reader, const struct nr_member *member)
{
    char *code = nr_arena_copy(reader->arena, member->value.bytes, member->value.length);
    if (code == NULL) {
        return out_of_memory(reader);
    }
    code[strcspn(code, "-_")] = 0;
    struct nr_member subtag = {.key = "language",
                               .value = {code, (uint32_t)strlen(code)}};
    reader->options->text.language = (enum nr_language)find_or_fail(
        reader, &subtag, nr_language_names, NR_LANGUAGE_COUNT);
    return reader->failure->code;
}

static int take_name(struct reader *reader, const struct nr_member *member)
{
    reader->draft.name = member->value;
    return SQLITE_OK;
}

static bool has_words(struct nr_chars form)
{
    return strspn(form.bytes, " \t\n\r\v\f") < form.length;
}

static int take_form(struct reader *reader, const struct nr_member *member)
{
    if (!has_words(member->value)) {
        return fail(reader, member->key, "is empty");
    }
    struct nr_chars *form =
        nr_list_push(reader->arena, &reader->draft.forms, sizeof *form);
    if (form == NULL) {
        return out_of_memory(reader);
    }
    *form = member->value;
    return SQLITE_OK;
}

static int take_one_of_forms(void *context, const struct nr_member *member)
{
    struct reader *reader = context;
    struct nr_member form = *member;
    form.key = "forms";
    if (strcmp(member->type, "text") != 0) {
        return fail(reader, "forms", "must be strings, and one is %s", member->type);
    }
    return take_form(reader, &form);
}

static int take_forms(struct reader *reader, const struct nr_member *member)
{
    reader->draft.listed = true;
    return nr_members_walk(&reader->members, member->value, take_one_of_forms, reader);
}

static int take_type(struct reader *reader, const struct nr_member *member)
{
    reader->draft.type =
        (enum nr_type)find_or_fail(reader, member, nr_type_names, NR_TYPE_LANGUAGE + 1);
    return reader->failure->code;
}

static int take_gender(struct reader *reader, const struct nr_member *member)
{
    reader->draft.gender =
        (enum nr_gender)find_or_fail(reader, member, nr_gender_names, NR_GENDER_COUNT);
    return reader->failure->code;
}

static int take_country(struct reader *reader, const struct nr_member *member)
{
    bool valid = member->value.length == 2;
    for (uint32_t i = 0; valid && i < 2; i++) {
        char letter = (char)(member->value.bytes[i] & ~0x20); /* upper case, in ASCII */
        valid = letter >= 'A' && letter <= 'Z';
        reader->draft.country[i] = letter;
    }
    if (!valid) {
        return fail(reader, "country", "\"%!.60s\" is not two letters as in ISO 3166-1",
                    member->value.bytes);
    }
    return SQLITE_OK;
}

static int take_role(struct reader *reader, const struct nr_member *member)
{
    reader->draft.role = member->value;
    return SQLITE_OK;
}

static int take_act(struct reader *reader, const struct nr_member *member)
{
    reader->draft.act =
        (enum nr_act)find_or_fail(reader, member, nr_act_names, NR_ACT_COUNT);
    return reader->failure->code;
}

/* ---- Names and cues ---- */

static const struct key keys_of_name[] = {
    {"name", "text", take_name},     {"form", "text", take_form},
    {"forms", "array", take_forms},  {"type", "text", take_type},
    {"gender", "text", take_gender}, {"country", "text", take_country},
    {"role", "text", take_role},     {NULL, NULL, NULL},
};

static const struct key keys_of_cue[] = {
    {"form", "text", take_form}, {"forms", "array", take_forms},
    {"verb", "text", take_name}, {"act", "text", take_act},
    {NULL, NULL, NULL},
};

/* Fills the draft from a string or an object. */
static int read_draft(struct reader *reader, const struct nr_member *member,
                      const struct key *keys, const char *list)
{
    reader->draft = (struct nr_draft){.name = {NULL, 0}};
    sqlite3_snprintf(sizeof reader->place, reader->place, "%s[%u]", list, member->number);
    if (strcmp(member->type, "text") == 0) {
        struct nr_member form = *member;
        return take_form(reader, &form);
    }
    if (strcmp(member->type, "object") != 0) {
        return fail(reader, "", "must be a string or an object, and this is %s",
                    member->type);
    }
    reader->keys = keys;
    return nr_members_walk(&reader->members, member->value, take_key, reader);
}

static int keep_role(struct reader *reader)
{
    const struct nr_draft *draft = &reader->draft;
    struct nr_options *options = reader->options;
    if (draft->role.length == 0) {
        return SQLITE_OK;
    }
    uint32_t *slot = nr_map_slot(reader->arena, &options->roles, draft->name.bytes,
                                 draft->name.length);
    struct nr_chars *role =
        nr_list_push(reader->arena, &options->role_list, sizeof *role);
    if (slot == NULL || role == NULL) {
        return out_of_memory(reader);
    }
    *role = draft->role;
    *slot = options->role_list.count - 1;
    return SQLITE_OK;
}

static int take_own_name(void *context, const struct nr_member *member)
{
    struct reader *reader = context;
    struct nr_draft *draft = &reader->draft;
    if (read_draft(reader, member, keys_of_name, "names") != SQLITE_OK) {
        return reader->failure->code;
    }
    if (!has_words(draft->name.bytes != NULL ? draft->name : (struct nr_chars){"", 0})) {
        if (draft->forms.count == 0) {
            return fail(reader, "", "has no \"name\" and no \"form\"");
        }
        draft->name = draft->forms.items[0];
    }
    draft->type = draft->type != NR_TYPE_NONE ? draft->type : NR_TYPE_PERSON;
    if (!nr_lines_of_name(reader->arena, draft, &reader->lines)) {
        return out_of_memory(reader);
    }
    return keep_role(reader);
}

static int take_own_cue(void *context, const struct nr_member *member)
{
    struct reader *reader = context;
    struct nr_draft *draft = &reader->draft;
    if (read_draft(reader, member, keys_of_cue, "cues") != SQLITE_OK) {
        return reader->failure->code;
    }
    if (draft->forms.count == 0) {
        return fail(reader, "", "has no \"form\"");
    }
    if (draft->listed && draft->forms.count != 5) {
        return fail(
            reader, "forms",
            "must be base, third person, past, participle and -ing, and these are "
            "%u; give \"form\" alone for a regular verb",
            draft->forms.count);
    }
    if (draft->name.length == 0) {
        draft->name = draft->forms.items[0];
    }
    return nr_lines_of_cue(reader->arena, draft, &reader->lines) ? SQLITE_OK
                                                                 : out_of_memory(reader);
}

static const struct key keys_at_top[5];

static void back_to_top(struct reader *reader)
{
    reader->place[0] = 0;
    reader->keys = keys_at_top;
}

static int take_names(struct reader *reader, const struct nr_member *member)
{
    int code = nr_members_walk(&reader->members, member->value, take_own_name, reader);
    back_to_top(reader);
    return code;
}

static int take_cues(struct reader *reader, const struct nr_member *member)
{
    int code = nr_members_walk(&reader->members, member->value, take_own_cue, reader);
    back_to_top(reader);
    return code;
}

static const struct key keys_at_top[] = {
    {"title", "text", take_title},
    {"language", "text", take_language},
    {"names", "array", take_names},
    {"cues", "array", take_cues},
    {NULL, NULL, NULL},
};

/* ---- The whole ---- */

static int read_all(struct reader *reader)
{
    struct nr_options *options = reader->options;
    struct nr_chars json = {options->source.bytes, (uint32_t)options->source.size};
    back_to_top(reader);
    if (nr_members_check_object(&reader->members, json) != SQLITE_OK ||
        nr_members_walk(&reader->members, json, take_key, reader) != SQLITE_OK) {
        return reader->failure->code;
    }
    if (reader->lines.list.count > 0) {
        options->text.own = nr_own_words_make(reader->arena, reader->lines.list.items,
                                              reader->lines.list.count);
    }
    return nr_fail_status(reader->failure, reader->arena->status);
}

int nr_options_read(sqlite3 *db, const struct nr_host *host,
                    const struct nr_argument *source, struct nr_options **out,
                    struct nr_failure *failure)
{
    *out = NULL;
    struct nr_options *options = host->resize(host->context, NULL, sizeof *options);
    if (options == NULL) {
        return nr_fail(failure, SQLITE_NOMEM, NULL);
    }
    *options = (struct nr_options){.references = 1};
    nr_arena_open(&options->arena, host);
    options->source.bytes = nr_arena_copy(&options->arena, source->bytes, source->size);
    options->source.size = source->size;
    if (options->source.bytes == NULL) {
        nr_options_release(options);
        return nr_fail(failure, SQLITE_NOMEM, NULL);
    }
    struct reader reader = {
        .options = options,
        .arena = &options->arena,
        .failure = failure,
        .members = {db, &options->arena, failure, "article_options"},
    };
    if (read_all(&reader) != SQLITE_OK) {
        nr_options_release(options);
        return failure->code;
    }
    *out = options;
    return SQLITE_OK;
}

struct nr_options *nr_options_hold(struct nr_options *options)
{
    atomic_fetch_add(&options->references, 1);
    return options;
}

void nr_options_release(struct nr_options *options)
{
    if (options == NULL || atomic_fetch_sub(&options->references, 1) > 1) {
        return;
    }
    struct nr_host host = options->arena.host;
    nr_arena_close(&options->arena);
    host.resize(host.context, options, 0);
}

struct nr_chars nr_options_role(const struct nr_options *options, struct nr_chars name)
{
    uint32_t found =
        options != NULL ? nr_map_find(&options->roles, name.bytes, name.length) : NR_NONE;
    return found != NR_NONE ? options->role_list.items[found]
                            : (struct nr_chars){NULL, 0};
}
