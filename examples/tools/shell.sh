#!/bin/sh
# Who said what, in SQLite's own shell.
#
#     sh examples/tools/shell.sh news.db ./newsroom
set -eu
"${SQLITE3:-sqlite3}" -batch -bail "$1" <<END
.load $2
.headers off
.mode list
SELECT 'newsroom ' || newsroom_version() || ', SQLite ' || sqlite_version();

.print
.print Who said what in article 1?
.headers on
.mode markdown --wrap 0
SELECT q.speaker, q.cue, q.quote FROM articles AS a, extract_quotes(a.body) AS q
WHERE a.id = 1 AND q.named = 1 AND q.kind = 'direct' AND q.part = 1;
END
