#!/bin/sh
# The trainer as a whole, on corpora made of articles of our own: training twice gives the same bytes, another
# seed other ones, the build takes what was written; and what the trainer sees of an article is what the
# library sees of it.
#     tests/tag/train.sh build
set -u
# The trainer is a program that ends: it gives nothing back.
export ASAN_OPTIONS=detect_leaks=0
build=$1
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT INT TERM
passed=0 failed=0
here=tests/tag/corpora

check() { # what, a command that must succeed
    what=$1
    shift
    if "$@" >"$folder/log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAIL %s\n' "$what"
        tail -n 5 "$folder/log"
    fi
}

make_corpora() {
    mkdir -p "$folder/corpora/pos" "$folder/corpora/ner" || return 1
    for name in conll2003-docs gum-coref polnear-train polnear-dev; do
        [ "$("$build/tests/shell" "$folder/corpora/$name.db" <$here/articles.sql)" = 1 ] || return 1
    done
    "$build/tests/shell" "$folder/corpora/gum-coref.db" <$here/phrases.sql || return 1
    for name in gum-train ewt-dev gum-dev; do
        "$build/tests/shell" "$folder/corpora/conll2003-docs.db" <$here/tokens.sql >"$folder/corpora/pos/$name.tsv"
    done
    for name in wnut17-train crossner-politics-train uner-en-ewt-dev; do
        "$build/tests/shell" "$folder/corpora/conll2003-docs.db" <$here/names.sql >"$folder/corpora/ner/$name.tsv"
    done
}

train() { # seed, folder
    mkdir -p "$folder/$2"
    "$build/train" --seed "$1" "$folder/corpora" "$folder/$2" tags lemmas names speech
}

same() { # folder, folder
    for file in tags.model names.model speech.model speech_again.model lemmas.txt; do
        cmp "$folder/$1/$file" "$folder/$2/$file" || return 1
    done
}

others_differ() {
    ! cmp -s "$folder/one/tags.model" "$folder/other/tags.model"
}

check 'corpora are made' make_corpora
check 'everything is trained' train 3 one
check 'and once more' train 3 two
check 'the same seed gives the same files' same one two
check 'with another seed' train 4 other
check 'another seed gives others' others_differ
check 'the build takes the models' "$build/model2c" "$folder"/one/*.model
check 'the build takes the lemmas' "$build/lemma2c" "$folder/one/lemmas.txt"
mkdir -p "$folder/models" && cp ext/tag/models/* "$folder/models"
"$build/tests/tag/agree" "$folder/corpora" "$folder/models" 2>"$folder/log" >"$folder/agree" || cat "$folder/agree" "$folder/log"
totals=$(grep ' passed, ' "$folder/agree" || echo '0 passed, 1 failed')
passed=$((passed + ${totals%% *}))
totals=${totals##*, }
failed=$((failed + ${totals%% *}))

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
