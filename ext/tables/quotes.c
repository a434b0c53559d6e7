/* tables/quotes.c: extract_quotes(body): who said what. One row for each contiguous
 * stretch of reported speech; the parts of one utterance share its speaker, cue and
 * number. */
#include "quote/sure.h"
#include "tables/json.h"
#include "tables/table.h"

static uint32_t rows(const struct nr_clipping *clipping)
{
    return clipping->article.quotes.quotes.count;
}

static const struct nr_quote *quote_at(const struct nr_clipping *clipping, uint32_t row)
{
    return &clipping->article.quotes.quotes.items[row];
}

static const struct nr_utterance *utterance_at(const struct nr_clipping *clipping,
                                               uint32_t row)
{
    return &clipping->article.quotes.utterances.items[quote_at(clipping, row)->utterance];
}

static const struct nr_speaker *speaker_at(const struct nr_clipping *clipping,
                                           uint32_t row)
{
    return &clipping->article.speakers.items[quote_at(clipping, row)->utterance];
}

/* ---- Who ---- */

static struct nr_cell speaker(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_chars(speaker_at(clipping, row)->name);
}

static struct nr_cell addressee(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_chars(speaker_at(clipping, row)->addressee);
}

static struct nr_cell via(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_span(clipping, utterance_at(clipping, row)->via);
}

static struct nr_cell named(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_number(speaker_at(clipping, row)->entity != NR_NONE);
}

static struct nr_cell speaker_type(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_word(nr_type_names[speaker_at(clipping, row)->type]);
}

static struct nr_cell speaker_head(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_chars(speaker_at(clipping, row)->head);
}

static void write_others(struct nr_json *json, const struct nr_clipping *clipping,
                         uint32_t row)
{
    const struct nr_speaker *first = speaker_at(clipping, row);
    nr_json_begin(json, '[');
    for (uint32_t i = 0; i < first->other_count; i++) {
        struct nr_chars name =
            clipping->article.entities.entities.items[first->others[i]].name;
        nr_json_string(json, name.bytes, name.length);
    }
    nr_json_end(json, ']');
}

static struct nr_cell co_speakers(const struct nr_clipping *clipping, uint32_t row)
{
    return speaker_at(clipping, row)->other_count > 0 ? nr_cell_json(write_others)
                                                      : nr_cell_null();
}

static struct nr_cell role(const struct nr_clipping *clipping, uint32_t row)
{
    const struct nr_speaker *who = speaker_at(clipping, row);
    struct nr_chars own = who->entity != NR_NONE
                              ? nr_options_role(clipping->options, who->name)
                              : (struct nr_chars){NULL, 0};
    return own.length > 0 ? nr_cell_chars(own) : nr_cell_span(clipping, who->role);
}

static struct nr_cell gender(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_word(nr_gender_names[speaker_at(clipping, row)->gender]);
}

static struct nr_cell gender_basis(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_word(nr_basis_names[speaker_at(clipping, row)->gender_basis]);
}

static struct nr_cell entity_no(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_no(speaker_at(clipping, row)->entity);
}

/* ---- What ---- */

static struct nr_cell quote(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_span(clipping, quote_at(clipping, row)->span);
}

static struct nr_cell cue(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_span(clipping, utterance_at(clipping, row)->cue);
}

static struct nr_cell verb(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_chars(utterance_at(clipping, row)->verb);
}

static struct nr_cell kind(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_word(nr_quote_kind_names[quote_at(clipping, row)->kind]);
}

static struct nr_cell act(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_word(nr_act_names[utterance_at(clipping, row)->act]);
}

static struct nr_cell rule(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_word(utterance_at(clipping, row)->rule);
}

/* ---- How sure ---- */

static struct nr_cell chance(const struct nr_clipping *clipping, uint32_t row,
                             enum nr_surety surety)
{
    uint8_t hundredths = nr_sure(surety, &clipping->article.quotes, row);
    return hundredths != NR_UNSURE ? nr_cell_hundredths(hundredths) : nr_cell_null();
}

static struct nr_cell confidence(const struct nr_clipping *clipping, uint32_t row)
{
    return chance(clipping, row, NR_SURE_WORDS);
}

static struct nr_cell speaker_confidence(const struct nr_clipping *clipping, uint32_t row)
{
    return speaker_at(clipping, row)->name.length > 0
               ? chance(clipping, row, NR_SURE_SPEAKER)
               : nr_cell_null();
}

/* ---- Where ---- */

static struct nr_cell quote_no(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_no(quote_at(clipping, row)->utterance);
}

static struct nr_cell part(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_number(quote_at(clipping, row)->part);
}

static struct nr_cell parts(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_number(utterance_at(clipping, row)->parts);
}

static struct nr_cell block(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_block(clipping, quote_at(clipping, row)->block);
}

static struct nr_cell block_no(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_no(quote_at(clipping, row)->block);
}

static struct nr_cell sentence_no(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_no(quote_at(clipping, row)->sentence);
}

/* Sentences from first to last. */
struct passage {
    uint32_t first;
    uint32_t last;
};

/* Widens a passage to hold these words, unless they are further away than the next block:
 * then a quote over a whole page would drag the page in ("as he had said in chapter
 * one"). */
static void widen(const struct nr_clipping *clipping, struct nr_span words,
                  struct passage *passage)
{
    const struct nr_sentence *sentences = clipping->article.text.sentences.items;
    if (nr_span_empty(words)) {
        return;
    }
    uint32_t first = nr_clipping_sentence(clipping, words.begin);
    uint32_t last = nr_clipping_sentence(clipping, words.end - 1);
    if (first == NR_NONE ||
        sentences[first].block + 1 < sentences[passage->first].block ||
        sentences[last].block > sentences[passage->last].block + 1) {
        return;
    }
    passage->first = first < passage->first ? first : passage->first;
    passage->last = last > passage->last ? last : passage->last;
}

static struct nr_cell context(const struct nr_clipping *clipping, uint32_t row)
{
    const struct nr_quote *here = quote_at(clipping, row);
    const struct nr_utterance *utterance = utterance_at(clipping, row);
    const struct nr_sentence *sentences = clipping->article.text.sentences.items;
    uint32_t first = nr_clipping_sentence(clipping, here->span.begin);
    if (first == NR_NONE || nr_span_empty(here->span)) {
        return nr_cell_null();
    }
    struct passage passage = {first, nr_clipping_sentence(clipping, here->span.end - 1)};
    widen(clipping, utterance->cue, &passage);
    widen(clipping, utterance->source, &passage);
    uint32_t end = sentences[passage.last].span.end;
    end = end > here->span.end ? end : here->span.end;
    return nr_cell_span(clipping, nr_span_of(sentences[passage.first].span.begin, end));
}

static struct nr_cell mention(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_span(clipping, utterance_at(clipping, row)->source);
}

static struct nr_cell mention_start(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_start(clipping, utterance_at(clipping, row)->source);
}

static struct nr_cell mention_length(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_length(clipping, utterance_at(clipping, row)->source);
}

static struct nr_cell cue_start(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_start(clipping, utterance_at(clipping, row)->cue);
}

static struct nr_cell cue_length(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_length(clipping, utterance_at(clipping, row)->cue);
}

static struct nr_cell start(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_start(clipping, quote_at(clipping, row)->span);
}

static struct nr_cell length(const struct nr_clipping *clipping, uint32_t row)
{
    return nr_cell_length(clipping, quote_at(clipping, row)->span);
}

static const struct nr_column columns[] = {
    {"speaker", "TEXT", speaker, NR_LOOKUP_NONE},
    {"quote", "TEXT", quote, NR_LOOKUP_NONE},
    {"cue", "TEXT", cue, NR_LOOKUP_NONE},
    {"verb", "TEXT", verb, NR_LOOKUP_NONE},
    {"kind", "TEXT", kind, NR_LOOKUP_NONE},
    {"act", "TEXT", act, NR_LOOKUP_NONE},
    {"addressee", "TEXT", addressee, NR_LOOKUP_NONE},
    {"via", "TEXT", via, NR_LOOKUP_NONE},
    {"named", "INTEGER", named, NR_LOOKUP_NONE},
    {"speaker_type", "TEXT", speaker_type, NR_LOOKUP_NONE},
    {"speaker_head", "TEXT", speaker_head, NR_LOOKUP_NONE},
    {"co_speakers", "TEXT", co_speakers, NR_LOOKUP_NONE},
    {"role", "TEXT", role, NR_LOOKUP_NONE},
    {"gender", "TEXT", gender, NR_LOOKUP_NONE},
    {"gender_basis", "TEXT", gender_basis, NR_LOOKUP_NONE},
    {"entity_no", "INTEGER", entity_no, NR_LOOKUP_INDEX},
    {"quote_no", "INTEGER", quote_no, NR_LOOKUP_INDEX},
    {"part", "INTEGER", part, NR_LOOKUP_NONE},
    {"parts", "INTEGER", parts, NR_LOOKUP_NONE},
    {"block", "TEXT", block, NR_LOOKUP_NONE},
    {"block_no", "INTEGER", block_no, NR_LOOKUP_INDEX},
    {"sentence_no", "INTEGER", sentence_no, NR_LOOKUP_INDEX},
    {"context", "TEXT", context, NR_LOOKUP_NONE},
    {"rule", "TEXT", rule, NR_LOOKUP_NONE},
    {"confidence", "REAL", confidence, NR_LOOKUP_NONE},
    {"speaker_confidence", "REAL", speaker_confidence, NR_LOOKUP_NONE},
    {"mention", "TEXT", mention, NR_LOOKUP_NONE},
    {"mention_start", "INTEGER", mention_start, NR_LOOKUP_NONE},
    {"mention_length", "INTEGER", mention_length, NR_LOOKUP_NONE},
    {"cue_start", "INTEGER", cue_start, NR_LOOKUP_NONE},
    {"cue_length", "INTEGER", cue_length, NR_LOOKUP_NONE},
    {"start", "INTEGER", start, NR_LOOKUP_NONE},
    {"length", "INTEGER", length, NR_LOOKUP_NONE},
};

const struct nr_table nr_table_quotes = {
    .name = "extract_quotes",
    NR_COLUMNS(columns),
    .stage = NR_STAGE_SPEAKERS,
    .rows = rows,
    .typical = 10.0,
};
