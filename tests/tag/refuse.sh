#!/bin/sh
# Model files that the build refuses, each with its message: cut short, too long, a flipped byte, another
# version, no model. And that it takes one as it should be.
#     tests/tag/refuse.sh build/model2c ext/tag/models/speech.model
#     tests/tag/refuse.sh build/lemma2c ext/tag/models/lemmas.txt
set -u
program=$1 model=$2
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT INT TERM
passed=0 failed=0
name=$(basename "$model")
file=$folder/$name

check() { # what, the message expected behind the path; empty: it is taken
    actual=$("$program" "$file" 2>&1 >"$folder/out.c" | head -n 1 | sed 's/^[a-z]*2c: [^:]*: //')
    if [ "$actual" = "$2" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAIL %s\n    is       %s\n    expected %s\n' "$1" "$actual" "$2"
    fi
}

flip() { # the byte at an offset becomes another
    cp "$model" "$file"
    printf '\252' | dd of="$file" bs=1 seek="$1" conv=notrunc 2>/dev/null
}

size=$(wc -c <"$model")
cp "$model" "$file"
check 'a model as it should be' ''
head -c $((size - 1)) "$model" >"$file"
check 'one byte short' 'it is cut short, or too long'
head -c 100 "$model" >"$file"
check 'cut in its head' 'its head is damaged'
{ cat "$model" && printf x; } >"$file"
check 'one byte long' 'it is cut short, or too long'
flip $((size / 2))
check 'a byte changed in the middle' 'its checksum is wrong: it was changed'
flip $((size - 3))
check 'a byte changed near the end' 'its checksum is wrong: it was changed'
sed '1s/ [0-9]*$/ 999/' "$model" >"$file"
check 'another version' 'it is of another version: train it again (make train)'
echo 'something else' >"$file"
check 'no model' 'it is no model file'
rm "$file"
check 'a file that is not there' 'it cannot be opened'
if [ "$name" = speech.model ]; then
    cp "$model" "$folder/poems.model"
    file=$folder/poems.model
    check 'a model of another name' 'no model has this name'
fi

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
