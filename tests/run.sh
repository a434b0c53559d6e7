#!/bin/sh
# Runs each test command given and adds up their last lines, "N passed, N failed".
#     tests/run.sh build/tests/base/arena_test "tests/sql.sh build/tests/shell"
# A command that ends without such a line (a crash) counts as one failure.
passed=0 failed=0
for command in "$@"; do
    output=$($command 2>&1)
    status=$?
    totals=$(printf '%s\n' "$output" | tail -n 1)
    case $totals in
    *[0-9]' passed, '*[0-9]' failed') ;;
    *) totals='0 passed, 1 failed' status=1 ;;
    esac
    if [ $status -ne 0 ] || [ "${totals##*, }" != '0 failed' ]; then
        printf '%s\n' "$output"
        case $totals in *', 0 failed') totals="${totals%, *}, 1 failed" ;; esac
    fi
    name=${command#build*/tests/}
    printf '%-36.36s %s\n' "$name" "$totals"
    passed=$((passed + ${totals%% *}))
    totals=${totals##*, }
    failed=$((failed + ${totals%% *}))
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
