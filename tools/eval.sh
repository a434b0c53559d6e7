#!/bin/sh
# Prints the figures of the README, for whoever has the corpora and the scorers: `make eval DATA=DIR`.
#
#     tools/eval.sh ./newsroom DATA EVAL
#
# DATA is the folder of annotated databases, EVAL that of quotes.py, entities.py, dates.py and seed.py, which run the
# built extension over them. One line a figure: what was asked, what was measured, and what is short of it.
# F1 is followed by precision and recall. Ends with 1 where a corpus is missing or a scorer failed.
set -u
if [ $# -ne 3 ] || [ -z "$2" ]; then
    echo 'eval: where are the corpora? make eval DATA=DIR [EVAL=DIR of quotes.py and the other scorers]' >&2
    exit 2
fi
extension=$1 data=$2 scorers=$3
SQLITE3=${SQLITE3:-sqlite3}
PYTHON=${PYTHON:-python3}
here=$(dirname "$0")

lacking=
for scorer in quotes.py entities.py dates.py seed.py; do
    [ -f "$scorers/$scorer" ] || lacking="$lacking $scorer"
done
if [ -n "$lacking" ]; then
    echo "eval: not in $scorers:$lacking (say where they are: make eval DATA=$data EVAL=DIR)" >&2
    exit 2
fi
for program in "$SQLITE3" "$PYTHON"; do
    if ! command -v "$program" >/dev/null; then
        echo "eval: the scorers need $program" >&2
        exit 2
    fi
done
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT INT TERM
bad=0

# Is the file there? Says so, once, where it is not.
has() {
    [ -f "$data/$1" ] && return
    echo "eval: not in $data: $1; its figures are left out" >&2
    bad=1
    return 1
}

# ---- Each scorer once: $work/<run>.json ----

score() { # run, scorer, corpus, options of the scorer
    run=$1 scorer=$2 corpus=$3
    shift 3
    has "$corpus" || return
    if ! "$PYTHON" "$scorers/$scorer" --extension "$extension" "$@" "$data/$corpus" >"$work/$run.out"; then
        echo "eval: $scorer failed on $corpus" >&2
        bad=1
        return
    fi
    tail -n 1 "$work/$run.out" >"$work/$run.json"
}

score polnear quotes.py polnear-dev.db --json
score conll entities.py conll2003-docs.db --split testa --json
score clean entities.py cleanconll-docs.db --json
score ieer entities.py ieer.db --json
score masc entities.py masc-ne.db --json
score dates dates.py timex-train.db --json
score seed seed.py seed.db
if [ -f "$work/seed.json" ]; then # its last line is N/M
    sed 's|\(.*\)/\(.*\)|{"found": "\1 of \2"}|' "$work/seed.out" | tail -n 1 >"$work/seed.json"
fi

# Who is meant: our own scorer, on both of its corpora.
if has gap.db && has gum-coref.db; then
    "$PYTHON" "$here/../tests/eval/who.py" --extension "$extension" --json "$data" >"$work/who.json" || bad=1
fi

# Who is who over all articles: on the corpus that entities.py has had.
if [ -f "$data/cleanconll-docs.db" ]; then
    "$PYTHON" "$here/../tests/eval/people.py" --extension "$extension" --json "$data" >"$work/people.json" || bad=1
fi

# ---- What SQL can ask by itself ----

# Tokens, tags and lemmas of the treebank on the running text that it was made from.
if has pos/gum-dev.tsv && has gum-coref.db; then
    awk -F '\t' -v OFS='\t' '
        /^# doc / { split($0, head, " "); document = head[3]; next }
        NF >= 3 { print document, ++n, $1, $2, $3 }' "$data/pos/gum-dev.tsv" >"$work/gum.tsv"
    {
        printf '%s\n' ".load $extension" "ATTACH '$data/gum-coref.db' AS gum;" \
            'CREATE TABLE gold(document TEXT, n INTEGER, form TEXT, lemma TEXT, tag TEXT);' \
            '.mode ascii' '.separator "\t" "\n"' ".import $work/gum.tsv gold" '.mode list'
        cat "$here/eval_tokens.sql"
    } | "$SQLITE3" -batch -bail ':memory:' >"$work/gum.json" || bad=1
fi
# What was measured on given tokens when the model was trained stands in its head.
given=$(head -n 8 ext/tag/models/tags.model | LC_ALL=C sed -n 's/^figures gum-dev, gold tokens: \([0-9.]*\).*/\1/p')
echo "{\"tags\": ${given:-null}}" >"$work/given.json"

if has polnear-train.db; then
    {
        echo ".load $extension"
        echo "SELECT json_object('rows', count(*)) FROM articles AS a, extract_quotes(a.body) AS q"
        echo 'WHERE q.quote IS NOT substr(a.body, q.start, q.length);'
    } | "$SQLITE3" -batch -bail -readonly "$data/polnear-train.db" >"$work/exact.json" || bad=1
fi

# ---- The table: run | key | asked | what it is ----

table() {
    cat <<'TABLE'
polnear|source exact|74|PolNeAR dev: source, exact span
polnear|cue exact|68|cue, exact span
polnear|content exact|62|content, exact span
polnear|content tokens|87|content, word by word
polnear|quoted segments|96.5|quoted segments, both edges exact
polnear|who said what|64|who said what
polnear|who said what, recall on quoted|85|... its recall on quoted contents
polnear|who said what, recall on indirect|52|... its recall on indirect contents
polnear|speaker \| quoted|90|speaker of quoted segments, %
polnear|speaker column \| named source|90|... the speaker column where the source has a name, %
polnear|pronouns named|85|... where it is he, she or they: a name at all, %
conll|names|93|CoNLL-2003 testa: names, span and type
conll|  PER||... persons
conll|  LOC||... places
conll|  ORG||... bodies
conll|  MISC||... all other
conll|names, any type||... by span alone
clean|names||CleanCoNLL: names, span and type
clean|same entity (B-cubed)|98|... same entity within an article, B-cubed
ieer|names|75|IEER: names, span and type
masc|names|75|MASC: names, span and type
given|tags|95.5|gum-dev: parts of speech on given tokens, % (at training)
gum|tokens||gum-dev, running text: tokens
gum|tags||... parts of speech, of all given tokens, %
gum|lemmas||... lemmas, of all given tokens, %
dates|strict|80|TimeBank and AQUAINT (train): expressions of time, exact span
dates|relaxed|88|... any overlap
dates|type|82|... and the same type
dates|value|75|... and the same value
who|GAP, all|64|GAP, development: whom a pronoun means
who|GAP, he||... he
who|GAP, she||... she
who|GUM, he, she, they|72|GUM, news and interviews: he, she, they of somebody named: found, %
who|GUM, he||... he
who|GUM, she||... she
who|GUM, they||... they
who|GUM, he, she, they, of those given||... of those that were given an entity, right, %
who|GUM, nouns, of those given|80|... nouns that were given an entity, right, %
people|PERSON, same person over articles|92|CleanCoNLL: the same person in several articles, pairs of mentions
people|PERSON, once an article||... once an article
people|PERSON, same name||... if equal names were one
people|ORG, same person over articles|92|... the same body in several articles
people|ORG, once an article||... once an article
people|ORG, same name||... if equal names were one
people|ORG, of all annotated||... of all annotated, those taken for places included
people|GUM: PERSON, same person over articles||GUM: the same person in several texts
people|GUM: ORG, same person over articles||... the same body
seed|found|49 of 51|the first article: expected rows found
exact|rows|0|PolNeAR train: rows that are not substr(body, start, length)
TABLE
}

# A line of the table with its figure: what it is, asked, measured, short by.
look_up() {
    table | sed 's/\\|/\\u007c/g' | while IFS='|' read -r run key asked label; do
        [ -s "$work/$run.json" ] || continue
        key=$(printf '%s' "$key" | sed 's/\\u007c/|/')
        "$SQLITE3" -batch -separator "$(printf '\t')" :memory: "
            WITH figure(v) AS (SELECT json_extract(CAST(readfile('$work/$run.json') AS TEXT), '\$.\"$key\"')),
                 parts(score, text) AS (SELECT
                    coalesce(json_extract(iif(json_valid(v), v, '{}'), '\$[2]'), v),
                    iif(typeof(v) = 'text' AND json_valid(v), printf('%5.1f  (%.1f, %.1f)',
                        v ->> 2, v ->> 0, v ->> 1), iif(typeof(v) = 'real', printf('%5.1f', v), v)) FROM figure)
            SELECT '$label', '$asked', coalesce(text, 'not there'),
                   iif('$asked' GLOB '[1-9]*' AND score + 0 < '$asked' + 0,
                       printf('%.1f short', '$asked' - score), '')
            FROM parts;"
    done
}

look_up | awk -F '\t' '
    BEGIN { printf "%-62s %8s  %-22s\n", "", "asked", "measured" }
    { printf "%-62s %8s  %-22s %s\n", $1, $2, $3, $4 }'
echo
echo 'Speed: make bench BENCH=news.db    Confidences: make calibrate CORPORA=DIR'
exit $bad
