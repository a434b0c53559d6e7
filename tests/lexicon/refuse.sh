#!/bin/sh
# What lexicon2c refuses, and how it says so: file, line, reason. And that it takes what is right.
#     tests/lexicon/refuse.sh build/lexicon2c
set -u
case $1 in /*) program=$1 ;; *) program=$PWD/$1 ;; esac
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT INT TERM
passed=0
failed=0

# check NAME EXPECTED LINES...: the first line of the messages; EXPECTED empty: it is taken.
check() {
    name=$1 expected=$2
    shift 2
    printf '%b\n' "$@" > "$folder/list.txt"
    actual=$(cd "$folder" && "$program" list.txt 2>&1 > out.c | head -n 1)
    if [ "$actual" = "$expected" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAIL %s\n    is       %s\n    expected %s\n' "$name" "$actual" "$expected"
    fi
}

check 'a list as it should be' '' '# a comment' '' '[city]' 'Port Vale|Vale Port\ttype=GPE country=NZ'
check 'a verb by its base' '' '[speech_verb]' 'declare\tact=say flags=that,speech'
check 'a verb with five forms' '' '[speech_verb]' 'go|goes|went|gone|going\tact=say'
check 'forms that two verbs share' '' '[common_verb]' 'lie|lies|lay|lain|lying' 'lay|lays|laid|laid|laying'
check 'one form by two casings' '' '[organisation]' 'WHO' 'Who'
check 'an unknown section' 'list.txt:1: no such section: villages' '[villages]' 'Hale'
check 'no section yet' 'list.txt:1: a line outside of a section: Hale' 'Hale'
check 'an unknown key' 'list.txt:2: no such key: kind' '[city]' 'Hale\tkind=GPE'
check 'no key' 'list.txt:2: not key=value: GPE' '[city]' 'Hale\tGPE'
check 'an unknown type' 'list.txt:2: no such type: TOWN' '[city]' 'Hale\ttype=TOWN'
check 'an unknown act' 'list.txt:2: no such act: shout' '[speech_verb]' 'claim\tact=shout'
check 'an unknown gender' 'list.txt:2: gender is f, m, n or u, not: x' '[given_name]' 'Ana\tgender=x'
check 'an unknown language' 'list.txt:2: no such language: xx' '[language_word]' 'the\tlang=xx'
check 'a country in small letters' 'list.txt:2: country is two capitals, not: nz' '[city]' 'Hale\tcountry=nz'
check 'an unknown flag' 'list.txt:2: no such flag in this list: loud' '[speech_verb]' 'claim\tflags=loud'
check 'a flag of another list' 'list.txt:2: no such flag in this list: title' '[city]' 'Hale\tflags=title'
check 'an empty form' 'list.txt:2: an empty form, or stray spaces: Hale||Vale' '[city]' 'Hale||Vale'
check 'a space at the end' 'list.txt:2: an empty form, or stray spaces: Hale ' '[city]' 'Hale '
check 'two spaces' 'list.txt:2: an empty form, or stray spaces: Port  Vale' '[city]' 'Port  Vale'
check 'the same form twice' 'list.txt:3: listed before at list.txt:2: Hale' '[city]' 'Hale' 'Hale'
check 'the same but for hyphen spaces' 'list.txt:2: listed before at list.txt:2: Port - Vale' '[city]' 'Port-Vale|Port - Vale'
check 'three verb forms' 'list.txt:2: a verb has its base, five or eight forms: go' '[speech_verb]' 'go|goes|went'
check 'not UTF-8' "list.txt:2: not UTF-8: $(printf 'H\377le')" '[city]' 'H\0377le'
check 'several mistakes: the first of them' 'list.txt:2: no such key: a' '[city]' 'Hale\ta=1' 'Vale\tb=2'

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
