#!/bin/sh
# Holds README.md to what the library does. Ends with "N passed, N failed".
#
#     sh tests/readme.sh             each query that has its output below it; the rules; the columns
#     sh tests/readme.sh --update    writes outputs and rules anew; then read `git diff README.md`
#
# A block that opens with ```sql and is followed by one that opens with ```text is run on a copy of
# examples/newsroom.db after the lines below, as a reader would type them; what a block writes, the next ones
# see. Widths and rules of a table
# differ between versions of the shell, so only words count when the two are compared. The table of
# rules is made from ext/quote/rules.c, that of confidences from ext/tag/models/sure.inc. SQLITE3 names
# another shell (3.38 or newer).
set -u
cd "$(dirname "$0")/.." || exit 1
SQLITE3=${SQLITE3:-sqlite3}
readme=README.md
update=
[ "${1:-}" = --update ] && update=yes

sh examples/build.sh || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT INT TERM
cp examples/newsroom.db "$work/newsroom.db"
passed=0
failed=0

# Cuts the README into $work/N.sql and $work/N.text; prints how many there are.
cut_blocks() {
    awk -v work="$work" '
        /^```/ && open == "" {
            open = substr($0, 4)
            if (open == "sql") { n++; file = work "/" n ".sql"; printf "" > file; waits = 1 }
            else if (open == "text" && waits) { file = work "/" n ".text"; printf "" > file; waits = 0 }
            else { file = ""; waits = 0 }
            next
        }
        /^```/ { open = ""; if (file != "") close(file); file = ""; next }
        open != "" { if (file != "") print > file; next }
        /[^ ]/ { waits = 0 }
        END { print n + 0 }' "$readme"
}

# What a shell prints, whatever its version: words, one space between them.
words() {
    sed -e 's/[-─]\{3,\}//g' -e 's/[[:space:]]\{1,\}/ /g' -e 's/^ //' -e 's/ $//' "$1" | grep .
}

run() { # a block
    {
        echo '.load ./newsroom'
        echo '.headers on'
        echo '.mode column --wrap 0'
        cat "$1"
    } | "$SQLITE3" -batch -bail "$work/newsroom.db" 2>&1
}

# Writes the text of file $2 into the README between the lines that say what it is made from.
put_block() { # number of the sql block, file
    awk -v wanted="$1" -v file="$2" '
        /^```sql$/ { n++; last = n }
        /^```text$/ && last == wanted {
            print
            while ((getline line < file) > 0) print line
            skip = 1; last = 0
            next
        }
        /^```$/ && skip { skip = 0 }
        !skip' "$readme" > "$work/readme" && cp "$work/readme" "$readme"
}

# Writes file $2 into the README between <!-- $1 --> and <!-- end of $1 -->.
put_table() {
    awk -v name="$1" -v file="$2" '
        $0 == "<!-- " name " -->" { print; while ((getline line < file) > 0) print line; skip = 1; next }
        $0 == "<!-- end of " name " -->" { skip = 0 }
        !skip' "$readme" > "$work/readme" && cp "$work/readme" "$readme"
}

check() { # what, expected, actual
    if [ -s "$2" ] && diff -u "$2" "$3"; then
        passed=$((passed + 1))
    else
        echo "FAIL $readme: $1"
        failed=$((failed + 1))
    fi
}

# ---- Queries and their outputs ----

blocks=$(cut_blocks)
number=0
while [ "$number" -lt "$blocks" ]; do
    number=$((number + 1))
    run "$work/$number.sql" > "$work/actual"
    status=$?
    if [ "$status" -ne 0 ]; then
        sed 's/^/    /' "$work/actual" | tail -n 3
        echo "FAIL $readme: query $number stopped with an error"
        failed=$((failed + 1))
    elif [ ! -f "$work/$number.text" ]; then
        passed=$((passed + 1)) # it runs; nothing is said of its rows
    elif [ -n "$update" ]; then
        sed 's/ *$//' "$work/actual" > "$work/trimmed"
        put_block "$number" "$work/trimmed"
        passed=$((passed + 1))
    else
        words "$work/$number.text" > "$work/expected.words"
        words "$work/actual" > "$work/actual.words"
        check "query $number gives other rows" "$work/expected.words" "$work/actual.words"
    fi
done

# ---- The table of rules, from the source; each example run ----

sed -n '/^const struct nr_rule nr_rules/,/^};/p' ext/quote/rules.c |
    sed -n 's/^ *{"\([a-z-]*\)", *"\(.*\)"},$/\1|\2/p' | sed 's/\\"/"/g' > "$work/rules"
{
    echo '| rule | example |'
    echo '| --- | --- |'
    sed -e 's/\\n\\n/ ¶ /g' -e 's/|/ | /' -e 's/.*/| & |/' "$work/rules"
} > "$work/table"
if [ -n "$update" ]; then
    put_table rules "$work/table"
fi
sed -n '/^<!-- rules -->$/,/^<!-- end of rules -->$/p' "$readme" | sed '1d;$d' > "$work/expected"
check 'the table of rules is not that of ext/quote/rules.c' "$work/expected" "$work/table"

# A part that joins an utterance shows the rule of the utterance, so there it is the parts that count.
while IFS='|' read -r rule example; do
    example=$(printf '%s' "$example" | sed -e "s/'/''/g" -e "s/\\\\n/' || char(10) || '/g")
    case $rule in
    interrupted | continued) holds='max(q.parts) = 2' ;;
    *) holds="max(q.rule = '$rule')" ;;
    esac
    answer=$("$SQLITE3" -batch -bail :memory: '.load ./newsroom' \
        "SELECT coalesce($holds, 0) FROM extract_quotes('$example') AS q" 2>&1)
    if [ "$answer" = 1 ]; then
        passed=$((passed + 1))
    else
        echo "FAIL ext/quote/rules.c: the example of $rule is decided otherwise"
        failed=$((failed + 1))
    fi
done < "$work/rules"

# ---- The table of confidences, from the head of the file that was fitted ----

sed -n 's/^ \* \(|.*\)$/\1/p' ext/tag/models/sure.inc > "$work/table"
if [ -n "$update" ]; then
    put_table sure "$work/table"
fi
sed -n '/^<!-- sure -->$/,/^<!-- end of sure -->$/p' "$readme" | sed '1d;$d' > "$work/expected"
check 'the table of confidences is not that of ext/tag/models/sure.inc' "$work/expected" "$work/table"

# ---- Every column, and every option, is in the README ----

for table in extract_quotes article_entities article_mentions article_marks article_blocks \
    article_sentences article_tokens article_dates; do
    # The part of the README that tells of the table: its heading's, or its row.
    awk -v table="$table" '
        /^### / { inside = index($0, table) > 0 }
        /^## / { inside = 0 }
        inside || index($0, "| " table " |") == 1' "$readme" > "$work/told"
    "$SQLITE3" -batch -bail :memory: ".load ./newsroom" \
        "SELECT name FROM pragma_table_info('$table')" > "$work/columns"
    missing=
    while read -r column; do
        grep -qw -- "$column" "$work/told" || missing="$missing $column"
    done < "$work/columns"
    if [ -z "$missing" ] && [ -s "$work/columns" ]; then
        passed=$((passed + 1))
    else
        echo "FAIL $readme: columns of $table that it does not name:$missing"
        failed=$((failed + 1))
    fi
done

# ---- Every view ----

sed -n 's/^CREATE VIEW \(newsroom_[a-z_]*\).*/\1/p' sql/views.sql > "$work/views"
while read -r view; do
    if grep -q "^| $view |" "$readme"; then
        passed=$((passed + 1))
    else
        echo "FAIL $readme: no row for the view $view"
        failed=$((failed + 1))
    fi
done < "$work/views"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
