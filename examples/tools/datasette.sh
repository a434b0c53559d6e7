#!/bin/sh
# Who said what, from Datasette: here without a server, by --get; leave that out, and look at
# http://127.0.0.1:8001 in a browser.
#
#     pip install datasette
#     sh examples/tools/datasette.sh news.db ./newsroom
set -eu
ask() { # path
    datasette serve "$news" --load-extension "$newsroom" --get "$1"
}
news=$1 newsroom=$2
name=$(basename "$news" .db)

ask "/$name.json?_shape=arrayfirst&sql=SELECT+'newsroom+'||newsroom_version()||',+SQLite+'||sqlite_version()"

printf '\nWho said what in article 1?\n'
ask "/$name.csv?article=1&sql=SELECT+q.speaker,q.cue,q.quote+FROM+articles+AS+a,extract_quotes(a.body)+AS+q+\
WHERE+a.id=:article+AND+q.named=1+AND+q.kind='direct'+AND+q.part=1"
