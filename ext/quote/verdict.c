/* quote/verdict.c: what became of a pair of quotation marks, as far as its neighbours
 * tell?
 *
 *     Dwayne "The Rock" Johnson                nickname: inside a name
 *     his 1987 film "Harbour Lights"           title: capitals, and a film before it
 *     on ABC's "Morning Table,"                title: capitals, and a broadcaster's
 *     the "quick" route over the hills         scare: short, and nobody speaks
 *     "We will not pay," she said              quote
 *
 * Rules in a table, tried in order. A title must be written in Title Case ("The Art of
 * Rowing") and stand beside something that carries titles: capitals alone decide nothing,
 * slogans and shouts have them too. What was a title once is one wherever the article
 * writes it the same way.
 *
 * Knowingly wrong: titles in languages that write them like sentences are found only
 * right after the word for film, book or song; a title that the article never introduces
 * stays a quote or a scare. Which of these two is a first guess: attribution decides. */
#include "quote/marks.h"

const char *const nr_verdict_names[NR_VERDICT_COUNT] = {
    "quote", "title", "nickname", "scare", "heading", "unclosed",
};

enum {
    TITLE_TOKENS = 16,
    NICKNAME_WORDS = 3,
    SCARE_WORDS = 3,
};

/* A pair and what stands around it. */
struct look {
    const struct nr_text *text;
    const struct nr_entities *entities;
    const struct nr_mark *mark;
    const struct nr_mark *previous; /* the pair before it in its block, or NULL */
    uint32_t open;                  /* token of its opening mark, or its first */
    uint32_t before;                /* token before it in its sentence, or NR_NONE */
    uint32_t after;                 /* token after it in its sentence, or NR_NONE */
    uint32_t first;                 /* tokens inside, without the stops at the end */
    uint32_t end;
    uint32_t words; /* counted up to TITLE_TOKENS tokens */
    uint32_t capitals;
    bool title_case;
};

struct judge {
    struct nr_arena *arena;
    const struct nr_text *text;
    const struct nr_entities *entities;
    struct nr_quotes *quotes;
    struct nr_map titles; /* what titles there are, as written */
    uint32_t sentence;    /* looked through for cues, or NR_NONE */
    uint32_t first_cue;   /* in it, or NR_NONE */
    uint32_t last_cue;
};

/* ---- Neighbours; NR_NONE has no properties ---- */

static bool in(const struct look *look, uint32_t t, uint64_t lists)
{
    return t != NR_NONE && nr_token_in(look->text, t, lists);
}

static bool is(const struct look *look, uint32_t t, const char *word)
{
    return t != NR_NONE && nr_token_is(look->text, t, word);
}

static enum nr_shape shape_at(const struct look *look, uint32_t t)
{
    return t == NR_NONE ? NR_SHAPE_PUNCT
                        : (enum nr_shape)look->text->tokens.items[t].shape;
}

static bool capital_at(const struct look *look, uint32_t t)
{
    return t != NR_NONE && nr_token_capital(look->text, t);
}

/* One token to the left in its sentence, or NR_NONE. */
static uint32_t left_of(const struct nr_text *text, uint32_t t)
{
    if (t == NR_NONE || t == 0 ||
        (text->tokens.items[t].flags & NR_TOKEN_SENTENCE) != 0) {
        return NR_NONE;
    }
    return t - 1;
}

/* One token to the right in its sentence, or NR_NONE. */
static uint32_t right_of(const struct nr_text *text, uint32_t t)
{
    if (t == NR_NONE || t + 1 >= text->tokens.count ||
        (text->tokens.items[t + 1].flags & NR_TOKEN_SENTENCE) != 0) {
        return NR_NONE;
    }
    return t + 1;
}

/* Past one comma, colon or bracket to the left. */
static uint32_t past_comma(const struct look *look, uint32_t t)
{
    bool stop = is(look, t, ",") || is(look, t, ":") || is(look, t, "(");
    return stop ? left_of(look->text, t) : t;
}

static uint8_t block_kind(const struct look *look)
{
    return look->text->blocks.items[look->mark->block].kind;
}

/* ---- Headings, markup, nicknames ---- */

static bool in_subhead(const struct look *look)
{
    return block_kind(look) == NR_BLOCK_SUBHEAD;
}

static bool in_markup(const struct look *look)
{
    return is(look, look->before, "=");
}

/* J.C., C. : the sentence may have been cut behind them. */
static bool is_initials(const struct look *look, uint32_t t)
{
    struct nr_span name = nr_token_span(look->text, t);
    return capital_at(look, t) && nr_span_length(name) <= 4 &&
           look->text->bytes[name.end - 1] == '.' && !in(look, t, NR_IN(honorific));
}

static bool inside_name(const struct look *look)
{
    uint32_t before = look->before;
    uint32_t after = look->after;
    if (before == NR_NONE && look->open > 0 && is_initials(look, look->open - 1)) {
        before = look->open - 1;
    }
    if (is(look, before, "(") && is(look, after, ")")) {
        before = left_of(look->text, before);
        after = right_of(look->text, after);
    }
    if (look->words > NICKNAME_WORDS || !look->title_case || !capital_at(look, before) ||
        !capital_at(look, after) || look->end != look->mark->end_token) {
        return false;
    }
    const uint32_t *mention = look->entities->mention_of_token;
    bool one_name = mention != NULL && mention[before] != NR_NONE &&
                    mention[before] == mention[after];
    bool given = is_initials(look, before) || in(look, before, NR_IN(given_name));
    return one_name || (given && !in(look, after, NR_IN(weekday) | NR_IN(month)));
}

static bool nicknamed(const struct look *look)
{
    uint32_t t = look->before;
    bool known_as = is(look, t, "as") && is(look, left_of(look->text, t), "known");
    return look->words <= NICKNAME_WORDS && look->capitals > 0 &&
           (known_as || is(look, t, "nicknamed") || is(look, t, "aka") ||
            is(look, t, "a.k.a.") || is(look, t, "alias"));
}

/* ---- Titles ---- */

/* Do the words before the pair name a kind of work: the film, "X"; a song called "X"? */
static bool is_after_work(const struct look *look)
{
    uint32_t t = past_comma(look, look->before);
    if (is(look, t, "called") || is(look, t, "named") || is(look, t, "titled") ||
        is(look, t, "entitled")) {
        t = past_comma(look, left_of(look->text, t));
    }
    return in(look, t, NR_IN(work_noun));
}

static bool after_work(const struct look *look)
{
    return look->title_case && is_after_work(look);
}

static bool speaks_english(const struct look *look)
{
    uint8_t language = look->text->blocks.items[look->mark->block].language;
    language = language == NR_LANGUAGE_NONE ? (uint8_t)look->text->language : language;
    return language == NR_LANGUAGE_EN || language == NR_LANGUAGE_NONE;
}

/* Languages that write titles like sentences. */
static bool after_foreign_work(const struct look *look)
{
    return !speaks_english(look) && capital_at(look, look->first) &&
           look->end - look->first <= TITLE_TOKENS &&
           in(look, look->before, NR_IN(work_noun));
}

static bool after_titled(const struct look *look)
{
    return (is(look, look->before, "titled") || is(look, look->before, "entitled")) &&
           capital_at(look, look->first);
}

static bool before_work(const struct look *look)
{
    uint32_t t = look->after;
    t = shape_at(look, t) == NR_SHAPE_UPPER ? right_of(look->text, t) : t; /* TV show */
    return look->title_case && in(look, t, NR_IN(work_noun) | NR_IN(work_person));
}

static bool on_air(const struct look *look)
{
    uint32_t t = look->before;
    if (is(look, t, "'s") || is(look, t, "'")) {
        t = left_of(look->text, t);
    }
    return look->title_case && in(look, t, NR_IN(broadcaster) | NR_IN(weekday));
}

static bool by_author(const struct look *look)
{
    uint32_t by =
        is(look, look->after, ",") ? right_of(look->text, look->after) : look->after;
    return look->title_case && is(look, by, "by") &&
           capital_at(look, right_of(look->text, by));
}

static bool with_year(const struct look *look)
{
    uint32_t year =
        is(look, look->after, "(") ? right_of(look->text, look->after) : NR_NONE;
    return look->title_case && shape_at(look, year) == NR_SHAPE_NUMBER &&
           nr_span_length(nr_token_span(look->text, year)) == 4 &&
           is(look, right_of(look->text, year), ")");
}

static bool listed(const struct look *look)
{
    const struct nr_mark *previous = look->previous;
    if (!look->title_case || previous == NULL || !previous->closed ||
        previous->verdict != NR_VERDICT_TITLE || look->before == NR_NONE) {
        return false;
    }
    uint32_t t = look->before;
    while (t > previous->end_token && look->before - t < 3) {
        if (!is(look, t, ",") && !is(look, t, "and") && !is(look, t, "or")) {
            return false;
        }
        t--;
    }
    return t == previous->end_token;
}

/* In a headline every word has a capital. */
static bool has_name(const struct look *look)
{
    return look->title_case && look->capitals >= 2 &&
           block_kind(look) != NR_BLOCK_HEADLINE;
}

static bool appears_on(const struct look *look)
{
    uint32_t t = look->before;
    bool interview = is(look, t, "with") && is(look, left_of(look->text, t), "interview");
    return has_name(look) &&
           (interview || is(look, t, "on") || is(look, t, "in") || is(look, t, "from"));
}

static bool told_show(const struct look *look)
{
    return has_name(look) && is(look, look->before, "told");
}

/* The comma stands inside or behind the marks. */
static bool apposed(const struct look *look)
{
    enum { REACH = 6 };
    bool inside = look->end < look->mark->end_token && is(look, look->end, ",");
    uint32_t t = look->after;
    if (!look->title_case || (!inside && !is(look, t, ","))) {
        return false;
    }
    t = inside ? t : right_of(look->text, t);
    if (!in(look, t, NR_IN(determiner))) {
        return false;
    }
    for (int i = 0; i < REACH && t != NR_NONE; i++) {
        if (in(look, t, NR_IN(work_noun))) {
            return true;
        }
        if (in(look, t, NR_IN(preposition) | NR_IN(auxiliary) | NR_IN(speech_verb))) {
            return false;
        }
        t = right_of(look->text, t);
    }
    return false;
}

static bool person_of_work(const struct look *look)
{
    return look->title_case &&
           (is(look, look->before, "of") || is(look, look->before, "to")) &&
           in(look, left_of(look->text, look->before),
              NR_IN(work_person) | NR_IN(work_noun));
}

/* ---- The rules ---- */

static const struct rule {
    const char *example;
    bool (*holds)(const struct look *look);
    uint8_t verdict;
} rules[] = {
    {"'A turning point'", in_subhead, NR_VERDICT_HEADING},
    {"<photo id=\"5512\">", in_markup, NR_VERDICT_SCARE},
    {"Dwayne \"The Rock\" Johnson", inside_name, NR_VERDICT_NICKNAME},
    {"a keeper nicknamed \"The Cat\"", nicknamed, NR_VERDICT_NICKNAME},
    {"her song \"Slow Rain\"", after_work, NR_VERDICT_TITLE},
    {"la novela \"El último tren\"", after_foreign_work, NR_VERDICT_TITLE},
    {"a paper titled \"Why bees sleep\"", after_titled, NR_VERDICT_TITLE},
    {"the \"Harbour Lights\" star", before_work, NR_VERDICT_TITLE},
    {"on BBC's \"Morning Table\"", on_air, NR_VERDICT_TITLE},
    {"\"Slow Rain,\" by Ana Lund", by_author, NR_VERDICT_TITLE},
    {"\"Ash,\" a short, bitter novel,", apposed, NR_VERDICT_TITLE},
    {"\"Slow Rain\" (1998)", with_year, NR_VERDICT_TITLE},
    {"the songs \"Slow Rain\" and \"Ash\"", listed, NR_VERDICT_TITLE},
    {"she appeared on \"Morning Table\"", appears_on, NR_VERDICT_TITLE},
    {"Lund told \"Morning Table\"", told_show, NR_VERDICT_TITLE},
    {"the author of \"Ash\"", person_of_work, NR_VERDICT_TITLE},
};

/* ---- Looking ---- */

/* 's and n't belong to the word before them. */
static bool is_clitic(const struct look *look, uint32_t t)
{
    const struct nr_word *word = nr_word_of(look->text, t);
    bool attached = (look->text->tokens.items[t].flags & NR_TOKEN_SPACE) == 0;
    return t > look->first && attached && word->length > 1 &&
           (word->folded[0] == '\'' || nr_token_is(look->text, t, "n't"));
}

static void count_words(struct look *look)
{
    const uint64_t small = NR_IN(determiner) | NR_IN(preposition) | NR_IN(conjunction) |
                           NR_IN(auxiliary) | NR_IN(relative) | NR_IN(name_particle);
    uint32_t plain = 0; /* words that Title Case would not leave small */
    for (uint32_t t = look->first; t < look->end && t < look->first + TITLE_TOKENS; t++) {
        enum nr_shape s = shape_at(look, t);
        if (s == NR_SHAPE_PUNCT || s == NR_SHAPE_MARK || s == NR_SHAPE_OTHER ||
            is_clitic(look, t)) {
            continue;
        }
        look->words++;
        look->capitals += capital_at(look, t) ? 1 : 0;
        plain += s == NR_SHAPE_LOWER && !in(look, t, small) ? 1 : 0;
    }
    look->title_case = look->capitals > 0 && plain == 0 &&
                       look->end - look->first <= TITLE_TOKENS &&
                       shape_at(look, look->first) != NR_SHAPE_LOWER &&
                       (shape_at(look, look->end - 1) != NR_SHAPE_LOWER ||
                        is_clitic(look, look->end - 1));
}

static struct look look_at(const struct judge *judge, uint32_t m)
{
    const struct nr_mark *mark = &judge->quotes->marks.items[m];
    const struct nr_mark *previous = m > 0 ? mark - 1 : NULL;
    bool opened = mark->outer.begin < mark->inner.begin;
    struct look look = {.text = judge->text,
                        .entities = judge->entities,
                        .mark = mark,
                        .first = mark->first_token,
                        .end = mark->end_token};
    look.previous = previous != NULL && previous->block == mark->block ? previous : NULL;
    look.open = opened ? mark->first_token - 1 : mark->first_token;
    look.before = left_of(judge->text, look.open);
    look.after = mark->closed ? right_of(judge->text, mark->end_token) : NR_NONE;
    while (look.end > look.first && shape_at(&look, look.end - 1) == NR_SHAPE_PUNCT) {
        look.end--;
    }
    if (look.first < look.end) {
        count_words(&look);
    }
    return look;
}

/* ---- Quote or scare: a first guess ---- */

static void find_cues(struct judge *judge, uint32_t sentence)
{
    const struct nr_sentence *s = &judge->text->sentences.items[sentence];
    judge->sentence = sentence;
    judge->first_cue = NR_NONE;
    judge->last_cue = NR_NONE;
    for (uint32_t t = s->first_token; t < s->end_token; t++) {
        if (nr_token_in(judge->text, t,
                        NR_IN(speech_verb) | NR_IN(cue_phrase) | NR_IN(cue_noun))) {
            judge->first_cue = judge->first_cue == NR_NONE ? t : judge->first_cue;
            judge->last_cue = t;
        }
    }
    nr_arena_tick(judge->arena, s->end_token - s->first_token);
}

/* Does nothing of its sentence stand before it, or a colon? */
static bool begins_alone(const struct look *look)
{
    uint32_t t = look->before;
    return t == NR_NONE || is(look, t, ":") || is(look, t, ".") || is(look, t, "!") ||
           is(look, t, "?");
}

/* Is the pair short, inside a sentence, and nobody speaks in that sentence? Only English
 * has its cues listed. */
static bool is_scare(struct judge *judge, const struct look *look)
{
    const struct nr_mark *mark = look->mark;
    if (look->first >= look->end) {
        return true; /* "" */
    }
    if (look->words > SCARE_WORDS || look->end - look->first > TITLE_TOKENS ||
        !mark->closed || !speaks_english(look) || begins_alone(look)) {
        return false;
    }
    uint32_t sentence = judge->text->tokens.items[look->open].sentence;
    if (judge->sentence != sentence) {
        find_cues(judge, sentence);
    }
    return judge->first_cue == NR_NONE ||
           (judge->first_cue >= look->open && judge->last_cue <= mark->end_token);
}

/* What is inside, stops at the end left out. */
static struct nr_chars title_of(const struct look *look)
{
    const struct nr_token *first = &look->text->tokens.items[look->first];
    const struct nr_token *last = &look->text->tokens.items[look->end - 1];
    return (struct nr_chars){look->text->bytes + first->begin, last->end - first->begin};
}

static void judge_mark(struct judge *judge, uint32_t m)
{
    struct nr_mark *mark = &judge->quotes->marks.items[m];
    struct look look = look_at(judge, m);
    size_t count = look.first < look.end ? sizeof rules / sizeof rules[0] : 0;
    for (size_t i = 0; i < count; i++) {
        if (rules[i].holds(&look)) {
            mark->verdict = rules[i].verdict;
            break;
        }
    }
    mark->settled = mark->verdict != NR_VERDICT_QUOTE;
    if (!mark->settled && is_scare(judge, &look)) {
        mark->verdict = NR_VERDICT_SCARE;
    }
    if (mark->verdict == NR_VERDICT_TITLE) {
        struct nr_chars title = title_of(&look);
        uint32_t *slot =
            nr_map_slot(judge->arena, &judge->titles, title.bytes, title.length);
        if (slot != NULL) {
            *slot = m;
        }
    }
}

/* The same words in marks elsewhere, before or after they were introduced. */
static void judge_again(struct judge *judge, uint32_t m)
{
    struct nr_mark *mark = &judge->quotes->marks.items[m];
    if (mark->settled || nr_span_empty(mark->inner)) {
        return;
    }
    struct look look = look_at(judge, m);
    if (look.first >= look.end || !look.title_case) {
        return;
    }
    struct nr_chars title = title_of(&look);
    if (nr_map_find(&judge->titles, title.bytes, title.length) != NR_NONE) {
        mark->verdict = NR_VERDICT_TITLE;
        mark->settled = true;
    }
}

enum nr_status nr_marks_judge(struct nr_arena *arena, const struct nr_text *text,
                              const struct nr_entities *entities,
                              struct nr_quotes *quotes)
{
    struct judge judge = {.arena = arena,
                          .text = text,
                          .entities = entities,
                          .quotes = quotes,
                          .sentence = NR_NONE};
    for (uint32_t m = 0; m < quotes->marks.count && nr_arena_tick(arena, 16); m++) {
        if (quotes->marks.items[m].verdict == NR_VERDICT_UNCLOSED) {
            quotes->marks.items[m].settled = true;
        } else {
            judge_mark(&judge, m);
        }
    }
    for (uint32_t m = 0; m < quotes->marks.count && judge.titles.count > 0; m++) {
        if (!nr_arena_tick(arena, 16)) {
            break;
        }
        judge_again(&judge, m);
    }
    return arena->status;
}
