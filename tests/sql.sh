#!/bin/sh
# Runs each .sql of the rooms that know SQLite (tests/tables, tests/archive ...) through the runner given and compares with its .out:
#     tests/sql.sh build/tests/shell [--load ./newsroom.so]
# UPDATE=1 rewrites the .out files and says how many moved.
passed=0 failed=0 moved=0
actual=$(mktemp)
trap 'rm -f "$actual"' EXIT
for sql in tests/tables/*.sql tests/archive/*.sql tests/people/*.sql tests/family/*.sql tests/refresh/*.sql; do
    [ -e "$sql" ] || continue
    expected=${sql%.sql}.out
    "$@" <"$sql" >"$actual" 2>&1
    status=$?
    if [ "$UPDATE" = 1 ] && ! cmp -s "$actual" "$expected"; then
        cp "$actual" "$expected"
        moved=$((moved + 1))
    fi
    if [ $status -eq 0 ] && diff -u "$expected" "$actual"; then
        passed=$((passed + 1))
    else
        echo "FAIL $sql (exit $status)"
        failed=$((failed + 1))
    fi
done
[ "$UPDATE" = 1 ] && echo "$moved of $((passed + failed)) outputs moved"
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
