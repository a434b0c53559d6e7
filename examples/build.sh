#!/bin/sh
# Builds examples/newsroom.db where it is missing or older than what it is made of.
set -eu
cd "$(dirname "$0")/.."
SQLITE3=${SQLITE3:-sqlite3}
db=examples/newsroom.db

if [ -f "$db" ] && [ -z "$(find examples/articles examples/build.sql -newer "$db")" ]; then
    exit 0
fi
# Beside it first: a build that was interrupted leaves no half of a newsroom behind.
rm -f "$db.new"
"$SQLITE3" -bail "$db.new" < examples/build.sql
mv "$db.new" "$db"
