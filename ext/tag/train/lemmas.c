/* tag/train/lemmas.c: learns how English words are led back to their lemmas, from the
 * treebanks that parts of speech are learned from.
 *
 * Each token says what is dropped from its end and what is added. For each word with its
 * part of speech the most frequent answer counts; each word then has one vote on each of
 * its endings. From the shortest ending to the longest, then word by word, a rule is kept
 * where it says something else than the rules before it and is right often enough: "-s"
 * of a noun drops one letter, "-ies" drops three and adds y, "movies" drops one again.
 * What regular words share is thus a hundred rules, and the rest are the exceptions.
 *
 * Where more than one answer is frequent the part of speech behind may tell ("her").
 * Whether capitals stay is learned in the same way, from tokens that have some. */
#include "tag/lemma.h"

#include "tag/model2c/rules.h"
#include "tag/train/irregular.h"
#include "tag/train/treebank.h"
#include "text/fold.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* By how many it must be right more often than the rules before it. */
static const uint32_t least[NR_LEMMA_KIND_COUNT] = {[NR_LEMMA_BESIDE] = 3,
                                                    [NR_LEMMA_WORD] = 1,
                                                    [NR_LEMMA_ENDING] = 2,
                                                    [NR_LEMMA_CAPITAL_WORD] = 2,
                                                    [NR_LEMMA_CAPITAL_ENDING] = 2};

/* An answer: what is dropped and added; or, of capitals, whether they stay. */
struct answer {
    uint16_t drop;
    struct nr_chars added;
};

struct tally {
    uint32_t answer;
    uint32_t count;
};

/* What a rule might be made of. */
struct candidate {
    enum nr_lemma_kind kind;
    uint8_t tag;
    uint8_t beside;
    struct nr_chars pattern;
    NR_LIST(struct tally) tallies;
    uint32_t rule; /* the answer that it gives; NR_NONE: it is no rule */
};

struct school {
    struct nr_arena *arena;
    struct nr_map index; /* a candidate's kind, tag, beside and pattern -> its number */
    NR_LIST(struct candidate) candidates;
    struct nr_map answer_index;
    NR_LIST(struct answer) answers;
};

/* ---- Candidates and their tallies ---- */

/* The number that a key has in a map; *is_new: it has just been given the next one. */
static uint32_t number_of(struct nr_arena *arena, struct nr_map *map, const char *key,
                          uint32_t length, bool *is_new)
{
    uint32_t found = nr_map_find(map, key, length);
    *is_new = found == NR_NONE;
    if (*is_new) {
        const char *kept = need_memory(nr_arena_copy(arena, key, length));
        uint32_t *slot = need_memory(nr_map_slot(arena, map, kept, length));
        found = map->count - 1;
        *slot = found;
    }
    return found;
}

static uint32_t write_key(char *key, enum nr_lemma_kind kind, uint32_t tag,
                          uint32_t beside, struct nr_chars pattern)
{
    key[0] = (char)kind;
    key[1] = (char)tag;
    key[2] = (char)beside;
    memcpy(key + 3, pattern.bytes, pattern.length);
    return pattern.length + 3;
}

enum {
    LONGEST = 64, /* bytes; of longer words nothing is learned */
    KEY = LONGEST + 3,
    OWN_COUNT = 5, /* how often a form of irregular.c is seen */
};

static struct candidate *candidate_of(struct school *school, enum nr_lemma_kind kind,
                                      uint32_t tag, uint32_t beside,
                                      struct nr_chars pattern)
{
    char key[KEY];
    bool is_new;
    uint32_t length = write_key(key, kind, tag, beside, pattern);
    uint32_t number = number_of(school->arena, &school->index, key, length, &is_new);
    if (is_new) {
        struct candidate *made =
            need_memory(nr_list_push(school->arena, &school->candidates, sizeof *made));
        *made = (struct candidate){
            .kind = kind,
            .tag = (uint8_t)tag,
            .beside = (uint8_t)beside,
            .pattern = {need_memory(
                            nr_arena_copy(school->arena, pattern.bytes, pattern.length)),
                        pattern.length},
            .rule = NR_NONE};
    }
    return &school->candidates.items[number];
}

static void count_answer(struct school *school, struct candidate *candidate,
                         uint32_t answer)
{
    for (uint32_t i = 0; i < candidate->tallies.count; i++) {
        if (candidate->tallies.items[i].answer == answer) {
            candidate->tallies.items[i].count++;
            return;
        }
    }
    struct tally *tally =
        need_memory(nr_list_push(school->arena, &candidate->tallies, sizeof *tally));
    *tally = (struct tally){answer, 1};
}

static uint32_t count_of(const struct candidate *candidate, uint32_t answer)
{
    for (uint32_t i = 0; i < candidate->tallies.count; i++) {
        if (candidate->tallies.items[i].answer == answer) {
            return candidate->tallies.items[i].count;
        }
    }
    return 0;
}

/* The most frequent answer; of several the one that was seen first. */
static uint32_t best_of(const struct candidate *candidate)
{
    struct tally best = {0, 0};
    for (uint32_t i = 0; i < candidate->tallies.count; i++) {
        if (candidate->tallies.items[i].count > best.count) {
            best = candidate->tallies.items[i];
        }
    }
    return best.answer;
}

/* ---- What a token says ---- */

static struct nr_chars ending_of(struct nr_chars word, uint32_t length)
{
    return (struct nr_chars){word.bytes + word.length - length, length};
}

static bool continues(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Bytes that two strings begin with, whole characters. */
static uint32_t shared(struct nr_chars a, struct nr_chars b)
{
    uint32_t n = 0;
    while (n < a.length && n < b.length && a.bytes[n] == b.bytes[n]) {
        n++;
    }
    while (n > 0 && ((n < a.length && continues(a.bytes[n])) ||
                     (n < b.length && continues(b.bytes[n])))) {
        n--;
    }
    return n;
}

static uint32_t answer_number(struct school *school, struct answer answer)
{
    char key[KEY];
    bool is_new;
    uint32_t length =
        write_key(key, NR_LEMMA_WORD, answer.drop & 0xFF, answer.drop >> 8, answer.added);
    uint32_t number =
        number_of(school->arena, &school->answer_index, key, length, &is_new);
    if (is_new) {
        struct answer *made =
            need_memory(nr_list_push(school->arena, &school->answers, sizeof *made));
        const char *copy = need_memory(
            nr_arena_copy(school->arena, answer.added.bytes, answer.added.length));
        *made = (struct answer){answer.drop, {copy, answer.added.length}};
    }
    return number;
}

/* What leads a folded word to its lemma. */
static uint32_t edit_between(struct school *school, struct nr_chars word,
                             struct nr_chars lemma)
{
    uint32_t same = shared(word, lemma);
    return answer_number(school, (struct answer){(uint16_t)(word.length - same),
                                                 ending_of(lemma, lemma.length - same)});
}

/* Do the capitals of what was written stay in the lemma? Asks only where it begins as the
 * word does; answers with the number of 1 or 0. */
static bool see_capitals(struct school *school, struct nr_chars written,
                         struct nr_chars word, struct nr_chars lemma,
                         struct nr_chars small_lemma, uint32_t *answer)
{
    uint32_t same = shared(word, small_lemma);
    if (written.length != word.length || lemma.length != small_lemma.length ||
        same == 0) {
        return false;
    }
    bool stay = memcmp(written.bytes, lemma.bytes, same) == 0;
    bool go = memcmp(word.bytes, lemma.bytes, same) == 0;
    *answer = answer_number(school, (struct answer){stay, {"", 0}});
    return stay != go;
}

/* One more answer of a word that has capitals, to it and to its endings. */
static void count_capitals(struct school *school, uint32_t tag, uint32_t writing,
                           struct nr_chars word, uint32_t answer)
{
    uint32_t most = nr_lemma_letters(NR_LEMMA_CAPITAL_ENDING);
    count_answer(school, candidate_of(school, NR_LEMMA_CAPITAL_WORD, tag, writing, word),
                 answer);
    for (uint32_t n = 0; n <= most && n <= word.length; n++) {
        count_answer(school,
                     candidate_of(school, NR_LEMMA_CAPITAL_ENDING, tag, writing,
                                  ending_of(word, n)),
                     answer);
    }
}

static bool teaches(const struct treebank_token *token, const struct nr_word *word)
{
    bool missing = token->lemma.length == 0 ||
                   (token->lemma.length == 1 && token->lemma.bytes[0] == '_');
    bool number = token->pos == NR_POS_NUM && memchr(word->folded, ',', word->length);
    return !missing && !number && token->pos != NR_POS_PROPN && word->length <= LONGEST &&
           token->lemma.length <= LONGEST;
}

static void see_token(struct school *school, const struct treebank_text *made,
                      const struct nr_tags *tags, uint32_t t)
{
    const struct nr_text *text = &made->text;
    const struct treebank_token *token = &made->tokens[t];
    const struct nr_word *word = nr_word_of(text, t);
    if (!teaches(token, word)) {
        return;
    }
    char small[LONGEST];
    uint32_t tag = token->pos;
    uint32_t answer;
    struct nr_chars folded = {word->folded, word->length};
    struct nr_chars small_lemma = {
        small, nr_fold(small, token->lemma.bytes, token->lemma.length)};
    bool open = nr_lemma_is_open(tag);
    uint32_t edit = edit_between(school, folded, open ? small_lemma : token->lemma);
    count_answer(school, candidate_of(school, NR_LEMMA_WORD, tag, 0, folded), edit);
    if (!open) {
        uint32_t next = nr_lemma_next(text, tags, t);
        count_answer(school, candidate_of(school, NR_LEMMA_BESIDE, tag, next, folded),
                     edit);
    } else if (nr_token_capital(text, t) &&
               see_capitals(school, token->form, folded, token->lemma, small_lemma,
                            &answer)) {
        count_capitals(school, tag, nr_lemma_writing(text, t), folded, answer);
    }
}

/* Each word of an open class has a vote on its endings. */
static void count_endings(struct school *school)
{
    uint32_t words = school->candidates.count;
    uint32_t most = nr_lemma_letters(NR_LEMMA_ENDING);
    for (uint32_t i = 0; i < words; i++) {
        struct candidate word = school->candidates.items[i]; /* they move */
        bool votes = word.kind == NR_LEMMA_WORD && nr_lemma_is_open(word.tag);
        for (uint32_t n = 0; votes && n <= most && n <= word.pattern.length; n++) {
            struct nr_chars ending = ending_of(word.pattern, n);
            count_answer(school,
                         candidate_of(school, NR_LEMMA_ENDING, word.tag, 0, ending),
                         best_of(&word));
        }
    }
}

/* ---- Which are rules ---- */

/* What a candidate says if it is a rule; NR_NONE: it is none. */
static uint32_t said_by(const struct school *school, enum nr_lemma_kind kind,
                        uint32_t tag, uint32_t beside, struct nr_chars pattern)
{
    char key[KEY];
    uint32_t length = write_key(key, kind, tag, beside, pattern);
    uint32_t number = nr_map_find(&school->index, key, length);
    return number != NR_NONE ? school->candidates.items[number].rule : NR_NONE;
}

/* What the rules that are less particular than a candidate say: as nr_lemma_of() looks
 * for them. */
static uint32_t said_before(const struct school *school, const struct candidate *c)
{
    bool capital = c->kind >= NR_LEMMA_CAPITAL_WORD;
    enum nr_lemma_kind kind = capital ? NR_LEMMA_CAPITAL_ENDING : NR_LEMMA_ENDING;
    uint32_t said = c->kind == NR_LEMMA_BESIDE
                        ? said_by(school, NR_LEMMA_WORD, c->tag, 0, c->pattern)
                        : NR_NONE;
    uint32_t left = c->pattern.length + (c->kind != kind); /* shorter than an ending */
    left = left > nr_lemma_letters(kind) + 1 ? nr_lemma_letters(kind) + 1 : left;
    for (; left > 0 && said == NR_NONE; left--) {
        said = said_by(school, kind, c->tag, capital ? c->beside : 0,
                       ending_of(c->pattern, left - 1));
    }
    return said;
}

static void decide(struct school *school, enum nr_lemma_kind kind, uint32_t length)
{
    uint32_t nothing = answer_number(school, (struct answer){0, {"", 0}});
    for (uint32_t i = 0; i < school->candidates.count; i++) {
        struct candidate *candidate = &school->candidates.items[i];
        if (candidate->kind != kind ||
            (length != NR_NONE && candidate->pattern.length != length)) {
            continue;
        }
        uint32_t before = said_before(school, candidate);
        uint32_t best = best_of(candidate);
        before = before != NR_NONE ? before : nothing;
        if (best != before &&
            count_of(candidate, best) >= count_of(candidate, before) + least[kind]) {
            candidate->rule = best;
        }
    }
}

static void decide_all(struct school *school)
{
    for (uint32_t n = 0; n <= nr_lemma_letters(NR_LEMMA_ENDING); n++) {
        decide(school, NR_LEMMA_ENDING, n);
        decide(school, NR_LEMMA_CAPITAL_ENDING, n);
    }
    decide(school, NR_LEMMA_WORD, NR_NONE);
    decide(school, NR_LEMMA_BESIDE, NR_NONE);
    decide(school, NR_LEMMA_CAPITAL_WORD, NR_NONE);
}

static int by_place(const void *a, const void *b)
{
    const struct lemma_rule *x = a;
    const struct lemma_rule *y = b;
    int numbers[] = {(int)x->kind - (int)y->kind, x->tag - y->tag};
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        if (numbers[i] != 0) {
            return numbers[i];
        }
    }
    int order = strcmp(x->pattern.bytes, y->pattern.bytes);
    return order != 0 ? order : x->beside - y->beside;
}

static struct lemma_rule *rules_of(const struct school *school, uint32_t *count)
{
    struct lemma_rule *rules = need(school->candidates.count, sizeof *rules);
    *count = 0;
    for (uint32_t i = 0; i < school->candidates.count; i++) {
        const struct candidate *c = &school->candidates.items[i];
        if (c->rule != NR_NONE) {
            const struct answer *answer = &school->answers.items[c->rule];
            rules[(*count)++] = (struct lemma_rule){
                c->kind, c->tag, c->beside, answer->drop, c->pattern, answer->added};
        }
    }
    qsort(rules, *count, sizeof *rules, by_place);
    return rules;
}

/* ---- Examining ---- */

struct mark {
    uint32_t tokens;
    uint32_t right;
};

static void examine(const struct nr_lemma_table *table, const struct treebank_text *made,
                    const struct nr_tags *tags, struct mark *mark)
{
    for (uint32_t t = 0; t < tags->count; t++) {
        struct nr_lemma lemma = nr_lemma_of(table, &made->text, tags, t);
        struct nr_chars right = made->tokens[t].lemma;
        size_t added = strlen(lemma.added);
        mark->tokens++;
        mark->right += lemma.kept.length + added == right.length &&
                       memcmp(lemma.kept.bytes, right.bytes, lemma.kept.length) == 0 &&
                       memcmp(lemma.added, right.bytes + lemma.kept.length, added) == 0;
    }
}

static uint32_t hundredths(struct mark mark)
{
    return mark.tokens > 0 ? (uint32_t)(((uint64_t)mark.right * 10000 + mark.tokens / 2) /
                                        mark.tokens)
                           : 0;
}

/* With the treebank's parts of speech, and with those of the model. */
static void write_figures(struct trainer *trainer, const struct nr_lemma_table *table,
                          const struct treebank *bank, char *figures, size_t room)
{
    struct mark gold = {0, 0};
    struct mark found = {0, 0};
    for (uint32_t i = 0; i < bank->texts.count; i++) {
        const struct treebank_text *made = &bank->texts.items[i];
        struct nr_tags tags = {made->labels, made->text.tokens.count};
        examine(table, made, &tags, &gold);
        need_memory(nr_tags_find(&trainer->arena, &made->text,
                                 trainer->models.of[NR_MODEL_tags], &tags) == NR_OK
                        ? &tags
                        : NULL);
        examine(table, made, &tags, &found);
    }
    snprintf(figures, room, "gum-dev: %u.%02u %% with right tags, %u.%02u %% with found",
             hundredths(gold) / 100, hundredths(gold) % 100, hundredths(found) / 100,
             hundredths(found) % 100);
}

/* ---- All of it ---- */

/* What is known without a treebank: as if each form had been seen a few times there, so
 * that a treebank's slip or two do not hide it. */
static void see_irregular(struct school *school, const struct irregular *irregular)
{
    struct nr_chars lemma = {irregular->lemma, (uint32_t)strlen(irregular->lemma)};
    for (const char *at = irregular->forms; *at != 0; at += strspn(at, " ")) {
        struct nr_chars form = {at, (uint32_t)strcspn(at, " ")};
        uint32_t edit = edit_between(school, form, lemma);
        for (uint32_t i = 0; i < OWN_COUNT; i++) {
            count_answer(school,
                         candidate_of(school, NR_LEMMA_WORD, irregular->tag, 0, form),
                         edit);
        }
        at += form.length;
    }
}

static void learn_rules(struct school *school, const struct treebank *taught)
{
    for (uint32_t i = 0; i < taught->texts.count; i++) {
        const struct treebank_text *made = &taught->texts.items[i];
        struct nr_tags tags = {made->labels, made->text.tokens.count};
        for (uint32_t t = 0; t < tags.count; t++) {
            see_token(school, made, &tags, t);
        }
    }
    for (uint32_t i = 0; i < irregular_word_count; i++) {
        see_irregular(school, &irregular_words[i]);
    }
    count_endings(school);
    decide_all(school);
}

/* Written twice: what a file says of itself is found out by reading it. */
static bool write_lemmas(struct trainer *trainer, const struct lemma_rule *rules,
                         uint32_t count, const struct treebank *held_out)
{
    char path[4096];
    char figures[128] = "none yet";
    const char *fault = NULL;
    struct model_story story = {"lemmas", "pos/gum-train.tsv, pos/ewt-dev.tsv",
                                "and irregular.c", figures};
    snprintf(path, sizeof path, "%s/lemmas.txt", trainer->out);
    lemma_rules_write(path, rules, count, &story);
    const struct nr_lemma_table *table = lemma_rules_read(path, &fault);
    if (table == NULL) {
        fprintf(stderr, "train: %s: %s\n", path, fault);
        return false;
    }
    write_figures(trainer, table, held_out, figures, sizeof figures);
    lemma_rules_write(path, rules, count, &story);
    fprintf(stderr, "  wrote %s: %u rules, %.1f KB; %s\n", path, count,
            (double)(table->slot_count * sizeof *table->slots + table->pool_bytes) / 1e3,
            figures);
    return true;
}

bool train_lemmas(struct trainer *trainer)
{
    struct treebank taught = {.arena = NULL};
    struct treebank held_out = {.arena = NULL};
    struct school school = {.arena = &trainer->arena};
    uint32_t count;
    if (!treebank_read(trainer, &taught, "pos/gum-train.tsv") ||
        !treebank_read(trainer, &taught, "pos/ewt-dev.tsv") ||
        !treebank_read(trainer, &held_out, "pos/gum-dev.tsv")) {
        return false;
    }
    learn_rules(&school, &taught);
    struct lemma_rule *rules = rules_of(&school, &count);
    bool written = write_lemmas(trainer, rules, count, &held_out);
    free(rules);
    return written;
}
