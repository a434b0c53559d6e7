#!/bin/sh
# What `make eval` says without corpora or scorers, and how its table comes out with made-up ones. Ends with
# "N passed, N failed".
#     sh tests/eval.sh ./newsroom
set -u
extension=$1
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT INT TERM
passed=0 failed=0

check() { # what, exit status expected, words that the output must hold; the output is in $folder/out
    if [ "$status" -eq "$2" ] && tr -s ' ' <"$folder/out" | grep -qF -- "$3"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAIL %s: exit %s, without "%s":\n' "$1" "$status" "$3"
        sed 's/^/    /' "$folder/out"
    fi
}

run() { # the scorers are shell scripts here
    PYTHON=sh tools/eval.sh "$extension" "$@" >"$folder/out" 2>&1
    status=$?
}

run '' ''
check 'it asks for the corpora' 2 'make eval DATA=DIR'

mkdir "$folder/data" "$folder/eval"
: >"$folder/eval/seed.py"
run "$folder/data" "$folder/eval"
check 'it names the scorers that are not there' 2 'quotes.py entities.py dates.py (say where'

# Two corpora, empty: the made-up scorers look at none of it.
: >"$folder/data/polnear-dev.db"
: >"$folder/data/seed.db"
cat >"$folder/eval/quotes.py" <<'SCORER'
echo '{"source exact": [80.0, 70.0, 74.7], "cue exact": [60.0, 60.0, 60.0], "speaker | quoted": 91.5}'
SCORER
echo 'exit 1' >"$folder/eval/entities.py"
echo 'exit 1' >"$folder/eval/dates.py"
echo 'echo missing: a quote; echo 12/51' >"$folder/eval/seed.py"
run "$folder/data" "$folder/eval"
check 'F1, precision, recall' 1 'source, exact span 74 74.7 (80.0, 70.0)'
check 'what is short of what was asked' 1 'cue, exact span 68 60.0 (60.0, 60.0) 8.0 short'
check 'a figure that is no F1' 1 'speaker of quoted segments, % 90 91.5'
check 'a key that the scorer does not give' 1 'content, exact span 62 not there'
check 'the last line of seed.py' 1 'expected rows found 49 of 51 12 of 51'
check 'a corpus that is not there is named' 1 'ieer.db; its figures are left out'

: >"$folder/data/ieer.db"
run "$folder/data" "$folder/eval"
check 'a scorer that fails is named' 1 'entities.py failed on ieer.db'

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
