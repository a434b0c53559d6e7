/* entity/abroad.c: what words around a name say of it in Spanish and French.
 *
 *     la alcaldesa de Vigo, Ana Díaz,     a person: an office stands before the comma
 *     San Ginés, Saint-Aubin              a place
 *     Caja Ribera                         a body, by its first word
 *
 * Written for this project. In no list of the lexicon, since English has many of these
 * words too ("Costa", "general"), and its models know the lists.
 *
 * Knowingly wrong: a street or school that is called by a person's name and office. */
#include "entity/abroad.h"

enum { SURE = 6, OFFICE_REACH = 8 /* tokens from the office to its bearer */ };

static const char *const offices[] = {
    /* Spanish */
    "abogada",
    "abogado",
    "actor",
    "actriz",
    "acusada",
    "acusado",
    "alcalde",
    "alcaldesa",
    "arquitecta",
    "arquitecto",
    "artista",
    "arzobispo",
    "astrónoma",
    "astrónomo",
    "autor",
    "autora",
    "bióloga",
    "biólogo",
    "candidata",
    "candidato",
    "cantante",
    "capitana",
    "capitán",
    "catedrática",
    "catedrático",
    "cineasta",
    "comandante",
    "comisaria",
    "comisario",
    "compositor",
    "compositora",
    "concejal",
    "concejala",
    "consejera",
    "consejero",
    "coordinador",
    "coordinadora",
    "coronel",
    "crítica",
    "crítico",
    "decana",
    "decano",
    "delantera",
    "delantero",
    "delegada",
    "delegado",
    "diputada",
    "diputado",
    "director",
    "directora",
    "dirigente",
    "doctor",
    "doctora",
    "economista",
    "editor",
    "editora",
    "embajador",
    "embajadora",
    "empresaria",
    "empresario",
    "entrenador",
    "entrenadora",
    "escritor",
    "escritora",
    "experta",
    "experto",
    "fiscal",
    "general",
    "gobernador",
    "gobernadora",
    "guionista",
    "historiador",
    "historiadora",
    "ingeniera",
    "ingeniero",
    "investigador",
    "investigadora",
    "jefa",
    "jefe",
    "juez",
    "jueza",
    "jugador",
    "jugadora",
    "letrada",
    "letrado",
    "líder",
    "maestra",
    "maestro",
    "magistrada",
    "magistrado",
    "mandataria",
    "mandatario",
    "ministra",
    "ministro",
    "médica",
    "médico",
    "novelista",
    "obispo",
    "paleontóloga",
    "paleontólogo",
    "patrona",
    "patrón",
    "periodista",
    "pianista",
    "poeta",
    "política",
    "político",
    "portavoz",
    "presidenta",
    "presidente",
    "productor",
    "productora",
    "profesor",
    "profesora",
    "psicóloga",
    "psicólogo",
    "rector",
    "rectora",
    "regidor",
    "regidora",
    "secretaria",
    "secretario",
    "senador",
    "senadora",
    "sindicalista",
    "socialista",
    "técnica",
    "técnico",
    "vicepresidenta",
    "vicepresidente",
    /* French */
    "accusé",
    "accusée",
    "acteur",
    "actrice",
    "adjoint",
    "adjointe",
    "architecte",
    "auteur",
    "auteure",
    "autrice",
    "avocat",
    "avocate",
    "candidat",
    "candidate",
    "chanteur",
    "chanteuse",
    "chef",
    "cheffe",
    "chercheur",
    "chercheuse",
    "comédien",
    "comédienne",
    "directeur",
    "directrice",
    "dirigeant",
    "dirigeante",
    "député",
    "députée",
    "entraîneur",
    "entraîneuse",
    "historien",
    "historienne",
    "infirmier",
    "infirmière",
    "ingénieur",
    "juge",
    "maire",
    "ministre",
    "médecin",
    "notaire",
    "patron",
    "patronne",
    "procureur",
    "procureure",
    "professeur",
    "professeure",
    "préfet",
    "préfète",
    "président",
    "présidente",
    "recteur",
    "rectrice",
    "romancier",
    "romancière",
    "réalisateur",
    "réalisatrice",
    "secrétaire",
    "sociologue",
    "sélectionneur",
    "sénateur",
    "sénatrice",
    "vigneron",
    "vigneronne",
};

bool nr_is_trade(const struct nr_text *text, uint32_t t)
{
    if (text->tokens.items[t].shape != NR_SHAPE_LOWER) {
        return false;
    }
    for (uint32_t i = 0; i < sizeof offices / sizeof *offices; i++) {
        if (nr_token_is(text, t, offices[i])) {
            return true;
        }
    }
    return false;
}

/* Sierra Parda, Atlético Lucero, Caja Ribera: what such a name begins with in Spanish.
 * In no list, since English has these words in names of persons and places, too. */
static void hear_first_word(struct nr_form *form, const struct nr_text *text,
                            const struct nr_name *name)
{
    static const struct {
        const char *word;
        enum nr_sort_of_name sort;
        enum nr_type fine;
    } firsts[] = {
        {"sierra", NR_IS_PLACE, NR_TYPE_LOC},  {"costa", NR_IS_PLACE, NR_TYPE_LOC},
        {"río", NR_IS_PLACE, NR_TYPE_LOC},     {"isla", NR_IS_PLACE, NR_TYPE_LOC},
        {"cabo", NR_IS_PLACE, NR_TYPE_LOC},    {"valle", NR_IS_PLACE, NR_TYPE_LOC},
        {"monte", NR_IS_PLACE, NR_TYPE_LOC},   {"puerto", NR_IS_PLACE, NR_TYPE_GPE},
        {"villa", NR_IS_PLACE, NR_TYPE_GPE},   {"caja", NR_IS_ORG, NR_TYPE_ORG},
        {"atlético", NR_IS_ORG, NR_TYPE_ORG},  {"deportivo", NR_IS_ORG, NR_TYPE_ORG},
        {"deportiva", NR_IS_ORG, NR_TYPE_ORG}, {"racing", NR_IS_ORG, NR_TYPE_ORG},
        {"sporting", NR_IS_ORG, NR_TYPE_ORG},  {"universidad", NR_IS_ORG, NR_TYPE_ORG},
        {"fundación", NR_IS_ORG, NR_TYPE_ORG}, {"sindicato", NR_IS_ORG, NR_TYPE_ORG},
    };
    for (uint32_t i = 0; i < sizeof firsts / sizeof *firsts; i++) {
        if (nr_token_is(text, name->first, firsts[i].word)) {
            nr_form_vote(form, firsts[i].sort, firsts[i].fine, SURE);
        }
    }
}

/* "la cantante Nina Salvatierra", "el concejal de Comercio, Brais Lamela" */
static bool bears_office(const struct nr_text *text, const struct nr_name *name)
{
    uint32_t sentence = text->tokens.items[name->first].sentence;
    uint32_t low = text->sentences.items[sentence].first_token;
    low = name->first > low + OFFICE_REACH ? name->first - OFFICE_REACH : low;
    bool comma = name->first > low && nr_token_is(text, name->first - 1, ",");
    uint32_t t = name->first - comma;
    if (t > low && !comma) {
        return nr_is_trade(text, t - 1);
    }
    while (t-- > low && text->tokens.items[t].shape != NR_SHAPE_PUNCT &&
           text->tokens.items[t].shape != NR_SHAPE_MARK) {
        if (nr_is_trade(text, t)) {
            return true;
        }
    }
    return false;
}

static bool follows_saint(const struct nr_text *text, const struct nr_name *name)
{
    static const char *const saints[] = {"san", "santa", "santo", "saint", "sainte"};
    uint32_t t = name->first;
    t -= t > 0 && nr_token_is(text, t - 1, "-");
    for (uint32_t i = 0; t > 0 && i < sizeof saints / sizeof *saints; i++) {
        if (nr_token_is(text, t - 1, saints[i])) {
            return true;
        }
    }
    return false;
}

static bool is_one_of(const struct nr_text *text, uint32_t t, const char *const *words)
{
    while (*words != NULL && !nr_token_is(text, t, *words)) {
        words++;
    }
    return *words != NULL;
}

/* "en Lindes", "la Universidad de Rosales", "la rue de Vauclair": where something is. */
static bool is_where(const struct nr_text *text, const struct nr_name *name)
{
    static const char *const in[] = {"en", "à", NULL};
    static const char *const of[] = {"de", "del", "du", "d'", NULL};
    static const char *const seats[] = {
        "universidad", "ayuntamiento", "ciudad",   "puerto",   "provincia",  "barrio",
        "hospital",    "calle",        "plaza",    "avenida",  "estación",   "municipio",
        "pueblo",      "comarca",      "muelle",   "juzgado",  "université", "mairie",
        "ville",       "rue",          "place",    "quartier", "hôpital",    "gare",
        "commune",     "village",      "tribunal", "lycée",    NULL};
    uint32_t sentence = text->tokens.items[name->first].sentence;
    uint32_t low = text->sentences.items[sentence].first_token;
    uint32_t t = name->first;
    if (t > low && is_one_of(text, t - 1, in)) {
        return true;
    }
    return t > low + 1 && is_one_of(text, t - 1, of) && is_one_of(text, t - 2, seats);
}

static bool is_abroad(const struct nr_text *text, const struct nr_name *name)
{
    uint32_t block = nr_block_of(text, name->first);
    uint8_t language = text->blocks.items[block].language;
    return language == NR_LANGUAGE_ES || language == NR_LANGUAGE_FR;
}

void nr_hear_where(struct nr_form *form, const struct nr_text *text,
                   const struct nr_name *name)
{
    if (is_abroad(text, name) && is_where(text, name)) {
        nr_form_vote(form, NR_IS_PLACE, NR_TYPE_GPE, SURE);
    }
}

void nr_hear_abroad(struct nr_form *form, const struct nr_text *text,
                    const struct nr_name *name)
{
    if (!is_abroad(text, name)) {
        return;
    }
    if (name->end > name->first + 1) {
        hear_first_word(form, text, name);
    }
    if (bears_office(text, name)) {
        nr_form_vote(form, NR_IS_PERSON, NR_TYPE_PERSON, SURE);
    }
    if (follows_saint(text, name)) {
        nr_form_vote(form, NR_IS_PLACE, NR_TYPE_GPE, 2 * SURE);
    }
}
