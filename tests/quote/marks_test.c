/* marks_test.c: which marks belong together, where each passage ends, and what became of
 * it, before attribution has a say. One line a pair:
 *
 *     quote |No,|                    verdict, what is between the marks
 *     quote nested |no|              inside another pair
 *     quote continues |So be it.|    goes on from the pair before it
 *     quote unclosed |We will|       its closing mark is missing
 *     quote unopened |We will,|      its opening mark is missing
 */
#include "analyse.h"
#include "quote/marks.h"

struct marks_case {
    const char *name;
    const char *text;
    const char *expected;
};

static const struct marks_case pairs[] = {
    {"straight marks", "\"No,\" she said. \"Not today.\"",
     "quote |No,|\nquote |Not today.|\n"},
    {"curly marks", "“No,” she said. “Not today.”", "quote |No,|\nquote |Not today.|\n"},
    {"straight and curly in one article", "“We won,” he said.\n\n\"We lost,\" she said.",
     "quote |We won,|\nquote |We lost,|\n"},
    {"opened curly, closed straight", "He said: “It rained all week.\" Then he left.",
     "quote |It rained all week.|\n"},
    {"opened straight, closed curly", "He said: \"It rained all week.” Then he left.",
     "quote |It rained all week.|\n"},
    {"opening curly mark where a closing one belongs",
     "“It rained,“ he said. “It rained all week.“",
     "quote |It rained,|\nquote |It rained all week.|\n"},
    {"two single marks as a double one",
     "''The well is dry,'' Mr. Oduya said, ''and nobody's coming.''",
     "quote |The well is dry,|\nquote |and nobody's coming.|\n"},
    {"a single mark inside two single ones",
     "''She told us, 'Go home,''' the driver said.",
     "quote |She told us, 'Go home,'|\nquote nested |Go home,|\n"},
    {"backquotes open", "``The well is dry,'' he said.", "quote |The well is dry,|\n"},
    {"doubled curly single marks", "He had ‘‘no idea’’ of it, he said.",
     "quote |no idea|\n"},
    {"German low marks", "„Wir gehen nicht“, sagte sie. „Nie.“",
     "quote |Wir gehen nicht|\nquote |Nie.|\n"},
    {"German angles", "»Wir gehen nicht«, sagte sie.", "quote |Wir gehen nicht|\n"},
    {"German angles in angles", "»Er rief ›Halt‹ und lief«, sagte sie.",
     "quote |Er rief ›Halt‹ und lief|\nquote nested |Halt|\n"},
    {"French angles with spaces", "« Nous partons », a-t-elle dit.",
     "quote |Nous partons|\n"},
    {"Swedish marks look alike on both sides", "”Vi går hem”, sade hon. ”Nu.”",
     "quote |Vi går hem|\nquote |Nu.|\n"},
    {"Finnish angles look alike on both sides", "»Menemme kotiin», hän sanoi.",
     "quote |Menemme kotiin|\n"},
    {"Spanish angles around curly marks", "«Dijo “nunca” y se fue», contó Marta.",
     "quote |Dijo “nunca” y se fue|\nquote nested |nunca|\n"},
    {"single marks as the main ones", "‘We sail at dawn,’ said the captain.",
     "quote |We sail at dawn,|\n"},
    {"straight single marks as the main ones", "'We sail at dawn,' said the captain.",
     "quote |We sail at dawn,|\n"},
    {"single inside double", "“He told me ‘never’ twice,” she said.",
     "quote |He told me ‘never’ twice,|\nquote nested |never|\n"},
    {"double inside single", "‘He told me “never” twice,’ she said.",
     "quote |He told me “never” twice,|\nquote nested |never|\n"},
    {"single and double open together", "\"'I quit,' he told me,\" she said.",
     "quote |'I quit,' he told me,|\nquote nested |I quit,|\n"},
    {"double inside double", "\"They called it \"a miracle\" at the time,\" she said.",
     "quote |They called it \"a miracle\" at the time,|\nquote nested |a miracle|\n"},
    {"no space before the opening mark", "She said,\"We are late.\"",
     "quote |We are late.|\n"},
    {"a space on both sides", "He said \" never again \" and left.",
     "quote |never again|\n"},
    {"a space before the closing mark", "He said \"never again \" and left.",
     "quote |never again|\n"},
    {"a space behind the opening mark, and a dash",
     "He asked - \" who pays?\" - and sat.", "quote |who pays?|\n"},
    {"in brackets", "The plan (\"a gift,\" he said) failed.", "quote |a gift,|\n"},
    {"a number before the closing mark",
     "\"It was worse in 2009,\" he said, \"than in 1999\".",
     "quote |It was worse in 2009,|\nquote |than in 1999|\n"},
    {"nothing inside", "He wrote \"\" and signed.", "scare ||\n"},
};

static const struct marks_case apostrophes[] = {
    {"no marks at all", "The minister spoke for an hour.", ""},
    {"contractions and possessives",
     "It's the minister's car and they don't want O'Neil's.", ""},
    {"plural possessive", "The senators' plan and the nurses' strike failed.", ""},
    {"plural possessive inside single marks", "'The nurses' strike is over,' she said.",
     "quote |The nurses' strike is over,|\n"},
    {"plural possessive inside curly single marks",
     "‘The nurses’ strike is over,’ she said.", "quote |The nurses’ strike is over,|\n"},
    {"decades", "In the '90s and the ’70s, and in '68, they sang.", ""},
    {"decades inside single marks", "'We lived on '80s music,' she said.",
     "quote |We lived on '80s music,|\n"},
    {"'tis, 'em and rock 'n' roll", "'Tis time to tell 'em about rock 'n' roll.", ""},
    {"dropped letters", "They were goin' home and singin' all the way.", ""},
    {"feet and inches", "He is 6'2\" tall, a 5-foot-11 guard is not.", ""},
    {"inches inside a quote", "\"He's 6'2\" and strong,\" she said.",
     "quote |He's 6'2\" and strong,|\n"},
    {"inch records", "She owns forty 12\" records and a 55\" screen.", ""},
    {"a quote between inches",
     "The 12\" disc, \"a marvel,\" he said, fits a 14\" sleeve.", "quote |a marvel,|\n"},
    {"a mistyped apostrophe", "Norway\"s share was \"far too low,\" he said.",
     "quote |far too low,|\n"},
};

static const struct marks_case repairs[] = {
    {"a quote over paragraphs, opened again in each",
     "“The ice came early,” she said. “We had no warning.\n\n“Nobody had salt.\n\n“It "
     "was over by noon.”\n\nThe road is open again.",
     "quote |The ice came early,|\nquote unclosed |We had no warning.|\n"
     "quote unclosed continues |Nobody had salt.|\nquote continues |It was over by "
     "noon.|\n"},
    {"the same with single marks", "‘The ice came early.\n\n‘Nobody had salt,’ she said.",
     "quote unclosed |The ice came early.|\nquote continues |Nobody had salt,|\n"},
    {"the same in one block",
     "He added: \"The ice came early. \"Nobody had salt. \"It was "
     "over by noon.\" He left.",
     "quote unclosed |The ice came early.|\nquote unclosed continues |Nobody had salt.|\n"
     "quote continues |It was over by noon.|\n"},
    {"never closed, and the paragraph is the quote",
     "\"The ice came early. Nobody had salt.\n\nThe road is open again.",
     "quote unclosed |The ice came early. Nobody had salt.|\n"},
    {"never closed, and the sentence is the quote",
     "The road was shut on Monday, and the trains stopped for nine hours in both "
     "directions. The mayor spoke: \"The ice came early. \n\nThe road is open again.",
     "quote unclosed |The ice came early.|\n"},
    {"never closed before she said",
     "\"The ice came early, she said.\n\nThe road is open again.",
     "quote unclosed |The ice came early,|\n"},
    {"never closed in the middle of a sentence",
     "The road through the \"upper valley was shut on Monday and Tuesday.\n\nIt is open "
     "again.",
     "unclosed unclosed |upper valley was shut on Monday and Tuesday.|\n"},
    {"never closed, and another quote follows",
     "\"The ice came early, she said. Then she added, \"Nobody had salt.\"",
     "quote unclosed |The ice came early,|\nquote |Nobody had salt.|\n"},
    {"a single mark never closed is an apostrophe", "The 'upper valley was shut.", ""},
    {"never opened", "The ice came early,\" said Ms Lund. \"Nobody had salt.\"",
     "quote unopened |The ice came early,|\nquote |Nobody had salt.|\n"},
    {"never opened, and nobody speaks", "The upper valley\" was shut on Monday.",
     "unclosed unopened ||\n"},
    {"opened once, closed in the next paragraph",
     "\"The ice came early and it stayed for nine days.\n\nnobody had salt,\" she said.",
     "quote unclosed |The ice came early and it stayed for nine days.|\n"
     "quote continues unopened |nobody had salt,|\n"},
    {"a signature under a quote",
     "\"The ice came early. Nobody had salt.\n\nGreta Lund, head of roads.\"",
     "quote unclosed |The ice came early. Nobody had salt.|\nunclosed unopened ||\n"},
    {"two marks too many", "“The ice came early,” she said.\"\n\nThe road is open.",
     "quote |The ice came early,|\nunclosed unopened ||\n"},
    {"an open angle does not cross a closed pair", "“The «ice came early,” she said.",
     "quote |The «ice came early,|\nunclosed unclosed nested |ice came early,|\n"},
};

static const struct marks_case dashes[] = {
    {"Spanish dialogue",
     "La mujer del farero miraba el mar desde la ventana de la cocina.\n\n—No lo sé "
     "—dijo ella—. Volveré mañana con el barco.\n\nEl viento soplaba más fuerte que "
     "nunca en la costa.",
     "quote |No lo sé|\nquote unclosed |. Volveré mañana con el barco.|\n"},
    {"French dialogue",
     "La femme du gardien regardait la mer depuis la fenêtre de la cuisine.\n\n— Je ne "
     "sais pas, dit-elle avec le sourire.\n\nLe vent soufflait plus fort que jamais sur "
     "la côte.",
     "quote unclosed |Je ne sais pas, dit-elle avec le sourire.|\n"},
    {"an English list",
     "The council of the town agreed on three points this week.\n\n— "
     "The harbour stays open for the winter.\n\n— The mayor goes.",
     ""},
};

static const struct marks_case verdicts[] = {
    {"nickname: between names", "Dwayne \"The Rock\" Johnson met Anna \"Bo\" Keller.",
     "nickname |The Rock|\nnickname |Bo|\n"},
    {"nickname: in brackets", "He thanked Edward (\"Ned\") Farrow.", "nickname |Ned|\n"},
    {"nickname: after initials", "The band was led by J.C. \"Duke\" Harlan.",
     "nickname |Duke|\n"},
    {"nickname: nicknamed", "The keeper, nicknamed \"The Cat\", retired.",
     "nickname |The Cat|\n"},
    {"nickname: known as", "A burglar known as \"Slim\" was held.", "nickname |Slim|\n"},
    {"no nickname: a name, its quote, a name",
     "Anna Keller said \"no\" and Tom Brandt \"yes\".", "quote |no|\nquote |yes|\n"},
    {"no nickname: dubbed", "He dubbed his rival \"a liar with good shoes\".",
     "quote |a liar with good shoes|\n"},
    {"title: after film", "Her 2011 film \"Harbour Lights\" won.",
     "title |Harbour Lights|\n"},
    {"title: after a comma", "His new book, \"A Short Walk in the Rain,\" is out.",
     "title |A Short Walk in the Rain,|\n"},
    {"title: called", "They sang a song called \"Slow Rain\" on the pier.",
     "title |Slow Rain|\n"},
    {"title: titled, in any case",
     "She wrote a paper titled \"Why bees sleep late\" there.",
     "title |Why bees sleep late|\n"},
    {"title: before star", "\"Harbour Lights\" star Ina Moll left.",
     "title |Harbour Lights|\n"},
    {"title: before TV show", "The \"Morning Table\" TV show is over.",
     "title |Morning Table|\n"},
    {"title: a broadcaster's", "He spoke on BBC's \"Morning Table\" about it.",
     "title |Morning Table|\n"},
    {"title: by its author", "\"Slow Rain,\" by Ana Lund, is sold out.",
     "title |Slow Rain,|\n"},
    {"title: with its year", "\"Slow Rain\" (1998) is sold out.", "title |Slow Rain|\n"},
    {"title: in a list of titles",
     "The songs \"Slow Rain,\" \"Ash\" and \"Low Tide\" remain.",
     "title |Slow Rain,|\ntitle |Ash|\ntitle |Low Tide|\n"},
    {"title: on a show", "She appeared on \"Morning Table\" to explain.",
     "title |Morning Table|\n"},
    {"title: told a show", "Ms Lund told \"Morning Table\" so.",
     "title |Morning Table|\n"},
    {"title: what it is, behind it", "\"Ash,\" a short, bitter novel, is out.",
     "title |Ash,|\n"},
    {"title: a sequel to it", "The sequel to \"Ash\" is out.", "title |Ash|\n"},
    {"title: its author", "The author of \"Ash\" stayed home.", "title |Ash|\n"},
    {"title: once introduced, always one",
     "Nobody expected \"Slow Rain\" to sell.\n\nHer song \"Slow Rain\" sold.",
     "title |Slow Rain|\ntitle |Slow Rain|\n"},
    {"title: in Spanish",
     "La escritora presentó ayer en la feria su novela \"El último tren\" ante el "
     "público de la ciudad.",
     "title |El último tren|\n"},
    {"no title: words of a book", "In his book, \"the poor always pay,\" he wrote.",
     "quote |the poor always pay,|\n"},
    {"no title: a shout", "The crowd chanted \"Bring Back Our Harbour\" for hours.",
     "quote |Bring Back Our Harbour|\n"},
    {"no title: called", "He called her \"Madame Maybe\" all evening.",
     "quote |Madame Maybe|\n"},
    {"scare: short, and nobody speaks", "The \"smart\" bins were full by noon.",
     "scare |smart|\n"},
    {"scare: a full stop inside ends the sentence", "It was a night of \"firsts.\"",
     "scare |firsts.|\n"},
    {"no scare: somebody speaks", "He said the bins were \"smart\" enough.",
     "quote |smart|\n"},
    {"no scare: four words", "The bins were \"far from smart enough\" for this.",
     "quote |far from smart enough|\n"},
    {"no scare: a sentence of its own", "\"Never.\" The room went quiet.",
     "quote |Never.|\n"},
    {"markup", "<photo id=\"5512\" by=\"Agency pool\"> The bins were full.",
     "scare |5512|\nscare |Agency pool|\n"},
};

static const struct marks_case blocks[] = {
    {"heading: a subhead in marks",
     "The council met on Monday to talk about the harbour and its bins.\n\n'A turning "
     "point'\n\nThe mayor was not there, and the vote was put off until the spring.",
     "heading |A turning point|\n"},
    {"a headline's quote is a quote",
     "'Never again,' says mayor after flood\n\nThe council met on Monday to talk about "
     "the harbour and its bins.",
     "quote |Never again,|\n"},
};

/* ---- One case ---- */

struct lines {
    char bytes[2048];
    size_t length;
};

static void put(struct lines *lines, const char *bytes, size_t length)
{
    size_t room = sizeof lines->bytes - 1 - lines->length;
    length = length < room ? length : room;
    memcpy(lines->bytes + lines->length, bytes, length);
    lines->length += length;
    lines->bytes[lines->length] = 0;
}

static void put_if(struct lines *lines, bool condition, const char *word)
{
    if (condition) {
        put(lines, word, strlen(word));
    }
}

static void put_mark(struct lines *lines, const char *text, const struct nr_mark *mark)
{
    put_if(lines, true, nr_verdict_names[mark->verdict]);
    put_if(lines, !mark->closed, " unclosed");
    put_if(lines, mark->continues, " continues");
    put_if(lines, mark->parent != NR_NONE, " nested");
    put_if(lines, mark->outer.begin == mark->inner.begin, " unopened");
    put(lines, " |", 2);
    put(lines, text + mark->inner.begin, nr_span_length(mark->inner));
    put(lines, "|\n", 2);
}

static void run(const struct marks_case *c)
{
    struct analysis analysis;
    struct nr_quotes quotes = {0};
    struct lines lines = {.length = 0};
    enum nr_status status = analysis_start(&analysis, c->text, strlen(c->text));
    struct nr_article *article = &analysis.article;
    if (status == NR_OK) {
        status = nr_article_analyse(article, NR_STAGE_ENTITIES);
    }
    if (status == NR_OK) {
        status =
            nr_marks_find(&article->arena, &article->text, &article->entities, &quotes);
    }
    for (uint32_t i = 0; i < quotes.marks.count; i++) {
        put_mark(&lines, c->text, &quotes.marks.items[i]);
    }
    test_case(c->name);
    test_number("status", status, NR_OK);
    test_string("marks", lines.bytes, c->expected);
    analysis_close(&analysis);
}

static void run_all(const struct marks_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        run(&cases[i]);
    }
}

int main(void)
{
    run_all(pairs, TEST_COUNT(pairs));
    run_all(apostrophes, TEST_COUNT(apostrophes));
    run_all(repairs, TEST_COUNT(repairs));
    run_all(dashes, TEST_COUNT(dashes));
    run_all(verdicts, TEST_COUNT(verdicts));
    run_all(blocks, TEST_COUNT(blocks));
    return test_end();
}
