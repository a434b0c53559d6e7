/* text/line_shapes.c: lines that are no running text, by how they look.
 *
 *     By Ana Reis and Tom Hale            byline
 *     A bus in Porto - PHOTO/Rui Sá/AFP   caption
 *     Sign up for our newsletter          boilerplate
 *
 * Each row has its example, a pattern over bytes, and what must be true before the
 * pattern is worth asking. The first row that fits decides. Names in patterns begin with
 * a capital: A to Z or one of the accented ones of two bytes, which begin with C3 to C5.
 */
#include "text/line_shapes.h"

#include "text/language.h"

#include "text/text.h"

#include <string.h>

#define CAPITAL "(?:[A-Z]|[\\xC3-\\xC5][\\x80-\\xBF])"
#define NAME    CAPITAL "[\\w.'\\x80-\\xFF-]*"
#define NAMES                                                                            \
    NAME                                                                                 \
        "(?:,? (?:and |und |et |y |e |& |de |van |von |da |di |la |del |bin |al-)*" NAME \
        "){0,7}"
#define MONTH                                                                            \
    "(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|janv|"          \
    "f\xC3\xA9v|avr|"                                                                    \
    "mai|juin|juil|ao\xC3\xBB|d\xC3\xA9"                                                 \
    "c|okt|dez|m\xC3\xA4r)\\w*\\.?"
#define WEEKDAY                                                                          \
    "(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunes|martes|mi\xC3\xA9rcoles|"      \
    "jueves|"                                                                            \
    "viernes|s\xC3\xA1"                                                                  \
    "bado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"                  \
    "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)"
#define CREDITED                                                                         \
    "(?:Getty|AFP|AP|Reuters|REUTERS|EPA|EFE|Shutterstock|iStock|Bloomberg|PA|DPA|dpa|"  \
    "ANSA|Xinhua|POOL|Pool|Alamy)"

const struct nr_line_shape nr_line_shapes[] = {
    {"byline", "By Ana Reis and Tom Hale, Porto",
     "^(?:By|BY|Por|Par|Von|Di|Da|Door) " NAMES "(?:[,|] .{0,60})?$",
     "By BY PorParVonDi Da Doo", NULL, NR_BLOCK_BYLINE, NR_TRAIT_SHORT, NR_TRAIT_STOPS,
     false},
    {"byline with stop", "By Ana Reis.", "^(?:By|BY) " NAME "(?: " NAME "){1,4}\\.$",
     "By BY ", NULL, NR_BLOCK_BYLINE, NR_TRAIT_SHORT | NR_TRAIT_FRONT, 0, false},
    {"dateline", "Sunday, 6 October 2019",
     "^(?:" WEEKDAY ",? )?(?:\\d{1,2}\\.? (?:de )?" MONTH "(?: de)?|" MONTH
     " \\d{1,2}),? "
     "\\d{4}(?:[ ,|].{0,40})?\\.?$",
     NULL, NULL, NR_BLOCK_DATELINE, NR_TRAIT_SHORT | NR_TRAIT_FRONT | NR_TRAIT_FIGURES, 0,
     false},
    {"place and day", "BRUSSELS 1996-08-22", "^[A-Z][A-Z .,'-]+ \\d{4}-\\d\\d-\\d\\d$",
     NULL, NULL, NR_BLOCK_DATELINE, NR_TRAIT_SHORT | NR_TRAIT_FRONT | NR_TRAIT_FIGURES,
     NR_TRAIT_STOPS, false},
    {"published", "Published 10:30 GMT, 5 May 2024",
     "^(?:Published|Updated|Posted|Last updated|First "
     "published|Publicado|Actualizado|Publi\xC3\xA9|"
     "Mis \xC3\xA0 jour|Stand)\\b.{0,40}(?:\\d\\d:\\d\\d|\\d{4}).{0,40}$",
     "PubUpdPosLasFirActMisSta", NULL, NR_BLOCK_DATELINE,
     NR_TRAIT_SHORT | NR_TRAIT_FIGURES, 0, false},
    {"hour", "9:05 p.m.",
     "^\\d{1,2}(?:[:.]\\d\\d)? ?(?:[ap]\\.?m\\.?|Uhr|GMT|h)(?: [A-Z]{2,4})?:?$", NULL,
     NULL, NR_BLOCK_DATELINE, NR_TRAIT_SHORT, NR_TRAIT_LETTER, false},
    {"credit", "Photo: Rui Sá",
     "^\\W?(?:Photo(?:graph)?s?|Image|Foto|Picture|Credit|Graphic|Video|Cr\xC3\xA9"
     "dit photo|"
     "Illustration)(?: credit| by)?\\b ?(?:[:/]|by ).{1,80}$",
     "PhoImaFotPicCreGraVidCr\xC3Ill(Ph[Ph", NULL, NR_BLOCK_CREDIT, NR_TRAIT_SHORT, 0,
     false},
    {"photo at the end", "A bus in Porto - PHOTO/Rui Sá/AFP",
     "(?:PHOTO|FOTO|Photo|Foto|Picture|Fotograf\xC3\xAD"
     "a|Imagen)\\s?[/:]\\s?[^.]{1,80}$",
     NULL, NULL, NR_BLOCK_CAPTION, NR_TRAIT_SLASH, NR_TRAIT_STOPS, true},
    {"image at the end", "The bridge at dawn. Image: Rui Sá.",
     "(?:[.!?)\"] |[a-z0-9\\x80-\\xFF] "
     ")(?:Image|Photo|Picture|Imagen|Foto|Bild|Photographie): "
     "?" CAPITAL "[^.:?]{1,58}\\.?$",
     NULL, NULL, NR_BLOCK_CAPTION, NR_TRAIT_SLASH, NR_TRAIT_QUOTED, true},
    {"photo in brackets", "The bridge at dawn (Photo by Rui Sá/Example Images)",
     "[(\\[](?:AP |AFP |Reuters |File |Press "
     ")?(?i:photo|foto|picture|image|photograph|imagen|credit)"
     "[^()]{0,90}[)\\]]\\.?$",
     NULL, NULL, NR_BLOCK_CAPTION, NR_TRAIT_LINE | NR_TRAIT_BRACKET, 0, true},
    {"agency at the end", "A bus in Porto. Rui Sá/AFP",
     "[\\w\\x80-\\xFF]/" CREDITED "(?: [A-Z]\\w+)?(?:/\\w+)*\\)?\\.?$", NULL, NULL,
     NR_BLOCK_CAPTION, NR_TRAIT_LINE | NR_TRAIT_SLASH | NR_TRAIT_NAME, 0, true},
    {"images at the end", "Rui Sá via Getty Images.",
     "(?:^|[ /(])(?:Getty Images?|AP Photo|Getty|Shutterstock)(?:/" NAMES ")?\\)?\\.?$",
     NULL, NULL, NR_BLOCK_CREDIT, NR_TRAIT_SHORT | NR_TRAIT_NAME, 0, true},
    {"left and right", "Ana Reis (L) with Tom Hale (R) in Porto",
     "\\((?:L|R|C|left|right|cent(?:re|er)|izq\\.|dcha\\.|izquierda|derecha|links|rechts|"
     "\xC3\xA0 gauche|\xC3\xA0 "
     "droite|gauche|droite|esq\\.|dir\\.|esquerda|direita|sinistra|destra|"
     "pictured|above|below)\\)",
     NULL, NULL, NR_BLOCK_CAPTION, NR_TRAIT_BRACKET, NR_TRAIT_STOPS, false},
    {"caption announced", "FILE - Ana Reis speaks in Porto in May.",
     "^(?:FILE(?: PHOTO| -|:)|File photo|Pictured[:,]|In this (?:\\w+ "
     "){0,4}(?:photo|image|picture)\\b|"
     "Caption:|Image caption|Pie de foto:|Bildunterschrift:)",
     "FILFilPicIn CapImaPieBil", NULL, NR_BLOCK_CAPTION, 0, 0, false},
    {"reported by", "(Reporting by Ana Reis; Editing by Tom Hale)",
     "^\\(?(?:(?:Additional )?[Rr]eporting (?:by|from)|Writing by|Editing by|Compiled "
     "by|Contributing:) ",
     "(Re(Ad(Wr(EdRepAddWriEdiComCon", NULL, NR_BLOCK_CREDIT, 0, 0, false},
    {"reported from", "Reis reported from Porto.",
     "^" NAMES ",?(?: [A-Z]?[a-z]+){0,4} reported from [^\"]{0,100}$", NULL,
     "reported from", NR_BLOCK_CREDIT, NR_TRAIT_SHORT | NR_TRAIT_STOPS | NR_TRAIT_BACK,
     NR_TRAIT_QUOTED, false},
    {"contributed", "Tom Hale contributed to this report.",
     "^" NAMES ",?(?: [A-Z]?[a-z]+){0,4} contributed (?:to|from|reporting) [^\"]{0,100}$",
     NULL, "contributed", NR_BLOCK_CREDIT,
     NR_TRAIT_SHORT | NR_TRAIT_STOPS | NR_TRAIT_BACK, NR_TRAIT_QUOTED, false},
    {"correction", "Correction: An earlier version gave the wrong year.",
     "^(?:\\(?Corrections?\\b(?: appended)?(?:[:.,)]| \\(|$)|CORRECTION|Clarification:|"
     "Editor(?:'|\xE2\x80\x99)?s?(?:'|\xE2\x80\x99)? [Nn]ote|EDITOR|An earlier version "
     "of this|"
     "This (?:article|story|post) (?:has been|was) (?:updated|corrected|amended)|"
     "Correcci\xC3\xB3n:|Fe de err|Rectificatif|Korrektur:|Berichtigung|Errata)",
     "(CoCorCORClaEdiEDIAn ThiFe RecKorBerErr", NULL, NR_BLOCK_CORRECTION, 0, 0, false},
    {"invitation", "Sign up for our newsletter",
     "^(?:Read (?:more|also|next|the (?:full|rest))|READ MORE|Sign up|Subscribe|Click "
     "here|"
     "Follow (?:us|@\\w+|" NAMES
     " on (?:Twitter|X|Facebook|Instagram))|Share this|Continue reading|"
     "Related(?: articles?| stor(?:y|ies)| topics)?:?$|More on this|Listen to "
     "(?:the|this|our)|"
     "Watch (?:the|a clip|more|live)|WATCH:|Join the conversation|Leave a "
     "comment|Support our|"
     "Lea tambi\xC3\xA9n|Leer m\xC3\xA1s|Lire aussi|\xC3\x80 lire|Mehr zum Thema|Lesen "
     "Sie|Leggi anche|"
     "Leia (?:tamb\xC3\xA9m|mais)|Lees ook|Suscr\xC3\xAD"
     "bete)",
     "ReaREASigSubCliFolShaConRelMorLisWatWATJoiLeaSupLir\xC3\x80 MehLesLegLeiLeeSus",
     NULL, NR_BLOCK_BOILERPLATE, NR_TRAIT_SHORT, NR_TRAIT_QUOTED, false},
    {"notice", "Copyright 2024 The Example. All rights reserved.",
     "^(?:Copyright|COPYRIGHT|\xC2\xA9|\\(c\\) ?\\d|All rights "
     "reserved|Advertisement|ADVERTISEMENT|"
     "Publicidad|Publicit\xC3\xA9|Anzeige|Terms of (?:use|service)|This "
     "(?:article|story|post) (?:was )?"
     "(?:first |originally )(?:appeared|published))",
     "CopCOP\xC2\xA9 (c)AllAdvADVPubAnzTerThi", NULL, NR_BLOCK_BOILERPLATE, NR_TRAIT_LINE,
     0, false},
    {"rule", "***", "^[^A-Za-z0-9\\x80-\\xFF\"'(]{1,80}$", NULL, NULL,
     NR_BLOCK_BOILERPLATE, NR_TRAIT_SHORT, NR_TRAIT_LETTER, false},
};
const uint32_t nr_line_shape_count = sizeof nr_line_shapes / sizeof *nr_line_shapes;

struct nr_block_patterns {
    struct nr_ballots *ballots;
    const struct nr_pattern *rows[sizeof nr_line_shapes / sizeof *nr_line_shapes];
};

const struct nr_block_patterns *nr_block_patterns_make(struct nr_arena *arena)
{
    struct nr_block_patterns *patterns = nr_arena_take(arena, sizeof *patterns);
    struct nr_ballots *ballots = nr_arena_take(arena, sizeof *ballots);
    if (patterns == NULL || ballots == NULL) {
        return NULL;
    }
    patterns->ballots = ballots;
    for (uint32_t i = 0; i < nr_line_shape_count; i++) {
        patterns->rows[i] = nr_pattern_make(arena, nr_line_shapes[i].pattern);
        if (patterns->rows[i] == NULL) {
            return NULL;
        }
    }
    return patterns;
}

struct nr_ballots *nr_block_patterns_ballots(const struct nr_block_patterns *patterns)
{
    return patterns->ballots;
}

static bool begins_with(const char *beginnings, struct nr_chars written)
{
    if (beginnings == NULL) {
        return true;
    }
    for (; *beginnings != 0; beginnings += 3) {
        if (written.length >= 3 && memcmp(beginnings, written.bytes, 3) == 0) {
            return true;
        }
    }
    return false;
}

static bool holds(struct nr_chars written, const char *sought)
{
    uint32_t length = sought != NULL ? (uint32_t)strlen(sought) : 0;
    for (uint32_t at = 0; sought != NULL && at + length <= written.length; at++) {
        const char *found = memchr(written.bytes + at, sought[0], written.length - at);
        at = found != NULL ? (uint32_t)(found - written.bytes) : written.length;
        if (found != NULL && at + length <= written.length &&
            memcmp(found, sought, length) == 0) {
            return true;
        }
    }
    return sought == NULL;
}

uint32_t nr_line_shape_first(struct nr_chars written, uint32_t traits, uint32_t from)
{
    for (uint32_t row = from; row < nr_line_shape_count; row++) {
        const struct nr_line_shape *shape = &nr_line_shapes[row];
        if ((traits & shape->needs) == shape->needs && (traits & shape->forbids) == 0 &&
            begins_with(shape->begins, written) && holds(written, shape->holds)) {
            return row;
        }
    }
    return NR_NONE;
}

bool nr_line_shape_fits(struct nr_matcher *matcher,
                        const struct nr_block_patterns *patterns, uint32_t row,
                        struct nr_chars written)
{
    struct nr_chars seen = written;
    if (seen.length > NR_TRAIT_LINE_BYTES) {
        seen.length = NR_TRAIT_LINE_BYTES;
        seen.bytes += nr_line_shapes[row].at_end ? written.length - seen.length : 0;
    }
    return nr_pattern_find(matcher, patterns->rows[row], seen, NULL);
}
