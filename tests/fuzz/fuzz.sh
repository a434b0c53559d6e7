#!/bin/sh
# Fuzzes one target for some seconds, from seeds made of the tests' own files:
#     tests/fuzz/fuzz.sh build-fuzz article 60
# What crashes it is kept in tests/fuzz/regressions/<target>/ and replayed by `make test` from then on.
build=$1 target=$2 seconds=$3
seeds=$build/seeds/$target
corpus=$build/corpus/$target
kept=tests/fuzz/regressions/$target
words=$build/words.dict
mkdir -p "$seeds" "$corpus" "$kept"

# The text of each golden case is a seed, and each example article; for sql, with a query chosen before it and options behind.
for file in tests/*/*.txt; do
    awk -v name="$seeds/$(echo "$file" | tr / _)" -v target="$target" '
        /^=== / { n++; out = name "." n; if (target == "sql") printf "%c ", 32 + n % 64 >out; inside = 1
                  if (target == "sql") printf "\036" >out; next }
        /^---$/ { if (target == "sql")
                      printf "\0362026-03-01\036{\"language\":\"en\",\"names\":[\"Ana Keller\"],\"cues\":[\"groaned\"]}\0363\0365" >out
                  close(out); inside = 0; next }
        inside  { print >out }' "$file"
done

[ "$target" = article ] && cp examples/articles/*.txt "$seeds"

# Marks and the first form of every speech verb, as the hex bytes that libFuzzer wants.
{
    printf '%s\n' '"' “ ” „ « » ‹ › ‘ ’ "'" "''" '``' — ':' ' said ' ' told ' 'according to ' ' that ' \
        'he ' 'she ' ' on Friday' ' last week' ' two years ago' ' May 3, 2024' ' 10:30 a.m.' 'Ms Keller' 'the minister' 'U.S. ' '{"title":"' '{"language":"es"}' '{"names":["' '{"cues":["'
    printf '\036\n\302\240\n'
    sed -n 's/^\([a-z]*\)[|\t].*act=.*/ \1 /p' ext/lexicon/lists/*.txt
} | while IFS= read -r word; do
    printf '"%s"\n' "$(printf '%s' "$word" | od -An -v -tx1 | tr -d '\n' | sed 's/ /\\x/g')"
done >"$words"

before=$(ls "$kept" | wc -l)
"$build/fuzz-$target" "$corpus" "$seeds" -max_total_time="$seconds" -dict="$words" -max_len=4096 \
    -timeout=20 -rss_limit_mb=2048 -artifact_prefix="$kept/" -print_final_stats=1 \
    >"$build/$target.log" 2>&1
status=$?
grep -E 'stat::number_of_executed_units|stat::average_exec_per_sec|SUMMARY|broken promise|runtime error' "$build/$target.log"
found=$(($(ls "$kept" | wc -l) - before))
if [ $status -ne 0 ]; then
    tail -n 40 "$build/$target.log"
    echo "fuzz-$target: $found new in $kept"
    echo '0 passed, 1 failed'
    exit 1
fi
echo '1 passed, 0 failed'
