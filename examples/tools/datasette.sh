#!/bin/sh
# Who said what, from Datasette, which reads. The archive is made by whoever can write: here the shell.
#
#     pip install datasette
#     sh examples/tools/datasette.sh newsroom.db ./newsroom
#     datasette newsroom.db -m examples/tools/datasette.json      then open http://127.0.0.1:8001
#
# For archives of many articles add --setting facet_time_limit_ms 1000 --setting suggest_facets off.
#
# datasette.json names the facets, and where the full text of a view is; it is for a database newsroom.db.
set -eu
here=$(dirname "$0") news=$1 newsroom=$2
ask() { datasette serve "$news" -m "$here/datasette.json" "$@"; } # --get: without a server

ask --load-extension "$newsroom" --get "/newsroom.json?_shape=arrayfirst&sql=\
SELECT+'newsroom+'||newsroom_version()||',+SQLite+'||sqlite_version()"

printf '\nWho said what in article 1?\n'
ask --load-extension "$newsroom" --get "/newsroom.csv?article=1&sql=\
SELECT+q.speaker,q.cue,q.quote+FROM+articles+AS+a,extract_quotes(a.body)+AS+q+\
WHERE+a.id=:article+AND+q.named=1+AND+q.kind='direct'+AND+q.part=1"

printf '\nIndexing\n'
"${SQLITE3:-sqlite3}" -batch -bail "$news" <<END
.load $newsroom
SELECT '' WHERE newsroom_index('articles', 'body',
    '{"title": "title", "published": "published", "outlet": "outlet", "url": "url"}') IS NULL;
SELECT done || ' of ' || total || ' articles' FROM newsroom_refresh('articles');
END

printf '\nWho is quoted most, and where? (without the extension)\n'
ask --get "/newsroom.csv?sql=SELECT+outlet,speaker,count(*)+AS+quotes+FROM+newsroom_said+\
WHERE+named=1+AND+part=1+GROUP+BY+outlet,speaker+ORDER+BY+quotes+DESC,outlet,speaker+LIMIT+5"

printf '\nWho speaks of sleep?\n'
ask --get '/newsroom/newsroom_said.csv?_search=sleep&_col=outlet&_col=speaker&_col=quote&_sort=outlet'
