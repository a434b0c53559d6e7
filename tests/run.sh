#!/bin/sh
# Runs each test command given, as many side by side as there are cores, and adds up their last lines, "N passed, N failed".
#     tests/run.sh build/tests/base/arena_test "tests/sql.sh build/tests/shell"
# Each shows its line when it is done; what a failing one printed stands before it. Put the longest first.
# A command that ends without such a line (a crash) counts as one failure.
room=$(mktemp -d) || exit 1
trap 'rm -rf "$room"' EXIT

# One command, into $room/$1: its totals, and one line to be seen.
run() { # number command
    $2 > "$room/$1/output" 2>&1
    status=$?
    totals=$(tail -n 1 "$room/$1/output")
    case $totals in
    *[0-9]' passed, '*[0-9]' failed') ;;
    *) totals='0 passed, 1 failed' status=1 ;;
    esac
    name=${2#build*/tests/}
    if [ $status -ne 0 ] || [ "${totals##*, }" != '0 failed' ]; then
        case $totals in *', 0 failed') totals="${totals%, *}, 1 failed" ;; esac
    else
        : > "$room/$1/output"
    fi
    printf '%-36.36s %s\n' "$name" "$totals" >> "$room/$1/output"
    cat "$room/$1/output"
    echo "$totals" > "$room/$1/totals"
}

# Takes the next command that nobody has taken, until none is left.
work() {
    number=0
    for command in "$@"; do
        number=$((number + 1))
        mkdir "$room/$number" 2>/dev/null && run $number "$command"
    done
}

cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
while [ "$cores" -gt 0 ]; do
    cores=$((cores - 1))
    work "$@" &
done
wait

passed=0 failed=0 number=0
for command in "$@"; do
    number=$((number + 1))
    totals=$(cat "$room/$number/totals" 2>/dev/null || echo '0 passed, 1 failed')
    passed=$((passed + ${totals%% *}))
    totals=${totals##*, }
    failed=$((failed + ${totals%% *}))
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
