#!/bin/sh
# Who said what, with sqlite-utils, which loads the extension for the one command that names it.
#
#     pip install sqlite-utils
#     sh examples/tools/sqlite_utils.sh news.db ./newsroom
set -eu
news=$1 newsroom=$2

sqlite-utils query "$news" --load-extension "$newsroom" --raw \
    "SELECT 'newsroom ' || newsroom_version() || ', SQLite ' || sqlite_version()"

printf '\n\nWho said what in article 1?\n'
sqlite-utils query "$news" --load-extension "$newsroom" --table -p article 1 \
    "SELECT q.speaker, q.cue, q.quote FROM articles AS a, extract_quotes(a.body) AS q
     WHERE a.id = :article AND q.named = 1 AND q.kind = 'direct' AND q.part = 1"
