#!/bin/sh
# Who said what, in SQLite's own shell; then the archive written out as SQL and read back.
#
#     sh examples/tools/shell.sh news.db ./newsroom
set -eu
news=$1 newsroom=$2
shell() { "${SQLITE3:-sqlite3}" -batch -bail "$@"; }

shell "$news" <<END
.load $newsroom
.mode list
SELECT 'newsroom ' || newsroom_version() || ', SQLite ' || sqlite_version();

.print
.print Who said what in article 1?
.headers on
.mode markdown --wrap 0
SELECT q.speaker, q.cue, q.quote FROM articles AS a, extract_quotes(a.body) AS q
WHERE a.id = 1 AND q.named = 1 AND q.kind = 'direct' AND q.part = 1;

.print
.print Indexing
.headers off
.mode list
.once '|grep -q .'
SELECT newsroom_index('articles', 'body',
    '{"title": "title", "published": "published", "outlet": "outlet", "url": "url"}');
SELECT done || ' of ' || total || ' articles' FROM newsroom_refresh('articles');
.schema newsroom_people_names
END

printf '\nWho is quoted most, and where? (a shell without the extension)\n'
shell -box "$news" "
    SELECT outlet, speaker, count(*) AS quotes FROM newsroom_said WHERE named = 1 AND part = 1
    GROUP BY outlet, speaker ORDER BY quotes DESC, outlet, speaker LIMIT 5"

# From 3.42 on a shell writes no virtual table back unless it is told that it may.
printf '\nWritten out, read back and changed there\n'
shell "$news" .dump > "$news.sql"
rm -f "$news.back"
shell "$news.back" '.dbconfig defensive off' ".read $news.sql" > "$news.log"
shell "$news.back" "UPDATE articles SET body = body || ' “It was read back,” said Ana Diaz.' WHERE id = 1"
shell "$news.back" <<END
.load $newsroom
SELECT done || ' of ' || total || ' articles' FROM newsroom_refresh('articles');
SELECT count(*) || ' differences from a fresh analysis' FROM newsroom_check('articles');
SELECT speaker || ': ' || quote FROM newsroom_quotes
WHERE id IN (SELECT rowid FROM newsroom_quotes_text('"read back"'));
END
