#!/bin/sh
# Opens pages of article_html() in a real headless browser and checks what is seen there (tests/page/browser.js).
# BROWSER names one; without any of Chromium's names on the PATH nothing is checked, and the script says so.
#     sh tests/page/browser.sh           after make; ends with "N passed, N failed"
#     KEEP=page.html sh tests/page/browser.sh    leaves the page that it opens
set -u
cd "$(dirname "$0")/../.." || exit 1
SQLITE3=${SQLITE3:-sqlite3}
browser=${BROWSER:-}
for name in chromium chromium-browser google-chrome chrome headless_shell; do
    [ -n "$browser" ] || browser=$(command -v "$name")
done
if [ -z "$browser" ]; then
    echo "skipped: no browser here (apt-get install chromium); pages are checked without one by the other tests"
    echo "0 passed, 0 failed"
    exit 0
fi
sh examples/build.sh || exit 1
room=$(mktemp -d) || exit 1
trap 'rm -rf "$room"' EXIT INT TERM

# "</" would end the script that holds the pages.
{
    echo '<!DOCTYPE html><meta charset="utf-8"><pre id="verdict"></pre><script>'
    echo 'const cases ='
    "$SQLITE3" -batch -bail examples/newsroom.db < tests/page/browser.sql | sed 's|</|<\\/|g'
    echo ';'
    cat tests/page/browser.js
    echo '</script>'
} > "$room/page.html"
[ -z "${KEEP:-}" ] || cp "$room/page.html" "$KEEP"

for scheme in light dark; do
    shade=1
    [ $scheme = light ] || shade=0
    timeout 120 "$browser" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage \
        --blink-settings=preferredColorScheme=$shade --user-data-dir="$room/profile" \
        --virtual-time-budget=60000 --dump-dom "file://$room/page.html#$scheme" \
        > "$room/$scheme.dom" 2> "$room/$scheme.err"
    status=$?
    sed -n '/^<.*<pre id="verdict">/,/<\/pre>/p' "$room/$scheme.dom" |
        sed 's/^<.*<pre id="verdict">//; s/<\/pre>.*//' > "$room/$scheme.out"
    if ! grep -q '^[0-9]* passed, [0-9]* failed$' "$room/$scheme.out"; then
        echo "FAIL $browser ended with $status and no verdict ($scheme)"
        tail -n 5 "$room/$scheme.err"
        echo "0 passed, 1 failed" >> "$room/$scheme.out"
    fi
    grep '^FAIL' "$room/$scheme.out"
done
cat "$room"/*.out | awk '/^[0-9]+ passed, [0-9]+ failed$/ { passed += $1; failed += $3 }
    END { print passed + 0 " passed, " failed + 0 " failed"; exit failed > 0 || passed == 0 }'
