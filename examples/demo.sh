#!/bin/sh
# Prints what the extension finds in the example newsroom: `make demo`, once the extension is built.
# Colours on a terminal only, and not where NO_COLOR is set.
set -eu
cd "$(dirname "$0")/.."
SQLITE3=${SQLITE3:-sqlite3}

set -- newsroom.so newsroom.dylib newsroom.dll
for library; do
    [ -f "$library" ] && break
    library=
done
if [ -z "$library" ]; then
    echo "demo: the extension is not built yet; type: make" >&2
    exit 1
fi
sh examples/build.sh

if [ -t 1 ] && [ -z "${NO_COLOR:-}" ] && [ "${TERM:-dumb}" != dumb ]; then
    escape=$(printf '\033')
    paint="s/{h}/${escape}[1;36m/g; s/{b}/${escape}[1m/g; s/{d}/${escape}[2m/g; s/{0}/${escape}[0m/g"
else
    paint="s/{[hbd0]}//g; s/$(printf '\033')\[[0-9;]*m//g; s/ *\$//"
fi
# A newer shell shows the colours of article_ansi() as ^[ unless it is told not to.
set -- -batch -bail
if "$SQLITE3" -escape off :memory: 'SELECT 1' > /dev/null 2>&1; then
    set -- "$@" -escape off
fi
# Not a pipe alone: its exit status would be that of sed.
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT INT TERM
"$SQLITE3" "$@" examples/newsroom.db < examples/demo.sql > "$answer"
sed "$paint" "$answer"
