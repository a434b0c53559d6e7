#!/bin/sh
# Who said what, with sqlite-utils, which loads the extension for the one command that names it.
#
#     pip install sqlite-utils
#     sh examples/tools/sqlite_utils.sh news.db ./newsroom
set -eu
news=$1 newsroom=$2
with() { sqlite-utils query "$news" --load-extension "$newsroom" "$@"; }

with --raw "SELECT 'newsroom ' || newsroom_version() || ', SQLite ' || sqlite_version()"

printf '\n\nWho said what in article 1?\n'
with --table -p article 1 "
    SELECT q.speaker, q.cue, q.quote FROM articles AS a, extract_quotes(a.body) AS q
    WHERE a.id = :article AND q.named = 1 AND q.kind = 'direct' AND q.part = 1"

printf '\nIndexing\n'
with --raw -p columns '{"title": "title", "published": "published", "outlet": "outlet", "url": "url"}' \
    "SELECT newsroom_index('articles', 'body', :columns)" > /dev/null
with --table "SELECT done, total FROM newsroom_refresh('articles')"

printf '\nWho is quoted most, and where? (without the extension)\n'
sqlite-utils query "$news" --table "
    SELECT outlet, speaker, count(*) AS quotes FROM newsroom_said WHERE named = 1 AND part = 1
    GROUP BY outlet, speaker ORDER BY quotes DESC, outlet, speaker LIMIT 5"

printf '\nWho speaks of sleep?\n'
sqlite-utils search "$news" newsroom_quotes sleep --column speaker --column quote --table

# transform makes a new table of the old one, and its triggers are gone: what is written now, nobody notes.
printf '\nThe table made anew, and an article changed\n'
sqlite-utils transform "$news" articles --default language en --column-order id --column-order outlet
sqlite-utils query "$news" "UPDATE articles SET body = body || ' “All gone,” said Ana Diaz.' WHERE id = 3"
with --table "SELECT done, total, note FROM newsroom_refresh('articles')"
with --table "SELECT count(*) AS differences FROM newsroom_check('articles')"
sqlite-utils query "$news" --table "SELECT title, quote FROM newsroom_said WHERE speaker = 'Ana Diaz'"
