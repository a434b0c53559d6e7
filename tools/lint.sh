#!/bin/sh
# Looks after what the compiler does not: format, clang-tidy, cppcheck where it is installed, which room
# may include which, file lengths, functions that an extension in somebody's process must not call.
#     tools/lint.sh "<compiler flags for clang-tidy>" [file ...]
# Prints a line for each check that failed and "N passed, N failed" at the end.
flags=$1
shift
sources=${*:-$(find ext tests -name '*.c' | sort)}
headers=$(find ext tests -name '*.h' | sort)
passed=0 failed=0

verdict() { # what was checked, what was found (nothing: good)
    if [ -z "$2" ]; then
        passed=$((passed + 1))
        printf 'ok    %s\n' "$1"
    else
        failed=$((failed + 1))
        printf 'FAIL  %s\n%s\n' "$1" "$2"
    fi
}

# A room includes itself and the rooms above it. tests/ and the trainer may include all.
layers() {
    rooms='base lexicon text reuse tag entity date value quote speaker article page tables archive people family refresh'
    for file in $(find ext -name '*.[ch]' ! -path 'ext/tag/train/*'); do
        room=${file#ext/}
        room=${room%%/*}
        case $room in article.*) room=article ;; newsroom.*) continue ;; esac
        below=" $rooms "
        below=${below#* $room }
        sed -n 's/^ *# *include "\([a-z]*\)[/.].*/\1/p' "$file" | while read -r included; do
            case " $below " in *" $included "*) echo "$file: $room includes $included, a room below it" ;; esac
        done
    done
    grep -lE '# *include *[<"]sqlite3(ext)?\.h' -r ext | grep -vE '^ext/(tables/|archive/|people/|family/|refresh/|tag/train/|newsroom\.[ch])'
    grep -lE '# *include *[<"]pcre2' -r ext | grep -v '^ext/base/pattern'
}

lengths() {
    wc -l $(find ext tests tools -name '*.[ch]' -o -name '*.sh') |
        awk '$1 > 600 && $2 != "total" { print $2 ": " $1 " lines, 600 at most" }'
}

# lexicon2c, model2c, lemma2c, cluster2c and train are programs of their own; everything else lives in somebody else's process.
forbidden() {
    library=$(find ext -name '*.[ch]' ! -path '*lexicon2c*' ! -path '*model2c*' ! -path '*lemma2c*' ! -path '*cluster2c*' ! -path '*/train/*')
    # shellcheck disable=SC2086
    grep -nE '\b(f?printf|puts|putchar|exit|abort|malloc|calloc|realloc|free|strtok|setlocale|rand)\(' \
        $library | grep -vE '^[^:]*:[0-9]+: *(/?\*|//)'
    grep -nE '# *include *<(ctype|wctype|locale|stdio|math)\.h>' \
        $library
}

# A brace, parenthesis or end of file that editors quarrel about. Fuzz inputs and models
# are bytes, not lines.
endings() {
    git ls-files -- . ":!tests/fuzz/regressions" ":!*.model" | while read -r file; do
        if [ -s "$file" ] && [ -n "$(tail -c 1 "$file")" ]; then
            echo "$file: no newline at its end"
        fi
    done
    git grep -nIE '[[:space:]]+$' -- '*.[ch]' '*.sh' '*.sql' Makefile | cut -c 1-100
}

formatted() {
    # shellcheck disable=SC2086
    clang-format --dry-run -Werror $sources $headers 2>&1 | grep -E 'error:' | cut -d: -f1 | sort | uniq -c |
        sed 's/^ *\([0-9]*\) \(.*\)/\2: \1 places, run make format/'
}

tidy() {
    # shellcheck disable=SC2086
    printf '%s\n' $sources | xargs -n 1 -P 2 sh -c \
        'clang-tidy --quiet "$1" -- $0 2>/dev/null | grep -E "(error|warning):" -A 3' "$flags"
}

checked_by_cppcheck() {
    command -v cppcheck >/dev/null || return
    # shellcheck disable=SC2086
    cppcheck --quiet --inline-suppr --enable=warning,performance,portability \
        --suppress=missingInclude --suppress=missingIncludeSystem --suppress=normalCheckLevelMaxBranches \
        --suppress=duplicateAssignExpression -j 2 -Iext -Itests $(find ext -name '*.c') 2>&1
}

verdict 'rooms include only rooms above them' "$(layers)"
verdict 'files are under 600 lines' "$(lengths)"
verdict 'nothing in ext/ prints, exits or allocates by itself' "$(forbidden)"
verdict 'lines and files end as they should' "$(endings)"
if command -v clang-format >/dev/null; then
    verdict 'clang-format has nothing to change' "$(formatted)"
fi
if command -v clang-tidy >/dev/null; then
    verdict 'clang-tidy is quiet' "$(tidy)"
fi
verdict 'cppcheck is quiet' "$(checked_by_cppcheck)"
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
