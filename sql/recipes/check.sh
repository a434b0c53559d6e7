#!/bin/sh
# Runs every recipe on an archive of the example newsroom: its answer is the one committed beside it, and it
# looks things up where it says so.
#
#     sh sql/recipes/check.sh                     all of them
#     sh sql/recipes/check.sh sql/recipes/08*.sql these
#     sh sql/recipes/check.sh --update            write the answers anew; then read `git diff`
#
# A recipe's line "-- Plan:" names the indexes that it must use, and none of the archive's large tables may
# be read from end to end; "all quotes" says that it must read everything. The recipes are run by a shell
# that has not loaded the extension: they are for everybody. SQLITE3 names another shell (3.39 or newer,
# before which SQLite cannot look up through newsroom_said in joins). Ends with "N passed, N failed".
set -u
cd "$(dirname "$0")/../.." || exit 1
SQLITE3=${SQLITE3:-sqlite3}
update=
if [ "${1:-}" = --update ]; then
    update=yes
    shift
fi
[ $# -gt 0 ] || set -- sql/recipes/[0-9]*.sql

sh examples/build.sh || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT INT TERM
cp examples/newsroom.db "$work/news.db"
"$SQLITE3" -batch -bail "$work/news.db" > "$work/made" 2>&1 <<'SQL'
.load ./newsroom
SELECT newsroom_index('articles', 'body',
    '{"title": "title", "published": "published", "outlet": "outlet", "url": "url"}');
SELECT newsroom_refresh('articles');
SQL
[ $? -eq 0 ] || { cat "$work/made"; echo "0 passed, 1 failed"; exit 1; }
passed=0
failed=0

ask() { # shell commands before the recipe, the recipe
    printf '%s\n' '.headers on' '.mode list' '.separator " | "' '.nullvalue -' "$1" | cat - "$2" |
        "$SQLITE3" -batch -bail "$work/news.db" 2>&1
}

# The aliases by which the views and recipes call the large tables: q, u, w, b newsroom_quotes, a articles,
# e entities, m mentions, d dates.
read_through() {
    grep -E '(--|`-)SCAN ([quwbaemd]|newsroom_(quotes|articles|entities|mentions|dates|people))( |$)' "$1" |
        grep -vE 'SCAN [a-z_]+ (USING INDEX newsroom_quotes_titles|VIRTUAL)'
}

plan_is_right() { # recipe
    wanted=$(sed -n 's/^-- Plan: //p' "$1")
    case $wanted in
    '') echo "says no plan"; return 1 ;;
    none | 'all quotes') return 0 ;;
    esac
    ask '.eqp on' "$1" | grep -E '^ *[|`]' > "$work/plan"
    if read_through "$work/plan"; then
        echo "reads a large table from end to end"
        return 1
    fi
    for index in $wanted; do
        name=$index
        [ "$index" = newsroom_quotes_text ] && name='SCAN t VIRTUAL TABLE INDEX'
        grep -q "$name" "$work/plan" || { echo "does not use $index"; return 1; }
    done
}

for recipe; do
    expected=${recipe%.sql}.out
    ask '' "$recipe" > "$work/answer" || {
        echo "FAIL $recipe: the shell stopped with an error"
        tail -n 3 "$work/answer"
        failed=$((failed + 1))
        continue
    }
    if [ -n "$update" ]; then
        cmp -s "$work/answer" "$expected" || echo "wrote $expected"
        cp "$work/answer" "$expected"
        passed=$((passed + 1))
    elif diff -u "$expected" "$work/answer"; then
        passed=$((passed + 1))
    else
        echo "FAIL $recipe: another answer than in $expected"
        failed=$((failed + 1))
    fi
    if plan_is_right "$recipe"; then
        passed=$((passed + 1))
    else
        echo "FAIL $recipe: the plan"
        failed=$((failed + 1))
    fi
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
