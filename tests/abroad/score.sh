#!/bin/sh
# Spanish and French articles: are at least 85 of 100 quotes given their speakers, and persons their names?
#     sh tests/abroad/score.sh          ends with "N passed, N failed"
# Each article was written before any rule was tried on it; what it should give stands below it. A line that is
# indented says what is wrong where; it is no failure by itself.
set -u
cd "$(dirname "$0")/../.." || exit 1
SQLITE3=${SQLITE3:-sqlite3}
answer=$(mktemp) || exit 1
trap 'rm -f "$answer"' EXIT INT TERM
for folder in tests/abroad/es tests/abroad/fr; do
    {
        echo "CREATE TEMP TABLE asked AS SELECT '$folder' AS folder;"
        cat tests/abroad/score.sql
    } | "$SQLITE3" -batch -bail >> "$answer" 2>&1 || echo "FAIL $folder: the shell stopped" >> "$answer"
done
cat "$answer"
passed=$(grep -c '^ok ' "$answer")
failed=$(grep -c '^FAIL ' "$answer")
[ "$((passed + failed))" -eq 6 ] || failed=$((failed + 1))
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
