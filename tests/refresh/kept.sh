#!/bin/sh
# Does every correction keep its words? Each row of the example newsroom is corrected; then everything is
# analysed by another version, every article is edited (a paragraph above, other quotation marks, dashes
# and line ends), and the table is built anew.
#
#     sh tests/refresh/kept.sh
#
# After each, a correction must be about rows that have its words: exactly, or, where the edit changed
# them, but for marks, dashes and line ends. One whose words no row has any more must be listed as lost,
# or be about the row that has most of them. Prints how many there are of each.
set -u
cd "$(dirname "$0")/../.." || exit 1
SQLITE3=${SQLITE3:-sqlite3}
sh examples/build.sh || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT INT TERM
cp examples/newsroom.db "$work/news.db"
passed=0
failed=0

run() { # SQL
    "$SQLITE3" -batch -bail -cmd '.load ./newsroom' "$work/news.db" "$@" 2>&1
}

# One line: all, with all rows of their words, about most of their words, lost; wrong ones of any kind.
count='
WITH said AS MATERIALIZED (
    SELECT id, article, quote_key(quote) AS words FROM newsroom_quotes
), now AS MATERIALIZED (
    SELECT c.id, count(q.id) AS rows, count(CASE WHEN q.words = c.words THEN 1 END) AS same,
        (SELECT count(*) FROM said WHERE article = c.article AND words = c.words) AS there
    FROM (SELECT id, article, quote_key(quote) AS words FROM newsroom_corrections) AS c
    LEFT JOIN newsroom_correction_targets AS t ON t.correction = c.id
    LEFT JOIN said AS q ON q.id = t.quote
    GROUP BY c.id
)
SELECT printf("%d corrections: %d have their words, %d the row with most of them, %d are lost", count(*),
    sum(same > 0), sum(same = 0 AND rows > 0), sum(rows = 0)), sum(there > 0 AND (same = 0 OR same <> rows))
FROM now'

look() { # what happened
    answer=$(run "$count")
    if [ "${answer##*|}" = 0 ]; then
        passed=$((passed + 1))
    else
        echo "FAIL $1: ${answer##*|} corrections are not about the rows that have their words"
        failed=$((failed + 1))
    fi
    echo "$1: ${answer%|*}"
}

run "SELECT newsroom_index('articles', 'body', '{\"title\": \"title\"}')" "SELECT newsroom_refresh('articles')" > "$work/said"
run "INSERT INTO newsroom_corrections(article, quote, field, value)
     SELECT article, quote, 'kind', kind FROM newsroom_quotes"
look 'when written'

run "UPDATE newsroom_indexes SET version = 'older'; UPDATE newsroom_articles SET version = 'older'" \
    "SELECT newsroom_refresh('articles')" > "$work/said"
look 'analysed by another version'

run "UPDATE articles SET body = 'This was edited later. \"Much later,\" said Ida Falk.' || char(10, 10) ||
     replace(replace(replace(replace(replace(body, '“', '\"'), '”', '\"'), '’', ''''), ' – ', ' - '), char(13), '')" \
    "SELECT newsroom_refresh('articles')" > "$work/said"
look 'every article edited'

run "CREATE TABLE built AS SELECT * FROM articles; DROP TABLE articles;
     CREATE TABLE articles(id INTEGER PRIMARY KEY, title, published, outlet, url, language, body);
     INSERT INTO articles SELECT id, title, published, outlet, url, language, body FROM built" \
    "SELECT newsroom_refresh('articles')" > "$work/said"
look 'the table built anew'

# An older model would have cut quotes elsewhere: a correction of four fifths of the words, and one that has
# words before and behind from the context, must be about the row that they come from, nearly always.
cut_otherwise() { # what, SQL of the words, of column quote and context
    run "DELETE FROM newsroom_corrections;
         CREATE TEMP TABLE meant AS SELECT id, article, $2 AS words FROM newsroom_quotes
         WHERE length(quote) >= 25 AND field = 'body';
         INSERT INTO newsroom_corrections(id, article, quote, field, value)
         SELECT id, article, words, 'kind', 'direct' FROM meant WHERE words <> ''" \
        "SELECT newsroom_refresh('articles')" > "$work/said"
    answer=$(run "SELECT count(*), sum(EXISTS(SELECT 1 FROM newsroom_correction_targets AS t
        WHERE t.correction = c.id AND t.quote = c.id)) FROM newsroom_corrections AS c")
    right=${answer#*|}
    all=${answer%|*}
    if [ "$all" -gt 100 ] && [ $((right * 100)) -ge $((all * 98)) ]; then
        passed=$((passed + 1))
    else
        echo "FAIL $1: only $right of $all are about their row"
        failed=$((failed + 1))
    fi
    echo "$1: $right of $all corrections are about their row"
}
cut_otherwise 'words cut off' "substr(quote, 1, length(quote) * 4 / 5)"
cut_otherwise 'words too many' \
    "trim(substr(context, max(instr(context, quote) - length(quote) / 4, 1), length(quote) * 3 / 2))"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
