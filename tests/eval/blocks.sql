-- Blocks of GUM's news and interviews (headings, captions, items, paragraphs) against those of article_blocks().
-- tests/eval/blocks.sh attaches the database as `gum` and makes `shown`.
.headers off
.mode list
-- The innermost of nested elements says what a stretch is: "figure | caption", "sp | p", "list | item".
CREATE TEMP TABLE gold AS
SELECT b.article_id AS id, a.partition AS part, a.genre,
       CASE WHEN b.kind LIKE '%caption%' THEN 'caption'
            WHEN b.kind LIKE 'head%' THEN 'heading'
            WHEN b.kind LIKE '%item%' THEN 'item'
            WHEN b.kind LIKE '%figure%' THEN 'caption'
            ELSE 'paragraph' END AS kind,
       b.start AS begin, b.end
FROM gum.blocks AS b JOIN gum.articles AS a ON a.id = b.article_id
WHERE a.genre IN ('news', 'interview');

-- Offsets of ours in bytes, as GUM's.
CREATE TEMP TABLE found AS
SELECT a.id, b.block, b.language, length(CAST(substr(a.body, 1, b.start - 1) AS BLOB)) AS begin,
       length(CAST(substr(a.body, 1, b.start - 1 + b.length) AS BLOB)) AS end
FROM gum.articles AS a, article_blocks(a.body) AS b
WHERE a.genre IN ('news', 'interview');

CREATE TEMP TABLE pairs AS
SELECT g.*, f.block,
       CASE WHEN f.block IN ('headline', 'subhead', 'standfirst') THEN 'heading'
            WHEN f.block = 'caption' THEN 'caption'
            WHEN f.block = 'credit' THEN 'caption'
            WHEN f.block = 'list_item' THEN 'item'
            WHEN f.block IN ('paragraph', 'pull_quote', 'dateline', 'byline') THEN 'paragraph' -- GUM has no others
            ELSE f.block END AS ours
FROM gold AS g LEFT JOIN found AS f ON f.id = g.id AND f.begin < g.end AND g.begin < f.end
     AND (min(f.end, g.end) - max(f.begin, g.begin)) * 2 > g.end - g.begin;

SELECT printf('%-10s %6s %6s %8s', 'kind', 'blocks', 'agree', '%');
SELECT printf('%-10s %6d %6d %8.1f', kind, count(*), sum(ours IS kind), 100.0 * sum(ours IS kind) / count(*)) FROM pairs GROUP BY kind;
SELECT printf('%-10s %6d %6d %8.1f', 'all', count(*), sum(ours IS kind), 100.0 * sum(ours IS kind) / count(*)) FROM pairs;
SELECT 'not: ' || group_concat(printf('%s taken for %s %d', kind, coalesce(ours, 'nothing'), n), '; ')
FROM (SELECT kind, ours, count(*) AS n FROM pairs WHERE ours IS NOT kind GROUP BY 1, 2 ORDER BY n DESC);
SELECT '     ' || p.kind || ' as ' || coalesce(p.block, 'nothing') || ': ' ||
       replace(substr(CAST(substr(CAST(a.body AS BLOB), p.begin + 1, p.end - p.begin) AS TEXT), 1, 90), char(10), ' ')
FROM pairs AS p JOIN gum.articles AS a ON a.id = p.id JOIN shown
WHERE p.ours IS NOT p.kind AND p.part = 'train' AND shown.wanted = 1;
