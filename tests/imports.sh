#!/bin/sh
# What the library as it is loaded takes from its host's process and gives to it: it opens no file, starts no
# program, reaches no network, and shows nothing but its entry point.
#     tests/imports.sh ./newsroom.so
library=$1
passed=0 failed=0
opens='open|open64|openat|openat64|creat|creat64|fopen|fopen64|freopen|fdopen|opendir|mkstemp|mkostemp|tmpfile|shm_open|dlopen|popen|system|fork|vfork|posix_spawn|execv|execve|execvp|socket|connect|getenv|setlocale'

names() { # an option of nm; without versions, and without the underscore of macOS
    nm "$@" "$library" | awk '{ print $NF }' | sed 's/@.*//; s/^_//'
}

verdict() { # what was checked, what was found (nothing: good)
    if [ -z "$2" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAIL %s: %s\n' "$1" "$2"
    fi
}

if [ "$(uname -s)" = Darwin ]; then
    imported=$(names -u) exported=$(names -gU)
else
    imported=$(names -D --undefined-only) exported=$(names -D --defined-only)
fi
verdict 'nm sees what is imported' "$(echo "$imported" | grep -qx memcpy || echo 'no memcpy')"
verdict 'nothing opens a file or leaves the process' "$(echo "$imported" | grep -xE "$opens" | head -n 5)"
verdict 'only the entry point is exported' "$(echo "$exported" | grep -vxE 'sqlite3_newsroom_init|init|fini' | head -n 5)"

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
