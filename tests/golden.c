/* golden.c: runs the golden cases: a text, and one line for each row that it should give.
 *
 *     golden tests/quote/verb_after.txt ...     compares
 *     golden --update tests/quote/...           rewrites what is expected, says how many
 * moved
 *
 * A case, of any number in a file; a title begins with the rule that it shows:
 *
 *     === verb-after: title and surname after the verb
 *     "We will appeal," said Ms Diaz on Monday.
 *     ---
 *     direct "We will appeal,"  speaker: Ms Diaz  cue: said  rule: verb-after
 *
 * What is printed depends on the directory: quote and speaker print quotes, reference
 * nouns and pronouns, marks pairs of marks, entity who is named, text blocks and
 * sentences, date when, in an article of Friday, 26 April 2024, value how much. Line
 * breaks and tabs are shown as \n and \t, and a long passage is cut in its middle. After
 * each analysis what check.h promises is checked; and each rule of the library must head
 * at least one case of the files given. */
#include "analyse.h"
#include "check.h"

enum { PASSAGE_SHOWN = 72, TITLE_SIZE = 200 };

/* ---- A growing text: what a case gives ---- */

struct out {
    char *bytes;
    size_t length;
    size_t room;
};

static void put(struct out *out, const char *bytes, size_t length)
{
    if (bytes == NULL) {
        return;
    }
    if (out->length + length + 1 > out->room) {
        size_t room = (out->length + length + 1) * 2;
        char *more = realloc(out->bytes, room);
        if (more == NULL) {
            return;
        }
        out->bytes = more;
        out->room = room;
    }
    memcpy(out->bytes + out->length, bytes, length);
    out->length += length;
    out->bytes[out->length] = 0;
}

static void put_string(struct out *out, const char *string)
{
    put(out, string != NULL ? string : "-", strlen(string != NULL ? string : "-"));
}

static void put_visible(struct out *out, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == '\n' || bytes[i] == '\t') {
            put(out, bytes[i] == '\n' ? "\\n" : "\\t", 2);
        } else {
            put(out, bytes + i, 1);
        }
    }
}

static bool continues_character(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* "the first words ... the last words" */
static void put_passage(struct out *out, const char *text, struct nr_span span)
{
    uint32_t length = nr_span_length(span);
    if (length <= PASSAGE_SHOWN) {
        put_visible(out, text + span.begin, length);
        return;
    }
    uint32_t head = span.begin + PASSAGE_SHOWN / 2;
    uint32_t tail = span.end - PASSAGE_SHOWN / 2;
    while (continues_character(text[head])) {
        head--;
    }
    while (continues_character(text[tail])) {
        tail++;
    }
    put_visible(out, text + span.begin, head - span.begin);
    put_string(out, " ... ");
    put_visible(out, text + tail, span.end - tail);
}

static void put_label(struct out *out, const char *label)
{
    put_string(out, "  ");
    put_string(out, label);
    put_string(out, ": ");
}

static void put_field(struct out *out, const char *label, const char *bytes,
                      size_t length)
{
    put_label(out, label);
    put_visible(out, length > 0 ? bytes : "-", length > 0 ? length : 1);
}

/* ---- One printer for each room ---- */

static void print_quotes(struct out *out, const struct nr_article *a)
{
    for (uint32_t i = 0; i < a->quotes.quotes.count; i++) {
        const struct nr_quote *quote = &a->quotes.quotes.items[i];
        const struct nr_utterance *said = &a->quotes.utterances.items[quote->utterance];
        const struct nr_speaker *speaker = &a->speakers.items[quote->utterance];
        put_string(out, nr_quote_kind_names[quote->kind]);
        put_string(out, " \"");
        put_passage(out, a->bytes, quote->span);
        put_string(out, "\"");
        put_field(out, "speaker", speaker->name.bytes, speaker->name.length);
        for (uint32_t o = 0; o < speaker->other_count; o++) {
            const struct nr_chars *name =
                &a->entities.entities.items[speaker->others[o]].name;
            put_field(out, "with", name->bytes, name->length);
        }
        put_field(out, "cue", a->bytes + said->cue.begin, nr_span_length(said->cue));
        if (said->act != NR_ACT_NONE && said->act != NR_ACT_SAY) {
            put_label(out, "act");
            put_string(out, nr_act_names[said->act]);
        }
        if (speaker->addressee.length > 0) {
            put_field(out, "to", speaker->addressee.bytes, speaker->addressee.length);
        }
        if (!nr_span_empty(said->via)) {
            put_field(out, "via", a->bytes + said->via.begin, nr_span_length(said->via));
        }
        put_label(out, "rule");
        put_string(out, said->rule);
        put_string(out, "\n");
    }
}

static void print_marks(struct out *out, const struct nr_article *a)
{
    for (uint32_t i = 0; i < a->quotes.marks.count; i++) {
        const struct nr_mark *mark = &a->quotes.marks.items[i];
        put_string(out, nr_verdict_names[mark->verdict]);
        put_string(out, mark->parent != NR_NONE ? " nested" : "");
        put_string(out, mark->continues ? " continues" : "");
        put_string(out, mark->closed ? " |" : " open |");
        put_passage(out, a->bytes, mark->inner);
        put_string(out, "|\n");
    }
}

static void print_entities(struct out *out, const struct nr_article *a)
{
    for (uint32_t i = 0; i < a->entities.entities.count; i++) {
        const struct nr_entity *entity = &a->entities.entities.items[i];
        put_string(out, nr_type_names[entity->type]);
        put_string(out, " ");
        put_visible(out, entity->name.bytes, entity->name.length);
        if (!nr_span_empty(entity->role)) {
            put_label(out, "role");
            put_passage(out, a->bytes, entity->role);
        }
        if (entity->country[0] != 0) {
            put_field(out, "country", entity->country, 2);
        }
        if (entity->gender != NR_GENDER_NONE) {
            put_label(out, "gender");
            put_string(out, nr_gender_names[entity->gender]);
        }
        put_label(out, "mentions");
        for (uint32_t m = entity->first_mention; m != NR_NONE;
             m = a->entities.mentions.items[m].next) {
            put_string(out, m == entity->first_mention ? "" : ", ");
            put_passage(out, a->bytes, a->entities.mentions.items[m].span);
        }
        put_string(out, "\n");
    }
}

/* Nouns and pronouns, and whom they stand for. */
static void print_references(struct out *out, const struct nr_article *a)
{
    for (uint32_t i = 0; i < a->presence.all.count; i++) {
        const struct nr_appearance *seen = &a->presence.all.items[i];
        if (seen->kind == NR_MENTION_NAME) {
            continue;
        }
        struct nr_chars name = {"-", 1};
        if (seen->entity != NR_NONE) {
            name = a->entities.entities.items[seen->entity].name;
        }
        put_string(out, nr_mention_names[seen->kind]);
        put_string(out, " \"");
        put_passage(out, a->bytes, seen->span);
        put_string(out, "\"");
        put_field(out, "is", name.bytes, name.length);
        put_label(out, "rule");
        put_string(out, nr_stand_in_rules[seen->rule].name);
        put_string(out, "\n");
    }
}

static void print_text(struct out *out, const struct nr_article *a)
{
    for (uint32_t b = 0; b < a->text.blocks.count; b++) {
        const struct nr_block *block = &a->text.blocks.items[b];
        for (uint32_t s = block->first_sentence; s < block->end_sentence; s++) {
            put_string(out,
                       s == block->first_sentence ? nr_block_names[block->kind] : "   ");
            if (s == block->first_sentence && block->language != a->text.language) {
                put_string(out, " ");
                put_string(out, nr_language_names[block->language]);
            }
            put_string(out, ": ");
            put_passage(out, a->bytes, a->text.sentences.items[s].span);
            put_string(out, "\n");
        }
    }
}

/* The article came out on this day: Friday, 26 April 2024. */
static const struct nr_ymd published = {2024, 4, 26};

static void print_dates(struct out *out, const struct nr_article *a)
{
    for (uint32_t i = 0; i < a->dates.items.count; i++) {
        const struct nr_date *date = &a->dates.items.items[i];
        char day[NR_DATE_VALUE];
        put_string(out, nr_date_type_names[date->type]);
        put_string(out, " ");
        put_passage(out, a->bytes, date->span);
        put_field(out, "value", date->value, strlen(date->value));
        if (nr_days_are(date->days)) {
            nr_period_write(date->days.first, 'D', day);
            put_field(out, "days", day, strlen(day));
            nr_period_write(date->days.last, 'D', day);
            put_string(out, " to ");
            put_string(out, day);
        }
        put_label(out, "rule");
        put_string(out, date->rule);
        put_string(out, "\n");
    }
}

static void print_values(struct out *out, const struct nr_article *a)
{
    for (uint32_t i = 0; i < a->values.items.count; i++) {
        const struct nr_value *value = &a->values.items.items[i];
        put_string(out, nr_type_names[value->type]);
        put_string(out, " ");
        put_passage(out, a->bytes, value->span);
        put_label(out, "rule");
        put_string(out, value->rule);
        put_string(out, "\n");
    }
}

static const struct printer {
    const char *directory;
    void (*print)(struct out *out, const struct nr_article *a);
} printers[] = {
    {"/text/", print_text},      {"/entity/", print_entities},
    {"/marks/", print_marks},    {"/quote/", print_quotes},
    {"/speaker/", print_quotes}, {"/date/", print_dates},
    {"/value/", print_values},   {"/reference/", print_references},
};

static const struct printer *printer_of(const char *path)
{
    for (size_t i = 0; i < TEST_COUNT(printers); i++) {
        if (strstr(path, printers[i].directory) != NULL) {
            return &printers[i];
        }
    }
    return NULL;
}

/* ---- Cases ---- */

struct run {
    bool update;
    const struct printer *printer;
    struct out file;   /* the file as it would be rewritten */
    bool quotes_shown; /* some file prints quotes, and with them rules */
    unsigned cases;
    unsigned moved;       /* cases whose expectation changed */
    bool dates_shown;     /* ... or dates */
    bool rule_shown[256]; /* [nr_rule_count] some title begins with it */
    bool date_shown[256]; /* [nr_date_rule_count()] */
    bool values_shown;
    bool value_shown[64]; /* [nr_value_rule_count()] */
};

/* A part of a file. */
struct part {
    const char *begin;
    const char *end;
};

static bool begins_with(const char *title, const char *name)
{
    size_t length = strlen(name);
    return strncmp(title, name, length) == 0 && title[length] == ':';
}

static void note_rule(struct run *run, const char *title)
{
    enum nr_language language;
    for (uint32_t r = 0; r < nr_rule_count && r < TEST_COUNT(run->rule_shown); r++) {
        run->rule_shown[r] |= begins_with(title, nr_rules[r].name);
    }
    for (uint32_t r = 0; r < nr_date_rule_count() && r < TEST_COUNT(run->date_shown);
         r++) {
        run->date_shown[r] |= begins_with(title, nr_date_rule_at(r, &language).name);
    }
    for (uint32_t r = 0; r < nr_value_rule_count() && r < TEST_COUNT(run->value_shown);
         r++) {
        run->value_shown[r] |= begins_with(title, nr_value_rule_at(r).name);
    }
}

/* Of one sentence no language can be told: "es-day: ..." and "fr-day: ..." say it. */
static enum nr_language language_of(const char *title)
{
    if (strncmp(title, "es-", 3) == 0) {
        return NR_LANGUAGE_ES;
    }
    return strncmp(title, "fr-", 3) == 0 ? NR_LANGUAGE_FR : NR_LANGUAGE_NONE;
}

static void run_case(struct run *run, const char *title, struct part text,
                     struct part expected)
{
    struct analysis analysis;
    struct out actual = {0};
    put(&actual, "", 0);
    test_case(title);
    note_rule(run, title);
    enum nr_status status =
        analysis_start(&analysis, text.begin, (size_t)(text.end - text.begin));
    analysis.article.published = nr_period_days(nr_day_of(published), 'D');
    analysis.article.options.language = language_of(title);
    status = status == NR_OK ? analysis_run(&analysis) : status;
    test_number("status", status, NR_OK);
    if (status == NR_OK) {
        test_string("broken promise", check_article(&analysis.article).promise, NULL);
        run->printer->print(&actual, &analysis.article);
    }
    size_t expected_length = (size_t)(expected.end - expected.begin);
    bool same = actual.bytes != NULL && actual.length == expected_length &&
                memcmp(actual.bytes, expected.begin, expected_length) == 0;
    run->cases++;
    run->moved += same ? 0 : 1;
    if (!run->update && test_wrong(same)) {
        printf("FAIL %s\n%.*s\n  is\n%s  expected\n%.*s", title,
               (int)(text.end - text.begin), text.begin, actual.bytes,
               (int)expected_length, expected.begin);
    }
    put(&run->file, actual.bytes, actual.length);
    analysis_close(&analysis);
    free(actual.bytes);
}

/* The line that begins with these characters, from a position on; end when there is none.
 */
static const char *line_with(const char *from, const char *end, const char *start)
{
    size_t length = strlen(start);
    while (from < end && strncmp(from, start, length) != 0) {
        const char *newline = memchr(from, '\n', (size_t)(end - from));
        from = newline != NULL ? newline + 1 : end;
    }
    return from;
}

static const char *next_line(const char *from, const char *end)
{
    const char *newline = memchr(from, '\n', (size_t)(end - from));
    return newline != NULL ? newline + 1 : end;
}

/* Cuts a file at its "===" and "---" lines; blank lines after the expected rows are kept.
 */
static void run_cases(struct run *run, const char *bytes, size_t length)
{
    const char *end = bytes + length;
    const char *at = line_with(bytes, end, "=== ");
    put(&run->file, bytes, (size_t)(at - bytes));
    while (at < end) {
        struct part text = {next_line(at, end), NULL};
        const char *next = line_with(text.begin, end, "=== ");
        text.end = line_with(text.begin, next, "---\n");
        struct part expected = {text.end < next ? text.end + 4 : next, next};
        while (expected.end - expected.begin >= 2 && expected.end[-2] == '\n') {
            expected.end--;
        }
        if (expected.end - expected.begin == 1 && *expected.begin == '\n') {
            expected.end--;
        }
        char title[TITLE_SIZE];
        snprintf(title, sizeof title, "%.*s", (int)(text.begin - at - 5), at + 4);
        put(&run->file, at, (size_t)(text.end - at));
        put_string(&run->file, "---\n");
        run_case(run, title, text, expected);
        put(&run->file, expected.end, (size_t)(next - expected.end));
        if (text.end == next && next < end) { /* a new case, nothing expected yet */
            put_string(&run->file, "\n");
        }
        at = next;
    }
}

static void write_file(const char *path, const struct out *out)
{
    FILE *file = fopen(path, "wb");
    if (file != NULL) {
        fwrite(out->bytes, 1, out->length, file);
        fclose(file);
    }
}

static void run_file(struct run *run, const char *path)
{
    size_t length = 0;
    char *bytes = read_file(path, &length);
    run->printer = printer_of(path);
    run->file.length = 0;
    run->quotes_shown |= run->printer != NULL && run->printer->print == print_quotes;
    run->dates_shown |= run->printer != NULL && run->printer->print == print_dates;
    run->values_shown |= run->printer != NULL && run->printer->print == print_values;
    if (bytes == NULL || run->printer == NULL) {
        test_case(path);
        test_bool("is a golden file", false, true);
        free(bytes);
        return;
    }
    run_cases(run, bytes, length);
    if (run->update &&
        (run->file.length != length || memcmp(run->file.bytes, bytes, length) != 0)) {
        write_file(path, &run->file);
    }
    free(bytes);
}

static void check_rules_shown(const struct run *run)
{
    for (uint32_t r = 0; r < nr_rule_count && r < TEST_COUNT(run->rule_shown); r++) {
        test_case(nr_rules[r].name);
        test_bool("a rule with a golden case of its name", run->rule_shown[r], true);
    }
}

static void check_date_rules_shown(const struct run *run)
{
    enum nr_language language;
    for (uint32_t r = 0; r < nr_date_rule_count() && r < TEST_COUNT(run->date_shown);
         r++) {
        test_case(nr_date_rule_at(r, &language).name);
        test_bool("a rule with a golden case of its name", run->date_shown[r], true);
    }
}

static void check_value_rules_shown(const struct run *run)
{
    for (uint32_t r = 0; r < nr_value_rule_count() && r < TEST_COUNT(run->value_shown);
         r++) {
        test_case(nr_value_rule_at(r).name);
        test_bool("a rule with a golden case of its name", run->value_shown[r], true);
    }
}

int main(int argc, char **argv)
{
    static struct run run;
    run.update = argc > 1 && strcmp(argv[1], "--update") == 0;
    for (int i = run.update ? 2 : 1; i < argc; i++) {
        run_file(&run, argv[i]);
    }
    if (run.update) {
        printf("%u of %u golden cases moved\n", run.moved, run.cases);
    } else {
        if (run.quotes_shown) {
            check_rules_shown(&run);
        }
        if (run.dates_shown) {
            check_date_rules_shown(&run);
        }
        if (run.values_shown) {
            check_value_rules_shown(&run);
        }
    }
    free(run.file.bytes);
    return test_end();
}
