/* quote/held.c: what stands between marks and is nobody's words.
 *
 *     the "smart" bench        held with tongs      on "Morning Call"      a title
 *     'A change of heart'      a heading, where the article quotes with double marks
 *
 * verdict.c has judged what the marks and the words around them tell by themselves. Here
 * the rule that would name a source counts too: where it only guesses, short passages are
 * left out. How short is measured. */
#include "quote/held.h"

#include "quote/speech.h"
#include "quote/word_class.h"

enum { HEADING_WORDS = 8 };

/* ' ‘ ’: one glyph that is a single mark. */
static bool is_single(const struct nr_text *text, uint32_t t)
{
    return nr_token_is(text, t, "'") || nr_token_is(text, t, "\xe2\x80\x98") ||
           nr_token_is(text, t, "\xe2\x80\x99");
}

bool nr_quotes_have_doubles(struct nr_arena *arena, const struct nr_text *text,
                            const struct nr_quotes *quotes)
{
    for (uint32_t m = 0; m < quotes->marks.count && nr_arena_tick(arena, 1); m++) {
        const struct nr_mark *mark = &quotes->marks.items[m];
        if (mark->parent == NR_NONE && mark->outer.begin < mark->inner.begin &&
            mark->first_token > 0 && !is_single(text, mark->first_token - 1)) {
            return true;
        }
    }
    return false;
}

/* "Breaking Bad", "Gang of Eight": capitals on all but the small words. */
static bool is_title_case(const struct nr_scene *s, const struct nr_passage *passage)
{
    if (!nr_token_capital(s->reading.text, passage->first)) {
        return false;
    }
    for (uint32_t t = passage->first; t < passage->end; t++) {
        const struct nr_token *token = &s->reading.text->tokens.items[t];
        if (token->shape == NR_SHAPE_LOWER && token->end - token->begin > 3) {
            return false;
        }
    }
    return true;
}

/* 'A change of heart', a line of its own between paragraphs that quote with double marks.
 */
bool nr_passage_is_heading(const struct nr_scene *s, const struct nr_passage *passage)
{
    const struct nr_reading *r = &s->reading;
    bool alone = passage->open == r->first && passage->after + 1 >= r->end;
    return alone && passage->words <= HEADING_WORDS && s->doubles &&
           is_single(s->reading.text, passage->open);
}

/* on "Morning Call", the mayor's "Song of the River": the title of something, not what
 * was said. */
static bool is_title(const struct nr_scene *s, const struct nr_passage *passage)
{
    if (passage->words < 2 || passage->words > 7 || !is_title_case(s, passage) ||
        passage->open == passage->stretch_from) {
        return false;
    }
    uint32_t before = passage->open - 1;
    return nr_word_is(&s->reading, before, "'s") ||
           (nr_token_in(s->reading.text, before, NR_IN(preposition)) &&
            !nr_word_is(&s->reading, before, "as") &&
            !nr_word_is(&s->reading, before, "like"));
}

/* The "smart" bench: the passage only colours the noun behind it. */
static bool is_epithet(const struct nr_scene *s, const struct nr_passage *passage)
{
    return passage->after < passage->stretch_to &&
           nr_is_nominal(&s->reading, passage->after);
}

/* Would it be one person's words, or a named body's: not a crowd's, a paper's, those of
 * "it"? */
static bool is_ones_own(const struct nr_reading *r, struct nr_phrase source)
{
    const struct nr_mention *mention = nr_mention_of(r, source.head);
    if (mention != NULL) {
        return mention->type == NR_TYPE_PERSON || mention->type == NR_TYPE_ORG;
    }
    const struct nr_fact *he = nr_token_fact(r->text, source.head, NR_LIST_pronoun);
    if (he != NULL) { /* not "it", "what", "this" */
        return (he->flags & NR_FLAG_SUBJECT) != 0 &&
               (he->gender != NR_GENDER_NONE ||
                (he->flags & (NR_FLAG_FIRST | NR_FLAG_PLURAL)) != 0);
    }
    const uint64_t persons = NR_IN(person_noun) | NR_IN(role_noun);
    const struct nr_fact *noun = nr_token_fact_in(r->text, source.head, persons);
    return noun != NULL && (noun->flags & NR_FLAG_PLURAL) == 0 &&
           !nr_token_in(r->text, source.head, NR_IN(group_noun));
}

/* Does the model see nothing reported in it? */
static bool is_unseen(const struct nr_scene *s, const struct nr_passage *passage)
{
    for (uint32_t t = passage->open; s->labels != NULL && t < passage->after; t++) {
        if (s->labels[t] == NR_SPEECH_CONTENT || s->labels[t] == NR_SPEECH_CONTENT_ON) {
            return false;
        }
    }
    return s->labels != NULL;
}

/* Up to how many words are held with tongs where only this rule says that somebody said
 * them. Measured: of two words with a subject that can speak two thirds are somebody's,
 * where that is no person two fifths, of epithets less than half, of those in which the
 * model sees nothing reported one in six. */
struct tongs {
    const char *rule; /* NULL: nobody is found */
    uint32_t words;
    uint32_t crowd_words;   /* the subject is no one person's */
    uint32_t epithet_words; /* the "smart" bench */
    uint32_t title_words;   /* "Gang of Eight" */
    uint32_t unseen_words;
};

static const struct tongs *tongs_of(const char *rule)
{
    static const struct tongs all[] = {{NULL, 2, 2, 2, 8, 2},
                                       {"subject", 0, 2, 2, 8, 5},
                                       {"possessive", 3, 3, 3, 8, 3},
                                       {"plain-verb", 0, 0, 0, 3, 0}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        bool same = rule == NULL || all[i].rule == NULL ? rule == all[i].rule
                                                        : strcmp(rule, all[i].rule) == 0;
        if (same) {
            return &all[i];
        }
    }
    return NULL;
}

static bool is_scare(const struct nr_scene *s, const struct nr_passage *passage)
{
    const struct tongs *tongs = tongs_of(passage->finding.rule);
    if (tongs == NULL) {
        return false;
    }
    bool crowd =
        tongs->rule != NULL && !is_ones_own(&s->reading, passage->finding.source);
    return passage->words <= tongs->words ||
           (passage->words <= tongs->crowd_words && crowd) ||
           (passage->words <= tongs->epithet_words && is_epithet(s, passage)) ||
           (passage->words <= tongs->title_words && is_title_case(s, passage)) ||
           (passage->words <= tongs->unseen_words && is_unseen(s, passage));
}

enum nr_verdict nr_passage_verdict(const struct nr_scene *s,
                                   const struct nr_passage *passage)
{
    if (is_title(s, passage)) {
        return NR_VERDICT_TITLE;
    }
    return is_scare(s, passage) ? NR_VERDICT_SCARE : NR_VERDICT_QUOTE;
}
