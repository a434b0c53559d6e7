/* entity/field.c: what walk of life is a role of?
 *
 *     "deputy foreign minister of Norland"   politics
 *     "Lund goalkeeper"                      sport
 *     "president", "chief", "leader"         none: clubs, firms and states have them
 *
 * By a table of words. The last word that is in it before "of", "for", "at" or a comma
 * counts: a team's doctor is a doctor, a Supreme Court reporter a reporter. */
#include "entity/field.h"

#include <string.h>

const char *const nr_field_names[NR_FIELD_COUNT] = {
    NULL,      "politics", "sport", "business", "arts",
    "science", "law",      "faith", "arms",     "press"};

/* In alphabetical order, with spaces around each. */
static const char *const words_of[NR_FIELD_COUNT] = {
    [NR_FIELD_POLITICS] =
        " ambassador candidate chancellor commissioner congressman congresswoman "
        "councillor councilman councilwoman councilor democrat deputy diplomat envoy "
        "governor lawmaker legislator mayor minister mp parliamentarian politician "
        "premier "
        "republican senator speaker taoiseach whip ",
    [NR_FIELD_SPORT] =
        " athlete basketballer batsman batter biker bowler boxer catcher centre champion "
        "coach cricketer cyclist defender driver fielder flanker footballer forward "
        "fullback goalie goalkeeper golfer gymnast halfback hooker hurdler infielder "
        "jockey jumper keeper lock midfielder medalist medallist outfielder paceman "
        "pitcher "
        "player playmaker prop quarterback racer referee rider rower runner scorer seed "
        "sailor shortstop skater skier skipper slugger spinner sprinter striker surfer "
        "swimmer thrower tackle triathlete umpire walker weightlifter wicketkeeper "
        "winger "
        "wrestler ",
    [NR_FIELD_BUSINESS] =
        " accountant analyst auditor banker broker businessman businesswoman ceo cfo "
        "economist entrepreneur executive financier industrialist "
        "investor magnate merchant shareholder strategist trader treasurer tycoon ",
    [NR_FIELD_ARTS] =
        " actor actress architect artist author ballerina choreographer comedian comic "
        "composer conductor dancer designer dramatist drummer filmmaker guitarist "
        "musician "
        "novelist painter photographer pianist playwright poet rapper sculptor "
        "screenwriter singer songwriter soprano tenor violinist writer ",
    [NR_FIELD_SCIENCE] =
        " archaeologist astronaut astronomer biologist botanist chemist climatologist "
        "doctor "
        "ecologist engineer epidemiologist geologist historian lecturer mathematician "
        "neurologist nurse oceanographer paediatrician pediatrician physician physicist "
        "professor psychiatrist psychologist researcher scholar scientist sociologist "
        "surgeon "
        "virologist zoologist ",
    [NR_FIELD_LAW] = " attorney barrister coroner judge justice lawyer magistrate "
                     "prosecutor qc sheriff "
                     "solicitor ",
    [NR_FIELD_FAITH] = " abbot archbishop ayatollah bishop cardinal cleric deacon imam "
                       "mullah pastor pope priest rabbi rev reverend vicar ",
    [NR_FIELD_ARMS] = " admiral brigadier colonel commander commodore corporal guerrilla "
                      "lieutenant marshal marine pilot sergeant soldier warlord ",
    [NR_FIELD_PRESS] =
        " anchor anchorman broadcaster columnist commentator correspondent editor "
        "journalist newscaster presenter reporter ",
};

enum { LONGEST = 20 };

static bool ends_head(const char *word, uint32_t length)
{
    return (length == 2 && (memcmp(word, "of", 2) == 0 || memcmp(word, "at", 2) == 0)) ||
           (length == 3 && memcmp(word, "for", 3) == 0);
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static enum nr_field field_of_word(const char *word, uint32_t length)
{
    char sought[LONGEST + 3] = " ";
    memcpy(sought + 1, word, length);
    memcpy(sought + 1 + length, " ", 2);
    for (int field = 1; field < NR_FIELD_COUNT; field++) {
        if (strstr(words_of[field], sought) != NULL) {
            return (enum nr_field)field;
        }
    }
    return NR_FIELD_NONE;
}

enum nr_field nr_field_of(struct nr_chars role)
{
    enum nr_field found = NR_FIELD_NONE;
    char word[LONGEST];
    uint32_t length = 0;
    for (uint32_t i = 0; i <= role.length; i++) {
        char c = i < role.length ? lower(role.bytes[i]) : ',';
        bool letter = c >= 'a' && c <= 'z';
        if (letter && length < LONGEST) {
            word[length++] = c;
        } else if (!letter) {
            enum nr_field field = length > 0 ? field_of_word(word, length) : found;
            found = field != NR_FIELD_NONE ? field : found;
            bool end = ends_head(word, length) || c == ',';
            length = 0;
            if (end && found != NR_FIELD_NONE) {
                break;
            }
        }
    }
    return found;
}
