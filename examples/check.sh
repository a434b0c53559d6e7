#!/bin/sh
# Runs every question in examples/ and compares its answer with the one committed beside it.
#
#     sh examples/check.sh                    all of them
#     sh examples/check.sh examples/08*.sql   these
#     sh examples/check.sh --update           write the answers anew; then read `git diff`
#
# SQLITE3 names another shell (3.38 or newer). Ends with "N passed, N failed".
set -u
cd "$(dirname "$0")/.." || exit 1
SQLITE3=${SQLITE3:-sqlite3}
update=
if [ "${1:-}" = --update ]; then
    update=yes
    shift
fi
[ $# -gt 0 ] || set -- examples/[0-9]*.sql

sh examples/build.sh || exit 1
answer=$(mktemp) || exit 1
trap 'rm -f "$answer"' EXIT INT TERM
passed=0
failed=0

for question; do
    expected=${question%.sql}.out
    if ! "$SQLITE3" -batch -bail examples/newsroom.db < "$question" > "$answer" 2>&1; then
        echo "FAIL $question: the shell stopped with an error"
        sed 's/^/    /' "$answer" | tail -n 3
        failed=$((failed + 1))
    elif [ -n "$update" ]; then
        cmp -s "$answer" "$expected" || echo "wrote $expected"
        cp "$answer" "$expected"
        passed=$((passed + 1))
    elif diff -u "$expected" "$answer"; then
        passed=$((passed + 1))
    else
        echo "FAIL $question: another answer than in $expected"
        failed=$((failed + 1))
    fi
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
