/* quote/romance.c: who said a passage between marks in Spanish and French.
 *
 *     «No», dijo la alcaldesa, Ana Díaz.          inverted         the verb comes first
 *     « Non », a-t-elle ajouté.                   inverted         and so does a pronoun
 *     «Nunca», añadió.                            unsaid-subject   or nobody is said
 *     Ana Díaz dijo que «no».                     verb-before
 *     Según Díaz, el muelle «es seguro».          according-to
 *     La alcaldesa, Ana Díaz, fue clara: «No».    colon
 *
 * The rules of rules.c read English, where the subject stands before its verb and must
 * stand. Here a verb of the lists is looked for right behind the passage, past
 * auxiliaries and reflexives, and what follows it is its subject: a name, or a noun
 * phrase as far as its first preposition but "de", with the name that a comma joins to
 * it. Before the passage the subject is the name nearest to the verb that hangs on no
 * preposition. Where none is said, it is who was named last.
 *
 * Knowingly wrong: a name after a preposition that is part of the subject is passed over,
 * as in "el de Ana Díaz"; an object without "a" is taken for a subject. */
#include "quote/romance.h"

#include "quote/word_class.h"

enum {
    VERB_REACH = 6, /* from the marks to the verb */
    THAT_REACH = 8, /* from the verb to its "que" */
    PHRASE_REACH = 24,
    FURTHER_REACH = 14, /* from the verb to a subject behind when and how */
    CLAUSE_REACH = 60,  /* of a sentence before the passage */
    NAMES_REACH = 12,   /* mentions looked back at */
};

static bool is_one_of(const struct nr_scene *s, uint32_t t, const char *const *words,
                      uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (nr_token_is(s->reading.text, t, words[i])) {
            return true;
        }
    }
    return false;
}

#define IS_ONE_OF(s, t, words) is_one_of(s, t, words, sizeof(words) / sizeof *(words))

static enum nr_language language_of(const struct nr_scene *s)
{
    return (enum nr_language)s->reading.text->blocks.items[s->block].language;
}

bool nr_romance_reads(const struct nr_scene *s)
{
    return language_of(s) == NR_LANGUAGE_ES || language_of(s) == NR_LANGUAGE_FR;
}

static uint8_t shape_at(const struct nr_scene *s, uint32_t t)
{
    return s->reading.text->tokens.items[t].shape;
}

static bool word_is(const struct nr_scene *s, uint32_t t, const char *folded)
{
    return nr_token_is(s->reading.text, t, folded);
}

static bool is_stop(const struct nr_scene *s, uint32_t t)
{
    uint8_t shape = shape_at(s, t);
    return shape == NR_SHAPE_PUNCT || shape == NR_SHAPE_MARK;
}

/* A finite form of a reporting verb of the block's language. */
static const struct nr_fact *verb_at(const struct nr_scene *s, uint32_t t)
{
    const struct nr_fact *fact = nr_token_fact(s->reading.text, t, NR_LIST_speech_verb);
    bool spoken = fact != NULL && (fact->languages >> language_of(s) & 1) != 0;
    uint16_t flags = spoken ? fact->flags : 0; /* "quiso" reports no words */
    return (flags & (NR_FLAG_SPEECH | NR_FLAG_DOCUMENT)) != 0 &&
                   (flags & NR_FLAG_ING) == 0
               ? fact
               : NULL;
}

static const char *const determiners[] = {
    "el", "la", "los", "las", "un",  "una", "unos", "unas", "su",   "sus",
    "le", "l'", "les", "une", "des", "son", "sa",   "ses",  "leur", "leurs"};

/* Pronouns that a verb has for its subject. */
static const char *const pronouns[] = {"él",   "ella", "ellos", "ellas", "il",
                                       "elle", "ils",  "elles", "on",    "usted"};

/* What stands between the marks and their verb: «...», ha asegurado; a-t-il dit; se
 * quejó; así lo explicó. */
static const char *const helpers[] = {
    "ha", "han", "había", "habían",  "he",   "hemos", "se", "me",      "le",    "les",
    "lo", "la",  "nos",   "así",     "como", "según", "ya", "también", "hoy",   "ayer",
    "a",  "ont", "avait", "avaient", "s'",   "-",     "t",  "-t",      "ainsi", "aussi"};

/* Prepositions that part a name from the verb before or behind it: what they govern is
 * no subject. */
static const char *const governing[] = {
    "de",      "del",   "a",      "al",    "con",   "por",   "para", "en",
    "sobre",   "ante",  "contra", "entre", "desde", "hacia", "sin",  "tras",
    "durante", "d'",    "du",     "des",   "à",     "au",    "aux",  "avec",
    "par",     "pour",  "dans",   "sur",   "chez",  "sans",  "vers", "sous",
    "contre",  "entre", "depuis", "según", "selon"};

/* Another clause begins. */
static const char *const linking[] = {"que", "qui", "quien", "y", "et", "pero", "mais"};

static const char *const of_words[] = {"de", "del", "du", "des", "d'"};

/* A word that reads as a verb by its end or because it helps one: "atribuyó", "fueron",
 * "a", "était". */
static bool looks_verbal(const struct nr_scene *s, uint32_t t)
{
    static const char *const words[] = {"ha",   "han", "había", "es", "era", "fue",
                                        "está", "son", "se",    "no", "est", "était",
                                        "sont", "ont", "avait", "ne", "n'"};
    const struct nr_word *word = nr_word_of(s->reading.text, t);
    bool past = shape_at(s, t) == NR_SHAPE_LOWER &&
                (nr_word_ends(word, "\xC3\xB3", 2) || nr_word_ends(word, "aron", 4) ||
                 nr_word_ends(word, "ieron", 5));
    return past || IS_ONE_OF(s, t, words);
}

/* What ends a noun phrase behind a verb: when, where and how it was said. */
static bool ends_phrase(const struct nr_scene *s, uint32_t t)
{
    static const char *const words[] = {
        "que",   "qui",     "quien",   "mientras", "cuando",   "poco",
        "antes", "después", "hoy",     "ayer",     "entonces", "este",
        "esta",  "tandis",  "lorsque", "après",    "avant",    "hier",
        "lors",  "y",       "et",      "pero",     "mais",     "al",
        "como",  "comme",   "où",      "donde",    "cette",    "ce"};
    bool governed = IS_ONE_OF(s, t, governing) && !IS_ONE_OF(s, t, of_words);
    return is_stop(s, t) || governed || IS_ONE_OF(s, t, words) ||
           nr_token_is_dash(s->reading.text, t) || verb_at(s, t) != NULL ||
           looks_verbal(s, t);
}

static const struct nr_mention *name_at(const struct nr_scene *s, uint32_t t)
{
    const struct nr_mention *mention = nr_mention_at(s->reading.entities, t);
    return mention != NULL && mention->first_token == t ? mention : NULL;
}

static bool is_person(const struct nr_mention *mention)
{
    return mention != NULL && mention->type == NR_TYPE_PERSON;
}

static struct nr_phrase phrase_of_name(uint32_t first, const struct nr_mention *mention,
                                       uint32_t to)
{
    uint32_t end = mention->end_token < to ? mention->end_token : to;
    return nr_phrase_of(first, end, end - 1);
}

/* ", Ana Díaz", ", Me Olivier Dutertre", ", el crítico Julián Echarri": a name that a
 * comma joins to the phrase before it, or to what that governs: "el consejero para la
 * reforma, Luis Paz". */
static struct nr_phrase with_name(const struct nr_scene *s, struct nr_phrase phrase,
                                  uint32_t to)
{
    enum { TITLE_WORDS = 4, GOVERNED_WORDS = 5 };
    uint32_t comma = phrase.end;
    while (comma < to && comma - phrase.end < GOVERNED_WORDS && !is_stop(s, comma) &&
           verb_at(s, comma) == NULL && !looks_verbal(s, comma)) {
        comma++;
    }
    if (comma + 1 >= to || !word_is(s, comma, ",")) {
        return phrase;
    }
    uint32_t titles = comma == phrase.end ? TITLE_WORDS : 1;
    uint32_t limit = comma + 1 + titles < to ? comma + 1 + titles : to;
    for (uint32_t t = comma + 1; t < limit && !is_stop(s, t); t++) {
        if (name_at(s, t) != NULL) { /* whatever it is taken for: it bears an office */
            return phrase_of_name(phrase.first, name_at(s, t), to);
        }
        if (IS_ONE_OF(s, t, governing)) {
            break;
        }
    }
    return phrase;
}

/* "su último informe": the noun that a list knows as one that speaks, else the first
 * word.
 */
static uint32_t head_of(const struct nr_scene *s, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t++) {
        if (nr_token_in(s->reading.text, t, NR_SPEAKING_NOUNS)) {
            return t;
        }
    }
    return first;
}

/* "fuentes", "vecinos": more than one of those who speak need no article. */
static bool speaks_bare(const struct nr_scene *s, uint32_t t)
{
    const struct nr_fact *fact = nr_token_fact_in(s->reading.text, t, NR_SPEAKING_NOUNS);
    return fact != NULL && (fact->flags & NR_FLAG_PLURAL) != 0;
}

/* The noun phrase that begins at a token: a name, a pronoun, "la ministra de Economía,
 * Rosa Iturbide", "una vecina". */
static struct nr_phrase phrase_at(const struct nr_scene *s, uint32_t first, uint32_t to)
{
    if (first >= to) {
        return NR_NO_PHRASE;
    }
    if (name_at(s, first) != NULL) {
        return phrase_of_name(first, name_at(s, first), to);
    }
    if (IS_ONE_OF(s, first, pronouns)) {
        return nr_phrase_of(first, first + 1, first);
    }
    bool bare = speaks_bare(s, first); /* fuentes del ministerio */
    bool noun = IS_ONE_OF(s, first, determiners) && first + 1 < to;
    if (!noun && !bare) {
        return NR_NO_PHRASE;
    }
    uint32_t limit = first + PHRASE_REACH < to ? first + PHRASE_REACH : to;
    uint32_t end = first + 1;
    bool governed = false;
    for (; end < limit && !ends_phrase(s, end); end++) {
        governed = IS_ONE_OF(s, end - 1, of_words);
        if (is_person(name_at(s, end)) && !governed) {
            return phrase_of_name(first, name_at(s, end), to);
        }
    }
    if (end == first + 1 && !bare) {
        return NR_NO_PHRASE;
    }
    uint32_t head = bare ? first : head_of(s, first + 1, end);
    return with_name(s, nr_phrase_of(first, end, head), to);
}

/* ---- Looking back ---- */

static bool is_governed(const struct nr_scene *s, uint32_t t)
{
    uint32_t first = t;
    if (first > 0 && IS_ONE_OF(s, first - 1, determiners)) {
        first--;
    }
    return first > 0 && IS_ONE_OF(s, first - 1, governing);
}

/* "Para Ana Díaz, los datos son «pocos».": whose opinion it is has spoken. */
static bool is_opinion_of(const struct nr_scene *s, uint32_t t)
{
    static const char *const words[] = {"según", "para", "selon", "pour"};
    return t > 0 && IS_ONE_OF(s, t - 1, words) &&
           (s->reading.text->tokens.items[t - 1].flags & NR_TOKEN_SENTENCE) != 0;
}

/* Is it between outermost marks? Both are in reading order. */
static bool is_quoted(const struct nr_scene *s, struct nr_span span)
{
    uint32_t low = 0;
    uint32_t high = s->quotes->marks.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (s->quotes->marks.items[middle].outer.begin <= span.begin) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low > 0 && nr_span_has(s->quotes->marks.items[low - 1].outer, span);
}

enum governed { GOVERNED_NOT, GOVERNED_TOLD };

/* May whoever is named at a token be the subject of a later verb that has none? Not whom
 * a preposition governs; but who was told something (GOVERNED_TOLD) may answer. */
static bool may_speak(const struct nr_scene *s, uint32_t t, enum governed allowed)
{
    bool told = t > 0 && (word_is(s, t - 1, "a") || word_is(s, t - 1, "à"));
    return !is_governed(s, t) || is_opinion_of(s, t) ||
           (allowed == GOVERNED_TOLD && told);
}

static struct nr_phrase named_before(const struct nr_scene *s, uint32_t before,
                                     enum governed allowed)
{
    uint32_t m = nr_mention_from(s->reading.entities, before);
    uint32_t low = m > NAMES_REACH ? m - NAMES_REACH : 0;
    while (m-- > low) {
        const struct nr_mention *mention = &s->reading.entities->mentions.items[m];
        if (nr_block_of(s->reading.text, mention->first_token) + 1 < s->block) {
            break;
        }
        if (is_person(mention) && may_speak(s, mention->first_token, allowed) &&
            !is_quoted(s, mention->span)) {
            return nr_phrase_of(mention->first_token, mention->end_token,
                                mention->end_token - 1);
        }
    }
    return NR_NO_PHRASE;
}

struct nr_phrase nr_romance_antecedent(const struct nr_scene *s, uint32_t before)
{
    return named_before(s, before, GOVERNED_NOT);
}

/* ---- Rules ---- */

/* The cue of the scene that has this verb, with nothing of English grammar left in it; or
 * the verb alone. */
static void settle_verb(const struct nr_scene *s, struct nr_finding *finding,
                        uint32_t first, uint32_t verb)
{
    static const char *const auxiliaries[] = {"ha", "han", "había", "habían",  "he",
                                              "a",  "ont", "avait", "avaient", "hemos"};
    const struct nr_text *text = s->reading.text;
    while (first < verb && !IS_ONE_OF(s, first, auxiliaries)) {
        first++; /* reflexives and the like are no part of the cue's own words */
    }
    uint32_t c = nr_scene_cue_from(s, first);
    while (c < s->cues.count && s->cues.items[c].verb < verb) {
        c++;
    }
    if (c < s->cues.count && s->cues.items[c].verb == verb) {
        struct nr_cue *cue = &s->cues.items[c];
        cue->first = first;
        cue->end = verb + 1;
        cue->addressee = NR_NO_PHRASE;
        cue->via = NR_NO_PHRASE;
        cue->learned = true; /* it is read: no further row by English grammar */
        finding->cue = c;
    }
    finding->cue_span =
        nr_span_of(text->tokens.items[first].begin, text->tokens.items[verb].end);
}

/* "dijo ayer Ana Díaz", "a-t-il": from the verb to its subject. */
static uint32_t past_adverbs(const struct nr_scene *s, uint32_t t, uint32_t to)
{
    static const char *const passed[] = {
        "ayer",  "hoy",     "entonces", "después", "también", "este", "hier",
        "alors", "ensuite", "ainsi",    "aussi",   "-",       "t",    "-t"};
    uint32_t limit = t + VERB_REACH < to ? t + VERB_REACH : to;
    while (t < limit &&
           (IS_ONE_OF(s, t, passed) || nr_token_in(s->reading.text, t, NR_IN(weekday)))) {
        t++;
    }
    return t;
}

/* «No», dijo entre risas la alcaldesa, Ana Díaz: a person behind when and how it was
 * said.
 */
static struct nr_phrase person_further(const struct nr_scene *s, uint32_t t, uint32_t to)
{
    uint32_t limit = t + FURTHER_REACH < to ? t + FURTHER_REACH : to;
    for (; t < limit && !nr_token_is_dash(s->reading.text, t) &&
           shape_at(s, t) != NR_SHAPE_MARK && !IS_ONE_OF(s, t, linking);
         t++) {
        if (is_person(name_at(s, t)) && !is_governed(s, t)) {
            return phrase_of_name(t, name_at(s, t), to);
        }
    }
    return NR_NO_PHRASE;
}

/* Whose the words are, where a verb at t is behind them: the phrase found, a person
 * further on, or whoever spoke before; a pronoun only where nobody is. */
static void source_of_verb(const struct nr_scene *s, const struct nr_passage *p,
                           uint32_t t, struct nr_phrase source, uint32_t pronoun,
                           struct nr_finding *finding)
{
    bool before = !nr_phrase_none(source);
    if (!before) {
        source = phrase_at(s, past_adverbs(s, t + 1, p->stretch_to), p->stretch_to);
    }
    if (nr_phrase_none(source) && pronoun == NR_NONE) {
        source = person_further(s, t + 1, p->stretch_to);
    }
    bool said = !nr_phrase_none(source) && !IS_ONE_OF(s, source.first, pronouns);
    finding->rule = before ? "verb-after" : said ? "inverted" : "unsaid-subject";
    finding->source = said ? source : nr_romance_antecedent(s, p->open);
    bool answers = pronoun == NR_NONE && !nr_phrase_none(source); /* respondió ella */
    if (nr_phrase_none(finding->source) && answers) {
        finding->source = named_before(s, p->open, GOVERNED_TOLD);
    }
    if (nr_phrase_none(finding->source) && pronoun != NR_NONE) {
        finding->source = nr_phrase_of(pronoun, pronoun + 1, pronoun);
    }
}

/* «No», dijo Ana Díaz.   «No», ha añadido. */
static bool verb_behind(const struct nr_scene *s, const struct nr_passage *p,
                        struct nr_finding *finding)
{
    uint32_t t = p->after;
    while (t < p->stretch_to &&
           (word_is(s, t, ",") || nr_token_is_dash(s->reading.text, t))) {
        t++;
    }
    uint32_t first = t;
    uint32_t limit = t + VERB_REACH < p->stretch_to ? t + VERB_REACH : p->stretch_to;
    uint32_t pronoun = NR_NONE;
    while (t < limit && verb_at(s, t) == NULL &&
           (IS_ONE_OF(s, t, helpers) || IS_ONE_OF(s, t, pronouns))) {
        pronoun = IS_ONE_OF(s, t, pronouns) ? t : pronoun;
        t++;
    }
    struct nr_phrase source = NR_NO_PHRASE;
    if (t < limit && verb_at(s, t) == NULL && name_at(s, t) != NULL) {
        source = phrase_at(s, t, p->stretch_to); /* «No», Ana Díaz dijo */
        t = source.end;
        first = t;
    }
    if (t >= p->stretch_to || verb_at(s, t) == NULL) {
        return false;
    }
    source_of_verb(s, p, t, source, pronoun, finding);
    settle_verb(s, finding, first, t);
    return true;
}

static uint32_t clause_first(const struct nr_passage *p)
{
    uint32_t first =
        p->stretch_from > p->sentence_first ? p->stretch_from : p->sentence_first;
    return p->open > first + CLAUSE_REACH ? p->open - CLAUSE_REACH : first;
}

/* The subject of a verb before the passage: the name nearest to it, else the phrase that
 * the clause begins with. */
static struct nr_phrase subject_before(const struct nr_scene *s, uint32_t first,
                                       uint32_t verb)
{
    uint32_t end = verb; /* "la cantante ha dicho" */
    while (end > first + 2 && IS_ONE_OF(s, end - 1, helpers)) {
        end--;
    }
    if (end >= first + 2 && IS_ONE_OF(s, end - 2, determiners) &&
        shape_at(s, end - 1) == NR_SHAPE_LOWER && !is_governed(s, end - 1)) {
        return nr_phrase_of(end - 2, end, end - 1);
    }
    for (uint32_t t = verb; t-- > first;) {
        const struct nr_mention *mention = name_at(s, t);
        if (is_person(mention) && !is_governed(s, t)) {
            return phrase_of_name(t, mention, verb);
        }
    }
    return phrase_at(s, first, verb);
}

/* Ana Díaz dijo que «no».   Dijo Ana Díaz: «No». */
static bool verb_ahead(const struct nr_scene *s, const struct nr_passage *p,
                       struct nr_finding *finding)
{
    uint32_t first = clause_first(p);
    uint32_t verb = p->open;
    while (verb > first && verb_at(s, verb - 1) == NULL) {
        verb--;
    }
    if (verb == first) {
        return false;
    }
    verb--;
    struct nr_phrase source = subject_before(s, first, verb);
    if (nr_phrase_none(source)) {
        source = phrase_at(s, past_adverbs(s, verb + 1, p->open), p->open);
    }
    finding->rule = "verb-before";
    if (nr_phrase_none(source)) {
        source = nr_romance_antecedent(s, verb);
        finding->rule = "unsaid-subject";
    }
    finding->source = source;
    uint32_t limit = verb + THAT_REACH < p->open ? verb + THAT_REACH : p->open;
    for (uint32_t t = verb + 1; t < limit && !word_is(s, p->open - 1, ":"); t++) {
        if (word_is(s, t, "que") || word_is(s, t, "qu'")) {
            finding->content_first = t + 1;
            break;
        }
    }
    settle_verb(s, finding, verb, verb);
    return true;
}

/* Según Díaz, el muelle «es seguro».   Para Díaz, ... */
static bool according(const struct nr_scene *s, const struct nr_passage *p,
                      struct nr_finding *finding)
{
    static const char *const words[] = {"según", "para", "selon", "pour"};
    uint32_t first = clause_first(p);
    if (first + 1 >= p->open || !IS_ONE_OF(s, first, words)) {
        return false;
    }
    struct nr_phrase source = phrase_at(s, first + 1, p->open);
    if (nr_phrase_none(source)) {
        return false;
    }
    finding->rule = "according-to";
    finding->source = source;
    finding->cue_span = nr_token_span(s->reading.text, first);
    finding->content_first = source.end + 1 < p->open && word_is(s, source.end, ",")
                                 ? source.end + 1
                                 : p->open;
    return true;
}

/* Ana Díaz fue clara: «No». */
static bool colon_ahead(const struct nr_scene *s, const struct nr_passage *p,
                        struct nr_finding *finding)
{
    uint32_t first = clause_first(p);
    if (p->open <= first || !word_is(s, p->open - 1, ":")) {
        return false;
    }
    struct nr_phrase source = phrase_at(s, first, p->open);
    for (uint32_t t = first; t < p->open; t++) {
        if (is_person(name_at(s, t)) && !is_governed(s, t)) {
            source = phrase_of_name(t, name_at(s, t), p->open);
            break;
        }
    }
    if (nr_phrase_none(source)) {
        source = nr_romance_antecedent(s, first);
    }
    if (nr_phrase_none(source)) {
        return false;
    }
    finding->rule = "colon";
    finding->source = source;
    finding->cue_span = nr_token_span(s->reading.text, p->open - 1);
    return true;
}

void nr_romance_attribute(const struct nr_scene *s, uint32_t passage,
                          struct nr_finding *finding)
{
    const struct nr_passage *p = &s->passages.items[passage];
    static bool (*const in_order[])(const struct nr_scene *, const struct nr_passage *,
                                    struct nr_finding *) = {verb_behind, according,
                                                            verb_ahead, colon_ahead};
    for (uint32_t i = 0; i < sizeof in_order / sizeof *in_order; i++) {
        if (in_order[i](s, p, finding)) {
            return;
        }
    }
}
